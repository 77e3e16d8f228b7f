"""Questions about doses and the rules that compare them: which drug, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from prescreen.flow.model import (
    AnswerIs,
    AnyOf,
    Choice,
    Condition,
    DoseRule,
    Flow,
    MayBeMinor,
    MayBeUnder,
    NothingAgainst,
    NumberIs,
    Question,
    StrengthMissing,
)
from prescreen.flow.named import reads, unknown


def drugs_of(flow: Flow, question: Question) -> Iterator[str]:
    """The drugs that a dose can be about."""
    if question.of:
        yield question.of
    if question.drug:
        yield from (each.id for each in flow.question(question.drug).choices)


def dose_question_problems(flow: Flow, question: Question) -> Iterator[str]:
    """A sentence for each thing wrong with the drug of a dose."""
    about = [each for each in (question.drug, question.of) if each]
    if question.kind == "dose" and not about and not question.only_mg:
        yield 'a dose needs the key "drug": the question that names the medicine.'
    if len(about) > 1:
        yield '"drug" names a question and "of" a row of [drug]; keep one of them.'
    if question.kind != "dose" and (about or question.only_mg):
        yield '"drug", "of" and "only_mg" belong to a question of kind "dose" only.'
    if question.of and question.of not in flow.drugs:
        yield unknown("of", "row of [drug] called", question.of, flow.drugs)


def dose_rule_problems(flow: Flow, rule: DoseRule) -> Iterator[str]:
    """A sentence for each thing wrong with what a dose is compared by."""
    if rule.drug:
        yield from reads(flow, rule.drug, ("choice",))
    if rule.of and rule.of not in flow.drugs:
        yield unknown("rule", "row of [drug] called", rule.of, flow.drugs)
    yield from reads(flow, rule.dose, ("dose",))
    if rule.strength:
        yield from reads(flow, rule.strength, ("dose",))
    if rule.reference_mg and not (rule.drug or rule.of):
        yield 'rule: equivalents are of a drug; name it with "drug" or "of".'
    drugs = {rule.of} if rule.of else {each.id for each in _choices(flow, rule.drug)}
    for name in sorted(drugs & flow.drugs.keys()) if rule.reference_mg else ():
        if flow.drugs[name].equal_mg is None:
            yield f'rule: [drug] {name} has no "equal_mg", which equivalents need; add it.'


def _choices(flow: Flow, name: str | None) -> Iterator[Choice]:
    for each in flow.questions:
        if each.id == name:
            yield from each.choices


def dose_problems(flow: Flow) -> Iterator[str]:
    """A sentence for each drug whose dose is asked for and can't be compared."""
    for question in flow.questions:
        for drug in flow.question(question.drug).choices if question.drug else ():
            if drug.id not in flow.drugs and _is_put(question, drug.id):
                yield (
                    f'[question "{question.drug}"] choice "{drug.id}": "{question.id}" asks for '
                    "its dose, but [drug] has no row for it; add one, or name it in is_not there."
                )


def _is_put(question: Question, drug: str) -> bool:
    """Whether the conditions of a dose question let it be put about a drug of no known strength."""
    return not any(_leaves_out(each, question, drug) for each in question.asked_if)


def _leaves_out(condition: Condition, question: Question, drug: str) -> bool:
    match condition:
        case StrengthMissing():
            return True
        case AnswerIs(is_=ids):
            out = drug not in ids if ids else drug in condition.is_not
            return condition.question == question.drug and out
        case NumberIs() | MayBeUnder() | MayBeMinor() | NothingAgainst() | AnyOf():
            return False
        case _:
            assert_never(condition)
