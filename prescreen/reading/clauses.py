"""Words and clauses: an answer becomes tokens, the tokens' kinds are looked up in a table of forms.

The grammar is closed. Every character must belong to a number or to a word of the lexicon, and
the kinds of all tokens together must be a form of the table; there is no "skip what is unknown".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import product
from typing import Generic, TypeVar

from prescreen.reading.numerals import Number, scan
from prescreen.reading.rests import CARE, HARMLESS_WORDS, Care, Rest, asks, judge
from prescreen.reading.text import normalise
from prescreen.system.privacy import Silent
from prescreen.values import Offer, Reason, Refusal

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
_STOP = rf"{_SHORT}(?<!sept)(?<!\.)\.(?=\s|$)"
_CLAUSE = re.compile(rf"[。!;！；\n]+|(?<!\d)[,，、]|[,，、](?!\d)|\.\.+|{_STOP}")


_SENTENCE = re.compile(rf"[。!;！；]+|{_STOP}")
_DANGLING = re.compile(r"(?<![a-z'])(?:is|it's|in|on|the|an|and|my)$")
"""Words after which something is missing, such as the end of "45 ish"."""
_MOST_CLAUSES = 6
_LONGEST_CLAUSE = 60
"""Characters of a clause of which a part may be an answer."""
_SHORT_YEAR = re.compile(r"'\d")
"""The year '62, which is no 62."""
_MARKED = re.compile(r"(?:^|(?<!\d) )[,、/\\*·•-]\d", re.ASCII)
"""A mark that touches a number on its left, as in ",75 mg": a digit may be lost before it."""
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
        "filler": "谢谢|谢谢您|谢谢你|谢谢医生|您好|你好|医生你好|医生您好|医生|大夫|护士|"
        "不好意思|"
        "麻烦您了|thanks|thank you|please|hello|hi|hello doctor|doctor|good morning|sorry|ok|okay|"
        "well"
    }
)
"""Words that go with any choice."""
_BESIDE_VALUES = dict.fromkeys(HARMLESS_WORDS, Token(IGNORED))


class Lexicon:
    """Words of one kind of answer; a clause must be made of them and of numbers, whole."""

    def __init__(
        self,
        said: Words,
        figures: tuple[str, re.Pattern[str]] | None = None,
        beside: Words = COURTESY,
    ) -> None:
        self._words = {**beside, **said}
        self._longest = max(map(len, self._words))
        self._figures = figures

    def extended(self, more: Words) -> Lexicon:
        """This lexicon with more words, which give way to its own."""
        return Lexicon({**more, **self._words}, self._figures, {}) if more else self

    def tokens(self, clause: str) -> tuple[Token, ...] | None:
        """The tokens of a clause without its fillers; None where any character is unknown."""
        found = list(self._scan(clause))
        if any(token.kind == UNKNOWN for token in found) or _parted(found):
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
            if token.kind == UNKNOWN:
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
        if _splits(clause, at, at + len(word)) or (at and word == "oh"):
            return True
        if word[0] in _COUNTS and _COUNTED.match(clause, at - 1):
            return True
        idle = self._words[word].kind == IGNORED and _letter(word[0])
        return idle and clause[at - 1 : at].isdecimal()


_COUNTS = "对行好"
_COUNTED = re.compile("[0-9一二两三四五六七八九十几半]")
"""What may be counted: 一对 is a pair, and no "one, right"."""
_LATIN_WORD = re.compile("[a-z']+")
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
        self.lexicon = Lexicon(said, figures, _BESIDE_VALUES)
        self._fold = fold
        self._rows = rows

    def with_fillers(self, more: Sequence[str]) -> Grammar[T]:
        """This grammar with more words that add nothing."""
        other: Grammar[T] = copy(self)
        other.lexicon = self.lexicon.extended(dict.fromkeys(more, Token(IGNORED)))
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

    def bears(self, clause: str) -> bool:
        """Whether a clause holds a number or a word that bears on the answer.

        A modifier among unknown characters is a piece of another word, as in 附近.
        """
        if len(clause) > _LONGEST_CLAUSE:
            return True
        kinds = {token.kind for token, *_ in self.lexicon.pieces(clause)} - {IGNORED, OTHER}
        return not kinds <= ({UNKNOWN, *_BENDING} if UNKNOWN in kinds else set())

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
        broken = _touched(found, first) or _one_more(found, last) or _parted(said)
        if broken or any(token.kind == UNKNOWN for token in said):
            return None
        value = self._value(tuple(token for token in said if token.kind != IGNORED), today)
        if isinstance(value, Refusal) or (len(said) == 1 and said[0].kind in _THIN):
            return None
        return value, [clause[: found[first][1]], clause[found[last][2] :]]


_IDLE = {UNKNOWN, IGNORED}
_BENDING = {"about", "nearly", "under", "over", "more", "slightly", "some"}


_THIN = {"month", "season", "now", "just", "ordinal", "holiday"}
"""Words that alone may be a part of something else: may I ask."""


def _touched(found: Sequence[tuple[Token, int, int]], first: int) -> bool:
    """Whether something unknown stands right before what bears on the answer: a modifier?"""
    return first > 0 and found[first - 1][0].kind == UNKNOWN


def _one_more(found: Sequence[tuple[Token, int, int]], last: int) -> bool:
    """Whether something unknown ends a word with the last token, or is counted: 四年级, 3 cats."""
    after = [found[i] for i in range(last + 1, min(last + 3, len(found)))]
    if after and after[0][0].kind == UNKNOWN and found[last][0].number:
        return True
    return (
        bool(after)
        and after[0][0].kind == UNKNOWN
        and (
            after[0][2] - after[0][1] == 1
            and found[last][2] == after[0][1]
            and (len(after) == 1 or after[1][0].kind != UNKNOWN)
        )
    )


def _once(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with "about" once: who says "probably about" is no vaguer than "about"."""
    abouts = [i for i, token in enumerate(tokens) if token.kind == "about"]
    return tuple(token for i, token in enumerate(tokens) if i not in abouts[1:])


_ELIDED = re.compile("[a-z]'[a-z]")
"""The middle of can't: "can" is no word there."""


@lru_cache(maxsize=64)
def _named(grammar: Grammar[T], things: tuple[str, ...]) -> Grammar[T]:
    return grammar.with_fillers(things)


def naming(grammar: Grammar[T], asked: Sequence[str]) -> Grammar[T]:
    """A grammar in which what is asked about may be named."""
    things = tuple(word for each in asked if (word := normalise(each)) and len(word) > 1)
    return _named(grammar, things) if things else grammar


def _splits(clause: str, start: int, end: int) -> bool:
    """Whether a cut at either end would fall inside a Latin word or a run of digits."""
    if _ELIDED.match(clause, end - 1):
        return True
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
