"""Calendar dates, months, seasons and years as people write them, and the days they name."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations

from prescreen.reading.clauses import NO_ANSWER, Rows, Said
from prescreen.reading.numerals import Number
from prescreen.values import Days, Reason, Refusal, Silent, add_months

NUMERIC = re.compile(
    r"(?P<ymd>(?:19|20)\d{6})(?!\d)"
    r"|(\d{1,4}) ?([-/.]) ?(\d{1,2}) ?\3 ?(\d{1,4})(?![\d./-])"
    r"|((?:19|20)\d{2}) ?[-/.] ?(\d{1,2})(?![\d./-])"
    r"|(\d{1,2}) ?[-/.] ?((?:19|20)\d{2})(?![\d./-])"
    r"|(\d{1,2})[/.](\d{1,2})(?![\d./-])(?! ?[a-z年个天周月星礼])",
    re.ASCII,
)
"""A date in figures alone."""

_IMPOSSIBLE = Refusal(Reason.IMPOSSIBLE)
_AMBIGUOUS = Refusal(Reason.AMBIGUOUS)
_OLDEST = 120
_DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")}


@dataclass(frozen=True, slots=True, repr=False)
class Named(Silent):
    """What a date names; `months` is a pair of months, the same month twice for one."""

    year: int | None = None
    months: tuple[int, int] | None = None
    day: int | None = None
    part: str = ""
    season: str = ""


def year_of(number: Number, today: date) -> int | None:
    """The year a number names: in full, or its last two digits, the latest not in the future."""
    if number.whole and 1000 <= number.lo <= 9999:
        return int(number.lo) if number.style != "loose" else None
    digits = "".join(_DIGITS.get(c, c) for c in number.text)
    return full_year(digits, today) if re.fullmatch(r"[0-9]{2}", digits) else None


def full_year(digits: str, today: date) -> int:
    """A year from its digits; two digits mean the latest such year that is not in the future."""
    if len(digits) != 2:
        return int(digits)
    year = today.year // 100 * 100 + int(digits)
    return year if year <= today.year else year - 100


def days_of(year: int, month: int | None, day: int | None, today: date) -> Days | Refusal:
    """The days of a date, a month or a year, cut at today."""
    months = (month or 1, month or 12)
    if not (1 <= months[0] <= 12 and 1 <= (day or 1) <= 31 and 1 <= year <= 9999):
        return _IMPOSSIBLE
    last = calendar.monthrange(year, months[1])[1]
    if day and day > last:
        return _IMPOSSIBLE
    return cut(date(year, months[0], day or 1), date(year, months[1], day or last), today)


def cut(start: date, end: date, today: date) -> Days | Refusal:
    """The days from start to end that are not in the future."""
    if start > today:
        return Refusal(Reason.FUTURE)
    if start.year < today.year - _OLDEST:
        return _IMPOSSIBLE
    return Days(start, min(end, today))


def _latest(read: Sequence[Days | Refusal]) -> Days | Refusal:
    """The first that has begun, or why the last of them cannot be."""
    return next((days for days in read if isinstance(days, Days)), read[-1])


def numeric(text: str, today: date) -> Days | Refusal:
    """The days of a date in figures; `ambiguous` where day and month could change places."""
    match = NUMERIC.fullmatch(text)
    if not match:
        return NO_ANSWER
    if match["ymd"]:
        return days_of(int(text[:4]), int(text[4:6]), int(text[6:]), today)
    _, a, _, b, c, year, month, first, later, x, y = match.groups()
    if year or later:
        return days_of(int(year or later), int(month or first), None, today)
    if a:
        return _only([days_of(*order, today) for order in _orders((a, b, c), today)])
    pairs = {(int(x), int(y)), (int(y), int(x))}
    return _only([days_named(Named(None, (m, m), d), today) for m, d in pairs])


def _orders(parts: tuple[str, str, str], today: date) -> Iterator[tuple[int, int, int]]:
    """Year, month and day in each order that people write: Y-M-D, D-M-Y and M-D-Y."""
    long = [i for i, part in enumerate(parts) if len(part) > 2]
    seen = set()
    for y, m, d in permutations(range(3)):
        written = y == 2 or (y, m, d) == (0, 1, 2)
        if written and (not long or long == [y]) and len(parts[y]) in {2, 4}:
            seen.add((full_year(parts[y], today), int(parts[m]), int(parts[d])))
    yield from sorted(seen)


def _only(readings: Sequence[Days | Refusal]) -> Days | Refusal:
    """The only reading that the calendar has, whether or not it lies ahead."""
    possible = [reading for reading in readings if reading != _IMPOSSIBLE]
    if not possible:
        return _IMPOSSIBLE
    return possible[0] if len(possible) == 1 else _AMBIGUOUS


_AFTER_NUMBER = {"ypart": "nian", "mpart": "yue"}


def named(said: Said) -> Named | None:
    """What the words and numbers of a date name, in any order; None where they do not fit."""
    given: dict[str, int | tuple[int, int]] = {}
    held: Number | None = None
    for token in said.tokens:
        if token.number:
            if held and not _place(given, "", held, said.today):
                return None
            held = token.number
        elif token.kind in {"nian", "yue", "ri"} or (held and token.kind in _AFTER_NUMBER):
            kind = _AFTER_NUMBER.get(token.kind, token.kind)
            if not held or not _place(given, kind, held, said.today):
                return None
            held = None
        else:
            given |= _anchored(token.kind, token.name, said.today)
    if held and not _place(given, "", held, said.today):
        return None
    months, year, day = given.get("months"), given.get("year"), given.get("day")
    return Named(
        year if isinstance(year, int) else None,
        months if isinstance(months, tuple) else None,
        day if isinstance(day, int) else None,
        said.get("part") or said.get("ypart") or said.get("mpart"),
        said.get("season"),
    )


def _place(given: dict[str, int | tuple[int, int]], kind: str, number: Number, today: date) -> bool:
    """Put a number where its unit word, or its size, says; False where it fits nowhere."""
    if number.style == "count":
        return False
    if kind == "yue" and number.lo.denominator == number.hi.denominator == 1:
        given["months"] = int(number.lo), int(number.hi)
        return True
    small = number.whole and number.style not in {"loose", "year"} and number.lo < 32
    if kind == "ri" or (not kind and small and "day" not in given):
        given["day"] = int(number.lo)
        if kind and "months" not in given and number.style == "han":
            return False
        return small and _solar(number, kind, given)
    year = year_of(number, today) if "year" not in given else None
    given["year"] = year or 0
    return year is not None


_FEASTS = {(8, 15), (5, 5), (7, 7), (9, 9), (7, 15), (1, 15), (2, 2), (1, 1), (12, 8)}


def _solar(number: Number, kind: str, given: Mapping[str, int | tuple[int, int]]) -> bool:
    """False where a day without 日 or 号 may be one of the farmer's calendar, as in 八月十五."""
    if kind or number.style != "han" or "months" not in given:
        return True
    month, day = given["months"], int(number.lo)
    first = month[0] if isinstance(month, tuple) else month
    return (first, day) not in _FEASTS if "year" in given else day == 31


def _anchored(kind: str, name: str, today: date) -> dict[str, int | tuple[int, int]]:
    match kind:
        case "month":
            return {"months": (int(name), int(name))}
        case "ordinal":
            return {"day": int(name)}
        case "years":
            return {"year": today.year + int(name)}
        case "months":
            month = add_months(today, int(name))
            return {"year": month.year, "months": (month.month, month.month)}
    return {}


def days_named(what: Named, today: date) -> Days | Refusal:
    """The days of what is named; without a year, the latest that have begun."""
    if what.season or what.part:
        years = [what.year] if what.year else [today.year, today.year - 1]
        return _latest([_part(what, year, today) for year in years])
    first, last = what.months or (None, None)
    if first != last:
        years = [what.year] if what.year else [today.year, today.year - 1]
        return _latest([_joined(year, what.months or (1, 12), today) for year in years])
    if what.year:
        return days_of(what.year, first, what.day, today)
    if first:
        years = [today.year - n for n in range(9)]
        return _latest([days_of(year, first, what.day, today) for year in years])
    if not what.day:
        return NO_ANSWER
    recent = [add_months(today.replace(day=1), -n) for n in range(3)]
    return _latest([days_of(month.year, month.month, what.day, today) for month in recent])


def _joined(year: int, months: tuple[int, int], today: date) -> Days | Refusal:
    """五六月份: from the first day of one month to the last of another."""
    first, last = (days_of(year, month, None, today) for month in months)
    if isinstance(first, Refusal):
        return first
    return Days(first.start, today if isinstance(last, Refusal) else last.end)


_SEASONS = {
    "spring": (3, 6, 21),
    "summer": (6, 9, 23),
    "autumn": (9, 12, 21),
    "winter": (12, 3, 20),
}
_YEAR_PARTS = {
    "start": (1, 3), "early": (1, 6), "mid": (4, 9), "late": (7, 12), "end": (10, 12),
    "first half": (1, 6), "second half": (7, 12),
}  # fmt: skip
_MONTH_PARTS = {
    "start": (1, 10), "early": (1, 15), "mid": (8, 22), "late": (16, 31), "end": (21, 31),
    "first half": (1, 15), "second half": (16, 31),
}  # fmt: skip


def _part(what: Named, year: int, today: date) -> Days | Refusal:
    if what.season:
        return _season(what, year, today)
    if what.months:
        return _month_part(year, what.months[0], what.part, today)
    if what.day:
        return NO_ANSWER
    first, last = _YEAR_PARTS[what.part]
    return _joined(year, (first, last), today)


def _month_part(year: int, month: int, part: str, today: date) -> Days | Refusal:
    if not 1 <= month <= 12:
        return _IMPOSSIBLE
    first, last = _MONTH_PARTS[part]
    length = calendar.monthrange(year, month)[1]
    return cut(date(year, month, first), date(year, month, min(last, length)), today)


def _season(what: Named, year: int, today: date) -> Days | Refusal:
    """The season by the month and by the sun: the earlier start, the later end."""
    first, last, day = _SEASONS[what.season]
    if what.months or what.day or what.part:
        return NO_ANSWER
    if what.season != "winter":
        return cut(date(year, first, 1), date(year, last, day), today)
    start = date(year, 1, 1) if what.year else date(year, 12, 1)
    return cut(start, date(year + 1, last, day), today)


def figures(said: Said) -> Days | Refusal:
    """A date in figures, which the weekday said with it must fit."""
    return _on_weekday(said, numeric(said.get("figures"), said.today))


def calendar_days(said: Said) -> Days | Refusal:
    """Any date in words, which the weekday said with it must fit."""
    what = named(said)
    if what is None:
        return _AMBIGUOUS if said.all("yue") or said.all("ri") else NO_ANSWER
    return _on_weekday(said, days_named(what, said.today))


def _on_weekday(said: Said, days: Days | Refusal) -> Days | Refusal:
    if isinstance(days, Refusal) or not days.single:
        return days
    fits = all(int(name) == days.start.weekday() for name in said.all("weekday"))
    return days if fits else Refusal(Reason.CONTRADICTION)


def _bare_year(said: Said) -> Days | Refusal:
    number = said.numbers[0]
    year = year_of(number, said.today)
    if year is None or len(number.text) < 3:
        return Refusal(Reason.UNIT) if number.lo < 1000 else NO_ANSWER
    return days_of(year, None, None, said.today)


DATES: Rows[Days] = [
    ("weekday? figures weekday?", figures),
    ("yearword? n", _bare_year),
    ("weekday? n nian n yue n ri? weekday?", calendar_days),
    ("n nian n yue", calendar_days),
    ("weekday? month n|ordinal weekday?", calendar_days),
    ("weekday? month n|ordinal n weekday?", calendar_days),
    ("weekday? n|ordinal month n weekday?", calendar_days),
    ("month n", calendar_days),
    ("n month n?", calendar_days),
    ("n to|slash month to|slash n", calendar_days),
    ("month slash n", calendar_days),
    ("n|ordinal month yearword n", calendar_days),
    ("month n|ordinal? yearword n", calendar_days),
]
"""Dates, months and years that stand by themselves, in every order people write them."""

SPANS: Rows[Days] = [
    ("weekday? years|months? n yue n ri? weekday?", calendar_days),
    ("years? n yue", calendar_days),
    ("months n ri?", calendar_days),
    ("n ri", calendar_days),
    ("weekday? month n|ordinal years weekday?", calendar_days),
    ("weekday? n|ordinal month|months years? weekday?", calendar_days),
    ("part? month n|years?", calendar_days),
    ("part years|months", calendar_days),
    ("years part|ypart|season?", calendar_days),
    ("months part|mpart?", calendar_days),
    ("n nian part|ypart|season", calendar_days),
    ("before years|months", calendar_days),
    ("n ypart", calendar_days),
    ("years? n mpart", calendar_days),
    ("n nian n mpart", calendar_days),
    ("n nian n yue part", calendar_days),
    ("years? n yue part", calendar_days),
    ("ypart|season|month|ordinal", calendar_days),
    ("season n|years", calendar_days),
    ("n season", calendar_days),
    ("years month", calendar_days),
    ("weekday ordinal|n", calendar_days),
    ("n month years", calendar_days),
]
"""Dates, months, seasons and years seen from today; without a year, the latest that has begun."""
