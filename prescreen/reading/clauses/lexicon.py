"""The words of one kind of answer: a clause becomes tokens, whole, or it is not understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import chain

from prescreen.reading.clauses.numerals import Number, scan
from prescreen.reading.clauses.rest_words import HARMLESS
from prescreen.reading.clauses.rests import HARMLESS_WORDS
from prescreen.system.privacy import Silent

UNKNOWN_WORD = "unknown"
OTHER = "other"
"""The kind of units that belong to another sort of answer: known, so as to say `unit`."""
IGNORED = "filler"
"""The kind of words that add nothing: a lexicon lists them, the forms never see them."""


@dataclass(frozen=True, slots=True, repr=False)
class Token(Silent):
    """One word or number of an answer: its kind, what it means, and the number if it is one."""

    kind: str
    name: str = ""
    number: Number | None = None


def fixed(lo: int, hi: int, name: str = "") -> Token:
    """A word that stands for a number, such as "a few"."""
    return Token("n", name, Number(Fraction(lo), Fraction(hi), Fraction(1), "count", name))


Lexemes = Mapping[str, Token]


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
"""Words that go with any choice."""
BESIDE_CHOICES = (
    dict.fromkeys(
        (word for kind in HARMLESS if kind != "openers" for word in HARMLESS[kind].split("|")),
        Token(IGNORED),
    )
    | COURTESY
)
"""Words that go with the name of any choice."""
BESIDE_VALUES = dict.fromkeys(HARMLESS_WORDS, Token(IGNORED))
"""Words that go with any amount or time."""


Sizes = Mapping[str, Sequence[int]]


def _sizes(known: Sizes, more: Lexemes) -> Sizes:
    """The lengths of the words that begin with each character, the longest first."""
    sizes: dict[str, set[int]] = {}
    for word in filter(None, more):
        sizes.setdefault(word[0], {*known.get(word[0], ())}).add(len(word))
    return {**known, **{first: sorted(each, reverse=True) for first, each in sizes.items()}}


class Lexicon:
    """Words of one kind of answer; a clause must be made of them and of numbers, whole.

    They are listed when the first clause is read, for most kinds are not asked for yet.
    """

    def __init__(
        self,
        said: Callable[[], Lexemes],
        figures: tuple[str, re.Pattern[str]] | None = None,
        beside: Lexemes = COURTESY,
    ) -> None:
        self._said = said
        self._beside = beside
        self._figures = figures

    @cached_property
    def _layers(self) -> Sequence[Lexemes]:
        """The words; those of a layer give way to the same ones in a layer before it."""
        return self._said(), self._beside

    @cached_property
    def _sizes(self) -> Sizes:
        return _sizes({}, dict(chain.from_iterable(each.items() for each in self._layers)))

    def extended(self, more: Lexemes) -> Lexicon:
        """This lexicon with more words, which give way to its own."""
        return self._layered(more, [*self._layers, more]) if more else self

    def replaced(self, by: Lexemes) -> Lexicon:
        """This lexicon with other words, which its own give way to."""
        return self._layered(by, [by, *self._layers]) if by else self

    def _layered(self, more: Lexemes, layers: Sequence[Lexemes]) -> Lexicon:
        other = copy(self)
        other._layers, other._sizes = layers, _sizes(self._sizes, more)
        return other

    def spelled(self, name: str) -> re.Pattern[str]:
        """Every word of this name, wherever it stands in a text."""
        known: dict[str, Token] = {}
        for layer in reversed(self._layers):
            known |= layer
        return re.compile("|".join(re.escape(w) for w, it in known.items() if it.name == name))

    def tokens(self, clause: str) -> tuple[Token, ...] | None:
        """The tokens of a clause without its fillers; None where any character is unknown."""
        found = list(self._scan(clause))
        if any(token.kind == UNKNOWN_WORD for token in found) or parted(found):
            return None
        return tuple(token for token in found if token.kind != IGNORED)

    def pieces(self, clause: str) -> list[tuple[Token, int, int]]:
        """Every token of a clause with its place; an unknown word or character is one too."""
        found, at = [], 0
        while at < len(clause):
            if clause[at] == " ":
                at += 1
                continue
            token, end = self._next(clause, at)
            if token.kind == UNKNOWN_WORD:
                word = _LATIN_WORD.match(clause, at)
                end = word.end() if word else at + 1
            found.append((token, at, end))
            at = end
        return found

    def _scan(self, clause: str) -> Iterator[Token]:
        at = 0
        while at < len(clause):
            if clause[at] == " ":
                at += 1
                continue
            token, at = self._next(clause, at)
            yield token
            if token.kind == UNKNOWN_WORD:
                return

    def _next(self, clause: str, at: int) -> tuple[Token, int]:
        if self._figures and (match := self._figures[1].match(clause, at)):
            return Token(self._figures[0], match[0]), match.end()
        number = scan(clause, at)
        end = number[1] if number else at
        for size in self._sizes.get(clause[at], ()):
            if size < end - at:
                break
            word = clause[at : at + size]
            token = self._token(word)
            if token and not self._severs(word, token, clause, at):
                return token, at + len(word)
        if number and not _splits(clause, at, end):
            return Token("n", number[0].text, number[0]), end
        return Token(UNKNOWN_WORD), end

    def _token(self, word: str) -> Token | None:
        for layer in self._layers:
            if word in layer:
                return layer[word]
        return None

    def _severs(self, word: str, token: Token, clause: str, at: int) -> bool:
        """Whether a word here is a piece of another one, or stands right behind a figure: 45is."""
        if _splits(clause, at, at + len(word)) or (at and word == "oh"):
            return True
        if word[0] in _COUNTS and _COUNTED.match(clause, at - 1):
            return True
        idle = token.kind == IGNORED and _letter(word[0])
        return idle and clause[at - 1 : at].isdecimal()


_COUNTS = "对行好"
_COUNTED = re.compile("[0-9一二两三四五六七八九十几半]")
"""What may be counted: 一对 is a pair, and no "one, right"."""
_LATIN_WORD = re.compile("[a-z']+")
_MEASURES = {"unit", "unitmore", "unithalf", "stone", "sui", "nian", "yue"}


OF_ALL = "of all"
"""The name of idle words that lead on to the unit of all numbers: 早8晚4都是毫克."""


def parted(tokens: Sequence[Token]) -> bool:
    """Whether an idle word parts a number from its unit, as 六十有公斤 does, which lost its 余."""
    return any(
        (number.kind, idle.kind) == ("n", IGNORED)
        and unit.kind in _MEASURES
        and idle.name != OF_ALL
        for number, idle, unit in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


_ELIDED = re.compile("[a-z]'[a-z]")
"""The middle of can't: "can" is no word there."""


def _splits(clause: str, start: int, end: int) -> bool:
    """Whether a cut at either end would fall inside a Latin word or a run of digits."""
    if clause[end : end + 1] == "'" and _ELIDED.match(clause, end - 1):
        return True
    return _joined(clause[start - 1 : start], clause[start]) or _joined(
        clause[end - 1], clause[end : end + 1]
    )


def _joined(left: str, right: str) -> bool:
    return (_letter(left) and _letter(right)) or (left.isdecimal() and right.isdecimal())


def _letter(char: str) -> bool:
    return "a" <= char <= "z"
