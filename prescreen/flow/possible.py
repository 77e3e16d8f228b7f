"""What an answer can be at all; the rest is asked back. It is never a limit of a trial."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import assert_never

from prescreen.flow.model import Flow, Possible, Question
from prescreen.flow.trial import Participants
from prescreen.values import MOST_MG, OLDEST, Interval
from prescreen.values.units import QUANTITIES


def _span(lo: int, hi: int) -> Interval:
    return Interval(Fraction(lo), Fraction(hi))


@dataclass(frozen=True, slots=True)
class People:
    """What somebody who takes part can be: full years, and kilograms."""

    years: Interval
    kg: Interval


_GROWN = People(_span(1, OLDEST), QUANTITIES["weight"].possible)
PEOPLE: Mapping[Participants, People] = {
    "patients": _GROWN,
    "volunteers": _GROWN,
    "children": People(_span(0, OLDEST), replace(_GROWN.kg, lo=Fraction(1))),
}
MILLIGRAMS = _span(0, MOST_MG)
YEARS_BACK = _span(0, 60)
"""How many years the picker goes back from today."""


def possible(flow: Flow, question: Question) -> Interval:
    """What an answer can be, in the first unit of its question: as it says, or as people are."""
    return Interval(*possible_ends(flow, question))


def possible_ends(flow: Flow, question: Question) -> tuple[Fraction, Fraction]:
    """The least and the most that an answer can be, as they are said."""
    usual, said = usual_span(flow, question), question.possible or Possible()
    least = usual.lo if said.least is None else said.least
    return least, usual.hi if said.most is None else said.most


def usual_span(flow: Flow, question: Question) -> Interval:
    """What an answer can be where its question does not say."""
    people = [PEOPLE[each] for each in flow.trial.participants]
    match question.kind:
        case "number":
            if question.quantity == "weight":
                return _hull([each.kg for each in people])
            return QUANTITIES[question.quantity or ""].possible
        case "age":
            return _hull([each.years for each in people])
        case "dose":
            return MILLIGRAMS
        case "when":
            return YEARS_BACK
        case "choice" | "ticks":
            raise ValueError("what is chosen has no bounds")
        case _:
            assert_never(question.kind)


def _hull(spans: list[Interval]) -> Interval:
    return Interval(min(each.lo for each in spans), max(each.hi for each in spans))
