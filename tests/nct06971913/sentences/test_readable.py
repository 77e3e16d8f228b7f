"""Every sentence reads easily: English grade, Chinese characters, rare words of both.

Sentences are measured with something in their placeholders. The title of the record is exempt: it
is quoted from the registry. A word that the flow explains as a term needs no
other reason. See `grades` for what is not graded and why.
"""

from __future__ import annotations

from rows import each_row
from words.corpus import Said
from words.frequency import KNOWN_CHINESE, KNOWN_ENGLISH, rare_chinese, rare_english, uncommon
from words.readability import clauses, length, spelled

from sentences.glossary import explained, reviewed, unexplained
from sentences.grades import (
    FEWEST_WORDS,
    HARDEST,
    LONGEST_WORD,
    grade,
    longest_word,
    own_words,
    without_names,
)
from sentences.table import table
from sentences.trial import corpus

QUOTED = reviewed("quoted")


def _own() -> list[Said]:
    return [each for each in corpus() if each.en not in QUOTED]


def test_english_reads_at_grade_six() -> None:
    hard = {
        each.en: grade(each.en_filled)
        for each in _own()
        if own_words(each.en) >= FEWEST_WORDS and grade(each.en_filled) > HARDEST
    }
    assert not hard


def test_a_label_too_short_to_grade_has_short_words() -> None:
    short = [each.en for each in _own() if own_words(each.en) < FEWEST_WORDS]
    assert not [each for each in short if longest_word(each) > LONGEST_WORD]


def test_chinese_characters_are_common_or_reviewed() -> None:
    found = {char for each in corpus() for char in uncommon(each.zh)}
    assert unexplained(found, "zh_CN") == unexplained(reviewed("characters"), "zh_CN")


def test_rare_english_words_are_reviewed() -> None:
    found = {word for each in _own() for word in rare_english(each.en)}
    assert unexplained(found, "en") == unexplained(reviewed("rare_english"), "en")


def test_rare_chinese_words_are_reviewed() -> None:
    found = {word for each in corpus() for word in rare_chinese(each.zh)}
    assert unexplained(found, "zh_CN") == unexplained(reviewed("rare_chinese"), "zh_CN")


def test_a_word_that_the_flow_explains_needs_no_other_reason() -> None:
    for language in ("en", "zh_CN"):
        assert "IVIG" in "\n".join(explained(language))
        assert unexplained(["IVIG", "XYZ"], language) == {"XYZ"}
    assert unexplained(["leflunomide", "flu", "xyzumab"], "en") == {"flu", "xyzumab"}
    assert unexplained(["来氟米特", "米特", "某某单抗"], "zh_CN") == {"某某单抗"}


def test_every_reviewed_name_is_in_use() -> None:
    english = "\n".join(each.en for each in corpus()).casefold()
    assert not [name for name in reviewed("names") if name.casefold() not in english]


@each_row("name", ["names", "characters", "rare_english", "rare_chinese", "quoted"])
def test_every_reviewed_word_has_its_reason(name: str) -> None:
    assert all(reviewed(name).values())


def test_the_table_ends_with_all_texts() -> None:
    *_, last = table()
    assert last.startswith(f"| all | {len(_own())} |")


def test_the_measures_tell_hard_from_easy() -> None:
    hard = "Participants undergoing immunosuppressive medication administration are ineligible."
    assert grade(hard) > HARDEST > grade("You can stop at any time.")
    assert spelled("On 15 June 2026, 62 kg") == (
        "On the fifteenth of June twenty twenty-six, sixty-two kg"
    )
    assert without_names("Take prednisone now") == "Take name now"
    assert length("系统性红斑狼疮（SLE），2026年5月") == 14
    assert [*clauses("请选一个，或者说它的序号。")] == ["请选一个", "或者说它的序号"]
    assert [*rare_english("a myocardial cat")] == ["myocardial"]
    assert [*uncommon("谵妄了")] == ["谵"]
    assert KNOWN_ENGLISH > KNOWN_CHINESE
