"""From each sentence of the protocol to what a patient hears: one page, with no empty cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from prescreen.check.ledger import clauses_of, owner_of
from prescreen.check.queries import register_of
from prescreen.check.rule_words import FindingName, breaking_answers, findings_of, in_words
from prescreen.files.errors import FileError
from prescreen.flow.messages import flow_messages
from prescreen.flow.model import Criterion, Flow
from prescreen.flow.query_tables import Register
from prescreen.flow.rules import questions_of
from prescreen.flow.trial import Text
from prescreen.language.catalogs import LANGUAGES, Language, catalog_folder, load_language
from prescreen.session.loading import domain_of

BREAK = "<br>"


@dataclass(frozen=True, slots=True)
class TraceSheet:
    """One criterion: what stands in each row of its table."""

    criterion: Criterion
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Source:
    flow: Flow
    register: Register
    languages: Sequence[Language]


def trace(path: Path, flow: Flow) -> str:
    """The page, as Markdown. Raises FileError where a catalog or the register is not whole."""
    source = _Source(flow, register_of(path, flow), [*_languages(path, flow)])
    lines = [f"# From the protocol to the patient: {flow.trial.id}", ""]
    for name, sentence in flow.protocol.items():
        sheets = [_sheet(source, each) for each in flow.criteria if each.sentence == name]
        lines += [f"## {name}", "", f"> {sentence}", "", *_table(sheets), ""]
    lines += ["## Words that are no criterion", "", "| Words | Reason |", "| --- | --- |"]
    lines += [f"| {each.words} | A heading. |" for each in flow.ledger.headings]
    lines += [f"| {each.words} | {each.reason} |" for each in flow.ledger.asides]
    return "\n".join([*lines, ""])


def trace_problems(path: Path, flow: Flow) -> list[str]:
    """A sentence for each empty cell; what the catalogs or the register lack is said elsewhere."""
    try:
        source = _Source(flow, register_of(path, flow), [*_languages(path, flow)])
    except FileError:
        return []
    return [
        f'{path.name}: {owner_of(criterion)} its row "{row}" of the trace is empty. '
        "Give it what leads from the protocol to the patient."
        for criterion in flow.criteria
        for row, cell in _sheet(source, criterion).cells.items()
        if not cell.strip()
    ]


def _languages(path: Path, flow: Flow) -> Iterator[Language]:
    domain = domain_of(flow)
    for code in LANGUAGES:
        expected = {domain: [*flow_messages(flow, domain)]}
        yield load_language(code, catalog_folder(path, domain), expected)


def _sheet(source: _Source, criterion: Criterion) -> TraceSheet:
    flow, rule = source.flow, criterion.rule
    cells = {
        "Words": BREAK.join(
            [*clauses_of(flow, criterion), *(f"(with: {each})" for each in criterion.shares)]
        ),
        "Questions": BREAK.join(
            f"`{each}` {flow.question(each).ask.patient}" for each in questions_of(rule)
        ),
        "Rule": in_words(flow, rule),
        "Findings": BREAK.join(
            f"{each}: {_leads_to(each, criterion)}" for each in findings_of(rule)
        ),
    }
    for language in source.languages:
        cells[f"Said when not met, {language.code}"] = _said_when_broken(
            source, criterion, language
        )
        cells[f"Said when open, {language.code}"] = _said_when_open(source, criterion, language)
    cells["Points for the investigator"] = _points(source.register, criterion)
    return TraceSheet(criterion, cells)


def _leads_to(finding: FindingName, criterion: Criterion) -> str:
    end = ", and the conversation stops" if criterion.stops else ""
    match finding:
        case FindingName.MET:
            return "nothing stands in the way"
        case FindingName.LASTING:
            return "`not_this_study`, and the conversation stops"
        case FindingName.DATED:
            return f"`not_now` with the day{end}"
        case FindingName.UNDATED:
            return f"`not_now` without a day{end}"
        case FindingName.UNKNOWN:
            return "settled at the site" if criterion.at_site else "`ask_site`"
        case _:
            assert_never(finding)


def _said_when_broken(source: _Source, criterion: Criterion, language: Language) -> str:
    if criterion.reason is None:
        made = {*findings_of(criterion.rule)} - {FindingName.MET, FindingName.UNKNOWN}
        return "" if made else "(never not met)"
    breaking = breaking_answers(criterion.rule)
    own = {answer: text for answer, text in criterion.because.items() if answer in breaking}
    return _said(source, criterion, language, criterion.reason, own)


def _said_when_open(source: _Source, criterion: Criterion, language: Language) -> str:
    breaking = breaking_answers(criterion.rule)
    own = {answer: text for answer, text in criterion.because.items() if answer not in breaking}
    return _said(source, criterion, language, criterion.open, own)


def _said(
    source: _Source, criterion: Criterion, language: Language, text: Text, own: dict[str, Text]
) -> str:
    at = f"{domain_of(source.flow)}/{criterion.id}"
    said = [language.words(text.patient, at)]
    said += [f"`{answer}` {language.words(each.patient, at)}" for answer, each in own.items()]
    return BREAK.join(said)


def _points(register: Register, criterion: Criterion) -> str:
    numbers = [
        str(number)
        for number, query in enumerate(register.queries, start=1)
        if criterion.id in query.phrase
    ]
    return ", ".join(numbers) or "(none)"


def _table(sheets: Sequence[TraceSheet]) -> Iterator[str]:
    yield _row("", [each.criterion.id for each in sheets])
    yield _row("---", ["---"] * len(sheets))
    for row in sheets[0].cells:
        yield _row(row, [each.cells[row] for each in sheets])


def _row(first: str, cells: Sequence[str]) -> str:
    return "| " + " | ".join(each.replace("|", "\\|") for each in (first, *cells)) + " |"
