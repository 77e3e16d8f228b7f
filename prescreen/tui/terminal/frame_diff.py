"""Of a frame, only the cells are sent that the terminal does not show yet."""

from __future__ import annotations

import re

from prescreen.tui.terminal.cells import UNKNOWN_CELL, Case, Cell, CellRow
from prescreen.tui.terminal.pen import Pen, pen_of
from prescreen.tui.terminal.strokes import Position, Sender, Stroke, by_pen, changes, strokes_of

START, END = "\x1b[?2026h", "\x1b[?2026l"
TEXT = r"[^\x00-\x1f\x7f-\x9f]"
TOKEN = re.compile(rf"\x1b\[(\d+);(\d+)H|\x1b\[([1-9][\d;]*)m({TEXT}*)\x1b\[0m|({TEXT}+)|\n")
"""What a frame is made of: moves, text with a pen, plain text, and ends of lines."""
KEEPS_CELLS = re.compile(
    r"(?:\x1b\[\?(?:7|25|100[0-6]|101[56]|2004|2026|2048)[hl]|\x1b\[\?\d+\$p|\x1b\[[<>]\d*u"
    r"|\x1b\]22;[\w-]*(?:\x07|\x1b\\)|\x07)+"
)
"""What is written beside the frames and changes nothing that is shown."""


class FrameDiff:
    """Knows what the terminal shows, and thins out what is written to it."""

    def __init__(self, width: int = 80, height: int = 24) -> None:
        self._wanted = (width, height)
        self._stale = True
        self._rows: list[CellRow] = []
        self._cursor: Position | None = None
        self._cases: dict[str, Case] = {}
        self._blanks: dict[Pen, Cell] = {}
        self._odd: set[object] = set()
        self._held: list[str] = []

    def forget(self, size: tuple[int, int] | None = None) -> None:
        """Take nothing for shown any more, on a terminal of this size."""
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
            self._rows = [[UNKNOWN_CELL] * width for _ in range(height)]
            self._cursor = None
        if KEEPS_CELLS.fullmatch(data):
            return data
        rows: dict[int, CellRow] = {}
        cursor = self._read(data, rows)
        if cursor is None:
            self._stale = True
            return data
        return self._sent(rows, cursor, data)

    def _read(self, data: str, rows: dict[int, CellRow]) -> Position | None:
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
        whole = at == len(data) and 0 <= y < len(self._rows) and x < len(self._rows[y])
        return (y, x) if whole else None

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

    def _sent(self, rows: dict[int, CellRow], cursor: Position, data: str) -> str:
        """Return what turns the terminal's rows into these."""
        out = Sender(self._cursor)
        strokes: list[Stroke] = []
        for y in sorted(rows):
            old, new = self._rows[y], rows[y]
            if old == new:
                continue
            if self._odd and not (self._odd.isdisjoint(old) and self._odd.isdisjoint(new)):
                out.apart(y, new)
            else:
                strokes.extend(strokes_of(y, new, changes(old, new)))
            self._rows[y] = new
        odd = bool(out.parts)
        for pen, same in by_pen(strokes):
            for stroke in same:
                out.stroke(stroke, pen, self._rows[stroke.y])
        out.close(cursor)
        self._cursor = cursor
        thin = "".join(out.parts)
        return thin if odd or size(thin) < size(data) else data


def size(text: str) -> int:
    """How many bytes a text is when it is written."""
    return len(text.encode("utf-8", "replace"))
