"""The stubs of a draft: a question and a criterion for each clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from prescreen.check.draft.eligibility_lines import Line
from prescreen.check.draft.record import Record, age_of, participants
from prescreen.check.draft.registry_text import AGES, field_lines
from prescreen.check.printed_amounts import Amount, amounts_in
from prescreen.language.registry_words import either, read_as

_AGE = read_as(lambda each: each.age)
_OLDER = read_as(lambda each: each.or_older)
_UP_TO = re.compile(rf"(?:≤|<|{either(lambda each: each.up_to)})[^\d]*$", re.IGNORECASE)
_UNITS = {"": "years", "a": "years", "mo": "months", "wk": "weeks", "d": "days"}


@dataclass(frozen=True, slots=True)
class Stub:
    """A sentence of the text (empty where it has none), its id, and the tables for it.

    What is `sure` stands in a field of the record too, and says the same there.
    """

    id: str
    sentence: str
    text: str
    sure: bool = False


def stubs_of(clauses: Sequence[Line], *, of_child: bool = False) -> Iterator[Stub]:
    """A stub for each clause, numbered on its side."""
    counts = {"inclusion": 0, "exclusion": 0}
    for clause in clauses:
        side = clause.side or "inclusion"
        counts[side] += 1
        name = f"{side[0].upper()}{counts[side]}"
        text = _consent(name) if clause.is_consent else _choice(name, clause, side, of_child)
        yield Stub(name, clause.words, text)


def _choice(name: str, clause: Line, side: str, of_child: bool) -> str:
    asks = _ASKS_PARENT if of_child else _ASKS
    yes, no = ("met", "not_met") if side == "inclusion" else ("not_met", "met")
    where = "" if clause.side else "\n# DECIDE: inclusion or exclusion? No heading says it."
    return f"""
# {clause.words}{_beside(clause.words)}{where}
[[question]]
id = "{name.lower()}"
kind = "choice"  # DECIDE: the kind of the question for {name}, and the rule for it below
mood = "fact_now"
topic = "DECIDE: the topic of {name} in a word or two"
{asks.format(name=name)}
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


_ASKS = """\
ask.patient = "DECIDE: the question for {name} to the patient"
ask.caregiver = "DECIDE: the question for {name} to somebody who cares for the patient\""""
_ASKS_PARENT = 'ask = "DECIDE: the question for {name} to the parent, about the child"'


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


def end_stub(*, of_child: bool = False) -> str:
    """The last question, which needs no sentence of the text."""
    asks = _HEAR_MORE_PARENT if of_child else _HEAR_MORE
    return f"""
[[question]]
id = "willing"
kind = "choice"
mood = "wish"
topic = "Hear more"
{asks}
help = "This is not a signature. It is fine to say no later, and the care stays the same."
why = "Joining is a free choice. The consent form is signed at the hospital, after a talk."
asked_if = [{{ nothing_against = true }}]
unsure = "I have not decided yet"
choice = [
  {{ id = "yes", label = "Yes" }},
  {{ id = "no", label = "No" }},
]
declined_on = ["no"]
"""


_HEAR_MORE = """\
ask.patient = "Would you like to hear more from a study doctor?"
ask.caregiver = "Would you both like to hear more from a study doctor?\""""
_HEAR_MORE_PARENT = 'ask = "Would you like to hear more from a study doctor?"'


def age_stub(record: Record, clauses: Sequence[Line]) -> Stub:
    """The age, from its clause or from its field; the question is there in any case."""
    of_field = _of_field(record)
    clause = next((each.words for each in clauses if _is_age(each, of_field)), "")
    field = next((each for each in field_lines(record) if each.startswith(AGES)), "")
    sentence = clause or field
    bounds = of_field or _of_words(sentence)
    sure = bool(of_field) and (not clause or _same(bounds, _of_words(clause)))
    gate = _CHILD if participants(record) == ["children"] else _GATE
    text = gate + (_age_criterion(bounds, sure=sure) if sentence else "")
    return Stub("A1", sentence, text, sure)


def with_ages(record: Record, clauses: Sequence[Line]) -> Record:
    """The record with the ages that its text names, if its fields name none."""
    if _of_field(record):
        return record
    words = next((each.words for each in clauses if _is_age(each, ())), "")
    told = {key: f"{number} {unit.capitalize()}" for key, number, unit in _of_words(words)}
    return replace(record, told=(told.get("least", ""), told.get("most", "")))


AgeEnds = tuple[tuple[str, int, str], ...]
"""The ends of an age: which one it is, the number, and its unit."""


def _is_age(line: Line, of_field: AgeEnds) -> bool:
    """Whether a clause gives the age: in years or months, or as the fields do in days or weeks."""
    found = amounts_in(line.words)
    aged = line.side != "exclusion" and _AGE.search(line.words)
    if not aged or not found or any(each.unit not in _UNITS for each in found):
        return False
    young = any(each.unit in ("wk", "d") for each in found)
    return not young or _same(_of_words(line.words), of_field)


def _of_field(record: Record) -> AgeEnds:
    """The bounds that the fields of the record set."""
    ages = (("least", age_of(record.least)), ("most", age_of(record.most)))
    found = tuple((key, *each) for key, each in ages if each)
    if {unit for _, _, unit in found} == {"years", "months"}:
        return tuple((key, n * 12 if unit == "years" else n, "months") for key, n, unit in found)
    return found


def _of_words(words: str) -> AgeEnds:
    """The bounds that the words of a clause seem to set; what a bracket repeats is left out."""
    found = [each for each in amounts_in(words) if each.number.denominator == 1]
    unit = next((each.unit for each in found if each.unit), "")
    match [each for each in found if each.unit in ("", unit)]:
        case [one]:
            return ((_end(words, one), int(one.number), _UNITS.get(unit, "years")),)
        case [one, other, *_]:
            named = _UNITS.get(unit, "years")
            return ("least", int(one.number), named), ("most", int(other.number), named)
        case _:
            return ()


def _end(words: str, one: Amount) -> str:
    before, _, after = words.partition(one.words)
    return "most" if _UP_TO.search(before) and not _OLDER.match(after) else "least"


def _same(one: AgeEnds, other: AgeEnds) -> bool:
    """Whether two say the same; 6 weeks as the least are 42 days, and as the most they are not."""
    return sorted(map(_lowest, one)) == sorted(map(_lowest, other))


def _lowest(bound: tuple[str, int, str]) -> tuple[str, int, str]:
    key, number, unit = bound
    return (key, 7 * number, "days") if (key, unit) == ("least", "weeks") else bound


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


_CHILD = """
# ---- Age: a parent or guardian answers for the child ----

[[question]]
id = "age"
kind = "age"
topic = "Age of the child"
ask = "How old is your child?"
help = "For example 8 weeks, 5 months, 12 years, or the birth date."
why = "The study has limits of age. A birth date works too, and is more exact."
narrow = "What is the full birth date of your child?"
"""


def _age_criterion(bounds: AgeEnds, *, sure: bool) -> str:
    mark = "" if sure else "  # DECIDE: are these the bounds of the age?"
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
[criterion.rule]{mark}
{_age_rule(bounds)}
"""


def _age_rule(bounds: AgeEnds) -> str:
    """One rule, or one for each end where they differ in their unit."""
    units = {unit for _, _, unit in bounds}
    if len(units) > 1:
        ends = (f'{key} = {number}, unit = "{unit}"' for key, number, unit in bounds)
        rules = "".join(f'  {{ kind = "age", question = "age", {each} }},\n' for each in ends)
        return f'kind = "all"\nrules = [\n{rules}]'
    lines = [f"{key} = {number}" for key, number, _ in bounds] or ["least = 18"]
    lines += [f'unit = "{unit}"' for unit in units if unit != "years"]
    return "\n".join(['kind = "age"', 'question = "age"', *lines])
