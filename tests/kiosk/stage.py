"""A kiosk on a terminal of its own, with real processes."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyte

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "docs" / "site.example.toml"
PATIENCE = 30.0
FIRST = "Choose your language"
ENVIRONMENT = {
    "TERM": "xterm-256color",
    "LANG": "C.UTF-8",
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(ROOT),
    "TEXTUAL_LOG": "/dev/null",
    "SECRET": "not for visitors",
}


def command(*options: str | Path) -> list[str]:
    """The command of a kiosk."""
    return [sys.executable, "-m", "prescreen", "kiosk", *map(str, options)]


class Kiosk:
    """A running kiosk, and the eyes and hands of whoever sits at it."""

    def __init__(self, *options: str | Path, environment: Mapping[str, str] = {}) -> None:
        self.file, inside = pty.openpty()
        self.screen = pyte.HistoryScreen(80, 24, history=1000)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.resize(80, 24)
        self.process = subprocess.Popen(
            ["setsid", "--ctty", *command(*options)],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env={**ENVIRONMENT, **environment},
        )
        os.close(inside)

    def resize(self, width: int, height: int) -> None:
        """Claim a size."""
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def read(self, seconds: float = 0.05) -> bool:
        """Look at the screen for a while; whether there was anything new."""
        if not select.select([self.file], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.file, 65536)
        except OSError:
            time.sleep(seconds)
            return False
        self.raw += data
        self.stream.feed(data)
        return True

    @property
    def shown(self) -> str:
        """What can be read on the screen."""
        return "\n".join(
            "".join(self.screen.buffer[row][column].data for column in range(self.screen.columns))
            for row in range(self.screen.lines)
        )

    @property
    def scrolled(self) -> str:
        """What can be read by scrolling back."""
        return "\n".join(
            "".join(line[column].data for column in range(80)) for line in self.screen.history.top
        )

    def wait_for(self, text: str) -> None:
        """Wait until a text can be seen."""
        self.wait(lambda: text in self.shown, text)

    def wait(self, happened: Callable[[], bool], what: str) -> None:
        """Wait until something has happened."""
        end = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < end, f"{what!r} never came:\n{self.shown}"
            self.read()

    def send(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self.file, keys)

    @property
    def visitor(self) -> int:
        """The visitor's process, 0 while there is none."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        children = [int(each) for each in path.read_text().split()]
        assert len(children) <= 1
        return children[0] if children else 0

    def next_visitor(self, last: int) -> int:
        """The process that came after this one, once its first page is shown."""
        self.wait(lambda: self.visitor not in (0, last), "another process")
        while select.select([self.file], [], [], 0)[0]:
            self.read()
        self.wait_for(FIRST)
        return self.visitor

    def agree(self) -> None:
        """Go as far as the first question."""
        for key, text in ((b"2", "Who is answering?"), (b"1", "Before we begin")):
            self.send(key)
            self.wait_for(text)
        self.send(b"1")
        self.wait_for("How old are you")

    def end(self) -> int:
        """The exit code of the kiosk, once it has ended."""
        self.wait(lambda: self.process.poll() is not None, "the end")
        while self.read():
            pass
        return self.process.returncode


def gone(pid: int) -> bool:
    """Whether there is no such process any more."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@contextmanager
def kiosk(*options: str | Path, environment: Mapping[str, str] = {}) -> Iterator[Kiosk]:
    """A kiosk with the example of a site, ended at the end."""
    running = Kiosk("--site", SITE, *options, environment=environment)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.process.send_signal(signal.SIGKILL)
            running.process.wait()
        os.close(running.file)
