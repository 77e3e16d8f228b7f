"""Everything wrong with a flow or a catalog, before a patient sees it."""
