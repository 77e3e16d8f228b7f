"""How far a conversation has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prescreen.dialog.asking import may_be_asked
from prescreen.dialog.narrow_steps import base
from prescreen.dialog.plan import Plan
from prescreen.dialog.route import Route
from prescreen.system.privacy import Silent


@dataclass(frozen=True, slots=True, repr=False)
class Progress(Silent):
    """The number of the step that is put now, and how many there will be as far as is certain."""

    step: int
    total: int


def progress(plan: Plan, route: Route, state: str, today: date) -> Progress:
    """How far a path has come at this step."""
    put = route.put
    here = put.index(state) + 1 if state in put else len(put)
    seen = route.view.keys() | {base(each) for each in put}
    ahead = 0
    if not route.stopped:
        ahead = sum(
            may_be_asked(plan, each, route.view, route.findings, today) is True
            for each in plan.flow.questions
            if each.id not in seen
        )
    return Progress(here, len(put) + ahead)
