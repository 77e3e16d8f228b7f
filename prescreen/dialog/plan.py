"""What is looked up of a flow before anybody answers: who reads which question, what narrows it."""

from __future__ import annotations

from typing import assert_never

from prescreen.dialog.narrow_steps import base, grouped, later_steps, narrow_steps
from prescreen.flow.gate import gate_of, takes_children
from prescreen.flow.model import AgeRule, Criterion, Flow, IntervalRule, WindowRule
from prescreen.flow.rules import Timed, questions_of, settled_at, spans_in


class Plan:
    """What the fold looks up of one flow: who reads which question, and what narrows it."""

    def __init__(self, flow: Flow, *, by_parent: bool = False) -> None:
        self.flow = flow
        self.gate = None if by_parent and takes_children(flow) else gate_of(flow)
        self.place = {each.id: place for place, each in enumerate(flow.questions)}
        self.readers: dict[str, list[Criterion]] = {each.id: [] for each in flow.questions}
        self.reads: dict[str, tuple[str, ...]] = {}
        self.age_rules: dict[str, AgeRule] = {}
        self.tied: dict[str, set[str]] = {}
        spans: dict[str, list[Timed]] = {}
        for criterion in flow.criteria:
            self.reads[criterion.id] = questions_of(criterion.rule)
            for question in self.reads[criterion.id]:
                self.readers[question].append(criterion)
            for rule in spans_in(criterion.rule):
                at = settled_at(flow, rule)
                spans.setdefault(at, []).append(rule)
                match rule:
                    case AgeRule():
                        self.age_rules.setdefault(criterion.id, rule)
                    case IntervalRule():
                        (other,) = {rule.start, rule.end} - {at}
                        self.tied.setdefault(other, set()).add(at)
                    case WindowRule():
                        pass
                    case _:
                        assert_never(rule)
        self.spans = {question: grouped(rules) for question, rules in spans.items()}

    def void_after(self, step: str) -> set[str]:
        """The steps whose answers mean nothing any more once the answer to this one is another."""
        about = base(step)
        void = {*later_steps(self.spans.get(about, ()), step)}
        void |= {each.id for each in self.flow.questions if each.forget_if_changed == step}
        for each in self.tied.get(about, ()):
            void |= {*narrow_steps(self.spans[each], each), *self.void_after(each)}
        return void
