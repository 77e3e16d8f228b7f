"""What a terminal sends, cut into text, pastes and whole sequences; the rest falls through.

A sequence that is not known, not whole or far too long is dropped as one piece. Its digits must
never be taken for keys: on a page with numbered tiles they would choose an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from prescreen.system.privacy import Silent

LONGEST_PIECE = 4096
"""Characters that are kept of a paste, or of a sequence that does not end."""
LATE = 3.0
"""Seconds in which the rest of what was given up may still come, on a bad line."""
PASTE_PAUSE = 0.5
"""Seconds of silence after which a paste is over, whether or not its end was ever sent."""


@dataclass(frozen=True, repr=False)
class TypedText(Silent):
    """Characters from the keyboard or an input method."""

    text: str


@dataclass(frozen=True, repr=False)
class Pasted(Silent):
    """A text between the marks of a paste."""

    text: str


@dataclass(frozen=True, repr=False)
class Sequence(Silent):
    """One whole escape sequence; a lone ESC is the Escape key."""

    text: str


Piece = TypedText | Pasted | Sequence


class _Mode(Enum):
    GROUND = auto()
    PASTE = auto()
    STRING = auto()


_PATTERNS = {
    _Mode.GROUND: re.compile(
        r"(?P<typed>[^\x1b]+)"
        r"|(?P<paste>\x1b\[200~)"
        r"|(?P<string>\x1b[\]P_^X])"
        r"|(?P<drop>\x1b\[M[\s\S]{3}"  # a mouse of the old kind
        r"|\x1b\[[ -?]*(?=[^ -~])"  # broken off by what can't be a part of it
        r"|\x1b[!-/]+[0-~]"
        r"|\x1b[bdf\x08\x7f])"  # by words, on keyboards with an Alt key
        r"|(?P<coded>\x1b\[[0-9:;]*u)"
        r"|(?P<sequence>\x1b\[\[[A-E]|\x1b\[[ -?]*[@-LN-Z\\-~]|\x1b\[[ -?]+M|\x1bO[0-9;]*[@-~])"
        r"|(?P<escape>\x1b(?=[^!-/\[\]OP_^X]|O[^0-9;@-~]))"
    ),
    _Mode.PASTE: re.compile(r"(?P<end>\x1b\[201~)|(?P<pasted>(?!\x1b\[?2?0?1?\Z)[\s\S][^\x1b]*)"),
    _Mode.STRING: re.compile(
        r"(?P<end>[\x07\x18\x1a]|\x1b\\)|(?P<drop>[ -~\x80-\U0010ffff]+)"
        r"|(?P<broken>(?=\x1b[^\\]|[\x00-\x06\x08-\x17\x19\x1c-\x1f\x7f]))"
    ),
}
_ENDS = {
    _Mode.GROUND: re.compile(r"\A\x1b(?:\[[ -?]*|O[0-9;]*)[@-~]"),
    _Mode.PASTE: re.compile(r"\x1b\[201~"),
    _Mode.STRING: re.compile(r"[\x07\x18\x1a]|\x1b\\"),
}
_TAIL = re.compile(r"\[|O[A-DFHP-S]\Z")
"""How the rest of a sequence begins that came in two; nobody types this after Escape."""
_SEVERAL = re.compile(r"[ -~]{2}")
"""Nobody types two characters at once, and what input methods send is none of these."""
_CODED = re.compile(
    r"\x1b\[([0-9]{1,7})(?::[0-9:]*)?(?:;([0-9]{0,3})(?::([0-9]))?(?:;([0-9:]*))?)?u"
)
_SHIFT, _CTRL, _LOCKS = 1, 4, 64 | 128
_RELEASED = "3"


class EscapeParser:
    """Takes what was read, in whatever parts, and gives whole pieces."""

    def __init__(self) -> None:
        self._mode = _Mode.GROUND
        self._held = ""
        self._paste = ""
        self._given_up: tuple[_Mode, str] | None = None
        self._late = False

    @property
    def at_escape(self) -> bool:
        """Whether an ESC was the last that came: the Escape key, or the begin of a sequence."""
        return self._mode is _Mode.GROUND and self._held == "\x1b"

    def feed(self, data: str, quiet: float = 0.0) -> Iterator[Piece]:
        """Yield what is whole with this data, which came after so many seconds of silence."""
        if self._given_up and quiet < LATE and _goes_on(*self._given_up, data):
            self._mode, self._held = self._given_up
            self._late = self._mode is _Mode.GROUND
        self._given_up = None
        held, at = self._held + data, 0
        while at < len(held) and (match := _PATTERNS[self._mode].match(held, at)):
            at = match.end()
            if not (self._late and match.lastgroup in {"sequence", "coded"}):
                yield from self._piece(str(match.lastgroup), match.group())
            self._late = False
        self._held = held[at:][:LONGEST_PIECE]

    def rest(self, quiet: float) -> Iterator[Piece]:
        """Yield what has to do without an end, after so many seconds of silence."""
        if self._mode is _Mode.PASTE and quiet < PASTE_PAUSE:
            return
        held, self._held = self._held, ""
        if held or self._mode is not _Mode.GROUND:
            self._given_up = self._mode, "" if self._mode is _Mode.PASTE else held
        late, self._late = self._late, False
        if self._mode is _Mode.PASTE:
            self._paste += held
            yield from self._piece("end", "")
        elif self._mode is _Mode.GROUND and held and not late:
            yield Sequence(held)
        self._mode = _Mode.GROUND

    def _piece(self, kind: str, text: str) -> Iterator[Piece]:
        match kind:
            case "typed":
                yield TypedText(text)
            case "escape":
                yield Sequence("\x1b")
            case "sequence":
                yield Sequence(text)
            case "coded":
                yield from coded(text)
            case "paste" | "string":
                self._mode = _Mode.PASTE if kind == "paste" else _Mode.STRING
            case "pasted":
                self._paste += text[: LONGEST_PIECE - len(self._paste)]
            case "end" | "broken":
                if self._mode is _Mode.PASTE:
                    yield Pasted(self._paste)
                    self._paste = ""
                self._mode = _Mode.GROUND


def _goes_on(mode: _Mode, begun: str, data: str) -> bool:
    """Whether this is the rest of what was begun and given up, and no key."""
    if mode is _Mode.GROUND and begun == "\x1b":
        return bool(_TAIL.match(data))
    if _SEVERAL.match(data):
        return True
    match = _ENDS[mode].search(begun + data)
    return bool(match and match.end() > len(begun))


def coded(sequence: str) -> Iterator[Piece]:
    """Yield what a key of the Kitty protocol types; its texts come from input methods."""
    match = _CODED.fullmatch(sequence)
    if not match or match[3] == _RELEASED:
        return
    if match[4]:
        yield from _typed("".join(_char(code) for code in match[4].split(":")))
        return
    code, held = int(match[1]), (int(match[2] or 1) - 1) & ~_LOCKS
    char = _char(match[1])
    if code == 0x1B:
        yield Sequence(char)
    elif held == _CTRL and "a" <= char <= "z":
        yield TypedText(chr(code & 0x1F))
    elif not held & ~_SHIFT:
        yield from _typed(char.upper() if held else char)


def _typed(text: str) -> Iterator[Piece]:
    if text:
        yield TypedText(text)


def _char(code: str) -> str:
    """The character of a code, or nothing where there is none that can be typed."""
    number = int(code) if 0 < len(code) <= 7 else 0
    char = chr(number) if number <= 0x10FFFF else ""
    return char if char.isprintable() or char in "\t\r\x1b\x7f" else ""
