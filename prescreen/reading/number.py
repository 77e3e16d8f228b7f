"""Plain numbers."""

from __future__ import annotations

import re
from fractions import Fraction

from prescreen.reading.clauses import NO_ANSWER, Grammar, Said, read_clauses, words
from prescreen.reading.quantity import MODIFIERS, bend
from prescreen.values import Interval, Reason, Refusal

_WORDS = words(
    {
        **MODIFIERS,
        "thousand": "k",
        "bracket": "(|)",
        "filler": "个|元|圆|整|正|it's|it is|the number is|number|是",
    }
)
_SPOILS = re.compile(".")


def _plain(said: Said) -> Interval | Refusal:
    number = said.numbers[0]
    if number.style == "loose":
        return Refusal(Reason.AMBIGUOUS)
    if number.style == "han digits" and len(number.text) < 3:
        return Refusal(Reason.AMBIGUOUS)
    open_ended = {"under", "over"} & {token.kind for token in said.tokens}
    if open_ended:
        return Refusal(Reason.VAGUE)
    modifiers = [token.kind for token in said.tokens if token.kind in MODIFIERS]
    return bend(number, modifiers, Fraction(0), number.hi) or NO_ANSWER


def _thousand(said: Said) -> Interval | Refusal:
    span = _plain(said)
    return span if isinstance(span, Refusal) else span.times(Fraction(1000))


def _twice(said: Said) -> Interval | Refusal:
    one, two = said.numbers
    same = (one.lo, one.hi) == (two.lo, two.hi)
    return Interval(one.lo, one.hi) if same else Refusal(Reason.CONTRADICTION)


_GRAMMAR: Grammar[Interval] = Grammar(
    _WORDS,
    [
        ("about|nearly|under|over|slightly? n more|some|slightly|over? about|under?", _plain),
        ("n thousand", _thousand),
        ("n bracket n bracket", _twice),
    ],
)


def read_number(text: str) -> Interval | Refusal:
    """Every number a text can stand for; never a guess at 62,5 or at two digits in a row."""
    return read_clauses(text, _GRAMMAR.read, _SPOILS)
