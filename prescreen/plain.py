"""Plain lines: the same pages for screen readers, pipes and dumb terminals.

One thought a line, no colours, no drawing. A line that starts with "/" is a command, "?" says the
page again, and the end of the input ends the visit; nothing is ever answered by default.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from typing import TextIO

from prescreen.page.model import Page
from prescreen.page.parts import LEAVE, LEAVE_NOW
from prescreen.page.spoken import REPEAT, again, no_such_command, spoken
from prescreen.visitor import Visitor

BROKEN = "\ufffd"
NOT_UTF8 = "请把终端的编码设为 UTF-8。 Please set your terminal to UTF-8."


class Lines:
    """A visit held over lines: what is said, and what each line that comes back does."""

    def __init__(self, visit: Visitor) -> None:
        self._visit = visit
        self._shown: Page | None = None

    def said(self) -> Iterator[str]:
        """What is new since the last time; a panel that only informs closes by itself."""
        page = self._visit.page
        if page is self._shown:
            return
        yield from spoken(page, self._shown)
        if page.panel and page.panel.only_informs:
            self._visit.say(page.panel.tiles[0].id)
            page = self._visit.page
            yield from again(page)
        self._shown = page

    def hear(self, line: str) -> Iterator[str]:
        """Take one line; what is said about the line itself, where there is something to say."""
        text = line.strip()
        if BROKEN in text:
            yield from ("", NOT_UTF8)
        elif not text or text in (REPEAT, "？"):
            self._shown = None
        elif text.startswith(("/", "／")):
            yield from self._command(text[1:].strip().casefold())
        else:
            self._visit.say(text)

    def _command(self, word: str) -> Iterator[str]:
        page = self._visit.page
        command = next((each for each in page.commands if each.word == word), None)
        if command is None:
            yield from no_such_command(page)
        else:
            self._visit.do(command.id)
            self._shown = None


def run(visit: Visitor, source: TextIO, out: TextIO) -> int:
    """Hold the conversation over lines until it ends or the input does; the exit code."""
    visit.settle()
    # Whoever started this may have held Ctrl+C back until somebody is there to ask.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    lines = Lines(visit)
    while not visit.page.ended:
        try:
            _print(lines.said(), out)
            print(f"{visit.page.lines.prompt} ", end="", file=out, flush=True)
            line = _line(source)
            if not line:
                print(f"\n{visit.end_of_input()}", file=out, flush=True)
                return 0
            _print(lines.hear(line), out)
        except KeyboardInterrupt:
            _interrupt(visit)
    _print(lines.said(), out)
    return 0


def _line(source: TextIO) -> str:
    """The next line; empty at the end of the input, and where the terminal is gone."""
    try:
        return source.readline()
    except OSError:
        return ""


def _print(lines: Iterator[str], out: TextIO) -> None:
    for line in lines:
        print(line, file=out)
    out.flush()


def _interrupt(visit: Visitor) -> None:
    """Ask before leaving; a second time leaves."""
    panel = visit.page.panel
    if panel and panel.name == LEAVE:
        visit.say(LEAVE_NOW)
    else:
        visit.do(LEAVE)
