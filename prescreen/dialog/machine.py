"""The state machine of a flow: its states, and every arrow that a conversation can take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from transitions import Machine

from prescreen.dialog.route import NARROW, Plan
from prescreen.dialog.states import LANGUAGE, LEFT, NOTICE, OPENING, REVIEW, STAFF
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    ChoiceRule,
    Flow,
    NothingAgainst,
    Question,
    Rule,
    WindowRule,
)
from prescreen.flow.rules import (
    breaks_undated,
    can_break,
    inner_rules,
    leading_to,
    questions_of,
    rules_in,
)
from prescreen.verdict import Outcome

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
        following = [*_following(plan, index)]
        ends = [str(outcome) for outcome in _early_ends(plan, question)]
        sources = [question.id]
        if question.id in plan.spans:
            sources.append(question.id + NARROW)
            yield Arrow(FORWARD, question.id, question.id + NARROW)
        for source in sources:
            yield from (Arrow(FORWARD, source, dest) for dest in (*following, *ends))


def _following(plan: Plan, index: int) -> Iterator[str]:
    """The ids that can come next after the question at `index`."""
    found = [*_onward(plan.flow, index, undated=False)]
    if _may_stand_undated(plan, index):
        found += _onward(plan.flow, index, undated=True)
    yield from dict.fromkeys(found)


def _onward(flow: Flow, index: int, *, undated: bool) -> Iterator[str]:
    """The ids that can come next while an undated `not_met` stands, or while none does."""
    skipped: set[str] = set()
    for question in flow.questions[index + 1 :]:
        moot = question.sensitive or any(isinstance(c, NothingAgainst) for c in question.asked_if)
        if not (undated and moot) and not skipped & set(leading_to(flow, question)):
            yield question.id
            if not question.asked_if:
                return
        skipped.add(question.id)
    yield REVIEW


def _may_stand_undated(plan: Plan, index: int) -> bool:
    """Whether an undated `not_met` can stand right after the question at `index` is put."""
    here = plan.flow.questions[index]
    so_far = [here] if here.sensitive else plan.flow.questions[: index + 1]
    return any(
        breaks_undated(criterion.rule) and not criterion.stops
        for question in so_far
        for criterion in plan.readers[question.id]
    )


def _early_ends(plan: Plan, question: Question) -> list[Outcome]:
    """The outcomes at which the conversation can end right after this question."""
    rules = [each.rule for each in plan.readers[question.id]]
    ends: list[Outcome] = []
    if any(_settles(plan, rule, question.id, _is_lasting) for rule in rules) or (
        plan.age_rules and any(_settles(plan, rule, question.id, _is_dated) for rule in rules)
    ):
        ends.append(Outcome.NOT_THIS_STUDY)
    stops = any(each.stops for each in plan.readers[question.id])
    if stops or (question.stop_on and _broken_before(plan, question)):
        ends.append(Outcome.NOT_NOW)
    if question.stop_on:
        ends.append(Outcome.ASK_SITE)
    return ends


def _settles(plan: Plan, rule: Rule, question: str, is_such: Callable[[Rule], bool]) -> bool:
    """Whether a finding of such a rule, in this one, can be made at this question."""
    if not isinstance(rule, AllRule | AnyRule):
        own = question in questions_of(rule)[:1] and is_such(rule)
        return own or any(_settles(plan, each, question, is_such) for each in inner_rules(rule))
    behind = {each.id for each in plan.flow.questions[: plan.place[question] + 1]}
    return (
        question in questions_of(rule)
        and any(is_such(each) and questions_of(each)[0] in behind for each in rules_in(rule))
        and all(plan.flow.question(e).asked_if for e in questions_of(rule) if e not in behind)
    )


def _is_lasting(rule: Rule) -> bool:
    return isinstance(rule, AgeRule) or (
        isinstance(rule, ChoiceRule) and "lasting" in rule.findings.values()
    )


def _is_dated(rule: Rule) -> bool:
    return isinstance(rule, WindowRule)


def _broken_before(plan: Plan, question: Question) -> bool:
    """Whether a criterion can be `not_met` already when this question is put."""
    ids = [each.id for each in plan.flow.questions]
    earlier = set(ids[: ids.index(question.id)])
    return any(
        can_break(each.rule) and not each.stops and earlier & set(plan.reads[each.id])
        for each in plan.flow.criteria
    )
