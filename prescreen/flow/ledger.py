"""What of the eligibility text is no criterion: its headings, and words that nothing reads."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from prescreen.files import Frozen
from prescreen.flow.fields import Words


class Heading(Frozen):
    """Words over a part of the text, and the kind of criterion that stands under them."""

    words: Words
    of: Literal["inclusion", "exclusion"]


class Aside(Frozen):
    """Words that are no criterion, with the reason."""

    words: Words
    reason: Words


class Ledger(Frozen):
    """All words of the text that no criterion claims."""

    headings: tuple[Heading, ...] = Field(default=(), alias="heading")
    asides: tuple[Aside, ...] = Field(default=(), alias="aside")
