"""A test that hangs is ended and named."""

from __future__ import annotations

import asyncio
import signal
import time

import pytest
from limits import as_long_as, limited


@limited(0.05, "the loop")
def _turn() -> None:
    while True:
        pass


def test_what_never_ends_is_ended_and_named() -> None:
    with pytest.raises(pytest.fail.Exception, match="the loop is not done after 0 sec"):
        _turn()


def test_what_waits_for_ever_is_ended() -> None:
    begun = time.monotonic()
    with pytest.raises(pytest.fail.Exception, match="the wait"), limited(0.05, "the wait"):
        time.sleep(60)
    assert time.monotonic() - begun < 30


async def _idle() -> None:
    while True:
        await asyncio.sleep(0)


def test_what_never_ends_in_an_event_loop_is_ended() -> None:
    with pytest.raises(pytest.fail.Exception, match="the task"), limited(0.05, "the task"):
        asyncio.run(_idle())


def test_a_limit_leaves_no_timer_and_an_outer_one_goes_on() -> None:
    outer = signal.getsignal(signal.SIGALRM)
    left = signal.getitimer(signal.ITIMER_REAL)[0]
    assert left > 0, "every test has a limit"
    with limited(10, "what is soon done"):
        pass
    assert signal.getsignal(signal.SIGALRM) is outer
    assert 0 < signal.getitimer(signal.ITIMER_REAL)[0] <= left


def test_a_loop_ends_when_it_is_done_and_fails_when_it_never_is() -> None:
    left = [1, 2, 3]
    assert [left.pop() for _ in as_long_as(lambda: left)] == [3, 2, 1]
    with pytest.raises(pytest.fail.Exception, match="still goes on after 300 rounds"):
        list(as_long_as(lambda: True))
