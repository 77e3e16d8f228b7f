"""What stands in the cells of a terminal, and how wide it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category, east_asian_width

from rich.cells import split_graphemes

from prescreen.tui.terminal.pen import Pen

LATIN_AND_ITS_KIN = 0x530


@dataclass(frozen=True, eq=False, slots=True)
class Cell:
    """What a cell shows; the right half of a wide character has no text."""

    text: str
    pen: Pen
    wide: int = 1
    odd: bool = False
    """Whether terminals disagree about its width."""


UNKNOWN_CELL = Cell("", Pen())
CellRow = list[Cell]


class Case(dict[str, CellRow]):
    """For each character the cells that it takes with one pen; equal cells are the same.

    Characters that terminals disagree about, and their cells, are kept in a set for all pens.
    """

    def __init__(self, pen: Pen, blank: Cell, odd: set[object]) -> None:
        super().__init__({" ": [blank]})
        self._pen, self._odd = pen, odd
        self._rest = Cell("", pen, 0)

    def __missing__(self, text: str) -> CellRow:
        width = width_of(text)
        cell = Cell(text, self._pen, width or split_graphemes(text)[1], odd=not width)
        if cell.odd:
            self._odd.update((cell, text))
        self[text] = [cell, *[self._rest] * (cell.wide - 1)] if cell.wide else []
        return self[text]

    def row(self, text: str) -> CellRow:
        """The cells of a text."""
        cells = [cell for char in text for cell in self[char]]
        if not self._odd or text.isascii() or self._odd.isdisjoint(text):
            return cells
        return [cell for char in joined(text) for cell in self[char]]


def width_of(text: str) -> int:
    """The width of a character in cells, or 0 where terminals disagree about it."""
    if len(text) != 1:
        return 0
    if text.isascii():
        return 1
    kind, group = east_asian_width(text), category(text)
    if kind in {"W", "F"} and group[0] in "LNPZ":
        return 2
    return int(kind in {"N", "Na", "H"} and group[0] in "LNP" and ord(text) < LATIN_AND_ITS_KIN)


def joined(text: str) -> Iterator[str]:
    """Yield the characters of a text, each with all that is joined to it."""
    for start, end, _ in split_graphemes(text)[0]:
        yield text[start:end]
