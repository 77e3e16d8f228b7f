"""Rules about time: what is wrong with their bounds."""

from __future__ import annotations

from collections.abc import Iterator

from prescreen.flow.limits import limits
from prescreen.flow.model import AgeRule, IntervalRule, WindowRule
from prescreen.flow.number_problems import bound_problems

OLDEST_WRITTEN = 150
"""Texts name limits that nobody reaches, such as 130 years; one of more years is meant in days."""


def age_problems(rule: AgeRule) -> Iterator[str]:
    """A sentence for each thing wrong with the bounds of an age."""
    if rule.least is None and rule.most is None:
        yield "rule: it has no bound; give least, most or both."
    elif rule.least is not None and rule.most is not None and rule.least > rule.most:
        yield f"rule: least = {rule.least} is above most = {rule.most}; swap them."
    for key, age in (("least", rule.least), ("most", rule.most)):
        if rule.unit == "years" and age is not None and age > OLDEST_WRITTEN:
            yield f'rule: {key} = {age} is no age in years; give fewer, or add unit = "days".'


def window_problems(rule: WindowRule) -> Iterator[str]:
    """A sentence for each thing wrong with a window."""
    given = [each for each in (rule.days, rule.weeks, rule.months, rule.years) if each is not None]
    if len(given) != 1:
        yield 'rule: give one of "days", "weeks", "months" and "years".'
    if rule.inside == rule.outside:
        yield f'rule: inside and outside are both "{rule.inside}"; make one of them another.'


def interval_problems(rule: IntervalRule) -> Iterator[str]:
    """A sentence for each thing wrong with an interval."""
    yield from bound_problems(rule)
    if rule.margin or any(edge.denominator != 1 for edge in limits(rule).edges):
        yield "rule: an interval counts whole units and has no margin; give whole numbers."
    if rule.start == rule.end:
        yield "rule: from and to are the same question; name two."
