"""Play a script: which line comes on a page, and what a visit comes to when all are said."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from prescreen.demo.demo_scripts import DemoScript, Scripts
from prescreen.page.model import Page
from prescreen.session.visit import Visit


@dataclass(frozen=True, slots=True)
class Cue:
    """What comes next on a page: a text, or the id of a command; `place` is the next line after."""

    place: int
    text: str = ""
    command: str = ""


def here(page: Page) -> str:
    """The name of what is shown: of what lies over the page, or of the page."""
    return page.over.name if page.over else page.name


def cue(scripts: Scripts, script: DemoScript, place: int, page: Page) -> Cue | None:
    """What comes on this page when so many lines are said; None where nothing does.

    What is usual is not said again once it was refused.
    """
    if place < len(script.lines) and script.lines[place].at == here(page):
        line = script.lines[place]
        return Cue(place + 1, line.text(page.language), line.do or "")
    usual = scripts.usual.get(here(page))
    return Cue(place, usual) if usual and not page.refused else None


def resume(script: DemoScript, place: int, passed: Container[str], page: Page) -> int:
    """Where a script goes on after somebody else has answered: past the lines for passed pages."""
    while place < len(script.lines):
        at = script.lines[place].at
        if at == here(page) or at not in passed:
            break
        place += 1
    return place


def perform(visit: Visit, following: Cue) -> None:
    """Say the text, or carry out the command."""
    if following.command:
        visit.do(following.command)
    else:
        visit.say(following.text)


def play(scripts: Scripts, script: DemoScript, visit: Visit) -> Iterator[Cue]:
    """Each line when its turn has come; it is said when the next is asked for."""
    place = 0
    while following := cue(scripts, script, place, visit.page):
        yield following
        perform(visit, following)
        place = following.place
