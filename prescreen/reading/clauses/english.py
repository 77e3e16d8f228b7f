"""English number words: cardinals, decimals, fractions, dozens, and years said in pairs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

WordStyle = Literal["words", "loose", "year"]


def _listed(said: str) -> list[str]:
    return said.split()


_UNITS = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
SMALL = {word: i for i, word in enumerate(_UNITS)} | {
    word: 10 * i for i, word in enumerate(_TENS, start=2)
}
SMALL |= {f"{ten}{unit}": SMALL[ten] + n for ten in _TENS for n, unit in enumerate(_UNITS[1:10], 1)}
SMALL |= {"fourty": 40, "ninty": 90, "fourtheen": 14}
_ORDINAL_UNITS = _listed(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
    "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINAL = {word: i for i, word in enumerate(_ORDINAL_UNITS)} | {
    word[:-1] + "ieth": 10 * i for i, word in enumerate(_TENS, start=2)
}
_SCALE = {"hundred": 100, "thousand": 1000, "million": 10**6}
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "hundredth": 100, "thousandth": 1000}
_PARTS |= {word: n for word, n in ORDINAL.items() if n > 2}
_PARTS |= {f"{word}s": n for word, n in _PARTS.items() if not word.endswith("s")}
_ZERO = {"nought": 0, "oh": 0, "o": 0, "zero": 0, "nil": 0}
_DIGITS = {word: n for word, n in SMALL.items() if n < 10} | _ZERO
_GLUE = {"a", "an", "and", "point", "of", "dozen", "dozens", "over"}
_WORDS = {*SMALL, *_SCALE, *_PARTS, *_ZERO, *_GLUE}
_WORD = re.compile(r"( - |[ -]?)([a-z]+)(?![a-z'])")
_BEGINNINGS = {word[:2] for word in _WORDS if len(word) > 1}
_LETTERS = {word for word in _WORDS if len(word) == 1}


def scan_words(text: str, at: int) -> tuple[Fraction, WordStyle, int] | None:
    """The longest English number at a place: its value, its style and where it ends."""
    if text[at : at + 2] not in _BEGINNINGS and text[at] not in _LETTERS:
        return None
    words, ends = _words(text, at)
    while words:
        read = _read(tuple(words))
        if read:
            return *read, ends[-1]
        words.pop(), ends.pop()
    return None


def _words(text: str, at: int) -> tuple[list[str], list[int]]:
    words: list[str] = []
    ends: list[int] = []
    match = _WORD.match(text, at)
    while match and match[2] in _WORDS and bool(match[1]) == bool(words) and len(words) < 12:
        words.append(match[2])
        ends.append(match.end())
        match = _WORD.match(text, match.end())
    return words, ends


def _read(words: tuple[str, ...]) -> tuple[Fraction, WordStyle] | None:
    for form in (_cardinal, _decimal, _dozens, _mixed, _fraction):
        value = form(words)
        if value is not None:
            return Fraction(value), "words"
    value = _loose(words)
    if value is not None:
        return Fraction(value), "loose"
    value = _year(words)
    return (Fraction(value), "year") if value is not None else None


def _below_hundred(words: Sequence[str]) -> int | None:
    match words:
        case [one] if one in SMALL:
            return SMALL[one]
        case [ten, one] if SMALL.get(ten, 0) >= 20 and 0 < SMALL.get(one, 0) < 10:
            return SMALL[ten] + SMALL[one]
    return None


def _cardinal(words: Sequence[str]) -> int | None:
    if words == ("nil",) or words == ("nought",):
        return 0
    return _scaled(words, ("million", "thousand", "hundred"))


def _scaled(words: Sequence[str], scales: Sequence[str]) -> int | None:
    """A cardinal whose largest scale word is the first of `scales` that it holds."""
    for i, scale in enumerate(scales):
        if scale not in words:
            continue
        at = words.index(scale)
        head, tail = words[:at], words[at + 1 :]
        if tuple(head) == ("thousand",):
            return None
        high = 1 if tuple(head) in {(), ("a",)} else _scaled(head, scales[i + 1 :])
        low = _tail(tail, scales[i + 1 :])
        return high * _SCALE[scale] + low if high and low is not None else None
    return _below_hundred(words)


def _tail(words: Sequence[str], scales: Sequence[str]) -> int | None:
    if not words:
        return 0
    low = _scaled(words[1:] if words[0] == "and" else words, scales)
    return low or None


def _decimal(words: Sequence[str]) -> Fraction | None:
    if "point" not in words:
        return None
    at = words.index("point")
    whole = _cardinal(words[:at]) if at else 0
    tail = words[at + 1 :]
    ten = _below_hundred(tail)
    if ten is not None and ten >= 10:
        digits = str(ten)
    elif tail and all(word in _DIGITS for word in tail):
        digits = "".join(str(_DIGITS[word]) for word in tail)
    else:
        return None
    return None if whole is None else whole + Fraction(int(digits), 10 ** len(digits))


def _dozens(words: Sequence[str]) -> Fraction | None:
    head = list(words[:-1] if words[-1] == "of" else words)
    if not head or head[-1] not in {"dozen", "dozens"}:
        return None
    head.pop()
    if head[-1:] == ["a"] and head[:1] == ["half"]:
        head.pop()
    count = {(): Fraction(1), ("a",): Fraction(1), ("half",): Fraction(1, 2)}.get(tuple(head))
    if count is None:
        whole = _below_hundred(head)
        count = None if whole is None else Fraction(whole)
    return None if count is None else 12 * count


def _mixed(words: Sequence[str]) -> Fraction | None:
    """Two and a half, forty two and a third; "a pound and a half" is no number by itself."""
    for at in range(len(words) - 2, 0, -1):
        if words[at] == "and":
            whole, part = _cardinal(words[:at]), _fraction(words[at + 1 :])
            if whole is not None and part is not None and 0 < part < 1:
                return whole + part
    return None


def _fraction(words: Sequence[str]) -> Fraction | None:
    match words:
        case [part] if part == "half":
            return Fraction(1, 2)
        case ["a" | "one", part] if part in _PARTS:
            return Fraction(1, _PARTS[part])
    whole = _cardinal(words[:-1]) if words[-1:] and words[-1].endswith("s") else None
    if whole and "thousand" not in words and words[-1] in _PARTS:
        return Fraction(whole, _PARTS[words[-1]])
    if "over" in words:
        at = words.index("over")
        above, below = _cardinal(words[:at]), _cardinal(words[at + 1 :])
        return Fraction(above, below) if above and below else None
    return None


def _loose(words: Sequence[str]) -> int | None:
    """One forty, one twenty five, two oh five: hundreds with the word left out."""
    if len(words) < 2 or not 0 < SMALL.get(words[0], 0) < 10:
        return None
    if words[1] in {"oh", "o"}:
        low = _DIGITS.get(words[2]) if len(words) == 3 else None
    else:
        low = _below_hundred(words[1:])
        low = low if low is not None and low >= 10 else None
    return None if low is None else 100 * SMALL[words[0]] + low


def _year(words: Sequence[str]) -> int | None:
    """Nineteen seventy six, twenty sixteen, nineteen oh five."""
    if len(words) < 2 or SMALL.get(words[0]) not in {19, 20}:
        return None
    if words[1] in {"oh", "o"}:
        low = _DIGITS.get(words[2]) if len(words) == 3 else None
    else:
        low = _below_hundred(words[1:])
        low = low if low is not None and low >= 10 else None
    return None if low is None else 100 * SMALL[words[0]] + low
