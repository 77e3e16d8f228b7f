"""What is wrong with a rule over several answers is said with the way to mend it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from rows import each_row

from prescreen.flow.asked_if import leading_to
from prescreen.flow.fields import CONDITIONS, condition_of
from prescreen.flow.links import problems
from prescreen.flow.load import load
from prescreen.flow.model import (
    AgeRule,
    AnyOf,
    BmiRule,
    DailyDoseRule,
    Flow,
    IntervalRule,
    MayBeMinor,
    NothingAgainst,
    Rule,
    WindowRule,
)
from prescreen.flow.placeholders import brace_problems
from prescreen.flow.question_order import order_problems
from prescreen.flow.states import LANGUAGE, LEFT, NOTICE, REVIEW, STAFF, STUDY, VOICE
from prescreen.flow.trial import Text
from prescreen.reading import read_child_age, read_measure
from prescreen.values import Refusal
from prescreen.verdict import Outcome, early_outcomes

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


def with_rule(flow: Flow, rule: Rule) -> Flow:
    """The flow with one criterion, and this rule for it."""
    return replace(flow, criteria=(replace(flow.criteria[0], rule=rule),))


WEIGHT = replace(FLOW, questions=(FLOW.question("age"), FLOW.question("weight")))


@each_row(
    ("rule", "said"),
    [
        (
            WindowRule(question="weight", months=3),
            '"weight" is of kind "number", and this rule reads one of kind when; write such a '
            "question.",
        ),
        (
            AgeRule(question="weight", least=3),
            'there is no question of kind age called "weight"; valid: age.',
        ),
        (
            BmiRule(weight="weight", height="weight", below=THREE),
            'another question of kind "number" with quantity = "height" is needed here, and not '
            '"weight"; write one.',
        ),
    ],
)
def test_a_question_of_another_kind_is_named_once(rule: Rule, said: str) -> None:
    found = problems(with_rule(WEIGHT, rule))
    assert found == [f'[criterion "{FLOW.criteria[0].id}"] rule: {said}']


def test_a_gate_on_more_than_its_one_condition_is_told_of() -> None:
    either = AnyOf(any=(MayBeMinor(may_be_minor=True),))
    questions = [
        replace(each, asked_if=(either,)) if each.id == "adult" else each for each in FLOW.questions
    ]
    rule = AgeRule(question="age", least=50)
    found = problems(
        replace(with_rule(FLOW, rule), questions=tuple(questions[:2]), protocol={"age": "Age."})
    )
    assert any("its one condition is may_be_minor = true, by itself" in each for each in found)


def test_nothing_against_is_found_inside_another_condition_too() -> None:
    asks = AnyOf(any=(NothingAgainst(nothing_against=True),))
    questions = (replace(e, asked_if=(asks,)) if e.id == "alt" else e for e in FLOW.questions)
    found = order_problems(replace(FLOW, questions=tuple(questions)))
    assert any("asked_if: nothing_against would leave" in each for each in found)


def test_a_condition_is_told_by_all_its_keys_and_not_by_the_first() -> None:
    for condition, keys in CONDITIONS.items():
        needed = {key for key, always in keys.items() if always}
        for more in (keys.keys() - needed, *({key} for key in keys.keys() - needed)):
            assert condition_of(dict.fromkeys(more | needed, "")) is condition


def test_an_early_end_is_likely_only_where_one_criterion_is_all() -> None:
    early = {Outcome.NOT_THIS_STUDY, Outcome.NOT_NOW, Outcome.ASK_SITE}
    assert {*early_outcomes(FLOW)} == early
    one = replace(FLOW, criteria=FLOW.criteria[:1])
    assert {*early_outcomes(one)} == early | {Outcome.LIKELY_ELIGIBLE}


def test_the_day_of_an_interval_is_narrowed_at_the_later_question() -> None:
    first = FLOW.question("diagnosis_when")
    text = Text(patient="Before {day}?", caregiver="Before {day}?")
    questions = (replace(first, narrow=text) if e is first else e for e in FLOW.questions)
    assert [*brace_problems(replace(FLOW, questions=tuple(questions)))] == [
        '[question "diagnosis_when"] narrow: it would never be put, for the interval settles the '
        'later day, "surgery_when". Move it there.'
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
