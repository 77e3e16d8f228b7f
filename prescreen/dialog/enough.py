"""Where enough is known: something undated stands against joining, and nothing is final.

From there no joint date can come any more. What is still to be asked can only add reasons, or turn
*not now* into *not this study*, so the person may see the result at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from prescreen.dialog.plan import Plan
from prescreen.dialog.route import Route, begin, take
from prescreen.values import Value
from prescreen.values.findings import any_undated
from prescreen.verdict import Outcome, Verdict

EARLY = Verdict(Outcome.NOT_NOW)
"""The result that can be seen though questions are left."""


def enough_from(plan: Plan, route: Route, answers: Mapping[str, Value], today: date) -> str | None:
    """The first step of a path put once an undated `not_met` stands, where a question waits."""
    if not route.waiting or not any_undated(route.findings.values()):
        return None
    behind = begin(plan, today)
    while behind.waiting and not any_undated(behind.findings.values()):
        behind = take(plan, behind, answers[behind.waiting], today)
    return behind.waiting
