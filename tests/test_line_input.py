"""Lines as they are typed into a pipe or a terminal."""

from __future__ import annotations

import io
import os
import pty
import termios
from collections.abc import Iterator
from typing import TextIO

import pytest

from prescreen.plain.line_input import LONGEST_LINE, LineInput, by_lines


@pytest.fixture
def pipe() -> Iterator[tuple[TextIO, int]]:
    source, sink = os.pipe()
    with open(source, encoding="utf-8") as reader:  # noqa: PTH123
        yield reader, sink


def test_a_line_comes_with_its_end(pipe: tuple[TextIO, int]) -> None:
    os.write(pipe[1], "六十二公斤\n45\n".encode())
    typed = LineInput(pipe[0])
    assert typed.line(1) == "六十二公斤\n"
    assert typed.line(1) == "45\n"


def test_nobody_is_waited_for_longer_than_said(pipe: tuple[TextIO, int]) -> None:
    os.write(pipe[1], b"half a li")
    typed = LineInput(pipe[0])
    assert typed.line(0.01) is None
    os.write(pipe[1], b"ne\n")
    assert typed.line(1) == "half a line\n"


def test_the_end_of_the_input_is_an_empty_line(pipe: tuple[TextIO, int]) -> None:
    os.write(pipe[1], b"no end")
    os.close(pipe[1])
    typed = LineInput(pipe[0])
    assert typed.line(1) == "no end"
    assert typed.line(1) == ""
    assert typed.line(1) == ""


def test_broken_bytes_are_replaced(pipe: tuple[TextIO, int]) -> None:
    os.write(pipe[1], b"\xc4\xfa\n")
    assert "\ufffd" in (LineInput(pipe[0]).line(1) or "")


def test_a_line_without_end_is_cut_and_not_collected_for_ever(pipe: tuple[TextIO, int]) -> None:
    typed = LineInput(pipe[0])
    for _ in range(20):
        os.write(pipe[1], b"x" * 4000)
        typed.line(0.01)
    os.write(pipe[1], b"\nnext\n")
    lines = (typed.line(1) for _ in range(20))
    line = next(line for line in lines if line is not None)
    assert len(line) <= LONGEST_LINE + 1
    assert typed.line(1) == "next\n"


def test_a_text_in_memory_is_read_line_by_line() -> None:
    typed = LineInput(io.StringIO("a\nb"))
    assert [typed.line(0), typed.line(0), typed.line(0)] == ["a\n", "b", ""]


def test_a_terminal_that_was_silenced_echoes_and_takes_ctrl_c_again() -> None:
    keyboard, terminal = pty.openpty()
    with open(terminal, encoding="utf-8") as source:  # noqa: PTH123
        modes = termios.tcgetattr(terminal)
        wanted = termios.ECHO | termios.ICANON | termios.ISIG
        modes[3] &= ~wanted
        termios.tcsetattr(terminal, termios.TCSANOW, modes)
        assert by_lines(source)
        assert termios.tcgetattr(terminal)[3] & wanted == wanted
    os.close(keyboard)


def test_what_is_no_terminal_is_left_as_it_is(pipe: tuple[TextIO, int]) -> None:
    assert not by_lines(pipe[0])
    assert not by_lines(io.StringIO())


def test_a_terminal_that_is_gone_has_ended(
    pipe: tuple[TextIO, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_file: int, _size: int) -> bytes:
        raise OSError

    os.write(pipe[1], b"lost")
    monkeypatch.setattr(os, "read", gone)
    assert LineInput(pipe[0]).line(1) == ""
