"""Forms of an answer: the kinds of a clause's tokens, looked up in a table.

The grammar is closed. Every character must belong to a number or to a word of the lexicon, and
the kinds of all tokens together must be a form of the table; there is no "skip what is unknown".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise, product
from typing import Generic, TypeVar

from prescreen.reading.clauses.english import SMALL
from prescreen.reading.clauses.lexicon import (
    BESIDE_VALUES,
    IGNORED,
    OTHER,
    UNKNOWN_WORD,
    Lexemes,
    Lexicon,
    Token,
    parted,
)
from prescreen.reading.clauses.numerals import Number
from prescreen.reading.clauses.text import normalise
from prescreen.system.privacy import Silent
from prescreen.values import Reason, Refusal

T = TypeVar("T")

NO_ANSWER = Refusal(Reason.NOT_AN_ANSWER)
_DANGLING = re.compile(r"(?<![a-z'])(?:is|it's|in|(?<!dead )(?<!bang )on|the|an|and|my)$")
"""Words after which something is missing, such as the end of "45 ish"."""
_MEASURED = {"unit", "often", "stone", "nominal", "month", "ordinal", "figures"}
_DATED = _MEASURED | {"nian", "yue", "season"}
_MARKS = re.compile(r"[^\w\s]|_")
_LONGEST_CLAUSE = 60
"""Characters of a clause of which a part may be an answer."""


@dataclass(frozen=True, slots=True, repr=False)
class Said(Silent):
    """The tokens of one clause that a form has matched."""

    tokens: tuple[Token, ...]
    today: date = date.min

    def all(self, kind: str) -> list[str]:
        """What the words of a kind mean, in order."""
        return [token.name for token in self.tokens if token.kind == kind]

    def get(self, kind: str) -> str:
        """What the first word of a kind means, or the empty string."""
        return next(iter(self.all(kind)), "")

    @property
    def numbers(self) -> list[Number]:
        """The numbers, in order."""
        return [token.number for token in self.tokens if token.number]


Form = Callable[[Said], T | Refusal]
FormTable = Sequence[tuple[str, Form[T]]]


class Grammar(Generic[T]):
    """A lexicon and a table of forms; `read` gives the value of the one form that fits."""

    def __init__(
        self,
        said: Callable[[], Lexemes],
        rows: FormTable[T],
        figures: tuple[str, re.Pattern[str]] | None = None,
        fold: Callable[[tuple[Token, ...]], tuple[Token, ...]] = tuple,
    ) -> None:
        self.lexicon = Lexicon(said, figures, BESIDE_VALUES)
        self._fold = fold
        self._rows = rows

    def with_names(self, more: Sequence[str], kind: str) -> Grammar[T]:
        """This grammar with more words, of one kind, and the same forms."""
        other: Grammar[T] = copy(self)
        other._forms = self._forms
        other.lexicon = self.lexicon.extended(dict.fromkeys(more, Token(kind)))
        return other

    @cached_property
    def _forms(self) -> Mapping[tuple[str, ...], Form[T]]:
        """The forms by the kinds of their tokens; spread at the first answer, not at import."""
        return {kinds: form for row, form in reversed(self._rows) for kinds in spread(row)}

    def read(self, clause: str, today: date = date.min) -> T | Refusal:
        """The value of one clause, which must be covered whole."""
        if _DANGLING.search(clause):
            return NO_ANSWER
        return self._value(self.lexicon.tokens(clause) or (), today)

    def _value(self, said: tuple[Token, ...], today: date) -> T | Refusal:
        tokens = self._fold(_once(said))
        form = self._forms.get(tuple(token.kind for token in tokens)) if tokens else None
        return form(Said(tokens, today)) if form else NO_ANSWER

    def whole(self, clause: str, today: date = date.min) -> T | None:
        """The value of a clause that is no single word which may be part of something else."""
        said = self.lexicon.tokens(clause) or ()
        if len(said) == 1 and said[0].kind in _THIN:
            return None
        value = self.read(clause, today)
        return None if isinstance(value, Refusal) else value

    def measures(self, clause: str, *, dates: bool = False) -> bool:
        """Whether a clause holds a unit of this kind, or only words that belong to an amount."""
        pieces = self.lexicon.pieces(clause)
        held = {token.kind for token, *_ in pieces}
        if held & (_DATED if dates else _MEASURED) or {"n", "full"} <= held:
            return True
        if any(_torn(one, two, clause) for one, two in pairwise(pieces)):
            return True
        said = [token.kind for token in self.lexicon.tokens(_MARKS.sub("", clause)) or ()]
        return said.count("part") > 1 or bool({*said} - {"part", "daypart"})

    def bears(self, clause: str) -> bool:
        """Whether a clause holds a number or a word that bears on the answer.

        A modifier among unknown characters is a piece of another word, as in 附近.
        """
        if len(clause) > _LONGEST_CLAUSE:
            return True
        kinds = {token.kind for token, *_ in self.lexicon.pieces(clause)} - {IGNORED, OTHER}
        return not kinds <= ({UNKNOWN_WORD, *_BENDING} if UNKNOWN_WORD in kinds else set())

    def part(self, clause: str, today: date = date.min) -> tuple[T, list[str]] | None:
        """The value of the one part of a clause that bears on the answer, and what is beside it.

        All words that bear on it must stand together, and nothing unknown may touch a number.
        """
        found = self.lexicon.pieces(clause)
        bearing = [i for i, (token, *_) in enumerate(found) if token.kind not in _IDLE]
        if not bearing or len(clause) > _LONGEST_CLAUSE:
            return None
        first, last = bearing[0], bearing[-1]
        if _DANGLING.search(clause) or _DANGLING.search(clause[: found[last][2]]):
            return None
        said = [token for token, *_ in found[first : last + 1]]
        broken = _touched(found, first) or _one_more(found, last) or parted(said)
        broken = broken or _NUMBERED.search(clause) is not None
        if broken or any(token.kind == UNKNOWN_WORD for token in said):
            return None
        value = self._value(tuple(token for token in said if token.kind != IGNORED), today)
        if isinstance(value, Refusal) or (len(said) == 1 and said[0].kind in _THIN):
            return None
        return value, [clause[: found[first][1]], clause[found[last][2] :]]


_COUNTS = "|".join(sorted((word for word in SMALL if len(word) > 2), key=len, reverse=True))
_NUMBERED = re.compile(
    rf"(?<![a-z'])(?:(?!(?:{_COUNTS})(?:t?ieth|th|(?<=eight)h)?(?![a-z]))(?:{_COUNTS})[a-z]|"
    rf"(?!one'[a-z])(?:{_COUNTS})')"
)
"""A word that begins with a number, as in "ten stone sevena": a part of the amount is lost."""
_IDLE = {UNKNOWN_WORD, IGNORED, "deedof"}
_BENDING = {"about", "nearly", "under", "over", "more", "slightly", "some"}


_THIN = {"month", "season", "now", "just", "ordinal", "holiday"}
"""Words that alone may be a part of something else: may I ask."""


def _torn(one: tuple[Token, int, int], two: tuple[Token, int, int], clause: str) -> bool:
    """Whether letters that nobody knows touch a figure, as in 10mga: a unit that was mistyped."""
    touching = one[2] == two[1] and clause[one[2] - 1].isdecimal() and clause[two[1]].isascii()
    return one[0].number is not None and two[0].kind == UNKNOWN_WORD and touching


def _touched(found: Sequence[tuple[Token, int, int]], first: int) -> bool:
    """Whether something unknown stands right before what bears on the answer: a modifier?"""
    return first > 0 and found[first - 1][0].kind == UNKNOWN_WORD


def _one_more(found: Sequence[tuple[Token, int, int]], last: int) -> bool:
    """Whether something unknown ends a word with the last token, or is counted: 四年级, 3 cats."""
    after = [found[i] for i in range(last + 1, min(last + 3, len(found)))]
    if after and after[0][0].kind == UNKNOWN_WORD and found[last][0].number:
        return True
    return (
        bool(after)
        and after[0][0].kind == UNKNOWN_WORD
        and (
            after[0][2] - after[0][1] == 1
            and found[last][2] == after[0][1]
            and (len(after) == 1 or after[1][0].kind != UNKNOWN_WORD)
        )
    )


def _once(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with "about" once: who says "probably about" is no vaguer than "about"."""
    abouts = [i for i, token in enumerate(tokens) if token.kind == "about"]
    return tuple(token for i, token in enumerate(tokens) if i not in abouts[1:])


@lru_cache(maxsize=64)
def _named(grammar: Grammar[T], things: tuple[str, ...], kind: str) -> Grammar[T]:
    return grammar.with_names(things, kind)


def naming(grammar: Grammar[T], asked: Sequence[str], kind: str = IGNORED) -> Grammar[T]:
    """A grammar in which what is asked about may be named, by words of a kind."""
    things = tuple(word for each in asked if (word := normalise(each)) and len(word) > 1)
    return _named(grammar, things, kind) if things else grammar


def spread(row: str) -> Iterator[tuple[str, ...]]:
    """Every sequence of kinds that a row stands for: `a|b` one of two, `c?` may be left out."""
    slots = [_slot(part) for part in row.split()]
    for picked in product(*slots):
        yield tuple(kind for kind in picked if kind)


def _slot(part: str) -> list[str]:
    kinds = part.rstrip("?").split("|")
    return [*kinds, ""] if part.endswith("?") else kinds
