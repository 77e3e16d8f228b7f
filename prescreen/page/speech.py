"""One language and one listener: how sentences, days and numbers are said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prescreen.language.catalogs import Language
from prescreen.language.conventions import CONVENTIONS, Conventions
from prescreen.language.locale_formats import LocaleFormats, formats_of
from prescreen.language.voices import BothForms, Voice
from prescreen.page.audiences import FORMS, Audience, form_context, forms_of
from prescreen.page.words import Sentence, Words
from prescreen.system.privacy import Silent

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from prescreen.values import Days


@dataclass(frozen=True, slots=True, repr=False)
class Speech(Silent):
    """How things are said to one listener; `domain` is the flow's catalog."""

    language: Language
    voice: Voice
    domain: str
    audience: Audience = Audience.PATIENTS

    def __call__(self, sentence: Sentence, **fields: object) -> str:
        """A sentence of the program with its fields filled in."""
        others = FORMS.get(sentence, {})
        form = next((each for each in forms_of(self.audience, self.voice) if each in others), "")
        if form:
            text = self.language.words(others[form], form_context(sentence, form))
        else:
            text = self.language.said(sentence.text, sentence.context, self._voice)
        return text.format(**fields) if fields else text

    def text(self, text: BothForms, at: str) -> str:
        """A text of the flow that stands at this table."""
        return self.language.said(text, f"{self.domain}/{at}", self._voice)

    def words(self, words: str, at: str) -> str:
        """Words of the flow that are the same to every listener."""
        return self.language.words(words, f"{self.domain}/{at}")

    @property
    def _voice(self) -> Voice:
        """Who listens: for a child it is always who cares for it."""
        return Voice.CAREGIVER if self.audience is Audience.CHILDREN else self.voice

    @property
    def conventions(self) -> Conventions:
        """How the language writes and counts."""
        return CONVENTIONS[self.language.code]

    @property
    def formats(self) -> LocaleFormats:
        """How days and lists are written."""
        return self.language.formats or formats_of(self.language.code)

    def day(self, day: date) -> str:
        """A day, such as 3 May 2026."""
        return self.formats.written(self.formats.day, day)

    def days(self, days: Days, today: date) -> str:
        """A day, a month or a year where the span is one, else its first and last day."""
        if days.single:
            return self.day(days.start)
        if _whole(days, today, months=12) and days.start.month == 1:
            return self.formats.written(self.formats.year, days.start)
        if _whole(days, today, months=1):
            return self.formats.written(self.formats.month, days.start)
        return self(Words.BETWEEN_DAYS, start=self.day(days.start), end=self.day(days.end))

    def months(self) -> tuple[str, ...]:
        """The twelve months as they are called on buttons."""
        return self.formats.short_months

    def number(self, number: Fraction, places: int = 2) -> str:
        """A number, rounded to so many places, without trailing zeros."""
        text = f"{float(round(number, places)):.{places}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text

    def joined(self, sentences: Sequence[str]) -> str:
        """Sentences one after the other."""
        return self.conventions.gap.join(sentences)


def _whole(days: Days, today: date, months: int) -> bool:
    from prescreen.values import add_months

    if days.start.day != 1:
        return False
    after = add_months(days.start, months)
    return days.end == today if after > today else (after - days.end).days == 1
