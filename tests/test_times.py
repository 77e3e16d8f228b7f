"""Windows of any width, wanted and unwanted; ages with an open end, in years and in months."""

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from prescreen.dialog.dialog import Dialog, Script
from prescreen.dialog.states import OPENING
from prescreen.flow.load import load
from prescreen.flow.model import AgeRule, WindowRule
from prescreen.flow.rules import can_break, marks_of
from prescreen.values import Age, Blank, Days, Interval, Measure, Picked, Value
from prescreen.values.findings import DATED
from prescreen.verdict import (
    LASTING,
    MET,
    NOT_MET,
    UNKNOWN,
    Finding,
    Status,
    clear_day,
    find,
    first_inside,
    may_be_under,
)

TODAY = date(2026, 11, 23)
THIRD = Path(__file__).parent / "data" / "flows" / "third.toml"
FLOW = load(THIRD)

LAST: tuple[tuple[WindowRule, str, str], ...] = (
    (WindowRule(question="q", days=14), "2026-11-08", "2026-11-09"),
    (WindowRule(question="q", weeks=2), "2026-11-08", "2026-11-09"),
    (WindowRule(question="q", months=6), "2026-05-22", "2026-05-23"),
    (WindowRule(question="q", years=2), "2024-11-22", "2024-11-23"),
    (WindowRule(question="q", days=14, last_day="outside"), "2026-11-09", "2026-11-10"),
)


def on(day: str) -> Days:
    return Days(date.fromisoformat(day), date.fromisoformat(day))


@pytest.mark.parametrize(("rule", "outside", "inside"), LAST)
def test_a_window_has_a_last_day_outside_and_a_first_inside(
    rule: WindowRule, outside: str, inside: str
) -> None:
    assert find(FLOW, rule, {"q": on(outside)}, TODAY) == MET
    found = find(FLOW, rule, {"q": on(inside)}, TODAY)
    assert found == Finding(Status.NOT_MET, until=TODAY + timedelta(days=1))
    assert first_inside(rule, TODAY).isoformat() == inside
    assert clear_day(rule, date.fromisoformat(inside)) == TODAY + timedelta(days=1)


def test_to_be_inside_may_be_what_is_wanted() -> None:
    rule = WindowRule(question="q", months=12, inside="met", outside="not_met")
    assert find(FLOW, rule, {"q": on("2025-11-23")}, TODAY) == MET
    assert find(FLOW, rule, {"q": on("2025-11-22")}, TODAY) == NOT_MET
    both = Days(date(2025, 11, 22), date(2025, 11, 23))
    assert find(FLOW, rule, {"q": both}, TODAY) == UNKNOWN
    assert find(FLOW, rule, {"q": Blank.UNSURE}, TODAY) == UNKNOWN
    assert marks_of(rule) == {"met", "not_met", "unknown"}
    never = WindowRule(question="q", months=12, inside="unknown", outside="lasting")
    assert find(FLOW, never, {"q": on("2025-11-23")}, TODAY) == UNKNOWN
    assert find(FLOW, never, {"q": on("2025-11-22")}, TODAY) == LASTING


def test_the_findings_of_a_window_are_known() -> None:
    assert marks_of(WindowRule(question="q", days=1)) == {DATED, "met", "unknown"}
    assert not can_break(WindowRule(question="q", days=1, inside="unknown"))


def born(day: str) -> Age:
    return Age(0, 0, on(day))


def test_an_age_may_be_open_at_either_end() -> None:
    old, young = AgeRule(question="q", least=50), AgeRule(question="q", most=80)
    assert find(FLOW, old, {"q": Age(50, 120)}, TODAY) == MET
    assert find(FLOW, old, {"q": Age(49, 49)}, TODAY) == NOT_MET
    assert find(FLOW, young, {"q": Age(1, 80)}, TODAY) == MET
    assert find(FLOW, young, {"q": Age(81, 81)}, TODAY) == LASTING
    assert find(FLOW, young, {"q": Age(80, 81)}, TODAY) == UNKNOWN
    assert find(FLOW, old, {"q": born("1976-11-24")}, TODAY) == Finding(
        Status.NOT_MET, until=date(2026, 11, 24)
    )
    assert not may_be_under(young, Age(1, 1), TODAY)
    assert may_be_under(old, Age(49, 60), TODAY)
    assert marks_of(old) == {"met", "not_met", DATED, "unknown"}
    assert marks_of(young) == {"met", "lasting", "unknown"}


def test_a_child_has_an_age_in_months() -> None:
    rule = AgeRule(question="q", least=6, most=35, unit="months")
    assert find(FLOW, rule, {"q": born("2026-05-23")}, TODAY) == MET
    assert find(FLOW, rule, {"q": born("2026-05-24")}, TODAY) == Finding(
        Status.NOT_MET, until=date(2026, 11, 24)
    )
    assert find(FLOW, rule, {"q": born("2023-11-24")}, TODAY) == MET
    assert find(FLOW, rule, {"q": born("2023-11-23")}, TODAY) == LASTING


def talk(**answers: Value) -> Dialog:
    """A conversation about the invented trial, up to its first question without an answer."""
    dialog = Dialog(Script.of(FLOW), TODAY)
    for _ in OPENING:
        dialog.forward()
    said = {each.replace("__", "."): value for each, value in answers.items()}
    while dialog.state in said:
        dialog.take(said[dialog.state])
    return dialog


def some(quantity: str, base: int, unit: str) -> Measure:
    return Measure(quantity, Interval(Fraction(base), Fraction(base)), unit)


FIT: dict[str, Value] = {
    "age": Age(60, 60),
    "alt": some("enzyme_activity", 30, "U/L"),
    "alt_limit": some("enzyme_activity", 40, "U/L"),
    "clearance": some("creatinine_clearance", 90, "mL/min"),
    "temperature": some("temperature", 36, "Cel"),
    "vaccine_when": on("2025-01-01"),
    "tetanus_when": on("2025-01-01"),
}


def test_two_windows_over_one_question_are_narrowed_one_after_the_other() -> None:
    wide = Days(date(2024, 1, 1), TODAY)
    dialog = talk(**FIT, fall_when=wide)
    assert dialog.state == "fall_when.narrow"
    edge = dialog.edge("fall_when.narrow")
    assert edge is not None
    assert edge.day == date(2026, 8, 24)
    dialog.take(Picked(("before",)))
    assert dialog.state == "fall_when.narrow2"
    again = dialog.edge("fall_when.narrow2")
    assert again is not None
    assert again.day == date(2024, 11, 23)
    assert dialog.route.put[-2:] == ("fall_when.narrow", "fall_when.narrow2")
    dialog.take(Picked(("before",)))
    assert dialog.state == "weight"
    assert dialog.findings["F"] == MET


def test_a_narrowing_that_is_not_needed_is_not_put() -> None:
    dialog = talk(**FIT, fall_when=Days(date(2024, 1, 1), date(2025, 1, 1)))
    edge = dialog.edge("fall_when.narrow")
    assert edge is not None
    assert edge.day == date(2024, 11, 23)
    dialog.take(Blank.UNSURE)
    assert dialog.state == "weight"
    assert dialog.findings["F"] == UNKNOWN


def test_a_new_answer_to_the_first_narrowing_makes_the_second_void() -> None:
    dialog = talk(**FIT, fall_when=Days(date(2024, 1, 1), TODAY))
    dialog.take(Picked(("before",)))
    dialog.take(Picked(("before",)))
    dialog.check()
    dialog.revise("fall_when.narrow")
    dialog.take(Picked(("since",)))
    assert dialog.value("fall_when.narrow2") is None
    assert dialog.findings["F"].status is Status.NOT_MET


def test_two_ages_over_one_question_are_narrowed_by_one_birth_date() -> None:
    dialog = talk(age=Age(40, 90))
    assert dialog.state == "age.narrow"
    dialog.take(born("1940-01-01"))
    assert dialog.state == "not_this_study"
    assert dialog.findings["A"] == MET
    assert dialog.findings["W"] == LASTING


LIMITS = (
    ("alt", 80, "L", MET),
    ("alt", 81, "L", NOT_MET),
    ("clearance", 60, "K", MET),
    ("clearance", 59, "K", NOT_MET),
)


@pytest.mark.parametrize(("question", "base", "criterion", "found"), LIMITS)
def test_a_limit_is_exact(question: str, base: int, criterion: str, found: Finding) -> None:
    said = FIT[question]
    assert isinstance(said, Measure)
    answers = FIT | {question: some(said.quantity, base, said.unit)}
    assert talk(**answers).findings[criterion] == found
