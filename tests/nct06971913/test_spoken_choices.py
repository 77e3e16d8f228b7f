"""Every way to say a choice is heard as that choice, and what says nothing is no choice."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from cases import shipped
from rows import each_row

from flows import FLOW
from prescreen.check.spoken_choices import choice_troubles, troubles_of
from prescreen.dialog.answer_ids import Labels
from prescreen.dialog.dialog import Script
from prescreen.flow.model import Flow
from prescreen.session.setting import open_setting

TODAY = date(2026, 11, 23)


def with_word(question: str, choice: str, word: str) -> Flow:
    """The shipped flow, with one more word for a choice."""
    flow = shipped().script.plan.flow
    asked = flow.question(question)
    choices = tuple(
        replace(each, words=(*each.words, word)) if each.id == choice else each
        for each in asked.choices
    )
    changed = replace(asked, choices=choices)
    return replace(
        flow, questions=tuple(changed if each is asked else each for each in flow.questions)
    )


@cache
def labels() -> Mapping[str, Labels]:
    """How the choices of the shipped flow read in both languages."""
    return open_setting(FLOW, None, None).script.labels


def troubles(question: str, choice: str, word: str) -> list[str]:
    """What is told of a question in which a choice has one more word."""
    flow = with_word(question, choice, word)
    return [*troubles_of(Script.of(flow, labels()), flow.question(question), TODAY)]


def test_every_choice_of_the_shipped_flow_can_be_said() -> None:
    assert choice_troubles(Script.of(shipped().script.plan.flow, labels()), TODAY) == []


UNHEARD = {
    "not sure, as its button says": (
        ("infections", "some", "不清楚"),
        '[question "infections"] choice "some": "不清楚" is heard as "unsure"',
    ),
    "rather in person, as its button says": (
        ("infections", "some", "I'd rather tell the study staff in person"),
        'choice "some": "I\'d rather tell the study staff in person" is heard as "private"',
    ),
    "perhaps, as the button of another choice says": (
        ("pregnancy", "no", "有可能"),
        '[question "pregnancy"] choice "no": "有可能" is heard as "unsure"',
    ),
    "the number of another choice": (
        ("cmv", "positive_blood", "4"),
        '[question "cmv"] choice "negative": "4" is heard as "positive_blood"',
    ),
    "two choices at once": (
        ("organs", "heart", "heart+lung"),
        '[question "organs"] choice "heart": "heart+lung" is heard as "heart+lung"',
    ),
}


@each_row("what", UNHEARD)
def test_a_word_that_is_heard_otherwise_is_told_of(what: str) -> None:
    word, sentence = UNHEARD[what]
    told = troubles(*word)
    assert any(f"{sentence} and not as it; change the words." in each for each in told)


def test_the_button_of_another_choice_is_told_of_in_each_language() -> None:
    never = labels()["leflunomide"]["never"]
    assert len(never) > 1
    for label in never:
        told = troubles("leflunomide", "now", label)
        assert [each for each in told if f'"{label}"' in each] == told != []


@each_row(
    ("question", "choice", "word", "blank"),
    [
        ("lupus", "confirmed", "perhaps", "unsure"),
        ("infections", "none", "不知道", "unsure"),
        ("infections", "some", "不知道", "unsure"),
        ("steroid_drug", "prednisone", "忘了", "unsure"),
        ("pregnancy", "maybe", "保密", "private"),
    ],
)
def test_a_word_that_says_nothing_is_told_of(
    question: str, choice: str, word: str, blank: str
) -> None:
    assert troubles(question, choice, word) == [
        f'[question "{question}"] choice "{choice}": "{word}" means "{blank}" and counts as an '
        "answer; remove it."
    ]


def test_a_choice_that_settles_nothing_may_be_called_maybe() -> None:
    assert troubles("pregnancy", "maybe", "说不定") == []
