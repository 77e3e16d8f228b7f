"""Answers that decline to answer: not sure, and rather not say."""

from __future__ import annotations

from prescreen.reading.clauses import split
from prescreen.reading.text import normalise

_UNSURE = set(["不知道", "不清楚", "不确定", "记不清", "记不清了", "忘了", "不记得", "不记得了", "说不清", "不清楚了", "不太清楚", "unsure", "not sure", "i'm not sure", "no idea", "i don't know", "don't know", "dunno", "idk", "?"])
_PRIVATE = set(["不想说", "不方便说", "不愿意说", "保密", "rather not say", "prefer not to say", "i'd rather not say", "tell the staff in person", "private", "私下说"])


def read_unsure(text: str) -> bool:
    """Whether a text says that the person does not know, whatever was asked."""
    return " ".join(split(normalise(text) or "")) in _UNSURE


def read_private(text: str) -> bool:
    """Whether a text says that the person would rather not say it here."""
    return " ".join(split(normalise(text) or "")) in _PRIVATE
