"""Modifiers of an amount: what about, nearly, over, under and 多 make of a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from prescreen.reading.clauses.grammar import Said
from prescreen.reading.clauses.numerals import Number
from prescreen.values import Interval

MODIFIERS: Mapping[str, Mapping[str, str]] = {
    "about": {
        "about": "must be|it must be|gotta be|round about|or thereabouts|thereabouts|"
        "somewhere round|round|"
        "in the region of|somewhere in the region of|in the ballpark of|near enough|没准|"
        "没准儿|大概|大约|约摸|大概是|大约是|约|约莫|左右|上下|差不多|差不多是|吧|"
        "大致|估计|可能|也就|大概有|大概有个|差不多有个|得有个|大约有|差不多有|得有|约有|好像|"
        "好像是|好像有|应该|应该是|应该有|估计是|估计有|可能是|可能有|bout|i believe|most likely|"
        "likely|about|around|roughly|approximately|approx|approx.|circa|or so|ish|"
        "give or take a kilo|give or take a kilo or two|give or take a pound|"
        "give or take a pound or two|give or take a couple|give or take one or two|-ish|"
        "more or less|give or take|somewhere around|probably|maybe|i think|i guess|something like|"
        "≈|i'd say|i would say|i think it was|i think it's|i think that was|must have been",
    },
    "nearly": {
        "nearly": "coming up to|coming up on|coming up for|must be going on|快|pushing|快要|将满|"
        "快到|就快|马上|马上就|马上就要|眼看就|眼看就要|将近|接近|"
        "近|差一点|差点|眼看|nearly|almost|close to|just under|going on|getting on for|not quite|"
        "just short of|just below",
    },
    "under": {
        "open": "不到|都不到|都没到|都不足|还不到|还没到|"
        "还没满|还未满|不足|没到|不满|未满|小于|少于|低于|under|below|"
        "less than|fewer than",
        "closed": "最多|至多|顶多|不超过|以下|以内|at most|up to|or less|or under|max|maximum|"
        "no more than|not more than",
    },
    "over": {
        "open": "超过|大于|多于|高于|超|不止|over|above|more than",
        "closed": "以上|往上|开外|不下|至少|最少|起码|at least|or more|plus|+|upwards of|or over|"
        "min|minimum|no less than|not less than",
    },
    "more": {"more": "多|余|有余|好几|odd|something|-odd|and something|-something|and change"},
    "slightly": {
        "slightly": "出头|刚过|刚出|多一点|多点|多一些|挂零|just over|a little over|a bit over|"
        "slightly over|little over|just above|and a bit|a bit more than|a little more than",
    },
    "some": {"some": "来"},
}
"""Kinds of modifier, and the words that carry them in both languages.

What is open leaves the number itself out.
"""

BETWEEN = "between|somewhere between|anywhere between|anything between|介于"
"""The words before the two ends of a range."""

RANGE: Mapping[str, str] = {"to": "到|至|-|~|to|or|或|或者|through"}
"""The words between the two ends of a range."""

BEFORE = "about|nearly|under|over|slightly?"
"""Slot of a form: a modifier that may stand before a number."""
AFTER = "about|under|over|slightly|more?"
"""Slot of a form: a modifier that may stand after the unit."""
INSIDE = "more|some|slightly|over|about?"
"""Slot of a form: a modifier that may stand between number and unit."""

_TWENTIETH = Fraction(1, 20)
_Bend = Callable[[Number, Interval], Interval]


def _about(number: Number, span: Interval) -> Interval:
    return Interval(span.lo * (1 - _TWENTIETH), span.hi * (1 + _TWENTIETH))


def _slightly(number: Number, span: Interval) -> Interval:
    return Interval(span.lo, max(span.hi * (1 + _TWENTIETH), span.hi + 1))


def _some(number: Number) -> Fraction:
    """What 来 may add: 十来斤 may be near twenty, 一百来斤 is not near two hundred."""
    return number.step / 10 if number.step > 10 else number.step


_BENDS: Mapping[str, _Bend] = {
    "more": lambda number, span: Interval(span.lo, span.hi + number.step),
    "some": lambda number, span: Interval(span.lo * (1 - _TWENTIETH), span.hi + _some(number)),
    "slightly": _slightly,
    "nearly": lambda number, span: Interval(span.lo * (1 - 2 * _TWENTIETH), span.hi),
}


def ranged(said: Said) -> Number | None:
    """The number of a form, or the range from its first to its second; None if that falls."""
    first, last = said.numbers[0], said.numbers[-1]
    if first is last:
        return first
    if first.lo >= last.hi or first.lo != first.hi or last.lo != last.hi:
        return None
    return replace(last, lo=first.lo)


_SLICES = ("1/2", "1/3", "2/3", "1/4", "3/4")


def sliced(number: Number, whole: bool = True) -> bool:
    """Whether a number with a slash may be two numbers, as 50/60, 5/10 and 2/4 are, and no slice.

    A slice is a half, a third or a quarter that is written as one: 1/2, 1 3/4.
    """
    if "/" not in number.text:
        return False
    *mixed, written = number.text.split()
    return not ((whole or mixed) and written in _SLICES)


def modifiers(said: Said) -> list[str]:
    """The kinds of modifier said, in order."""
    return [token.kind for token in said.tokens if token.kind in MODIFIERS]


def bend(number: Number, said: Said, least: Fraction, most: Fraction) -> Interval | None:
    """The amounts a number stands for under its modifiers; None where they do not go together.

    `least` and `most` bound what "under" and "over" leave open, in the number's own unit. Beyond
    them is nothing.
    """
    how = modifiers(said)
    span = Interval(number.lo, number.hi)
    match [m for m in how if m != "about"]:
        case ["under"] if "about" not in how:
            out = said.get("under") == "open"
            return _between(min(least, number.hi), number.hi, hi_open=out)
        case ["over"] if "about" not in how:
            out = said.get("over") == "open"
            return _between(number.lo, max(most, number.lo), lo_open=out)
        case [name] if name in _BENDS:
            span = _BENDS[name](number, span)
        case [_, *_]:
            return None
    return _about(number, span) if "about" in how else span


def _between(
    lo: Fraction, hi: Fraction, *, lo_open: bool = False, hi_open: bool = False
) -> Interval | None:
    empty = lo == hi and (lo_open or hi_open)
    return None if empty else Interval(lo, hi, lo_open, hi_open)
