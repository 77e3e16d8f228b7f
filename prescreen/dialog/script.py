"""A flow made ready to be talked through, by any number of people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from transitions import Machine

from prescreen.dialog import machine as arrows
from prescreen.dialog.answers import Labels
from prescreen.dialog.route import Plan
from prescreen.flow.model import Flow


@dataclass(frozen=True, eq=False)
class Script:
    """A flow compiled once, for any number of conversations.

    `labels` gives, for each question, how its choices read in every language, `signs` are the
    urgent signs in every language, and `version` is that of the flow with its catalogs.
    """

    plan: Plan
    machine: Machine
    labels: Mapping[str, Labels]
    signs: tuple[str, ...] = ()
    version: str = ""

    @cached_property
    def parents(self) -> Plan:
        """The plan for a parent who answers for a child, where children take part."""
        return Plan(self.plan.flow, by_parent=True)

    @classmethod
    def of(
        cls,
        flow: Flow,
        labels: Mapping[str, Labels] | None = None,
        signs: tuple[str, ...] = (),
        version: str = "",
    ) -> Script:
        """The script of a flow."""
        plan = Plan(flow)
        return cls(plan, arrows.build(plan), labels or {}, signs, version)
