"""The screen with both sides: beside each other where they fit, else one at a time."""

from __future__ import annotations

from dataclasses import replace

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from prescreen.demo.commands import (
    BY_PERSON,
    FASTER,
    PLAY,
    PLAYER,
    SLOWER,
    STEP,
    TAKE_OVER,
    TURN,
    Mode,
)
from prescreen.demo.screens.side import Side, TwoSides, band
from prescreen.demo.show import Show
from prescreen.page.model import Command, Page
from prescreen.page.parts import HELP, SWITCH
from prescreen.system.idle import HOME, Watch
from prescreen.tui.controls.hands import Hand
from prescreen.tui.controls.key_repeat import Held
from prescreen.tui.layout.bar import FIRST, bar_plan
from prescreen.tui.layout.frame import Column
from prescreen.tui.layout.palette import Palette
from prescreen.tui.layout.pane import Pane
from prescreen.tui.layout.spots import SpotPlan
from prescreen.tui.layout.typeset import cells, lines
from prescreen.tui.screen import VisitScreen

ABREAST = 100
PLAYED = (PLAY, STEP, TURN, TAKE_OVER, SLOWER, FASTER, SWITCH)
TAKEN = (HELP, PLAY, TURN, *FIRST)
"""What stays in sight the longest while a script plays, and while a person answers."""


class SidesScreen(VisitScreen, inherit_bindings=False):
    """The patient's screen, marked as a demonstration, and the staff's side."""

    def __init__(self, show: Show, held: Held) -> None:
        super().__init__(show, Watch(HOME), held)
        self.show = show
        self.side = Side(self.palette)
        self.head.ink = band(self.palette)
        self.board = TwoSides(self.board.panes, self.side.panes, self.desk)
        self.turned_over = False
        self.warning = ""

    def paint_with(self, palette: Palette) -> None:
        """Take other colours; the band keeps its own."""
        super().paint_with(palette)
        self.head.ink = self.side.head.ink = band(palette)

    @property
    def abreast(self) -> bool:
        """Whether both sides stand beside each other."""
        return self.size.width >= ABREAST and self.show.mode is not Mode.CHOOSING

    @property
    def split(self) -> int:
        """How many columns the patient's side has."""
        if self.abreast:
            return self.size.width * 9 // 16
        return 0 if self.turned_over else self.size.width

    @property
    def room(self) -> Size:
        """The part of the screen that the page has, or would have."""
        return Size(self.split or self.size.width, self.size.height)

    def lay_out(self, page: Page, hand: Hand, hint: str | None, *, anchor: bool) -> None:
        """Show the page, and beside it or in its place the staff's side."""
        board = self.board
        assert isinstance(board, TwoSides)
        board.split = self.split
        staff = self.show.staff
        self.side.follow(staff)
        self.warning = "" if self.abreast else staff.warning
        if self.split < self.size.width:
            margin = self.split + 1
            column = Column(margin, max(self.size.width - margin - 1, 2))
            commands = self._on_bar(page, staff=True)
            self.side.lay_out(staff, commands, column, self.size.height)
        commands = self._on_bar(page, staff=False)
        super().lay_out(replace(page, commands=commands), hand, hint, anchor=anchor)

    def _on_bar(self, page: Page, *, staff: bool) -> tuple[Command, ...]:
        """The commands that are drawn on one side."""
        player = tuple(each for each in page.commands if each.id in PLAYER)
        others = tuple(each for each in page.commands if each.id not in PLAYER)
        if self.abreast:
            return tuple(each for each in player if each.id != TURN) if staff else others
        if staff:
            turn = self.show.staff.turn
            return tuple(replace(e, label=turn) if e.id == TURN else e for e in player)
        if self.show.mode in (Mode.PLAYING, Mode.PAUSED):
            return (*(each for each in others if each.id == SWITCH), *player)
        return page.commands

    def head_strips(self, page: Page, width: int, roomy: bool) -> list[Strip]:
        """Return the band: always its mark, and a warning where no staff's side has it."""
        style = self.head.ink.quiet()
        warning = lines(self.warning, width) if self.warning else []
        said = [Strip([Segment(line, style)]) for line in warning]
        if cells(page.title) + cells(page.progress) + 2 > width:
            page = replace(page, progress="")
        return [*super().head_strips(page, width, roomy), *said]

    def commands_plan(self, page: Page, width: int, roomy: bool) -> SpotPlan:
        """Return how the commands stand; low ones have a second rank while a script plays."""
        if self.abreast or self.show.mode is Mode.CHOOSING:
            return super().commands_plan(page, width, roomy)
        by_person = self.show.mode in BY_PERSON
        first, most = (TAKEN, 1) if by_person else (PLAYED, 1 if roomy else 2)
        return bar_plan(page.commands, page.more, width, roomy, first=first, most=most)

    def go_to(self, pane: Pane, name: str | None = None) -> None:
        """Move the focus, on the staff's side alone to its criteria."""
        if self.split or pane is self.side.points:
            super().go_to(pane, name)
        else:
            super().go_to(self.side.points, self.side.points.picked)

    def edge(self, pane: Pane, upward: bool) -> None:
        """Stay where the staff's side ends; there is no field above it."""
        if pane not in self.side.panes:
            super().edge(pane, upward)

    def stops(self) -> list[tuple[Pane, str]]:
        """What Tab goes through on the sides that are shown."""
        found = super().stops() if self.split else []
        if self.split == self.size.width:
            return found
        commands = [stop for stop in found if stop[0] is self.bar]
        answers = [stop for stop in found if stop[0] is not self.bar]
        points = [(self.side.points, spot.name) for spot in self.side.points.targets[:1]]
        player = [(self.side.bar, spot.name) for spot in self.side.bar.targets]
        return [*answers, *points, *commands, *player]
