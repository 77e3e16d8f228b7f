"""Rules over amounts: a number, one number in times of another, a body mass index, a daily dose."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import assert_never

from prescreen.flow.limits import limits, limits_of
from prescreen.flow.model import (
    BmiRule,
    Bounds,
    DoseRule,
    Flow,
    LimitRule,
)
from prescreen.flow.rules import Dosed, weight_of
from prescreen.values import Age, Blank, Days, Dose, Interval, Measure, Picked, Value
from prescreen.values.findings import KINDS, MET, UNKNOWN, Finding
from prescreen.values.units import ONE

View = Mapping[str, Value]


def find_limit(flow: Flow, rule: LimitRule, view: View) -> Finding | None:
    """Where a number lies, or how many times another it is."""
    span = _measured(view.get(rule.question))
    if isinstance(span, Interval) and rule.times:
        span = _over(span, _measured(view.get(rule.times)))
    if not isinstance(span, Interval):
        return span
    return by_limits(rule, limits_of(flow, rule).hold(span))


def find_bmi(rule: BmiRule, view: View) -> Finding | None:
    """Where the body mass index lies."""
    index = bmi(view.get(rule.weight), view.get(rule.height))
    return by_limits(rule, limits(rule).hold(index)) if isinstance(index, Interval) else index


def bmi(weight: Value | None, height: Value | None) -> Interval | Finding | None:
    """Kilograms for each square metre; the height is in centimetres."""
    kg, cm = _measured(weight), _measured(height)
    if not isinstance(kg, Interval) or not isinstance(cm, Interval):
        return None if kg is None or cm is None else UNKNOWN
    metres = cm.times(Fraction(1, 100))
    return _over(kg, metres.times(metres))


def find_dose(flow: Flow, rule: Dosed, view: View) -> Finding | None:
    """Where a dose lies, in milligrams or in equivalents; of a ratio, for each kilogram."""
    drug = drug_in(flow, rule, view)
    if drug is None or isinstance(drug, Finding):
        return drug
    mg = milligrams(flow, drug, view.get(rule.dose), view.get(rule.strength or ""))
    factor = equivalents(flow, drug, rule.reference_mg)
    if not isinstance(mg, Interval):
        return mg
    weight = weight_of(rule)
    kg = _measured(view.get(weight)) if weight else Interval(ONE, ONE)
    if kg is None or factor is None:
        return None if kg is None else UNKNOWN
    dose = _over(mg.times(factor), kg)
    return by_limits(rule, limits(rule).hold(dose)) if isinstance(dose, Interval) else dose


def drug_in(flow: Flow, rule: DoseRule, view: View) -> str | Finding | None:
    """The known drug of a dose; the empty text where no drug has to be known."""
    if rule.drug is None:
        return rule.of or ""
    value = view.get(rule.drug)
    if value is None:
        return None
    known = isinstance(value, Picked) and value.ids[0] in flow.drugs
    return value.ids[0] if known and isinstance(value, Picked) else UNKNOWN


def milligrams(
    flow: Flow, drug: str, dose: Value | None, strength: Value | None
) -> Interval | Finding | None:
    """The milligrams of a dose, by the usual tablet of its drug or by the strength said."""
    if not isinstance(dose, Dose):
        return None if dose is None else UNKNOWN
    if dose.unit == "mg":
        return dose.amount
    usual = flow.drugs[drug].tablet_mg if drug else None
    if usual is not None:
        return dose.amount.times(usual)
    if not isinstance(strength, Dose):
        return None if strength is None else UNKNOWN
    return dose.amount.times(strength.amount)


def equivalents(flow: Flow, drug: str, reference_mg: Fraction | None) -> Fraction | None:
    """By how much milligrams of a drug are multiplied to be compared; None where nobody knows."""
    if reference_mg is None:
        return ONE
    equal = flow.drugs[drug].equal_mg
    return reference_mg / equal if equal else None


def by_limits(bounds: Bounds, inside: bool | None) -> Finding:
    """What it means to lie inside, outside, or where nobody can tell."""
    if inside is None:
        return UNKNOWN
    return MET if inside else KINDS[bounds.outside]


def _measured(value: Value | None) -> Interval | Finding | None:
    """How much was said, in the first unit of its quantity."""
    match value:
        case Measure():
            return value.base
        case None:
            return None
        case Age() | Days() | Dose() | Picked() | Blank():
            return UNKNOWN
        case _:
            assert_never(value)


def _over(span: Interval, one: Interval | Finding | None) -> Interval | Finding | None:
    if not isinstance(one, Interval):
        return one
    return span.over(one) if one.lo > 0 else UNKNOWN
