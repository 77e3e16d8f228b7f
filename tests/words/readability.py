"""How hard a text is to read: English by grade, Chinese by the length of its clauses.

The English grade is Flesch-Kincaid as textstat counts it, with two steps before it. Numbers are
spelled out as they are read aloud, a date as "the fifteenth of June twenty twenty-six". Reviewed
names (data/words/names.toml), and the rare words that the flow explains as terms, count as words of
one syllable: "leflunomide" alone would put any short sentence over grade 6, and the name can't be
said in another way.

The formula divides by words and by sentences, so it says nothing about a label: "Pregnancy" would
be grade 20. A text with fewer than four words of its own (placeholders, numbers and dates aside)
is not graded; its words may have three syllables at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category

import textstat
from num2words import num2words

from words.corpus import terms
from words.glossary import reviewed

HARDEST = 6.0
WORDS_A_SENTENCE = 20
CHARACTERS_A_CLAUSE = 20
CHARACTERS_A_SENTENCE = 30
FEWEST_WORDS = 4
LONGEST_WORD = 3

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"(?:(\d{{1,2}}) )?({_MONTHS}) (\d{{4}})")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOCK = re.compile(r"\b(\d{1,2}):00\b")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FIELD = re.compile(r"\{\w+\}")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of an English text."""
    return float(textstat.flesch_kincaid_grade(spelled(without_names(text))))


def own_words(text: str) -> int:
    """How many words a text has besides placeholders, numbers and dates."""
    return len(_WORD.findall(_DATE.sub("", _FIELD.sub("", text))))


def longest_word(text: str) -> int:
    """The most syllables that a word of an English text has, names aside."""
    words = _WORD.findall(without_names(_FIELD.sub("", text)))
    return max((int(textstat.syllable_count(word)) for word in words), default=0)


def spelled(text: str) -> str:
    """An English text with its numbers as they are read aloud."""
    text = _DATE.sub(lambda found: _date(*found.groups()), text)
    text = _CLOCK.sub(lambda found: f"{found[1]} o'clock", text)
    text = _YEAR.sub(lambda found: str(num2words(int(found[0]), to="year")), text)
    return _NUMBER.sub(lambda found: str(num2words(_value(found[0]))), text)


def _date(day: str | None, month: str, year: str) -> str:
    spoken = f"{month} {num2words(int(year), to='year')}"
    return f"the {num2words(int(day), to='ordinal')} of {spoken}" if day else spoken


def _value(number: str) -> float | int:
    return float(number) if "." in number else int(number)


@cache
def _names() -> re.Pattern[str]:
    names = sorted({*reviewed("names"), *terms()}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


def without_names(text: str) -> str:
    """A text with a word of one syllable in the place of every reviewed name."""
    return _names().sub("name", text)


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
