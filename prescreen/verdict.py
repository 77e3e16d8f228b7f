"""Three-valued findings of the criteria, and the outcome that follows from them.

Everything is a pure function of the flow, the *view* and today's date. A view holds a value for
every question that the conversation has come to: an answer, or `Blank.NOT_APPLICABLE` where the
question was passed over. A question that is not in the view yet leaves its rule undecided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    ChoiceRule,
    Criterion,
    Flow,
    Mark,
    Question,
    RangeRule,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.flow.rules import rules_in
from prescreen.sealed import Silent
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


class Outcome(StrEnum):
    """How a finished conversation ends."""

    LIKELY_ELIGIBLE = "likely_eligible"
    ASK_SITE = "ask_site"
    NOT_NOW = "not_now"
    NOT_THIS_STUDY = "not_this_study"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, repr=False)
class Verdict(Silent):
    """The outcome, and the first day on which every broken rule may be met."""

    outcome: Outcome
    recheck: date | None = None


# ---- rules ------------------------------------------------------------------------------------


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
    return Interval(dose.amount.lo * strength.amount.lo, dose.amount.hi * strength.amount.hi)


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


# ---- narrowing --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, repr=False)
class Narrowing(Silent):
    """A set of ages or days straddles a bound; `day` is the first day that is still inside."""

    day: date | None = None


def narrowing(rule: Rule | None, value: Value, today: date) -> Narrowing | None:
    """What one narrowing question has to settle about this answer, if anything."""
    if isinstance(rule, AgeRule) and isinstance(value, Age):
        born = births_of(value, today)
        zones = {_zone(rule, age_on(day, today)) for day in (born.start, born.end)}
        return Narrowing() if len(zones) > 1 else None
    if isinstance(rule, WindowRule) and isinstance(value, Days):
        inside = clear_day(rule, value.start) > today, clear_day(rule, value.end) > today
        return Narrowing(first_inside(rule, today)) if inside == (False, True) else None
    return None


def _zone(rule: AgeRule, age: int) -> int:
    return (age >= rule.least) + (age > rule.most)


def first_inside(rule: WindowRule, today: date) -> date:
    """The earliest last time that is still inside the window today."""
    day = add_months(today, -rule.months) - timedelta(days=4)
    while clear_day(rule, day) <= today:
        day += ONE_DAY
    return day


# ---- outcome ----------------------------------------------------------------------------------


def latest(findings: Iterable[Finding]) -> date | None:
    """The latest day on which one of the broken rules may be met."""
    return max((each.until for each in findings if each.until), default=None)


def final(flow: Flow, findings: Mapping[str, Finding], view: View, today: date) -> bool:
    """Whether the conversation ends here, because nothing more could change the outcome."""
    for criterion in flow.criteria:
        found = findings.get(criterion.id)
        if found and found.status is Status.NOT_MET and (found.lasting or criterion.stops):
            return True
    return too_old_by_then(flow, findings, view, today)


def too_old_by_then(flow: Flow, findings: Mapping[str, Finding], view: View, today: date) -> bool:
    """Whether everyone the age stands for is over an age limit on the latest date so far."""
    day = latest(each for each in findings.values() if each.status is Status.NOT_MET)
    if day is None:
        return False
    for criterion in flow.criteria:
        for rule in rules_in(criterion.rule):
            value = view.get(rule.question) if isinstance(rule, AgeRule) else None
            if isinstance(rule, AgeRule) and isinstance(value, Age):
                return age_on(births_of(value, today).end, day) > rule.most
    return False


def verdict(flow: Flow, findings: Mapping[str, Finding], view: View, today: date) -> Verdict:
    """The outcome of a conversation that has ended, by protocol order of precedence."""
    broken = [each for each in findings.values() if each.status is Status.NOT_MET]
    if any(each.lasting for each in broken) or too_old_by_then(flow, findings, view, today):
        return Verdict(Outcome.NOT_THIS_STUDY)
    if broken:
        dated = all(each.until for each in broken)
        return Verdict(Outcome.NOT_NOW, latest(broken) if dated else None)
    if any(declines(question, view.get(question.id)) for question in flow.questions):
        return Verdict(Outcome.DECLINED)
    if any(_open(criterion, findings) for criterion in flow.criteria):
        return Verdict(Outcome.ASK_SITE)
    return Verdict(Outcome.LIKELY_ELIGIBLE)


def declines(question: Question, value: Value | None) -> bool:
    """Whether this answer says that the person does not want to go on."""
    return isinstance(value, Picked) and any(each in question.declined_on for each in value.ids)


def _open(criterion: Criterion, findings: Mapping[str, Finding]) -> bool:
    found = findings.get(criterion.id)
    return not criterion.at_site and (found is None or found.status is Status.UNKNOWN)
