"""A program in a terminal, with everything that it does to the world outside written down."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import resource
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyte
import pytest
from limits import as_long_as
from programs import lacking

ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 100, 32
ENDING = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
PATIENCE = 15.0
TRACED = (
    "%file,%network,write,writev,pwrite64,pwritev,pwritev2,sendfile,splice,vmsplice,"
    "copy_file_range,memfd_create,prctl,prlimit64,shmget,msgsnd,mq_timedsend,add_key,process_vm_writev"
)
NO_FILE = 'ulimit -f 0; exec "$@"'


@dataclass(frozen=True)
class Call:
    """One call to the kernel: its name, its line, and the texts in it."""

    name: str
    line: str
    texts: tuple[bytes, ...]


@dataclass(frozen=True)
class Ended:
    """What is left of a program that has ended."""

    status: int
    stream: bytes
    at_end: bytes
    screen: tuple[str, ...]
    error: bytes
    calls: tuple[Call, ...]
    seen: bytes
    home: Path

    @property
    def code(self) -> int:
        """The exit code; below zero where a signal ended it."""
        return os.waitstatus_to_exitcode(self.status)


class Watched:
    """A program that runs: type to it, look at its screen, and see it end."""

    def __init__(self, pid: int, file: int, error: int, home: Path, log: Path | None) -> None:
        self.pid, self.file, self._error, self._home, self._log = pid, file, error, home, log
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self._feed = pyte.ByteStream(self.screen).feed
        self.stream, self._seen = b"", b""
        self._end_begins: int | None = None
        self._status: int | None = None

    def type(self, text: str | bytes) -> None:
        """Type a text."""
        os.write(self.file, text.encode() if isinstance(text, str) else text)

    def read(self, seconds: float) -> bool:
        """Read for a while what it writes; False once nothing more can come."""
        if not select.select([self.file], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self.file, 1 << 16)
        except OSError:
            return False
        self.stream += data
        self._feed(data)
        return bool(data)

    def _read_on(self, quiet: float) -> None:
        """Read until nothing more comes for so long."""
        for _ in as_long_as(lambda: select.select([self.file], [], [], quiet)[0] and self.read(0)):
            pass

    def drop(self) -> int:
        """Take what it writes without looking at it; how many bytes."""
        try:
            return len(os.read(self.file, 1 << 16))
        except OSError:
            return 0

    def wait(self, done: Callable[[], bool]) -> None:
        """Wait until this is so."""
        end = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < end, "\n".join(rows(self.screen))
            if not self.read(0.05):
                time.sleep(0.01)

    def shows(self, *texts: str) -> bool:
        """Whether all these can be seen, however their lines are broken."""
        shown = "".join("".join(rows(self.screen)).split())
        return all("".join(text.split()) in shown for text in texts)

    def look_around(self) -> None:
        """Take down what every process of this machine was called with; then the end begins."""
        own = str(os.getpid())
        for process in Path("/proc").iterdir():
            if process.name.isdecimal() and process.name != own:
                for name in ("cmdline", "environ", "comm"):
                    self._seen += _content(process / name)
        self._read_on(0)
        self._end_begins = len(self.stream)

    def kill(self, number: int) -> None:
        """Send a signal to the program itself."""
        os.kill(self.pid, number)

    def gone(self) -> bool:
        """Whether the program has ended."""
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._status = status if pid else None
        return self._status is not None

    @property
    def code(self) -> int:
        """The exit code of a program that has ended."""
        assert self._status is not None
        return os.waitstatus_to_exitcode(self._status)

    def end(self) -> Ended:
        """What is left, once the program has ended."""
        self.wait(self.gone)
        self._read_on(0.05)
        assert self._status is not None
        return Ended(
            status=self._status,
            stream=self.stream,
            at_end=self.stream[self._end_begins or 0 :],
            screen=tuple(rows(self.screen)),
            error=_all(self._error),
            calls=tuple(_calls(self._log)) if self._log else (),
            seen=self._seen,
            home=self._home,
        )

    def stop(self) -> None:
        """Leave nothing running."""
        os.close(self.file)
        if not self.gone():
            self.kill(signal.SIGKILL)
            os.waitpid(self.pid, 0)


def rows(screen: pyte.Screen) -> list[str]:
    """The rows of a screen, on which half of a wide character may be left."""
    return ["".join(screen.buffer[y][x].data for x in range(WIDTH)) for y in range(HEIGHT)]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _all(file: int) -> bytes:
    data = b""
    while select.select([file], [], [], 0)[0] and (more := os.read(file, 1 << 16)):
        data += more
    return data


def _calls(log: Path) -> Iterator[Call]:
    end = time.monotonic() + PATIENCE
    while not re.search(r"\+\+\+ (exited|killed)[^\n]*\n\Z", text := log.read_text()):
        assert time.monotonic() < end, "strace does not end"
        time.sleep(0.01)
    for line in text.splitlines():
        if found := re.match(r"\d+ +(?:<\.\.\. )?(\w+)", line):
            texts = re.findall(r'"((?:\\x[0-9a-f]{2})*)"', line)
            yield Call(found[1], line, tuple(bytes.fromhex(t.replace("\\x", "")) for t in texts))


@contextmanager
def watched(
    arguments: Sequence[str],
    place: Path,
    *,
    error_apart: bool = False,
    echo: bool = True,
    full_disk: bool = False,
    traced: bool = True,
) -> Iterator[Watched]:
    """Run Python with these arguments in an empty folder, where a core may be as big as it likes.

    With `full_disk` it can't write to any file. `error_apart` keeps what it says on its error
    stream from the terminal.
    """
    home, log = place / "home", place / "calls"
    home.mkdir(parents=True)
    command = [sys.executable, *arguments]
    if full_disk:
        command = ["/bin/sh", "-c", NO_FILE, "sh", *command]
    if traced:
        if reason := lacking("strace") or _no_trace():
            pytest.skip(reason)
        strace = ["strace", "-D", "-f", "-q", "--seccomp-bpf", "-xx", "-s", "1000000"]
        command = [*strace, "-o", str(log), "-e", f"trace={TRACED}", *command]
    given = _environment(home)
    reader, writer = os.pipe()
    # A signal that comes before the program is there would be one to this process, and be lost.
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    pid, file = pty.fork()
    if pid == 0:
        try:
            for number in ENDING:
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            _become(command, home, given, writer if error_apart else None)
        finally:
            os._exit(127)
    signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    os.close(writer)
    fcntl.ioctl(file, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
    if not echo:
        _no_echo(file)
    running = Watched(pid, file, reader, home, log if traced else None)
    try:
        yield running
    finally:
        running.stop()
        os.close(reader)


@cache
def _no_trace() -> str:
    command = ["strace", "-D", "-f", "--seccomp-bpf", "-o", os.devnull, "true"]
    done = subprocess.run(command, capture_output=True)
    return "strace may not trace here" if done.returncode else ""


def _environment(home: Path) -> dict[str, str]:
    return {
        "HOME": str(home),
        "TMPDIR": str(home),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _become(command: list[str], home: Path, given: Mapping[str, str], error: int | None) -> None:
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    os.chdir(home)
    if error is not None:
        os.dup2(error, 2)
    os.execvpe(command[0], command, given)


def _no_echo(file: int) -> None:
    modes = termios.tcgetattr(file)
    modes[3] &= ~termios.ECHO
    termios.tcsetattr(file, termios.TCSANOW, modes)
