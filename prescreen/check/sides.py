"""On which side of a number a sentence puts what it speaks of, and whether the number is in."""

from __future__ import annotations

import re
from typing import Literal

Comparison = Literal["above", "at_least", "below", "at_most"]
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
_EQUAL = r"(?:\s*(?:or|,)?\s*equals?(?:\s+to)?)"
_MORE = r"(?:great|high|old|long|larg)er\s+than|more\s+than|above|over|exceed(?:s|ed|ing)?"
_LESS = r"(?:low|young|short|small)er\s+than|(?:less|fewer)\s+than|below|under"
_BEFORE: tuple[tuple[str, Comparison], ...] = (
    (rf"≥|>\s*=|=\s*>|≧|(?:{_MORE}){_EQUAL}|equal\s+to\s+or\s+(?:{_MORE})", "at_least"),
    (rf"≤|<\s*=|=\s*<|≦|(?:{_LESS}){_EQUAL}|equal\s+to\s+or\s+(?:{_LESS})", "at_most"),
    (rf"(?:no|not|n't)\s+(?:{_LESS})|at\s+least|(?:a\s+)?minimum\s+(?:of\s+)?", "at_least"),
    (rf"(?:no|not|n't)\s+(?:{_MORE})|at\s+most|up\s+to|(?:a\s+)?maximum\s+(?:of\s+)?", "at_most"),
    (r"within(?:\s+the)?(?:\s+(?:last|past|previous|prior))?", "at_most"),
    (r"\b(?:last|past|previous|prior|preceding)", "at_most"),
    (r"不[低小少短]于|至少|大于或?等于", "at_least"),
    (r"不超过|不[大高多长]于|[至最]多|小于或?等于|近|过去", "at_most"),
    (rf">|＞|[大高多长]于|超过|\b(?:{_MORE})", "above"),
    (rf"<|＜|[小低少短]于|不足|\b(?:{_LESS})", "below"),
)
_AND = r"(?:of\s+age\s+|old\s+)?(?:or|and)\s+"
_ALONE = r"(?!\w*(?:\s+than)?\s+\d)"
"""In "over 18 and under 65", the second word is said of the second number."""
_AFTER: tuple[tuple[str, Comparison], ...] = (
    (rf"{_AND}(?:more|great|old|abov|over|high|long){_ALONE}", "at_least"),
    (r"[及或和]?以上", "at_least"),
    (r"[及或和]?以下|[以之]?内(?![科镜分])", "at_most"),
    (rf"{_AND}(?:less|fewer|young|below|under|low|short){_ALONE}", "at_most"),
)
_COMPARED = re.compile(rf"\b(?:no|not)\s+(?:{_MORE}|{_LESS})", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:no|not|never|without|neither|nor|free|absence|cannot|unable|inability|except|unless)\b"
    r"|n't\b|[无未]|没有|不能|除外|除非",
    re.IGNORECASE,
)


def comparison_of(before: str, words: str, after: str) -> Comparison | None:
    """On which side of a number a text stands, by what is right before and right after it."""
    if re.match(r"(?:last|past|previous|prior)\b", words, re.IGNORECASE):
        return "at_most"
    for pattern, side in _AFTER:
        if re.match(rf"\s*{pattern}", after, re.IGNORECASE):
            return side
    for pattern, side in _BEFORE:
        if re.search(rf"(?:{pattern})(?:\s+(?:a|an|the))?\s*$", before, re.IGNORECASE):
            return side
    return None


_PERMITTED = re.compile(
    r"\b(?:allow(?:s|ed|able)?|permit(?:s|ted)?|acceptable)\b|允许|可以|除外", re.IGNORECASE
)


def is_negated(before: str, after: str = "") -> bool:
    """Whether what stands before a number may speak of what is not so, or beside it of leave.

    "No more than" says only where a number lies.
    """
    permitted = _PERMITTED.search(before) or _PERMITTED.search(after)
    return bool(permitted or _NEGATED.search(_COMPARED.sub(" ", before)))
