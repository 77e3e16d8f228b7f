"""Past days: a date, or how long ago, as the set of days it can mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from prescreen.reading.ago import AGO, COUNTS, ago
from prescreen.reading.calendar_words import SPAN_WORDS
from prescreen.reading.clauses import (
    NO_ANSWER,
    Form,
    Grammar,
    Rows,
    Said,
    Token,
    naming,
    read_clauses,
    words,
)
from prescreen.reading.dates import DATES, SPANS, calendar_days, figures, year_of
from prescreen.reading.days import Named, days_named, days_of, full_year
from prescreen.reading.figures import NUMERIC
from prescreen.reading.holidays import HOLIDAY_WORDS, HOLIDAYS
from prescreen.reading.lapse import UNITS, Lapse, between, centred, widen
from prescreen.reading.rests import Care
from prescreen.reading.text import normalise
from prescreen.reading.when_words import WHEN_WORDS
from prescreen.values import Days, Offer, Reason, Refusal, add_months

_WORDS = words(WHEN_WORDS) | dict(COUNTS) | words(HOLIDAY_WORDS)

_OR = re.compile(r" or | to |还是|或者是?|或是?|到|至|(?<=\d)[-~](?=\d)")
_AROUND_OR = re.compile(r"^(?:from |either |从)|之间$")
_BETWEEN = re.compile(r"^between (.+) and (.+)$")


def _day(said: Said) -> Days | Refusal:
    day = said.today + timedelta(days=int(said.get("day")))
    return Days(day, day)


def _week(said: Said) -> Days | Refusal:
    monday = said.today - timedelta(days=said.today.weekday() - 7 * int(said.get("weeks")))
    return Days(monday, min(said.today, monday + timedelta(days=6)))


def _weekday_of_week(said: Said) -> Days | Refusal:
    week, day = map(int, said.get("weekday-of-week").split())
    return _on(said.today + timedelta(days=day - said.today.weekday() + 7 * week), said.today)


def _on(day: date, today: date) -> Days | Refusal:
    return Days(day, day) if day <= today else Refusal(Reason.FUTURE)


def _weekday(said: Said) -> Days | Refusal:
    """The latest such weekday before today; today's own name may also mean a week ago."""
    back = (said.today.weekday() - int(said.get("weekday"))) % 7
    return Days(said.today - timedelta(days=back or 7), said.today - timedelta(days=back))


def _last_weekday(said: Said) -> Days | Refusal:
    """Last Friday: the latest one before today, or the one of last week."""
    today, weekday = said.today, int(said.get("weekday"))
    latest = today - timedelta(days=(today.weekday() - weekday) % 7 or 7)
    of_week = today - timedelta(days=today.weekday() + 7 - weekday)
    return Days(min(latest, of_week), max(latest, of_week))


def _this_weekday(said: Said) -> Days | Refusal:
    monday = said.today - timedelta(days=said.today.weekday())
    return _on(monday + timedelta(days=int(said.get("weekday"))), said.today)


def _weekend(said: Said) -> Days | Refusal:
    """The last weekend that has begun; on a Monday to Friday also the one before it."""
    sunday = said.today - timedelta(days=said.today.weekday() + 1)
    return Days(sunday - timedelta(days=8), min(said.today, sunday + timedelta(days=7)))


def _last(said: Said) -> Days | Refusal:
    """Last March, last spring: the latest one, or the one of last year."""
    rest = tuple(token for token in said.tokens if token.kind != "within")
    latest = calendar_days(Said(rest, said.today))
    before = calendar_days(Said((*rest, _LAST_YEAR), said.today))
    assert isinstance(latest, Days), "every month and season has been"
    assert isinstance(before, Days), "and the more so last year"
    return Days(min(before.start, latest.start), max(before.end, latest.end))


def _month(said: Said) -> Days | Refusal:
    """A month by its whole name; the short one may be a person's."""
    return NO_ANSWER if said.get("month").startswith("0") else calendar_days(said)


_CARE = Care(event=True)
_YEARS = words({"years": SPAN_WORDS["years"]})
_LAST_YEAR, _THIS_YEAR = _YEARS["last year"], _YEARS["this year"]


def _this(said: Said) -> Days | Refusal:
    rest = tuple(token for token in said.tokens if token.kind != "this")
    return calendar_days(Said((*rest, _THIS_YEAR), said.today))


def _year(said: Said) -> Days | Refusal:
    """98年 and 2009年 are years, 三年 is three years ago, and 15年 may be either."""
    number = said.numbers[0]
    year = year_of(number, said.today)
    if number.text in _PAIRS:
        return ago(said)
    if year is not None and (number.lo > 999 or number.text[0] in "0零" or _called(number.text)):
        return days_of(year, None, None, said.today)
    return Refusal(Reason.AMBIGUOUS) if year is not None else ago(said)


def _called(text: str) -> bool:
    """Whether digits called out one by one can only be a year: 九八, not 一二."""
    return text[0] in "五六七八九56789" and not text.endswith("十") and text[1:] > ""


def _year_named(said: Said) -> Days | Refusal:
    """Year 2008."""
    year = year_of(said.numbers[0], said.today)
    if said.get("unit") != "year" or year is None or said.numbers[0].lo < 1000:
        return NO_ANSWER
    return days_of(year, None, None, said.today)


_PAIRS = {"一两", "一二", "两三", "二三", "三四", "四五", "三五", "五六", "六七", "七八", "八九"}
"""Rising pairs: a bare 五六年 is five or six years, and no year of the century."""


def _part_of_this(said: Said) -> Days | Refusal:
    """The beginning of the year."""
    if said.get("unit") not in {"", "year"}:
        return NO_ANSWER
    return calendar_days(Said((*said.tokens, _THIS_YEAR), said.today))


def _stretch(said: Said) -> Days | Refusal:
    """大半年, 一年半载: idioms that name their own span of months."""
    shortest, longest = map(Fraction, said.get("stretch").split())
    return between(said.today, Lapse(longest), Lapse(shortest))


def _now(said: Said) -> Days | Refusal:
    return Days(said.today, said.today)


def _just(said: Said) -> Days | Refusal:
    """Just stopped: some day of the last month."""
    return between(said.today, UNITS["month"], Lapse())


def _same_time(said: Said) -> Days | Refusal:
    """去年这个时候: so many years ago, give or take two months."""
    back = Lapse(months=Fraction(-12 * int(said.get("years"))))
    return centred(said.today, back, Lapse(months=Fraction(2))) if back.months else NO_ANSWER


def _anniversary(said: Said) -> Days | Refusal:
    """去年的今天, 上个月的昨天: the same day of that year or month."""
    months = 12 * int(said.get("years") or 0) + int(said.get("months") or 0)
    day = add_months(said.today, months) + timedelta(days=int(said.get("day")))
    return Days(day, day) if months else NO_ANSWER


def _fold(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without the small words that change nothing.

    "In" stays where it leads on to a length of time, as in "in 2 weeks", and "of" where the month
    is missing after it.
    """
    tokens = _ordered(tokens)
    kinds = [*(token.kind for token in tokens), "", "", ""]
    units = {"unit", "more", "unitmore", "unithalf", "nian"}
    return tuple(
        token
        for at, token in enumerate(tokens)
        if token.kind not in {"at", "of"}
        or (token.kind == "of" and set(kinds[at + 1 :]) <= {"about", ""})
        or (token.kind == "at" and kinds[at + 1] in units)
        or (token.kind == "at" and kinds[at + 1] in {"n", "half"} and kinds[at + 2] in units)
    )


_LENGTHS = {"unit", "unitmore", "unithalf", "nian", "stretch"}


def _ordered(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A length without "now" beside it; 半年左右前 as 半年前左右."""
    kinds = [token.kind for token in tokens]
    if len(kinds) > 1 and _LENGTHS & set(kinds):
        tokens = tuple(token for token in tokens if token.kind != "now")
    elif len(kinds) > 1 and kinds[-1] in {"lasted", "treated"}:
        tokens = tokens[:-1]
    for at, (one, two) in enumerate(pairwise(tokens)):
        if (one.kind, two.kind) == ("about", "ago"):
            return (*tokens[:at], two, one, *tokens[at + 2 :])
    return tokens


def _month_of_year_ago(said: Said) -> Days | Refusal:
    """3 years ago in May, 三年前的五月."""
    count, *more = said.numbers
    month = said.get("month").lstrip("0") or (str(more[0].lo) if more and more[0].whole else "")
    if (
        not count.whole
        or count.lo > 99
        or not month
        or not {"year"} & {*said.all("unit"), *said.all("nian")}
    ):
        return NO_ANSWER
    return days_of(said.today.year - int(count.lo), int(month), None, said.today)


def _before(said: Said) -> Days | Refusal:
    """20年以前 is a length; 2020年以前 and 08年以前 end with a year and begin nowhere."""
    number = said.numbers[0]
    if number.lo > 999 or number.text[0] in "0零" or _called(number.text):
        return Refusal(Reason.VAGUE)
    return ago(said)


def _treated(said: Said) -> Days | Refusal:
    """打了三个月, for three months: how long it went on, and not how long ago it was."""
    return Refusal(Reason.AMBIGUOUS)


def _half_of_this(said: Said) -> Days | Refusal:
    """前半年: the first half of a year, or the half year that has just gone by."""
    return Refusal(Reason.AMBIGUOUS) if said.get("ypart") == "fore" else calendar_days(said)


def _point_day(said: Said) -> Days | Refusal:
    """5.12号: the month, and the day of it."""
    month, _, day = said.get("figures").replace("/", ".").partition(".")
    if not (month.isdecimal() and day.isdecimal()):
        return NO_ANSWER
    return days_named(Named(None, (int(month), int(month)), int(day)), said.today)


def _months(said: Said) -> Days | Refusal:
    """2-3月: from the first day of the one to the last of the other."""
    first, last = said.numbers
    if not (first.whole and last.whole and first.lo < last.lo):
        return NO_ANSWER
    return days_named(Named(None, (int(first.lo), int(last.lo))), said.today)


def _refuse(reason: Reason) -> Form[Days]:
    return lambda said: Refusal(reason)


def _about(form: Form[Days]) -> Callable[[Said], Days | Refusal]:
    """A form whose days are widened where the person said about."""

    def read(said: Said) -> Days | Refusal:
        days = form(said)
        if isinstance(days, Refusal) or not said.all("about"):
            return days
        return widen(days, said.today)

    return read


_NAMED: Rows[Days] = [
    ("month", _month),
    *DATES,
    *SPANS,
    ("day daypart? lasted|treated?", _day),
    ("weeks lasted|treated?", _week),
    ("weekday-of-week lasted|treated", _weekday_of_week),
    ("years|months lasted|treated", calendar_days),
    ("years|months? n yue part? lasted|treated", calendar_days),
    ("years? n nian? n yue n ri? lasted|treated", calendar_days),
    ("weekday-of-week daypart?", _weekday_of_week),
    ("weekday daypart?", _weekday),
    ("within weekday", _last_weekday),
    ("this weekday", _this_weekday),
    ("weekend", _weekend),
    ("within month|season", _last),
    ("this month n|ordinal?", _this),
    ("this season", _this),
    ("this figures", figures),
]
_GRAMMAR: Grammar[Days] = Grammar(
    _WORDS,
    [
        *((f"about? {row} about?", _about(form)) for row, form in _NAMED),
        ("n nian", _year),
        ("n unit|nian ago month", _month_of_year_ago),
        ("n unit|nian ago n yue", _month_of_year_ago),
        ("n nian before about?", _before),
        ("before years|months|n|month|figures", _refuse(Reason.VAGUE)),
        ("before n nian n? yue?", _refuse(Reason.VAGUE)),
        ("n nian n yue before", _refuse(Reason.VAGUE)),
        ("years|months|month|figures before", _refuse(Reason.VAGUE)),
        ("years? n yue before|ago", _refuse(Reason.AMBIGUOUS)),
        ("treated|for about? n more? unit|unitmore|unithalf|nian half|more? ago? about?", _treated),
        ("treated|for about? half unit|nian|unitmore more? ago? about?", _treated),
        ("treated for about? n|half more? unit|unitmore|unithalf|nian half? about?", _treated),
        ("for about? n unit? to n unit about?", _treated),
        ("ypart", _half_of_this),
        ("unit n", _year_named),
        ("part unit|yearword", _part_of_this),
        ("about? stretch ago|before? about?", _stretch),
        *AGO,
        *HOLIDAYS,
        ("years sametime", _same_time),
        ("sametime years", _same_time),
        ("years|months day", _anniversary),
        ("at n|half more? unit", _refuse(Reason.FUTURE)),
        ("lasted about? n more? unit|unitmore|unithalf|nian half|more? ago? about?", ago),
        ("lasted about? half unit|nian|unitmore more? ago? about?", ago),
        ("now", _now),
        ("just", _just),
        ("day daypart? just", _day),
        ("within n unit|nian ago about?", ago),
        ("about? figures ri about?", _point_day),
        ("about? n to n yue about?", _months),
        ("weeks just", _week),
        ("months just", calendar_days),
        ("vague|within", _refuse(Reason.VAGUE)),
        ("more unit|nian ago|before", _refuse(Reason.VAGUE)),
        ("many? unit|nian ago|before", _refuse(Reason.VAGUE)),
        ("many unit|nian", _refuse(Reason.VAGUE)),
        ("years|within|this? lunar lunar? n? yue|ri? daypart?", _refuse(Reason.AMBIGUOUS)),
        ("n nian|yue? lunar n?", _refuse(Reason.AMBIGUOUS)),
        ("n mpart n", _refuse(Reason.AMBIGUOUS)),
        ("lunar n yue? n|lunar? ri?", _refuse(Reason.AMBIGUOUS)),
        ("years lunar n|lunar? ri?", _refuse(Reason.AMBIGUOUS)),
        ("future n? yue? n? ri? daypart?", _refuse(Reason.FUTURE)),
    ],
    ("figures", NUMERIC),
    fold=_fold,
)


_SHORT_YEAR = re.compile(r"(?<=[A-Za-z.,]) ?['’](\d\d)(?!\d)")
"""May '26."""


def read_when(text: str, today: date, asked: Sequence[str] = ()) -> Days | Offer[Days] | Refusal:
    """The past days a text can mean, as an answer to "when was the last time".

    Refused are days to come (`future`), lunar ones and dates that turn into others when day and
    month change places (`ambiguous`), "long ago" (`vague`) and days no calendar has (`impossible`).
    """
    text = _SHORT_YEAR.sub(lambda said: f" {full_year(said[1], today)}", text)
    found = read_clauses(text, naming(_GRAMMAR, asked), today, _CARE)
    return _one_or_other(text, today) if found == NO_ANSWER else found


def _one_or_other(text: str, today: date) -> Days | Refusal:
    """2020 or 2021, 三月到五月: from the first day of the earlier to the last of the later."""
    plain = (normalise(text) or "").strip(" .。!")
    between = _BETWEEN.match(plain)
    halves = between.groups() if between else _OR.split(_AROUND_OR.sub("", plain))
    if len(halves) != 2:
        return NO_ANSWER
    one, other = (_GRAMMAR.read(half.strip(), today) for half in halves)
    if isinstance(one, Refusal) or isinstance(other, Refusal):
        return NO_ANSWER
    return Days(min(one.start, other.start), max(one.end, other.end))
