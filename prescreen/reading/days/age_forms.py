"""What each form of an age comes to in full years, with the birth dates that stand for one."""

from __future__ import annotations

import math
from datetime import date
from fractions import Fraction
from functools import partial

from prescreen.reading.amounts.quantity import (
    AFTER,
    BETWEEN,
    INSIDE,
    MODIFIERS,
    RANGE,
    bend,
    modifiers,
    ranged,
)
from prescreen.reading.clauses.grammar import NO_ANSWER, Form, FormTable, Grammar, Said
from prescreen.reading.clauses.lexicon import Token, words
from prescreen.reading.days.calendar_words import CALENDAR_WORDS
from prescreen.reading.days.dates import DATES, year_of
from prescreen.reading.days.days import days_of
from prescreen.reading.days.numeric_dates import NUMERIC
from prescreen.values import OLDEST, Age, Days, Interval, Reason, Refusal, age_on

WORDS = partial(
    words,
    {
        **CALENDAR_WORDS,
        **MODIFIERS,
        **RANGE,
        "sui": "岁|周岁|岁数|years old|year old|years-old|-year-old|-years-old|years|yrs|yr|yo|y/o|"
        "y.o.|y.o|yrs old|yr old|years of age|yr.|yrs.|y|y old|years young|yrs young|yr young",
        "full": "have completed|i have completed|completed|满|已满|刚满|周岁|实岁|足岁|已经满|实足|"
        "足|turned|just turned|just gone|aged|age|刚",
        "nominal": "虚岁|虚|毛岁|虚年",
        "half": "半|and a half",
        "born": {
            "": "my date of birth|my dob|生|出生|生人|生的|出生的|born|born in|born on|was born|"
            "i was born|was born in|was born on|date of birth|dob|出生日期|出生年月|birth date|"
            "year of birth|出生于|生于|i was born in|i was born on",
            "day": "birthday|生日|生日是",
        },
        "yearof": "年的|年的人",
        "hou": "后",
        "in": "in my|in her|in his|in the",
        "decade": {
            str(n): f"{w}|{n}s"
            for n, w in (
                (20, "twenties"),
                (30, "thirties"),
                (40, "forties"),
                (50, "fifties"),
                (60, "sixties"),
                (70, "seventies"),
                (80, "eighties"),
                (90, "nineties"),
            )
        },
        "stage": {"0": "early", "1": "mid|middle", "2": "late"},
        "and": "零|又|and",
        "have": "i have|have",
        "running": "running|now running",
        "months": "个月|个月大|months|months old|month",
        "other": "公斤|斤|kg|lb|lbs|mg|片|weeks old|days old|天|周大|天大|厘米|cm",
        "filler": "性别|性别女|性别男|一个|是一个|我是一个|一名|的男性|的女性|的男人|的女人|的女士|"
        "的男士|的病人|的患者|女士|男士|系|俺今年|老汉|农民|岁的人|男生|女生|老太太|老头|就|"
        "year old male|male patient|years of age now|yrs of age|f|m|woman|lady|gentleman|a woman|"
        "a man|patient|the patient|my age is now|currently aged|i am now|i'm now|都|我都|俺|男|女|"
        "男性|女性|female|male|我|我的|年龄|年龄是|今年|现在|是|有|了|啦|已经|岁了|呢|啊|哦|嗯|整|"
        "正好|刚好|她|他|现年|我今年|我现在|岁数|今年是|年纪|的|本人|患者|按|算|(|)|的人|的人了|"
        "老人家|老人|这个月|出生年份|的时候出生|i|i'm|im|i am|my age|my age is|is|it's|its|now|"
        "currently|exactly|she|he|she's|he's|she is|he is|of age|old|well|um|uh|er|just|am|"
        "this year|today|already|the age of|the|of|yes|at|:|=|only|i am a|i'm a|im a|she's a|"
        "he's a|she is a|he is a|guy|i'm only|现|只有|才|仅|刚好是|people|still|for now|here|"
        "years young|我是个|个",
        "papers": "身份证上|身份证上是|身份证是|户口本上|户口本上是|证件上|证件上是|on my id|"
        "my id says",
        "at": "in|on",
        "between": BETWEEN,
        "among": "之间",
    },
)

SPOKEN_STYLES = {"digits", "han", "words"}
"""Styles of a number that can be an age: no 五四, no "one forty"."""


def _aged(said: Said) -> Age | Refusal:
    number = ranged(said)
    if not number or number.style not in SPOKEN_STYLES or number.lo.denominator > 2:
        return NO_ANSWER
    how = modifiers(said)
    if "nearly" in how:
        if set(how) - {"nearly", "about"}:
            return NO_ANSWER
        if said.all("half") or number.lo.denominator == 2:
            return in_years((math.floor(number.lo), math.floor(number.hi)))
        return _nearly(number.lo, number.hi, "about" in how)
    span = bend(number, said, Fraction(1), Fraction(OLDEST))
    return in_years(_cut(how, span)) if span else NO_ANSWER


_SLIGHTLY = 4
"""Years that 出头 may add: the first half of a decade."""


def _cut(how: list[str], span: Interval) -> tuple[int, int]:
    """Whole years of a span: 多 ends within the decade, under 60 ends at 59, about goes outward."""
    if "about" in how or "slightly" in how:
        most = math.ceil(span.hi)
        least_most = math.floor(span.lo) + _SLIGHTLY if how == ["slightly"] else most
        return math.floor(span.lo), max(most, least_most)
    short = bool({"under", "more", "some"} & set(how))
    return math.floor(span.lo), math.floor(span.hi) - short


def _nearly(lo: Fraction, hi: Fraction, about: bool) -> Age | Refusal:
    return in_years((math.floor(lo) - 3, math.floor(hi) - (not about)))


def _going_on(said: Said) -> Age | Refusal:
    """22 going on 23: the first, where the second is the next."""
    now, next_one = said.numbers
    if not (now.whole and next_one.whole and next_one.lo == now.lo + 1):
        return NO_ANSWER
    return in_years((int(now.lo), int(now.lo)))


def in_years(span: tuple[int, int]) -> Age | Refusal:
    least, most = span
    if not 1 <= least <= most <= OLDEST:
        return Refusal(Reason.IMPOSSIBLE)
    return Age(least, most)


def _with_months(said: Said) -> Age | Refusal:
    """六十七岁零三个月: the months of the year under way are dropped."""
    years, months = said.numbers
    if (
        not (years.whole and months.whole and 0 <= months.lo < 12)
        or years.style not in SPOKEN_STYLES
    ):
        return NO_ANSWER
    return in_years((int(years.lo), int(years.lo)))


def _or_year(said: Said) -> Age | Refusal:
    """A bare number: an age, or the year of birth in full."""
    number = said.numbers[0]
    if number.whole and 1900 <= number.lo <= 2100 and not {"about"} & {t.kind for t in said.tokens}:
        return _born_in(days_of(int(number.lo), None, None, said.today), said.today)
    return _aged(said)


def _nominal(said: Said) -> Age | Refusal:
    """虚岁 n is one or two years more than the full years."""
    number = ranged(said)
    if not number or number.style not in SPOKEN_STYLES:
        return NO_ANSWER
    span = bend(number, said, Fraction(1), Fraction(OLDEST))
    if not span or number.lo.denominator != 1:
        return NO_ANSWER
    least, most = _cut(modifiers(said), span)
    return in_years((least - 2, most - 1))


def _both(said: Said) -> Age | Refusal:
    """虚岁六十六，周岁六十五: the full years count, if the two go together."""
    first = said.tokens[0].kind
    nominal, full = said.numbers if first == "nominal" else reversed(said.numbers)
    if not (nominal.whole and full.whole):
        return NO_ANSWER
    if nominal.lo - full.lo not in {1, 2}:
        return Refusal(Reason.CONTRADICTION)
    return in_years((int(full.lo), int(full.lo)))


def _decade(said: Said) -> Age | Refusal:
    low = int(said.get("decade"))
    start, end = {"": (0, 9), "0": (0, 4), "1": (3, 7), "2": (5, 9)}[said.get("stage")]
    return in_years((low + start, low + end))


def _born_in(days: Days | Refusal, today: date) -> Age | Refusal:
    if isinstance(days, Refusal):
        return days
    least, most = age_on(days.end, today), age_on(days.start, today)
    if most < 1 or least > OLDEST:
        return Refusal(Reason.IMPOSSIBLE)
    return Age(max(1, least), min(OLDEST, most), days)


def _short_year(said: Said) -> Age | Refusal:
    """80年的, born in 80: the last two digits of a year of birth, which no birthday has alone."""
    if said.get("born") == "day" and not said.all("nian"):
        return NO_ANSWER
    year = year_of(said.numbers[0], said.today)
    if year is None:
        return NO_ANSWER
    return _born_in(days_of(year, None, None, said.today), said.today)


def _generation(said: Said) -> Age | Refusal:
    """80后: born in the ten years from 1980 on."""
    year = year_of(said.numbers[0], said.today)
    if year is None or year % 10:
        return NO_ANSWER
    first, last = (days_of(y, None, None, said.today) for y in (year, year + 9))
    if isinstance(first, Refusal) or isinstance(last, Refusal):
        return NO_ANSWER
    return _born_in(Days(first.start, last.end), said.today)


def _unclear_year(said: Said) -> Age | Refusal:
    number = said.numbers[0]
    return _short_year(said) if number.lo > 999 else Refusal(Reason.AMBIGUOUS)


def _wrong_unit(said: Said) -> Age | Refusal:
    return Refusal(Reason.UNIT)


def fold(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without "in" and "on", but where these change what a number means.

    "In 62" can be a year, "62 in March" is an age to come, and "in 2 years" is no age.
    """
    kinds = ["", *(token.kind for token in tokens), "", ""]
    return tuple(
        token
        for at, token in enumerate(tokens, start=1)
        if token.kind != "at"
        or kinds[at - 1] == "n"
        or (_small(tokens[at : at + 1]) and kinds[at + 2] not in {"month", "ordinal"})
    )


def _small(tokens: tuple[Token, ...]) -> bool:
    return any(token.number is not None and token.number.hi < 1000 for token in tokens)


def _birth(form: Form[Days]) -> Form[Age]:
    """A form that reads the days of birth as an age."""
    return lambda said: _born_in(form(said), said.today)


_BEFORE = "full|about|nearly|under|over|slightly?"
ROWS: FormTable[Age] = [
    ("n", _or_year),
    (f"n {INSIDE} half? about|over|under?", _aged),
    (f"{_BEFORE} n {INSIDE} sui {AFTER}", _aged),
    (f"{_BEFORE} n more? sui? half? full?", _aged),
    ("about? n sui? to n sui? about|among?", _aged),
    ("between n sui? to|and n sui?", _aged),
    ("about n about", _aged),
    ("about? nominal n to n sui?", _nominal),
    ("about nearly|full n more? sui? about?", _aged),
    ("about? nominal about? n sui? about?", _nominal),
    ("about? n sui? nominal", _nominal),
    ("nominal n sui? full n sui?", _both),
    ("full n sui? nominal n sui?", _both),
    ("in? stage? decade", _decade),
    ("n full half", _aged),
    ("n nian", _unclear_year),
    ("born n nian?", _short_year),
    ("n nian|yearof born?", _short_year),
    ("n hou", _generation),
    ("full? n sui|full and? n months", _with_months),
    ("have n sui", _aged),
    ("n full|sui nominal n sui?", _both),
    ("n sui? nearly n sui?", _going_on),
    ("n sui? full running n", _going_on),
    ("n sui? full n running", _going_on),
    ("full n sui? running n", _going_on),
    ("about? n other|months half?", _wrong_unit),
    ("papers n nian|yearof born?", _short_year),
    *((f"papers? born? {row} born?", _birth(form)) for row, form in DATES),
]
GRAMMAR: Grammar[Age] = Grammar(WORDS, ROWS, ("figures", NUMERIC), fold=fold)
