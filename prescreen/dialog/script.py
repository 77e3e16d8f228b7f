"""A flow made ready to be talked through, by any number of people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from transitions import Machine

from prescreen.dialog.answer_ids import Labels
from prescreen.dialog.machine import build
from prescreen.dialog.plan import Plan
from prescreen.flow.model import Flow
from prescreen.flow.states import OPENING, OPENING_OF_SEVERAL


@dataclass(frozen=True, eq=False)
class Script:
    """A flow compiled once, for any number of conversations.

    `labels` gives, for each question, how its choices read in every language, `signs` are the
    urgent signs in every language, and `version` is that of the flow with its catalogs. It is one
    `of_several` where the conversation begins with the choice of a study.
    """

    plan: Plan
    machine: Machine
    labels: Mapping[str, Labels]
    signs: tuple[str, ...] = ()
    version: str = ""
    of_several: bool = False

    @property
    def opening(self) -> tuple[str, ...]:
        """The pages before the first question."""
        return OPENING_OF_SEVERAL if self.of_several else OPENING

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
        *,
        of_several: bool = False,
    ) -> Script:
        """The script of a flow."""
        plan = Plan(flow)
        opening = OPENING_OF_SEVERAL if of_several else OPENING
        machine = build(plan, opening)
        return cls(plan, machine, labels or {}, signs, version, of_several)
