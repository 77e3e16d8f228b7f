"""The pages before the result: questions and the review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import assert_never

from prescreen.dialog.answer_ids import PRIVATE, RESULT, UNSURE
from prescreen.dialog.dialog import Dialog
from prescreen.dialog.narrow_steps import BEFORE_DAY, SINCE_DAY, base, is_narrow
from prescreen.flow.model import Question
from prescreen.flow.possible import possible
from prescreen.page.echo import blank, echo
from prescreen.page.measures import example, number_pad
from prescreen.page.model import (
    Block,
    Control,
    Pad,
    Pick,
    Picker,
    Row,
    Rows,
    Tick,
    Tile,
    Tone,
    Turn,
    Type,
    UnitKey,
)
from prescreen.page.parts import numbered, tile
from prescreen.page.speech import Speech
from prescreen.page.words import Sentence, Words
from prescreen.reading.amounts.unit_spellings import DOSE_UNITS, WEIGHT_UNITS
from prescreen.values import Age, Blank, Picked, Value, births_of

DONE = "done"

_SPELLED = {**WEIGHT_UNITS, "mg": DOSE_UNITS["mg"], "tablets": DOSE_UNITS["tablet"]}


def question_at(dialog: Dialog, speech: Speech, step: str) -> str:
    """The question that is put at a step."""
    question = dialog.flow.question(base(step))
    if not is_narrow(step):
        return speech.text(question.ask, question.id)
    assert question.narrow is not None
    edge = dialog.edge(step)
    text = speech.text(question.narrow, question.id)
    return text.format(day=speech.day(edge.day)) if edge and edge.day else text


def answer_at(dialog: Dialog, speech: Speech, step: str) -> str:
    """The answer given at a step in words, masked where it is private."""
    value = dialog.value(step)
    assert value is not None
    if dialog.flow.question(base(step)).sensitive:
        return speech(Words.HIDDEN)
    return echo(dialog, speech, step, value)


def past_turns(dialog: Dialog, speech: Speech) -> tuple[Turn, ...]:
    """Every exchange before the page shown now."""
    steps = list(dialog.route.steps)
    if dialog.state in steps:
        steps = steps[: steps.index(dialog.state)]
    return tuple(
        Turn(question_at(dialog, speech, each), answer_at(dialog, speech, each)) for each in steps
    )


def question_blocks(dialog: Dialog, speech: Speech) -> tuple[Block, ...]:
    """The lines under the question put now; how to answer it waits while an offer stands."""
    question = dialog.question
    assert question is not None
    blocks: list[Block] = []
    offers = dialog.offered is not None
    if dialog.enough_from == dialog.state:
        blocks.append(Block(speech(Words.ENOUGH)))
    if question.help and not is_narrow(dialog.state) and not offers:
        blocks.append(Block(speech.text(question.help, question.id), Tone.HELPER))
    if question.note:
        blocks.append(Block(speech.text(question.note, question.id), Tone.NOTE))
    if dialog.value(dialog.state) is not None and not offers:
        answer = answer_at(dialog, speech, dialog.state)
        blocks.append(Block(speech(Words.YOUR_ANSWER, answer=answer), Tone.HELPER))
    return tuple(blocks)


def control(dialog: Dialog, speech: Speech, suggested: Mapping[str, str]) -> Control:
    """What the question that is put now is answered with; texts are suggested with their labels."""
    question = dialog.question
    assert question is not None
    if dialog.offered is not None:
        return Pick(numbered(_yes_and_no(speech)), figures=True)
    if is_narrow(dialog.state) and question.kind != "age":
        tiles = (*_narrow_tiles(dialog, speech), *_asides(dialog, speech, question))
        return Pick(numbered(tiles), figures=True)
    asides = tuple(_asides(dialog, speech, question))
    choices = numbered((*_choices(dialog, speech, question), *asides))
    match question.kind:
        case "choice":
            return Pick(choices)
        case "ticks":
            return Tick(choices, speech(Words.CONTINUE))
        case "age" | "number" | "dose" | "when":
            tiles = (*(tile(text, label) for text, label in suggested.items()), *asides)
            return _typed(dialog, speech, question, tiles)
        case _:
            assert_never(question.kind)


def _yes_and_no(speech: Speech) -> Iterator[Tile]:
    yield tile("yes", speech(Words.OFFER_YES))
    yield tile("no", speech(Words.OFFER_NO))


def _choices(dialog: Dialog, speech: Speech, question: Question) -> Iterator[Tile]:
    value = dialog.value(dialog.state)
    chosen = value.ids if isinstance(value, Picked) and not question.sensitive else ()
    for choice in question.choices:
        yield Tile(
            id=choice.id,
            label=speech.text(choice.label, question.id),
            help=speech.text(choice.help, question.id) if choice.help else "",
            chosen=choice.id in chosen,
            alone=choice.alone,
        )


def _asides(dialog: Dialog, speech: Speech, question: Question) -> Iterator[Tile]:
    value = None if question.sensitive else dialog.value(dialog.state)
    yield from _result(dialog, speech)
    if question.sensitive:
        yield tile(PRIVATE, speech(Words.PRIVATE), aside=True)
    unsure = blank(speech, question, Blank.UNSURE)
    yield tile(UNSURE, unsure, chosen=value is Blank.UNSURE, aside=True)


def _result(dialog: Dialog, speech: Speech) -> Iterator[Tile]:
    """The way to the result, where nothing that is left to ask could open a way to join."""
    if dialog.enough:
        yield tile(RESULT, speech(Words.SEE_RESULT), aside=True)


def _narrow_tiles(dialog: Dialog, speech: Speech) -> Iterator[Tile]:
    edge = dialog.edge(dialog.state)
    assert edge is not None
    assert edge.day is not None
    value = dialog.value(dialog.state)
    for name, sentence in ((BEFORE_DAY, Words.BEFORE_DAY), (SINCE_DAY, Words.SINCE_DAY)):
        chosen = isinstance(value, Picked) and value.ids == (name,)
        yield tile(name, speech(sentence, day=speech.day(edge.day)), chosen=chosen)


def _typed(dialog: Dialog, speech: Speech, question: Question, tiles: tuple[Tile, ...]) -> Type:
    pad, picker = _pad(dialog, speech, question), _picker(dialog, speech, question)
    said, done = example_said(speech, question), speech(Words.ANSWER)
    return Type(said, done, tiles, pad, picker, speech(Words.NOTHING_TYPED))


def example_key(question: Question) -> str:
    """What an answer is like: a kind, or for a number its quantity."""
    if question.kind == "number":
        return question.quantity or ""
    return "mg" if question.only_mg else question.kind


def example_said(speech: Speech, question: Question) -> str:
    """An answer to a question, as an example; empty where it is picked."""
    match question.kind:
        case "age":
            return speech(Words.EXAMPLE_AGE)
        case "number" if question.quantity == "weight":
            return speech(Words.EXAMPLE_WEIGHT)
        case "number":
            return example(speech, question.quantity or "")
        case "dose":
            return speech(Words.EXAMPLE_MG if question.only_mg else Words.EXAMPLE_DOSE)
        case "when":
            return speech(Words.EXAMPLE_WHEN)
        case "choice" | "ticks":
            return ""
        case _:
            assert_never(question.kind)


def _unit(speech: Speech, name: str, sentence: Sentence) -> UnitKey:
    label = speech(sentence)
    return UnitKey(name, label, f" {label}", tuple(_SPELLED[name].split("|")))


def _pad(dialog: Dialog, speech: Speech, question: Question) -> Pad | None:
    match question.kind:
        case "number" if question.quantity == "weight":
            named = (("kg", Words.UNIT_KG), ("jin", Words.UNIT_JIN), ("lb", Words.UNIT_LB))
            return Pad(tuple(_unit(speech, *each) for each in named), point=True)
        case "number":
            return number_pad(speech, question.quantity or "")
        case "dose":
            mg = _unit(speech, "mg", Words.UNIT_MG)
            tablets = _unit(speech, "tablets", Words.UNIT_TABLETS)
            return Pad((mg,), True) if question.only_mg else Pad((mg, tablets), True, "tablets")
        case "age":
            return None if is_narrow(dialog.state) else Pad()
        case "choice" | "ticks" | "when":
            return None
        case _:
            assert_never(question.kind)


def _picker(dialog: Dialog, speech: Speech, question: Question) -> Picker | None:
    until = _picked_until(dialog, question)
    if until is None:
        return None
    return Picker(
        until=until,
        oldest=until.year - int(possible(dialog.flow, question).hi),
        months=speech.months(),
        year=speech(Words.YEAR),
        month=speech(Words.MONTH),
        day=speech(Words.DAY),
        whole_year=speech(Words.WHOLE_YEAR),
        whole_month=speech(Words.WHOLE_MONTH),
        day_first=speech.conventions.day_first,
    )


def _picked_until(dialog: Dialog, question: Question) -> date | None:
    """The last day that can be picked, where one can be."""
    match question.kind:
        case "when":
            return dialog.today
        case "age" if is_narrow(dialog.state):
            return _last_birth(dialog.value(question.id), dialog.today)
        case "age" | "choice" | "ticks" | "number" | "dose":
            return None
        case _:
            assert_never(question.kind)


def _last_birth(value: Value | None, today: date) -> date:
    return births_of(value, today).end if isinstance(value, Age) else today


def review(dialog: Dialog, speech: Speech) -> Rows:
    """The review: every answer on the path, and the way on."""
    steps = dialog.route.steps
    lines = tuple(
        Row(
            Tile(step, question_at(dialog, speech, step), number),
            _topic(dialog, speech, step),
            answer_at(dialog, speech, step),
        )
        for number, step in enumerate(steps, start=1)
    )
    on = Words.GO_ON if dialog.route.waiting else Words.SHOW_RESULT
    return Rows(lines, (Tile(DONE, speech(on), len(steps) + 1), *_result(dialog, speech)))


def _topic(dialog: Dialog, speech: Speech, step: str) -> str:
    question = dialog.flow.question(base(step))
    return speech.words(question.topic, question.id)
