"""Whatever a person does in whatever order, the conversation holds together."""

from __future__ import annotations

import re
from functools import cache
from random import Random
from typing import Any

import pytest
from cases import TODAY, fitting, shipped, talk
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from limits import as_long_as
from offering import MAYBE, offering
from people import PICKS, someone
from rows import each_row

from prescreen.check.graph import mermaid
from prescreen.dialog.dialog import Dialog
from prescreen.dialog.machine import steps
from prescreen.flow.states import LEFT, STAFF
from prescreen.reading import read_assent
from prescreen.values import Offer, Value
from prescreen.verdict import Outcome

STEPS = steps(shipped().script.plan)

# Ways to answer each kind of question: taken, narrowed, refused.
AGES = ("45", "1986-05-03", "2008", "2008-11-23", "2008-11", "1960", "1960-11-24", "17", "65", "90")
DAYS = ("2020", "2026-05", "2026-05-22", "2026-05-23", "2026-08-31", "2021-11", "2026")
TYPED = {
    "age": AGES,
    "weight": ("60 kg", "100 jin", "99.2 lb", "42 kg", "60"),
    "steroid_drug": ("prednisone", "cortisone", "methylprednisolone", "other"),
    "steroid_dose": ("8 tablets", "10 tablets", "60 mg", "8"),
    "steroid_strength": ("4 mg", "25 mg", "1 tablet"),
    "organs": ("none", "heart", "heart+liver", "heart+none"),
}
ALWAYS = ("unsure", "private", "three cats", "")


@cache
def _arrows() -> dict[str, dict[str, set[str]]]:
    """For each state and trigger the states that `graph` prints as reachable."""
    names = {state.replace(".", "_"): state for state in shipped().script.machine.states}
    found: dict[str, dict[str, set[str]]] = {state: {} for state in names.values()}
    for source, dest, trigger in re.findall(r"(\w+) --> (\w+): (\w+)", mermaid(shipped().script)):
        found[names[source]].setdefault(trigger, set()).add(names[dest])
    return found


class Watched(Dialog):
    """A conversation whose every change of state is noted."""

    def __init__(self) -> None:
        self.moves: list[tuple[str, str]] = []
        self._here = ""
        super().__init__(shipped().script, TODAY)

    @property
    def state(self) -> str:
        return self._here

    @state.setter
    def state(self, state: str) -> None:
        if self._here:
            self.moves.append((self._here, state))
        self._here = state

    @property
    def kept(self) -> dict[str, Value]:
        """Every answer, whether or not it counts."""
        return {step: value for step in STEPS if (value := self.value(step)) is not None}


def _texts(step: str) -> tuple[str, ...]:
    question = step.removesuffix(".narrow")
    if question in PICKS:
        return (*PICKS[question].split(), *ALWAYS)
    if step.endswith("_when.narrow"):
        return ("before", "since", *DAYS, *ALWAYS)
    return (*TYPED.get(question, DAYS), *ALWAYS)


class Conversation(RuleBasedStateMachine):
    """Somebody who answers, goes back, looks over it, changes, starts again and leaves."""

    @initialize(answered=st.integers(0, len(STEPS)))
    def begin(self, answered: int) -> None:
        self.dialog = Watched()
        self.typed: dict[str, str] = {}
        self.maybe = ""
        for _ in range(3):
            self.dialog.forward()
        self.answer_like_one_who_fits(answered)

    def _can(self, trigger: str) -> bool:
        return trigger in _arrows()[self.dialog.state]

    def _without_loss(self, act: Any) -> None:
        kept = self.dialog.kept
        act()
        assert self.dialog.kept == kept

    def _answer(self, text: str) -> None:
        step, kept, offered = self.dialog.state, self.dialog.kept, self.dialog.offered
        takes_up = offered is not None and read_assent(text) == "yes"
        with offering():
            untaken = self.dialog.answer(text)
        if untaken is None:
            self.typed[step] = self.maybe if takes_up else text
            assert self.dialog.offered is None
        else:
            assert self.dialog.state == step
            assert self.dialog.kept == kept
            assert (self.dialog.offered is not None) == isinstance(untaken, Offer)
        self.maybe = text.removeprefix(MAYBE)

    @precondition(lambda self: self.dialog.question)
    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        self._answer(data.draw(st.sampled_from(_texts(self.dialog.state))))

    @precondition(lambda self: self.dialog.question)
    @rule(data=st.data(), reply=st.sampled_from(("yes", "no", "对", "不对", "")))
    def answer_in_doubt(self, data: st.DataObject, reply: str) -> None:
        """Type what is only offered, and answer that or leave it standing."""
        self._answer(MAYBE + data.draw(st.sampled_from(_texts(self.dialog.state))))
        if reply and self.dialog.offered is not None:
            self._answer(reply)

    @invariant()
    def an_offer_stands_at_a_question_only(self) -> None:
        assert self.dialog.offered is None or self.dialog.question is not None

    @precondition(lambda self: self.dialog.question)
    @rule(count=st.integers(1, len(STEPS)))
    def answer_like_one_who_fits(self, count: int) -> None:
        for _ in range(count):
            if self.dialog.question:
                self._answer(fitting().get(self.dialog.state, ("unsure",))[0])

    @rule()
    def back(self) -> None:
        state = self.dialog.state
        moved: list[bool] = []
        self._without_loss(lambda: moved.append(self.dialog.back()))
        assert moved[0] == (self.dialog.state != state)

    @precondition(lambda self: self._can("forward"))
    @rule()
    def forward(self) -> None:
        self._without_loss(self.dialog.forward)

    @precondition(lambda self: self._can("check"))
    @rule()
    def check(self) -> None:
        self._without_loss(self.dialog.check)
        assert self.dialog.state == "review"

    @precondition(lambda self: self._can("revise"))
    @rule(data=st.data())
    def revise(self, data: st.DataObject) -> None:
        route = self.dialog.route
        put = [*route.steps, *([route.waiting] if route.waiting else [])]
        step = data.draw(st.sampled_from(put))
        self._without_loss(lambda: self.dialog.revise(step))
        assert self.dialog.state == step

    @precondition(lambda self: self._can("decline"))
    @rule()
    def decline(self) -> None:
        self._without_loss(self.dialog.decline)
        assert self.dialog.state == STAFF

    @rule(begun=st.booleans())
    def restart(self, begun: bool) -> None:
        self.dialog.restart()
        assert self.dialog.state == "language"
        assert not self.dialog.kept
        for _ in range(3 * begun):
            self.dialog.forward()

    @rule()
    def leave(self) -> None:
        self.dialog.leave()
        assert self.dialog.state == LEFT
        assert not self.dialog.kept

    @invariant()
    def every_change_of_state_is_an_arrow_of_the_graph(self) -> None:
        for source, dest in self.dialog.moves:
            assert any(dest in ends for ends in _arrows()[source].values()), (source, dest)
        self.dialog.moves.clear()

    @invariant()
    def progress_is_between_the_first_step_and_the_last(self) -> None:
        progress = self.dialog.progress
        assert 0 <= progress.step <= progress.total

    @invariant()
    def a_fresh_run_with_the_final_answers_comes_to_the_same(self) -> None:
        kept = {step: (text,) for step, text in self.typed.items() if step in self.dialog.kept}
        route = self.dialog.route
        on_path = {step: said for step, said in kept.items() if step in route.steps}
        found = talk(shipped(), kept)
        assert found == talk(shipped(), on_path)
        assert found["waiting_for"] == route.waiting
        assert found["asked"] == [*route.steps, *([route.waiting] if route.waiting else [])]
        assert found["outcome"] == (self.dialog.verdict.outcome if self.dialog.verdict else None)
        assert list(found["findings"]) == [
            each.id for each in self.dialog.flow.criteria if each.id in self.dialog.findings
        ]

    @invariant()
    def the_result_is_shown_only_when_nothing_waits(self) -> None:
        if self.dialog.at_outcome:
            assert self.dialog.verdict
            assert self.dialog.state == self.dialog.verdict.outcome


BRIEFLY = settings(
    max_examples=20,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
Conversation.TestCase.settings = BRIEFLY
TestConversation = Conversation.TestCase


@pytest.mark.prove
def test_many_more_conversations_hold_together() -> None:
    run_state_machine_as_test(Conversation, settings=settings(BRIEFLY, max_examples=2000))


def test_every_state_has_a_way_out() -> None:
    assert [state for state, ways in _arrows().items() if not ways] == []


def test_every_state_can_be_reached() -> None:
    reached, ahead = {"language"}, ["language"]
    while ahead:
        found = {dest for ends in _arrows()[ahead.pop()].values() for dest in ends} - reached
        reached |= found
        ahead += found
    assert reached == _arrows().keys()


def test_the_graph_prints_the_machine_that_runs() -> None:
    machine = shipped().script.machine
    printed = {
        (source, trigger, dest)
        for source, ways in _arrows().items()
        for trigger, ends in ways.items()
        for dest in ends
    }
    runs = {
        (each.source, trigger, each.dest)
        for trigger, event in machine.events.items()
        for transitions in event.transitions.values()
        for each in transitions
    }
    assert printed == runs


@each_row("seed", range(60))
def test_progress_never_goes_down_on_a_walk_forward(seed: int) -> None:
    person = someone(Random(seed))
    dialog = Dialog(shipped().script, person.today)
    for _ in range(3):
        dialog.forward()
    shares = [0.0]
    for _ in as_long_as(lambda: dialog.question):
        taken = [dialog.answer(text) for text in person.texts.get(dialog.state, ())]
        if None not in taken:
            break
        progress = dialog.progress
        assert progress.step <= progress.total
        shares.append(progress.step / progress.total)
    assert shares == sorted(shares)


@each_row("seed", range(60))
def test_the_same_answers_take_the_same_route_again(seed: int) -> None:
    person = someone(Random(seed))
    assert talk(shipped(), person.texts, person.today) == talk(
        shipped(), person.texts, person.today
    )


def test_the_outcomes_are_states() -> None:
    assert {*Outcome} <= _arrows().keys()
