"""A terminal for a test: a pseudo-terminal with a program in it, its screen, and what it wrote."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pyte

from flows import STRAIGHT

TESTS = Path(__file__).resolve().parents[1]
PLAIN = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
WAIT = 20.0


class Nursery:
    """The process that the programs are forks of."""

    def __init__(self) -> None:
        path = os.pathsep.join((str(TESTS), str(TESTS.parent)))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "faults.nursery"],
            env=PLAIN | {"PYTHONPATH": path, "TEXTUAL_DISABLE_KITTY_KEY": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, order: Mapping[str, Any]) -> int | None:
        """Give an order, and return what is answered."""
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(order), file=self._process.stdin, flush=True)
        said = self._process.stdout
        assert select.select([said], [], [], 3 * WAIT)[0], "the nursery does not answer"
        answer = json.loads(said.readline())
        return answer if isinstance(answer, int) else None

    def close(self) -> None:
        """End it, and all that it started."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(WAIT)
        self._process.stdout.close()

    @contextmanager
    def terminal(
        self, start: str, *arguments: object, size: tuple[int, int] = (80, 24), **how: object
    ) -> Iterator[Terminal]:
        """Run a function of a test module in a terminal."""
        master, slave = pty.openpty()
        shown = Terminal(master, slave, size)
        order = {"start": start, "arguments": arguments, "tty": os.ttyname(slave), **how}
        pid = self.ask(order)
        assert pid
        try:
            shown.begin(pid, lambda: self.ask({"wait": pid}))
            yield shown
        finally:
            shown.close()


class Terminal:
    """What stands between the test and the program."""

    def __init__(self, master: int, slave: int, size: tuple[int, int]) -> None:
        self.master, self.slave = master, slave
        self.modes = termios.tcgetattr(slave)
        self.raw = b""
        self.pid = 0
        self.code: int | None = None
        self.resize(*size)
        width, height = (side if side < 500 else 80 for side in size)
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self.screen)

    def begin(self, pid: int, poll: Any) -> None:
        """Take the program's process id, and how to ask for its exit code."""
        self.pid, self._poll = pid, poll

    def resize(self, width: int, height: int) -> None:
        """Claim a size."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def send(self, data: bytes) -> None:
        """Type bytes, reading what comes back so that neither side waits for the other."""
        end = time.monotonic() + WAIT
        while data:
            assert time.monotonic() < end, f"the program leaves {len(data)} bytes"
            ready = select.select([self.master], [self.master], [], 1)
            if ready[0]:
                self.read(0)
            if ready[1]:
                data = data[os.write(self.master, data[:1024]) :]

    def read(self, seconds: float) -> bool:
        """Read what comes within these seconds; False if that is nothing."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.raw += data
        with suppress(IndexError):
            # pyte keeps no private marks apart in a few of its handlers.
            self._stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;]*[a-ln-z$]+", b"", data))
        return bool(data)

    def settle(self, quiet: float = 0.3) -> str:
        """Read until nothing more comes; the screen as it is then."""
        self.wait(lambda: not self.read(quiet))
        return self.text

    def wait(self, happened: Callable[[], bool], within: float = WAIT) -> None:
        """Read until something has happened."""
        end = time.monotonic() + within
        while not happened():
            assert time.monotonic() < end, f"{self.text}\n{self.raw[-600:]!r}"
            self.read(0.05)

    @property
    def text(self) -> str:
        """What can be seen."""
        return "\n".join(row.rstrip() for row in self.screen.display)

    def until(self, text: str) -> str:
        """Read until a text can be seen."""
        self.wait(lambda: text in self.text)
        return self.text

    @property
    def runs(self) -> bool:
        """Whether the program goes on."""
        if self.code is None:
            self.code = self._poll()
        return self.code is None

    def ended(self, within: float = WAIT, *, reading: bool = True) -> int | None:
        """Wait for the end; the exit code, or None if the program goes on."""
        end = time.monotonic() + within
        while self.runs and time.monotonic() < end:
            if not (reading and self.read(0.05)):
                time.sleep(0.02)
        if reading and not self.runs:
            self.settle(0.05)
        return self.code

    def seconds(self) -> float:
        """The processor time that the program has used."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """The most memory that the program has had."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+)", status)
        assert found
        return int(found[1]) / 1024

    def hang_up(self) -> None:
        """Take the terminal away."""
        for file in (self.master, self.slave):
            os.close(file)
        self.master = self.slave = -1

    def close(self) -> None:
        """End the program if it still goes on."""
        if self.runs:
            os.kill(self.pid, signal.SIGKILL)
            self.ended(reading=False)
        if self.master >= 0:
            self.hang_up()


def command(*arguments: str) -> Sequence[str]:
    """The program as it is started."""
    return [sys.executable, "-m", "prescreen", *arguments, *STRAIGHT]


@contextmanager
def started(arguments: Sequence[str], environment: dict[str, str], cwd: Path) -> Iterator[Terminal]:
    """Start a program by its command in a terminal of its own."""
    master, slave = pty.openpty()
    shown = Terminal(master, slave, (80, 24))
    process = subprocess.Popen(
        arguments,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=cwd,
        env=PLAIN | {"PYTHONPATH": os.pathsep.join((str(TESTS.parent), str(TESTS)))} | environment,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )
    try:
        shown.begin(process.pid, process.poll)
        yield shown
    finally:
        shown.close()
        process.wait(WAIT)
