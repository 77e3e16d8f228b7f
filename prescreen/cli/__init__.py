"""The command line: options, verbs, the order of a start."""
