"""Calendar dates as people write them, and the days they name."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import permutations

from prescreen.reading.clauses import NO_ANSWER, Rows, Said
from prescreen.reading.english import ORDINAL
from prescreen.reading.numerals import Number
from prescreen.values import Days, Reason, Refusal

_MONTHS = (
    "january|jan|jan.",
    "february|feb|feb.",
    "march|mar|mar.",
    "april|apr|apr.",
    "may",
    "june|jun|jun.",
    "july|jul|jul.",
    "august|aug|aug.",
    "september|sept|sep|sept.|sep.",
    "october|oct|oct.",
    "november|nov|nov.",
    "december|dec|dec.",
)
_WEEKDAYS = (
    "周一|星期一|礼拜一|monday|mon",
    "周二|星期二|礼拜二|tuesday|tue|tues",
    "周三|星期三|礼拜三|wednesday|wed",
    "周四|星期四|礼拜四|thursday|thu|thur|thurs",
    "周五|星期五|礼拜五|friday|fri",
    "周六|星期六|礼拜六|saturday|sat",
    "周日|周天|星期日|星期天|礼拜日|礼拜天|sunday|sun",
)


def _ordinals() -> dict[str, str]:
    said: dict[str, list[str]] = {str(n): [word] for word, n in ORDINAL.items() if 0 < n <= 30}
    for day in range(1, 32):
        suffix = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
        said.setdefault(str(day), []).append(f"{day}{suffix}")
        if day > 20 and day % 10:
            tens, unit = ("twenty", "thirty")[day // 30], said[str(day % 10)][0]
            said[str(day)] += [f"{tens} {unit}", f"{tens}-{unit}"]
    return {day: "|".join(words) for day, words in said.items()}


CALENDAR_WORDS: Mapping[str, str | Mapping[str, str]] = {
    "nian": {"year": "年|年份"},
    "yue": "月|月份",
    "ri": "日|号",
    "month": {str(n): said for n, said in enumerate(_MONTHS, start=1)},
    "weekday": {str(n): said for n, said in enumerate(_WEEKDAYS)},
    "ordinal": _ordinals(),
    "yearword": "year|the year|in the year",
}
"""Kinds of calendar words; a month's meaning is its number, a weekday's counts from Monday."""

NUMERIC = re.compile(
    r"(?P<ymd>\d{8})(?!\d)"
    r"|(\d{1,4}) ?([-/.]) ?(\d{1,2}) ?\3 ?(\d{1,4})(?![\d.-])"
    r"|(\d{4}) ?[-/.] ?(\d{1,2})(?![\d.-])"
    r"|(\d{1,2}) ?[-/] ?(\d{4}|\d{1,2})(?![\d.-])",
    re.ASCII,
)
"""A date in figures alone."""

_IMPOSSIBLE = Refusal(Reason.IMPOSSIBLE)
_AMBIGUOUS = Refusal(Reason.AMBIGUOUS)
_OLDEST = 120


def year_of(number: Number, today: date) -> int | None:
    """The year a number names: in full, or its last two digits, the latest not in the future."""
    text = number.text
    if number.lo == number.hi and number.whole and 1000 <= number.lo <= 9999:
        return int(number.lo) if number.style != "loose" else None
    digits = "".join(str("零一二三四五六七八九".find(c)) if not c.isdecimal() else c for c in text)
    if len(text) != 2 or not digits.isdecimal() or len(digits) != 2:
        return None
    year = today.year // 100 * 100 + int(digits)
    return year if year <= today.year else year - 100


def days_of(year: int, month: int | None, day: int | None, today: date) -> Days | Refusal:
    """The days of a date, a month or a year, cut at today."""
    if not (1 <= (month or 1) <= 12 and 1 <= (day or 1) <= 31 and 1 <= year <= 9999):
        return _IMPOSSIBLE
    last = calendar.monthrange(year, month or 12)[1]
    if day and day > last:
        return _IMPOSSIBLE
    start = date(year, month or 1, day or 1)
    if start > today:
        return Refusal(Reason.FUTURE)
    if year < today.year - _OLDEST:
        return _IMPOSSIBLE
    return Days(start, min(today, date(year, month or 12, day or last)))


def latest(month: int, day: int | None, today: date) -> Days | Refusal:
    """The latest such day or month that has begun."""
    for year in range(today.year, today.year - 9, -1):
        days = days_of(year, month, day, today)
        if isinstance(days, Days):
            return days
    return _IMPOSSIBLE


def numeric(text: str, today: date) -> Days | Refusal:
    """The days of a date in figures; `ambiguous` where day and month could change places."""
    match = NUMERIC.fullmatch(text)
    if not match:
        return NO_ANSWER
    if match["ymd"]:
        return days_of(int(text[:4]), int(text[4:6]), int(text[6:]), today)
    _, a, _, b, c, year, month, x, y = match.groups()
    if year:
        return days_of(int(year), int(month), None, today)
    if a:
        return _settle([days_of(*ymd, today) for ymd in _orders((a, b, c), today)])
    if len(y) == 4:
        return days_of(int(y), int(x), None, today)
    pairs = {(int(x), int(y)), (int(y), int(x))}
    return _settle([latest(m, d, today) for m, d in pairs if m <= 12])


def _orders(parts: tuple[str, str, str], today: date) -> Iterator[tuple[int, int, int]]:
    """Year, month and day in each order that people write: Y-M-D, D-M-Y and M-D-Y."""
    long = [i for i, part in enumerate(parts) if len(part) > 2]
    seen = set()
    for y, m, d in permutations(range(3)):
        if y == 1 or (y == 0 and m == 2) or (long and long != [y]):
            continue
        seen.add((_full_year(parts[y], today), int(parts[m]), int(parts[d])))
    yield from sorted(seen)


def _full_year(digits: str, today: date) -> int:
    if len(digits) != 2:
        return int(digits)
    year = today.year // 100 * 100 + int(digits)
    return year if year <= today.year else year - 100


def _settle(readings: list[Days | Refusal]) -> Days | Refusal:
    """The only reading that is a possible day, whether or not it lies ahead."""
    possible = [r for r in readings if r != _IMPOSSIBLE]
    if not possible:
        return _IMPOSSIBLE
    return possible[0] if len(possible) == 1 else _AMBIGUOUS


def whole(number: Number | None) -> int | None:
    """A whole number as an int, None for anything else."""
    return int(number.lo) if number and number.whole and number.style != "loose" else None


def chinese(said: Said) -> Days | Refusal:
    """Any of 年, 月 and 日 in their order, each after its number."""
    named = dict.fromkeys(("nian", "yue", "ri"))
    parts: dict[str, Number] = {}
    held: Number | None = None
    for token in said.tokens:
        if token.number:
            held = token.number
        elif token.kind in named and held:
            parts[token.kind], held = held, None
    if held:
        parts["ri"] = held
    bare = bool(held) and held is not None and held.style == "han"
    return _chinese(parts, bare, said.today)


def _chinese(parts: Mapping[str, Number], bare: bool, today: date) -> Days | Refusal:
    year = year_of(parts["nian"], today) if "nian" in parts else None
    month, day = whole(parts.get("yue")), whole(parts.get("ri"))
    if ("nian" in parts) > (year is not None) or ("yue" in parts) > (month is not None):
        return NO_ANSWER
    if "ri" in parts and day is None:
        return NO_ANSWER
    if bare and month and day and _lunar(month, day, bool(year)):
        return _AMBIGUOUS
    if month and month > 12:
        return _IMPOSSIBLE
    if year is not None:
        return days_of(year, month, day, today)
    return latest(month, day, today) if month else NO_ANSWER


_FEASTS = {(8, 15), (5, 5), (7, 7), (9, 9), (7, 15), (1, 15), (2, 2), (1, 1), (12, 8)}


def _lunar(month: int, day: int, dated: bool) -> bool:
    """Whether a day said without 日 or 号 is likely, or may be, one of the farmer's calendar."""
    return (month, day) in _FEASTS if dated else day <= 30


def english(said: Said) -> Days | Refusal:
    """A month's name with a day, a year, both or neither."""
    month = int(said.get("month"))
    today = said.today
    day = int(said.get("ordinal")) if said.get("ordinal") else None
    year: int | None = None
    for token in said.tokens:
        if not token.number:
            continue
        number = whole(token.number)
        if number is None:
            return NO_ANSWER
        if day is None and number <= 31 and year is None:
            day = number
        elif year is None:
            year = year_of(token.number, today)
            if year is None:
                return NO_ANSWER
        else:
            return NO_ANSWER
    return latest(month, day, today) if year is None else days_of(year, month, day, today)


def _checked(read: Callable[[Said], Days | Refusal]) -> Callable[[Said], Days | Refusal]:
    """A reader of dates that refuses a weekday which is not the date's own."""

    def checked(said: Said) -> Days | Refusal:
        days = read(said)
        if isinstance(days, Refusal) or not days.single:
            return days
        fits = all(int(named) == days.start.weekday() for named in said.all("weekday"))
        return days if fits else Refusal(Reason.CONTRADICTION)

    return checked


def _figures(said: Said) -> Days | Refusal:
    return numeric(said.get("figures"), said.today)


def _bare_year(said: Said) -> Days | Refusal:
    number = said.numbers[0]
    year = year_of(number, said.today)
    if year is None or len(number.text) < 3:
        return NO_ANSWER
    return days_of(year, None, None, said.today)


CALENDAR: Rows[Days] = [
    ("weekday? figures weekday?", _checked(_figures)),
    ("weekday? n nian n yue n ri? weekday?", _checked(chinese)),
    ("n nian n yue", chinese),
    ("weekday? n yue n ri? weekday?", _checked(chinese)),
    ("n yue", chinese),
    ("weekday? month n|ordinal? n? weekday?", _checked(english)),
    ("weekday? n|ordinal month n? weekday?", _checked(english)),
    ("n month n", english),
    ("n? month yearword n", english),
    ("month n yearword n", english),
    ("yearword? n", _bare_year),
]
"""Dates, months and years in every order people write them."""
