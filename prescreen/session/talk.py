"""What a visit talks about: the study and its dialog, in which language and with whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from prescreen.dialog.answer_ids import RESULT
from prescreen.dialog.dialog import Dialog
from prescreen.flow import states
from prescreen.language.voices import Voice
from prescreen.page import parts
from prescreen.page.audiences import Audience
from prescreen.page.echo import echo, offer
from prescreen.page.questions import DONE
from prescreen.page.speech import Speech
from prescreen.reading import is_urgent
from prescreen.session.setting import Setting
from prescreen.values import Offer, Refusal


class Talk:
    """The conversation about one of these studies; without a language it begins with one.

    Until a study is chosen it is about the first.
    """

    def __init__(
        self, settings: Mapping[str, Setting], today: Callable[[], date], language: str | None
    ) -> None:
        self._settings = settings
        self._today = today
        self._voice = Voice.PATIENT
        self._enter(next(iter(settings.values())))
        self._language = language or next(iter(self._setting.languages))
        if language:
            self.dialog.forward()

    def _enter(self, setting: Setting) -> None:
        """Begin the conversation about this study."""
        self._setting = setting
        self.dialog = Dialog(setting.script, self._today())

    @property
    def speech(self) -> Speech:
        """How the person is spoken to."""
        language = self._setting.languages[self._language]
        audience = Audience.PATIENTS if self.dialog.undecided else self._setting.audience
        return Speech(language, self._voice, self._setting.domain, audience)

    def preview(self, text: str) -> str:
        """What a text would be understood as here, or would be offered as; empty if neither."""
        if self.dialog.question is None or not text.strip():
            return ""
        match self.dialog.hear(text, typed=True):
            case Refusal():
                return ""
            case Offer(value):
                return offer(self.dialog, self.speech, value)
            case value:
                return echo(self.dialog, self.speech, self.dialog.state, value)

    def is_urgent(self, text: str) -> bool:
        """Whether a text is a call for help, in any study that may still be chosen."""
        open_to = self._settings.values() if self.dialog.undecided else (self._setting,)
        return is_urgent(text, [sign for each in open_to for sign in each.script.signs])

    def switch_language(self) -> None:
        """Go on in the next language."""
        self._language = parts.following(self._language, self._setting.languages)

    def restart(self) -> None:
        """Begin anew, with somebody of whom nothing is known."""
        self.dialog.restart()
        self._voice = Voice.PATIENT

    def take(self, tile: str) -> None:
        """Take a tile of a page around the questions."""
        dialog = self.dialog
        match dialog.state:
            case states.LANGUAGE:
                self._language = tile
                dialog.forward()
            case states.STUDY:
                self._enter(self._settings[tile])
                self._voice = Voice.PATIENT
                self.dialog.forward()
                self.dialog.forward()
            case states.VOICE:
                self._voice = Voice(tile)
                dialog.answered_by(caregiver=self._voice is Voice.CAREGIVER)
                dialog.forward()
            case states.NOTICE:
                if tile == parts.AGREE:
                    dialog.count_from(self._today())
                    dialog.forward()
                else:
                    dialog.decline()
            case _:  # the review
                if tile == RESULT:
                    dialog.see_result()
                elif tile == DONE:
                    dialog.forward()
                else:
                    dialog.revise(tile)
