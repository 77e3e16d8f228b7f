"""Calendar dates, months, seasons and years as people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from prescreen.reading.clauses.grammar import NO_ANSWER, FormTable, Said
from prescreen.reading.clauses.numerals import Number
from prescreen.reading.days.days import Named, days_named, days_of, full_year
from prescreen.reading.days.numeric_dates import numeric
from prescreen.values import Days, Reason, Refusal, add_months

_AMBIGUOUS = Refusal(Reason.AMBIGUOUS)
_DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")}


def year_of(number: Number, today: date) -> int | None:
    """The year a number names: in full, or its last two digits, the latest not in the future."""
    if number.whole and 1000 <= number.lo <= 9999:
        return int(number.lo) if number.style != "loose" else None
    digits = "".join(_DIGITS.get(c, c) for c in number.text)
    return full_year(digits, today) if re.fullmatch(r"[0-9]{2}", digits) else None


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


DATES: FormTable[Days] = [
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

SPANS: FormTable[Days] = [
    ("weekday? years|months? n yue n ri? weekday?", calendar_days),
    ("years|months? n yue n ri daypart", calendar_days),
    ("n nian n yue n ri daypart", calendar_days),
    ("years? n yue", calendar_days),
    ("months n ri?", calendar_days),
    ("months ordinal", calendar_days),
    ("n ri", calendar_days),
    ("weekday? month n|ordinal years weekday?", calendar_days),
    ("weekday? n|ordinal month|months years? weekday?", calendar_days),
    ("part? month n|years?", calendar_days),
    ("part years|months|n", calendar_days),
    ("years part|ypart|season?", calendar_days),
    ("months part|mpart?", calendar_days),
    ("n nian part|ypart|season", calendar_days),
    ("n ypart", calendar_days),
    ("years? n mpart", calendar_days),
    ("n nian n mpart", calendar_days),
    ("n nian n yue part", calendar_days),
    ("years? n yue part", calendar_days),
    ("ypart|season|month|ordinal", calendar_days),
    ("season n|years", calendar_days),
    ("n season", calendar_days),
    ("years month n|ordinal?", calendar_days),
    ("weekday ordinal|n", calendar_days),
    ("n month years", calendar_days),
]
"""Dates, months, seasons and years seen from today; without a year, the latest that has begun."""

_SAID_YEAR = re.compile(r"(?:19|20)?\d\d年|(?:19|20)\d\d|[去今前]年|(?:last|this) year")


def of_one_year(one: str, other: str) -> tuple[str, str]:
    """March and May 2024, 去年三月到五月: the year said once is the year of both."""
    one, other = one.strip(), other.strip()
    first, second = _SAID_YEAR.search(one), _SAID_YEAR.search(other)
    if first and not second:
        return one, f"{first[0]}{other}" if "年" in first[0] else f"{other} {first[0]}"
    if second and not first:
        return f"{second[0]}{one}" if "年" in second[0] else f"{one} {second[0]}", other
    return one, other
