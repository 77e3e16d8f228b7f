"""What the conditions of a question read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from prescreen.flow.model import (
    AnswerIs,
    AnyOf,
    Condition,
    Flow,
    MayBeMinor,
    MayBeUnder,
    NothingAgainst,
    NumberIs,
    Question,
    StrengthMissing,
)
from prescreen.flow.rules import ages_in, rules_in


def conditions_in(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """These conditions and every condition inside them."""
    for each in conditions:
        yield each
        match each:
            case AnyOf():
                yield from conditions_in(each.any)
            case AnswerIs() | NumberIs() | MayBeUnder() | MayBeMinor():
                pass
            case StrengthMissing() | NothingAgainst():
                pass
            case _:
                assert_never(each)


def numbers_read(conditions: Iterable[Condition], question: str = "") -> Iterator[NumberIs]:
    """Those of these conditions, and of the ones inside them, that read a number, or this one."""
    for each in conditions_in(conditions):
        match each:
            case NumberIs():
                if question in ("", each.question):
                    yield each
            case AnswerIs() | MayBeUnder() | MayBeMinor():
                pass
            case StrengthMissing() | NothingAgainst() | AnyOf():
                pass
            case _:
                assert_never(each)


def asks_if_open(condition: Condition) -> bool:
    """Whether a condition asks if anything at all stands against joining so far."""
    match condition:
        case NothingAgainst():
            return True
        case AnswerIs() | NumberIs() | MayBeUnder() | MayBeMinor():
            return False
        case StrengthMissing() | AnyOf():
            return False
        case _:
            assert_never(condition)


def leading_to(flow: Flow, question: Question) -> Iterator[str]:
    """The questions that the conditions of this one read."""
    for condition in question.asked_if:
        yield from _read_by(flow, condition)


def _read_by(flow: Flow, condition: Condition) -> Iterator[str]:
    match condition:
        case AnswerIs() | NumberIs():
            yield condition.question
        case StrengthMissing():
            yield condition.strength_missing
        case MayBeUnder():
            about = next(each for each in flow.criteria if each.id == condition.may_be_under)
            yield from (each.question for each in ages_in(rules_in(about.rule)))
        case AnyOf():
            for each in condition.any:
                yield from _read_by(flow, each)
        case MayBeMinor():
            yield from (each.id for each in flow.questions if each.kind == "age")
        case NothingAgainst():
            pass
        case _:
            assert_never(condition)
