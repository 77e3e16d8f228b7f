"""How hard an English text of this trial is to read, by grade.

The grade is Flesch-Kincaid as textstat counts it, with two steps before it. Numbers are spelled out
as they are read aloud, a date as "the fifteenth of June twenty twenty-six". Reviewed names
(reviewed/names.toml), and the rare words that the flow explains as terms, count as words of one
syllable: "leflunomide" alone would put any short sentence over grade 6, and the name can't be said
in another way.

The formula divides by words and by sentences, so it says nothing about a label: "Pregnancy" would
be grade 20. A text with fewer than four words of its own (placeholders, numbers and dates aside)
is not graded; its words may have three syllables at most.
"""

from __future__ import annotations

import re
from functools import cache

import textstat
from words.frequency import rare_english
from words.readability import DATE, spelled

from sentences.glossary import explained, reviewed

HARDEST = 6.0
FEWEST_WORDS = 4
LONGEST_WORD = 3

_FIELD = re.compile(r"\{\w+\}")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of an English text."""
    return float(textstat.flesch_kincaid_grade(spelled(without_names(text))))


def own_words(text: str) -> int:
    """How many words a text has besides placeholders, numbers and dates."""
    return len(_WORD.findall(DATE.sub("", _FIELD.sub("", text))))


def longest_word(text: str) -> int:
    """The most syllables that a word of an English text has, names aside."""
    words = _WORD.findall(without_names(_FIELD.sub("", text)))
    return max((int(textstat.syllable_count(word)) for word in words), default=0)


@cache
def _names() -> re.Pattern[str]:
    names = sorted(
        {*reviewed("names"), *rare_english(" ".join(explained("en")))}, key=len, reverse=True
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


def without_names(text: str) -> str:
    """A text with a word of one syllable in the place of every reviewed name."""
    return _names().sub("name", text)
