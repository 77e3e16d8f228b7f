"""The face of the screen: its panes, and how a page is laid out on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rich.cells import cached_cell_len
from textual.app import ComposeResult
from textual.geometry import Size
from textual.strip import Strip

from prescreen.page.model import Page
from prescreen.tui.controls.field import Field
from prescreen.tui.controls.hands import Hand
from prescreen.tui.layout import typeset
from prescreen.tui.layout.bar import bar_plan, head_lines
from prescreen.tui.layout.board import Board
from prescreen.tui.layout.conversation import Memo, Setter, Shape, Sheet, conversation
from prescreen.tui.layout.frame import ROOMY, Column, answer_rows, best, column
from prescreen.tui.layout.palette import Ink, Palette
from prescreen.tui.layout.pane import RAIL, Pane
from prescreen.tui.layout.spots import SpotPlan
from prescreen.tui.terminal.driver import PromptScreen

NOTHING = SpotPlan()
HIGH = 30
"""Rows of a screen on which a page that has to scroll can still give its heading room."""


class Face(PromptScreen, inherit_bindings=False):
    """Header, conversation, text field, answer area and commands."""

    AUTO_FOCUS = ""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette = palette
        self.ground = Ink(palette, palette.ground)
        self.over = Ink(palette, palette.desk)
        self.head = Pane("head", self.over)
        self.talk = Pane("talk", self.ground)
        self.field = Field("field", self.over)
        self.hint = Pane("hint", Ink(palette, palette.field), self.over)
        self.desk = Pane("desk", self.over)
        self.bar = Pane("bar", self.ground)
        panes = (self.head, self.talk, self.field, self.hint, self.desk, self.bar)
        self.board = Board(panes, self.desk)
        self.memo: Memo = {}
        self.settled = 0
        self.changed = ""
        self.laid_out = Size(0, 0)

    def compose(self) -> ComposeResult:
        """The board."""
        yield self.board

    def paint_with(self, palette: Palette) -> None:
        """Take other colours, from the next layout on."""
        self.palette = palette
        self.ground = Ink(palette, palette.ground)
        self.over = Ink(palette, palette.desk)
        self.memo.clear()
        for pane in self.board.panes:
            pane.ink = self.ground if pane in (self.talk, self.bar) else self.over
        self.hint.ink, self.hint.around = Ink(palette, palette.field), self.over

    def forget(self) -> None:
        """Forget what was set of a conversation that is over."""
        self.memo.clear()
        typeset.forget()
        cached_cell_len.cache_clear()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.value

    @property
    def room(self) -> Size:
        """The part of the screen that the page has."""
        return self.size

    def lay_out(self, page: Page, hand: Hand, hint: str | None, *, anchor: bool) -> None:
        """Show the page; `hint` stands below the field, and None means that there is no field."""
        width, height = self.room
        if not width or not height:
            return
        self.laid_out = self.size
        roomy = height >= ROOMY
        col = column(width)
        head = self.head_strips(page, col.width, roomy)
        bar = self.commands_plan(page, col.width, roomy)
        hints = self._hints(hint, col)
        self.field.open = hint is not None
        body = height - len(head) - bar.height
        self.talk.ink = self.over if page.over else self.ground
        plans = list(hand.layouts(self.text, col.width, roomy))
        rim = roomy + self.field.open
        above = rim + len(hints)
        room = body - min(plan.height for plan in plans) - above
        shape, sheet, asked = self._shaped(page, col.width, roomy, room)
        answer = answer_rows(body, asked, plans, above, hand.ranks)
        y = self.head.place(col, 0, len(head))
        y = self.talk.place(col, y, body - answer)
        y = self.field.place(col, y, rim)
        y = self.hint.place(col, y, len(hints))
        y = self.desk.place(col, y, answer - rim - len(hints))
        self.bar.place(col, y, bar.height)
        self.head.show(head, NOTHING)
        self._show_talk(page, shape, sheet, anchor)
        self.hint.show(hints, NOTHING)
        self._show_desk(hand, plans)
        self.bar.show((), bar)
        self.board.paint()

    def head_strips(self, page: Page, width: int, roomy: bool) -> list[Strip]:
        """Return the lines on top."""
        return head_lines(page, self.head.ink, width, roomy)

    def commands_plan(self, page: Page, width: int, roomy: bool) -> SpotPlan:
        """Return how the commands stand below."""
        return bar_plan(page.commands, page.more, width, roomy)

    def show_answer(self, hand: Hand, hint: str | None) -> bool:
        """Show the answer area anew in the room it has; False if it needs other room."""
        hints = self._hints(hint, self.desk.column)
        if len(hints) != self.hint.rows:
            return False
        self.hint.show(hints, NOTHING)
        roomy = self.size.height >= ROOMY
        self._show_desk(hand, hand.layouts(self.text, self.desk.column.width, roomy))
        self.board.paint()
        return True

    def _hints(self, hint: str | None, col: Column) -> list[Strip]:
        if hint is None:
            return []
        ink = self.hint.ink
        return list(Setter(ink, col.width, False).set(hint, ink.heard(), lead=" "))

    def _shaped(self, page: Page, width: int, roomy: bool, room: int) -> tuple[Shape, Sheet, int]:
        """Set a page, with space around its question if there is; and the question's rows."""
        for around in (roomy and not page.over, False):
            shape = Shape(width, roomy, around, self.changed, "|" if self.app.no_color else " ")
            sheet = conversation(page, self.talk.ink, shape, self.memo)
            asked = len(sheet.strips) - sheet.start + sheet.plan.height + roomy
            if asked <= room:
                return shape, sheet, asked
        if self.size.height >= HIGH and not page.over:
            shape = replace(shape, around=True)
            sheet = conversation(page, self.talk.ink, shape, self.memo)
        return shape, sheet, asked

    def _show_talk(self, page: Page, shape: Shape, sheet: Sheet, anchor: bool) -> None:
        """Show the conversation with its end in sight, or the question's begin if it is long.

        Without `anchor` it stays where somebody has scrolled it to.
        """
        talk, roomy = self.talk, shape.roomy
        if len(sheet.strips) + sheet.plan.height + roomy > talk.rows:
            narrow = replace(shape, width=talk.column.width - RAIL)
            sheet = conversation(page, talk.ink, narrow, self.memo)
        end = [Strip([])] * (roomy and not sheet.plan.spots)
        total = len(sheet.strips) + sheet.plan.height + len(end)
        lead = [Strip([])] * max(talk.rows - total, 0)
        unscrolled = talk.top == self.settled
        if anchor or unscrolled:
            replied = page.refused or (page.offer and not page.over)
            start = len(lead) + (total if replied else sheet.start)
            talk.top = self.settled = max(0, min(start, len(lead) + total - talk.rows))
        talk.show([*lead, *sheet.strips, *end], sheet.plan)

    def _show_desk(self, hand: Hand, plans: Iterable[SpotPlan]) -> None:
        desk = self.desk
        plan = best(plans, desk.rows)
        if plan.height > desk.rows:
            roomy = self.size.height >= ROOMY
            plan = best(hand.layouts(self.text, desk.column.width - RAIL, roomy), desk.rows)
        desk.show((), plan)
