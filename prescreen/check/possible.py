"""What a rule can give, by itself."""

from __future__ import annotations

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
from prescreen.verdict import Finding, Status

DATED = "not_met until a date"
BREAKS = frozenset({"not_met", DATED, "lasting"})


def mark_of(found: Finding) -> str:
    """A finding as an author would name it."""
    if found.status is not Status.NOT_MET:
        return found.status
    return "lasting" if found.lasting else "not_met" if found.undated else DATED


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
