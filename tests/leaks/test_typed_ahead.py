"""What was typed and not read when the program ends is no command to the shell behind it."""

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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flows import STRAIGHT
from leaks.watched import PATIENCE, ROOT

AHEAD, NEXT = "61.37 kg\n", "\n"


def waiting(file: int) -> int:
    """How many bytes wait on a terminal to be read."""
    return int(struct.unpack("i", fcntl.ioctl(file, termios.FIONREAD, b"\0" * 4))[0])


@contextmanager
def running(front: str, inner: int, place: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program in a terminal that outlives it."""
    flags = ["--lang", "en", *(["--plain"] if front == "plain" else [])]
    program = subprocess.Popen(
        [sys.executable, "-m", "prescreen", *flags, *STRAIGHT],
        stdin=inner,
        stdout=inner,
        stderr=inner,
        cwd=place,
        env={**os.environ, "TERM": "xterm", "PYTHONPATH": str(ROOT)},
    )
    try:
        yield program
    finally:
        program.kill()
        program.wait(PATIENCE)


def until(outer: int, done: Callable[[bytes], bool]) -> None:
    """Read until this is so of all that was written."""
    seen, end = b"", time.monotonic() + PATIENCE
    while not done(seen):
        assert time.monotonic() < end, seen[-500:]
        if select.select([outer], [], [], 0.05)[0]:
            seen += os.read(outer, 1 << 16)


@pytest.mark.parametrize("end", ["left", "SIGTERM"])
@pytest.mark.parametrize("front", ["plain", "screen"])
def test_no_shell_gets_what_was_typed_ahead(front: str, end: str, tmp_path: Path) -> None:
    outer, inner = pty.openpty()
    plain = front == "plain"
    with running(front, inner, tmp_path) as program:
        until(outer, lambda seen: (b"Your answer: " if plain else b"Leave") in seen)
        if end == "left":
            os.write(outer, b"/leave\n" if plain else b"\x1b[21~")
            until(outer, lambda seen: b"Stop and erase" in seen)
            os.write(outer, f"2{NEXT if plain else ''}{AHEAD}".encode())
        else:
            program.send_signal(signal.SIGSTOP)
            os.write(outer, AHEAD.encode())
            program.send_signal(signal.Signals[end])
            program.send_signal(signal.SIGCONT)
        until(outer, lambda _: program.poll() is not None)
    assert waiting(inner) == 0
    os.close(outer)
    os.close(inner)
