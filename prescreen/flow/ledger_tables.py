"""What of the eligibility text is no criterion: its headings, and words that nothing reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from prescreen.files.tables import KEY, Frozen

if TYPE_CHECKING:
    from prescreen.flow.fields import Phrase

Side = Literal["inclusion", "exclusion"]
"""Whether words say who takes part, or who does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Frozen):
    """Words over a part of the text, and the kind of criterion that stands under them."""

    words: Phrase
    of: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside(Frozen):
    """Words that are no criterion, with the reason."""

    words: Phrase
    reason: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger(Frozen):
    """All words of the text that no criterion claims."""

    headings: tuple[Heading, ...] = field(default=(), metadata={KEY: "heading"})
    asides: tuple[Aside, ...] = field(default=(), metadata={KEY: "aside"})
