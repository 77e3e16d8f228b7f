"""The eligibility text of a trial as its registry prints it, and the places in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from prescreen.files.errors import FileError
from prescreen.flow.ledger_tables import Ledger
from prescreen.flow.model import Flow
from prescreen.language.registry_words import either
from prescreen.reading.clauses.text import visible
from prescreen.session.loading import companion
from prescreen.system.printable import unseen

REGISTRY_FILE = "registry.txt"
_WORD = re.compile("[^ \t]+")
_SIGN = "[*•·・◦○●▪■◆▶►▸‣⁃✓–—-]"
_LATIN = r"\(?#?(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,4})[.)]"
_NUMBERING = either(lambda each: each.numbering)
_GAP = r"[ \t\u3000]"
_UNDOTTED = rf"\d{{1,2}}(?:\.\d{{1,2}})+{_GAP}+(?={either(lambda each: each.begins)})"
"""Such as 2.1 without a dot after it, before a new sentence; before a unit it is an amount."""
LIST_MARK = re.compile(
    rf"{_GAP}*(?:(?:(?:{_SIGN}|{_LATIN}){_GAP}+|{_UNDOTTED}|(?:{_NUMBERING}){_GAP}*(?=\S)))+"
)
"""What begins a line of a list: a sign, or a number or a letter; some need no space after it."""


def list_mark(line: str) -> int:
    """Where the mark or the number ends with which a line begins; an empty item is nothing else."""
    if LIST_MARK.fullmatch(f"{line} "):
        return len(line)
    mark = LIST_MARK.match(line)
    return mark.end() if mark and mark.end() < len(line) else 0


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Some characters of the text: from `start` up to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Registry:
    """The whole text."""

    name: str
    text: str

    def place(self, span: Span) -> str:
        """Where a span begins, as file, line and column."""
        before = self.text[: span.start]
        line = before.count("\n") + 1
        column = span.start - (before.rfind("\n") + 1) + 1
        return f"{self.name}:{line}:{column}"

    def words(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def find(self, words: str, within: Span | None = None) -> list[Span]:
        """Every place where these very words stand, in the whole text or in a part of it."""
        part = within or Span(0, len(self.text))
        return [
            Span(found.start(), found.end())
            for found in re.finditer(re.escape(words), self.text)
            if part.start <= found.start() and found.end() <= part.end
        ]

    def find_line(self, words: str) -> list[Span]:
        """Every line that is these very words, with or without its list mark."""
        marks = {each.end: each.start for each in self.marks()}
        found: list[Span] = []
        for line in self.lines():
            for each in (line, Span(marks.get(line.start, line.start), line.end)):
                if self.words(each).strip() == words and (not found or found[-1] != each):
                    found.append(each)
        return found

    def lines(self) -> Iterator[Span]:
        """The lines that are not empty, without their list marks."""
        marks = {each.start: each.end for each in self.marks()}
        for found in re.finditer(r"[^\n]+", self.text):
            yield Span(marks.get(found.start(), found.start()), found.end())

    def marks(self) -> Iterator[Span]:
        """The list marks and numbers with which lines begin."""
        for found in re.finditer(r"[^\n]+", self.text):
            if end := list_mark(found[0]):
                yield Span(found.start(), found.start() + end)


def hidden(registry: Registry) -> Iterator[str]:
    """A sentence for each character of the text that nobody can see."""
    for at, char in enumerate(registry.text):
        if char != "\t" and unseen(char):
            place = registry.place(Span(at, at + 1))
            yield f"{place}: U+{ord(char):04X} can't be seen. Take it out."


def on_one_line(text: str) -> str:
    """A text on one line, with a name for each character that looks like a space and is none."""
    return "".join(
        f"<U+{ord(each):04X}>" if unicodedata.category(each) == "Zs" and each != " " else each
        for each in re.sub("[\n\t]+", " ", text)
    )


def has_text(flow_path: Path, flow: Flow) -> bool:
    """Whether the eligibility text is there, or the flow says that it should be."""
    return flow.ledger != Ledger() or companion(flow_path, flow, REGISTRY_FILE).exists()


def read_registry(flow_path: Path, flow: Flow) -> Registry:
    """The registry's text for a flow. Raises FileError where it can't be read."""
    path = companion(flow_path, flow, REGISTRY_FILE)
    name = f"{path.parent.name}/{path.name}"
    try:
        return Registry(name, visible(path.read_text(encoding="utf-8")))
    except UnicodeDecodeError:
        raise FileError([f"{name}: not UTF-8 text. Save the file as UTF-8."]) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise FileError(
            [
                f"{path}: the eligibility text can't be read ({reason}). "
                "Put it there as the registry prints it."
            ]
        ) from None


def differing_words(registry: Registry, line: Span, sentence: str) -> tuple[Span, str]:
    """The words in which a line of the text and a sentence differ, with one word on each side."""
    theirs = [found.span() for found in _WORD.finditer(registry.words(line))]
    ours = [found.span() for found in _WORD.finditer(sentence)]
    matcher = SequenceMatcher(
        a=[registry.words(line)[start:end] for start, end in theirs],
        b=[sentence[start:end] for start, end in ours],
        autojunk=False,
    )
    changed = [each for each in matcher.get_opcodes() if each[0] != "equal"]
    if not changed:
        return line, sentence
    (_, their_first, _, our_first, _), (_, _, their_last, _, our_last) = changed[0], changed[-1]
    start, end = _around(theirs, their_first, their_last)
    here, there = _around(ours, our_first, our_last)
    return Span(line.start + start, line.start + end), sentence[here:there]


def _around(words: list[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    return words[max(0, first - 1)][0], words[min(len(words), last + 1) - 1][1]
