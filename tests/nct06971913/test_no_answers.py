"""What answers no question of fact, however much it looks like a yes, a no or a number."""

from __future__ import annotations

from datetime import date

import pytest

from prescreen.dialog.listen import listen
from prescreen.session.visit import Setting
from prescreen.values import Blank, Picked, Refusal

TODAY = date(2026, 11, 30)
FACTS = (
    *("adult", "lupus", "cmv", "steroid", "steroid_shot", "ivig", "leflunomide", "plasmapheresis"),
    *("cmv_vaccine", "other_trial", "organs", "neuro", "complications", "autoimmune"),
    *("infections", "cancer", "pregnancy"),
)
CORRECTIONS = (
    "wrong",
    "that's wrong",
    "not that",
    "不对",
    "错了",
    "说错了",
    "不是这个",
    "no, wrong",
)
ABLE = ("应该可以", "应该行", "行吧", "还行吧", "should be fine", "probably ok")
POLITE = ("no thanks", "no thank you", "sure", "you bet", "yes please", "not for me")
COUNTED = ("两个", "有三种", "两种药", "一个医生说", "三个加号", "I have two", "选两个")


def _heard(setting: Setting, question: str, text: str) -> object:
    asked = setting.script.plan.flow.question(question)
    return listen(asked, text, TODAY, setting.script.labels[question])


@pytest.mark.parametrize("question", FACTS)
@pytest.mark.parametrize("text", [*CORRECTIONS, *ABLE, *POLITE, *COUNTED])
def test_it_is_refused_at_every_fact(setting: Setting, question: str, text: str) -> None:
    assert isinstance(_heard(setting, question, text), Refusal)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("lupus", "nothing"),
        ("cmv", "是不是阳性"),
        ("function", "不参加"),
        ("other_trial", "不参加"),
        ("function", "of course"),
        ("regimen", "没打过"),
        ("organs", "I was on dialysis"),
        ("pregnancy", "怀过两次"),
        ("pregnancy", "有两个疗程"),
        ("cmv_vaccine", "打过疫苗"),
        ("adult", "in hospital now"),
    ],
)
def test_it_is_refused_at_this_question(setting: Setting, question: str, text: str) -> None:
    assert isinstance(_heard(setting, question, text), Refusal)


@pytest.mark.parametrize(
    "text", ["第二个", "2", "二", "选2", "number two", "the second one", "2 please"]
)
@pytest.mark.parametrize(("question", "id"), [("lupus", "skin_only"), ("organs", "lung")])
def test_a_number_with_nothing_else_is_a_choice(
    setting: Setting, question: str, id: str, text: str
) -> None:
    assert _heard(setting, question, text) == Picked((id,))


def test_what_is_left_of_these_words_is_heard(setting: Setting) -> None:
    assert _heard(setting, "organs", "nothing") == Picked(("none",))
    assert _heard(setting, "function", "sure") == Picked(("no",))
    assert _heard(setting, "lupus", "2, 皮肤型") == Picked(("skin_only",))
    assert _heard(setting, "cmv_vaccine", "没打过疫苗") == Picked(("no",))
    assert _heard(setting, "leflunomide", "爱若华吃了三年，还在吃") == Picked(("now",))
    assert not isinstance(_heard(setting, "steroid", "不用"), Picked)
    assert not isinstance(_heard(setting, "complications", "in hospital now"), Picked)


@pytest.mark.parametrize("text", ["no, I won't answer", "nope not answering that", "不，不说"])
@pytest.mark.parametrize("question", ["infections", "cancer", "pregnancy"])
def test_a_refusal_with_a_no_is_private(setting: Setting, question: str, text: str) -> None:
    assert _heard(setting, question, text) is Blank.PRIVATE


@pytest.mark.parametrize(
    ("question", "text", "id"),
    [
        ("lupus", "没得过", "no"),
        ("neuro", "没得过", "no"),
        ("adult", "成年了", "yes"),
        ("adult", "over 18", "yes"),
        ("adult", "未成年", "no"),
        ("adult", "17", "no"),
        ("adult", "under 18", "no"),
        ("pregnancy", "不是孕妇", "no"),
        ("pregnancy", "maybe pregnant", "maybe"),
        ("organs", "什么都没有", "none"),
        ("willing", "don't call me", "no"),
        ("function", "没有问题", "no"),
    ],
)
def test_what_a_question_is_often_told_is_heard(
    setting: Setting, question: str, text: str, id: str
) -> None:
    assert _heard(setting, question, text) == Picked((id,))
