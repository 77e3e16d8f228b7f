"""Thrift: of a frame, only the cells are sent that the terminal does not show yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category, east_asian_width

from rich.cells import split_graphemes

from prescreen.tui.pen import Pen, pen_of, turn

START, END = "\x1b[?2026h", "\x1b[?2026l"
TOKEN = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|([^\x00-\x1f\x7f-\x9f]+)|\n")
HARMLESS = re.compile(
    r"(?:\x1b\[\?(?:7|25|100[0-6]|101[56]|2004|2026|2048)[hl]|\x1b\[\?\d+\$p|\x1b\[[<>]\d*u)+"
)
LATIN_AND_ITS_KIN = 0x530
BRIDGE = 4
"""So many cells between two changes are written again rather than jumped over."""

Place = tuple[int, int]
Turns = dict[tuple[Pen, Pen], tuple[Pen, str]]


@dataclass(frozen=True, eq=False, slots=True)
class Cell:
    """What a cell shows; the right half of a wide character has no text."""

    text: str
    pen: Pen
    wide: int = 1
    odd: bool = False
    """Whether terminals disagree about its width."""


UNKNOWN = Cell("", Pen(), 0)
Row = list[Cell]


class Case(dict[str, Row]):
    """For each character the cells that it takes with one pen; equal cells are the same."""

    def __init__(self, pen: Pen, blank: Cell, odd: set[Cell]) -> None:
        super().__init__({" ": [blank]})
        self._pen, self._odd = pen, odd
        self._rest = Cell("", pen, 0)

    def __missing__(self, text: str) -> Row:
        width = width_of(text)
        cell = Cell(text, self._pen, width or split_graphemes(text)[1], odd=not width)
        if cell.odd:
            self._odd.add(cell)
        self[text] = [cell, *[self._rest] * (cell.wide - 1)] if cell.wide else []
        return self[text]

    def row(self, text: str) -> Row:
        """The cells of a text."""
        cells = [cell for char in text for cell in self[char]]
        if text.isascii() or self._odd.isdisjoint(cells):
            return cells
        return [cell for char in joined(text) for cell in self[char]]


def width_of(text: str) -> int:
    """The width of a character in cells, or 0 where terminals disagree about it."""
    if len(text) != 1:
        return 0
    if text.isascii():
        return 1
    kind, group = east_asian_width(text), category(text)
    if kind in {"W", "F"} and (group[0] in "LNPZ"):
        return 2
    return int(kind in {"N", "Na", "H"} and group[0] in "LNP" and ord(text) < LATIN_AND_ITS_KIN)


def joined(text: str) -> Iterator[str]:
    """Yield the characters of a text, each with all that is joined to it."""
    for start, end, _ in split_graphemes(text)[0]:
        yield text[start:end]


class Thrift:
    """Knows what the terminal shows, and thins out what is written to it."""

    def __init__(self, width: int, height: int) -> None:
        self._wanted = (width, height)
        self._stale = True
        self._rows: list[Row] = []
        self._cursor: Place | None = None
        self._cases: dict[str, Case] = {}
        self._blanks: dict[Pen, Cell] = {}
        self._odd: set[Cell] = set()
        self._turns: Turns = {}
        self._held: list[str] = []

    def forget(self, size: tuple[int, int] | None = None) -> None:
        """Take nothing for shown any more, on a terminal of this size. A signal may call it."""
        self._wanted = size or self._wanted
        self._stale = True

    def thin(self, data: str) -> str:
        """Return what has to be written for this; nothing if all of it is there."""
        if data == START and not self._held:
            self._held = [START]
            return ""
        if data != END:
            data = self._thinned(data)
            if self._held and data:
                self._held.append(data)
            return "" if self._held else data
        held, self._held = self._held, []
        return "".join([*held, END]) if len(held) != 1 else ""

    def _thinned(self, data: str) -> str:
        if self._stale:
            self._stale = False
            width, height = self._wanted
            self._rows = [[UNKNOWN] * width for _ in range(height)]
            self._cursor = None
        if HARMLESS.fullmatch(data):
            return data
        rows: dict[int, Row] = {}
        cursor = self._read(data, rows)
        if cursor is None:
            self._stale = True
            return data
        return self._sent(rows, cursor, data)

    def _read(self, data: str, rows: dict[int, Row]) -> Place | None:
        """Paint a frame on these rows; where the cursor ends, or None if it is no frame."""
        y, x, case, at = -1, 0, self._case(""), 0
        for token in TOKEN.finditer(data):
            if token.start() != at or case is None:
                return None
            at = token.end()
            down, right, codes, text = token.groups()
            if down:
                y, x = int(down) - 1, int(right) - 1
            elif codes is not None:
                case = self._case("" if codes == "0" else codes)
            elif text:
                if not 0 <= y < len(self._rows):
                    return None
                row = rows.get(y) or rows.setdefault(y, self._rows[y].copy())
                cells = case.row(text)
                row[x : x + len(cells)] = cells
                x += len(cells)
                if x > len(self._rows[y]):
                    return None
            else:
                y, x = y + 1, 0
        return (y, x) if at == len(data) and 0 <= y < len(self._rows) else None

    def _case(self, codes: str) -> Case | None:
        """The cells of the pen that these codes make."""
        if codes not in self._cases:
            pen = pen_of(codes) if codes else Pen()
            if pen is None:
                return None
            under = pen.on_blank()
            blank = self._blanks.setdefault(under, Cell(" ", under))
            self._cases[codes] = Case(pen, blank, self._odd)
        return self._cases[codes]

    def _sent(self, rows: dict[int, Row], cursor: Place, data: str) -> str:
        """Return what turns the terminal's rows into these."""
        line = Line(self._cursor, self._turns)
        odd = False
        for y in sorted(rows):
            old, new = self._rows[y], rows[y]
            if old == new:
                continue
            if self._odd.isdisjoint(old) and self._odd.isdisjoint(new):
                for start, end in changes(old, new):
                    line.write(y, new, start, end)
            else:
                odd = True
                line.write_apart(y, new)
            self._rows[y] = new
        line.close(cursor)
        self._cursor = cursor
        thin = "".join(line.parts)
        return data if len(thin.encode()) >= len(data.encode()) and not odd else thin


def changes(old: Row, new: Row) -> Iterator[tuple[int, int]]:
    """Yield from where to where the cells of a row differ."""
    start = -1
    for x, (before, after) in enumerate(zip(old, new, strict=True)):
        if before is not after:
            if start < 0:
                start = x
        elif start >= 0:
            yield start, x
            start = -1
    if start >= 0:
        yield start, len(new)


class Line:
    """What is being sent: it knows where the cursor stands and which pen is in use."""

    def __init__(self, cursor: Place | None, turns: Turns) -> None:
        self.parts: list[str] = []
        self._at = cursor
        self._pen = Pen()
        self._turns = turns

    def write(self, y: int, row: Row, start: int, end: int) -> None:
        """Write these cells of a row, after the few that lie between if that is shorter."""
        at = self._at
        if at and at[0] == y and 0 < start - at[1] <= BRIDGE and self._bridges(row[at[1] : start]):
            start = at[1]
        self._go((y, start))
        used = None
        for cell in row[start:end]:
            if cell.pen is not used:
                used = cell.pen
                self._take(used)
            self.parts.append(cell.text)
        end = start + sum(cell.wide for cell in row[start:end])
        # In the last column terminals disagree about where the cursor is.
        self._at = (y, end) if end < len(row) else None

    def write_apart(self, y: int, row: Row) -> None:
        """Write a whole row, each character that terminals disagree about on cleared cells."""
        for x, cell in enumerate(row):
            if not cell.odd and cell.text:
                self.write(y, row, x, x + 1)
            elif cell.odd:
                self._go((y, x))
                self._take(cell.pen)
                self.parts.append(" " * cell.wide)
                self._at = None
                self._go((y, x))
                self.parts.append(cell.text)
                self._at = None

    def _bridges(self, cells: Row) -> bool:
        return all(cell is not UNKNOWN and not self._step(cell.pen)[1] for cell in cells)

    def _go(self, place: Place) -> None:
        if self._at != place:
            self.parts.append(move(self._at, place))
            self._at = place

    def _step(self, pen: Pen) -> tuple[Pen, str]:
        """The pen to go on with, and the codes that take it up."""
        step = (self._pen, pen)
        if step not in self._turns:
            meant = pen.meant(self._pen)
            self._turns[step] = meant, turn(self._pen, meant)
        return self._turns[step]

    def _take(self, pen: Pen) -> None:
        self._pen, codes = self._step(pen)
        if codes:
            self.parts.append(codes)

    def close(self, cursor: Place) -> None:
        """Lay the pen down, and leave the cursor where it is wanted."""
        if self._pen != Pen():
            self.parts.append("\x1b[m")
        self._go(cursor)


def move(old: Place | None, new: Place) -> str:
    """The shortest sequence that brings the cursor there."""
    y, x = new
    ways = [f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"]
    if old and old[0] == y:
        by = x - old[1]
        ways.append(f"\x1b[{x + 1}G")
        ways.append(f"\x1b[{abs(by) if abs(by) > 1 else ''}{'C' if by > 0 else 'D'}")
        ways.extend(["\r"] if not x else [])
    elif old and old[1] == x:
        by = y - old[0]
        ways.append(f"\x1b[{y + 1}d")
        ways.append(f"\x1b[{abs(by) if abs(by) > 1 else ''}{'B' if by > 0 else 'A'}")
    return min(ways, key=len)
