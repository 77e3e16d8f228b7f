"""Findings of three values, and how several become one, by Kleene's logic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from prescreen.system.privacy import Silent
from prescreen.values.kleene import all_true, any_true


class Status(StrEnum):
    """What the answers say of one criterion."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, repr=False)
class Finding(Silent):
    """A criterion's status; for `not_met`, whether it lasts and the first day it may be met."""

    status: Status
    lasting: bool = False
    until: date | None = None

    @property
    def truth(self) -> bool | None:
        """Whether it is met; None where that is open."""
        match self.status:
            case Status.MET:
                return True
            case Status.NOT_MET:
                return False
            case Status.UNKNOWN:
                return None
            case _:
                assert_never(self.status)

    @property
    def undated(self) -> bool:
        """Whether it stands against joining with no date that ends it."""
        return self.truth is False and self.until is None


MET = Finding(Status.MET)
UNKNOWN = Finding(Status.UNKNOWN)
NOT_MET = Finding(Status.NOT_MET)
LASTING = Finding(Status.NOT_MET, lasting=True)

DATED = "not_met until a date"
"""The kind of a `not_met` that a date ends, which no author can write."""
KINDS: Mapping[str, Finding] = {
    "met": MET,
    DATED: Finding(Status.NOT_MET, until=date.max),
    "not_met": NOT_MET,
    "lasting": LASTING,
    "unknown": UNKNOWN,
}
"""One finding of each kind, by the name that an author would give it."""


def kind_of(found: Finding) -> str:
    """The kind of a finding: two of one kind differ at most in their day."""
    if found.status is not Status.NOT_MET:
        return found.status.value
    return "lasting" if found.lasting else "not_met" if found.undated else DATED


def every(found: Sequence[Finding | None]) -> Finding | None:
    """Kleene's conjunction: one broken rule breaks it, one open rule leaves it open."""
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    truth = all_true(each.truth for each in known)
    if truth is not False:
        return MET if truth else UNKNOWN
    broken = [each for each in known if each.truth is False]
    return Finding(
        Status.NOT_MET,
        lasting=any(each.lasting for each in broken),
        until=latest(broken) if all(each.until for each in broken) else None,
    )


def some(found: Sequence[Finding | None]) -> Finding | None:
    """Kleene's disjunction: one rule that is met is enough."""
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    truth = any_true(each.truth for each in known)
    if truth is not False:
        return MET if truth else UNKNOWN
    dates = [each.until for each in known if each.until]
    return Finding(
        Status.NOT_MET,
        lasting=all(each.lasting for each in known),
        until=min(dates) if dates else None,
    )


def any_undated(findings: Iterable[Finding]) -> bool:
    """Whether one of them stands against joining with no date that ends it."""
    return any(each.undated for each in findings)


def latest(findings: Iterable[Finding]) -> date | None:
    """The latest day on which one of the broken rules may be met."""
    return max((each.until for each in findings if each.until), default=None)
