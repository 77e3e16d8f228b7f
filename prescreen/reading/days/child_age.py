"""Ages of children: 8 months, 一岁半, 2 years and 3 months, six weeks, or as of anybody else."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from prescreen.reading.clauses.answer import read_clauses
from prescreen.reading.clauses.grammar import NO_ANSWER, Grammar, Said
from prescreen.reading.clauses.lexicon import words
from prescreen.reading.days.age import read_age
from prescreen.reading.days.when import read_when
from prescreen.values import ONE_DAY, Age, Days, Offer, Reason, Refusal, add_months, age_on

_WORDS = partial(
    words,
    {
        "day": "天|日|days|day|days old|day old|日龄",
        "week": "周|星期|个星期|礼拜|个礼拜|weeks|week|weeks old|week old|周龄",
        "month": "个月|月|月龄|months|month|months old|month old|mo|mos|个月大",
        "year": "岁|周岁|years|year|years old|year old|yr|yrs|y|岁大",
        "half": "半|and a half|half",
        "and": "and|零|又|,",
        "filler": "我的孩子|我孩子|孩子|宝宝|小孩|娃|他|她|今年|现在|刚|刚满|满|有|是|了|的|大|"
        "my child|my son|my daughter|my baby|the baby|the child|he|she|is|it's|now|old",
    },
)


def _in_months(said: Said) -> Age | Refusal:
    """Months alone, years and months, or years and a half, which is six months more or so."""
    numbers = said.numbers
    if any(not each.whole for each in numbers):
        return NO_ANSWER
    kinds = [each.kind for each in said.tokens]
    months = int(numbers[-1].lo) if "month" in kinds else 0
    years = int(numbers[0].lo) if "year" in kinds else 0
    if years and months >= 12:
        return NO_ANSWER
    total, about = 12 * years + months, int("half" in kinds)
    first, last = total + about * 5, total + about * 7
    start = add_months(said.today, -(last + 1)) + ONE_DAY
    return _born(Days(start, add_months(said.today, -first)), said.today)


def _in_days(said: Said) -> Age | Refusal:
    number = said.numbers[0]
    if not number.whole:
        return NO_ANSWER
    days = int(number.lo) * (7 if said.tokens[-1].kind == "week" else 1)
    width = timedelta(days=6 if said.tokens[-1].kind == "week" else 0)
    end = said.today - timedelta(days=days)
    return _born(Days(end - width, end), said.today)


def _born(born: Days, today: date) -> Age:
    return Age(age_on(born.end, today), age_on(born.start, today), born)


_GRAMMAR: Grammar[Age] = Grammar(
    _WORDS,
    [
        ("n month", _in_months),
        ("n year and? n month", _in_months),
        ("n year half", _in_months),
        ("n half year", _in_months),
        ("n day|week", _in_days),
    ],
)


def read_child_age(text: str, today: date) -> Age | Offer[Age] | Refusal:
    """The age of somebody who may be a small child; `born` is what its months or days stand for."""
    try:
        found = read_clauses(text, _GRAMMAR, today)
    except (ValueError, OverflowError):
        return NO_ANSWER
    if found != NO_ANSWER:
        return found
    aged = read_age(text, today)
    return _first_year(text, today) if aged == Refusal(Reason.IMPOSSIBLE) else aged


def _first_year(text: str, today: date) -> Age | Refusal:
    """A birth day less than a year ago, which is no age in full years."""
    found = read_when(text, today)
    if not isinstance(found, Days) or age_on(found.start, today) > 0:
        return Refusal(Reason.IMPOSSIBLE)
    return _born(found, today)
