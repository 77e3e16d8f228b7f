"""The scripts of a flow: made-up conversations, as data beside the flow file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import StringConstraints

from prescreen.files.errors import FileError
from prescreen.files.tables import KEY, Frozen
from prescreen.files.toml import load_model, nearest, table_of
from prescreen.flow.fields import Id, Phrase, Some
from prescreen.flow.model import Flow
from prescreen.flow.states import NOTICE, REVIEW, STAFF, VOICE
from prescreen.language.catalogs import LANGUAGES, Message
from prescreen.page import parts
from prescreen.session.fitting import load_fitting
from prescreen.session.loading import companion, domain_of
from prescreen.verdict import Outcome

if TYPE_CHECKING:
    End = str
    InEach = Mapping[str, Phrase]

SCRIPTS_FILE = "demo.toml"
COMMANDS = (parts.HELP, parts.WHY, parts.ABOUT, parts.BACK, parts.KEEP, parts.ANSWERS)
"""The commands that a script may use, by their ids."""

PageName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*(\.narrow)?$")]
ENDS = (*map(str, Outcome), STAFF)
"""The pages on which a script may end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoLine(Frozen):
    """One thing done on a page: a text or a choice's id is said, or a command is used.

    `at` is the page: a step's id, a page's name, or the name of the panel that lies over it.
    What is `typed` differs from language to language.
    """

    at: PageName
    say: Phrase | None = None
    typed: InEach | None = None
    do: Id | None = None

    def text(self, language: str) -> str:
        """What is said in this language; empty where a command is used."""
        return self.typed[language] if self.typed else self.say or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoScript(Frozen):
    """One conversation: who it could be, how it ends, and what is said that is not the usual."""

    id: Id
    title: Phrase
    outcome: End
    lines: tuple[DemoLine, ...] = field(default=(), metadata={KEY: "line"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scripts(Frozen):
    """All the scripts; `usual` says what is said on a page for which a script has no line.

    In the file it holds only what the fitting person would say otherwise.
    """

    scripts: Some[DemoScript] = field(metadata={KEY: "script"})
    usual: dict[str, Phrase] = field(default_factory=dict)

    def script(self, script_id: str) -> DemoScript | None:
        """The script with this id, if there is one."""
        return next((each for each in self.scripts if each.id == script_id), None)


def has_scripts(path: Path, flow: Flow) -> bool:
    """Whether there are scripts beside the flow."""
    return companion(path, flow, SCRIPTS_FILE).exists()


def load_scripts(path: Path, flow: Flow) -> Scripts:
    """The scripts that belong to a flow file, over its fitting person. Raises FileError."""
    scripts = read_scripts(path, flow)
    return replace(scripts, usual={**load_fitting(path, flow).everywhere, **scripts.usual})


def read_scripts(path: Path, flow: Flow, *, whole: bool = True) -> Scripts:
    """The file of the scripts that belong to a flow file. Raises FileError.

    If it need not be `whole`, what is typed may still lack a language.
    """
    place = companion(path, flow, SCRIPTS_FILE)
    if not place.exists():
        raise FileError(
            [f"{place}: there are no scripts to show for this flow. Write some, or name a flow."]
        )
    scripts = load_model(Scripts, place, _names if whole else _begun)
    found = [*_problems(scripts, flow)]
    if found:
        raise FileError([f"{name_of(place)}: {each}" for each in found])
    return scripts


def _names(_: object) -> dict[str, object]:
    return {"InEach": table_of(LANGUAGES, Phrase), "End": Literal.__getitem__(ENDS)}


def _begun(checks: object) -> dict[str, object]:
    return {**_names(checks), "InEach": dict[str, Phrase]}


def name_of(place: Path) -> str:
    """How a file of scripts is called in a sentence about it."""
    return f"{place.parent.name}/{place.name}"


def script_domain(flow: Flow) -> str:
    """The name of the catalogs of a flow's scripts."""
    return f"{domain_of(flow)}.demo"


def script_messages(flow: Flow, scripts: Scripts) -> Iterator[Message]:
    """The title of every script, in the order of the file."""
    for each in scripts.scripts:
        yield Message(title_context(flow, each), each.title, "who the scripted person could be")


def title_context(flow: Flow, script: DemoScript) -> str:
    """Where a script's title stands, for translators."""
    return f"{script_domain(flow)}/{script.id}"


def _problems(scripts: Scripts, flow: Flow) -> Iterator[str]:
    places = [*_places(flow)]
    for page in scripts.usual:
        yield from _unknown("[usual]", "page", page, places)
    for each, count in Counter(script.id for script in scripts.scripts).items():
        if count > 1:
            yield f'[script "{each}"] this id is used {count} times; give each its own.'
    for script in scripts.scripts:
        for number, line in enumerate(script.lines, start=1):
            yield from _line_problems(f'[script "{script.id}"] line number {number}:', line, places)


def _line_problems(place: str, line: DemoLine, places: Iterable[str]) -> Iterator[str]:
    yield from _unknown(place, "page", line.at, places)
    if line.do is not None:
        yield from _unknown(place, "command", line.do, COMMANDS)
    if sum(each is not None for each in (line.say, line.typed, line.do)) != 1:
        yield f"{place} give one of say, typed and do."


def _unknown(place: str, what: str, name: str, known: Iterable[str]) -> Iterator[str]:
    options = [*known]
    if name not in options:
        yield f'{place} there is no {what} "{name}"; {nearest(name, options)}'


def _places(flow: Flow) -> Iterator[str]:
    yield from (VOICE, NOTICE, REVIEW, *ENDS)
    yield from (parts.HELP, parts.WHY, parts.ABOUT)
    for question in flow.questions:
        yield question.id
        if question.narrow is not None:
            yield f"{question.id}.narrow"
