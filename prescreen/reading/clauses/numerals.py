"""Numbers as people write them: digits, Chinese numerals, English words, exact.

`scan` finds the longest number that starts at a place in normalised text. A number is an interval
(四十五六 is 45 to 46) and knows its step, which is what 多 may add to it, and its style, because
"one forty" is 140 only of a weight, 零八 is 2008 only of a year, and "a few" is no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from prescreen.reading.clauses import english
from prescreen.system.privacy import Silent

Style = Literal["digits", "han", "han digits", "words", "loose", "year", "count"]


@dataclass(frozen=True, slots=True, repr=False)
class Number(Silent):
    """Every number from `lo` to `hi`; `step` is the size of its last place."""

    lo: Fraction
    hi: Fraction
    step: Fraction
    style: Style
    text: str

    @property
    def whole(self) -> bool:
        """Whether it is one whole number."""
        return self.lo == self.hi and self.lo.denominator == 1


_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_DECIMALS = re.compile("[零一二三四五六七八九]+|[0-9]+")
"""What 点 can be followed by; never 两, which counts things, as in 八点两片."""
_D = "[一二两三四五六七八九]"
_PLACE = rf"{_D}{{1,2}}|几"
_SECTION = re.compile(
    rf"(?:({_PLACE})千)?(零?)(?:({_PLACE}|)百)?(零?)(?:({_PLACE}|)([十廿卅卌]))?(零?)({_PLACE})?"
)
_OLD_TENS = {"廿": 2, "卅": 3, "卌": 4}
_ASCII = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?![\d.,]*\d)", re.ASCII)
_MIXED = re.compile(r"(\d+) (\d+)/(\d+)|(\d+)/(\d+)", re.ASCII)
_HAN = re.compile(r"[零一二两三四五六七八九十廿卅卌百千万亿几点]+")
_PARTS = re.compile(r"(?:(.+)又)?(.+)分之(.+)")
_HAN_ALL = re.compile(r"(?:[零一二两三四五六七八九十廿卅卌百万亿几点分之又\d]|千(?!克))+", re.ASCII)
_STARTS = frozenset("0123456789.零一二两三四五六七八九十廿卅卌百千万亿几点分之又")
_STEPPED = re.compile(r"(?:\d[千百十万])+\d?", re.ASCII)
_HUNDREDS = re.compile(r"(\d)百(\d\d)", re.ASCII)
_MYRIADS = re.compile(r"(\d+(?:\.\d+)?)([百千万亿])", re.ASCII)
_BIG = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def scan(text: str, at: int = 0) -> tuple[Number, int] | None:
    """The longest number that starts at a place in normalised text, and where it ends."""
    first = text[at : at + 1]
    if "a" <= first <= "z":
        return _scan_words(text, at)
    return (_scan_han(text, at) or _scan_ascii(text, at)) if first in _STARTS else None


def _scan_ascii(text: str, at: int) -> tuple[Number, int] | None:
    mixed = _MIXED.match(text, at)
    if mixed:
        whole, a, b, c, d = (int(g or 0) for g in mixed.groups())
        if not (b or d) or (a >= b if b else c >= d):
            return None
        value = whole + Fraction(a, b) if b else Fraction(c, d)
        return _number(value, value, Fraction(1), "digits", mixed[0]), mixed.end()
    plain = _ASCII.match(text, at)
    if not plain or not plain[0]:
        return None
    figures = plain[0].replace(",", "")
    value = Fraction(int(figures) if figures.isdecimal() else figures)
    return _number(value, value, _step(value), "digits", plain[0]), plain.end()


def _scan_han(text: str, at: int) -> tuple[Number, int] | None:
    run = _HAN_ALL.match(text, at)
    if not run:
        return None
    said = run[0].rstrip("点分之又")
    number = None if said.isdecimal() else _han(said)
    return (number, at + len(said)) if number else None


def _scan_words(text: str, at: int) -> tuple[Number, int] | None:
    found = english.scan_words(text, at)
    if not found:
        return None
    value, style, end = found
    return _number(value, value, _step(value), style, text[at:end]), end


def _number(lo: Fraction, hi: Fraction, step: Fraction, style: Style, text: str) -> Number:
    return Number(lo, hi, step, style, text)


def _step(value: Fraction) -> Fraction:
    """The size of the last place said: 10 of 120, 1 of 124, 1/10 of 62.5."""
    step = Fraction(1)
    if value.denominator != 1:
        while (value / step).denominator != 1 and step > Fraction(1, 10**6):
            step /= 10
        return step
    whole, tens = value.numerator, 1
    while whole and whole % 10 == 0:
        whole, tens = whole // 10, 10 * tens
    return Fraction(tens)


def _han(said: str) -> Number | None:
    parts = _PARTS.fullmatch(said)
    if parts:
        return _han_fraction(said, *parts.groups())
    if _STEPPED.fullmatch(said):
        said = "".join("零一二三四五六七八九"[int(c)] if c.isdecimal() else c for c in said)
    if hundreds := _HUNDREDS.fullmatch(said):
        value = Fraction(hundreds[1] + hundreds[2])
        return _number(value, value, _step(value), "digits", said)
    many = _MYRIADS.fullmatch(said)
    if many:
        value = Fraction(many[1]) * _BIG[many[2]]
        return _number(value, value, _step(value), "digits", said)
    whole, point, tail = said.partition("点")
    if point:
        return _han_decimal(said, whole, tail)
    if not _HAN.fullmatch(said):
        return None
    spoken = _han_whole(said)
    if spoken:
        lo, hi, step = spoken
        return _number(Fraction(lo), Fraction(hi), Fraction(step), "han", said)
    return _han_digits(said)


def _han_digits(said: str) -> Number | None:
    called = _han_called(said)
    if not called:
        return None
    value = Fraction(called[0])
    return _number(value, value, Fraction(1), "han digits", said)


def _han_called(said: str) -> tuple[int, int, int] | None:
    """Digits called out one by one, 二零零四; two of them are only ever a year."""
    if len(said) < 2 or not all(c in _DIGIT for c in said):
        return None
    value = int("".join(str(_DIGIT[c]) for c in said))
    return value, value, 1


def _han_decimal(said: str, whole: str, tail: str) -> Number | None:
    ones = _figures(whole) or _han_whole(whole) or _han_called(whole)
    if not ones or ones[0] != ones[1] or not _DECIMALS.fullmatch(tail):
        return None
    value = ones[0] + Fraction(int("".join(str(_DIGIT.get(c, c)) for c in tail)), 10 ** len(tail))
    return _number(value, value, Fraction(1, 10 ** len(tail)), "han", said)


def _figures(said: str) -> tuple[int, int, int] | None:
    """7点5: figures before 点, as a voice is written down."""
    return (int(said), int(said), 1) if said.isdecimal() else None


def _han_fraction(said: str, whole: str | None, below: str, above: str) -> Number | None:
    parts = [scan(part) for part in (whole or "零", below, above)]
    values = [p[0].lo for p in parts if p and p[0].lo == p[0].hi and p[0].text]
    if len(values) < 3 or not values[1]:
        return None
    value = values[0] + values[2] / values[1]
    return _number(value, value, _step(value), "han", said)


def _han_whole(said: str) -> tuple[int, int, int] | None:
    """Lowest, highest and step of a positional numeral up to 亿; None where it is not one."""
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        head, found, rest = said.partition(unit)
        if found:
            return _han_joined(head, rest, size)
    return _section(said)


def _han_joined(head: str, rest: str, size: int) -> tuple[int, int, int] | None:
    high = _han_whole(head)
    if not high:
        return None
    lo, hi, step = (part * size for part in high)
    if not rest:
        return lo, hi, step
    low = _han_whole(rest.removeprefix("零"))
    if not low or lo != hi or low[1] >= size:
        return None
    if len(rest) == 1:
        return lo + low[0] * size // 10, hi + low[1] * size // 10, size // 10
    if (low[0] < size // 10) != rest.startswith("零"):
        return None
    return lo + low[0], hi + low[1], low[2]


def _section(said: str) -> tuple[int, int, int] | None:
    """A numeral below 10,000, its places in order and its gaps marked by 零."""
    if said == "零":
        return 0, 0, 1
    match = _SECTION.fullmatch(said)
    if not match or not said:
        return None
    q, zero_b, b, zero_s, s, ten, zero_g, g = match.groups()
    if b == "" and (q or zero_b or ten or zero_g or not g):
        return None
    places = [
        (q, 1000, ""),
        ("一" if b == "" else b, 100, zero_b),
        (_tens(s, ten), 10, zero_s),
        (g, 1, zero_g),
    ]
    return _sum_places(places)


def _tens(digit: str | None, ten: str | None) -> str | None:
    if ten is None or ten == "十":
        return digit if digit or ten is None else "一"
    return None if digit else "零一二三四"[_OLD_TENS[ten]]


def _sum_places(places: list[tuple[str | None, int, str]]) -> tuple[int, int, int] | None:
    lo = hi = 0
    above = step = 0
    for said, size, zero in places:
        if zero and not above:
            return None
        if said is None:
            above = -above if zero else above
            continue
        if lo != hi:
            return None
        gap = bool(zero) or above < 0
        size = _size(size, above, gap)
        span = _span(said, size, bare=not above)
        if not size or not span:
            return None
        lo, hi, step = lo + span[0], hi + span[1], size
        above = size
    return (lo, hi, step) if lo and above > 0 else None


def _size(size: int, above: int, gap: bool) -> int:
    """What a place is worth after the place above it, 0 where the gap is said wrongly."""
    skipped = bool(above) and abs(above) != size * 10
    if size == 1 and skipped and not gap:
        return abs(above) // 10
    return size if skipped == gap or size == 10 else 0


def _span(said: str, size: int, bare: bool) -> tuple[int, int] | None:
    if said == "几":
        return (2 if bare else 1) * size, 10 * size - 1
    low, high = _DIGIT[said[0]], _DIGIT[said[-1]]
    rising = len(said) == 1 or high == low + 1 or said == "三五"
    return (low * size, high * size) if rising else None
