"""Strict TOML, errors with a place, where the files are, and the site file."""
