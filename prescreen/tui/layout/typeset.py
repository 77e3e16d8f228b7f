"""Break mixed Chinese and Latin text into lines of so many terminal cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, east_asian_width

from prescreen.language.conventions import CLOSING_MARKS, MEASURE, OPENING_MARKS

# A number stays with its unit, whether or not a space stands between them.
_MEASURE = re.compile(rf"\d[\d.,:/-]* ?(?:{MEASURE})")
_SPACES = re.compile(r"[ \t]+")


@lru_cache(maxsize=4096)
def _cell(char: str) -> int:
    if category(char) in {"Mn", "Me", "Cf", "Cc", "Cs"}:
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def cells(text: str) -> int:
    """Return how many terminal cells the text takes."""
    return len(text) if text.isascii() and text.isprintable() else _sum(text)


@lru_cache(maxsize=2048)
def _sum(text: str) -> int:
    return sum(map(_cell, text))


def forget() -> None:
    """Forget the texts that were measured and broken."""
    _sum.cache_clear()
    _fill.cache_clear()


WordRow = list[tuple[str, str]]
"""What stands on a line: its words, each with the spaces before it."""


def lines(text: str, width: int) -> list[str]:
    """Return the text as lines of at most `width` cells, broken where a reader expects it."""
    return [line for part in text.split("\n") for line in _fill(part, max(width, 2))]


@lru_cache(maxsize=1024)
def _fill(text: str, width: int) -> tuple[str, ...]:
    if cells(text) <= width:
        return (text.strip(" \t"),)
    rows: list[WordRow] = []
    room = 0
    for gap, word in _words(text):
        need = cells(gap) + cells(word)
        if rows and need <= room:
            rows[-1].append((gap, word))
            room -= need
        else:
            rows.extend([(gap, piece)] for piece in _pieces(word, width))
            room = width - cells(rows[-1][0][1])
    return tuple(map(_line, _accompanied(rows, width))) or ("",)


def _line(row: WordRow) -> str:
    (_, first), *rest = row
    return first + "".join(gap + word for gap, word in rest)


def _accompanied(rows: list[WordRow], width: int) -> list[WordRow]:
    """Give a wide character that would stand on the last line alone what stands before it."""
    if len(rows) < 2 or len(rows[-2]) < 2 or not _lone(rows[-1]):
        return rows
    *above, (*before, friend), last = rows
    together = [friend, *last]
    return [*above, before, together] if cells(_line(together)) <= width else rows


def _lone(row: WordRow) -> bool:
    letters = [
        char for _, word in row for char in word if char not in CLOSING_MARKS | OPENING_MARKS
    ]
    return len(letters) == 1 and _cell(letters[0]) == 2


def _pieces(word: str, width: int) -> list[str]:
    """Cut a word that no line can hold; marks stay on the letter they belong to."""
    pieces, room = [""], width
    for cluster in _clusters(word):
        if (need := cells(cluster)) > room and pieces[-1]:
            pieces.append("")
            room = width
        pieces[-1] += cluster
        room -= need
    return [piece.strip(" \t") for piece in pieces]


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Yield what must not be broken, each with the spaces that stood before it."""
    gap = word = ""
    for atom in _atoms(text):
        if _SPACES.fullmatch(atom):
            if word:
                yield gap, word
            gap, word = atom, ""
        elif word and not _joined(word, atom):
            yield gap, word
            gap, word = "", atom
        else:
            word += atom
    if word:
        yield gap, word


def _joined(before: str, after: str) -> bool:
    narrow = _cell(before[-1]) < 2 and _cell(after[0]) < 2
    return narrow or after[0] in CLOSING_MARKS or before[-1] in OPENING_MARKS


def _atoms(text: str) -> Iterator[str]:
    """Yield runs of spaces, measures, Latin runs, and wide characters one by one."""
    at = 0
    while at < len(text):
        match = _SPACES.match(text, at) or _MEASURE.match(text, at)
        end = match.end() if match else _run(text, at)
        yield text[at:end]
        at = end


def _run(text: str, at: int) -> int:
    """Return where the narrow run, or the one wide character, that begins at `at` ends."""
    narrow = _cell(text[at]) < 2
    end = at + 1
    while end < len(text) and not _SPACES.match(text, end):
        width = _cell(text[end])
        if width == 2 or (width == 1 and not narrow):
            break
        if narrow and text[end].isdigit() and not text[end - 1].isalnum():
            break  # a measure may begin here
        end += 1
    return end


def _clusters(text: str) -> Iterator[str]:
    cluster = ""
    for char in text:
        if cluster and _cell(char):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster
