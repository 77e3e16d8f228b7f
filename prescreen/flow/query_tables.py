"""The ambiguity register: where a trial's text can be read in two ways, and what the flow does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from prescreen.files.errors import FileError
from prescreen.files.tables import KEY, Frozen
from prescreen.files.toml import load_model, nearest
from prescreen.flow.fields import Id, Phrase, SomeNamed
from prescreen.flow.model import Flow


@dataclass(frozen=True, slots=True, kw_only=True)
class Query(Frozen):
    """One point for the investigator: words of some criteria, and how they can be read."""

    id: Id
    phrase: SomeNamed[Phrase]
    readings: tuple[Phrase, Phrase]
    does: Phrase
    cautious: Phrase
    ask: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Frozen):
    """All the points, in the order of their numbers."""

    queries: tuple[Query, ...] = field(metadata={KEY: "query"})


def load_register(path: Path, flow: Flow) -> Register:
    """The register of a flow. Raises FileError with a sentence for each thing wrong."""
    register = load_model(Register, path)
    found = [*_problems(register, flow)]
    if found:
        raise FileError([f"{path.name}: {each}" for each in found])
    return register


def _problems(register: Register, flow: Flow) -> Iterator[str]:
    for each, count in Counter(query.id for query in register.queries).items():
        if count > 1:
            yield f'[query "{each}"] this id is used {count} times; give each its own.'
    sentences = {each.id: flow.protocol[each.sentence] for each in flow.criteria}
    for query in register.queries:
        for criterion, words in query.phrase.items():
            place = f'[query "{query.id}"] phrase'
            if criterion not in sentences:
                hint = nearest(criterion, sentences)
                yield f'{place}: there is no criterion "{criterion}"; {hint}'
            elif words not in sentences[criterion]:
                yield (
                    f'{place}: "{words}" is not in the sentence of {criterion}, '
                    f'"{sentences[criterion]}"; copy the words from there.'
                )
        if query.readings[0] == query.readings[1]:
            yield f'[query "{query.id}"] readings: both say the same; write the other one.'
