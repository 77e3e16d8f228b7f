"""The X server is ended by systemd where it stands still: it is spoken of only while it answers."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from programs import needs

from kiosk.stage import ROOT

SCRIPT = ROOT / "deploy" / "kiosk" / "x"
XORG = """#!/bin/sh
echo "$*" > "$PLACE/given"
exec Xvfb "$1" -screen 0 64x64x24 -nolisten tcp -nolisten local
"""
NOTIFY = """#!/bin/sh
echo "$*" >> "$PLACE/told"
"""
QUICKLY = """#!/bin/sh
exec /bin/sleep 0.1
"""
PATIENCE = 20.0

pytestmark = needs("Xvfb", "xset")


class Server:
    """The script with a server of its own."""

    def __init__(self, place: Path, **around: str) -> None:
        self.place = place
        for name, text in (("Xorg", XORG), ("systemd-notify", NOTIFY), ("sleep", QUICKLY)):
            (place / name).write_text(text, "utf-8")
            (place / name).chmod(0o755)
        self.number = 20000 + os.getpid() % 20000
        display = f":{self.number}"
        given = {"PATH": f"{place}:{os.environ['PATH']}", "PLACE": str(place), "DISPLAY": display}
        self.process = subprocess.Popen(
            [SCRIPT, display, "vt1"],
            env={**given, **around},
            start_new_session=True,
            stderr=subprocess.DEVNULL,
        )

    def told(self) -> list[str]:
        """What systemd was told."""
        path = self.place / "told"
        return path.read_text("utf-8").splitlines() if path.exists() else []

    def until(self, text: str, more: int) -> None:
        """Wait until systemd was told something so many times more."""
        before, end = self.told().count(text), time.monotonic() + PATIENCE
        while self.told().count(text) < before + more:
            assert time.monotonic() < end, self.told()
            time.sleep(0.05)

    def end(self) -> None:
        """End it with all that it has started."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)
        for left in (f"/tmp/.X{self.number}-lock", f"/tmp/.X11-unix/X{self.number}"):
            Path(left).unlink(missing_ok=True)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    found = Server(tmp_path)
    yield found
    found.end()


def test_it_is_ready_when_it_answers_and_spoken_of_only_while_it_does(server: Server) -> None:
    server.until("--ready", 1)
    server.until("WATCHDOG=1", 2)
    assert server.told()[0] == "--ready"
    os.kill(server.process.pid, signal.SIGSTOP)
    time.sleep(1)
    before = server.told()
    time.sleep(2)
    assert server.told() == before
    os.kill(server.process.pid, signal.SIGCONT)
    server.until("WATCHDOG=1", 2)


def test_without_a_mouse_there_is_no_arrow(tmp_path: Path) -> None:
    found = Server(tmp_path, PRESCREEN_POINTER="hidden")
    try:
        found.until("--ready", 1)
    finally:
        found.end()
    assert (tmp_path / "given").read_text("utf-8").split()[1:] == ["vt1", "-nocursor"]
