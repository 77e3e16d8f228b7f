"""Once something undated stands against joining, the result may be seen at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cases import CRITERIA, fitting, shipped, talk
from fitting import attempts, person_of, visit_at
from limits import as_long_as
from rows import each_row

from prescreen.page.model import Page, Rows, Tone, Type
from prescreen.plain.lines import Lines
from prescreen.session.visit import Setting, Visit

RESULT = "/result"
OFFER = {
    "en": "Thank you; this study does not fit right now, so see the result, or go on.",
    "zh_CN": "谢谢您，这项研究现在不太合适，可以先看结果，也可以接着答。",
}
LABEL = {"en": "See the result now", "zh_CN": "现在就看结果"}
NOT_ALL = {
    "en": "Not all questions were asked. There may be more reasons.",
    "zh_CN": "还有问题没有问到，也许还有别的原因。",
}


def negative(setting: Setting, *said: str, language: str = "en") -> Visit:
    """A visit at the question after a negative CMV test, and then this is said."""
    return visit_at(setting, "cmv", "negative", *said, language=language)


def tiles(page: Page) -> list[str]:
    return [each.id for each in page.control.tiles] if page.control else []


def texts(page: Page) -> list[str]:
    return [block.text for block in page.blocks]


def screened(**answers: str | list[str]) -> dict[str, object]:
    """What `screen` prints of somebody with a negative CMV test, and these answers."""
    other = {step.replace("__", "."): each for step, each in answers.items()}
    return talk(shipped(), {**fitting(), **attempts({"cmv": "negative", **other})})


# ---- when ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["age", "lupus", "cmv"])
def test_before_that_moment_it_is_no_answer(setting: Setting, step: str) -> None:
    visit = visit_at(setting, step)
    assert RESULT not in tiles(visit.page)
    visit.say(RESULT)
    assert visit.page.refused
    assert visit.page.name == step


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_first_question_from_there_says_so_in_one_sentence(
    setting: Setting, language: str
) -> None:
    visit = negative(setting, language=language)
    first = visit.page
    assert OFFER[language] in texts(first)
    visit.say(person_of(setting).everywhere[first.name])
    assert visit.page.name != first.name
    assert OFFER[language] not in texts(visit.page)


def test_every_question_from_there_offers_it_and_none_is_private(setting: Setting) -> None:
    visit, names = negative(setting), []
    answers = {"weight": "60 kg", "ivig": "yes", "ivig_when": "half a year ago"}
    for _ in as_long_as(lambda: visit.dialog.question):
        assert visit.dialog.question
        assert RESULT in tiles(visit.page)
        assert not visit.dialog.question.sensitive
        names.append(visit.page.name)
        visit.say(answers.get(visit.page.name, "unsure"))
    assert visit.page.name == "review"
    assert {"ivig_when", "ivig_when.narrow", "organs", "regimen"} < set(names)


def test_with_a_date_it_is_not_offered(setting: Setting) -> None:
    visit = visit_at(setting, "leflunomide", ivig="yes", ivig_when="2026-10-01")
    assert RESULT not in tiles(visit.page)


def test_a_changed_answer_takes_it_away(setting: Setting) -> None:
    visit = negative(setting)
    first = visit.page.name
    visit.do("answers")
    assert RESULT in tiles(visit.page)
    visit.say("cmv")
    assert RESULT not in tiles(visit.page)
    visit.say("positive_blood")
    assert visit.page.name == first
    visit.say(RESULT)
    assert visit.page.refused


def test_back_before_it_there_is_none_and_after_it_there_is(setting: Setting) -> None:
    visit, offered = visit_at(setting, "steroid", cmv="negative"), dict[str, bool]()
    for _ in as_long_as(lambda: visit.page.name != "notice"):
        offered[visit.page.name] = RESULT in tiles(visit.page)
        visit.do("back")
    at = [*offered].index("cmv")
    assert [*offered.values()] == [True] * at + [False] * (len(offered) - at)
    assert {"steroid", "weight"} <= {*[*offered][:at]}


# ---- the result, and the way back ---------------------------------------------------------------


@each_row("language", ["en", "zh_CN"])
@each_row("word", [RESULT, *LABEL.values(), "see the result now.", "現在就看結果", "看结果"])
def test_it_leads_straight_to_the_result(setting: Setting, language: str, word: str) -> None:
    visit = negative(setting, word, language=language)
    assert visit.page.name == "not_now"
    assert NOT_ALL[language] in texts(visit.page)
    assert [each for each in visit.dialog.findings if each in CRITERIA] == ["I3a", "I1", "I2"]
    visit.say("resume")
    assert visit.page.name == negative(setting).page.name


def test_back_from_it_leads_on_with_the_questions(setting: Setting) -> None:
    visit = visit_at(setting, "steroid", cmv="negative")
    before = visit.page
    visit.say(RESULT)
    visit.do("back")
    assert visit.page == replace(before, heard="")


def test_the_list_of_answers_leads_from_it_and_to_it(setting: Setting) -> None:
    visit = negative(setting, RESULT, "answers")
    assert isinstance(visit.page.control, Rows)
    assert tiles(visit.page) == ["done", RESULT]
    visit.say(RESULT)
    assert visit.page.name == "not_now"
    visit.say("answers")
    visit.say("done")
    assert visit.page.name == negative(setting).page.name


def test_a_result_after_all_questions_says_nothing_of_more(setting: Setting) -> None:
    visit = visit_at(setting, "not_now", cmv="negative")
    assert NOT_ALL["en"] not in texts(visit.page)
    assert "resume" not in tiles(visit.page)


# ---- the tile, and plain lines ------------------------------------------------------------------


def test_the_tile_takes_no_number_and_leaves_the_others_theirs(setting: Setting) -> None:
    page = visit_at(setting, "steroid", cmv="negative").page
    assert page.control
    assert [(each.id, each.number) for each in page.control.tiles][-2:] == [
        (RESULT, 0),
        ("unsure", 4),
    ]
    typed = visit_at(setting, "weight", cmv="negative").page.control
    assert isinstance(typed, Type)
    assert RESULT in [each.id for each in typed.tiles]


@each_row("line", ["/result", "／result", "/RESULT", "See the result now"])
def test_plain_lines_name_it_as_a_command(setting: Setting, line: str) -> None:
    lines = Lines(visit := negative(setting))
    assert "/result: See the result now" in [*lines.said()]
    assert not [*lines.hear(line)]
    assert visit.page.name == "not_now"


def test_plain_lines_know_no_such_command_before(setting: Setting) -> None:
    lines = Lines(visit := visit_at(setting, "cmv"))
    assert "There is no such command here." in [*lines.hear("/result")]
    assert visit.page.name == "cmv"


# ---- `screen` -----------------------------------------------------------------------------------


def test_screen_ends_at_the_question_it_was_said_at() -> None:
    found = screened(weight=RESULT)
    assert found["outcome"] == "not_now"
    assert found["recheck"] is None
    assert found["asked"] == ["age", "lupus", "cmv", "weight"]
    assert found["waiting_for"] is None
    assert found["refused"] == {}
    assert isinstance(found["findings"], dict)
    assert [*found["findings"]] == ["I3a", "I1", "I2"]


def test_screen_ends_at_a_narrowing_question() -> None:
    ivig = {"ivig": "yes", "ivig_when": "2026-05", "ivig_when__narrow": RESULT}
    found = screened(**ivig)
    assert isinstance(found["asked"], list)
    assert found["asked"][-1] == "ivig_when.narrow"
    assert found["outcome"] == "not_now"


def test_screen_refuses_it_where_it_is_not_offered() -> None:
    found = screened(lupus=[RESULT, "confirmed"])
    assert found["refused"] == {"lupus": ["not_an_answer"]}
    waits = screened(cmv="positive_blood", weight=RESULT)
    assert waits["refused"] == {"weight": ["not_an_answer"]}
    assert waits["waiting_for"] == "weight"


def test_the_sentence_is_a_text_before_the_helper(setting: Setting) -> None:
    first, *others = negative(setting).page.blocks
    assert (first.text, first.tone) == (OFFER["en"], Tone.TEXT)
    assert {each.tone for each in others} <= {Tone.HELPER}
