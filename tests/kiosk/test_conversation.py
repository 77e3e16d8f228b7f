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
[ "$1 $2" = "--journal 3" ] && echo "in good time" >&3
cat "$PLACE/why" >&2
read -r code < "$PLACE/code"
exit "$code"
"""


class Xterm:
    """A terminal, and in it the script with what it leans on."""

    def __init__(self, place: Path, *, fonts: str = "Noto", code: int = 0) -> None:
        self.place = place
        self.fonts(fonts)
        self.code(code)
        self.why("one reason\nwhy it is so\n")
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

    def why(self, text: str) -> None:
        """What the program says on its error stream."""
        (self.place / "why").write_text(text, "utf-8")

    def until(self, text: str) -> None:
        """Wait until a text was shown."""
        end = time.monotonic() + PATIENCE
        while text.encode() not in self.raw:
            assert time.monotonic() < end, self.raw
            if select.select([self.file], [], [], 0.1)[0]:
                self.raw += os.read(self.file, 4096)

    def told(self, more: int) -> None:
        """Wait until the manager was told so many things more."""
        before, end = len(self.read("told").splitlines()), time.monotonic() + PATIENCE
        while len(self.read("told").splitlines()) < before + more:
            assert time.monotonic() < end
            if select.select([self.file], [], [], 0.05)[0]:
                self.raw += os.read(self.file, 4096)

    def end(self) -> int:
        """How the script ends."""
        return self.process.wait(PATIENCE)

    def read(self, name: str) -> str:
        """What was told or noted."""
        path = self.place / name
        return path.read_text("utf-8") if path.exists() else ""


@pytest.mark.parametrize("code", [1, 2, 126, 127])
def test_a_program_that_cant_start_is_said_in_both_languages_and_tried_again(
    tmp_path: Path, code: int
) -> None:
    on = Xterm(tmp_path, code=code)
    on.until("请找工作人员")
    on.until("Please ask the staff.")
    on.told(5)
    told = on.read("told").splitlines()
    assert all("--ready" in each and "WATCHDOG=1" in each for each in told)
    assert f"code {code}). why it is so" in told[0]
    noted = on.read("journal")
    assert f"No visitor can begin: the program can't start (code {code}). one reason\n" in noted
    assert noted.count("why it is so") == 1, "the same is said again and again"
    on.why("another reason")
    on.told(5)
    assert "another reason" in on.read("told").splitlines()[-1]
    assert on.read("journal").count("another reason") == 1
    on.code(0)
    on.why("")
    assert on.end() == 0


def test_what_a_running_program_says_is_in_the_journal_at_once(tmp_path: Path) -> None:
    on = Xterm(tmp_path, code=75)
    assert on.end() == 75
    assert on.read("journal") == "in good time\none reason\nwhy it is so\n"
    assert b"reason" not in on.raw


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
