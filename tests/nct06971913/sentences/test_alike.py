"""English and Chinese say the same: names, negations, and what each screen offers."""

from __future__ import annotations

import pytest
from words.alike import chinese_negations, english_negations, quantities

from prescreen.flow.states import LANGUAGE
from prescreen.language.voices import Voice
from prescreen.page.model import Page, Pick, Rows, Tick, Tile, Type
from sentences.glossary import concepts_in, reviewed
from sentences.screens import screens
from sentences.shown import Screen
from sentences.trial import corpus


def test_names_of_drugs_tests_and_illnesses() -> None:
    assert not [
        each.name for each in corpus() if concepts_in(each.en, 0) != concepts_in(each.zh, 1)
    ]


def test_negations() -> None:
    differ = {
        each.en for each in corpus() if english_negations(each.en) != chinese_negations(each.zh)
    }
    assert differ == set(reviewed("negations"))


@pytest.mark.prove
def test_each_screen_offers_the_same_in_both_languages() -> None:
    assert _offered("en") == _offered("zh_CN")


def _offered(code: str) -> set[tuple[str, ...]]:
    """What can be done on each screen; the page on which the language is chosen speaks both."""
    shown = (each for each in screens(*Voice) if each.page.name != LANGUAGE)
    return {_shape(each) for each in shown if each.page.language == code}


def _shape(screen: Screen) -> tuple[str, ...]:
    page = screen.page
    panel = page.panel
    return (
        screen.name,
        *(each.id for each in page.commands),
        *(each.tone for each in page.blocks),
        *(f"{each.number} {each.id} {each.chosen}" for each in _tiles(page)),
        *([*(each.tone for each in panel.blocks), panel.name] if panel else []),
        f"{len(page.turns)} {bool(page.heard)} {bool(page.refused)} {bool(page.progress)}",
    )


def _tiles(page: Page) -> tuple[Tile, ...]:
    match page.control:
        case Pick(tiles) | Tick(tiles, _):
            return tiles
        case Type() as typed:
            return typed.tiles
        case Rows(rows, tiles):
            return (*(row.tile for row in rows), *tiles)
        case None:
            return ()


def test_what_is_compared() -> None:
    assert quantities("Ten mg on 3 May 2026") == quantities("2026年5月3日，10 毫克")
    assert quantities("62 kg, or 137 lb") == quantities("62 公斤，或 124 斤")
    assert quantities("6 months") != quantities("6 周")
    assert quantities("IL-2, 18 to 65 years") == quantities("白介素-2，18 到 65 周岁")
    assert concepts_in("IVIG and lupus", 0) == concepts_in("丙球和狼疮", 1)
    assert english_negations("You can't, and nobody does not") == 3
    assert chinese_negations("有没有别的，能不能，不要，还没") == 2
