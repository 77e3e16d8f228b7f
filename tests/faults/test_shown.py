"""Rows 8, 14, 15, 19, 22: what is shown, and how."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from rich.color import Color
from rows import each_row
from textual import events
from textual.app import App, ComposeResult
from textual.containers import Container
from textual.widget import Widget
from textual.widgets import Button, Input, Static
from tui.pages import EN, ORDER, ZH, FakeVisit
from tui.stage import stage
from tui.test_parts import contrast

from faults.rig import Nursery
from flows import EVERY_FLOW
from prescreen.language.conventions import CLOSING_MARKS
from prescreen.page.model import Page, Pick, Tile
from prescreen.session.setting import open_setting
from prescreen.session.visit import Visit
from prescreen.tui.layout.palette import DARK, LIGHT
from prescreen.tui.layout.typeset import lines

MARKUP = "[/] [bold]b[/bold] [@click=app.quit]q[/]"
EXAMPLE = Path(__file__).parents[2] / "docs" / "site.example.toml"


# Row 8: markup


async def test_row_8_bare_trips_over_a_text_or_obeys_it() -> None:
    class Echo(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("[@click=app.quit]q[/]", id="obeys")
            yield Static("", id="trips")

    async with Echo().run_test() as pilot:
        shown = pilot.app.query_one("#obeys", Static).visual
        assert "@click" not in str(shown), "it is a link that quits"
        with pytest.raises(Exception, match="closing tag"):
            pilot.app.query_one("#trips", Static).update("[/]")


@dataclass
class MarkedVisit(FakeVisit):
    """A visit whose catalogs hold markup in every place."""

    @property
    def page(self) -> Page:
        """The page with markup in its texts."""
        page = super().page
        tile = Tile("one", MARKUP, 1, help=MARKUP)
        blocks = tuple(replace(each, text=MARKUP) for each in page.blocks)
        return replace(
            page, title=MARKUP, heading=MARKUP, blocks=blocks, control=Pick((tile,)), heard=MARKUP
        )


async def test_row_8_markup_of_a_catalog_is_shown_as_it_is() -> None:
    async with stage(MarkedVisit(order=("weight",)), (120, 40)) as on:
        assert on.shown().count(MARKUP) >= 5
        await on.touch("tile:one")
        assert on.app.is_running


async def test_row_8_markup_that_is_typed_or_pasted_is_shown_as_it_is() -> None:
    async with stage(FakeVisit(order=("weight", "lupus")), (120, 40)) as on:
        on.app.post_message(events.Paste(MARKUP))
        await on.pilot.pause()
        assert on.screen.text == MARKUP
        await on.press("enter")
        assert MARKUP in on.shown()


@EVERY_FLOW
async def test_row_8_markup_of_the_site_file_is_shown_as_it_is(flow: Path, tmp_path: Path) -> None:
    site = tmp_path / "site.toml"
    name = "Example Hospital, Department of Rheumatology"
    text = EXAMPLE.read_text(encoding="utf-8")
    assert name in text
    site.write_text(text.replace(name, MARKUP), encoding="utf-8")
    visit = Visit(open_setting(flow, site, None, strict=False), date(2026, 11, 23), EN)
    visit.say("patient")
    async with stage(visit, (120, 60)) as on:
        assert MARKUP in on.shown()


# Row 14: wrap

CHINESE = "您的体重是多少？如果不清楚，请说大概的数字，例如62公斤，也可以说斤。"


async def test_row_14_bare_begins_a_line_with_a_full_stop() -> None:
    class Wrapped(App[None]):
        def compose(self) -> ComposeResult:
            for width in range(12, 30):
                with Container():
                    text = Static(CHINESE)
                    text.styles.width = width
                    yield text

        CSS = "Container { height: auto; }"

    async with Wrapped().run_test(size=(40, 200)) as pilot:
        begins = {
            text.render_line(y).text[:1]
            for text in pilot.app.query(Static)
            for y in range(text.size.height)
        }
    assert begins & CLOSING_MARKS


@each_row("width", range(12, 30))
def test_row_14_no_line_begins_with_a_closing_mark(width: int) -> None:
    assert not {line[:1] for line in lines(CHINESE, width)} & CLOSING_MARKS


# Row 15: glyphs of ambiguous width


async def test_row_15_bare_draws_with_glyphs_of_ambiguous_width() -> None:
    class Framed(App[None]):
        def compose(self) -> ComposeResult:
            yield Input()

    async with Framed().run_test(size=(40, 5)) as pilot:
        field = pilot.app.query_one(Input)
        drawn = "".join(strip.text for strip in field.render_lines(field.region.reset_offset))
    assert ambiguous(drawn)


@pytest.mark.parametrize("language", [EN, ZH])
@pytest.mark.parametrize("name", ORDER)
async def test_row_15_no_screen_has_a_glyph_of_ambiguous_width(name: str, language: str) -> None:
    async with stage(FakeVisit(language, order=(name,)), (60, 16)) as on:
        assert not ambiguous(on.shown())
        on.screen.do("why")
        assert not ambiguous(on.shown())
        await on.press("escape")
        on.app.post_message(events.Paste("1"))
        await on.pilot.pause()
        assert not ambiguous(on.shown(on.screen.panes.field))


def ambiguous(text: str) -> set[str]:
    return {each for each in text if east_asian_width(each) == "A"}


# Row 19: the language

SPOKEN: ContextVar[str] = ContextVar("SPOKEN", default="en")


async def test_row_19_bare_keeps_the_old_language_in_its_widgets() -> None:
    class Speaker(Widget):
        heard = ""

        def listen(self) -> None:
            self.heard = SPOKEN.get()

    class Talking(App[None]):
        def compose(self) -> ComposeResult:
            yield Speaker()

        def on_key(self) -> None:
            SPOKEN.set("zh")
            speaker = self.query_one(Speaker)
            speaker.call_later(speaker.listen)

    async with Talking().run_test() as pilot:
        await pilot.press("x")
        await pilot.pause()
        assert pilot.app.query_one(Speaker).heard == "en"


@pytest.mark.parametrize("name", [*ORDER, "review"])
async def test_row_19_a_changed_language_reaches_every_string(name: str) -> None:
    async with stage(FakeVisit(EN, order=(name,))) as on:
        on.screen.do("language")
        await on.pilot.pause()
        changed = on.shown()
    async with stage(FakeVisit(ZH, order=(name,))) as on:
        await on.pilot.pause()
        assert changed == on.shown()


# Row 22: contrast


async def test_row_22_bare_buttons_are_hard_to_read() -> None:
    class Pressed(App[None]):
        def compose(self) -> ComposeResult:
            yield Button("Go on", variant="primary", disabled=True)
            yield Button("Go on", variant="error")

    async with Pressed().run_test() as pilot:
        found = [
            contrast(Color.parse(style.color.name), Color.parse(style.bgcolor.name))
            for button in pilot.app.query(Button)
            for strip in button.render_lines(button.region.reset_offset)
            for text, style, _ in strip
            if "Go" in text and style and style.color and style.bgcolor
        ]
    assert min(found) < 7


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_row_22_greys_alone_can_be_read(palette: object) -> None:
    """With NO_COLOR, Textual paints each colour as a grey."""
    from rich.style import Style
    from textual.filter import monochrome_style
    from tui.test_parts import PAIRS

    for ink, ground in PAIRS:
        one, other = (Color.parse(str(getattr(palette, name))) for name in (ink, ground))
        grey = monochrome_style(Style(color=one, bgcolor=other))
        assert grey.color
        assert grey.bgcolor
        assert contrast(grey.color, grey.bgcolor) >= 7, (ink, ground)


@pytest.mark.parametrize("terminal", ["vt100", "linux", "xterm", "xterm-mono", "screen", "unknown"])
def test_row_22_any_kind_of_terminal_shows_the_focus_by_its_shape(
    nursery: Nursery, terminal: str
) -> None:
    with nursery.terminal(
        "faults.programs:ours", "lupus", environment={"TERM": terminal, "NO_COLOR": "1"}
    ) as shown:
        shown.until("F10")
        shown.send(b"\x1b[B")
        shown.until("> 1")
