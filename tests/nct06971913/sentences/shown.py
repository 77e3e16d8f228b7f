"""A screen, and every text on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from prescreen.language.voices import Voice
from prescreen.page.model import Block, Command, Page, Tone
from prescreen.page.parts import SWITCH


class Kind(StrEnum):
    """What a text on a screen is."""

    TEXT = "text"
    QUOTE = "quote"
    SWITCH = "switch"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Text:
    """One text on a screen."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Screen:
    """A page with the listener it is said to."""

    voice: Voice
    page: Page

    @property
    def name(self) -> str:
        """The screen as a test names it."""
        panel = self.page.over
        return f"{self.page.name}{f' under {panel.name}' if panel else ''}, {self.voice}"


def texts(page: Page) -> Iterator[Text]:
    """Everything that a page says, to the eye and to the ear."""
    for command in page.commands:
        yield Text(Kind.SWITCH if command.id == SWITCH else Kind.TEXT, command.label)
        yield Text(Kind.COMMAND, command.shown)
        yield Text(Kind.COMMAND, command.word)
    over = [each for each in (page.panel, page.cover) if each]
    for block in (*page.blocks, *(block for each in over for block in each.blocks)):
        yield Text(Kind.QUOTE if block.tone is Tone.QUOTE else Kind.TEXT, block.text)
    yield from (Text(Kind.TEXT, each) for each in _strings(page) if each)


_UNSEEN = {"id", "name", "language", "key", "suffix", "spellings", "steps", "tone"}


def _strings(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _strings(each)
    elif is_dataclass(part) and not isinstance(part, Block | Command):
        for field in fields(part):
            if field.name not in _UNSEEN:
                yield from _strings(getattr(part, field.name))
