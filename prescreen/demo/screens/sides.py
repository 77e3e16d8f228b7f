"""Both sides of the screen: beside each other where they fit, else one at a time."""

from __future__ import annotations

from dataclasses import replace

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from prescreen.demo.player import (
    ANSWERED_BY_PERSON,
    FASTER,
    NEXT,
    PLAY,
    PLAYER,
    SLOWER,
    TAKE_OVER,
    TURN,
    Mode,
)
from prescreen.demo.screens.behind_panes import BehindSide, band
from prescreen.demo.show import Show
from prescreen.page.model import Command, Page
from prescreen.page.parts import HELP, SWITCH
from prescreen.tui.layout.arrangement import Layouts, Stop
from prescreen.tui.layout.commands import FIRST, commands_plan, line_plan
from prescreen.tui.layout.frame import Column
from prescreen.tui.layout.header import head_lines
from prescreen.tui.layout.palette import Ink, Palette
from prescreen.tui.layout.pane import Pane
from prescreen.tui.layout.panes import Panes, pane_in, stacked
from prescreen.tui.layout.spots import SpotPlan
from prescreen.tui.layout.typeset import cells, lines

SIDES_ABREAST = 100
PLAYED = (PLAY, NEXT, TURN, TAKE_OVER, SLOWER, FASTER, SWITCH)
TAKEN = (HELP, PLAY, TURN, *FIRST)
"""What stays in sight the longest while a script plays, and while a person answers."""


class Sides:
    """The patient's panes, marked as a demonstration, and those behind the scenes.

    The patient's are those up to the column `split`; it is 0 where the other side stands alone.
    """

    def __init__(self, show: Show, palette: Palette, sign: str = " ") -> None:
        self.show = show
        self.patient = Panes(
            palette, sign=sign, head_lines=self._head_lines, commands_plan=self._commands_plan
        )
        self.behind = BehindSide(palette)
        self.patient.header.ink = band(palette)
        self.turned_over = False
        self.abreast = False
        self.split = self.width = 0
        self._warning = ""

    def paint_with(self, palette: Palette) -> None:
        """Take other colours; the band keeps its own."""
        self.patient.paint_with(palette)
        self.patient.header.ink = band(palette)
        self.behind.paint_with(palette)

    # ---- where everything stands --------------------------------------------------------------

    def lay_out(
        self, page: Page, tiles: Layouts, hint: str | None, size: Size, *, anchor: bool
    ) -> None:
        """Show the page, and beside it or in its place the side behind the scenes."""
        self._share(size.width)
        behind = self.show.behind
        self.behind.follow(behind)
        self._warning = "" if self.abreast else behind.warning
        if self.split < size.width:
            margin = self.split + 1
            column = Column(margin, max(size.width - margin - 1, 2))
            self.behind.lay_out(behind, self._drawn(page, behind=True), column, size.height)
        page = replace(page, commands=self._drawn(page, behind=False))
        room = Size(self.split or size.width, size.height)
        self.patient.lay_out(page, tiles, hint, room, anchor=anchor)

    def fits(self, page: Page, tiles: Layouts, size: Size) -> bool:
        """Whether a page with its answers can be seen as a whole on the patient's side."""
        return self.patient.fits(page, tiles, Size(self.split or size.width, size.height))

    def _share(self, width: int) -> None:
        self.width = width
        self.abreast = width >= SIDES_ABREAST and self.show.mode is not Mode.CHOOSING
        if self.abreast:
            self.split = width * 9 // 16
        else:
            self.split = 0 if self.turned_over else width

    def listed(self, page: Page) -> tuple[Command, ...]:
        """The commands of a page in a list: the player's are not, where they stand beside it."""
        return self._drawn(page, behind=False) if self.abreast else page.commands

    def _drawn(self, page: Page, *, behind: bool) -> tuple[Command, ...]:
        """The commands that are drawn on one side."""
        player = tuple(each for each in page.commands if each.id in PLAYER)
        others = tuple(each for each in page.commands if each.id not in PLAYER)
        if self.abreast:
            return tuple(each for each in player if each.id != TURN) if behind else others
        if behind:
            turn = self.show.behind.turn
            return tuple(replace(e, label=turn) if e.id == TURN else e for e in player)
        if self.show.mode in (Mode.PLAYING, Mode.PAUSED):
            return (*(each for each in others if each.id == SWITCH), *player)
        return page.commands

    def _head_lines(self, page: Page, ink: Ink, width: int, roomy: bool) -> list[Strip]:
        """The band: always its mark, and a warning where no side behind the scenes has it."""
        warning = lines(self._warning, width) if self._warning else []
        said = [Strip([Segment(line, ink.quiet())]) for line in warning]
        if cells(page.title) + cells(page.progress) + 2 > width:
            page = replace(page, progress="")
        return [*head_lines(page, ink, width, roomy), *said]

    def _commands_plan(self, page: Page, width: int, roomy: bool) -> SpotPlan:
        """How the commands stand; low ones have a second rank while a script plays."""
        if self.abreast or self.show.mode is Mode.CHOOSING:
            return commands_plan(page, width, roomy)
        by_person = self.show.mode in ANSWERED_BY_PERSON
        first, most = (TAKEN, 1) if by_person else (PLAYED, 1 if roomy else 2)
        return line_plan(page.commands, page.more, width, roomy, first=first, most=most)

    # ---- what is painted and touched ----------------------------------------------------------

    def rows(self, width: int, focused: Pane | None) -> list[Strip]:
        """Return the painted rows of both sides."""
        left = stacked(self.patient.all, self.split, focused) if self.split else []
        if self.split >= width:
            return left
        behind = stacked(self.behind.panes, width, focused)
        right = [row.crop(self.split, width) for row in behind]
        if not left:
            return right
        return [Strip([*one, *other]) for one, other in zip(left, right, strict=False)]

    def pane_at(self, x: int, y: int) -> Pane | None:
        """Return the pane at a cell of the screen."""
        return pane_in(self.patient.all if x < self.split else self.behind.panes, y)

    # ---- ways between them --------------------------------------------------------------------

    def stops(self) -> list[Stop]:
        """What Tab goes through on the sides that are shown."""
        found = self.patient.stops() if self.split else []
        if self.split == self.width:
            return found
        commands = [stop for stop in found if stop[0] is self.patient.commands]
        answers = [stop for stop in found if stop[0] is not self.patient.commands]
        points = [(self.behind.points, spot.name) for spot in self.behind.points.targets[:1]]
        player = [(self.behind.commands, spot.name) for spot in self.behind.commands.targets]
        return [*answers, *points, *commands, *player]

    def beyond(self, pane: Pane, upward: bool) -> Stop | None:
        """Where an arrow key leads out of a pane; behind the scenes no field is above it."""
        if pane in self.behind.panes:
            return pane, pane.at
        return self.patient.beyond(pane, upward)

    def reachable(self, pane: Pane, name: str) -> Stop:
        """On the side behind the scenes alone, its criteria."""
        points = self.behind.points
        return (pane, name) if self.split or pane is points else (points, points.picked)
