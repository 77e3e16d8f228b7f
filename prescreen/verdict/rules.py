"""Each rule over what was said: three-valued findings, combined by Kleene's logic."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import assert_never

from prescreen.flow.limits import limits_of
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    Bounds,
    ChoiceRule,
    Flow,
    LimitRule,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.values import (
    Age,
    Blank,
    Days,
    Dose,
    Interval,
    Measure,
    Picked,
    Value,
    births_of,
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
from prescreen.verdict.times import clear_day, reached, zone

View = Mapping[str, Value]


def find(flow: Flow, rule: Rule, view: View, today: date) -> Finding | None:
    """The rule's finding, or None while a question it needs has not been come to."""
    match rule:
        case ChoiceRule():
            return _find_choice(flow, rule, view, today)
        case AgeRule():
            return _find_age(flow, rule, view, today)
        case LimitRule():
            return _find_limit(flow, rule, view)
        case WindowRule():
            return _find_window(rule, view.get(rule.question), today)
        case RatioRule():
            return _find_ratio(flow, rule, view)
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


def _find_limit(flow: Flow, rule: LimitRule, view: View) -> Finding | None:
    span = _measured(view.get(rule.question))
    if isinstance(span, Interval) and rule.times:
        span = _in_times(span, _measured(view.get(rule.times)))
    if not isinstance(span, Interval):
        return span
    return _by_limits(rule, limits_of(flow, rule).hold(span))


def _in_times(span: Interval, one: Interval | Finding | None) -> Interval | Finding | None:
    if not isinstance(one, Interval):
        return one
    return span.over(one) if one.lo > 0 else UNKNOWN


def _measured(value: Value | None) -> Interval | Finding | None:
    """How much was said, in the first unit of its quantity."""
    if isinstance(value, Measure):
        return value.base
    return None if value is None else UNKNOWN


def _by_limits(bounds: Bounds, inside: bool | None) -> Finding:
    if inside is None:
        return UNKNOWN
    return MET if inside else KINDS[bounds.outside]


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


def _find_ratio(flow: Flow, rule: RatioRule, view: View) -> Finding | None:
    drug = view.get(rule.drug)
    if drug is None:
        return None
    if not isinstance(drug, Picked) or drug.ids[0] not in flow.drugs:
        return UNKNOWN
    dose = view.get(rule.dose)
    if dose is None:
        return None
    mg = _milligrams(flow, drug.ids[0], dose, view.get(rule.strength))
    if not isinstance(mg, Interval):
        return mg
    weight = view.get(rule.weight)
    if not isinstance(weight, Measure):
        return None if weight is None else UNKNOWN
    factor = rule.reference_mg / flow.drugs[drug.ids[0]].equal_mg
    if mg.hi * factor / weight.base.lo < rule.below:
        return MET
    if mg.lo * factor / weight.base.hi >= rule.below:
        return KINDS[rule.reached]
    return UNKNOWN


def _milligrams(
    flow: Flow, drug: str, dose: Value, strength: Value | None
) -> Interval | Finding | None:
    if not isinstance(dose, Dose):
        return UNKNOWN
    if dose.unit == "mg":
        return dose.amount
    usual = flow.drugs[drug].tablet_mg
    if usual is not None:
        return dose.amount.times(usual)
    if not isinstance(strength, Dose):
        return None if strength is None else UNKNOWN
    return dose.amount.times(strength.amount)
