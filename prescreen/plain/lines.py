"""Plain lines: the same pages for screen readers, pipes and dumb terminals.

One thought a line, no colours, no drawing. A line that starts with "/" is a command, "?" says the
page again, and the end of the input ends the visit; nothing is ever answered by default.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import NoReturn, TextIO

from prescreen.page.model import Page, Typed
from prescreen.page.parts import LEAVE, LEAVE_NOW
from prescreen.plain.line_input import LineInput, by_lines
from prescreen.plain.spoken import (
    REPEAT,
    again,
    no_such_command,
    spoken,
    spoken_tiles,
    thoughts,
    warned,
)
from prescreen.session.interface import VisitInterface
from prescreen.system.idle import BY_LINES, HOME, IdleStage, IdleTimes, Watch
from prescreen.system.printable import BROKEN, NOT_UTF8, without_marks
from prescreen.system.signals import GONE

OUT_OF_SIGHT = 60
"""Empty lines that push what was said off any usual screen."""
STUCK_SECONDS = 10
"""Seconds after which a terminal that takes no more lines ends the program."""


class Lines:
    """A visit held over lines: what is said, and what each line that comes back does."""

    def __init__(self, visit: VisitInterface) -> None:
        self._visit = visit
        self._shown: Page | None = None

    def said(self) -> Iterator[str]:
        """What is new since the last time; a panel that only informs closes by itself."""
        page = self._visit.page
        if page is self._shown:
            return
        if page.cover:
            yield from ("",) * OUT_OF_SIGHT
        yield from spoken(page, self._shown)
        if page.panel and page.panel.only_informs and not page.cover:
            self._visit.say(page.panel.tiles[0].id)
            page = self._visit.page
            yield from again(page)
        self._shown = page

    def settle(self) -> None:
        """Load what the first page did without; what was said of it stays said."""
        self._visit.settle()
        self._shown = self._visit.page

    def warned(self, seconds: int) -> Iterator[str]:
        """That nobody has answered for a while, and when this ends."""
        shown = self._shown is self._visit.page
        self._visit.unattended(seconds)
        yield from warned(self._visit.page)
        self._visit.attended()
        self._shown = self._visit.page if shown else self._shown

    def hear(self, line: str) -> Iterator[str]:
        """Take one line; what is said about the line itself, where there is something to say."""
        text = without_marks(line).strip()
        if BROKEN in text:
            yield from ("", NOT_UTF8)
        elif not text or text in (REPEAT, "？"):
            self._shown = None
        elif text.startswith(("/", "／")):
            yield from self._command(text[1:].strip().casefold())
        else:
            self._visit.say(Typed(text))

    def _command(self, word: str) -> Iterator[str]:
        page = self._visit.page
        named = (each for each in page.commands if word in (each.word, each.label.casefold()))
        command = next(named, None)
        if any(each.id == f"/{word}" for each in spoken_tiles(page)):
            self._visit.say(f"/{word}")
        elif command is None or command.drawn:
            yield from no_such_command(page)
        else:
            self._visit.do(command.id)
            self._shown = None


def run_plain(
    visit: VisitInterface, source: TextIO, out: TextIO, idle_times: IdleTimes = HOME
) -> int:
    """Hold the conversation over lines until it or the input ends, or nobody answers any more.

    Returns the exit code.
    """
    in_terminal = by_lines(source)
    watch = Watch(idle_times.times(BY_LINES) if in_terminal else idle_times)
    lines, typed = Lines(visit), LineInput(source)
    _print(lines.said(), out)
    if in_terminal:
        _print(thoughts(visit.page.lines.only_enter), out)
    lines.settle()
    # Only from here on is a Ctrl+C an exception: in the midst of loading it can turn into others.
    if in_terminal or signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    while not visit.page.ended:
        watch.hurry(visit.page.display.unhurried)
        try:
            _print(lines.said(), out)
            _print([f"{visit.page.lines.prompt} "], out, end="")
            line = _line(typed, watch, lines, out)
            if line is None:
                _print(["", visit.expire()], out)
                return 0
            if not line:
                _print(["", visit.end_of_input()], out)
                return 0
            watch.touched()
            _print(lines.hear(line), out)
        except KeyboardInterrupt:
            watch.touched()
            _interrupt(visit)
    _print(lines.said(), out)
    return 0


def _line(typed: LineInput, watch: Watch, lines: Lines, out: TextIO) -> str | None:
    """The next line; empty at the end of the input, and None where nobody answers any more."""
    told = False
    while (line := typed.line(watch.until_change())) is None:
        if watch.stage is IdleStage.ENDED:
            return None
        if watch.stage is IdleStage.WARNED and not told:
            told = True
            _print(lines.warned(watch.left), out)
    return None if watch.stage is IdleStage.ENDED and line else line


def _print(lines: Iterable[str], out: TextIO, end: str = "\n") -> None:
    """Write lines; a terminal that takes nothing any more ends the program."""
    before = signal.signal(signal.SIGALRM, _stuck)
    signal.alarm(STUCK_SECONDS)
    try:
        for line in lines:
            print(line, end=end, file=out)
        out.flush()
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _stuck(_signal: int, _frame: FrameType | None) -> NoReturn:
    os._exit(GONE)


def _interrupt(visit: VisitInterface) -> None:
    """Ask before leaving; a second time leaves."""
    panel = visit.page.panel
    if panel and panel.name == LEAVE:
        visit.say(LEAVE_NOW)
    else:
        visit.do(LEAVE)
