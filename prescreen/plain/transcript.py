"""A conversation as a record that people can read: write it, and play it again.

Nothing is recorded by itself; a record is made from lines that somebody hands in. It is what plain
lines say, with each line that was typed after ">", under a header that says how it began.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from prescreen.files.errors import FileError
from prescreen.plain.lines import Lines
from prescreen.session.visit import Setting, Visit

ASKED = "asked"
"""The language of a conversation that begins with the choice of one."""

_TYPED = ">"


def write(visit: Visit, said: Iterable[str]) -> str:
    """The record of a visit that has just begun and in which these lines are typed."""
    header = [*_header(visit)]
    return "\n".join([*header, *_held(visit, said)]) + "\n"


def _held(visit: Visit, said: Iterable[str]) -> Iterator[str]:
    lines = Lines(visit)
    yield from lines.said()
    for each in said:
        if visit.page.ended:
            break
        typed = " ".join(each.split())
        yield ""
        yield f"{_TYPED} {typed}".rstrip()
        yield from lines.hear(typed)
        yield from lines.said()


def _header(visit: Visit) -> Iterator[str]:
    page = visit.page
    yield f"flow: {visit.dialog.flow.trial.id}"
    yield f"today: {visit.dialog.today.isoformat()}"
    yield f"language: {ASKED if page.name == 'language' else page.language}"


def said_in(text: str) -> list[str]:
    """The lines that were typed in a record."""
    typed = (each.partition(_TYPED) for each in text.split("\n") if each.startswith(_TYPED))
    return [line.strip() for _, _, line in typed]


def begin(text: str, setting: Setting) -> Visit:
    """The visit as a record's header says that it began. Raises FileError."""
    head = dict(_fields(text))
    flow = setting.script.plan.flow.trial.id
    if head.get("flow") != flow:
        raise FileError([f'The record is of flow "{head.get("flow", "")}"; open it with {flow}.'])
    language = head.get("language", "")
    if language != ASKED and language not in setting.languages:
        known = ", ".join([ASKED, *setting.languages])
        raise FileError([f'The record is in language "{language}"; known here: {known}.'])
    return Visit(setting, _today(head.get("today", "")), None if language == ASKED else language)


def _fields(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n\n", 1)[0].split("\n"):
        name, _, value = line.partition(": ")
        yield name, value.strip()


def _today(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise FileError([f'The record is of today "{text}"; write 2026-11-23.']) from None


def replay(text: str, setting: Setting) -> Visit:
    """The visit after everything that was typed in a record was typed again. Raises FileError."""
    visit = begin(text, setting)
    for _ in _held(visit, said_in(text)):
        pass
    return visit
