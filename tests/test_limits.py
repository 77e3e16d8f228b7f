"""A test that hangs is ended and named."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from limits import LIMIT, as_long_as, limited


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


LIMITED = """
import limits

limits.LIMIT = 0.4


def pytest_configure(config):
    config.pluginmanager.register(limits.Limits())
"""
HANGING = """
import time

import pytest


@pytest.fixture
def begins_never():
    time.sleep(60)


@pytest.fixture
def ends_never():
    yield
    time.sleep(60)


def test_first(begins_never):
    pass


def test_second():
    time.sleep(60)


def test_third(ends_never):
    pass
"""


def test_a_test_that_hangs_is_ended_and_named_wherever_it_does(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(LIMITED, encoding="utf-8")
    (tmp_path / "test_hanging.py").write_text(HANGING, encoding="utf-8")
    around = {"PYTHONPATH": str(Path(__file__).parent), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-c", os.devnull]
    done = subprocess.run(
        command, cwd=tmp_path, env=around, capture_output=True, text=True, timeout=LIMIT
    )
    for hangs in (
        "the set-up of test_hanging.py::test_first",
        "test_hanging.py::test_second",
        "the tear-down of test_hanging.py::test_third",
    ):
        assert f"{hangs} is not done after 0 seconds" in done.stdout.splitlines()
