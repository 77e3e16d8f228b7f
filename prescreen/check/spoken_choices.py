"""Whether each choice can be said: by its number, its id, its labels and its words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from prescreen.dialog.dialog import Script
from prescreen.dialog.listen import listen
from prescreen.flow.model import Choice, Flow, Question
from prescreen.flow.rules import choices_in, rules_in
from prescreen.reading import read_private, read_unsure, read_yes_no
from prescreen.values import Age, Blank, Days, Dose, Measure, Offer, Picked, Refusal, Value


def choice_troubles(script: Script, today: date) -> list[str]:
    """A sentence for each way to say a choice that is heard otherwise, in any language."""
    every = script.plan.flow.questions
    return [each for question in every for each in troubles_of(script, question, today)]


def troubles_of(script: Script, question: Question, today: date) -> Iterator[str]:
    """The same of one question."""
    for place, choice in enumerate(question.choices, 1):
        for each in _of_choice(script, question, choice, str(place), today):
            yield f'[question "{question.id}"] choice "{choice.id}": {each}'


def _of_choice(
    script: Script, question: Question, choice: Choice, number: str, today: date
) -> Iterator[str]:
    labels = script.labels.get(question.id, {})
    named = dict.fromkeys((choice.id, *choice.words, *labels.get(choice.id, ())))
    stays_open = _stays_open(script.plan.flow, question, choice, [*named])
    for said in (number, *named):
        heard = listen(question, said, today, labels)
        if heard != Picked((choice.id,)):
            yield f'"{said}" {_otherwise(heard)} and not as it; change the words.'
        elif read_private(said) or (read_unsure(said) and not stays_open):
            yield f'"{said}" means "{_blank(said).value}" and counts as an answer; remove it.'


def _blank(said: str) -> Blank:
    return Blank.PRIVATE if read_private(said) else Blank.UNSURE


def _otherwise(heard: Value | Offer[Value] | Refusal) -> str:
    match heard:
        case Refusal():
            return f"is refused as {heard.reason}"
        case Offer():
            return "is only offered"
        case Blank():
            return f'is heard as "{heard.value}"'
        case Picked():
            return f'is heard as "{"+".join(heard.ids)}"'
        case Age() | Measure() | Dose() | Days():
            return "is heard as no choice"
        case _:
            assert_never(heard)


def _stays_open(flow: Flow, question: Question, choice: Choice, named: list[str]) -> bool:
    """Whether a choice settles nothing and is no yes, so that "maybe" may be one of its words."""
    marks = {
        rule.findings[choice.id] if isinstance(rule.findings[choice.id], str) else "a further rule"
        for criterion in flow.criteria
        for rule in choices_in(rules_in(criterion.rule))
        if rule.question == question.id
    }
    a_yes = any(read_yes_no(each, question.key_words) == "yes" for each in named)
    return marks == {"unknown"} and not a_yes
