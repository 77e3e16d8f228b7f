"""What lies over a page: panels, a screen that is hidden, and one that nobody touches."""

from __future__ import annotations

from rows import each_row

from prescreen.page.over import (
    Away,
    Hidden,
    Over,
    PanelOpen,
    attended,
    away,
    opened,
    panel_name,
    turned,
)

PANEL = PanelOpen("help")


def test_a_hidden_screen_turned_again_shows_what_was_there() -> None:
    assert turned(None) == Hidden()
    assert turned(Hidden()) is None
    assert turned(PANEL) == Hidden(PANEL)
    assert turned(Hidden(PANEL)) == PANEL


def test_a_panel_over_a_hidden_screen_keeps_it_hidden_and_one_over_a_panel_takes_its_place() -> (
    None
):
    assert opened(None, "help") == PANEL
    assert opened(PanelOpen("about"), "help") == PANEL
    assert opened(Hidden(), "help") == PanelOpen("help", Hidden())
    assert opened(Hidden(PANEL), "about") == PanelOpen("about", Hidden())
    assert opened(PanelOpen("help", Hidden()), "about") == PanelOpen("about", Hidden())


def test_to_hide_a_panel_over_a_hidden_screen_hides_one_thing_and_not_two() -> None:
    assert turned(PanelOpen("help", Hidden())) == Hidden(PANEL)


@each_row("under", [None, PANEL, Hidden(), Hidden(PANEL), PanelOpen("a", Hidden())])
def test_whoever_comes_back_finds_what_was_there(under: PanelOpen | Hidden | None) -> None:
    hidden = away(under, 0)
    warned = away(hidden, 30)
    assert (hidden.left, warned.left) == (0, 30)
    assert attended(hidden) == attended(warned) == attended(under) == under


@each_row(
    ("over", "name"),
    [
        (None, ""),
        (Hidden(), ""),
        (Away(0), ""),
        (PANEL, "help"),
        (Hidden(PANEL), "help"),
        (Away(3, PANEL), "help"),
        (Away(3, Hidden(PANEL)), "help"),
        (PanelOpen("help", Hidden()), "help"),
    ],
)
def test_a_panel_is_open_whatever_lies_over_it(over: Over | None, name: str) -> None:
    assert panel_name(over) == name
