"""Whom the age gate lets through: every way to the first question behind it is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from prescreen.check.explore import explore
from prescreen.check.worded import worded_path
from prescreen.dialog.narrow_steps import base
from prescreen.dialog.plan import Plan
from prescreen.flow.gate import ADULT, YES, Gate
from prescreen.values import Age, Picked, Value


def minor_problems(plan: Plan, today: date) -> list[str]:
    """A sentence for each question that is put to somebody who answers alone and may be a minor."""
    gate = plan.gate
    if gate is None:
        return []
    found: dict[str, str] = {}
    before = {gate.age, gate.adult or gate.age}
    for place, branches in explore(plan, today, before):
        for branch in branches:
            put = base(branch.route.waiting or gate.age)
            if put not in before and not _is_adult(gate, branch.route.view):
                said = worded_path((*place.said, (place.step, branch.value)))
                found.setdefault(put, f"For example: {said}.")
    return [
        f'[question "{put}"] is put to somebody who may be under {ADULT}. {example}'
        for put, example in found.items()
    ]


def _is_adult(gate: Gate, view: Mapping[str, Value]) -> bool:
    """Whether somebody is an adult by all years they may have, or by what they said of that."""
    age = view[gate.age]
    if isinstance(age, Age) and (age.least >= ADULT or age.most < ADULT):
        return age.least >= ADULT
    return bool(gate.adult) and view.get(gate.adult or "") == Picked((YES,))
