"""An age that is named with a birthday, or beside the sex as in a chart."""

from __future__ import annotations

import re

from prescreen.reading.text import normalise

_SEXED = re.compile(r"[mf]\s?/?\s?(\d\d)$|(\d\d)\s?/?\s?[mf]$")
"""F/31, 31M: sex and age, as in a chart."""
_BIRTHDAY = re.compile(
    r"^(?:i|我|上个?(?:周|月|星期|礼拜)|前几?天|昨天|刚刚?|才|just|just had|had| )*"
    r"(?:过完?了?|过的)(?P<n>[\d一二三四五六七八九十]{1,3})岁?(?:的?大寿|的?生日)(?:了|呢)?$|"
    r"^(?:i |i've )?(?:just )?(?:turned|had my|celebrated my) (?P<m>\d\d|"
    r"[a-z]+(?:[- ][a-z]+)?)(?:st|nd|rd|th)?"
    r"(?: birthday)?(?: (?:in|on|this|last (?:week|month)|yesterday|today|recently)(?: [a-z]+)?)?$"
)
"""The birthday that has just been, or that of this year."""


def age_within(text: str) -> str:
    """The number that a text names as an age in one of these ways, or the empty text."""
    plain = normalise(text) or ""
    if sexed := _SEXED.match(plain):
        return sexed[1] or sexed[2]
    found = _BIRTHDAY.search(plain)
    return found["n"] or found["m"] if found else ""
