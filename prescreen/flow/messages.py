"""Every sentence of a flow, to be translated."""

from __future__ import annotations

from collections.abc import Iterator

from prescreen.flow.model import Flow
from prescreen.language.catalogs import Message, forms


def flow_messages(flow: Flow, domain: str) -> Iterator[Message]:
    """Every sentence of a flow, in the order of its file."""
    yield from _trial_messages(flow, domain)
    for question in flow.questions:
        at = f"{domain}/{question.id}"
        yield Message(at, question.topic, "topic, in the list of answers")
        texts = {
            "question": question.ask,
            "helper line": question.help,
            "why we ask": question.why,
            "note": question.note,
            "narrowing question": question.narrow,
        }
        for comment, text in texts.items():
            if text is not None:
                yield from forms(text, at, comment)
        for choice in question.choices:
            yield from forms(choice.label, at, f"choice {choice.id}")
            if choice.help is not None:
                yield from forms(choice.help, at, f"helper line of choice {choice.id}")
    for criterion in flow.criteria:
        at = f"{domain}/{criterion.id}"
        yield from forms(criterion.plain, at, f"criterion {criterion.id} in plain words")
        if criterion.reason is not None:
            yield from forms(criterion.reason, at, "why the study does not fit")
        yield from forms(criterion.open, at, "what the study team has to check")
        for answer, text in criterion.because.items():
            yield from forms(text, at, f"said after the answer {answer}")


def _trial_messages(flow: Flow, domain: str) -> Iterator[Message]:
    at = f"{domain}/trial"
    trial, urgent = flow.trial, flow.urgent
    for words in (trial.short, trial.summary, trial.status, trial.not_public):
        yield Message(at, words)
    for fact in trial.facts:
        yield Message(at, fact.label)
        yield Message(at, fact.value)
    for text in (trial.chance, trial.safety, trial.medicine, *trial.bring, *trial.site_checks):
        yield from forms(text, at)
    at = f"{domain}/urgent"
    for text in (*urgent.now, *urgent.today):
        yield from forms(text, at)
    for term in flow.terms:
        at = f"{domain}/term/{term.id}"
        yield Message(at, term.word)
        yield from forms(term.plain, at)
