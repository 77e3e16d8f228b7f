"""The clauses of an answer: which of them is the answer, and what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from prescreen.reading.grammar import NO_ANSWER, Grammar
from prescreen.reading.rests import CARE, Care, Rest, asks, judge
from prescreen.reading.text import normalise
from prescreen.values import Offer, Refusal

T = TypeVar("T")

_SHORT = "".join(
    f"(?<!{word})"
    for word in ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
)
_STOP = rf"{_SHORT}(?<!sept)(?<!\.)\.(?=\s|$)"
_CLAUSE = re.compile(rf"[。!;！；\n]+|(?<!\d)[,，、]|[,，、](?!\d)|\.\.+|{_STOP}")


_SENTENCE = re.compile(rf"[。!;！；]+|{_STOP}")
_MOST_CLAUSES = 6
_SHORT_YEAR = re.compile(r"'\d")
"""The year '62, which is no 62."""
_MARKED = re.compile(r"(?:^|(?<!\d) )[,、/\\*·•-]\d", re.ASCII)
"""A mark that touches a number on its left, as in ",75 mg": a digit may be lost before it."""
_EDGES = ".,: \"'()~"


def split(text: str) -> list[str]:
    """The clauses of normalised text."""
    return [clause for part in _CLAUSE.split(text) if (clause := _trim(part))]


def _trim(part: str) -> str:
    bare = part.rstrip(_EDGES).lstrip(_EDGES[1:])
    year = _SHORT_YEAR.match(part.lstrip(" "))
    return f"'{bare}" if year and not part.rstrip(" .").endswith("'") else bare


def read_clauses(
    text: str, grammar: Grammar[T], today: date = date.min, care: Care = CARE
) -> T | Offer[T] | Refusal:
    """The value of the whole text; or of its only part that has one, by what stands beside it.

    Beside it may stand what changes nothing. If that is doubtful the value is offered; where it may
    turn the meaning the text is refused.
    """
    plain = normalise(text)
    clauses = split(plain) if plain else []
    if not clauses or len(clauses) > _MOST_CLAUSES or _MARKED.search(plain or ""):
        return NO_ANSWER
    if asks(plain or ""):
        return NO_ANSWER
    one_sentence = sum(bool(_trim(part)) for part in _SENTENCE.split(plain or "")) == 1
    if one_sentence and (whole := grammar.read(" ".join(clauses), today)) != NO_ANSWER:
        return whole
    if clause := _only_clause(clauses, grammar, today):
        value, rests = clause
        worst = max((judge(rest, care) for rest in rests), default=Rest.HARMLESS)
        return value if worst is Rest.HARMLESS else _doubted(value, worst)
    if part := _only_part(clauses, grammar, today):
        value, near, far = part
        worst = max(*(judge(rest, care.near) for rest in near), *(judge(r, care) for r in far))
        return _doubted(value, worst)
    return NO_ANSWER


def _doubted(value: T | Refusal, worst: Rest) -> Offer[T] | Refusal:
    if isinstance(value, Refusal) or worst is Rest.SPOILS:
        return NO_ANSWER
    return Offer(value)


def _only_clause(
    clauses: Sequence[str], grammar: Grammar[T], today: date
) -> tuple[T | Refusal, list[str]] | None:
    """The value of the only clause that has one, and the other clauses."""
    results = [grammar.read(clause, today) for clause in clauses]
    at = [i for i, result in enumerate(results) if result != NO_ANSWER]
    rest = [clause for i, clause in enumerate(clauses) if i not in at]
    if len(at) != 1 or any(grammar.bears(clause) for clause in rest):
        return None
    return results[at[0]], rest


def _only_part(
    clauses: Sequence[str], grammar: Grammar[T], today: date
) -> tuple[T, list[str], list[str]] | None:
    """The value of a part of the only clause that bears on the answer, and all beside it.

    What is beside it in the same clause comes before what is not.
    """
    bearing = [i for i, clause in enumerate(clauses) if grammar.bears(clause)]
    part = grammar.part(clauses[bearing[0]], today) if len(bearing) == 1 else None
    if part is None:
        return None
    return *part, [c for i, c in enumerate(clauses) if i not in bearing]
