"""How the rows and columns of a screen are shared out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from prescreen.tui.layout.spots import SpotPlan

WIDEST_TEXT = 88
ROOMY = 20
LEAST_TALK = 6
TIGHT = range(12, 26)
"""Rows, without title and commands, of which a number pad needs more than half."""
SHORT_TALK = 3


@dataclass(frozen=True)
class Column:
    """The column that everything stands in."""

    margin: int
    width: int


def column(width: int) -> Column:
    """Return the column of a screen so wide."""
    margin = 1 if width < 60 else max(2, (width - WIDEST_TEXT) // 2)
    return Column(margin, max(width - 2 * margin, 2))


def best(plans: Iterable[SpotPlan], height: int) -> SpotPlan:
    """Return the roomiest plan that fits, else the lowest."""
    lowest = SpotPlan()
    for plan in plans:
        if plan.height <= height:
            return plan
        if not lowest.spots or plan.height < lowest.height:
            lowest = plan
    return lowest


def answer_rows(body: int, asked: int, plans: list[SpotPlan], above: int, ranks: int) -> int:
    """Return the rows of the answer area, the same for most questions.

    It grows when its targets do, and gives way when the question needs the room: down to so many
    ranks of targets as have to be seen together.
    """
    usual = (body + 1) * (13 if body in TIGHT else 11) // 20
    lowest = min((plan.height for plan in plans), default=0)
    short = lowest + above
    if body - asked >= short:
        most = max(body - max(asked, LEAST_TALK), short)
        return min(max(usual, short), max(most, min(usual, body - asked)))
    few = above + ranks * min((spot.h for plan in plans for spot in plan.spots), default=0)
    least = min(short, few, body - SHORT_TALK)
    return min(max(body - asked, least, 1), body - 1)
