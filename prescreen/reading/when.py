"""Past days: a date, or how long ago, as the set of days it can mean."""

from __future__ import annotations

import re
from datetime import date, timedelta

from prescreen.reading.clauses import NO_ANSWER, Grammar, Said, read_clauses, words
from prescreen.reading.dates import CALENDAR, CALENDAR_WORDS, NUMERIC, days_of, year_of
from prescreen.values import Days, Reason, Refusal, add_months

_OLDEST_MONTHS = 12 * 100

_WORDS = words(
    {
        **CALENDAR_WORDS,
        "unit": {
            "day": "天|day|days",
            "week": "周|星期|礼拜|个星期|个礼拜|个周|week|weeks|wk|wks",
            "month": "个月|month|months|mo|mos|mth|mths",
            "year": "年头|year|years|yr|yrs",
        },
        "ago": "前|以前|之前|ago|back|earlier|before|前的事|了|之前的事",
        "about": "大概|大约|约|差不多|左右|about|around|roughly|approximately|or so|前后|大概是",
        "half": "半",
        "now": "现在|目前|正在|还在用|还在吃|还在打|now|still|currently|today|今天|今日",
        "day": {"1": "昨天|昨日|yesterday", "2": "前天|前日|the day before yesterday", "3": "大前天"},
        "filler": "我|是|的|在|打的|用的|吃的|停的|was|it was|in|on|the|of|a|at|last time|最后一次|最近一次|上次|上一次|"
        "最后一次是|大|吧|做的|那会儿",
    }
)
_SPOILS = re.compile(".")


def ago(today: date, months: int, days: int = 0) -> date:
    """The day some months and then some days before today."""
    return add_months(today, -months) - timedelta(days=days)


_STEP = {"day": (0, 1), "week": (0, 7), "month": (1, 0), "year": (12, 0)}
_WIDTH = {"day": (0, 0), "week": (0, 3), "month": (0, 15), "year": (6, 0)}


def _ago(said: Said) -> Days | Refusal:
    number, unit = said.numbers[0], said.get("unit") or "year"
    if number.lo.denominator != 1 or number.hi.denominator != 1:
        return NO_ANSWER
    least, most = int(number.lo), int(number.hi)
    months, days = _STEP[unit]
    if most * months > _OLDEST_MONTHS or most * days > 36500:
        return Refusal(Reason.IMPOSSIBLE)
    if least != most:
        return Days(ago(said.today, most * months, most * days), ago(said.today, least * months, least * days))
    wide_months, wide_days = (3, 0) if unit == "year" and least == 1 else _WIDTH[unit]
    if said.all("about"):
        wide_months, wide_days = wide_months * 3 // 2, wide_days * 3 // 2 + 1
    start = ago(said.today, least * months + wide_months, least * days + wide_days)
    end = ago(said.today, least * months - wide_months, least * days - wide_days)
    return Days(start, min(end, said.today))


def _half_year(said: Said) -> Days | Refusal:
    if said.get("unit"):
        return NO_ANSWER
    return Days(ago(said.today, 7, 15), ago(said.today, 4, 15))


def _now(said: Said) -> Days | Refusal:
    return Days(said.today, said.today)


def _day(said: Said) -> Days | Refusal:
    day = said.today - timedelta(days=int(said.get("day")))
    return Days(day, day)


def _year(said: Said) -> Days | Refusal:
    year = year_of(said.numbers[0], said.today)
    if year is None:
        return NO_ANSWER
    if not said.numbers[0].lo >= 1000:
        return Refusal(Reason.AMBIGUOUS)
    return days_of(year, None, None, said.today)


_GRAMMAR: Grammar[Days] = Grammar(
    _WORDS,
    [
        ("about? n unit|nian ago about?", _ago),
        ("about? half unit|nian ago about?", _half_year),
        ("now", _now),
        ("day", _day),
        *CALENDAR,
        ("n nian", _year),
    ],
    ("figures", NUMERIC),
)


def read_when(text: str, today: date) -> Days | Refusal:
    """The past days a text can mean, as an answer to "when was the last time"."""
    return read_clauses(text, lambda clause: _GRAMMAR.read(clause, today), _SPOILS)
