"""What is wrong with a rule over several answers is said with the way to mend it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from rows import each_row

from prescreen.dialog.states import LANGUAGE, LEFT, NOTICE, REVIEW, STAFF, STUDY, VOICE
from prescreen.flow.links import problems
from prescreen.flow.load import load
from prescreen.flow.model import (
    AgeRule,
    AnyOf,
    BmiRule,
    DailyDoseRule,
    IntervalRule,
    MayBeMinor,
    Rule,
)
from prescreen.flow.rules import leading_to
from prescreen.reading import read_child_age, read_measure
from prescreen.values import Refusal
from prescreen.verdict import Outcome

FLOW = load(Path(__file__).parent / "data" / "flows" / "third.toml")
THREE = Fraction(3)
WRONG: tuple[tuple[str, Rule, str], ...] = (
    (
        "M",
        DailyDoseRule(dose="metformin_dose", of="water", at_least=THREE),
        'there is no row of [drug] called "water"; valid: metformin.',
    ),
    (
        "M",
        DailyDoseRule(dose="metformin_dose", reference_mg=THREE, at_least=THREE),
        'equivalents are of a drug; name it with "drug" or "of".',
    ),
    (
        "M",
        DailyDoseRule(dose="metformin_dose", of="metformin", reference_mg=THREE, at_least=THREE),
        '[drug] metformin has no "equal_mg", which equivalents need; add it.',
    ),
    (
        "G",
        IntervalRule(
            start="diagnosis_when", end="surgery_when", unit="months", at_least=Fraction(1, 2)
        ),
        "an interval counts whole units and has no margin; give whole numbers.",
    ),
    (
        "G",
        IntervalRule(start="fall_when", end="fall_when", unit="days", at_least=THREE),
        "from and to are the same question; name two.",
    ),
    (
        "G",
        IntervalRule(start="fall_day", end="surgery_when", unit="days", at_least=THREE),
        'there is no question of kind when or age called "fall_day"; did you mean "fall_when"?',
    ),
    (
        "A",
        AgeRule(question="birth"),
        'there is no question of kind age called "birth"; valid: age.',
    ),
    (
        "B",
        BmiRule(weight="weight", height="weight", below=THREE),
        'there is no number of quantity height called "weight"; did you mean "height"?',
    ),
)


@each_row(("criterion", "rule", "said"), WRONG)
def test_a_rule_that_can_not_be_read_is_told_of(criterion: str, rule: Rule, said: str) -> None:
    criteria = (
        replace(each, rule=rule) if each.id == criterion else each for each in FLOW.criteria
    )
    found = problems(replace(FLOW, criteria=tuple(criteria)))
    assert f'[criterion "{criterion}"] rule: {said}' in found


def test_of_two_choices_one_is_over_the_other() -> None:
    walk = FLOW.question("walk")
    yes, no = walk.choices
    choices = (replace(yes, over=("no",)), replace(no, over=("yes", "perhaps")))
    asked = [replace(each, choices=choices) if each == walk else each for each in FLOW.questions]
    found = problems(replace(FLOW, questions=tuple(asked)))
    assert [each.partition('"walk"] ')[2] for each in found if '"walk"' in each] == [
        'choice "yes": over "no", which is over this one; remove one.',
        'choice "no": over "yes", which is over this one; remove one.',
        'choice "no": over "perhaps" is no other choice of this question.',
    ]


def test_whoever_may_be_a_minor_is_known_by_the_age() -> None:
    asks = AnyOf(any=(MayBeMinor(may_be_minor=True),))
    question = replace(FLOW.question("walk"), asked_if=(asks,))
    assert [*leading_to(FLOW, question)] == ["age"]


def test_an_age_beyond_the_calendar_is_refused() -> None:
    today = date(2026, 11, 23)
    assert isinstance(read_child_age("99999 months", today), Refusal)
    assert isinstance(read_child_age("999999999 days", today), Refusal)


def test_feet_and_inches_are_whole_and_fit() -> None:
    for text in ("5 ft 5-6 inches", "5 ft 13 inches", "1 inch 3 ft"):
        assert isinstance(read_measure(text, "height"), Refusal)


@each_row("page", [LANGUAGE, STUDY, VOICE, NOTICE, REVIEW, STAFF, LEFT, *Outcome])
def test_no_question_is_called_as_a_page(page: str) -> None:
    first, *others = FLOW.questions
    found = problems(replace(FLOW, questions=(first, replace(others[0], id=page), *others[1:])))
    assert f'[question "{page}"] this id is the name of a page; take another.' in found
