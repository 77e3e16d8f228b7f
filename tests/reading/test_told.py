"""An answer with a story around it is offered, and refused where another part may turn it."""

from pathlib import Path

import pytest
from rows import each_row

from flows import EVERY_FLOW, setting_of
from prescreen.dialog.listen import listen
from prescreen.session.visit import Setting
from prescreen.values import Refusal
from reading.tables import TODAY, cells, read, said

VALUES = """
age | 34, lupus since I was 20 | offered 34
age | 三十八,两个孩子的妈 | offered 38
age | my mother, 62 | refused not_an_answer
age | 得病的时候,才18岁 | refused not_an_answer
weight | 吃药吃胖了,现在一百三十五斤 | offered 67.5
weight | used to be 80, now 68 kg | offered 68
weight | 怀孕前100斤,后来没称 | refused not_an_answer
weight | my goal weight, 60 kg | refused not_an_answer
dose | 两片,吃了快一年了 | offered 2 tablets
dose | it's 25 milligrams now, was 40 last month | offered 25 mg
dose | plaquenil, 200 mg | refused not_an_answer
dose | 医生开的是羟氯喹,一天两片 | refused not_an_answer
dose | starting next week, 20 mg | refused not_an_answer
dose | 2 pills, sometimes 3 | refused not_an_answer
when | 打过好多次了,最后一次是九月二十号 | offered 2026-09-20
when | last Tuesday, at the infusion center | offered 2026-11-17
age | eleven years since diagnosis | refused not_an_answer
weight | 从前150斤的壮汉,现在只剩116斤 | offered 58
weight | 我吃激素胖到124斤 | offered 62
weight | 我妈吃激素胖到124斤 | refused not_an_answer
weight | 想胖到124斤 | refused not_an_answer
when | 8月13号以后就再没碰过 | offered 2026-08-13
when | 三个月以后就没打过 | refused not_an_answer
when | 20年停的,换成吗替了 | offered 2020-01-01 to 2020-12-31
when | Benlysta, last week | refused not_an_answer
when | they said last month, but it was cancelled | refused not_an_answer
yes_no | 没用过,医生没提过 | offered no
yes_no | had it twice, both times in hospital | offered yes
yes_no | my sister had it, I haven't | offered no
yes_no | 没打过也没问过 | offered no
yes_no | 一针也没到外地打过 | refused not_an_answer
yes_no | 打过，没到外地打过 | refused not_an_answer
yes_no | my mom has one of these | refused not_an_answer
yes_no | 打过,不是丙球 | refused contradiction
yes_no | yes, if it is free | refused not_an_answer
yes_no | i am not sure, maybe on and off | unsure
yes_no | no, not since I had the stroke | refused not_an_answer
yes_no | no, only once | refused contradiction
yes_no | 没有，一次 | refused contradiction
yes_no | 没有，一次都没有 | no
"""


@each_row(("kind", "text", "expected"), cells(VALUES))
def test_a_value_in_a_story_is_offered_or_refused(kind: str, text: str, expected: str) -> None:
    assert said(read(kind, text)) == expected


MERE = (
    "yes, since last year",
    "有，去年查的，一直在治",
    "yes, the doctor said so",
    "是的，医生说的",
)


@pytest.mark.parametrize("text", MERE)
@EVERY_FLOW
def test_a_mere_yes_with_a_story_says_nothing_of_several_ticks(flow: Path, text: str) -> None:
    script = setting_of(flow).script
    for question in script.plan.flow.questions:
        if question.kind == "ticks":
            heard = listen(question, text, TODAY, script.labels.get(question.id, {}))
            assert isinstance(heard, Refusal)


RETURNED = """
打过没 | 吃了没有 | 查过没有 | 参加没参加 | 打没打 | 是不是阳性 | 是不是有 | 有没有
天天吃没 | 还吃吗
cancer or not | pregnant or not
"""


@each_row("text", [text.strip() for text in RETURNED.replace("\n", "|").split("|") if text])
def test_a_question_said_back_is_no_answer(setting: Setting, text: str) -> None:
    script = setting.script
    for question in script.plan.flow.questions:
        labels = script.labels.get(question.id, {})
        assert isinstance(listen(question, text, TODAY, labels), Refusal), question.id
