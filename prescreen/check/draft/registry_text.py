"""The registry's text of a record: its fields in English lines, then the eligibility text."""

from __future__ import annotations

from prescreen.check.draft.record import Record

AGES, SEX = "Ages: ", "Sex: "


def field_lines(record: Record) -> list[str]:
    """The fields that the flow makes use of, a line each."""
    ages = f"{record.least or 'no least age'} to {record.most or 'no greatest age'}"
    pairs = (
        ("Status: ", record.status),
        ("Last update: ", record.updated),
        ("Start: ", record.starts),
        ("End: ", record.ends),
        ("Phase: ", record.phase),
        ("Enrollment: ", record.size),
        (AGES, ages if record.least or record.most else ""),
        (SEX, record.sex),
        ("Healthy volunteers: ", {True: "Yes", False: "No", None: ""}[record.healthy]),
    )
    return [f"{name}{value}" for name, value in pairs if value]


def registry_text(record: Record) -> str:
    """The text of the file."""
    fields = field_lines(record)
    head = "\n".join([*fields, ""]) + "\n" if fields else ""
    return f"{head}{record.eligibility}\n"
