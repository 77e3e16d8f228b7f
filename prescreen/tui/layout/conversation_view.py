"""The conversation in its pane: what was set before, where it is scrolled to, what is marked."""

from __future__ import annotations

from dataclasses import replace

from textual.strip import Strip

from prescreen.page.model import Page, Row, Rows
from prescreen.tui.layout.conversation import Memo, Shape, Sheet, conversation
from prescreen.tui.layout.palette import Ink
from prescreen.tui.layout.pane import RAIL, Pane

HIGH = 30
"""Rows of a screen on which a page that has to scroll can still give its heading room."""


class ConversationView:
    """Shows past turns and what is asked now; `sign` stands beside a question without colours."""

    def __init__(self, ink: Ink, sign: str = " ") -> None:
        self.pane = Pane("conversation", ink)
        self.settled = 0
        self._sign = sign
        self._memo: Memo = {}
        self._picked: Row | None = None
        self._changed = ""

    def forget(self) -> None:
        """Forget what was set of a conversation that is over."""
        self._memo.clear()
        self._picked = None

    def paint_with(self, ink: Ink) -> None:
        """Take other colours."""
        self.pane.ink = ink
        self._memo.clear()

    def pick(self, page: Page, text: str) -> None:
        """Remember which row of the review is picked."""
        if isinstance(page.control, Rows) and page.control.rows and not page.over:
            self._picked = next((row for row in page.control.rows if row.tile.id == text), None)

    def mark_change(self, page: Page) -> None:
        """In the review, mark the row that was picked there before, if it has changed."""
        rows = page.control.rows if isinstance(page.control, Rows) else ()
        was = self._picked
        row = next((row for row in rows if was and row.tile.id == was.tile.id), None)
        self._changed = row.tile.id if row and was and row.answer != was.answer else ""

    def reveal_picked(self) -> None:
        """Scroll the row that was picked into sight."""
        self.pane.reveal(f"tile:{self._picked.tile.id}" if self._picked else "")

    def shaped(
        self, page: Page, width: int, roomy: bool, room: int, height: int
    ) -> tuple[Shape, Sheet, int]:
        """Set a page, with space around its question if there is; and the question's rows."""
        for around in (roomy and not page.over, False):
            shape = Shape(width, roomy, around, self._changed, self._sign)
            sheet = self._set(page, shape)
            asked = len(sheet.strips) - sheet.start + sheet.plan.height + roomy
            if asked <= room:
                return shape, sheet, asked
        if height >= HIGH and not page.over:
            shape = replace(shape, around=True)
            sheet = self._set(page, shape)
        return shape, sheet, asked

    def show(self, page: Page, shape: Shape, sheet: Sheet, *, anchor: bool) -> None:
        """Show a page with its end in sight, or the question's begin if it is long.

        What has to be read to its end stands from the top down. Without `anchor` it stays where
        somebody has scrolled it to.
        """
        pane, roomy = self.pane, shape.roomy
        if len(sheet.strips) + sheet.plan.height + roomy > pane.rows:
            sheet = self._set(page, replace(shape, width=pane.column.width - RAIL))
        end = [Strip([])] * (roomy and not sheet.plan.spots)
        total = len(sheet.strips) + sheet.plan.height + len(end)
        reads_down = page.read_on and not page.over
        lead = [Strip([])] * (0 if reads_down else max(pane.rows - total, 0))
        unscrolled = pane.top == self.settled
        if anchor or unscrolled:
            replied = page.refused or (page.offer and not page.over)
            start = len(lead) + (total if replied else sheet.start)
            pane.top = self.settled = max(0, min(start, len(lead) + total - pane.rows))
        pane.show([*lead, *sheet.strips, *end], sheet.plan)

    def _set(self, page: Page, shape: Shape) -> Sheet:
        return conversation(page, self.pane.ink, shape, self._memo)
