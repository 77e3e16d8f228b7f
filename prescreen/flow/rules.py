"""What a rule is made of: the rules inside it, and the questions it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import product
from typing import Any, assert_never

from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    BmiRule,
    ChoiceRule,
    DailyDoseRule,
    Ends,
    Flow,
    IntervalRule,
    LimitRule,
    RatioRule,
    Rule,
    WindowRule,
)
from prescreen.values.findings import DATED, KINDS, Finding, every, kind_of, some

Timed = AgeRule | WindowRule | IntervalRule
"""A rule that sets a bound in time, for which an answer may be too wide."""
Dosed = DailyDoseRule | RatioRule
"""A rule that holds a dose against limits."""


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
        case LimitRule() | BmiRule() | WindowRule() | IntervalRule():
            return []
        case RatioRule() | DailyDoseRule():
            return []
        case _:
            assert_never(rule)


def spans_in(rule: Rule) -> Iterator[Timed]:
    """The rules in this one that set a bound in time, an interval as one for each of its ends."""
    for each in rules_in(rule):
        match each:
            case AgeRule() | WindowRule():
                yield each
            case IntervalRule():
                names = {end.name for end in fields(Ends)}
                for end in sorted(names):
                    others: dict[str, Any] = dict.fromkeys(names - {end})
                    if getattr(each, end) is not None:
                        yield replace(each, **others)
            case ChoiceRule() | AllRule() | AnyRule():
                pass
            case LimitRule() | BmiRule() | RatioRule() | DailyDoseRule():
                pass
            case _:
                assert_never(each)


def settled_at(flow: Flow, rule: Timed) -> str:
    """The question whose answer may be too wide for a rule: of an interval, the later one."""
    match rule:
        case AgeRule() | WindowRule():
            return rule.question
        case IntervalRule():
            return max(rule.start, rule.end, key=[each.id for each in flow.questions].index)
        case _:
            assert_never(rule)


def needs_day(rule: Timed) -> bool:
    """Whether an answer too wide for a rule is narrowed by a day, and not by a birth date."""
    match rule:
        case WindowRule() | IntervalRule():
            return True
        case AgeRule():
            return False
        case _:
            assert_never(rule)


def weight_of(rule: Dosed) -> str | None:
    """The question for the weight by which a dose is divided, if it is."""
    match rule:
        case RatioRule():
            return rule.weight
        case DailyDoseRule():
            return None
        case _:
            assert_never(rule)


def doses_in(rules: Iterable[Rule]) -> Iterator[Dosed]:
    """Those of these rules that hold a dose against limits."""
    for each in rules:
        match each:
            case DailyDoseRule() | RatioRule():
                yield each
            case ChoiceRule() | AgeRule() | WindowRule() | IntervalRule():
                pass
            case LimitRule() | BmiRule() | AllRule() | AnyRule():
                pass
            case _:
                assert_never(each)


def ages_in(rules: Iterable[Rule]) -> Iterator[AgeRule]:
    """Those of these rules that set a bound to an age."""
    for each in rules:
        match each:
            case AgeRule():
                yield each
            case ChoiceRule() | WindowRule() | IntervalRule() | AllRule() | AnyRule():
                pass
            case LimitRule() | BmiRule() | RatioRule() | DailyDoseRule():
                pass
            case _:
                assert_never(each)


def choices_in(rules: Iterable[Rule]) -> Iterator[ChoiceRule]:
    """Those of these rules that give a finding to each choice."""
    for each in rules:
        match each:
            case ChoiceRule():
                yield each
            case AgeRule() | WindowRule() | IntervalRule() | AllRule() | AnyRule():
                pass
            case LimitRule() | BmiRule() | RatioRule() | DailyDoseRule():
                pass
            case _:
                assert_never(each)


def windows_in(rules: Iterable[Timed]) -> Iterator[WindowRule]:
    """Those of these rules that set how long ago something has to be."""
    for each in rules:
        match each:
            case WindowRule():
                yield each
            case AgeRule() | IntervalRule():
                pass
            case _:
                assert_never(each)


def must_hold(rule: Rule) -> Iterator[Rule]:
    """The rules without each of which this one can't be met."""
    yield rule
    match rule:
        case AllRule():
            for each in rule.rules:
                yield from must_hold(each)
        case AnyRule() | ChoiceRule() | AgeRule() | WindowRule() | IntervalRule():
            pass
        case LimitRule() | BmiRule() | RatioRule() | DailyDoseRule():
            pass
        case _:
            assert_never(rule)


def questions_of(rule: Rule) -> tuple[str, ...]:
    """The ids of the questions a rule reads, in the order the rule names them."""
    found: list[str] = []
    for each in rules_in(rule):
        match each:
            case BmiRule():
                found += [each.weight, each.height]
            case RatioRule() | DailyDoseRule():
                names = (weight_of(each), each.drug, each.dose, each.strength)
                found += [name for name in names if name]
            case IntervalRule():
                found += [each.start, each.end]
            case LimitRule():
                found += [each.question, *([each.times] if each.times else [])]
            case ChoiceRule() | AgeRule() | WindowRule():
                found.append(each.question)
            case AllRule() | AnyRule():
                pass
            case _:
                assert_never(each)
    return tuple(dict.fromkeys(found))


def can_break(rule: Rule) -> bool:
    """Whether some answer makes the rule `not_met`."""
    return any(KINDS[each].truth is False for each in marks_of(rule))


def marks_of(rule: Rule) -> frozenset[str]:
    """The findings that some answers would make this rule give; `unsure` stands on all."""
    match rule:
        case ChoiceRule():
            marks = [{m} if isinstance(m, str) else marks_of(m) for m in rule.findings.values()]
            return frozenset({"unknown"}).union(*marks)
        case AgeRule():
            old = {"lasting"} if rule.most is not None else set()
            young = {"not_met", DATED} if rule.least is not None else set()
            own = frozenset({"met", "unknown", *old, *young})
            return own | marks_of(rule.if_open) if rule.if_open else own
        case LimitRule() | BmiRule() | RatioRule() | DailyDoseRule() | IntervalRule():
            return frozenset({"met", "unknown", rule.outside})
        case WindowRule():
            inside = DATED if rule.inside == "not_met" else rule.inside
            return frozenset({"unknown", inside, rule.outside})
        case AllRule():
            return _together(every, rule.rules)
        case AnyRule():
            return _together(some, rule.rules)
        case _:
            assert_never(rule)


def _together(
    combine: Callable[[Sequence[Finding]], Finding | None], parts: Iterable[Rule]
) -> frozenset[str]:
    """What every way in which the parts can come out comes to."""
    ways = [way for way in product(*map(marks_of, parts)) if way]
    combined = (combine([KINDS[mark] for mark in way]) for way in ways)
    return frozenset(kind_of(each) for each in combined if each)
