"""The line on top and the line of commands below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.segment import Segment
from textual.strip import Strip

from prescreen.page.model import Command, Page
from prescreen.tui.palette import Ink
from prescreen.tui.spots import TOUCH, Plan, Role, Spot
from prescreen.typeset import cells, lines

MORE = "more"
FIRST = ("help", "keep", "back", "hide", "why", "leave", "language", "answers")
"""The commands that stay in sight the longest."""


def head_lines(page: Page, ink: Ink, width: int, roomy: bool) -> list[Strip]:
    """Return the title with the progress at its right; the title gives way where both don't fit."""
    title, progress = page.title, page.progress
    if progress and cells(title) + cells(progress) + 2 > width:
        title = "" if not roomy else title
    rows = lines(title, width) if title else [""]
    spare = width - cells(rows[-1]) - cells(progress)
    if spare < 2 and title:
        rows.append("")
        spare = width - cells(progress)
    style = ink.quiet()
    last = len(rows) - 1
    return [
        Strip(
            [Segment(row, style)]
            + ([Segment(" " * max(spare, 0) + progress, style)] if at == last else [])
        )
        for at, row in enumerate(rows)
    ]


def bar_plan(commands: Sequence[Command], more: str, width: int, roomy: bool) -> Plan:
    """Place the commands in one line; where it has no room for all, the last opens the rest."""
    spots = [Spot(each.id, each.label, Role.COMMAND, each.shown) for each in commands]
    spots = [replace(spot, w=_need(spot, roomy), h=TOUCH if roomy else 1) for spot in spots]
    if _wide(spots) > width and more:
        end = Spot(MORE, more, Role.COMMAND, h=spots[0].h)
        end = replace(end, w=_need(end, roomy))
        spots = [*_first(spots, width - end.w - 1), end]
    return _spread(spots, width)


def _need(spot: Spot, roomy: bool) -> int:
    if roomy:
        return max(cells(spot.label), cells(spot.number)) + 2
    return cells(f"{spot.number} {spot.label}".strip())


def _wide(spots: Sequence[Spot]) -> int:
    return sum(spot.w + 1 for spot in spots) - 1


def _first(spots: Sequence[Spot], width: int) -> list[Spot]:
    """Return as many as there is room for, those that are missed most before the others."""
    order = [*FIRST, *(spot.name for spot in spots if spot.name not in FIRST)]
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda spot: order.index(spot.name)):
        if _wide([*kept, spot]) <= width:
            kept.append(spot)
    return [spot for spot in spots if spot in kept]


def _spread(spots: Sequence[Spot], width: int) -> Plan:
    """Place spots side by side; up to two cells of what is left widen each."""
    spare = min(max(width - _wide(spots), 0) // max(len(spots), 1), 2)
    placed, x = [], 0
    for spot in spots:
        placed.append(replace(spot, x=x, w=min(spot.w + spare, width)))
        x += placed[-1].w + 1
    return Plan(tuple(placed), max((spot.h for spot in spots), default=0))
