"""A body mass index, a daily dose, an interval, and questions that a number leads to."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from rows import each_row

from prescreen.check.faults import settled
from prescreen.check.numbers import room
from prescreen.dialog.asking import holds
from prescreen.dialog.plan import Plan
from prescreen.dialog.route import begin
from prescreen.flow.asked_if import leading_to
from prescreen.flow.load import load
from prescreen.flow.model import (
    AllRule,
    AnyOf,
    AnyRule,
    BmiRule,
    Condition,
    DailyDoseRule,
    IntervalRule,
    LimitRule,
    NumberIs,
)
from prescreen.flow.rules import marks_of, questions_of
from prescreen.flow.trial import Drug
from prescreen.reading import read_measure
from prescreen.values import Age, Blank, Days, Dose, Interval, Measure, Picked, Value
from prescreen.verdict import LASTING, MET, NOT_MET, UNKNOWN, Finding, find

TODAY = date(2026, 11, 23)
FLOW = load(Path(__file__).parent / "data" / "flows" / "third.toml")


def measure(quantity: str, lo: str, hi: str = "") -> Measure:
    return Measure(quantity, Interval(Fraction(lo), Fraction(hi or lo)), "")


def mg(lo: str, hi: str = "") -> Dose:
    return Dose(Interval(Fraction(lo), Fraction(hi or lo)), "mg")


def tablets(count: str) -> Dose:
    return Dose(Interval(Fraction(count), Fraction(count)), "tablet")


BMI = BmiRule(weight="w", height="h", at_least=Fraction("18.5"), below=Fraction(36))
SIZES = (
    ("72", "72", "160", "160", MET),
    ("92.16", "92.16", "160", "160", NOT_MET),
    ("92.15", "92.15", "160", "160", MET),
    ("47.36", "47.36", "160", "160", MET),
    ("47.35", "47.35", "160", "160", NOT_MET),
    ("92", "93", "160", "160", UNKNOWN),
    ("92", "92", "159", "161", UNKNOWN),
)


@each_row(("low", "high", "short", "tall", "found"), SIZES)
def test_a_body_mass_index_is_exact(
    low: str, high: str, short: str, tall: str, found: Finding
) -> None:
    view = {"w": measure("weight", low, high), "h": measure("height", short, tall)}
    assert find(FLOW, BMI, view, TODAY) == found


def test_a_body_mass_index_waits_for_both_and_stays_open_without_one() -> None:
    weight = measure("weight", "60")
    assert find(FLOW, BMI, {"w": weight}, TODAY) is None
    assert find(FLOW, BMI, {"h": weight}, TODAY) is None
    assert find(FLOW, BMI, {"w": weight, "h": Blank.UNSURE}, TODAY) == UNKNOWN
    assert find(FLOW, BMI, {"w": weight, "h": measure("height", "0")}, TODAY) == UNKNOWN
    assert questions_of(BMI) == ("w", "h")


DOSE = DailyDoseRule(dose="d", of="metformin", strength="s", at_least=Fraction(1000))
DOSES: tuple[tuple[Dose, Finding], ...] = (
    (mg("1000"), MET),
    (mg("999"), NOT_MET),
    (mg("999", "1000"), UNKNOWN),
    (tablets("2"), MET),
    (tablets("1.5"), NOT_MET),
)


@each_row(("said", "found"), DOSES)
def test_a_dose_of_a_day_is_counted_in_milligrams(said: Dose, found: Finding) -> None:
    assert find(FLOW, DOSE, {"d": said}, TODAY) == found


def test_a_dose_of_a_day_in_equivalents() -> None:
    drugs = {
        "one": Drug(equal_mg=Fraction(5)),
        "four": Drug(equal_mg=Fraction(4)),
        "odd": Drug(),
    }
    flow = replace(FLOW, drugs=drugs)
    rule = DailyDoseRule(
        dose="d", drug="which", strength="s", reference_mg=Fraction(5), at_most=Fraction(20)
    )

    def found(drug: str, dose: Value, **more: Value) -> Finding | None:
        view: Mapping[str, Value] = {"which": Picked((drug,)), "d": dose, **more}
        return find(flow, rule, view, TODAY)

    assert found("one", mg("20")) == MET
    assert found("one", mg("20.1")) == NOT_MET
    assert found("four", mg("16")) == MET
    assert found("four", mg("16.1")) == NOT_MET
    assert found("four", tablets("4")) is None
    assert found("four", tablets("4"), s=mg("4")) == MET
    assert found("four", tablets("5"), s=mg("4")) == NOT_MET
    assert found("four", tablets("4"), s=Blank.UNSURE) == UNKNOWN
    assert found("four", Blank.UNSURE) == UNKNOWN
    assert found("odd", mg("1")) == UNKNOWN
    assert found("other", mg("1")) == UNKNOWN
    assert find(flow, rule, {}, TODAY) is None
    assert find(flow, rule, {"which": Picked(("one",))}, TODAY) is None
    assert questions_of(rule) == ("which", "d", "s")


def test_a_dose_of_no_known_drug_is_counted_in_milligrams_alone() -> None:
    rule = DailyDoseRule(dose="d", below=Fraction(10))
    assert find(FLOW, rule, {"d": mg("9.9")}, TODAY) == MET
    assert find(FLOW, rule, {"d": mg("10")}, TODAY) == NOT_MET
    assert find(FLOW, rule, {"d": tablets("1")}, TODAY) is None


def span(start: str, end: str = "") -> Days:
    return Days(date.fromisoformat(start), date.fromisoformat(end or start))


def months(**bounds: int) -> IntervalRule:
    ends = {key: Fraction(each) for key, each in bounds.items()}
    return IntervalRule(start="a", end="b", unit="months", **ends)  # type: ignore[arg-type]


GAPS: tuple[tuple[IntervalRule, Days, Days, Finding], ...] = (
    (months(at_least=3), span("2026-01-31"), span("2026-04-30"), MET),
    (months(at_least=3), span("2026-01-31"), span("2026-04-29"), NOT_MET),
    (months(above=3), span("2026-01-31"), span("2026-04-30"), NOT_MET),
    (months(above=3), span("2026-01-31"), span("2026-05-01"), MET),
    (months(at_most=3), span("2026-01-31"), span("2026-04-30"), MET),
    (months(at_most=3), span("2026-01-31"), span("2026-05-01"), NOT_MET),
    (months(below=3), span("2026-01-31"), span("2026-04-30"), NOT_MET),
    (months(below=3), span("2026-01-31"), span("2026-04-29"), MET),
    (months(at_least=3, at_most=6), span("2026-01-01"), span("2026-05-01"), MET),
    (months(at_least=3, at_most=6), span("2026-01-01"), span("2026-08-01"), NOT_MET),
    (months(at_least=3), span("2026-01-01", "2026-02-01"), span("2026-04-15"), UNKNOWN),
    (months(at_least=3), span("2026-05-01"), span("2026-01-01"), UNKNOWN),
    (months(at_most=3), span("2026-01-01", "2026-02-01"), span("2026-01-15"), UNKNOWN),
)


@each_row(("rule", "start", "end", "found"), GAPS)
def test_an_interval_is_counted_in_the_calendar(
    rule: IntervalRule, start: Days, end: Days, found: Finding
) -> None:
    assert find(FLOW, rule, {"a": start, "b": end}, TODAY) == found


def test_an_interval_waits_for_both_days() -> None:
    rule = months(at_least=3)
    assert find(FLOW, rule, {"a": span("2026-01-01")}, TODAY) is None
    assert find(FLOW, rule, {"a": span("2026-01-01"), "b": Blank.UNSURE}, TODAY) == UNKNOWN
    assert questions_of(rule) == ("a", "b")
    for unit, end in (("days", "2026-01-04"), ("weeks", "2026-01-22"), ("years", "2029-01-01")):
        other = replace(rule, unit=unit)  # type: ignore[arg-type]
        view = {"a": span("2026-01-01"), "b": span(end)}
        assert find(FLOW, other, view, TODAY) == MET


def test_a_number_in_times_of_another() -> None:
    rule = LimitRule(question="alt", times="alt_limit", at_most=Fraction(2))
    one, none = measure("enzyme_activity", "40"), measure("enzyme_activity", "0")
    alt = measure("enzyme_activity", "80", "81")
    assert find(FLOW, rule, {"alt": one}, TODAY) is None
    assert find(FLOW, rule, {"alt": alt, "alt_limit": one}, TODAY) == UNKNOWN
    assert find(FLOW, rule, {"alt": alt, "alt_limit": none}, TODAY) == UNKNOWN
    assert find(FLOW, rule, {"alt": one, "alt_limit": one}, TODAY) == MET
    assert marks_of(rule) == {"met", "not_met", "unknown"}


def test_a_margin_leaves_open_what_is_close_outside() -> None:
    rule = LimitRule(
        question="temperature", unit="Cel", below=Fraction("37.3"), margin=Fraction("0.2")
    )

    def found(base: str) -> Finding | None:
        return find(FLOW, rule, {"temperature": measure("temperature", base)}, TODAY)

    assert found("37.2") == MET
    assert found("37.3") == UNKNOWN
    assert found("37.5") == UNKNOWN
    assert found("37.6") == NOT_MET


UNDER_OR_OVER: tuple[tuple[str, str, str, str, Finding], ...] = (
    ("hemoglobin", "<90 g/L", "at_least", "g/dL 9", NOT_MET),
    ("hemoglobin", "≤90 g/L", "at_least", "g/dL 9", UNKNOWN),
    ("hemoglobin", "<90 g/L", "above", "g/dL 9", NOT_MET),
    ("hemoglobin", "<90 g/L", "below", "g/dL 9", MET),
    ("hemoglobin", "≤90 g/L", "below", "g/dL 9", UNKNOWN),
    ("creatinine_clearance", ">50 mL/min", "above", "mL/min 50", MET),
    ("creatinine_clearance", "≥50 mL/min", "above", "mL/min 50", UNKNOWN),
    ("creatinine_clearance", ">50 mL/min", "at_most", "mL/min 50", NOT_MET),
    ("creatinine_clearance", "≥50 mL/min", "at_least", "mL/min 50", MET),
)


@each_row(("quantity", "text", "end", "bound", "found"), UNDER_OR_OVER)
def test_under_and_over_are_told_apart_from_at_most_and_at_least(
    quantity: str, text: str, end: str, bound: str, found: Finding
) -> None:
    unit, number = bound.split()
    rule = LimitRule(question="q", unit=unit, **{end: Fraction(number)})  # type: ignore[arg-type]
    question = replace(FLOW.question("temperature"), id="q", quantity=quantity)
    said = read_measure(text, quantity)
    assert isinstance(said, Measure)
    flow = replace(FLOW, questions=(*FLOW.questions, question))
    assert find(flow, rule, {"q": said}, TODAY) == found


def test_an_end_that_is_open_stays_so_in_a_body_mass_index_and_in_times_of_another() -> None:
    heavy = Measure("weight", Interval(Fraction(72), Fraction("92.16"), hi_open=True), "")
    tall = measure("height", "160")
    assert find(FLOW, BMI, {"w": heavy, "h": tall}, TODAY) == MET
    small = Measure("height", Interval(Fraction(160), Fraction(200), lo_open=True), "")
    assert find(FLOW, BMI, {"w": measure("weight", "92.16"), "h": small}, TODAY) == MET
    rule = LimitRule(question="alt", times="alt_limit", below=Fraction(2))
    limit = measure("enzyme_activity", "40")
    alt = Measure("enzyme_activity", Interval(Fraction(0), Fraction(80), hi_open=True), "")
    assert find(FLOW, rule, {"alt": alt, "alt_limit": limit}, TODAY) == MET


def test_what_one_amount_of_any_has_met_is_no_matter_of_the_rest() -> None:
    cool = LimitRule(question="temperature", unit="Cel", below=Fraction(38))
    rule = AnyRule(rules=(cool, LimitRule(question="alt", unit="U/L", at_most=Fraction(40))))
    every = AllRule(rules=rule.rules)
    for degrees, any_of, all_of in (("37", MET, UNKNOWN), ("39", UNKNOWN, NOT_MET)):
        view = {"temperature": measure("temperature", degrees)}
        assert settled(FLOW, rule, view, TODAY) == any_of
        assert settled(FLOW, every, view, TODAY) == all_of
    assert settled(FLOW, rule, {}, TODAY) == UNKNOWN


def test_what_no_date_can_mend_is_lasting() -> None:
    rule = LimitRule(question="temperature", unit="Cel", below=Fraction(38), outside="lasting")
    view = {"temperature": measure("temperature", "38")}
    assert find(FLOW, rule, view, TODAY) == LASTING
    assert marks_of(rule) == {"met", "lasting", "unknown"}


def asks(condition: Condition, **view: Value) -> bool | None:
    plan = Plan(FLOW)
    return holds(plan, condition, view, begin(plan, TODAY).findings, TODAY)


OLD = NumberIs(question="age", at_least=Fraction(70))
HIGH = NumberIs(question="alt", above=Fraction(40), unit="U/L")


def test_a_number_leads_to_a_question_unless_it_is_ruled_out() -> None:
    assert asks(HIGH) is None
    assert asks(HIGH, alt=measure("enzyme_activity", "40")) is False
    assert asks(HIGH, alt=measure("enzyme_activity", "40", "41")) is True
    assert asks(HIGH, alt=Blank.UNSURE) is False
    assert asks(OLD, age=Age(69, 69)) is False
    assert asks(OLD, age=Age(60, 70)) is True


def test_any_of_several_conditions_leads_to_a_question() -> None:
    either = AnyOf(any=(OLD, HIGH))
    low, high = measure("enzyme_activity", "10"), measure("enzyme_activity", "50")
    assert asks(either, age=Age(60, 60)) is None
    assert asks(either, age=Age(70, 70)) is True
    assert asks(either, age=Age(60, 60), alt=high) is True
    assert asks(either, age=Age(60, 60), alt=low) is False
    assert [*leading_to(FLOW, FLOW.question("walk"))] == ["age", "alt"]


LEAST, MOST = Fraction(18), Fraction(36)


@each_row(
    ("least", "most", "kg", "cm", "expected"),
    [
        (LEAST, MOST, ("60", "60"), None, -1),
        (LEAST, MOST, ("60", "119"), None, -1),
        (LEAST, MOST, ("60", "120"), None, 0),
        (LEAST, MOST, ("60", "121"), None, 1),
        (LEAST, MOST, ("60", "60"), ("150", "200"), -1),
        (LEAST, MOST, ("60", "60"), ("150", "220"), 1),
        (LEAST, MOST, ("60", "90"), ("160", "180"), -1),
        (LEAST, MOST, ("60", "90"), ("150", "180"), 1),
        (LEAST, MOST, ("0", "60"), None, None),
        (LEAST, None, ("60", "121"), None, None),
        (None, MOST, ("60", "121"), None, None),
    ],
)
def test_a_number_is_too_wide_for_two_limits(
    least: Fraction | None,
    most: Fraction | None,
    kg: tuple[str, str],
    cm: tuple[str, str] | None,
    expected: int | None,
) -> None:
    rule = BmiRule(weight="kg", height="cm", at_least=least, below=most)
    view: dict[str, Value] = {"kg": measure("weight", *kg)}
    if cm:
        view["cm"] = measure("height", *cm)
    assert room(rule, view) == expected
