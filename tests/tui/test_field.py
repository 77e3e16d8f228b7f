"""The text field: typed, corrected, scrolled and touched, in letters of any width."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rows import each_row
from textual import events
from textual.strip import Strip

from prescreen.tui.layout.field import EDGE, LONGEST_TEXT, Field
from prescreen.tui.layout.frame import Column
from prescreen.tui.layout.palette import LIGHT, Ink, inked
from tui.pages import FakeVisit
from tui.stage import stage

KEYS = ("left", "right", "home", "end", "backspace", "delete")
UNDER = inked(LIGHT.field, LIGHT.ink)
THUMB = "👍🏽"
SIGNS = ("4", " ", "岁", "龘", "e\u0301", THUMB)


def key(name: str) -> events.Key:
    """A key, or a character."""
    return events.Key(name, name if name not in KEYS else None)


def opened(width: int = 40) -> Field:
    """An open field in a column so wide, three cells from the edge."""
    field = Field("field", Ink(LIGHT, LIGHT.answers))
    field.open = True
    field.place(Column(3, width), 7, 2)
    return field


def line(field: Field, *, focused: bool = True) -> Strip:
    """The painted row of the field, as wide as its column."""
    row = field.strips(200, focused)[-1]
    return row.crop(field.column.margin, field.column.margin + field.column.width)


def under(field: Field) -> str:
    """What the cursor stands on."""
    return "".join(part.text for part in line(field) if part.style == UNDER)


@dataclass
class Model:
    """What is left and right of a cursor, as lists of what is read as one character."""

    left: list[str]
    right: list[str]

    def take(self, name: str) -> None:
        """Do what the key does."""
        match name:
            case "left" if self.left:
                self.right.insert(0, self.left.pop())
            case "right" if self.right:
                self.left.append(self.right.pop(0))
            case "home":
                self.left, self.right = [], self.left + self.right
            case "end":
                self.left, self.right = self.left + self.right, []
            case "backspace" if self.left:
                self.left.pop()
            case "delete" if self.right:
                self.right.pop(0)
            case "left" | "right" | "backspace" | "delete":
                pass
            case _:
                self.left.append(name)


@given(st.lists(st.sampled_from((*KEYS, *SIGNS)), max_size=60), st.integers(4, 40))
def test_keys_do_what_they_do_in_any_field(names: list[str], width: int) -> None:
    field, model = opened(width), Model([], [])
    for name in names:
        if name in KEYS:
            field.take(key(name))
        else:
            field.add(name)
        model.take(name)
        assert field.value == "".join(model.left + model.right)
        assert under(field).strip() in {"", *model.right[:1]}
        assert line(field).cell_length == width


@given(st.lists(st.sampled_from((*KEYS, *SIGNS)), max_size=60), st.integers(4, 40))
def test_the_cursor_is_always_in_sight(names: list[str], width: int) -> None:
    field = opened(width)
    for name in names:
        if name in KEYS:
            field.take(key(name))
        else:
            field.add(name)
        shown = line(field)
        assert field.cursor
        x, y = field.cursor
        at = x - field.column.margin
        assert y == 8
        assert EDGE <= at < width - EDGE
        assert shown.crop(at, at + 1)._segments[0].style == UNDER or cell_len(under(field)) == 2
        if cell_len(field.value) < width - 2 * EDGE:
            assert shown.text.startswith(" " + field.value), "nothing is hidden without need"


def test_an_example_stands_in_an_empty_field() -> None:
    field = opened()
    field.example = "45 岁"
    assert line(field).text.strip() == "45 岁"
    assert under(field) == "4"
    field.take(key("right"))
    field.take(key("6"))
    assert line(field).text.strip() == "6"


def test_the_cursor_shows_only_with_the_focus() -> None:
    field = opened()
    field.write("62")
    assert not any(part.style == UNDER for part in line(field, focused=False))


def test_no_more_is_taken_than_can_be_read() -> None:
    field = opened()
    field.add("7" * (LONGEST_TEXT + 5))
    field.take(key("8"))
    assert field.value == "7" * LONGEST_TEXT
    field.write("9" * (LONGEST_TEXT + 5))
    assert field.value == "9" * LONGEST_TEXT


def test_a_closed_field_is_nowhere() -> None:
    field = opened()
    field.open = False
    assert field.cursor is None
    assert field.hit(5, 8) == ""
    assert all(not row.text.strip() for row in field.strips(80, True))


@each_row(
    ("x", "on"),
    [(0, "6"), (4, "6"), (5, "2"), (6, "公"), (7, "公"), (8, "斤"), (10, " "), (40, " ")],
)
def test_a_touch_moves_the_cursor(x: int, on: str) -> None:
    field = opened()
    field.write("62公斤")
    field.touch(x)
    assert under(field) == on


def test_a_touch_means_what_is_in_sight() -> None:
    field = opened(12)
    field.write("0123456789abcdef")
    shown = line(field).text.strip()
    field.touch(field.column.margin + EDGE)
    assert under(field) == shown[0] == "7"


async def test_a_touch_in_the_field_goes_there() -> None:
    async with stage(FakeVisit(order=("weight",))) as on:
        field = on.screen.panes.field
        await on.write("62 kg")
        await on.press("down")
        assert on.screen.where.pane is not field
        await on.pilot.click(offset=(field.column.margin + EDGE + 1, field.y + field.rows - 1))
        assert on.screen.where.pane is field
        await on.press("8")
        assert on.screen.text == "682 kg"


async def test_an_input_method_composes_at_the_cursor() -> None:
    """The terminal shows what is composed where its own cursor stands."""
    async with stage(FakeVisit(order=("weight",))) as on:
        await on.write("62公")
        x, y = on.app.cursor_position
        assert (x, y) == on.screen.panes.field.cursor
        assert on.screen.canvas.strips[y].crop(0, x).text.endswith("62公")
