"""The flow file of a draft: what the record says, and a stub for each clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prescreen.check.draft.eligibility_lines import Line
from prescreen.check.draft.record import Record, participants
from prescreen.check.draft.registry_text import AGES, field_lines
from prescreen.check.draft.stubs import Stub, age_stub, end_stub, stubs_of, with_ages
from prescreen.check.draft.trial_text import in_toml, trial_text

HEAD = """\
# A draft from the study's record. What is left to you to decide is marked; until the last mark is
# gone, `prescreen check` names each, and the program does not open this flow.
"""


def flow_text(record: Record, lines: Sequence[Line]) -> str:
    """The text of the flow file."""
    clauses = [each for each in lines if each.sort == "clause"]
    record = with_ages(record, clauses)
    age = age_stub(record, clauses)
    of_child = participants(record) == ["children"]
    others = [each for each in clauses if each.words != age.sentence]
    stubs = [*stubs_of(others, of_child=of_child)]
    parts = [HEAD, trial_text(record), "\n[protocol]"]
    parts += [f"{each.id} = {in_toml(each.sentence)}" for each in (age, *stubs) if each.sentence]
    parts += ["", *_ledger(record, lines, age)]
    for each in (age, *stubs):
        parts.append(each.text)
    parts.append(end_stub(of_child=of_child))
    return "\n".join(parts) + "\n"


def _ledger(record: Record, lines: Sequence[Line], age: Stub) -> Iterator[str]:
    yield "[ledger]"
    yield "heading = ["
    for line in lines:
        if line.sort == "heading":
            side = in_toml(line.side or "inclusion")
            yield f"  {{ words = {in_toml(line.words)}, of = {side} }},"
    yield "]"
    yield "aside = ["
    for words, reason in _asides(record, lines, age):
        yield f"  {{ words = {in_toml(words)}, reason = {in_toml(reason)} }},"
    yield "]"


def _asides(record: Record, lines: Sequence[Line], age: Stub) -> Iterator[tuple[str, str]]:
    for line in field_lines(record):
        if line != age.sentence:
            yield line, _reason(line, age)
    for each in lines:
        if each.sort == "lead":
            yield each.words, "DECIDE: does it only lead to the lines after it, or is it a rule?"


def _reason(line: str, age: Stub) -> str:
    if line.startswith(AGES) and age.sure:
        return f"It says the same as {age.id}."
    if line.startswith(AGES):
        return "DECIDE: is it the same as the ages in the text?"
    if line == "Sex: ALL":
        return "It sets no limit, so sex is never asked."
    if line.startswith("Sex: "):
        return "DECIDE: only one sex takes part. Ask for it, or say why not."
    return "It is told in [trial]."
