"""Classes of answers: for each step, an answer for every way in which the flow can take one.

An answer stands for all that lie on the same side of every bound the flow has for its question:
each choice, ticks none, one, two and all, a blank of each kind, and numbers and days just below,
at and just above each bound, alone and as sets that straddle it. The bounds of a dose follow from
the weight and the drug that were said, those of a day also from the age: the last time after
which the person would be too old by the date to come back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, pairwise
from typing import assert_never

from prescreen.check.numbers import (
    asked_ages,
    beside,
    dose_limits,
    edges,
    interval_days,
    tablets,
    usual,
)
from prescreen.dialog.drugs import drug_of
from prescreen.dialog.narrow import straddled
from prescreen.dialog.narrow_steps import BEFORE_DAY, SINCE_DAY, base, is_narrow
from prescreen.dialog.plan import Plan
from prescreen.dialog.route import Route
from prescreen.flow.gate import ADULT
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    BmiRule,
    ChoiceRule,
    DailyDoseRule,
    IntervalRule,
    LimitRule,
    Question,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.flow.rules import ages_in, doses_in, rules_in, windows_in
from prescreen.values import (
    OLDEST,
    ONE_DAY,
    Age,
    Blank,
    Days,
    Dose,
    Interval,
    Measure,
    Picked,
    Value,
    add_months,
    age_on,
    births_of,
)
from prescreen.values.units import QUANTITIES
from prescreen.verdict import View, clear_day, first_inside, later, reached, shifted, too_old_on

USUAL_MG = Fraction(5)
FEW_TABLETS = (Fraction(2), Fraction(3))
FAR = Fraction(1, 4)
"""How far out, as a part of a bound, an answer is that is on one side of all bounds."""


class Classes:
    """The answers that stand for all, of one flow on one day."""

    def __init__(self, plan: Plan, today: date) -> None:
        self.plan = plan
        self.today = today
        self.rules: dict[str, list[Rule]] = {
            question: [each for criterion in readers for each in rules_in(criterion.rule)]
            for question, readers in plan.readers.items()
        }
        self.births = [*self._births()]

    def at(self, route: Route) -> list[Value]:
        """An answer of every class, to the step that waits."""
        assert route.waiting is not None, "an ended path has no answers"
        question = self.plan.flow.question(base(route.waiting))
        found = self._narrow(route) if is_narrow(route.waiting) else self._own(question, route.view)
        blanks = [Blank.UNSURE, Blank.PRIVATE] if question.sensitive else [Blank.UNSURE]
        return [*dict.fromkeys(found), *blanks]

    def _own(self, question: Question, view: View) -> Iterator[Value]:
        match question.kind:
            case "choice":
                yield from (Picked((each.id,)) for each in question.choices)
            case "ticks":
                yield from _ticks(question)
            case "age":
                yield from self._ages()
            case "number":
                yield from self._measures(question, view)
            case "when":
                yield from _spans(self._days(question.id, view))
            case "dose":
                yield from self._doses(question, view)
            case _:
                assert_never(question.kind)

    # ---- ages and days ------------------------------------------------------------------------

    def _age_rules(self) -> Iterator[AgeRule]:
        if self.plan.gate:
            yield AgeRule(question=self.plan.gate.age, least=ADULT)
        for question, groups in self.plan.spans.items():
            yield from ages_in(each for group in groups for each in group)
            yield from asked_ages(self.plan.flow, question)

    def _births(self) -> Iterator[date]:
        """The birth days on both sides of each bound of an age, and some far from any."""
        yield add_months(self.today, -12 * OLDEST)
        yield add_months(self.today, -12)
        for rule in self._age_rules():
            if rule.unit != "years":
                yield self.today
            bounds = [(self.today, rule.least)]
            if rule.most is not None:
                days = (self.today, *edge_dates(self.plan, self.today))
                bounds += [(day, rule.most + 1) for day in days]
            for day, age in bounds:
                if age is not None:
                    born = _born_for(rule, day, age)
                    yield from (each for each in (born, born + ONE_DAY) if each <= self.today)

    def _ages(self) -> Iterator[Age]:
        for days in _spans(self.births):
            yield _aged(days, self.today)
        years = sorted(set(self._years()))
        yield from (Age(each, each) for each in years)
        yield from (Age(low, high) for low, high in combinations(years, 2))

    def _years(self) -> Iterator[int]:
        """Full years at each bound of an age, beside it, and far from any."""
        for rule in self._age_rules():
            yield from (1, OLDEST)
            if rule.unit == "years" and rule.least is not None:
                yield from (rule.least - 1, rule.least)
            if rule.unit == "years" and rule.most is not None:
                yield from (((rule.least or 0) + rule.most) // 2, rule.most, rule.most + 1)

    def _days(self, question: str, view: View) -> Iterator[date]:
        """The last times on both sides of each bound of a window, today, and long ago."""
        yield self.today
        yield add_months(self.today, -12 * 10)
        limit = too_old_on(self.plan.flow, view, self.today)
        clear = (self.today + ONE_DAY, *([limit] if limit else []))
        found: list[date] = []
        for rule in self.rules[question]:
            match rule:
                case WindowRule():
                    lasts = [_last_time(rule, each) for each in clear if rule.question == question]
                    found += [day for last in lasts for day in (last, last + ONE_DAY)]
                case IntervalRule():
                    found += interval_days(rule, question, view, self.today)
                case ChoiceRule() | AgeRule() | AllRule() | AnyRule():
                    pass
                case LimitRule() | BmiRule() | RatioRule() | DailyDoseRule():
                    pass
                case _:
                    assert_never(rule)
        yield from (each for each in found if each <= self.today)

    def _narrow(self, route: Route) -> Iterator[Value]:
        assert route.wide is not None
        question = base(route.waiting or "")
        match wide := route.wide.value:
            case Age():
                born = births_of(wide, self.today)
                yield from (
                    _aged(days, self.today)
                    for days in _spans([born.start, born.end, *_within(self.births, born)])
                )
                ages = ((each, births_of(each, self.today)) for each in self._ages())
                yield from (each for each, births in ages if births.overlap(born))
            case Days():
                yield from (Picked((BEFORE_DAY,)), Picked((SINCE_DAY,)))
                group = self.plan.spans[question][route.wide.asked[-1]]
                days = [wide.start, wide.end, *_within(self._days(question, route.view), wide)]
                for each in _spans(days):
                    if not straddled(group, question, each, route.view, self.today):
                        yield each
            case Measure() | Dose() | Picked() | Blank():
                raise AssertionError("only ages and days are narrowed")
            case _:
                assert_never(wide)

    # ---- numbers and doses --------------------------------------------------------------------

    def _measures(self, question: Question, view: View) -> Iterator[Measure]:
        quantity = QUANTITIES[question.quantity or ""]
        found = edges(self.plan.flow, self.rules[question.id], question.id, view)
        points = [usual(quantity.name), *found]
        for each in _spread(points):
            yield Measure(quantity.name, each, quantity.base.code)
            if each.lo < each.hi:
                without = replace(each, lo_open=True, hi_open=True)
                yield Measure(quantity.name, without, quantity.base.code)

    def _doses(self, question: Question, view: View) -> Iterator[Dose]:
        flow, rules = self.plan.flow, [*doses_in(self.rules[question.id])]
        drug = drug_of(flow, question, view)
        milligrams = [
            mg
            for rule in rules
            if question.id in (rule.dose, rule.strength)
            for mg in dose_limits(flow, rule, drug, view)
        ]
        if question.only_mg and any(question.id == rule.strength for rule in rules):
            counts = [*tablets(rules, view)]
            amounts = [part for mg in milligrams for each in counts for part in beside(mg / each)]
            yield from (Dose(each, "mg") for each in _spread(amounts or [USUAL_MG]))
            return
        amounts = [part for mg in milligrams for part in beside(mg)] or [USUAL_MG]
        yield from (Dose(each, "mg") for each in _spread(amounts))
        if not question.only_mg:
            one = flow.drugs[drug].tablet_mg if drug else None
            counts = [each / one for each in amounts] if one else [*FEW_TABLETS]
            yield from (Dose(each, "tablet") for each in _spread(counts))


# ---- bounds -----------------------------------------------------------------------------------


def edge_dates(plan: Plan, today: date, place: int = 0) -> list[date]:
    """The dates to come back on of each window from this place on, at every bound of its question.

    Between two bounds of one question lie answers that mean the same to all of its windows; so the
    earliest and the latest date of each window count, and those at the bounds of the others.
    """
    dates: set[date] = set()
    for question in plan.flow.questions[place:]:
        groups = plan.spans.get(question.id, ())
        windows = [*windows_in(rule for group in groups for rule in group)]
        bounds = [first_inside(each, today) for each in windows]
        lasts = {today, *bounds, *(each - ONE_DAY for each in bounds)}
        inside = ((rule, last) for rule in windows for last in lasts)
        clear = (clear_day(rule, last) for rule, last in inside)
        dates.update(each for each in clear if each > today)
    return sorted(dates)


def _last_time(rule: WindowRule, clear: date) -> date:
    """The latest last time whose first clear day comes before this one is past."""
    day = shifted(rule, clear, -1) + timedelta(days=4)
    while clear_day(rule, day) >= clear:
        day -= ONE_DAY
    return day


def _born_for(rule: AgeRule, day: date, age: int) -> date:
    """The latest birth day with which one is so old on that day."""
    born = later(day, -age, rule.unit) + timedelta(days=4)
    while reached(rule, born, age) > day:
        born -= ONE_DAY
    return born


def _aged(born: Days, today: date) -> Age:
    return Age(age_on(born.end, today), age_on(born.start, today), born)


# ---- one value, and sets of them --------------------------------------------------------------


def _ticks(question: Question) -> Iterator[Picked]:
    yield from (Picked((each.id,)) for each in question.choices)
    together = [each.id for each in question.choices if not each.alone]
    yield from (Picked(pair) for pair in combinations(together, 2))
    if len(together) > 2:
        yield Picked(tuple(together))


def _spread(points: Iterable[Fraction]) -> Iterator[Interval]:
    """Each point and one far out on each side, each step from one to the next, and all of it."""
    line = sorted(set(points))
    line = [line[0] * (1 - FAR), *line, line[-1] * (1 + FAR)]
    yield from (Interval(each, each) for each in line)
    yield from (Interval(low, high) for low, high in pairwise(line))
    yield Interval(line[0], line[-1])


def _spans(days: Iterable[date]) -> Iterator[Days]:
    """Each day, and each span from one to another."""
    line = sorted(set(days))
    yield from (Days(each, each) for each in line)
    yield from (Days(start, end) for start, end in combinations(line, 2))


def _within(days: Iterable[date], span: Days) -> Iterator[date]:
    return (each for each in days if span.start <= each <= span.end)
