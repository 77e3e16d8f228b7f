"""The catalogs of one language, complete or refused.

English sentences are the message ids; the context is the flow and its table, or the name of the
program's own sentence. A caregiver form that differs has a context of its own.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from prescreen import resources
from prescreen.errors import FileError
from prescreen.texts import BothForms, Voice, unseen

if TYPE_CHECKING:
    from prescreen.customs import Customs
    from prescreen.flow.model import Flow

LANGUAGES = ("zh_CN", "en")
SOURCE_LANGUAGE = "en"
MANY = 3
"""So many gaps are named one by one when a language is opened; more are counted."""
SOFTWARE = "prescreen"
"""The domain of the program's own sentences; a flow's domain is its trial's id."""


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
    customs: Customs | None = None

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
        if [*folder.glob(f"*/LC_MESSAGES/{domain}.[mp]o")]:
            return folder
    return resources.locales()


def load_language(code: str, folder: Path, expected: Mapping[str, Iterable[Message]]) -> Language:
    """The language with every expected message of every domain.

    Raises FileError that names the missing ones.
    """
    sentences: dict[tuple[str, str], str] = {}
    problems: list[str] = []
    for domain, messages in expected.items():
        place = f"locales/{code}/{domain}.po"
        catalog = _open(folder / code / "LC_MESSAGES", domain)
        if catalog is None:
            problems.append(f"{place}: there is no such catalog. Make it with `make catalogs`.")
            continue
        for message in messages:
            found = _look_up(catalog, message, code)
            sentences[message.context, message.text] = found or ""
            if found is None:
                problems.append(
                    f'{place}: [{message.context}] "{message.text}" is not translated. '
                    "Run `make catalogs`, then translate it."
                )
            elif fields(found) != fields(message.text):
                problems.append(
                    f'{place}: [{message.context}] the translation of "{message.text}" has other '
                    f"placeholders. Use {', '.join(sorted(fields(message.text))) or 'none'}."
                )
            elif char := unseen(found):
                problems.append(
                    f'{place}: [{message.context}] the translation of "{message.text}" has '
                    f"U+{ord(char):04X}, which can't be seen. Take it out."
                )
    if len(problems) > MANY:
        more = f"{len(problems) - 1} more like it; `prescreen check` lists them all."
        raise FileError([problems[0], more])
    if problems:
        raise FileError(problems)
    return Language(code, sentences)


def fields(text: str) -> set[str]:
    """The placeholders of a text, such as {day}; a lone brace counts as one too."""
    try:
        return {f"{{{name}}}" for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {"a brace that is not closed"}


class _Absent(gettext.NullTranslations):
    def pgettext(self, context: str, message: str) -> str:
        raise KeyError(message)


def _look_up(catalog: gettext.NullTranslations, message: Message, code: str) -> str | None:
    try:
        return catalog.pgettext(message.context, message.text)
    except KeyError:
        return message.text if code == SOURCE_LANGUAGE else None


def _open(folder: Path, domain: str) -> gettext.NullTranslations | None:
    compiled, source = folder / f"{domain}.mo", folder / f"{domain}.po"
    try:
        if is_current(compiled):
            catalog = gettext.GNUTranslations(BytesIO(compiled.read_bytes()))
        elif source.exists():
            catalog = gettext.GNUTranslations(_compiled(source))
        else:
            return None
    except Exception as error:  # a catalog that is broken breaks its parsers in many ways
        kind = type(error).__name__
        raise FileError(
            [f"{source.name}: the catalog can't be read ({kind}). Check it with `make check`."]
        ) from None
    catalog.add_fallback(_Absent())
    return catalog


def is_current(compiled: Path) -> bool:
    """Whether a compiled catalog is there, and not older than its source."""
    source = compiled.with_suffix(".po")
    if not compiled.exists():
        return False
    return not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime


def _compiled(source: Path) -> BytesIO:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    binary = BytesIO()
    with source.open("rb") as text:
        write_mo(binary, read_po(text, abort_invalid=True))
    binary.seek(0)
    return binary


def flow_messages(flow: Flow, domain: str) -> Iterator[Message]:
    """Every sentence of a flow, in the order of its file."""
    yield from _trial_messages(flow, domain)
    for question in flow.questions:
        at = f"{domain}/{question.id}"
        yield Message(at, question.topic, "topic, in the list of answers")
        texts = {
            "question": question.ask,
            "helper line": question.help,
            "why we ask": question.why,
            "note": question.note,
            "narrowing question": question.narrow,
        }
        for comment, text in texts.items():
            if text is not None:
                yield from forms(text, at, comment)
        for choice in question.choices:
            yield from forms(choice.label, at, f"choice {choice.id}")
            if choice.help is not None:
                yield from forms(choice.help, at, f"helper line of choice {choice.id}")
    for criterion in flow.criteria:
        at = f"{domain}/{criterion.id}"
        yield from forms(criterion.plain, at, f"criterion {criterion.id} in plain words")
        if criterion.reason is not None:
            yield from forms(criterion.reason, at, "why the study does not fit")
        yield from forms(criterion.open, at, "what the study team has to check")
        for answer, text in criterion.because.items():
            yield from forms(text, at, f"said after the answer {answer}")


def _trial_messages(flow: Flow, domain: str) -> Iterator[Message]:
    at = f"{domain}/trial"
    trial, urgent = flow.trial, flow.urgent
    for words in (trial.short, trial.summary, trial.status, trial.not_public):
        yield Message(at, words)
    for fact in trial.facts:
        yield Message(at, fact.label)
        yield Message(at, fact.value)
    for text in (trial.chance, trial.safety, trial.medicine, *trial.bring, *trial.site_checks):
        yield from forms(text, at)
    at = f"{domain}/urgent"
    for words in (urgent.call, urgent.see_doctor):
        yield Message(at, words)
    for text in (*urgent.now, *urgent.today):
        yield from forms(text, at)
    for term in flow.terms:
        at = f"{domain}/term/{term.id}"
        yield Message(at, term.word)
        yield from forms(term.plain, at)
