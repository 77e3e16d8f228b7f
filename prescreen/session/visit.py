"""One person's visit: a conversation in a language, and what lies over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from prescreen.dialog.dialog import Dialog
from prescreen.flow import states
from prescreen.page import parts
from prescreen.page.compose import compose
from prescreen.page.model import USUAL, Display, Page, Typed
from prescreen.page.over import Hidden, Over, PanelOpen, attended, away, opened, turned
from prescreen.page.parts import Moment, NotTaken, Surroundings
from prescreen.page.words import Sentence, Words
from prescreen.reading.polarity.asking_back import asks_why
from prescreen.session.picking import page_tiles, tile_named
from prescreen.session.setting import Setting
from prescreen.session.talk import Talk
from prescreen.values import Offer, Reason, Refusal

__all__ = ["Setting", "Visit"]

LONGEST_TRIED = 40
"""How much of a text that was not taken is kept to suggest it with a unit."""


class Visit:
    """What both front ends talk to: they show `page`, and give back texts and commands.

    The day to count from is the one on which the person agrees to answer. It stays that day: a
    conversation that goes on past midnight is judged as a whole. With `others`, the person first
    chooses which study it is about.
    """

    def __init__(
        self,
        setting: Setting,
        today: date | Callable[[], date],
        language: str | None = None,
        *,
        others: Sequence[Setting] = (),
        display: Display = USUAL,
        offers_lines: bool = True,
        chinese: bool = True,
    ) -> None:
        settings = {each.study.trial.id: each for each in (setting, *others)}
        clock = today if callable(today) else lambda: today
        self._talk = Talk(settings, clock, language)
        self._around = Surroundings(
            setting.languages,
            setting.site,
            offers_lines=offers_lines,
            display=display,
            chinese=chinese,
            tryout=setting.site is None,
            studies=tuple(each.study for each in settings.values()),
        )
        self._page: Page | None = None

    @property
    def page(self) -> Page:
        """What is shown now."""
        if self._page is None:
            self._page = compose(self.dialog, self._talk.speech, self._around)
        return self._page

    @property
    def dialog(self) -> Dialog:
        """The conversation itself."""
        return self._talk.dialog

    def preview(self, text: str) -> str:
        """What a text would be understood as here, or would be offered as; empty if neither."""
        return self._talk.preview(text)

    def say(self, text: str) -> None:
        """Take what was typed, or the id of a tile that was touched."""
        match attended(self._over):
            case Hidden():
                self._uncover(text)
            case PanelOpen():
                self._in_panel(text)
            case _ if self.dialog.question is not None:
                self._answer(text)
            case _:
                self._choose(text)

    def do(self, command: str) -> None:
        """Carry out a command of the page."""
        if command not in {each.id for each in self.page.commands}:
            return
        match command:
            case parts.SWITCH:
                self._talk.switch_language()
                self._page = None
            case parts.BACK:
                self._back()
            case parts.KEEP:
                self.dialog.forward()
                self._show()
            case parts.ANSWERS:
                self.dialog.check()
                self._show()
            case parts.HIDE:
                self._lay(turned(self._over))
            case parts.LINES | parts.DARK_COLOURS | parts.MORE_TIME:
                self._display(command)
            case _:
                self._open(command)

    def unattended(self, left: int) -> None:
        """Hide what is shown, for nobody is there; with seconds left, warn of the end."""
        self._lay(away(self._over, left))

    def attended(self) -> None:
        """Somebody is there again; a screen that was hidden on purpose stays hidden."""
        self._lay(attended(self._over))

    def without_chinese(self) -> None:
        """Say on the first pages that this terminal can't show Chinese."""
        self._surround(chinese=False)

    def more_time(self) -> None:
        """Wait longer from now on."""
        self._surround(display=replace(self._around.display, unhurried=True))

    def settle(self) -> None:
        """Nothing is left to load."""

    def end_of_input(self) -> str:
        """Forget everything because nobody is there any more; the last sentence to be said."""
        return self._end(Words.PLAIN_ENDED)

    def expire(self) -> str:
        """Forget everything because nobody answered; the last sentence to be said."""
        return self._end(Words.IDLE_ENDED)

    def _end(self, last: Sentence) -> str:
        said = parts.label(self.dialog.state, self._talk.speech, self._around, last)
        self.dialog.leave()
        self._show()
        return said

    def _display(self, command: str) -> None:
        shown = parts.displayed(self._around.display, command)
        self._surround(display=shown, now=replace(self._around.now, told=command))

    def _uncover(self, text: str) -> None:
        """Show the screen again; of all else that is said only a call for help is heard."""
        cover = self.page.cover
        if cover and tile_named(cover.tiles, text):
            self._lay(turned(self._over))
        elif self._talk.is_urgent(text):
            self._open(parts.HELP)

    @property
    def _over(self) -> Over | None:
        return self._around.now.over

    def _lay(self, over: Over | None) -> None:
        """Lay something else over the page, which stays as it is."""
        self._surround(now=replace(self._around.now, over=over))

    def _surround(self, **changes: object) -> None:
        """Change what lies around the conversation, and nothing in it."""
        self._around = replace(self._around, **changes)  # type: ignore[arg-type]
        self._page = None

    def _answer(self, text: str) -> None:
        if self._asks_why(text) and isinstance(self.dialog.hear(text), Refusal):
            self._open(parts.WHY)
            return
        step = self.dialog.state
        match self.dialog.answer(text, typed=isinstance(text, Typed)):
            case None:
                self._show(heard="" if self.dialog.unfinished else step)
            case Offer():
                self._show()
            case Refusal(Reason.URGENT):
                self._open(parts.HELP)
            case refusal:
                before = self._around.now.not_taken
                misses, tried = before.misses + 1 if before else 1, text.strip()[:LONGEST_TRIED]
                self._show(not_taken=NotTaken(refusal.reason, tried, misses))

    def _back(self) -> None:
        if isinstance(attended(self._over), PanelOpen):
            self._close()
        else:
            self.dialog.back()
            self._show()

    def _open(self, panel: str) -> None:
        self._show(opened(self._over, panel))

    def _close(self) -> None:
        """Take the panel away, from the page or from a screen that was hidden."""
        panel = attended(self._over)
        self._show(panel.under if isinstance(panel, PanelOpen) else None)

    def _in_panel(self, text: str) -> None:
        panel = self.page.panel
        assert panel is not None
        match tile_named(panel.tiles, text):
            case parts.CLOSE | parts.STAY:
                self._close()
            case parts.LEAVE_NOW:
                self.dialog.leave()
                self._show()
            case parts.RESTART_NOW:
                self._talk.restart()
                self._show()
            case None if self._talk.is_urgent(text):
                self._open(parts.HELP)
            case _:
                refused = NotTaken(Reason.NOT_AN_ANSWER)
                self._surround(now=replace(self._around.now, not_taken=refused))

    def _choose(self, text: str) -> None:
        tile = tile_named(page_tiles(self.page), text)
        if tile is None and self._talk.is_urgent(text):
            self._open(parts.HELP)
        elif tile is None and self._asks_why(text):
            self._open(parts.WHY)
        elif tile is None:
            self._show(not_taken=NotTaken(Reason.NOT_AN_ANSWER))
        elif self.dialog.at_outcome or self.dialog.state == states.STAFF:
            self._take_at_end(tile)
        else:
            self._talk.take(tile)
            self._show()

    def _asks_why(self, text: str) -> bool:
        """Whether somebody asks back, on a page that has an answer to that."""
        return asks_why(text) and any(each.id == parts.WHY for each in self.page.commands)

    def _take_at_end(self, tile: str) -> None:
        match tile:
            case parts.WHY | parts.RESTART:
                self._open(tile)
            case parts.SHOW_PRIVATE:
                self._surround(now=replace(self._around.now, revealed=True))
            case parts.ANSWERS:
                self.dialog.check()
                self._show()
            case parts.BACK | parts.RESUME:
                self._back()
            case _:  # to finish
                self._open(parts.LEAVE)

    def _show(
        self, over: Over | None = None, *, heard: str = "", not_taken: NotTaken | None = None
    ) -> None:
        """Show the page anew; what the last event left on it is gone."""
        revealed = self._around.now.revealed and self.dialog.at_outcome
        self._surround(now=Moment(over, heard, not_taken, revealed=revealed))
