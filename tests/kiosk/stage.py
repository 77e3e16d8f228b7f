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
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyte
from read_on import READ_ON

from flows import STRAIGHT

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
    return [sys.executable, "-m", "prescreen", "kiosk", *STRAIGHT, *map(str, options)]


class Screen(pyte.HistoryScreen):
    """A terminal that says it is well when it is asked; to other questions it has no answer."""

    def __init__(self, file: int) -> None:
        super().__init__(80, 24, history=1000)
        self.file = file

    def report_device_status(self, mode: int, **_: object) -> None:
        """Answer as xterm does."""
        if mode == 5:
            os.write(self.file, b"\x1b[0n")


class Kiosk:
    """A running kiosk, and the eyes and hands of whoever sits at it."""

    def __init__(self, *options: str | Path, environment: Mapping[str, str] = {}) -> None:
        self.file, inside = pty.openpty()
        self.frozen = False
        self.turn = threading.Lock()
        self.screen = Screen(self.file)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.resize(80, 24)
        given = {**ENVIRONMENT, **environment}
        journal = Path(given.pop("JOURNAL", os.ttyname(inside)))
        with journal.open("wb", 0) as notes:
            self.process = subprocess.Popen(
                ["setsid", "--ctty", *command(*options)],
                stdin=inside,
                stdout=inside,
                stderr=notes,
                env=given,
            )
        os.close(inside)
        self.over = threading.Event()
        self.reader = threading.Thread(target=self._read_on, daemon=True)
        self.reader.start()

    def _read_on(self) -> None:
        """A terminal reads, and answers, whether or not anybody looks at it."""
        while not self.over.is_set():
            if self.frozen:
                time.sleep(0.05)
            else:
                self._take(0.05)

    def resize(self, width: int, height: int) -> None:
        """Claim a size."""
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def _take(self, seconds: float) -> None:
        if not select.select([self.file], [], [], seconds)[0]:
            return
        try:
            data = os.read(self.file, 65536)
        except OSError:
            time.sleep(seconds)
            return
        with self.turn:
            self.raw += data
            self.stream.feed(data)

    def read(self, seconds: float = 0.05) -> None:
        """Look at the screen for a while."""
        time.sleep(seconds)

    def close(self) -> None:
        """Take the terminal away."""
        self.over.set()
        self.reader.join(PATIENCE)
        os.close(self.file)

    @property
    def shown(self) -> str:
        """What can be read on the screen."""
        with self.turn:
            return "\n".join(
                "".join(self.screen.buffer[row][at].data for at in range(self.screen.columns))
                for row in range(self.screen.lines)
            )

    @property
    def scrolled(self) -> str:
        """What can be read by scrolling back."""
        with self.turn:
            return "\n".join(
                "".join(line[at].data for at in range(80)) for line in self.screen.history.top
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
        self.read(0.2)
        self.wait_for(FIRST)
        return self.visitor

    def agree(self) -> None:
        """Go as far as the first question."""
        for key, text in ((b"2", "Who is answering?"), (b"1", "Before we begin")):
            self.send(key)
            self.wait_for(text)
        self.send(f"{READ_ON}1".encode())
        self.wait_for("How old are you")

    def end(self) -> int:
        """The exit code of the kiosk, once it has ended."""
        self.wait(lambda: self.process.poll() is not None, "the end")
        self.read(0.2)
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
            running.process.wait(PATIENCE)
        running.close()
