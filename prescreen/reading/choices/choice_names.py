"""The choices that a text names, by the words and the numbers of each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from prescreen.reading.choices.choice_words import CHOICE_WORDS, LOOSE_WORDS
from prescreen.reading.clauses.lexicon import BESIDE_CHOICES, Lexicon, Token
from prescreen.reading.clauses.text import normalise

NEGATIVE = ("no", "none", "never")
"""Ids of choices that say no."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: its id, the words that name it in every language, its signs, what it is `over`.

    Said with a word of a choice that it is over, this one is meant: "IgG positive" is of IgG.
    """

    id: str
    words: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


HEDGED = "?"
"""In place of an id: the choice was said with a maybe."""


def named_in(
    plain: str,
    options: Sequence[Option],
    asked: Sequence[str] = (),
    beside: Sequence[str] = (),
    *,
    loose: bool = False,
) -> list[str] | None:
    """The ids that a text names, the empty one for a word of two choices; None if not covered.

    What is `asked` may be named with them. What stands `beside` a choice is of the same sort and no
    choice by itself, such as another illness. `loose` covers more words, for an answer that is only
    offered.
    """
    lexicon = _lexicon(tuple(options), tuple(asked), tuple(beside), loose)
    exact = spelled_by(options).get(plain)
    tokens = (exact,) if exact else lexicon.tokens(plain.replace(",", " , "))
    if tokens is None:
        return None
    tokens = _without_amounts(tokens)
    picks = [_pick(token, options) for token in tokens if token.kind not in _BESIDE]
    if not picks or None in picks:
        return None
    letter = any(token.kind == "letter" for token in tokens)
    if letter and (loose or not _chosen(plain, tokens)):
        return None
    kinds = {token.kind for token in tokens}
    if kinds & {"deed", "often", "choose", "beside"} and {*picks} & {*NEGATIVE}:
        return None
    if {"adverb", "nay"} <= kinds or {"n", "often"} <= kinds:
        return None
    hedges = [HEDGED for token in tokens if token.kind == "hedge"]
    if {*picks} <= hedging(options):
        hedges = []
    named = [pick for pick in picks if pick is not None]
    if not _by_number(plain, tokens, options):
        return None
    if not any(token.kind == "and" for token in tokens):
        named = _topmost(named, options)
    return [*named, *hedges]


def hedging(options: Sequence[Option]) -> set[str]:
    """The ids of the choices that are a doubt themselves."""
    return {option.id for option in options if _HEDGES & {*option.words}}


def covered(plain: str, options: Sequence[Option], asked: Sequence[str]) -> bool:
    """Whether a text has only words that may stand around the name of a choice, and none."""
    tokens = _lexicon(tuple(options), tuple(asked), (), loose=True).tokens(plain)
    return tokens is not None and {token.kind for token in tokens} <= {"deed", "adverb", "often"}


def holds_beside(
    plain: str, options: Sequence[Option], asked: Sequence[str], beside: Sequence[str]
) -> bool:
    """Whether a text names something of the same sort that is no choice by itself."""
    pieces = _lexicon(tuple(options), tuple(asked), tuple(beside), loose=True).pieces(plain)
    return any(token.kind == "beside" for token, *_ in pieces)


def _topmost(named: Sequence[str], options: Sequence[Option]) -> list[str]:
    """The ids without those that another one is over, each for itself."""
    under = {
        each
        for option in options
        for each in option.over
        if named.count(each) <= named.count(option.id)
    }
    return [each for each in named if each not in under]


@lru_cache(maxsize=64)
def _lexicon(
    options: tuple[Option, ...], asked: tuple[str, ...], beside: tuple[str, ...], loose: bool
) -> Lexicon:
    around = {**_named_beside(beside), **LOOSE_WORDS, **CHOICE_WORDS} if loose else CHOICE_WORDS
    said = {**around, **_things(asked), **_spelling(options)}
    return Lexicon(lambda: said, beside=BESIDE_CHOICES)


def _chosen(plain: str, tokens: Sequence[Token]) -> bool:
    """Whether a letter names a choice: alone, in a list of letters, or after "option"."""
    kinds = {token.kind for token in tokens}
    return kinds <= {"letter", "and", "choose"} and not _LOOSE_WORD.search(plain)


_HEDGES = {word for word, token in CHOICE_WORDS.items() if token.kind == "hedge"}
_LOOSE_WORD = re.compile(r"(?<![a-z])(?:the|my|is|it)(?![a-z])|[+]$")
_BESIDE = {"and", "hedge", "deed", "adverb", "often", "half", "choose", "beside"}


_BESIDE_NUMBERS = (
    "我|是|我是|就是|那个|the|one|is|it's|it is|my answer|my answer is|i'd say|i would say|i say|"
    "i'll say|i'll take|i'll go with|that one|please|吧|啊|呢|哦|嗯|的|我的是|我的答案|我的答案是"
)
_NUMBERED = {"n", "ordinal", "last"}
_IDLE = Token("filler")
_NUMBER_WORDS = Lexicon(
    lambda: (
        {
            word: token
            for word, token in CHOICE_WORDS.items()
            if token.kind in {"ordinal", "last", "and", "hedge", "choose"}
        }
        | dict.fromkeys(_BESIDE_NUMBERS.split("|"), _IDLE)
    ),
    beside=BESIDE_CHOICES,
)
_COUNTED = re.compile(
    r"(?<!最后)(?<![第\d一二两三四五六七八九十])[\d一二两三四五六七八九十]+(?:个|项|条|种)"
)
"""两个 is how many there are; only 第二个 is a choice."""


def _by_number(plain: str, tokens: Sequence[Token], options: Sequence[Option]) -> bool:
    """Whether a number among these tokens is one of a choice: with nothing else but its name."""
    numbers = {_pick(token, options) for token in tokens if token.kind in _NUMBERED}
    if not numbers:
        return True
    if _COUNTED.search(plain):
        return False
    names = {token.name for token in tokens if token.kind in {"option", "nay"}}
    listed = names and any(token.kind == "and" for token in tokens)
    return (
        bool(listed)
        or numbers <= names
        or _NUMBER_WORDS.tokens(plain.replace(",", " , ")) is not None
    )


def by_place(plain: str) -> bool:
    """Whether a text has no words but those for a place in the list: the second one was."""
    return _NUMBER_WORDS.tokens(_WAS.sub("", plain)) is not None


_WAS = re.compile(r"\b(?:was|were|is|i had|my|back)\b")


def _without_amounts(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens without 一片, 0.75 and their like, which name no choice."""
    kinds = [*(token.kind for token in tokens), ""]
    return tuple(
        token
        for at, token in enumerate(tokens)
        if token.kind != "amount"
        and (token.kind, kinds[at + 1]) != ("n", "amount")
        and (token.number is None or token.number.whole)
    )


def _named_beside(beside: Sequence[str]) -> dict[str, Token]:
    return {normalise(each) or each: Token("beside") for each in beside}


def _things(asked: Sequence[str]) -> dict[str, Token]:
    """What is asked about, which may be named with the answer."""
    return {
        word: Token("filler")
        for each in asked
        if (word := normalise(each)) and len(word) > 1 and word[-1] not in "过了"
    }


def spelled_by(options: Sequence[Option]) -> Mapping[str, Token]:
    return _spelling(tuple(options))


@lru_cache(maxsize=64)
def _spelling(options: tuple[Option, ...]) -> Mapping[str, Token]:
    """The words of all choices, and a letter for each; words shared by two mean neither."""
    spelled: dict[str, Token] = {}
    for i, option in enumerate(options):
        said = {normalise(word) for word in option.words}
        for word in {*said, *(_core(word) for word in said if word)} - {None, ""}:
            known = spelled.get(str(word))
            own = not known or known.name == option.id
            nay = option.id in NEGATIVE and _NAY.match(str(word))
            spelled[str(word)] = Token("nay" if nay else "option", option.id if own else "")
        spelled.setdefault(chr(ord("a") + i), Token("letter", option.id))
    return spelled


_NAY = re.compile(r"从?[不没未无]|\b(?:no|not|never|none|nothing)\b")
"""A name that only says no, of which 已经 and 都 make something else."""


def _core(word: str) -> str:
    """A label without its brackets and its last stop."""
    return re.sub(r"\(.*?\)", "", word).strip(" .。!?")


def _pick(token: Token, options: Sequence[Option]) -> str | None:
    """The id a token stands for; the empty one for a shared word, None for no choice at all."""
    if token.kind in {"option", "nay", "letter"}:
        return token.name
    if token.kind == "last":
        return options[-1].id
    number = token.number
    at = int(token.name) if token.kind == "ordinal" else 0
    if number and number.whole and number.style in {"digits", "han", "words"}:
        at = int(number.lo)
    return options[at - 1].id if 1 <= at <= len(options) else None
