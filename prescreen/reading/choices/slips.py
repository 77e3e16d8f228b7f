"""Names of things that are a single slip away from what was typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from prescreen.reading.clauses.rests import Rest, judge

_SHORTEST_TYPO = 6


def slipped(clauses: Sequence[str], spelled: Mapping[str, str]) -> str:
    """What a text of one clause means if it is a single slip away from a name."""
    return mended(clauses[0], spelled) if len(clauses) == 1 else ""


def mended(plain: str, spelled: Mapping[str, str]) -> str:
    """What the one word means that is a single slip away, the empty text where there is none.

    A long Latin word may have one letter more, less or other; a Chinese one of three or more
    characters one other.
    """
    if re.fullmatch(r"[a-z]{6,}", plain):
        near_to = _one_slip
    elif re.fullmatch(r"[^\W\da-z_]{3,8}", plain):
        near_to = _one_other
    else:
        return ""
    near = {
        name
        for word, name in spelled.items()
        if len(word) >= (_SHORTEST_TYPO if word.isascii() else 3)
        and near_to(plain, word)
        and (word.isascii() or judge(word) is not Rest.SPOILS)
    }
    return near.pop() if len(near) == 1 else ""


def _one_other(one: str, other: str) -> bool:
    """Whether one character, and not the last, is another one: 泼泥松."""
    differ = [a != b for a, b in zip(one, other, strict=False)]
    return len(one) == len(other) and sum(differ) == 1 and not _turns(one, other)


def _turns(one: str, other: str) -> bool:
    """Whether the odd character is a word that turns the meaning, such as 不."""
    return any(a != b and {a, b} & set(_TURNING) for a, b in zip(one, other, strict=True))


_TURNING = (
    "一二两三四五六七八九十几半每"
    "不没未无非别有前后左右阴阳高低快想要在已正刚将会能可也还都就才又再去"
    "氟氯溴羟氢甲男女早晚来上下大小多少开停打吃用做得过了没妈爸她他心肝肺肾脑"
)


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter more, less, other, or two exchanged turn one word into the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return one == other
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    if start < 0:
        return True
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[1::-1] + a[2:] == b and len(a) > 1)
