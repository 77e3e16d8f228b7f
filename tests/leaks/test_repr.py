"""No object of the program shows an answer to somebody who only prints it."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Iterator

import pytest
from rows import each_row
from tui.stage import stage

from leaks.canaries import REFUSED, TODAY, talk
from prescreen.dialog.listen import listen
from prescreen.page.model import Pad
from prescreen.session.first_page import FirstPageVisit
from prescreen.session.visit import Setting, Visit
from prescreen.system.privacy import apology
from prescreen.tui.controls import pad, picker
from prescreen.tui.terminal import escape_parser

LANGUAGES = ("zh_CN", "en")
HOLDERS = (
    *("Visit", "Dialog", "Route", "Surroundings", "Page", "Turn", "Type", "Pick", "Finding"),
    *("VisitApp", "VisitScreen", "Field", "TypeTiles", "Spot", "FirstPageVisit", "Picked"),
    "Measure",
)
"""Kinds of object that a whole conversation on the screen leaves behind, among others."""


def ours() -> Iterator[object]:
    """Every object of the program that is alive."""
    for each in gc.get_objects():
        module = str(type(each).__module__)
        if module.partition(".")[0] == "prescreen" and not isinstance(each, type):
            yield each


def printed(each: object) -> str:
    """All that a logger, a debugger or a traceback makes of an object."""
    return f"{each!r} {each} {[each]}"


@pytest.mark.parametrize(
    "language", [LANGUAGES[0], pytest.param(LANGUAGES[1], marks=pytest.mark.prove)]
)
async def test_nothing_that_lives_during_a_conversation_prints_an_answer(
    setting: Setting, language: str
) -> None:
    said = talk(setting, language)
    visit = Visit(setting, TODAY, language)
    first_page_visit = FirstPageVisit(visit.page, lambda: visit)
    async with stage(first_page_visit) as on:
        for each in said.exchanges:
            on.screen.say(each.text)
        on.screen.say("answers")
        question, text = said.typed
        on.screen.say(question)
        on.screen.say(REFUSED[language])
        on.screen.panes.field.write(text)
        await on.pilot.pause()
        await on.press("f3")
        alive = [*ours()]
        shown = "".join("".join(map(printed, alive)).split())
    assert {type(each).__name__ for each in alive} >= set(HOLDERS)
    assert len(visit.dialog.route.steps) > len(said.exchanges) / 2
    for canary in said.canaries:
        assert "".join(canary.split()) not in shown


def test_an_apology_has_nothing_of_what_failed() -> None:
    with pytest.raises(AttributeError) as failed:
        listen(None, "61.37 kg", None, None)  # type: ignore[arg-type]
    with_locals = traceback.TracebackException.from_exception(failed.value, capture_locals=True)
    assert "61.37" in "".join(with_locals.format())
    assert "61.37" not in apology(failed.value)


@each_row(
    "each",
    [
        escape_parser.TypedText("61.37"),
        escape_parser.Pasted("61.37"),
        escape_parser.Sequence("\x1b[61.37"),
        pad.pad_text("61.37", Pad(point=True)),
        picker.DayPick.read("1961-03-07"),
    ],
)
def test_what_lives_for_a_moment_prints_nothing_typed(each: object) -> None:
    assert "61" not in printed(each)
