"""A canvas: lines of text and spots, which scrolls, is touched, and repaints only what changed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from prescreen.tui.frame import Column
from prescreen.tui.paint import painted
from prescreen.tui.palette import Ink
from prescreen.tui.spots import Plan, Role, Spot, moved, toward

RAIL = 4
ARROWS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


class Canvas(Widget):
    """Lines in a column; below the text stand the spots."""

    class Touched(Message):
        """A spot was touched, or taken with the keyboard."""

        def __init__(self, canvas: Canvas, name: str, by_hand: bool) -> None:
            super().__init__()
            self.canvas = canvas
            self.name = name
            self.by_hand = by_hand

    class Edge(Message):
        """An arrow key led out of the spots."""

        def __init__(self, canvas: Canvas, key: str) -> None:
            super().__init__()
            self.canvas = canvas
            self.key = key

    def __init__(self, ink: Ink, *, name: str, focusable: bool = False) -> None:
        super().__init__(id=name)
        self.ink = ink
        self.can_focus = focusable
        self.column = Column(0, 0)
        self.plan = Plan()
        self.text: Sequence[Strip] = ()
        self.at = ""
        self.top = 0
        self._rows: list[Strip] = []
        self._shown: list[Strip] = []
        self._pressed = ""

    def show(
        self, column: Column, text: Sequence[Strip], plan: Plan, *, ink: Ink, at: str = ""
    ) -> None:
        """Show these lines, then these spots."""
        self.column, self.text, self.ink, self.at = column, text, ink, at
        self.plan = Plan(moved(plan.spots, y=len(text)), len(text) + plan.height)
        self._paint()

    def focus_on(self, name: str) -> None:
        """Move the mark of focus to a spot and scroll it into sight."""
        self.at = name
        spot = self.spot(name)
        if spot:
            if spot.y < self.top:
                self.top = spot.y
            elif spot.y + spot.h > self.top + self.size.height:
                self.top = spot.y + spot.h - self.size.height
        self._paint()

    def spot(self, name: str) -> Spot | None:
        """Return the spot of a name."""
        return next((spot for spot in self.plan.spots if spot.name == name and name), None)

    @property
    def overflows(self) -> bool:
        """Whether there is more than can be seen."""
        return self.plan.height > self.size.height > 0

    @property
    def targets(self) -> list[Spot]:
        """The spots that can be touched."""
        return [spot for spot in self.plan.spots if spot.role is not Role.CAPTION]

    def roll(self, rows: int) -> bool:
        """Scroll, and say whether that was possible."""
        most = max(self.plan.height - self.size.height, 0)
        top = max(0, min(self.top + rows, most))
        moved_at_all = top != self.top
        self.top = top
        if moved_at_all:
            self._paint()
        return moved_at_all

    def _paint(self) -> None:
        at = self.at if self.has_focus else ""
        width = self.column.width
        spots = Plan(moved(self.plan.spots, y=-len(self.text)), self.plan.height - len(self.text))
        self._rows = [*self.text, *painted(spots, at, self.ink, width)]
        shown = [self._framed(y) for y in range(self.size.height)]
        before, self._shown = self._shown, shown
        if len(before) != len(shown):
            self.refresh()
            return
        changed = [y for y, strip in enumerate(shown) if strip != before[y]]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _framed(self, y: int) -> Strip:
        row = self._rows[self.top + y] if 0 <= self.top + y < len(self._rows) else Strip([])
        blank = self.ink.plain()
        if self.overflows:
            room = self.column.width - RAIL
            row = Strip.join([row.adjust_cell_length(room, blank), self._rail(y)])
        margin = Strip([Segment(" " * self.column.margin, blank)])
        return Strip.join([margin, row]).adjust_cell_length(self.size.width, blank)

    def _rail(self, y: int) -> Strip:
        """Return a row of the drawn keys that scroll."""
        high = self._rail_height()
        up, down = y < high, y >= self.size.height - high
        alive = (up and self.top > 0) or (down and self.top + self.size.height < self.plan.height)
        tone = self.ink.tone(self.ink.palette.cap) if alive else self.ink.plain()
        middle = y == high // 2 or y == self.size.height - 1 - high // 2
        sign = ("^" if up else "v") if alive and middle else " "
        return Strip([Segment(" ", self.ink.plain()), Segment(f" {sign} ", tone)])

    def _rail_height(self) -> int:
        return max(1, min(3, self.size.height // 2))

    def render_line(self, y: int) -> Strip:
        """Return one painted row."""
        return self._shown[y] if y < len(self._shown) else Strip([])

    def on_resize(self) -> None:
        """Paint again for the new size."""
        self.top = max(0, min(self.top, self.plan.height - self.size.height))
        self._paint()

    def on_focus(self) -> None:
        """Show where the focus is."""
        self._paint()

    def on_blur(self) -> None:
        """Stop showing a focus."""
        self._paint()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        if self.roll(3):
            event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        if self.roll(-3):
            event.stop()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a touch began."""
        self._pressed = self._hit(event.x, event.y)

    def on_click(self, event: events.Click) -> None:
        """Take the spot that was touched, if the touch began on it."""
        event.stop()
        name = self._hit(event.x, event.y)
        if not name or name != self._pressed:
            return
        if name in {"^", "v"}:
            step = max(self.size.height - 2, 1)
            self.roll(-step if name == "^" else step)
            return
        self.post_message(self.Touched(self, name, by_hand=True))

    def _hit(self, x: int, y: int) -> str:
        x -= self.column.margin
        if self.overflows and x >= self.column.width - RAIL:
            high = self._rail_height()
            return "^" if y < high else "v" if y >= self.size.height - high else ""
        return next((spot.name for spot in self.targets if spot.covers(x, y + self.top)), "")

    def on_key(self, event: events.Key) -> None:
        """Move among the spots, or take one."""
        if event.key in ARROWS and self.targets:
            event.stop()
            self._move(event.key)
        elif event.key in {"enter", "space"} and self.spot(self.at):
            event.stop()
            self.post_message(self.Touched(self, self.at, by_hand=False))

    def _move(self, key: str) -> None:
        names = [spot.name for spot in self.plan.spots]
        if self.at not in names:
            ends = self.targets
            self.focus_on(ends[-1 if key == "up" else 0].name)
            return
        found = toward(self.plan.spots, names.index(self.at), *ARROWS[key])
        if found is not None:
            self.focus_on(names[found])
        elif key in {"up", "down"}:
            self.post_message(self.Edge(self, key))
