"""The first page of a demonstration: the scripts to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prescreen.demo.stage import Stage
from prescreen.demo.words import DemoWords
from prescreen.page import parts
from prescreen.page.model import Block, Command, Page, Row, Rows, Tile, Tone
from prescreen.page.parts import numbered, tile
from prescreen.page.words import Words

MENU, FREE = "scripts", "free"


def menu(stage: Stage, language: str) -> Page:
    """The list of the scripts, each with the outcome that it comes to."""
    speech = stage.speech(language)
    return Page(
        name=MENU,
        language=language,
        title=speech(DemoWords.MARK),
        progress="",
        turns=(),
        heading=speech(DemoWords.CHOOSE),
        blocks=(
            Block(speech(DemoWords.CHOOSE_HELP), Tone.HELPER),
            Block(speech(DemoWords.NOBODY), Tone.NOTE),
        ),
        control=_rows(stage, language),
        refused="",
        heard="",
        commands=tuple(_commands(stage, language)),
        panel=None,
    )


def _rows(stage: Stage, language: str) -> Rows:
    tiles = numbered(Tile(each.id, stage.title(each, language)) for each in stage.scripts.scripts)
    rows = tuple(
        Row(each, stage.ends(script, language), each.label)
        for each, script in zip(tiles, stage.scripts.scripts, strict=True)
    )
    free = tile(FREE, stage.speech(language)(DemoWords.FREE))
    return Rows(rows, (replace(free, number=len(rows) + 1),))


def _commands(stage: Stage, language: str) -> Iterator[Command]:
    speech = stage.speech(language)
    following = parts.following(language, stage.setting.languages)
    if following != language:
        name = stage.speech(following)(Words.LANGUAGE_NAME)
        yield Command(parts.SWITCH, "f2", "F2", "language", name)
    yield Command(parts.LEAVE, "f10", "F10", "leave", speech(DemoWords.QUIT))
