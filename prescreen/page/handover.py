"""The page for the study team: what a coordinator copies from, and nothing private.

Whatever was answered to a private question, the page reads the same: each criterion that reads one
only says to ask in person, and the consent, which is asked for only where nothing stands against
joining, is always told as what it is: signed at the hospital.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import assert_never

from prescreen.dialog.dialog import Dialog
from prescreen.dialog.narrow_steps import base
from prescreen.flow.ledger_tables import Side
from prescreen.flow.model import Criterion
from prescreen.flow.rules import questions_of
from prescreen.language.voices import Voice
from prescreen.page.echo import echo
from prescreen.page.model import Block, Tone
from prescreen.page.parts import BySettler
from prescreen.page.results import is_private, who_settles
from prescreen.page.speech import Speech
from prescreen.page.words import Sentence, Words
from prescreen.page.worked_out import worked_out
from prescreen.verdict import UNKNOWN, Status

_WHO: BySettler = {
    "you": Words.TEAM_WHO_YOU,
    "medicine_box": Words.TEAM_WHO_BOX,
    "lab_report": Words.TEAM_WHO_REPORT,
    "doctor": Words.TEAM_WHO_DOCTOR,
    "study_team": Words.TEAM_WHO_TEAM,
}
_VOICES: Mapping[Voice, Sentence] = {
    Voice.PATIENT: Words.TEAM_PATIENT,
    Voice.CAREGIVER: Words.TEAM_CAREGIVER,
}


@dataclass(frozen=True, slots=True)
class _Said:
    """How the criteria of one kind are headed, and their findings told."""

    title: Sentence
    met: Sentence
    not_met: Sentence


_SAID: Mapping[Side, _Said] = {
    "inclusion": _Said(Words.TEAM_FOR, Words.TEAM_MET, Words.TEAM_NOT_MET),
    "exclusion": _Said(Words.TEAM_AGAINST, Words.TEAM_CLEAR, Words.TEAM_APPLIES),
}
"""On a screening form an exclusion that is met keeps people out, so no finding is told as that."""
GROUP = 4
"""So many digits of the version stand together, to be copied by hand."""


def handover(dialog: Dialog, speech: Speech) -> Iterator[Block]:
    """What the study team may copy, a line for each thing."""
    yield Block(speech(Words.TEAM_HELP), Tone.HELPER)
    for label, value in _facts(dialog, speech):
        yield Block(_pair(speech, speech(label), value), Tone.ITEM)
    for kind, said in _SAID.items():
        yield Block(speech(said.title), Tone.HEADING)
        for criterion in dialog.flow.of_kind(kind):
            yield Block(_line(dialog, speech, criterion), Tone.ITEM)


def _facts(dialog: Dialog, speech: Speech) -> Iterator[tuple[Sentence, str]]:
    version = dialog.script.version
    parts = [version[at : at + GROUP] for at in range(0, len(version), GROUP)]
    yield Words.TEAM_STUDY, dialog.flow.trial.id
    yield Words.TEAM_DAY, speech.day(dialog.today)
    yield Words.TEAM_ANSWERED, speech(_VOICES[speech.voice])
    yield Words.TEAM_VERSION, " ".join(parts)


def _line(dialog: Dialog, speech: Speech, criterion: Criterion) -> str:
    """One criterion: its finding, what was understood, and who settles it."""
    name = f"{criterion.id} {_topic(dialog, speech, questions_of(criterion.rule)[0])}"
    if is_private(dialog, criterion):
        return _pair(speech, name, speech(Words.TEAM_IN_PERSON))
    if criterion.at_site:
        return _pair(speech, criterion.id, speech(Words.TEAM_AT_SITE))
    who = speech(_WHO[who_settles(dialog, criterion)])
    parts = [
        _pair(speech, name, _finding(dialog, speech, criterion)),
        *_understood(dialog, speech, criterion),
        _pair(speech, speech(Words.TEAM_SETTLES), who),
    ]
    return reduce(lambda one, other: speech(Words.AND_ALSO, one=one, other=other), parts)


def _was_asked(dialog: Dialog, criterion: Criterion) -> bool:
    """Whether its first question was put and answered; others it may share with a criterion."""
    return questions_of(criterion.rule)[0] in dialog.route.steps


def _finding(dialog: Dialog, speech: Speech, criterion: Criterion) -> str:
    if not _was_asked(dialog, criterion):
        return speech(Words.TEAM_NOT_ASKED)
    said, found = _SAID[criterion.kind], dialog.findings.get(criterion.id, UNKNOWN)
    match found.status:
        case Status.UNKNOWN:
            return speech(Words.TEAM_UNKNOWN)
        case Status.MET:
            return speech(said.met)
        case Status.NOT_MET:
            broken = speech(said.not_met)
            if found.until:
                return speech(Words.TEAM_UNTIL, finding=broken, day=speech.day(found.until))
            return speech(Words.TEAM_LASTING, finding=broken) if found.lasting else broken
        case _:
            assert_never(found.status)


def _understood(dialog: Dialog, speech: Speech, criterion: Criterion) -> Iterator[str]:
    """Each answer that a criterion was decided by, first that to the topic of the line."""
    reads = questions_of(criterion.rule) if _was_asked(dialog, criterion) else ()
    steps = (each for each in dialog.route.steps if base(each) in reads)
    for step in sorted(steps, key=lambda each: base(each) != reads[0]):
        value = dialog.value(step)
        assert value is not None
        said = speech(Words.TEAM_SAID)
        label = said if base(step) == reads[0] else _topic(dialog, speech, base(step))
        yield _pair(speech, label, echo(dialog, speech, step, value))
    if together := worked_out(dialog, speech, criterion):
        yield together


def _topic(dialog: Dialog, speech: Speech, question: str) -> str:
    return speech.words(dialog.flow.question(question).topic, question)


def _pair(speech: Speech, label: str, value: str) -> str:
    return speech(Words.FACT, label=label, value=value)
