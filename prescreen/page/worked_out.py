"""What follows from several answers together, said so that it can be checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import assert_never

from prescreen.dialog.dialog import Dialog
from prescreen.flow.limits import limits
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    BmiRule,
    ChoiceRule,
    Criterion,
    DailyDoseRule,
    IntervalRule,
    LimitRule,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.flow.rules import rules_in
from prescreen.page.echo import echo
from prescreen.page.measures import places_beside
from prescreen.page.speech import Speech
from prescreen.page.words import Words
from prescreen.values import Age, Days, Interval, Measure, Value
from prescreen.verdict import bmi

SaidBack = Callable[[str], str]
"""How the answer to a question is said back."""


def worked_out(dialog: Dialog, speech: Speech, criterion: Criterion) -> str:
    """What a criterion makes of several answers together; empty where it reads them one by one."""
    view = dialog.route.view

    def say(question: str) -> str:
        value = view[question]
        if isinstance(value, Age) and value.born:
            return speech.days(value.born, dialog.today)
        return echo(dialog, speech, question, value)

    found = (_of_rule(speech, rule, view, say) for rule in rules_in(criterion.rule))
    return next(filter(None, found), "")


def _of_rule(speech: Speech, rule: Rule, view: Mapping[str, Value], say: SaidBack) -> str:
    match rule:
        case BmiRule():
            return _bmi(speech, rule, view, say)
        case LimitRule():
            return _times(speech, rule, view, say) if rule.times else ""
        case IntervalRule():
            if not all(_is_dated(view.get(each)) for each in (rule.start, rule.end)):
                return ""
            return speech(Words.FROM_TO, start=say(rule.start), end=say(rule.end))
        case ChoiceRule() | AgeRule() | WindowRule() | AllRule() | AnyRule():
            return ""
        case DailyDoseRule() | RatioRule():
            return ""
        case _:
            assert_never(rule)


def _is_dated(value: Value | None) -> bool:
    """Whether an answer is of days: of an age, where a birth date was said."""
    return isinstance(value, Days) or (isinstance(value, Age) and value.born is not None)


def _bmi(speech: Speech, rule: BmiRule, view: Mapping[str, Value], say: SaidBack) -> str:
    index = bmi(view.get(rule.weight), view.get(rule.height))
    if not isinstance(index, Interval):
        return ""
    weight, height = say(rule.weight), say(rule.height)
    return speech(Words.BMI, one=weight, other=height, n=_number(speech, index, limits(rule).edges))


def _times(speech: Speech, rule: LimitRule, view: Mapping[str, Value], say: SaidBack) -> str:
    one, other = view.get(rule.question), view.get(rule.times or "")
    if not isinstance(one, Measure) or not isinstance(other, Measure) or not other.base.lo:
        return ""
    number = _number(speech, one.base.over(other.base), limits(rule).edges)
    said, limit = say(rule.question), say(rule.times or "")
    return speech(Words.IN_TIMES, one=said, n=number, other=limit)


def _number(speech: Speech, span: Interval, edges: Sequence[Fraction]) -> str:
    lo, hi = (speech.number(each, places_beside(each, edges)) for each in (span.lo, span.hi))
    return lo if lo == hi else speech(Words.RANGE, lo=lo, hi=hi)
