"""The side behind the scenes of the screen: its panes, and how they share the rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from rich.segment import Segment
from textual.strip import Strip

from prescreen.demo.behind import BehindPage, Standing
from prescreen.demo.screens.points import POINT, PointsPane, in_full, point_plan, position
from prescreen.page.model import Command
from prescreen.tui.layout.commands import ranks_plan
from prescreen.tui.layout.conversation import Setter
from prescreen.tui.layout.frame import ROOMY, Column
from prescreen.tui.layout.palette import Ink, Palette
from prescreen.tui.layout.pane import RAIL, Pane
from prescreen.tui.layout.spots import SpotPlan
from prescreen.tui.layout.typeset import cells, lines

ALONE = 3
LEAST, LEAST_FULL = 6, 4
SHARE = 4
"""The part of the rows that the player's commands have at most, if they can."""


def band(palette: Palette) -> Ink:
    """Return the styles of the band that marks a demonstration."""
    inverse = replace(palette, ink=palette.ground, quiet=palette.ground)
    return Ink(inverse, palette.warm)


class BehindSide:
    """Title, position, criteria, the picked criterion in full, and the player's commands."""

    def __init__(self, palette: Palette) -> None:
        ink = Ink(palette, palette.answers)
        self.head = Pane("behind", band(palette))
        self.place = Pane("position", ink)
        self.points = PointsPane("points", ink)
        self.full = Pane("full", ink)
        self.commands = Pane("player", ink)
        self.panes = (self.head, self.place, self.points, self.full, self.commands)
        self.before: dict[str, Standing] = {}
        self.deciding = ""

    def paint_with(self, palette: Palette) -> None:
        """Take other colours; the band keeps its own."""
        for pane in self.panes:
            pane.ink = Ink(palette, palette.answers)
        self.head.ink = band(palette)

    def lay_out(
        self, page: BehindPage, commands: Sequence[Command], column: Column, height: int
    ) -> None:
        """Show the side behind the scenes in this column."""
        roomy = height >= ROOMY
        ink, width = self.points.ink, column.width
        head = self._title(page, column)
        where = partial(position, page, ink, ways=roomy)
        full = partial(in_full, page.point(self.points.picked.removeprefix(POINT)), ink)
        status = page.status if roomy else page.warning
        said = [*Setter(ink, width, roomy).set(status, ink.warm(), lead=" ")] if status else []
        bar = ranks_plan(commands, width, roomy)
        if bar.height > height // SHARE:
            bar = ranks_plan(commands, width, False)
        rest = max(height - len(head) - bar.height - len(said), 0)
        whole = len(where(width)) + point_plan(page.points, width).height
        gaps = rest - whole - len(full(width, gap=False))
        said, rest = ([Strip([]), *said], rest - 1) if gaps > 2 else (said, rest)
        full = partial(full, gap=gaps > 1)
        above = len(where(width)) + (gaps > 0)
        y = self.head.place(column, 0, len(head))
        y = self.place.place(column, y, max(min(above, rest - LEAST), min(rest, 1)))
        y = self._place_points(page, column, y, rest - self.place.rows, len(full(width)))
        self.commands.place(column, y, bar.height + len(said))
        self.head.show(head, SpotPlan())
        _show(self.place, where)
        _show(self.full, full)
        self.commands.show(said, bar)

    def _place_points(self, page: BehindPage, column: Column, y: int, rows: int, full: int) -> int:
        """Share rows between the criteria and the one in full; the row after them."""
        self.points.place(column, y, rows)
        self.points.show_points(page.points)
        high = self.points.plan.height
        least = high if high + LEAST_FULL <= rows else rows // 2
        y = self.points.place(column, y, min(high, max(rows - full, least)))
        self.points.show_points(page.points)
        self.points.mark(self.points.picked)
        return self.full.place(column, y, rows - self.points.rows)

    def follow(self, page: BehindPage) -> None:
        """Pick the criterion whose finding has just changed, or one that is answered about."""
        now = {each.id: each.standing for each in page.points}
        changed = [each for each in now if self.before.get(each, now[each]) is not now[each]]
        about = [each.id for each in page.points if each.about]
        begun = set(now.values()) == {Standing.NOT_ASKED} and bool(changed)
        fresh = not self.points.picked or begun
        if page.deciding and page.deciding != self.deciding:
            self.points.picked = POINT + page.deciding
        elif fresh or (page.speaking and about and not changed):
            self.points.picked = POINT + (about or [page.points[0].id])[0]
        elif changed:
            self.points.picked = POINT + changed[-1]
        self.deciding = page.deciding
        self.before = now

    def _title(self, page: BehindPage, column: Column) -> list[Strip]:
        """The title, after the mark where no other side shows that."""
        alone = column.margin < ALONE
        gap = max(column.width - cells(page.mark) - cells(page.title), 2)
        text = page.mark + " " * gap + page.title if alone else page.title
        style = self.head.ink.quiet()
        return [Strip([Segment(line, style)]) for line in lines(text, column.width)]


def _show(pane: Pane, text: Callable[[int], list[Strip]]) -> None:
    """Show a text, set more narrowly where it has to be scrolled."""
    width = pane.column.width
    whole = text(width)
    pane.show(text(width - RAIL) if len(whole) > pane.rows > 0 else whole, SpotPlan())
