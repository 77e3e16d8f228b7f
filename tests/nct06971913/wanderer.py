"""Somebody who answers, thinks again, looks things up, is not understood, and leaves, at random."""

from __future__ import annotations

from random import Random

from fronts import Deed, Do, Say, Take, tiles
from offering import MAYBE
from people import Someone

from prescreen.flow.states import LANGUAGE, NOTICE, VOICE
from prescreen.language.voices import Voice
from prescreen.page.model import Page, Rows, Tile
from prescreen.page.parts import AGREE, FINISH, LEAVE, LEAVE_NOW, RATHER_STAFF, RESTART_NOW

ENOUGH = 90
"""After so many deeds everybody leaves."""
REFUSED = (
    *("three cats", "三只猫", "help me", "喘不上气"),
    *("0", "maybe 3 or 12", ",", "1e9", "{day}", "一" * 70),
)


class Wanderer:
    """One person on the way through a conversation."""

    def __init__(self, random: Random, person: Someone, language: str, voice: Voice) -> None:
        self.voice = voice
        self._random = random
        self._opening: dict[str, str] = {LANGUAGE: language, VOICE: voice}
        self._left = {step: [*said] for step, said in person.attempts.items()}
        self._person = person
        self._detours = random.randrange(4, 14)
        self._done = 0

    def next(self, page: Page) -> Deed:
        """What the person does on a page."""
        self._done += 1
        return self._tired(page) if self._done > ENOUGH else self._next(page)

    def _tired(self, page: Page) -> Deed:
        if not page.over:
            return Do(LEAVE)
        ids = {each.id: each for each in page.over.tiles}
        return Take(ids.get(LEAVE_NOW, page.over.tiles[0]))

    def _next(self, page: Page) -> Deed:
        if page.over:
            return Take(self._on_panel(page.over.tiles))
        if self._wanders(0.15):
            commands = [each.id for each in page.commands if not each.drawn]
            return Do(self._random.choice(commands))
        if page.control and self._wanders(0.05):
            return Say(self._random.choice(REFUSED))
        return self._answer(page)

    def _wanders(self, chance: float) -> bool:
        if self._detours <= 0 or self._random.random() > chance:
            return False
        self._detours -= 1
        return True

    def _on_panel(self, offered: tuple[Tile, ...]) -> Tile:
        """Stay, as the first tile says; at the end leave, and now and then begin anew."""
        ids = {each.id: each for each in offered}
        if self._detours > 0:
            really = RESTART_NOW if RESTART_NOW in ids else LEAVE_NOW
            return ids.get(really, offered[0]) if self._wanders(0.1) else offered[0]
        return ids.get(LEAVE_NOW, offered[0])

    def _answer(self, page: Page) -> Deed:
        ids = {each.id: each for each in tiles(page)}
        if page.name in self._opening:
            return Take(ids[self._opening[page.name]])
        if page.name == NOTICE:
            return Take(ids[RATHER_STAFF if self._wanders(0.1) else AGREE])
        if isinstance(page.control, Rows):
            done = page.control.tiles[-1]
            return Take(self._random.choice([*ids.values()]) if self._wanders(0.7) else done)
        if FINISH in ids:
            return Take(self._random.choice([*ids.values()]) if self._wanders(1) else ids[FINISH])
        return self._reply(page.name, ids)

    def _reply(self, step: str, ids: dict[str, Tile]) -> Deed:
        """What the person says here; where that is said already, anything."""
        left = self._left.get(step, [])
        said = [each.text for each in self._person.attempts.get(step, [])]
        text = left.pop(0).text if left else self._random.choice([*ids, *said])
        if self._wanders(0.08):
            return Say(MAYBE + text)
        return Take(ids[text]) if text in ids else Say(text)
