"""Yes, no and not sure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from prescreen.reading.clauses import NO_ANSWER, split
from prescreen.reading.text import normalise
from prescreen.reading.unsure import read_unsure
from prescreen.values import Blank, Refusal

Answer = Literal["yes", "no"]

_YES = set(["yes", "y", "yep", "yeah", "yup", "ya", "sure", "ok", "correct", "right", "i have", "i did", "i do", "是", "是的", "有", "对", "对的", "嗯", "好", "好的", "可以", "有过", "打过", "做过", "用过"])
_NO = set(["no", "n", "nope", "nah", "never", "i haven't", "i have not", "i did not", "i didn't", "i don't", "没有", "没", "不", "不是", "否", "没有过", "没打过", "没做过", "没用过", "从来没有"])


def read_yes_no(text: str, asked: Sequence[str] = ()) -> Answer | Blank | Refusal:
    """Yes or no, `Blank.UNSURE`, or a refusal; `asked` are the question's own key words."""
    if read_unsure(text):
        return Blank.UNSURE
    plain = " ".join(split(normalise(text) or ""))
    if plain in _YES:
        return "yes"
    return "no" if plain in _NO else NO_ANSWER
