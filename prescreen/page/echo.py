"""What was understood, said back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import reduce
from typing import NamedTuple, assert_never

from prescreen.dialog.dialog import Dialog
from prescreen.dialog.narrow_steps import BEFORE_DAY, base, is_narrow
from prescreen.flow.limits import own_edges
from prescreen.flow.model import Question
from prescreen.flow.rules import rules_in
from prescreen.page.ages import how_old
from prescreen.page.measures import measured, places_beside
from prescreen.page.parts import NotTaken
from prescreen.page.speech import Speech
from prescreen.page.words import Sentence, Words
from prescreen.values import (
    JIN,
    POUND,
    Age,
    Blank,
    Days,
    Dose,
    Interval,
    Measure,
    Offer,
    Picked,
    Reason,
    Refusal,
    Value,
)
from prescreen.values.units import QUANTITIES


class Beside(NamedTuple):
    """The sentences that set one thing beside another: two units, an age and a birth."""

    other: Sentence
    about_other: Sentence
    born: Sentence


BESIDE = Beside(Words.SAME_AS, Words.ABOUT_SAME_AS, Words.BORN)
IN_BRACKETS = Beside(Words.WITH_OTHER, Words.WITH_ABOUT_OTHER, Words.WITH_BIRTH)

_WEIGHT_UNITS: dict[str, tuple[Fraction, Sentence]] = {
    "kg": (Fraction(1), Words.KG),
    "jin": (JIN, Words.JIN),
    "[lb_av]": (POUND, Words.LB),
}
_BLANKS = {Blank.UNSURE: Words.UNSURE, Blank.PRIVATE: Words.PRIVATE}


def echo(
    dialog: Dialog, speech: Speech, step: str, value: Value, sentences: Beside = BESIDE
) -> str:
    """An answer in words, with its other common unit."""
    match value:
        case Blank() | Picked():
            return _listed(speech, _labels(dialog, speech, step, value))
        case Age():
            return _age(speech, value, dialog.today, sentences)
        case Measure():
            return _measure(speech, value, sentences, _edges(dialog, base(step)))
        case Dose():
            return _dose(dialog, speech, step, value, sentences)
        case Days():
            return speech.days(value, dialog.today)
        case _:
            assert_never(value)


def offer(dialog: Dialog, speech: Speech, value: Value) -> str:
    """The question whether this was meant, with the answer in words."""
    if isinstance(value, Blank | Picked):
        labels = _labels(dialog, speech, dialog.state, value)
        quoted = [speech(Words.QUOTED, answer=each) for each in labels]
        return speech(Words.OFFER_CHOICE, answer=_listed(speech, quoted))
    return speech(Words.OFFER, answer=echo(dialog, speech, dialog.state, value, IN_BRACKETS))


def blank(speech: Speech, question: Question, value: Blank) -> str:
    """How "I'm not sure" or "I'd rather tell it in person" reads at a question."""
    if value is Blank.UNSURE and question.unsure:
        return speech.text(question.unsure, question.id)
    return speech(_BLANKS[value])


def _labels(dialog: Dialog, speech: Speech, step: str, value: Blank | Picked) -> list[str]:
    """How the answers read that were picked."""
    question = dialog.flow.question(base(step))
    if isinstance(value, Blank):
        return [blank(speech, question, value)]
    if is_narrow(step):
        edge = dialog.edge(step)
        assert edge is not None
        assert edge.day is not None
        sentence = Words.BEFORE_DAY if value.ids == (BEFORE_DAY,) else Words.SINCE_DAY
        return [speech(sentence, day=speech.day(edge.day))]
    choices = [each for each in question.choices if each.id in value.ids]
    return [speech.text(each.label, question.id) for each in choices]


def _listed(speech: Speech, labels: Sequence[str]) -> str:
    return reduce(lambda one, other: speech(Words.AND_ALSO, one=one, other=other), labels)


def _age(speech: Speech, age: Age, today: date, sentences: Beside) -> str:
    years = how_old(speech, age, today)
    if age.born is None:
        return years
    return speech(sentences.born, day=speech.days(age.born, today), years=years)


def _edges(dialog: Dialog, question: str) -> tuple[Fraction, ...]:
    """The numbers at which an answer to this question changes a finding, in its first unit."""
    readers = dialog.plan.readers[question]
    rules = (rule for criterion in readers for rule in rules_in(criterion.rule))
    return tuple(edge for rule in rules for edge in own_edges(dialog.flow, rule, question))


def _measure(speech: Speech, measure: Measure, sentences: Beside, edges: Sequence[Fraction]) -> str:
    if measure.quantity == "weight" and measure.unit != "g":
        return _weight(speech, measure, sentences, edges)
    return measured(speech, measure, sentences.other, sentences.about_other, edges)


def _weight(speech: Speech, weight: Measure, sentences: Beside, edges: Sequence[Fraction]) -> str:
    unit = "[lb_av]" if weight.unit == "[stone_av]" else weight.unit
    other = speech.conventions.weight if unit == "kg" else "kg"
    exact = "[lb_av]" not in (unit, other)
    kg = (weight.base.lo, weight.base.hi)
    places = 2 if exact else max(places_beside(each, edges) for each in kg) if other == "kg" else 1
    return speech(
        sentences.other if exact else sentences.about_other,
        one=_in_unit(speech, weight.base, unit, places=2),
        other=_in_unit(speech, weight.base, other, places=places),
    )


def _in_unit(speech: Speech, kg: Interval, unit: str, places: int) -> str:
    size, sentence = _WEIGHT_UNITS[unit]
    return speech(sentence, n=_amount(speech, kg.times(1 / size), places))


def _amount(speech: Speech, amount: Interval, places: int = 2) -> str:
    lo, hi = speech.number(amount.lo, places), speech.number(amount.hi, places)
    return lo if lo == hi else speech(Words.RANGE, lo=lo, hi=hi)


def _dose(dialog: Dialog, speech: Speech, step: str, dose: Dose, sentences: Beside) -> str:
    if dose.unit == "mg":
        return speech(Words.MG, n=_amount(speech, dose.amount))
    one = dose.amount.lo == dose.amount.hi == 1
    tablets = speech(Words.ONE_TABLET if one else Words.TABLETS, n=_amount(speech, dose.amount))
    tablet = dialog.tablet(step)
    if tablet is None:
        return tablets
    mg = speech(Words.MG, n=_amount(speech, dose.amount.times(tablet)))
    return speech(sentences.other, one=tablets, other=mg)


YEARS_SUGGESTED = 6
MISSES_BEFORE_SUGGESTIONS = 2


def suggestions(dialog: Dialog, speech: Speech, not_taken: NotTaken | None) -> dict[str, str]:
    """What the person may have meant, as texts to be said and how they read.

    A number without its unit is suggested with each unit; after two texts that were not understood
    as a day, the last years are.
    """
    question = dialog.question
    if question is None or not_taken is None:
        return {}
    texts: list[str] = []
    if not_taken.reason is Reason.UNIT:
        texts = [f"{not_taken.text} {unit}" for unit in _units_suggested(question)]
    elif question.kind == "when" and not_taken.misses >= MISSES_BEFORE_SUGGESTIONS:
        texts = [str(dialog.today.year - back) for back in range(YEARS_SUGGESTED)]
    heard = {text: dialog.hear(text) for text in texts}
    return {
        text: echo(dialog, speech, dialog.state, value)
        for text, value in heard.items()
        if not isinstance(value, Refusal | Offer)
    }


def _units_suggested(question: Question) -> tuple[str, ...]:
    match question.kind:
        case "number":
            quantity = QUANTITIES[question.quantity or ""]
            return tuple(each.symbol for each in quantity.units if each.key)
        case "dose":
            return ("mg", "tablets")
        case "choice" | "ticks" | "age" | "when":
            return ()
        case _:
            assert_never(question.kind)
