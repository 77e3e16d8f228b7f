"""Thrift: of a frame, only the cells are sent that the terminal does not show yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import category, east_asian_width

from rich.cells import split_graphemes

from prescreen.tui.pen import ANY, Pen, common, pen_of, turn

START, END = "\x1b[?2026h", "\x1b[?2026l"
TEXT = r"[^\x00-\x1f\x7f-\x9f]"
TOKEN = re.compile(
    rf"\x1b\[(\d+);(\d+)H|\x1b\[([1-9][\d;]*)m({TEXT}*)\x1b\[0m|({TEXT}+)|\n"
)
"""What a frame is made of: moves, text with a pen, plain text, and ends of lines."""
HARMLESS = re.compile(
    r"(?:\x1b\[\?(?:7|25|100[0-6]|101[56]|2004|2026|2048)[hl]|\x1b\[\?\d+\$p|\x1b\[[<>]\d*u)+"
)
LATIN_AND_ITS_KIN = 0x530
BRIDGE = 4
"""So many cells between two changes are written again rather than jumped over."""

Place = tuple[int, int]


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

    def __init__(self, width: int = 80, height: int = 24) -> None:
        self._wanted = (width, height)
        self._stale = True
        self._rows: list[Row] = []
        self._cursor: Place | None = None
        self._cases: dict[str, Case] = {}
        self._blanks: dict[Pen, Cell] = {}
        self._odd: set[Cell] = set()
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
        y, x, at = -1, 0, 0
        for token in TOKEN.finditer(data):
            if token.start() != at:
                return None
            at = token.end()
            down, right, codes, drawn, plain = token.groups()
            if down:
                y, x = int(down) - 1, int(right) - 1
            elif text := drawn or plain:
                case = self._case(codes or "")
                if case is None or not 0 <= y < len(self._rows):
                    return None
                row = rows.get(y) or rows.setdefault(y, self._rows[y].copy())
                cells = case.row(text)
                row[x : x + len(cells)] = cells
                x += len(cells)
                if x > len(self._rows[y]):
                    return None
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
        out = Sender(self._cursor)
        runs: list[Run] = []
        for y in sorted(rows):
            old, new = self._rows[y], rows[y]
            if old == new:
                continue
            if self._odd.isdisjoint(old) and self._odd.isdisjoint(new):
                runs.extend(runs_of(y, new, changes(old, new)))
            else:
                out.apart(y, new)
            self._rows[y] = new
        odd = bool(out.parts)
        for pen, same in by_pen(runs):
            for run in same:
                out.run(run, pen, self._rows[run.y])
        out.close(cursor)
        self._cursor = cursor
        thin = "".join(out.parts)
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


@dataclass(frozen=True, slots=True)
class Run:
    """Cells of a row that one pen can write, from `start` on and before `end`."""

    y: int
    start: int
    end: int
    pen: Pen


def runs_of(y: int, row: Row, spans: Iterable[tuple[int, int]]) -> Iterator[Run]:
    """Yield the cells of these spans of a row as runs."""
    for start, end in spans:
        pen = last = row[start].pen
        for x in range(start + 1, end):
            if row[x].pen is last:
                continue
            last = row[x].pen
            both = common(pen, last)
            if both is None:
                yield Run(y, start, x, pen)
                start = x
            pen = both or last
        yield Run(y, start, end, pen)


def by_pen(runs: Iterable[Run]) -> Iterator[tuple[Pen, list[Run]]]:
    """Yield the runs of each pen: to jump over cells takes fewer bytes than to change a colour."""
    groups: dict[Pen, list[Run]] = {}
    for run in runs:
        groups.setdefault(run.pen, []).append(run)
    for blank in [pen for pen in groups if pen.ink == ANY]:
        for pen in groups:
            if pen != blank and common(pen, blank):
                groups[pen] = sorted(groups[pen] + groups.pop(blank), key=place)
                break
    for pen in sorted(groups, key=lambda pen: (pen.ground, pen.ink, pen.marks)):
        yield pen, groups[pen]


def place(run: Run) -> Place:
    """Where a run begins."""
    return run.y, run.start


class Sender:
    """What is being sent: it knows where the cursor stands and which pen is in use."""

    def __init__(self, cursor: Place | None) -> None:
        self.parts: list[str] = []
        self._at = cursor
        self._pen = Pen()

    def run(self, run: Run, pen: Pen, row: Row) -> None:
        """Write a run, after the few cells that lie before it if that is shorter than a jump."""
        self._take(pen)
        at, start = self._at, run.start
        if at and at[0] == run.y and 0 < start - at[1] <= BRIDGE:
            between = row[at[1] : start]
            if all(cell is not UNKNOWN and common(pen, cell.pen) == pen for cell in between):
                start = at[1]
        self._go((run.y, start))
        self._text(row, start, run.end)

    def apart(self, y: int, row: Row) -> None:
        """Write a whole row, each character that terminals disagree about on cleared cells."""
        for x, cell in enumerate(row):
            if not cell.text:
                continue
            self._go((y, x))
            self._take(cell.pen)
            if cell.odd:
                self.parts.append(" " * cell.wide)
                self._at = None
                self._go((y, x))
            self._text(row, x, x + cell.wide)
            self._at = None if cell.odd else self._at

    def close(self, cursor: Place) -> None:
        """Lay the pen down, and leave the cursor where it is wanted."""
        if self._pen != Pen():
            self.parts.append("\x1b[m")
        self._go(cursor)

    def _text(self, row: Row, start: int, end: int) -> None:
        self.parts.append("".join([cell.text for cell in row[start:end]]))
        # In the last column terminals disagree about where the cursor is.
        end += end < len(row) and not row[end].wide
        self._at = (self._at[0], end) if self._at and end < len(row) else None

    def _go(self, place: Place) -> None:
        if self._at != place:
            self.parts.append(move(self._at, place))
            self._at = place

    def _take(self, pen: Pen) -> None:
        meant = pen.meant(self._pen)
        self.parts.append(turn(self._pen, meant))
        self._pen = meant


def move(old: Place | None, new: Place) -> str:
    """The shortest sequence that brings the cursor there."""
    y, x = new
    ways = [f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"]
    if old and old[0] == y:
        by = x - old[1]
        ways.append(f"\x1b[{x + 1}G" if x else "\r")
        ways.append(f"\x1b[{abs(by) if abs(by) > 1 else ''}{'C' if by > 0 else 'D'}")
    elif old and old[1] == x:
        by = y - old[0]
        ways.append(f"\x1b[{y + 1}d")
        ways.append(f"\x1b[{abs(by) if abs(by) > 1 else ''}{'B' if by > 0 else 'A'}")
    return min(ways, key=len)
