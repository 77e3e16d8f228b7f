"""The panes of a page, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cached_cell_len
from textual.geometry import Size
from textual.strip import Strip

from prescreen.page.model import Page
from prescreen.system.privacy import Silent
from prescreen.tui.layout import typeset
from prescreen.tui.layout.arrangement import Layouts, Stop
from prescreen.tui.layout.commands import commands_plan
from prescreen.tui.layout.conversation import Setter
from prescreen.tui.layout.conversation_view import ConversationView
from prescreen.tui.layout.field import Field
from prescreen.tui.layout.frame import ROOMY, Column, answer_rows, best, column
from prescreen.tui.layout.header import head_lines
from prescreen.tui.layout.palette import Ink, Palette
from prescreen.tui.layout.pane import RAIL, Pane
from prescreen.tui.layout.spots import SpotPlan

NOTHING = SpotPlan()
HeadLines = Callable[[Page, Ink, int, bool], list[Strip]]
CommandsPlan = Callable[[Page, int, bool], SpotPlan]


@dataclass(frozen=True, repr=False)
class Scroll(Silent):
    """Where a page is scrolled to, and what has the focus among its answers."""

    conversation: int = 0
    settled: int = 0
    answers: int = 0
    at: str = ""


class Panes:
    """Header, conversation, text field with its hint, answers and commands, from top to bottom."""

    def __init__(
        self,
        palette: Palette,
        *,
        sign: str = " ",
        head_lines: HeadLines = head_lines,
        commands_plan: CommandsPlan = commands_plan,
    ) -> None:
        self.palette = palette
        self.ground, self.over = Ink(palette, palette.ground), Ink(palette, palette.answers)
        self.header = Pane("header", self.over)
        self.view = ConversationView(self.ground, sign)
        self.conversation = self.view.pane
        self.field = Field("field", self.over)
        self.hint = Pane("hint", Ink(palette, palette.field), self.over)
        self.answers = Pane("answers", self.over)
        self.commands = Pane("commands", self.ground)
        self.all: Sequence[Pane] = (
            *(self.header, self.conversation, self.field),
            *(self.hint, self.answers, self.commands),
        )
        self.height = 0
        self._head_lines, self._commands_plan = head_lines, commands_plan

    def paint_with(self, palette: Palette) -> None:
        """Take other colours, from the next layout on."""
        self.palette = palette
        self.ground, self.over = Ink(palette, palette.ground), Ink(palette, palette.answers)
        for pane in (self.header, self.field, self.answers):
            pane.ink = self.over
        self.commands.ink = self.ground
        self.view.paint_with(self.ground)
        self.hint.ink, self.hint.around = Ink(palette, palette.field), self.over

    def forget(self) -> None:
        """Forget what was set of a conversation that is over."""
        self.view.forget()
        typeset.forget()
        cached_cell_len.cache_clear()

    # ---- where everything stands ---------------------------------------------------------------

    def lay_out(
        self, page: Page, tiles: Layouts, hint: str | None, size: Size, *, anchor: bool
    ) -> None:
        """Show the page; `hint` stands below the field, and None means that there is no field."""
        width, height = size
        if not width or not height:
            return
        self.height = height
        roomy, col = height >= ROOMY, column(width)
        head = self._head_lines(page, self.header.ink, col.width, roomy)
        commands = self._commands_plan(page, col.width, roomy)
        hints = self._hints(hint, col)
        self.field.open = hint is not None
        body = height - len(head) - commands.height
        self.conversation.ink = self.over if page.over else self.ground
        plans = list(tiles.layouts(self.field.value, col.width, roomy))
        rim = roomy + self.field.open
        above = rim + len(hints)
        room = body - min(plan.height for plan in plans) - above
        shape, sheet, asked = self.view.shaped(page, col.width, roomy, room, height)
        if page.read_on and not page.over:
            asked = max(asked, room)
        answer = answer_rows(body, asked, plans, above, tiles.ranks)
        y = 0
        heights = (len(head), body - answer, rim, len(hints), answer - above, commands.height)
        for pane, rows in zip(self.all, heights, strict=True):
            y = pane.place(col, y, rows)
        self.header.show(head, NOTHING)
        self.view.show(page, shape, sheet, anchor=anchor)
        self.hint.show(hints, NOTHING)
        self._show_answers(tiles, plans)
        self.commands.show((), commands)

    def fits(self, page: Page, tiles: Layouts, size: Size) -> bool:
        """Whether a page with its answers can be seen as a whole on a screen of this size."""
        roomy, col = size.height >= ROOMY, column(size.width)
        head = self._head_lines(page, self.header.ink, col.width, roomy)
        commands = self._commands_plan(page, col.width, roomy)
        lowest = min(plan.height for plan in tiles.layouts("", col.width, roomy))
        room = size.height - len(head) - commands.height - lowest - roomy
        *_, asked = self.view.shaped(page, col.width, roomy, room, size.height)
        return asked <= room

    def show_answers(self, tiles: Layouts, hint: str | None) -> bool:
        """Show the answers anew in the room they have; False if they need other room."""
        hints = self._hints(hint, self.answers.column)
        if len(hints) != self.hint.rows:
            return False
        self.hint.show(hints, NOTHING)
        width = self.answers.column.width
        self._show_answers(tiles, tiles.layouts(self.field.value, width, self._roomy))
        return True

    @property
    def _roomy(self) -> bool:
        return self.height >= ROOMY

    def _hints(self, hint: str | None, col: Column) -> list[Strip]:
        if hint is None:
            return []
        ink = self.hint.ink
        return list(Setter(ink, col.width, False).set(hint, ink.heard(), lead=" "))

    def _show_answers(self, tiles: Layouts, plans: Iterable[SpotPlan]) -> None:
        pane = self.answers
        plan = best(plans, pane.rows)
        if plan.height > pane.rows:
            narrow = tiles.layouts(self.field.value, pane.column.width - RAIL, self._roomy)
            plan = best(narrow, pane.rows)
        pane.show((), plan)

    def begin(self, at: str) -> None:
        """Show another page from its begin, with the focus of its answers on a spot."""
        self.answers.top, self.answers.at = 0, at
        self.conversation.at = self.commands.at = ""

    @property
    def scroll(self) -> Scroll:
        """Where the page is scrolled to."""
        answers = self.answers
        return Scroll(self.conversation.top, self.view.settled, answers.top, answers.at)

    def scroll_to(self, scroll: Scroll) -> None:
        """Scroll back to where the page was."""
        self.conversation.top, self.view.settled = scroll.conversation, scroll.settled
        self.answers.top, self.answers.at = scroll.answers, scroll.at

    # ---- what is painted and touched -----------------------------------------------------------

    def rows(self, width: int, focused: Pane | None) -> list[Strip]:
        """Return the painted rows of all panes."""
        return stacked(self.all, width, focused)

    def pane_at(self, x: int, y: int) -> Pane | None:
        """Return the pane at a cell of the screen."""
        return pane_in(self.all, y)

    def holder(self, name: str) -> Pane | None:
        """Return the pane with a tile or a row of this name."""
        return next((each for each in (self.answers, self.conversation) if each.spot(name)), None)

    # ---- ways between them ---------------------------------------------------------------------

    def stops(self) -> list[Stop]:
        """What Tab goes through: the field, and everything that can be touched."""
        found: list[Stop] = [(self.field, "")] if self.field.open else []
        for pane in (self.answers, self.conversation, self.commands):
            found.extend((pane, spot.name) for spot in pane.targets)
        return found

    def beyond(self, pane: Pane, upward: bool) -> Stop | None:
        """Where an arrow key leads out of a pane; None if it scrolls the conversation instead."""
        if pane is self.answers and upward and self.field.open:
            return self.field, self.field.at
        if pane is self.answers and upward and self.conversation.targets:
            return self.conversation, self.conversation.targets[-1].name
        if pane is self.commands and upward:
            return self.answers, "".join(spot.name for spot in self.answers.targets[-1:])
        if pane in (self.conversation, self.field) and not upward:
            return self.answers, "".join(spot.name for spot in self.answers.targets[:1])
        return None

    def reachable(self, pane: Pane, name: str) -> Stop:
        """Every stop is in sight, or is scrolled there."""
        return pane, name


def stacked(panes: Sequence[Pane], width: int, focused: Pane | None) -> list[Strip]:
    """Return the painted rows of some panes, one under the other."""
    return [strip for pane in panes for strip in pane.strips(width, pane is focused)]


def pane_in(panes: Sequence[Pane], y: int) -> Pane | None:
    """Return the pane at a row of the screen."""
    return next((pane for pane in panes if pane.y <= y < pane.y + pane.rows), None)
