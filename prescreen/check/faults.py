"""What is wrong with a flow, by what every explored answer leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import assert_never

from prescreen.check.explore import Branch, Fork, Trail
from prescreen.check.ways_out import ways_out
from prescreen.check.worded import worded_path
from prescreen.dialog.dialog import Script
from prescreen.dialog.machine import Trigger, steps
from prescreen.dialog.narrow_steps import base, is_narrow, narrow_step
from prescreen.dialog.route import Route
from prescreen.flow.asked_if import numbers_read
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    BmiRule,
    ChoiceRule,
    Criterion,
    DailyDoseRule,
    Flow,
    IntervalRule,
    LimitRule,
    MarkOrRule,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.flow.rules import marks_of
from prescreen.flow.states import REVIEW
from prescreen.values import Blank, Picked
from prescreen.values.findings import KINDS, UNKNOWN, any_undated, every, kind_of, some
from prescreen.verdict import Finding, Outcome, View, find

FromTo = tuple[str, str]


class Faults:
    """The sentences about one flow, each once, and what was seen on the way."""

    def __init__(self, script: Script, today: date) -> None:
        self.script, self.today = script, today
        self.plan = script.plan
        self.arrows: dict[FromTo, Trail] = {}
        self.early: dict[str, Trail] = {}
        self.too_early: dict[str, Trail] = {}
        self.machine = {
            (str(each.source), str(each.dest))
            for transitions in script.machine.events[Trigger.FORWARD].transitions.values()
            for each in transitions
        }
        self._sentences: dict[str, Trail] = {}
        self._put: set[str] = set()
        self._found: dict[str, set[str]] = {each.id: set() for each in self.plan.flow.criteria}

    def sentences(self) -> list[str]:
        """A sentence for each fault, with one of the shortest ways to it."""
        ways = self._sentences.items()
        told = [f"{each} For example: {worded_path(said)}." for each, said in ways]
        return [*told, *self._unseen()]

    def look(self, place: Fork, branches: Sequence[Branch]) -> None:
        """Look at one place and at all that can be answered there."""
        self._put.add(place.step)
        enough = any_undated(place.route.findings.values())
        (self.early if enough else self.too_early).setdefault(place.step, place.said)
        question = self.plan.flow.question(base(place.step))
        if question.sensitive and enough:
            self._say(place.step, "is sensitive, and is put though it can't matter.", place.said)
        for branch in branches:
            said = (*place.said, (place.step, branch.value))
            news = _news(place, branch)
            for criterion, found in news.items():
                self._found[criterion].add(kind_of(found))
            for trouble in (
                *self._arrow_troubles(place.step, branch, said),
                *self._blank_troubles(place, branch, branches, news),
                *_lasting_troubles(branch, news),
                *self._end_troubles(branch),
            ):
                self._say(place.step, trouble, said)

    def _say(self, step: str, trouble: str, said: Trail) -> None:
        narrowing = " its narrowing question" if is_narrow(step) else ""
        self._sentences.setdefault(f'[question "{base(step)}"]{narrowing} {trouble}', said)

    def _blank_troubles(
        self,
        place: Fork,
        branch: Branch,
        branches: Sequence[Branch],
        news: Mapping[str, Finding],
    ) -> Iterator[str]:
        """A blank settles nothing that another answer leaves open or settles otherwise."""
        if not isinstance(branch.value, Blank):
            return
        others = [each.route for each in branches if not isinstance(each.value, Blank)]
        for criterion in self.plan.flow.criteria:
            found = news.get(criterion.id)
            if found is None or found.truth is None:
                continue
            before = settled(self.plan.flow, criterion.rule, place.route.view, self.today)
            if before.truth is not found.truth and any(
                _differs(e, criterion.id, found) for e in others
            ):
                said = f'takes "{branch.value.value}" for an answer'
                yield f"{said}: {criterion.id} is {found.status}."

    # ---- where an answer leads ----------------------------------------------------------------

    def _arrow_troubles(self, step: str, branch: Branch, said: Trail) -> Iterator[str]:
        for arrow in _arrows(step, branch):
            self.arrows.setdefault(arrow, said)
            if arrow not in self.machine:
                yield f'has no arrow on to "{arrow[1]}".'
        waiting = branch.route.waiting
        if waiting and self._order(waiting) <= self._order(step):
            yield f'leads back to "{waiting}".'

    def _order(self, step: str) -> tuple[int, int, str]:
        return self.plan.place[base(step)], len(step), step

    # ---- how a path ends ----------------------------------------------------------------------

    def _end_troubles(self, branch: Branch) -> Iterator[str]:
        if branch.verdict is None:
            return
        for criterion in self.plan.flow.criteria:
            found = branch.route.findings.get(criterion.id)
            if found is None and not self._may_be_missing(criterion, branch):
                yield (
                    f"ends with {criterion.id} neither decided nor left open; "
                    f"{self._way_to_decide(criterion)}."
                )
            for each in self._dates_left_out(criterion, branch):
                yield f'ends without "{each}", which {criterion.id} needs; put it after these.'
            likely = branch.verdict.outcome is Outcome.LIKELY_ELIGIBLE
            if likely and not _may_be_likely(criterion, found):
                yield f"ends in likely_eligible though {criterion.id} is not met."

    def _way_to_decide(self, criterion: Criterion) -> str:
        for name in self.plan.reads[criterion.id]:
            if any(numbers_read(self.plan.flow.question(name).asked_if)):
                return (
                    f'a number decides if "{name}" is put, so its rule has to branch the same way: '
                    "an any or an all of a limit over that number and of what it is now"
                )
        return "put its questions"

    def _may_be_missing(self, criterion: Criterion, branch: Branch) -> bool:
        """Whether nobody decides it: an early stop, the site, or what was too private to ask.

        What is sensitive is left out once no joint date can come; nothing else may be.
        """
        if branch.route.stopped or criterion.at_site:
            return True
        return any(self._too_private(each, branch) for each in self.plan.reads[criterion.id])

    def _too_private(self, question: str, branch: Branch) -> bool:
        undated = any_undated(branch.route.findings.values())
        return undated and self.plan.flow.question(question).sensitive

    def _dates_left_out(self, criterion: Criterion, branch: Branch) -> Iterator[str]:
        """The dates that the answers lead to and nobody asked for: a joint date would lack them."""
        if not branch.route.stopped:
            for each in _dates(criterion.rule, branch.route.view):
                left_out = branch.route.view.get(each) is Blank.NOT_APPLICABLE
                if left_out and not self._too_private(each, branch):
                    yield each

    # ---- what was never seen ------------------------------------------------------------------

    def _unseen(self) -> Iterator[str]:
        for step in steps(self.plan):
            if step not in self._put and step in (base(step), narrow_step(base(step), 1)):
                what = "its narrowing question is never put" if is_narrow(step) else "is never put"
                yield f'[question "{base(step)}"] {what}, whatever is answered before it.'
        for criterion in self.plan.flow.criteria:
            for mark in sorted(marks_of(criterion.rule) - self._found[criterion.id]):
                yield f'[criterion "{criterion.id}"] the rule can give {mark}, but no answers do.'
        ended = {dest for source, dest in self.arrows if source == REVIEW}
        for outcome in Outcome:
            explained = outcome in self.plan.flow.never
            if outcome not in ended and not explained:
                why = ways_out(outcome, self.plan.flow, self._found)
                yield f"[outcome] no answers lead to {outcome}: {why}"
            if outcome in ended and explained:
                yield f"[never] {outcome}: some answers lead to it. Take the reason out."


def _may_be_likely(criterion: Criterion, found: Finding | None) -> bool:
    """Whether a criterion does not stand against being eligible: met, or open for the site."""
    if found is None or found.truth is None:
        return criterion.at_site
    return found.truth


def _dates(rule: Rule, view: View) -> Iterator[str]:
    """The questions about a date that the choices picked so far lead to."""
    parts: Iterable[MarkOrRule] = ()
    match rule:
        case ChoiceRule():
            value = view.get(rule.question)
            picked = value.ids if isinstance(value, Picked) else ()
            parts = [rule.findings[each] for each in picked]
        case AllRule() | AnyRule():
            parts = [each for each in rule.rules if not isinstance(each, WindowRule)]
        case AgeRule() | LimitRule() | BmiRule() | WindowRule():
            pass
        case RatioRule() | DailyDoseRule() | IntervalRule():
            pass
        case _:
            assert_never(rule)
    for part in parts:
        if isinstance(part, WindowRule):
            yield part.question
        elif not isinstance(part, str):
            yield from _dates(part, view)


def _news(place: Fork, branch: Branch) -> dict[str, Finding]:
    """The findings that an answer makes or changes."""
    old, new = place.route.findings, branch.route.findings
    return {each: found for each, found in new.items() if old.get(each) is not found}


def _differs(route: Route, criterion: str, found: Finding) -> bool:
    other = route.findings.get(criterion)
    return other.status is not found.status if other else not route.stopped


def _lasting_troubles(branch: Branch, news: Mapping[str, Finding]) -> Iterator[str]:
    ended = branch.verdict
    for criterion, found in news.items():
        if found.lasting and (ended is None or ended.outcome is not Outcome.NOT_THIS_STUDY):
            yield f"goes on though {criterion} is not_met for good."


def _arrows(step: str, branch: Branch) -> Iterator[FromTo]:
    if branch.route.waiting:
        yield step, branch.route.waiting
    if branch.verdict:
        yield step, str(branch.verdict.outcome) if branch.route.stopped else REVIEW
        yield REVIEW, str(branch.verdict.outcome)


def settled(flow: Flow, rule: Rule, view: View, today: date) -> Finding:
    """What a rule comes to whatever is still to be said: what was not come to is open."""

    def part(each: MarkOrRule) -> Finding:
        return KINDS[each] if isinstance(each, str) else settled(flow, each, view, today)

    match rule:
        case AllRule():
            found = every([part(each) for each in rule.rules])
        case AnyRule():
            found = some([part(each) for each in rule.rules])
        case ChoiceRule():
            value = view.get(rule.question)
            picked = value.ids if isinstance(value, Picked) else ()
            found = every([part(rule.findings[each]) for each in picked]) if picked else UNKNOWN
        case AgeRule() | LimitRule() | BmiRule() | WindowRule():
            found = find(flow, rule, view, today)
        case RatioRule() | DailyDoseRule() | IntervalRule():
            found = find(flow, rule, view, today)
        case _:
            assert_never(rule)
    return found or UNKNOWN
