"""A record plays again to the same state and verdict, whatever was typed."""

from __future__ import annotations

from datetime import date

import pytest
from fitting import in_turn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rows import each_row
from transcripts import Line, begin, end_of, hold, lines_in, replay, said_in, write

from prescreen.files.errors import FileError
from prescreen.session.visit import Setting, Visit

TODAY = date(2026, 11, 23)

ANSWERS = [
    *map(str, range(1, 12)),
    *("45", "born in 1960", "虚岁67", "62 kg", "124斤", "40 mg", "八片", "May 2026", "半年前"),
    *("yes", "no", "有", "没有", "never", "none", "不清楚", "不想说"),
    *("1+2", "1+5", "before", "以后"),
    *("/back", "/keep", "/change", "/language", "/why", "/help", "/about", "/leave", "/nothing"),
    *("?", "", ">", "> 45", "看结果", "show the result"),
]
OPENING = ["1", "1"]
typed = st.lists(st.sampled_from(ANSWERS) | st.text(max_size=12), max_size=35)
quick = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def head(setting: Setting) -> str:
    return f"flow: {setting.script.plan.flow.trial.id}\ntoday: 2026-11-23\nlanguage: en"


def seen(visit: Visit) -> tuple[object, ...]:
    dialog = visit.dialog
    return visit.page, dialog.state, dialog.verdict, dict(dialog.findings), dialog.route.steps


@quick
@given(said=typed, language=st.sampled_from([None, "en", "zh_CN"]))
def test_a_replay_ends_where_the_conversation_ended(
    setting: Setting, said: list[str], language: str | None
) -> None:
    visit = Visit(setting, TODAY, language)
    start = ["1"] if language is None else []
    text = write(visit, [*start, *OPENING, *said])
    again = replay(text, setting)
    assert seen(again) == seen(visit)
    assert write(begin(text, setting), said_in(text)) == text


def test_a_record_is_a_header_what_is_said_and_what_is_typed(setting: Setting) -> None:
    (first, said), (second, _), *_ = in_turn(setting)
    text = write(Visit(setting, TODAY, "en"), ["1", "1", said])
    assert text.startswith(f"{head(setting)}\nends: {second}\n\nWho is answer")
    assert f"\n\n{first} > {said}\n\nI understood: " in text
    assert said_in(text) == ["1", "1", said]


def test_a_line_without_a_page_is_typed_at_whatever_page_comes(setting: Setting) -> None:
    (_, said), (second, more), (third, _), *_ = in_turn(setting)
    text = f"{head(setting)}\n\n> 1\n> 1\n> {said}\n{second} > {more}\n"
    assert replay(text, setting).page.name == third


def test_each_line_is_typed_at_its_own_page_and_the_usual_at_others(setting: Setting) -> None:
    (first, said), (second, more), (third, _), *_ = in_turn(setting)
    text = f"{head(setting)}\n\nvoice > 1\n{second} > {more}\nnowhere > yes\n"
    held = hold(begin(text, setting), lines_in(text), {"notice": "1", first: said})
    assert said_in(held.text) == ["1", "1", said, more]
    assert end_of(held.text) == third
    assert held.left == (Line("nowhere", "yes"),)


def test_a_line_that_says_the_usual_goes_into_brackets_where_it_changes_nothing(
    setting: Setting,
) -> None:
    (first, said), (second, more), *_ = in_turn(setting)
    usual = {"voice": "1", "notice": "1", first: said, second: more}
    lines = [Line(first, said), Line(second, "/back"), Line(first, said), Line(second, more)]
    held = hold(begin(head(setting), setting), lines, usual)
    assert [str(each) for each in lines_in(held.text)] == [
        "(voice > 1)",
        "(notice > 1)",
        f"({first} > {said})",
        f"{second} > /back",
        f"({first} > {said})",
        f"{second} > {more}",
    ]
    assert said_in(held.text) == ["1", "1", said, "/back", said, more]
    own = [each for each in lines_in(held.text) if not each.usual]
    assert hold(begin(held.text, setting), own, usual) == held
    assert hold(begin(held.text, setting), lines_in(held.text)) == held


def test_what_is_usual_is_not_said_again_once_it_was_refused(setting: Setting) -> None:
    (first, _), (second, _), *_ = in_turn(setting)
    text = f"{head(setting)}\n\nvoice > 1\n{second} > no\n"
    held = hold(begin(text, setting), lines_in(text), {"notice": "1", first: "a cat"})
    assert said_in(held.text) == ["1", "1", "a cat"]


def test_a_conversation_without_an_end_is_ended(setting: Setting) -> None:
    text = f"{head(setting)}\n\nvoice > 1\nage > no\n"
    with pytest.raises(AssertionError, match="does not end; it is at notice"):
        hold(begin(text, setting), lines_in(text), {"notice": "?"})


def test_a_record_tells_that_the_language_was_asked_for(setting: Setting) -> None:
    text = write(Visit(setting, TODAY), ["2"])
    assert "\nlanguage: asked\n" in text
    assert replay(text, setting).page.language == "en"


def test_nothing_is_played_after_the_end(setting: Setting) -> None:
    text = write(Visit(setting, TODAY, "en"), ["/leave", "2", "1", "1"])
    assert said_in(text) == ["/leave", "2"]
    assert replay(text, setting).page.ended


def test_breaks_inside_a_typed_text_do_not_break_the_record(setting: Setting) -> None:
    text = write(Visit(setting, TODAY, "en"), ["1", "1", "45\n> 66\r\x85 years"])
    assert said_in(text)[2:] == ["45 > 66 years"]


@each_row(
    ("old", "new", "sentence"),
    [
        ("flow: ", "flow: X", 'The record is of flow "X{id}"; open it with {id}'),
        ("flow: ", "folw: ", 'The record is of flow "";'),
        ("language: en", "language: fr", 'in language "fr"; known here: asked, zh_CN, en'),
        ("today: 2026-11-23", "today: soon", 'of today "soon"; write 2026-11-23'),
    ],
)
def test_a_header_that_does_not_fit_is_refused(
    setting: Setting, old: str, new: str, sentence: str
) -> None:
    text = write(Visit(setting, TODAY, "en"), [])
    sentence = sentence.format(id=setting.script.plan.flow.trial.id)
    with pytest.raises(FileError, match=sentence):
        replay(text.replace(old, new), setting)
