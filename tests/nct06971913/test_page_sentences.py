"""The sentences that must stand, each at the point where it matters, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from cases import GOLDEN
from rows import each_row
from transcripts import begin, said_in

from prescreen.flow.trial import Text, Urgent
from prescreen.language.catalogs import Language
from prescreen.language.voices import Voice
from prescreen.page.model import Block, Panel, Tone
from prescreen.page.speech import Speech
from prescreen.page.urgent_help import urgent_help
from prescreen.page.words import software_messages
from prescreen.session.visit import Setting, Visit

TODAY = date(2026, 11, 23)

NO_ADVICE = {"en": "first check and no medical advice", "zh_CN": "不是医疗建议"}
DOCTORS_DECIDE = {"en": "Only the study doctors decide", "zh_CN": "由研究医生决定"}
RECRUITING = {
    "en": "We do not know if the study is taking people now",
    "zh_CN": "现在收不收患者，我们不知道",
}
ASK_HOSPITAL = {"en": "Please ask the hospital", "zh_CN": "请您问问做这项研究的医院"}
KEEP_MEDICINE = {
    "en": "Do not stop, cut or change any medicine to fit this study",
    "zh_CN": "请不要为了参加研究停药、减药",
}
DANGEROUS = {
    "en": "It can be dangerous to stop steroids all at once",
    "zh_CN": "突然停激素可能有危险",
}
DO_NOT_WAIT = {"en": "Do not wait for a study to get treatment", "zh_CN": "不要等研究"}
NO_CONSENT = {"en": "does not mean that you agree to join", "zh_CN": "不等于同意参加"}
NO_CONSENT_AFTER = {"en": "did not mean that you agree to join", "zh_CN": "不等于同意参加"}
NO_SIGNATURE = {"en": "You sign nothing", "zh_CN": "什么都不用签"}
STOP_ANY_TIME = {"en": "You can stop at any time", "zh_CN": "随时可以停下"}
CARE_STAYS = {"en": "care will not change", "zh_CN": "看病治疗不受影响"}
BY_CHANCE = {"en": "two groups by chance", "zh_CN": "随机分成两组"}
MAY_NOT_HELP = {"en": "the study may not help", "zh_CN": "可能对"}
PREGNANT = {"en": "tell your doctor today", "zh_CN": "请今天就告诉医生"}
TO_EVERYONE = {"en": "We say this to everyone", "zh_CN": "我们对每个人都说"}
SENSITIVE = {"en": "This is sensitive personal information", "zh_CN": "这属于敏感个人信息"}
NOTHING_KEPT = {"en": "Nothing is stored or sent on", "zh_CN": "不存档，也不交给别人"}
TOPICS = {"en": "about medicines, pregnancy and cancer", "zh_CN": "会问到用药、怀孕、癌症"}
INFECTIONS = {"en": "such as hepatitis and HIV", "zh_CN": "肝炎、HIV（艾滋病病毒）这类感染"}
PRIVATE_LATER = {"en": "leave private questions for the study team", "zh_CN": "私密的题"}
ERASED = {"en": "erased at the end", "zh_CN": "结束时全部清除"}
NO_SIGNING = {"en": "This is not a signature", "zh_CN": "这不是签字"}

ALWAYS_AT_END = (NO_ADVICE, DOCTORS_DECIDE, KEEP_MEDICINE, DANGEROUS, DO_NOT_WAIT, PREGNANT)
JOINING = (RECRUITING, ASK_HOSPITAL, BY_CHANCE, MAY_NOT_HELP, NO_CONSENT_AFTER, STOP_ANY_TIME)

AT = {
    "notice": (
        NO_ADVICE,
        DOCTORS_DECIDE,
        RECRUITING,
        ASK_HOSPITAL,
        KEEP_MEDICINE,
        DO_NOT_WAIT,
        NO_CONSENT,
        NO_SIGNATURE,
        STOP_ANY_TIME,
        CARE_STAYS,
        SENSITIVE,
        NOTHING_KEPT,
        TOPICS,
        INFECTIONS,
        PRIVATE_LATER,
        ERASED,
    ),
    "steroid": (KEEP_MEDICINE, DANGEROUS),
    "steroid_shot": (KEEP_MEDICINE,),
    "steroid_dose": (KEEP_MEDICINE,),
    "leflunomide": (KEEP_MEDICINE,),
    "pregnancy": (PREGNANT, TO_EVERYONE),
    "willing": (NO_SIGNING, BY_CHANCE, MAY_NOT_HELP),
    "likely_eligible": (*ALWAYS_AT_END, *JOINING),
    "ask_site": (*ALWAYS_AT_END, *JOINING),
    "not_now": ALWAYS_AT_END,
    "not_this_study": ALWAYS_AT_END,
    "declined": ALWAYS_AT_END,
}
RECORDS = (
    "likely_eligible",
    "ask_site",
    "not_now_with_a_date",
    "not_this_study_too_old",
    "declined",
)


def pages(setting: Setting, language: str) -> Iterator[tuple[str, str]]:
    """The name and the text under the heading of every page of a few walks."""
    for name in RECORDS:
        text = (GOLDEN / f"{name}.{language}.txt").read_text(encoding="utf-8")
        visit = begin(text, setting)
        for line in said_in(text):
            visit.say("close" if line.startswith("/") else line)
            yield visit.page.name, "\n".join(block.text for block in visit.page.blocks)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_must_stand_stands_where_it_matters(setting: Setting, language: str) -> None:
    found = dict(pages(setting, language))
    missing = [
        (place, sentence[language])
        for place, sentences in AT.items()
        for sentence in sentences
        if sentence[language] not in found[place]
    ]
    assert not missing


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nobody_is_told_to_have_failed(setting: Setting, language: str) -> None:
    words = ("fail the", "failed", "reject", "disqualif", "ineligible", "不合格", "淘汰", "拒绝")
    for _, text in pages(setting, language):
        assert not [word for word in words if word in text.lower()]


def panel(setting: Setting, language: str, name: str, *, caregiver: bool = False) -> Panel:
    visit = Visit(setting, TODAY, language)
    visit.say("2" if caregiver else "1")
    visit.do(name)
    assert visit.page.panel
    return visit.page.panel


def said(shown: Panel) -> str:
    return "\n".join(block.text for block in shown.blocks)


@each_row(
    ("language", "signs"),
    [
        ("en", ("120", "hard to breathe", "chest", "fit", "fainting", "confusion", "One side")),
        ("en", ("headache", "bleeding", "38", "sight", "urine", "swelling", "Yellow")),
        ("en", ("hurting yourself", "someone near you now", "12356", "in hospital")),
        ("zh_CN", ("想伤害自己", "身边的人", "12356", "在医院里")),
        ("zh_CN", ("120", "喘不上气", "胸口疼", "抽搐", "晕倒", "糊涂", "半边身子")),
        ("zh_CN", ("头疼", "出血", "38", "模糊", "尿", "浮肿", "发黄")),
    ],
)
def test_urgent_help_names_every_sign(
    setting: Setting, language: str, signs: tuple[str, ...]
) -> None:
    text = said(panel(setting, language, "help"))
    assert not [sign for sign in signs if sign not in text]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "the person you care for thinks of self-harm"), ("zh_CN", "患者要是想伤害自己")],
)
def test_urgent_help_tells_a_caregiver_of_thoughts_of_self_harm(
    setting: Setting, language: str, words: str
) -> None:
    assert words in said(panel(setting, language, "help", caregiver=True))


def test_a_flow_adds_its_signs_to_the_programs_own() -> None:
    language = Language("en", {(e.context, e.text): e.text for e in software_messages()})
    added = Urgent(today=(Text(patient="A hot knee", caregiver="A hot knee"),))
    speech = Speech(
        Language("en", {**language.sentences, ("knee/urgent", "A hot knee"): "A hot knee"}),
        Voice.PATIENT,
        "knee",
    )
    alone, more = ([*urgent_help(speech, each)] for each in (Urgent(), added))
    assert more == [*alone, Block("A hot knee", Tone.ITEM)]


def test_urgent_help_before_a_language_is_chosen_speaks_both(setting: Setting) -> None:
    visit = Visit(setting, TODAY)
    visit.do("help")
    assert visit.page.panel
    text = said(visit.page.panel)
    assert "喘不上气" in text
    assert "hard to breathe" in text


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_about_the_study_gives_the_facts_with_the_date_and_what_is_not_public(
    setting: Setting, language: str
) -> None:
    shown = said(panel(setting, language, "about"))
    day = {"en": "14 May 2025", "zh_CN": "2025年5月14日"}[language]
    unknown = {"en": "does not say how much medicine", "zh_CN": "没有写用多少药"}[language]
    for fact in (day, unknown, "NCT06971913", "100", BY_CHANCE[language]):
        assert fact in shown


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_about_the_study_has_every_criterion_beside_the_original(
    setting: Setting, language: str
) -> None:
    flow = setting.script.plan.flow
    blocks = {block.text for block in panel(setting, language, "about").blocks}
    held = {each.sentence for each in flow.criteria if each.held}
    assert held == {"I4"}
    assert {text for name, text in flow.protocol.items() if name not in held} <= blocks
    items = [
        block for block in panel(setting, language, "about").blocks if block.tone.value == "item"
    ]
    assert len(items) == len(flow.criteria) + len(flow.trial.facts)


@pytest.mark.parametrize(
    ("language", "forms"),
    [("en", ("your ", "the person you care for")), ("zh_CN", ("您", "患者"))],
)
def test_each_listener_has_an_own_form(
    setting: Setting, language: str, forms: tuple[str, str]
) -> None:
    patient, caregiver = (
        said(panel(setting, language, "about", caregiver=each)) for each in (False, True)
    )
    assert patient != caregiver
    asked = []
    for choice in ("1", "2"):
        visit = Visit(setting, TODAY, language)
        for line in (choice, "1"):
            visit.say(line)
        asked.append(visit.page.heading)
    assert forms[1] not in asked[0]
    assert forms[1] in asked[1]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_result_that_no_date_mends_gives_no_date(setting: Setting, language: str) -> None:
    text = (GOLDEN / f"not_this_study_too_old_by_then.{language}.txt").read_text(encoding="utf-8")
    visit = begin(text, setting)
    for line in said_in(text):
        visit.say(line)
    hope = {"en": "may change", "zh_CN": "可能会变"}[language]
    assert not [block for block in visit.page.blocks if hope in block.text]


MAY_BE_OVER = {"en": "It may be over", "zh_CN": "可能已经结束了"}
NAMES_A_DATE = ("not_now_with_a_date", "not_now_plasma_exchange", "not_this_study_too_old_by_then")
INVITES = ("likely_eligible", "ask_site")
NAMES_NONE = ("not_now_without_a_date", "not_this_study_too_old", "declined")


def end_of(setting: Setting, record: str, language: str, today: date) -> dict[str, str]:
    """What stands on the notice and on the last page of a record, held on another day."""
    text = (GOLDEN / f"{record}.{language}.txt").read_text(encoding="utf-8")
    visit = begin(text.replace(f"today: {TODAY}", f"today: {today}"), setting)
    found = {}
    for line in said_in(text):
        found[visit.page.name] = "\n".join(block.text for block in visit.page.blocks)
        visit.say(line)
    return {"notice": found["notice"], "end": "\n".join(b.text for b in visit.page.blocks)}


@each_row("language", ["en", "zh_CN"])
@each_row("record", [*INVITES, *NAMES_A_DATE, *NAMES_NONE])
def test_a_planned_end_that_has_gone_by_is_told_where_somebody_could_hope(
    setting: Setting, record: str, language: str
) -> None:
    shown = end_of(setting, record, language, TODAY)
    assert MAY_BE_OVER[language] in shown["notice"]
    assert (MAY_BE_OVER[language] in shown["end"]) is (record not in NAMES_NONE)


@pytest.mark.parametrize(("today", "gone"), [(30, False), (31, True)])
def test_the_planned_end_is_told_from_the_day_after_it(
    setting: Setting, today: int, gone: bool
) -> None:
    shown = end_of(setting, "likely_eligible", "en", date(2025, 12, today))
    assert [MAY_BE_OVER["en"] in text for text in shown.values()] == [gone, gone]


def test_the_plasma_exchange_date_is_a_day_to_ask_from(setting: Setting) -> None:
    text = (GOLDEN / "not_now_plasma_exchange.en.txt").read_text(encoding="utf-8")
    assert "You can ask the study team from 11 April 2027." in text
    assert "It may fit from" not in text
