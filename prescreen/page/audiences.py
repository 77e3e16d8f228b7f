"""The program's sentences as they are said about healthy people and about children.

Most sentences are the same to everybody. Those that speak of a patient, of care or of treatment
have other forms here: `volunteer` for somebody healthy, `helper` for who answers for one, and
`parent` for the parent or guardian of a child. Where adults and children take part, `mixed` is
said as long as it may be either, and `either` to who answers for one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import assert_never

from prescreen.language.catalogs import Message
from prescreen.language.voices import Voice
from prescreen.page.words import Sentence, Words

VOLUNTEER, HELPER, PARENT = "volunteer", "helper", "parent"
MIXED, EITHER = "mixed", "either"


class Audience(StrEnum):
    """Who takes part, as far as it changes what the program says."""

    PATIENTS = "patients"
    VOLUNTEERS = "volunteers"
    CHILDREN = "children"
    PATIENTS_OR_CHILDREN = "patients or children"
    VOLUNTEERS_OR_CHILDREN = "volunteers or children"


def audience_of(participants: tuple[str, ...]) -> Audience:
    """The audience of a trial in which these take part."""
    if set(participants) == {"children"}:
        return Audience.CHILDREN
    if "children" in participants:
        ill = "patients" in participants
        return Audience.PATIENTS_OR_CHILDREN if ill else Audience.VOLUNTEERS_OR_CHILDREN
    return Audience.PATIENTS if "patients" in participants else Audience.VOLUNTEERS


def forms_of(audience: Audience, voice: Voice) -> tuple[str, ...]:
    """The forms for this listener, the closest first; none where the usual ones are said."""
    for_oneself = voice is Voice.PATIENT
    match audience:
        case Audience.PATIENTS:
            return ()
        case Audience.PATIENTS_OR_CHILDREN:
            return (MIXED,) if for_oneself else (EITHER,)
        case Audience.VOLUNTEERS:
            return (VOLUNTEER,) if for_oneself else (HELPER,)
        case Audience.VOLUNTEERS_OR_CHILDREN:
            return (MIXED, VOLUNTEER) if for_oneself else (EITHER, HELPER)
        case Audience.CHILDREN:
            return (PARENT,)
        case _:
            assert_never(audience)


_ONE = "the person you answer for"
FORMS: Mapping[Sentence, Mapping[str, str]] = {
    Words.I_AM_CAREGIVER: {
        MIXED: "I answer for somebody close to me, or for my child",
        VOLUNTEER: "I answer for somebody close to me",
        PARENT: "I am the parent or guardian of the child, and I answer",
    },
    Words.NOTICE_SENSITIVE: {
        EITHER: f"We will ask about the health of {_ONE}. This is sensitive personal information. "
        "We ask only to see if the study could fit. Please answer only if they agree or, for a "
        "child, if you are the parent or guardian.",
        HELPER: f"We will ask about the health of {_ONE}. This is sensitive personal information. "
        "We ask only to see if the study could fit. Please answer only if they agree.",
        PARENT: "We will ask about the health of your child. This is sensitive personal "
        "information. We ask only to see if the study could fit. Please answer only if you are "
        "the parent or guardian.",
    },
    Words.NOTICE_FREE: {
        VOLUNTEER: "Answering does not mean that you agree to join. You sign nothing. You can stop "
        "at any time, and nothing changes for you.",
        HELPER: "Answering does not mean that anybody agrees to join. You sign nothing. You can "
        "stop at any time, and nothing changes.",
        PARENT: "Answering does not mean that you agree that your child joins. You sign nothing. "
        "You can stop at any time, and the care of your child will not change.",
    },
    Words.NOTICE_MEDICINE: {
        VOLUNTEER: "Do not stop, cut or change any medicine to fit this study.",
        HELPER: "Do not stop, cut or change any medicine to fit this study.",
    },
    Words.AGREE: {
        EITHER: "They agree, or I am the parent or guardian",
        HELPER: "The person I answer for agrees",
        PARENT: "I am the parent or guardian, and I agree to answer",
    },
    Words.LIKELY: {
        HELPER: "The person you answer for is likely eligible. Please contact the study site.",
        PARENT: "Your child is likely eligible. Please contact the study site.",
    },
    Words.ASK_SITE: {
        HELPER: "The person you answer for may be able to join. Ask the study team to check "
        "some points.",
        PARENT: "Your child may be able to join. Ask the study team to check some points.",
    },
    Words.NOT_THIS_STUDY: {
        HELPER: f"This study is not the right one for {_ONE}.",
        PARENT: "This study is not the right one for your child.",
    },
    Words.TOO_OLD_BY_THEN: {
        HELPER: f"The study could fit from {{day}} at the earliest. By then, {_ONE} will be over "
        "its age limit.",
        PARENT: "The study could fit from {day} at the earliest. By then, your child will be over "
        "its age limit.",
    },
    Words.WHO_YOU: {
        HELPER: "please check together, then tell the study team",
        PARENT: "please check, then tell the study team",
    },
    Words.WHO_DOCTOR: {HELPER: "ask their doctor", PARENT: "ask your child's doctor"},
    Words.RECRUITING: dict.fromkeys(
        (VOLUNTEER, HELPER, PARENT),
        "We do not know if the study is taking people now. Please ask the hospital that runs the "
        "study.",
    ),
    Words.DO_NOT_WAIT: {
        PARENT: "Do not wait for a study if your child needs treatment.",
    },
    Words.NOT_CONSENT: {
        VOLUNTEER: "Answering did not mean that you agree to join. You have signed nothing. You "
        "can stop at any time, and nothing changes for you.",
        HELPER: "Answering did not mean that anybody agrees to join. You have signed nothing. You "
        "can stop at any time, and nothing changes.",
        PARENT: "Answering did not mean that you agree that your child joins. You have signed "
        "nothing. You can stop at any time, and the care of your child will not change.",
    },
    Words.NOT_ABOUT_CARE: {
        VOLUNTEER: "This says nothing about your health.",
        HELPER: f"This says nothing about the health of {_ONE}.",
        PARENT: "This says nothing about the health of your child.",
    },
    Words.WARM_NOT_THIS: {
        HELPER: "Thank you for taking the time. A study has strict rules, and this is not about "
        f"{_ONE}.",
        PARENT: "Thank you for taking the time. A study has strict rules, and this is not about "
        "your child as a person.",
    },
    Words.TELL_DOCTOR: {
        HELPER: f"If the doctor of {_ONE} does not know this yet, tell the doctor today.",
        PARENT: "If your child's doctor does not know this yet, tell the doctor today.",
    },
    Words.SPONSOR: {
        HELPER: "{sponsor} runs it, and a doctor can ask there.",
        PARENT: "{sponsor} runs it, and your child's doctor can ask there.",
    },
    Words.NEXT_DOCTOR: {
        PARENT: "You can take a photo of this page and show it to your child's doctor. There may "
        "be other clinical studies, or other help.",
    },
    Words.NEXT_MIND: {
        PARENT: "You can change your mind at any time. Just ask the doctor or come back here.",
    },
    Words.TEAM_PATIENT: {VOLUNTEER: "the volunteer"},
    Words.TEAM_WHO_DOCTOR: {
        VOLUNTEER: "the volunteer's own doctor",
        HELPER: "the volunteer's own doctor",
        PARENT: "the child's own doctor",
    },
    Words.TEAM_CAREGIVER: {
        HELPER: "someone close to the volunteer",
        PARENT: "the parent or guardian of the child",
    },
    Words.EXAMPLE_AGE: {PARENT: "10 weeks, or 7 years"},
    Words.REFUSED_IMPOSSIBLE_AGE: {
        PARENT: "Please say the age, such as 10 weeks or 7 years, or the birth date.",
    },
    Words.REFUSED_AGE: {
        PARENT: "I did not understand. Please say the age, such as 10 weeks or 7 years, or the "
        "birth date.",
    },
    Words.EXAMPLE_WEIGHT: {PARENT: "8.5 kg"},
    Words.REFUSED_UNIT_WEIGHT: {
        PARENT: "Please say the unit too: kg, jin or lb. For example 8.5 kg, or 19 lb.",
    },
    Words.REFUSED_IMPOSSIBLE_WEIGHT: {
        PARENT: "That weight does not look right. Please check the number and the unit. For "
        "example 8.5 kg.",
    },
    Words.REFUSED_WEIGHT: {
        PARENT: "I did not understand. Please say the weight, for example 8.5 kg.",
    },
    Words.HELP_FIRST: {
        HELPER: "If the person you answer for feels ill now, stop here and get help. The questions "
        "can wait.",
        PARENT: "If your child feels ill now, stop here and get help. The questions can wait.",
    },
    Words.URGENT_DESPAIR: {
        HELPER: "If the person you answer for thinks of self-harm:",
        PARENT: "If your child thinks of self-harm:",
    },
}
"""What is said instead of the usual forms of a sentence, by its form."""


def form_context(sentence: Sentence, form: str) -> str:
    """The context of a form in the catalogs."""
    return f"{sentence.context}/{form}"


def audience_messages() -> Iterator[Message]:
    """Every form here, for the catalogs."""
    for sentence, others in FORMS.items():
        for form, text in others.items():
            yield Message(form_context(sentence, form), text)
