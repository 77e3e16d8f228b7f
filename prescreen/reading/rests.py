"""What is left of a text beside its answer: harmless, doubtful, or turning its meaning."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

from prescreen.reading.rest_words import HARMLESS, SPOILS


class Rest(IntEnum):
    """How much what stands beside an answer may change it."""

    HARMLESS = 0
    DOUBTFUL = 1
    SPOILS = 2


HARMLESS_WORDS = tuple(
    dict.fromkeys(word for words in HARMLESS.values() for word in words.split("|"))
)
"""Words that go with any answer."""

_EMPTY = re.compile(r"[\s,.:;!~()\"'、，。：；！…-]*")
_MOST = 24
"""Characters of an unknown rest; who tells a story may tell of something else."""


@cache
def _spoils(pardoned: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(SPOILS[kind] for kind in SPOILS if kind not in pardoned))


@cache
def _harmless() -> re.Pattern[str]:
    spoken = "|".join(re.escape(word) for word in sorted(HARMLESS_WORDS, key=len, reverse=True))
    return re.compile(rf"(?:(?:{spoken})(?![a-z'])[\s,.!~]*)*")


def judge(rest: str, pardoned: tuple[str, ...] = ()) -> Rest:
    """What a piece of text beside an answer does to it; what is not known is doubtful at best."""
    if _EMPTY.fullmatch(rest) or _harmless().fullmatch(rest.strip()):
        return Rest.HARMLESS
    if len(rest) > _MOST or _spoils(pardoned).search(rest):
        return Rest.SPOILS
    return Rest.DOUBTFUL
