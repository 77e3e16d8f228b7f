"""A call for help is heard wherever text is taken; it answers nothing and is never said back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cases import TODAY, fitting, shipped, talk
from fitting import visit_at
from rows import each_row

from prescreen.page.model import Page
from prescreen.session.visit import Setting, Visit

PLACES: dict[str, dict[str, str]] = {
    "voice": {},
    "notice": {},
    "age": {},
    "ivig": {},
    "ivig_when": {"ivig": "yes"},
    "ivig_when.narrow": {"ivig": "yes", "ivig_when": "May 2026"},
    "not_this_study": {"age": "70"},
    "review": {},
}
"""Where it is tried, and the answers that lead there."""


def is_help(page: Page) -> bool:
    return page.panel is not None and page.panel.name == "help" and page.cover is None


@each_row("text", ["I can't breathe", "喘不上气", "救命", "help me", "不想活了"])
@each_row("place", PLACES)
def test_it_opens_urgent_help_and_leaves_the_page_as_it_stood(
    setting: Setting, place: str, text: str
) -> None:
    visit = visit_at(setting, place, **PLACES[place])
    before, route = visit.page, visit.dialog.route
    visit.say(text)
    assert is_help(visit.page)
    assert visit.dialog.route == route
    assert text not in repr(visit._around.now.not_taken)
    visit.say("close")
    assert visit.page == replace(before, heard="")


def test_it_is_heard_before_a_language_is_chosen(setting: Setting) -> None:
    visit = Visit(setting, TODAY)
    visit.say("胸口疼")
    assert is_help(visit.page)


@each_row("panel", ["why", "about", "leave", "help"])
def test_it_is_heard_over_a_panel(setting: Setting, panel: str) -> None:
    visit = visit_at(setting, "ivig")
    visit.do(panel)
    visit.say("胸口疼")
    assert is_help(visit.page)
    visit.say("close")
    assert visit.page.over is None


def test_it_is_heard_on_a_hidden_screen_which_stays_hidden_behind_it(setting: Setting) -> None:
    visit = visit_at(setting, "ivig")
    visit.do("hide")
    visit.say("yes")
    assert visit.page.cover
    visit.say("救命")
    assert is_help(visit.page)
    visit.say("close")
    assert visit.page.cover


def test_help_is_whole_and_the_same_whatever_was_said(setting: Setting) -> None:
    panels = {
        visit_at(setting, "ivig", text).page.panel
        for text in ("chest pain", "不想活了", "help", "fever of 39")
    }
    visit = visit_at(setting, "ivig")
    visit.do("help")
    assert panels == {visit.page.panel}


@each_row("text", ["no chest pain", "没有胸痛", "不想说", "62"])
def test_what_is_denied_opens_nothing(setting: Setting, text: str) -> None:
    visit = visit_at(setting, "ivig")
    visit.say(text)
    assert not is_help(visit.page)


def test_a_word_of_a_choice_answers_its_question(setting: Setting) -> None:
    called = {"ivig": {"yes": ("I can't breathe",)}}
    heard = replace(setting, script=replace(setting.script, labels=called))
    visit = visit_at(heard, "ivig")
    visit.say("i can't breathe")
    assert visit.page.name == "ivig_when"


def test_no_preview_says_back_a_call(setting: Setting) -> None:
    visit = visit_at(setting, "weight")
    assert visit.preview("62 kg, I can't breathe") == ""


@pytest.mark.parametrize("text", ["喘不上气", "60 kg, but my chest hurts", "help"])
def test_screen_notes_the_attempt_and_the_next_one_counts(text: str) -> None:
    found = talk(shipped(), {**fitting(), "weight": (text, *fitting()["weight"])})
    assert found["refused"] == {"weight": ["urgent"]}
    assert found["outcome"] == "likely_eligible"
