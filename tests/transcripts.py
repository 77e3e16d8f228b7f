"""A conversation as a record that people can read: write it, and hold it again.

It is what plain lines say. Each line that was typed stands under the name of its page, as in
"age > 45", and a header says how it began and at which page it ended. What somebody says whom the
record leaves as they are stands in brackets: "(age > 45)". In a record that is written by hand a
line may stand alone, as in "> 45"; then it is typed at whatever page comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from prescreen.demo.play import here
from prescreen.files.errors import FileError
from prescreen.plain.lines import Lines
from prescreen.session.visit import Setting, Visit

ASKED = "asked"
"""The language of a conversation that begins with the choice of one."""
NO_VERSION = "1a2b" * 3
"""Stands for the version, which is another one after each change of a sentence."""
MOST = 200
"""No conversation has so many lines."""

_TYPED = re.compile(r"^(\()?([a-z][\w.]*)? ?>(?: (.*?))?(?(1)\))$", re.MULTILINE | re.ASCII)


@dataclass(frozen=True)
class Line:
    """What is typed at a page; at any, where it has no name. The usual goes without saying."""

    at: str
    text: str
    usual: bool = False

    def __str__(self) -> str:
        line = f"{self.at} > {self.text}".rstrip()
        return f"({line})" if self.usual else line


@dataclass(frozen=True)
class Held:
    """A record as it reads now, and the lines for pages to which the conversation never came."""

    text: str
    left: tuple[Line, ...]


def lines_in(text: str) -> list[Line]:
    """The lines that were typed in a record, each with its page."""
    return [
        Line(found[2] or "", (found[3] or "").strip(), usual=bool(found[1]))
        for found in _TYPED.finditer(text)
    ]


def said_in(text: str) -> list[str]:
    """The lines that were typed in a record."""
    return [each.text for each in lines_in(text)]


def end_of(text: str) -> str:
    """The page at which a record ends, as its header says; empty where it says none."""
    return dict(_fields(text)).get("ends", "")


def write(visit: Visit, said: Iterable[str]) -> str:
    """The record of a visit that has just begun and in which these lines are typed."""
    return hold(visit, [Line("", each) for each in said]).text


def hold(visit: Visit, said: Sequence[Line], usual: Mapping[str, str] = {}) -> Held:
    """The record of a visit that has just begun, where each line is typed at its own page.

    At a page for which there is none, the usual is said; after the last line it ends. So a line
    that is not the last and says the usual goes into brackets.
    """
    header, left = [*_header(visit)], [*said]
    body = [*_body(visit, left, usual)]
    return Held("\n".join([*header, f"ends: {visit.dialog.state}", *body]) + "\n", tuple(left))


def _body(visit: Visit, left: list[Line], usual: Mapping[str, str]) -> Iterator[str]:
    lines = Lines(visit)
    yield from lines.said()
    for _ in range(MOST):
        line = _next(left, visit, usual)
        if line is None:
            return
        yield ""
        yield str(line)
        yield from lines.hear(line.text)
        yield from lines.said()
    raise AssertionError(f"the conversation does not end; it is at {here(visit.page)}")


def _next(left: list[Line], visit: Visit, usual: Mapping[str, str]) -> Line | None:
    """Take the line that comes at a page out of those that are left."""
    if not left or visit.page.ended:
        return None
    name = here(visit.page)
    unsaid = "" if visit.page.refused else usual.get(name, "")
    for at, line in enumerate(left):
        if line.at == name or not (line.at or at):
            del left[at]
            text = " ".join(line.text.split())
            spare = text == unsaid and bool(left) and not _other_at(name, text, left)
            return Line(name, text, usual=line.usual or spare)
    return Line(name, unsaid, usual=True) if unsaid else None


def _other_at(name: str, text: str, left: Sequence[Line]) -> bool:
    """Whether another line for a page is left, which would come first without this one."""
    return any(not each.at or (each.at == name and each.text != text) for each in left)


def _header(visit: Visit) -> Iterator[str]:
    page = visit.page
    yield f"flow: {visit.dialog.flow.trial.id}"
    yield f"today: {visit.dialog.today.isoformat()}"
    yield f"language: {ASKED if page.name == 'language' else page.language}"
    if page.mark:
        yield "site: none"


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
    setting = replace(setting, script=replace(setting.script, version=NO_VERSION))
    if head.get("site") == "none":
        setting = replace(setting, site=None)
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
    hold(visit, lines_in(text))
    return visit
