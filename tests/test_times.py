"""Windows of any width, wanted and unwanted; ages with an open end, in years and in months."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from operator import ge, gt, le, lt
from pathlib import Path
from typing import get_args

import pytest
from limits import as_long_as
from rows import each_row

from prescreen.check.classes import Classes
from prescreen.check.proof import prove
from prescreen.dialog.dialog import Dialog, Script
from prescreen.dialog.narrow import too_wide
from prescreen.dialog.plan import Plan
from prescreen.dialog.route import begin
from prescreen.files.errors import FileError
from prescreen.flow.load import load
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    ChoiceRule,
    Criterion,
    Flow,
    IntervalRule,
    Rule,
    WindowRule,
)
from prescreen.flow.rule_tables import Calendar
from prescreen.flow.rules import can_break, marks_of
from prescreen.flow.states import OPENING
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
    narrowing,
)
from prescreen.verdict.times import crossed, keeps_bounds, later, turning_days

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


@each_row(("rule", "outside", "inside"), LAST)
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


@pytest.mark.parametrize(
    ("unit", "least", "most"), [("days", 42, 84), ("weeks", 6, 12)], ids=["days", "weeks"]
)
def test_an_infant_has_an_age_in_days_or_weeks(unit: Calendar, least: int, most: int) -> None:
    rule = AgeRule(question="q", least=least, most=most, unit=unit)
    last = timedelta(days=84 if unit == "days" else 90)
    assert find(FLOW, rule, {"q": born("2026-10-12")}, TODAY) == MET
    assert find(FLOW, rule, {"q": born("2026-10-13")}, TODAY) == Finding(
        Status.NOT_MET, until=date(2026, 11, 24)
    )
    assert find(FLOW, rule, {"q": born((TODAY - last).isoformat())}, TODAY) == MET
    too_old = (TODAY - last - timedelta(days=1)).isoformat()
    assert find(FLOW, rule, {"q": born(too_old)}, TODAY) == LASTING


def test_check_tries_an_infant_who_is_too_young_by_a_birth_month() -> None:
    rule = AgeRule(question="age", least=42, unit="days")
    age = replace(FLOW.criteria[0], rule=rule)
    flow = replace(FLOW, criteria=(age, *FLOW.criteria[1:]))
    plan = Plan(flow)
    tried = Classes(plan, TODAY).at(begin(plan, TODAY))
    assert NOT_MET in [find(flow, rule, {"age": each}, TODAY) for each in tried]


def talk(flow: Flow = FLOW, /, **answers: Value) -> Dialog:
    """A conversation about the invented trial, up to its first question without an answer."""
    dialog = Dialog(Script.of(flow), TODAY)
    for _ in OPENING:
        dialog.forward()
    said = {each.replace("__", "."): value for each, value in answers.items()}
    for _ in as_long_as(lambda: dialog.state in said):
        dialog.take(said[dialog.state])
    return dialog


def some(quantity: str, base: int, unit: str) -> Measure:
    return Measure(quantity, Interval(Fraction(base), Fraction(base)), unit)


FIT: dict[str, Value] = {
    "age": Age(60, 60),
    "diagnosis_when": on("2025-01-31"),
    "surgery_when": on("2025-06-30"),
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


WEEKS, HALF, YEARS = (
    WindowRule(question="fall_when", weeks=4),
    WindowRule(question="fall_when", months=6),
    WindowRule(question="fall_when", years=2),
)


def fallen(*rules: Rule) -> Flow:
    """The invented trial, with these rules over the last fall in a criterion each."""
    falls = next(each for each in FLOW.criteria if each.id == "F")
    others = tuple(each for each in FLOW.criteria if each.id != "F")
    return replace(FLOW, criteria=(*others, *(_with(falls, *each) for each in enumerate(rules))))


def _with(criterion: Criterion, place: int, rule: Rule) -> Criterion:
    return replace(criterion, id=f"F{place}", rule=rule)


def edges(flow: Flow, *replies: str) -> list[str]:
    """The days that somebody is asked about who fell at any time, and replies so."""
    dialog = talk(flow, **FIT, fall_when=Days(date(2020, 1, 1), TODAY))
    asked = []
    for reply in (*replies, ""):
        if edge := dialog.edge(dialog.state):
            asked.append(str(edge.day))
            if reply:
                dialog.answer(reply)
    return asked


def test_of_three_windows_over_one_day_the_middle_one_is_asked_about_first() -> None:
    flow = fallen(YEARS, WEEKS, HALF)
    assert edges(flow, "before", "before") == ["2026-05-23", "2024-11-23"]
    assert edges(flow, "since", "since") == ["2026-05-23", "2026-10-26"]
    assert edges(flow, "2026-09") == ["2026-05-23"]
    assert edges(flow, "2026-10") == ["2026-05-23", "2026-10-26"]
    assert edges(flow, "unsure", "unsure", "unsure") == ["2026-05-23", "2026-10-26", "2024-11-23"]


def test_a_bound_with_the_same_finding_on_both_sides_is_not_asked_about() -> None:
    assert edges(fallen(AllRule(rules=(WEEKS, HALF))), "since") == ["2026-05-23"]
    assert edges(fallen(AnyRule(rules=(WEEKS, HALF))), "before") == ["2026-10-26"]
    assert edges(fallen(AnyRule(rules=(WEEKS, HALF)), HALF), "before", "before") == [
        "2026-10-26",
        "2026-05-23",
    ]
    unwanted = replace(HALF, inside="unknown", outside="unknown")
    assert not edges(fallen(unwanted))


def test_a_window_of_another_choice_is_not_asked_about() -> None:
    rule = ChoiceRule(question="weight", findings={"a": WEEKS, "b": HALF})
    falls = replace(fallen(rule).criteria[-1], id="F")
    plan = Plan(replace(FLOW, criteria=(falls,)))
    wide, view = Days(date(2020, 1, 1), TODAY), {"weight": Picked(("b",))}
    found = too_wide(plan, "fall_when", wide, view, TODAY)
    assert found is not None
    assert found.edge.day == date(2026, 5, 23)
    assert too_wide(plan, "fall_when", Days(date(2026, 5, 23), TODAY), view, TODAY) is None


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


@each_row(("question", "base", "criterion", "found"), LIMITS)
def test_a_limit_is_exact(question: str, base: int, criterion: str, found: Finding) -> None:
    said = FIT[question]
    assert isinstance(said, Measure)
    answers = FIT | {question: some(said.quantity, base, said.unit)}
    assert talk(**answers).findings[criterion] == found


# ---- an interval whose days are too wide ---------------------------------------------------------


def operated(diagnosis: Days, surgery: Days) -> Dialog:
    """A conversation up to the day of the surgery, which has to be 3 months after the diagnosis."""
    return talk(age=FIT["age"], diagnosis_when=diagnosis, surgery_when=surgery)


@pytest.mark.parametrize(
    ("reply", "found"),
    [("before", NOT_MET), ("since", MET), ("unsure", UNKNOWN)],
)
def test_an_interval_that_is_not_settled_gets_a_narrowing_question(
    reply: str, found: Finding
) -> None:
    dialog = operated(on("2025-01-31"), Days(date(2025, 4, 1), date(2025, 5, 31)))
    assert dialog.state == "surgery_when.narrow"
    edge = dialog.edge(dialog.state)
    assert edge is not None
    assert edge.day == date(2025, 4, 30)
    dialog.take(Blank.UNSURE if reply == "unsure" else Picked((reply,)))
    assert dialog.findings["G"] == found
    assert dialog.state != "surgery_when.narrow2"


def test_a_day_that_is_said_settles_an_interval_too() -> None:
    dialog = operated(on("2025-01-31"), Days(date(2025, 4, 1), date(2025, 5, 31)))
    assert dialog.answer("2025-04-29") is None
    assert dialog.findings["G"] == NOT_MET


def test_an_interval_is_asked_about_by_the_day_that_settles_one_side() -> None:
    month = Days(date(2025, 1, 1), date(2025, 1, 31))
    late = operated(month, Days(date(2025, 4, 1), date(2025, 5, 31)))
    edge = late.edge("surgery_when.narrow")
    assert edge is not None
    assert edge.day == date(2025, 4, 30)
    late.take(Picked(("since",)))
    assert late.findings["G"] == MET
    early = operated(month, Days(date(2025, 3, 1), date(2025, 4, 29)))
    edge = early.edge("surgery_when.narrow")
    assert edge is not None
    assert edge.day == date(2025, 4, 1)
    early.take(Picked(("before",)))
    assert early.findings["G"] == NOT_MET
    assert operated(month, Days(date(2025, 4, 1), date(2025, 4, 29))).findings["G"] == UNKNOWN


def test_another_first_day_makes_the_narrowing_of_an_interval_void() -> None:
    dialog = operated(on("2025-01-31"), Days(date(2025, 4, 1), date(2025, 5, 31)))
    dialog.take(Picked(("before",)))
    dialog.check()
    dialog.revise("diagnosis_when")
    dialog.take(on("2025-02-15"))
    assert dialog.value("surgery_when.narrow") is None
    assert dialog.state == "surgery_when.narrow"
    edge = dialog.edge(dialog.state)
    assert edge is not None
    assert edge.day == date(2025, 5, 15)


BOUNDS = ("above", "at_least", "below", "at_most")
EVERY_INTERVAL = [
    IntervalRule(start="a", end="b", unit=unit, **{end: Fraction(many)})  # type: ignore[arg-type]
    for unit in ("days", "weeks", "months", "years")
    for end in BOUNDS
    for many in (0, 1, 5)
]


@each_row("rule", EVERY_INTERVAL)
@each_row("ends", [True, False])
def test_the_day_asked_about_tells_the_days_of_an_interval_apart(
    rule: IntervalRule, ends: bool
) -> None:
    fixed = on("2024-02-29")
    wide = Days(date(2018, 1, 1), date(2030, 1, 1))
    cut = crossed(rule, wide, fixed, ends=ends)
    assert cut is not None

    def held(day: date) -> bool | None:
        pair = (fixed, Days(day, day)) if ends else (Days(day, day), fixed)
        return keeps_bounds(rule, *pair)

    before, since = held(cut - timedelta(days=1)), held(cut)
    assert before != since
    assert {before, since} <= {True, False, None}
    every = {held(cut + timedelta(days=each)) for each in range(400)}
    assert every <= {since, None}


def test_the_first_day_of_an_interval_may_be_asked_about_too() -> None:
    rule = IntervalRule(start="a", end="b", unit="months", at_least=Fraction(3))
    january = Days(date(2025, 1, 1), date(2025, 1, 31))
    said = narrowing(rule, january, TODAY, "a", {"b": on("2025-04-15")})
    assert said is not None
    assert said.day == date(2025, 1, 16)


BIRTH = IntervalRule(start="age", end="surgery_when", unit="years", at_least=Fraction(50))
FROM_BIRTH = replace(
    FLOW,
    criteria=tuple(replace(each, rule=BIRTH) if each.id == "G" else each for each in FLOW.criteria),
)


@each_row(
    ("age", "surgery", "found"),
    [
        (born("1960-05-01"), on("2010-05-01"), MET),
        (born("1960-05-01"), on("2010-04-30"), NOT_MET),
        (Age(66, 66), on("2011-01-01"), MET),
        (Age(66, 66), on("2009-11-22"), NOT_MET),
        (Age(66, 66), on("2010-05-01"), UNKNOWN),
        (Age(55, 70), Blank.UNSURE, UNKNOWN),
    ],
)
def test_an_interval_from_birth_uses_the_age_that_was_said(
    age: Age, surgery: Value, found: Finding
) -> None:
    dialog = talk(FROM_BIRTH, age=age, diagnosis_when=on("2005-01-01"), surgery_when=surgery)
    assert dialog.findings["G"] == found


def test_an_interval_from_birth_is_narrowed_at_its_other_day() -> None:
    year = Days(date(2010, 1, 1), date(2010, 12, 31))
    dialog = talk(FROM_BIRTH, age=born("1960-05-01"), diagnosis_when=year, surgery_when=year)
    edge = dialog.edge("surgery_when.narrow")
    assert edge is not None
    assert edge.day == date(2010, 5, 1)
    dialog.answer("before")
    assert dialog.findings["G"] == NOT_MET
    dialog.check()
    dialog.revise("age")
    dialog.take(born("1955-05-01"))
    assert dialog.value("surgery_when.narrow") is None
    assert dialog.findings["G"] == MET


@pytest.mark.prove
def test_an_interval_from_birth_is_explored() -> None:
    proof = prove(FROM_BIRTH, TODAY, None)
    assert proof.problems == ()
    assert len(proof.counts.leads) > 100


def kept(rule: IntervalRule, start: date, end: date) -> bool:
    """Whether one pair of days keeps the bounds of an interval."""
    holds = {"above": gt, "at_least": ge, "below": lt, "at_most": le}
    return all(
        holds[key](end, later(start, int(getattr(rule, key)), rule.unit))
        for key in holds
        if getattr(rule, key) is not None
    )


def spans(around: date) -> list[Days]:
    """Every span of up to five days near a day."""
    near = [around + timedelta(days=each) for each in range(-2, 3)]
    return [Days(first, last) for first in near for last in near if first <= last]


def days_of(span: Days) -> list[date]:
    """The days of a span."""
    return [span.start + timedelta(days=each) for each in range((span.end - span.start).days + 1)]


@each_row("rule", EVERY_INTERVAL)
def test_an_interval_holds_by_each_pair_of_its_days(rule: IntervalRule) -> None:
    many = next(int(bound) for key in BOUNDS if (bound := getattr(rule, key)) is not None)
    for start in spans(date(2024, 2, 28)):
        for end in spans(later(start.start, many, rule.unit)):
            every = {kept(rule, one, two) for one in days_of(start) for two in days_of(end)}
            found = keeps_bounds(rule, start, end)
            assert found is None or every == {found}
            if start.single and end.start >= start.end:
                assert found == (None if len(every) > 1 else every.pop())


@each_row("ends", [True, False])
@each_row("rule", EVERY_INTERVAL)
def test_an_interval_turns_on_the_first_day_that_is_unlike_the_one_before(
    rule: IntervalRule, ends: bool
) -> None:
    many = next(int(bound) for key in BOUNDS if (bound := getattr(rule, key)) is not None)
    fixed = date(2024, 2, 29)
    for span in spans(later(fixed, many if ends else -many, rule.unit)):
        held = [kept(rule, *((fixed, day) if ends else (day, fixed))) for day in days_of(span)]
        turned = [
            day
            for (was, now), day in zip(pairwise(held), days_of(span)[1:], strict=True)
            if was != now
        ]
        assert [*turning_days(rule, span, Days(fixed, fixed), ends=ends)] == turned * 2


def test_a_unit_of_the_calendar_is_added_as_what_it_is() -> None:
    added = [later(date(2024, 2, 29), 1, unit) for unit in get_args(Calendar)]
    assert added == [date(2024, 3, 1), date(2024, 3, 7), date(2024, 3, 29), date(2025, 2, 28)]


def test_the_later_question_of_an_interval_needs_a_narrowing_question(tmp_path: Path) -> None:
    path = tmp_path / THIRD.name
    text = THIRD.read_text(encoding="utf-8")
    line = 'narrow = "Was the surgery before {day}, or on that day or later?"\n'
    path.write_text(text.replace(line, ""), encoding="utf-8")
    with pytest.raises(FileError, match='the question "surgery_when" needs the key "narrow"'):
        load(path)
    path.write_text(text.replace(line, 'narrow = "Was it long ago?"\n'), encoding="utf-8")
    with pytest.raises(FileError, match=r'"surgery_when" has to name \{day\}'):
        load(path)
