"""Numbers with a unit, as people and lab reports write them: 85 umol/L, 1米65, 36度8, 3.5x10⁹/L."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache, partial

from prescreen.reading.amounts.notation import in_one_way
from prescreen.reading.amounts.quantity import (
    AFTER,
    BEFORE,
    INSIDE,
    MODIFIERS,
    RANGE,
    bend,
    ranged,
)
from prescreen.reading.amounts.weight import read_weight
from prescreen.reading.clauses.answer import read_clauses
from prescreen.reading.clauses.grammar import NO_ANSWER, Form, Grammar, Said, naming
from prescreen.reading.clauses.lexicon import words
from prescreen.reading.clauses.numerals import Number, scan
from prescreen.values import JIN, POUND, Interval, Measure, Offer, Reason, Refusal
from prescreen.values.units import QUANTITIES, Quantity, Unit

_SIGNS: Mapping[str, Mapping[str, str]] = {
    "under": {"open": "<", "closed": "<=|≤|≦"},
    "over": {"open": ">", "closed": ">=|≥|≧"},
}
_IDLE = (
    "我|我的|是|有|现在|目前|今天|今早|最近|上次|最近一次|上次查|查的|查了|化验单上|报告上|报告|"
    "结果|单子上|正好|刚好|整|了|的|大人|她|他|呢|啊|哦|嗯|值|水平|检查|测的|量的|i|i'm|i am|my|is|"
    "was|it's|it is|it was|now|currently|exactly|just|right now|today|last|last time|at the moment|"
    "she|he|her|his|a|the|well|um|uh|er|:|=|level|result|report|says|test|came back|in total|"
    "measured|high|low"
)
_HAN_DIGITS = {han: str(digit) for digit, han in enumerate("零一二三四五六七八九")}
_LIGHT = {"liang": "两", "ounce": "oz|oz.|ounce|ounces|盎司"}
_PLUS = "and|又|零"
"""Words between a unit and what is left over of it."""
_SMALLER: Mapping[str, Mapping[str, str]] = {
    "weight": _LIGHT,
    "mass": _LIGHT,
    "birth_weight": _LIGHT,
    "gestation": {"plus": f"{_PLUS}|+|加"},
}
"""Words for what is left over of a unit, by quantity."""
_PARTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("height", "length"), ("about? n unit n about?", "about? n unit plus? n unit about?")
    ),
    **dict.fromkeys(
        ("weight", "mass", "birth_weight"),
        ("about? n unit n liang? about?", "about? n unit plus? n ounce about?"),
    ),
    "temperature": ("about? n unit n about?",),
    "time": ("about? n unit plus? n unit about?",),
    "gestation": ("about? n unit plus? n unit about?", "n plus n unit?", "n unit plus n"),
}
"""In which forms a quantity is said in two numbers, of which the second is what is left over."""


def read_measure(
    text: str, quantity: str, possible: Interval | None = None, asked: Sequence[str] = ()
) -> Measure | Offer[Measure] | Refusal:
    """The amount a text stands for, exact; a number without its unit, where it may have another
    one, is refused as `unit`.

    `possible` is what can be at all, in the first unit of the quantity; the rest is refused. What
    is `asked` may be named with it.
    """
    if quantity == "weight" and possible is None:
        return read_weight(text)
    world = possible or QUANTITIES[quantity].possible
    found = read_clauses(in_one_way(text, quantity), naming(_grammar(quantity, world), asked))
    if isinstance(found, Refusal):
        return found
    base = found.value.base if isinstance(found, Offer) else found.base
    inside = world.lo <= base.lo and base.hi <= world.hi
    return found if inside else Refusal(Reason.IMPOSSIBLE)


@cache
def _grammar(name: str, world: Interval) -> Grammar[Measure]:
    """How one quantity is said; what is left open ends where what is possible does."""
    quantity = replace(QUANTITIES[name], possible=world)
    units = {each.code: each.spelled for each in quantity.units}
    lexicon: dict[str, str | Mapping[str, str]] = {
        **{kind: _with(said, _SIGNS.get(kind, {})) for kind, said in MODIFIERS.items()},
        **RANGE,
        "other": "|".join([*_other_units(quantity), "尺", "寸"]),
        "half": "半|个半|and a half|half a|half an",
        **({"plus": _PLUS} if name in _PARTS else {}),
        "filler": f"{_IDLE}|{quantity.called}",
        **_SMALLER.get(name, {}),
        "none": "no|none|zero|零|没有|从来没有|从没有|没有过|无" if name == "count" else "没填",
        "degree": quantity.degree or "没填",
        "unit": units,
    }
    return Grammar(partial(words, lexicon), [*_rows(quantity)])


def _with(said: Mapping[str, str], more: Mapping[str, str]) -> Mapping[str, str]:
    return {name: "|".join(filter(None, (each, more.get(name)))) for name, each in said.items()}


def _other_units(quantity: Quantity) -> Iterator[str]:
    """The units of everything else: known, so as to say that the unit is not the right one."""
    own = {each for unit in quantity.units for each in unit.spelled.split("|")}
    for other in QUANTITIES.values():
        for unit in other.units:
            yield from (each for each in unit.spelled.split("|") if each not in own)


def _rows(quantity: Quantity) -> Iterator[tuple[str, Form[Measure]]]:
    form = _QuantityForm(quantity)
    yield f"{BEFORE} n {INSIDE} unit {AFTER} about?", form
    yield "about? n unit? to n unit about?", form
    yield "n to n about? unit", form
    for said in _PARTS.get(quantity.name, ()):
        yield said, _QuantityForm(quantity, parts=True)
    if quantity.name in ("time", "weight", "mass", "birth_weight"):
        yield "half unit", _QuantityForm(quantity, half=True)
        yield "n half unit", _QuantityForm(quantity, half=True)
        yield "n unit half", _QuantityForm(quantity, half=True)
    if quantity.base.symbol:
        yield f"{BEFORE} n {AFTER} about?", _without_unit(form)
        yield f"{BEFORE} n to n {AFTER} about?", _without_unit(form)
    else:
        yield f"{BEFORE} n {AFTER} about?", form
        yield "about? n to n", form
        yield "none", form
    yield f"{BEFORE} n {INSIDE} other {AFTER}", _no_unit
    yield "n other n", _no_unit
    yield f"{BEFORE} n degree {AFTER} about?", form


def _no_unit(said: Said) -> Measure | Refusal:
    return Refusal(Reason.UNIT)


def _without_unit(form: _QuantityForm) -> Form[Measure]:
    """The number in the first unit where it can have no other; else the unit is missing."""

    def read(said: Said) -> Measure | Refusal:
        found = form(said)
        known = isinstance(found, Measure) and form.quantity.needs_no_unit(found.base)
        return found if known else Refusal(Reason.UNIT)

    return read


class _QuantityForm:
    """What one form of saying a quantity comes to."""

    def __init__(self, quantity: Quantity, *, parts: bool = False, half: bool = False) -> None:
        self.quantity = quantity
        self.parts = parts
        self.half = half

    def __call__(self, said: Said) -> Measure | Refusal:
        if len(set(said.all("unit"))) > 1 and not self.parts:
            return NO_ANSWER
        unit = self._unit(said)
        if unit is None:
            return Refusal(Reason.UNIT)
        if self.quantity.whole and any(each.lo.denominator > 1 for each in said.numbers):
            return Refusal(Reason.IMPOSSIBLE)
        if self.parts:
            return self._in_parts(said, unit)
        span = self._span(said, unit)
        if span is None:
            return NO_ANSWER
        return Measure(self.quantity.name, span.moved(unit.to_base), unit.code)

    def _unit(self, said: Said) -> Unit | None:
        if said.all("degree"):
            return self.quantity.only_unit(said.numbers[0].lo)
        return self.quantity.unit(said.get("unit")) or self.quantity.base

    def _span(self, said: Said, unit: Unit) -> Interval | None:
        half = Fraction(self.half, 2)
        if not said.numbers:
            return Interval(half, half)
        number = ranged(said)
        if number is None or (number.style == "han digits" and len(number.text) < 3):
            return None
        least, most = self.quantity.possible.lo, self.quantity.possible.hi
        span = bend(number, said, unit.from_base(least), unit.from_base(most))
        return span and span.moved(lambda number: number + half)

    def _in_parts(self, said: Said, unit: Unit) -> Measure | Refusal:
        """1米65, 5 ft 6 in, 36度8: the second number is what is left over."""
        whole, rest = said.numbers
        units = said.all("unit")
        if self.quantity.name == "gestation":
            unit, left = self.quantity.base, _days_over(rest, units)
        elif unit.code in ("jin", "[lb_av]"):
            ounces = unit.code != "jin" and said.all("ounce")
            left = _sixteenths(rest) if ounces else _tenths(rest, said)
        else:
            left = self._left_over(rest, unit, units[1] if len(units) > 1 else "")
        if left is None or not whole.whole:
            return NO_ANSWER
        base = unit.to_base(whole.lo) + left
        span = bend(replace(whole, lo=base, hi=base), said, base, base)
        return Measure(self.quantity.name, span, unit.code) if span else NO_ANSWER

    def _left_over(self, rest: Number, unit: Unit, code: str) -> Fraction | None:
        """The second number in the first unit of the quantity; without a unit it is decimals."""
        digits = "".join(_HAN_DIGITS.get(each, each) for each in rest.text)
        if code:
            smaller = self.quantity.unit(code)
            if smaller is None or smaller.factor >= unit.factor or rest.lo != rest.hi:
                return None
            fits = smaller.to_base(rest.hi) < unit.to_base(Fraction(1))
            return smaller.to_base(rest.lo) if fits else None
        if unit.code == "[ft_i]":
            inches = rest.whole and rest.lo < 12
            return rest.lo * Fraction("2.54") if inches else None
        if unit.code not in ("m", "Cel") or not digits.isdecimal() or len(digits) > 2:
            return None
        return Fraction(int(digits), 10 ** len(digits)) * unit.factor


def _days_over(rest: Number, units: Sequence[str]) -> Fraction | None:
    """37+2, 37 weeks 2 days: the days of a week that is not full, in weeks."""
    said = units in ([], ["wk"], ["d"], ["wk", "d"])
    return rest.lo / 7 if said and rest.whole and rest.lo < 7 else None


def _tenths(rest: Number, said: Said) -> Fraction | None:
    """6斤4两: the tenths of a 斤 that are left over, which are never said without their 两."""
    text = rest.text.removesuffix("两")
    number = scan(text) if text else None
    if said.get("unit") != "jin" or not number or not number[0].whole or number[0].lo >= 10:
        return None
    named = text != rest.text or bool(said.all("liang"))
    return number[0].lo / 10 * JIN if named else None


def _sixteenths(rest: Number) -> Fraction | None:
    """7 lb 1 oz: the ounces that are left over."""
    return rest.lo / 16 * POUND if rest.whole and rest.lo < 16 else None
