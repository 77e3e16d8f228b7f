"""Scripted conversations of nobody, to show prescreen to staff."""
