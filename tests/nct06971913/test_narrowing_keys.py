"""Keys typed where a day is to be told more exactly: a date is no number of a tile."""

from __future__ import annotations

from datetime import date

from limits import as_long_as
from tui.stage import stage
from tui.test_keys import burst

from prescreen.session.visit import Setting, Visit

NARROW = ("en", "patient", "agree", "45", "confirmed", "positive_blood", "62 kg")


async def narrowing(setting: Setting, *keys: str, pause: float = 0.0) -> str:
    """Type keys where a day is to be told more exactly; the page and the text of its field."""
    visit = Visit(setting, date(2026, 11, 23))
    for said in NARROW:
        visit.say(said)
    for _ in as_long_as(lambda: visit.page.name != "ivig_when"):
        visit.say("yes" if visit.page.name == "ivig" else "no")
    visit.say("May 2026")
    assert visit.page.name == "ivig_when.narrow"
    async with stage(visit, settle=0.1) as on:
        await burst(on, *keys)
        await on.pilot.pause(pause)
        return f"{on.screen.page.name} {on.screen.text}"


async def test_a_date_typed_where_tiles_have_numbers_is_no_number(setting: Setting) -> None:
    assert await narrowing(setting, *"2026-05-30") == "ivig_when.narrow 2026-05-30"
    assert await narrowing(setting, *"22 May".replace(" ", "")) == "ivig_when.narrow 22May"


async def test_a_number_alone_still_takes_its_tile(setting: Setting) -> None:
    assert not (await narrowing(setting, "1", pause=0.4)).startswith("ivig_when.narrow")
    assert not (await narrowing(setting, "1", "enter")).startswith("ivig_when.narrow")
