"""What a rule can give, by itself."""

from __future__ import annotations

from collections.abc import Iterable
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


def marks_of(rule: Rule) -> frozenset[str]:
    """The findings that some answers would make this rule give; `unsure` stands on all."""
    match rule:
        case ChoiceRule():
            return frozenset({"unknown"}).union(
                *(
                    {each} if isinstance(each, str) else marks_of(each)
                    for each in rule.findings.values()
                )
            )
        case AgeRule():
            own = frozenset({"met", "lasting", "not_met", "unknown"})
            return own | marks_of(rule.if_open) if rule.if_open else own
        case RangeRule():
            return frozenset({"met", "not_met", "unknown"})
        case WindowRule():
            return frozenset({"not_met", "unknown", rule.outside})
        case RatioRule():
            return frozenset({"met", "unknown", rule.reached})
        case AllRule():
            return _joined([marks_of(each) for each in rule.rules], strong=("not_met", "lasting"))
        case AnyRule():
            return _joined([marks_of(each) for each in rule.rules], strong=("met",))
        case _:
            assert_never(rule)


def _joined(parts: Iterable[frozenset[str]], strong: Iterable[str]) -> frozenset[str]:
    """What one part can give by itself, and what all parts have to give together."""
    sets = list(parts)
    alone = frozenset().union(*sets) & {*strong, "unknown"}
    return alone | frozenset.intersection(*sets)
