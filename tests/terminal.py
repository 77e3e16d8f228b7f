"""The program in a pseudo-terminal, as a person at a keyboard has it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

PATIENCE = 10.0


class Terminal:
    """A running program: type to it, and read what it writes."""

    def __init__(
        self,
        *arguments: str,
        environment: Mapping[str, str],
        cwd: Path,
        size: tuple[int, int] = (80, 24),
    ) -> None:
        command = [sys.executable, "-m", "prescreen", *arguments]
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            os.execve(sys.executable, command, dict(environment))
        width, height = size
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self.seen = b""

    def type(self, text: str) -> None:
        """Type a text, Enter included where it holds one."""
        os.write(self._fd, text.encode())

    def until(self, text: str) -> str:
        """What was written since the last call, up to this text."""
        wanted, end = text.encode(), time.monotonic() + PATIENCE
        while wanted not in self.seen:
            if not self._read(end - time.monotonic()):
                raise AssertionError(f"{text!r} never came; last: {self.seen[-400:]!r}")
        before, _, self.seen = self.seen.partition(wanted)
        return (before + wanted).decode()

    def _read(self, seconds: float) -> bool:
        if seconds <= 0 or not select.select([self._fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self.seen += data
        return bool(data)

    def end(self) -> int:
        """The exit code, once the program has ended."""
        deadline = time.monotonic() + PATIENCE
        while self._read(deadline - time.monotonic()):
            pass
        code = self._code(deadline)
        os.close(self._fd)
        return code

    def hang_up(self) -> int:
        """The exit code after the terminal was taken away."""
        os.close(self._fd)
        return self._code(time.monotonic() + PATIENCE)

    def _code(self, deadline: float) -> int:
        while time.monotonic() < deadline:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.01)
        os.kill(self.pid, signal.SIGKILL)
        raise AssertionError("the program did not end")
