"""What people say instead of an answer: a question of their own."""

from __future__ import annotations

import re

_WHY = re.compile(
    r"why(?: do you ask| ask| this)?(?: that)?|what(?: is|'s| does| are) .+|为什么.*|为啥.*|"
    r"什么是.+|啥是.+|.+是(?:什么|啥)(?:意思|东西)?|(?:什么|啥)意思"
)


def asks_why(text: str) -> bool:
    """Whether somebody asks back, what this is or why we want to know."""
    said = text.strip(" \t?？!！.。").casefold().replace("’", "'")
    return _WHY.fullmatch(said) is not None
