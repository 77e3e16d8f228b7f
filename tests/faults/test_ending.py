"""Rows 1, 4, 9, 12: a terminal that is gone or takes nothing, a failure, and a screen at rest."""

from __future__ import annotations

import os
import select
import sys
import termios
import time
from pathlib import Path
from typing import Any

import pytest

from faults.rig import Nursery, Terminal, started
from prescreen.system.signals import GONE

BARE, OURS = "faults.programs:bare", "faults.programs:ours"
LANGUAGE = b"\x1bOQ"
ASKED = "How much do you weigh"
LOST: list[dict[str, Any]] = [{"deaf": True}, {"deaf": True, "controlling": False}]


def works_on(shown: Terminal, *, reading: bool = True) -> bool:
    """Whether a program does not end, and is at work on nothing; a busy machine takes longer."""
    before = shown.seconds()
    return any(
        shown.ended(0.5, reading=reading) is None and shown.seconds() - before > 0.1
        for _ in range(20)
    )


@pytest.mark.prove
@pytest.mark.parametrize("how", LOST, ids=["deaf", "uncontrolled"])
def test_row_1_bare_goes_on_for_ever_without_its_terminal(
    nursery: Nursery, how: dict[str, Any]
) -> None:
    with nursery.terminal(BARE, **how) as shown:
        shown.until(ASKED)
        shown.hang_up()
        assert works_on(shown, reading=False)


@pytest.mark.parametrize("how", LOST, ids=["deaf", "uncontrolled"])
def test_row_1_a_terminal_that_is_gone_ends_it(nursery: Nursery, how: dict[str, Any]) -> None:
    with nursery.terminal(OURS, **how) as shown:
        shown.until(ASKED)
        shown.hang_up()
        assert shown.ended(5, reading=False) == GONE


@pytest.mark.prove
def test_row_1_bare_goes_on_for_ever_without_input(nursery: Nursery) -> None:
    with nursery.terminal(BARE, no_input=True) as shown:
        shown.until(ASKED)
        assert works_on(shown)


def test_row_1_no_input_ends_it(nursery: Nursery) -> None:
    with nursery.terminal(OURS, no_input=True) as shown:
        assert shown.ended(5) == GONE


def test_row_1_the_program_without_input_says_its_first_page_and_ends(nursery: Nursery) -> None:
    """With no terminal to read from, these are the plain lines."""
    with nursery.terminal("faults.programs:program", no_input=True) as shown:
        assert shown.ended() == 0
        assert b"\x1b[?1049h" not in shown.raw


def stuff(shown: Terminal, keys: bytes, seconds: float) -> None:
    """Press keys that repaint as long as the program goes on, and read nothing."""
    end = time.monotonic() + seconds
    while shown.runs and time.monotonic() < end:
        if select.select([], [shown.master], [], 0)[1]:
            os.write(shown.master, keys)
        time.sleep(0.02)


def test_row_4_bare_waits_for_a_reader_for_ever(nursery: Nursery) -> None:
    with nursery.terminal(BARE) as shown:
        shown.until(ASKED)
        stuff(shown, b"7", 2)
        os.write(shown.master, b"\x11")
        assert shown.ended(2, reading=False) is None, "it can't even be left"


def test_row_4_a_reader_that_stops_ends_it_within_its_patience(nursery: Nursery) -> None:
    with nursery.terminal("faults.programs:impatient") as shown:
        shown.until(ASKED)
        stuff(shown, LANGUAGE, 15)
        assert shown.code == GONE
        assert termios.tcgetattr(shown.slave)[3] == shown.modes[3]


def test_row_4_leaving_does_not_wait_for_a_reader(nursery: Nursery) -> None:
    with nursery.terminal("faults.programs:impatient") as shown:
        shown.until(ASKED)
        shown.settle()
        stuff(shown, LANGUAGE, 0.5)
        os.write(shown.master, b"\x03")
        time.sleep(0.3)
        os.write(shown.master, b"1")
        assert shown.ended(15, reading=False) in {0, GONE}, "as the terminal took the last of it"


PARTS = ("handler", "timer", "compose", "reading")


def fail(shown: Terminal, part: str) -> int | None:
    """Give an answer, and see how the program ends; what is left on the screen comes after it."""
    if part not in {"compose", "layout"}:
        shown.until(ASKED)
    if part in {"handler", "reading"}:
        shown.send(b"ivermectin\r")
    return shown.ended(8)


@pytest.mark.parametrize("part", PARTS)
def test_row_9_bare_shows_the_answer_and_says_that_all_is_well(nursery: Nursery, part: str) -> None:
    with nursery.terminal("faults.programs:failing_bare", part) as shown:
        assert fail(shown, part) == 0
        assert "ivermectin" in said_last(shown) or part == "reading"


@pytest.mark.parametrize("part", [*PARTS, "layout", "writing"])
def test_row_9_a_failure_ends_it_calmly(nursery: Nursery, part: str) -> None:
    with nursery.terminal("faults.programs:failing_ours", part) as shown:
        if part != "writing":
            assert fail(shown, part) == 1
        assert shown.ended(8) == 1
        said = said_last(shown)
        assert "ivermectin" not in said
        assert "Traceback" not in said
        assert "抱歉" in said
        assert "Sorry, something went wrong" in said
        assert termios.tcgetattr(shown.slave) == shown.modes
        if part != "writing":
            assert "ValueError" in said


def said_last(shown: Terminal) -> str:
    """What is written after the screen was given back."""
    return " ".join(shown.raw.rpartition(b"\x1b[?1049l")[2].decode().split())


@pytest.mark.parametrize("program", ["bare", "ours"])
def test_row_9_the_screen_goes_to_the_terminal_and_not_among_the_errors(
    tmp_path: Path, program: str
) -> None:
    """A bare app writes each of its screens to a file that is meant for errors."""
    errors = tmp_path / "errors"
    errors.touch()
    code = f"from faults.programs import {program} as run; run()"
    line = f"exec {sys.executable} -c '{code}' 2>{errors}"
    with started(["sh", "-c", line], {}, tmp_path) as shown:
        end = time.monotonic() + 10
        while ASKED not in shown.text and b"weigh" not in errors.read_bytes():
            assert time.monotonic() < end
            shown.read(0.1)
        assert (b"weigh" in errors.read_bytes()) is (program == "bare")
        assert (ASKED in shown.text) is (program == "ours")


def test_row_9_bare_lives_on_without_the_thread_that_writes(nursery: Nursery) -> None:
    with nursery.terminal("faults.programs:failing_bare", "writing") as shown:
        assert shown.ended(1) is None


def test_row_12_bare_writes_while_nobody_does_anything(nursery: Nursery) -> None:
    with nursery.terminal(BARE) as shown:
        shown.until(ASKED)
        shown.settle(0.4)
        assert shown.read(3), "the cursor blinks"


@pytest.mark.parametrize("page", ["weight", "lupus"])
def test_row_12_at_rest_not_a_byte_is_written(nursery: Nursery, page: str) -> None:
    with nursery.terminal(OURS, page) as shown:
        shown.until("F10")
        shown.settle(0.6)
        assert not shown.read(3)
