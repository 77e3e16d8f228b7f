"""The numbers in a sentence of a protocol, each with the unit that is printed with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from prescreen.check.sides import Comparison, comparison_of, is_negated
from prescreen.reading.clauses.numerals import scan
from prescreen.values.units import QUANTITIES

TIMES_LIMIT, FOR_KG, A_DAY, BMI = "{ULN}", "mg/kg/d", "mg/d", "kg/m2"
"""Units that no single quantity has: times the upper limit, doses, the body mass index."""
_MICROGRAMS_A_DAY = "ug/d"
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    "half": Fraction(1, 2),
    "半": Fraction(1, 2),
    "couple": Fraction(2),
    "dozen": Fraction(12),
}
_SPELLED = (
    rf"(?:{'|'.join(_TENS)})(?:[\s-]+(?:{'|'.join(_ONES)}))?|{'|'.join((*_TEENS, *_ONES))}"
    r"|(?:(?:a|one)\s+)?hundred"
)
"""A number in words, up to a hundred."""
_TIMES_OF_DAY = (
    r"(?:\s*/\s*|\s+(?:per|a|each|every)\s+)(?:(?:d|day|24 ?h)\b|[天日])|\s+daily\b|每[天日]"
)
_TEN_TO = r"(?:[x×*]\s*)?10\s*(?:\^|\*\*)?\s*"
_MICROLITRE = r"\s*/\s*(?:[uµμ]l|mm3|mm³)"
_TIMES = (
    r"(?:[x×]|times|-?fold)?\s*(?:the\s+|of\s+)*"
    r"(?:uln\b|n\b|upper\s+(?:limits?\s+of\s+(?:the\s+)?normal|normal\s+limits?|limits?))"
)
_OTHERS = (
    (rf"{_TEN_TO}[9⁹]\s*/\s*l", "10*9/L"),
    (rf"{_TEN_TO}(?:12|¹²)\s*/\s*l|{_TEN_TO}[6⁶]{_MICROLITRE}", "10*12/L"),
    (rf"{_TEN_TO}[3³]{_MICROLITRE}|k{_MICROLITRE}", "10*3/uL"),
    (rf"(?:cells?)?{_MICROLITRE}", "/uL"),
    (rf"mg\s*(?:/|per)\s*kg(?:{_TIMES_OF_DAY})?", FOR_KG),
    (rf"mg(?:{_TIMES_OF_DAY})", A_DAY),
    (rf"(?:[uµμ]g|mcg)(?:{_TIMES_OF_DAY})", _MICROGRAMS_A_DAY),
    (r"kg\s*(?:/|per)\s*m(?:2|²|\^2)", BMI),
    (r"周?岁", "a"),
    (_TIMES, TIMES_LIMIT),
)
_LEFT_OUT = {
    "in",
    "in.",
    "x",
    "time",
    "for",
    "c",
    "f",
    "st",
    *"个次回处颗分",
    "单位",
    "个单位",
    "units",
    "个点",
    "百分之",
}
"""Spellings that are other words more often than units."""


def _spellings() -> dict[str, str]:
    found: dict[str, str] = {}
    for quantity in QUANTITIES.values():
        for unit in quantity.units:
            for each in (*unit.spelled.split("|"), unit.symbol, unit.code):
                spelled = each.lower()
                if re.match(r"[a-z°μµ/%x㐀-鿿]", spelled) and spelled not in _LEFT_OUT:
                    found.setdefault(spelled, unit.code)
    return {**found, "°c": "Cel", "℃": "Cel"}


_UNITS = _spellings()
_NAMED = "|".join(re.escape(each) for each in sorted(_UNITS, key=len, reverse=True))
_UNKNOWN = r"SDs?\b|standard\s+deviations?\b|[a-zµμ]{1,4}\s?/\s?(?:[mdµμ]?l|kg|m2|min|hr?|day)\b"
"""What is printed as a unit and is none of the program: a number with it goes with any unit."""
_UNIT = "|".join(
    [
        *(pattern for pattern, _ in _OTHERS),
        rf"(?:{_NAMED})(?![a-z/])",
        _UNKNOWN,
        rf"(?:{_NAMED})(?![a-z])",
    ]
)
_TIME = r"(?:calendar\s+)?(?:days?|weeks?|months?|years?|fortnights?)\b"
_UNIT_WORD = rf"(?:{_TIME}|(?:{_NAMED})(?<=[a-z%]{{2}})(?![a-z]))"
"""A unit after a number in words: no single letter, for "one a day" is no year."""
_NAME = (
    r"\b(?:day|week|visit|cycle|type|phase|covid|sars|cov|h|il|cd|part|version|cohort|ver)[\s-]*$"
)
_AMOUNT = re.compile(
    r"(?P<sign>(?:(?<=[<>≤≥=])|(?<=[<>≤≥=] )|(?<=\bthan ))[-−–])?"
    rf"(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)(?:[\s-]*(?P<unit>{_UNIT}))?"
    rf"|\b(?P<spelled>{_SPELLED})[\s-]+(?P<of_spelled>{_UNIT_WORD}|{_TIMES})"
    r"|\b(?P<word>couple\s+of|dozen|half(?:\s+an?)?|an?|(?:last|past|previous|prior))"
    rf"[\s-]+(?P<of>{_TIME})|\b(?P<count>{_SPELLED})\b|\b(?P<two_weeks>fortnight)\b"
    r"|(?<!第)(?P<han>半|[一二两三四五六七八九十]{1,3})"
    r"(?P<of_han>个?(?:小时|星期|礼拜)|个月|年(?!龄)|周?岁|周(?!围)|天|日)",
    re.IGNORECASE,
)
_FORTNIGHT = re.compile("fortnight", re.IGNORECASE)
_DATE = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?")
_RANGE = re.compile(r"\s*(?:[-–—~～至到]|to)\s*", re.IGNORECASE)
_BESIDE = re.compile(r"\s*(?:[-–—~～/至到和或、]|to|and|or)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, the code of its unit (empty where none is printed), and its words.

    `side` is where the sentence stands to it, if it says; `negated` that it may say what is not so.
    """

    number: Fraction
    unit: str
    words: str
    side: Comparison | None = None
    negated: bool = False


def amounts_in(text: str) -> tuple[Amount, ...]:
    """Every number of a text that counts or measures something, in its order.

    A count in a word is one where the text says on which side of it to be.
    """
    found = [*_amounts(text)]
    for at in range(len(found) - 2, -1, -1):
        (start, one), (other_start, other) = found[at], found[at + 1]
        before, between = text[:start], text[start + len(one.words) : other_start]
        # In "18 to 65 years" the first number has the unit of the second, and both are in.
        if not one.unit and _BESIDE.fullmatch(between):
            one = replace(one, unit=other.unit)
        if _is_range(before, one, between, other):
            one, other = replace(one, side="at_least"), replace(other, side="at_most")
        found[at], found[at + 1] = (start, one), (other_start, other)
    return tuple(each for _, each in found)


def _is_range(before: str, one: Amount, between: str, other: Amount) -> bool:
    """Whether two numbers are the ends of one range of the same unit."""
    if one.unit != other.unit or one.number >= other.number or one.side or other.side:
        return False
    return bool(_RANGE.fullmatch(between)) or (
        between.strip() == "and" and bool(re.search(r"between\W*$", before, re.IGNORECASE))
    )


def _amounts(text: str) -> Iterator[tuple[int, Amount]]:
    for match in _AMOUNT.finditer(_DATE.sub(lambda found: " " * len(found[0]), text)):
        if match["number"] and _is_name(text, match):
            continue
        before, words = text[: match.start()], match[0].strip().rstrip(".")
        after = text[match.end() :]
        side, negated = comparison_of(before, words, after), is_negated(before, after)
        if match["count"] and side is None:
            continue
        number, unit = _number(match), _unit(match)
        if _FORTNIGHT.search(words):
            number, unit = 2 * number, "wk"
        if unit == _MICROGRAMS_A_DAY:
            number, unit = number / 1000, A_DAY
        yield match.start(), Amount(number, unit, words, side, negated)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a number belongs to a name, such as IL-2, CD20, HbA1c or type 2."""
    before, after = text[: match.start()], text[match.end("number") : match.end("number") + 1]
    if re.search(r"[A-Za-z]-?$|[\d.,第]$", before) or re.search(_NAME, before, re.IGNORECASE):
        return True
    return not match["unit"] and bool(re.match(r"[A-Za-z型]", after))


def _number(match: re.Match[str]) -> Fraction:
    if match["number"]:
        number = Fraction(match["number"].replace(",", ""))
        return -number if match["sign"] else number
    if found := scan((match["han"] or match["spelled"] or match["count"] or "").lower()):
        return found[0].lo
    return _VALUES.get((match["han"] or match["word"] or "").lower().split(" ")[0], Fraction(1))


def _unit(match: re.Match[str]) -> str:
    printed = (
        (match["unit"] or match["of_spelled"] or match["of"] or match["of_han"] or "")
        .strip()
        .lower()
        .removeprefix("calendar ")
    )
    for pattern, code in _OTHERS:
        if re.fullmatch(pattern, printed, re.IGNORECASE):
            return code
    return _UNITS.get(printed, "")
