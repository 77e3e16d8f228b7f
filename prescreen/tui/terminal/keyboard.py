"""From the bytes of a terminal to keys, pastes and touches; the table of keys is Textual's own."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import assert_never

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.message import Message

from prescreen.system.signals import WELL
from prescreen.tui.terminal.escape_parser import EscapeParser, Pasted, Piece, Sequence, TypedText

PAUSE = 0.05
"""Seconds without a byte after which what was begun will not be completed."""
MOMENT = 0.003
"""The same after an ESC: a terminal sends a whole sequence at once."""
_TOUCH = re.compile(r"\x1b\[<[0-9]{1,3};[0-9]{1,3};[0-9]{1,3}[Mm]")
_COMMIT = re.compile(r"([^\x00-\x7f]{2,})")
_REPORT = re.compile(r"\x1b\[[0-9]{1,3};[0-9]{1,3}R")
_SEPARATOR = "\x1bOl"
"""A key of number pads beside the decimal point; dropped, it would make 75 of 7,5."""
_FOCUS = "\x1b[I"
_SYNCHRONISED = re.compile(r"\x1b\[\?2026;[1-4]\$y")


class Keyboard:
    """Hears what is typed, pasted and touched, and lets nothing else through."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._pieces = EscapeParser()
        self._parser = XTermParser()
        self._heard = monotonic()
        self.asked = False
        self.answered = True

    @property
    def timeout(self) -> float:
        """Seconds to wait for more before what was begun has to do without an end."""
        return MOMENT if self._pieces.at_escape else PAUSE

    def hear(self, data: bytes) -> Iterator[Message]:
        """Yield what these bytes mean; none at all mean that there was a pause."""
        now = monotonic()
        if data:
            pieces = self._pieces.feed(self._decode(data), now - self._heard)
            self._heard = now
        else:
            pieces = self._pieces.rest(now - self._heard)
        for piece in pieces:
            yield from self._messages(piece)

    def _messages(self, piece: Piece) -> Iterable[Message]:
        match piece:
            case TypedText(text):
                return self._typed(text)
            case Pasted(text):
                return [Paste(text)]
            case Sequence("\x1b"):
                return [Key("escape", "\x1b")]
            case Sequence(text) if text == _SEPARATOR:
                return self._typed(",")
            case Sequence(text) if text == WELL:
                self.answered = True
                return []
            case Sequence(text):
                return self._parse(text) if self._known(text) else []
            case _:
                assert_never(piece)

    def _typed(self, text: str) -> Iterator[Message]:
        """Yield keys; what an input method sends at once stays one text."""
        for at, part in enumerate(_COMMIT.split(text)):
            if at % 2:
                yield Paste(part)
            elif part:
                yield from self._parse(part)

    def _parse(self, text: str) -> list[Message]:
        """Let Textual read a piece; one that it stumbles over is dropped."""
        try:
            return list(self._parser.feed(text))
        except Exception:
            self._parser = XTermParser()
            return []

    def _known(self, sequence: str) -> bool:
        """Whether this is a touch, a key, an answer we asked for, or the focus that has come.

        A place of the cursor that nobody asked for is a function key on some keyboards.
        """
        if self.asked and _REPORT.fullmatch(sequence):
            self.asked = False
            return True
        return bool(
            (sequence in ANSI_SEQUENCES_KEYS and not _REPORT.fullmatch(sequence))
            or _TOUCH.fullmatch(sequence)
            or sequence == _FOCUS
            or _SYNCHRONISED.fullmatch(sequence)
        )
