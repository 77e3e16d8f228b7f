"""How old somebody is: in full years, and as parents say it of a child who is not yet two."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from prescreen.page.speech import Speech
from prescreen.page.words import Sentence, Words
from prescreen.values import Age, Days, add_months

_IN_DAYS = 14
_IN_WEEKS = 3
"""Below so many days a child's age is said in days, and below so many months in weeks."""
_ONE: dict[Sentence, Sentence] = {
    Words.DAYS_OLD: Words.ONE_DAY_OLD,
    Words.MONTHS_OLD: Words.ONE_MONTH_OLD,
    Words.YEARS: Words.ONE_YEAR_OLD,
}


def how_old(speech: Speech, age: Age, today: date) -> str:
    """An age in words."""
    if age.most < 2 and age.born:
        return _of_a_child(speech, age.born, today)
    return _said(speech, Words.YEARS, (age.least, age.most))


def _of_a_child(speech: Speech, born: Days, today: date) -> str:
    ends = born.end, born.start
    days = [(today - each).days for each in ends]
    weeks = [each // 7 for each in days]
    months = [_months(each, today) for each in ends]
    if days[1] < _IN_DAYS:
        return _said(speech, Words.DAYS_OLD, days)
    a_week = weeks[0] == weeks[1] and not born.single
    a_month = months[0] == months[1] and not born.single
    if a_week or (months[1] < _IN_WEEKS and not a_month):
        return _said(speech, Words.WEEKS_OLD, weeks)
    return _said(speech, Words.MONTHS_OLD, months)


def _months(born: date, today: date) -> int:
    months = 12 * (today.year - born.year) + today.month - born.month
    return months - (add_months(born, months) > today)


def _said(speech: Speech, sentence: Sentence, ends: Sequence[int]) -> str:
    least, most = ends
    if least == most == 1 and sentence in _ONE:
        return speech(_ONE[sentence])
    return speech(sentence, n=least if least == most else speech(Words.RANGE, lo=least, hi=most))
