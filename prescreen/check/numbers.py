"""The numbers, doses and days at which a rule over several answers may change its finding.

Of two numbers, the bounds of the one that is asked later follow from what was said of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from math import isqrt
from typing import assert_never

from prescreen.flow.asked_if import numbers_read
from prescreen.flow.gate import ADULT
from prescreen.flow.limits import limits, limits_of
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    BmiRule,
    ChoiceRule,
    DailyDoseRule,
    DoseRule,
    Flow,
    IntervalRule,
    LimitRule,
    NumberIs,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.flow.rules import Dosed, questions_of, weight_of
from prescreen.values import (
    ONE_DAY,
    Age,
    Blank,
    Days,
    Dose,
    Interval,
    Measure,
    Picked,
    Value,
    days_said,
)
from prescreen.values.units import QUANTITIES
from prescreen.verdict import View, later

USUAL_KG = Fraction(60)
NEAR = Fraction(1, 1000)
"""How far from a bound, as a part of it, an answer just beside it is."""
FINE = 10**6
"""Into how many parts a root that is no fraction is cut."""


def usual(quantity: str) -> Fraction:
    """A number that most people could say."""
    return USUAL_KG if quantity == "weight" else Fraction(QUANTITIES[quantity].example)


def beside(bound: Fraction) -> Iterator[Fraction]:
    """Just below, at and just above a bound."""
    yield from (bound * (1 - NEAR), bound, bound * (1 + NEAR))


def asked_about(flow: Flow, question: str) -> Iterator[NumberIs]:
    """The conditions that read a number."""
    return numbers_read((each for one in flow.questions for each in one.asked_if), question)


def asked_ages(flow: Flow, question: str) -> Iterator[AgeRule]:
    """The ages that conditions read, as rules over them would set them."""
    if flow.question(question).kind == "age":
        yield AgeRule(question=question, least=ADULT)
        for condition in asked_about(flow, question):
            for edge in limits(condition).edges:
                for age in (int(edge), int(edge) + 1):
                    yield AgeRule(question=question, least=age)


def edges(flow: Flow, rules: Iterable[Rule], question: str, view: View) -> Iterator[Fraction]:
    """The numbers on both sides of each bound of a question, and at it."""
    for condition in asked_about(flow, question):
        yield from (each for edge in limits_of(flow, condition).edges for each in beside(edge))
    for rule in rules:
        match rule:
            case LimitRule():
                found = _of_limit(flow, rule, question, view)
                yield from (n for edge in found for n in beside(edge))
            case BmiRule():
                yield from _of_bmi(rule, question, view)
            case ChoiceRule() | AgeRule() | WindowRule() | IntervalRule():
                pass
            case RatioRule() | DailyDoseRule() | AllRule() | AnyRule():
                pass
            case _:
                assert_never(rule)


def _of_limit(flow: Flow, rule: LimitRule, question: str, view: View) -> Iterator[Fraction]:
    found = limits_of(flow, rule).edges
    if not rule.times:
        yield from found
        return
    asks_one = question == rule.times
    for said in _ends(view.get(rule.question if asks_one else rule.times)):
        yield from (said / each if asks_one else said * each for each in found if each)


def _of_bmi(rule: BmiRule, question: str, view: View) -> Iterator[Fraction]:
    """The kilograms that a height allows, or the centimetres that a weight does."""
    found = limits(rule).edges
    if question == rule.weight:
        heights = [*_ends(view.get(rule.height))] or [usual("height")]
        for cm in heights:
            yield from (n for each in found for n in beside(each * (cm / 100) ** 2))
        return
    for kg in _ends(view.get(rule.weight)):
        for each in found:
            root = 100 * Fraction(isqrt(kg * FINE**2 // each), FINE)
            yield from (root, root + Fraction(1, 10**4))
            yield from beside(root)


def _ends(value: Value | None) -> Iterator[Fraction]:
    if isinstance(value, Measure):
        yield from (value.base.lo, value.base.hi)


def dose_limits(flow: Flow, rule: Dosed, drug: str | None, view: View) -> Iterator[Fraction]:
    """The milligrams of a drug that reach a limit, for the least and the most of the weight."""
    equal = flow.drugs[drug].equal_mg if drug else None
    factor = equal / rule.reference_mg if equal and rule.reference_mg else Fraction(1)
    kgs = [Fraction(1)]
    if weight := weight_of(rule):
        kgs = [*_ends(view.get(weight))] or [USUAL_KG]
    yield from (kg * each * factor for kg in kgs for each in limits(rule).edges)


def tablets(rules: Iterable[DoseRule], view: View) -> Iterator[Fraction]:
    """The tablets that were said, of which one more question asks the strength."""
    for rule in rules:
        if isinstance(dose := view.get(rule.dose), Dose):
            yield from (dose.amount.lo, dose.amount.hi)


def room(rule: BmiRule | Dosed | LimitRule, view: View) -> int | None:
    """Whether numbers to come can still bring what was said, as wide as it is, between two limits.

    Below 0 they can, above 0 they can't; None where nothing is too wide or a number may be nothing.
    """
    bounds, wide = limits(rule), Fraction(1)
    if not bounds.least or bounds.most is None:
        return None
    for each in questions_of(rule):
        span = _said(view.get(each))
        if span and not span.lo:
            return None
        if span:
            squared = isinstance(rule, BmiRule) and each == rule.height
            wide *= (span.hi / span.lo) ** (2 if squared else 1)
    return (wide * bounds.least > bounds.most) - (wide * bounds.least < bounds.most)


def _said(value: Value | None) -> Interval | None:
    match value:
        case Measure():
            return value.base
        case Dose():
            return value.amount
        case Age() | Days() | Picked() | Blank() | None:
            return None
        case _:
            assert_never(value)


def interval_days(rule: IntervalRule, question: str, view: View, today: date) -> Iterator[date]:
    """The days at which an interval changes its finding, by the day that was said or by today."""
    other = days_said(view.get(rule.start if question == rule.end else rule.end), today)
    sign = 1 if other and question == rule.end else -1
    for day in (other.start, other.end) if other else (today,):
        yield from _around(day)
        for edge in limits(rule).edges:
            yield from _around(later(day, sign * int(edge), rule.unit))


def _around(day: date) -> Iterator[date]:
    """A day, and days on each side of it, between which there may be a span.

    One of them lies before all that end with the same month, as months are added to them.
    """
    yield from (day + many * ONE_DAY for many in (-5, *range(-2, 3)))
