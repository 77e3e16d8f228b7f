"""Lines of JSON, as the verbs `screen` and `read` take them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from prescreen.batch.written_days import read_day
from prescreen.files.errors import FileError
from prescreen.language.catalogs import LANGUAGES


class Malformed(ValueError):
    """A line that can't be read; its text says why and never what the line held."""


@contextmanager
def input_lines(name: str) -> Iterator[Iterable[str]]:
    """The lines of a file, or of the input where it is called "-". Raises FileError."""
    if name == "-":
        yield sys.stdin
        return
    with ExitStack() as stack:
        with _readable(name):
            file = stack.enter_context(Path(name).open(encoding="utf-8", errors="replace"))
        yield _each(name, file)


def _each(name: str, file: TextIO) -> Iterator[str]:
    with _readable(name):
        yield from file


@contextmanager
def _readable(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or "unknown reason"
        sentence = f"{name}: the file can't be read ({reason}). Check the path."
        raise FileError([sentence]) from None


def record_of(line: str) -> dict[str, Any]:
    """The JSON object of a line. Raises Malformed."""
    try:
        record = json.loads(line.removeprefix("\ufeff"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Malformed("this line is not JSON") from None
    if not isinstance(record, dict):
        raise Malformed("this line is not a JSON object")
    return record


def language_of(said: object) -> str:
    """One of the languages. Raises Malformed."""
    if not isinstance(said, str) or said not in LANGUAGES:
        raise Malformed(f'"lang" must be one of {", ".join(LANGUAGES)}')
    return said


def today_of(said: object) -> date:
    """A day to count from. Raises Malformed."""
    day = read_day(said)
    if day is None:
        raise Malformed('"today" must be a day such as "2026-11-23"')
    return day


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no JSON")
