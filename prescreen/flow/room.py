"""Whether what is possible leaves room on both sides of each limit: a limit is no validation.

Who is beyond a limit has to be able to say so, and to hear why the trial does not fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from prescreen.flow.asked_if import numbers_read
from prescreen.flow.gate import ADULT, takes_adults
from prescreen.flow.limits import limits, limits_of, own_edges
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    BmiRule,
    ChoiceRule,
    DailyDoseRule,
    Flow,
    IntervalRule,
    LimitRule,
    Possible,
    Question,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.flow.possible import possible_ends, usual_span
from prescreen.flow.rule_tables import Calendar
from prescreen.flow.rules import rules_in
from prescreen.values.units import QUANTITIES

STEP = Fraction(1, 20)
"""As a part of a limit, how far on both sides of it an answer has to be possible at least."""
A_YEAR: Mapping[Calendar, Fraction] = {
    "years": Fraction(1),
    "months": Fraction(1, 12),
    "weeks": Fraction(7, 366),
    "days": Fraction(1, 366),
}
"""What part of a year one of a unit is at least."""
_UNITS = {"age": "years", "dose": "mg", "when": "years"}


def possible_problems(flow: Flow) -> Iterator[str]:
    """A sentence for each answer that can't be, though a limit has to tell it from others."""
    for question in flow.questions:
        if said := question.possible:
            where = f'[question "{question.id}"] possible:'
            yield from (f"{where} {each}" for each in _of_question(flow, question, said))


def _of_question(flow: Flow, question: Question, said: Possible) -> Iterator[str]:
    least, most = possible_ends(flow, question)
    if least > most:
        yield (
            f"its least is {_plain(least)} and its most {_plain(most)}, so nothing could be said; "
            "swap them, or give both."
        )
        return
    usual, needed = usual_span(flow, question), [*_needed(flow, question)]
    low, high = min(needed, default=most), max(needed, default=least)
    if said.least is not None and low < least and usual.lo < least:
        yield f"{_asked_back(question, 'less')} least = {floor(low)} or fewer."
    if said.most is not None and high > most and usual.hi > most:
        yield f"{_asked_back(question, 'more')} most = {ceil(high)} or more."


def _asked_back(question: Question, which: str) -> str:
    unit = QUANTITIES[question.quantity].base.code if question.quantity else _UNITS[question.kind]
    return (
        f"a limit reads it, and who has {which} than the limit could not say so, for it would be "
        f"asked back; give, in {unit},"
    )


def _plain(number: Fraction) -> str:
    return f"{float(number):g}"


def _needed(flow: Flow, question: Question) -> Iterator[Fraction]:
    """What has to be possible: at each limit that reads a question, a step on both sides of it."""
    if question.kind == "age" and takes_adults(flow):
        yield Fraction(ADULT - 1)
    for criterion in flow.criteria:
        for rule in rules_in(criterion.rule):
            yield from _by_rule(flow, question.id, rule)
    asked_if = (each for one in flow.questions for each in one.asked_if)
    for condition in numbers_read(asked_if, question.id):
        yield from _beside(limits_of(flow, condition).edges)


def _by_rule(flow: Flow, question: str, rule: Rule) -> Iterator[Fraction]:
    match rule:
        case AgeRule():
            yield from _beside_ages(rule) if rule.question == question else ()
        case LimitRule():
            yield from _beside(own_edges(flow, rule, question))
        case DailyDoseRule():
            own = rule.dose == question and not rule.reference_mg
            yield from _beside(limits(rule).edges) if own else ()
        case WindowRule():
            yield from _beside([_years(rule)]) if rule.question == question else ()
        case ChoiceRule() | AllRule() | AnyRule():
            pass
        case BmiRule() | RatioRule() | IntervalRule():
            pass
        case _:
            assert_never(rule)


def _beside(edges: Iterable[Fraction]) -> Iterator[Fraction]:
    for each in edges:
        yield from (each * (1 - STEP), each * (1 + STEP))


def _beside_ages(rule: AgeRule) -> Iterator[Fraction]:
    """The full years of whoever is just too young or just too old."""
    for bound, step in ((rule.least, -1), (rule.most, 1)):
        if bound:
            yield Fraction(floor((bound + step) * A_YEAR[rule.unit]))


def _years(rule: WindowRule) -> Fraction:
    """The length of a window in years."""
    return sum(((getattr(rule, unit) or 0) * part for unit, part in A_YEAR.items()), Fraction(0))
