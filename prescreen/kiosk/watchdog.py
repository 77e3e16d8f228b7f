"""When a visitor's process is stuck, and when starting another is no help; no clock of its own."""

from __future__ import annotations

from prescreen.tui.terminal.pulse import WHOLE

START_FACTOR = 6
"""Its first pulse may take so many times longer: it has to be loaded, perhaps from a slow disk."""
MOST_SILENCE = 2.0
"""So much silence at most counts between two looks; while the machine slept, nobody was silent."""
MANY_DEATHS = 5
"""So many processes that died at once, one after the other, are no accident."""
LIVED = 3.0
"""Seconds after it was loaded whole until a process has not died at once."""
NOT_READABLE = 2
"""The code of a process that can't read its files: the next one can't either."""
BETWEEN_STARTS = 1.0
"""Seconds between two starts when starting is no help."""


class PulseWatch:
    """Listens to one process; `now` is a clock that may stand still in sleep, jump or go back."""

    def __init__(self, limit: float, now: float) -> None:
        self._limit = limit
        self._seen = now
        self._silent = 0.0
        self.painted = self.whole = False
        self._lived = 0.0

    def look(self, now: float, heard: bytes) -> None:
        """Take note of what was heard since the last look."""
        step = min(max(now - self._seen, 0.0), MOST_SILENCE)
        self._seen = now
        self._silent = 0.0 if heard else self._silent + step
        self._lived += step if self.whole else 0.0
        self.painted |= bool(heard)
        self.whole |= WHOLE in heard

    @property
    def stuck(self) -> bool:
        """Whether it has been silent for too long."""
        return self._silent >= self._limit * (1 if self.painted else START_FACTOR)

    @property
    def well(self) -> bool:
        """Whether it is loaded whole and alive, as far as can be heard."""
        return self.whole and not self.stuck

    @property
    def settled(self) -> bool:
        """Whether it has lived so long that it did not die at once."""
        return self._lived >= LIVED


class Failures:
    """Counts the processes that died at once since the last one that did not."""

    def __init__(self) -> None:
        self._count = 0

    def ended(self, pulse: PulseWatch, code: int) -> None:
        """Take note of how a process ended."""
        lived = pulse.settled and code != NOT_READABLE
        good = lived or (pulse.painted and code == 0)
        self._count = 0 if good else self._count + 1

    @property
    def pause(self) -> float:
        """Seconds to wait before the next start."""
        return BETWEEN_STARTS if self.many else 0.0

    @property
    def many(self) -> bool:
        """Whether the staff have to be called."""
        return self._count >= MANY_DEATHS
