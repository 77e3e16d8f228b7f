"""The stubs of a draft: a question and a criterion for each clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prescreen.check.amounts import Amount, amounts_in
from prescreen.check.draft.clauses import Line
from prescreen.check.draft.record import Record, age_of
from prescreen.check.draft.registry_text import AGES, field_lines

_AGE = re.compile(r"\bage[ds]?\b|\byears? old\b|\byears? of age\b|年龄|周?岁", re.IGNORECASE)
_OLDER = re.compile(
    r"^\W*(?:years )?(?:or|and) (?:older|over|above)|^周?岁?[及或]?以上", re.IGNORECASE
)
_UP_TO = re.compile(r"(?:≤|<|at most|under|below|up to|maximum)[^\d]*$", re.IGNORECASE)
_YEARS = ("", "a", "mo")


@dataclass(frozen=True, slots=True)
class Stub:
    """A sentence of the text (empty where it has none), its id, and the tables for it.

    What is `sure` stands in a field of the record too, and says the same there.
    """

    id: str
    sentence: str
    text: str
    sure: bool = False


def stubs_of(clauses: Sequence[Line]) -> Iterator[Stub]:
    """A stub for each clause, numbered on its side."""
    counts = {"inclusion": 0, "exclusion": 0}
    for clause in clauses:
        side = clause.side or "inclusion"
        counts[side] += 1
        name = f"{side[0].upper()}{counts[side]}"
        text = _consent(name) if clause.is_consent else _choice(name, clause, side)
        yield Stub(name, clause.words, text)


def _choice(name: str, clause: Line, side: str) -> str:
    yes, no = ("met", "not_met") if side == "inclusion" else ("not_met", "met")
    where = "" if clause.side else "\n# DECIDE: inclusion or exclusion? No heading says it."
    return f"""
# {clause.words}{_beside(clause.words)}{where}
[[question]]
id = "{name.lower()}"
kind = "choice"  # DECIDE: the kind of the question for {name}, and the rule for it below
mood = "fact_now"
topic = "DECIDE: the topic of {name} in a word or two"
ask.patient = "DECIDE: the question for {name} to the patient"
ask.caregiver = "DECIDE: the question for {name} to somebody who cares for the patient"
why = "DECIDE: why {name} is asked"
choice = [
  {{ id = "yes", label = "Yes" }},
  {{ id = "no", label = "No" }},
]

[[criterion]]
id = "{name}"
sentence = "{name}"
kind = "{side}"
plain = "DECIDE: {name} in plain words, as what it asks for"
reason = "DECIDE: what is said where {name} stands against joining"
open = "DECIDE: what the study team has to check for {name}"
who = "study_team"  # DECIDE: who settles {name}
[criterion.rule]
kind = "choice"
question = "{name.lower()}"
findings = {{ yes = "{yes}", no = "{no}" }}
"""


def _beside(words: str) -> str:
    """The numbers, units and windows of a clause, as a comment."""
    found = ", ".join(each.words for each in amounts_in(words))
    return f"\n# It holds: {found}" if found else ""


def _consent(name: str) -> str:
    return f"""
[[criterion]]
id = "{name}"
sentence = "{name}"
kind = "inclusion"
plain = "A consent form, signed at the hospital. Before that, a doctor explains the study."
open = "The consent form is signed at the hospital. Before that, a doctor explains all of it."
who = "you"
at_site = true
[criterion.rule]
kind = "choice"
question = "willing"
findings = {{ yes = "unknown", no = "unknown" }}
"""


def end_stub() -> str:
    """The last question, which needs no sentence of the text."""
    return """
[[question]]
id = "willing"
kind = "choice"
mood = "wish"
topic = "Hear more"
ask.patient = "Would you like to hear more from a study doctor?"
ask.caregiver = "Would you both like to hear more from a study doctor?"
help = "This is not a signature. It is fine to say no later, and the care stays the same."
why = "Joining is a free choice. The consent form is signed at the hospital, after a talk."
asked_if = [{ nothing_against = true }]
unsure = "I have not decided yet"
choice = [
  { id = "yes", label = "Yes" },
  { id = "no", label = "No" },
]
declined_on = ["no"]
"""


def age_stub(record: Record, clauses: Sequence[Line]) -> Stub:
    """The age, from its clause or from its field; the question is there in any case."""
    clause = next((each.words for each in clauses if _is_age(each)), "")
    field = next((each for each in field_lines(record) if each.startswith(AGES)), "")
    sentence = clause or field
    bounds = _of_field(record) or _of_words(sentence)
    sure = bool(_of_field(record)) and (not clause or _same(bounds, _of_words(clause)))
    text = _GATE + (_age_criterion(bounds, sure=sure) if sentence else "")
    return Stub("A1", sentence, text, sure)


def _is_age(line: Line) -> bool:
    found = amounts_in(line.words)
    aged = line.side != "exclusion" and _AGE.search(line.words)
    return bool(aged and found and all(each.unit in _YEARS for each in found))


def _of_field(record: Record) -> tuple[str, ...]:
    """The bounds that the fields of the record set."""
    least, most = age_of(record.least), age_of(record.most)
    units = {each[1] for each in (least, most) if each}
    if len(units) == 2:
        least, most = _months(least), _months(most)
        units = {"months"}
    found = [f"{key} = {each[0]}" for key, each in (("least", least), ("most", most)) if each]
    return (*found, *(['unit = "months"'] if "months" in units else []))


def _months(age: tuple[int, str] | None) -> tuple[int, str] | None:
    return (age[0] * 12, "months") if age and age[1] == "years" else age


def _of_words(words: str) -> tuple[str, ...]:
    """The bounds that the words of a clause seem to set."""
    found = [each for each in amounts_in(words) if each.number.denominator == 1]
    unit = ('unit = "months"',) if any(each.unit == "mo" for each in found) else ()
    match found:
        case [one]:
            return (f"{_end(words, one)} = {one.number}", *unit)
        case [one, other, *_]:
            return (f"least = {one.number}", f"most = {other.number}", *unit)
        case _:
            return ()


def _end(words: str, one: Amount) -> str:
    before, _, after = words.partition(one.words)
    return "most" if _UP_TO.search(before) and not _OLDER.search(after) else "least"


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return sorted(one) == sorted(other)


_GATE = """
# ---- Age: nobody who may be a minor is put a question about health ----

[[question]]
id = "age"
kind = "age"
topic = "Age"
ask.patient = "How old are you, in full years?"
ask.caregiver = "How old is the person you care for, in full years?"
help = "Count full years, up to the last birthday. For example 45, or 3 May 1981."
why = "The study has limits of age. A birth date works too, and is more exact."
narrow.patient = "What is your full birth date?"
narrow.caregiver = "What is the full birth date of the person you care for?"

[[question]]
id = "adult"
kind = "choice"
mood = "fact_now"
topic = "Adult"
ask.patient = "Are you an adult, 18 or older?"
ask.caregiver = "Is the person you care for an adult, 18 or older?"
why = "We may put health questions to adults only."
asked_if = [{ may_be_minor = true }]
choice = [
  { id = "yes", label = "Yes" },
  { id = "no", label = "No" },
]
"""


def _age_criterion(bounds: tuple[str, ...], *, sure: bool) -> str:
    mark = "" if sure else "  # DECIDE: are these the bounds of the age?"
    rule = "\n".join(bounds) or "least = 18"
    return f"""
[[criterion]]
id = "A1"
sentence = "A1"
kind = "inclusion"
plain = "DECIDE: the ages of the study in plain words"
reason = "DECIDE: for whom the study is, by age"
open = "The study team needs to check the exact age."
who = "you"
stops = true
[criterion.rule]
kind = "age"
question = "age"{mark}
{rule}
"""
