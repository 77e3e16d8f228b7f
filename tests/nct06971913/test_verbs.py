"""What was done is an answer only where a question asks about it: each verb at each question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from prescreen.dialog.choosing import names_choice
from prescreen.dialog.listen import listen
from prescreen.flow.model import Question
from prescreen.session.visit import Setting
from prescreen.values import Picked, Refusal

TODAY = date(2026, 11, 30)
OWN: Mapping[str, str] = {
    "cmv": "查",
    "steroid": "吃 服 用",
    "steroid_shot": "打 输 用",
    "ivig": "打 输 用 做",
    "leflunomide": "吃 服 用",
    "plasmapheresis": "做",
    "cmv_vaccine": "打 接种",
    "other_trial": "参加",
    "complications": "住 住院",
}
"""The verbs that each question asks with; the others ask what one has or is."""
VERBS = ["吃", "服", "用", "打", "输", "做", "接种", "参加", "住", "住院", "查", "怀", "试"]
ASPECTS = [
    *(
        "{}过",
        "{}了",
        "没{}",
        "没{}过",
        "没有{}过",
        "还没{}",
        "从来没{}过",
        "从没{}过",
        "{}过一次",
        "在{}",
    ),
    *(
        "一次都没{}过",
        "还在{}",
        "正在{}",
        "{}着呢",
        "没在{}",
        "不{}了",
        "没{}了",
        "没再{}",
        "不再{}了",
    ),
    *("刚{}完", "{}完了", "我{}过", "都没{}过", "就没{}过"),
]
STOPS = "停了|停药了|断了|没了|stopped|I stopped|I quit|stopped it|discontinued it"
SAID: Mapping[str, str] = {
    "took|took it|taken|I took it|never took it|not taking it|still taking it|taking it|"
    "haven't taken it|don't take it|stopped taking it|no longer taking it": "吃",
    "used it|never used it|not using it|haven't used it|don't use it": "用",
    "got it|never got it|haven't got it|received": "打",
    "had it done|had one done|never had it done|not done|never done|done": "做 打",
    "did it|never did it": "做",
    "been in one|in one|never been in one|taking part|haven't been in one": "参加",
    "on it|not on it|off it|still on it|I'm off it": "吃 用 打",
    STOPS: "吃 用 打 做 参加",
}
"""What is said in English, and the verbs that it can be said of; to stop goes with all of them."""


def _asked(setting: Setting) -> Iterator[Question]:
    for question in setting.script.plan.flow.questions:
        if question.kind in {"choice", "ticks"} and question.id != "steroid_drug":
            yield question


def _deeds() -> Iterator[tuple[str, set[str]]]:
    for verb in VERBS:
        yield from ((aspect.format(verb), {verb}) for aspect in ASPECTS)
    for said, verbs in SAID.items():
        yield from ((text, set(verbs.split())) for text in said.split("|"))


def _heard(setting: Setting, question: Question, text: str) -> object:
    return listen(question, text, TODAY, setting.script.labels[question.id])


def test_a_deed_is_taken_only_where_it_is_asked_about(setting: Setting) -> None:
    wrong = [
        f"{question.id} {text}"
        for question in _asked(setting)
        for text, verbs in _deeds()
        if not verbs & set(OWN.get(question.id, "").split())
        and not names_choice(question, text, setting.script.labels[question.id])
        and isinstance(_heard(setting, question, text), Picked)
    ]
    assert "; ".join(wrong) == ""


NEVER = {"leflunomide": "never", "other_trial": "never"}


@pytest.mark.parametrize("id", sorted(OWN.keys() - {"cmv"}))
def test_a_deed_that_is_asked_about_is_read(setting: Setting, id: str) -> None:
    question = setting.script.plan.flow.question(id)
    no = Picked((NEVER.get(id, "none" if id == "steroid" else "no"),))
    for verb in OWN[id].split():
        assert {
            _heard(setting, question, f"没{verb}过"),
            _heard(setting, question, f"从来没{verb}过"),
        } == {no}
        if question.mood == "fact_ever":
            assert not isinstance(_heard(setting, question, f"{verb}过"), Refusal)


@pytest.mark.parametrize("text", ["没查", "没做", "没打", "停了", "没了", "不吃了", "查了", "怀过"])
@pytest.mark.parametrize("id", ["adult", "lupus", "organs", "infections", "cancer", "pregnancy"])
def test_an_illness_is_nothing_that_is_done(setting: Setting, id: str, text: str) -> None:
    question = setting.script.plan.flow.question(id)
    assert isinstance(_heard(setting, question, text), Refusal)
