"""The page for the study team: all that a coordinator copies, and nothing that was private."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from itertools import chain, combinations, islice
from pathlib import Path

import pytest
from cases import CRITERIA
from fitting import person_of, visit_at, way_to
from limits import as_long_as
from rows import each_row

from flows import FLOW
from prescreen.demo.words import DemoWords
from prescreen.files import places
from prescreen.page.model import Panel, Tone
from prescreen.page.words import Words
from prescreen.plain.lines import Lines
from prescreen.session.loading import version_of
from prescreen.session.visit import Setting, Visit
from prescreen.verdict import Outcome

TODAY = date(2026, 11, 23)
PRIVATE = ("E2", "E9", "E10", "E11")
IN_PERSON = {"en": "ask in person", "zh_CN": "请当面问"}
NOT_ASKED = {"en": "not asked", "zh_CN": "没有问"}
ENDS: Mapping[Outcome, Mapping[str, str]] = {
    Outcome.LIKELY_ELIGIBLE: {},
    Outcome.ASK_SITE: {"lupus": "suspected"},
    Outcome.NOT_NOW: {"cmv": "negative"},
    Outcome.NOT_THIS_STUDY: {"age": "70"},
    Outcome.DECLINED: {"willing": "no"},
}


def ended(
    setting: Setting, other: Mapping[str, str], language: str = "en", voice: str = "patient"
) -> Visit:
    """A visit at its result, after the usual answers and these others."""
    visit = Visit(setting, TODAY, language)
    answers = {**person_of(setting).everywhere, "voice": voice, **other}
    for _ in as_long_as(lambda: not visit.dialog.at_outcome):
        visit.say(answers.get(visit.page.name, "unsure"))
    return visit


def team_page(visit: Visit) -> Panel:
    """The page for the study team over a result."""
    visit.do("team")
    assert visit.page.panel
    return visit.page.panel


def lines(visit: Visit) -> dict[str, str]:
    """What is said of each criterion, by its id."""
    items = [each.text for each in team_page(visit).blocks if each.tone is Tone.ITEM]
    flow = visit.dialog.flow
    ids = [each.id for each in (*flow.of_kind("inclusion"), *flow.of_kind("exclusion"))]
    return dict(zip(ids, items[-len(ids) :], strict=True))


# ---- where it is --------------------------------------------------------------------------------


@each_row("language", ["en", "zh_CN"])
@each_row("outcome", [*Outcome])
def test_it_is_one_key_from_every_result(setting: Setting, outcome: Outcome, language: str) -> None:
    visit = ended(setting, ENDS[outcome], language)
    assert visit.page.name == outcome
    [key] = [each.key for each in visit.page.commands if each.id == "team"]
    assert [each.key for each in visit.page.commands].count(key) == 1
    assert lines(visit).keys() == {each.id for each in visit.dialog.flow.criteria}


def test_it_is_nowhere_before_a_result(setting: Setting) -> None:
    visit = Visit(setting, TODAY, "en")
    for text in way_to(setting, "review"):
        assert "team" not in {each.id for each in visit.page.commands}
        visit.say(text)


def test_plain_lines_say_it_too(setting: Setting) -> None:
    said = Lines(visit := ended(setting, {}))
    shown = team_page(visit)
    visit.say("close")
    assert not [*said.hear("/team")]
    spoken = "\n".join(said.said())
    assert all(each.text.split(". ")[0] in spoken for each in shown.blocks)


def test_the_language_can_be_switched_on_it(setting: Setting) -> None:
    visit = ended(setting, {})
    english = team_page(visit)
    visit.do("language")
    assert visit.page.panel
    assert visit.page.panel.title == "给研究团队的一页"
    assert len(visit.page.panel.blocks) == len(english.blocks)


def test_nobody_confuses_it_with_the_staff_or_the_demonstration() -> None:
    names = {Words.TEAM.text.patient, Words.RATHER_STAFF.text.patient, Words.STAFF.text.patient}
    assert len({*names, DemoWords.UNSEEN.text.patient}) == 4


# ---- what it says -------------------------------------------------------------------------------


def test_it_says_which_study_on_which_day_and_who_answered(setting: Setting) -> None:
    for voice, who in (("patient", "the patient"), ("caregiver", "someone who cares for")):
        text = "\n".join(each.text for each in team_page(ended(setting, {}, voice=voice)).blocks)
        assert "NCT06971913" in text
        assert "23 November 2026" in text
        assert f"Answered by: {who}" in text


def test_the_version_is_a_digest_of_the_flow_and_its_catalogs(setting: Setting) -> None:
    names = [FLOW]
    for domain in ("nct06971913", "prescreen"):
        names += [
            places.locales() / code / "LC_MESSAGES" / f"{domain}.po" for code in ("en", "zh_CN")
        ]
    digest = sha256(b"".join(each.read_bytes() for each in names)).hexdigest()[:12]
    assert version_of(FLOW, "nct06971913") == digest
    text = "\n".join(each.text for each in team_page(ended(setting, {})).blocks)
    assert f"{digest[:4]} {digest[4:8]} {digest[8:]}" in text


def test_another_sentence_is_another_version(tmp_path: Path) -> None:
    flow = tmp_path / FLOW.name
    flow.write_bytes(FLOW.read_bytes() + b"\n")
    assert version_of(flow, "nct06971913") != version_of(FLOW, "nct06971913")


def test_each_finding_is_told_with_what_was_understood(setting: Setting) -> None:
    other = {"steroid": "some_days", "steroid_drug": "cortisone", "steroid_dose": "75 mg"}
    other |= {"weight": "70 kg", "ivig": "yes", "ivig_when": "2026-08-31", "neuro": "past"}
    found = lines(ended(setting, other))
    assert found["I3b"].startswith("I3b Weight: met; said: 70 kg, that is about 154.3 lb; ")
    assert "Which steroid: Cortisone; Steroid dose: 75 mg" in found["I4"]
    assert found["I4"].startswith("I4 Steroid pills: met; said: Yes, but not every day; Weight: 70")
    assert found["E4a"].startswith("E4a IVIG: applies before 1 March 2027; said: Yes; ")
    assert "Last IVIG: 31 August 2026" in found["E4a"]
    assert ": open; " in found["E5"]
    assert found["E5"].endswith("to be settled by: the patient's own doctor")


def test_an_undated_and_a_lasting_finding_are_told_apart(setting: Setting) -> None:
    assert ": not met; said:" in lines(ended(setting, {"cmv": "negative"}))["I2"]
    found = lines(ended(setting, {"lupus": "no"}))
    assert found["I1"].startswith("I1 Lupus: not met, and that will stay; ")


def test_an_exclusion_is_never_told_as_met(setting: Setting) -> None:
    """A coordinator reads a met exclusion as one that keeps somebody out."""
    found = lines(ended(setting, {"leflunomide": "now"}))
    assert found["E4b"].startswith("E4b Leflunomide: applies; ")
    assert found["E4a"].startswith("E4a IVIG: does not apply; ")
    assert not [line for id, line in found.items() if id.startswith("E") and " met" in line]


def test_the_criteria_stand_as_in_the_protocol_under_what_they_say(setting: Setting) -> None:
    visit = ended(setting, {})
    inclusion = ["I1", "I2", "I3a", "I3b", "I4", "I5"]
    fourth = ["E4a", "E4b", "E4c"]
    exclusion = ["E1", "E2", "E3", *fourth, *(f"E{number}" for number in range(5, 13))]
    known = [each for each in lines(visit) if each in CRITERIA]
    assert known == [*inclusion, *exclusion]
    blocks = team_page(visit).blocks
    at = [n for n, each in enumerate(blocks) if each.tone is Tone.HEADING]
    assert [blocks[n].text for n in at] == ["Who can take part", "Reasons not to take part"]
    assert [blocks[n + 1].text.split()[0] for n in at] == ["I1", "E1"]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_was_not_asked_is_told_as_such(setting: Setting, language: str) -> None:
    found = lines(visit_at(setting, "steroid", "/result", language=language, cmv="negative"))
    asked = {"I3a", "I1", "I2", "I3b"}
    silent = {each for each, line in found.items() if NOT_ASKED[language] in line}
    assert silent & CRITERIA == CRITERIA - asked - {*PRIVATE}
    assert "kg" not in found["I4"]


# ---- what it never says -------------------------------------------------------------------------

ANSWERS: Mapping[str, tuple[str, ...]] = {
    "infections": ("none", "some", "private", "unsure"),
    "cancer": ("none", "now", "exempt", "private"),
    "pregnancy": ("no", "yes", "maybe"),
    "function": ("no", "yes", "private"),
}


def differing() -> Iterable[Mapping[str, str]]:
    """Each private answer alone, and each pair of them."""
    single = [(step, each) for step, answers in ANSWERS.items() for each in answers]
    pairs = (pair for pair in combinations(single, 2) if pair[0][0] != pair[1][0])
    yield from map(dict, chain(([each] for each in single), pairs))
    yield {"cancer": "past", "cancer_when": "2024-05-01"}
    yield {"cancer": "past", "cancer_when": "unsure", "willing": "no"}


@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.prove)])
@pytest.mark.parametrize("language", IN_PERSON)
def test_no_private_answer_changes_a_word_of_it(setting: Setting, language: str, step: int) -> None:
    usual = team_page(ended(setting, {}, language))
    for other in islice(differing(), 0, None, step):
        assert team_page(ended(setting, other, language)) == usual, other
    private = [line for id, line in lines(ended(setting, {}, language)).items() if id in PRIVATE]
    assert all(line.endswith(IN_PERSON[language]) for line in private)


@pytest.mark.prove
def test_no_private_answer_changes_a_word_of_it_where_something_else_is_open(
    setting: Setting,
) -> None:
    also = {"lupus": "suspected", "ivig": "yes", "ivig_when": "2026-10-01"}
    usual = team_page(ended(setting, also))
    for other in differing():
        assert team_page(ended(setting, {**also, **other})) == usual, other


def test_to_see_the_private_part_of_the_result_changes_nothing_of_it(setting: Setting) -> None:
    visit = ended(setting, {"pregnancy": "yes"})
    before = team_page(visit)
    visit.say("close")
    visit.say("private")
    assert team_page(visit) == before
