"""Bounds as exact limits in the first unit of what they bound, and where a number lies to them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    BmiRule,
    Bounds,
    ChoiceRule,
    DailyDoseRule,
    Ends,
    Flow,
    IntervalRule,
    LimitRule,
    NumberIs,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.values import Interval
from prescreen.values.units import QUANTITIES, Unit


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the most of a number; where `strict`, that number itself is outside."""

    least: Fraction | None
    most: Fraction | None
    least_strict: bool
    most_strict: bool
    margin: Fraction

    def hold(self, span: Interval) -> bool | None:
        """Whether every number of a span lies inside; None where only some do, or it is close."""
        if self._above(span) and self._below(span):
            return True
        return False if self._too_low(span) or self._too_high(span) else None

    def _above(self, span: Interval) -> bool:
        """Whether every number of a span is above the least, or is that number where it may be."""
        least, at = self.least, span.lo_open or not self.least_strict
        return least is None or span.lo > least or (span.lo == least and at)

    def _below(self, span: Interval) -> bool:
        most, at = self.most, span.hi_open or not self.most_strict
        return most is None or span.hi < most or (span.hi == most and at)

    def _too_low(self, span: Interval) -> bool:
        """Whether every number is too low by more than the margin, which one at its end is not."""
        if self.least is None:
            return False
        end, at = self.least - self.margin, span.hi_open or (self.least_strict and not self.margin)
        return span.hi < end or (span.hi == end and at)

    def _too_high(self, span: Interval) -> bool:
        if self.most is None:
            return False
        end, at = self.most + self.margin, span.lo_open or (self.most_strict and not self.margin)
        return span.lo > end or (span.lo == end and at)

    @property
    def edges(self) -> tuple[Fraction, ...]:
        """Every number at which the finding may change."""
        low = [] if self.least is None else [self.least - self.margin, self.least]
        high = [] if self.most is None else [self.most, self.most + self.margin]
        return tuple(dict.fromkeys([*low, *high]))


def limits(bounds: Ends, unit: Unit | None = None) -> Limits:
    """The limits that bounds set, given in a unit."""

    def inside(number: Fraction | None) -> Fraction | None:
        return number if unit is None or number is None else unit.to_base(number)

    low = bounds.above if bounds.at_least is None else bounds.at_least
    high = bounds.below if bounds.at_most is None else bounds.at_most
    margin = bounds.margin if isinstance(bounds, Bounds) else Fraction(0)
    return Limits(
        least=inside(low),
        most=inside(high),
        least_strict=bounds.at_least is None,
        most_strict=bounds.at_most is None,
        margin=margin * (unit.factor if unit else 1),
    )


def limits_of(flow: Flow, rule: LimitRule | NumberIs) -> Limits:
    """The limits in the first unit of a quantity, or of an age, or of how many times another."""
    question = flow.question(rule.question)
    if question.quantity is None or (isinstance(rule, LimitRule) and rule.times):
        return limits(rule)
    quantity = QUANTITIES[question.quantity]
    return limits(rule, quantity.unit(rule.unit) if rule.unit else None)


def own_edges(flow: Flow, rule: Rule, question: str) -> tuple[Fraction, ...]:
    """The numbers at which an answer, held against a limit by itself, changes the finding."""
    match rule:
        case LimitRule():
            own = rule.question == question and not rule.times
            return limits_of(flow, rule).edges if own else ()
        case ChoiceRule() | AgeRule() | WindowRule() | IntervalRule() | AllRule() | AnyRule():
            return ()
        case BmiRule() | RatioRule() | DailyDoseRule():
            return ()
        case _:
            assert_never(rule)
