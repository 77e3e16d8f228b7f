"""Catalogs, voices, and how a language writes days and lists."""
