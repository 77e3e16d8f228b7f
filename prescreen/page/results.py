"""The pages after the questions: the five outcomes, and the contact page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce
from typing import assert_never

from prescreen.dialog.dialog import Dialog
from prescreen.flow.model import (
    AgeRule,
    AllRule,
    AnyRule,
    BmiRule,
    ChoiceRule,
    Criterion,
    DailyDoseRule,
    IntervalRule,
    LimitRule,
    RatioRule,
    Rule,
    Who,
    WindowRule,
)
from prescreen.flow.rules import doses_in, questions_of, rules_in, weight_of
from prescreen.flow.trial import Text
from prescreen.language.site import Site
from prescreen.page.advice import item, leaving, next_steps, to_join
from prescreen.page.echo import echo
from prescreen.page.model import Block, Tone
from prescreen.page.parts import BySettler
from prescreen.page.speech import Speech
from prescreen.page.stopped import stopped
from prescreen.page.words import Words
from prescreen.page.worked_out import worked_out
from prescreen.values import Blank, Picked
from prescreen.verdict import Finding, Outcome, latest, too_old_by_then

_WHO: BySettler = {
    "you": Words.WHO_YOU,
    "medicine_box": Words.WHO_MEDICINE_BOX,
    "lab_report": Words.WHO_LAB_REPORT,
    "doctor": Words.WHO_DOCTOR,
    "study_team": Words.WHO_STUDY_TEAM,
}


def heading(dialog: Dialog, speech: Speech) -> str:
    """The outcome in one or two sentences."""
    found = dialog.verdict
    assert found is not None
    match found.outcome:
        case Outcome.LIKELY_ELIGIBLE:
            return speech(Words.LIKELY)
        case Outcome.ASK_SITE:
            return speech(Words.ASK_SITE)
        case Outcome.NOT_NOW:
            return _not_now(dialog, speech, found.recheck)
        case Outcome.NOT_THIS_STUDY:
            return speech(Words.NOT_THIS_STUDY)
        case Outcome.DECLINED:
            return speech(Words.DECLINED)
        case _:
            assert_never(found.outcome)


def _not_now(dialog: Dialog, speech: Speech, recheck: date | None) -> str:
    if recheck is None:
        return speech(Words.NOT_NOW)
    asks = any(_may_only_ask(criterion) for criterion, _ in broken(dialog))
    sentence = Words.NOT_NOW_ASK_FROM if asks else Words.NOT_NOW_FROM
    return speech(sentence, day=speech.day(recheck))


def blocks(dialog: Dialog, speech: Speech, site: Site | None, *, revealed: bool) -> list[Block]:
    """Everything under the heading of a result."""
    found = dialog.verdict
    assert found is not None
    invited = found.outcome in (Outcome.LIKELY_ELIGIBLE, Outcome.ASK_SITE)
    serious = [*stopped(dialog, speech), *_tell_doctor(dialog, speech, invited=invited)]
    match found.outcome:
        case Outcome.LIKELY_ELIGIBLE:
            return [*serious, *to_join(dialog, speech, site, ())]
        case Outcome.ASK_SITE:
            points = _open_points(dialog, speech, revealed=revealed)
            return [*serious, *to_join(dialog, speech, site, points)]
        case Outcome.NOT_NOW:
            reasons = _with_reasons(dialog, speech, serious, revealed=revealed)
            rest = [Block(speech(Words.NOT_ALL_ASKED))] if dialog.unfinished else []
            dated = _names_day(dialog, revealed=revealed)
            following = next_steps(dialog, speech, found.recheck, dated=dated)
            return [*reasons, *rest, *following, *leaving(dialog, speech, Words.WARM_NOT_NOW)]
        case Outcome.NOT_THIS_STUDY:
            reasons = _with_reasons(dialog, speech, serious, revealed=revealed)
            following = next_steps(dialog, speech, dated=_too_old_by_then(dialog))
            return [*reasons, *following, *leaving(dialog, speech, Words.WARM_NOT_THIS)]
        case Outcome.DECLINED:
            mind = item(speech(Words.NEXT_MIND))
            following = next_steps(dialog, speech)
            return [*serious, *following, mind, *leaving(dialog, speech, None)]
        case _:
            assert_never(found.outcome)


def _tell_doctor(dialog: Dialog, speech: Speech, *, invited: bool) -> Iterator[Block]:
    """The answers that one's own doctor has to know of today, if there are any."""
    found = [*_serious(dialog, speech, invited=invited)]
    if found:
        yield Block(speech(Words.TELL_DOCTOR), Tone.HEADING)
        yield from map(item, found)


def _with_reasons(
    dialog: Dialog, speech: Speech, serious: list[Block], *, revealed: bool
) -> list[Block]:
    """The reasons, and what is serious: first where it is so whatever the result."""
    reasons = [*_reasons(dialog, speech, revealed=revealed)]
    leads = any(_serious(dialog, speech, invited=True))
    return [*serious, *reasons] if leads else [*reasons, *serious]


def _serious(dialog: Dialog, speech: Speech, *, invited: bool) -> Iterator[str]:
    marks = ("always",) if invited else ("always", "unless_invited")
    for question in dialog.flow.questions:
        value = dialog.route.view.get(question.id)
        ids = value.ids if isinstance(value, Picked) else ()
        for choice in question.choices:
            if choice.id in ids and choice.tell_doctor in marks:
                said = speech.text(choice.label, question.id)
                topic = speech.words(question.topic, question.id)
                named = question.kind == "ticks"
                yield said if named else speech(Words.FACT, label=topic, value=said)


def broken(dialog: Dialog) -> list[tuple[Criterion, Finding]]:
    """The criteria that stand against joining, those that last first."""
    found = _with_truth(dialog, False)
    return sorted(found, key=lambda each: not each[1].lasting)


def still_open(dialog: Dialog) -> list[tuple[Criterion, Finding]]:
    """The criteria that the study team has to settle."""
    return [each for each in _with_truth(dialog, None) if not each[0].at_site]


def _with_truth(dialog: Dialog, truth: bool | None) -> list[tuple[Criterion, Finding]]:
    findings = dialog.findings
    return [
        (each, findings[each.id])
        for each in dialog.flow.criteria
        if each.id in findings and findings[each.id].truth is truth
    ]


def is_private(dialog: Dialog, criterion: Criterion) -> bool:
    """Whether a criterion is about something sensitive."""
    names = questions_of(criterion.rule)
    return any(dialog.flow.question(name).sensitive for name in names)


def hides_something(dialog: Dialog) -> bool:
    """Whether the result has a private part that is shown only on request."""
    found = dialog.verdict
    if found is None or found.outcome in (Outcome.LIKELY_ELIGIBLE, Outcome.DECLINED):
        return False
    listed = still_open(dialog) if found.outcome is Outcome.ASK_SITE else broken(dialog)
    return any(is_private(dialog, criterion) for criterion, _ in listed)


def _may_only_ask(criterion: Criterion) -> bool:
    """Whether the text sets no time after which a criterion is met."""
    return any(map(_stays_open, rules_in(criterion.rule)))


def _stays_open(rule: Rule) -> bool:
    match rule:
        case WindowRule():
            return rule.outside == "unknown"
        case ChoiceRule() | AllRule() | AnyRule():
            return False
        case AgeRule() | IntervalRule() | LimitRule() | BmiRule() | RatioRule() | DailyDoseRule():
            return False
        case _:
            assert_never(rule)


def _too_old_by_then(dialog: Dialog) -> bool:
    route = dialog.route
    return too_old_by_then(dialog.flow, route.findings, route.view, dialog.today)


def _names_day(dialog: Dialog, *, revealed: bool) -> bool:
    """Whether a reason that is shown has a day from which it may change."""
    return any(
        finding.until and (revealed or not is_private(dialog, criterion))
        for criterion, finding in broken(dialog)
    )


def _reasons(dialog: Dialog, speech: Speech, *, revealed: bool) -> Iterator[Block]:
    found = broken(dialog)
    hidden = [each for each in found if is_private(dialog, each[0]) and not revealed]
    shown = [each for each in found if each not in hidden]
    if shown:
        title = Words.THE_REASON if len(found) == 1 else Words.THE_REASONS
        yield Block(speech(title), Tone.HEADING)
    for criterion, finding in shown:
        yield item(_why_not(dialog, speech, criterion, finding))
    if hidden:
        yield Block(speech(Words.PRIVATE_REASON))
    day = latest(each for _, each in found)
    if day and _too_old_by_then(dialog):
        yield Block(speech(Words.TOO_OLD_BY_THEN, day=speech.day(day)))


def _why_not(dialog: Dialog, speech: Speech, criterion: Criterion, finding: Finding) -> str:
    assert criterion.reason is not None
    parts = [_specific(dialog, speech, criterion, criterion.reason)]
    said = _last_answer(dialog, speech, criterion)
    if said:
        parts.append(speech(Words.HEARD, answer=said))
    fits_later = dialog.verdict and dialog.verdict.outcome is Outcome.NOT_NOW
    if finding.until and fits_later:
        sentence = Words.ASK_FROM if _may_only_ask(criterion) else Words.MAY_CHANGE_FROM
        parts.append(speech(sentence, day=speech.day(finding.until)))
    return speech.joined(parts)


def _answers(dialog: Dialog, criterion: Criterion) -> Iterator[str]:
    """The answers that were taken where a criterion reads a choice, "unsure" and "private" too."""
    for name in questions_of(criterion.rule):
        value = dialog.route.view.get(name)
        if isinstance(value, Picked):
            yield from value.ids
        elif isinstance(value, Blank) and dialog.flow.question(name).choices:
            yield value.value


def _specific(dialog: Dialog, speech: Speech, criterion: Criterion, general: Text) -> str:
    """What is said after the very answer that was given, or else in general."""
    because = criterion.because
    found = next(
        (because[each] for each in _answers(dialog, criterion) if each in because), general
    )
    return speech.text(found, criterion.id)


def who_settles(dialog: Dialog, criterion: Criterion) -> Who:
    """Who can settle a criterion after the very answer that was given, or else in general."""
    after = criterion.who_after
    found = [after[each] for each in _answers(dialog, criterion) if each in after]
    return found[0] if found else criterion.who


def _last_answer(dialog: Dialog, speech: Speech, criterion: Criterion) -> str:
    """The typed answer that decided a criterion, in words; empty where it was a choice.

    What one tablet holds is told with the number of tablets, and a dose with the weight that it
    was held against.
    """

    if worked := worked_out(dialog, speech, criterion):
        return worked
    doses = [*doses_in(rules_in(criterion.rule))]
    together = {
        name for each in doses if (weight := weight_of(each)) for name in (each.dose, weight)
    }
    reads = {*questions_of(criterion.rule)} - {each.strength for each in doses}
    typed = {
        step: value
        for step in dialog.route.steps
        if step in reads and not isinstance(value := dialog.value(step), Picked | Blank | None)
    }
    shown = [each for each in typed if each in together] or [*typed][-1:]
    said = [echo(dialog, speech, each, typed[each]) for each in shown]
    return reduce(lambda one, other: speech(Words.AND_ALSO, one=one, other=other), said or [""])


def _open_points(dialog: Dialog, speech: Speech, *, revealed: bool) -> Iterator[Block]:
    points = still_open(dialog)
    if points:
        yield Block(speech(Words.OPEN_POINTS), Tone.HEADING)
    hidden = 0
    for criterion, _ in points:
        if is_private(dialog, criterion) and not revealed:
            hidden += 1
            continue
        text = _specific(dialog, speech, criterion, criterion.open)
        who = speech(Words.WHO_SETTLES, who=speech(_WHO[who_settles(dialog, criterion)]))
        yield item(speech.joined([text, who]))
    if hidden:
        yield item(speech(Words.PRIVATE_POINT))
