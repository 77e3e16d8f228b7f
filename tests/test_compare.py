"""`check` holds a criterion against its sentence, and a label against its question."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rows import each_row
from several import SECOND

from prescreen.check.compare import compare_problems
from prescreen.check.same_answer import said_otherwise
from prescreen.files import places
from prescreen.flow.load import load
from prescreen.language.catalogs import Language
from prescreen.session.setting import Setting, open_setting

THIRD = SECOND.with_name("third.toml")
TRIALS = Path(__file__).parent / "data" / "trials"
FLOWS = (*places.flow_files(), SECOND, THIRD, *sorted(TRIALS.glob("*.toml")))


def found(folder: Path, flow: Path, *changes: tuple[str, str]) -> list[str]:
    """What is wrong with a flow in which some words are others."""
    text = flow.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path = folder / flow.name
    path.write_text(text, encoding="utf-8")
    return compare_problems(load(path))


@each_row("flow", FLOWS)
def test_every_flow_has_the_numbers_of_its_sentences(flow: Path) -> None:
    assert compare_problems(load(flow)) == []


@each_row(
    ("flow", "old", "new", "unused", "added"),
    [
        (SECOND, "months = 2", "months = 3", "2 months", "3 months"),
        (SECOND, "months = 2", "days = 60", "2 months", "60 days"),
        (SECOND, "least = 18, most = 40", "least = 18, most = 41", "40 years", "41 years"),
        (SECOND, "Tea within 2 months.", "Tea within three months.", "three months", "2 months"),
        (THIRD, "below 37.3 degrees", "below 37.4 degrees", "37.4", "37.3 Cel"),
        (THIRD, "below 36.0 kg/m2", "below 36.5 kg/m2", "36.5 kg/m2", "36 kg/m2"),
        (THIRD, "at least 1000 mg/day", "at least 100 mg/day", "100 mg/day", "1000 mg/d"),
        (THIRD, "> 2 times the upper", "> 3 times the upper", "3 times the upper", "2 {ULN}"),
        (THIRD, "At least 3 months between", "At least 3 weeks between", "3 weeks", "3 months"),
        (THIRD, "clearance < 60 ml/min", "clearance < 60 ml/s", "60 ml/s", "60 mL/min"),
        (THIRD, "< 60 ml/min", "below fifty-five ml/min", "fifty-five ml/min", "60 mL/min"),
        (THIRD, "in the last 14 days", "in the last dozen days", "dozen days", "14 days"),
        (THIRD, "in the last 14 days", "within twenty-four hours", "twenty-four hours", "14 days"),
        (SECOND, "months = 2", "months = 1", "2 months", "1 month"),
    ],
)
def test_a_number_a_unit_or_a_window_that_differs_is_named_on_both_sides(
    tmp_path: Path, flow: Path, old: str, new: str, unused: str, added: str
) -> None:
    both = found(tmp_path, flow, (old, new))
    assert any(f'its sentence has "{unused}' in each for each in both), both
    assert any(f'its rule has "{added}"' in each for each in both), both


@each_row(
    ("flow", "old", "new"),
    [
        (SECOND, "Tea within 2 months.", "Tea within two months."),
        (SECOND, "Age: 18 to 40 years.", "Age: 18 to 40."),
        (SECOND, "Age: 18 to 40 years.", "Age: 216 months to 40 years."),
        (THIRD, "clearance < 60 ml/min", "clearance < 1 ml/s"),
        (THIRD, "in the last 14 days", "in the last two weeks"),
        (THIRD, "shot within 5 years", "shot within 60 months"),
        (THIRD, "in the last 14 days", "in the last fortnight"),
        (THIRD, "in the last 14 days", "within a fortnight"),
        (SECOND, "Tea within 2 months.", "Tea within the past couple of months."),
        (THIRD, "clearance < 60 ml/min", "clearance of less than sixty ml/min"),
        (SECOND, "Age: 18 to 40 years.", "Age over 17 and under 41 years."),
    ],
)
def test_the_same_in_other_words_or_units_is_the_same(
    tmp_path: Path, flow: Path, old: str, new: str
) -> None:
    assert found(tmp_path, flow, (old, new)) == []


@each_row(
    ("flow", "old", "new", "words"),
    [
        (THIRD, "at_least = 60", "above = 60", 'at least "60 ml/min", and its rule more than'),
        (THIRD, "at_least = 60", "at_most = 60", 'at least "60 ml/min", and its rule at most'),
        (THIRD, "below = 37.3", "at_most = 37.3", 'less than "37.3", and its rule at most'),
        (THIRD, "at_least = 1000", "above = 1000", 'at least "1000 mg/day", and its rule more'),
        (
            THIRD,
            "at least 1000 mg",
            "more than 1000 mg",
            'more than "1000 mg/day", and',
        ),
        (SECOND, "months = 2", 'months = 2, last_day = "outside"', "and its rule at least that"),
        (SECOND, "Age: 18 to 40", "Age > 18, up to 40", 'more than "18", and its rule at least'),
    ],
)
def test_a_number_that_is_in_by_the_sentence_and_out_by_the_rule_is_named(
    tmp_path: Path, flow: Path, old: str, new: str, words: str
) -> None:
    problems = found(tmp_path, flow, (old, new))
    assert any(f"its sentence lets in {words}" in each or words in each for each in problems)


@each_row(
    ("flow", "old", "new"),
    [
        (SECOND, "Age: 18 to 40", "Age > 17, up to 40"),
        (SECOND, "Age: 18 to 40 years.", "Age: 18 years and older, younger than 41 years."),
        (SECOND, "Tea within 2 months.", "Has not been without tea within 2 months."),
        (THIRD, "clearance < 60 ml/min", "clearance of no more than 59.9 ml/min"),
        (THIRD, "clearance < 60 ml/min", "clearance; allowed if at least 60 ml/min"),
    ],
)
def test_the_same_side_in_other_words_is_the_same(
    tmp_path: Path, flow: Path, old: str, new: str
) -> None:
    changes = [(old, new)]
    if "59.9" in new:
        changes.append(("at_least = 60", "above = 59.9"))
    assert found(tmp_path, flow, *changes) == []


def test_what_is_not_so_tells_no_direction_but_the_number_itself(tmp_path: Path) -> None:
    no_tea = ("Tea within 2 months.", "Has had no tea within 2 months.")
    assert found(tmp_path, SECOND, no_tea) == []
    outside = ("months = 2", 'months = 2, last_day = "outside"')
    assert found(tmp_path, SECOND, no_tea, outside)


def test_a_number_on_which_a_question_is_asked_stands_in_its_sentence(tmp_path: Path) -> None:
    diabetes = TRIALS / "nct02824003.toml"
    other = found(tmp_path, diabetes, ('"lows", above = 3 }', '"lows", above = 4 }'))
    assert [each for each in other if '"lows_when" is asked by "4"' in each]
    alone = found(tmp_path, diabetes, ("at_most = 3 }", "at_most = 5 }"))
    assert not [each for each in alone if 'its sentence has "3"' in each]


def test_a_margin_has_a_reason_or_stands_in_the_sentence(tmp_path: Path) -> None:
    reason = ('numbers = { "margin 0.2 Cel" = "Thermometers differ." }\n', "")
    (problem,) = found(tmp_path, THIRD, reason)
    assert 'its rule leaves "margin 0.2 Cel" open beside its limit' in problem
    printed = ("below 37.3 degrees", "below 37.3 degrees (give or take 0.2)")
    assert found(tmp_path, THIRD, reason, printed) == []
    (needless,) = found(tmp_path, THIRD, (", margin = 0.2", ""))
    assert "needs no reason" in needless


def test_a_reason_settles_a_number_and_needless_reasons_are_named(tmp_path: Path) -> None:
    reasons = 'numbers = { "2 months" = "Why.", "3 months" = "Why." }\nrule = '
    line = '[criterion.rule]\nkind = "choice"\nquestion = "tea"'
    start, _, _ = line.partition("[criterion.rule]")
    assert not start
    words = 'who = "you"\n[criterion.rule]\nkind = "choice"\nquestion = "tea"'
    given = words.replace("\n", "\n" + reasons.removesuffix("rule = "), 1)
    assert found(tmp_path, SECOND, (words, given), ("months = 2 }", "months = 3 }")) == []
    needless = found(tmp_path, SECOND, (words, given))
    assert len(needless) == 2
    assert all("needs no reason" in each for each in needless)


# ---- a label that answers another question -------------------------------------------------------


def with_label(setting: Setting, question: str, english: str, chinese: str) -> Setting:
    """The setting with another translation of a label."""
    zh = setting.languages["zh_CN"]
    key = (f"{setting.domain}/{question}", english)
    assert key in zh.sentences
    other = Language(zh.code, {**zh.sentences, key: chinese}, zh.formats)
    return replace(setting, languages={**setting.languages, "zh_CN": other})


@pytest.fixture(scope="module")
def lupus() -> Setting:
    """A trial in both languages."""
    return open_setting(TRIALS / "nct04516408.toml", None, None)


def test_every_label_answers_its_question_in_each_language(lupus: Setting) -> None:
    assert said_otherwise(lupus) == []
    for path in places.flow_files():
        assert said_otherwise(open_setting(path, None, None)) == []


@pytest.mark.parametrize(("english", "chinese"), [("Yes", "愿意"), ("No", "不用了")])
def test_a_word_of_will_is_no_answer_to_a_question_of_fact(
    lupus: Setting, english: str, chinese: str
) -> None:
    (problem,) = said_otherwise(with_label(lupus, "zoster", english, chinese))
    assert problem.startswith('[question "zoster"] choice ')
    assert f'"{chinese}" in zh_CN is no {english.lower()} to this question' in problem


def test_a_yes_that_is_translated_as_a_no_is_told(lupus: Setting) -> None:
    assert said_otherwise(with_label(lupus, "zoster", "Yes", "没有"))
