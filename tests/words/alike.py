"""What both languages must say alike: numbers, quantities, names and negations."""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

_FIELD = re.compile(r"\{\w+\}")
_NAME = re.compile(r"[A-Za-z]+-?\d+|[\u3400-\u9fff]+-\d+")
"""A name that holds a number: IL-2, 白介素-2."""

# "One" and 一 are articles as often as numbers, so only figures count for 1.
_WORDS = {
    word: value
    for words in ("two three four five six seven eight nine ten", "二三四五六七八九十")
    for value, word in enumerate(words.split() if " " in words else words, 2)
} | {"both": 2, "两": 2}
_MONTHS = {name: number for number, name in enumerate(month_name) if name}

# A number of years may stand without the word, as an age does. A pound or a jin is an example of a
# weight that is given in kilograms beside it: each language takes the unit that its readers know,
# and the weight has to be the same.
_KILOGRAMS = {
    "kg": Decimal(1),
    "公斤": Decimal(1),
    "jin": Decimal("0.5"),
    "斤": Decimal("0.5"),
    "lb": Decimal("0.45359237"),
    "磅": Decimal("0.45359237"),
}
_UNITS = {
    "mg": "mg",
    "毫克": "mg",
    "tablets": "tablet",
    "tablet": "tablet",
    "片": "tablet",
    "years": "",
    "周岁": "",
    "岁": "",
    "年": "",
    "months": "month",
    "month": "month",
    "个月": "month",
    "weeks": "week",
    "周": "week",
    "minutes": "minute",
    "分钟": "minute",
    "days": "day",
    "degrees": "degree",
    "度": "degree",
    "times": "times",
    "倍": "times",
    "groups": "group",
    "组": "group",
}
_SPELLED = "|".join(rf"\b{word}\b" if word.isascii() else word for word in _WORDS)
_AMOUNT = rf"(?P<n>\d+(?:\.\d+)?|{_SPELLED})"
_MASS = re.compile(rf"{_AMOUNT} ?(?P<unit>{'|'.join(_KILOGRAMS)})(?![a-z])", re.IGNORECASE)
_MEASURE = re.compile(rf"{_AMOUNT} ?(?P<unit>{'|'.join(_UNITS)})(?![a-z])", re.IGNORECASE)
_NUMBER = re.compile(_AMOUNT, re.IGNORECASE)
_CHINESE_DATE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?")
_ENGLISH_DATE = re.compile(rf"(?:(\d{{1,2}}) )?\b({'|'.join(_MONTHS)}) (\d{{4}})")

_ENGLISH_NOT = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|without|cannot)\b|n't\b", re.IGNORECASE
)
_ASKING = re.compile(r"(.)[不没]\1|有没有|(\w\w)不\2")
_CHINESE_NOT = re.compile(r"[不没未无非勿]|(?<![差特区])别(?![的人处])")


def _value(number: str) -> Decimal:
    return Decimal(_WORDS.get(number.lower(), number))


def _dates(text: str) -> Iterator[str]:
    for year, month, day in _CHINESE_DATE.findall(text):
        if month:
            yield f"{year}-{month}-{day}"
    for day, month, year in _ENGLISH_DATE.findall(text):
        yield f"{year}-{_MONTHS[month]}-{day}"


def _bare(text: str) -> str:
    """A text without names that hold a number, and without dates."""
    text = _NAME.sub(" ", _FIELD.sub(" ", text))
    text = _ENGLISH_DATE.sub(" ", text)
    return _CHINESE_DATE.sub(lambda found: " " if found[2] else found[0], text)


def quantities(text: str) -> Counter[str]:
    """Every quantity of a text with its unit, every date, and every other number."""
    bare = _bare(text)
    found = Counter(_dates(text))
    for each in _MASS.finditer(bare):
        found[f"{round(_value(each['n']) * _KILOGRAMS[each['unit'].lower()])} kg"] += 1
    bare = _MASS.sub(" ", bare)
    for each in _MEASURE.finditer(bare):
        found[f"{_value(each['n'])} {_UNITS[each['unit'].lower()]}".strip()] += 1
    bare = _MEASURE.sub(" ", bare)
    found.update(str(_value(each["n"])) for each in _NUMBER.finditer(bare))
    return found


def english_negations(text: str) -> int:
    """How many negations an English text has."""
    return len(_ENGLISH_NOT.findall(text))


def chinese_negations(text: str) -> int:
    """How many negations a Chinese text has; 有没有, 能不能 and their like are questions."""
    return len(_CHINESE_NOT.findall(_ASKING.sub("", text)))
