"""How a signal ends the program: the terminal as it was, nothing said, and 128 plus its number."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial

IN, OUT, ERR = 0, 1, 2
GONE = 75
"""The exit code where there is no terminal any more, one that takes nothing, or no supervisor."""
HOW_ARE_YOU, WELL = "\x1b[5n", "\x1b[0n"
"""What every terminal is asked that might be frozen, and what it answers if it is not."""
TO_SPARE = 0.5
"""Seconds for which a terminal that takes nothing can hold the end up."""
UNDER_WAY = 0.01
"""Seconds for what another thread has begun to write."""


@contextlib.contextmanager
def ends_at(signals: Iterable[signal.Signals], restoring: bytes = b"") -> Iterator[None]:
    """Let each of these signals end the program at once; one that is ignored stays so.

    The terminal gets the modes back that it has now, and `restoring` is written to it. What was
    typed and not read is dropped in any case, so that no shell takes it for a command.
    """
    from termios import TCSANOW, error, tcgetattr, tcsetattr

    give_back = None
    with contextlib.suppress(error):
        give_back = partial(tcsetattr, IN, TCSANOW, tcgetattr(IN))

    def end(number: int, _: object) -> None:
        _end(number, restoring, give_back)

    heeded = [each for each in signals if signal.getsignal(each) is not signal.SIG_IGN]
    before = {each: signal.signal(each, end) for each in heeded}
    try:
        yield
    finally:
        _forget_typed_ahead()
        for each, handler in before.items():
            signal.signal(each, handler)


@contextlib.contextmanager
def ctrl_c_as_before() -> Iterator[None]:
    """Give a Ctrl+C the meaning back that it had: it ends the program without a word."""
    before = signal.getsignal(signal.SIGINT)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _end(number: int, restoring: bytes, give_back: Callable[[], None] | None) -> None:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, TO_SPARE)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    terminal = _alone()
    if give_back:
        _forget_typed_ahead()
        with contextlib.suppress(OSError):
            os.write(terminal, restoring)
        with contextlib.suppress(Exception):
            give_back()
    os._exit(128 + number)


def _alone() -> int:
    """The terminal, which no thread of this process can write to any more."""
    terminal = os.dup(OUT)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for each in (OUT, ERR):
        os.dup2(nowhere, each)
    time.sleep(UNDER_WAY)
    return terminal


def _forget_typed_ahead() -> None:
    from termios import TCIFLUSH, error, tcflush

    with contextlib.suppress(error):
        tcflush(IN, TCIFLUSH)
