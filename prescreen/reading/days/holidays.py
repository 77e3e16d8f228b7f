"""Holidays that stand on the same days each year, and the days just before and after them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from prescreen.reading.clauses.grammar import NO_ANSWER, FormTable, Said
from prescreen.reading.days.dates import calendar_days, year_of
from prescreen.reading.days.days import cut
from prescreen.values import Days, Reason, Refusal

_AROUND = timedelta(days=14)
"""How far "around Christmas" reaches to each side; before or after it reaches twice as far."""

HOLIDAY_WORDS: Mapping[str, str | Mapping[str, str]] = {
    "holiday": {
        "1-1 1-3": "元旦|元旦节|元旦假期|new year's day|new year's|new years|new year",
        "2-14 2-14": "情人节|valentine's day|valentines day",
        "3-8 3-8": "三八节|妇女节|三八妇女节",
        "5-1 5-5": "五一|五一节|劳动节|五一劳动节|五一假期",
        "6-1 6-1": "六一节|儿童节|六一儿童节",
        "9-10 9-10": "教师节",
        "10-1 10-8": "国庆|国庆节|十一国庆|十一假期|十一长假|国庆假期|国庆长假|national day",
        "10-31 10-31": "halloween",
        "11-11 11-11": "双十一|双11",
        "12-24 12-26": "圣诞|圣诞节|christmas|xmas|christmas time",
        "12-24 12-24": "平安夜|christmas eve",
        "12-25 12-25": "christmas day",
        "12-26 12-26": "boxing day",
        "11-5 11-5": "bonfire night|guy fawkes night|guy fawkes",
        "3-17 3-17": "st patrick's day|saint patrick's day|st paddy's day|paddy's day",
        "4-25 4-25": "anzac day",
        "12-31 12-31": "跨年|跨年夜|new year's eve",
    },
    "side": {
        "before": "节前|前夕|just before|shortly before|right before|a bit before|just ahead of",
        "after": "后|过后|节后|之后|just after|shortly after|right after|a bit after",
    },
    "daysof": "期间|那几天|假期|那几日|那天|那一天|当天|放假|放假那几天|放假期间|小长假|"
    "of all days",
    "about": "前后",
}
"""Holidays by their first and last day, as month and day."""


def _holiday(said: Said) -> Days | Refusal:
    """The days of the holiday that is named; without a year, the latest that has begun."""
    year = _year(said)
    if year is None:
        return NO_ANSWER
    years = [year] if year else [said.today.year, said.today.year - 1]
    read = [_of_year(said, each) for each in years]
    return next((days for days in read if isinstance(days, Days)), read[-1])


def _year(said: Said) -> int | None:
    """The year said, 0 where there is none, None where the number is no year."""
    if said.all("years"):
        return said.today.year + int(said.get("years"))
    return year_of(said.numbers[0], said.today) if said.numbers else 0


def _of_year(said: Said, year: int) -> Days | Refusal:
    first, last = (date(year, *map(int, day.split("-"))) for day in said.get("holiday").split(" "))
    if not _year(said) and first > said.today:
        return Refusal(Reason.FUTURE)
    if said.get("side") == "before" or said.all("ago") or said.all("before"):
        first, last = first - 2 * _AROUND, first - timedelta(days=1)
    elif said.get("side") == "after":
        first, last = last + timedelta(days=1), last + 2 * _AROUND
    elif said.all("about"):
        first, last = first - _AROUND, last + _AROUND
    return cut(first, last, said.today)


def _on_holiday(said: Said) -> Days | Refusal:
    """六月一号儿童节: a date, and the holiday that it is."""
    dated = tuple(token for token in said.tokens if token.kind not in {"holiday", "daysof"})
    days, holiday = calendar_days(Said(dated, said.today)), _holiday(_unnumbered(said))
    if isinstance(days, Refusal) or isinstance(holiday, Refusal):
        return days if isinstance(days, Refusal) else NO_ANSWER
    return days if days.overlap(holiday) else Refusal(Reason.CONTRADICTION)


def _unnumbered(said: Said) -> Said:
    return Said(tuple(token for token in said.tokens if not token.number), said.today)


HOLIDAYS: FormTable[Days] = [
    ("about? years? holiday side|ago|before|about|daysof?", _holiday),
    ("about? n nian holiday side|ago|before|about|daysof?", _holiday),
    ("about? side|over? holiday years|n? about?", _holiday),
    ("within holiday", _holiday),
    ("holiday gone", _holiday),
    ("n yue n ri holiday daysof?", _on_holiday),
]
"""Holidays, with the year, and how near to them."""
