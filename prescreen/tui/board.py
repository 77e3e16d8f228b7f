"""The board: all panes of the screen as one widget, which repaints only what changed."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from prescreen.tui.pane import DOWN, UP, Pane
from prescreen.tui.spots import toward

ARROWS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
WHEEL = 3


class Board(Widget, can_focus=True):
    """Paints the panes; the one with the focus is walked with the arrow keys."""

    class Touched(Message):
        """A spot was touched by hand, or taken with the keyboard."""

        def __init__(self, pane: Pane, name: str, *, by_hand: bool) -> None:
            super().__init__()
            self.pane, self.name, self.by_hand = pane, name, by_hand

    class Edge(Message):
        """An arrow key led out of the spots of a pane."""

        def __init__(self, pane: Pane, key: str) -> None:
            super().__init__()
            self.pane, self.key = pane, key

    def __init__(self, panes: Sequence[Pane], current: Pane) -> None:
        super().__init__(id="board")
        self.panes = panes
        self.current = current
        self.strips: list[Strip] = []
        self._pressed = ""

    def paint(self) -> None:
        """Paint the panes, and refresh the cells that are not as they were."""
        width = self.size.width
        if not width:
            return
        before = self.strips
        self.strips = [
            strip
            for pane in self.panes
            for strip in pane.strips(width, self.has_focus and pane is self.current)
        ][: self.size.height]
        if len(before) != len(self.strips) or any(row.cell_length != width for row in before):
            self.refresh()
            return
        changed = [
            region
            for y, (old, new) in enumerate(zip(before, self.strips, strict=True))
            if (region := difference(old, new, y))
        ]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """Return one painted row."""
        return self.strips[y] if y < len(self.strips) else Strip([])

    def mark(self, pane: Pane, name: str) -> None:
        """Move the mark of focus."""
        self.current = pane
        pane.mark(name)
        self.paint()

    def roll(self, pane: Pane, rows: int) -> None:
        """Scroll a pane."""
        if pane.roll(rows):
            self.paint()

    def pane_at(self, y: int) -> Pane | None:
        """Return the pane at a row of the screen."""
        return next((pane for pane in self.panes if pane.y <= y < pane.y + pane.rows), None)

    def on_resize(self) -> None:
        """Paint once there is room to paint on."""
        self.paint()

    def on_focus(self) -> None:
        """Show where the focus is."""
        self.paint()

    def on_blur(self) -> None:
        """Stop showing a focus."""
        self.paint()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down what is under the wheel."""
        self._wheel(event.y, WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up what is under the wheel."""
        self._wheel(event.y, -WHEEL)

    def _wheel(self, y: int, rows: int) -> None:
        if pane := self.pane_at(y):
            self.roll(pane, rows)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a touch began."""
        pane = self.pane_at(event.y)
        self._pressed = pane.hit(event.x, event.y) if pane else ""

    def on_click(self, event: events.Click) -> None:
        """Take the spot that was touched, if the touch began on it."""
        event.stop()
        pane = self.pane_at(event.y)
        name = pane.hit(event.x, event.y) if pane else ""
        pressed, self._pressed = self._pressed, ""
        if pane is None or not name or name != pressed:
            return
        if name in {UP, DOWN}:
            pane.page(-1 if name == UP else 1)
            self.paint()
        else:
            self.post_message(self.Touched(pane, name, by_hand=True))

    def on_key(self, event: events.Key) -> None:
        """Move among the spots, or take one."""
        pane = self.current
        if event.key in ARROWS and pane.targets:
            event.stop()
            self._move(pane, event.key)
        elif event.key in {"enter", "space"} and pane.spot(pane.at):
            event.stop()
            self.post_message(self.Touched(pane, pane.at, by_hand=False))

    def _move(self, pane: Pane, key: str) -> None:
        spots = pane.plan.spots
        names = [spot.name for spot in spots]
        if pane.at not in names:
            self.mark(pane, pane.targets[-1 if key == "up" else 0].name)
            return
        found = toward(spots, names.index(pane.at), *ARROWS[key])
        if found is not None:
            self.mark(pane, names[found])
        elif key in {"up", "down"}:
            self.post_message(self.Edge(pane, key))


def difference(old: Strip, new: Strip, y: int) -> Region | None:
    """Return the cells of a row between the first and the last segment that differ."""
    if old == new:
        return None
    before, after = list(old), list(new)
    while before and after and before[0] == after[0]:
        before.pop(0)
        after.pop(0)
    left = new.cell_length - sum(segment.cell_length for segment in after)
    while before and after and before[-1] == after[-1]:
        before.pop()
        after.pop()
    wide = max(sum(part.cell_length for part in row) for row in (before, after))
    return Region(left, y, wide, 1) if wide else None
