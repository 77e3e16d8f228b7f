"""The answer ids that no flow file has to name, and what choices are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prescreen.values import Blank

UNSURE, PRIVATE = Blank.UNSURE.value, Blank.PRIVATE.value
RESULT = "/result"
"""What is said in place of an answer to see the result now."""
AND = "+"
"""Joins several ticks in one text."""

Labels = Mapping[str, Sequence[str]]
"""For each choice id of one question, how its label reads in every language."""
