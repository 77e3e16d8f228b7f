"""The state machine of a flow: its states, and every arrow that a conversation can take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

from transitions import Machine, Transition
from transitions.core import Condition

from prescreen.dialog.asking import NothingUndated, demands_of
from prescreen.dialog.enough import EARLY
from prescreen.dialog.narrow_steps import base, narrow_steps
from prescreen.dialog.plan import Plan
from prescreen.flow.model import Question
from prescreen.flow.states import LANGUAGE, LEFT, NOTICE, OPENING, REVIEW, STAFF
from prescreen.verdict import Outcome, early_outcomes

GUARD = "leads_to"
"""The method of the model that chooses among the arrows of a trigger, by where it is to lead."""


class Trigger(StrEnum):
    """What sets the machine going."""

    FORWARD = "forward"
    BACK = "back"
    DECLINE = "decline"
    REVISE = "revise"
    CHECK = "check"
    RESTART = "restart"
    LEAVE = "leave"
    ENOUGH = "enough"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class Arrow:
    """One arrow of the machine."""

    trigger: Trigger
    source: str
    dest: str


_GUARDED = [Condition(GUARD)]
_NO_CALLBACKS: list[Any] = []


class _Guarded(Transition):
    """An arrow behind the guard; a thousand of them share what the library would give to each."""

    def __init__(self, source: str, dest: str, *_: object) -> None:
        self.source, self.dest = source, dest
        self.conditions = _GUARDED
        self.prepare = self.before = self.after = _NO_CALLBACKS


class _GuardedMachine(Machine):
    transition_cls = _Guarded


def steps(plan: Plan) -> list[str]:
    """Every id that can be put, in the order of the conversation."""
    found: list[str] = []
    for question in plan.flow.questions:
        found.append(question.id)
        found += narrow_steps(plan.spans.get(question.id, ()), question.id)
    return found


def build(plan: Plan, opening: Sequence[str] = OPENING) -> Machine:
    """The machine of this flow, to be run with any number of models."""
    all_arrows = arrows(plan, opening)
    states = [*opening, *steps(plan), REVIEW, *Outcome, STAFF, LEFT]
    return _GuardedMachine(
        model=None,
        states=[str(state) for state in states],
        transitions=[
            {"trigger": each.trigger, "source": each.source, "dest": each.dest}
            for each in all_arrows
        ],
        initial=LANGUAGE,
        auto_transitions=False,
        send_event=True,
        model_override=True,
    )


def arrows(plan: Plan, opening: Sequence[str] = OPENING) -> list[Arrow]:
    """Every arrow of this flow's machine."""
    walk = [*forward_arrows(plan, opening)]
    ahead = [REVIEW, *map(str, Outcome)]
    back = [Arrow(Trigger.BACK, each.dest, each.source) for each in walk if each.dest not in ahead]
    revise = [Arrow(Trigger.REVISE, REVIEW, step) for step in steps(plan)]
    ends = [Arrow(Trigger.FORWARD, REVIEW, outcome) for outcome in map(str, Outcome)]
    check = [Arrow(Trigger.CHECK, place, REVIEW) for place in (*steps(plan), *map(str, Outcome))]
    aside = [Arrow(Trigger.DECLINE, NOTICE, STAFF), Arrow(Trigger.BACK, STAFF, NOTICE)]
    places = [*opening, *steps(plan), REVIEW, *map(str, Outcome), STAFF]
    anywhere = [Arrow(trigger, place, dest) for trigger, dest in _ANYWHERE for place in places]
    return [
        *walk,
        *back,
        *revise,
        *check,
        *ends,
        *early_results(plan),
        *aside,
        *anywhere,
        Arrow(Trigger.RESTART, LEFT, LANGUAGE),
    ]


_ANYWHERE = ((Trigger.RESTART, LANGUAGE), (Trigger.LEAVE, LEFT))


def early_results(plan: Plan) -> Iterator[Arrow]:
    """To the result before all is asked, and back; where it stands, nothing private is put."""
    open_steps = [
        each
        for each in steps(plan)
        if NothingUndated() not in demands_of(plan.flow.question(base(each)))
    ]
    early = str(EARLY.outcome)
    yield from (Arrow(Trigger.ENOUGH, place, early) for place in (*open_steps, REVIEW))
    yield from (Arrow(Trigger.RESUME, early, step) for step in open_steps)


def forward_arrows(plan: Plan, opening: Sequence[str] = OPENING) -> Iterator[Arrow]:
    """Every way on that the order of the questions leaves; the answers choose among them."""
    questions, ends = plan.flow.questions, early_outcomes(plan.flow)
    first = [*opening, questions[0].id]
    yield from (Arrow(Trigger.FORWARD, source, dest) for source, dest in pairwise(first))
    for place, question in enumerate(questions):
        ahead = [*_ahead(questions[place + 1 :]), *map(str, ends)]
        sources = [question.id, *narrow_steps(plan.spans.get(question.id, ()), question.id)]
        yield from (Arrow(Trigger.FORWARD, source, dest) for source, dest in pairwise(sources))
        for source in sources:
            yield from (Arrow(Trigger.FORWARD, source, dest) for dest in ahead)


def _ahead(questions: Sequence[Question]) -> Iterator[str]:
    """The ids of these questions up to the first that is always put, or else the review too."""
    for question in questions:
        yield question.id
        if not demands_of(question):
            return
    yield REVIEW
