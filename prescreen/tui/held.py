"""Tell a key that is held down from one that is pressed again; terminals send no key-up."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

CHAIN = 0.3
"""The part of the settling time within which a held key comes again and again."""
DELAY = 2.5
"""So many settling times pass at most before a held key comes for the second time."""
MOST = 3
"""As often a digit may stand in a row in an answer that is typed at once."""


class Press(Enum):
    """What a key that arrives is; in doubt, what follows at once decides."""

    FRESH = auto()
    REPEAT = auto()
    DOUBT = auto()


class Held:
    """Remembers the key that answered last, and when it came."""

    def __init__(self, settle: float, clock: Callable[[], float]) -> None:
        self.settle = settle
        self.clock = clock
        self.key = ""
        self.since = self.last = 0.0

    def answered(self, key: str) -> None:
        """Remember the key that came just now, for it has answered."""
        self.key = key
        self.since = self.last

    def judge(self, key: str, *, typing: bool) -> Press:
        """Tell a repeat of the answering key; where text is typed, none is lost in haste."""
        now = self.clock()
        before, self.last = self.last, now
        if key != self.key:
            self.key = ""
            return Press.FRESH
        early = now - self.since < self.settle
        chained = now - before < self.settle * CHAIN
        if typing:
            return Press.DOUBT if chained or self._soon(now) else Press.FRESH
        if early or chained:
            return Press.REPEAT
        return Press.DOUBT if self._soon(now) else Press.FRESH

    def _soon(self, now: float) -> bool:
        return now - self.since < self.settle * DELAY
