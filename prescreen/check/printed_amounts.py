"""The numbers in a sentence of a protocol, each with the unit that is printed with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from prescreen.check.number_sides import comparison_of, is_negated
from prescreen.language.registry_words import REGISTRY_WORDS, Comparison, either
from prescreen.reading.clauses.numerals import scan
from prescreen.values.units import QUANTITIES

TIMES_LIMIT, FOR_KG, A_DAY, BMI = "{ULN}", "mg/kg/d", "mg/d", "kg/m2"
"""Units that no single quantity has: times the upper limit, doses, the body mass index."""
_A_DAY = either(lambda each: each.a_day)
_TEN_TO = r"(?:[x×*]\s*)?10\s*(?:\^|\*\*)?\s*"
_MICROLITRE = r"\s*/\s*(?:[uµμ]l|mm3|mm³)"
_OTHERS: tuple[tuple[str, str, int | Fraction], ...] = (
    (rf"{_TEN_TO}[9⁹]\s*/\s*l", "10*9/L", 1),
    (rf"{_TEN_TO}(?:12|¹²)\s*/\s*l|{_TEN_TO}[6⁶]{_MICROLITRE}", "10*12/L", 1),
    (rf"{_TEN_TO}[3³]{_MICROLITRE}|k{_MICROLITRE}", "10*3/uL", 1),
    (rf"(?:cells?)?{_MICROLITRE}", "/uL", 1),
    (rf"mg\s*(?:/|per)\s*kg(?:{_A_DAY})?", FOR_KG, 1),
    (rf"mg(?:{_A_DAY})", A_DAY, 1),
    (rf"(?:[uµμ]g|mcg)(?:{_A_DAY})", A_DAY, Fraction(1, 1000)),
    (r"kg\s*(?:/|per)\s*m(?:2|²|\^2)", BMI, 1),
    *(unit for each in REGISTRY_WORDS.values() for unit in each.units),
)
"""Units that are not of one quantity: a pattern, the code, and how many of that it is."""
_LEFT_OUT = frozenset[str]().union(*(each.no_units for each in REGISTRY_WORDS.values()))
_VALUES = {word: n for each in REGISTRY_WORDS.values() for word, n in each.values.items()}


def _spellings() -> dict[str, str]:
    found: dict[str, str] = {}
    for quantity in QUANTITIES.values():
        for unit in quantity.units:
            for each in (*unit.spelled.split("|"), unit.symbol, unit.code):
                spelled = each.lower()
                if re.match(r"[^\W\d_]|[°/%]", spelled) and spelled not in _LEFT_OUT:
                    found.setdefault(spelled, unit.code)
    return {**found, "°c": "Cel", "℃": "Cel"}


_UNITS = _spellings()
_NAMED = "|".join(re.escape(each) for each in sorted(_UNITS, key=len, reverse=True))
_UNKNOWN = (
    r"[a-zµμ]{1,4}\s?/\s?(?:[mdµμ]?l|kg|m2|min|hr?|day)\b"
    rf"|{either(lambda each: each.unknown_units)}"
)
"""What is printed as a unit and is none of the program: a number with it goes with any unit."""
_UNIT = "|".join(
    [
        *(pattern for pattern, *_ in _OTHERS),
        rf"(?:{_NAMED})(?![a-z/])",
        _UNKNOWN,
        rf"(?:{_NAMED})(?![a-z])",
    ]
)
_UNIT_WORD = rf"(?:{_NAMED})(?<=[a-z%]{{2}})(?![a-z])"
"""A unit after a number in words: no single letter, for "one a day" is no year."""
_COUNT = either(lambda each: each.counts)
_TIME = either(lambda each: each.time)
_OF_WORDS = re.compile(rf"(?:(?<=[\s-]){_UNIT_WORD}|{_TIME})$", re.IGNORECASE)
"""The unit of a number in words."""
_AMOUNT = re.compile(
    r"(?P<sign>(?:(?<=[<>≤≥=])|(?<=[<>≤≥=] )|(?<=\bthan ))[-−–])?"
    rf"(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)(?:[\s-]*(?P<unit>{_UNIT}))?"
    rf"|{either(lambda each: f'(?:{each.before_time})(?:{each.time})')}"
    rf"|(?:{_COUNT})[\s-]+{_UNIT_WORD}|(?:{_COUNT})\b",
    re.IGNORECASE,
)
_DATE = re.compile(either(lambda each: each.date))
_TO = either(lambda each: each.to)
_ALSO = either(lambda each: each.also)
_RANGE = re.compile(rf"\s*(?:[-–—~～]|{_TO})\s*", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?:{either(lambda each: each.between)})\W*$", re.IGNORECASE)
_BOTH = re.compile(rf"\s*(?:{_ALSO})\s*", re.IGNORECASE)
_BESIDE = re.compile(rf"\s*(?:[-–—~～/]|{_TO}|{_ALSO})\s*", re.IGNORECASE)
_IN_NAME = re.compile(rf"(?:[A-Za-z]-?|[\d.,]|{either(lambda each: each.in_name)})$", re.IGNORECASE)
_WITH_NAME = re.compile(rf"[A-Za-z]|{either(lambda each: each.with_name)}")


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
    joined = _BOTH.fullmatch(between) and _BETWEEN.search(before)
    return bool(joined or _RANGE.fullmatch(between))


def _amounts(text: str) -> Iterator[tuple[int, Amount]]:
    for match in _AMOUNT.finditer(_DATE.sub(lambda found: " " * len(found[0]), text)):
        if match["number"] and _is_name(text, match):
            continue
        before, words = text[: match.start()], match[0].strip().rstrip(".")
        after = text[match.end() :]
        side, negated = comparison_of(before, words, after), is_negated(before, after)
        of_words = None if match["number"] else _OF_WORDS.search(words)
        if not match["number"] and not of_words and side is None:
            continue
        unit, many = _unit((of_words[0] if of_words else match["unit"]) or "")
        yield match.start(), Amount(many * _number(match), unit, words, side, negated)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a number belongs to a name, such as IL-2, CD20, HbA1c or type 2."""
    if _IN_NAME.search(text[: match.start()]):
        return True
    return not match["unit"] and bool(_WITH_NAME.match(text, match.end("number")))


def _number(match: re.Match[str]) -> Fraction:
    if match["number"]:
        number = Fraction(match["number"].replace(",", ""))
        return -number if match["sign"] else number
    words = match[0].lower()
    known = next((n for word, n in _VALUES.items() if words.startswith(word)), None)
    found = scan(words)
    return known or (found[0].lo if found else Fraction(1))


def _unit(printed: str) -> tuple[str, int | Fraction]:
    """The code of a unit, and how many of it are meant."""
    spelled = printed.strip().lower()
    for pattern, code, many in _OTHERS:
        if re.fullmatch(pattern, spelled, re.IGNORECASE):
            return code, many
    return _UNITS.get(spelled, ""), 1
