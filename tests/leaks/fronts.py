"""Hold a whole conversation with the program in a terminal, on the screen or in plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from read_on import READ_ON

from flows import straight
from leaks.canaries import TODAY, Exchange, Talk
from leaks.watched import Watched, watched
from prescreen.page.model import Page, Pick, Type
from prescreen.plain.spoken import thoughts

F10, ENTER = "\x1b[21~", "\r"
ERASE = "\x7f" * 40
"""A text that was not taken stays in its field."""
PASTE = "\x1b[200~{}\x1b[201~"


def arguments(front: str, talk: Talk, *more: str, program: str = "prescreen") -> list[str]:
    """What Python is started with."""
    flags = ["--plain"] * (front == "plain") + ["--lang", talk.language]
    flags += ["--today", TODAY.isoformat()]
    return ["-m", program, *flags, *more, *straight(talk.flow)]


@contextmanager
def begun(
    front: str,
    talk: Talk,
    place: Path,
    *more: str,
    program: str = "prescreen",
    full_disk: bool = False,
    traced: bool = True,
) -> Iterator[Watched]:
    """The program, with its first page shown."""
    with watched(
        arguments(front, talk, *more, program=program),
        place,
        echo=False,
        error_apart=front == "plain",
        full_disk=full_disk,
        traced=traced,
    ) as program_:
        program_.wait(lambda: program_.shows(talk.first.heading))
        yield program_


def hold(front: str, program: Watched, exchanges: Sequence[Exchange], first: Page) -> None:
    """Type every answer, each when its question is shown."""
    page = first
    for each in exchanges:
        if front == "plain":
            _line(program, each)
        else:
            _keys(program, each, page)
        page = each.page


def _line(program: Watched, each: Exchange) -> None:
    before = len(program.stream)
    program.type(f"{each.text}\n")
    wanted = thoughts(each.page.refused or each.page.heading)[-1].encode()
    prompt = f"{each.page.lines.prompt} ".encode()
    program.wait(lambda: wanted in (new := program.stream[before:]) and new.endswith(prompt))


def keys(each: Exchange, page: Page) -> list[str]:
    """What is typed on a page of the screen, one after another."""
    before = [ERASE] if page.refused else []
    if isinstance(page.control, Pick) and each.text.isdecimal():
        return [*before, (READ_ON if page.read_on else "") + each.text]
    typed = isinstance(page.control, Type)
    return [*before, each.text if typed else PASTE.format(each.text), ENTER]


def _keys(program: Watched, each: Exchange, page: Page) -> None:
    for typed in keys(each, page):
        if typed == ENTER:
            program.wait(lambda: program.shows(each.text))
        program.type(typed)
    program.wait(lambda: program.shows(each.page.progress, each.page.refused or each.page.heading))


def say(front: str, program: Watched, text: str) -> None:
    """Type one more text, whatever comes of it."""
    program.type(text)
    if front != "plain":
        program.wait(lambda: program.shows(text))
    program.type("\n" if front == "plain" else "\r")


def leave(front: str, program: Watched, panel: Page) -> None:
    """Leave as a person does: ask to, and say yes."""
    assert panel.panel
    title = panel.panel.title
    program.type("/leave\n" if front == "plain" else F10)
    program.wait(lambda: program.shows(title))
    number = next(each.number for each in panel.panel.tiles if each.id == "leave_now")
    program.look_around()
    program.type(f"{number}\n" if front == "plain" else str(number))
