"""How common a word or a character is.

Zipf values count words in a billion, as a logarithm: 3 is one word in a million, and where readers
begin to slow down (van Heuven and others, 2014). English is held at 3.5, for it may not be the
reader's first language. Chinese is held at 3.2, just over words that need a doctor to explain them
(透析, 血小板); higher, and how a machine cuts words apart counts for more than how rare they are.
The names of drugs fall apart into common characters there: the characters are held to GB 2312
level 1 instead, and `names` lists the drugs.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from functools import cache

KNOWN_ENGLISH = 3.5
KNOWN_CHINESE = 3.2

_FIELD = re.compile(r"\{\w+\}")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LEVEL_ONE = range(0xB0, 0xD8)
"""The first byte of the 3,755 common characters of GB 2312, its rows 16 to 55."""


@cache
def _tokens(text: str, language: str) -> tuple[tuple[str, float], ...]:
    """The words of a text, each with how common it is. What knows that takes a second to load."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba is older than some of what Python warns of
        import jieba
        from wordfreq import zipf_frequency
        from wordfreq.tokens import tokenize
    jieba.setLogLevel(logging.WARNING)
    return tuple((each, zipf_frequency(each, language)) for each in tokenize(text, language))


def rare_english(text: str) -> Iterator[str]:
    """The rare words of an English text."""
    for word, common in _tokens(_FIELD.sub(" ", text), "en"):
        if word.isalpha() and common < KNOWN_ENGLISH:
            yield word


def rare_chinese(text: str) -> Iterator[str]:
    """The rare words of a Chinese text."""
    for part in _HAN.findall(_FIELD.sub(" ", text)):
        for word, common in _tokens(part, "zh"):
            if common < KNOWN_CHINESE:
                yield word


def uncommon(text: str) -> Iterator[str]:
    """The Chinese characters of a text that are not among the common ones."""
    for char in "".join(_HAN.findall(text)):
        code = char.encode("gb2312", "replace")
        if len(code) != 2 or code[0] not in _LEVEL_ONE:
            yield char
