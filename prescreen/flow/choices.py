"""The choices of a question: how many, what each is called, and which have a dose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from prescreen.flow.model import AnswerIs, Choice, Flow, Question, StrengthMissing
from prescreen.values import Mood

MOODS = get_args(Mood)
RESERVED = ("unsure", "private")


def choice_problems(question: Question) -> Iterator[str]:
    """A sentence for each thing wrong with the choices of a question."""
    picked = question.kind in ("choice", "ticks")
    if picked and len(question.choices) < 2:
        yield f'a question of kind "{question.kind}" needs at least two choices.'
    if question.choices and not picked:
        yield f'a question of kind "{question.kind}" takes no choices; remove them.'
    if picked != (question.mood is not None):
        yield _mood_problem(question, picked)
    for name, count in Counter(each.id for each in question.choices).items():
        if count > 1:
            yield f'choice "{name}": this id is used {count} times; give each its own.'
    for each in question.choices:
        if each.id in RESERVED:
            yield f'choice "{each.id}": this id stands on every question already; choose another.'
    yield from _shared(question)


def _mood_problem(question: Question, picked: bool) -> str:
    if picked:
        return f'a question of kind "{question.kind}" needs a mood, one of {", ".join(MOODS)}.'
    return f'a question of kind "{question.kind}" takes no mood; remove it.'


def _shared(question: Question) -> Iterator[str]:
    """A word that names two answers names neither."""
    owners = dict.fromkeys(RESERVED, "")
    for choice in question.choices:
        for word in _names(choice):
            owner = owners.setdefault(word, choice.id)
            if owner == "" and word != choice.id:
                yield (
                    f'choice "{choice.id}": the word "{word}" stands on every question already; '
                    "remove it."
                )
            elif owner not in ("", choice.id):
                yield (
                    f'choice "{choice.id}": the word "{word}" is one of choice "{owner}" too; '
                    "remove it from one of them."
                )


def _names(choice: Choice) -> Iterator[str]:
    """What a choice is called, each once, as it is compared with what is typed."""
    named = (choice.id, choice.label.patient, choice.label.caregiver, *choice.words)
    yield from dict.fromkeys(each.strip().casefold() for each in named)


def dose_problems(flow: Flow) -> Iterator[str]:
    """A sentence for each drug whose dose is asked for and can't be compared."""
    for question in flow.questions:
        for drug in flow.question(question.drug).choices if question.drug else ():
            if drug.id not in flow.drugs and _is_put(question, drug.id):
                yield (
                    f'[question "{question.drug}"] choice "{drug.id}": "{question.id}" asks for '
                    "its dose, but [drug] has no row for it; add one, or name it in is_not there."
                )


def _is_put(question: Question, drug: str) -> bool:
    """Whether the conditions of a dose question let it be put about a drug of no known strength."""
    return not any(
        isinstance(each, StrengthMissing)
        or (
            isinstance(each, AnswerIs)
            and each.question == question.drug
            and (drug not in each.is_ if each.is_ else drug in each.is_not)
        )
        for each in question.asked_if
    )
