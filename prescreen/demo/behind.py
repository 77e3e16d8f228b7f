"""What the patient never sees: where the conversation is, and each criterion's finding so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from prescreen.demo.words import DemoWords
from prescreen.dialog.dialog import Dialog
from prescreen.dialog.machine import Trigger
from prescreen.dialog.narrow_steps import base
from prescreen.flow.model import Criterion
from prescreen.flow.rules import questions_of
from prescreen.flow.states import LANGUAGE, LEFT, NOTICE, REVIEW, STAFF, VOICE
from prescreen.page.parts import BySettler
from prescreen.page.results import broken, still_open, who_settles
from prescreen.page.speech import Speech
from prescreen.page.words import Sentence, Words
from prescreen.verdict import Finding, Outcome, Status


class Standing(StrEnum):
    """How a criterion stands."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Way:
    """One arrow's name in the machine, how it is said, and the states that it leads to."""

    trigger: str
    label: str
    states: tuple[str, ...]


@dataclass(frozen=True)
class Point:
    """One criterion: its finding in short and in full, and where it comes from.

    `about` says whether the question that is put now has to do with it.
    """

    id: str
    topic: str
    standing: Standing
    finding: str
    said: str
    plain: str
    protocol: str
    who: str
    about: bool = False


@dataclass(frozen=True)
class BehindPage:
    """The side behind the scenes of one moment, as finished strings in one language.

    `deciding` is the first criterion that led to the outcome that is shown; `turn` is how the way
    to the patient's side is called; `status` says who has the word, `warning` warns whoever answers
    by hand, and `speaking` says that an answer is about to be given.
    """

    language: str
    mark: str
    title: str
    state: str
    name: str
    ways: tuple[Way, ...]
    outcome: str
    turn: str
    points: tuple[Point, ...]
    deciding: str
    status: str = ""
    warning: str = ""
    speaking: bool = False

    def point(self, criterion: str) -> Point:
        """The point of this criterion. Raises KeyError."""
        for each in self.points:
            if each.id == criterion:
                return each
        raise KeyError(criterion)


def behind_page(dialog: Dialog, speech: Speech) -> BehindPage:
    """The side behind the scenes of a conversation, as it stands now."""
    return BehindPage(
        language=speech.language.code,
        mark=speech(DemoWords.MARK),
        title=speech(DemoWords.UNSEEN),
        state=dialog.state,
        name=_name(dialog, speech),
        ways=tuple(_ways(dialog, speech)),
        outcome=_outcome(dialog, speech),
        turn=speech(DemoWords.SHOW_PATIENT),
        points=tuple(_point(dialog, speech, each) for each in dialog.flow.criteria),
        deciding=_deciding(dialog),
    )


def _name(dialog: Dialog, speech: Speech) -> str:
    """What the state is about, in words."""
    if dialog.question is not None:
        return speech.words(dialog.question.topic, dialog.question.id)
    if dialog.at_outcome:
        return outcome_name(speech, dialog.state)
    return speech(_NAMES[dialog.state])


_NAMES: dict[str, Sentence] = {
    LANGUAGE: Words.CHOOSE_LANGUAGE,
    VOICE: Words.WHO_ANSWERS,
    NOTICE: Words.NOTICE,
    REVIEW: Words.REVIEW,
    STAFF: Words.STAFF,
    LEFT: Words.GOODBYE,
}


def outcome_name(speech: Speech, outcome: str) -> str:
    """An outcome, or the page "talk to staff", in a few words."""
    return speech(DemoWords.STAFF if outcome == STAFF else _ended(Outcome(outcome)))


def _ended(outcome: Outcome) -> Sentence:
    match outcome:
        case Outcome.LIKELY_ELIGIBLE:
            return DemoWords.LIKELY_ELIGIBLE
        case Outcome.ASK_SITE:
            return DemoWords.ASK_SITE
        case Outcome.NOT_NOW:
            return DemoWords.NOT_NOW
        case Outcome.NOT_THIS_STUDY:
            return DemoWords.NOT_THIS_STUDY
        case Outcome.DECLINED:
            return DemoWords.DECLINED
        case _:
            assert_never(outcome)


def _ways(dialog: Dialog, speech: Speech) -> Iterator[Way]:
    """The arrows that leave this state, read off the machine that runs."""
    for trigger, event in dialog.script.machine.events.items():
        ends = [str(each.dest) for each in event.transitions.get(dialog.state, ())]
        if ends:
            yield Way(trigger, speech(_WAYS[Trigger(trigger)]), tuple(dict.fromkeys(ends)))


_WAYS = {
    Trigger.FORWARD: DemoWords.ONWARD,
    Trigger.BACK: DemoWords.BACKWARD,
    Trigger.CHECK: DemoWords.TO_LIST,
    Trigger.REVISE: DemoWords.TO_STEP,
    Trigger.DECLINE: DemoWords.TO_STAFF,
    Trigger.ENOUGH: DemoWords.TO_RESULT,
    Trigger.RESUME: DemoWords.TO_QUESTIONS,
    Trigger.RESTART: DemoWords.ANEW,
    Trigger.LEAVE: DemoWords.AWAY,
}


def _outcome(dialog: Dialog, speech: Speech) -> str:
    found = dialog.verdict
    if found is None:
        return speech(DemoWords.TO_COME)
    name = outcome_name(speech, found.outcome)
    label = speech(DemoWords.COMES_TO)
    return speech(Words.FACT, label=label, value=f"{name} ({found.outcome})")


def _deciding(dialog: Dialog) -> str:
    found = [*broken(dialog), *still_open(dialog)] if dialog.at_outcome else []
    return found[0][0].id if found else ""


def _point(dialog: Dialog, speech: Speech, criterion: Criterion) -> Point:
    found = dialog.findings.get(criterion.id)
    short, full = _sentences(found)
    day = found.until if found else None
    reads = questions_of(criterion.rule)
    topic = dialog.flow.question(reads[0])
    sentence = dialog.flow.protocol[criterion.sentence]
    return Point(
        id=criterion.id,
        topic=speech.words(topic.topic, topic.id),
        standing=Standing(found.status) if found else Standing.NOT_ASKED,
        finding=speech(short, day=day.isoformat() if day else ""),
        said=speech(full, day=speech.day(day) if day else ""),
        plain=speech.text(criterion.plain, criterion.id),
        protocol=speech(DemoWords.PROTOCOL, id=criterion.sentence, words=sentence),
        who=speech(DemoWords.SETTLES, who=speech(_WHO[who_settles(dialog, criterion)])),
        about=dialog.question is not None and base(dialog.state) in reads,
    )


_WHO: BySettler = {
    "you": DemoWords.WHO_YOU,
    "medicine_box": DemoWords.WHO_MEDICINE_BOX,
    "lab_report": DemoWords.WHO_LAB_REPORT,
    "doctor": DemoWords.WHO_DOCTOR,
    "study_team": DemoWords.WHO_STUDY_TEAM,
}


def _sentences(found: Finding | None) -> tuple[Sentence, Sentence]:
    """How a finding is said in short, and in full."""
    if found is None:
        return DemoWords.NOT_ASKED, DemoWords.NOTHING_SAID
    match found.status:
        case Status.MET:
            return DemoWords.MET, DemoWords.NOTHING_AGAINST
        case Status.UNKNOWN:
            return DemoWords.UNKNOWN, DemoWords.STANDS_OPEN
        case Status.NOT_MET if found.lasting:
            return DemoWords.NOT_MET_FOR_GOOD, DemoWords.WILL_STAY
        case Status.NOT_MET if found.until:
            return DemoWords.NOT_MET_UNTIL, DemoWords.WILL_MEET
        case Status.NOT_MET:
            return DemoWords.NOT_MET, DemoWords.MAY_PASS
        case _:
            assert_never(found.status)
