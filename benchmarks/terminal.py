"""A program in a pseudo-terminal, timed."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SIZE = (80, 24)
PATIENCE = 20.0


class Paint(NamedTuple):
    """Seconds from a key to the first and to the last byte, of processor time, and the bytes."""

    first: float
    last: float
    worked: float
    size: int


class Terminal:
    """A running program, and what it wrote with the time of each piece."""

    def __init__(self, command: Sequence[str], term: str = "xterm-256color") -> None:
        environment = {
            "TERM": term,
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "COLORTERM": "truecolor",
        }
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
            os.execve(command[0], list(command), environment)
        self.written = b""

    def until(self, text: str) -> float:
        """The moment at which this text had been written."""
        end = time.perf_counter() + PATIENCE
        while text.encode() not in self.written:
            if not self._read(max(end - time.perf_counter(), 0)):
                raise SystemExit(f"{text!r} was never written; last: {self.written[-300:]!r}")
        return time.perf_counter()

    def press(self, keys: str) -> None:
        """Type these keys."""
        os.write(self._fd, keys.encode())

    def quiet(self, seconds: float = 0.1) -> None:
        """Wait until nothing is written any more, and forget what was."""
        while self._read(seconds):
            pass
        self.written = b""

    def answer_to(self, keys: str, still: float = 0.2) -> Paint:
        """What painting the answer to these keys takes."""
        self.written = b""
        before = self._worked()
        pressed = time.perf_counter()
        self.press(keys)
        times: list[float] = []
        while self._read(still if times else PATIENCE):
            times.append(time.perf_counter() - pressed)
        if not times:
            raise SystemExit(f"nothing was written after {keys!r}")
        return Paint(times[0], times[-1], self._worked() - before, len(self.written))

    def _worked(self) -> float:
        """The seconds of processor time so far, of all threads."""
        threads = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(each.read_text(encoding="ascii").split()[0]) for each in threads) / 1e9

    def _read(self, seconds: float) -> bool:
        if not select.select([self._fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self.written += data
        return bool(data)

    def close(self) -> float:
        """End the program; the seconds of processor time that it took."""
        os.kill(self.pid, signal.SIGKILL)
        _, _, used = os.wait4(self.pid, 0)
        os.close(self._fd)
        return used.ru_utime + used.ru_stime


def share(values: Sequence[float], part: float) -> float:
    """The value below which this part of the values lies."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]
