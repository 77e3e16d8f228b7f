"""Keys typed where a day is to be told more exactly: a date is no number of a tile."""

from __future__ import annotations

from fitting import visit_at
from tui.stage import stage
from tui.test_keys import burst

from prescreen.session.visit import Setting


async def narrowing(setting: Setting, *keys: str, pause: float = 0.0) -> str:
    """Type keys where a day is to be told more exactly; the page and the text of its field."""
    visit = visit_at(setting, "ivig_when.narrow", ivig="yes", ivig_when="May 2026")
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
