"""A yes or a no by every word that is said, as an answer to a wish; and what is not sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Literal

from prescreen.reading.clauses.grammar import NO_ANSWER
from prescreen.reading.clauses.lexicon import BESIDE_CHOICES, Lexicon, Token, words
from prescreen.reading.clauses.text import normalise
from prescreen.reading.polarity.polarity_words import POLARITY_WORDS
from prescreen.reading.polarity.verb_families import words_of
from prescreen.values import Blank, Reason, Refusal

Answer = Literal["yes", "no"]

LEXICON = Lexicon(partial(words, POLARITY_WORDS), beside=BESIDE_CHOICES)
AMBIGUOUS = Refusal(Reason.AMBIGUOUS)
CONTRADICTION = Refusal(Reason.CONTRADICTION)


def weighed_by(asked: Sequence[str]) -> Lexicon:
    """The words that weigh, and the question's key words: what was done (打过) is a verb."""
    return _weighed_by(tuple(asked))


@cache
def _weighed_by(asked: tuple[str, ...]) -> Lexicon:
    plain = [word for spoken in asked if (word := normalise(spoken))]
    said = {word: Token("do" if word[-1] in "过了" else "topic") for word in plain}
    own = {word for word, token in words_of(asked).items() if token.kind in _DEEDS}
    return LEXICON.extended(said).replaced(dict.fromkeys(own, Token("do")))


_DEEDS = {"done", "did", "doing", "had", "verb", "lasting"}
_WHETHER = re.compile(r"([^\W\d没不])没\1过?|([^\W\d没不])得([^\W\d没不])\2不\3")
"""打没打过, 受得了受不了, of which one may not be sure."""


def weigh(clauses: Sequence[str], asked: Sequence[str]) -> Answer | Blank | Refusal:
    lexicon = weighed_by(asked)
    said = [lexicon.tokens(_WHETHER.sub("是不是", clause)) for clause in clauses]
    known = [tokens for tokens in said if tokens is not None]
    return of_all(known) if len(known) == len(said) else NO_ANSWER


def of_all(said: Sequence[Sequence[Token]]) -> Answer | Blank | Refusal:
    kinds = {token.kind for clause in said for token in clause}
    if "n" in kinds:
        return NO_ANSWER
    if "unsure" in kinds or any(_unknowing(clause) for clause in said):
        return Blank.UNSURE
    if "mixed" in kinds:
        return AMBIGUOUS
    if "what" in kinds:
        return NO_ANSWER
    results = set(_flat(_polarities(clause) for clause in said))
    if len(results) == 1:
        return results.pop()
    yes_and_no: set[Answer | Refusal] = {"yes", "no"}
    return CONTRADICTION if results == yes_and_no else _refused(results)


def _refused(results: set[Answer | Refusal]) -> Refusal:
    return AMBIGUOUS if AMBIGUOUS in results else NO_ANSWER


def _flat(parts: Iterable[Iterable[Answer | Refusal]]) -> Iterator[Answer | Refusal]:
    return (result for part in parts for result in part)


def _unknowing(clause: Sequence[Token]) -> bool:
    """Not … sure, don't … know, haven't a clue; and "I don't think so"."""
    kinds = [token.kind for token in clause]
    if "not" not in kinds:
        return False
    rest = kinds[kinds.index("not") :]
    return "know" in rest or "sure" in rest or "think" in rest


def _polarities(clause: Sequence[Token]) -> Iterator[Answer | Refusal]:
    """What each statement of a clause says; a plain yes or no is a statement by itself."""
    statement: list[str] = []
    plain = False
    for kind in (token.kind for token in clause):
        if kind not in {"yes", "no"}:
            statement.append(kind)
        elif "not" in statement and not _CLAIMS & set(statement):
            statement.append("true" if kind == "yes" else "false")
        else:
            yield from _statement(statement, beside=True)
            statement, plain = [], True
            yield "yes" if kind == "yes" else "no"
    yield from _statement(statement, beside=plain)


_CLAIMS = {"true", "false", "do", "deed"}
_SILENT = {"be", "topic", "count"}


def _statement(kinds: Sequence[str], beside: bool) -> Iterator[Answer | Refusal]:
    """What one statement says; "that would be" says nothing beside a plain yes or no."""
    against = kinds.count("not") + kinds.count("false")
    if not kinds or (beside and set(kinds) <= _SILENT):
        return
    if {"know", "deed"} & set(kinds):
        yield NO_ANSWER
    elif against > 1 or (against and "count" in kinds):
        yield AMBIGUOUS
    elif against:
        yield "no"
    else:
        yield "yes" if {"true", "do", "sure", "adverb", "think"} & set(kinds) else NO_ANSWER
