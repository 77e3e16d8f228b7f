"""A catalog as translators keep it, read strictly: a line that is not whole is never guessed at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from prescreen.files.errors import FileError
from prescreen.system.printable import quoted

_LINE = re.compile(r'(?:(msgctxt|msgid|msgstr)[ \t]+)?"((?:[^"\\]|\\[\\"nrt])*)"')
_QUOTED = r'"[^"\\\n]*(?:\\[\\"nrt][^"\\\n]*)*"'
_PIECES = rf"({_QUOTED}(?:\n{_QUOTED})*)"
_BLOCK = re.compile(
    r"((?:#(?!~)[^\n]*\n)*)"
    rf"(?:msgctxt {_PIECES}\n)?msgid {_PIECES}\nmsgstr {_PIECES}(?:\n+|\Z)"
)
"""An entry as tools write it."""
_CHARSET = re.compile(r"charset=([^\s;]*)")
UTF_8 = {"utf-8", "utf8"}
_ESCAPE = re.compile(r'\\([\\"nrt])')
_MEANT = {"n": "\n", "r": "\r", "t": "\t"}
_BEFORE: dict[str, tuple[set[str], ...]] = {
    "msgctxt": (set(),),
    "msgid": (set(), {"msgctxt"}),
    "msgstr": ({"msgid"}, {"msgctxt", "msgid"}),
}
"""What may stand before a keyword in its entry."""


NONE = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence and its translation; the line is that of the translation."""

    context: str
    text: str
    translation: str
    line: int
    flags: frozenset[str] = NONE

    @property
    def name(self) -> str:
        """How it is called in a sentence about it."""
        return f"[{quoted(self.context)[1:-1]}] {quoted(self.text)}"

    @property
    def fuzzy(self) -> bool:
        """Whether it is marked as a guess that nobody has looked at."""
        return "fuzzy" in self.flags

    @property
    def settled(self) -> str:
        """The translation; empty where it is a guess."""
        return "" if self.fuzzy else self.translation


def read_entries(data: bytes, place: str) -> Sequence[Entry]:
    """The entries of a catalog. Raises FileError with a sentence for each line that is wrong."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        broken = data.count(b"\n", 0, error.start) + 1
        raise FileError([f"{place}:{broken}: not UTF-8 text. Save the file as UTF-8."]) from None
    entries = read_whole(text)
    return read_lines(text, place) if entries is None else entries


def read_whole(text: str) -> Sequence[Entry] | None:
    """The entries of a catalog as tools write it; None if it is not quite so.

    The first page waits for this, and block by block it takes half as long as line by line.
    """
    entries: dict[tuple[str, str], Entry] = {}
    at, line = 0, 1
    while block := _BLOCK.match(text, at):
        context, source, translation = (_joined(block[part]) for part in (2, 3, 4))
        meant = line + text.count("\n", at, block.start(4))
        entry = Entry(context, source, translation, meant, _flags(block[1]) if block[1] else NONE)
        again = entries.setdefault((context, source), entry) is not entry
        if again or not (context or source or _in_utf8(block[4])):
            return None
        line += text.count("\n", at, block.end())
        at = block.end()
    entries.pop(("", ""), None)
    return [*entries.values()] if at == len(text) else None


def read_one(data: bytes, context: str, text: str) -> Entry | None:
    """One entry, if tools wrote it on single lines; what else is in the file is not looked at.

    Its line is counted from its own start.
    """
    at = data.find(f'\nmsgctxt "{context}"\nmsgid "{text}"\n'.encode())
    if at < 0:
        return None
    start = data.rfind(b"\n\n", 0, at + 1) + 2
    block = _BLOCK.match(data[start:].decode(errors="replace"))
    return Entry(context, text, _joined(block[4]), 1, _flags(block[1])) if block else None


def _in_utf8(head: str) -> bool:
    """Whether no piece of the head of a file names another charset."""
    named = (_CHARSET.search(_joined(piece)) for piece in head.split("\n"))
    return all(each[1].lower() in UTF_8 for each in named if each)


def _joined(pieces: str | None) -> str:
    text = (pieces or "")[1:-1].replace('"\n"', "")
    return _meant(text) if "\\" in text else text


def _flags(comments: str) -> frozenset[str]:
    said = (each[2:] for each in comments.split("\n") if each.startswith("#,"))
    return frozenset(flag.strip() for each in said for flag in each.split(","))


def read_lines(text: str, place: str) -> Sequence[Entry]:
    """The entries of a catalog, line by line. Raises FileError for each line that is wrong."""
    lines = text.split("\n")
    reading = _Reading(place)
    for number, line in enumerate(lines, start=1):
        reading.take(number, line.strip(" \t\r"))
    reading.end(len(lines))
    if reading.problems:
        raise FileError(reading.problems)
    return reading.entries


@dataclass(slots=True)
class _Reading:
    """What was read so far, and the entry that is being read."""

    place: str
    entries: list[Entry] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    first: dict[tuple[str, str], int] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    keyword: str = ""
    line: int = 0
    lost: bool = False

    def take(self, number: int, line: str) -> None:
        """Take the next line of the file."""
        if not line:
            self.lost = False
        elif line.startswith("#"):
            self._comment(number, line)
        elif found := _LINE.fullmatch(line):
            self._text(number, found[1], found[2])
        else:
            self._refuse(number, _hint(line))

    def end(self, number: int) -> None:
        """Take the end of the file."""
        if "msgstr" in self.parts:
            self._finish()
        elif self.parts:
            self._refuse(number, "the last entry has no msgstr. Add it, or take the entry out.")

    def _text(self, number: int, keyword: str | None, piece: str) -> None:
        if self.lost and keyword != "msgctxt":
            return
        self.lost = False
        if keyword in ("msgctxt", "msgid") and "msgstr" in self.parts:
            self._finish()
        text = _meant(piece) if "\\" in piece else piece
        if keyword:
            self._begin(number, keyword, text)
        elif self.parts:
            self.parts[self.keyword] += text
        else:
            self._refuse(number, "this text belongs to nothing. Write msgstr before it.")
        if self.parts.get("msgid") == "" and not self.parts.get("msgctxt"):
            self._head(number, text)

    def _begin(self, number: int, keyword: str, text: str) -> None:
        if self.parts.keys() in _BEFORE[keyword]:
            self.parts[keyword] = text
            self.keyword, self.line = keyword, number
        else:
            self._refuse(
                number,
                f"{keyword} has no place here. Each entry is a msgctxt, a msgid and a msgstr, in "
                "this order; add what is missing, or take out what is too much.",
            )

    def _comment(self, number: int, line: str) -> None:
        self.lost = False
        if "msgstr" in self.parts:
            self._finish()
        elif self.parts:
            self._refuse(number, "a comment stands inside an entry. Put it before the entry.")
        if line.startswith("#,"):
            self.flags |= {each.strip() for each in line[2:].split(",")}
        elif line.startswith("#~"):
            self.flags.clear()

    def _finish(self) -> None:
        context, text = self.parts.get("msgctxt", ""), self.parts["msgid"]
        entry = Entry(context, text, self.parts["msgstr"], self.line, frozenset(self.flags))
        earlier = self.first.setdefault((context, text), entry.line)
        if earlier != entry.line:
            what = entry.name if text else "the head of the file"
            self._tell(entry.line, f"{what} stands here again, after line {earlier}. Keep one.")
        elif context or text:
            self.entries.append(entry)
        self.parts, self.flags = {}, set()

    def _head(self, number: int, text: str) -> None:
        charset = _CHARSET.search(text)
        if charset and charset[1].lower() not in UTF_8:
            self._tell(
                number, "the charset is not UTF-8. Write charset=utf-8, and save the file as UTF-8."
            )

    def _tell(self, number: int, sentence: str) -> None:
        self.problems.append(f"{self.place}:{number}: {sentence}")

    def _refuse(self, number: int, sentence: str) -> None:
        """Tell of a line, and leave out what is left of its entry."""
        self._tell(number, sentence)
        self.parts, self.flags, self.lost = {}, set(), True


def _meant(piece: str) -> str:
    """A text with what its escapes stand for."""
    return _ESCAPE.sub(lambda found: _MEANT.get(found[1], found[1]), piece)


def _hint(line: str) -> str:
    if line.startswith(("msgid_plural", "msgstr[")):
        return "plural forms are not used here. Write one msgid and one msgstr."
    return (
        'this line is not whole. Write msgctxt, msgid or msgstr and then the text in "quotes", '
        'with \\" for a quote inside it and \\\\ for a backslash.'
    )
