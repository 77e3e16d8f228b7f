"""From what a person typed or touched at one step to a value, or a refusal with its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import assert_never

from prescreen import reading
from prescreen.dialog.answer_ids import PRIVATE, UNSURE, Labels
from prescreen.dialog.choosing import as_value, choice_named, listen_choice, listen_ticks
from prescreen.dialog.narrow import narrowed
from prescreen.dialog.narrow_steps import BEFORE_DAY, SINCE_DAY
from prescreen.flow.model import Question
from prescreen.reading import (
    Option,
    by_mouth,
    read_age,
    read_birth,
    read_child_age,
    read_private,
    read_unsure,
    read_when,
)
from prescreen.reading.clauses.text import normalise, visible
from prescreen.reading.days.day_sides import BEFORE_THE_DAY, SINCE_THE_DAY
from prescreen.values import (
    MOST_MG,
    Age,
    Blank,
    Days,
    Dose,
    Interval,
    Measure,
    Offer,
    Reason,
    Refusal,
    Value,
    births_of,
)
from prescreen.values.units import QUANTITIES
from prescreen.verdict import Narrowing, View

_SIDES: Mapping[str, tuple[str, ...]] = {BEFORE_DAY: BEFORE_THE_DAY, SINCE_DAY: SINCE_THE_DAY}


def listen(
    question: Question,
    text: str,
    today: date,
    labels: Labels,
    drug_names: Sequence[str] = (),
    world: Interval | None = None,
    born: Days | None = None,
) -> Value | Offer[Value] | Refusal:
    """The value of an answer to this question.

    `drug_names` are what the drug of a dose is called; a dose may be said with its name. What lies
    outside of the `world` is asked back. On one of the days `born` lies what was at birth. An
    amount or a day said by somebody who is not sure of it is offered.
    """
    text = visible(text)
    blank = _blank(question, text, labels)
    doubted = blank is Blank.UNSURE and not question.choices
    if blank is not None and not (doubted and choice_named(question, text, labels) is None):
        return blank
    found = _heard(question, text, today, labels, drug_names, world, born)
    if blank is None:
        return found
    meant = found.value if isinstance(found, Offer) else found
    return blank if isinstance(meant, Refusal) else Offer(meant)


def _heard(
    question: Question,
    text: str,
    today: date,
    labels: Labels,
    drug_names: Sequence[str],
    world: Interval | None,
    born: Days | None,
) -> Value | Offer[Value] | Refusal:
    match question.kind:
        case "choice":
            return listen_choice(question, text, today, labels)
        case "ticks":
            return listen_ticks(question, text, today, labels)
        case "age":
            return _age(text, today, world)
        case "number":
            return _measure(question, text, world)
        case "when":
            at_birth = read_birth(text, born) if born else None
            return at_birth or _when(question, text, today)
        case "dose":
            return _dose(question, text, world, drug_names)
        case _:
            assert_never(question.kind)


def births_said(view: View, today: date) -> Days | None:
    """The days on one of which the person was born, by the age that was said."""
    return next((births_of(each, today) for each in view.values() if isinstance(each, Age)), None)


def listen_narrow(
    question: Question,
    value: Value,
    edge: Narrowing,
    text: str,
    today: date,
    labels: Labels,
) -> Value | Offer[Value] | Refusal:
    """The value of an answer to a narrowing question about `value`."""
    text = visible(text)
    blank = _blank(question, text, labels)
    if blank is not None:
        return blank
    reply = _narrow_reply(question, value, edge, text, today, labels)
    meant = reply.value if isinstance(reply, Offer) else reply
    if isinstance(meant, Refusal):
        return meant
    left = narrowed(value, meant, edge, today)
    if left is None:
        return Refusal(Reason.CONTRADICTION)
    if isinstance(meant, Days) and _straddles(left, edge):
        return Refusal(Reason.AMBIGUOUS)
    return reply


def _straddles(left: Value, edge: Narrowing) -> bool:
    return isinstance(left, Days) and edge.day is not None and left.start < edge.day <= left.end


def _narrow_reply(
    question: Question, value: Value, edge: Narrowing, text: str, today: date, labels: Labels
) -> Value | Offer[Value] | Refusal:
    if isinstance(value, Age):
        return read_child_age(text, today) if value.least < 1 else read_age(text, today)
    asides = [PRIVATE, UNSURE] if question.sensitive else [UNSURE]
    options = [*(Option(id, words) for id, words in _SIDES.items()), *map(Option, asides)]
    picked = _labelled(edge, text, today, labels) or reading.read_choice(text, options)
    return as_value(picked) if isinstance(picked, tuple) else _when(question, text, today)


def _when(question: Question, text: str, today: date) -> Days | Offer[Days] | Refusal:
    """The days of what is asked about; what ended of something else says nothing of it."""
    if by_mouth(text, question.key_words):
        return Refusal(Reason.NOT_AN_ANSWER)
    return read_when(text, today, question.key_words)


def _labelled(edge: Narrowing, text: str, today: date, labels: Labels) -> tuple[str, ...] | None:
    """The side of the day that a text names as its label does, "Before {day}", with that day."""
    said = text.strip().casefold()
    for id in _SIDES:
        for label in labels.get(id, ()):
            head, _, tail = label.casefold().partition("{day}")
            day = said.removeprefix(head).removesuffix(tail)
            if said == f"{head}{day}{tail}" and read_when(day, today) == _the(edge.day):
                return (id,)
    return None


def _the(day: date | None) -> Days | None:
    return Days(day, day) if day else None


def _blank(question: Question, text: str, labels: Labels) -> Blank | Refusal | None:
    named = choice_named(question, text, labels)
    if named == UNSURE or (named is None and read_unsure(text, question.mood)):
        return Blank.UNSURE
    if named == PRIVATE or (named is None and question.mood != "wish" and read_private(text)):
        return Blank.PRIVATE if question.sensitive else Refusal(Reason.NOT_AN_ANSWER)
    return None


_SUM = re.compile(r"[+＋]|\bplus\b", re.IGNORECASE)
"""Two amounts are no strength of one tablet."""
_WORD = re.compile(r"(?<![a-z])[a-z]{4,}(?![a-z])")


def _without(text: str, names: Sequence[str]) -> str:
    """The text without the first of these names that is in it, the longest tried first.

    A name may be cut short, as pred is.
    """
    plain = normalise(text) or ""
    known = {normalise(name) or name for name in names}
    short = {word for word in _WORD.findall(plain) for name in known if name.startswith(word)}
    for name in sorted(known | short, key=len, reverse=True):
        before, found, after = plain.partition(name)
        if found:
            return f"{before.rstrip().removesuffix(' of')} {after}"
    return text


def _age(text: str, today: date, world: Interval | None) -> Age | Offer[Age] | Refusal:
    """An age; in months or days too, where somebody can be less than a year old."""
    small = world is not None and world.lo < 1
    found = read_child_age(text, today) if small else read_age(text, today)
    age = found.value if isinstance(found, Offer) else found
    if world is None or isinstance(age, Refusal):
        return found
    inside = world.lo <= age.least and age.most <= world.hi
    return found if inside else Refusal(Reason.IMPOSSIBLE)


def _measure(
    question: Question, text: str, world: Interval | None
) -> Measure | Offer[Measure] | Refusal:
    quantity = question.quantity or ""
    usual = world is None or world == QUANTITIES[quantity].possible
    return reading.read_measure(text, quantity, None if usual else world, question.key_words)


def _dose(
    question: Question, text: str, world: Interval | None, drug_names: Sequence[str]
) -> Dose | Offer[Dose] | Refusal:
    if question.only_mg and _SUM.search(text):
        return Refusal(Reason.AMBIGUOUS)
    most = None if question.only_mg else int(world.hi) if world else MOST_MG
    found = reading.read_dose(_without(text, drug_names), most, question.key_words)
    if found == Refusal(Reason.NOT_AN_ANSWER):
        found = reading.read_dose(text, most, (*question.key_words, *drug_names))
    dose = found.value if isinstance(found, Offer) else found
    if question.only_mg and isinstance(dose, Dose) and dose.unit == "tablet":
        return Refusal(Reason.UNIT)
    return found
