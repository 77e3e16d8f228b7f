"""What an answer can be at all is data of a question or of who takes part."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from rows import each_row

from prescreen.dialog.dialog import Dialog, Script
from prescreen.flow.links import problems
from prescreen.flow.load import load
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    BmiRule,
    ChoiceRule,
    DailyDoseRule,
    IntervalRule,
    LimitRule,
    NumberIs,
    Possible,
    Question,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.flow.placeholders import brace_problems
from prescreen.flow.possible import possible
from prescreen.flow.room import possible_problems
from prescreen.flow.states import OPENING
from prescreen.flow.trial import Text
from prescreen.reading import read_child_age
from prescreen.values import Age, Days, Interval, Measure, Reason, Refusal

TODAY = date(2026, 11, 23)
THIRD = load(Path(__file__).parent / "data" / "flows" / "third.toml")
CHILDREN = replace(THIRD, trial=replace(THIRD.trial, participants=("children",)))


def with_possible(question: str, least: int | None = None, most: int | None = None) -> Question:
    lo, hi = (None if each is None else Fraction(each) for each in (least, most))
    return replace(THIRD.question(question), possible=Possible(least=lo, most=hi))


def heard(flow_question: Question, text: str) -> object:
    questions = (flow_question if e.id == flow_question.id else e for e in THIRD.questions)
    flow = replace(THIRD, questions=tuple(questions))
    dialog = Dialog(Script.of(flow), TODAY)
    for _ in OPENING:
        dialog.forward()
    dialog.state = flow_question.id
    return dialog.hear(text)


def test_a_question_says_itself_what_is_possible() -> None:
    usual = possible(THIRD, THIRD.question("weight"))
    assert usual == Interval(Fraction(25), Fraction(250))
    assert possible(THIRD, with_possible("weight", most=300)).hi == 300
    assert heard(THIRD.question("weight"), "20 kg") == Refusal(Reason.IMPOSSIBLE)
    assert isinstance(heard(with_possible("weight", least=10), "20 kg"), Measure)
    assert heard(with_possible("age", most=90), "95") == Refusal(Reason.IMPOSSIBLE)
    assert heard(with_possible("metformin_dose", most=500), "600 mg") == Refusal(Reason.IMPOSSIBLE)
    assert possible(THIRD, with_possible("fall_when", most=3)).hi == 3
    assert possible(THIRD, THIRD.question("alt")).hi == 100_000


def test_a_child_may_be_light_and_young() -> None:
    assert possible(CHILDREN, THIRD.question("weight")).lo == 1
    assert possible(CHILDREN, THIRD.question("age")).lo == 0
    assert possible(THIRD, THIRD.question("age")).lo == 1
    dialog = Dialog(Script.of(CHILDREN), TODAY)
    for _ in OPENING:
        dialog.forward()
    found = dialog.hear("8 months")
    assert isinstance(found, Age)
    assert found.born == Days(date(2026, 2, 24), date(2026, 3, 23))


AGES = (
    ("8个月", 0, "2026-02-24", "2026-03-23"),
    ("my child is 18 months old", 1, "2025-04-24", "2025-05-23"),
    ("一岁半", 1, "2025-03-24", "2025-06-23"),
    ("2 years and 3 months", 2, "2024-07-24", "2024-08-23"),
    ("两岁三个月", 2, "2024-07-24", "2024-08-23"),
    ("6 weeks", 0, "2026-10-06", "2026-10-12"),
    ("10天", 0, "2026-11-13", "2026-11-13"),
    ("2026-05-01", 0, "2026-05-01", "2026-05-01"),
)


@each_row(("text", "years", "first", "last"), AGES)
def test_the_age_of_a_child_is_read(text: str, years: int, first: str, last: str) -> None:
    born = Days(date.fromisoformat(first), date.fromisoformat(last))
    assert read_child_age(text, TODAY) == Age(years, years, born)


def test_an_age_in_years_is_read_as_ever() -> None:
    assert read_child_age("5", TODAY) == Age(5, 5)
    assert read_child_age("5岁", TODAY) == Age(5, 5)


@each_row("text", ["1.5 months", "2 years 15 months", "1.5 weeks", "0", "800 years"])
def test_what_is_no_age_of_a_child_is_refused(text: str) -> None:
    assert isinstance(read_child_age(text, TODAY), Refusal)


def test_what_is_chosen_has_no_bounds() -> None:
    question = next(each for each in THIRD.questions if each.choices)
    with pytest.raises(ValueError, match="no bounds"):
        possible(THIRD, question)


def limited(question: str, possible: Possible, *rules: Rule, asks: NumberIs | None = None) -> str:
    """What is said of a flow in which this is possible and these rules are all."""
    about = replace(THIRD.question(question), possible=possible)
    questions = [
        replace(about if each.id == question else each, asked_if=()) for each in THIRD.questions
    ]
    questions[-1] = replace(questions[-1], asked_if=(asks,) if asks else ())
    criteria = (replace(THIRD.criteria[0], rule=rule) for rule in rules)
    flow = replace(THIRD, questions=tuple(questions), criteria=tuple(criteria))
    return " ".join(possible_problems(flow))


def spans(least: float | None = None, most: float | None = None) -> Possible:
    lo, hi = (None if each is None else Fraction(str(each)) for each in (least, most))
    return Possible(least=lo, most=hi)


KILOS = LimitRule(question="weight", unit="kg", at_least=Fraction(45), at_most=Fraction(80))
POUNDS = LimitRule(question="weight", unit="[lb_av]", at_least=Fraction(100))
CLOSE = replace(KILOS, margin=Fraction(5))
ADULTS = AgeRule(question="age", least=18, most=65)
INFANTS = AgeRule(question="age", most=18, unit="months")
DOSE = DailyDoseRule(dose="metformin_dose", of="metformin", at_most=Fraction(2000))
WINDOW = WindowRule(question="fall_when", years=5)
MANY: tuple[Rule, ...] = (
    ChoiceRule(question="walk", findings={}),
    AnyRule(rules=(AllRule(rules=(KILOS,)),)),
    BmiRule(weight="weight", height="height", below=Fraction(30)),
    RatioRule(dose="metformin_dose", weight="weight", below=Fraction(1)),
    IntervalRule(start="diagnosis_when", end="surgery_when", unit="days", at_least=Fraction(3)),
)


@pytest.mark.parametrize(
    ("question", "possible", "rule", "told"),
    [
        ("weight", spans(300, 20), KILOS, "its least is 300 and its most 20"),
        ("weight", spans(500), KILOS, "its least is 500 and its most 250"),
        ("weight", spans(45), KILOS, "give, in kg, least = 42 or fewer."),
        ("weight", spans(60), KILOS, "least = 42 or fewer."),
        ("weight", spans(44), KILOS, "least = 42 or fewer."),
        ("weight", spans(42), KILOS, ""),
        ("weight", spans(42), CLOSE, "least = 38 or fewer."),
        ("weight", spans(44), POUNDS, "least = 43 or fewer."),
        ("weight", spans(None, 80), KILOS, "give, in kg, most = 84 or more."),
        ("weight", spans(40, 90), KILOS, ""),
        ("weight", spans(25, 250), KILOS, ""),
        ("age", spans(18, 120), ADULTS, "give, in years, least = 17 or fewer."),
        ("age", spans(17, 120), ADULTS, ""),
        ("age", spans(None, 65), ADULTS, "most = 66 or more."),
        ("age", spans(18), INFANTS, "least = 1 or fewer."),
        ("metformin_dose", spans(None, 1000), DOSE, "give, in mg, most = 2100 or more."),
        ("fall_when", spans(None, 3), WINDOW, "give, in years, most = 6 or more."),
        ("alt", spans(50), replace(KILOS, question="alt", times="alt_limit"), ""),
    ],
)
def test_what_is_possible_leaves_room_on_both_sides_of_a_limit(
    question: str, possible: Possible, rule: Rule, told: str
) -> None:
    found = limited(question, possible, rule)
    assert told in found
    assert bool(told) is bool(found)


def test_a_limit_within_other_rules_or_in_a_condition_is_one_too() -> None:
    assert "least = 42 or fewer" in limited("weight", spans(50), *MANY)
    heavy = NumberIs(question="weight", unit="kg", at_least=Fraction(150))
    assert "most = 158 or more" in limited("weight", spans(None, 150), asks=heavy)


def test_room_on_both_sides_is_nothing_to_tell_of() -> None:
    weight = with_possible("weight", least=10, most=300)
    questions = tuple(weight if each.id == "weight" else each for each in THIRD.questions)
    assert [*possible_problems(replace(THIRD, questions=questions))] == []


def test_the_gate_hears_of_whoever_is_younger() -> None:
    assert "least = 17 or fewer" in limited("age", spans(18))
    age = replace(CHILDREN.question("age"), possible=spans(None, 17))
    children = replace(CHILDREN, questions=(age,), criteria=())
    assert [*possible_problems(children)] == []


def test_a_flow_in_which_nothing_is_possible_is_not_opened() -> None:
    weight = with_possible("weight", least=300, most=20)
    questions = tuple(weight if each.id == "weight" else each for each in THIRD.questions)
    assert any("its least is 300" in each for each in problems(replace(THIRD, questions=questions)))


@pytest.mark.parametrize("unit", ["mL/min/{1.73_m2}", "{copies}/mL", "{ULN}"])
def test_the_code_of_a_unit_may_have_braces(unit: str) -> None:
    rule = LimitRule(question="clearance", unit=unit, at_least=Fraction(60))
    criterion = replace(THIRD.criteria[0], rule=rule, numbers={f"60 {unit}": "It is so."})
    asks = NumberIs(question="clearance", unit=unit, above=Fraction(3))
    last = replace(THIRD.questions[-1], asked_if=(asks,))
    flow = replace(THIRD, criteria=(criterion,), questions=(THIRD.questions[0], last))
    assert [*brace_problems(flow)] == []
    shown = replace(criterion, plain=Text(patient="Up to 60 {ULN}.", caregiver="Up to 60 {ULN}."))
    found = [*brace_problems(replace(flow, criteria=(shown,)))]
    assert found == [f'[criterion "{criterion.id}"] plain: a brace would be shown. Take it out.']
