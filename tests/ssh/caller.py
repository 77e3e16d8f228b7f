"""The real OpenSSH client, in a terminal as a caregiver has it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping
from secrets import token_hex
from types import TracebackType
from typing import Protocol

import pyte
from limits import as_long_as

from ssh.place import Place

PATIENCE = 15.0


class Reached(Protocol):
    """What can be called: a door, or what stands before several."""

    @property
    def place(self) -> Place:
        """Whose host key is expected."""

    @property
    def port(self) -> int:
        """Where it listens."""


def command(door: Reached, *options: str, account: str = "") -> list[str]:
    """The client's options, that trust this door's key and read no one's configuration."""
    call = token_hex(4)
    files = door.place.folder / f"known.{call}", door.place.folder / f"client.{call}"
    key = door.place.key.with_suffix(".pub").read_text("utf-8")
    files[0].write_text(f"[127.0.0.1]:{door.port} {key}", "utf-8")
    # A name that the client would refuse on its command line is taken from a file.
    lines = f"""
        User {account or door.place.account}
        Port {door.port}
        UserKnownHostsFile {files[0]}
        GlobalKnownHostsFile none
        NumberOfPasswordPrompts 1
    """
    files[1].write_text(lines, "utf-8")
    return ["-F", str(files[1]), *options]


def ask(door: Reached, *options: str, ask_for: tuple[str, ...] = (), account: str = "") -> Answer:
    """Call without a terminal of one's own; what came back."""
    line = ["ssh", *command(door, *options, account=account), "127.0.0.1", *ask_for]
    return Answer(
        subprocess.run(line, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE)
    )


class Answer:
    """What a call without a terminal came to."""

    def __init__(self, done: subprocess.CompletedProcess[bytes]) -> None:
        self.code = done.returncode
        self.out = done.stdout.decode()
        self.err = done.stderr.decode().replace("\r", "")


class Caller:
    """A client in a terminal: type to it, and read the screen."""

    def __init__(
        self,
        door: Reached,
        *options: str,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
        ask_for: tuple[str, ...] = (),
    ) -> None:
        line = ["ssh", *command(door, *options), "127.0.0.1", *ask_for]
        found = {"TERM": "xterm-256color", "PATH": os.environ["PATH"], **(environment or {})}
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            self._resize(0, size)
            os.execve(shutil.which("ssh") or "ssh", line, found)
        self._over = False
        self.code = 0
        self.raw = b""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)

    def __enter__(self) -> Caller:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._over:
            self.kill()
        os.close(self._fd)

    @staticmethod
    def _resize(fd: int, size: tuple[int, int]) -> None:
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def resize(self, width: int, height: int) -> None:
        """Make the window another size."""
        self._screen.resize(height, width)
        self._resize(self._fd, (width, height))

    def type(self, text: str) -> None:
        """Type a text, Enter included where it holds one."""
        os.write(self._fd, text.encode())

    def flood(self, text: str) -> None:
        """Type a long text, and read meanwhile: a client whose words nobody reads soon is deaf."""
        data, end = text.encode(), time.monotonic() + PATIENCE
        while data:
            assert time.monotonic() < end, f"the client takes nothing more of {len(data)} bytes"
            hears, takes, _ = select.select([self._fd], [self._fd], [], 1)
            if hears:
                os.read(self._fd, 1 << 16)
            elif takes:
                data = data[os.write(self._fd, data[:256]) :]
                end = time.monotonic() + PATIENCE

    @property
    def shown(self) -> str:
        """The screen as lines."""
        cells, width = self._screen.buffer, self._screen.columns
        lines = ("".join(cells[y][x].data for x in range(width)) for y in range(self._screen.lines))
        return "\n".join(line.rstrip() for line in lines)

    def until(self, text: str) -> str:
        """The screen, once this text stands on it, however its lines are broken."""
        end, wanted = time.monotonic() + PATIENCE, "".join(text.split())
        while wanted not in "".join(self.shown.split()):
            if not self._read(end - time.monotonic()):
                raise AssertionError(f"{text!r} never came; the screen:\n{self.shown}")
        return self.shown

    def _read(self, seconds: float) -> bool:
        if seconds <= 0 or not select.select([self._fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)

    def end(self, seconds: float | None = None) -> int:
        """The exit code, once the client has ended."""
        end = time.monotonic() + (seconds or PATIENCE)
        while time.monotonic() < end:
            self._read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._over = True
                for _ in as_long_as(lambda: self._read(0.05)):
                    pass
                self.code = os.waitstatus_to_exitcode(status)
                return self.code
        raise AssertionError(f"the client goes on; the screen:\n{self.shown}")

    def over(self, seconds: float) -> bool:
        """Whether the client ends by then."""
        try:
            self.end(seconds)
        except AssertionError:
            return False
        return True

    def kill(self, sign: int = signal.SIGKILL) -> None:
        """End the client at once."""
        os.kill(self.pid, sign)
        os.waitpid(self.pid, 0)
        self._over = True

    def freeze(self) -> None:
        """Stop the client, as a laptop that sleeps does."""
        os.kill(self.pid, signal.SIGSTOP)
