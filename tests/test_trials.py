"""Real trials, written as docs/flow-authors.md says, each clause tried on both sides of its limit.

They stand under data/trials with their registry texts, and are offered to nobody. `rows.toml` of
each says what people answer and what has to come of it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fitting import attempts, fitting_of
from limits import as_long_as
from proved import Proved
from rows import each_row
from words.readability import (
    WORDS_A_SENTENCE,
    sentences,
    spelled,
)

from prescreen.batch.conversations import Person, converse
from prescreen.check import check
from prescreen.check.ledger import clauses_of
from prescreen.check.proof import prove
from prescreen.flow.load import load
from prescreen.flow.messages import flow_messages
from prescreen.flow.model import Flow
from prescreen.flow.rules import can_break
from prescreen.language.voices import Voice
from prescreen.session.setting import open_setting
from prescreen.session.visit import Setting, Visit
from prescreen.verdict import Outcome

TRIALS = sorted((Path(__file__).parent / "data" / "trials").glob("*.toml"))
IN_BOTH_LANGUAGES = {"nct04516408"}
DOCUMENTED = Path(__file__).parents[1] / "docs" / "trials.md"
TODAY = date(2026, 11, 23)
DAYS = (date(2026, 8, 31), date(2027, 3, 1), date(2026, 12, 31))
NOT_YET = '"Yes, the tests are not normal yet"'
EVERY_TRIAL = pytest.mark.parametrize("trial", TRIALS, ids=lambda path: str(path.stem))


@dataclass(frozen=True)
class Row:
    """What is answered besides what fits, and what is found."""

    says: str
    answers: Mapping[str, str] = field(default_factory=dict)
    found: Mapping[str, str] = field(default_factory=dict)
    outcome: str | None = None


@cache
def rows_of(trial: Path) -> tuple[Row, ...]:
    table = tomllib.loads((trial.with_suffix("") / "rows.toml").read_text(encoding="utf-8"))
    return tuple(Row(**each) for each in table["row"])


@cache
def setting_of(trial: Path) -> Setting:
    return open_setting(trial, None, None if trial.stem in IN_BOTH_LANGUAGES else "en")


def held(trial: Path, row: Row) -> Mapping[str, Any]:
    """What comes of the conversation of a row."""
    said = {**fitting_of(trial).everywhere, **row.answers}
    return converse(setting_of(trial), Person(TODAY, attempts(said)))


def mark(found: Mapping[str, Any]) -> str:
    """A finding as a row names it."""
    if found["status"] != "not_met":
        return str(found["status"])
    return str(found["until"] or ("lasting" if found["lasting"] else "not_met"))


ROWS = [
    pytest.param(trial, row, id=f"{trial.stem}: {row.says}", marks=marks)
    for trial in TRIALS
    for marks in [() if trial.stem in IN_BOTH_LANGUAGES else pytest.mark.prove]
    for row in rows_of(trial)
]


@pytest.mark.parametrize(("trial", "row"), ROWS)
def test_a_row_is_decided_as_the_text_says(trial: Path, row: Row) -> None:
    result = held(trial, row)
    assert not result["refused"]
    assert {name: mark(result["findings"][name]) for name in row.found} == row.found
    others = {n: mark(f) for n, f in result["findings"].items() if n not in row.found}
    at_site = {each.id for each in load(trial).criteria if each.at_site}
    assert {name for name, found in others.items() if found != "met"} <= at_site
    if row.outcome:
        assert result["outcome"] == row.outcome


@EVERY_TRIAL
def test_each_criterion_is_met_and_broken_by_a_row(trial: Path) -> None:
    """By the fitting person each is met; what no row breaks, no answer can."""
    criteria = load(trial).criteria
    broken = {name for row in rows_of(trial) for name, how in row.found.items() if how != "unknown"}
    assert {each.id for each in criteria if can_break(each.rule)} <= broken
    opened = {name for row in rows_of(trial) for name in row.found}
    assert {each.id for each in criteria if not each.at_site} <= opened


@pytest.mark.prove
@EVERY_TRIAL
def test_check_finds_nothing_wrong(trial: Path) -> None:
    problems, summary = check([trial])
    if trial.stem not in IN_BOTH_LANGUAGES:
        problems = [each for each in problems if not each.startswith("locales/zh_CN/")]
    assert problems == []
    assert summary


@pytest.mark.prove
def test_labels_are_heard_although_the_other_language_is_not_whole(tmp_path: Path) -> None:
    folder = TRIALS[0].parent
    for name in ("nct02824003.toml", "locales/en/LC_MESSAGES/nct02824003.po"):
        text = (folder / name).read_text(encoding="utf-8")
        assert NOT_YET in text
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text.replace(NOT_YET, '"Maybe"'), "utf-8")
    problems, _ = check([tmp_path / "nct02824003.toml"])
    assert [each for each in problems if 'choice "yes": "Maybe" means "unsure"' in each]


@EVERY_TRIAL
def test_rows_walk_to_every_outcome(trial: Path) -> None:
    ends = {row.outcome: row for row in rows_of(trial) if row.outcome}
    assert {*ends} == {*Outcome}
    for row in ends.values():
        for language in setting_of(trial).languages:
            for voice in Voice:
                visit = held_aloud(trial, row.answers, language, voice)
                assert visit.page.name == row.outcome


def held_aloud(trial: Path, answers: Mapping[str, str], language: str, voice: Voice) -> Visit:
    """A visit to its end, in a language and a voice, in which this is said and else what fits."""
    said = {**fitting_of(trial).everywhere, "voice": voice.value, **answers}
    visit = Visit(setting_of(trial), TODAY, language)
    for _ in as_long_as(lambda: visit.page.name not in {*Outcome}):
        visit.say(said[visit.page.name])
        assert not visit.page.refused, visit.page.name
    return visit


CLOSE = (
    ("nct04516408", {"alt": "80.1 U/L"}, "80.1 U/L, that is 2.002 times 40 U/L"),
    ("nct04516408", {"alt": "81 U/L"}, "81 U/L, that is 2.02 times 40 U/L"),
    ("nct04516408", {"alt": "100 U/L"}, "100 U/L, that is 2.5 times 40 U/L"),
    ("nct02824003", {"weight": "99.99 kg", "height": "200 cm"}, "BMI 24.998."),
    ("nct02824003", {"hba1c": "7.499 %"}, "I understood: 7.499 %."),
)


@each_row(("stem", "said", "told"), CLOSE)
def test_a_number_is_never_rounded_onto_its_limit(
    stem: str, said: Mapping[str, str], told: str
) -> None:
    trial = next(each for each in TRIALS if each.stem == stem)
    visit = held_aloud(trial, said, "en", Voice.PATIENT)
    assert any(told in each.text for each in visit.page.blocks)


@EVERY_TRIAL
def test_no_sentence_is_long(trial: Path) -> None:
    flow = load(trial)
    titles = {each.value for each in flow.trial.facts}
    said = {each.text for each in flow_messages(flow, trial.stem)} - titles
    assert not [
        sentence
        for each in said
        for sentence in sentences(each.replace("{day}", "15 June 2026"))
        if len(spelled(sentence).split()) > WORDS_A_SENTENCE
    ]


@each_row("trial", TRIALS)
def test_the_table_of_the_documentation_has_each_clause(trial: Path) -> None:
    check_table(load(trial))


def check_table(flow: Flow) -> None:
    """Of a text that is printed anew, it has to be said anew how its clauses are held."""
    section = DOCUMENTED.read_text(encoding="utf-8").split(f"\n## {flow.trial.id}:")[1]
    rows = re.findall(r"^\| (\w+) \| (.+) \| (Exact|Left)", section.split("\n## ")[0], re.MULTILINE)
    assert {name: words for name, words, _ in rows} == {
        each.id: " … ".join(clauses_of(flow, each)) for each in flow.criteria
    }
    left = {name for name, _, how in rows if how == "Left"}
    assert {each.id for each in flow.criteria if each.at_site} <= left
    assert not {each.id for each in flow.criteria if can_break(each.rule)} & left


@pytest.mark.prove
@EVERY_TRIAL
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_conversation_on_other_days_ends_well(trial: Path, day: date, proved: Proved) -> None:
    proof = prove(load(trial), day, setting_of(trial))
    assert proof.problems == ()
    assert {*proof.counts.ends} == {*Outcome}
    proved("places", len(proof.counts.leads))
