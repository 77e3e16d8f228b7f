"""The site file: what it says is shown, and nothing besides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cases import GOLDEN, ROOT
from rows import each_row
from transcripts import begin, said_in

from prescreen.files.errors import FileError
from prescreen.language.site import NOT_OF_ONE, Site, load_site
from prescreen.language.voices import Voice
from prescreen.page.model import Block, Tone
from prescreen.plain.lines import Lines
from prescreen.session.visit import Setting, Visit

EXAMPLE = ROOT / "docs" / "site.example.toml"
TODAY = date(2026, 11, 23)
REACH = r"\d{3}[- ]\d{4}|\d{11}|@|https?:|www\."


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(EXAMPLE)


def ended(setting: Setting, record: str, language: str) -> Visit:
    text = (GOLDEN / f"{record}.{language}.txt").read_text(encoding="utf-8")
    visit = begin(text, setting)
    for line in said_in(text):
        visit.say("close" if line.startswith("/") else line)
    return visit


def card(visit: Visit) -> list[str]:
    """The lines of the contact card."""

    def lines(blocks: Iterator[Block]) -> Iterator[str]:
        for block in blocks:
            if block.text in ("Contact", "联系方式"):
                break
        for block in blocks:
            if block.tone is Tone.HEADING:
                return
            yield block.text

    return [*lines(iter(visit.page.blocks))]


def test_the_card_shows_what_the_file_says_in_english(setting: Setting) -> None:
    assert card(ended(setting, "likely_eligible", "en")) == [
        "Example Hospital; Study desk, Department of Rheumatology",
        "Telephone: 000-0000-0000",
        "Hours: Monday to Friday, 9:00 to 16:00",
        "Address: 1 Example Road, Example City",
    ]


def test_the_card_shows_what_the_file_says_in_chinese(setting: Setting) -> None:
    shown = card(ended(setting, "likely_eligible", "zh_CN"))
    assert shown[0] == "示例医院；风湿免疫科研究服务台"
    assert [each.partition("：")[2] for each in shown[1:]] == [
        "000-0000-0000",
        "周一至周五 9:00-16:00",
        "示例市示例路1号",
    ]


@each_row("language", ["en", "zh_CN"])
@each_row("record", ["likely_eligible", "ask_site", "staff_instead"])
def test_the_card_stands_wherever_someone_can_be_asked(
    setting: Setting, record: str, language: str
) -> None:
    assert len(card(ended(setting, record, language))) == 4


@each_row("language", ["en", "zh_CN"])
@each_row("record", ["likely_eligible", "ask_site", "staff_instead"])
def test_without_a_file_no_contact_is_set_and_the_registry_is_named(
    tryout: Setting, record: str, language: str
) -> None:
    (line,) = card(ended(tryout, record, language))
    assert {"en": "We have no phone number", "zh_CN": "我们没有这项研究的电话"}[language] in line
    assert "ClinicalTrials.gov" in line
    assert "NCT06971913" in line


def test_no_number_or_address_is_anywhere_but_the_files() -> None:
    for path in GOLDEN.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        without = "site: none" in text
        assert bool(re.search(REACH, text)) is not without
        assert not re.search(REACH, text.replace("000-0000-0000", ""))


# ---- without a file -----------------------------------------------------------------------------

TRY_OUT = {"en": "Try-out", "zh_CN": "试用"}
MADE_UP = {"en": "please make up all answers", "zh_CN": "回答都请现编"}
OPERATOR = {"en": "Example Hospital, Department of Rheumatology", "zh_CN": "示例医院风湿免疫科"}


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_notice_names_who_runs_the_machine_or_asks_for_made_up_answers(
    setting: Setting, tryout: Setting, language: str
) -> None:
    here, nowhere = (Visit(each, TODAY, language) for each in (setting, tryout))
    for visit in (here, nowhere):
        visit.say("1")
    shown = ["\n".join(block.text for block in each.page.blocks) for each in (here, nowhere)]
    assert [MADE_UP[language] in text for text in shown] == [False, True]
    assert [OPERATOR[language] in text for text in shown] == [True, False]


@pytest.mark.parametrize(
    ("language", "label"),
    [("en", "Try it with made-up answers"), ("zh_CN", "用编的回答试一试")],
)
def test_nobody_is_asked_to_agree_in_a_try_out(tryout: Setting, language: str, label: str) -> None:
    for voice in Voice:
        visit = Visit(tryout, TODAY, language)
        visit.say(voice.value)
        assert visit.page.control
        assert visit.page.control.tiles[0].label == label
        visit.say(label)
        assert visit.page.name == "age"


@each_row("language", ["en", "zh_CN"])
@each_row("record", ["likely_eligible", "staff_instead"])
def test_every_page_of_a_try_out_says_so_first(tryout: Setting, record: str, language: str) -> None:
    text = (GOLDEN / f"{record}.{language}.txt").read_text(encoding="utf-8")
    lines = Lines(visit := begin(text, tryout))
    both = f"{TRY_OUT['zh_CN']} {TRY_OUT['en']}"
    for typed in said_in(text):
        said = [each for each in lines.said() if each]
        assert said[0] == (both if visit.page.name == "language" else TRY_OUT[visit.page.language])
        [*lines.hear(typed)]
    assert visit.page.mark


def test_at_a_site_no_page_is_a_try_out(setting: Setting) -> None:
    for record in ("likely_eligible", "staff_instead"):
        assert not ended(setting, record, "en").page.mark


def test_a_desk_is_that_of_one_study_or_of_each(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    text = EXAMPLE.read_text(encoding="utf-8")
    _, contact = text.split("[contact]\n")
    both = f"{text}\n[study.NCT06971913]\n{contact}"
    path.write_text(both, "utf-8")
    with pytest.raises(FileError) as caught:
        load_site(path)
    assert caught.value.problems == (f"site.toml: {NOT_OF_ONE}",)


def test_braces_in_a_site_file_are_only_text(tmp_path: Path, setting: Setting, site: Site) -> None:
    path = tmp_path / "site.toml"
    text = EXAMPLE.read_text(encoding="utf-8")
    path.write_text(text.replace('"000-0000-0000"', '"{phone} [b]0[/b]"'), encoding="utf-8")
    visit = ended(replace(setting, site=load_site(path)), "staff_instead", "en")
    assert "Telephone: {phone} [b]0[/b]" in card(visit)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('phone = "000-0000-0000"\n', "", '[contact]: the key "phone" is missing; add it.'),
        ('hours.en = "Mon', 'hours.ne = "Mon', 'unknown key "ne"; did you mean "en"?'),
        ('phone = "000-0000-0000"', 'phone = ""', "[contact"),
        ('phone = "000-0000-0000"', "phone = 12", "[contact"),
        ('phone = "000-0000-0000"', f'phone = "{"0" * 201}"', "[contact"),
        ("[contact]", "[contacts]", 'unknown key "contacts"; did you mean "contact"?'),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    path = tmp_path / "clinic.toml"
    text = EXAMPLE.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(FileError) as error:
        load_site(path)
    assert any(sentence in each for each in error.value.problems)
    assert all(each.startswith("clinic.toml: ") for each in error.value.problems)
