"""What the program has to know of each language besides its sentences: how it writes and counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """One language: its marks, the order of its parts, and the units that its people think in.

    `name` is what it is called in English, `locale` the one by which days and lists are written,
    `gap` what stands between two sentences, and `end` where one ends. No line begins with a mark of
    `closing` or ends with one of `opening`. `measure` is what belongs to the number before it, `to`
    what joins two numbers, and `numbers` are the words for two, three and so on up to ten. `weight`
    is the unit in which kilograms are said once more, and `script` what every sentence holds some
    of.
    """

    name: str
    locale: str
    gap: str
    end: str
    closing: str
    opening: str
    measure: str
    to: str
    numbers: tuple[str, ...]
    day_first: bool
    weight: str
    script: str


_TITLES = "".join(rf"(?<!\b{title}\.)" for title in ("Dr", "Mr", "Mrs", "Ms", "Prof", "St", "No"))
CONVENTIONS: Mapping[str, Conventions] = {
    "zh_CN": Conventions(
        name="Chinese",
        locale="zh_CN",
        gap="",
        end=r"(?<=[。？！])(?!$)",
        closing="。，、；：？！）」』》】〉％～",
        opening="（「『《【〈",
        measure="公斤|千克|市斤|斤|磅|毫克|克|片|粒|支|次|倍|度|步|条|项|位|层|万|拷贝"
        "|周岁|岁|个月|个|年|月|日|号|周|天|小时|点|分|秒",
        to="[到至]",
        numbers=("[二两]", *"三四五六七八九十"),
        day_first=False,
        weight="jin",
        script="[\u4e00-\u9fff]",
    ),
    "en": Conventions(
        name="English",
        locale="en_GB",
        gap=" ",
        end=rf"(?<=[.?!]){_TITLES}\s+(?=[A-Z])",
        closing=",.;:?!)]}%",
        opening="([{",
        measure="(?:kg|mg|lb|g|ml|mm|cm|jin|h|IU|AM|PM|am|pm|%|％)(?![A-Za-z])",
        to="to",
        numbers=(
            *(r"\b(?:two|both)\b", r"\bthree\b", r"\bfour\b", r"\bfive\b", r"\bsix\b"),
            *(r"\bseven\b", r"\beight\b", r"\bnine\b", r"\bten\b"),
        ),
        day_first=True,
        weight="[lb_av]",
        script="",
    ),
}
"""The languages, the one of most patients first; a new one is a row here, and its catalogs."""
SENTENCE_END = re.compile("|".join(each.end for each in CONVENTIONS.values()))
CLOSING_MARKS = frozenset("".join(each.closing for each in CONVENTIONS.values()))
OPENING_MARKS = frozenset("".join(each.opening for each in CONVENTIONS.values()))
MEASURE = "|".join(each.measure for each in CONVENTIONS.values())
"""The marks of all languages together, for texts in which they are mixed."""
