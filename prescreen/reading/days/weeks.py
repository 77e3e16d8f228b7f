"""Weekdays, weeks and weekends, seen from today."""

from __future__ import annotations

from datetime import date, timedelta

from prescreen.reading.clauses.grammar import NO_ANSWER, FormTable, Said
from prescreen.values import Days, Reason, Refusal

_MOST_WEEKS = 20


def week(said: Said) -> Days | Refusal:
    """上周: its days up to today."""
    monday = said.today - timedelta(days=said.today.weekday() - 7 * int(said.get("weeks")))
    return Days(monday, min(said.today, monday + timedelta(days=6)))


def weekday_of_week(said: Said) -> Days | Refusal:
    """上周三: the weekday of that week."""
    week, day = map(int, said.get("weekday-of-week").split())
    return _on(said.today + timedelta(days=day - said.today.weekday() + 7 * week), said.today)


def _on(day: date, today: date) -> Days | Refusal:
    return Days(day, day) if day <= today else Refusal(Reason.FUTURE)


def weekday(said: Said) -> Days | Refusal:
    """The latest such weekday before today; today's own name may also mean a week ago."""
    back = (said.today.weekday() - int(said.get("weekday"))) % 7
    return Days(said.today - timedelta(days=back or 7), said.today - timedelta(days=back))


def last_weekday(said: Said) -> Days | Refusal:
    """Last Friday: the latest one before today, or the one of last week."""
    today, weekday = said.today, int(said.get("weekday"))
    latest = today - timedelta(days=(today.weekday() - weekday) % 7 or 7)
    of_week = today - timedelta(days=today.weekday() + 7 - weekday)
    return Days(min(latest, of_week), max(latest, of_week))


def this_weekday(said: Said) -> Days | Refusal:
    """This Friday, if it has been."""
    monday = said.today - timedelta(days=said.today.weekday())
    return _on(monday + timedelta(days=int(said.get("weekday"))), said.today)


def weekend(said: Said) -> Days | Refusal:
    """The last weekend that has begun; on a Monday to Friday also the one before it."""
    sunday = said.today - timedelta(days=said.today.weekday() + 1)
    return Days(sunday - timedelta(days=8), min(said.today, sunday + timedelta(days=7)))


def weekday_in_week(said: Said) -> Days | Refusal:
    """Monday of last week."""
    monday = said.today + timedelta(days=7 * int(said.get("weeks")) - said.today.weekday())
    return _on(monday + timedelta(days=int(said.get("weekday"))), said.today)


def weeks_ago_on(said: Said) -> Days | Refusal:
    """Two weeks ago on Tuesday: the one that day, or the two on either side of it."""
    number = said.numbers[0]
    weeks = {"week": 1, "fortnight": 2}.get(said.get("unit"), 0) * number.lo
    if not weeks or not number.whole or weeks > _MOST_WEEKS:
        return NO_ANSWER
    middle = said.today - timedelta(days=7 * int(weeks))
    after = (int(said.get("weekday")) - middle.weekday()) % 7
    last = middle + timedelta(days=after)
    return Days(last - timedelta(days=7) if after else last, last)


def week_before_weekday(said: Said) -> Days | Refusal:
    """A week last Friday: so many weeks before that day."""
    number, friday = said.numbers[0], last_weekday(said)
    weeks = {"week": 1, "fortnight": 2}.get(said.get("unit"), 0) * number.lo
    if isinstance(friday, Refusal) or not number.whole or not 0 < weeks <= _MOST_WEEKS:
        return NO_ANSWER
    back = timedelta(days=7 * int(weeks))
    return Days(friday.start - back, friday.end - back)


def weekday_gone(said: Said) -> Days | Refusal:
    """Tuesday just gone: the latest one before today."""
    back = (said.today.weekday() - int(said.get("weekday"))) % 7 or 7
    day = said.today - timedelta(days=back)
    return Days(day, day)


def weekend_gone(said: Said) -> Days | Refusal:
    """The weekend just gone."""
    sunday = said.today - timedelta(days=said.today.weekday() + 1)
    return Days(sunday - timedelta(days=1), sunday)


WEEKS: FormTable[Days] = [
    ("weeks lasted|treated?", week),
    ("weekday-of-week lasted|treated", weekday_of_week),
    ("weekday-of-week daypart?", weekday_of_week),
    ("weekday daypart?", weekday),
    ("within weekday", last_weekday),
    ("weekday within", last_weekday),
    ("weekday of? weeks", weekday_in_week),
    ("weeks weekday", weekday_in_week),
    ("n unit ago weekday", weeks_ago_on),
    ("weekday n unit ago", weeks_ago_on),
    ("n unit ago? within weekday", week_before_weekday),
    ("this|within? weekday gone", weekday_gone),
    ("this|within? weekend gone", weekend_gone),
    ("this weekday", this_weekday),
    ("weekend", weekend),
]
"""Weeks and their days; some of them with what was done then."""
