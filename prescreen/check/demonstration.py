"""Every script of the demonstration played to its end, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import islice
from pathlib import Path

from prescreen.demo.demo_scripts import (
    SCRIPTS_FILE,
    DemoScript,
    Scripts,
    has_scripts,
    load_scripts,
    name_of,
)
from prescreen.demo.play import Cue, here, play
from prescreen.dialog.dialog import Stuck
from prescreen.files.errors import FileError
from prescreen.flow.model import Flow
from prescreen.session.loading import companion
from prescreen.session.setting import open_setting
from prescreen.session.visit import Setting, Visit
from prescreen.verdict import Finding

DAYS = (date(2026, 11, 23), date(2027, 8, 31), date(2028, 2, 29))
"""Days on which each script has to end as it says: an ordinary one, and two at a month's end."""
MOST = 200
"""No script has so many lines."""


def script_problems(path: Path, flow: Flow) -> list[str]:
    """A sentence for each script that does not come to its outcome.

    What is wrong with the file itself is said where its catalogs are looked at.
    """
    if not has_scripts(path, flow):
        return []
    try:
        scripts = load_scripts(path, flow)
    except FileError:
        return []
    setting = open_setting(path, None, None, strict=False)
    name = name_of(companion(path, flow, SCRIPTS_FILE))
    found = [
        f'{name}: [script "{script.id}"] {each}'
        for script in scripts.scripts
        for each in _of_script(scripts, script, setting)
    ]
    return [*dict.fromkeys(found)]


def script_summary(path: Path, flow: Flow) -> Iterator[str]:
    """How many scripts there are, or that there is none."""
    if not has_scripts(path, flow):
        yield "no demo.toml beside it, so there is no conversation to show to staff"
        return
    with suppress(FileError):
        count = len(load_scripts(path, flow).scripts)
        yield f"{count} scripts to show, each played on {len(DAYS)} days in each language"


def _of_script(scripts: Scripts, script: DemoScript, setting: Setting) -> Iterator[str]:
    for day in DAYS:
        findings: list[dict[str, Finding]] = []
        for language in setting.languages:
            visit = Visit(setting, day, language)
            try:
                said = [*islice(play(scripts, script, visit), MOST)]
            except Stuck as error:
                yield f"in {language} on {day}, {error}."
                continue
            yield from _of_end(script, visit, said, f"in {language} on {day}")
            findings.append(dict(visit.dialog.findings))
        if any(each != findings[0] for each in findings):
            yield f"on {day}, the findings are not the same in each language; say the same in both."


def _of_end(script: DemoScript, visit: Visit, said: list[Cue], when: str) -> Iterator[str]:
    reached = visit.dialog.state
    if reached != script.outcome:
        refused = " after a text that was refused" if visit.page.refused else ""
        yield (
            f'{when}, it stops at "{reached}"{refused} and not at "{script.outcome}"; '
            "mend its lines, or name that outcome."
        )
        return
    place = said[-1].place if said else 0
    if place < len(script.lines):
        yield (
            f'{when}, its line number {place + 1}, at "{script.lines[place].at}", is never said; '
            f'it ends at "{here(visit.page)}". Move the line, or take it out.'
        )
