"""Going back, changing an answer, and what a change brings with it."""

import pytest
from cases import TODAY, fitting, shipped
from limits import as_long_as

from prescreen.dialog.dialog import Dialog
from prescreen.dialog.drugs import tablet_of
from prescreen.values import Blank, Picked, Value


def _held(**changes: str) -> Dialog:
    """A conversation of somebody who fits but for these answers, as far as they go."""
    dialog = Dialog(shipped().script, TODAY)
    for _ in range(3):
        dialog.forward()
    said = {step: attempts[-1] for step, attempts in fitting().items()}
    said |= {step.replace("__", "."): text for step, text in changes.items()}
    for _ in as_long_as(lambda: dialog.question and dialog.state in said):
        assert dialog.answer(said[dialog.state]) is None, dialog.state
    return dialog


def _change(dialog: Dialog, step: str, text: str) -> None:
    dialog.revise(step)
    assert dialog.answer(text) is None


def test_after_the_last_answer_everything_can_be_looked_over() -> None:
    dialog = _held()
    assert dialog.state == "review"
    dialog.forward()
    assert dialog.state == "likely_eligible"


def test_a_lasting_answer_ends_without_the_review() -> None:
    assert _held(lupus="no").state == "not_this_study"


def test_a_change_that_opens_nothing_returns_to_the_review() -> None:
    dialog = _held()
    _change(dialog, "cmv", "not_tested")
    assert dialog.state == "review"


def test_a_change_asks_only_what_became_new() -> None:
    dialog = _held()
    _change(dialog, "ivig", "yes")
    assert dialog.state == "ivig_when"
    assert dialog.answer("2026-05") is None
    assert dialog.state == "ivig_when.narrow"
    assert dialog.answer("before") is None
    assert dialog.state == "review"


def test_a_change_can_end_the_conversation() -> None:
    dialog = _held()
    _change(dialog, "lupus", "skin_only")
    assert dialog.state == "not_this_study"


def test_a_change_after_an_early_end_goes_on_where_it_stopped() -> None:
    dialog = _held(lupus="no")
    dialog.check()
    _change(dialog, "lupus", "confirmed")
    assert dialog.state == "cmv"


def test_an_answer_that_is_off_the_path_comes_back_with_the_path() -> None:
    dialog = _held(ivig="yes", ivig_when="2020")
    _change(dialog, "ivig", "no")
    assert "ivig_when" not in dialog.route.steps
    _change(dialog, "ivig", "yes")
    assert dialog.state == "review"
    assert "ivig_when" in dialog.route.steps


def test_going_back_to_the_first_question_and_forth_keeps_every_answer() -> None:
    dialog = _held(regimen="hard")
    kept = {step: dialog.value(step) for step in dialog.route.steps}
    for _ in as_long_as(lambda: dialog.state != "age"):
        assert dialog.back()
    for _ in as_long_as(lambda: dialog.state != "review"):
        dialog.forward()
    assert {step: dialog.value(step) for step in dialog.route.steps} == kept


def test_going_on_without_an_answer_stays_at_the_question() -> None:
    dialog = Dialog(shipped().script, TODAY)
    for _ in range(5):
        dialog.forward()
    assert dialog.state == "age"


def test_another_drug_makes_the_dose_a_new_question() -> None:
    dialog = _held(steroid_drug="cortisone", steroid_dose="2 tablets", steroid_strength="5 mg")
    _change(dialog, "steroid_drug", "deflazacort")
    assert dialog.value("steroid_dose") is None
    assert dialog.value("steroid_strength") is None
    assert dialog.state == "steroid_dose"


def test_the_same_drug_again_keeps_the_dose() -> None:
    dialog = _held()
    _change(dialog, "steroid_drug", "prednisone")
    assert dialog.state == "review"


@pytest.mark.parametrize(
    ("question", "opens", "first", "reply", "second"),
    [
        ("ivig", "yes", "2026-05", "since", "2026"),
        ("cancer", "past", "2021-11", "since", "2021"),
        ("other_trial", "before", "2026-08", "before", "2026"),
    ],
)
def test_another_span_of_days_is_narrowed_anew(
    question: str, opens: str, first: str, reply: str, second: str
) -> None:
    step = f"{question}_when"
    dialog = _held(**{question: opens, step: first, f"{step}__narrow": reply})
    _change(dialog, step, second)
    assert dialog.state == f"{step}.narrow"
    assert dialog.value(f"{step}.narrow") is None


def test_another_age_is_narrowed_anew() -> None:
    dialog = _held(age="2008", age__narrow="18")
    _change(dialog, "age", "1960")
    assert dialog.state == "age.narrow"


def test_the_boundary_day_of_a_narrowing_question_is_the_first_still_inside() -> None:
    dialog = _held(ivig="yes", ivig_when="2026-05")
    edge = dialog.edge(dialog.state)
    assert edge is not None
    assert edge.day is not None
    assert edge.day.isoformat() == "2026-05-23"


def test_unsure_and_private_are_kept_as_what_they_are() -> None:
    dialog = _held(cmv="unsure", infections="private")
    assert dialog.value("cmv") is Blank.UNSURE
    assert dialog.value("infections") is Blank.PRIVATE


def test_ticks_are_kept_in_the_order_of_the_question() -> None:
    assert _held(organs="liver+heart").value("organs") == Picked(("heart", "liver"))


@pytest.mark.parametrize("way", [Dialog.restart, Dialog.leave])
def test_starting_again_and_leaving_forget_everything(way: object) -> None:
    dialog = _held()
    assert callable(way)
    way(dialog)
    assert dialog.route.steps == ()
    assert dialog.value("age") is None
    assert not dialog.findings


def test_nothing_that_was_answered_stands_in_a_printed_value() -> None:
    dialog = _held(weight="61 kg")
    assert "61" not in repr(dialog.value("weight"))
    assert "1986" not in repr(dialog.value("age"))
    assert "prednisone" not in repr(dialog.value("steroid_drug"))


@pytest.mark.parametrize("named", [None, Blank.UNSURE, Picked(("other",))])
def test_a_tablet_of_no_known_drug_has_no_known_strength(named: Value | None) -> None:
    flow = shipped().script.plan.flow
    view = {"steroid_drug": named} if named else {}
    assert tablet_of(flow, flow.question("steroid_dose"), view) is None
