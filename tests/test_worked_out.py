"""What follows from several answers together is said, so that it can be checked."""

from pathlib import Path

import pytest
from limits import as_long_as
from test_audiences import TODAY, setting, words

from prescreen.demo.fitting import load_fitting
from prescreen.flow.load import load
from prescreen.session.setting import open_setting
from prescreen.session.visit import Visit

FITS = {
    "age": "60",
    "alt": "30 U/L",
    "alt_limit": "40 U/L",
    "clearance": "90 mL/min",
    "temperature": "36.5 C",
    "vaccine_when": "2025-01-01",
    "tetanus_when": "2025-01-01",
    "fall_when": "2020-01-01",
    "weight": "60 kg",
    "height": "165 cm",
    "metformin_dose": "1000 mg",
    "diagnosis_when": "2025-01-01",
    "surgery_when": "2025-08-01",
    "willing": "yes",
}
SAID = (
    ({"weight": "110 kg"}, "165 cm: BMI 40.4"),
    ({"weight": "100 to 110 kg"}, "165 cm: BMI 36.7 to 40.4"),
    ({"alt": "85 U/L"}, "85 U/L, that is 2.1 times 40 U/L"),
    ({"alt": "80.001 U/L"}, "that is 2.00002 times 40 U/L"),
    ({"alt": "80.00001 U/L"}, "80.00001 U/L, that is 2 times 40 U/L"),  # beyond what is measured
    ({"surgery_when": "2025-02-01"}, "from 1 January 2025 to 1 February 2025"),
    ({"metformin_dose": "1 tablet"}, "1 tablet, that is 500 mg"),
)


def ended(**others: str) -> Visit:
    """A visit to its result, in which this is said and else what fits."""
    visit = Visit(setting("patients"), TODAY, "en")
    for each in ("patient", "agree"):
        visit.say(each)
    answers = FITS | others
    for _ in as_long_as(lambda: visit.page.name in answers or visit.page.name == "walk"):
        visit.say(answers.get(visit.page.name, "yes"))
    visit.say("done")
    return visit


@pytest.mark.parametrize(("others", "said"), SAID, ids=[each[1] for each in SAID])
def test_the_result_and_the_page_for_the_team_say_what_was_worked_out(
    others: dict[str, str], said: str
) -> None:
    visit = ended(**others)
    assert visit.page.name == "not_now"
    assert said in words(visit.page)


def test_what_is_not_sure_is_not_worked_out() -> None:
    visit = ended(height="unsure", alt_limit="unsure", surgery_when="unsure")
    assert visit.page.name == "ask_site"
    for none in ("BMI", "times 40", "from 1 January 2025"):
        assert none not in words(visit.page)


SAID_BACK = (
    ("height", "5 ft 6 in", "5 feet 6 inches"),
    ("height", "5.5 ft", "5 feet 6 inches"),
    ("height", "5 ft 6.5 in", "5 feet 6.5 inches"),
    ("height", "6 feet", "6 feet"),
    ("height", "165 cm", "165 cm"),
    ("clearance", "0.99995 mL/s", "59.997 mL/min"),
    ("clearance", "1 mL/s", "60 mL/min"),
    ("temperature", "99.139 F", "37.299 degrees C"),
    ("temperature", "99.5 F", "37.5 degrees C"),
)


@pytest.mark.parametrize(("question", "text", "said"), SAID_BACK)
def test_a_number_is_said_back_as_people_say_it_and_never_on_a_limit_that_it_misses(
    question: str, text: str, said: str
) -> None:
    visit = Visit(setting("patients"), TODAY, "en")
    for each in ("patient", "agree"):
        visit.say(each)
    while visit.page.name != question:
        visit.say(FITS[visit.page.name])
    visit.say(text)
    assert said in visit.page.turns[-1].answered


def shipped(until: str, **others: str) -> Visit:
    """A visit of the shipped trial to a page, in which this is said and else what fits."""
    path = Path(__file__).parents[1] / "flows" / "nct06971913.toml"
    visit = Visit(open_setting(path, None, None), TODAY, "en")
    for each in ("patient", "agree"):
        visit.say(each)
    person = {**load_fitting(path, load(path)).everywhere, **others}
    for _ in as_long_as(lambda: visit.page.name != until):
        visit.say(person[visit.page.name])
    return visit


def test_a_weight_that_misses_a_limit_is_not_said_to_be_on_it() -> None:
    visit = shipped("weight")
    visit.say("176.4 lb")
    assert "about 80.01 kg" in visit.page.turns[-1].answered


def test_a_dose_for_each_kilogram_is_said_with_the_weight() -> None:
    visit = shipped("review", steroid_dose="70 mg")
    visit.say("done")
    assert visit.page.name == "not_now"
    assert "60 kg, that is about 132.3 lb; 70 mg" in words(visit.page)
