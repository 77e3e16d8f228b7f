"""What reports print beside a number, and ways of writing it, in the one way that is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

_Rewritten = Sequence[tuple[re.Pattern[str], str]]

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_POWER = re.compile("10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_HAN_POWERS = {"三": "3", "六": "6", "九": "9", "十二": "12"}
_SPOKEN_POWER = re.compile(
    r"(?:[x×*]|乘以?)\s*(?:10|十)\s*的\s*(?P<han>\d{1,2}|三|六|九|十二)\s*次方|"
    r"(?:[x×*]\s*10\s*e\s*|(?<=\d\s)10\s*e\s*)(?P<e>\d{1,2})(?!\d)",
    re.IGNORECASE,
)
"""乘以十的九次方, ×10E3: a power of ten that is said or printed in letters."""

_NUMBER = r"\d+(?:\.\d+)?"
_RANGE = rf"{_NUMBER}\s*(?:-|–|—|~|～|to|至|到)\s*{_NUMBER}"
_BESIDE: _Rewritten = (
    (re.compile(rf"(?<=[^\s(（\[])\s*[(（\[]\s*{_RANGE}\s*[)）\]]", re.IGNORECASE), " "),
    (re.compile(rf"(?<=\d)\s*[↑↓]\s*{_RANGE}(?=\s)", re.IGNORECASE), " "),
    (re.compile(r"\s*[(（\[](?:h|l|↑|↓|偏?高|偏?低|high|low)[)）\]]", re.IGNORECASE), " "),
    (re.compile(rf"(?<![-–—~～至到\d.])({_NUMBER})(?![\d.])\s*[↑↓]"), r"\1 "),
    (re.compile(rf"[↑↓]\s*({_NUMBER})(?![\d.]|\s*[-–—~～至到])"), r" \1"),
    (re.compile(r"(?<=[a-z%升尔位])\s*[↑↓]\s*$", re.IGNORECASE), ""),
    (re.compile(r"(/\s?[a-zμµ]+\d?|%)\s+[hl]\s*$", re.IGNORECASE), r"\1"),
)
"""The range that is normal, and the mark of what lies outside it, behind a value."""
_MEASURED_AT_HOME = (
    *("height", "length", "weight", "mass", "birth_weight"),
    *("time", "gestation", "count", "volume"),
)
"""Quantities of which no report prints what is normal."""
_SPACED = re.compile(r"(?<![\d.,])(?:\d( \d{3})+|\d{2,3}((?: \d{3})* 000))(?![\d.])")
"""Thousands that are set apart by spaces; 150 200 may be two numbers."""

_INCHES = re.compile(r"(\d) ?in\.?$", re.IGNORECASE)
"""An "in" that ends a text, which else would want something after it."""
_PERCENT: _Rewritten = ((re.compile(r"百分之([\d.零一二三四五六七八九十点]+)$"), r"\1%"),)
_DEGREES: _Rewritten = (
    (re.compile(r"(华氏|摄氏)度?\s*([\d.零一二三四五六七八九十百点]+)度?$"), r"\2\1度"),
)
_OF_QUANTITY: Mapping[str, _Rewritten] = {
    "percent": _PERCENT,
    "hba1c": _PERCENT,
    "temperature": _DEGREES,
    "times_upper_limit": (
        (re.compile(r"\btwice\b", re.IGNORECASE), "2 times"),
        (re.compile(r"(?<=\d)\s*[x×]?\s*n$", re.IGNORECASE), " uln"),
    ),
    "cell_count": (
        (re.compile(r"(?<=\d)\s*g/l$", re.IGNORECASE), "x10^9/l"),
        (re.compile(r"(?<=\d)\s*k$", re.IGNORECASE), " k/ul"),
    ),
}

_VIRAL = ("viral_load", "viral_copies")
_SCIENTIFIC = re.compile(
    r"(\d+(?:\.\d+)?)\s*(?:[x×*]\s*10\s*\^\s*|e\+?)(\d{1,2})(?!\d)", re.IGNORECASE
)
"""A number as reports of a virus print it, such as 1.2x10^4 or 1.2E+04."""

_OF_PAIR = ("systolic_pressure", "diastolic_pressure")
_PAIR = re.compile(
    r"(?:高压|上压|收缩压)?\s*(?P<systolic_pressure>\d+(?:\.\d+)?)\s*(?:/|／|over|"
    r"[，,、]?\s*(?:低压|下压|舒张压))\s*(?P<diastolic_pressure>\d+(?:\.\d+)?)",
    re.IGNORECASE,
)
"""Blood pressure as it is written, such as 120/80: two numbers, of which one is asked for."""


def in_one_way(text: str, quantity: str) -> str:
    """A text with its powers of ten, thousands, pairs and percents written in the way we read."""
    plain = _POWER.sub(lambda found: f"10^{found[1].translate(_RAISED)}", text)
    plain = _SPOKEN_POWER.sub(_power, plain.replace("m²", "m2"))
    plain = _INCHES.sub(r"\1 inches", plain)
    beside = () if quantity in _MEASURED_AT_HOME else _BESIDE
    for pattern, written in (*beside, *_OF_QUANTITY.get(quantity, ())):
        plain = pattern.sub(written, plain)
    plain = _SPACED.sub(lambda found: found[0].replace(" ", ""), plain)
    if quantity in _VIRAL:
        plain = _SCIENTIFIC.sub(_written_out, plain)
    if quantity in _OF_PAIR:
        plain = _PAIR.sub(lambda pair: _one_of(pair, quantity), plain)
    return plain


def _power(found: re.Match[str]) -> str:
    said = found["han"] or found["e"]
    return f"x10^{_HAN_POWERS.get(said, said)}"


def _one_of(pair: re.Match[str], quantity: str) -> str:
    """The number of a pair that is meant; the pair itself where the first is not the higher."""
    high, low = (Fraction(pair[each]) for each in _OF_PAIR)
    return f" {pair[quantity]} " if high > low else pair[0]


def _written_out(found: re.Match[str]) -> str:
    number = Fraction(found[1]) * 10 ** int(found[2])
    return str(number) if number.denominator == 1 else found[0]
