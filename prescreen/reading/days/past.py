"""Past days by the words that name them: days, seasons, idioms of time."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from prescreen.reading.clauses.grammar import NO_ANSWER, Said
from prescreen.reading.clauses.lexicon import Token, words
from prescreen.reading.days.ago import ago
from prescreen.reading.days.calendar_words import SPAN_WORDS
from prescreen.reading.days.dates import calendar_days, year_of
from prescreen.reading.days.dates import figures as calendar_figures
from prescreen.reading.days.days import Named, days_named, days_of
from prescreen.reading.days.lapse import UNITS, Lapse, between, centred
from prescreen.values import Days, Reason, Refusal, add_months


def day(said: Said) -> Days | Refusal:
    """昨天: that day."""
    day = said.today + timedelta(days=int(said.get("day")))
    return Days(day, day)


def years_by(said: Said) -> Days | Refusal:
    """It will be four years in January: that month, so many years before the one to come."""
    number, month = said.numbers[0], int(said.get("month"))
    if said.get("unit") != "year" or not number.whole or month == said.today.month:
        return NO_ANSWER
    coming = said.today.year + (month < said.today.month)
    return days_of(coming - int(number.lo), month, None, said.today)


def gone(said: Said) -> Days | Refusal:
    """March just gone: the latest one."""
    return calendar_days(Said(said.tokens[:-1], said.today))


def last(said: Said) -> Days | Refusal:
    """Last March, last spring: the latest one, or the one of last year."""
    rest = tuple(token for token in said.tokens if token.kind != "within")
    latest = calendar_days(Said(rest, said.today))
    before = calendar_days(Said((*rest, _LAST_YEAR), said.today))
    assert isinstance(latest, Days), "every month and season has been"
    assert isinstance(before, Days), "and the more so last year"
    return Days(min(before.start, latest.start), max(before.end, latest.end))


def before_last(said: Said) -> Days | Refusal:
    """The summer before last: a year before the one that is called last."""
    days = last(Said(said.tokens[:-1], said.today))
    assert isinstance(days, Days), "each season was"
    return Days(add_months(days.start, -12), add_months(days.end, -12))


def month(said: Said) -> Days | Refusal:
    """A month by its whole name; the short one may be a person's."""
    return NO_ANSWER if said.get("month").startswith("0") else calendar_days(said)


_YEARS = words({"years": SPAN_WORDS["years"]})


_LAST_YEAR, _THIS_YEAR = _YEARS["last year"], _YEARS["this year"]


def this(said: Said) -> Days | Refusal:
    """This March, this summer."""
    rest = tuple(token for token in said.tokens if token.kind != "this")
    return calendar_days(Said((*rest, _THIS_YEAR), said.today))


def year(said: Said) -> Days | Refusal:
    """98年 and 2009年 are years, 三年 is three years ago, and 15年 may be either."""
    number = said.numbers[0]
    year = year_of(number, said.today)
    if number.text in _PAIRS:
        return ago(said)
    if year is not None and (number.lo > 999 or _named(number.text)):
        return days_of(year, None, None, said.today)
    return Refusal(Reason.AMBIGUOUS) if year is not None else ago(said)


def _named(text: str) -> bool:
    """Whether digits called out one by one can only be a year: 九八 and 08, not 一二, nor 好几."""
    if text.startswith(("0", "零")):
        return True
    return text[:1] in {*"五六七八九56789"} and not text.endswith("十") and text[1:] > ""


def year_named(said: Said) -> Days | Refusal:
    """Year 2008."""
    year = year_of(said.numbers[0], said.today)
    if said.get("unit") != "year" or year is None or said.numbers[0].lo < 1000:
        return NO_ANSWER
    return days_of(year, None, None, said.today)


_PAIRS = {"一两", "一二", "两三", "二三", "三四", "四五", "三五", "五六", "六七", "七八", "八九"}
"""Rising pairs: a bare 五六年 is five or six years, and no year of the century."""


def part_of_this(said: Said) -> Days | Refusal:
    """The beginning of the year."""
    if said.get("unit") not in {"", "year"}:
        return NO_ANSWER
    return calendar_days(Said((*said.tokens, _THIS_YEAR), said.today))


def stretch(said: Said) -> Days | Refusal:
    """大半年, 一年半载: idioms that name their own span of months."""
    shortest, longest = map(Fraction, said.get("stretch").split())
    if said.all("nearly"):
        less = (longest - shortest) / 2
        shortest, longest = shortest - less, longest - less
    return between(said.today, Lapse(longest), Lapse(shortest))


def now(said: Said) -> Days | Refusal:
    """Now: today."""
    return Days(said.today, said.today)


def just(said: Said) -> Days | Refusal:
    """Just stopped: some day of the last month."""
    return between(said.today, UNITS["month"], Lapse())


def just_ago(said: Said) -> Days | Refusal:
    """刚停三天; 刚打三天 is for how long, and goes on."""
    return ago(said) if said.get("just") == "stopped" else treated(said)


def same_time(said: Said) -> Days | Refusal:
    """去年这个时候: so many years ago, give or take two months."""
    back = Lapse(months=Fraction(-12 * int(said.get("years"))))
    return centred(said.today, back, Lapse(months=Fraction(2))) if back.months else NO_ANSWER


def anniversary(said: Said) -> Days | Refusal:
    """去年的今天, 上个月的昨天: the same day of that year or month."""
    months = 12 * int(said.get("years") or 0) + int(said.get("months") or 0)
    day = add_months(said.today, months) + timedelta(days=int(said.get("day")))
    return Days(day, day) if months else NO_ANSWER


def month_of_year_ago(said: Said) -> Days | Refusal:
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


def before(said: Said) -> Days | Refusal:
    """20年以前 is a length; 2020年以前 and 08年以前 end with a year and begin nowhere."""
    number = said.numbers[0]
    if number.lo > 999 or _named(number.text):
        return Refusal(Reason.VAGUE)
    return ago(said)


def treated(said: Said) -> Days | Refusal:
    """打了三个月, for three months: how long it went on, and not how long ago it was."""
    return Refusal(Reason.AMBIGUOUS)


def half_of_this(said: Said) -> Days | Refusal:
    """前半年: the first half of a year, or the half year that has just gone by."""
    return Refusal(Reason.AMBIGUOUS) if said.get("ypart") == "fore" else calendar_days(said)


def point_day(said: Said) -> Days | Refusal:
    """5.12号: the month, and the day of it."""
    month, _, day = said.get("figures").replace("/", ".").partition(".")
    if not (month.isdecimal() and day.isdecimal()):
        return NO_ANSWER
    return days_named(Named(None, (int(month), int(month)), int(day)), said.today)


def months(said: Said) -> Days | Refusal:
    """2-3月: from the first day of the one to the last of the other; 3-6月 may be how long."""
    first, last = said.numbers
    if not (first.whole and last.whole and first.lo < last.lo):
        return NO_ANSWER
    if last.lo - first.lo > 1:
        return Refusal(Reason.AMBIGUOUS)
    return days_named(Named(None, (int(first.lo), int(last.lo))), said.today)


def year_of_deed(said: Said) -> Days | Refusal:
    """17年停的: the year, for how long it went on would be said behind the verb."""
    year = year_of(said.numbers[0], said.today)
    return NO_ANSWER if year is None else days_of(year, None, None, said.today)


def to_the_day(said: Said) -> Days | Refusal:
    """A week ago today."""
    return ago(Said(said.tokens[:-1], said.today)) if said.get("day") == "0" else NO_ANSWER


def week_of_month(said: Said) -> Days | Refusal:
    """The first week of November, up to the fourth."""
    nth = int(said.get("ordinal"))
    rest = tuple(token for token in said.tokens if token.kind not in {"ordinal", "unit", "of"})
    month = calendar_days(Said(rest, said.today))
    if said.get("unit") != "week" or not 1 <= nth <= 4 or isinstance(month, Refusal):
        return NO_ANSWER if not isinstance(month, Refusal) else month
    start = month.start + timedelta(days=7 * (nth - 1))
    return Days(start, start + timedelta(days=6)) if start <= said.today else NO_ANSWER


def in_a_row(said: Said) -> Days | Refusal:
    """9号10号: two days, the one after the other."""
    first, last = said.numbers[-2:]
    dates = [(i, token) for i, token in enumerate(said.tokens) if token.number in (first, last)]
    (at, _), (then, _) = dates[-2:]
    one = calendar_days(Said(said.tokens[: at + 2], said.today))
    other = calendar_days(Said((*said.tokens[:at], *said.tokens[then:]), said.today))
    if isinstance(one, Refusal) or isinstance(other, Refusal):
        return NO_ANSWER
    return Days(one.start, other.end) if (other.end - one.start).days == 1 else NO_ANSWER


def at_night(said: Said) -> Days | Refusal:
    """25.10.2026 in the night: that day."""
    return calendar_figures(said) if said.get("unit") in {"", "day"} else NO_ANSWER


LENGTHS = {"unit", "unitmore", "unithalf", "nian", "stretch"}


def without_deeds(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without what was done then; beside a mere length that is how long it took."""
    kinds = {token.kind for token in tokens}
    if kinds & LENGTHS and not kinds & {"ago", "before", "figures"}:
        return tokens
    return tuple(token for token in tokens if token.kind != "done")


def of_year(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """17年停的 is of the year 2017, for seventeen years would be 停了17年."""
    kinds = [token.kind for token in tokens]
    if kinds == ["n", "nian", "deedof"]:
        return tokens
    return tuple(token for token in tokens if token.kind != "deedof")


_LEAST_YEAR = 1900


def has_length(tokens: tuple[Token, ...]) -> bool:
    """Whether a length of time is said; a year by its number is none."""
    if any(token.number and token.number.lo >= _LEAST_YEAR for token in tokens):
        return False
    return any(token.kind in LENGTHS for token in tokens)
