"""A study record as the API of ClinicalTrials.gov (version 2) gives it, in English, or its text."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from prescreen.files.errors import FileError
from prescreen.flow.gate import IN_A_YEAR
from prescreen.system.printable import quoted, unseen
from prescreen.values import add_months

_ESCAPED = re.compile(r"\\([<>\[\](){}*_~^#+.!|`=-])")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_AGE = re.compile(r"(\d{1,4}) (Year|Month|Week|Day)s?$")
_ID = re.compile(r"[A-Za-z]\w*", re.ASCII)
MOST_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Record:
    """What a record says; a field that it lacks is empty.

    `told` are the ages that its text names, where no field does; `no_dates` are what stands where
    dates should.
    """

    id: str
    eligibility: str
    title: str = ""
    sponsor: str = ""
    status: str = ""
    phase: str = ""
    size: str = ""
    place: str = ""
    least: str = ""
    most: str = ""
    sex: str = ""
    healthy: bool | None = None
    updated: str = ""
    starts: str = ""
    ends: str = ""
    told: tuple[str, str] = ("", "")
    summary: str = ""
    allocation: str = ""
    no_dates: tuple[str, ...] = ()

    @property
    def registry(self) -> str:
        """The registry whose number its id is."""
        return "ClinicalTrials.gov" if re.fullmatch(r"NCT\d{8}", self.id) else ""


def read_record(path: Path) -> Record:
    """The record in a file. Raises FileError with one sentence where it can't be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileError([f"{path.name}: it is too long for one study. Give one record."])
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise FileError([f"{path.name}: not UTF-8 text. Save the file as UTF-8."]) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise FileError([f"{path}: the record can't be read ({reason}). Check the path."]) from None
    if text.lstrip()[:1] == "<":
        raise FileError([f"{path.name}: this is a page or XML. Save the record as JSON, or text."])
    record = _of_json(path, text) if text.lstrip()[:1] in ("{", "[") else _of_text(path, text)
    if not record.eligibility.strip():
        raise FileError([f"{path.name}: no eligibility text is in it. Give a whole record."])
    return record


def _of_text(path: Path, text: str) -> Record:
    return Record(_id_of(path), cleaned(text))


def _id_of(path: Path) -> str:
    name = re.sub(r"\W+", "_", path.stem, flags=re.ASCII).strip("_").upper() or "STUDY"
    return name if name[0].isalpha() else f"S{name}"


def _of_json(path: Path, text: str) -> Record:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        raise FileError([f"{path.name}: this is not whole JSON. Save the record anew."]) from None
    study = _Table(whole).table("protocolSection")
    if not study.held:
        raise FileError([f"{path.name}: no protocolSection is in it. Give one study of API v2."])
    return _of_study(path, study)


def _of_study(path: Path, study: _Table) -> Record:
    names, status = study.table("identificationModule"), study.table("statusModule")
    design, who = study.table("designModule"), study.table("eligibilityModule")
    name = names.text("nctId")
    if name and not _ID.fullmatch(name):
        raise FileError([f"{path.name}: its nctId {quoted(name[:40])} is no id. Mend it."])
    told = {
        "updated": _day(status, "lastUpdatePostDateStruct")
        or status.text("lastUpdateSubmitDate")
        or status.text("statusVerifiedDate"),
        "starts": _day(status, "startDateStruct"),
        "ends": _day(status, "completionDateStruct") or _day(status, "primaryCompletionDateStruct"),
    }
    dates = {key: each if last_day(each) else "" for key, each in told.items()}
    sponsor = study.table("sponsorCollaboratorsModule").table("leadSponsor")
    places = study.table("contactsLocationsModule").tables("locations")
    return Record(
        id=name or _id_of(path),
        eligibility=cleaned(who.text("eligibilityCriteria", lines=True)),
        title=names.text("officialTitle") or names.text("briefTitle"),
        sponsor=sponsor.text("name"),
        status=_words(status.text("overallStatus")),
        phase=", ".join(_words(each).capitalize() for each in design.texts("phases")),
        size=design.table("enrollmentInfo").text("count"),
        place=", ".join(dict.fromkeys(filter(None, (each.text("country") for each in places)))),
        least=who.text("minimumAge"),
        most=who.text("maximumAge"),
        sex=who.text("sex").upper(),
        healthy=who.flag("healthyVolunteers"),
        updated=dates["updated"],
        starts=dates["starts"],
        ends=dates["ends"],
        summary=study.table("descriptionModule").text("briefSummary"),
        allocation=design.table("designInfo").text("allocation").upper(),
        no_dates=tuple(each for key, each in told.items() if each and not dates[key]),
    )


def _day(status: _Table, name: str) -> str:
    return status.table(name).text("date")


def _words(code: str) -> str:
    """A code such as NOT_YET_RECRUITING or PHASE2 in words."""
    if code == "NA":
        return "not applicable"
    return re.sub(r"(?<=[a-z])(?=\d)", " ", code.replace("_", " ").lower())


def last_day(written: str) -> date | None:
    """The last day that a whole or a partial date can mean."""
    found = _DATE.fullmatch(written)
    if not found:
        return None
    year, month, day = (int(each) if each else 0 for each in found.groups())
    try:
        if day:
            return date(year, month, day)
        return add_months(date(year, month or 1, 1), 1 if month else 12) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def age_of(written: str) -> tuple[int, str] | None:
    """An age such as "18 Years" as a number and its unit, where it is in one of the calendar."""
    found = _AGE.fullmatch(written)
    return (int(found[1]), f"{found[2].lower()}s") if found else None


def participants(record: Record) -> list[str]:
    """Who takes part, as far as the ages and the field for healthy people tell."""
    found = ["volunteers" if record.healthy else "patients"] if _adults(record) else []
    return [*found, "children"] if _children(record) else found


def _adults(record: Record) -> bool:
    return _years(record.most or record.told[1], 200) >= 18


def _children(record: Record) -> bool:
    least, most = record.least or record.told[0], record.most or record.told[1]
    return bool(least or most) and _years(least, 0) < 18


def _years(written: str, usual: float) -> float:
    found = age_of(written)
    return found[0] / IN_A_YEAR[found[1]] if found else usual


def cleaned(text: str) -> str:
    """A text as the registry prints it: no escapes, and nothing that can't be seen."""
    plain = unicodedata.normalize("NFC", _ESCAPED.sub(r"\1", text))
    lines = ("".join(_seen(char) for char in line).rstrip() for line in plain.splitlines())
    return "\n".join(lines).strip("\n")


def _seen(char: str) -> str:
    if char == "\t" or unicodedata.category(char) == "Zs":
        return " "
    return "" if unseen(char) or unicodedata.category(char)[0] == "C" else char


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the record, of which any part may be missing or of another kind."""

    held: Any

    def _get(self, name: str) -> Any:
        return self.held.get(name) if isinstance(self.held, dict) else None

    def table(self, name: str) -> _Table:
        return _Table(self._get(name))

    def tables(self, name: str) -> Iterator[_Table]:
        found = self._get(name)
        yield from (_Table(each) for each in (found if isinstance(found, list) else []))

    def text(self, name: str, *, lines: bool = False) -> str:
        found = self._get(name)
        if isinstance(found, bool) or not isinstance(found, str | int):
            return ""
        return str(found) if lines else " ".join(cleaned(str(found)).split())

    def texts(self, name: str) -> list[str]:
        found = self._get(name)
        return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []

    def flag(self, name: str) -> bool | None:
        found = self._get(name)
        return found if isinstance(found, bool) else None
