"""The staff's side of the screen: its panes, and how they share the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.segment import Segment
from textual.strip import Strip

from prescreen.page.model import Command
from prescreen.page.staff import StaffPage, Standing
from prescreen.tui.bar import bar_plan
from prescreen.tui.board import Board
from prescreen.tui.frame import ROOMY, Column
from prescreen.tui.palette import Ink, Palette
from prescreen.tui.pane import Pane
from prescreen.tui.points import POINT, PointsPane, in_full, position
from prescreen.tui.spots import Plan
from prescreen.typeset import cells

LEAST_POINTS, LEAST_FULL = 3, 3


def band(palette: Palette) -> Ink:
    """Return the styles of the band that marks a demonstration."""
    inverse = replace(palette, ink=palette.ground, quiet=palette.ground)
    return Ink(inverse, palette.warm)


class Side:
    """Title, position, criteria, the picked criterion in full, and the player's commands."""

    def __init__(self, palette: Palette) -> None:
        ink = Ink(palette, palette.desk)
        self.head = Pane("staff", band(palette))
        self.place = Pane("position", ink)
        self.points = PointsPane("points", ink)
        self.full = Pane("full", ink)
        self.bar = Pane("player", ink)
        self.panes = (self.head, self.place, self.points, self.full, self.bar)
        self.before: dict[str, Standing] = {}

    def lay_out(
        self, page: StaffPage, status: str, commands: Sequence[Command], column: Column, height: int
    ) -> None:
        """Show the staff's side in this column."""
        roomy = height >= ROOMY
        ink, width = self.points.ink, column.width
        self._pick(page)
        head = self._title(page, width)
        where = position(page, status, ink, width, height >= ROOMY + 4)
        full = in_full(page.point(self.points.picked.removeprefix(POINT)), ink, width, roomy)
        bar = bar_plan(commands, width, roomy)
        rest = height - len(head) - bar.height - roomy
        y = self.head.place(column, 0, len(head))
        y = self.place.place(column, y, min(len(where), max(rest - LEAST_POINTS - LEAST_FULL, 1)))
        rest -= self.place.rows
        self.points.place(column, y, rest)
        self.points.show_points(page.points)
        room = (
            max(rest - len(full), LEAST_POINTS) if rest > LEAST_POINTS + LEAST_FULL else rest // 2
        )
        y = self.points.place(column, y, min(self.points.plan.height, room))
        y = self.full.place(column, y, rest - self.points.rows)
        self.bar.place(column, y, bar.height + roomy)
        self.head.show(head, Plan())
        self.place.show(where, Plan())
        self.points.show_points(page.points)
        self.points.mark(self.points.picked)
        self.full.show(full, Plan())
        self.bar.show([Strip([])] * roomy, bar)

    def _pick(self, page: StaffPage) -> None:
        """Pick the criterion whose finding has just changed, or one that is asked about."""
        now = {each.id: each.standing for each in page.points}
        changed = [each for each in now if self.before.get(each, now[each]) is not now[each]]
        about = [each.id for each in page.points if each.about]
        if changed:
            self.points.picked = POINT + changed[-1]
        elif not self.points.picked:
            self.points.picked = POINT + (about or [page.points[0].id])[0]
        self.before = now

    def _title(self, page: StaffPage, width: int) -> list[Strip]:
        ink = self.head.ink
        gap = width - cells(page.mark) - cells(page.title)
        text = page.mark + " " * gap + page.title if gap > 1 else page.mark
        return [Strip([Segment(text, ink.quiet())])]


class TwoSides(Board):
    """The patient's panes up to the column `split`, and the staff's from there on."""

    def __init__(self, left: Sequence[Pane], right: Sequence[Pane], current: Pane) -> None:
        super().__init__((*left, *right), current)
        self.left, self.right = left, right
        self.split = 0

    def rows(self, width: int) -> list[Strip]:
        """Return the painted rows of both sides."""
        left = self.stacked(self.left, self.split) if self.split else []
        if self.split >= width:
            return left
        right = [row.crop(self.split, width) for row in self.stacked(self.right, width)]
        if not left:
            return right
        return [Strip([*one, *other]) for one, other in zip(left, right, strict=False)]

    def pane_at(self, x: int, y: int) -> Pane | None:
        """Return the pane at a cell of the screen."""
        side = self.left if x < self.split else self.right
        return next((pane for pane in side if pane.y <= y < pane.y + pane.rows), None)
