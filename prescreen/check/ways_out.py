"""Why no answers lead to an outcome: the criteria that block it, and what to change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from prescreen.flow.model import Criterion, Flow
from prescreen.flow.rules import questions_of
from prescreen.verdict import Outcome


def ways_out(outcome: Outcome, flow: Flow, found: Mapping[str, set[str]]) -> str:
    """What blocks an outcome and how to mend it; `found` is what each criterion came to."""
    deciding = [each for each in flow.criteria if not each.at_site]
    match outcome:
        case Outcome.LIKELY_ELIGIBLE:
            return _never_met([each for each in deciding if "met" not in found[each.id]])
        case Outcome.ASK_SITE:
            return f"no answers leave one of {_names(deciding)} open and all others met."
        case Outcome.NOT_NOW:
            return (
                f"none of {_names(deciding)} is not_met for a time. Write not_met, and not "
                "lasting, for an answer that time can mend, or give a rule its limit. "
                f"{_reason(outcome)}"
            )
        case Outcome.NOT_THIS_STUDY:
            return (
                f"none of {_names(deciding)} is lasting. Write lasting for an answer that no date "
                f"can mend, or give the age its most. {_reason(outcome)}"
            )
        case Outcome.DECLINED:
            return _never_declined(flow)
        case _:
            assert_never(outcome)


def _reason(outcome: Outcome) -> str:
    return f'If the text can have none, say why in [never]: {outcome} = "...".'


def _never_met(blocking: list[Criterion]) -> str:
    if not blocking:
        return (
            "each criterion can be met, but no answers meet all. Look for two that want different "
            "answers to one question."
        )
    return " ".join(_blocked(blocking))


def _blocked(blocking: list[Criterion]) -> Iterator[str]:
    for each in blocking:
        asked = " or ".join(f'"{name}"' for name in questions_of(each.rule))
        yield (
            f"{each.id} is never met. Let an answer to {asked} be met, or set at_site where only "
            "the hospital can settle it."
        )


def _never_declined(flow: Flow) -> str:
    asking = [each.id for each in flow.questions if each.declined_on]
    if not asking:
        return "no question has declined_on. Name the answer in which somebody declines."
    return f"nobody comes to {', '.join(asking)}, or its answer decides otherwise. Mend asked_if."


def _names(criteria: list[Criterion]) -> str:
    return ", ".join(each.id for each in criteria)
