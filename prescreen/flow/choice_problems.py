"""The choices of a question: how many, what each is called, and which have a dose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from prescreen.flow.model import Choice, Question
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
    if question.beside and not picked:
        yield f'beside: a question of kind "{question.kind}" takes no such names; remove them.'
    if picked != (question.mood is not None):
        yield _mood_problem(question, picked)
    for name, count in Counter(each.id for each in question.choices).items():
        if count > 1:
            yield f'choice "{name}": this id is used {count} times; give each its own.'
    for each in question.choices:
        if each.id in RESERVED:
            yield f'choice "{each.id}": this id stands on every question already; choose another.'
        yield from _over(question, each)
    yield from _shared(question)


def _mood_problem(question: Question, picked: bool) -> str:
    if picked:
        return f'a question of kind "{question.kind}" needs a mood, one of {", ".join(MOODS)}.'
    return f'a question of kind "{question.kind}" takes no mood; remove it.'


def _over(question: Question, choice: Choice) -> Iterator[str]:
    for other in (each for each in choice.over if each not in RESERVED):
        known = question.choice(other)
        if known is None or known is choice:
            yield f'choice "{choice.id}": over "{other}" is no other choice of this question.'
        elif choice.id in known.over:
            yield f'choice "{choice.id}": over "{other}", which is over this one; remove one.'


def _shared(question: Question) -> Iterator[str]:
    """A word that names two answers names neither."""
    owners = dict.fromkeys(map(_plain, question.unsure_words), "unsure")
    owners |= dict.fromkeys(RESERVED, "")
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
    yield from dict.fromkeys(map(_plain, named))


def _plain(word: str) -> str:
    return word.strip().casefold()
