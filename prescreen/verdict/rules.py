"""Each rule over what was said: three-valued findings, combined by Kleene's logic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    ChoiceRule,
    Flow,
    Mark,
    RangeRule,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.system.privacy import Silent
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

View = Mapping[str, Value]


class Status(StrEnum):
    """What the answers say of one criterion."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, repr=False)
class Finding(Silent):
    """A criterion's status; for `not_met`, whether it lasts and the first day it may be met."""

    status: Status
    lasting: bool = False
    until: date | None = None

    @property
    def undated(self) -> bool:
        """Whether it stands against joining with no date that ends it."""
        return self.status is Status.NOT_MET and self.until is None


MET = Finding(Status.MET)
UNKNOWN = Finding(Status.UNKNOWN)
NOT_MET = Finding(Status.NOT_MET)
LASTING = Finding(Status.NOT_MET, lasting=True)
_MARKS: Mapping[Mark, Finding] = {
    "met": MET,
    "not_met": NOT_MET,
    "lasting": LASTING,
    "unknown": UNKNOWN,
}


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
            return _all([find(flow, each, view, today) for each in rule.rules])
        case AnyRule():
            return _any([find(flow, each, view, today) for each in rule.rules])
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
        found.append(_MARKS[mark] if isinstance(mark, str) else find(flow, mark, view, today))
    return _all(found)


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
    return _MARKS[rule.outside]


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
        return _MARKS[rule.reached]
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


def _all(found: list[Finding | None]) -> Finding | None:
    """Kleene's conjunction: one broken rule breaks it, one open rule leaves it open."""
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    broken = [each for each in known if each.status is Status.NOT_MET]
    if broken:
        return Finding(
            Status.NOT_MET,
            lasting=any(each.lasting for each in broken),
            until=latest(broken) if all(each.until for each in broken) else None,
        )
    return UNKNOWN if UNKNOWN in known else MET


def _any(found: list[Finding | None]) -> Finding | None:
    """Kleene's disjunction: one rule that is met is enough."""
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    for status in (MET, UNKNOWN):
        if status in known:
            return status
    dates = [each.until for each in known if each.until]
    return Finding(
        Status.NOT_MET,
        lasting=all(each.lasting for each in known),
        until=min(dates) if dates else None,
    )


def latest(findings: Iterable[Finding]) -> date | None:
    """The latest day on which one of the broken rules may be met."""
    return max((each.until for each in findings if each.until), default=None)
