"""What leaves an answer open, whichever way it was read: a doubt, a test to come, a condition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prescreen.reading.choice_names import NEGATIVE, Option, hedging
from prescreen.reading.clauses import split
from prescreen.reading.evidence_words import (
    CONDITION,
    CONTRAST_LAST,
    NOT_RULED_OUT,
    OF_ANOTHER,
    RESULT,
    TESTING,
    UNPROVEN,
)
from prescreen.reading.rest_words import LATEST
from prescreen.reading.text import normalise
from prescreen.reading.unheard import unheard
from prescreen.reading.yes_no import Asking, without_words


def left_open(text: str, ids: Sequence[str], options: Sequence[Option], asking: Asking) -> bool:
    """Whether a text leaves open if these choices are so; a choice may itself be a doubt."""
    plain = normalise(text) or ""
    if asking.mood not in {"fact_now", "fact_ever"}:
        return CONDITION.search(plain) is not None
    if {*ids} <= hedging(options):
        return False
    if NOT_RULED_OUT.search(plain):
        return True
    if {*ids} <= {*NEGATIVE}:
        return any(_is_not(clause, asking) for clause in split(plain))
    if asking.mood == "fact_now" and _WAS_ON.search(plain) and not LATEST.search(plain):
        return True
    tested = TESTING.search(plain) is not None and not RESULT.search(plain)
    return tested or UNPROVEN.search(plain) is not None


_WAS_ON = re.compile(r"\b(?:was|were|used to be|had been) on\b")
"""What one took, where it is asked what one takes."""


def _is_not(clause: str, asking: Asking) -> bool:
    """Whether something else is said not to be what was asked about."""
    found = OF_ANOTHER.match(clause)
    if found is None:
        return False
    said = without_words(found[1], asking)
    return unheard(said) > (0 if said.isascii() else 1)


def after_contrast(plain: str) -> str:
    """What stands behind the last "but", which is what one can or can't."""
    at = max((found.end() for found in CONTRAST_LAST.finditer(plain)), default=0)
    return plain[at:].strip()
