"""The verbs that take many lines: `screen` and `read`."""
