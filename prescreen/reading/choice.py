"""One or several of a question's choices, by number, letter, id or words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prescreen.reading.calendar_words import CALENDAR_WORDS
from prescreen.reading.clauses import NO_ANSWER, Lexicon, Token, split, words
from prescreen.reading.text import normalise
from prescreen.reading.yes_no import read_yes_no
from prescreen.values import Blank, Reason, Refusal

_AMBIGUOUS = Refusal(Reason.AMBIGUOUS)
_NEGATIVE = ("no", "none", "never")
_SHORTEST_TYPO = 6

_WORDS = words(
    {
        "ordinal": CALENDAR_WORDS["ordinal"],
        "last": "最后一个|最后一项|最后那个|最后|the last one|last one|the last|last",
        "and": "+|、|,|，|;|和|跟|与|及|以及|还有|and|&|plus|as well as|and also|加|加上|/",
        "filler": "第|个|项|号|条|种|选|选择|我选|我选择|选项|答案|答案是|我|是|的|那个|这个|吃|"
        "吃的是|用的是|我吃的是|我用的是|吃的|用的|打的|打的是|我是|我的是|属于|就是|应该选|"
        "医生开的|医生给开的|医生开的是|开的是|开的|叫|叫做|药|药是|吧唧|啊|呢|哦|嗯|了|在吃|在用|"
        "目前吃|现在吃|现在吃的是|一直吃|一直吃的是|我在吃|有|我有|得过|number|no.|option|choice|"
        "choose|i choose|i pick|pick|answer|the answer is|the|one|is|it's|it is|its|i take|"
        "i'm taking|i am taking|taking|i'm on|i use|i have|my|mine is|that is|that's|letter|item|a|"
        "an|i'd say|please|called|it's called|i got|got|#|(|)|.|:",
    }
)


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: its id, and the words that name it in every language."""

    id: str
    words: tuple[str, ...] = ()


def read_choice(
    text: str, options: Sequence[Option], asked: Sequence[str] = (), *, multiple: bool = False
) -> tuple[str, ...] | Blank | Refusal:
    """The ids of the choices a text names, in the order of `options`.

    A choice is named by its id, its number or letter, or its words in either language. Without
    `multiple` two choices are refused as `ambiguous`, and so is a word that two choices share.
    """
    typed = text.strip().split("+")
    ids = [option.id for option in options]
    if set(typed) <= set(ids):
        return _picked(typed, ids, multiple) if multiple or len(typed) == 1 else NO_ANSWER
    plain = normalise(text)
    clauses = split(plain) if plain else []
    if not clauses:
        return NO_ANSWER
    named = _named(plain or "", options) or _named(" , ".join(clauses), options)
    if named is not None:
        return _AMBIGUOUS if "" in named else _picked(named, ids, multiple)
    return _by_yes_no(text, ids, asked)


def _picked(named: Sequence[str], ids: Sequence[str], multiple: bool) -> tuple[str, ...] | Refusal:
    picked = tuple(each for each in ids if each in named)
    return picked if multiple or len(picked) == 1 else _AMBIGUOUS


def _by_yes_no(
    text: str, ids: Sequence[str], asked: Sequence[str]
) -> tuple[str, ...] | Blank | Refusal:
    """Not sure; or yes and no, where the choices have one that says so."""
    answer = read_yes_no(text, asked)
    if isinstance(answer, Refusal | Blank):
        return answer
    said = ("yes",) if answer == "yes" else _NEGATIVE
    meant = [each for each in said if each in ids]
    return (meant[0],) if len(meant) == 1 else NO_ANSWER


def _named(plain: str, options: Sequence[Option]) -> list[str] | None:
    """The ids that a text names, the empty one for a word of two choices; None if not covered."""
    lexicon = Lexicon({**_WORDS, **_spelled(options)})
    exact = _spelled(options).get(plain)
    tokens = (exact,) if exact else lexicon.tokens(plain.replace(",", " , "))
    if tokens is None:
        tokens = _mended(plain, options)
    picks = [_pick(token, options) for token in tokens if token.kind != "and"]
    return None if not picks or None in picks else [pick for pick in picks if pick is not None]


def _spelled(options: Sequence[Option]) -> dict[str, Token]:
    """The words of all choices, and a letter for each; words shared by two mean neither."""
    spelled: dict[str, Token] = {}
    for i, option in enumerate(options):
        said = {normalise(word) for word in option.words}
        for word in {*said, *(_core(word) for word in said if word)} - {None, ""}:
            known = spelled.get(str(word))
            own = not known or known.name == option.id
            spelled[str(word)] = Token("option", option.id if own else "")
        spelled.setdefault(chr(ord("a") + i), Token("letter", option.id))
    return spelled


def _core(word: str) -> str:
    """A label without its brackets and its last stop."""
    return re.sub(r"\(.*?\)", "", word).strip(" .。!?")


def _pick(token: Token, options: Sequence[Option]) -> str | None:
    """The id a token stands for; the empty one for a shared word, None for no choice at all."""
    if token.kind in {"option", "letter"}:
        return token.name
    if token.kind == "last":
        return options[-1].id
    number = token.number
    at = int(token.name) if token.kind == "ordinal" else 0
    if number and number.whole and number.style in {"digits", "han", "words"}:
        at = int(number.lo)
    return options[at - 1].id if 1 <= at <= len(options) else None


def _mended(plain: str, options: Sequence[Option]) -> tuple[Token, ...]:
    """The one choice whose long Latin word is a single slip away."""
    if len(plain) < _SHORTEST_TYPO or not re.fullmatch(r"[a-z]+", plain):
        return ()
    near: Mapping[str, Token] = {
        word: token
        for word, token in _spelled(options).items()
        if len(word) >= _SHORTEST_TYPO and _one_slip(plain, word)
    }
    names = {token.name for token in near.values()}
    return (Token("option", names.pop() if len(names) == 1 else ""),) if names else ()


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter more, less, other, or two exchanged turn one word into the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return one == other
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    if start < 0:
        return True
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[1::-1] + a[2:] == b and len(a) > 1)
