"""Whoever takes part hears of what concerns them: patients, healthy people, parents of children."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from rows import each_row

from flows import FLOWS
from prescreen.dialog.dialog import Script
from prescreen.flow.load import load
from prescreen.flow.messages import flow_messages
from prescreen.flow.model import Flow
from prescreen.language.catalogs import Language, Message
from prescreen.language.site import load_site
from prescreen.language.voices import Voice
from prescreen.page.audiences import FORMS, Audience, audience_messages, audience_of, forms_of
from prescreen.page.model import Page
from prescreen.page.words import software_messages
from prescreen.session.setting import Setting, open_setting
from prescreen.session.visit import Visit

TODAY = date(2026, 11, 23)
THIRD = load(Path(__file__).parent / "data" / "flows" / "third.toml")
SITE = Path(__file__).parents[1] / "docs" / "site.example.toml"
OF_PATIENTS = re.compile(r"treatment|患者|治")


def setting(*participants: str, **changes: object) -> Setting:
    """The invented trial for these participants, in English."""
    trial = replace(THIRD.trial, participants=participants, **changes)  # type: ignore[arg-type]
    flow = replace(THIRD, trial=trial)
    said = (*software_messages(), *audience_messages(), *flow_messages(flow, "test0002"))
    language = Language("en", {(each.context, each.text): each.text for each in said})
    return Setting(Script.of(flow), {"en": language}, "test0002", load_site(SITE))


def pages(setting: Setting, *said: str) -> list[Page]:
    """The pages of a visit in which this is said."""
    visit = Visit(setting, TODAY, "en")
    seen = [visit.page]
    for each in said:
        visit.say(each)
        seen.append(visit.page)
    return seen


def words(page: Page) -> str:
    return "\n".join([page.heading, *(each.text for each in page.blocks), *tiles(page)])


def tiles(page: Page) -> list[str]:
    return [each.label for each in page.control.tiles] if page.control else []


def test_a_healthy_person_hears_of_no_treatment() -> None:
    said = ("patient", "agree", "1990-01-01")
    for page in pages(setting("volunteers", medicine=None), *said):
        assert not OF_PATIENTS.search(words(page))
        assert "medicine" not in words(page)
    assert "treatment" in words(pages(setting("patients"), *said)[-1])


def test_a_parent_answers_for_a_child() -> None:
    voice, notice, age, *_ = pages(setting("children"), "caregiver", "agree")
    assert tiles(voice) == ["I am the parent or guardian of the child, and I answer"]
    assert "your child" in words(notice)
    assert "I am the parent or guardian, and I agree to answer" in tiles(notice)
    assert age.name == "age"
    assert not any("person you care for" in words(each) for each in (voice, notice, age))


def test_nobody_else_answers_for_a_child() -> None:
    visit = Visit(setting("children"), TODAY, "en")
    visit.say("patient")
    assert visit.page.name == "voice"


@pytest.mark.parametrize("adults", ["patients", "volunteers"])
def test_where_adults_and_children_take_part_both_are_spoken_of(adults: str) -> None:
    voice, notice, *_ = pages(setting(adults, "children"), "caregiver")
    assert "I answer for somebody close to me, or for my child" in tiles(voice)
    assert "for a child, if you are the parent or guardian" in words(notice)
    assert "They agree, or I am the parent or guardian" in tiles(notice)
    _, notice, *_ = pages(setting(adults, "children"), "patient")
    assert "parent" not in words(notice)


def test_who_answers_for_a_healthy_person_cares_for_nobody() -> None:
    for page in pages(setting("volunteers"), "caregiver", "agree", "1990-01-01"):
        assert "care for" not in words(page)


def test_chance_and_medicine_are_said_only_where_the_trial_has_them() -> None:
    bare = setting("patients", chance=None, medicine=None, facts=())
    usual = setting("patients")
    for each, said in ((bare, False), (usual, True)):
        visit = Visit(each, TODAY, "en")
        for text in ("patient", "agree", "1990-01-01"):
            visit.say(text)
        assert visit.page.name == "not_now"
        assert ("Keep taking what the doctor says." in words(visit.page)) is said
        visit.do("about")
        assert visit.page.panel is not None
        about = "\n".join(block.text for block in visit.page.panel.blocks)
        assert ("by chance" in about) is said
        assert ("Title: Walking" in about) is said


def test_a_page_is_silent_on_what_the_record_does_not_say() -> None:
    record = {"sponsor": None, "status": None, "record_date": None}
    said = {
        "sponsor": (f"{THIRD.trial.sponsor} runs it", "staff"),
        "status": ("The public record says: ", "staff"),
        "record_date": ("From the public record of ", "about"),
    }
    for name, (sentence, place) in said.items():
        assert sentence in told(setting("patients"), place), name
        assert sentence not in told(setting("patients", **{name: None}), place), name
    bare = setting("patients", **record, bring=(), site_checks=())
    assert "None" not in told(bare, "about") + told(bare, "staff")
    undated = told(setting("patients", record_date=None), "staff")
    assert f"The public record says: {THIRD.trial.status}." in undated
    assert "It is from" not in undated
    result = words(pages(bare, "patient", "agree", "1990-01-01")[-1])
    assert "Please bring" not in result


def told(setting: Setting, place: str) -> str:
    """The notice and, on a machine without a site, whom to ask; or the page about the study."""
    visit = Visit(replace(setting, site=None), TODAY, "en")
    visit.say("patient")
    seen = words(visit.page)
    if place == "about":
        visit.do(place)
        assert visit.page.panel is not None
        return "\n".join(block.text for block in visit.page.panel.blocks)
    visit.say(place)
    return seen + words(visit.page)


AUDIENCES = (
    (("patients",), Audience.PATIENTS),
    (("patients", "children"), Audience.PATIENTS_OR_CHILDREN),
    (("volunteers",), Audience.VOLUNTEERS),
    (("volunteers", "children"), Audience.VOLUNTEERS_OR_CHILDREN),
    (("children",), Audience.CHILDREN),
)


@each_row(("participants", "audience"), AUDIENCES)
def test_participants_make_an_audience(participants: tuple[str, ...], audience: Audience) -> None:
    assert audience_of(participants) is audience
    assert (forms_of(audience, Voice.CAREGIVER) == ()) is (audience is Audience.PATIENTS)


@cache
def chinese() -> Language:
    return open_setting(FLOWS[0], None, None).languages["zh_CN"]


@each_row("message", [*audience_messages()])
def test_a_form_is_short_and_plain_in_both_languages(message: Message) -> None:
    said = chinese().words(message.text, message.context)
    assert not re.search("患者|治得|看病治疗", said)
    assert "treatment works" not in message.text
    for sentence in re.split(r"[。？！：]", re.sub(r"\{\w+\}", "某", said)):
        assert len(re.sub(r"\W", "", sentence)) <= 30
        for clause in re.split(r"[，；、]", sentence):
            assert len(re.sub(r"\W", "", clause)) <= 20
    for sentence in re.split(r"(?<=[.?!:]) ", message.text):
        assert len(sentence.split()) <= 20


def test_each_form_is_another_than_the_one_it_stands_for() -> None:
    for sentence, others in FORMS.items():
        assert others, sentence.context


def test_a_flow_names_who_takes_part(tmp_path: Path) -> None:
    source = Path(__file__).parent / "data" / "flows" / "third.toml"
    text = source.read_text("utf-8").replace(
        "record_date", 'participants = ["volunteers"]\nrecord_date', 1
    )
    path = tmp_path / "third.toml"
    path.write_text(text, "utf-8")
    flow: Flow = load(path)
    assert flow.trial.participants == ("volunteers",)
