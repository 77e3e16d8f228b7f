"""The ambiguity register as a numbered list for the investigator, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from prescreen.files import places
from prescreen.files.errors import FileError
from prescreen.flow.model import Flow
from prescreen.flow.query_tables import Query, Register, load_register
from prescreen.language.catalogs import Language, Message, catalog_folder, forms, load_language
from prescreen.page.words import Sentence, say
from prescreen.session.loading import companion, domain_of

QUERIES_FILE = "queries.toml"
SOFTWARE_QUERIES = "queries"
"""The domain of the list's own sentences; a register's domain is named after its flow."""


class QueryWords:
    """The sentences of the list by name; the name is the translator's context."""

    TITLE = say("Points for the investigator: {trial}")
    INTRODUCTION = say(
        "The first check follows the eligibility text in the registry. Each point below can be "
        "read in two ways. Please say which way is meant."
    )
    FIRST_READING = say("One reading:")
    SECOND_READING = say("The other reading:")
    DOES = say("What the first check does now:")
    CAUTIOUS = say("Why this is the careful way:")
    ASK = say("Please say:")
    ANSWER = say("Answer, name and date:")


def software_query_messages() -> Iterator[Message]:
    """Every sentence of the list itself, for the catalogs."""
    for sentence in vars(QueryWords).values():
        if isinstance(sentence, Sentence):
            yield from forms(sentence.text, sentence.context)


def has_register(path: Path, flow: Flow) -> bool:
    """Whether there is a register beside the flow."""
    return companion(path, flow, QUERIES_FILE).exists()


def register_of(path: Path, flow: Flow) -> Register:
    """The register that belongs to a flow file; without a file it is empty. Raises FileError."""
    place = companion(path, flow, QUERIES_FILE)
    return load_register(place, flow) if place.exists() else Register(queries=())


def queries_domain(flow: Flow) -> str:
    """The name of a register's catalogs."""
    return f"{domain_of(flow)}.queries"


def query_messages(flow: Flow, register: Register) -> Iterator[Message]:
    """Every sentence of a register, in the order of its file."""
    for query in register.queries:
        for _, comment, text in _parts(query):
            yield Message(_context(flow, query), text, comment)


def query_list(path: Path, flow: Flow, code: str) -> str:
    """The list in one language, as Markdown. Raises FileError."""
    if not has_register(path, flow):
        place = companion(path, flow, QUERIES_FILE)
        raise FileError([f"{place}: there is no list of points for this flow. Write one first."])
    register = register_of(path, flow)
    domain = queries_domain(flow)
    own = load_language(code, places.locales(), {SOFTWARE_QUERIES: list(software_query_messages())})
    of_flow = load_language(
        code, catalog_folder(path, domain), {domain: list(query_messages(flow, register))}
    )
    language = Language(code, {**own.sentences, **of_flow.sentences})
    title = _said(language, QueryWords.TITLE).format(trial=flow.trial.id)
    lines = [f"# {title}", "", _said(language, QueryWords.INTRODUCTION), ""]
    for number, query in enumerate(register.queries, start=1):
        lines += [f"## {number}. {', '.join(query.phrase)}", "", *_query(flow, query, language), ""]
    return "\n".join(lines)


def _query(flow: Flow, query: Query, language: Language) -> Iterator[str]:
    quotes: dict[str, list[str]] = {}
    for criterion, words in query.phrase.items():
        quotes.setdefault(words, []).append(criterion)
    yield "\n>\n".join(f"> **{', '.join(ids)}** {words}" for words, ids in quotes.items())
    yield ""
    for label, _, text in _parts(query):
        said = language.words(text, _context(flow, query))
        yield f"- **{_said(language, label)}** {said}"
    yield f"- **{_said(language, QueryWords.ANSWER)}** ____________________"


def _parts(query: Query) -> Iterator[tuple[Sentence, str, str]]:
    """Each text of a point: what stands before it, what translators are told, and what it says."""
    first, second = query.readings
    yield QueryWords.FIRST_READING, "one reading", first
    yield QueryWords.SECOND_READING, "the other reading", second
    yield QueryWords.DOES, "what the flow does", query.does
    yield QueryWords.CAUTIOUS, "why that is the careful way", query.cautious
    yield QueryWords.ASK, "the question to the investigator", query.ask


def _said(language: Language, sentence: Sentence) -> str:
    return language.words(sentence.text.patient, sentence.context)


def _context(flow: Flow, query: Query) -> str:
    return f"{queries_domain(flow)}/{query.id}"
