"""What the answers so far tell about the drug of a dose."""

from __future__ import annotations

from collections.abc import Mapping

from prescreen.dialog.answer_ids import Labels
from prescreen.flow.model import Flow, Question, StrengthMissing
from prescreen.values import Dose, Interval, Picked, Value


def drug_of(flow: Flow, question: Question, view: Mapping[str, Value]) -> str | None:
    """The known drug that a dose question is about: always the same, or by an earlier answer."""
    if question.of:
        return question.of
    named = view.get(question.drug) if question.drug else None
    if isinstance(named, Picked) and named.ids[0] in flow.drugs:
        return named.ids[0]
    return None


def tablet_of(flow: Flow, question: Question, view: Mapping[str, Value]) -> Interval | None:
    """The milligrams in one tablet of a dose: its usual strength, or what was said."""
    drug = drug_of(flow, question, view)
    if drug is None:
        return None
    usual = flow.drugs[drug].tablet_mg
    if usual is not None:
        return Interval(usual, usual)
    missing = StrengthMissing(strength_missing=question.id)
    said = [view.get(each.id) for each in flow.questions if missing in each.asked_if]
    return next((each.amount for each in said if isinstance(each, Dose)), None)


def drug_names(
    flow: Flow, question: Question, view: Mapping[str, Value], labels: Mapping[str, Labels]
) -> tuple[str, ...]:
    """What the drug is called that a dose question is about."""
    drug = drug_of(flow, question, view)
    named = flow.question(question.drug).choice(drug) if question.drug and drug else None
    if named is None:
        return ()
    return (named.id, *named.words, *labels.get(question.drug or "", {}).get(named.id, ()))
