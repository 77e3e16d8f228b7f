"""What people say instead of an answer: a call for help, or a question of their own."""

from __future__ import annotations

import re

from prescreen.page.parts import HELP, WHY

_ASIDES = {
    HELP: re.compile(
        r"(?:please )?help(?: me)?(?: please)?|emergency|救命|救救我|帮帮我|(?:紧急)?求助|帮助"
    ),
    WHY: re.compile(
        r"why(?: do you ask| ask| this)?(?: that)?|what(?: is|'s| does| are) .+|为什么.*|为啥.*|"
        r"什么是.+|啥是.+|.+是(?:什么|啥)(?:意思|东西)?|(?:什么|啥)意思"
    ),
}


def aside(text: str) -> str:
    """The command that is meant by what is no answer, or nothing."""
    said = text.strip(" \t?？!！.。").casefold().replace("’", "'")
    return next((command for command, words in _ASIDES.items() if words.fullmatch(said)), "")
