"""Where a question may stand, and what may leave it out: what is sensitive comes last."""

from __future__ import annotations

from collections.abc import Iterator

from prescreen.flow.asked_if import asks_if_open, conditions_in, leading_to
from prescreen.flow.model import Flow, Question
from prescreen.flow.rules import questions_of


def order_problems(flow: Flow) -> Iterator[str]:
    """A sentence for each question out of place, in a flow whose references hold."""
    decided = {
        question: criterion.id
        for criterion in flow.criteria
        if not criterion.at_site
        for question in questions_of(criterion.rule)
    }
    before: list[Question] = []
    for question in flow.questions:
        criterion = decided.get(question.id)
        for each in _misplaced(flow, question, before, criterion):
            yield f'[question "{question.id}"] {each}'
        before += [question] if question.sensitive or criterion else []


def _misplaced(
    flow: Flow, question: Question, before: list[Question], criterion: str | None
) -> Iterator[str]:
    """What is wrong with the place of a question after these.

    `criterion` is one that its answer decides. What decides none, as to hear more, may close the
    conversation, and may be left out once something stands against joining.
    """
    about = (each for each in (question.drug, question.forget_if_changed) if each)
    private = {each.id for each in before if each.sensitive}
    led_by = [each for each in (*leading_to(flow, question), *about) if each in private]
    if not question.sensitive and led_by:
        yield f'follows from "{led_by[0]}", which is sensitive; add sensitive = true here too.'
    elif not question.sensitive and criterion and before and before[-1].sensitive:
        yield (
            f'stands after "{before[-1].id}", which is sensitive; move what is sensitive after '
            "all other questions, or add sensitive = true here too."
        )
    if criterion and any(map(asks_if_open, conditions_in(question.asked_if))):
        yield (
            f'asked_if: nothing_against would leave "{criterion}" undecided, and then a joint date '
            "may be wrong; remove it."
        )
