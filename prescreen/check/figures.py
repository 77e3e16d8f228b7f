"""The dates and numbers that a text shows, whatever language it is in."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator

_MONTHS = {name: number for number, name in enumerate(month_name) if name}
_DATES = re.compile(
    r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?"
    rf"|(?:(?P<day>\d{{1,2}}) )?\b(?P<month>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})"
)
_PAIRS = (
    *(("two", "二"), ("three", "三"), ("four", "四"), ("five", "五"), ("six", "六")),
    *(("seven", "七"), ("eight", "八"), ("nine", "九"), ("ten", "十")),
)
_SPELLED = {word: str(number) for number, pair in enumerate(_PAIRS, start=2) for word in pair} | {
    "两": "2",
    "both": "2",
}
_NUMBER = r"\d+(?:\.\d+)?"
_ANY = re.compile("|".join([_NUMBER, *(rf"\b{e}\b" if e.isascii() else e for e in _SPELLED)]))
_OTHER_MASS = re.compile(rf"(?:{_NUMBER} ?(?:to|到|至|-) ?)?{_NUMBER} ?(?:lb|jin|磅|(?<!公)斤)")


def figures_in(*texts: str) -> tuple[str, ...]:
    """Every date and number of these texts in figures, each once, sorted.

    "One" and 一 are articles as often as numbers, so they do not count. A weight counts by its
    kilograms, which always stand beside the unit that each language adds.
    """
    return tuple(sorted({each for text in texts for each in _figures(text)}))


def _figures(text: str) -> Iterator[str]:
    for found in _DATES.finditer(text):
        month = found["m"] or str(_MONTHS[found["month"]])
        yield "-".join([found["y"] or found["year"], month, found["d"] or found["day"] or ""])
    for number in _ANY.findall(_OTHER_MASS.sub(" ", _DATES.sub(" ", text)).lower()):
        yield _SPELLED.get(number, number)
