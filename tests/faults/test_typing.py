"""Rows 5, 6, 7, 13, 18: what a terminal can send, from wrong bytes to whole texts at once."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rows import each_row
from textual import events
from tui.pages import FakeVisit
from tui.stage import stage

from faults.rig import Nursery, Terminal
from prescreen.system.printable import NOT_UTF8
from prescreen.tui.layout.field import clean
from prescreen.tui.terminal.escape_parser import LATE, EscapeParser, Pasted, Sequence, TypedText
from prescreen.tui.terminal.keyboard import MOMENT, PAUSE, Keyboard

BARE, OURS = "faults.programs:bare", "faults.programs:ours"
ASKED = "How much do you weigh"
ERASE = b"\x1b[F" + b"\x7f" * 40
HAN = "我的体重大约是六十二公斤半年以前用过免疫球蛋白后来停了现在没有再用过别的药物" * 6


@pytest.fixture(scope="module")
def program(nursery: Nursery) -> Iterator[Terminal]:
    """One program for many cases."""
    with nursery.terminal(OURS) as shown:
        shown.until(ASKED)
        shown.settle()
        yield shown


@pytest.fixture
def typing(program: Terminal) -> Iterator[Terminal]:
    """The program for one case, which leaves the field empty for the next, failed or not."""
    yield program
    emptied(program)


def field(shown: Terminal) -> str:
    """What stands in the field, and the hint below it."""
    rows = shown.text.split("\n")
    return "\n".join(rows[9:12]).strip()


def emptied(shown: Terminal) -> None:
    """Close what lies over the page, and empty the field."""
    shown.send(b"\x1b")
    shown.settle(0.15)
    shown.send(ERASE)
    shown.wait(lambda: "I understood" not in shown.text)
    shown.settle(0.05)


# Row 5: sizes

ABSURD = 65535, 65535


@pytest.mark.prove
@pytest.mark.parametrize("when", ["before", "after"])
def test_row_5_bare_takes_an_absurd_size_and_all_memory(nursery: Nursery, when: str) -> None:
    """The limit of half a gigabyte that the test sets is what ends it."""
    size = ABSURD if when == "before" else (80, 24)
    with nursery.terminal(BARE, size=size, megabytes=500) as shown:
        if when == "after":
            shown.until(ASKED)
            shown.resize(*ABSURD)
        shown.wait(
            lambda: not shown.runs or shown.megabytes() > 300 or b"MemoryError" in shown.raw,
            within=120,
        )


def test_row_5_an_absurd_size_before_the_start(nursery: Nursery) -> None:
    with nursery.terminal(OURS, size=ABSURD, megabytes=500) as shown:
        shown.settle(0.6)
        assert shown.megabytes() < 120
        assert len(shown.raw) < 2_000_000
        shown.resize(80, 24)
        shown.settle()
        shown.send(b"62 kg")
        shown.until("I understood 62 kg.")


def test_row_5_absurd_sizes_and_a_storm_of_them(nursery: Nursery) -> None:
    with nursery.terminal(OURS, megabytes=500) as shown:
        shown.until(ASKED)
        chance = Random(5)
        for _ in range(60):
            shown.resize(chance.choice([0, 1, 80, 65535]), chance.choice([0, 1, 24, 65535]))
            os.kill(shown.pid, signal.SIGWINCH)
            shown.read(0)
        shown.send(b"\x1b[48;65535;65535;0;0t\x1b[48;24;80;0;0t\x1b[8;65535;65535t")
        shown.resize(80, 24)
        shown.settle(0.5)
        shown.send(b"62 kg")
        shown.until("I understood 62 kg.")
        assert shown.megabytes() < 150
        assert len(shown.raw) < 8_000_000


# Row 6: bytes that are no UTF-8

GBK = "您好，我的肾".encode("gbk")


def test_row_6_bare_ends_at_the_first_key_of_a_gbk_terminal(nursery: Nursery) -> None:
    with nursery.terminal(BARE) as shown:
        shown.until(ASKED)
        shown.send(GBK)
        assert shown.ended(10) is not None


@pytest.mark.parametrize("page", ["weight", "lupus", "organs", "review"])
@pytest.mark.parametrize("size", [(46, 13), (80, 24)])
def test_row_6_a_line_says_that_utf_8_is_needed(
    nursery: Nursery, page: str, size: tuple[int, int]
) -> None:
    line = "".join(NOT_UTF8.split())
    with nursery.terminal(OURS, page, size=size) as shown:
        shown.until("F10")
        for broken in (GBK, b"\xff\xfe", b"\xe6\x82\xff", b"\xed\xa0\x80"):
            shown.send(broken)
            shown.wait(lambda: line in "".join(shown.text.split()))
            shown.send(ERASE)
            shown.wait(lambda: line not in "".join(shown.text.split()))
        assert shown.runs


# Row 7: odd escapes

ENDING_BARE = [
    b"\x1b[48;24;80;0;0t\x1b[<0;5;5M\x1b[<0;5;5m",
    b"\x1b[97;5:3u",
    b"\x1b[1114112u",
    b"\x1b[200~",
    b"\x1b[99999999999R",
]


@pytest.mark.parametrize("odd", ENDING_BARE)
def test_row_7_bare_is_hurt(nursery: Nursery, odd: bytes) -> None:
    """It ends, or is deaf afterwards, or takes the escape for what was typed."""
    with nursery.terminal(BARE, kitty=True) as shown:
        shown.until(ASKED)
        shown.settle(0.2)
        shown.send(odd)
        shown.settle(0.25)
        if shown.runs:
            shown.send(b"7")
            shown.settle(0.25)
            rows = shown.text.split("\n")
            assert "▊  7  " not in rows[2]


LONG = 20_000
ODD = [
    *ENDING_BARE,
    b"\x1b[48;65535;65535;0;0t",
    b"\x1b[48;24;80;1;1t",
    b"\x1b[1;99999999999R",
    b"\x1b[5;40R",
    b"\x1b[1;2R",
    b"\x1b[<0;99999999999;5M",
    b"\x1b[<0;-1;-1M",
    b"\x1b[<999;300;120M\x1b[<0;300;120m",
    b"\x1b[M\xff\xff\xff",
    b"\x1b[M !!",
    b"\x1b[O",
    b"\x1b[I",
    b"\x1b[?2048;9$y",
    b"\x1b[?2026;9$y",
    b"\x1b[?62;22c",
    b"\x1b[2;2x",
    b"\x1b[1;2;3;4;5&w",
    b"\x1b[0;;1114112:99999999u",
    b"\x1b[55296u",
    b"\x1b[;;;u",
    b"\x1b]0;2222\x07",
    b"\x1b]11;rgb:2222/2222/2222\x1b\\",
    b"\x1b]52;c;MjI=",
    b"\x1bP1$r0m\x1b\\",
    b"\x1bP222",
    b"\x1b_Gi=22;OK\x1b\\",
    b"\x1b^22\x1b\\",
    b"\x1bX22",
    b"\x1b[" + b"2" * LONG + b"A",
    b"\x1b[" + b"2;" * LONG,
    b"\x1b]" + b"2" * LONG,
    b"\x1bP" + b"2" * LONG + b"\x1b\\",
    b"\x1b" * 300,
    b"\x1b[\x1b[\x1b[",
    b"\x1b[201~",
    b"\x1b[<",
    b"\x1b[1;2",
    b"\x1bO",
    b"\x1b(B\x1b#8",
    b"\x00",
    b"\x1b[\x1b]",
]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: repr(odd[:24]))
def test_row_7_an_odd_escape_types_nothing_and_the_next_key_works(
    typing: Terminal, odd: bytes
) -> None:
    typing.send(odd)
    typing.settle(0.12)
    typing.send(b"7")
    typing.until("I understood 7.")
    assert field(typing) == "7\n   I understood 7."


@each_row("odd", ODD)
def test_row_7_the_digits_of_an_escape_choose_no_answer(odd: bytes) -> None:
    """A key that is not known never types digits, which would take a numbered tile."""
    keyboard = Keyboard()
    heard = [*keyboard.hear(odd), *keyboard.hear(b"")]
    assert not [each for each in heard if getattr(each, "character", "") == "2"]


def test_row_7_the_separator_of_a_number_pad_types_a_comma() -> None:
    """Dropped, it would make 75 mg of 7,5 mg; its neighbours type what stands on them."""
    pad = b"\x1bOw\x1bOl\x1bOu\x1bOn\x1bOp"
    assert [getattr(each, "character", "") for each in Keyboard().hear(pad)] == [*"7,5.0"]


def test_row_7_the_focus_of_the_window_is_heard_and_its_loss_is_not() -> None:
    heard = [*Keyboard().hear(b"\x1b[I\x1b[O")]
    assert [type(each) for each in heard] == [events.AppFocus]


CUT = {
    "an arrow": ("[A", []),
    "a function key": ("[20~", []),
    "an older function key": ("OQ", []),
    "a touch": ("[<0;20;22M", []),
    "a coded key": ("[50u", []),
    "a paste": ("[200~2\x1b[201~", ["2"]),
    "a word": ("OK", ["O", "K"]),
    "a letter": ("2", ["2"]),
}


@each_row(("rest", "meant"), CUT.values())
def test_row_7_a_sequence_that_comes_in_two_is_escape_and_no_answer(
    rest: str, meant: list[str]
) -> None:
    keyboard = Keyboard()
    assert [*keyboard.hear(b"\x1b")] == []
    assert [each.key for each in keyboard.hear(b"") if isinstance(each, events.Key)] == ["escape"]
    assert [*keyboard.hear(b"")] == []
    heard = [*keyboard.hear(rest.encode())]
    typed = [getattr(each, "character", None) or getattr(each, "text", "") for each in heard]
    assert typed == meant
    assert len([*keyboard.hear(b"3\x1b[A")]) == 2


SENT = {
    "a touch": b"\x1b[<0;20;22M",
    "a key": b"\x1b[20~",
    "a coded key": b"\x1b[50;1u",
    "a size": b"\x1b[48;24;80;1;1t",
    "a colour": b"\x1b]11;rgb:2222/2222/2222\x1b\\",
    "a place of the cursor": b"\x1b[2;22R",
}


@each_row("sent", SENT.values())
def test_row_7_wherever_a_bad_line_cuts_a_sequence_its_rest_answers_nothing(sent: bytes) -> None:
    for cut in range(2, len(sent)):
        keyboard = Keyboard()
        parts = (sent[:cut], b"", sent[cut:], b"")
        assert [each for part in parts for each in keyboard.hear(part)] == []
        assert [getattr(each, "character", "") for each in keyboard.hear(b"3")] == ["3"]


def test_row_7_what_is_typed_long_after_escape_is_typed() -> None:
    keyboard = Keyboard()
    assert len([*keyboard.hear(b"\x1b"), *keyboard.hear(b"")]) == 1
    keyboard._heard -= LATE
    typed = [getattr(each, "character", "") for each in keyboard.hear(b"[4]")]
    assert typed == ["[", "4", "]"]


def test_row_7_escape_is_taken_at_once_but_not_in_the_middle_of_a_sequence() -> None:
    keyboard = Keyboard()
    assert keyboard.timeout == PAUSE
    list(keyboard.hear(b"\x1b"))
    assert keyboard.timeout == MOMENT
    list(keyboard.hear(b"["))
    assert keyboard.timeout == PAUSE
    assert [each.key for each in keyboard.hear(b"A") if isinstance(each, events.Key)] == ["up"]


ALPHABET = st.sampled_from(
    ["\x1b", "[", "]", "P", "_", "^", "O", "M", "<", "?", ";", ":", "2", "0", "200~", "201~", "$",
     "u", "m", "R", "t", "\x07", "\\", "\x18", "\r", "\x00", "x", "您", "\u202e", "\x9b", "~"]
)  # fmt: skip


@given(st.lists(ALPHABET, max_size=40).map("".join), st.integers(1, 7))
@example("\x1b[1114112u7", 3)
def test_row_7_no_bytes_stop_the_keyboard(text: str, step: int) -> None:
    keyboard, data = Keyboard(), text.encode()
    for at in range(0, len(data), step):
        list(keyboard.hear(data[at : at + step]))
    keyboard._heard -= 10
    list(keyboard.hear(b""))
    assert [getattr(each, "character", "") for each in keyboard.hear(b"7")] == ["7"]


@given(st.lists(ALPHABET, max_size=40).map("".join), st.integers(1, 7))
def test_row_7_parts_of_a_sequence_are_put_together(text: str, step: int) -> None:
    whole, parts = EscapeParser(), EscapeParser()
    at_once = [*whole.feed(text), *whole.rest(10)]
    in_parts = [
        each for at in range(0, len(text), step) for each in parts.feed(text[at : at + step])
    ]
    in_parts += parts.rest(10)
    assert joined(at_once) == joined(in_parts)


def joined(pieces: list[TypedText | Pasted | Sequence]) -> list[tuple[type, str]]:
    """The pieces, with typed texts that follow each other as one."""
    found: list[tuple[type, str]] = []
    for each in pieces:
        if found and isinstance(each, TypedText) and found[-1][0] is TypedText:
            found[-1] = (TypedText, found[-1][1] + each.text)
        else:
            found.append((type(each), each.text))
    return found


# Row 13: input methods


@pytest.mark.parametrize("count", [5, 33])
def test_row_13_bare_makes_garbage_of_a_long_commit(nursery: Nursery, count: int) -> None:
    with nursery.terminal(BARE, kitty=True) as shown:
        shown.until(ASKED)
        assert b"\x1b[>" in shown.raw, "it asks for the protocol"
        shown.send(b"\x1b[0;;" + ":".join(str(ord(each)) for each in HAN[:count]).encode() + b"u")
        assert HAN[:count] not in shown.settle()


def test_row_13_the_kitty_protocol_is_never_asked_for(typing: Terminal) -> None:
    assert b"\x1b[>" not in typing.raw


@pytest.mark.parametrize("count", [1, 2, 5, 33, 60, 200])
@pytest.mark.parametrize("how", ["at once", "by bytes", "coded"])
def test_row_13_a_commit_arrives_whole(nursery: Nursery, count: int, how: str) -> None:
    """The field is read back through what was understood of it."""
    text = "6" + HAN[:count]
    keyboard = Keyboard()
    codes = ":".join(str(ord(each)) for each in HAN[:count])
    data = b"6" + (f"\x1b[0;;{codes}u" if how == "coded" else HAN[:count]).encode()
    step = 1 if how == "by bytes" else 4096
    heard = [each for at in range(0, len(data), step) for each in keyboard.hear(data[at:][:step])]
    assert (
        "".join(getattr(each, "text", "") or getattr(each, "character", "") for each in heard)
        == text
    )


async def test_row_13_two_hundred_characters_stand_in_the_field() -> None:
    async with stage(FakeVisit(order=("weight", "lupus"))) as on:
        for message in Keyboard().hear(HAN[:199].encode()):
            on.app.post_message(message)
        await on.pilot.pause()
        assert on.screen.text == HAN[:199]


# Row 18: what can't be seen

UNSEEN = "6\u202e2\u200b \x9bk\x85g\u2066\ufeff\ue000\x07\x1b[31m"


def test_row_18_bare_sends_pasted_controls_to_the_terminal(nursery: Nursery) -> None:
    with nursery.terminal(BARE) as shown:
        shown.until(ASKED)
        shown.send("\x1b[200~62\u202e kg\x9b\x1b[201~".encode())
        shown.settle()
        assert "\u202e".encode() in shown.raw


@pytest.mark.parametrize("mark", [("\x1b[200~", "\x1b[201~"), ("", "")], ids=["pasted", "typed"])
def test_row_18_what_can_not_be_seen_never_reaches_the_terminal(
    typing: Terminal, mark: tuple[str, str]
) -> None:
    typing.raw = b""
    typing.send(f"{mark[0]}{UNSEEN}{mark[1]}".encode())
    typing.until("62")
    typing.settle()
    seen = typing.raw.decode()
    assert not {each for each in UNSEEN if each in seen} - set("62 kg\x1b[31m")
    assert "\x1b[31m" not in seen


@given(st.text(max_size=60))
def test_row_18_a_cleaned_text_is_safe_to_show(text: str) -> None:
    from unicodedata import category, is_normalized

    found = clean(text)
    assert not [each for each in found if category(each)[0] == "C"]
    assert is_normalized("NFC", found)
