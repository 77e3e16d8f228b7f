"""A list of medicines, each with its amount: what it says of the one that is asked about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from prescreen.reading.clauses.rests import Rest, asks, judge
from prescreen.reading.clauses.text import normalise

T = TypeVar("T")

_ITEMS = re.compile(
    r"[,，、;；+。]+|\b(?:plus|and|with)\b|还有|加上|另外|(?<=[片粒颗克g])[和跟加]|"
    r"(?<=[片粒颗克g]) ?(?=[\u4e00-\u9fff]{2,}?(?:每天|一天|一日)?[\d一二两三四五六七八九十半])"
)
_AMOUNT = re.compile(
    r"(?:\d[\d./]*|[一二两三四五六七八九十半]+|\b[a-z]+) ?(?:mg|毫克|片|粒|颗|tab|pill|g\b|克)"
)


def listed(text: str, names: Sequence[str], read: Callable[[str], T | None]) -> T | None:
    """The amount of the only item that has one of the names, where each other has its own thing."""
    plain = normalise(text) or ""
    items = [item.strip() for item in _ITEMS.split(plain) if item.strip()]
    if len(items) < 2 or asks(plain):
        return None
    said = [word for name in names if (word := normalise(name)) and len(word) > 1]
    ours = [item for item in items if any(word in item for word in said)]
    others = [item for item in items if item not in ours]
    if len(ours) != 1 or not all(map(_of_another, others)):
        return None
    return read(ours[0])


_THING = re.compile(r"[\u4e00-\u9fff]{2,}|[a-z]{3,}")


def _of_another(item: str) -> bool:
    """Whether an item is an amount of something that it names."""
    rest, counted = _AMOUNT.subn(" ", item)
    return counted == 1 and bool(_THING.search(rest)) and judge(rest) is not Rest.SPOILS
