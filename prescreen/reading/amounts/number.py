"""Plain numbers."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from prescreen.reading.amounts.quantity import BEFORE, INSIDE, MODIFIERS, bend
from prescreen.reading.clauses.answer import read_clauses
from prescreen.reading.clauses.grammar import NO_ANSWER, Grammar, Said
from prescreen.reading.clauses.lexicon import fixed, words
from prescreen.reading.clauses.rests import Care
from prescreen.values import Interval, Offer, Reason, Refusal

_WORDS = partial(
    words,
    {
        **MODIFIERS,
        "times": {
            "12": "打|dozen|dozens",
            "100": "hundred",
            "1000": "k|thousand",
            "10000": "万",
            "1000000": "million",
        },
        "point": "point",
        "ratio": "over",
        "half": "半|一半|半个|a half of",
        "unithalf": "个半",
        "bracket": "(",
        "filler": "个|元|圆|整|正|it's|it is|the number is|number|是|数字是|the answer is|"
        "the result is",
    },
)
_FEW = {"few": fixed(2, 9), "a few": fixed(2, 9), "several": fixed(2, 9), "a couple": fixed(2, 3)}


_CARE = Care(strict=True)


def _plain(said: Said) -> Interval | Refusal:
    number = said.numbers[0]
    if number.style in {"loose", "year"}:
        return Refusal(Reason.AMBIGUOUS)
    if number.style == "han digits" and len(number.text) < 3:
        return Refusal(Reason.AMBIGUOUS)
    open_ended = {"under", "over"} & {token.kind for token in said.tokens}
    if open_ended:
        return Refusal(Reason.VAGUE)
    return bend(number, said, Fraction(0), number.hi) or NO_ANSWER


_PLAIN_STYLES = {"digits", "han", "words"}


def _times(said: Said) -> Interval | Refusal:
    """五打, 100k, 3万4000: so many of a size, and what is left over."""
    size = Fraction(said.get("times"))
    many = bend(said.numbers[0], said, Fraction(0), Fraction(0))
    rest = said.numbers[1].lo if len(said.numbers) > 1 else Fraction(0)
    if not many or said.numbers[0].style not in _PLAIN_STYLES:
        return NO_ANSWER
    if (size == 12 and many.hi >= 100) or (rest and not size / 10 <= rest < size):
        return NO_ANSWER
    return Interval(many.lo * size + rest, many.hi * size + rest)


def _half(said: Said) -> Interval | Refusal:
    value = sum((n.lo for n in said.numbers), Fraction(1, 2))
    return Interval(value, value)


def _point(said: Said) -> Interval | Refusal:
    whole, part = said.numbers
    if not (whole.whole and part.text.isdecimal()):
        return NO_ANSWER
    value = whole.lo + Fraction(int(part.text), 10 ** len(part.text))
    return Interval(value, value)


def _ratio(said: Said) -> Interval | Refusal:
    """3 over 4; with no other word between them, for "3 more than 4" is no ratio."""
    above, below = said.numbers
    if not (above.whole and below.whole and below.lo):
        return NO_ANSWER
    return Interval(above.lo / below.lo, above.lo / below.lo)


def _open_ended(said: Said) -> Interval | Refusal:
    return Refusal(Reason.VAGUE)


def _twice(said: Said) -> Interval | Refusal:
    """Forty-five (45): the same number in words and in figures."""
    one, two = said.numbers
    same = (one.lo, one.hi) == (two.lo, two.hi)
    return Interval(one.lo, one.hi) if same else Refusal(Reason.CONTRADICTION)


_GRAMMAR: Grammar[Interval] = Grammar(
    lambda: _WORDS() | _FEW,
    [
        (f"{BEFORE} n {INSIDE}", _plain),
        ("n more? times n?", _times),
        ("half", _half),
        ("n unithalf", _half),
        ("n point n", _point),
        ("n ratio n", _ratio),
        ("ratio n", _open_ended),
        ("n bracket n", _twice),
    ],
)


def read_number(text: str) -> Interval | Offer[Interval] | Refusal:
    """Every number a text can stand for; never a guess at 62,5 or at two digits in a row."""
    return read_clauses(text, _GRAMMAR, care=_CARE)
