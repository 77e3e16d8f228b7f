"""A demonstration for a test: the shipped scripts, and a clock that is set by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from limits import as_long_as

from prescreen.demo.show import Show
from prescreen.demo.stage import Stage, open_stage
from prescreen.files import places

FLOW = places.flows() / "nct06971913.toml"
TODAY = date(2026, 11, 23)


@dataclass
class Clock:
    """Seconds that pass when a test says so."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@cache
def shipped_stage(today: date = TODAY) -> Stage:
    """The shipped scripts in both languages, without a site."""
    return open_stage(FLOW, None, None, today)


def showing(stage: Stage, script: str, language: str = "en") -> tuple[Show, Clock]:
    """A script that has just begun, and its clock."""
    clock = Clock()
    show = Show(stage, language, clock)
    show.begin(stage.wanted(script))
    return show, clock


def play_to_end(show: Show, clock: Clock) -> float:
    """Let time pass until the script has nothing more to say; how many seconds that took."""
    begun = clock.now
    for _ in as_long_as(lambda: show.wait is not None):
        clock.now += show.wait or 0.0
        assert show.tick()
    return clock.now - begun
