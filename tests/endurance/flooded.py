"""A program in a terminal that is flooded: it may end as a person ends it, and in no other way."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import termios
import time
from collections.abc import Iterable
from pathlib import Path

from leaks.watched import Watched

from endurance.noise import Size

TICK = os.sysconf("SC_CLK_TCK")
IDLE = 0.1
"""The part of a processor below which a program counts as idle."""
PATIENCE = 120.0


def busy(pid: int) -> float:
    """Seconds of processor that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def most_memory(pid: int) -> float:
    """The most megabytes that a process has had in memory."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def pour(program: Watched, pieces: Iterable[bytes | Size]) -> int:
    """Type as fast as the program takes it; how many bytes it took before it ended."""
    poured = 0
    for piece in pieces:
        if isinstance(piece, tuple):
            resize(program.file, piece)
            continue
        end = time.monotonic() + PATIENCE
        while piece:
            assert time.monotonic() < end, "it takes nothing more"
            if program.gone():
                return poured
            sent = _send(program, piece)
            piece, poured = piece[sent:], poured + sent
    return poured


def _send(program: Watched, piece: bytes) -> int:
    readable, writable, _ = select.select([program.file], [program.file], [], 0.1)
    if readable:
        program.drop()
    try:
        return os.write(program.file, piece) if writable else 0
    except (BlockingIOError, OSError):
        return 0


def resize(file: int, size: Size) -> None:
    """Give the program this many columns and rows."""
    width, height = size
    fcntl.ioctl(file, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))


def signal_by_none(file: int) -> None:
    """Let no byte be a signal, stop the output, or be the end of the input, in any mode.

    What was typed before somebody left may be looked at only when the modes are those from before.
    """
    modes = termios.tcgetattr(file)
    modes[0] &= ~termios.IXON
    for each in (termios.VINTR, termios.VQUIT, termios.VSUSP, termios.VEOF):
        modes[6][each] = b"\0"
    termios.tcsetattr(file, termios.TCSANOW, modes)


def silent(file: int) -> None:
    """Let the terminal show nothing of what is typed."""
    modes = termios.tcgetattr(file)
    modes[3] &= ~termios.ECHO
    termios.tcsetattr(file, termios.TCSANOW, modes)


def takes_keys(file: int) -> bool:
    """Whether a program reads single keys from this terminal."""
    return not termios.tcgetattr(file)[3] & termios.ICANON


def settle(program: Watched) -> None:
    """Wait until it has dealt with everything and does nothing."""
    end = time.monotonic() + PATIENCE
    while not program.gone():
        before, at = busy(program.pid), time.monotonic()
        while time.monotonic() < at + 0.5:
            if select.select([program.file], [], [], 0.1)[0]:
                program.drop()
        if not program.gone() and busy(program.pid) - before < IDLE * (time.monotonic() - at):
            return
        assert time.monotonic() < end, "it never comes to rest"


def answers(program: Watched, keys: Iterable[bytes]) -> bool:
    """Whether something is written after one of these keys."""
    for key in keys:
        os.write(program.file, key)
        if select.select([program.file], [], [], 3)[0]:
            return program.drop() > 0
    return False
