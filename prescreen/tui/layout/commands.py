"""The commands below, in one line or in ranks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from prescreen.page.model import Command, Page
from prescreen.tui.layout.spots import TOUCH, Role, Spot, SpotPlan
from prescreen.tui.layout.typeset import cells

MORE = "more"
FIRST = ("help", "keep", "back", "hide", "team", "why", "leave", "language", "answers")
"""The commands that stay in sight the longest."""


@lru_cache(maxsize=16)
def line_plan(
    commands: tuple[Command, ...],
    more: str,
    width: int,
    roomy: bool,
    *,
    first: tuple[str, ...] = FIRST,
    most: int = 1,
) -> SpotPlan:
    """Place the commands in `most` ranks; where those are too few, the last opens the rest.

    The commands that are named `first` are the last to give way.
    """
    spots = _spots(commands, roomy)
    if len(_ranks(spots, width)) > most and more:
        end = Spot(MORE, more, Role.COMMAND, h=spots[0].h)
        spots = _first(spots, replace(end, w=_need(end, roomy)), width, first, most)
    return _stacked([_spread(rank, width) for rank in _ranks(spots, width)])


def commands_plan(page: Page, width: int, roomy: bool) -> SpotPlan:
    """Place the commands of a page in one line."""
    return line_plan(page.commands, page.more, width, roomy)


def ranks_plan(commands: Sequence[Command], width: int, roomy: bool) -> SpotPlan:
    """Place all commands, in as many ranks as they need, under each other where they can be."""
    spots = _spots(commands, roomy)
    ranks = _ranks(spots, width)
    across = -(-len(spots) // max(len(ranks), 1))
    widest = max((spot.w for spot in spots), default=0)
    each = min((width + 1) // max(across, 1) - 1, widest + 2)
    if len(ranks) < 2 or widest > each:
        return _stacked([_spread(rank, width) for rank in ranks])
    even = [replace(spot, w=each) for spot in spots]
    return _stacked([_placed(even[at : at + across]) for at in range(0, len(even), across)])


def _spots(commands: Sequence[Command], roomy: bool) -> list[Spot]:
    spots = [Spot(each.id, each.label, Role.COMMAND, each.shown) for each in commands]
    return [replace(spot, w=_need(spot, roomy), h=TOUCH if roomy else 1) for spot in spots]


def _need(spot: Spot, roomy: bool) -> int:
    if roomy:
        return max(cells(spot.label), cells(spot.number)) + 2
    return cells(f"{spot.number} {spot.label}".strip())


def _wide(spots: Sequence[Spot]) -> int:
    return sum(spot.w + 1 for spot in spots) - 1


def _ranks(spots: Sequence[Spot], width: int) -> list[list[Spot]]:
    """Break spots into ranks that are no wider than this."""
    ranks: list[list[Spot]] = []
    for spot in spots:
        if ranks and _wide([*ranks[-1], spot]) <= width:
            ranks[-1].append(spot)
        else:
            ranks.append([spot])
    return ranks


def _first(
    spots: Sequence[Spot], end: Spot, width: int, first: Sequence[str], most: int
) -> list[Spot]:
    """Return as many as there is room for before the end, those that are missed most first."""
    order = [*first, *(spot.name for spot in spots if spot.name not in first)]
    kept = [end]
    for name in order:
        some = [*(spot for spot in spots if spot in kept or spot.name == name), end]
        if len(_ranks(some, width)) <= most:
            kept = some
    return kept


def _spread(spots: Sequence[Spot], width: int) -> SpotPlan:
    """Place spots side by side; up to two cells of what is left widen each."""
    spare = min(max(width - _wide(spots), 0) // max(len(spots), 1), 2)
    return _placed([replace(spot, w=min(spot.w + spare, width)) for spot in spots])


def _placed(spots: Sequence[Spot]) -> SpotPlan:
    """Place spots side by side."""
    placed, x = [], 0
    for spot in spots:
        placed.append(replace(spot, x=x))
        x += spot.w + 1
    return SpotPlan(tuple(placed), max((spot.h for spot in spots), default=0))


def _stacked(ranks: Sequence[SpotPlan]) -> SpotPlan:
    """Return ranks under each other."""
    plan = SpotPlan()
    for rank in ranks:
        plan = rank.below(plan)
    return plan
