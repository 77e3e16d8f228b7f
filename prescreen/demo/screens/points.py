"""Behind the scenes as painted lines: where it is, each criterion, and one in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from prescreen.demo.behind import BehindPage, Point, Standing
from prescreen.tui.layout.conversation import Setter
from prescreen.tui.layout.palette import Ink
from prescreen.tui.layout.pane import RAIL, Pane
from prescreen.tui.layout.spots import Role, Spot, SpotPlan
from prescreen.tui.layout.typeset import cells, lines

POINT = "point:"
POINTS_ABREAST = 72
MARGIN, GUTTER, LEAD = 2, 1, 2


def position(page: BehindPage, ink: Ink, width: int, *, ways: bool) -> list[Strip]:
    """Set the state, the ways on from it, and the outcome: at the right, or below."""
    setter = Setter(ink, width, False)
    state = f"{page.name}  [{page.state}]"
    gap = width - LEAD - cells(state) - cells(page.outcome) - 1
    on = [*_ways(page, setter)] if ways else []
    if gap > 1:
        right = (" " * gap + page.outcome, ink.plain())
        lead = (" " * (LEAD - 1), ink.plain())
        return [setter.line(setter.edge, lead, (state, ink.plain(bold=True)), right), *on]
    found = setter.set(state, ink.plain(bold=True), bar=True)
    return [*found, *on, *setter.set(page.outcome, ink.plain())]


def _ways(page: BehindPage, setter: Setter) -> Iterator[Strip]:
    """Set the arrows, those with one end together on as few lines as they need."""
    quiet, room = setter.ink.quiet(), setter.width - 4
    for way in (way for way in page.ways if len(way.states) > 1):
        first = f"  {way.label} -> "
        yield from setter.set(", ".join(way.states), quiet, lead=" " * cells(first), first=first)
    line = ""
    for way in (way for way in page.ways if len(way.states) == 1):
        arrow = f"{way.label} -> {way.states[0]}"
        if line and cells(line) + 3 + cells(arrow) > room:
            yield from setter.set(line, quiet)
            line = ""
        line = f"{line}   {arrow}" if line else arrow
    if line:
        yield from setter.set(line, quiet)


def in_full(point: Point, ink: Ink, width: int, *, gap: bool) -> list[Strip]:
    """Set one criterion: in plain words, its finding, who can settle it, the protocol's words."""
    setter = Setter(ink, width, False)
    return [
        *([setter.blank()] * gap),
        *setter.set(f"{point.id}  {point.plain}", ink.plain(bold=True), bar=True),
        *setter.set(point.said, colour(point.standing, ink)),
        *setter.set(point.who, ink.plain()),
        *setter.set(point.protocol, ink.quiet()),
    ]


def colour(standing: Standing, ink: Ink) -> Style:
    """Return the style of a finding; its words say it too."""
    match standing:
        case Standing.MET:
            return ink.heard()
        case Standing.NOT_MET:
            return ink.plain(bold=True)
        case Standing.UNKNOWN:
            return ink.warm()
        case Standing.NOT_ASKED:
            return ink.quiet()


def point_plan(points: Sequence[Point], width: int) -> SpotPlan:
    """Place the criteria, in two columns where they fit; the one with longer topics is wider."""
    half = -(-len(points) // 2)
    if width < POINTS_ABREAST:
        return _column(points, 0, width)
    left, right = points[:half], points[half:]
    aside = (_longest(left) - _longest(right)) // 2
    first = (width - GUTTER) // 2 + aside
    one = _column(left, 0, first)
    other = _column(right, first + GUTTER, width - GUTTER - first)
    return SpotPlan((*one.spots, *other.spots), max(one.height, other.height))


def _longest(points: Sequence[Point]) -> int:
    return max((cells(point.topic) for point in points), default=0)


def _column(points: Sequence[Point], x: int, width: int) -> SpotPlan:
    placed: list[Spot] = []
    y = 0
    for point in points:
        rows = len(written(point, width))
        spot = Spot(POINT + point.id, point.topic, Role.ROW, help=point.finding)
        placed.append(replace(spot, x=x, y=y, w=width, h=rows))
        y += rows
    return SpotPlan(tuple(placed), y)


def _named(point: Point) -> str:
    return f"{point.id:4} "


def written(point: Point, width: int) -> list[tuple[str, str]]:
    """Return the lines of a criterion, each as its topic and, at the right, its finding."""
    room = width - MARGIN - cells(_named(point))
    if cells(point.topic) + GUTTER + cells(point.finding) <= room:
        return [(point.topic, point.finding)]
    topics = [(line, "") for line in lines(point.topic, room)]
    return [*topics, *(("", line) for line in lines(point.finding, room))]


class PointsPane(Pane):
    """The criteria, of which one is picked; those the question is about have a bar."""

    def __init__(self, name: str, ink: Ink) -> None:
        super().__init__(name, ink)
        self.points: dict[str, Point] = {}
        self.picked = ""

    def show_points(self, points: Sequence[Point]) -> None:
        """Show these criteria."""
        self.points = {POINT + each.id: each for each in points}
        width = self.column.width
        plan = point_plan(points, width)
        if plan.height > self.rows:
            plan = point_plan(points, width - RAIL)
        self.show((), plan)

    def _content(self, at: str) -> list[Strip]:
        rows = [self._row(y, at) for y in range(self.top, self.top + self.rows)]
        return [*rows, *([Strip([])] * self.rows)][: self.rows]

    def _row(self, y: int, at: str) -> Strip:
        parts: list[Segment] = []
        x = 0
        for spot in sorted(self.plan.spots, key=lambda spot: spot.x):
            if spot.y <= y < spot.y + spot.h:
                parts.append(Segment(" " * (spot.x - x), self.ink.plain()))
                parts += self._line(spot, y - spot.y, spot.name == at)
                x = spot.x + spot.w
        return Strip(part for part in parts if part.text)

    def _line(self, spot: Spot, row: int, focused: bool) -> Iterator[Segment]:
        point = self.points[spot.name]
        topic, finding = written(point, spot.w)[row]
        ink = Ink(self.ink.palette, self._ground(spot, focused))
        bar = ink.tone(ink.palette.bar) if point.about else ink.plain()
        edge = ">" if focused else " "
        name = _named(point) if row == 0 else " " * cells(_named(point))
        gap = spot.w - MARGIN - cells(name) - cells(topic) - cells(finding)
        known = point.standing is not Standing.NOT_ASKED
        yield Segment(" ", bar)
        yield Segment(edge + name, ink.plain(bold=known))
        yield Segment(topic, ink.plain() if known or point.about else ink.quiet())
        yield Segment(" " * gap, ink.plain())
        yield Segment(finding, colour(point.standing, ink))

    def _ground(self, spot: Spot, focused: bool) -> str:
        if focused:
            return self.ink.palette.now
        return self.ink.palette.tile if spot.name == self.picked else self.ink.ground
