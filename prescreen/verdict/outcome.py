"""The outcome that follows from the findings, and whether it is final."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from prescreen.flow.model import Criterion, Flow, Question
from prescreen.flow.rules import ages_in, must_hold
from prescreen.system.privacy import Silent
from prescreen.values import Age, Picked, Value, births_of
from prescreen.values.findings import KINDS, Finding, latest
from prescreen.values.outcomes import Outcome
from prescreen.verdict.rules import View
from prescreen.verdict.times import reached


@dataclass(frozen=True, slots=True, repr=False)
class Verdict(Silent):
    """The outcome, and the first day on which every broken rule may be met."""

    outcome: Outcome
    recheck: date | None = None


def final(flow: Flow, findings: Mapping[str, Finding], view: View, today: date) -> bool:
    """Whether the conversation ends here, because nothing more could change the outcome."""
    for criterion in flow.criteria:
        found = findings.get(criterion.id)
        if found and found.truth is False and (found.lasting or criterion.stops):
            return True
    return too_old_by_then(flow, findings, view, today)


def too_old_by_then(flow: Flow, findings: Mapping[str, Finding], view: View, today: date) -> bool:
    """Whether everyone the age stands for is over an age limit on the latest date so far."""
    day = latest(each for each in findings.values() if each.truth is False)
    too_old = day and too_old_on(flow, view, today)
    return bool(day and too_old and day >= too_old)


def too_old_on(flow: Flow, view: View, today: date) -> date | None:
    """The day from which everyone the age stands for is over an age limit, if there is one."""
    days = (
        reached(rule, births_of(value, today).end, rule.most + 1)
        for criterion in flow.criteria
        for rule in ages_in(must_hold(criterion.rule))
        if rule.most is not None
        if isinstance(value := view.get(rule.question), Age)
    )
    return min(days, default=None)


def verdict(flow: Flow, findings: Mapping[str, Finding], view: View, today: date) -> Verdict:
    """The outcome of a conversation that has ended, by protocol order of precedence."""
    broken = [each for each in findings.values() if each.truth is False]
    if any(each.lasting for each in broken) or too_old_by_then(flow, findings, view, today):
        return Verdict(Outcome.NOT_THIS_STUDY)
    if broken:
        dated = all(each.until for each in broken)
        return Verdict(Outcome.NOT_NOW, latest(broken) if dated else None)
    if any(declines(question, view.get(question.id)) for question in flow.questions):
        return Verdict(Outcome.DECLINED)
    if any(_open(criterion, findings) for criterion in flow.criteria):
        return Verdict(Outcome.ASK_SITE)
    return Verdict(Outcome.LIKELY_ELIGIBLE)


def early_outcomes(flow: Flow) -> tuple[Outcome, ...]:
    """The outcomes that there can be while all criteria but one are undecided."""
    first = ({each.id: found} for each in flow.criteria[:1] for found in KINDS.values())
    ends = dict.fromkeys(verdict(flow, found, {}, date.max).outcome for found in first)
    return tuple(reversed(ends))


def declines(question: Question, value: Value | None) -> bool:
    """Whether this answer says that the person does not want to go on."""
    return isinstance(value, Picked) and any(each in question.declined_on for each in value.ids)


def _open(criterion: Criterion, findings: Mapping[str, Finding]) -> bool:
    found = findings.get(criterion.id)
    return not criterion.at_site and (found is None or found.truth is None)
