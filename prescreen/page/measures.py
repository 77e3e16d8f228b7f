"""Numbers with a unit on a page: the keys of the pad, examples, and what was understood."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce

from prescreen.page.model import Pad, UnitKey
from prescreen.page.speech import Speech
from prescreen.page.words import Sentence, Words
from prescreen.values import Interval, Measure
from prescreen.values import units as table
from prescreen.values.units import QUANTITIES

_CALLED: dict[str, Sentence] = {
    "cm": Words.UNIT_CM,
    "m": Words.UNIT_M,
    "mm": Words.UNIT_MM,
    "[in_i]": Words.UNIT_IN,
    "[ft_i]": Words.UNIT_FT,
    "kg": Words.UNIT_KG,
    "g": Words.UNIT_G,
    "mg": Words.UNIT_MG,
    "jin": Words.UNIT_JIN,
    "[lb_av]": Words.UNIT_LB,
    "Cel": Words.UNIT_CELSIUS,
    "[degF]": Words.UNIT_FAHRENHEIT,
    "mm[Hg]": Words.UNIT_MMHG,
    "d": Words.UNIT_DAYS,
    "wk": Words.UNIT_WEEKS,
    "mo": Words.UNIT_MONTHS,
    "a": Words.UNIT_YEARS,
    "h": Words.UNIT_HOURS,
    "min": Words.UNIT_MINUTES,
    "s": Words.UNIT_SECONDS,
    "ms": Words.UNIT_MILLISECONDS,
    "{ULN}": Words.UNIT_UPPER_LIMITS,
}
"""What units are called, where that is not how laboratories print them in every language."""
PLACES = 2
FINEST = 6
"""No number is typed, or said, with more decimals."""
FOOT = "[ft_i]"
PREGNANCY_WEEK = QUANTITIES["gestation"].base
_DAYS_OVER = ({7}, {1, 7})
"""Into how many parts the ends of a number of weeks divide one, where not both are full weeks."""


def unit_name(speech: Speech, unit: table.Unit) -> str:
    """What a unit is called in the language that is spoken."""
    return speech(_CALLED[unit.code]) if unit.code in _CALLED else unit.symbol


def with_unit(speech: Speech, number: str, unit: table.Unit) -> str:
    """A number and its unit."""
    name = unit_name(speech, unit)
    return speech(Words.AMOUNT, n=number, unit=name) if name else number


def number_pad(speech: Speech, quantity: str) -> Pad:
    """The pad for a number, with a key for each common unit."""
    keys = [each for each in QUANTITIES[quantity].units if each.key and each.symbol]
    units = (
        UnitKey(each.code, name, f" {name}", tuple(each.spelled.split("|")))
        for each in keys
        for name in (unit_name(speech, each),)
    )
    return Pad(tuple(units), point=True)


def example(speech: Speech, quantity: str) -> str:
    """A number that somebody could say."""
    about = QUANTITIES[quantity]
    return with_unit(speech, about.example, about.base)


def unit_names(speech: Speech, quantity: str) -> str:
    """The units that have a key, one or the other."""
    *names, last = (unit_name(speech, each) for each in QUANTITIES[quantity].units if each.key)
    if not names:
        return last
    listed = reduce(lambda one, other: speech(Words.AND_THEN, one=one, other=other), names)
    return speech(Words.EITHER, one=listed, other=last)


def measured(
    speech: Speech,
    measure: Measure,
    other: Sentence,
    about_other: Sentence,
    edges: Sequence[Fraction] = (),
) -> str:
    """What was measured in the unit it was said in, and in the one it is compared in.

    What is rounded there never comes to lie on an edge, or past one.
    """
    quantity = QUANTITIES[measure.quantity]
    unit = quantity.unit(measure.unit) or quantity.base
    said = _in_unit(speech, measure.base, unit)
    if unit is quantity.base:
        return said
    parts = 7 if quantity.base == PREGNANCY_WEEK else 10**PLACES
    exact = all((each * parts).denominator == 1 for each in _ends(measure.base, quantity.base))
    sentence = other if exact else about_other
    return speech(sentence, one=said, other=_in_unit(speech, measure.base, quantity.base, edges))


def _in_unit(
    speech: Speech, base: Interval, unit: table.Unit, edges: Sequence[Fraction] = ()
) -> str:
    if unit.code == FOOT and base.lo == base.hi:
        return _feet(speech, unit.from_base(base.lo))
    if unit == PREGNANCY_WEEK and {each.denominator for each in _ends(base, unit)} in _DAYS_OVER:
        first, last = (_weeks(speech, each) for each in _ends(base, unit))
        return first if first == last else speech(Words.RANGE, lo=first, hi=last)
    ends = _ends(base, unit)
    lo, hi = (speech.number(each, max(_places(each), places_beside(each, edges))) for each in ends)
    number = lo if lo == hi else speech(Words.RANGE, lo=lo, hi=hi)
    return with_unit(speech, number, unit)


def _feet(speech: Speech, feet: Fraction) -> str:
    """Feet and inches, as people say their height."""
    whole, inches = divmod(round(feet * 12, PLACES), 12)
    if not inches:
        return speech(Words.AMOUNT, n=whole, unit=speech(Words.UNIT_FT))
    return speech(Words.FEET_INCHES, feet=whole, inches=speech.number(inches))


def _weeks(speech: Speech, weeks: Fraction) -> str:
    """Full weeks and days, as a birth record has them."""
    full, days = divmod(weeks * 7, 7)
    match days:
        case 0:
            return speech(Words.AMOUNT, n=full, unit=speech(Words.UNIT_WEEKS))
        case 1:
            return speech(Words.WEEKS_ONE_DAY, weeks=full)
        case _:
            return speech(Words.WEEKS_DAYS, weeks=full, days=days)


def _places(number: Fraction) -> int:
    """All the decimals of a number that somebody can have typed; else it is rounded."""
    return next((each for each in range(PLACES, FINEST) if round(number, each) == number), PLACES)


def places_beside(number: Fraction, edges: Sequence[Fraction], least: int = 1) -> int:
    """So many decimals that what is said lies on the same side of each edge as the number."""
    for places in range(least, FINEST):
        said = round(number, places)
        if all((said > each, said < each) == (number > each, number < each) for each in edges):
            return places
    return FINEST


def _ends(base: Interval, unit: table.Unit) -> tuple[Fraction, Fraction]:
    return unit.from_base(base.lo), unit.from_base(base.hi)
