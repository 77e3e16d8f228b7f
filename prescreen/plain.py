"""Plain lines: the same pages for screen readers, pipes and dumb terminals.

One thought a line, no colours, no drawing. A line that starts with "/" is a command, "?" says the
page again, and the end of the input ends the visit; nothing is ever answered by default.
"""

from __future__ import annotations

from typing import Protocol, TextIO

from prescreen.page.model import Page
from prescreen.page.panels import LEAVE, LEAVE_NOW
from prescreen.page.spoken import REPEAT, spoken


class Visitor(Protocol):
    """What plain lines need of a visit."""

    @property
    def page(self) -> Page:
        """What is shown now."""

    def say(self, text: str) -> None:
        """Take what was typed."""

    def do(self, command: str) -> None:
        """Carry out a command."""

    def end_of_input(self) -> str:
        """Forget everything, and the last sentence to be said."""


def run(visit: Visitor, source: TextIO, out: TextIO) -> int:
    """Hold the conversation over lines until it ends or the input does; the exit code."""
    shown: Page | None = None
    while not visit.page.ended:
        shown = _show(visit, shown, out)
        try:
            line = source.readline()
        except KeyboardInterrupt:
            _interrupt(visit)
            continue
        if not line:
            print(visit.end_of_input(), file=out, flush=True)
            return 0
        if not _hear(visit, line.strip()):
            shown = None
    print(visit.page.heading, file=out, flush=True)
    return 0


def _hear(visit: Visitor, line: str) -> bool:
    """Take one line; False where the whole page has to be said again."""
    if not line or line in (REPEAT, "？"):
        return False
    if not line.startswith("/"):
        visit.say(line)
        return True
    word = line[1:].strip().casefold()
    command = next((each for each in visit.page.commands if each.word == word), None)
    if command is None:
        return False
    visit.do(command.id)
    return False


def _interrupt(visit: Visitor) -> None:
    panel = visit.page.panel
    if panel and panel.name == LEAVE:
        visit.say(LEAVE_NOW)
    else:
        visit.do(LEAVE)


def _show(visit: Visitor, before: Page | None, out: TextIO) -> Page:
    """Say what is new, and close by itself a panel that only informs."""
    page = visit.page
    for line in spoken(page, before):
        print(line, file=out)
    if page.panel and page.panel.only_informs:
        visit.say(page.panel.tiles[0].id)
        return _show(visit, None, out)
    print(f"{page.lines.prompt} ", end="", file=out, flush=True)
    return page
