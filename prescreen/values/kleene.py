"""Kleene's logic over three truth values: None is open."""

from __future__ import annotations

from collections.abc import Iterable


def all_true(found: Iterable[bool | None]) -> bool | None:
    """The conjunction: one that is false breaks it, one that is open leaves it open."""
    truths = {*found}
    return False if False in truths else None if None in truths else True


def any_true(found: Iterable[bool | None]) -> bool | None:
    """The disjunction: one that is true is enough, one that is open leaves it open."""
    truths = {*found}
    return True if True in truths else None if None in truths else False
