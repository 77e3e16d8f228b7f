"""A second reading of protocol.md, section 4: slow, plain, and sharing no code with the package.

It knows no text. What people say arrives as meanings: a pick, a set of birth days, a set of days,
an exact number or all from one to another. Sets of days are written out, and every rule asks each
day in turn; of numbers it asks both ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Literal

DAY = timedelta(days=1)

# ---- what a person can mean --------------------------------------------------------------------


@dataclass(frozen=True)
class Pick:
    """One choice, or several ticks."""

    ids: frozenset[str]


@dataclass(frozen=True)
class Unsure:
    """Not sure."""


@dataclass(frozen=True)
class Private:
    """Rather tells the study staff in person."""


@dataclass(frozen=True)
class Years:
    """An age in full years."""

    years: int


@dataclass(frozen=True)
class From:
    """Every day from the first to the last: a day, a month or a year, of birth or of anything."""

    first: date
    last: date


@dataclass(frozen=True)
class Kilograms:
    """A weight, or any from one to another."""

    kg: Fraction
    most: Fraction | None = None

    @property
    def ends(self) -> list[Fraction]:
        """The least and the most that it can be."""
        return [self.kg, self.kg if self.most is None else self.most]


@dataclass(frozen=True)
class Amount:
    """A dose, or any from one to another."""

    number: Fraction
    unit: Literal["mg", "tablets"]
    most: Fraction | None = None

    @property
    def ends(self) -> list[Fraction]:
        """The least and the most that it can be."""
        return [self.number, self.number if self.most is None else self.most]


@dataclass(frozen=True)
class Bare:
    """A number without its unit."""


@dataclass(frozen=True)
class Nonsense:
    """Nothing that answers the question."""


Meaning = Pick | Unsure | Private | Years | From | Kilograms | Amount | Bare | Nonsense

# ---- the calendar ------------------------------------------------------------------------------


REMEMBERED = lru_cache(maxsize=50_000)
"""Most people are near the same edges of the same todays, so the same days are asked for again."""


@REMEMBERED
def later(day: date, months: int) -> date:
    """So many calendar months later; where the month is too short, its last day."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(number, day.day))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def birthday_in(born: date, year: int) -> date:
    """The birthday in a year; 29 February is kept on 1 March in common years."""
    if (born.month, born.day) == (2, 29) and not is_leap(year):
        return date(year, 3, 1)
    return date(year, born.month, born.day)


def is_leap(year: int) -> bool:
    """Whether a year has a 29 February."""
    return (date(year, 12, 31) - date(year, 1, 1)).days == 365


def age(born: date, day: date) -> int:
    """Birthdays kept up to a day."""
    return day.year - born.year - (1 if birthday_in(born, day.year) > day else 0)


def every_day(first: date, last: date) -> list[date]:
    """The days, one by one."""
    return [first + DAY * number for number in range((last - first).days + 1)]


# ---- the conversation --------------------------------------------------------------------------

Finding = tuple[str, bool, date | None]
MET: Finding = ("met", False, None)
UNKNOWN: Finding = ("unknown", False, None)
NOT_MET: Finding = ("not_met", False, None)
LASTING: Finding = ("not_met", True, None)


class End(Exception):
    """No more questions."""


@dataclass
class Talk:
    """A conversation and what has come of it so far."""

    today: date
    attempts: Mapping[str, Sequence[Meaning]]
    asked: list[str] = field(default_factory=list)
    refused: dict[str, list[str]] = field(default_factory=dict)
    findings: dict[str, Finding] = field(default_factory=dict)
    births: Sequence[date] = ()
    waiting_for: str | None = None
    outcome: str | None = None
    recheck: date | None = None

    def ask(self, question: str, refusal: Callable[[Meaning], str | None]) -> Meaning:
        """Put a question until an attempt is taken."""
        self.asked.append(question)
        for meaning in self.attempts.get(question, ()):
            reason = refusal(meaning)
            if reason is None:
                return meaning
            self.refused.setdefault(question, []).append(reason)
        self.waiting_for = question
        raise End

    def pick(self, question: str, choices: str, sensitive: bool = False) -> str:
        """A single choice; "unsure" and "private" as such."""

        def refusal(meaning: Meaning) -> str | None:
            if isinstance(meaning, Pick) and len(meaning.ids) == 1:
                return None if meaning.ids <= set(choices.split()) else "not_an_answer"
            return blank_or(meaning, "not_an_answer", sensitive)

        meaning = self.ask(question, refusal)
        if isinstance(meaning, Pick):
            return next(iter(meaning.ids))
        return "private" if isinstance(meaning, Private) else "unsure"

    def decide(self, criterion: str, finding: Finding) -> None:
        """Note a finding; the end, where nothing can change any more."""
        self.findings[criterion] = finding
        if finding[1] or self.too_old():
            raise End

    def too_old(self) -> bool:
        """Whether everyone with these birth days is over 65 on the latest date so far."""
        dates = [until for _, _, until in self.findings.values() if until]
        return bool(dates and self.births) and all(age(b, max(dates)) > 65 for b in self.births)

    def against(self) -> list[Finding]:
        """The findings that stand against joining."""
        return [each for each in self.findings.values() if each[0] == "not_met"]

    def private_matters(self) -> bool:
        """Whether something sensitive may still be asked."""
        return all(until for _, _, until in self.against())


def blank_or(meaning: Meaning, reason: str, sensitive: bool = False) -> str | None:
    """None for an answer that stands on the question anyway, else why it is not taken."""
    if isinstance(meaning, Unsure) or (isinstance(meaning, Private) and sensitive):
        return None
    return "not_an_answer" if isinstance(meaning, Private) else reason


def judge(today: date, attempts: Mapping[str, Sequence[Meaning]]) -> Talk:
    """What has to come of a conversation on a day."""
    talk = Talk(today, attempts)
    willing = None
    try:
        _age(talk)
        _lupus_and_cmv(talk)
        _weight_and_steroids(talk)
        _treatments(talk)
        _illnesses(talk)
        _private_matters(talk)
        if not talk.against():
            willing = talk.pick("willing", "yes no")
            talk.findings["I5"] = UNKNOWN
    except End:
        pass
    if talk.waiting_for is None:
        _conclude(talk, willing)
    return talk


def _conclude(talk: Talk, willing: str | None) -> None:
    against = talk.against()
    if any(lasting for _, lasting, _ in against) or talk.too_old():
        talk.outcome = "not_this_study"
    elif against:
        talk.outcome = "not_now"
        dates = [until for _, _, until in against]
        talk.recheck = None if None in dates else max(each for each in dates if each)
    elif willing == "no":
        talk.outcome = "declined"
    elif any(finding == UNKNOWN for each, finding in talk.findings.items() if each != "I5"):
        talk.outcome = "ask_site"
    else:
        talk.outcome = "likely_eligible"


# ---- the rows of the table ---------------------------------------------------------------------


def _age(talk: Talk) -> None:
    meaning = talk.ask("age", _age_refusal)
    if not isinstance(meaning, Unsure):
        talk.births = _births(talk.today, meaning)
        if len(_zones(talk)) > 1:
            _narrow_age(talk)
    zones = _zones(talk)
    if zones == {"in"}:
        talk.decide("I3a", MET)
    elif zones == {"over"}:
        talk.decide("I3a", LASTING)
    elif zones == {"under"}:
        day = birthday_in(talk.births[0], talk.births[0].year + 18)
        talk.decide("I3a", ("not_met", False, day if len(talk.births) == 1 else None))
        raise End
    else:
        talk.decide("I3a", UNKNOWN)
        if not talk.births or "under" in zones:
            _adult(talk)


def _adult(talk: Talk) -> None:
    adult = talk.pick("adult", "yes no")
    if adult == "no":
        talk.decide("I3a", NOT_MET)
    if adult != "yes":
        raise End


def _age_refusal(meaning: Meaning) -> str | None:
    return None if isinstance(meaning, Years | From) else blank_or(meaning, "not_an_answer")


@lru_cache(maxsize=500)
def _births(today: date, meaning: Meaning) -> Sequence[date]:
    if isinstance(meaning, From):
        return tuple(every_day(meaning.first, meaning.last))
    assert isinstance(meaning, Years)
    first = date(today.year - meaning.years - 1, 1, 1)
    last = date(today.year - meaning.years, 12, 31)
    return tuple(born for born in every_day(first, last) if age(born, today) == meaning.years)


def _zones(talk: Talk) -> set[str]:
    return {_zone(talk.today, born) for born in talk.births}


@REMEMBERED
def _zone(today: date, born: date) -> str:
    years = age(born, today)
    return "under" if years < 18 else "over" if years > 65 else "in"


def _narrow_age(talk: Talk) -> None:
    def refusal(meaning: Meaning) -> str | None:
        if isinstance(meaning, Years | From):
            both = set(talk.births) & set(_births(talk.today, meaning))
            return None if both else "contradiction"
        return blank_or(meaning, "not_an_answer")

    meaning = talk.ask("age.narrow", refusal)
    if not isinstance(meaning, Unsure):
        both = set(talk.births) & set(_births(talk.today, meaning))
        talk.births = sorted(both)


def _lupus_and_cmv(talk: Talk) -> None:
    lupus = talk.pick("lupus", "confirmed skin_only suspected no")
    talk.decide("I1", {"confirmed": MET, "skin_only": LASTING, "no": LASTING}.get(lupus, UNKNOWN))
    cmv = talk.pick("cmv", "positive_blood positive_other antibody_only negative not_tested")
    talk.decide("I2", {"positive_blood": MET, "negative": NOT_MET}.get(cmv, UNKNOWN))


def _weight_and_steroids(talk: Talk) -> None:
    kg = _weight(talk)
    steroid = talk.pick("steroid", "none daily some_days")
    ratios: list[Fraction] = []
    if steroid in ("daily", "some_days") and kg:
        ratios = [mg / each for mg in _prednisone(talk) for each in kg]
    shot = talk.pick("steroid_shot", "yes no")
    if steroid == "daily" and ratios and all(each >= 1 for each in ratios):
        talk.decide("I4", NOT_MET)
    elif shot != "no":
        talk.decide("I4", UNKNOWN)
    elif steroid == "none" or (ratios and all(each < 1 for each in ratios)):
        talk.decide("I4", MET)
    else:
        talk.decide("I4", UNKNOWN)


def _weight(talk: Talk) -> list[Fraction]:
    def refusal(meaning: Meaning) -> str | None:
        if isinstance(meaning, Kilograms):
            return None if all(25 <= each <= 250 for each in meaning.ends) else "impossible"
        return "unit" if isinstance(meaning, Bare) else blank_or(meaning, "not_an_answer")

    meaning = talk.ask("weight", refusal)
    if not isinstance(meaning, Kilograms):
        talk.decide("I3b", UNKNOWN)
        return []
    least, most = meaning.ends
    if least >= 45 and most <= 80:
        talk.decide("I3b", MET)
    else:
        talk.decide("I3b", NOT_MET if most < 43 or least > 82 else UNKNOWN)
    return meaning.ends


EQUAL_TO_FIVE = {
    "prednisone": "5",
    "prednisolone": "5",
    "methylprednisolone": "4",
    "triamcinolone": "4",
    "dexamethasone": "0.75",
    "betamethasone": "0.6",
    "hydrocortisone": "20",
    "cortisone": "25",
    "deflazacort": "6",
}
USUAL_TABLET = {"prednisone": "5", "prednisolone": "5", "dexamethasone": "0.75"}


def _prednisone(talk: Talk) -> list[Fraction]:
    """The least and the most milligrams of prednisone on a day; none where it stays open."""
    drug = talk.pick("steroid_drug", " ".join([*EQUAL_TO_FIVE, "other"]))
    if drug in ("other", "unsure"):
        return []
    dose = talk.ask("steroid_dose", _dose_refusal)
    if not isinstance(dose, Amount):
        return []
    in_one = [Fraction(1)]
    if dose.unit == "tablets":
        if drug in USUAL_TABLET:
            in_one = [Fraction(USUAL_TABLET[drug])]
        else:
            strength = talk.ask("steroid_strength", _strength_refusal)
            if not isinstance(strength, Amount):
                return []
            in_one = strength.ends
    to_five = 5 / Fraction(EQUAL_TO_FIVE[drug])
    return [number * mg * to_five for number in dose.ends for mg in in_one]


def _dose_refusal(meaning: Meaning) -> str | None:
    if isinstance(meaning, Amount):
        return None
    return "unit" if isinstance(meaning, Bare) else blank_or(meaning, "not_an_answer")


def _strength_refusal(meaning: Meaning) -> str | None:
    if isinstance(meaning, Amount) and meaning.unit == "tablets":
        return "unit"
    return _dose_refusal(meaning)


def _treatments(talk: Talk) -> None:
    ivig = talk.pick("ivig", "yes no")
    talk.decide("E4a", _window(talk, "ivig", 6) if ivig == "yes" else _no(ivig))
    leflunomide = talk.pick("leflunomide", "now before never")
    if leflunomide == "before":
        talk.decide("E4b", _window(talk, "leflunomide", 6))
    else:
        talk.decide("E4b", {"never": MET, "now": NOT_MET}.get(leflunomide, UNKNOWN))
    plasma = talk.pick("plasmapheresis", "yes no")
    if plasma == "yes":
        found = _window(talk, "plasmapheresis", 6)
        talk.decide("E4c", UNKNOWN if found == MET else found)
    else:
        talk.decide("E4c", _no(plasma))
    vaccine = talk.pick("cmv_vaccine", "yes no")
    talk.decide("E3", _window(talk, "cmv_vaccine", 6) if vaccine == "yes" else _no(vaccine))
    trial = talk.pick("other_trial", "now before survey_only never")
    if trial == "before":
        talk.decide("E12", _window(talk, "other_trial", 3))
    else:
        talk.decide("E12", {"never": MET, "now": NOT_MET}.get(trial, UNKNOWN))


def _no(answer: str) -> Finding:
    return MET if answer == "no" else UNKNOWN


def _window(talk: Talk, question: str, months: int) -> Finding:
    """Inside while the last time and so many months is today or later."""
    return _when(
        talk,
        f"{question}_when",
        lambda last: later(last, months) >= talk.today,
        lambda last: later(last, months) + DAY,
    )


def _when(
    talk: Talk,
    question: str,
    inside: Callable[[date], bool],
    clear: Callable[[date], date],
    sensitive: bool = False,
) -> Finding:
    def refusal(meaning: Meaning) -> str | None:
        if isinstance(meaning, From):
            return "future" if meaning.first > talk.today else None
        return blank_or(meaning, "not_an_answer", sensitive)

    def days_of(meaning: From) -> list[date]:
        return every_day(meaning.first, min(meaning.last, talk.today))

    def narrow_refusal(meaning: Meaning) -> str | None:
        if isinstance(meaning, Pick) and meaning.ids <= {"before", "since"}:
            return None
        if not isinstance(meaning, From) or refusal(meaning):
            return refusal(meaning)
        both = set(days) & set(days_of(meaning))
        if not both:
            return "contradiction"
        return "ambiguous" if _mixed(inside, both) else None

    meaning = talk.ask(question, refusal)
    if not isinstance(meaning, From):
        return UNKNOWN
    days = days_of(meaning)
    if _mixed(inside, days):
        reply = talk.ask(f"{question}.narrow", narrow_refusal)
        if isinstance(reply, Pick):
            days = [each for each in days if inside(each) == ("since" in reply.ids)]
        elif isinstance(reply, From):
            days = sorted(set(days) & set(days_of(reply)))
        else:
            return UNKNOWN
    return ("not_met", False, clear(max(days))) if inside(days[0]) else MET


def _mixed(inside: Callable[[date], bool], days: Iterable[date]) -> bool:
    return len({inside(each) for each in days}) > 1


def _illnesses(talk: Talk) -> None:
    _organs(talk)
    by_time = {"no": MET, "now": NOT_MET}
    talk.decide("E5", by_time.get(talk.pick("neuro", "now past no"), UNKNOWN))
    talk.decide("E7", by_time.get(talk.pick("complications", "now past no"), UNKNOWN))
    autoimmune = talk.pick("autoimmune", "none overlap other antibody_only")
    other = {"none": MET, "antibody_only": MET, "other": NOT_MET}
    talk.decide("E8", other.get(autoimmune, UNKNOWN))
    talk.decide("E1", MET if talk.pick("regimen", "fine hard reaction") == "fine" else UNKNOWN)


def _organs(talk: Talk) -> None:
    def refusal(meaning: Meaning) -> str | None:
        if not isinstance(meaning, Pick):
            return blank_or(meaning, "not_an_answer")
        if not meaning.ids <= {"heart", "lung", "kidney", "liver", "none", "unsure"}:
            return "not_an_answer"
        if len(meaning.ids) > 1 and meaning.ids & {"none", "unsure"}:
            return "contradiction"
        return None

    meaning = talk.ask("organs", refusal)
    if isinstance(meaning, Pick):
        talk.decide("E6", MET if meaning.ids == {"none"} else NOT_MET)
    else:
        talk.decide("E6", UNKNOWN)


def _private_matters(talk: Talk) -> None:
    if talk.private_matters():
        infections = talk.pick("infections", "none some", sensitive=True)
        talk.decide("E2", MET if infections == "none" else UNKNOWN)
    if talk.private_matters():
        _cancer(talk)
    if talk.private_matters():
        pregnancy = talk.pick("pregnancy", "no yes maybe", sensitive=True)
        talk.decide("E10", {"no": MET, "yes": NOT_MET}.get(pregnancy, UNKNOWN))
    if talk.private_matters():
        function = talk.pick("function", "no yes", sensitive=True)
        talk.decide("E11", MET if function == "no" else UNKNOWN)


def _cancer(talk: Talk) -> None:
    cancer = talk.pick("cancer", "none now past exempt", sensitive=True)
    if cancer != "past":
        found = {"none": MET, "exempt": MET, "now": LASTING}.get(cancer, UNKNOWN)
        talk.decide("E9", found)
        return
    found = _when(
        talk,
        "cancer_when",
        lambda end: later(end, 60) > talk.today,
        lambda end: later(end, 60),
        sensitive=True,
    )
    talk.decide("E9", found)
