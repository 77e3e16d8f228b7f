"""A caregiver types one command and is in the conversation."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest
from read_on import READ_ON

from ssh.caller import Caller
from ssh.door import Door

CHOOSE = "Choose your language"
SETTLED = 0.5
FORMS = {
    "en": (
        "2",
        "Who is answering?",
        "Before we begin",
        "How old",
        "not the right one",
        "stop here?",
    ),
    "zh_CN": ("1", "谁来回答", "开始之前", "周岁", "这项研究不适合", "要在这里停下吗"),
}


def test_one_command_leads_to_an_outcome_in_either_language(door: Door) -> None:
    with Caller(door) as english, Caller(door) as chinese:
        callers = {"en": english, "zh_CN": chinese}
        for step, typed in enumerate(("", "2", f"{READ_ON}1", "70\r", "4", "2")):
            for language, caller in callers.items():
                shown = FORMS[language][1:]
                caller.until((CHOOSE, *shown)[step])
            time.sleep(SETTLED)
            for language, caller in callers.items():
                caller.type(typed or FORMS[language][0])
        assert [caller.end() for caller in callers.values()] == [0, 0]
    for caller in callers.values():
        assert b"password" not in caller.raw
        assert b"Last login" not in caller.raw


@pytest.mark.parametrize("language", FORMS)
def test_a_dumb_terminal_gets_plain_lines(door: Door, language: str) -> None:
    key, voice, notice, age, outcome, leave = FORMS[language]
    steps = {CHOOSE: key, voice: "2", notice: "1", age: "70", outcome: "4", leave: "2"}
    with Caller(door, size=(120, 60), environment={"TERM": "dumb"}) as caller:
        for shown, typed in steps.items():
            caller.until(shown)
            caller.type(f"{typed}\r")
        assert caller.end() == 0
    assert b"\x1b" not in caller.raw


@pytest.mark.parametrize("term", ["vt100", "xterm-256color\n--today", "$(id)"])
def test_a_terminal_that_is_not_known_gets_plain_lines(door: Door, term: str) -> None:
    with Caller(door, environment={"TERM": term}) as caller:
        caller.until("?")
        assert b"\x1b" not in caller.raw


def test_a_window_may_change_its_size(door: Door) -> None:
    with Caller(door) as caller:
        caller.until(CHOOSE)
        caller.resize(46, 13)
        caller.type("\x1bOP")
        caller.until("120")
        assert max(map(len, caller.shown.splitlines())) <= 46


def test_plain_lines_ask_before_ctrl_c_leaves(door: Door) -> None:
    with Caller(door, size=(120, 60), environment={"TERM": "dumb"}) as caller:
        is_let_in(door)
        caller.type("\x03")
        caller.until(CHOOSE)
        caller.type("2\r")
        caller.until("Who is answering?")
        caller.type("\x03")
        caller.until("stop here?")


def ignores_ctrl_c(process: int) -> bool:
    """Whether a process has come so far that Ctrl+C can't end it."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    ignored = int(status.partition("SigIgn:")[2].split()[0], 16)
    return bool(ignored >> (signal.SIGINT - 1) & 1)


def is_let_in(door: Door) -> None:
    """Wait until what is typed no longer reaches the client itself."""
    while not any(ignores_ctrl_c(each) for each in door.conversations()):
        time.sleep(0.001)


def test_no_key_on_the_way_in_ends_it(door: Door) -> None:
    with Caller(door) as caller:
        is_let_in(door)
        for _ in range(20):
            caller.type("\x03\x1c\x1a")
            time.sleep(0.02)
        caller.until("F10")
        assert b"Traceback" not in caller.raw


def test_plain_lines_chosen_on_the_screen_show_what_is_typed(door: Door) -> None:
    with Caller(door) as caller:
        caller.until(CHOOSE)
        time.sleep(SETTLED)
        caller.type("\x1b[17~")
        caller.until("Your answer:")
        caller.type("2")
        caller.until("Your answer: 2")
