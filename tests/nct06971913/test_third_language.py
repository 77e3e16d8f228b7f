"""One language more than there are: nothing only counts to two."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from rows import each_row
from test_check_alike import told

from flows import FLOW, setting_of
from prescreen.language import locale_formats
from prescreen.language.catalogs import Language
from prescreen.language.conventions import CONVENTIONS
from prescreen.page import speech
from prescreen.page.model import Page
from prescreen.page.parts import SWITCH
from prescreen.session.visit import Setting, Visit

THIRD = "xx"
More = Callable[[str, str], Setting]


@pytest.fixture
def with_third(monkeypatch: pytest.MonkeyPatch) -> More:
    """The setting with a third language, which is English but for one piece of text."""
    rows = {**CONVENTIONS, THIRD: CONVENTIONS["en"]}
    for module in (speech, locale_formats):
        monkeypatch.setattr(module, "CONVENTIONS", rows)

    def made(old: str, new: str) -> Setting:
        setting = setting_of(FLOW)
        english = setting.languages["en"].sentences
        sentences = {at: words.replace(old, new) for at, words in english.items()}
        third = Language(THIRD, sentences)
        return replace(setting, languages={**setting.languages, THIRD: third})

    return made


@each_row(
    ("old", "new", "sentence"),
    [
        ("38", "39", f'[panel "help"] differs in zh_CN and {THIRD}: the panel.'),
        ("{n} kg", "kg", "[weight] an answer is said back with other figures."),
    ],
)
def test_it_is_held_against_the_first(with_third: More, old: str, new: str, sentence: str) -> None:
    assert sentence in told(with_third(old, new))


def test_each_is_switched_to_the_one_that_is_named(with_third: More) -> None:
    visit = Visit(with_third("English", "Third"), date(2026, 11, 23), "zh_CN")
    named = []
    for _ in range(3):
        named.append((switch(visit.page), visit.page.language))
        visit.do(SWITCH)
    assert named == [("English", "zh_CN"), ("Third", "en"), ("中文", THIRD)]


def switch(page: Page) -> str:
    """What the command is called that switches the language."""
    return next(each.label for each in page.commands if each.id == SWITCH)
