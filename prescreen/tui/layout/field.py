"""The text field: one line with a cursor, which keeps, copies and remembers nothing."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, normalize

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from textual import events
from textual.strip import Strip

from prescreen.tui.layout.palette import Ink, inked
from prescreen.tui.layout.pane import Pane

LONGEST_TEXT = 200
EDGE = 1
"""Cells that stay free at either end."""


def clean(text: str) -> str:
    """Return the text composed, without what can't be seen: controls, directions, private signs."""
    seen = (char for char in " ".join(text.split()) if category(char)[0] != "C")
    return normalize("NFC", "".join(seen))


class Field(Pane):
    """Where an answer is typed: the last of its rows, while it is `open`."""

    def __init__(self, name: str, ink: Ink) -> None:
        super().__init__(name, ink)
        self.open = False
        self.value = ""
        self.example = ""
        self._cursor = 0
        self._left = 0

    def write(self, text: str) -> None:
        """Put this text in, the cursor at its end."""
        self.value = text[:LONGEST_TEXT]
        self._cursor = len(self.value)

    def add(self, text: str) -> None:
        """Type this text at the cursor, as much of it as there is room for."""
        text = text[: LONGEST_TEXT - len(self.value)]
        self.value = self.value[: self._cursor] + text + self.value[self._cursor :]
        self._cursor += len(text)

    def take(self, event: events.Key) -> None:
        """Type a character, delete one, or move the cursor; a key without a meaning is let go."""
        before, after = self._beside()
        match event.key:
            case "left":
                self._cursor = before
            case "right":
                self._cursor = after
            case "home":
                self._cursor = 0
            case "end":
                self._cursor = len(self.value)
            case "backspace":
                self.value = self.value[:before] + self.value[self._cursor :]
                self._cursor = before
            case "delete":
                self.value = self.value[: self._cursor] + self.value[after:]
            case _ if event.is_printable and event.character:
                self.add(event.character)

    def touch(self, x: int) -> None:
        """Move the cursor to what stands in a column of the screen."""
        cell = x - self.column.margin - EDGE + self._left
        touched = (start for start, right in self._characters() if right > cell)
        self._cursor = next(touched, len(self.value))

    def hit(self, x: int, y: int) -> str:
        """Return the name of the field where it is open; a thumb may miss its row by one."""
        x -= self.column.margin
        return self.name if self.open and 0 <= x < self.column.width else ""

    def strips(self, width: int, focused: bool) -> list[Strip]:
        """Return the painted rows; the cursor shows where the focus is."""
        above = [Strip([])] * (self.rows - self.open)
        self.text = [*above, self._line(focused)] if self.open else above
        return super().strips(width, focused)

    @property
    def cursor(self) -> tuple[int, int] | None:
        """The cell of the cursor, where a terminal shows what an input method composes."""
        if not self.open:
            return None
        return self.column.margin + EDGE + self._cell - self._left, self._row

    @property
    def _row(self) -> int:
        return self.y + self.rows - 1

    @property
    def _cell(self) -> int:
        """The cell at which the cursor stands in the text."""
        return cell_len(self.value[: self._cursor])

    def _characters(self) -> Iterator[tuple[int, int]]:
        """Yield where each thing that is read as one character begins, and the cell after it."""
        right = 0
        for start, _, width in split_graphemes(self.value)[0]:
            right += width
            yield start, right

    def _beside(self) -> tuple[int, int]:
        """The places before and after the cursor: a step leads past all that is joined."""
        stops = [*(start for start, _ in self._characters()), len(self.value)]
        before = max((stop for stop in stops if stop < self._cursor), default=0)
        return before, min((stop for stop in stops if stop > self._cursor), default=stops[-1])

    def _line(self, focused: bool) -> Strip:
        """The text, or else the example, as much of it as there is room for around the cursor."""
        palette = self.ink.palette
        ground = inked(palette.ink, palette.field)
        written = ground if self.value else inked(palette.quiet, palette.field)
        text = self.value or self.example
        after = self._beside()[1] if self.value else 1
        under = text[self._cursor : after] or " "
        cell, wide = self._cell, cell_len(under)
        room = max(self.column.width - 2 * EDGE, wide)
        last = max(cell_len(self.value) + 1 - room, 0)
        self._left = max(min(self._left, cell, last), cell + wide - room)
        line = Strip(
            [
                Segment(text[: self._cursor], written),
                Segment(under, inked(palette.field, palette.ink) if focused else written),
                Segment(text[after:], written),
            ]
        )
        inside = line.crop(self._left, self._left + room).adjust_cell_length(room, ground)
        return Strip([Segment(" " * EDGE, ground), *inside, Segment(" " * EDGE, ground)])
