"""An answer that is taken back for another one in the same breath: 45, no, 46."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_BACK = re.compile(
    r"[,.; ]+(?:(?:oh|no|wait|sorry|hang on|hold on)[,.! ]+)+(?:i mean(?:t)? |make that |it's |"
    r"it was )?(?=\S)|[,，。;；. ]*(?:哦|啊|噢)?(?:不对|错了|说错了|打错了|"
    r"记错了|(?<=[哦啊噢])不是(?=[,，。]))+(?:了)?[,，。 ]*(?:应该是|是)?"
)
_EDGES = " ,.;，。"


def corrected(plain: str, read: Callable[[str], T | None]) -> T | None:
    """What stands after the words that take back what stood before them, where both are answers."""
    halves = _BACK.split(plain)
    if len(halves) != 2:
        return None
    before, after = (half.strip(_EDGES) for half in halves)
    return read(after) if read(before) is not None else None
