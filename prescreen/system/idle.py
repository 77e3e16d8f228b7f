"""How long a screen may stand untouched before it is hidden, warns and ends."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from math import ceil

LONGER = 10
"""How many times longer the screen waits for a person who asked for more time."""
BY_LINES = 2
"""How many times longer plain lines on a terminal wait, where of all keys only Enter is heard."""


class IdleStage(Enum):
    """What has become of an untouched screen."""

    SHOWN = auto()
    HIDDEN = auto()
    WARNED = auto()
    ENDED = auto()


@dataclass(frozen=True, slots=True)
class IdleTimes:
    """Seconds without a touch until answers are hidden, until a warning, and until the end."""

    hide: float
    warn: float
    end: float

    def times(self, factor: int) -> IdleTimes:
        """The same, so many times longer."""
        return IdleTimes(self.hide * factor, self.warn * factor, self.end * factor)


HOME = IdleTimes(480, 480, 600)
KIOSK = IdleTimes(45, 90, 120)


def boottime() -> float:
    """Seconds of a clock that nobody can set, and that goes on while the machine sleeps."""
    clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return time.clock_gettime(clock)


class Watch:
    """Tells how long nobody has touched the screen; what has ended stays ended."""

    def __init__(self, idle_times: IdleTimes, clock: Callable[[], float] = boottime) -> None:
        self._idle_times = idle_times
        self._clock = clock
        self._touched = clock()
        self._unhurried = self._ended = False

    def touched(self) -> None:
        """Somebody is there; too late once the time is up."""
        if self.stage is not IdleStage.ENDED:
            self._touched = self._clock()

    def hurry(self, unhurried: bool) -> None:
        """Wait the longer time, or the usual one."""
        self._unhurried = unhurried

    @property
    def stage(self) -> IdleStage:
        """What has to be shown now."""
        idle, idle_times = self._idle(), self._now()
        if self._ended or idle >= idle_times.end:
            self._ended = True
            return IdleStage.ENDED
        if idle >= idle_times.warn:
            return IdleStage.WARNED
        return IdleStage.HIDDEN if idle >= idle_times.hide else IdleStage.SHOWN

    @property
    def left(self) -> int:
        """Whole seconds until the end, one at least."""
        return max(ceil(self._now().end - self._idle()), 1)

    def until_change(self) -> float:
        """Seconds until another stage can come by itself."""
        idle = self._idle()
        ahead = (self._now().hide, self._now().warn, self._now().end)
        return min((each - idle for each in ahead if each > idle), default=0.0)

    def _now(self) -> IdleTimes:
        return self._idle_times.times(LONGER) if self._unhurried else self._idle_times

    def _idle(self) -> float:
        """Seconds since the last touch; a clock that was set back starts them anew."""
        now = self._clock()
        self._touched = min(self._touched, now)
        return now - self._touched
