"""The day of birth as a past day: what was done right then is told so, and not by a date."""

from __future__ import annotations

from prescreen.reading.clauses.answer import split
from prescreen.reading.clauses.lexicon import Lexicon, words
from prescreen.reading.clauses.text import normalise
from prescreen.values import Days, Offer

_BIRTH = Lexicon(
    lambda: words(
        {
            "day": "at birth|on the day of birth|the day of birth|day of birth|when born|"
            "when he was born|when she was born|when they were born|when it was born|"
            "the day he was born|the day she was born|on the day he was born|"
            "on the day she was born|the day they were born|出生时|出生那天|出生当天|出生的时候|"
            "出生的那天|出生的当天|一出生|一生下来|生下来那天|生下来的时候|生下来时|出生日",
            "near": "right after birth|just after birth|soon after birth|after birth|newborn|"
            "as a newborn|刚出生|刚出生时|刚出生的时候|刚生下来|刚生下来时|出生后|生下来|出生",
            "filler": "it was|was|it|given|had|got|in the hospital|at the hospital|he|she|my child|"
            "my baby|在|是|就|打的|打过|打|接种|接种的|接种过|吃的|给的|输的|用的|的|了|在医院|"
            "医院里|孩子|宝宝|他|她",
        }
    )
)


def read_birth(text: str, born: Days) -> Days | Offer[Days] | None:
    """The days of birth, where a text names them and says nothing else; near them, an offer."""
    plain = normalise(text)
    said = [_BIRTH.tokens(clause) for clause in split(plain)] if plain else []
    kinds = {token.kind for tokens in said for token in tokens or ()}
    if None in said:
        return None
    return born if kinds == {"day"} else Offer(born) if kinds == {"near"} else None
