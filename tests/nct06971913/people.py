"""Random people: what each means, and exact words that say it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from random import Random

from fitting import fitting_of
from oracle import (
    EQUAL_TO_FIVE,
    USUAL_TABLET,
    Amount,
    Bare,
    From,
    Kilograms,
    Meaning,
    Nonsense,
    Pick,
    Private,
    Unsure,
    Years,
)

from flows import FLOW

FITTING = fitting_of(FLOW).everywhere
TODAYS = [
    date(2026, 11, 23),
    date(2028, 2, 29),
    date(2027, 2, 28),
    date(2027, 3, 1),
    date(2026, 8, 31),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2026, 4, 30),
    date(2024, 2, 29),
    date(2092, 2, 29),
]
KILOGRAMS = {
    "kg": Fraction(1),
    "公斤": Fraction(1),
    "斤": Fraction(1, 2),
    "lb": Fraction(45359237, 100_000_000),
}


@dataclass(frozen=True)
class Said:
    """A meaning and the words for it."""

    text: str
    meaning: Meaning


@dataclass(frozen=True)
class Someone:
    """A person on a day: the attempts at each question."""

    today: date
    attempts: dict[str, list[Said]]

    @property
    def texts(self) -> dict[str, tuple[str, ...]]:
        """What is typed."""
        return {step: tuple(each.text for each in said) for step, said in self.attempts.items()}

    @property
    def meanings(self) -> dict[str, list[Meaning]]:
        """What is meant."""
        return {step: [each.meaning for each in said] for step, said in self.attempts.items()}


UNSURE, PRIVATE = Said("unsure", Unsure()), Said("private", Private())
NONSENSE = Said("three cats", Nonsense())

PICKS = {
    "adult": "yes no",
    "lupus": "confirmed suspected skin_only no",
    "cmv": "positive_blood positive_other antibody_only not_tested negative",
    "steroid": "daily some_days none",
    "steroid_shot": "no yes",
    "ivig": "no yes",
    "leflunomide": "never before now",
    "plasmapheresis": "no yes",
    "cmv_vaccine": "no yes",
    "other_trial": "never before survey_only now",
    "neuro": "no past now",
    "complications": "no past now",
    "autoimmune": "none antibody_only overlap other",
    "regimen": "fine hard reaction",
    "infections": "none some",
    "cancer": "none exempt past now",
    "pregnancy": "no maybe yes",
    "function": "no yes",
    "willing": "yes no",
}
"""What can be picked: mostly as the fitting person does, and the others now and then."""
WINDOWS = {
    "ivig_when": 6,
    "leflunomide_when": 6,
    "plasmapheresis_when": 6,
    "cmv_vaccine_when": 6,
    "other_trial_when": 3,
    "cancer_when": 60,
}
SENSITIVE = {"infections", "cancer", "cancer_when", "pregnancy", "function"}
MENTIONED = {
    "ivig": "yes",
    "leflunomide": "before",
    "plasmapheresis": "yes",
    "cmv_vaccine": "yes",
    "other_trial": "before",
    "cancer": "past",
}
"""The answers that lead to a date."""


def someone(random: Random) -> Someone:
    """A random person on a random day."""
    today = random.choice(TODAYS)
    if random.random() < 0.3:
        today = date(2025, 1, 1) + timedelta(days=random.randrange(2000))
    calm = random.choice((0.97, 0.9, 0.6))
    drug = random.choice([*EQUAL_TO_FIVE, "other"])
    edge = random.choice((45, 50, 60, 80)) if random.random() < 0.4 and drug != "other" else None
    said: dict[str, Callable[[], Said]] = {
        "age": lambda: _age(random, today),
        "age.narrow": lambda: _age(random, today),
        "weight": lambda: _weight(random, edge),
        "steroid_drug": lambda: _pick(drug),
        "steroid_dose": lambda: _wider(
            random, _dose_at(random, drug, edge) if edge else _dose(random)
        ),
        "steroid_strength": lambda: _wider(random, _strength(random), 0.4),
        "organs": lambda: _organs(random, calm),
    }
    for question, choices in PICKS.items():
        said[question] = _picker(random, question, choices.split(), calm)
    for question, months in WINDOWS.items():
        said[question] = _sayer(random, today, months)
        said[f"{question}.narrow"] = _replier(random, today, months)
    attempts = {step: _attempts(random, step, say) for step, say in said.items()}
    if random.random() < 0.1:
        del attempts[random.choice([*attempts])]
    return Someone(today, attempts)


def _attempts(random: Random, step: str, say: Callable[[], Said]) -> list[Said]:
    luck = random.random()
    if luck < 0.03:
        return [UNSURE]
    if luck < 0.05:
        return [PRIVATE, say()] if step.removesuffix(".narrow") not in SENSITIVE else [PRIVATE]
    if luck < 0.07:
        return [NONSENSE, say()]
    attempts = [say()]
    if step.endswith(".narrow"):
        attempts += [say(), say(), UNSURE][: random.randrange(1, 4)]
    if step in ("weight", "steroid_dose") and luck < 0.1:
        attempts.insert(0, Said(str(random.randrange(30, 90)), Bare()))
    if step == "steroid_strength" and luck < 0.2:
        attempts.insert(0, Said("2 tablets", Amount(Fraction(2), "tablets")))
    if step in PICKS and luck > 0.97:
        attempts.insert(0, _pick(*PICKS[step].split()[:2]))
    return attempts


@cache
def _pick(*ids: str) -> Said:
    return Said("+".join(ids), Pick(frozenset(ids)))


def _picker(random: Random, question: str, choices: list[str], calm: float) -> Callable[[], Said]:
    if question in MENTIONED:
        calm -= 0.3
        choices = [*choices, *[MENTIONED[question]] * 3]
    return lambda: _pick(FITTING[question] if random.random() < calm else random.choice(choices))


def _organs(random: Random, calm: float) -> Said:
    if random.random() < calm:
        return _pick(FITTING["organs"])
    ids = ["heart", "lung", "kidney", "liver", "none", "unsure"]
    return _one_or_more(random.sample(ids, random.randrange(1, 4)))


def _one_or_more(ids: list[str]) -> Said:
    return UNSURE if ids == ["unsure"] else _pick(*ids)


def _age(random: Random, today: date) -> Said:
    form = random.randrange(5)
    if form == 0:
        years = random.choice((16, 17, 18, 19, 30, 45, 64, 65, 66, 67))
        return Said(str(years), Years(years))
    years = random.choice((17, 18, 30, 45, 50, 60, 64, 65, 66))
    near = timedelta(days=random.choice((0, 0, 0, 1, -1, 2, -2, 30, 150, 250)))
    born = _years_before(today, years) + near
    if random.random() < 0.1:
        born = date(born.year // 4 * 4, 2, 29)
    return _span(born, form)


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


def _span(day: date, form: int) -> Said:
    """A day, its month or its year."""
    if form == 1:
        year = From(date(day.year, 1, 1), date(day.year, 12, 31))
        return Said(str(day.year), year)
    if form == 2:
        first = day.replace(day=1)
        following = (first + timedelta(days=32)).replace(day=1)
        return Said(f"{first:%Y-%m}", From(first, following - timedelta(days=1)))
    return Said(day.isoformat(), From(day, day))


def _weight(random: Random, edge: int | None) -> Said:
    number = Fraction(edge or random.choice((43, 45, 50, 60, 60, 80, 82)))
    number += random.choice((0, 0, Fraction(1, 100), Fraction(-1, 100), 5))
    unit = random.choice(("kg", "公斤", "斤", "lb"))
    if unit == "lb":
        number = Fraction(round(number / KILOGRAMS["lb"] * 10), 10)
    elif unit == "斤":
        number *= 2
    if random.random() < 0.15:
        wider = number + random.choice((Fraction(1, 100), 1, 2, 5, 20))
        ends = number * KILOGRAMS[unit], wider * KILOGRAMS[unit]
        return Said(f"{_decimal(number)} to {_decimal(wider)} {unit}", Kilograms(*ends))
    return Said(f"{_decimal(number)} {unit}", Kilograms(number * KILOGRAMS[unit]))


def _dose(random: Random) -> Said:
    if random.random() < 0.5:
        number = Fraction(random.randrange(1, 61), random.choice((1, 1, 2)))
        return Said(f"{_decimal(number)} tablets", Amount(number, "tablets"))
    number = Fraction(random.choice((5, 9, 10, 36, 40, 45, 48, 50, 60, 80, 240, 250)))
    number += random.choice((0, 0, 0, Fraction(1, 100), Fraction(-1, 100)))
    return Said(f"{_decimal(number)} mg", Amount(number, "mg"))


def _dose_at(random: Random, drug: str, kg: int) -> Said:
    """As much as is exactly too much at this weight, or a hundredth of a milligram beside it."""
    number = Fraction(EQUAL_TO_FIVE[drug]) * kg / 5
    if drug in USUAL_TABLET and random.random() < 0.5:
        number /= Fraction(USUAL_TABLET[drug])
        return Said(f"{_decimal(number)} tablets", Amount(number, "tablets"))
    number += random.choice((0, Fraction(1, 100), Fraction(-1, 100)))
    return Said(f"{_decimal(number)} mg", Amount(number, "mg"))


def _wider(random: Random, said: Said, often: float = 0.15) -> Said:
    """The same dose, or now and then any from it to some more."""
    dose = said.meaning
    if not isinstance(dose, Amount) or random.random() > often:
        return said
    most = dose.number + random.choice((Fraction(1, 100), Fraction(1, 2), 1, 5))
    text = f"{_decimal(dose.number)} to {_decimal(most)} {dose.unit}"
    return Said(text, Amount(dose.number, dose.unit, most))


def _strength(random: Random) -> Said:
    number = Fraction(random.choice(("0.6", "1", "4", "5", "10", "16", "20", "25")))
    return Said(f"{_decimal(number)} mg", Amount(number, "mg"))


def _decimal(number: Fraction) -> str:
    return f"{float(number):.2f}".rstrip("0").rstrip(".")


def _sayer(random: Random, today: date, months: int) -> Callable[[], Said]:
    return lambda: _span(_around(random, today, months), random.choice((0, 0, 0, 1, 2, 2)))


def _replier(random: Random, today: date, months: int) -> Callable[[], Said]:
    def say() -> Said:
        if random.random() < 0.5:
            return _pick(random.choice(("before", "since")))
        return _span(_around(random, today, months), random.choice((0, 2)))

    return say


def _around(random: Random, today: date, months: int) -> date:
    """A day near the edge of a window, or today, or long ago, or still to come."""
    edge = today - timedelta(days=round(months * 30.4375))
    near = timedelta(days=random.choice((0, 1, -1, 2, -2, 3, -3, 9, -9, 25, -25)))
    return random.choice(
        (edge + near, edge + near, edge + near, today, today + near, edge - 900 * abs(near))
    )
