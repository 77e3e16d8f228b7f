"""Kind sentences about what was not taken, each with an example that fits."""

from __future__ import annotations

from typing import assert_never

from prescreen.dialog.dialog import Dialog
from prescreen.dialog.narrow_steps import is_narrow
from prescreen.page.measures import example, unit_names
from prescreen.page.questions import example_key, example_said
from prescreen.page.speech import Speech
from prescreen.page.words import Sentence, Words
from prescreen.values import Reason


def refusal(dialog: Dialog, speech: Speech, reason: Reason) -> str:
    """A kind sentence about a text that was not taken, with an example that fits."""
    question = dialog.question
    assert question is not None, "only an answer is refused with an example"
    narrows = is_narrow(dialog.state) and question.kind == "when"
    if reason is Reason.DENIED:
        about = "" if narrows else example_said(speech, question)
        return speech(Words.DENIED, example=about) if about else speech(Words.DENIED_CHOICE)
    for key in ((reason, "narrow" if narrows else example_key(question)), (reason, "")):
        if key in _REFUSALS:
            return speech(_REFUSALS[key])
    match question.kind:
        case "age":
            return speech(Words.REFUSED_AGE)
        case "number" if question.quantity == "weight":
            return speech(Words.REFUSED_WEIGHT)
        case "number":
            return _number_refusal(speech, question.quantity or "", reason)
        case "dose":
            return speech(Words.REFUSED_UNIT_MG if question.only_mg else Words.REFUSED_DOSE)
        case "when" if not narrows:
            return speech(Words.REFUSED_WHEN)
        case "choice" | "ticks" | "when":
            return speech(Words.REFUSED_CHOICE)
        case _:
            assert_never(question.kind)


def _number_refusal(speech: Speech, quantity: str, reason: Reason) -> str:
    about = example(speech, quantity)
    match reason:
        case Reason.UNIT:
            return speech(Words.REFUSED_UNIT, units=unit_names(speech, quantity), example=about)
        case Reason.IMPOSSIBLE:
            return speech(Words.REFUSED_IMPOSSIBLE, example=about)
        case _:
            return speech(Words.REFUSED_NUMBER, example=about)


_REFUSALS: dict[tuple[Reason, str], Sentence] = {
    (Reason.UNIT, "weight"): Words.REFUSED_UNIT_WEIGHT,
    (Reason.UNIT, "dose"): Words.REFUSED_UNIT_DOSE,
    (Reason.UNIT, "mg"): Words.REFUSED_UNIT_MG,
    (Reason.AMBIGUOUS, "when"): Words.REFUSED_AMBIGUOUS_DAY,
    (Reason.AMBIGUOUS, "age"): Words.REFUSED_IMPOSSIBLE_AGE,
    (Reason.AMBIGUOUS, ""): Words.REFUSED_AMBIGUOUS,
    (Reason.VAGUE, "when"): Words.REFUSED_VAGUE,
    (Reason.VAGUE, "narrow"): Words.REFUSED_VAGUE,
    (Reason.FUTURE, ""): Words.REFUSED_FUTURE,
    (Reason.IMPOSSIBLE, "age"): Words.REFUSED_IMPOSSIBLE_AGE,
    (Reason.IMPOSSIBLE, "weight"): Words.REFUSED_IMPOSSIBLE_WEIGHT,
    (Reason.IMPOSSIBLE, "dose"): Words.REFUSED_IMPOSSIBLE_DOSE,
    (Reason.IMPOSSIBLE, "mg"): Words.REFUSED_IMPOSSIBLE_DOSE,
    (Reason.IMPOSSIBLE, "when"): Words.REFUSED_IMPOSSIBLE_DAY,
    (Reason.IMPOSSIBLE, "narrow"): Words.REFUSED_IMPOSSIBLE_DAY,
    (Reason.CONTRADICTION, "ticks"): Words.REFUSED_CONTRADICTION_TICKS,
    (Reason.CONTRADICTION, ""): Words.REFUSED_CONTRADICTION,
}
