"""Three months ago, 半年多, in the last two weeks: lengths of time back from today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

from prescreen.reading.amounts.quantity import MODIFIERS, RANGE, ranged, sliced
from prescreen.reading.clauses.grammar import NO_ANSWER, FormTable, Said
from prescreen.reading.clauses.lexicon import Token, fixed
from prescreen.reading.clauses.numerals import Number
from prescreen.reading.days.lapse import (
    LONGEST_YEARS,
    UNITS,
    Lapse,
    around,
    between,
    centred,
    finest,
    widen,
)
from prescreen.values import Days, Reason, Refusal

AGO_WORDS: Mapping[str, str | Mapping[str, str]] = {
    **MODIFIERS,
    **RANGE,
    "unit": {
        "hour": "小时|个小时|钟头|个钟头|hour|hours|hr|hrs",
        "day": "天|day|days|night|nights",
        "week": "周|星期|礼拜|个星期|个礼拜|个周|week|weeks|wk|wks",
        "fortnight": "fortnight|fortnights",
        "month": "个月|个月份|month|months|mo|mos|mth|mths",
        "year": "年头|年时间|年的时间|周年|year|years|yr|yrs",
        "decade": "decade|decades",
    },
    "unitmore": {
        "hour": "个多小时|多小时",
        "day": "天多",
        "week": "个多星期|个多礼拜|周多|多星期",
        "month": "个多月|个月多",
        "year": "年多",
    },
    "unithalf": {"week": "个半星期|个半礼拜", "month": "个半月|个月半", "year": "年半"},
    "half": "半|and a half|half|half a|half an|half of a|a half",
    "and": "and|零|又",
    "ago": "前|前头|ago|back|前了|前打的|前停的|前用的|前做的",
    "by now": "了|的时间了|的样子|时间",
    "before": "以前|之前|以前了|之前了|before|earlier|before now|before today|previously|以前的事|"
    "之前的事",
    "within": "in the last|in the past|over the last|over the past|within the last|within the past|"
    "within|during the last|during the past|the last|the past|last|past|these|these past|"
    "these last|近|最近|过去|这|最近这|近来|过去的|这过去|上|this past",
    "inside": "内|之内|以内|里|里面",
}
"""Words for lengths of time; 前 after a length is "ago", before one it is "the last few"."""

COUNTS: Mapping[str, Token] = {
    "a": fixed(1, 1, "a"), "an": fixed(1, 1, "a"), "another": fixed(1, 1), "单": fixed(1, 1),
    "a few": fixed(2, 9), "few": fixed(2, 9), "several": fixed(2, 9), "some": fixed(2, 9),
    "a couple of": fixed(2, 3, "couple"), "couple of": fixed(2, 3, "couple"),
    "a couple": fixed(2, 3, "couple"), "couple": fixed(2, 3, "couple"), "俩": fixed(2, 2),
    "好几": fixed(2, 9), "数": fixed(2, 9), "若干": fixed(2, 9), "a dozen": fixed(12, 12),
    "some few": fixed(2, 9), "quite a few": fixed(2, 19), "a good few": fixed(2, 19),
    "one or two": fixed(1, 2), "two or three": fixed(2, 3), "three or four": fixed(3, 4),
    "four or five": fixed(4, 5), "five or six": fixed(5, 6),
}  # fmt: skip
"""Words that count units; a couple is two, and may be three."""


_MOST_YEARS_AGO = 60


def _named_year(number: Number, said: Said) -> bool:
    """Whether 98年前 and 08年前 may be before a year that is said by its last two figures."""
    two = number.style == "digits" and len(number.text) == 2 and said.all("nian") != []
    return two and (number.text[0] == "0" or number.lo > _MOST_YEARS_AGO)


def called_out(number: Number) -> bool:
    """Two Chinese digits in a row that are no rising pair, as in 三三个月."""
    return number.style == "han digits" and len(number.text) < 3 and number.text[0] != "零"


def _unit(said: Said) -> str:
    kinds = ("unit", "unitmore", "unithalf", "nian", "ri")
    return next((name for kind in kinds if (name := said.get(kind))), "month")


def _possible(months: Fraction, days: Fraction) -> bool:
    return months <= 12 * LONGEST_YEARS and days <= 365 * LONGEST_YEARS


def ago(said: Said) -> Days | Refusal:
    """A length with one unit, whatever modifiers stand by it."""
    number = ranged(said) if said.numbers else None
    if any(
        called_out(each) or sliced(each, whole=False) or each.text.startswith(".")
        for each in said.numbers
    ):
        return NO_ANSWER
    if any(_named_year(each, said) for each in said.numbers):
        return Refusal(Reason.VAGUE)
    bare = not said.all("ago") and not said.all("before")
    loose = any(map(said.all, ("about", "half", "nearly", "slightly")))
    if bare and (("a" in said.all("n") and not loose) or _unit(said) == "hour"):
        return NO_ANSWER
    if said.all("to") and (not number or number.lo == number.hi):
        return NO_ANSWER
    half = Fraction(len(said.all("half") + said.all("unithalf")), 2)
    lo, hi = (number.lo + half, number.hi + half) if number else (half, half)
    unit = _unit(said)
    if not _possible(UNITS[unit].months * (hi + 1), UNITS[unit].days * (hi + 1)):
        return Refusal(Reason.IMPOSSIBLE)
    if unit not in {"year", "month", "week"} and (lo.denominator, hi.denominator) != (1, 1):
        return NO_ANSWER
    step = _step(said) * (number.step if number else 1)
    return _spread(said, lo, hi, unit, step)


def _step(said: Said) -> Fraction:
    """1 where 多 stands inside the number (十多天); else what makes the step one unit."""
    kinds = [token.kind for token in said.tokens]
    inside = {"more", "some"} & set(kinds[: _at(kinds)])
    number = next(iter(said.numbers), None)
    return Fraction(1) if inside or not number else 1 / number.step


def _at(kinds: list[str]) -> int:
    return min(
        i for i, k in enumerate(kinds) if k in {"unit", "unitmore", "unithalf", "nian", "ri"}
    )


def _spread(said: Said, lo: Fraction, hi: Fraction, unit: str, step: Fraction) -> Days | Refusal:
    """The days from `lo` to `hi` units ago under the modifiers said."""
    today, one = said.today, UNITS[unit]
    kinds = {token.kind for token in said.tokens if token.kind in MODIFIERS}
    about = bool({"about"} & kinds) or bool(said.all("before"))
    main = kinds - {"about"} | ({"more"} if said.all("unitmore") else set())
    if lo <= 0 or len(main) > 1:
        return NO_ANSWER
    match main.pop() if main else "":
        case "more" | "slightly":
            top = Fraction(11, 12) if (lo, unit) == (Fraction(1, 2), "year") else hi + step
            days = between(today, one.times(top), one.times(lo))
        case "some":
            days = between(today, one.times(hi + step), one.times(lo * Fraction(9, 10)))
        case "nearly":
            step = Fraction(1, 1 + (lo.denominator > 1))
            days = between(today, one.times(hi), one.times(max(lo - step, lo * Fraction(1, 2))))
        case "under":
            days = between(today, one.times(hi), Lapse())
        case "over" if any(n.style == "count" and n.lo < n.hi for n in said.numbers):
            return Refusal(Reason.VAGUE)
        case "over":
            days = between(today, UNITS["year"].times(Fraction(LONGEST_YEARS)), one.times(lo))
        case _ if lo == hi:
            return around(today, lo, unit, about)
        case _:
            days = _some_units(said, lo, hi, unit)
    return widen(days, today) if about else days


def _some_units(said: Said, lo: Fraction, hi: Fraction, unit: str) -> Days:
    first, last = UNITS[unit].times(hi), UNITS[unit].times(lo)
    if "couple" not in said.all("n"):
        return between(said.today, first, last)
    early, late = around(said.today, hi, unit, False), around(said.today, lo, unit, False)
    return Days(early.start, late.end)


def compound(said: Said) -> Days | Refusal:
    """A year and two months ago: units from large to small, as exact as the smallest."""
    total, units = Lapse(), [t.name for t in said.tokens if t.kind in {"unit", "nian", "ri"}]
    if any(map(called_out, said.numbers)):
        return NO_ANSWER
    if len(units) != len(said.numbers) or not all(n.whole for n in said.numbers):
        return NO_ANSWER
    if len(set(units)) != len(units):
        return NO_ANSWER
    for number, unit in zip(said.numbers, units, strict=True):
        total += UNITS[unit].times(number.lo)
    if not _possible(total.months, total.days):
        return Refusal(Reason.IMPOSSIBLE)
    smallest = min(units, key=lambda unit: (UNITS[unit].months, UNITS[unit].days))
    width = finest(smallest).times(Fraction(3, 2) if said.all("about") else Fraction(1))
    return centred(said.today, total, width)


def within(said: Said) -> Days | Refusal:
    """In the last three months: also from the first of the calendar month three months back."""
    number = next(iter(said.numbers), None)
    hi = number.hi if number else Fraction(len(said.all("half")) or 2, 2)
    one = UNITS[_unit(said)]
    if hi <= 0 or not _possible(one.months * hi, one.days * hi) or (said.all("half") and number):
        return NO_ANSWER
    days = between(said.today, one.times(hi), Lapse())
    return Days(_first_of_unit(days.start, one, hi), days.end)


def _first_of_unit(day: date, one: Lapse, n: Fraction) -> date:
    """The first day of the calendar week, month or year that a day lies in."""
    if one.days >= 7:
        return day - timedelta(days=day.weekday())
    if not one.months:
        return day
    return day.replace(day=1, month=1 if one.months >= 12 and n >= 1 else day.month)


def forepart(said: Said) -> Days | Refusal:
    """前两天, 前几个月: the last few, one more than said, and days back to a week."""
    one, hi = UNITS[_unit(said)], said.numbers[0].hi
    if called_out(said.numbers[0]):
        return NO_ANSWER
    if not _possible(one.months * (hi + 1), one.days * (hi + 1)):
        return Refusal(Reason.IMPOSSIBLE)
    furthest = (
        one.times(hi + 1) if one.months else Lapse(days=max(one.days * (hi + 1), Fraction(7)))
    )
    return between(said.today, furthest, Lapse(days=Fraction(1)))


def spanned(said: Said) -> Days | Refusal:
    """6-7年, which is no span of calendar years."""
    return ago(said) if all(number.hi < 50 for number in said.numbers) else NO_ANSWER


_PRE = "about? nearly|under|over|slightly?"
_UNIT = "unit|ri|nian|unitmore|unithalf"
_POST = "about|under|over?"
AGO: FormTable[Days] = [
    (f"{_PRE} n more|some|about? {_UNIT} half|more|slightly? ago|before {_POST}", ago),
    (f"{_PRE} n more|some|about? unit|unitmore|unithalf half|more|slightly? {_POST}", ago),
    (f"about|nearly|under|over|slightly n more|some? nian half|more? {_POST}", ago),
    ("n more|some nian about?", ago),
    ("n nian about|half|more|under|over", ago),
    ("about? n unit? to n unit|nian|ri ago|before about?", ago),
    ("about? n unit? to n unit about?", ago),
    ("about? n unit to n ago|before", ago),
    (f"about? n unit|nian? to n nian {_POST} ago?", spanned),
    (f"{_PRE} half unit|nian|unitmore more? ago|before? {_POST}", ago),
    ("about? n unit|nian and? n unit|ri ago|before? about?", compound),
    ("about? n unit|nian and? n unit and? n unit|ri ago|before? about?", compound),
    ("within n? unit|nian|yue", within),
    ("within half unit|nian", within),
    ("within? n unit|nian inside", within),
    ("within? half unit|nian inside", within),
    ("ago n unit|nian|ri about?", forepart),
]
"""Lengths of time, with the modifiers each may carry."""
