"""The strokes that make a terminal show other cells: by pen, with the shortest ways between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from prescreen.tui.terminal.cells import UNKNOWN_CELL, CellRow
from prescreen.tui.terminal.pen import ANY_INK, Pen, common, turn

BRIDGE = 4
"""So many cells between two strokes are written again rather than jumped over."""

Position = tuple[int, int]


def changes(old: CellRow, new: CellRow) -> Iterator[tuple[int, int]]:
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


class Stroke(NamedTuple):
    """Cells of a row that one pen can write, from `start` on and before `end`."""

    y: int
    start: int
    end: int
    pen: Pen


def strokes_of(y: int, row: CellRow, spans: Iterable[tuple[int, int]]) -> Iterator[Stroke]:
    """Yield the cells of these spans of a row as strokes."""
    for start, end in spans:
        pen = last = row[start].pen
        for x in range(start + 1, end):
            if row[x].pen is last:
                continue
            last = row[x].pen
            both = common(pen, last)
            if both is None:
                yield Stroke(y, start, x, pen)
                start = x
            pen = both or last
        yield Stroke(y, start, end, pen)


def by_pen(strokes: Iterable[Stroke]) -> Iterator[tuple[Pen, list[Stroke]]]:
    """Yield the strokes pen by pen: to jump over cells is shorter than to change a colour."""
    groups: dict[Pen, list[Stroke]] = {}
    for stroke in strokes:
        groups.setdefault(stroke.pen, []).append(stroke)
    for blank in [pen for pen in groups if pen.ink == ANY_INK]:
        for pen in groups:
            if pen != blank and common(pen, blank):
                groups[pen] = sorted(groups[pen] + groups.pop(blank), key=place)
                break
    for pen in sorted(groups, key=lambda pen: (pen.ground, pen.ink, pen.marks)):
        yield pen, groups[pen]


def place(stroke: Stroke) -> Position:
    """Where a stroke begins."""
    return stroke.y, stroke.start


class Sender:
    """What is being sent: it knows where the cursor stands and which pen is in use."""

    def __init__(self, cursor: Position | None) -> None:
        self.parts: list[str] = []
        self._at = cursor
        self._pen = Pen()

    def stroke(self, stroke: Stroke, pen: Pen, row: CellRow) -> None:
        """Write a stroke, after the few cells that lie before it if that is shorter than a jump."""
        self._take(pen)
        at, start = self._at, stroke.start
        if at and at[0] == stroke.y and 0 < start - at[1] <= BRIDGE:
            between = row[at[1] : start]
            if all(cell is not UNKNOWN_CELL and common(pen, cell.pen) == pen for cell in between):
                start = at[1]
        self._go((stroke.y, start))
        self._text(row, start, stroke.end)

    def apart(self, y: int, row: CellRow) -> None:
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

    def close(self, cursor: Position) -> None:
        """Lay the pen down, and leave the cursor where it is wanted."""
        if self._pen != Pen():
            self.parts.append("\x1b[m")
        self._go(cursor)

    def _text(self, row: CellRow, start: int, end: int) -> None:
        self.parts.append("".join([cell.text for cell in row[start:end]]))
        # In the last column terminals disagree about where the cursor is.
        end += end < len(row) and not row[end].wide
        self._at = (self._at[0], end) if self._at and end < len(row) else None

    def _go(self, place: Position) -> None:
        if self._at != place:
            self.parts.append(move(self._at, place))
            self._at = place

    def _take(self, pen: Pen) -> None:
        meant = pen.meant(self._pen)
        self.parts.append(turn(self._pen, meant))
        self._pen = meant


def move(old: Position | None, new: Position) -> str:
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
