"""The lines of an eligibility text: headings, what leads a list, and clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from prescreen.check.registry import LIST_MARK
from prescreen.flow.ledger import Side

Sort = Literal["heading", "lead", "clause"]
_HEADING = re.compile(
    r"\W*(?:\w+ )?(non-?inclusion|inclusion|exclusion)\b(?: criteri\w+)?[^,;]{0,60}:?"
    r"|\W*(?:主要)?(入选|纳入|入组|入排|排除)(?:标准|条件|准则)?\W*",
    re.IGNORECASE,
)
_EXCLUDES = ("exclusion", "non-inclusion", "noninclusion", "排除")
_CONSENT = re.compile(r"\b(?:consent|ICF)\b|知情同意", re.IGNORECASE)
_ABLE = re.compile(r"\b(?:sign\w*|written|provide\w*|giv\w+)\b|签", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its list mark, and the side under which it stands, if that is known."""

    words: str
    sort: Sort
    side: Side | None

    @property
    def is_consent(self) -> bool:
        """Whether it asks for a consent form and for nothing else."""
        short = len(self.words.split()) <= 12
        asked = short and self.side != "exclusion"
        return bool(asked and _CONSENT.search(self.words) and _ABLE.search(self.words))


def text_lines(text: str) -> list[Line]:
    """The lines of a text, in their order."""
    found: list[Line] = []
    side: Side | None = None
    for line in filter(str.strip, text.split("\n")):
        mark = LIST_MARK.match(line)
        marked = mark is not None and mark.end() < len(line)
        words = (line[mark.end() :] if marked and mark else line).strip()
        heading = None if marked else _HEADING.fullmatch(words)
        if heading:
            named = (heading[1] or heading[2]).lower()
            side = "exclusion" if named in _EXCLUDES else "inclusion"
        sort: Sort = (
            "heading" if heading else "lead" if words.rstrip().endswith((":", "：")) else "clause"
        )
        found.append(Line(words if heading else words.strip(), sort, side))
    return found
