"""How long what is said is: English in words as they are read aloud, Chinese in characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category

from num2words import num2words

WORDS_A_SENTENCE = 20
CHARACTERS_A_CLAUSE = 20
CHARACTERS_A_SENTENCE = 30

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"(?:(\d{{1,2}}) )?({_MONTHS}) (\d{{4}})")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOCK = re.compile(r"\b(\d{1,2}):00\b")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def spelled(text: str) -> str:
    """An English text with its numbers as they are read aloud."""
    text = DATE.sub(lambda found: _date(*found.groups()), text)
    text = _CLOCK.sub(lambda found: f"{found[1]} o'clock", text)
    text = _YEAR.sub(lambda found: str(num2words(int(found[0]), to="year")), text)
    return _NUMBER.sub(lambda found: str(num2words(_value(found[0]))), text)


def _date(day: str | None, month: str, year: str) -> str:
    spoken = f"{month} {num2words(int(year), to='year')}"
    return f"the {num2words(int(day), to='ordinal')} of {spoken}" if day else spoken


def _value(number: str) -> float | int:
    return float(number) if "." in number else int(number)


def sentences(text: str) -> list[str]:
    """The sentences of an English text; a colon ends one."""
    return [each for each in re.split(r"(?<=[.?!:])\s+", text) if each]


def chinese_sentences(text: str) -> Iterator[str]:
    """The sentences of a Chinese text; a colon ends one."""
    yield from filter(None, re.split(r"[。？！：]", text))


def clauses(text: str) -> Iterator[str]:
    """The clauses of a Chinese text; a list with 、 and what is in brackets stay in theirs."""
    yield from filter(None, re.split(r"[。？！，；：]", text))


def length(text: str) -> int:
    """How many characters a Chinese text has, marks aside; a number is read as one."""
    return sum(category(each)[0] not in "PZ" for each in re.sub(r"\d+(?:\.\d+)?", "0", text))
