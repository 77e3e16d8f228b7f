"""A caregiver types one command and is in the conversation."""

from __future__ import annotations

import signal
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from fitting import TODAY
from fronts import tiles
from leaks.fronts import ENTER
from limits import as_long_as
from read_on import READ_ON

from flows import EVERY_FLOW, FLOWS
from prescreen.flow.load import load
from prescreen.flow.states import LANGUAGE
from prescreen.language.voices import Voice
from prescreen.page.model import Page, Type
from prescreen.page.parts import AGREE, FINISH, LEAVE_NOW
from prescreen.session.loading import read_studies
from prescreen.session.setting import Setting, settings_of
from prescreen.session.visit import Visit
from ssh.caller import Caller
from ssh.door import Door

CHOOSE = "Choose your language"
SETTLED = 0.5
AGES = ("120", "17")
"""At one of them nobody can join a study."""
LANGUAGES = ("en", "zh_CN")


@dataclass(frozen=True)
class Step:
    """What is shown, and what is typed then: the number of a tile, or a text."""

    shown: str
    typed: str
    page: Page

    @property
    def keys(self) -> str:
        """How it is typed on the screen."""
        before = READ_ON if self.page.read_on else ""
        return f"{before}{self.typed}{ENTER if isinstance(self.page.control, Type) else ''}"


def talk(site: Path, language: str, flow: Path) -> list[Step]:
    """A conversation from the choice of a language to an outcome, and out."""
    study = [load(flow).trial.id] if len(FLOWS) > 1 else []
    opening = (language, *study, Voice.CAREGIVER.value, AGREE)
    age = next(each for each in AGES if held(site, *opening, each).dialog.at_outcome)
    said = (*opening, age, FINISH, LEAVE_NOW)
    assert held(site, *said).page.ended
    return [_step(held(site, *said[:at]).page, each) for at, each in enumerate(said)]


@cache
def studies(site: Path) -> tuple[Setting, ...]:
    """Every flow that is there, at this site."""
    return settings_of(read_studies(FLOWS, site, None))


def held(site: Path, *said: str) -> Visit:
    """A visit in which this was said."""
    setting, *others = studies(site)
    visit = Visit(setting, TODAY, others=others)
    for text in said:
        visit.say(text)
    return visit


def _step(page: Page, said: str) -> Step:
    numbers = {each.id: str(each.number) for each in tiles(page)}
    shown = page.over.title if page.over else page.heading
    return Step(CHOOSE if page.name == LANGUAGE else shown, numbers.get(said, said), page)


@EVERY_FLOW
def test_one_command_leads_to_an_outcome_in_either_language(door: Door, flow: Path) -> None:
    with Caller(door) as english, Caller(door) as chinese:
        callers = {"en": english, "zh_CN": chinese}
        every = (talk(door.place.site, each, flow) for each in callers)
        for steps in zip(*every, strict=True):
            for caller, step in zip(callers.values(), steps, strict=True):
                caller.until(step.shown)
            time.sleep(SETTLED)
            for caller, step in zip(callers.values(), steps, strict=True):
                caller.type(step.keys)
        assert [caller.end() for caller in callers.values()] == [0, 0]
    for caller in callers.values():
        assert b"password" not in caller.raw
        assert b"Last login" not in caller.raw


@EVERY_FLOW
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dumb_terminal_gets_plain_lines(door: Door, language: str, flow: Path) -> None:
    with Caller(door, size=(120, 60), environment={"TERM": "dumb"}) as caller:
        for step in talk(door.place.site, language, flow):
            caller.until(step.shown)
            caller.type(f"{step.typed}{ENTER}")
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
        caller.until(held(door.place.site, "en").page.heading)
        caller.type("\x03")
        caller.until("stop here?")


def ignores_ctrl_c(process: int) -> bool:
    """Whether a process has come so far that Ctrl+C can't end it."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    ignored = int(status.partition("SigIgn:")[2].split()[0], 16)
    return bool(ignored >> (signal.SIGINT - 1) & 1)


def is_let_in(door: Door) -> None:
    """Wait until what is typed no longer reaches the client itself."""
    for _ in as_long_as(lambda: not any(map(ignores_ctrl_c, door.conversations())), 20_000):
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
