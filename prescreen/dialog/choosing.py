"""Which choices of a question a text names or tells of."""

from __future__ import annotations

from datetime import date, timedelta

from prescreen import reading
from prescreen.dialog.answer_ids import AND, PRIVATE, UNSURE, Labels
from prescreen.flow.model import Question
from prescreen.reading import UNDECIDED, Asking, Option, read_private
from prescreen.values import Blank, Days, Offer, Picked, Reason, Refusal, Value


def listen_choice(
    question: Question, text: str, today: date, labels: Labels
) -> Value | Offer[Value] | Refusal:
    """The one choice that a text names or tells of."""
    named = choice_named(question, text, labels)
    if named is not None:
        return Picked((named,))
    if all(part.strip() for part in text.split(AND)) and AND in text:
        return Refusal(Reason.NOT_AN_ANSWER)
    if question.mood == "wish" and read_private(text):
        text = "no"
    return as_value(reading.read_choice(text, _options(question, labels), _asking(question, today)))


def listen_ticks(
    question: Question, text: str, today: date, labels: Labels
) -> Value | Offer[Value] | Refusal:
    """All ticks that a text names or tells of."""
    named = [choice_named(question, part, labels) for part in text.split(AND)]
    found: tuple[str, ...] | Blank | Offer[tuple[str, ...]] | Refusal
    if None in named:
        options = _options(question, labels)
        found = reading.read_choice(text, options, _asking(question, today), multiple=True)
    else:
        found = tuple(each for each in named if each)
    match found:
        case tuple():
            return _together(question, found)
        case Offer(ids):
            value = _together(question, ids)
            return value if isinstance(value, Refusal) else Offer(value)
        case _:
            return found


def names_choice(question: Question, text: str, labels: Labels) -> bool:
    """Whether a text is a choice's own id, label or word, or several of them together."""
    return all(choice_named(question, part, labels) for part in text.split(AND))


def names_only_ids(question: Question, text: str, labels: Labels) -> bool:
    """Whether one of the ticks is named by its id and by nothing that the flow calls it."""
    said = {part.strip().casefold() for part in text.split(AND)}
    options = _options(question, labels)
    bare = {each.id for each in question.choices} & said if question.kind == "ticks" else set()
    return bool(bare - {word.casefold() for option in options for word in option.words})


def choice_named(question: Question, text: str, labels: Labels) -> str | None:
    """The one answer whose id, label or word this is to the letter."""
    said = text.strip().casefold()
    names = [*(each.id for each in question.choices), UNSURE, PRIVATE]
    if said in names:
        return said
    found = {
        option.id
        for option in _options(question, labels)
        if said in (word.casefold() for word in option.words)
    }
    return found.pop() if len(found) == 1 else None


def _asking(question: Question, today: date) -> Asking:
    days = question.within_days
    return Asking(
        question.key_words,
        question.mood,
        today,
        Days(today - timedelta(days=days), today) if days else None,
        question.beside,
        question.signs,
    )


def _options(question: Question, labels: Labels) -> list[Option]:
    choices = [
        Option(each.id, (*each.words, *labels.get(each.id, ())), each.over, each.signs)
        for each in question.choices
    ]
    private = [Option(PRIVATE, tuple(labels.get(PRIVATE, ())))] if question.sensitive else []
    undecided = UNDECIDED if question.mood == "wish" else ()
    unsure = (*question.unsure_words, *undecided, *labels.get(UNSURE, ()))
    return [*choices, *private, Option(UNSURE, unsure, signs=question.unsure_signs)]


def _together(question: Question, ids: tuple[str, ...]) -> Value | Refusal:
    """Several ticks in the question's order, unless one of them can't stand beside another."""
    if PRIVATE in ids and not question.sensitive:
        return Refusal(Reason.NOT_AN_ANSWER)
    alone = {each.id for each in question.choices if each.alone} | {UNSURE, PRIVATE}
    if len(set(ids)) > 1 and alone & set(ids):
        return Refusal(Reason.CONTRADICTION)
    if len(set(ids)) == 1:
        return _value(ids)
    return Picked(tuple(each.id for each in question.choices if each.id in ids))


def as_value(
    found: tuple[str, ...] | Blank | Offer[tuple[str, ...]] | Refusal,
) -> Value | Offer[Value] | Refusal:
    """What was read of one choice, as the value of an answer."""
    match found:
        case tuple():
            return _value(found)
        case Offer(ids):
            return Offer(_value(ids))
        case _:
            return found


def _value(ids: tuple[str, ...]) -> Value:
    if ids[0] == UNSURE:
        return Blank.UNSURE
    return Blank.PRIVATE if ids[0] == PRIVATE else Picked(ids[:1])
