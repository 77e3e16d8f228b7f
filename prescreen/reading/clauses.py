"""The clauses of an answer: which of them is the answer, and what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from prescreen.reading.grammar import NO_ANSWER, Grammar
from prescreen.reading.rests import CARE, Care, Rest, asks, judge
from prescreen.reading.text import normalise
from prescreen.reading.told import Telling, told
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
    found = _read(plain or "", clauses, grammar, today, care)
    if found != NO_ANSWER:
        return found
    telling = Telling(
        event=care.event,
        topics=care.event or care.strict,
        dose=care.strict,
        known=partial(grammar.measures, dates=care.event),
    )
    value = told(
        text, lambda said: grammar.whole(_reached(said, care), today), telling, plain=plain or ""
    )
    if value is None and (end := _reached(plain or "", care)) != plain:
        value = grammar.whole(end, today)
    return NO_ANSWER if value is None else Offer(value)


_REACHED = re.compile(
    r"^(?P<before>.*?)(?:从|由)(?=.*[\d一二两三四五六七八九十])(?:.{1,10}?)(?:涨|长|胖|瘦|减|降|"
    r"升|加|掉|跌)"
    r"(?:(?:到|至|成)了(?P<end>.+)|(?:到|至|成)(?P<done>.+)了)$|"
    r"^(?P<till>(?:我)?(?:现在|目前|已经|这会儿)(?:已经)?)(?:涨|长|胖|瘦|减|降|升|加|"
    r"掉)到了?(?P<here>.+?)了?$|"
    r"^(?P<had>.*?)(?:went|gone|down|up|tapered|reduced|increased|dropped|cut) from "
    r"(?:.{1,16}?) to (?P<to>.+)$"
)
"""从96斤涨到了124斤, went from 60 to 72 kg: what it is now."""


def _reached(said: str, care: Care) -> str:
    """Where a change ended that is not only planned; of what has no change, the text itself."""
    found = _REACHED.match(said)
    if found is None or care.event:
        return said
    before = (found["before"] or found["had"] or "").strip()
    return (
        said
        if judge(before) is Rest.SPOILS
        else found["end"] or found["done"] or found["here"] or found["to"]
    )


def _read(
    plain: str, clauses: Sequence[str], grammar: Grammar[T], today: date, care: Care
) -> T | Offer[T] | Refusal:
    one_sentence = sum(bool(_trim(part)) for part in _SENTENCE.split(plain)) == 1
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
