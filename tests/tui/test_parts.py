"""The parts that need no screen: pad, picker, places, rows and colours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color, ColorSystem
from rows import each_row

from prescreen.page.model import Pad, Picker, Type, UnitKey
from prescreen.tui.controls import pad, picker
from prescreen.tui.layout.frame import answer_rows, column
from prescreen.tui.layout.palette import DARK, LIGHT, Palette
from prescreen.tui.layout.spots import (
    AIRY,
    SHORT,
    TALL,
    Role,
    Spacing,
    Spot,
    SpotPlan,
    grid,
    toward,
)
from prescreen.tui.terminal.driver import HIGHEST, WIDEST, clamp
from tui.pages import EN, ZH, controls

KG, JIN, KILO = UnitKey("kg", "公斤", "公斤"), UnitKey("jin", "斤", "斤"), UnitKey("k", "kg", " kg")
WEIGHT = Pad((KG, JIN, KILO), point=True)
TABLETS = Pad((UnitKey("mg", "mg", " mg"), UnitKey("tab", "tablets", " tablets")), True, "tab")


def typed(shown: Pad, *names: str) -> str:
    text = ""
    for name in names:
        text = pad.pad_pressed(text, name, shown)
    return text


@each_row(
    ("keys", "text"),
    [
        ("digit:6 digit:2", "62"),
        ("digit:6 digit:2 unit:kg", "62公斤"),
        ("digit:6 digit:2 unit:kg unit:jin", "62斤"),
        ("digit:6 unit:k digit:2", "62 kg"),
        ("unit:k digit:6", "6 kg"),
        ("digit:0 digit:6", "6"),
        ("point digit:5", "0.5"),
        ("digit:6 point point digit:5", "6.5"),
        ("digit:6 unit:kg erase", "6"),
        ("digit:6 erase erase", ""),
        ("digit:1 digit:2 digit:3 digit:4 digit:5 digit:6 digit:7", "123456"),
    ],
)
def test_the_pad_writes_what_could_be_typed(keys: str, text: str) -> None:
    assert typed(WEIGHT, *keys.split()) == text


@each_row(
    ("keys", "text"),
    [
        ("step:+0.5", "0.5 tablets"),
        ("digit:8 step:-0.5", "7.5 tablets"),
        ("step:-0.5", "0 tablets"),
        ("digit:4 digit:0 unit:mg step:+0.5", "0.5 tablets"),
        ("digit:9 point step:+0.5 step:+0.5", "10 tablets"),
    ],
)
def test_steps_count_the_unit_they_name(keys: str, text: str) -> None:
    assert typed(TABLETS, *keys.split()) == text


@each_row(
    ("text", "key", "after"),
    [
        ("120斤", "digit:5", "1205斤"),
        ("120斤", "unit:kg", "120公斤"),
        ("120 KG", "digit:5", "1205 KG"),
        ("１２０斤", "point", "120.斤"),
        ("62 kg", "erase", "62"),
        ("about", "digit:6", "about 6"),
        ("about 6", "digit:2", "about 62"),
        ("about 62", "unit:k", "about 62 kg"),
        ("一百二十斤", "unit:kg", "一百二十公斤"),
        ("一百二十斤", "digit:5", "一百二十斤5"),
    ],
)
def test_pad_and_typed_text_are_one(text: str, key: str, after: str) -> None:
    assert pad.pad_pressed(text, key, WEIGHT) == after


@each_row(
    ("text", "unit"),
    [("120斤", "jin"), ("62公斤", "kg"), ("about 120 KG", "k"), ("120", None), ("bjin", None)],
)
def test_a_typed_unit_lights_its_key(text: str, unit: str | None) -> None:
    lit = [spot.name for rank in pad.units(WEIGHT, text) for spot in rank if spot.on]
    assert lit == ([f"unit:{unit}"] if unit else [])


AMOUNTS = st.decimals(0, 999, places=1).map(lambda number: f"{number:f}".removesuffix(".0"))


@given(AMOUNTS, st.sampled_from([" kg", "公斤", "斤", "KG", ""]), st.sampled_from("0123456789"))
def test_a_digit_of_the_pad_is_as_if_typed_before_the_unit(
    amount: str, unit: str, digit: str
) -> None:
    if len(amount) < pad.LONGEST_NUMBER and amount != "0":
        assert pad.pad_pressed(amount + unit, f"digit:{digit}", WEIGHT) == amount + digit + unit


@given(st.text("约六十1a .斤kg两", min_size=1, max_size=12), st.sampled_from(pad.keys(WEIGHT)))
def test_no_key_of_the_pad_but_the_erasing_one_loses_a_typed_word(text: str, key: Spot) -> None:
    if key.name and key.name != "erase":
        after = pad.pad_pressed(text, key.name, WEIGHT)
        assert set(text) - set(" 0.") <= set(after)


def test_erasing_takes_one_sign() -> None:
    assert pad.pad_pressed("about", "erase", WEIGHT) == "abou"


@given(st.text(max_size=12), st.sampled_from([spot.name for spot in pad.keys(WEIGHT)]))
def test_the_pad_takes_any_text(text: str, name: str) -> None:
    pad.pad_pressed(text, name, WEIGHT)
    pad.pad_pressed(text, "unit:kg", WEIGHT)


@each_row("text", ["", "2026", "2026-05", "2026-05-23"])
def test_the_picker_reads_what_it_writes(text: str) -> None:
    assert picker.DayPick.read(text).written == text


@each_row("text", ["x", "2026-13", "2026-00", "26", "2026-5"])
def test_the_picker_leaves_other_texts_alone(text: str) -> None:
    assert picker.DayPick.read(text) == picker.DayPick()


def a_picker() -> Picker:
    control = controls(EN)["when"][2]
    assert isinstance(control, Type)
    assert control.picker
    return control.picker


@each_row("size", [*range(3, 12), 79])
def test_every_year_is_on_one_page_of_the_picker(size: int) -> None:
    shown = a_picker()
    seen: list[str] = []
    for page in range(500):
        names = [spot.name for spot in picker.years(shown, page, size)]
        assert len(names) <= size
        seen += [name for name in names if name.startswith("year:")]
        if f"page:{page + 1}" not in names:
            break
    assert seen == [f"year:{year}" for year in range(shown.until.year, shown.oldest - 1, -1)]


@each_row("text", ["", "2024", "2024-02"])
@each_row("spacing", [AIRY, TALL, SHORT])
def test_the_picker_stands_on_the_narrowest_screen(text: str, spacing: Spacing) -> None:
    for width in range(1, 24):
        plan = picker.picker_plan(a_picker(), text, 0, [Spot("done", "Done")], width, spacing)
        kind = ("year:", "month:", "day:")[len(text.split("-")) if text else 0]
        assert any(spot.name.startswith(kind) for spot in plan.spots), width


@pytest.mark.parametrize("text", ["2024-02", "2026-02", "2026-12"])
def test_a_month_has_its_days(text: str) -> None:
    plan = picker.picker_plan(a_picker(), text, 0, [Spot("done", "Done")], 76, AIRY)
    days = [spot.name for spot in plan.spots if spot.name.startswith("day:")]
    assert days[-1] == {"2024-02": "day:29", "2026-02": "day:28", "2026-12": "day:31"}[text]


@pytest.mark.parametrize(
    ("text", "last"), [("2026", "month:11"), ("2026-11", "day:23"), ("2025", "month:12")]
)
def test_no_day_to_come_can_be_picked(text: str, last: str) -> None:
    today = replace(a_picker(), until=date(2026, 11, 23))
    plan = picker.picker_plan(today, text, 0, [Spot("done", "Done")], 76, AIRY)
    assert [spot.name for spot in plan.spots if spot.name.startswith(last[:4])][-1] == last


@given(
    st.lists(st.sampled_from(["Yes", "A weak heart: a short walk stops you", "没有"]), min_size=1),
    st.integers(24, 100),
    st.integers(1, 3),
    st.sampled_from((AIRY, TALL, SHORT)),
)
def test_spots_neither_overlap_nor_lose_words(
    labels: list[str], width: int, columns: int, spacing: Spacing
) -> None:
    spots = [Spot(str(at), label, number=str(at)) for at, label in enumerate(labels)]
    plan = grid(spots, width, columns, spacing)
    cells = [
        (x, y) for s in plan.spots for x in range(s.x, s.x + s.w) for y in range(s.y, s.y + s.h)
    ]
    assert len(cells) == len(set(cells))
    assert all(len(spot.text(spot.w)) <= spot.h for spot in plan.spots)
    assert all(spot.y + spot.h <= plan.height for spot in plan.spots)


@each_row("language", [ZH, EN])
@each_row(("width", "roomy"), [(44, False), (40, False), (76, True), (88, True)])
def test_arrows_reach_every_spot(language: str, width: int, roomy: bool) -> None:
    from prescreen.tui.controls.tiles import tiles_of

    for _, _, control in controls(language).values():
        for text in ("", "2026", "2026-05"):
            for plan in tiles_of(control).layouts(text, width, roomy):
                spots = plan.spots
                reached, new = (
                    set(),
                    {next(at for at, spot in enumerate(spots) if spot.role is not Role.CAPTION)},
                )
                while new:
                    reached |= new
                    ways = [(0, -1), (0, 1), (-1, 0), (1, 0)]
                    found = {toward(spots, at, *way) for at in new for way in ways}
                    new = {at for at in found if at is not None} - reached
                assert len(reached) == sum(spot.role is not Role.CAPTION for spot in spots)


@given(
    st.integers(5, 118),
    st.integers(1, 60),
    st.lists(st.integers(1, 30), min_size=1),
    st.integers(2, 4),
)
def test_question_and_answer_share_the_rows(
    body: int, asked: int, heights: list[int], ranks: int
) -> None:
    plans = [SpotPlan((Spot("x", "x", h=1),), height) for height in heights]
    rows = answer_rows(body, asked, plans, 1, ranks)
    assert 1 <= rows < body
    if asked + min(heights) + 1 <= body:
        assert rows >= min(heights) + 1
        assert body - rows >= asked


def test_the_column_is_inside_the_screen() -> None:
    found = {width: column(width) for width in range(2, 301)}
    assert [at for at, each in found.items() if each.margin + each.width > max(at, 3)] == []


def luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour.get_truecolor())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


PAIRS = [
    *((ink, ground) for ink in ("ink", "quiet") for ground in ("ground", "answers", "tile", "cap")),
    *((ink, "field") for ink in ("ink", "quiet", "said_ink")),
    ("now_ink", "now"),
    ("warm", "ground"),
    ("ground", "warm"),
    ("said_ink", "said"),
    ("said_ink", "ground"),
    ("said_ink", "answers"),
    ("said_ink", "tile"),
    ("said_ink", "cap"),
]


@each_row("palette", [LIGHT, DARK])
@each_row(("ink", "ground"), PAIRS)
@each_row(("system", "least"), [(ColorSystem.TRUECOLOR, 7.0), (ColorSystem.EIGHT_BIT, 4.5)])
def test_all_text_can_be_read(
    palette: Palette, ink: str, ground: str, system: ColorSystem, least: float
) -> None:
    """In 256 colours, which is what most terminals get over SSH, the nearest colours still do."""
    one, other = (
        Color.parse(str(getattr(palette, name))).downgrade(system) for name in (ink, ground)
    )
    assert contrast(one, other) >= least


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_bar_beside_the_question_stands_out(palette: Palette) -> None:
    assert contrast(Color.parse(palette.bar), Color.parse(palette.ground)) >= 3


@given(st.integers(-5, 70_000), st.integers(-5, 70_000))
def test_no_size_is_too_large(width: int, height: int) -> None:
    wide, high = clamp(width, height)
    assert 1 <= wide <= WIDEST
    assert 1 <= high <= HIGHEST


@each_row("palette", [LIGHT, DARK])
@each_row("system", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT])
@each_row(
    ("one", "other"),
    [("answers", "tile"), ("tile", "cap"), ("answers", "field"), ("tile", "now"), ("tile", "said")],
)
def test_tones_that_part_things_differ(
    palette: Palette, system: ColorSystem, one: str, other: str
) -> None:
    tones = {
        Color.parse(str(getattr(palette, name))).downgrade(system).get_truecolor()
        for name in (one, other)
    }
    assert len(tones) == 2
