"""The small words of a time: those that change nothing are taken out, and the rest put in order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from prescreen.reading.clauses.lexicon import Token
from prescreen.reading.days import past


def folded(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without the small words that change nothing.

    "In" stays where it leads on to a length of time, as in "in 2 weeks", and "of" where the month
    is missing after it.
    """
    tokens = _ordered(_idling(past.of_year(past.without_deeds(tokens))))
    kinds = [*(token.kind for token in tokens), "", "", ""]
    units = {"unit", "more", "unitmore", "unithalf", "nian"}
    return tuple(
        token
        for at, token in enumerate(tokens)
        if token.kind not in {"at", "of"}
        or (token.kind == "of" and set(kinds[at + 1 :]) <= {"about", ""})
        or (token.kind == "at" and kinds[at + 1] in units)
        or (token.kind == "at" and kinds[at + 1] in {"n", "half"} and kinds[at + 2] in units)
    )


_PLACED = {"ago", "before", "within", "inside", "lasted", "idle"}
"""Beside them a length says when something was, and not for how long."""
_DATED = {"ago", "day", "weekday", "weekday-of-week", "weeks", "months"}


def _idling(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """三个月没打 as 三个月; but 去年没打 is no time at which it was done."""
    kinds = {token.kind for token in tokens}
    after = bool(tokens) and tokens[0].kind != "idle"
    if not past.has_length(tokens) or (after and kinds & {"ago", "before"}):
        return tokens
    return tuple(token for token in tokens if token.kind != "idle")


def _ordered(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A length without "now" beside it; 半年左右前 as 半年前左右."""
    kinds = [token.kind for token in tokens]
    length, ago = past.has_length(tokens), bool(_PLACED & set(kinds))
    idle = {"now"} if length else {"treated"}
    if ago:
        idle |= {"treated"}
    if kinds[-1:] == ["lasted"] and ("ago" in kinds or not length):
        idle |= {"lasted"}
    if kinds[-1:] == ["just"] and _DATED & set(kinds):
        idle |= {"just"}
    if len(kinds) > 1:
        tokens = tuple(token for token in tokens if token.kind not in idle or token.name == "on")
    tokens = tuple(
        replace(t, kind="ago") if at and t.kind == "by now" else t for at, t in enumerate(tokens)
    )
    for at, (one, two) in enumerate(pairwise(tokens)):
        if (one.kind, two.kind) == ("about", "ago"):
            return (*tokens[:at], two, one, *tokens[at + 2 :])
    return tokens
