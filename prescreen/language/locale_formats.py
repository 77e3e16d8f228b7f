"""How days and months are written in a language, as the Unicode project collected it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from prescreen.language.conventions import CONVENTIONS

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class LocaleFormats:
    """The patterns of one language; what is read of Babel's tables is kept, and not the tables."""

    day: str
    month: str
    year: str
    months: tuple[str, ...]
    short_months: tuple[str, ...]

    def written(self, pattern: str, day: date) -> str:
        """A day in one of the patterns."""
        parts = {"y": day.year, "M": day.month, "d": day.day, "MMMM": self.months[day.month - 1]}
        return pattern % parts


@cache
def formats_of(language: str) -> LocaleFormats:
    """What is customary in a language."""
    from babel import Locale
    from babel.dates import get_date_format, get_month_names, parse_pattern

    locale = Locale.parse(CONVENTIONS[language].locale)
    long = get_month_names("wide", "format", locale)
    short = get_month_names("abbreviated", "stand-alone", locale)
    skeletons = locale.datetime_skeletons
    return LocaleFormats(
        str(get_date_format("long", locale).format),
        str(parse_pattern(skeletons["yMMMM"]).format),
        str(parse_pattern(skeletons["y"]).format),
        tuple(str(long[month]) for month in range(1, 13)),
        tuple(str(short[month]) for month in range(1, 13)),
    )
