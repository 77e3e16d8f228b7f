"""The path that a set of answers takes through a flow.

Answers are the truth and the path is derived from them, each time anew: answers to questions
that are not asked never count, and nothing has to be deleted when the person goes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from prescreen.dialog.asking import is_asked, is_one_of
from prescreen.dialog.narrow import Wide, left_of, too_wide
from prescreen.dialog.narrow_steps import base, narrow_step
from prescreen.dialog.plan import Plan
from prescreen.flow.gate import may_be_minor
from prescreen.flow.model import Question
from prescreen.system.privacy import Silent
from prescreen.values import Blank, Value
from prescreen.verdict import Finding, final, find


@dataclass(frozen=True, slots=True, repr=False)
class Route(Silent):
    """Where the answers lead.

    `steps` are the ids that were put and answered, in order; `waiting` is the id put next, None
    at an end; `stopped` says that the end came early; `wide` is what a narrowing question waits
    about.
    """

    steps: tuple[str, ...]
    waiting: str | None
    view: Mapping[str, Value]
    findings: Mapping[str, Finding]
    stopped: bool
    wide: Wide | None = None

    @property
    def put(self) -> tuple[str, ...]:
        """The ids that were put, in order, answered or not."""
        return (*self.steps, self.waiting) if self.waiting else self.steps


def follow(
    plan: Plan, answers: Mapping[str, Value], today: date, behind: Route | None = None
) -> Route:
    """The path that these answers take, up to the first question without an answer.

    `behind` is the part of it that is known already.
    """
    route = behind or begin(plan, today)
    while route.waiting and (value := answers.get(route.waiting)) is not None:
        route = take(plan, route, value, today)
    return route


def begin(plan: Plan, today: date) -> Route:
    """The path before any answer."""
    return _onward(plan, 0, (), {}, {}, today)


def take(plan: Plan, route: Route, value: Value, today: date) -> Route:
    """The path one answer further, to the step that waits."""
    assert route.waiting is not None, "an ended path takes no answer"
    question = plan.flow.questions[plan.place[base(route.waiting)]]
    steps = (*route.steps, route.waiting)
    if route.wide is not None:
        value = left_of(route.wide, value, today)
    if wide := too_wide(plan, question.id, value, route.view, today, route.wide):
        waiting = narrow_step(question.id, wide.times)
        return Route(steps, waiting, route.view, route.findings, stopped=False, wide=wide)
    view, findings = {**route.view, question.id: value}, {**route.findings}
    _decide(plan, question, view, findings, today)
    if final(plan.flow, findings, view, today) or is_one_of(value, question.stop_on):
        return Route(steps, None, view, findings, stopped=True)
    return _onward(plan, plan.place[question.id] + 1, steps, view, findings, today)


def _onward(
    plan: Plan,
    place: int,
    steps: tuple[str, ...],
    view: dict[str, Value],
    findings: dict[str, Finding],
    today: date,
) -> Route:
    """The path up to the first question from this place on that is put, the others passed over."""
    for question in plan.flow.questions[place:]:
        if is_asked(plan, question, view, findings, today):
            if _is_shut(plan, question, view, today):
                return Route(steps, None, view, findings, stopped=True)
            return Route(steps, question.id, view, findings, stopped=False)
        view[question.id] = Blank.NOT_APPLICABLE
        broken = _decide(plan, question, view, findings, today)
        if broken and final(plan.flow, findings, view, today):
            return Route(steps, None, view, findings, stopped=True)
    return Route(steps, None, view, findings, stopped=False)


def _is_shut(plan: Plan, question: Question, view: Mapping[str, Value], today: date) -> bool:
    """Whether the age gate is shut before this question: somebody who answers may be a minor."""
    gate = plan.gate
    if gate is None or question.id in (gate.age, gate.adult):
        return False
    return may_be_minor(gate, view, today)


def _decide(
    plan: Plan,
    question: Question,
    view: Mapping[str, Value],
    findings: dict[str, Finding],
    today: date,
) -> bool:
    """Make the findings that this question allows; whether one of them is `not_met`."""
    broken = False
    for criterion in plan.readers[question.id]:
        if not any(_was_put(view, each) for each in plan.reads[criterion.id]):
            continue
        found = find(plan.flow, criterion.rule, view, today)
        if found is not None:
            findings[criterion.id] = found
            broken |= found.truth is False
    return broken


def _was_put(view: Mapping[str, Value], question: str) -> bool:
    return view.get(question, Blank.NOT_APPLICABLE) is not Blank.NOT_APPLICABLE
