"""What a rule is made of: the rules inside it, and the questions it reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    ChoiceRule,
    RangeRule,
    RatioRule,
    Rule,
    WindowRule,
)


def rules_in(rule: Rule) -> Iterator[Rule]:
    """The rule and every rule inside it."""
    yield rule
    for inner in inner_rules(rule):
        yield from rules_in(inner)


def inner_rules(rule: Rule) -> Iterable[Rule]:
    """The rules right inside this one."""
    match rule:
        case ChoiceRule():
            return [each for each in rule.findings.values() if not isinstance(each, str)]
        case AgeRule():
            return [rule.if_open] if rule.if_open else []
        case AllRule() | AnyRule():
            return rule.rules
        case RangeRule() | WindowRule() | RatioRule():
            return []
        case _:
            assert_never(rule)


def questions_of(rule: Rule) -> tuple[str, ...]:
    """The ids of the questions a rule reads, in the order the rule names them."""
    found: list[str] = []
    for each in rules_in(rule):
        match each:
            case RatioRule():
                found += [each.weight, each.drug, each.dose, each.strength]
            case ChoiceRule() | AgeRule() | RangeRule() | WindowRule():
                found.append(each.question)
            case AllRule() | AnyRule():
                pass
            case _:
                assert_never(each)
    return tuple(dict.fromkeys(found))


def can_break(rule: Rule) -> bool:
    """Whether some answer makes the rule `not_met`."""
    return any(_breaks(each) for each in rules_in(rule))


def _breaks(rule: Rule) -> bool:
    match rule:
        case ChoiceRule():
            return any(mark in ("not_met", "lasting") for mark in rule.findings.values())
        case RatioRule():
            return rule.reached == "not_met"
        case AgeRule() | RangeRule() | WindowRule():
            return True
        case AllRule() | AnyRule():
            return False
        case _:
            assert_never(rule)


def breaks_undated(rule: Rule) -> bool:
    """Whether some answer makes the rule `not_met` with no date, and not for good."""
    return any(_breaks_undated(each) for each in rules_in(rule))


def _breaks_undated(rule: Rule) -> bool:
    if isinstance(rule, ChoiceRule):
        return "not_met" in rule.findings.values()
    return _breaks(rule) and not isinstance(rule, WindowRule)
