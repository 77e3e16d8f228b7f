"""How a kiosk is, in the words of a language or of both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from prescreen.files import places
from prescreen.kiosk.status import DEVICES, Ask, StatusLine, output_of, report
from prescreen.kiosk.status_words import KIOSK_DOMAIN, status_messages
from prescreen.language.catalogs import LANGUAGES, Language, load_language


def said(
    language: str | None, ask: Ask = output_of, devices: Path = DEVICES
) -> tuple[bool, list[str]]:
    """Whether a visitor can begin, and the lines that say how things stand. Raises FileError."""
    can, lines = report(ask, devices)
    codes = [language] if language else LANGUAGES
    return can, [line for code in codes for line in _in_language(code, lines)]


def _in_language(code: str, lines: list[StatusLine]) -> Iterator[str]:
    known = load_language(code, places.locales(), {KIOSK_DOMAIN: status_messages()})
    for line in lines:
        yield _line(known, line)
    yield ""


def _line(language: Language, line: StatusLine) -> str:
    sentence, values = line
    text = language.words(sentence.text.patient, sentence.context)
    times = values.get("times")
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return f"  {times} × {text}" if times else text
