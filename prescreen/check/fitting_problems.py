"""The fitting person of a flow, who has to fit on any day and in each language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from pathlib import Path

from prescreen.check.demonstration import DAYS, MOST
from prescreen.demo.demo_scripts import name_of
from prescreen.files.errors import FileError
from prescreen.flow.model import Flow
from prescreen.session.fitting import AROUND, FITTING_FILE, Fitting, has_fitting, load_fitting
from prescreen.session.loading import companion
from prescreen.session.setting import open_setting
from prescreen.session.visit import Setting, Visit
from prescreen.verdict import Outcome

FITS = Outcome.LIKELY_ELIGIBLE.value


def fitting_problems(path: Path, flow: Flow) -> Sequence[str]:
    """A sentence for each way in which the fitting person does not fit."""
    if not has_fitting(path, flow):
        return []
    try:
        fitting = load_fitting(path, flow)
    except FileError as error:
        return error.problems
    setting = open_setting(path, None, None, strict=False)
    ends = (_of_end(fitting, setting, *when) for when in product(setting.languages, DAYS))
    return [
        f"{name_of(companion(path, flow, FITTING_FILE))}: {each}" for end in ends for each in end
    ]


def _of_end(fitting: Fitting, setting: Setting, language: str, day: date) -> Iterator[str]:
    visit, said = Visit(setting, day, language), AROUND | fitting.answers
    for _ in range(MOST):
        if visit.page.refused or visit.page.name not in said:
            break
        visit.say(said[visit.page.name])
    if (reached := visit.dialog.state) != FITS:
        refused = " after a text that was refused" if visit.page.refused else ""
        yield (
            f'in {language} on {day}, this person comes to "{reached}"{refused} and not to '
            f'"{FITS}"; mend the answer.'
        )
