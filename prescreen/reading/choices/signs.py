"""Signs of a choice: words of the flow that occur only where this choice is meant, with gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from prescreen.reading.clauses.text import normalise

TOPIC, WEAK = "", "~"
"""The id of what only says what is spoken of; the mark of a sign that any other thing may have."""
_SAID_BETWEEN = (
    r"(?:(?:(?!没|不|未|无|停)[^\x00-\x7f]|[\da-z.%^*<>-]){0,8}?|(?:(?!not?\b|never\b|"
    r"off\b|[a-z]+n't\b)[^ ]+ ){0,4}\d*)"
)
_PIECE = re.compile(r"\(([^)]*)\)(\?)?|(…)|([^(…]+)")


@dataclass(frozen=True, slots=True)
class SignHit:
    """A sign in a text: the id of its choice, where it stands, and if it needs a plain part."""

    id: str
    start: int
    end: int
    weak: bool = False


Signs = tuple[tuple[str, tuple[str, ...]], ...]
"""The signs of each choice, by its id."""


def signs_in(part: str, signs: Signs) -> list[SignHit]:
    """The signs that a text has, of overlapping ones the first and longest."""
    return [*_hits(part, *_compiled(signs))]


@dataclass(frozen=True, slots=True)
class _SignPattern:
    """A sign as a pattern, the id of its choice, and if it needs a plain part."""

    said: re.Pattern[str]
    id: str
    weak: bool


def _hits(part: str, spoken: re.Pattern[str], forms: Sequence[_SignPattern]) -> Iterator[SignHit]:
    at = 0
    while first := spoken.search(part, at):
        start = first.start()
        ends = [(found.end(), each) for each in forms if (found := each.said.match(part, start))]
        at, best = max(ends, key=lambda end: end[0])
        yield SignHit(best.id, start, at, best.weak)


@lru_cache(maxsize=64)
def _compiled(signs: Signs) -> tuple[re.Pattern[str], Sequence[_SignPattern]]:
    forms = {form(sign): (id, sign.startswith(WEAK)) for id, said in signs for sign in said}
    ordered = sorted(forms, key=len, reverse=True)
    return re.compile("|".join(ordered)), [
        _SignPattern(re.compile(each), *forms[each]) for each in ordered
    ]


def form(sign: str) -> str:
    """A sign as a pattern: `(a|b)` is either word, `(a)?` may be left out, `…` is a few words."""
    pieces = _PIECE.finditer(sign.removeprefix(WEAK))
    return "".join(_piece(*piece.groups()) for piece in pieces if piece[0].strip())


def _piece(either: str | None, maybe: str | None, gap: str | None, plain: str | None) -> str:
    if gap:
        return _SAID_BETWEEN
    spoken = "|".join(_word(each) for each in (either or plain or "").split("|"))
    return f"(?:{spoken}){maybe or ''}"


def _word(said: str) -> str:
    plain = normalise(said) or ""
    left = r"(?<![a-z])" if plain[:1].isascii() else ""
    right = r"(?![a-z])" if plain[-1:].isascii() else ""
    if plain.isdecimal():
        left, right = r"(?<![\d.])", r"(?![\d.])"
    return f"{left}{re.escape(plain)}{right} ?"


def of_choices(signs: Iterable[tuple[str, tuple[str, ...]]], topics: tuple[str, ...]) -> Signs:
    """The signs of choices, and the words that only say what is spoken of."""
    return tuple((id, said) for id, said in (*signs, (TOPIC, topics)) if said)
