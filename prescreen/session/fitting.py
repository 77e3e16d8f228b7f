"""The fitting person of a flow: answers with which every point is met, as data beside the flow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from prescreen.files.errors import FileError
from prescreen.files.tables import Frozen
from prescreen.files.toml import load_model, nearest
from prescreen.flow.fields import Id, Phrase
from prescreen.flow.model import Flow
from prescreen.flow.states import LANGUAGE, NOTICE, REVIEW, VOICE
from prescreen.language.catalogs import SOURCE_LANGUAGE
from prescreen.page import parts
from prescreen.page.questions import DONE
from prescreen.session.loading import companion

FITTING_FILE = "fitting.toml"
AROUND = {LANGUAGE: SOURCE_LANGUAGE, VOICE: "patient", NOTICE: parts.AGREE, REVIEW: DONE}
"""What is said on the pages around the questions."""
PANELS = dict.fromkeys((parts.WHY, parts.HELP, parts.ABOUT), parts.CLOSE)
"""What is said on a panel that only informs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting(Frozen):
    """The answers, and those to questions to which only other answers lead."""

    answers: dict[Id, Phrase]
    otherwise: dict[Id, Phrase] = field(default_factory=dict)

    @property
    def everywhere(self) -> Mapping[str, str]:
        """What is said on any page."""
        return AROUND | PANELS | self.otherwise | self.answers


def has_fitting(path: Path, flow: Flow) -> bool:
    """Whether there is a fitting person beside the flow."""
    return companion(path, flow, FITTING_FILE).exists()


def load_fitting(path: Path, flow: Flow) -> Fitting:
    """The fitting person that belongs to a flow file. Raises FileError."""
    place = companion(path, flow, FITTING_FILE)
    if not place.exists():
        raise FileError([f"{place}: there is no fitting person for this flow. Write one."])
    fitting = load_model(Fitting, place)
    if found := [*_problems(fitting, [each.id for each in flow.questions])]:
        raise FileError([f"{place.parent.name}/{place.name}: {each}" for each in found])
    return fitting


def _problems(fitting: Fitting, questions: list[str]) -> Iterator[str]:
    for table, said in (("answers", fitting.answers), ("otherwise", fitting.otherwise)):
        for each in said.keys() - {*questions}:
            yield f'[{table}] there is no question "{each}"; {nearest(each, questions)}'
    for each in questions:
        match (each in fitting.answers) + (each in fitting.otherwise):
            case 0:
                yield (
                    f'the question "{each}" has no answer. Give it one in [answers], or in '
                    "[otherwise] where only another answer leads to it."
                )
            case 2:
                yield f'the question "{each}" stands in both tables. Keep one.'
