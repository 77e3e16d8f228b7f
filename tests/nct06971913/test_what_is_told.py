"""What a result of this trial tells, and to whom: how severe, what to do today, and no more."""

from __future__ import annotations

import pytest
from cases import TODAY
from fitting import RESULT, visit_at
from rows import each_row

from prescreen.page.model import Page, Rows, Tone, Typed
from prescreen.session.visit import Setting, Visit

TELL = {
    "en": "If your own doctor does not know this yet, tell them today.",
    "zh_CN": "管您的医生要是还不知道，请今天就告诉医生。",
}
TELL_CAREGIVER = {
    "en": "If the doctor of the person you care for does not know this yet, tell the doctor today.",
    "zh_CN": "管患者的医生要是还不知道，请今天就告诉医生。",
}
NO_HEALTH_QUESTION = {"en": "No question about health was asked yet.", "zh_CN": "还没有问"}
LANGUAGES = ("en", "zh_CN")


def led(setting: Setting, language: str, **answers: str) -> Visit:
    """A visit of the fitting person with these answers, up to its result."""
    return visit_at(setting, RESULT, language=language, **answers)


def told(page: Page) -> str:
    return "\n".join((page.heading, *(block.text for block in page.blocks)))


def items(page: Page) -> list[str]:
    return [block.text for block in page.blocks if block.tone is Tone.ITEM]


# ---- a serious answer leads to one's own doctor


@each_row("language", LANGUAGES)
@each_row(
    "answers",
    [
        {"neuro": "now"},
        {"organs": "heart"},
        {"organs": "lung"},
        {"organs": "kidney"},
        {"organs": "liver"},
        {"complications": "now"},
        {"weight": "90 kg"},
        {"willing": "no"},
    ],
)
def test_a_serious_answer_leads_to_ones_own_doctor(
    setting: Setting, language: str, answers: dict[str, str]
) -> None:
    assert TELL[language] in told(led(setting, language, **answers).page)
    caregiver = led(setting, language, voice="caregiver", **answers)
    assert TELL_CAREGIVER[language] in told(caregiver.page)


@each_row("language", LANGUAGES)
@each_row(
    "answers",
    [
        {},
        {"regimen": "hard"},
        {"cmv": "negative"},
        {"cmv": "unsure", "willing": "no"},
        {"neuro": "past"},
        {"complications": "past"},
        {"lupus": "skin_only"},
        {"age": "70"},
    ],
)
def test_nobody_is_frightened_without_a_serious_answer_or_where_the_study_team_is_next(
    setting: Setting, language: str, answers: dict[str, str]
) -> None:
    assert TELL[language] not in told(led(setting, language, **answers).page)


def test_each_serious_answer_is_named_with_its_severity(setting: Setting) -> None:
    page = led(setting, "en", organs="heart+liver", neuro="now").page
    assert "Heart failure (a short walk or one flight of stairs is too much)" in items(page)
    assert "Liver test over 3 times normal" in items(page)
    assert "Severe lupus of brain or nerves: Yes, now" in items(page)
    assert "CMV blood test: CMV-DNA found in the blood (positive)" in items(page)


def test_only_the_virus_may_wait_where_the_study_team_is_next(setting: Setting) -> None:
    marks = {
        (question.id, choice.id): choice.tell_doctor
        for question in setting.script.plan.flow.questions
        for choice in question.choices
        if choice.tell_doctor
    }
    assert marks.pop(("cmv", "positive_blood")) == "unless_invited"
    assert set(marks.values()) == {"always"}
    assert {question for question, _ in marks} == {"organs", "neuro", "complications"}


# ---- severity is in the answer


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ("too much", "oxygen at home", "failure or dialysis", "over 3 times normal")),
        ("zh_CN", ("上一层楼就得歇", "在家要长期吸氧", "肾衰竭", "正常上限 3 倍")),
    ],
)
def test_a_list_of_ticks_says_how_severe_each_is(
    setting: Setting, language: str, labels: tuple[str, ...]
) -> None:
    visit = led(setting, language, organs="heart+lung+kidney+liver")
    visit.say("answers")
    control = visit.page.control
    assert isinstance(control, Rows)
    (row,) = (row for row in control.rows if row.tile.id == "organs")
    assert not [each for each in labels if each not in row.answer]


@each_row("text", ["liver", "Heart", "kidney+lung", "肝", "转氨酶高"])
def test_a_bare_organ_typed_is_asked_back(setting: Setting, text: str) -> None:
    visit = led(setting, "en")
    visit.say("answers")
    visit.say("organs")
    assert visit.preview(text) == ""
    visit.say(Typed(text))
    assert visit.page.name == "organs"
    assert visit.page.refused
    visit.say("liver")
    assert visit.page.name != "organs"


# ---- unsure is never told as if it had happened


@each_row(
    ("answers", "told_en", "told_zh"),
    [
        ({"steroid": "unsure"}, "which steroids are used, if any", "用没用激素"),
        ({"steroid_shot": "unsure"}, "which steroids are used, if any", "用没用激素"),
        ({"ivig": "unsure"}, "if IVIG was ever given", "有没有输过丙球"),
        ({"leflunomide": "unsure"}, "if leflunomide was ever taken", "有没有吃过来氟米特"),
        ({"plasmapheresis": "unsure"}, "if plasma exchange was ever done", "有没有做过血浆置换"),
        ({"cmv_vaccine": "unsure"}, "if a CMV vaccine was ever given", "有没有打过"),
        ({"other_trial": "unsure"}, "if there ever was another", "有没有参加过"),
        ({"complications": "unsure"}, "if there ever were failing lungs", "有没有过呼吸衰竭"),
        ({"autoimmune": "unsure"}, "if there is an immune disease", "有没有别的自身免疫病"),
        ({"cancer": "unsure"}, "if there ever was cancer", "有没有得过癌症"),
        ({"cancer": "private"}, "if there ever was cancer", "有没有得过癌症"),
    ],
)
def test_unsure_is_told_as_a_question(
    setting: Setting, answers: dict[str, str], told_en: str, told_zh: str
) -> None:
    for language, words in (("en", told_en), ("zh_CN", told_zh)):
        visit = led(setting, language, **answers)
        visit.say("private")
        assert words in told(visit.page)


@each_row(
    ("answers", "told_en"),
    [
        ({"ivig": "yes", "ivig_when": "unsure"}, "when IVIG was last given"),
        ({"cancer": "past", "cancer_when": "unsure"}, "when the cancer treatment ended"),
        ({"complications": "past"}, "that the severe illness is over"),
        ({"plasmapheresis": "yes", "plasmapheresis_when": "unsure"}, "decide about the plasma"),
    ],
)
def test_what_did_happen_is_told_as_such(
    setting: Setting, answers: dict[str, str], told_en: str
) -> None:
    visit = led(setting, "en", **answers)
    visit.say("private")
    assert told_en in told(visit.page)


# ---- a rule is the study's, and an original of an exclusion a reason not to take part


@pytest.mark.parametrize(
    ("language", "rule", "against", "for_it"),
    [
        ("en", "The study's rule: ", "reasons not to take part", "who can take part"),
        ("zh_CN", "研究要求：", "原文：不能参加的情况", "原文：参加的条件"),
    ],
)
def test_why_this_result_marks_the_rule_and_the_original(
    setting: Setting, language: str, rule: str, against: str, for_it: str
) -> None:
    visit = led(setting, language, cmv="negative", leflunomide="now")
    visit.do("why")
    assert visit.page.panel
    blocks = visit.page.panel.blocks
    tones = [block.tone for block in blocks]
    assert tones == [Tone.HEADING, Tone.HELPER, Tone.QUOTE] * 2
    assert all(block.text.startswith(rule) for block in blocks[::3])
    assert for_it in blocks[1].text
    assert against in blocks[4].text


# ---- what nobody was asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_may_be_a_minor_reads_that_nothing_was_asked_about_health(
    setting: Setting, language: str
) -> None:
    visit = led(setting, language, age="unsure", adult="unsure")
    assert visit.page.name == "ask_site"
    assert NO_HEALTH_QUESTION[language] in told(visit.page)
    adult = led(setting, language, age="unsure", adult="yes")
    assert NO_HEALTH_QUESTION[language] not in told(adult.page)


@pytest.mark.parametrize(("language", "label"), [("en", "not decided"), ("zh_CN", "还没想好")])
def test_not_sure_of_hearing_more_is_not_decided_yet(
    setting: Setting, language: str, label: str
) -> None:
    visit = led(setting, language)
    visit.say("answers")
    visit.say("willing")
    assert visit.page.control
    (unsure,) = (tile for tile in visit.page.control.tiles if tile.id == "unsure")
    assert label in unsure.label
    visit.say(unsure.label)
    assert visit.dialog.value("willing") is not None
    assert visit.page.refused == ""


@each_row(
    ("language", "words"),
    [
        ("en", ("protein", "against the CMV virus", "already take ganciclovir", "cost", "side")),
        ("en", ("control group get", "about each one", "have a child")),
        ("zh_CN", ("蛋白", "抗巨细胞病毒的药", "已经在用更昔洛韦", "花钱", "副作用")),
        ("zh_CN", ("对照组用什么", "一样一样问", "想要孩子")),
    ],
)
def test_about_the_study_answers_what_people_ask(
    setting: Setting, language: str, words: tuple[str, ...]
) -> None:
    visit = Visit(setting, TODAY, language)
    visit.do("about")
    assert visit.page.panel
    text = "\n".join(block.text for block in visit.page.panel.blocks)
    assert not [each for each in words if each not in text]


# ---- the record's planned end


PLANNED_END = {"en": "30 December 2025", "zh_CN": "2025年12月30日"}
IVIG = {"ivig": "yes", "ivig_when": "2 months ago"}
CANCER = {"cancer": "past", "cancer_when": "2 years ago"}


@each_row("language", LANGUAGES)
@each_row(
    ("answers", "named"),
    [
        ({"cmv": "negative", **IVIG}, True),
        ({"pregnancy": "yes", **CANCER}, False),
        ({"cancer": "now", **IVIG}, False),
    ],
)
def test_the_day_of_one_reason_alone_is_followed_by_it(
    setting: Setting, language: str, answers: dict[str, str], *, named: bool
) -> None:
    page = led(setting, language, **answers).page
    assert (PLANNED_END[language] in told(page)) is named


def test_a_private_day_is_followed_by_it_once_it_is_shown(setting: Setting) -> None:
    visit = led(setting, "en", pregnancy="yes", **CANCER)
    visit.say("private")
    assert PLANNED_END["en"] in told(visit.page)
