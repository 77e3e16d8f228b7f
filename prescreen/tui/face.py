"""The face of the screen: its parts, and how a page is laid out on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from prescreen.page.model import Page
from prescreen.tui.bar import bar_plan, head_lines
from prescreen.tui.canvas import RAIL, Canvas
from prescreen.tui.frame import ROOMY, Column, answer_rows, best, column
from prescreen.tui.hands import Hand
from prescreen.tui.palette import Ink, Palette
from prescreen.tui.spots import Plan
from prescreen.tui.talk import Setter, Sheet, conversation

if TYPE_CHECKING:
    from prescreen.tui.field import Field


class Face(Screen[None], inherit_bindings=False):
    """Header, conversation, answer area and commands, updated in place."""

    AUTO_FOCUS = ""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.ground = Ink(palette, palette.ground)
        self.over = Ink(palette, palette.desk)
        self.head = Canvas(self.over, name="head")
        self.talk = Canvas(self.ground, name="talk", focusable=True)
        self.hint = Canvas(self.over, name="hint")
        self.desk = Canvas(self.over, name="desk", focusable=True)
        self.bar = Canvas(self.ground, name="bar")
        self.field: Field | None = None
        self.answer = Vertical(self.hint, self.desk, id="answer")

    def compose(self) -> ComposeResult:
        """The parts that every page has; the field comes when it is needed."""
        yield self.head
        yield self.talk
        yield self.answer
        yield self.bar

    def make_field(self) -> Field:
        """Return the text field, made when it is first needed."""
        if self.field is None:
            from prescreen.tui.field import Field

            self.field = Field()
            self.answer.mount(self.field, before=self.hint)
        return self.field

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.value if self.field is not None else ""

    def lay_out(self, page: Page, hand: Hand, hint: str | None, *, anchor: bool) -> None:
        """Show the page; `hint` stands below the field, and None means that there is no field."""
        width, height = self.size
        if not width or not height:
            return
        roomy = height >= ROOMY
        col = column(width)
        head = head_lines(page, self.over, col.width, roomy)
        bar = bar_plan(page.commands, col.width, roomy)
        hints = self._hints(hint, col.width)
        above = (len(hints) + 1 if hint is not None else 0) + roomy
        body = height - len(head) - bar.height - roomy
        sheet = conversation(page, self.ground, col.width, roomy)
        asked = len(sheet.strips) - sheet.start + sheet.plan.height + roomy
        plans = list(hand.layouts(self.text, col.width))
        rows = answer_rows(body, asked, plans, above)
        self.head.show(col, head, Plan(), ink=self.over)
        self.bar.show(col, [Strip([])] * roomy, bar, ink=self.ground)
        self._show_talk(page, sheet, col, body - rows, roomy, anchor)
        self._show_desk(hand, plans, col, rows - above)
        self.hint.show(col, hints, Plan(), ink=self.over)
        self._set_rows(self.head, len(head))
        self._set_rows(self.bar, bar.height + roomy)
        self._set_rows(self.hint, len(hints))
        self._set_rows(self.desk, rows - above)
        self._set_field(col, hint is not None)
        if self.answer.styles.padding.top != roomy:
            self.answer.styles.padding = (int(roomy), 0, 0, 0)

    def show_desk(self, hand: Hand) -> None:
        """Paint the answer area again, in the room that it has."""
        col = column(self.size.width)
        plans = list(hand.layouts(self.text, col.width))
        self._show_desk(hand, plans, col, self.desk.size.height)

    def show_hint(self, hint: str) -> bool:
        """Paint the line below the field; False if it needs another height."""
        col = column(self.size.width)
        hints = self._hints(hint, col.width)
        if len(hints) != self.hint.size.height:
            return False
        self.hint.show(col, hints, Plan(), ink=self.over)
        return True

    def _hints(self, hint: str | None, width: int) -> list[Strip]:
        if hint is None:
            return []
        return list(Setter(self.over, width, False).set(hint, self.over.heard(), lead=" "))

    def _show_talk(
        self, page: Page, sheet: Sheet, col: Column, rows: int, roomy: bool, anchor: bool
    ) -> None:
        if len(sheet.strips) + sheet.plan.height + roomy > rows:
            sheet = conversation(page, self.ground, col.width - RAIL, roomy)
        end = [Strip([])] * (roomy and not sheet.plan.spots)
        total = len(sheet.strips) + sheet.plan.height + len(end)
        lead = [Strip([])] * max(rows - total, 0)
        self.talk.can_focus = bool(sheet.plan.spots)
        if anchor:
            self.talk.top = max(0, min(len(lead) + sheet.start, len(lead) + total - rows))
        self.talk.show(col, [*lead, *sheet.strips, *end], sheet.plan, ink=self.ground)

    def _show_desk(self, hand: Hand, plans: Sequence[Plan], col: Column, rows: int) -> None:
        plan = best(plans, rows)
        if plan.height > rows:
            plan = best(hand.layouts(self.text, col.width - RAIL), rows)
        self.desk.show(col, (), plan, ink=self.over, at=self.desk.at)

    def _set_field(self, col: Column, shown: bool) -> None:
        if self.field is None and shown:
            self.make_field()
        if self.field is not None:
            self.field.display = shown
            if self.field.styles.margin.left != col.margin:
                self.field.styles.margin = (0, col.margin)

    @staticmethod
    def _set_rows(widget: Widget, rows: int) -> None:
        height = widget.styles.height
        if height is None or height.value != rows:
            widget.styles.height = max(rows, 0)
