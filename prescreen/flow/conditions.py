"""The conditions on which a question is put."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from prescreen.files.tables import KEY, Frozen
from prescreen.flow.rule_tables import Ends

if TYPE_CHECKING:
    from prescreen.flow.fields import Id, Phrase, Some


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerIs(Frozen):
    """An earlier question was answered with one of these ids (or, for `is_not`, with another)."""

    question: Id
    is_: tuple[Id, ...] = field(default=(), metadata={KEY: "is"})
    is_not: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBeUnder(Frozen):
    """An age criterion is open and an age under its lower bound is still possible."""

    may_be_under: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBeMinor(Frozen):
    """The age that was said leaves it open whether somebody is a minor."""

    may_be_minor: Literal[True]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthMissing(Frozen):
    """A dose was said in tablets of a drug without one usual strength."""

    strength_missing: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingAgainst(Frozen):
    """No criterion is `not_met` so far."""

    nothing_against: Literal[True]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberIs(Ends):
    """An earlier number, in `unit`, or an age in years may lie between these ends."""

    question: Id
    unit: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf(Frozen):
    """One of the conditions holds."""

    any: Some[Condition]


Condition = AnswerIs | NumberIs | MayBeUnder | MayBeMinor | StrengthMissing | NothingAgainst | AnyOf
