"""After "erase and start again" nothing is left in the program of what the person before said."""

from __future__ import annotations

import gc
from datetime import date

import pytest
from fitting import visit_at, way_to
from offering import offering
from tui.stage import Stage, stage

from prescreen.flow.states import OPENING
from prescreen.page.parts import RESTART_NOW
from prescreen.plain.lines import Lines
from prescreen.session.visit import Setting, Visit

TODAY = date(2026, 11, 23)


def weight_of(language: str, front: str) -> str:
    """A weight that stands nowhere in the program before it is typed."""
    return f"{60 + len(language)}.{len(front)}7"


def alive(part: str) -> set[str]:
    """The objects that hold a text with this part, by their kinds and texts."""
    gc.collect()
    rest: list[object] = [*gc.get_objects()]
    seen = {id(each) for each in rest}
    found: set[str] = set()
    while rest:
        each = rest.pop()
        for inner in gc.get_referents(each):
            if isinstance(inner, str):
                if part in inner and inner is not part:
                    found.add(f"{type(each).__module__}.{type(each).__qualname__}: {inner}")
            elif id(inner) not in seen:
                seen.add(id(inner))
                rest.append(inner)
    return found


async def weigh(on: Stage, weight: str) -> None:
    """Answer at the weight, in two attempts; look around, and answer once more."""
    for text in (weight, f"{weight} kg"):
        on.screen.say(text)
    await on.pilot.pause()
    await on.press("f3", "escape")
    on.screen.do("answers")
    on.screen.say("weight")
    await on.write(f"{weight} kg")
    await on.press("enter")


@pytest.mark.parametrize("language", ["zh_CN", pytest.param("en", marks=pytest.mark.prove)])
async def test_the_screen_forgets(setting: Setting, language: str) -> None:
    weight = weight_of(language, "screen")
    async with stage(visit_at(setting, "weight", language=language)) as on:
        await weigh(on, weight)
        assert alive(weight), "it is found while it is known"
        on.screen.do("leave")
        on.screen.say(RESTART_NOW)
        await on.pilot.pause()
        assert on.screen.page.name in OPENING
        left = alive(weight)
    assert not left


@pytest.mark.prove
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_plain_lines_forget(setting: Setting, language: str) -> None:
    weight = weight_of(language, "lines")
    lines = Lines(Visit(setting, TODAY, language))
    at_weight = (weight, f"{weight} kg", "/answers", "weight", f"{weight} kg")
    for text in (*way_to(setting, "weight"), *at_weight):
        list(lines.said())
        list(lines.hear(text))
    assert alive(weight), "it is found while it is known"
    for text in ("/leave", "3"):
        list(lines.said())
        list(lines.hear(text))
    list(lines.said())
    assert not alive(weight)


@pytest.mark.prove
@pytest.mark.parametrize("way", ["leave", "back", "answers"])
async def test_the_screen_forgets_an_offer_that_nobody_answered(setting: Setting, way: str) -> None:
    weight = f"{61 + len(way)}.83"
    async with stage(visit_at(setting, "weight")) as on:
        with offering():
            await on.write(f"maybe {weight} kg")
            await on.press("enter")
        assert weight in on.screen.page.offer
        on.screen.do(way)
        if way != "leave":
            on.screen.do("leave")
        on.screen.say(RESTART_NOW)
        await on.pilot.pause()
        left = alive(weight)
    assert not left


def test_plain_lines_forget_an_offer_that_nobody_answered(setting: Setting) -> None:
    weight = "68.29"
    lines = Lines(Visit(setting, TODAY, "zh_CN"))
    with offering():
        for text in (*way_to(setting, "weight"), f"maybe {weight} kg"):
            list(lines.said())
            list(lines.hear(text))
        assert any(weight in each for each in lines.said())
    for text in ("/leave", "3"):
        list(lines.said())
        list(lines.hear(text))
    list(lines.said())
    assert not alive(weight)


async def test_the_next_person_sees_no_trace(setting: Setting) -> None:
    async with stage(visit_at(setting, "weight")) as on:
        await weigh(on, "61")
        on.screen.do("leave")
        on.screen.say(RESTART_NOW)
        for text in ("en", *way_to(setting, "weight"), "70 kg"):
            on.screen.say(text)
        on.screen.do("answers")
        await on.pilot.pause()
        assert "70 kg" in on.shown()
        assert "*" not in on.shown()
