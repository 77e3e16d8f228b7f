"""The path that a set of answers takes through a flow.

Answers are the truth and the path is derived from them, each time anew: answers to questions
that are not asked never count, and nothing has to be deleted when the person goes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import assert_never

from prescreen.dialog.drugs import drug_of
from prescreen.dialog.wide import (
    Wide,
    base,
    grouped,
    later_steps,
    left_of,
    narrow_step,
    narrow_steps,
    too_wide,
)
from prescreen.flow.gate import gate_of, may_be_minor, may_be_young, takes_children
from prescreen.flow.limits import limits_of
from prescreen.flow.model import (
    AgeRule,
    AnswerIs,
    AnyOf,
    Condition,
    Criterion,
    Flow,
    IntervalRule,
    MayBeMinor,
    MayBeUnder,
    NothingAgainst,
    NumberIs,
    Question,
    StrengthMissing,
)
from prescreen.flow.rules import Timed, questions_of, settled_at, spans_in
from prescreen.system.privacy import Silent
from prescreen.values import (
    Age,
    Blank,
    Dose,
    Interval,
    Measure,
    Picked,
    Value,
)
from prescreen.verdict import (
    Finding,
    Status,
    final,
    find,
    may_be_under,
)


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


class Plan:
    """What the fold looks up of one flow: who reads which question, and what narrows it."""

    def __init__(self, flow: Flow, *, by_parent: bool = False) -> None:
        self.flow = flow
        self.gate = None if by_parent and takes_children(flow) else gate_of(flow)
        self.place = {each.id: place for place, each in enumerate(flow.questions)}
        self.readers: dict[str, list[Criterion]] = {each.id: [] for each in flow.questions}
        self.reads: dict[str, tuple[str, ...]] = {}
        self.age_rules: dict[str, AgeRule] = {}
        self.tied: dict[str, set[str]] = {}
        spans: dict[str, list[Timed]] = {}
        for criterion in flow.criteria:
            self.reads[criterion.id] = questions_of(criterion.rule)
            for question in self.reads[criterion.id]:
                self.readers[question].append(criterion)
            for rule in spans_in(criterion.rule):
                at = settled_at(flow, rule)
                spans.setdefault(at, []).append(rule)
                if isinstance(rule, AgeRule):
                    self.age_rules.setdefault(criterion.id, rule)
                if isinstance(rule, IntervalRule):
                    (other,) = {rule.start, rule.end} - {at}
                    self.tied.setdefault(other, set()).add(at)
        self.spans = {question: grouped(rules) for question, rules in spans.items()}

    def void_after(self, step: str) -> set[str]:
        """The steps whose answers mean nothing any more once the answer to this one is another."""
        about = base(step)
        void = {*later_steps(self.spans.get(about, ()), step)}
        void |= {each.id for each in self.flow.questions if each.forget_if_changed == step}
        for each in self.tied.get(about, ()):
            void |= {*narrow_steps(self.spans[each], each), *self.void_after(each)}
        return void


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
    steps, groups = (*route.steps, route.waiting), plan.spans.get(question.id, ())
    if route.wide is not None:
        value = left_of(route.wide, value, today)
    if wide := too_wide(groups, question.id, value, route.view, today, route.wide):
        waiting = narrow_step(question.id, wide.times)
        return Route(steps, waiting, route.view, route.findings, stopped=False, wide=wide)
    view, findings = {**route.view, question.id: value}, {**route.findings}
    _decide(plan, question, view, findings, today)
    if final(plan.flow, findings, view, today) or _is_one_of(value, question.stop_on):
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
        if asked(plan, question, view, findings, today):
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
            broken |= found.status is Status.NOT_MET
    return broken


def _was_put(view: Mapping[str, Value], question: str) -> bool:
    return view.get(question, Blank.NOT_APPLICABLE) is not Blank.NOT_APPLICABLE


def asked(
    plan: Plan,
    question: Question,
    view: Mapping[str, Value],
    findings: Mapping[str, Finding],
    today: date,
) -> bool:
    """Whether this question is put, after the questions in the view."""
    return may_be_asked(plan, question, view, findings, today) is True


def may_be_passed_over(question: Question) -> bool:
    """Whether some answers before it can keep this question from being put."""
    return question.sensitive or bool(question.asked_if)


def may_be_asked(
    plan: Plan,
    question: Question,
    view: Mapping[str, Value],
    findings: Mapping[str, Finding],
    today: date,
) -> bool | None:
    """Whether this question is put; None while a question before it can still decide that."""
    if question.sensitive and any(each.undated for each in findings.values()):
        return False
    found = [holds(plan, each, view, findings, today) for each in question.asked_if]
    if False in found:
        return False
    return None if None in found else True


def holds(
    plan: Plan,
    condition: Condition,
    view: Mapping[str, Value],
    findings: Mapping[str, Finding],
    today: date,
) -> bool | None:
    """Whether a condition holds; None while a question before it can still decide that."""
    match condition:
        case AnswerIs():
            return _answer_is(condition, view.get(condition.question))
        case MayBeUnder():
            return _may_be_under(plan, condition, view, findings, today)
        case StrengthMissing():
            return _strength_missing(plan, condition, view)
        case NumberIs():
            return _number_is(plan, condition, view.get(condition.question))
        case AnyOf():
            found = [holds(plan, each, view, findings, today) for each in condition.any]
            return True if True in found else None if None in found else False
        case MayBeMinor():
            gate = gate_of(plan.flow)
            said = gate and view.get(gate.age)
            return None if gate is None or said is None else may_be_young(gate, view, today)
        case NothingAgainst():
            return all(each.status is not Status.NOT_MET for each in findings.values())
        case _:
            assert_never(condition)


def _answer_is(condition: AnswerIs, value: Value | None) -> bool | None:
    if value is None:
        return None
    if value is Blank.NOT_APPLICABLE:
        return False
    if condition.is_:
        return _is_one_of(value, condition.is_)
    return not _is_one_of(value, condition.is_not)


def _is_one_of(value: Value, ids: tuple[str, ...]) -> bool:
    if isinstance(value, Blank):
        return value.value in ids
    return isinstance(value, Picked) and any(each in ids for each in value.ids)


def _number_is(plan: Plan, condition: NumberIs, value: Value | None) -> bool | None:
    """Whether a number that was said may lie between the ends."""
    match value:
        case None:
            return None
        case Measure():
            span = value.base
        case Age():
            span = Interval(Fraction(value.least), Fraction(value.most))
        case _:
            return False
    return limits_of(plan.flow, condition).hold(span) is not False


def _may_be_under(
    plan: Plan,
    condition: MayBeUnder,
    view: Mapping[str, Value],
    findings: Mapping[str, Finding],
    today: date,
) -> bool | None:
    rule = plan.age_rules[condition.may_be_under]
    found = findings.get(condition.may_be_under)
    if found is None:
        return None
    return found.status is Status.UNKNOWN and may_be_under(rule, view.get(rule.question), today)


def _strength_missing(
    plan: Plan, condition: StrengthMissing, view: Mapping[str, Value]
) -> bool | None:
    dose = view.get(condition.strength_missing)
    if dose is None:
        return None
    drug = drug_of(plan.flow, plan.flow.question(condition.strength_missing), view)
    in_tablets = isinstance(dose, Dose) and dose.unit == "tablet"
    return in_tablets and drug is not None and plan.flow.drugs[drug].tablet_mg is None
