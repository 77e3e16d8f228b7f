"""What each form of a dose comes to in one day."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from prescreen.reading.amounts.quantity import (
    AFTER,
    BEFORE,
    INSIDE,
    bend,
    modifiers,
    ranged,
    sliced,
)
from prescreen.reading.clauses.grammar import NO_ANSWER, Form, Said, spread
from prescreen.reading.clauses.lexicon import Token
from prescreen.reading.clauses.numerals import Number
from prescreen.values import Dose, Interval, Reason, Refusal

_Unit = Literal["mg", "tablet"]
_UNITS: Mapping[str, tuple[Fraction, _Unit]] = {
    "mg": (Fraction(1), "mg"),
    "g": (Fraction(1000), "mg"),
    "ug": (Fraction(1, 1000), "mg"),
    "tablet": (Fraction(1), "tablet"),
}
_MOST_TIMES = 6
_FEW_TABLETS = 3


_AMOUNTS = frozenset(
    kinds
    for row in (
        f"{BEFORE} n {INSIDE} unit half|andhalf? {AFTER} about?",
        f"{BEFORE} n to n unit about?",
        "about? half unit about?",
        "about? n andhalf unit about?",
    )
    for kinds in spread(row)
)

_WIDEST = max(map(len, _AMOUNTS))


def fold_dose(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with each amount, from its modifiers to its unit, made one."""
    folded: list[Token] = []
    at = 0
    while at < len(tokens):
        end = next(
            (e for e in range(min(at + _WIDEST, len(tokens)), at, -1) if _is_amount(tokens[at:e])),
            at,
        )
        if end > at or not _joins(tokens, at):
            folded.append(_amount(tokens[at:end]) if end > at else tokens[at])
        at = max(end, at + 1)
    return tuple(folded)


def _joins(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether 加 adds one amount to another; 加了一片 is by how much more it is.

    A plus of two amounts adds them wherever it stands, and is kept where it alone says so.
    """
    kinds = [token.kind for token in tokens]
    adds = kinds[at] == "plus" or (kinds[at] == "sum" and "part" in kinds)
    return adds and "unit" in kinds[:at]


def _is_amount(tokens: tuple[Token, ...]) -> bool:
    return tuple(token.kind for token in tokens) in _AMOUNTS


def _amount(tokens: tuple[Token, ...]) -> Token:
    said = Said(tokens)
    factor, unit = _UNITS[said.get("unit")]
    span = _span(said)
    if any(sliced(each, whole=unit == "tablet") for each in said.numbers):
        return Token("clock")
    if not span:
        return Token("open")
    spoken = "".join(number.text for number in said.numbers)
    if _POINT in spoken and not _is_decimal(span, unit):
        return Token("clock")
    number = Number(span.lo * factor, span.hi * factor, Fraction(1), "digits", spoken)
    return Token("amount", unit, number)


_POINT = "点"
"""In 七点五毫克 the decimal point, in 八点两片 the hour."""


def _is_decimal(span: Interval, unit: _Unit) -> bool:
    """Whether a number said with 点 is a dose that tablets come to, and hardly an hour."""
    if unit == "tablet":
        return span.lo < 5 and (span.lo * 4).denominator == 1
    return span.lo < 1 or any((span.lo / part).denominator == 1 for part in _PARTS)


_PARTS = (Fraction(5, 4), Fraction(3, 4))
"""Milligrams in halves and quarters of tablets."""


def _span(said: Said) -> Interval | None:
    half = Fraction(len(said.all("half")) + len(said.all("andhalf")), 2)
    if not said.numbers:
        return Interval(half, half)
    number = ranged(said)
    if not number or {"under", "over"} & set(modifiers(said)) or number.style == "han digits":
        return None
    span = bend(number, said, Fraction(0), number.hi)
    return span and Interval(span.lo + half, span.hi + half)


def in_all(said: Said) -> Dose | Refusal:
    return _total(said, Fraction(1))


def _total(said: Said, times: Fraction) -> Dose | Refusal:
    """All amounts added up, so many times a day."""
    amounts = [token for token in said.tokens if token.kind == "amount" and token.number]
    units = {token.name for token in amounts}
    if len(units) != 1 or len(set(said.all("part"))) != len(said.all("part")):
        return NO_ANSWER
    spans = [token.number for token in amounts if token.number]
    if said.all("part") and any(_POINT in span.text for span in spans):
        return Refusal(Reason.AMBIGUOUS)
    lo, hi = sum(span.lo for span in spans), sum(span.hi for span in spans)
    unit: _Unit = "mg" if units == {"mg"} else "tablet"
    return Dose(Interval(lo * times, hi * times), unit)


def times(said: Said) -> Dose | Refusal:
    """一天三次12片: in all, or each time? Once a day it is the same."""
    return _total(said, Fraction(1)) if said.get("often") == "1" else Refusal(Reason.AMBIGUOUS)


def times_at(said: Said) -> Dose | Refusal:
    """Once a day two tablets after breakfast; of more times a day it is not said when."""
    return _total(said, Fraction(1)) if said.get("often") == "1" else NO_ANSWER


def half_of(said: Said) -> Dose | Refusal:
    """Half of a 5 mg tablet."""
    [strength] = said.numbers
    if said.get("amount") != "mg" or said.get("unit") not in {"", "tablet"}:
        return NO_ANSWER
    return Dose(Interval(strength.lo / 2, strength.hi / 2), "mg")


def recounted(said: Said) -> Dose | Refusal:
    """8 tablets (8 x 5 mg): the tablets, and what they come to."""
    tablets, count, _ = said.numbers
    same = said.get("amount") == "tablet" and (tablets.lo, tablets.hi) == (count.lo, count.hi)
    return product(Said(said.tokens[1:])) if same else NO_ANSWER


def sized(said: Said) -> Dose | Refusal:
    """16毫克一片的，总量24毫克: how strong one tablet is, and the whole of a day."""
    if said.all("amount") != ["mg", "mg"] or said.get("of") != "such":
        return NO_ANSWER
    return _total(Said(said.tokens[-1:]), Fraction(1))


def counted_loosely(said: Said) -> Dose | Refusal:
    times = next((token.number for token in said.tokens if token.kind == "n"), None)
    once = times is not None and times.lo == times.hi == 1
    return _total(said, Fraction(1)) if once else Refusal(Reason.AMBIGUOUS)


def often(said: Said) -> Dose | Refusal:
    return _total(said, Fraction(int(_times(said))))


def _times(said: Said) -> str:
    return said.get("parts") or said.get("listed") or said.get("often") or "1"


def at_each(said: Said) -> Dose | Refusal:
    """早上晚上各两片: as many times as parts of the day are named."""
    parts = said.all("part")
    rest = tuple(token for token in said.tokens if token.kind != "part")
    return _total(Said(rest), Fraction(len(parts))) if len({*parts}) == len(parts) else NO_ANSWER


def counted(said: Said) -> Dose | Refusal:
    """Three times a day two tablets: the bare number counts the times."""
    times = next(token.number for token in said.tokens if token.kind == "n")
    if not times or not times.whole or not 1 <= times.lo <= _MOST_TIMES:
        return NO_ANSWER
    return _total(said, times.lo)


def same_part(said: Said) -> Dose | Refusal:
    """每晚睡前一片: one part of the day, named twice; of several, is it in all or each time?"""
    if len(set(said.all("part"))) > 1:
        return Refusal(Reason.AMBIGUOUS)
    rest = tuple(token for token in said.tokens if token.kind != "part")
    return _total(Said(rest), Fraction(1))


def shared_unit(said: Said) -> Dose | Refusal:
    """早2晚1片: the parts of a day, with the unit said once."""
    unit = said.get("amount")
    tokens = tuple(
        Token("amount", unit, token.number) if token.kind == "n" else token for token in said.tokens
    )
    return _total(Said(tokens), Fraction(1))


def unit_last(said: Said) -> Dose | Refusal:
    """3 in the am and 2 in the pm, the small pills."""
    factor, unit = _UNITS[said.get("unit")]
    numbers = (Number(n.lo * factor, n.hi * factor, n.step, n.style, n.text) for n in said.numbers)
    return _total(Said(tuple(Token("amount", unit, each) for each in numbers)), Fraction(1))


def few(said: Said) -> Dose | Refusal:
    """早2晚1: small counts over the parts of a day are tablets; larger ones may be milligrams."""
    if any(number.hi > _FEW_TABLETS for number in said.numbers):
        return Refusal(Reason.UNIT)
    tokens = tuple(
        Token("amount", "tablet", token.number) if token.kind == "n" else token
        for token in said.tokens
    )
    return _total(Said(tokens), Fraction(1))


def ranging(said: Said) -> Dose | Refusal:
    number = ranged(said)
    if not number or len(set(said.all("amount"))) != 1:
        return NO_ANSWER
    return _total(Said((Token("amount", said.get("amount"), number),)), Fraction(1))


def product(said: Said) -> Dose | Refusal:
    """Two tablets of 5 mg, 5 mg x 2: a count times a strength in milligrams."""
    strengths = [token for token in said.tokens if token.kind == "amount" and token.name == "mg"]
    if len(strengths) != 1 or not strengths[0].number:
        return NO_ANSWER
    strength = strengths[0].number
    count = next((n for n in said.numbers if n is not strength), None)
    if not count or count.lo != count.hi or strength.lo != strength.hi:
        return NO_ANSWER
    return Dose(Interval(count.lo * strength.lo, count.lo * strength.lo), "mg")


def size_after(said: Said) -> Dose | Refusal:
    """6片5mg的: tablets, and then how strong one is; 5mg两片的 may be a name on a box."""
    tablets = said.get("amount") == "tablet" and said.get("of") == "such"
    return product(said) if tablets else Refusal(Reason.AMBIGUOUS)


def products(said: Said) -> Dose | Refusal:
    """One 20 mg tablet and one 5 mg tablet: counts times strengths, added up."""
    pairs = [*zip(said.numbers[::2], said.numbers[1::2], strict=True)]
    strengths = [token for token in said.tokens if token.kind == "amount"]
    whole = all(count.whole and each.lo == each.hi for count, each in pairs)
    if not whole or any(token.name != "mg" for token in strengths):
        return NO_ANSWER
    total = sum((count.lo * each.lo for count, each in pairs), Fraction(0))
    return Dose(Interval(total, total), "mg")


def refuse(reason: Reason) -> Form[Dose]:
    return lambda said: Refusal(reason)


def summed(said: Said) -> Dose | Refusal:
    """早4片，中2片，晚2片，一共8片: the parts of a day and their sum, if they come to it."""
    *parts, total = [token for token in said.tokens if token.kind in {"amount", "n"}]
    units = {token.name for token in (*parts, total) if token.kind == "amount"}
    if len(units) != 1:
        return NO_ANSWER
    unit = units.pop()
    amounts = tuple(Token("amount", unit, each.number) for each in parts)
    added = _total(Said(amounts), Fraction(int(_times(said))))
    whole = _total(Said((Token("amount", unit, total.number),)), Fraction(1))
    return whole if added == whole else NO_ANSWER


def restated(said: Said) -> Dose | Refusal:
    """一天两颗，早晚各一颗: the day, and how it is shared out."""
    first, *_ = [token for token in said.tokens if token.kind in {"amount", "n"}]
    tokens = tuple(token for token in said.tokens if token is not first)
    return summed(Said((*tokens, first)))
