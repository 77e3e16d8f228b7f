"""The age gate belongs to the program: no health question to a minor, whatever a flow says."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from random_people import converse
from rows import each_row

from prescreen.check.minors import minor_problems
from prescreen.check.proof import prove
from prescreen.dialog.dialog import Dialog, Script
from prescreen.flow.gate import Gate, gate_of, gate_problems, is_minor, may_be_minor
from prescreen.flow.load import load
from prescreen.flow.messages import flow_messages
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    BmiRule,
    Flow,
    MayBeMinor,
    Rule,
    WindowRule,
)
from prescreen.flow.states import OPENING
from prescreen.flow.trial import Text
from prescreen.language.catalogs import Language
from prescreen.language.voices import Voice
from prescreen.page.audiences import audience_messages, audience_of
from prescreen.page.results import blocks
from prescreen.page.speech import Speech
from prescreen.page.words import Words, software_messages
from prescreen.values import Age, Blank, Days, Picked, Value

TODAY = date(2026, 11, 23)
SECOND = load(Path(__file__).parent / "data" / "flows" / "second.toml")
THIRD = load(Path(__file__).parent / "data" / "flows" / "third.toml")
ADULT = Text(
    patient="Are you an adult, 18 or older?",
    caregiver="Is the person you care for an adult, 18 or older?",
)


def unstopped(flow: Flow) -> Flow:
    """The flow without a word of where it stops."""
    questions = (replace(each, stop_on=()) for each in flow.questions)
    criteria = (replace(each, stops=False) for each in flow.criteria)
    return replace(flow, questions=tuple(questions), criteria=tuple(criteria))


def only_most(flow: Flow) -> Flow:
    """The flow as if it had no least age."""
    criteria = (
        replace(each, rule=replace(each.rule, least=None, most=70, if_open=None))
        if isinstance(each.rule, AgeRule)
        else each
        for each in flow.criteria
    )
    return replace(flow, criteria=tuple(criteria))


def asking_adults(flow: Flow) -> Flow:
    """The flow with its second question put where the age leaves it open who is an adult."""
    return with_adult(flow, asked_if=(MayBeMinor(may_be_minor=True),), ask=ADULT)


def with_adult(flow: Flow, **changes: object) -> Flow:
    """The flow with these changes to its second question."""
    adult = replace(flow.question("adult"), **changes)  # type: ignore[arg-type]
    return replace(flow, questions=tuple(adult if e.id == "adult" else e for e in flow.questions))


def result(dialog: Dialog) -> list[str]:
    """All that the page of a result says."""
    flow = dialog.flow
    said = (*software_messages(), *audience_messages(), *flow_messages(flow, "test0002"))
    language = Language("en", {(each.context, each.text): each.text for each in said})
    audience = audience_of(flow.trial.participants)
    speech = Speech(language, Voice.PATIENT, "test0002", audience)
    return [each.text for each in blocks(dialog, speech, None, revealed=False)]


def begun(flow: Flow, *said: Value, caregiver: bool = False) -> Dialog:
    dialog = Dialog(Script.of(flow), TODAY)
    dialog.answered_by(caregiver=caregiver)
    for _ in OPENING:
        dialog.forward()
    for value in said:
        dialog.take(value)
    return dialog


YOUNG: tuple[Value, ...] = (
    Age(17, 17),
    Age(5, 5),
    Age(0, 0, Days(date(2008, 11, 24), date(2008, 11, 24))),
)


@each_row("age", YOUNG)
@each_row("flow", [SECOND, THIRD])
@each_row("caregiver", [False, True])
def test_a_minor_is_put_no_question_though_the_flow_does_not_stop(
    flow: Flow, age: Value, caregiver: bool
) -> None:
    dialog = begun(unstopped(flow), age, caregiver=caregiver)
    assert dialog.at_outcome
    assert dialog.route.put == ("age",)


def test_an_adult_goes_on() -> None:
    of_age = Age(0, 0, Days(date(2008, 11, 23), date(2008, 11, 23)))
    assert begun(unstopped(SECOND), of_age).state == "cough"
    assert begun(unstopped(SECOND), Age(18, 18)).state == "cough"


@pytest.mark.parametrize("said", [Picked(("no",)), Blank.UNSURE])
def test_who_may_be_a_minor_goes_on_after_a_yes_only(said: Value) -> None:
    flow = unstopped(THIRD)
    assert begun(flow, Blank.UNSURE, Picked(("yes",))).state == "diagnosis_when"
    stopped = begun(flow, Blank.UNSURE, said)
    assert stopped.at_outcome
    assert stopped.route.put == ("age", "adult")


def test_where_the_flow_asks_nothing_more_an_open_age_ends_the_conversation() -> None:
    dialog = begun(unstopped(SECOND), Blank.UNSURE)
    assert dialog.state == "ask_site"


@each_row("seed", range(40))
def test_random_conversations_put_nothing_to_a_minor(seed: int) -> None:
    for flow in (unstopped(SECOND), unstopped(THIRD)):
        dialog = converse(Script.of(flow), TODAY, Random(seed))
        gate = gate_of(flow)
        assert gate is not None
        if may_be_minor(gate, dialog.route.view, TODAY):
            assert set(dialog.route.put) <= {"age", "age.narrow", "adult"}


def test_a_child_goes_on_where_a_parent_answers() -> None:
    flow = unstopped(SECOND)
    both = replace(flow, trial=replace(flow.trial, participants=("patients", "children")))
    assert begun(both, Age(5, 5), caregiver=True).state == "cough"
    assert begun(both, Age(5, 5)).at_outcome
    children = replace(flow, trial=replace(flow.trial, participants=("children",)))
    assert begun(children, Age(5, 5)).state == "cough"


def test_a_condition_may_ask_whether_somebody_is_an_adult() -> None:
    flow = unstopped(asking_adults(THIRD))
    assert [*gate_problems(flow)] == []
    assert begun(flow, Age(17, 18)).state == "adult"
    assert begun(flow, Blank.UNSURE).state == "adult"
    assert begun(flow, Age(60, 60)).state == "diagnosis_when"


def test_a_flow_without_an_age_or_with_it_in_another_place_is_refused() -> None:
    age, adult, *others = THIRD.questions
    none = replace(THIRD, questions=(adult, *others))
    [told] = gate_problems(none)
    assert "no question asks for the age" in told
    late = replace(THIRD, questions=(others[0], age, adult, *others[1:]))
    assert any("stands before" in each for each in gate_problems(late))
    apart = replace(THIRD, questions=(age, others[0], adult, *others[1:]))
    assert any("has to come right after" in each for each in gate_problems(apart))


def test_a_flow_that_takes_minors_names_children() -> None:
    young = tuple(
        replace(each, rule=AgeRule(question="age", least=12)) if each.id == "A" else each
        for each in SECOND.criteria
    )
    flow = replace(SECOND, criteria=young)
    assert any("takes people under 18" in each for each in gate_problems(flow))
    trial = replace(flow.trial, participants=("patients", "children"))
    assert [*gate_problems(replace(flow, trial=trial))] == []


@pytest.mark.parametrize(
    ("age", "told"),
    [
        (AgeRule(question="age", least=42, most=90, unit="days"), True),
        (AgeRule(question="age", least=12, most=18), False),
    ],
)
def test_a_flow_that_takes_children_alone_names_no_adults(age: AgeRule, told: bool) -> None:
    criteria = (replace(each, rule=age) if each.id == "A" else each for each in SECOND.criteria)
    trial = replace(SECOND.trial, participants=("volunteers", "children"))
    flow = replace(SECOND, trial=trial, criteria=tuple(criteria))
    assert any("takes nobody of 18" in each for each in gate_problems(flow)) is told


@pytest.mark.parametrize("age", YOUNG)
def test_no_yes_makes_an_adult_of_somebody_who_has_said_a_younger_age(age: Age) -> None:
    """The flow neither stops nor has a least age, and asks whether somebody may be an adult."""
    flow = unstopped(asking_adults(only_most(THIRD)))
    assert [*gate_problems(flow)] == []
    told = begun(flow, age)
    assert told.at_outcome
    assert told.route.put == ("age",)
    gate = gate_of(flow)
    assert gate is not None
    view: dict[str, Value] = {"age": age, "adult": Picked(("yes",))}
    assert may_be_minor(gate, view, TODAY)
    opened = begun(flow, Age(17, 18), Picked(("yes",)))
    assert opened.state == "diagnosis_when"


def test_who_is_under_18_is_handed_to_a_parent_where_children_take_part() -> None:
    flow = unstopped(asking_adults(only_most(THIRD)))
    mixed = replace(flow, trial=replace(flow.trial, participants=("patients", "children")))
    young = begun(mixed, Age(14, 14))
    assert young.route.put == ("age",)
    assert any(Words.ASK_PARENT.text.patient in each for each in result(young))
    assert begun(mixed, Age(14, 14), caregiver=True).state == "diagnosis_when"
    alone = result(begun(flow, Age(14, 14)))
    assert not any(Words.ASK_PARENT.text.patient in each for each in alone)
    assert Words.OPEN_POINTS.text.patient not in alone


def test_check_goes_every_way_to_the_first_question_behind_the_gate(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    flow = unstopped(asking_adults(only_most(THIRD)))
    mixed = replace(flow, trial=replace(flow.trial, participants=("patients", "children")))
    assert minor_problems(Script.of(mixed).plan, TODAY) == []
    assert minor_problems(Script.of(mixed).parents, TODAY) == []

    def by_yes(gate: Gate, view: Mapping[str, Value], today: date) -> bool:
        return may_be_minor(gate, view, today) and view.get("adult") != Picked(("yes",))

    def minors_too(gate: Gate, view: Mapping[str, Value], today: date) -> bool | None:
        return None if is_minor(gate, view, today) else is_minor(gate, view, today)

    monkeypatch.setattr("prescreen.dialog.asking.is_minor", minors_too)
    monkeypatch.setattr("prescreen.dialog.route.may_be_minor", by_yes)
    (problem, *_) = prove(mixed).problems
    assert "is put to somebody who may be under 18" in problem


def same(text: str) -> Text:
    return Text(patient=text, caregiver=text)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"ask": ADULT}, ""),
        ({"ask": same("Are you 50 or older?")}, ""),
        ({"ask": same("Is the person you answer for 50 or older?")}, ""),
        ({"ask": same("Do you have HIV?")}, 'write ask.patient = "Are you an adult, 18 or older?"'),
        ({"ask": replace(ADULT, caregiver="Is she ill?")}, "write ask.caregiver = "),
        ({"ask": same("Are you 17 or older?")}, "asks for no more than the age"),
        ({"note": same("Say yes if you are ill.")}, "take out help, note and unsure"),
        ({"unsure": same("I am ill")}, "take out help, note and unsure"),
    ],
)
def test_the_words_that_open_the_gate_are_the_program_s(
    changes: dict[str, object], told: str
) -> None:
    found = " ".join(gate_problems(with_adult(THIRD, **changes)))
    assert told in found
    assert bool(told) is bool(found)


@each_row(
    ("changes", "told"),
    [
        ({"ask": same("Do you have HIV?")}, 'ask.patient = "How old are you, in full years?"'),
        ({"narrow": same("Is it HIV?")}, 'narrow = "What is your full birth date?"'),
        ({"help": same("Also say if you have HIV.")}, 'help = "Count full years'),
        ({"note": same("Say if you have HIV.")}, "take out note and unsure."),
        ({"help": None, "narrow": None}, ""),
    ],
)
def test_the_question_before_the_gate_asks_for_the_age_alone(
    changes: Mapping[str, object], told: str
) -> None:
    first, *others = THIRD.questions
    changed = replace(THIRD, questions=(replace(first, **changes), *others))  # type: ignore[arg-type]
    said = [*gate_problems(changed)]
    assert bool(said) is bool(told)
    assert all(told in each or "caregiver" in each for each in said)


def test_the_answers_that_open_the_gate_are_the_program_s() -> None:
    yes, no = THIRD.question("adult").choices
    ill = with_adult(THIRD, choices=(replace(yes, label=same("Yes, I am ill")), no))
    assert [*gate_problems(ill)] == [
        '[question "adult"] opens the age gate; give its choice "yes" the label "Yes".'
    ]


GROWN, YOUNG_ONES = AgeRule(question="age", least=18, most=65), AgeRule(question="age", most=11)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (GROWN, True),
        (AgeRule(question="age", least=216, unit="months"), True),
        (AllRule(rules=(YOUNG_ONES, GROWN)), True),
        (AnyRule(rules=(GROWN, GROWN)), True),
        (AnyRule(rules=(YOUNG_ONES, GROWN)), False),
        (YOUNG_ONES, False),
        (
            AllRule(rules=(WindowRule(question="w", months=1), BmiRule(weight="k", height="h"))),
            False,
        ),
    ],
)
@pytest.mark.parametrize("others", [(), ("patients",)])
def test_where_no_child_can_take_part_children_are_not_named(
    rule: Rule, told: bool, others: tuple[str, ...]
) -> None:
    criteria = (replace(each, rule=rule) if each.id == "A" else each for each in SECOND.criteria)
    trial = replace(SECOND.trial, participants=("children", *others))  # type: ignore[arg-type]
    flow = replace(SECOND, trial=trial, criteria=tuple(criteria))
    assert any('take "children" out' in each for each in gate_problems(flow)) is told
