"""Lines as they are typed, for a reader who does not wait for ever."""

from __future__ import annotations

import os
import select
import termios
from io import UnsupportedOperation
from typing import TextIO

LONGEST_LINE = 4096
"""Bytes of one line; what comes after them, up to its end, is dropped."""
SLICE = 1.0
"""Seconds of one wait at most, so that a machine that slept is noticed soon."""


def by_lines(source: TextIO) -> bool:
    """Whether this is a terminal, which is then made to echo, to edit lines and to take Ctrl+C.

    What started the program may have switched all of it off, so that no key was lost or shown.
    """
    try:
        modes = termios.tcgetattr(source)
    except (termios.error, UnsupportedOperation, ValueError):
        return False
    modes[3] |= termios.ECHO | termios.ICANON | termios.ISIG
    termios.tcsetattr(source, termios.TCSANOW, modes)
    return True


class LineInput:
    """The lines of a terminal or a pipe; a text in memory never keeps anybody waiting."""

    def __init__(self, source: TextIO) -> None:
        self._source = source
        self._bytes = b""
        self._ended = False
        try:
            self._file = source.fileno()
        except (UnsupportedOperation, ValueError):
            self._file = -1

    def line(self, seconds: float) -> str | None:
        """The next line, empty at the end of the input; None if none came in this time."""
        if self._file < 0:
            return self._line_in_memory()
        while b"\n" not in self._bytes and not self._ended:
            wait = min(max(seconds, 0.0), SLICE)
            if not select.select([self._file], [], [], wait)[0]:
                return None
            self._read()
        line, end, self._bytes = self._bytes.partition(b"\n")
        return line.decode("utf-8", "replace") + end.decode()

    def _line_in_memory(self) -> str:
        try:
            return self._source.readline()
        except OSError:
            return ""

    def _read(self) -> None:
        """Read what there is; a terminal that is gone has ended."""
        try:
            data = os.read(self._file, LONGEST_LINE)
        except OSError:
            data = b""
        self._ended = not data
        self._bytes += data
        if b"\n" not in self._bytes:
            self._bytes = self._bytes[:LONGEST_LINE]
