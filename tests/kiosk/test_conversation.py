"""What the xterm runs: the program or, where even that can't begin, whom to ask and why."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import time
from pathlib import Path

import pytest

from kiosk.stage import ROOT

SCRIPT = ROOT / "deploy" / "kiosk" / "conversation"
PATIENCE = 20.0
FONTS = """#!/bin/sh
cat "$PLACE/fonts" 2>/dev/null
"""
NOTIFY = """#!/bin/sh
echo "$*" >> "$PLACE/told"
"""
SLEEP = """#!/bin/sh
exec /bin/sleep 0.1
"""
PROGRAM = """#!/bin/sh
echo "why it is so" >&2
read -r code < "$PLACE/code"
exit "$code"
"""


class Xterm:
    """A terminal, and in it the script with what it leans on."""

    def __init__(self, place: Path, *, fonts: str = "Noto", code: int = 0) -> None:
        self.place = place
        self.fonts(fonts)
        self.code(code)
        for name, text in (
            ("fc-list", FONTS), ("systemd-notify", NOTIFY), ("sleep", SLEEP), ("program", PROGRAM)
        ):  # fmt: skip
            (place / name).write_text(text, "utf-8")
            (place / name).chmod(0o755)
        around = {"PATH": f"{place}:{os.environ['PATH']}", "PLACE": str(place)}
        self.file, inside = pty.openpty()
        with (place / "journal").open("wb") as journal:
            shell = ["sh", "-c", f'exec 3>&2; exec "{SCRIPT}" Noto "{place}/program" 2>/dev/null']
            self.process = subprocess.Popen(
                shell, stdin=inside, stdout=inside, stderr=journal, env=around
            )
        os.close(inside)
        self.raw = b""

    def fonts(self, found: str) -> None:
        """What fonts there are."""
        (self.place / "fonts").write_text(found, "utf-8")

    def code(self, code: int) -> None:
        """How the program ends."""
        (self.place / "code").write_text(f"{code}\n", "utf-8")

    def until(self, text: str) -> None:
        """Wait until a text was shown."""
        end = time.monotonic() + PATIENCE
        while text.encode() not in self.raw:
            assert time.monotonic() < end, self.raw
            if select.select([self.file], [], [], 0.1)[0]:
                self.raw += os.read(self.file, 4096)

    def end(self) -> int:
        """How the script ends."""
        return self.process.wait(PATIENCE)

    def read(self, name: str) -> str:
        """What was told or noted."""
        return (self.place / name).read_text("utf-8")


@pytest.mark.parametrize("code", [1, 2, 126, 127])
def test_a_program_that_cant_start_is_said_in_both_languages_and_tried_again(
    tmp_path: Path, code: int
) -> None:
    on = Xterm(tmp_path, code=code)
    on.until("请找工作人员")
    on.until("Please ask the staff.")
    on.until("Please ask the staff.")
    on.code(0)
    assert on.end() == 0
    assert "why it is so" in on.read("journal")
    assert on.read("journal").count("No visitor can begin") == 1
    told = on.read("told").splitlines()
    assert all("--ready" in each and "WATCHDOG=1" in each for each in told)
    assert f"code {code}" in told[0]


@pytest.mark.parametrize("code", [0, 75, 143])
def test_a_program_that_has_ended_takes_the_terminal_with_it(tmp_path: Path, code: int) -> None:
    assert Xterm(tmp_path, code=code).end() == code
    assert not (tmp_path / "told").exists()


def test_without_a_chinese_font_it_says_so_and_ends_when_there_is_one(tmp_path: Path) -> None:
    on = Xterm(tmp_path, fonts="")
    on.until("Please ask the staff.")
    on.fonts("Noto")
    assert on.end() == 0
    assert "fonts-noto-cjk" in on.read("told")
    assert "why it is so" not in on.read("journal"), "the program ran without a font"


def test_what_was_on_the_screen_is_cleared_before_it_says_so(tmp_path: Path) -> None:
    on = Xterm(tmp_path, code=1)
    on.until("请找工作人员")
    assert b"\x1bc" in on.raw.partition("这台机器".encode())[0]
    on.code(0)
    on.end()
