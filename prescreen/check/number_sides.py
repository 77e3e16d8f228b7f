"""On which side of a number a sentence puts what it speaks of, and whether the number is in."""

from __future__ import annotations

import re

from prescreen.language.registry_words import NOWHERE, Comparison, either, read_as

OPPOSITE: dict[Comparison, Comparison] = {
    "above": "at_most",
    "at_most": "above",
    "below": "at_least",
    "at_least": "below",
}
"""All that a side leaves."""
SAID: dict[Comparison, str] = {
    "above": "more than",
    "at_least": "at least",
    "below": "less than",
    "at_most": "at most",
}
_SIGNS: dict[Comparison, str] = {
    "at_least": r"≥|>\s*=|=\s*>|≧",
    "at_most": r"≤|<\s*=|=\s*<|≦",
    "above": ">|＞",
    "below": "<|＜",
}
_ARTICLE = either(lambda each: each.article)


def _before(side: Comparison) -> str:
    return either(lambda each: each.before.get(side, NOWHERE))


def _after(side: Comparison) -> str:
    return either(lambda each: each.after.get(side, NOWHERE))


_BEFORE = {
    side: re.compile(
        rf"(?:{signs}|{_before(side)})(?:\s+(?:{_ARTICLE}))?\s*$",
        re.IGNORECASE,
    )
    for side, signs in _SIGNS.items()
}
_AFTER = {side: re.compile(rf"\s*(?:{_after(side)})", re.IGNORECASE) for side in _SIGNS}
_LATELY = read_as(lambda each: each.lately)
_COMPARED = read_as(lambda each: each.compared)
_NEGATED = read_as(lambda each: each.negated)
_PERMITTED = read_as(lambda each: each.permitted)


def comparison_of(before: str, words: str, after: str) -> Comparison | None:
    """On which side of a number a text stands, by what is right before and right after it."""
    if _LATELY.match(words):
        return "at_most"
    found = (side for side, pattern in _AFTER.items() if pattern.match(after))
    return next(found, None) or next(
        (side for side, pattern in _BEFORE.items() if pattern.search(before)), None
    )


def is_negated(before: str, after: str = "") -> bool:
    """Whether what stands before a number may speak of what is not so, or beside it of leave.

    "No more than" says only where a number lies.
    """
    permitted = _PERMITTED.search(before) or _PERMITTED.search(after)
    return bool(permitted or _NEGATED.search(_COMPARED.sub(" ", before)))
