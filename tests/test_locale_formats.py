"""Days are written as Babel writes them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date, format_skeleton, get_month_names

from prescreen.language.catalogs import LANGUAGES
from prescreen.language.conventions import CONVENTIONS
from prescreen.language.locale_formats import formats_of

DAYS = [date(2023, 12, 25) + timedelta(days) for days in range(0, 1200, 11)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_a_month_and_a_year_read_as_babel_writes_them(language: str) -> None:
    locale, ours = CONVENTIONS[language].locale, formats_of(language)
    for day in DAYS:
        assert ours.written(ours.day, day) == format_date(day, "long", locale)
        assert ours.written(ours.month, day) == format_skeleton("yMMMM", day, locale=locale)
        assert ours.written(ours.year, day) == format_skeleton("y", day, locale=locale)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_months_on_buttons_are_babels(language: str) -> None:
    names = get_month_names("abbreviated", "stand-alone", CONVENTIONS[language].locale)
    assert formats_of(language).short_months == tuple(names[month] for month in range(1, 13))
