"""Yes or no to an offer, and a command in place of an answer: a few words and nothing else."""

from __future__ import annotations

from functools import cache
from typing import Literal

from prescreen.reading.clauses.answer import split
from prescreen.reading.clauses.text import normalise

_WORDS: dict[Literal["yes", "no"], str] = {
    "yes": "1|yes|y|yes that's it|that's it|that's right|correct|是|是的|是啊|对|对的|对啊|没错",
    "no": "2|no|n|no not that|not that|that's wrong|wrong|不是|不是的|不对|错了",
}
_ASSENT = {word: reply for reply, words in _WORDS.items() for word in words.split("|")}


def read_assent(text: str) -> Literal["yes", "no"] | None:
    """Whether a text says yes or no to "Did you mean ...?"; None where it is another answer."""
    plain = normalise(text)
    clauses = split(plain) if plain else []
    return _ASSENT.get(" ".join(clauses))


def is_command(text: str, names: tuple[str, ...]) -> bool:
    """Whether a text is one of the names of a command."""
    return (normalise(text) or "").strip(" .。!") in _plain(names)


@cache
def _plain(names: tuple[str, ...]) -> frozenset[str | None]:
    return frozenset(map(normalise, names))
