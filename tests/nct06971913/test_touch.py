"""The mouse alone, or a finger alone, reaches every outcome."""

from __future__ import annotations

import pytest
from cases import TODAY
from fitting import fitting_of
from limits import as_long_as
from tui.stage import Stage, stage

from flows import FLOW
from prescreen.page.model import Tick, Type
from prescreen.session.visit import Setting, Visit
from prescreen.tui.controls.pad import pad_text
from prescreen.values import Days

TOUCHES = {
    "voice": "tile:patient",
    "notice": "tile:agree",
    "weight": "digit:1 digit:2 digit:0 unit:jin done",
    "steroid_dose": "step:+0.5 step:+0.5 digit:5 unit:mg done",
    "ivig_when": "year:2026 month:5 day:23 done",
}
"""What is touched where more can be tried than what the fitting person says."""
FITS = {**fitting_of(FLOW).everywhere}
CHANGES: dict[str, dict[str, str]] = {
    "likely_eligible": {},
    "ask_site": {"cmv": "not_tested"},
    "not_now": {"cmv": FITS["cmv"], "ivig": "yes"},
    "not_this_study": {"lupus": "no"},
    "declined": {"lupus": FITS["lupus"], "ivig": FITS["ivig"], "willing": "no"},
}
"""The outcomes, each with what is changed in the review to come to it from the one before."""


def touches(visit: Visit, answer: str) -> list[str]:
    """What is touched to give an answer."""
    control = visit.page.control
    if visit.page.name in TOUCHES:
        return TOUCHES[visit.page.name].split()
    if isinstance(control, Type) and control.pad:
        typed = pad_text(answer, control.pad)
        unit = [f"unit:{typed.unit.id}"] if typed.unit else []
        figures = ("point" if each == "." else f"digit:{each}" for each in typed.amount)
        return [*figures, *unit, "done"]
    days = visit.dialog.hear(answer) if visit.dialog.question else None
    if isinstance(days, Days):
        day = days.start
        return [f"year:{day.year}", f"month:{day.month}", f"day:{day.day}", "done"]
    return [f"tile:{answer}"]


async def touch_through(on: Stage, visit: Visit, answers: dict[str, str]) -> None:
    """Answer by touch alone until all is asked or there is an outcome."""
    for _ in as_long_as(lambda: not visit.dialog.at_outcome and visit.page.name != "review"):
        on.check_whole()
        name, control = visit.page.name, visit.page.control
        for _ in as_long_as(lambda: on.screen.unread):
            await on.touch("turn:on")
            on.check_whole()
        for touch in touches(visit, answers[name]):
            await on.touch(touch)
        if isinstance(control, Tick) and visit.page.name == name:
            await on.touch("done")
        assert visit.page.name != name, f"{name} was not answered"


@pytest.mark.parametrize(
    ("language", "size"),
    [("zh_CN", (46, 13)), pytest.param("en", (80, 24), marks=pytest.mark.prove)],
)
async def test_touch_alone_reaches_every_outcome(
    setting: Setting, language: str, size: tuple[int, int]
) -> None:
    visit = Visit(setting, TODAY)
    answers = FITS | {"language": language}
    async with stage(visit, size) as on:
        for outcome, changes in CHANGES.items():
            answers |= changes
            for name in changes or [""]:
                if name:
                    await on.touch(f"tile:{name}")
                await touch_through(on, visit, answers)
            if visit.page.name == "review":
                await on.touch("tile:done")
            assert visit.page.name == outcome
            on.check_whole()
            if outcome != "declined":
                await on.touch("tile:answers")
        await on.touch("tile:finish")
        await on.touch("tile:leave_now")
        assert visit.page.ended


@pytest.mark.parametrize("language", ["zh_CN", "en"])
async def test_touch_alone_reaches_every_command_in_large_text(
    setting: Setting, language: str
) -> None:
    visit = Visit(setting, TODAY, language)
    for step in ("voice", "notice", "age"):
        visit.say(FITS[step])
    async with stage(visit, (46, 13)) as on:
        await on.touch("more")
        on.check_whole()
        shown = {spot.name: spot.number for spot in on.screen.panes.answers.targets}
        await on.touch("menu:close")
        assert on.screen.answering.menu is None
        assert all(shown[each.id] == each.shown for each in visit.page.commands)
        await on.touch("more")
        await on.touch("back")
        assert visit.page.name == "age"
