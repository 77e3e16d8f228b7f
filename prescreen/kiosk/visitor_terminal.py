"""The terminal that visitors sit at: no key of it is a signal, and it is cleared between them."""

from __future__ import annotations

import os
import select
import termios
import time
from collections.abc import Sequence
from contextlib import suppress

from prescreen.system.signals import HOW_ARE_YOU, WELL

CLEAR = b"\x1b[2J\x1b[?1049l\x1bc\x1b[2J\x1b[3J\x1b[H"
"""Clear the second screen, leave it, reset everything, clear the first one, forget what scrolled.

The scrollback comes last: tmux moves there what is cleared from the first screen.
"""
HIDE_CURSOR, BOLD = b"\x1b[?25l", b"\x1b[1m"
TERMINAL_TIMEOUT = 10.0


class TerminalGone(Exception):
    """The terminal takes nothing any more, or does not answer."""


class Terminal:
    """The terminal of this process; of what is typed on it nothing is kept here."""

    def __init__(self, descriptor: int) -> None:
        self._terminal = descriptor
        # Its own description: a visitor's process shares the other one and must not find it
        # non-blocking.
        flags = os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC
        self._out = os.open(os.ttyname(descriptor), flags)
        self._before = termios.tcgetattr(descriptor)
        self._gone = False

    def clear(self) -> None:
        """Forget all that was typed or shown. Raises TerminalGone."""
        try:
            self._hold()
            termios.tcflow(self._terminal, termios.TCOON)
            termios.tcflush(self._terminal, termios.TCIOFLUSH)
        except termios.error:
            raise TerminalGone from None
        self._write(CLEAR)
        self._await_answer()

    def show(self, lines: Sequence[str]) -> None:
        """Show a few lines and nothing else. Raises TerminalGone."""
        self.clear()
        text = "\r\n\r\n".join(f"  {line}" for line in lines)
        self._write(b"\r\n" + HIDE_CURSOR + BOLD + text.encode())

    def release(self) -> None:
        """Clear it and give it back as it was; a terminal that is gone needs neither."""
        if self._gone:
            return
        with suppress(TerminalGone, termios.error):
            self.clear()
            termios.tcsetattr(self._terminal, termios.TCSANOW, self._before)

    def _hold(self) -> None:
        """Let no key be a signal, stop the output or be shown."""
        now = termios.tcgetattr(self._terminal)
        now[0] &= ~(termios.IXON | termios.IXOFF | termios.BRKINT)
        now[3] &= ~(termios.ISIG | termios.ICANON | termios.ECHO | termios.IEXTEN)
        now[6][termios.VMIN], now[6][termios.VTIME] = 1, 0
        termios.tcsetattr(self._terminal, termios.TCSANOW, now)

    def _write(self, data: bytes) -> None:
        end = time.monotonic() + TERMINAL_TIMEOUT
        while data:
            if not select.select([], [self._out], [], _left(end))[1]:
                raise self._lost()
            try:
                data = data[os.write(self._out, data) :]
            except BlockingIOError:
                continue
            except OSError:
                raise self._lost() from None

    def _await_answer(self) -> None:
        """Ask it whether it is well: what takes all and shows nothing must not count as one."""
        self._write(HOW_ARE_YOU.encode())
        end, heard = time.monotonic() + TERMINAL_TIMEOUT, b""
        while WELL.encode() not in heard:
            if not select.select([self._terminal], [], [], _left(end))[0]:
                raise self._lost()
            try:
                part = os.read(self._terminal, 4096)
            except OSError:
                part = b""
            if not part:
                raise self._lost()
            heard = heard[-len(WELL) :] + part

    def _lost(self) -> TerminalGone:
        self._gone = True
        return TerminalGone()


def _left(end: float) -> float:
    return max(end - time.monotonic(), 0)
