"""Words and clauses: an answer becomes tokens, the tokens' kinds are looked up in a table of forms.

The grammar is closed. Every character must belong to a number or to a word of the lexicon, and
the kinds of all tokens together must be a form of the table; there is no "skip what is unknown".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import Generic, TypeVar

from prescreen.reading.numerals import Number, scan
from prescreen.reading.text import normalise
from prescreen.system.privacy import Silent
from prescreen.values import Reason, Refusal

T = TypeVar("T")

NO_ANSWER = Refusal(Reason.NOT_AN_ANSWER)
UNKNOWN = "unknown"
OTHER = "other"
"""The kind of units that belong to another sort of answer: known, so as to say `unit`."""
IGNORED = "filler"
"""The kind of words that add nothing: a lexicon lists them, the forms never see them."""

_SHORT = "".join(
    f"(?<!{word})"
    for word in ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
)
_STOP = rf"{_SHORT}(?<!sept)\.(?=\s|$)|\.\.+"
_CLAUSE = re.compile(rf"[。!;！；\n]+|(?<!\d)[,，、]|[,，、](?!\d)|{_STOP}")


_SENTENCE = re.compile(rf"[。!;！；]+|{_STOP}")
_REAL = re.compile(r"[^\x00-\x7f]{4}|[a-z']{2,} [a-z']{2,} [a-z']{2,}")
_DANGLING = re.compile(r"(?<![a-z'])(?:is|it's|in|on|the|an|and|my)$")
"""Words after which something is missing, such as the end of "45 ish"."""
_MOST_CLAUSES = 6
_SHORT_YEAR = re.compile(r"'\d")
"""The year '62, which is no 62."""
_EDGES = ".,: \"'()~"


@dataclass(frozen=True, slots=True, repr=False)
class Token(Silent):
    """One word or number of an answer: its kind, what it means, and the number if it is one."""

    kind: str
    name: str = ""
    number: Number | None = None


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


def fixed(lo: int, hi: int, name: str = "") -> Token:
    """A word that stands for a number, such as "a few"."""
    return Token("n", name, Number(Fraction(lo), Fraction(hi), Fraction(1), "count", name))


Words = Mapping[str, Token]
Form = Callable[[Said], T | Refusal]
Rows = Sequence[tuple[str, Form[T]]]


def words(rows: Mapping[str, str | Mapping[str, str]]) -> dict[str, Token]:
    """A lexicon from kinds to their words; words are separated by `|`."""
    lexicon: dict[str, Token] = {}
    for kind, said in rows.items():
        named = {"": said} if isinstance(said, str) else said
        for name, spellings in named.items():
            lexicon |= dict.fromkeys(map(str.strip, spellings.split("|")), Token(kind, name))
    return lexicon


COURTESY = words(
    {
        "filler": "谢谢|谢谢您|谢谢你|谢谢医生|您好|你好|医生你好|医生您好|医生|大夫|护士|不好意思|"
        "麻烦您了|thanks|thank you|please|hello|hi|hello doctor|doctor|good morning|sorry|ok|okay|"
        "well"
    }
)
"""Words that go with any answer."""


class Lexicon:
    """Words of one kind of answer; a clause must be made of them and of numbers, whole."""

    def __init__(self, said: Words, figures: tuple[str, re.Pattern[str]] | None = None) -> None:
        self._words = {**COURTESY, **said}
        self._longest = max(map(len, self._words))
        self._figures = figures

    def extended(self, more: Words) -> Lexicon:
        """This lexicon with more words, which give way to its own."""
        return Lexicon({**more, **self._words}, self._figures) if more else self

    def tokens(self, clause: str) -> tuple[Token, ...] | None:
        """The tokens of a clause without its fillers; None where any character is unknown."""
        found = list(self._scan(clause))
        if any(token.kind == UNKNOWN for token in found) or _parted(found):
            return None
        return tuple(token for token in found if token.kind != IGNORED)

    def mentions(self, clause: str) -> bool:
        """Whether a clause holds a number or a word that bears on the answer."""
        known = (self._next(clause, at)[0].kind for at in range(len(clause)) if clause[at] != " ")
        return any(kind not in {UNKNOWN, IGNORED, OTHER} for kind in known)

    def _scan(self, clause: str) -> Iterator[Token]:
        at = 0
        while at < len(clause):
            if clause[at] == " ":
                at += 1
                continue
            token, at = self._next(clause, at)
            yield token
            if token.kind == UNKNOWN:
                return

    def _next(self, clause: str, at: int) -> tuple[Token, int]:
        if self._figures and (match := self._figures[1].match(clause, at)):
            return Token(self._figures[0], match[0]), match.end()
        number = scan(clause, at)
        end = number[1] if number else at
        for size in range(min(self._longest, len(clause) - at), max(end - at, 1) - 1, -1):
            word = clause[at : at + size]
            if word in self._words and not self._severs(word, clause, at):
                return self._words[word], at + size
        if number and not _splits(clause, at, end):
            return Token("n", number[0].text, number[0]), end
        return Token(UNKNOWN), end

    def _severs(self, word: str, clause: str, at: int) -> bool:
        """Whether a word here is a piece of another one, or stands right behind a figure: 45is."""
        if _splits(clause, at, at + len(word)):
            return True
        idle = self._words[word].kind == IGNORED and _letter(word[0])
        return idle and clause[at - 1 : at].isdecimal()


_MEASURES = {"unit", "unitmore", "unithalf", "stone", "sui", "nian", "yue"}


def _parted(tokens: Sequence[Token]) -> bool:
    """Whether an idle word parts a number from its unit, as 六十有公斤 does, which lost its 余."""
    kinds = [token.kind for token in tokens]
    return any(
        (number, idle) == ("n", IGNORED) and unit in _MEASURES
        for number, idle, unit in zip(kinds, kinds[1:], kinds[2:], strict=False)
    )


class Grammar(Generic[T]):
    """A lexicon and a table of forms; `read` gives the value of the one form that fits."""

    def __init__(
        self,
        said: Words,
        rows: Rows[T],
        figures: tuple[str, re.Pattern[str]] | None = None,
        fold: Callable[[tuple[Token, ...]], tuple[Token, ...]] = tuple,
    ) -> None:
        self.lexicon = Lexicon(said, figures)
        self._fold = fold
        self._rows = rows

    @cached_property
    def _forms(self) -> Mapping[tuple[str, ...], Form[T]]:
        """The forms by the kinds of their tokens; spread at the first answer, not at import."""
        return {kinds: form for row, form in reversed(self._rows) for kinds in spread(row)}

    def read(self, clause: str, today: date = date.min) -> T | Refusal:
        """The value of one clause, which must be covered whole."""
        if _DANGLING.search(clause):
            return NO_ANSWER
        tokens = self._fold(self.lexicon.tokens(clause) or ())
        if not tokens:
            return NO_ANSWER
        form = self._forms.get(tuple(token.kind for token in tokens))
        return form(Said(tokens, today)) if form else NO_ANSWER


def _splits(clause: str, start: int, end: int) -> bool:
    """Whether a cut at either end would fall inside a Latin word or a run of digits."""
    return _joined(clause[start - 1 : start], clause[start]) or _joined(
        clause[end - 1], clause[end : end + 1]
    )


def _joined(left: str, right: str) -> bool:
    return (_letter(left) and _letter(right)) or (left.isdecimal() and right.isdecimal())


def _letter(char: str) -> bool:
    return "a" <= char <= "z"


def spread(row: str) -> Iterator[tuple[str, ...]]:
    """Every sequence of kinds that a row stands for: `a|b` one of two, `c?` may be left out."""
    slots = [_slot(part) for part in row.split()]
    for picked in product(*slots):
        yield tuple(kind for kind in picked if kind)


def _slot(part: str) -> list[str]:
    kinds = part.rstrip("?").split("|")
    return [*kinds, ""] if part.endswith("?") else kinds


def split(text: str) -> list[str]:
    """The clauses of normalised text."""
    return [clause for part in _CLAUSE.split(text) if (clause := _trim(part))]


def _trim(part: str) -> str:
    bare = part.rstrip(_EDGES).lstrip(_EDGES[1:])
    year = _SHORT_YEAR.match(part.lstrip(" "))
    return f"'{bare}" if year and not part.rstrip(" .").endswith("'") else bare


def read_clauses(
    text: str, grammar: Grammar[T], spoils: re.Pattern[str], today: date = date.min
) -> T | Refusal:
    """The value of the whole text, or of the only clause that has one.

    The other clauses must be real ones, without a word that the grammar knows and without
    anything that `spoils` matches.
    """
    plain = normalise(text)
    clauses = split(plain) if plain else []
    if not clauses or len(clauses) > _MOST_CLAUSES:
        return NO_ANSWER
    one_sentence = sum(bool(_trim(part)) for part in _SENTENCE.split(plain or "")) == 1
    if one_sentence and (whole := grammar.read(" ".join(clauses), today)) != NO_ANSWER:
        return whole
    return _only_clause(clauses, grammar, spoils, today)


def _only_clause(
    clauses: Sequence[str], grammar: Grammar[T], spoils: re.Pattern[str], today: date
) -> T | Refusal:
    results = {clause: grammar.read(clause, today) for clause in clauses}
    values = [result for result in results.values() if result != NO_ANSWER]
    if len(values) != 1:
        return NO_ANSWER
    rest = [clause for clause, result in results.items() if result == NO_ANSWER]
    idle = all(_idle(clause, grammar.lexicon, spoils) for clause in rest)
    return values[0] if idle else NO_ANSWER


def _idle(clause: str, lexicon: Lexicon, spoils: re.Pattern[str]) -> bool:
    """Whether a clause bears on nothing: courtesy, or a sentence about something else."""
    tokens = lexicon.tokens(clause)
    if tokens is not None:
        return not tokens
    whole = _REAL.search(clause) is not None
    return whole and not lexicon.mentions(clause) and not spoils.search(clause)
