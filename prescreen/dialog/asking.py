"""Whether a question is put, by the conditions under which the flow asks it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import assert_never

from prescreen.dialog.drugs import drug_of
from prescreen.dialog.plan import Plan
from prescreen.flow.gate import gate_of, is_minor
from prescreen.flow.limits import limits_of
from prescreen.flow.model import (
    AnswerIs,
    AnyOf,
    Condition,
    MayBeMinor,
    MayBeUnder,
    NothingAgainst,
    NumberIs,
    Question,
    StrengthMissing,
)
from prescreen.values import Age, Blank, Days, Dose, Interval, Measure, Picked, Value
from prescreen.values.findings import any_undated
from prescreen.values.kleene import all_true, any_true
from prescreen.verdict import Finding, may_be_under


def is_asked(
    plan: Plan,
    question: Question,
    view: Mapping[str, Value],
    findings: Mapping[str, Finding],
    today: date,
) -> bool:
    """Whether this question is put, after the questions in the view."""
    return may_be_asked(plan, question, view, findings, today) is True


@dataclass(frozen=True, slots=True)
class NothingUndated:
    """Nothing stands against joining without a date: only then can what is sensitive matter."""


def demands_of(question: Question) -> tuple[Condition | NothingUndated, ...]:
    """All that has to hold for this question to be put; where that is nothing, it always is."""
    private = (NothingUndated(),) if question.sensitive else ()
    return (*private, *question.asked_if)


def may_be_asked(
    plan: Plan,
    question: Question,
    view: Mapping[str, Value],
    findings: Mapping[str, Finding],
    today: date,
) -> bool | None:
    """Whether this question is put; None while a question before it can still decide that."""
    return all_true(holds(plan, each, view, findings, today) for each in demands_of(question))


def holds(
    plan: Plan,
    condition: Condition | NothingUndated,
    view: Mapping[str, Value],
    findings: Mapping[str, Finding],
    today: date,
) -> bool | None:
    """Whether a condition holds; None while a question before it can still decide that."""
    match condition:
        case AnswerIs():
            return _answer_is(condition, view.get(condition.question))
        case MayBeUnder():
            return _may_be_under(plan, condition, view, findings, today)
        case StrengthMissing():
            return _strength_missing(plan, condition, view)
        case NumberIs():
            return _number_is(plan, condition, view.get(condition.question))
        case AnyOf():
            return any_true(holds(plan, each, view, findings, today) for each in condition.any)
        case MayBeMinor():
            gate = gate_of(plan.flow)
            said = gate and view.get(gate.age)
            return None if gate is None or said is None else is_minor(gate, view, today) is None
        case NothingAgainst():
            return all(each.truth is not False for each in findings.values())
        case NothingUndated():
            return not any_undated(findings.values())
        case _:
            assert_never(condition)


def _answer_is(condition: AnswerIs, value: Value | None) -> bool | None:
    if value is None:
        return None
    if value is Blank.NOT_APPLICABLE:
        return False
    if condition.is_:
        return is_one_of(value, condition.is_)
    return not is_one_of(value, condition.is_not)


def is_one_of(value: Value, ids: tuple[str, ...]) -> bool:
    """Whether an answer is one of these choices, or such a blank."""
    if isinstance(value, Blank):
        return value.value in ids
    return isinstance(value, Picked) and any(each in ids for each in value.ids)


def _number_is(plan: Plan, condition: NumberIs, value: Value | None) -> bool | None:
    """Whether a number that was said may lie between the ends."""
    match value:
        case None:
            return None
        case Measure():
            span = value.base
        case Age():
            span = Interval(Fraction(value.least), Fraction(value.most))
        case Dose() | Days() | Picked() | Blank():
            return False
        case _:
            assert_never(value)
    return limits_of(plan.flow, condition).hold(span) is not False


def _may_be_under(
    plan: Plan,
    condition: MayBeUnder,
    view: Mapping[str, Value],
    findings: Mapping[str, Finding],
    today: date,
) -> bool | None:
    rule = plan.age_rules[condition.may_be_under]
    found = findings.get(condition.may_be_under)
    if found is None:
        return None
    return found.truth is None and may_be_under(rule, view.get(rule.question), today)


def _strength_missing(
    plan: Plan, condition: StrengthMissing, view: Mapping[str, Value]
) -> bool | None:
    dose = view.get(condition.strength_missing)
    if dose is None:
        return None
    drug = drug_of(plan.flow, plan.flow.question(condition.strength_missing), view)
    in_tablets = isinstance(dose, Dose) and dose.unit == "tablet"
    return in_tablets and drug is not None and plan.flow.drugs[drug].tablet_mg is None
