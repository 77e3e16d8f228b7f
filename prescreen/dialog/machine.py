"""The state machine of a flow: its states, and every arrow that a conversation can take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import assert_never

from transitions import Machine

from prescreen.dialog.route import NARROW, Plan
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnswerIs,
    AnyRule,
    ChoiceRule,
    Condition,
    Flow,
    MayBeUnder,
    NothingAgainst,
    Question,
    Rule,
    StrengthMissing,
    WindowRule,
)
from prescreen.flow.rules import can_break, inner, questions_of, rules_in
from prescreen.verdict import Outcome

LANGUAGE, VOICE, NOTICE = "language", "voice", "notice"
REVIEW, STAFF, LEFT = "review", "staff", "left"
OPENING = (LANGUAGE, VOICE, NOTICE)

FORWARD, BACK, DECLINE = "forward", "back", "decline"
REVISE, CHECK, RESTART, LEAVE = "revise", "check", "restart", "leave"

GUARD = "goes_to"
"""The method of the model that says whether an arrow's end is where the conversation goes."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """One arrow of the machine."""

    trigger: str
    source: str
    dest: str


def steps(plan: Plan) -> list[str]:
    """Every id that can be put, in the order of the conversation."""
    found: list[str] = []
    for question in plan.flow.questions:
        found.append(question.id)
        if question.id in plan.spans:
            found.append(question.id + NARROW)
    return found


def build(plan: Plan) -> Machine:
    """The machine of this flow, to be run with any number of models."""
    all_arrows = arrows(plan)
    states = [*OPENING, *steps(plan), REVIEW, *Outcome, STAFF, LEFT]
    return Machine(
        model=None,
        states=[str(state) for state in states],
        transitions=[
            {"trigger": each.trigger, "source": each.source, "dest": each.dest, "conditions": GUARD}
            for each in all_arrows
        ],
        initial=LANGUAGE,
        auto_transitions=False,
        send_event=True,
        model_override=True,
    )


def arrows(plan: Plan) -> list[Arrow]:
    """Every arrow of this flow's machine."""
    walk = [*forward_arrows(plan)]
    ahead = [REVIEW, *map(str, Outcome)]
    back = [Arrow(BACK, each.dest, each.source) for each in walk if each.dest not in ahead]
    revise = [Arrow(REVISE, REVIEW, step) for step in steps(plan)]
    ends = [Arrow(FORWARD, REVIEW, outcome) for outcome in map(str, Outcome)]
    check = [Arrow(CHECK, place, REVIEW) for place in (*steps(plan), *map(str, Outcome))]
    aside = [Arrow(DECLINE, NOTICE, STAFF), Arrow(BACK, STAFF, NOTICE)]
    places = [*OPENING, *steps(plan), REVIEW, *map(str, Outcome), STAFF]
    anywhere = [Arrow(trigger, place, dest) for trigger, dest in _ANYWHERE for place in places]
    return [*walk, *back, *revise, *check, *ends, *aside, *anywhere, Arrow(RESTART, LEFT, LANGUAGE)]


_ANYWHERE = ((RESTART, LANGUAGE), (LEAVE, LEFT))


def forward_arrows(plan: Plan) -> Iterator[Arrow]:
    """The arrows that an answer can take, from the first page to the review or an early end."""
    questions = plan.flow.questions
    opening = [*OPENING, questions[0].id]
    yield from (Arrow(FORWARD, source, dest) for source, dest in pairwise(opening))
    for index, question in enumerate(questions):
        following = [*_following(plan.flow, index)]
        ends = [str(outcome) for outcome in _early_ends(plan, question)]
        sources = [question.id]
        if question.id in plan.spans:
            sources.append(question.id + NARROW)
            yield Arrow(FORWARD, question.id, question.id + NARROW)
        for source in sources:
            yield from (Arrow(FORWARD, source, dest) for dest in (*following, *ends))


def _following(flow: Flow, index: int) -> Iterator[str]:
    """The ids that can come next after the question at `index`."""
    skipped: set[str] = set()
    sensitive_skipped = False
    for question in flow.questions[index + 1 :]:
        if not skipped & set(_needs(flow, question)) and not (
            question.sensitive and sensitive_skipped
        ):
            yield question.id
            if not question.sensitive and not question.asked_if:
                return
        skipped.add(question.id)
        sensitive_skipped |= question.sensitive and not question.asked_if
    yield REVIEW


def _needs(flow: Flow, question: Question) -> Iterator[str]:
    """The questions that must have been put for this one to be put."""
    for condition in question.asked_if:
        yield from _needed_by(flow, condition)


def _needed_by(flow: Flow, condition: Condition) -> Iterator[str]:
    match condition:
        case AnswerIs():
            yield condition.question
        case StrengthMissing():
            yield condition.strength_missing
        case MayBeUnder():
            criterion = next(each for each in flow.criteria if each.id == condition.may_be_under)
            yield from (r.question for r in rules_in(criterion.rule) if isinstance(r, AgeRule))
        case NothingAgainst():
            pass
        case _:
            assert_never(condition)


def _early_ends(plan: Plan, question: Question) -> list[Outcome]:
    """The outcomes at which the conversation can end right after this question."""
    readers = plan.readers[question.id]
    ends: list[Outcome] = []
    if any(_can_end(each.rule, question.id) for each in readers):
        ends.append(Outcome.NOT_THIS_STUDY)
    if any(each.stops for each in readers) or (question.stop_on and _broken_before(plan, question)):
        ends.append(Outcome.NOT_NOW)
    if question.stop_on:
        ends.append(Outcome.ASK_SITE)
    return ends


def _can_end(rule: Rule, question: str) -> bool:
    """Whether this question can be the one that decides a `not_met` that lasts or has a date."""
    if isinstance(rule, AllRule | AnyRule):
        names = questions_of(rule)
        return question in names and any(_can_end(each, n) for each in rule.rules for n in names)
    if isinstance(rule, ChoiceRule) and rule.question == question:
        return "lasting" in rule.findings.values()
    if isinstance(rule, AgeRule | WindowRule) and rule.question == question:
        return True
    return any(_can_end(each, question) for each in inner(rule))


def _broken_before(plan: Plan, question: Question) -> bool:
    """Whether a criterion can be `not_met` already when this question is put."""
    ids = [each.id for each in plan.flow.questions]
    earlier = set(ids[: ids.index(question.id)])
    return any(
        can_break(each.rule) and not each.stops and earlier & set(plan.reads[each.id])
        for each in plan.flow.criteria
    )
