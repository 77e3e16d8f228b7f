"""Yes or no to an offer: a few words and the numbers of its two tiles, and nothing else."""

from __future__ import annotations

from typing import Literal

from prescreen.reading.clauses import split
from prescreen.reading.text import normalise

_ASSENT: dict[str, Literal["yes", "no"]] = {
    **dict.fromkeys(["yes", "y", "是", "是的", "对", "对的", "1"], "yes"),
    **dict.fromkeys(["no", "n", "不是", "不是的", "不对", "2"], "no"),
}


def read_assent(text: str) -> Literal["yes", "no"] | None:
    """Whether a text says yes or no to "Did you mean ...?"; None where it is another answer."""
    plain = normalise(text)
    clauses = split(plain) if plain else []
    return _ASSENT.get(clauses[0]) if len(clauses) == 1 else None
