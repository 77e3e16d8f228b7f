"""The lines of an eligibility text: headings, what leads a list, and clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prescreen.check.registry import list_mark
from prescreen.flow.ledger_tables import Side
from prescreen.language.registry_words import read_as

Sort = Literal["heading", "lead", "clause"]
_HEADING = read_as(lambda each: each.heading)
_EXCLUSION = read_as(lambda each: each.exclusion)
_CONSENT = read_as(lambda each: each.consent)
_SIGNED = read_as(lambda each: each.signed)


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its list mark, and the side under which it stands, if that is known."""

    words: str
    sort: Sort
    side: Side | None

    @property
    def is_consent(self) -> bool:
        """Whether it asks for a consent form and for nothing else."""
        short = len(self.words.split()) <= 12
        asked = short and self.side != "exclusion"
        return bool(asked and _CONSENT.search(self.words) and _SIGNED.search(self.words))


def text_lines(text: str) -> list[Line]:
    """The lines of a text, in their order; an item of a list with nothing in it is left out."""
    found: list[Line] = []
    side: Side | None = None
    lines = [each for each in text.split("\n") if each.strip()]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        mark = list_mark(line)
        words = line[mark:].strip()
        if not words:
            continue
        heading = None if mark else _HEADING.fullmatch(words)
        if heading:
            named = next(filter(None, heading.groups()))
            side = "exclusion" if _EXCLUSION.fullmatch(named) else "inclusion"
        leads = words.endswith((":", "：")) or bool(mark and _is_inside(line, following))
        sort: Sort = "heading" if heading else "lead" if leads else "clause"
        found.append(Line(words, sort, side))
    return found


def is_list(text: str) -> bool:
    """Whether a text has a heading or an item of a list, as every eligibility text has."""
    sides = any(each.side for each in text_lines(text))
    return sides or any(map(list_mark, text.split("\n")))


def _is_inside(line: str, following: str) -> bool:
    """Whether the line after this one is an item of a list within it."""
    return list_mark(following) > 0 and _indent(following) > _indent(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
