"""The canvas: all panes of the screen as one widget, which repaints only what changed."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from prescreen.tui.layout.arrangement import Arrangement
from prescreen.tui.layout.pane import DOWN, UP, Pane

WHEEL = 3


class Canvas(Widget, can_focus=True):
    """Paints the panes, and says what is touched on them."""

    class Touched(Message):
        """A spot was touched by hand."""

        def __init__(self, pane: Pane, name: str, x: int = 0) -> None:
            super().__init__()
            self.pane, self.name, self.x = pane, name, x

    def __init__(self, arrangement: Arrangement, current: Callable[[], Pane]) -> None:
        super().__init__(id="canvas")
        self.arrangement = arrangement
        self.strips: list[Strip] = []
        self._current = current
        self._pressed = ""

    def paint(self) -> None:
        """Paint the panes, and refresh the cells that are not as they were."""
        width = self.size.width
        if not width:
            return
        before = self.strips
        current = self._current()
        focused = current if self.screen.focused is self else None
        self.strips = self.arrangement.rows(width, focused)[: self.size.height]
        if cursor := current.cursor:
            self.app.cursor_position = Offset(*cursor)
        if len(before) != len(self.strips) or any(row.cell_length != width for row in before):
            self.refresh()
            return
        changed = [
            region
            for y, (old, new) in enumerate(zip(before, self.strips, strict=True))
            if old is not new and (region := changed_cells(old, new, y))
        ]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """Return one painted row."""
        return self.strips[y] if y < len(self.strips) else Strip([])

    def roll(self, pane: Pane, rows: int) -> None:
        """Scroll a pane."""
        if pane.roll(rows):
            self.paint()

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
        self._wheel(event, WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up what is under the wheel."""
        self._wheel(event, -WHEEL)

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        if pane := self.arrangement.pane_at(event.x, event.y):
            self.roll(pane, rows)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a touch began."""
        pane = self.arrangement.pane_at(event.x, event.y)
        self._pressed = pane.hit(event.x, event.y) if pane else ""

    def let_go(self) -> None:
        """Forget where a touch began."""
        self._pressed = ""

    def on_click(self, event: events.Click) -> None:
        """Take the spot that was touched, if the touch began on it."""
        event.stop()
        pane = self.arrangement.pane_at(event.x, event.y)
        name = pane.hit(event.x, event.y) if pane else ""
        pressed, self._pressed = self._pressed, ""
        if pane is None or not name or name != pressed:
            return
        if name in {UP, DOWN}:
            pane.page(-1 if name == UP else 1)
            self.paint()
        else:
            self.post_message(self.Touched(pane, name, event.x))


def changed_cells(old: Strip, new: Strip, y: int) -> Region | None:
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
