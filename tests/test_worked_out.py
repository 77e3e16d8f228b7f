"""What follows from several answers together is said, so that it can be checked."""

import pytest
from limits import as_long_as
from test_audiences import TODAY, setting, words

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
    ({"alt": "85 U/L"}, "85 U/L, that is 2.1 times 40 U/L"),
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
