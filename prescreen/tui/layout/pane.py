"""A pane: some rows of the screen, with lines of text, then spots, that scroll and are touched."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from prescreen.tui.layout.frame import Column
from prescreen.tui.layout.palette import Ink
from prescreen.tui.layout.spot_paint import painted
from prescreen.tui.layout.spots import Role, Spot, SpotPlan, moved

RAIL = 4
SCROLL_KEY = 3
UP, DOWN = "^", "v"


class Pane:
    """Rows of the screen from `y` on."""

    def __init__(self, name: str, ink: Ink, around: Ink | None = None) -> None:
        self.name = name
        self.ink = ink
        self.around = around
        self.column = Column(0, 0)
        self.y = self.rows = self.top = 0
        self.at = ""
        self.text: Sequence[Strip] = ()
        self.plan = SpotPlan()
        self._view: object = None
        self._strips: list[Strip] = []

    @property
    def cursor(self) -> tuple[int, int] | None:
        """The cell of the cursor, in a pane that is typed into."""
        return None

    def place(self, column: Column, y: int, rows: int) -> int:
        """Give the pane its rows, and return the row after them."""
        self.column, self.y, self.rows = column, y, rows
        return y + rows

    def show(self, text: Sequence[Strip], plan: SpotPlan) -> None:
        """Show these lines, then these spots."""
        self.text = text
        self.plan = SpotPlan(moved(plan.spots, y=len(text)), len(text) + plan.height)
        self.roll(0)

    def spot(self, name: str) -> Spot | None:
        """Return the spot of a name."""
        return next((spot for spot in self.plan.spots if spot.name == name and name), None)

    @property
    def overflows(self) -> bool:
        """Whether there is more than can be seen."""
        return self.plan.height > self.rows > 0

    @property
    def targets(self) -> list[Spot]:
        """The spots that can be touched."""
        return [spot for spot in self.plan.spots if spot.role is not Role.CAPTION]

    def mark(self, name: str) -> None:
        """Move the mark of focus to a spot and scroll it into sight."""
        self.at = name
        spot = self.spot(name)
        if spot and spot.y < self.top:
            self.top = spot.y
        elif spot and spot.y + spot.h > self.top + self.rows:
            self.top = spot.y + spot.h - self.rows

    def reveal(self, name: str) -> None:
        """Scroll a spot into sight, about the middle."""
        if (spot := self.spot(name)) and self.overflows:
            self.top = 0
            self.roll(spot.y - (self.rows - spot.h) // 2)

    def roll(self, rows: int) -> bool:
        """Scroll, and say whether that was possible."""
        before = self.top
        self.top = max(0, min(self.top + rows, self.plan.height - self.rows))
        return self.top != before

    def page(self, step: int) -> bool:
        """Scroll by what is in sight, less two rows."""
        return self.roll(step * max(self.rows - 2, 1))

    def strips(self, width: int, focused: bool) -> list[Strip]:
        """Return the painted rows, as wide as the screen; what is as it was is not painted anew."""
        at = self.at if focused else ""
        text = self.text[self.top : self.top + self.rows]
        size = (width, self.column, self.rows, self.top)
        view = (size, at, self.ink, self.around, len(self.text), *text, self.plan)
        if view != self._view:
            self._view, self._strips = view, self._painted(width, at)
        return self._strips

    def _painted(self, width: int, at: str) -> list[Strip]:
        blank = self.ink.plain()
        edge = (self.around or self.ink).plain()
        margin = Segment(" " * self.column.margin, edge)
        rows = self._content(at)
        if self.overflows:
            room = self.column.width - RAIL
            rows = [
                Strip([*row.adjust_cell_length(room, blank), *self._rail(y)])
                for y, row in enumerate(rows)
            ]
        inside = [row.adjust_cell_length(self.column.width, blank) for row in rows]
        return [Strip([margin, *row]).adjust_cell_length(width, edge) for row in inside]

    def _content(self, at: str) -> list[Strip]:
        """Return the rows in sight."""
        above, end = len(self.text), self.top + self.rows
        spots = SpotPlan(moved(self.plan.spots, y=-above), self.plan.height - above)
        under = painted(spots, at, self.ink, self.column.width) if spots.spots else []
        rows = [*self.text[self.top : end], *under[max(self.top - above, 0) :]]
        return [*rows, *([Strip([])] * self.rows)][: self.rows]

    @property
    def rail_keys(self) -> tuple[int, int]:
        """How high each of the two drawn keys that scroll is; none where there is no more."""
        up, down = self.top > 0, self.top + self.rows < self.plan.height
        upper = min(SCROLL_KEY, self.rows // 2 if down else self.rows) * up
        return upper, min(SCROLL_KEY, self.rows - upper) * down

    def _rail(self, y: int) -> list[Segment]:
        up, down = self.rail_keys
        key = y < up or y >= self.rows - down
        tone = self.ink.tone(self.ink.palette.cap) if key else self.ink.plain()
        sign = " "
        if up and y == (up - 1) // 2:
            sign = UP
        elif down and y == self.rows - 1 - (down - 1) // 2:
            sign = DOWN
        return [Segment(" ", self.ink.plain()), Segment(f" {sign} ", tone)]

    def hit(self, x: int, y: int) -> str:
        """Return what stands at a cell of the screen: a spot's name, or a key that scrolls."""
        x, y = x - self.column.margin, y - self.y
        if self.overflows and x >= self.column.width - RAIL:
            up, down = self.rail_keys
            return UP if y < up else DOWN if y >= self.rows - down else ""
        return next((spot.name for spot in self.targets if spot.covers(x, y + self.top)), "")
