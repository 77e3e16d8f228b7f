"""The face of the screen: its panes, and how a page is laid out on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.geometry import Size
from textual.strip import Strip

from prescreen.page.model import Page
from prescreen.tui.bar import bar_plan, head_lines
from prescreen.tui.board import Board
from prescreen.tui.frame import ROOMY, Column, answer_rows, best, column
from prescreen.tui.hands import Hand
from prescreen.tui.palette import Ink, Palette
from prescreen.tui.pane import RAIL, Pane
from prescreen.tui.spots import Plan
from prescreen.tui.talk import Memo, Setter, Sheet, conversation
from prescreen.tui.terminal import PromptScreen

if TYPE_CHECKING:
    from prescreen.tui.field import Field

NOTHING = Plan()


class Face(PromptScreen, inherit_bindings=False):
    """Header, conversation, answer area and commands; over them, where needed, the text field."""

    AUTO_FOCUS = ""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette = palette
        self.ground = Ink(palette, palette.ground)
        self.over = Ink(palette, palette.desk)
        self.head = Pane("head", self.over)
        self.talk = Pane("talk", self.ground)
        self.rim = Pane("rim", self.over)
        self.hint = Pane("hint", self.over)
        self.desk = Pane("desk", self.over)
        self.bar = Pane("bar", self.ground)
        panes = (self.head, self.talk, self.rim, self.hint, self.desk, self.bar)
        self.board = Board(panes, self.desk)
        self.field: Field | None = None
        self.memo: Memo = {}
        self.laid_out = Size(0, 0)

    def compose(self) -> ComposeResult:
        """The board; the field comes when it is needed."""
        yield self.board

    def paint_with(self, palette: Palette) -> None:
        """Take other colours, from the next layout on."""
        self.palette = palette
        self.ground = Ink(palette, palette.ground)
        self.over = Ink(palette, palette.desk)
        self.memo.clear()
        for pane in self.board.panes:
            pane.ink = self.ground if pane in (self.talk, self.bar) else self.over

    def make_field(self) -> Field:
        """Return the text field, made when it is first needed."""
        if self.field is None:
            from prescreen.tui.field import Field

            self.field = Field()
            self.mount(self.field)
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
        self.laid_out = self.size
        roomy = height >= ROOMY
        col = column(width)
        head = head_lines(page, self.over, col.width, roomy)
        bar = bar_plan(page.commands, col.width, roomy)
        hints = self._hints(hint, col)
        rim = roomy + (hint is not None)
        body = height - len(head) - bar.height - roomy
        self.talk.ink = self.over if page.over else self.ground
        sheet = conversation(page, self.talk.ink, col.width, roomy, self.memo)
        asked = len(sheet.strips) - sheet.start + sheet.plan.height + roomy
        plans = list(hand.layouts(self.text, col.width))
        answer = answer_rows(body, asked, plans, rim + len(hints))
        y = self.head.place(col, 0, len(head))
        y = self.talk.place(col, y, body - answer)
        y = self.rim.place(col, y, rim)
        y = self.hint.place(col, y, len(hints))
        y = self.desk.place(col, y, answer - rim - len(hints))
        self.bar.place(col, y, bar.height + roomy)
        self.head.show(head, NOTHING)
        self._show_talk(page, sheet, roomy, anchor)
        self.hint.show(hints, NOTHING)
        self._show_desk(hand, plans)
        self.bar.show([Strip([])] * roomy, bar)
        self._place_field(hint is not None, roomy)
        self.board.paint()

    def show_answer(self, hand: Hand, hint: str | None) -> bool:
        """Show the answer area anew in the room it has; False if it needs other room."""
        hints = self._hints(hint, self.desk.column)
        if len(hints) != self.hint.rows:
            return False
        self.hint.show(hints, NOTHING)
        self._show_desk(hand, list(hand.layouts(self.text, self.desk.column.width)))
        self.board.paint()
        return True

    def _hints(self, hint: str | None, col: Column) -> list[Strip]:
        if hint is None:
            return []
        return list(Setter(self.over, col.width, False).set(hint, self.over.heard(), lead=" "))

    def _show_talk(self, page: Page, sheet: Sheet, roomy: bool, anchor: bool) -> None:
        """Show the conversation with its end in sight, or the question's begin if it is long."""
        talk = self.talk
        if len(sheet.strips) + sheet.plan.height + roomy > talk.rows:
            narrow = talk.column.width - RAIL
            sheet = conversation(page, talk.ink, narrow, roomy, self.memo)
        end = [Strip([])] * (roomy and not sheet.plan.spots)
        total = len(sheet.strips) + sheet.plan.height + len(end)
        lead = [Strip([])] * max(talk.rows - total, 0)
        if anchor:
            start = len(lead) + sheet.start
            talk.top = max(0, min(start, len(lead) + total - talk.rows))
        talk.show([*lead, *sheet.strips, *end], sheet.plan)

    def _show_desk(self, hand: Hand, plans: list[Plan]) -> None:
        desk = self.desk
        plan = best(plans, desk.rows)
        if plan.height > desk.rows:
            plan = best(hand.layouts(self.text, desk.column.width - RAIL), desk.rows)
        desk.show((), plan)

    def _place_field(self, shown: bool, roomy: bool) -> None:
        field = self.make_field() if shown else self.field
        if field is None:
            return
        field.display = shown
        if shown:
            field.put(self.rim.column.margin, self.rim.y + roomy, self.rim.column.width)
