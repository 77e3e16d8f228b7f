"""What a rule is made of: the rules inside it, and the questions it reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnswerIs,
    AnyRule,
    ChoiceRule,
    Flow,
    MayBeUnder,
    NothingAgainst,
    Question,
    RangeRule,
    RatioRule,
    Rule,
    StrengthMissing,
    WindowRule,
)

DATED = "not_met until a date"
BREAKS = frozenset({"not_met", DATED, "lasting"})


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


def marks_of(rule: Rule) -> frozenset[str]:
    """The findings that some answers would make this rule give; `unsure` stands on all."""
    match rule:
        case ChoiceRule():
            marks = [{m} if isinstance(m, str) else marks_of(m) for m in rule.findings.values()]
            return frozenset({"unknown"}).union(*marks)
        case AgeRule():
            own = frozenset({"met", "lasting", "not_met", DATED, "unknown"})
            return own | marks_of(rule.if_open) if rule.if_open else own
        case RangeRule():
            return frozenset({"met", "not_met", "unknown"})
        case WindowRule():
            return frozenset({DATED, "unknown", rule.outside})
        case RatioRule():
            return frozenset({"met", "unknown", rule.reached})
        case AllRule():
            return _all([marks_of(each) for each in rule.rules])
        case AnyRule():
            return _any([marks_of(each) for each in rule.rules])
        case _:
            assert_never(rule)


def _all(parts: list[frozenset[str]]) -> frozenset[str]:
    """One part can break it or leave it open; all have to be met together."""
    return frozenset().union(*parts) - {"met"} | _in_each(parts)


def _any(parts: list[frozenset[str]]) -> frozenset[str]:
    """One part can meet it or leave it open; all have to break together, one with a date."""
    alone = frozenset().union(*parts)
    together = _in_each(parts) & BREAKS
    if all(each & BREAKS for each in parts):
        together |= alone & {DATED}
    return alone - BREAKS | together


def _in_each(parts: list[frozenset[str]]) -> frozenset[str]:
    return frozenset.intersection(*parts) if parts else frozenset()


def leading_to(flow: Flow, question: Question) -> Iterator[str]:
    """The questions that must have been put for this one to be put."""
    for condition in question.asked_if:
        match condition:
            case AnswerIs():
                yield condition.question
            case StrengthMissing():
                yield condition.strength_missing
            case MayBeUnder():
                about = next(each for each in flow.criteria if each.id == condition.may_be_under)
                yield from (r.question for r in rules_in(about.rule) if isinstance(r, AgeRule))
            case NothingAgainst():
                pass
            case _:
                assert_never(condition)
