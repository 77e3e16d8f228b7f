"""A demonstration as a visit: a script plays, and a person can take over at any moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from prescreen.demo import player
from prescreen.demo.behind import BehindPage, behind_page
from prescreen.demo.demo_scripts import DemoScript
from prescreen.demo.menu import FREE, menu
from prescreen.demo.pace import LEAST_SECONDS, PACES, USUAL_PACE, page_seconds, reading_seconds
from prescreen.demo.play import Cue, cue, perform, resume
from prescreen.demo.player import ANSWERED_BY_PERSON, PLAYER, Mode, player_commands
from prescreen.demo.stage import Stage
from prescreen.demo.words import DemoWords
from prescreen.flow.states import OPENING
from prescreen.page import parts
from prescreen.page.model import USUAL, Display, Page

SIGHT = (parts.SWITCH, parts.DARK_COLOURS, parts.MORE_TIME)
"""Commands that change only how the conversation is seen."""


class Show:
    """What the screen talks to, as if it was a visit; `clock` counts seconds.

    Each line comes in two beats, so that it can be seen before it is said: the page stands until
    it is read, then the line stands as `shown`, then it is said.
    """

    def __init__(
        self,
        stage: Stage,
        language: str,
        clock: Callable[[], float],
        display: Display = USUAL,
    ) -> None:
        self.stage = stage
        self.mode = Mode.CHOOSING
        self.pace = USUAL_PACE
        self.shown: Cue | None = None
        self._language = language
        self._clock = clock
        self._script: DemoScript | None = None
        self.visit = stage.visit(language, display)
        self._place = 0
        self._since = clock()
        self._ended = False

    # ---- what is shown ------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """What the patient sees, marked as a demonstration, with the player's commands."""
        if self.mode is Mode.CHOOSING:
            page = menu(self.stage, self._language)
            return replace(page, ended=self._ended, display=self.visit.page.display)
        page = self.visit.page
        speech = self.stage.speech(page.language)
        added = player_commands(self.mode, speech, at_end=self.at_end)
        return replace(
            page,
            mark="",
            read_on="",
            title=speech(DemoWords.MARK),
            commands=(*page.commands, *added),
            ended=False,
        )

    @property
    def behind(self) -> BehindPage:
        """What the patient never sees."""
        speech = self.stage.speech(self.page.language)
        warning = speech(DemoWords.NO_REAL) if self.mode in ANSWERED_BY_PERSON else ""
        found = behind_page(self.visit.dialog, speech)
        speaking = self.shown is not None
        return replace(found, status=self._status, warning=warning, speaking=speaking)

    @property
    def _status(self) -> str:
        """Who has the word, in a sentence."""
        speech = self.stage.speech(self.page.language)
        match self.mode:
            case Mode.CHOOSING:
                return ""
            case Mode.ALONE:
                return speech(DemoWords.BY_HAND_ALONE)
            case Mode.BY_HAND:
                return speech(DemoWords.BY_HAND)
            case _ if self.at_end:
                return speech(DemoWords.AT_END)
            case Mode.PAUSED:
                return speech(DemoWords.PAUSED)
            case Mode.PLAYING:
                return speech(DemoWords.PLAYING, pace=self.pace + 1, paces=len(PACES))

    @property
    def at_end(self) -> bool:
        """Whether the script has nothing more to say on this page."""
        return self._script is not None and self._next is None

    @property
    def script(self) -> DemoScript | None:
        """The script that plays, if any."""
        return self._script

    @property
    def _next(self) -> Cue | None:
        if self._script is None:
            return None
        return cue(self.stage.scripts, self._script, self._place, self.visit.page)

    # ---- time ---------------------------------------------------------------------------------

    @property
    def wait(self) -> float | None:
        """Seconds until the next beat; None where nothing plays."""
        if self.mode is not Mode.PLAYING or self._next is None:
            return None
        length = LEAST_SECONDS + reading_seconds(self.shown.text) if self.shown else self._reading
        return max(0.0, self._since + length / PACES[self.pace] - self._clock())

    @property
    def _reading(self) -> float:
        return page_seconds(self.visit.page)

    def tick(self) -> bool:
        """Play the beat that is due; whether there was one."""
        if self.wait != 0:
            return False
        self._beat()
        return True

    def _beat(self) -> None:
        """Show the next line, or say the one that is shown."""
        following = self.shown or self._next
        if following is None:
            return
        if self.shown is None:
            self.shown = following
        else:
            self.shown, self._place = None, following.place
            perform(self.visit, following)
        self._since = self._clock()

    # ---- what the person does -----------------------------------------------------------------

    def say(self, text: str) -> None:
        """Take what was typed or touched; from then on the person has the word."""
        if self.mode is Mode.CHOOSING:
            self._begin(text)
            return
        self.take_over()
        self.visit.say(text)
        self._after()

    def do(self, command: str) -> None:
        """Carry out a command of the page, or of the player."""
        if command not in {each.id for each in self.page.commands}:
            return
        if command in PLAYER:
            self._play(command)
        elif self.mode is Mode.CHOOSING:
            self._choose(command)
        elif command in SIGHT:
            self.visit.do(command)
            self._language = self.visit.page.language
            self._since = self._clock()
        else:
            self.take_over()
            self.visit.do(command)

    def take_over(self) -> None:
        """Give the word to the person; what the script was about to say is not said."""
        if self.mode in (Mode.PLAYING, Mode.PAUSED):
            self.mode, self.shown = Mode.BY_HAND, None

    def preview(self, text: str) -> str:
        """What a text would be understood as here; empty if it would not be taken."""
        return "" if self.mode is Mode.CHOOSING else self.visit.preview(text)

    def settle(self) -> None:
        """Nothing is left to load."""

    def end_of_input(self) -> str:
        """Forget everything because nobody is there any more; the last sentence to be said."""
        return self.visit.end_of_input()

    def unattended(self, left: int) -> None:
        """Do nothing: a script plays on."""

    def attended(self) -> None:
        """Do nothing: nothing was hidden."""

    def without_chinese(self) -> None:
        """Say on the first pages that this terminal can't show Chinese."""
        self.visit.without_chinese()

    def more_time(self) -> None:
        """Do nothing: nobody is hurried."""

    def expire(self) -> str:
        """Forget everything because nobody answered; the last sentence to be said."""
        return self.visit.expire()

    def begin(self, script: DemoScript | None) -> None:
        """Play a script from its first line; without one, the person has the word."""
        self._script, self._place, self.shown = script, 0, None
        self._anew()
        self.mode = Mode.PLAYING if script else Mode.ALONE
        self._since = self._clock()

    def _anew(self) -> None:
        """Begin another conversation, in the same language and colours."""
        self.visit = self.stage.visit(self._language, self.visit.page.display)

    def _begin(self, text: str) -> None:
        script = self.stage.scripts.script(text)
        if script or text == FREE:
            self.begin(script)

    def _choose(self, command: str) -> None:
        if command == parts.LEAVE:
            self._ended = True
        elif command == parts.SWITCH:
            self._language = parts.following(self._language, self.stage.setting.languages)
            self._anew()

    def _go_on(self) -> None:
        if self._script and self.mode is Mode.BY_HAND:
            passed = {*OPENING, *self.visit.dialog.route.steps}
            self._place = resume(self._script, self._place, passed, self.visit.page)
        self.mode, self._since = Mode.PLAYING, self._clock()

    def _after(self) -> None:
        """Where the conversation was left by hand, go back to the scripts."""
        if self.visit.page.ended:
            self.mode = Mode.CHOOSING
            self._anew()

    def _play(self, command: str) -> None:
        match command:
            case player.PLAY if self.mode is Mode.PLAYING:
                self.mode = Mode.PAUSED
            case player.PLAY:
                self._go_on()
            case player.NEXT:
                self.mode = Mode.PAUSED
                self._beat()
            case player.SLOWER | player.FASTER:
                step = 1 if command == player.FASTER else -1
                self.pace = min(max(self.pace + step, 0), len(PACES) - 1)
            case player.TAKE_OVER:
                self.take_over()
            case player.AGAIN:
                self.begin(self._script)
            case player.OTHERS:
                self.mode, self.shown = Mode.CHOOSING, None
                self._anew()
