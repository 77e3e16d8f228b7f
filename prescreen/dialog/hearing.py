"""What a text means at a question, where no offer waits for a yes."""

from __future__ import annotations

from datetime import date

from prescreen.dialog.choosing import names_choice, names_only_ids
from prescreen.dialog.drugs import drug_names
from prescreen.dialog.listen import births_said, listen, listen_narrow
from prescreen.dialog.narrow import Wide
from prescreen.dialog.script import Script
from prescreen.flow.model import Question
from prescreen.flow.possible import possible
from prescreen.reading import is_urgent
from prescreen.values import Offer, Reason, Refusal, Value
from prescreen.verdict import View


def heard_at(
    script: Script,
    question: Question,
    wide: Wide | None,
    text: str,
    view: View,
    today: date,
    *,
    typed: bool = False,
) -> Value | Offer[Value] | Refusal:
    """The value of an answer to a question, or to narrow an answer to it that is too wide.

    A call for help is heard before all else. Where it was `typed`, the ids of ticks are no words
    for them: they say less than the labels.
    """
    flow, labels = script.plan.flow, script.labels.get(question.id, {})
    if not names_choice(question, text, labels) and is_urgent(text, script.signs):
        return Refusal(Reason.URGENT)
    if typed and names_only_ids(question, text, labels):
        return Refusal(Reason.NOT_AN_ANSWER)
    if wide:
        return listen_narrow(question, wide.value, wide.edge, text, today, labels)
    names = drug_names(flow, question, view, script.labels)
    world = None if question.choices else possible(flow, question)
    return listen(question, text, today, labels, names, world, births_said(view, today))
