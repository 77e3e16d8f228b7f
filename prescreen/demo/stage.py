"""What a demonstration is made of: the setting with the words for staff, and the scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from prescreen.demo.behind import outcome_name
from prescreen.demo.demo_scripts import (
    DemoScript,
    Scripts,
    load_scripts,
    script_domain,
    script_messages,
    title_context,
)
from prescreen.demo.words import DEMO, demo_messages
from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.files.toml import nearest
from prescreen.flow.load import load
from prescreen.flow.model import Flow
from prescreen.language.catalogs import Language, catalog_folder, load_language
from prescreen.language.voices import Voice
from prescreen.page.model import USUAL, Display
from prescreen.page.speech import Speech
from prescreen.session.setting import open_setting
from prescreen.session.visit import Setting, Visit
from prescreen.system.printable import quoted


@dataclass(frozen=True)
class Stage:
    """The setting and the scripts of every conversation that is shown."""

    setting: Setting
    scripts: Scripts
    today: date

    @property
    def flow(self) -> Flow:
        """The flow that is talked through."""
        return self.setting.script.plan.flow

    def visit(self, language: str, display: Display = USUAL) -> Visit:
        """A conversation that has just begun."""
        return Visit(self.setting, self.today, language, display=display, offers_lines=False)

    def speech(self, language: str) -> Speech:
        """How staff are spoken to."""
        return Speech(
            self.setting.languages[language],
            Voice.PATIENT,
            self.setting.domain,
            self.setting.audience,
        )

    def title(self, script: DemoScript, language: str) -> str:
        """Who the scripted person could be."""
        sentences = self.setting.languages[language]
        return sentences.words(script.title, title_context(self.flow, script))

    def ends(self, script: DemoScript, language: str) -> str:
        """The outcome that a script comes to, in a few words."""
        return outcome_name(self.speech(language), script.outcome)

    def listed(self, language: str) -> Iterator[str]:
        """The scripts as lines: the id, the outcome, and who it could be."""
        wide = max(len(each.id) for each in self.scripts.scripts) + 2
        ends = max(len(each.outcome) for each in self.scripts.scripts) + 2
        for each in self.scripts.scripts:
            yield each.id.ljust(wide) + each.outcome.ljust(ends) + self.title(each, language)

    def wanted(self, script_id: str) -> DemoScript:
        """The script with this id. Raises FileError."""
        found = self.scripts.script(script_id)
        if found is None:
            hint = nearest(script_id, [each.id for each in self.scripts.scripts])
            raise FileError([f"There is no script {quoted(script_id)}; {hint}"])
        return found


def open_stage(path: Path, site: Path | None, language: str | None, today: date) -> Stage:
    """The stage of a flow file. Raises FileError like `open_setting`."""
    flow = load(path)
    scripts = load_scripts(path, flow)
    setting = open_setting(path, site, language)
    languages = _with_demo_words(path, flow, scripts, setting.languages)
    return Stage(replace(setting, languages=languages), scripts, today)


def _with_demo_words(
    path: Path, flow: Flow, scripts: Scripts, languages: Mapping[str, Language]
) -> Mapping[str, Language]:
    domain = script_domain(flow)
    found: dict[str, Language] = {}
    for code, language in languages.items():
        demo = load_language(code, places.locales(), {DEMO: demo_messages()})
        titles = load_language(
            code, catalog_folder(path, domain), {domain: script_messages(flow, scripts)}
        )
        found[code] = Language(code, {**language.sentences, **demo.sentences, **titles.sentences})
    return found
