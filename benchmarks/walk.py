"""The keys of whole conversations, found by holding each with a visit of our own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from screen_rate import FLOW, SIMPLE

from prescreen.flow.states import OPENING
from prescreen.page.model import Page, Rows, Type
from prescreen.session.setting import open_setting
from prescreen.session.visit import Visit

TODAY = date(2026, 11, 23)
KEYS = {
    **dict(zip(("f1", "f2", "f3", "f4"), ("\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS"), strict=True)),
    **{f"f{at}": f"\x1b[{code}~" for at, code in zip(range(5, 9), (15, 17, 18, 19), strict=True)},
    **{f"f{at}": f"\x1b[{code}~" for at, code in zip(range(9, 13), (20, 21, 23, 24), strict=True)},
}
ENTER, ESCAPE, DOWN, PAGE_DOWN = "\r", "\x1b", "\x1b[B", "\x1b[6~"
LEAVES = 9
"""The notice has no more of them at any size."""
OUTCOMES = {
    "likely": {},
    "ask the site": {"cmv": "unsure", "cancer": "private"},
    "not now": {"weight": "62 kg", "ivig": "yes", "ivig_when": "2026-10-02"},
    "not this study": {"lupus": "skin_only"},
    "declined": {"willing": "no"},
}
Step = tuple[str, str]
"""The kind of a key, and what the terminal sends for it."""


def conversation(language: str, answers: dict[str, str]) -> Iterator[Step]:
    """Yield the keys from the first question to the result, and a panel and a switch between."""
    visit = Visit(open_setting(FLOW, None, language), TODAY, language)
    said = SIMPLE | {"weight": "62 kg"} | answers
    for name in OPENING:
        if visit.page.name == name and visit.page.control:
            yield from _press(visit.page, visit.page.control.tiles[0].id)
            visit.say(visit.page.control.tiles[0].id)
    for at in range(len(said)):
        if not visit.dialog.question:
            break
        if at % 4 == 0:
            yield from between(visit.page)
        text = said[visit.page.name]
        yield from _press(visit.page, text)
        visit.say(text)
    if isinstance(visit.page.control, Rows):
        yield from _press(visit.page, visit.page.control.tiles[0].id)


def between(page: Page) -> Iterator[Step]:
    """Yield what somebody does who looks around: help, the reason, both languages, back."""
    keys = {command.id: KEYS[command.key] for command in page.commands}
    for name in ("help", "why"):
        if name in keys:
            yield "panel", keys[name]
            yield ("escape", ESCAPE) if name == "help" else ("panel", "1")
    yield from (("language", keys["language"]), ("language", keys["language"]))


def _press(page: Page, text: str) -> Iterator[Step]:
    """Yield the keys of an answer: a number, or a text letter by letter."""
    control = page.control
    if isinstance(control, Type):
        yield from (("letter", letter) for letter in text)
        yield "answer", ENTER
        return
    assert control is not None
    numbers = {tile.id: str(tile.number) for tile in control.tiles}
    number = numbers[text]
    longer = [each for each in numbers.values() if each != number and each.startswith(number)]
    if page.read_on:
        yield "read", PAGE_DOWN * LEAVES
    # An arrow between, so that the same digit twice is never taken for one that is held down.
    yield "arrow", DOWN
    yield from (("answer", digit) for digit in number)
    if longer:
        yield "answer", ENTER
