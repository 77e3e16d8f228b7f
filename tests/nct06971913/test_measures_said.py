"""How a weight and a dose are said back beside their limits."""

from __future__ import annotations

from fitting import visit_at

from prescreen.session.visit import Setting


def test_a_weight_that_misses_a_limit_is_not_said_to_be_on_it(setting: Setting) -> None:
    visit = visit_at(setting, "weight")
    visit.say("176.4 lb")
    assert "about 80.01 kg" in visit.page.turns[-1].answered


def test_a_dose_for_each_kilogram_is_said_with_the_weight(setting: Setting) -> None:
    visit = visit_at(setting, "review", weight="60 kg", steroid_dose="70 mg")
    visit.say("done")
    assert visit.page.name == "not_now"
    assert "60 kg, that is about 132.3 lb; 70 mg" in "\n".join(
        each.text for each in visit.page.blocks
    )
