"""Open a flow with its catalogs and its site: what every visit on one machine shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from prescreen.dialog.answer_ids import PRIVATE, RESULT, UNSURE, Labels
from prescreen.dialog.dialog import Script
from prescreen.dialog.narrow_steps import BEFORE_DAY, SINCE_DAY
from prescreen.flow.model import Flow, Question
from prescreen.flow.trial import Text
from prescreen.language.catalogs import Language
from prescreen.language.site import Site
from prescreen.language.voices import Voice
from prescreen.page.audiences import Audience, audience_of
from prescreen.page.parts import Study
from prescreen.page.speech import Speech
from prescreen.page.urgent_help import signs
from prescreen.page.words import Words
from prescreen.session.loading import SettingFiles, Studies, domain_of, read_setting_files


@dataclass(frozen=True, slots=True)
class Setting:
    """What every visit on this machine has in common; `domain` is the flow's catalog."""

    script: Script
    languages: Mapping[str, Language]
    domain: str
    site: Site | None = None

    @property
    def study(self) -> Study:
        """What is said of the study where one has to be chosen."""
        return Study(self.script.plan.flow.trial, self.languages, self.domain)

    @property
    def audience(self) -> Audience:
        """Who takes part, as far as it changes what the program says."""
        return audience_of(self.script.plan.flow.trial.participants)


def open_setting(
    flow_path: Path, site_path: Path | None, language: str | None, *, strict: bool = True
) -> Setting:
    """The setting of a flow file. Raises FileError like `read_setting_files`."""
    return setting_of(read_setting_files(flow_path, site_path, language, strict=strict))


def settings_of(studies: Studies) -> tuple[Setting, ...]:
    """The setting of each study, all in the languages that every one of them has."""
    several = len(studies.files) > 1
    found = [setting_of(each, of_several=several) for each in studies.files]
    common = [code for code in found[0].languages if all(code in each.languages for each in found)]
    return tuple(
        replace(each, languages={code: each.languages[code] for code in common}) for each in found
    )


def setting_of(files: SettingFiles, *, of_several: bool = False) -> Setting:
    """The setting that these files make."""
    flow, languages, domain = files.flow, files.languages, domain_of(files.flow)
    urgent = _each(
        sign for speech in _speeches(languages, domain) for sign in signs(speech, flow.urgent)
    )
    said = labels(flow, languages, domain)
    script = Script.of(flow, said, urgent, files.version, of_several=of_several)
    return Setting(script, languages, domain, files.site)


def labels(flow: Flow, languages: Mapping[str, Language], domain: str) -> Mapping[str, Labels]:
    """For each question, how its choices read in every language and to every listener."""
    speeches = _speeches(languages, domain)
    unsure = _each(speech(Words.UNSURE) for speech in speeches)
    private = _each(speech(Words.PRIVATE) for speech in speeches)
    results = (Words.SEE_RESULT, Words.SHOW_RESULT)
    result = _each(speech(each) for speech in speeches for each in results)
    sides = {
        BEFORE_DAY: _each(speech(Words.BEFORE_DAY) for speech in speeches),
        SINCE_DAY: _each(speech(Words.SINCE_DAY) for speech in speeches),
    }
    return {
        question.id: {
            UNSURE: _each((*unsure, *_unsure(speeches, question))),
            PRIVATE: private,
            RESULT: result,
            **sides,
            **{
                choice.id: _said(speeches, choice.label, question.id) for choice in question.choices
            },
        }
        for question in flow.questions
    }


def _speeches(languages: Mapping[str, Language], domain: str) -> list[Speech]:
    return [Speech(language, voice, domain) for language in languages.values() for voice in Voice]


def _unsure(speeches: list[Speech], question: Question) -> tuple[str, ...]:
    return _said(speeches, question.unsure, question.id) if question.unsure else ()


def _said(speeches: list[Speech], text: Text, at: str) -> tuple[str, ...]:
    return _each(speech.text(text, at) for speech in speeches)


def _each(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(labels))
