"""Random people: what somebody might type at each step of a conversation."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random

from limits import as_long_as

from prescreen.dialog.dialog import Dialog, Script
from prescreen.dialog.narrow_steps import is_narrow
from prescreen.dialog.route import take
from prescreen.flow.model import Question
from prescreen.flow.states import OPENING
from prescreen.values import Age, Blank, Days, Offer, Refusal, Value, add_months, births_of
from prescreen.values.units import QUANTITIES

ATTEMPTS = 50
RASH = 0.02
"""How often an answer is kept although it stands against joining with no date, or ends it all."""


def converse(script: Script, today: date, rng: Random) -> Dialog:
    """A conversation up to its end, where most answers against joining are thought over."""
    dialog = Dialog(script, today)
    for _ in OPENING:
        dialog.forward()
    for _ in as_long_as(lambda: dialog.question is not None):
        dialog.take(_think(dialog, rng))
    return dialog


def _think(dialog: Dialog, rng: Random) -> Value:
    for _ in range(ATTEMPTS):
        value = dialog.hear(_say(dialog, rng))
        if isinstance(value, Refusal | Offer):
            continue
        if rng.random() < RASH or not _is_bar(dialog, value):
            return value
    return Blank.UNSURE


def _is_bar(dialog: Dialog, value: Value) -> bool:
    ahead = take(dialog.script.plan, dialog.route, value, dialog.today)
    old = dialog.findings.values()
    return ahead.stopped or any(e.undated for e in ahead.findings.values() if e not in old)


def _say(dialog: Dialog, rng: Random) -> str:
    question = dialog.question
    assert question is not None
    if rng.random() < 0.1:
        return rng.choice(["unsure", "private"] if question.sensitive else ["unsure"])
    if is_narrow(dialog.state):
        return _narrow(dialog, rng)
    match question.kind:
        case "choice":
            return rng.choice(question.choices).id
        case "ticks":
            return _ticks(question, rng)
        case "age":
            return _age(dialog.today, rng)
        case "number":
            return _number(question, rng)
        case "when":
            return _when(dialog.today, rng)
        case "dose":
            return _dose(question, rng)


def _ticks(question: Question, rng: Random) -> str:
    some = [each.id for each in question.choices if rng.random() < 0.3]
    return "+".join(some) or next(each.id for each in question.choices if each.alone)


def _narrow(dialog: Dialog, rng: Random) -> str:
    assert dialog.route.wide is not None
    wide = dialog.route.wide.value
    if isinstance(wide, Days):
        return rng.choice(["before", "since", _day(wide.start, wide.end, rng)])
    assert isinstance(wide, Age)
    born = births_of(wide, dialog.today)
    return rng.choice([_day(born.start, born.end, rng), _age(dialog.today, rng)])


def _age(today: date, rng: Random) -> str:
    born = add_months(today, -12 * rng.choice([12, 18, 41, 66, 81, rng.randint(1, 100)]))
    born += timedelta(days=rng.choice([0, 1, -1, rng.randint(-900, 900)]))
    years = rng.randint(8, 95)
    forms = [born.isoformat(), born.isoformat()[:7], born.isoformat()[:4], f"虚岁{years}"]
    return rng.choice([*forms, f"{years}", f"{years}-{years + rng.randint(1, 60)}"])


def _number(question: Question, rng: Random) -> str:
    """A number in one of its units, often near a usual one."""
    if question.quantity == "weight":
        return _weight(rng)
    quantity = QUANTITIES[question.quantity or ""]
    unit = rng.choice([each for each in quantity.units if each.key])
    base = Fraction(quantity.example) * Fraction(rng.choice([1, 2, rng.randint(1, 40)]), 10)
    low, high = (f"{float(unit.from_base(each)):.2f}" for each in (base, base * Fraction(6, 5)))
    return f"{low} {unit.symbol}" if rng.random() < 0.7 else f"{low} - {high} {unit.symbol}"


def _weight(rng: Random) -> str:
    kg = rng.choice([43, 45, 80, 82, rng.randint(30, 120)]) + rng.choice([0, 0.1, -0.1, 0.5])
    forms = [f"{kg:.1f} kg", f"{2 * kg:.1f}斤", f"{kg * 2.20462:.1f} lb"]
    return rng.choice([*forms, f"{kg:.1f}-{kg + rng.randint(1, 40):.1f} kg"])


def _dose(question: Question, rng: Random) -> str:
    mg = rng.choice([4, 5, 16, rng.randint(1, 40), rng.randint(1, 400)])
    forms = [f"{mg} mg", f"{mg}.5 mg", f"{mg}-{mg + rng.randint(1, 100)} mg"]
    if question.only_mg:
        return rng.choice(forms)
    return rng.choice([*forms, f"{1 + mg % 20} tablets", f"{1 + mg % 20}-{2 + mg % 20} tablets"])


def _when(today: date, rng: Random) -> str:
    day = add_months(today, -rng.choice([0, 2, 3, 6, 60, rng.randint(0, 100)]))
    day = min(today, day + timedelta(days=rng.choice([0, 1, -1, rng.randint(-60, 60)])))
    forms = [day.isoformat(), day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]]
    return rng.choice([*forms, f"{rng.randint(1, 12)} months ago"])


def _day(start: date, end: date, rng: Random) -> str:
    return (start + timedelta(days=rng.randint(0, (end - start).days))).isoformat()
