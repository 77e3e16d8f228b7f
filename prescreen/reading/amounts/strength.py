"""How strong one tablet is, said beside how many are taken: 一片5毫克，吃三片."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from prescreen.reading.clauses.numerals import scan
from prescreen.reading.clauses.text import normalise
from prescreen.values import Dose, Interval, Offer, Refusal

_ONE = "[一1每][片粒颗]"
_MG = r"(?P<{}>\d+(?:\.\d+)?|[零一二三四五六七八九十点]+|半) ?(?:毫克|mg)"
_OF_ONE = rf"(?:{_ONE}(?:药|就?是|有)*{_MG.format('a')}|{_MG.format('b')}的?{_ONE})的?(?:那种)?"
_FIRST = re.compile(
    rf"^(?:我?吃?的?是?|规格是?)?{_OF_ONE}(?:[,，、。;；]+|(?=早|一天|每天|一日|每日|一次|每次|[我吃]))(?P<taken>.+)$"
)
_LAST = re.compile(rf"^(?P<taken>.+?)[,，、。;；]+{_OF_ONE}$")


def by_strength(
    text: str, read: Callable[[str], Dose | Offer[Dose] | Refusal]
) -> Dose | Offer[Dose] | None:
    """The milligrams of tablets whose strength is said once, before or behind how many they are."""
    plain = normalise(text) or ""
    said = _FIRST.match(plain) or _LAST.match(plain)
    strength = _strength(said["a"] or said["b"]) if said else None
    if not said or not strength:
        return None
    match read(said["taken"]):
        case Offer(Dose(amount, "tablet")):
            return Offer(_times(amount, strength))
        case Dose(amount, "tablet"):
            return _times(amount, strength)
    return None


def _strength(said: str) -> Fraction | None:
    if said == "半":
        return Fraction(1, 2)
    number = scan(said)
    whole = number is not None and number[1] == len(said) and number[0].lo == number[0].hi
    return number[0].lo if number and whole else None


def _times(tablets: Interval, strength: Fraction) -> Dose:
    return Dose(tablets.moved(lambda count: count * strength), "mg")
