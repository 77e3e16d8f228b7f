"""What a result says first where the conversation has ended before its last question."""

from __future__ import annotations

from collections.abc import Iterator

from prescreen.dialog.dialog import Dialog
from prescreen.dialog.narrow_steps import base
from prescreen.flow.gate import may_be_minor, takes_children
from prescreen.page.model import Block
from prescreen.page.speech import Speech
from prescreen.page.words import Words


def stopped(dialog: Dialog, speech: Speech) -> Iterator[Block]:
    """What is said where an answer, or the age gate, has ended the conversation early."""
    if not dialog.route.stopped:
        return
    question = dialog.flow.question(base(dialog.route.steps[-1]))
    if question.stopped:
        yield Block(speech.text(question.stopped, question.id))
    if _needs_parent(dialog):
        yield Block(speech(Words.ASK_PARENT))


def _needs_parent(dialog: Dialog) -> bool:
    """Whether somebody who may be a minor has answered alone, where a parent may answer."""
    gate = dialog.plan.gate
    if gate is None or not takes_children(dialog.flow):
        return False
    return may_be_minor(gate, dialog.route.view, dialog.today)
