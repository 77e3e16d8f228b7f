"""The ledger: every word of the eligibility text belongs to one criterion, or is set aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from prescreen.check.registry import (
    Registry,
    Span,
    differing_words,
    hidden,
    on_one_line,
    read_registry,
)
from prescreen.files.errors import FileError
from prescreen.flow.model import Criterion, Flow
from prescreen.language.registry_words import REGISTRY_WORDS

MARKS = " \t\n" + "".join(each.marks for each in REGISTRY_WORDS.values())
"""What may stand between two claims without a claim of its own."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Some of the text, and the table of the flow that claims it.

    A line that has changed is accounted for, but what else it holds can't be told.
    """

    span: Span
    owner: str
    changed: bool = False


@dataclass(slots=True)
class _Book:
    """What has been entered so far."""

    registry: Registry
    claims: list[Claim] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def ledger_problems(path: Path, flow: Flow) -> list[str]:
    """A sentence for each word of the text that is unclaimed, claimed twice or not as printed."""
    try:
        registry = read_registry(path, flow)
    except FileError as error:
        return list(error.problems)
    if unseen := [*hidden(registry)]:
        return unseen
    book = _Book(registry)
    sentences = _sentences(book, flow)
    for criterion in flow.criteria:
        if criterion.sentence in sentences:
            _enter(book, criterion, sentences[criterion.sentence])
    _set_aside(book, flow)
    book.claims.sort(key=lambda each: each.span)
    found = [*book.problems, *_overlaps(book), *_unclaimed(book)]
    if not found:
        found = [*_shared(book, flow, sentences), *_under(book, flow, sentences)]
    return [
        on_one_line(each if each.startswith(registry.name) else f"{path.name}: {each}")
        for each in found
    ]


def clauses_of(flow: Flow, criterion: Criterion) -> tuple[str, ...]:
    """The words that a criterion claims of its sentence."""
    return criterion.clauses or (flow.protocol[criterion.sentence],)


def owner_of(criterion: Criterion) -> str:
    """The table of a criterion."""
    return f'[criterion "{criterion.id}"]'


def _sentences(book: _Book, flow: Flow) -> Mapping[str, Span]:
    """Where each sentence of the flow stands; one that does not is a problem."""
    spans: dict[str, Span] = {}
    for name, sentence in flow.protocol.items():
        free = [each for each in book.registry.find_line(sentence) if each not in spans.values()]
        if free:
            spans[name] = free[0]
    for name, sentence in flow.protocol.items():
        if name not in spans:
            book.problems.append(_changed(book, spans, name, sentence))
    return spans


def _changed(book: _Book, spans: Mapping[str, Span], name: str, sentence: str) -> str:
    registry = book.registry
    taken = [*spans.values(), *(each.span for each in book.claims)]
    lines = [line for line in registry.lines() if not any(_meet(line, each) for each in taken)]
    near = max(lines, key=lambda each: _likeness(registry.words(each), sentence), default=None)
    if near is None or _likeness(registry.words(near), sentence) < 0.5:
        return (
            f'[protocol] {name}: "{sentence}" is not in {registry.name}. '
            "Copy the sentence as it stands there, one a line."
        )
    book.claims.append(Claim(near, f"[protocol] {name}", changed=True))
    theirs, ours = differing_words(registry, near, sentence)
    return (
        f'{registry.place(theirs)}: the text reads "{registry.words(theirs)}" where [protocol] '
        f'{name} reads "{ours}". Copy the sentence as it stands there, and read its rule again.'
    )


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _enter(book: _Book, criterion: Criterion, sentence: Span) -> None:
    if not criterion.clauses:
        book.claims.append(Claim(sentence, owner_of(criterion)))
    for clause in criterion.clauses:
        span = _one(book, f"{owner_of(criterion)} clauses", clause, sentence)
        if span:
            book.claims.append(Claim(span, owner_of(criterion)))


def _set_aside(book: _Book, flow: Flow) -> None:
    registry = book.registry
    for heading in flow.ledger.headings:
        lines = registry.find_line(heading.words)
        book.claims += [Claim(each, "[ledger] heading") for each in lines[:1]]
        if not lines:
            book.problems.append(
                f'[ledger] heading: "{heading.words}" is not a line of {registry.name}. '
                "Copy the line from there."
            )
    for aside in flow.ledger.asides:
        span = _one(book, "[ledger] aside", aside.words, None)
        if span:
            book.claims.append(Claim(span, "[ledger] aside"))


def _one(book: _Book, place: str, words: str, within: Span | None) -> Span | None:
    """The one place of these words, or None and a problem."""
    registry = book.registry
    found = registry.find(words, within)
    if len(found) == 1:
        return found[0]
    where = f"the sentence at {registry.place(within)}" if within else registry.name
    if found:
        book.problems.append(
            f'{place}: "{words}" stands {len(found)} times in {where}. Take in the words around it.'
        )
    else:
        book.problems.append(f'{place}: "{words}" is not in {where}. Copy the words from there.')
    return None


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _overlaps(book: _Book) -> Iterator[str]:
    for index, first in enumerate(book.claims):
        for second in book.claims[index + 1 :]:
            if _meet(first.span, second.span) and not (first.changed or second.changed):
                both = Span(second.span.start, min(first.span.end, second.span.end))
                yield (
                    f'{book.registry.place(both)}: "{book.registry.words(both)}" is claimed twice, '
                    f"by {first.owner} and by {second.owner}. Leave it to one of them; the other "
                    'can name it in "shares".'
                )


def _unclaimed(book: _Book) -> Iterator[str]:
    registry = book.registry
    end_of_text = Span(len(registry.text), len(registry.text))
    reached = 0
    for span in [*sorted([*(each.span for each in book.claims), *registry.marks()]), end_of_text]:
        gap = registry.text[reached : span.start]
        words = gap.strip(MARKS)
        if words:
            start = reached + gap.index(words)
            yield (
                f'{registry.place(Span(start, span.start))}: no criterion claims "{words}". '
                "Add it to the clauses of one, or to [ledger] with a reason."
            )
        reached = max(reached, span.end)


def _shared(book: _Book, flow: Flow, sentences: Mapping[str, Span]) -> Iterator[str]:
    for criterion in flow.criteria:
        for words in criterion.shares:
            place = f"{owner_of(criterion)} shares"
            already = len(book.problems)
            span = _one(book, place, words, sentences[criterion.sentence])
            yield from book.problems[already:]
            if span and not any(
                each.span.start <= span.start
                and span.end <= each.span.end
                and each.owner.startswith("[criterion")
                and each.owner != owner_of(criterion)
                for each in book.claims
            ):
                yield f'{place}: "{words}" is not claimed by one other criterion. Claim it there.'


def _under(book: _Book, flow: Flow, sentences: Mapping[str, Span]) -> Iterator[str]:
    """Each criterion has to be of the kind that the heading over its sentence names."""
    headings = sorted(
        (span.start, heading)
        for heading in flow.ledger.headings
        for span in book.registry.find_line(heading.words)[:1]
    )
    for criterion in flow.criteria:
        sentence = sentences[criterion.sentence]
        over = [heading for start, heading in headings if start < sentence.start]
        if over and over[-1].of != criterion.kind:
            yield (
                f'{owner_of(criterion)} kind: "{criterion.kind}", but its sentence at '
                f'{book.registry.place(sentence)} stands under "{over[-1].words}". '
                f'Write "{over[-1].of}", and read the rule again.'
            )
