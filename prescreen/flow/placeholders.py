"""What stands in braces in the texts of a flow: {day} where a day is narrowed, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from prescreen.flow.model import AgeRule, Flow, IntervalRule, WindowRule
from prescreen.flow.rules import settled_at, spans_in
from prescreen.flow.texts import TextPlace, placed_texts

DAY = "{day}"


def brace_problems(flow: Flow) -> Iterator[str]:
    """A sentence for each text with a brace that would be shown."""
    dated, tied = _narrowed(flow)
    for place, key, text in _forms(flow):
        narrows = place.key == "narrow"
        may_name_day = place.table in dated and narrows
        if not _has_brace(text.replace(DAY, "") if may_name_day else text):
            continue
        if narrows and DAY in text and place.table in tied and not may_name_day:
            yield (
                f"{place.table} {key}: it would never be put, for the interval settles the later "
                f'day, "{tied[place.table]}". Move it there.'
            )
            continue
        fix = f"Only {DAY} may stand in braces here" if may_name_day else "Take it out"
        yield f"{place.table} {key}: a brace would be shown. {fix}."


def _narrowed(flow: Flow) -> tuple[set[str], dict[str, str]]:
    """The questions that are narrowed by a day; for both days of an interval, the later one."""
    dated, tied = set[str](), dict[str, str]()
    for criterion in flow.criteria:
        for rule in spans_in(criterion.rule):
            at = settled_at(flow, rule)
            match rule:
                case WindowRule():
                    dated.add(_table(at))
                case IntervalRule():
                    dated.add(_table(at))
                    tied |= {_table(rule.start): at, _table(rule.end): at}
                case AgeRule():
                    pass
                case _:
                    assert_never(rule)
    return dated, tied


def _table(question: str) -> str:
    return f'[question "{question}"]'


def _has_brace(text: str) -> bool:
    return "{" in text or "}" in text


def _forms(flow: Flow) -> Iterator[tuple[TextPlace, str, str]]:
    """What the patient reads and what a caregiver does, with its key; once where both are one."""
    for place, text in placed_texts(flow):
        if text.patient == text.caregiver:
            yield place, place.key, text.patient
        else:
            yield place, f"{place.key}.patient", text.patient
            yield place, f"{place.key}.caregiver", text.caregiver
