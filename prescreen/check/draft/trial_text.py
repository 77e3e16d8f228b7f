"""The table [trial] of a draft: what the record's fields say, and marks for what they do not."""

from __future__ import annotations

import json
from collections.abc import Iterator

from prescreen.check.draft.record import Record, last_day, participants

_WORDS = (
    ("short", "a short name for the title line, in plain words"),
    ("summary", "the aim, in one or two plain sentences"),
    ("topics", "what the questions are about, private matters by name"),
    ("not_public", "what the record leaves out"),
    ("chance", "are people put into groups by chance?"),
    ("medicine", "why nobody should change a medicine on their own"),
    ("safety", "a warning for everyone"),
)
_BY_CHANCE = (
    "People are put into groups by chance. Nobody can choose a group, and the study may not help."
)
_LONGEST = 600
"""So many characters of a summary are enough to write a plain one from."""


def in_toml(text: str) -> str:
    """A text as a TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "")


def trial_text(record: Record) -> str:
    """The table."""
    return "\n".join(["[trial]", *_keys(record)])


def _keys(record: Record) -> Iterator[str]:
    yield f"id = {in_toml(record.id)}"
    yield f"registry = {in_toml(record.registry or 'DECIDE: the name of the registry')}"
    yield from _participants(record)
    for key, known in (("sponsor", record.sponsor), ("status", record.status)):
        if known:
            yield f"{key} = {in_toml(known)}"
    if updated := last_day(record.updated):
        whole = "" if len(record.updated) == 10 else f"  # DECIDE: the day in {record.updated}"
        yield f"record_date = {updated}{whole}"
    if ends := last_day(record.ends):
        yield f"planned_end = {ends}"
    for each in record.no_dates:
        yield f"# DECIDE: the record has {in_toml(each)} where a date stands. It is left out."
    if record.summary:
        yield f"# The record says: {record.summary[:_LONGEST]}"
    for key, what in _WORDS:
        if key != "chance" or not record.allocation:
            yield f"{key} = {in_toml(f'DECIDE: {what}')}"
    if record.allocation == "RANDOMIZED":
        yield f"chance = {in_toml(_BY_CHANCE)}"
    yield 'bring = ["ID card"]  # DECIDE: what to bring'
    yield f"site_checks = [{in_toml('DECIDE: what the hospital will still check')}]"
    yield "fact = ["
    for name, label, value in _facts(record):
        yield f"  {{ id = {in_toml(name)}, label = {in_toml(label)}, value = {in_toml(value)} }},"
    yield "]"


def _participants(record: Record) -> Iterator[str]:
    found = participants(record)
    mark = "" if found == ["patients"] else "  # DECIDE: are these the people who take part?"
    yield f"participants = [{', '.join(map(in_toml, found))}]{mark}"


def _facts(record: Record) -> Iterator[tuple[str, str, str]]:
    """The facts that the record has; one that it lacks is absent."""
    dates = " to ".join(filter(None, (record.starts, record.ends)))
    pairs = (
        ("title", "Title", record.title),
        (
            "registry_id",
            "Registry number",
            record.registry and f"{record.id}, on {record.registry}",
        ),
        ("sponsor", "Who runs it", record.sponsor),
        ("phase", "Phase", record.phase),
        ("size", "How many people", record.size),
        ("place", "Where", record.place),
        ("people", "Ages", _ages(record)),
        ("status", "Status in the record", record.status.capitalize()),
        ("dates", "Planned dates", dates),
    )
    yield from (each for each in pairs if each[2])


def _ages(record: Record) -> str:
    least, most = record.least.lower(), record.most.lower()
    if least and most:
        return f"{least} to {most}"
    return f"{least} and older" if least else most and f"Up to {most}"
