"""How a weight and a dose are said back beside their limits."""

from __future__ import annotations

from datetime import date

from fitting import person_of
from limits import as_long_as

from prescreen.session.visit import Setting, Visit

TODAY = date(2026, 11, 23)


def at(setting: Setting, until: str, **others: str) -> Visit:
    """A visit up to a page, in which this is said and else what fits."""
    visit = Visit(setting, TODAY, "en")
    for each in ("patient", "agree"):
        visit.say(each)
    person = {**person_of(setting).everywhere, **others}
    for _ in as_long_as(lambda: visit.page.name != until):
        visit.say(person[visit.page.name])
    return visit


def test_a_weight_that_misses_a_limit_is_not_said_to_be_on_it(setting: Setting) -> None:
    visit = at(setting, "weight")
    visit.say("176.4 lb")
    assert "about 80.01 kg" in visit.page.turns[-1].answered


def test_a_dose_for_each_kilogram_is_said_with_the_weight(setting: Setting) -> None:
    visit = at(setting, "review", steroid_dose="70 mg")
    visit.say("done")
    assert visit.page.name == "not_now"
    assert "60 kg, that is about 132.3 lb; 70 mg" in "\n".join(
        each.text for each in visit.page.blocks
    )
