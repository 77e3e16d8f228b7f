"""Questions about numbers and the rules that bound them: units, bounds, what is possible."""

from __future__ import annotations

from collections.abc import Iterator

from prescreen.flow.limits import limits
from prescreen.flow.model import Ends, Flow, LimitRule, NumberIs, Question
from prescreen.flow.named import reads, unknown
from prescreen.values.units import QUANTITIES

NUMBERS = ("number", "age", "dose")
"""The kinds of question whose answer can be out of this world."""


def question_problems(question: Question) -> Iterator[str]:
    """A sentence for each thing wrong with what a question measures."""
    if question.kind == "number" and question.quantity is None:
        yield f'a number needs the key "quantity": one of {", ".join(QUANTITIES)}.'
    elif question.kind != "number" and question.quantity is not None:
        yield '"quantity" belongs to a question of kind "number" only.'
    elif question.quantity is not None and question.quantity not in QUANTITIES:
        yield unknown("quantity", "quantity called", question.quantity, QUANTITIES)
    if question.possible and question.kind not in (*NUMBERS, "when"):
        yield f'"possible" belongs to a question of kind {", ".join(NUMBERS)} or when.'


def measure_problems(flow: Flow, name: str, quantity: str, beside: str = "") -> Iterator[str]:
    """A sentence where a rule reads no number of this quantity, beside the one it reads already."""
    valid = [each.id for each in flow.questions if each.quantity == quantity and each.id != beside]
    if not valid and any(each.id == name for each in flow.questions):
        yield (
            f'rule: another question of kind "number" with quantity = "{quantity}" is needed here, '
            f'and not "{name}"; write one.'
        )
    elif name not in valid:
        yield unknown("rule", f"number of quantity {quantity} called", name, valid)


def limit_problems(flow: Flow, rule: LimitRule) -> Iterator[str]:
    """A sentence for each thing wrong with a limit."""
    yield from reads(flow, rule.question, ("number",))
    yield from bound_problems(rule)
    question = next((each for each in flow.questions if each.id == rule.question), None)
    quantity = QUANTITIES.get(question.quantity or "") if question else None
    if quantity is None:
        return
    codes = [each.code for each in quantity.units]
    if rule.times is not None:
        yield from measure_problems(flow, rule.times, quantity.name, rule.question)
        if rule.unit is not None:
            yield 'rule: "times" counts another answer, so it has no "unit"; remove one of them.'
    elif rule.unit is None and len(quantity.units) > 1:
        yield f'rule: the key "unit" is missing; add it, such as unit = "{quantity.base.code}".'
    elif rule.unit is not None and quantity.unit(rule.unit) is None:
        yield unknown("rule", f"unit of {quantity.name}", rule.unit, codes)


def bound_problems(rule: Ends) -> Iterator[str]:
    """A sentence for each thing wrong with the bounds of a rule."""
    for one, other in (("above", "at_least"), ("below", "at_most")):
        if getattr(rule, one) is not None and getattr(rule, other) is not None:
            yield f'rule: "{one}" and "{other}" are the same end; keep one of them.'
    found = limits(rule)
    if found.least is None and found.most is None:
        yield "rule: it has no bound; give above, at_least, below or at_most."
    if found.least is not None and found.most is not None and found.least > found.most:
        yield f"rule: its least is {found.least} and its most {found.most}; swap them."


def number_condition_problems(flow: Flow, condition: NumberIs, earlier: list[str]) -> Iterator[str]:
    """A sentence for each thing wrong with a condition over a number."""
    valid = [each for each in earlier if flow.question(each).kind in ("number", "age")]
    if condition.question not in valid:
        yield unknown("asked_if", "earlier number or age", condition.question, valid)
        return
    yield from (each.replace("rule:", "asked_if:") for each in bound_problems(condition))
    quantity = QUANTITIES.get(flow.question(condition.question).quantity or "")
    codes = [each.code for each in quantity.units] if quantity else []
    if condition.unit is not None and quantity is None:
        yield 'asked_if: an age is in full years and takes no "unit"; take it out.'
    elif len(codes) > 1 and condition.unit is None:
        yield f'asked_if: the key "unit" is missing; add it, such as unit = "{codes[0]}".'
    elif condition.unit is not None and condition.unit not in codes:
        yield unknown("asked_if", "unit", condition.unit, codes)
