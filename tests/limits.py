"""A time limit for what may hang: whatever takes longer is ended, and says what it was."""

from __future__ import annotations

import signal
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
    """End this block if it takes longer. Raises what `pytest.fail` raises."""

    def end(number: int, frame: FrameType | None) -> None:
        pytest.fail(f"{what} is not done after {seconds:.0f} seconds")

    before = signal.signal(signal.SIGALRM, end)
    left = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
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
    """A plugin that limits the set-up of each test, and the test itself."""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Iterator[None]:
        with limited(_limit(item), f"the set-up of {item.nodeid}"):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        with limited(_limit(item), item.nodeid):
            return (yield)


def _limit(item: pytest.Item) -> float:
    return OF_A_PROOF if item.get_closest_marker("prove") else LIMIT
