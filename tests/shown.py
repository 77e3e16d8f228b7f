"""What a page is in plain lines, as it is said, and on the screen, as it is painted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.strip import Strip

from prescreen.dialog.answer_ids import RESULT
from prescreen.page.model import Page, PlainWords
from prescreen.plain.spoken import REPEAT
from prescreen.tui.layout.commands import MORE
from prescreen.tui.layout.spots import Role, Spot
from prescreen.tui.screen import VisitScreen

NUMBERED = re.compile(r"\d+\. ")


@dataclass(frozen=True)
class Shown:
    """What a front end shows: its texts without spaces, for lines are broken at other places."""

    mark: str
    progress: str
    talk: str
    choices: list[str]
    commands: list[str]


def spoken(said: Iterable[str], page: Page) -> Shown:
    """What plain lines say of a page, and between which past exchanges that stands."""
    texts, choices, commands = _sorted([each for each in said if each], page)
    mark = bare(_first(texts, page.mark))
    if page.over:
        return Shown(mark, "", bare(*texts), choices, commands)
    echo, refused, progress = (
        _first(texts, each) for each in (page.heard, page.refused, page.progress)
    )
    past = [part for turn in page.turns for part in (turn.asked, turn.answered)]
    if page.heard:
        past[-1:] = [echo]
    if page.offer:
        assert texts.pop() == page.offer, "an offer is one thought, said right before its answers"
    reply = page.offer or refused
    talk = bare(*past, *texts, *([f"> {reply}"] if reply else []))
    return Shown(mark, bare(progress), talk, choices, commands)


def _first(texts: list[str], text: str) -> str:
    """Take the first lines away, if they are this text, one thought a line."""
    for count in range(len(texts) + 1):
        if bare(*texts[:count]) == bare(text):
            del texts[:count]
            return text
    return ""


def _sorted(said: list[str], page: Page) -> tuple[list[str], list[str], list[str]]:
    """The texts, the choices and the commands of what is said."""
    lines = page.lines
    said = [_as_tile(each, lines) for each in said]
    own = {lines.commands, lines.several, lines.pair(REPEAT, lines.repeat)}
    commands = sorted(bare(each) for each in said if each.startswith("/"))
    said = [each for each in said if each not in own and not each.startswith("/")]
    if lines.or_say in said:
        at = said.index(lines.or_say)
        return said[:at], _choices(said[at + 1 :]), commands
    at = next((at for at, each in enumerate(said) if NUMBERED.match(each)), len(said))
    return said[:at], _choices(said[at:]), commands


def _as_tile(said: str, lines: PlainWords) -> str:
    """What is said like a command and is a tile without a number on the screen."""
    head = lines.pair(RESULT, "")
    return f"- {said.removeprefix(head)}" if said.startswith(head) else said


def _choices(said: list[str]) -> list[str]:
    """The choices, each with what is said below it to help."""
    choices: list[str] = []
    for each in said:
        if NUMBERED.match(each) or each.startswith("- ") or not choices:
            choices.append("")
        choices[-1] += bare(each)
    return sorted(choices)


def shown(screen: VisitScreen, *, commands: bool, closes: bool) -> Shown:
    """What is painted; the commands and the tile that only closes where plain lines say them."""
    page = screen.page
    spots = [*screen.panes.conversation.targets, *screen.panes.answers.targets] if closes else []
    tiles = [spot for spot in spots if spot.name.startswith("tile:")]
    head = painted(screen.panes.header.text)
    progress = "" if page.over or not head.endswith(bare(page.progress)) else bare(page.progress)
    mark = bare(page.mark) if head.startswith(bare(page.mark)) else ""
    return Shown(
        mark,
        progress,
        painted(screen.panes.conversation.text),
        sorted(_read_out(spot, page.lines) for spot in tiles),
        sorted(_commands(screen)) if commands else [],
    )


def bare(*texts: str) -> str:
    """Texts without their spaces."""
    return "".join("".join(texts).split())


def painted(strips: Iterable[Strip]) -> str:
    """All that is painted on some lines."""
    return bare(*(strip.text for strip in strips))


def _commands(screen: VisitScreen) -> Iterator[str]:
    """The commands in their line and, where that has no room for all, those that its last opens."""
    labels = {spot.name: spot.label for spot in screen.panes.commands.targets}
    for each in screen.page.commands:
        if not each.drawn and (each.id in labels or MORE in labels):
            label = labels.get(each.id, each.label)
            yield bare(screen.page.lines.pair(f"/{each.word}", label))


def _read_out(spot: Spot, lines: PlainWords) -> str:
    """A choice, as somebody would read it out."""
    label, help = (bare(*side) for side in zip(*spot.text(spot.w), strict=True))
    lead = f"{spot.number}." if spot.number else "-"
    return lead + (bare(lines.pair(label, help)) if spot.role is Role.ROW else label + help)
