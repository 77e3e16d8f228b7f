"""Each rule over what was said: three-valued findings, combined by Kleene's logic."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import assert_never

from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    ChoiceRule,
    Flow,
    RangeRule,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.values import (
    ONE_DAY,
    Age,
    Blank,
    Days,
    Dose,
    Interval,
    Picked,
    Value,
    Weight,
    add_months,
    age_on,
    birthday,
    births_of,
)
from prescreen.values.findings import (
    KINDS,
    LASTING,
    MET,
    NOT_MET,
    UNKNOWN,
    Finding,
    Status,
    every,
    some,
)

View = Mapping[str, Value]


def find(flow: Flow, rule: Rule, view: View, today: date) -> Finding | None:
    """The rule's finding, or None while a question it needs has not been come to."""
    match rule:
        case ChoiceRule():
            return _find_choice(flow, rule, view, today)
        case AgeRule():
            return _find_age(flow, rule, view, today)
        case RangeRule():
            return _find_range(rule, view.get(rule.question))
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
        oldest, youngest = age_on(born.start, today), age_on(born.end, today)
        if rule.least <= youngest and oldest <= rule.most:
            return MET
        if youngest > rule.most:
            return LASTING
        if oldest < rule.least:
            until = birthday(born.end, rule.least) if value.born and born.single else None
            return Finding(Status.NOT_MET, until=until)
    if rule.if_open and may_be_under(rule, value, today):
        return find(flow, rule.if_open, view, today) or UNKNOWN
    return UNKNOWN


def may_be_under(rule: AgeRule, value: Value | None, today: date) -> bool:
    """Whether an age below the rule's lower bound is not ruled out by this answer."""
    if isinstance(value, Age):
        return age_on(births_of(value, today).end, today) < rule.least
    return isinstance(value, Blank)


def _find_range(rule: RangeRule, value: Value | None) -> Finding | None:
    if value is None:
        return None
    if not isinstance(value, Weight):
        return UNKNOWN
    if rule.least <= value.kg.lo and value.kg.hi <= rule.most:
        return MET
    if value.kg.hi < rule.least - rule.margin or value.kg.lo > rule.most + rule.margin:
        return NOT_MET
    return UNKNOWN


def _find_window(rule: WindowRule, value: Value | None, today: date) -> Finding | None:
    if value is None:
        return None
    if not isinstance(value, Days):
        return UNKNOWN
    if clear_day(rule, value.start) > today:
        return Finding(Status.NOT_MET, until=clear_day(rule, value.end))
    if clear_day(rule, value.end) > today:
        return UNKNOWN
    return KINDS[rule.outside]


def clear_day(rule: WindowRule, last: date) -> date:
    """The first day that lies outside the window after the last time."""
    end = add_months(last, rule.months)
    return end + ONE_DAY if rule.last_day == "inside" else end


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
    if not isinstance(weight, Weight):
        return None if weight is None else UNKNOWN
    factor = rule.reference_mg / flow.drugs[drug.ids[0]].equal_mg
    if mg.hi * factor / weight.kg.lo < rule.below:
        return MET
    if mg.lo * factor / weight.kg.hi >= rule.below:
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
