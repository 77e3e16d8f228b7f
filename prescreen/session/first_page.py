"""The first page, shown before the rest of the program is loaded.

A flow with its models, its machine and the readers take as long to load as the terminal front end
itself, and the first page needs none of them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.flow.states import LANGUAGE, VOICE
from prescreen.language.catalogs import (
    LANGUAGES,
    SOFTWARE,
    SOURCE_LANGUAGE,
    Language,
    Message,
    catalog_folder,
    load_language,
    load_sentence,
)
from prescreen.language.voices import Voice
from prescreen.page.audiences import audience_messages
from prescreen.page.model import USUAL, Display, Page
from prescreen.page.opening import opening_page
from prescreen.page.parts import Surroundings
from prescreen.page.speech import Speech
from prescreen.page.words import software_messages
from prescreen.system.printable import unseen

if TYPE_CHECKING:
    from prescreen.session.visit import Visit
SAME_MOMENT = 1.0
"""Seconds between the files of one installation."""
UNTRANSLATED = re.compile(rb'(?m)^msgstr ""\r?\n(?!")|^#,.*\bfuzzy\b')
"""A sentence without a translation, or with a guess in place of one."""


class FirstPageVisit:
    """A visit that shows its first page at once, and becomes a whole visit when it is needed."""

    def __init__(self, first: Page, open_visit: Callable[[], Visit]) -> None:
        self._first = first
        self._open = open_visit
        self._visit: Visit | None = None

    @property
    def page(self) -> Page:
        """What is shown now."""
        return self._visit.page if self._visit else self._first

    @property
    def visit(self) -> Visit:
        """The whole visit, loaded now if it was not. Raises FileError."""
        if self._visit is None:
            self._visit = self._open()
        return self._visit

    def say(self, text: str) -> None:
        """Take what was typed, or the id of a tile that was touched."""
        self.visit.say(text)

    def do(self, command: str) -> None:
        """Carry out a command of the page."""
        self.visit.do(command)

    def preview(self, text: str) -> str:
        """What a text would be understood as here, or would be offered as; empty if neither."""
        return self.visit.preview(text)

    def end_of_input(self) -> str:
        """Forget everything because nobody is there any more; the last sentence to be said."""
        return self.visit.end_of_input()

    def unattended(self, left: int) -> None:
        """Hide what is shown, for nobody is there; with seconds left, warn of the end."""
        self.visit.unattended(left)

    def attended(self) -> None:
        """Somebody is there again."""
        self.visit.attended()

    def without_chinese(self) -> None:
        """Say on the first pages that this terminal can't show Chinese."""
        self.visit.without_chinese()

    def more_time(self) -> None:
        """Wait longer from now on."""
        self.visit.more_time()

    def expire(self) -> str:
        """Forget everything because nobody answered; the last sentence to be said."""
        return self.visit.expire()

    def settle(self) -> None:
        """Load what the first page did without. Raises FileError."""
        _ = self.visit


def first_page(
    flow_path: Path | None,
    language: str | None,
    *,
    display: Display = USUAL,
    offers_lines: bool = True,
    chinese: bool = True,
    tryout: bool = True,
) -> Page | None:
    """The page a visit begins with, or None where only a whole visit can tell.

    Without a path there are several flows to choose from.
    """
    domain, short = "", None
    try:
        if flow_path:
            trial = _first_table(flow_path)["trial"]
            domain, short = trial["id"].lower(), trial["short"]
            if "participants" in trial:
                return None
        if (short and unseen(short)) or (language and not flow_path):
            return None
        languages = {code: _sentences(flow_path, domain, short, code) for code in LANGUAGES}
    except (OSError, ValueError, LookupError, AttributeError, TypeError, RecursionError, FileError):
        return None
    speech = Speech(languages[language or LANGUAGES[0]], Voice.PATIENT, domain)
    around = Surroundings(
        languages,
        offers_lines=offers_lines,
        display=display,
        chinese=chinese,
        tryout=tryout,
    )
    return opening_page(VOICE if language else LANGUAGE, speech, around, short)


def looks_whole(flow_path: Path) -> bool:
    """Whether no catalog of a flow is older than the flow or has a gap that stands out."""
    try:
        domain = _first_table(flow_path)["trial"]["id"].lower()
        changed = flow_path.stat().st_mtime
        catalogs = [*catalog_folder(flow_path, domain).glob(f"*/LC_MESSAGES/{domain}.po")]
        return all(
            each.stat().st_mtime >= changed - SAME_MOMENT
            and (SOURCE_LANGUAGE in each.parts or not UNTRANSLATED.search(each.read_bytes()))
            for each in catalogs
        )
    except (OSError, ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return False


def _first_table(path: Path) -> dict[str, dict[str, str]]:
    """The first table of a flow file."""
    with path.open(encoding="utf-8") as file:
        lines: list[str] = []
        for line in file:
            if line.startswith("[") and any(each.startswith("[") for each in lines):
                break
            lines.append(line)
    return tomllib.loads("".join(lines))


def _sentences(flow_path: Path | None, domain: str, short: str | None, code: str) -> Language:
    messages = (*software_messages(), *audience_messages())
    own = load_language(code, places.locales(), {SOFTWARE: messages})
    if not flow_path or short is None:
        return own
    folder = catalog_folder(flow_path, domain)
    named = load_sentence(code, folder, domain, Message(f"{domain}/trial", short))
    return Language(code, {**own.sentences, **named.sentences})
