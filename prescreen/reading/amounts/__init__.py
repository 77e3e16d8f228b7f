"""Numbers, doses, weights and what a laboratory measures."""
