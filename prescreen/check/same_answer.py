"""Whether a choice that is a yes or a no is one in every language.

A catalog knows an English label and nothing of its question, so a "Yes" can come to be a word of
will where a fact is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from prescreen.flow.model import Choice, Question
from prescreen.language.voices import Voice
from prescreen.page.speech import Speech
from prescreen.reading import read_yes_no
from prescreen.session.setting import Setting
from prescreen.values import Mood


def said_otherwise(setting: Setting | None) -> list[str]:
    """A sentence for each label that answers its question in one language and not in another."""
    if setting is None:
        return []
    found = (
        f'[question "{question.id}"] choice "{choice.id}": {each}'
        for question in setting.script.plan.flow.questions
        for choice in question.choices
        for voice in Voice
        for each in _of_choice(question, choice, _labels(setting, question, choice, voice))
    )
    return [*dict.fromkeys(found)]


def _labels(
    setting: Setting, question: Question, choice: Choice, voice: Voice
) -> Mapping[str, str]:
    return {
        code: Speech(language, voice, setting.domain).text(choice.label, question.id)
        for code, language in setting.languages.items()
    }


def _of_choice(question: Question, choice: Choice, labels: Mapping[str, str]) -> Iterator[str]:
    heard = {code: _heard(question, label, question.mood) for code, label in labels.items()}
    known = next((each for each in heard.values() if each), None)
    for code, label in labels.items():
        other = heard[code] != known and (heard[code] or _answers_another(question, label))
        if known and other and label not in choice.words:
            yield (
                f'"{label}" in {code} is no {known} to this question, and the label in another '
                "language is. It answers another question; translate it anew."
            )


def _answers_another(question: Question, label: str) -> bool:
    """Whether a label that answers nothing here would answer a question of another mood.

    One that has a key word of the question speaks of what is asked.
    """
    if any(each in label for each in question.key_words):
        return False
    return any(_heard(question, label, each) for each in get_args(Mood) if each != question.mood)


def _heard(question: Question, label: str, mood: Mood | None) -> str | None:
    said = read_yes_no(label, question.key_words, mood)
    return said if said in ("yes", "no") else None
