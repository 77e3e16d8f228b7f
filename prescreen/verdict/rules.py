"""Each rule over what was said: three-valued findings, combined by Kleene's logic."""

from __future__ import annotations

from datetime import date
from typing import assert_never

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
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.values import (
    Age,
    Blank,
    Days,
    Picked,
    Value,
    births_of,
    days_said,
)
from prescreen.values.findings import (
    KINDS,
    LASTING,
    MET,
    UNKNOWN,
    Finding,
    Status,
    every,
    some,
)
from prescreen.verdict.amount_rules import (
    View,
    by_limits,
    find_bmi,
    find_dose,
    find_limit,
)
from prescreen.verdict.times import clear_day, keeps_bounds, reached, zone

__all__ = ["View", "find", "may_be_under"]


def find(flow: Flow, rule: Rule, view: View, today: date) -> Finding | None:
    """The rule's finding, or None while a question it needs has not been come to."""
    match rule:
        case ChoiceRule():
            return _find_choice(flow, rule, view, today)
        case AgeRule():
            return _find_age(flow, rule, view, today)
        case LimitRule():
            return find_limit(flow, rule, view)
        case BmiRule():
            return find_bmi(rule, view)
        case RatioRule() | DailyDoseRule():
            return find_dose(flow, rule, view)
        case IntervalRule():
            return _find_interval(rule, view, today)
        case WindowRule():
            return _find_window(rule, view.get(rule.question), today)
        case AllRule():
            return every([find(flow, each, view, today) for each in rule.rules])
        case AnyRule():
            return some([find(flow, each, view, today) for each in rule.rules])
        case _:
            assert_never(rule)


def _find_choice(flow: Flow, rule: ChoiceRule, view: View, today: date) -> Finding | None:
    value = view.get(rule.question)
    if value is None:
        return None
    if not isinstance(value, Picked):
        return UNKNOWN
    found: list[Finding | None] = []
    for choice in value.ids:
        mark = rule.findings[choice]
        found.append(KINDS[mark] if isinstance(mark, str) else find(flow, mark, view, today))
    return every(found)


def _find_age(flow: Flow, rule: AgeRule, view: View, today: date) -> Finding | None:
    value = view.get(rule.question)
    if value is None:
        return None
    if isinstance(value, Age):
        born = births_of(value, today)
        zones = {zone(rule, day, today) for day in (born.start, born.end)}
        if zones == {1}:
            return MET
        if zones == {2}:
            return LASTING
        if zones == {0} and rule.least is not None:
            known = value.born and born.single
            until = reached(rule, born.end, rule.least) if known else None
            return Finding(Status.NOT_MET, until=until)
    if rule.if_open and may_be_under(rule, value, today):
        return find(flow, rule.if_open, view, today) or UNKNOWN
    return UNKNOWN


def may_be_under(rule: AgeRule, value: Value | None, today: date) -> bool:
    """Whether an age below the rule's lower bound is not ruled out by this answer."""
    if rule.least is None:
        return False
    if isinstance(value, Age):
        return reached(rule, births_of(value, today).end, rule.least) > today
    return isinstance(value, Blank)


def _find_window(rule: WindowRule, value: Value | None, today: date) -> Finding | None:
    if value is None:
        return None
    if not isinstance(value, Days):
        return UNKNOWN
    if clear_day(rule, value.start) > today:
        ends = rule.inside == "not_met"
        return (
            Finding(Status.NOT_MET, until=clear_day(rule, value.end))
            if ends
            else KINDS[rule.inside]
        )
    if clear_day(rule, value.end) > today:
        return UNKNOWN
    return KINDS[rule.outside]


def _find_interval(rule: IntervalRule, view: View, today: date) -> Finding | None:
    said = view.get(rule.start), view.get(rule.end)
    start, end = (days_said(each, today) for each in said)
    if start is None or end is None:
        return None if None in said else UNKNOWN
    return by_limits(rule, keeps_bounds(rule, start, end))
