"""The dates and numbers that a text shows, whatever language it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prescreen.language.conventions import CONVENTIONS
from prescreen.language.locale_formats import LocaleFormats, formats_of
from prescreen.values.units import QUANTITIES


def _date(written: str, formats: LocaleFormats) -> re.Pattern[str]:
    parts = {
        "y": r"(?P<y>\d{4})",
        "M": r"(?P<m>\d{1,2})",
        "MMMM": rf"(?P<name>{'|'.join(formats.months)})",
        "d": r"(?P<d>\d{1,2})",
    }
    return re.compile(written % parts)


_FORMATS = [formats_of(code) for code in CONVENTIONS]
_DATES = [
    *((_date(each.day, each), each.months) for each in _FORMATS),
    *((_date(each.month, each), each.months) for each in _FORMATS),
]
"""How days and months are written in each language, with the names of its months."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SPELLED = [
    (str(number), re.compile("|".join(words)))
    for number, words in enumerate(zip(*(e.numbers for e in CONVENTIONS.values()), strict=True), 2)
]
_BESIDE_KG = {each.weight for each in CONVENTIONS.values()}
_MASS = "|".join(
    re.escape(spelled)
    for unit in QUANTITIES["weight"].units
    if unit.code in _BESIDE_KG
    for spelled in unit.spelled.split("|")
)
_TO = "|".join(each.to for each in CONVENTIONS.values())
_OTHER_MASS = re.compile(rf"(?:{_NUMBER.pattern} ?(?:{_TO}|-) ?)?{_NUMBER.pattern} ?(?:{_MASS})")


def figures_in(*texts: str) -> tuple[str, ...]:
    """Every date and number of these texts in figures, each once, sorted.

    "One" and 一 are articles as often as numbers, so they do not count. A weight counts by its
    kilograms, which always stand beside the unit that each language adds.
    """
    return tuple(sorted({each for text in texts for each in _figures(text)}))


def _figures(text: str) -> Iterator[str]:
    for pattern, months in _DATES:
        for found in pattern.finditer(text):
            said = found.groupdict()
            month = said.get("m") or str(months.index(found["name"]) + 1)
            yield "-".join([found["y"], month, said.get("d") or ""])
        text = pattern.sub(" ", text)
    rest = _OTHER_MASS.sub(" ", text).lower()
    yield from _NUMBER.findall(rest)
    yield from (number for number, words in _SPELLED if words.search(rest))
