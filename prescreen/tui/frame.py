"""How the rows and columns of a screen are shared out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from prescreen.tui.spots import Plan

WIDEST = 88
ROOMY = 20
LEAST_TALK = 6
TOUCH = 3


@dataclass(frozen=True)
class Column:
    """The column that everything stands in."""

    margin: int
    width: int


def column(width: int) -> Column:
    """Return the column of a screen so wide."""
    margin = 1 if width < 60 else max(2, (width - WIDEST) // 2)
    return Column(margin, max(width - 2 * margin, 2))


def best(plans: Iterable[Plan], height: int) -> Plan:
    """Return the roomiest plan that fits, else the lowest."""
    lowest = Plan()
    for plan in plans:
        if plan.height <= height:
            return plan
        if not lowest.spots or plan.height < lowest.height:
            lowest = plan
    return lowest


def touchable(plans: Iterable[Plan]) -> int:
    """Return the least height at which every target has the rows a thumb needs."""
    return min(
        (plan.height for plan in plans if all(spot.h >= TOUCH for spot in plan.spots)), default=0
    )


def answer_rows(body: int, asked: int, plans: list[Plan], above: int) -> int:
    """Return the rows of the answer area, the same for most questions.

    It gives way when the question needs the room, and grows when its targets do.
    """
    usual = (body + 1) * 11 // 20
    short = min((plan.height for plan in plans), default=0) + above
    tall = touchable(plans) + above
    if body - asked >= short:
        most = max(body - max(asked, LEAST_TALK), short)
        return min(max(usual, tall, short), max(most, min(usual, body - asked)))
    thumb = min(tall, usual) if body >= ROOMY - 2 else short
    return min(max(thumb, min(short, body - LEAST_TALK), 1), body - 1)
