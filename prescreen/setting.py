"""Open a flow with its catalogs and its site: what every visit on one machine shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from prescreen import resources
from prescreen.customs import customs
from prescreen.dialog import Script
from prescreen.dialog.answers import PRIVATE, UNSURE, Labels
from prescreen.dialog.route import BEFORE, SINCE
from prescreen.errors import FileError
from prescreen.flow.model import Flow
from prescreen.flow.trial import Text
from prescreen.i18n import (
    LANGUAGES,
    SOFTWARE,
    Language,
    catalog_folder,
    flow_messages,
    load_language,
)
from prescreen.page.speech import Speech
from prescreen.page.words import Words, software_messages
from prescreen.site import Site, load_site
from prescreen.texts import Voice
from prescreen.visit import Setting


def open_setting(
    flow_path: Path, site_path: Path | None, language: str | None, *, strict: bool = True
) -> Setting:
    """The setting of a flow file.

    With `strict`, the wanted language (or both, if none is named) has to be complete; a language
    that is not needed and not complete is left out. Raises FileError.
    """
    return read_files(flow_path, site_path, language, strict=strict).setting()


@dataclass(frozen=True, slots=True)
class Files:
    """All that stands in the files of a setting, checked."""

    flow: Flow
    languages: Mapping[str, Language]
    site: Site | None

    def setting(self) -> Setting:
        """The setting that these files make."""
        domain = domain_of(self.flow)
        script = Script.of(self.flow, labels(self.flow, self.languages, domain))
        return Setting(script, self.languages, domain, self.site)


def read_files(
    flow_path: Path, site_path: Path | None, language: str | None, *, strict: bool = True
) -> Files:
    """Read and check the files of a setting. Raises FileError like `open_setting`."""
    from prescreen.flow.load import load

    flow = load(flow_path)
    languages = _languages(flow, flow_path, domain_of(flow), language, strict=strict)
    return Files(flow, languages, load_site(site_path) if site_path else None)


def domain_of(flow: Flow) -> str:
    """The name of a flow's catalogs: the trial's id in lower case."""
    return flow.trial.id.lower()


def companion(flow_path: Path, flow: Flow, name: str) -> Path:
    """A file of the trial: in the folder of its name beside the flow, or else with the program."""
    near = flow_path.resolve().parent / domain_of(flow) / name
    shipped = resources.flows() / domain_of(flow) / name
    return shipped if shipped.exists() and not near.exists() else near


def _languages(
    flow: Flow, flow_path: Path, domain: str, wanted: str | None, *, strict: bool
) -> Mapping[str, Language]:
    found: dict[str, Language] = {}
    for code in LANGUAGES:
        try:
            found[code] = _language(flow, flow_path, domain, code)
        except FileError:
            if strict and wanted in (None, code):
                raise
    return found


def _language(flow: Flow, flow_path: Path, domain: str, code: str) -> Language:
    own = load_language(code, resources.locales(), {SOFTWARE: software_messages()})
    of_flow = load_language(
        code, catalog_folder(flow_path, domain), {domain: flow_messages(flow, domain)}
    )
    return Language(code, {**own.sentences, **of_flow.sentences}, customs(code))


def labels(flow: Flow, languages: Mapping[str, Language], domain: str) -> Mapping[str, Labels]:
    """For each question, how its choices read in every language and to every listener."""
    speeches = [
        Speech(language, voice, domain) for language in languages.values() for voice in Voice
    ]
    unsure = _each(speech(Words.UNSURE) for speech in speeches)
    private = _each(speech(Words.PRIVATE) for speech in speeches)
    sides = {
        BEFORE: _each(speech(Words.BEFORE_DAY) for speech in speeches),
        SINCE: _each(speech(Words.SINCE_DAY) for speech in speeches),
    }
    return {
        question.id: {
            UNSURE: unsure,
            PRIVATE: private,
            **sides,
            **{
                choice.id: _said(speeches, choice.label, question.id) for choice in question.choices
            },
        }
        for question in flow.questions
    }


def _said(speeches: list[Speech], text: Text, at: str) -> tuple[str, ...]:
    return _each(speech.text(text, at) for speech in speeches)


def _each(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(labels))
