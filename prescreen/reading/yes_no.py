"""Yes, no and not sure, read from every word of an answer and never from one alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from prescreen.reading.clauses import NO_ANSWER, Lexicon, Token, split, words
from prescreen.reading.polarity_words import POLARITY_WORDS
from prescreen.reading.text import normalise
from prescreen.values import Blank, Reason, Refusal

Answer = Literal["yes", "no"]

_LEXICON = Lexicon(words(POLARITY_WORDS))
_AMBIGUOUS = Refusal(Reason.AMBIGUOUS)
_OR_NOT = re.compile(r"[过了](?:没有?|没)$")
"""打过没有: the question said back, and no answer to it."""


def read_yes_no(text: str, asked: Sequence[str] = ()) -> Answer | Blank | Refusal:
    """Yes or no, `Blank.UNSURE`, or a refusal; `asked` are the question's own key words.

    Not sure beats yes and no; two negations, 但, 以前 or 有时 are refused as `ambiguous`, and a yes
    beside a no as `contradiction`.
    """
    plain = normalise(text)
    clauses = split(plain) if plain else []
    if any(_OR_NOT.search(clause) for clause in clauses):
        return NO_ANSWER
    lexicon = _LEXICON.extended(_topic(asked))
    said = [lexicon.tokens(clause) for clause in clauses]
    known = [tokens for tokens in said if tokens is not None]
    return _weigh(known) if len(known) == len(said) else NO_ANSWER


def _topic(asked: Sequence[str]) -> dict[str, Token]:
    """The question's key words: what was done (打过) is a verb, the rest names a thing."""
    plain = [word for spoken in asked if (word := normalise(spoken))]
    return {word: Token("do" if word[-1] in "过了" else "topic") for word in plain}


def _weigh(said: Sequence[Sequence[Token]]) -> Answer | Blank | Refusal:
    kinds = {token.kind for clause in said for token in clause}
    if "unsure" in kinds or any(_unknowing(clause) for clause in said):
        return Blank.UNSURE
    if kinds & {"mixed", "n"}:
        return _AMBIGUOUS if "mixed" in kinds else NO_ANSWER
    if "what" in kinds:
        return NO_ANSWER
    results = set(_flat(_polarities(clause) for clause in said))
    if len(results) == 1:
        return results.pop()
    yes_and_no: set[Answer | Refusal] = {"yes", "no"}
    return Refusal(Reason.CONTRADICTION) if results == yes_and_no else _refused(results)


def _refused(results: set[Answer | Refusal]) -> Refusal:
    return _AMBIGUOUS if _AMBIGUOUS in results else NO_ANSWER


def _flat(parts: Iterable[Iterable[Answer | Refusal]]) -> Iterator[Answer | Refusal]:
    return (result for part in parts for result in part)


def _unknowing(clause: Sequence[Token]) -> bool:
    """Not … sure, don't … know, haven't a clue."""
    kinds = [token.kind for token in clause]
    if "not" not in kinds:
        return False
    rest = kinds[kinds.index("not") :]
    return "know" in rest or "sure" in rest


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


_CLAIMS = {"true", "false", "do"}
_SILENT = {"be", "topic", "count"}


def _statement(kinds: Sequence[str], beside: bool) -> Iterator[Answer | Refusal]:
    """What one statement says; "that would be" says nothing beside a plain yes or no."""
    against = kinds.count("not") + kinds.count("false")
    if not kinds or (beside and set(kinds) <= _SILENT):
        return
    if "know" in kinds:
        yield NO_ANSWER
    elif against > 1 or (against and "count" in kinds):
        yield _AMBIGUOUS
    elif against:
        yield "no"
    else:
        yield "yes" if {"true", "do", "sure", "adverb"} & set(kinds) else NO_ANSWER
