"""The catalogs of one language, complete or refused.

English sentences are the message ids; the context is the flow and its table, or the name of the
program's own sentence. A caregiver form that differs has a context of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.language.conventions import CONVENTIONS
from prescreen.language.po import read_entries, read_one
from prescreen.language.voices import BothForms, Voice
from prescreen.system.printable import unseen

if TYPE_CHECKING:
    from prescreen.language.locale_formats import LocaleFormats

LANGUAGES = (*CONVENTIONS,)
SOURCE_LANGUAGE = "en"
MANY = 3
"""So many gaps are named one by one when a language is opened; more are counted."""
SOFTWARE = "prescreen"
"""The domain of the program's own sentences; a flow's domain is its trial's id."""
BRACE = "a brace that is no placeholder"
_FIELD = re.compile(r"\{[a-z][a-z_]*\}")
_WORDS = re.compile("[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence to be translated, and where it stands."""

    context: str
    text: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """One language's sentences."""

    code: str
    sentences: Mapping[tuple[str, str], str]
    formats: LocaleFormats | None = None

    def words(self, text: str, context: str) -> str:
        """A sentence that is the same to every listener."""
        return self.sentences[context, text]

    def said(self, text: BothForms, context: str, voice: Voice) -> str:
        """A text in the form for this listener."""
        if voice is Voice.CAREGIVER and text.caregiver != text.patient:
            return self.sentences[caregiver_context(context), text.caregiver]
        return self.sentences[context, text.patient]


def caregiver_context(context: str) -> str:
    """The context of a caregiver form that differs from the patient's."""
    return f"{context}/caregiver"


def forms(text: BothForms, context: str, comment: str = "") -> Iterator[Message]:
    """The messages of a text: one, or two where the caregiver form differs."""
    yield Message(context, text.patient, comment)
    if text.caregiver != text.patient:
        yield Message(caregiver_context(context), text.caregiver, comment)


def negotiate(wish: str) -> str | None:
    """The language meant by a wish such as "zh-CN", "zh_TW.UTF-8" or "EN", if we have it."""
    main = wish.replace("-", "_").split(".")[0].split("_")[0].lower()
    return next((each for each in LANGUAGES if each.split("_")[0] == main), None)


def catalog_folder(flow_path: Path, domain: str) -> Path:
    """Where a flow's catalogs are: beside its folder, in it, or else with the program."""
    near = flow_path.resolve().parent
    for folder in (near.parent / "locales", near / "locales"):
        if [*folder.glob(f"*/LC_MESSAGES/{domain}.po")]:
            return folder
    return places.locales()


def load_language(code: str, folder: Path, expected: Mapping[str, Iterable[Message]]) -> Language:
    """The language with every expected message of every domain.

    Raises FileError that names the missing ones.
    """
    sentences: dict[tuple[str, str], str] = {}
    problems: list[str] = []
    for domain, messages in expected.items():
        try:
            translated = _open(folder / code / "LC_MESSAGES" / f"{domain}.po")
        except FileError as error:
            problems += error.problems
            continue
        for message in messages:
            place, found = translated(message.context, message.text)
            said = meant(message, found, code)
            sentences[message.context, message.text] = said
            if trouble := fault(message, said, code):
                problems.append(f"{place}: {trouble}")
    if len(problems) > MANY:
        more = f"{len(problems) - 1} more like it; `prescreen check` lists them all."
        raise FileError([problems[0], f"locales/{code}: {more}"])
    if problems:
        raise FileError(problems)
    return Language(code, sentences)


def load_sentence(code: str, folder: Path, domain: str, message: Message) -> Language:
    """The language with one message, if it can be found without a look at the others.

    Raises FileError if it is missing.
    """
    data = _bytes(folder / code / "LC_MESSAGES" / f"{domain}.po")
    found = read_one(data, message.context, message.text)
    said = meant(message, found.settled, code) if found else ""
    if fault(message, said, code):
        return load_language(code, folder, {domain: [message]})
    return Language(code, {(message.context, message.text): said})


def meant(message: Message, translation: str, code: str) -> str:
    """What a translation says; in English an empty one lets the sentence stand as it is."""
    return translation or (message.text if code == SOURCE_LANGUAGE else "")


def fault(message: Message, said: str, code: str) -> str:
    """What is wrong with a translation, and what to do; empty where nothing is."""
    place = f'[{message.context}] "{message.text}"'
    if not said.strip():
        return f"{place} is not translated. Run `make catalogs`, then translate it."
    if char := unseen(said):
        return f"{place} is translated with U+{ord(char):04X}, which can't be seen. Take it out."
    if BRACE in fields(message.text):
        return f"{place} has a brace that is no placeholder. Take it out of the sentence."
    if fields(said) != fields(message.text):
        wanted = ", ".join(sorted(fields(message.text)))
        use = f"Use {wanted} just so, and no other brace." if wanted else "Take out the braces."
        return f"{place} has other placeholders in its translation. {use}"
    conventions = CONVENTIONS[code]
    if _has_words(message.text) and not re.search(conventions.script, said):
        return f"{place} has no {conventions.name} in its translation. Translate it."
    return ""


def fields(text: str) -> set[str]:
    """The placeholders of a text, such as {day}; any other brace counts as one too."""
    if "{" not in text and "}" not in text:
        return set()
    others = _FIELD.sub("", text)
    return {*_FIELD.findall(text), *([BRACE] if "{" in others or "}" in others else [])}


def _has_words(text: str) -> bool:
    """Whether an English text is more than figures, signs and names in capitals."""
    return bool(_WORDS.search(_FIELD.sub("", text) if "{" in text else text))


def catalog_place(source: Path) -> str:
    """How a catalog is called in a sentence about it."""
    return "/".join(("locales", *source.parts[-3:]))


def _open(source: Path) -> Callable[[str, str], tuple[str, str]]:
    """What gives a context and a text their place and translation. Raises FileError."""
    place = catalog_place(source)
    held = {
        (each.context, each.text): (f"{place}:{each.line}", each.settled)
        for each in read_entries(_bytes(source), place)
    }
    return lambda context, text: held.get((context, text), (place, ""))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        missing = f"{catalog_place(path)}: there is no such catalog. Make it with `make catalogs`."
        raise FileError([missing]) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise FileError(
            [f"{catalog_place(path)}: can't be read ({reason}). Check its permissions."]
        ) from None
