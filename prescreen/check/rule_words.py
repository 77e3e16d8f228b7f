"""A criterion's rule in plain English, and the findings that it can make."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import assert_never

from prescreen.flow import rules
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    BmiRule,
    Bounds,
    ChoiceRule,
    DailyDoseRule,
    Flow,
    IntervalRule,
    LimitRule,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.values import findings


class FindingName(StrEnum):
    """What a kind of finding is called, in the order in which they are listed."""

    MET = "met"
    DATED = "not met until a day"
    UNDATED = "not met, no date"
    LASTING = "not met, lasting"
    UNKNOWN = "unknown"


_NAMES: Mapping[str, FindingName] = {
    "met": FindingName.MET,
    findings.DATED: FindingName.DATED,
    "not_met": FindingName.UNDATED,
    "lasting": FindingName.LASTING,
    "unknown": FindingName.UNKNOWN,
}


def in_words(flow: Flow, rule: Rule) -> str:
    """What the rule makes of the answers."""
    match rule:
        case ChoiceRule():
            return _choice(flow, rule)
        case AgeRule():
            return _age(flow, rule)
        case LimitRule():
            unit = f" {rule.unit}" if rule.unit else ""
            times = f" in times of `{rule.times}`" if rule.times else ""
            return f"`{rule.question}`{times} {_bounds(rule, unit)}"
        case BmiRule():
            return f"`{rule.weight}` for the square of `{rule.height}` {_bounds(rule, ' kg/m2')}"
        case RatioRule() | DailyDoseRule():
            about = f" of `{rule.drug or rule.of}`" if rule.drug or rule.of else ""
            equal = f", in equivalents of {rule.reference_mg} mg" if rule.reference_mg else ""
            weight = rules.weight_of(rule)
            per = f" for each kg of `{weight}`" if weight else ""
            return f"`{rule.dose}`{about}{equal}{per} {_bounds(rule, ' mg a day')}"
        case IntervalRule():
            return f"from `{rule.start}` to `{rule.end}` {_bounds(rule, f' {rule.unit}')}"
        case WindowRule():
            day = "still counts" if rule.last_day == "inside" else "does not count"
            return (
                f"`{rule.question}` less than {_width(rule)} ago (the last day {day}): "
                f"{FindingName.DATED if rule.inside == 'not_met' else _NAMES[rule.inside]}; "
                f"before: {_NAMES[rule.outside]}; not settled: unknown"
            )
        case AllRule():
            return " and ".join(f"({in_words(flow, each)})" for each in rule.rules)
        case AnyRule():
            return " or ".join(f"({in_words(flow, each)})" for each in rule.rules)
        case _:
            assert_never(rule)


def _bounds(rule: Bounds, unit: str) -> str:
    """Where a number has to lie, and what it is elsewhere."""
    ends = (
        ("above", rule.above),
        ("at least", rule.at_least),
        ("below", rule.below),
        ("at most", rule.at_most),
    )
    inside = " and ".join(f"{word} {_number(n)}{unit}" for word, n in ends if n is not None)
    near = f"up to {_number(rule.margin)}{unit} outside: unknown; " if rule.margin else ""
    outside = "further outside" if rule.margin else "outside"
    return f"{inside}: met; {near}{outside}: {_NAMES[rule.outside]}; not settled: unknown"


def _width(rule: WindowRule) -> str:
    given = (
        (rule.days, "days"),
        (rule.weeks, "weeks"),
        (rule.months, "calendar months"),
        (rule.years, "calendar years"),
    )
    return " ".join(f"{many} {unit}" for many, unit in given if many)


def _number(number: Fraction) -> str:
    return f"{float(number):g}"


def _choice(flow: Flow, rule: ChoiceRule) -> str:
    answers = [
        f"{answer}: {_NAMES[mark] if isinstance(mark, str) else f'({in_words(flow, mark)})'}"
        for answer, mark in rule.findings.items()
    ]
    open_answers = "unsure, private" if flow.question(rule.question).sensitive else "unsure"
    return "; ".join([f"`{rule.question}` {answers[0]}", *answers[1:], f"{open_answers}: unknown"])


def _age(flow: Flow, rule: AgeRule) -> str:
    ends = (("from", rule.least), ("to", rule.most))
    said = " ".join(f"{word} {age}" for word, age in ends if age is not None)
    words = f"`{rule.question}` {said} full {rule.unit}, both included: met"
    if rule.least is not None:
        dated = f"{FindingName.DATED} if the full birth date is known, else no date"
        words += f"; under {rule.least}: {dated}"
    if rule.most is not None:
        words += f"; over {rule.most}: {FindingName.LASTING}"
    words += "; not settled: unknown"
    if rule.if_open is None:
        return words
    return f"{words}, or where under {rule.least} is possible: ({in_words(flow, rule.if_open)})"


def findings_of(rule: Rule) -> tuple[FindingName, ...]:
    """The findings that a rule can make, by their names."""
    marks = rules.marks_of(rule)
    return tuple(name for mark, name in _NAMES.items() if mark in marks)


def breaking_answers(rule: Rule) -> set[str]:
    """The answers that are `not_met` by themselves."""
    return {
        answer
        for part in rules.choices_in(rules.rules_in(rule))
        for answer, mark in part.findings.items()
        if mark in ("not_met", "lasting")
    }
