"""What of a path can still matter: the key by which an exploration tells two paths apart.

Two paths that wait at the same step and have the same key can be told apart by nothing that
follows. What follows from a path is made of four things only, and the key holds what each reads:

- *Conditions* of the questions to come: the truth of each, as far as it is decided.
- *Rules* of the criteria that a question to come is read by (the open ones): for each rule inside
  them its finding; of a choice that leads to a further rule, which one; and of a ratio that is not
  settled, what kind of numbers were said (a point or a range, of a drug with or without a usual
  tablet), and whether a range is too wide to lie between two limits. The numbers themselves do not
  matter, since those to come range over every ratio to them: below, at, above, straddling.
- *The rest of the findings* count in bulk: sensitive questions, `nothing_against` and the outcome
  ask if one is lasting, undated, dated, unknown or missing, and of which it is never asked.
- *The age limit.* Only whether a date to come back on lies on or after the day D on which everyone
  the age stands for is too old. A date that did has ended the path, so those so far do not matter,
  only D and the dates to come; and of D only, for each date that a window to come can give at the
  earliest and at the latest, whether D lies past it.

An answer that waits to be narrowed is, for a day, whether its last day would lead past D; for an
age, on which side of the bounds, and of those dates, its two ends lie; all of it, if an interval
runs from it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import assert_never

from prescreen.check.classes import edge_dates
from prescreen.check.numbers import asked_ages, room
from prescreen.dialog.asking import holds
from prescreen.dialog.narrow_steps import base
from prescreen.dialog.plan import Plan
from prescreen.dialog.route import Route
from prescreen.flow.asked_if import asks_if_open
from prescreen.flow.gate import is_minor, may_be_minor
from prescreen.flow.limits import limits
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    BmiRule,
    ChoiceRule,
    Condition,
    Criterion,
    DailyDoseRule,
    IntervalRule,
    LimitRule,
    Question,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.flow.rules import Dosed, Timed, questions_of, rules_in
from prescreen.values import (
    ONE_DAY,
    Age,
    Blank,
    Days,
    Dose,
    Measure,
    Picked,
    Value,
    births_of,
    days_said,
)
from prescreen.verdict import (
    Finding,
    Status,
    View,
    clear_day,
    declines,
    find,
    later,
    reached,
    too_old_on,
    turning_days,
    zone,
)

Key = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What the questions from one place on read of the answers before it."""

    open: list[tuple[str, list[Rule]]]
    closed: list[Criterion]
    conditions: list[Condition]
    declining: list[Question]
    dates: list[date]


class Marks:
    """The keys of the paths through one flow on one day."""

    def __init__(self, plan: Plan, today: date) -> None:
        self.plan = plan
        self.today = today
        self._ahead = [_ahead(plan, today, place) for place in range(len(plan.flow.questions))]

    def key(self, route: Route) -> Key:
        """What of a path that waits at a question can still matter."""
        assert route.waiting is not None, "nothing can matter after the end"
        plan, view = self.plan, route.view
        place = plan.place[base(route.waiting)]
        ahead, limit = self._ahead[place], too_old_on(plan.flow, view, self.today)
        return (
            route.waiting,
            self._wide(route, ahead, limit),
            tuple(holds(plan, each, view, route.findings, self.today) for each in ahead.conditions),
            tuple(
                (
                    _mark(route.findings.get(criterion), limit),
                    *(self._rule(each, view, limit) for each in rules),
                )
                for criterion, rules in ahead.open
            ),
            frozenset(_bulk(each, route.findings.get(each.id)) for each in ahead.closed),
            any(declines(each, view[each.id]) for each in ahead.declining),
            _side(limit, ahead),
            plan.gate and tuple(f(plan.gate, view, self.today) for f in (may_be_minor, is_minor)),
        )

    def _rule(self, rule: Rule, view: View, limit: date | None) -> Hashable:
        match rule:
            case ChoiceRule():
                return _choice(rule, view.get(rule.question))
            case RatioRule() | DailyDoseRule():
                return self._of_numbers(rule, view, rule.drug)
            case BmiRule() | LimitRule(times=str()):
                return self._of_numbers(rule, view)
            case IntervalRule():
                said = (view.get(each) for each in questions_of(rule))
                found = find(self.plan.flow, rule, view, self.today)
                return found or tuple(self._between(rule, each) for each in said)
            case AgeRule() | LimitRule() | WindowRule():
                return _mark(find(self.plan.flow, rule, view, self.today), limit)
            case AllRule() | AnyRule():
                return None
            case _:
                assert_never(rule)

    def _of_numbers(
        self, rule: BmiRule | Dosed | LimitRule, view: View, drug: str | None = None
    ) -> Hashable:
        said = (view.get(each) for each in questions_of(rule) if each != drug)
        return find(self.plan.flow, rule, view, self.today) or (
            drug and self._drug(view.get(drug)),
            *map(_kind, said),
            room(rule, view),
        )

    def _between(self, rule: IntervalRule, value: Value | None) -> Hashable:
        """What of one day matters to another that is to come, which is no later than today."""
        if not (days := days_said(value, self.today)):
            return _kind(value)
        ends = (days.start, days.end)
        spans = [int(edge) for edge in limits(rule).edges]
        ahead = [later(day, many, rule.unit) for day in ends for many in spans]
        sides = ((each > self.today) - (each < self.today) for each in (*ends, *ahead))
        narrow = (later(days.start, many, rule.unit) > days.end for many in spans)
        apart = (len({later(day, many, rule.unit) for day in ends}) > 1 for many in spans)
        return (days.single, *narrow, *apart, *sides)

    def _drug(self, value: Value | None) -> Hashable:
        if not isinstance(value, Picked):
            return _kind(value)
        drug = self.plan.flow.drugs.get(value.ids[0])
        return drug and drug.tablet_mg is None

    def _wide(self, route: Route, ahead: _Ahead, limit: date | None) -> Hashable:
        if route.wide is None:
            return None
        question = base(route.waiting or "")
        rules = [rule for group in self.plan.spans[question] for rule in group]
        rules += asked_ages(self.plan.flow, question)
        value = route.wide.value
        if isinstance(value, Age):
            born = births_of(value, self.today)
            sides: Iterable[Hashable] = [
                *(
                    self._side_of(each, day, ahead)
                    for each in rules
                    for day in (born.start, born.end)
                ),
                value if question in self.plan.tied else None,
            ]
        else:
            assert isinstance(value, Days), "only ages and days are narrowed"
            views = self._parts(rules, question, value, route.view)
            sides = (self._inside(rule, view, limit) for view in views for rule in rules)
        *asked, place = route.wide.asked
        return (place, frozenset(asked), *sides)

    def _side_of(self, rule: Timed, born: date, ahead: _Ahead) -> Hashable:
        assert isinstance(rule, AgeRule)
        too_old = None if rule.most is None else reached(rule, born, rule.most + 1)
        return zone(rule, born, self.today), _side(too_old, ahead)

    def _parts(
        self, rules: Sequence[Timed], question: str, span: Days, view: View
    ) -> Iterator[View]:
        """The view with each part of a span between two days at which an interval may change."""
        days = {span.start, span.end + ONE_DAY}
        for rule in rules:
            if isinstance(rule, IntervalRule):
                said = view[rule.start if question == rule.end else rule.end]
                if other := days_said(said, self.today):
                    days.update(turning_days(rule, span, other, ends=question == rule.end))
        for first, after in pairwise(sorted(days)):
            yield {**view, question: Days(first, after - ONE_DAY)}

    def _inside(self, rule: Timed, view: View, limit: date | None) -> Hashable:
        if isinstance(rule, IntervalRule):
            return find(self.plan.flow, rule, view, self.today)
        assert isinstance(rule, WindowRule)
        span = view[rule.question]
        assert isinstance(span, Days)
        first, last = clear_day(rule, span.start), clear_day(rule, span.end)
        return first > self.today, last > self.today, limit is not None and last >= limit


def _ahead(plan: Plan, today: date, place: int) -> _Ahead:
    behind, to_come = plan.flow.questions[:place], plan.flow.questions[place:]
    said = {each.id for each in behind}
    open_ids = {each.id for question in to_come for each in plan.readers[question.id]}
    rules = {
        each.id: [rule for rule in rules_in(each.rule) if said & set(questions_of(rule))]
        for each in plan.flow.criteria
    }
    return _Ahead(
        open=[(each, rules[each]) for each in rules if each in open_ids and rules[each]],
        closed=[each for each in plan.flow.criteria if each.id not in open_ids],
        conditions=[
            condition
            for question in to_come
            for condition in question.asked_if
            if not asks_if_open(condition)
        ],
        declining=[each for each in behind if each.declined_on],
        dates=edge_dates(plan, today, place),
    )


def _side(limit: date | None, ahead: _Ahead) -> int | None:
    """Between which of the dates to come the day lies on which the person is too old."""
    return None if limit is None else sum(limit > each for each in ahead.dates)


def _bulk(criterion: Criterion, found: Finding | None) -> Hashable:
    """All that matters of a criterion that no question to come is read by."""
    if found is None:
        return criterion.id
    if found.status is Status.UNKNOWN and criterion.at_site:
        return None
    return None if found.status is Status.MET else (*_marked(found), criterion.stops)


def _mark(found: Finding | None, limit: date | None) -> Hashable:
    if found is None:
        return None
    late = found.until is not None and limit is not None and found.until >= limit
    return (*_marked(found), late)


def _marked(found: Finding) -> tuple[Hashable, ...]:
    return found.status, found.lasting, found.undated


def _choice(rule: ChoiceRule, value: Value | None) -> Hashable:
    """The findings of the choices taken, or the ids of those that lead to a further rule."""
    if value is None:
        return None
    if not isinstance(value, Picked):
        return frozenset({"unknown"})
    marks = {each: rule.findings[each] for each in value.ids}
    return frozenset(mark if isinstance(mark, str) else (id,) for id, mark in marks.items())


def _kind(value: Value | None) -> Hashable:
    match value:
        case None:
            return None
        case Blank():
            return value
        case Picked():
            return value.ids
        case Measure():
            return value.base.lo == value.base.hi, value.base.lo > 0, value.base.hi_open
        case Dose():
            return value.unit, value.amount.lo == value.amount.hi
        case Age() | Days():
            return "said"
        case _:
            assert_never(value)
