"""The age gate belongs to the program: no health question to a minor, whatever a flow says."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from random_people import converse

from prescreen.dialog.dialog import Dialog, Script
from prescreen.dialog.states import OPENING
from prescreen.flow.gate import gate_of, gate_problems, may_be_minor
from prescreen.flow.load import load
from prescreen.flow.model import AgeRule, Flow, MayBeMinor
from prescreen.values import Age, Blank, Days, Picked, Value

TODAY = date(2026, 11, 23)
SECOND = load(Path(__file__).parent / "data" / "flows" / "second.toml")
THIRD = load(Path(__file__).parent / "data" / "flows" / "third.toml")


def unstopped(flow: Flow) -> Flow:
    """The flow without a word of where it stops."""
    questions = (replace(each, stop_on=()) for each in flow.questions)
    criteria = (replace(each, stops=False) for each in flow.criteria)
    return replace(flow, questions=tuple(questions), criteria=tuple(criteria))


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


@pytest.mark.parametrize("age", YOUNG)
@pytest.mark.parametrize("flow", [SECOND, THIRD], ids=["second", "third"])
@pytest.mark.parametrize("caregiver", [False, True])
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


@pytest.mark.parametrize("seed", range(40))
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
    flow = THIRD
    asks = tuple(
        replace(each, asked_if=(MayBeMinor(may_be_minor=True),)) if each.id == "adult" else each
        for each in flow.questions
    )
    flow = unstopped(replace(flow, questions=asks))
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
