"""Kleene's logic, by its whole table, and the findings that follow it."""

from __future__ import annotations

from itertools import product

import pytest

from prescreen.values.findings import MET, NOT_MET, UNKNOWN, every, some
from prescreen.values.kleene import all_true, any_true

ORDER = (False, None, True)
FINDINGS = {False: NOT_MET, None: UNKNOWN, True: MET}


@pytest.mark.parametrize("truths", [*product(ORDER, repeat=3)])
def test_all_is_the_least_and_any_the_greatest(truths: tuple[bool | None, ...]) -> None:
    ranks = [ORDER.index(each) for each in truths]
    assert all_true(truths) is ORDER[min(ranks)]
    assert any_true(truths) is ORDER[max(ranks)]
    found = [FINDINGS[each] for each in truths]
    assert every(found) == FINDINGS[all_true(truths)]
    assert some(found) == FINDINGS[any_true(truths)]


def test_of_nothing_all_is_true_and_any_is_false() -> None:
    assert all_true(()) is True
    assert any_true(()) is False
