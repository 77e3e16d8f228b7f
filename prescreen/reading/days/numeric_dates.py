"""Dates in figures alone, in every order people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import permutations

from prescreen.reading.days.days import IMPOSSIBLE, Named, days_named, days_of, full_year
from prescreen.values import Days, Reason, Refusal

NUMERIC = re.compile(
    r"(?P<ymd>(?:19|2[01])\d{6})(?!\d)|(\d{1,4}) ?([-/.]) ?(\d{1,2}) ?\3 ?(\d{1,4})(?![\d./-])|"
    r"((?:19|2[01])\d{2}) ?[-/.] ?(\d{1,2})(?![\d./-])|(\d{1,2}) ?[-/.] ?((?:19|"
    r"2[01])\d{2})(?![\d./-])|(\d{1,2})[/.](\d{1,2})(?![\d./-])(?! ?[a-z年个天周月星礼岁])",
    re.ASCII,
)
"""A date in figures alone."""


def numeric(text: str, today: date) -> Days | Refusal:
    """The days of a date in figures; `ambiguous` where day and month could change places."""
    match = NUMERIC.fullmatch(text)
    assert match, "only a token of this very shape is read as a date"
    if match["ymd"]:
        return days_of(int(text[:4]), int(text[4:6]), int(text[6:]), today)
    _, a, _, b, c, year, month, first, later, x, y = match.groups()
    if year or later:
        return days_of(int(year or later), int(month or first), None, today)
    if a:
        return _only([days_of(*order, today) for order in _orders((a, b, c), today)])
    if 12 < int(x) <= today.year % 100 and "." in text:
        return Refusal(Reason.AMBIGUOUS)
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
    possible = [reading for reading in readings if reading != IMPOSSIBLE]
    if not possible:
        return IMPOSSIBLE
    return possible[0] if len(possible) == 1 else Refusal(Reason.AMBIGUOUS)
