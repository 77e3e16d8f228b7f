"""The verb `screen`: conversations in as JSON lines, findings and outcomes out as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from prescreen.batch.json_lines import Malformed, language_of, record_of, today_of
from prescreen.dialog.dialog import Dialog
from prescreen.language.voices import Voice
from prescreen.session.visit import Setting
from prescreen.system.privacy import Silent
from prescreen.values import Offer, Reason, Refusal
from prescreen.verdict import Finding, Status

OFFERED = "offer"
"""What stands among the reasons for an attempt that led to an offer."""


@dataclass(frozen=True, slots=True, repr=False)
class Person(Silent):
    """One line: what a person answers on one day."""

    today: date
    answers: Mapping[str, tuple[str, ...]]
    voice: Voice = Voice.PATIENT


def screen_lines(lines: Iterable[str], setting: Setting) -> Iterator[str]:
    """One line of JSON for each line that is not blank; a malformed one gives an `error`."""
    for line in lines:
        if line.strip():
            yield json.dumps(_screen(line, setting), ensure_ascii=False)


def _screen(line: str, setting: Setting) -> dict[str, Any]:
    record: dict[str, Any] = {}
    try:
        record = record_of(line)
        person = _person(record, setting)
    except Malformed as error:
        return {"id": record.get("id"), "error": str(error)}
    return {"id": record.get("id"), **converse(setting, person)}


def _person(record: Mapping[str, Any], setting: Setting) -> Person:
    today = today_of(record.get("today"))
    lang = language_of(record.get("lang"))
    if lang not in setting.languages:
        raise Malformed(f"the catalogs of {lang} are not complete; `prescreen check` says why")
    if record.get("voice", Voice.PATIENT) not in list(Voice):
        raise Malformed(f'"voice" must be one of {", ".join(Voice)}')
    answers = record.get("answers")
    if not isinstance(answers, dict):
        raise Malformed('"answers" must be an object')
    said = {step: _attempts(each) for step, each in answers.items()}
    return Person(today, said, Voice(record.get("voice", Voice.PATIENT)))


def _attempts(said: object) -> tuple[str, ...]:
    attempts = said if isinstance(said, list) else [said]
    if not all(isinstance(each, str) for each in attempts):
        raise Malformed("an answer must be a string, or a list of strings")
    return tuple(attempts)


def converse(setting: Setting, person: Person) -> dict[str, Any]:
    """Hold one conversation up to its end, or to the first question without an answer."""
    dialog = Dialog(setting.script, person.today)
    dialog.answered_by(caregiver=person.voice is Voice.CAREGIVER)
    for _ in range(3):
        dialog.forward()
    refused: dict[str, list[str]] = {}
    while dialog.question is not None:
        step = dialog.state
        if not _answer(dialog, person.answers.get(step, ()), refused):
            break
    found = dialog.verdict
    return {
        "outcome": found.outcome if found else None,
        "recheck": found.recheck.isoformat() if found and found.recheck else None,
        "findings": {
            each.id: finding(dialog.findings[each.id])
            for each in dialog.flow.criteria
            if each.id in dialog.findings
        },
        "asked": list(dialog.route.put),
        "refused": refused,
        "waiting_for": None if found else dialog.route.waiting,
    }


def _answer(dialog: Dialog, attempts: Iterable[str], refused: dict[str, list[str]]) -> bool:
    """Try one answer after the other; an offer is answered by the next of them."""
    step = dialog.state
    for attempt in attempts:
        match dialog.answer(attempt):
            case None:
                return True
            case Offer():
                refused.setdefault(step, []).append(OFFERED)
            case Refusal(Reason.DENIED):
                pass
            case refusal:
                refused.setdefault(step, []).append(refusal.reason)
    return False


def finding(found: Finding) -> dict[str, Any]:
    """A finding in the fixed format."""
    if found.status is not Status.NOT_MET:
        return {"status": found.status}
    until = found.until.isoformat() if found.until else None
    return {"status": found.status, "lasting": found.lasting, "until": until}
