"""A time limit for what may hang: whatever takes longer is ended, and says what it was."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

LIMIT, OF_A_PROOF = 300.0, 3600.0
"""Seconds that a test may take, and a slow proof: many times what each needs, on a busy machine."""
AGAIN = 1.0
"""Seconds after which it is ended once more, if something has swallowed the end."""
ROUNDS = 300
"""No loop through a conversation has so many rounds."""


@contextmanager
def limited(seconds: float, what: str) -> Iterator[None]:
    """End this block if it takes longer. Raises what `pytest.fail` raises.

    Where it was then is written to the error stream: a loop may be ended at a place that has no
    line, of which pytest can't make a report.
    """
    late = f"{what} is not done after {seconds:.0f} seconds"

    def end(number: int, frame: FrameType | None) -> None:
        if frame:
            print(late, *traceback.format_stack(frame, 12), sep="\n", file=sys.__stderr__)
        pytest.fail(late)

    before = signal.signal(signal.SIGALRM, end)
    left = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    except pytest.fail.Exception as failed:
        if failed.msg != late:
            raise
        signal.setitimer(signal.ITIMER_REAL, 0)
        pytest.fail(late, pytrace=False)
    finally:
        signal.setitimer(signal.ITIMER_REAL, *left)
        signal.signal(signal.SIGALRM, before)


def as_long_as(going: Callable[[], object], rounds: int = ROUNDS) -> Iterator[None]:
    """One round after another as long as this is so; too many are a failure."""
    for _ in range(rounds):
        if not going():
            return
        yield
    pytest.fail(f"it still goes on after {rounds} rounds")


class Limits:
    """A plugin that limits each test, its set-up, and the end of what was set up for it."""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Iterator[None]:
        with limited(_limit(item), f"the set-up of {item.nodeid}"):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        with limited(_limit(item), item.nodeid):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Iterator[None]:
        with limited(_limit(item), f"the tear-down of {item.nodeid}"):
            return (yield)


def _limit(item: pytest.Item) -> float:
    return OF_A_PROOF if item.get_closest_marker("prove") else LIMIT
