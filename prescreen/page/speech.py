"""One language and one listener: how sentences, days and numbers are said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from prescreen.i18n import Language
from prescreen.page.words import Sentence, Words
from prescreen.sealed import Silent
from prescreen.texts import BothForms, Voice

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from babel import Locale

    from prescreen.values import Days

_DATE_LOCALES = {"en": "en_GB"}


@dataclass(frozen=True, slots=True, repr=False)
class Speech(Silent):
    """How things are said to one listener; `domain` is the flow's catalog."""

    language: Language
    voice: Voice
    domain: str

    def __call__(self, sentence: Sentence, **fields: object) -> str:
        """A sentence of the program with its fields filled in."""
        text = self.language.said(sentence.text, sentence.context, self.voice)
        return text.format(**fields) if fields else text

    def text(self, text: BothForms, at: str) -> str:
        """A text of the flow that stands at this table."""
        return self.language.said(text, f"{self.domain}/{at}", self.voice)

    def words(self, words: str, at: str) -> str:
        """Words of the flow that are the same to every listener."""
        return self.language.words(words, f"{self.domain}/{at}")

    @property
    def locale(self) -> Locale:
        """The locale in which dates are written."""
        return _locale(_DATE_LOCALES.get(self.language.code, self.language.code))

    def day(self, day: date) -> str:
        """A day, such as 3 May 2026."""
        from babel.dates import format_date

        return str(format_date(day, "long", self.locale))

    def days(self, days: Days, today: date) -> str:
        """A day, a month or a year where the span is one, else its first and last day."""
        from babel.dates import format_skeleton

        if days.single:
            return self.day(days.start)
        if _whole(days, today, months=12) and days.start.month == 1:
            return str(format_skeleton("y", days.start, locale=self.locale))
        if _whole(days, today, months=1):
            return str(format_skeleton("yMMMM", days.start, locale=self.locale))
        return self(Words.BETWEEN_DAYS, start=self.day(days.start), end=self.day(days.end))

    def months(self) -> tuple[str, ...]:
        """The twelve months as they are called on buttons."""
        from babel.dates import get_month_names

        names = get_month_names("abbreviated", "stand-alone", self.locale)
        return tuple(str(names[month]) for month in range(1, 13))

    def number(self, number: Fraction, places: int = 2) -> str:
        """A number, rounded to so many places, without trailing zeros."""
        text = f"{float(round(number, places)):.{places}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text

    def joined(self, sentences: Sequence[str]) -> str:
        """Sentences one after the other; Chinese sets no space between them."""
        return ("" if self.language.code == "zh_CN" else " ").join(sentences)

    def several(self, words: Sequence[str]) -> str:
        """Several things as a list with "and"."""
        if len(words) == 1:
            return words[0]
        from babel.lists import format_list

        return str(format_list(list(words), locale=self.locale))


@cache
def _locale(code: str) -> Locale:
    """A locale, looked for once; Babel reads a list of files to find "zh_CN"."""
    from babel import Locale

    return Locale.parse(code)


def _whole(days: Days, today: date, months: int) -> bool:
    from prescreen.values import add_months

    if days.start.day != 1:
        return False
    after = add_months(days.start, months)
    return days.end == today if after > today else (after - days.end).days == 1
