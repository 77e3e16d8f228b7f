"""Tell a key that is held down from one that is pressed again; terminals send no key-up."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

CHAIN = 0.25
"""The part of the settling time within which a held key comes again and again."""
DELAY = 2.5
"""So many settling times pass at most before a held key comes for the second time."""


class Press(Enum):
    """What a key that arrives is."""

    FRESH = auto()
    HELD = auto()
    REPEAT = auto()


class KeyRepeat:
    """Remembers the key that answered last, how often in a row, and when.

    The second time that a held key comes looks like a second press, so it answers too. The third
    time follows at once and gives it away: that answer is to be taken back, and what still comes
    is a repeat, until there is a pause.
    """

    def __init__(self, settle: float, clock: Callable[[], float]) -> None:
        self.settle = settle
        self.clock = clock
        self._key = ""
        self._answers = 0
        self._since = self._last = 0.0
        self._known = False

    def answered(self, key: str) -> None:
        """Remember the key that came just now, for it has answered."""
        soon = self._last - self._since <= self.settle * DELAY
        self._answers = self._answers + 1 if key == self._key and soon else 1
        self._key, self._since = key, self._last

    def judge(self, key: str, *, typing: bool) -> Press:
        """Tell what a key is; one that is typed into a text answers nothing by itself."""
        now = self.clock()
        gap, self._last = now - self._last, now
        if key != self._key or (typing and not self._known):
            self._key, self._answers, self._known = "", 0, False
            return Press.FRESH
        if self._known and gap < self.settle:
            return Press.REPEAT
        self._known = self._answers > 1 and gap < self.settle * CHAIN
        return Press.HELD if self._known else Press.FRESH
