"""What staff are told from outside: whether a visitor can begin, since when, and what happened."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from prescreen.cli.main import main
from prescreen.kiosk.notes import CAN_BEGIN, NOBODY, NOT_READ, REPLACED, STUCK, how
from prescreen.kiosk.status import SCREEN, STARTED_ANEW, UNIT
from prescreen.kiosk.status_said import said

KEYBOARD = """I: Bus=0003 Vendor=0627 Product=0001 Version=0111
N: Name="QEMU QEMU USB Keyboard"
H: Handlers=sysrq kbd event1 leds
B: EV=120013
B: KEY=1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe
"""
TABLET = """N: Name="QEMU QEMU USB Tablet"
B: EV=1f
B: KEY=70000 0 0 0 0
B: REL=900
B: ABS=3
"""
MOUSE = """N: Name="Mouse"
B: EV=17
B: KEY=70000 0 0 0 0
B: REL=903
"""
POWER = """N: Name="Power Button"
H: Handlers=kbd event0
B: EV=3
B: KEY=8000 10000000000000 0
"""


class Machine:
    """A machine as systemd and its journal describe it."""

    def __init__(self, status: str = CAN_BEGIN, state: str = "active") -> None:
        self.units = {
            UNIT: {"LoadState": "loaded", "ActiveState": state, "StatusText": status},
            SCREEN: {"LoadState": "loaded", "ActiveState": "active", "StatusText": ""},
        }
        self.journal: list[dict[str, Any]] = []
        self.clock = datetime(2026, 11, 30, 9, 0)

    def notes(self, *texts: str, **fields: str) -> Machine:
        """Lines of the journal, a minute apart."""
        for text in texts:
            at = str(int(self.clock.timestamp() * 1e6))
            self.journal.append({"__REALTIME_TIMESTAMP": at, "MESSAGE": text, **fields})
            self.clock = self.clock.replace(minute=self.clock.minute + 1)
        return self

    def anew(self, unit: str, result: str) -> Machine:
        """A unit that systemd has started again."""
        self.notes(f"{unit}: Failed with result '{result}'.", UNIT=unit, UNIT_RESULT=result)
        return self.notes("Scheduled restart job", UNIT=unit, MESSAGE_ID=STARTED_ANEW)

    def ask(self, command: Sequence[str]) -> str:
        """What its commands say."""
        if command[0] == "journalctl":
            return "\n".join(map(json.dumps, self.journal))
        return "\n".join(f"{name}={value}" for name, value in self.units[command[-1]].items())

    def says(self, devices: Path) -> tuple[bool, str]:
        """The report in English."""
        can, lines = said("en", self.ask, devices)
        return can, "\n".join(lines)


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    path = tmp_path / "devices"
    path.write_text(f"{POWER}\n{KEYBOARD}", "utf-8")
    return path


def test_it_says_that_a_visitor_can_begin_and_since_when(devices: Path) -> None:
    can, text = Machine().notes("noise", CAN_BEGIN, "noise").says(devices)
    assert can
    assert text.splitlines()[:2] == ["A visitor can begin.", "Since 2026-11-30 09:01"]
    assert "Nothing has been started anew" in text


def test_a_visitors_process_that_was_replaced_changes_nothing_for_the_next(devices: Path) -> None:
    machine = Machine().notes(CAN_BEGIN, f"{REPLACED}{how(-9)}", CAN_BEGIN, REPLACED + STUCK)
    _, text = machine.notes(CAN_BEGIN).says(devices)
    assert "Since 2026-11-30 09:00" in text
    assert "replaced since the machine was switched on: 2" in text
    assert "1 × It was ended from outside" in text
    assert "1 × It gave no sign of life." in text


def test_it_says_why_nobody_can_begin_and_since_when(devices: Path) -> None:
    reason = f"{NOT_READ}site.toml: this is not TOML."
    machine = Machine(NOBODY + reason).notes(CAN_BEGIN, NOBODY + how(1), NOBODY + reason)
    can, text = machine.says(devices)
    assert not can
    assert text.splitlines()[:3] == [
        "No visitor can begin.",
        "Since 2026-11-30 09:01",
        f"The reason: {reason}",
    ]


def test_it_counts_what_systemd_has_started_anew(devices: Path) -> None:
    machine = Machine().notes(CAN_BEGIN).anew(UNIT, "watchdog").anew(SCREEN, "signal")
    _, text = machine.notes(CAN_BEGIN).says(devices)
    assert "Since 2026-11-30 09:05" in text
    assert "The kiosk was started anew since the machine was switched on: 1" in text
    assert "The screen was started anew since the machine was switched on: 1" in text


@pytest.mark.parametrize(
    ("state", "sentence"),
    [("inactive", "switched off"), ("failed", "switched off"), ("activating", "is starting")],
)
def test_what_does_not_run_is_not_said_to(devices: Path, state: str, sentence: str) -> None:
    can, text = Machine(state=state).says(devices)
    assert not can
    assert sentence in text


def test_without_a_screen_nobody_can_begin(devices: Path) -> None:
    machine = Machine()
    machine.units[SCREEN]["ActiveState"] = "activating"
    can, text = machine.says(devices)
    assert not can
    assert "prescreen-x" in text


def test_a_machine_that_is_no_kiosk_says_so(devices: Path) -> None:
    machine = Machine()
    machine.units[UNIT]["LoadState"] = "not-found"
    assert machine.says(devices) == (False, "This machine is not set up as a kiosk.\n")


def test_without_the_right_to_read_the_journal_it_says_how_to_get_it(devices: Path) -> None:
    can, text = Machine().says(devices)
    assert can
    assert "run this with sudo" in text


@pytest.mark.parametrize(("listed", "enough"), [
    (POWER, False), ("", False), (KEYBOARD, True), (TABLET, True), (MOUSE, True),
])  # fmt: skip
def test_without_anything_to_answer_with_nobody_can_begin(
    tmp_path: Path, listed: str, enough: bool
) -> None:
    (tmp_path / "devices").write_text(f"{POWER}\n{listed}", "utf-8")
    can, text = Machine().notes(CAN_BEGIN).says(tmp_path / "devices")
    assert can is enough
    assert ("No keyboard, no mouse" in text) is not enough


def test_both_languages_say_it_unless_one_is_asked_for(devices: Path) -> None:
    _, both = said(None, Machine().ask, devices)
    assert {"A visitor can begin.", "现在可以有人开始。"} < set(both)
    _, chinese = said("zh_CN", Machine().ask, devices)
    assert not re.search(r"[A-Za-z]{5}", "".join(chinese))


def test_the_command_ends_with_1_where_nobody_can_begin(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert main(["kiosk", "--status"]) == 1
    assert "This machine is not set up as a kiosk." in capsys.readouterr().out
