"""What follows from several answers together is said, so that it can be checked."""

from dataclasses import replace
from fractions import Fraction

from limits import as_long_as
from rows import each_row
from test_audiences import TODAY, setting, tiles, words

from prescreen.dialog.dialog import Script
from prescreen.flow.model import IntervalRule
from prescreen.session.setting import Setting
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


def ended(study: Setting | None = None, /, **others: str) -> Visit:
    """A visit to its result, in which this is said and else what fits."""
    visit = Visit(study or setting("patients"), TODAY, "en")
    for each in ("patient", "agree"):
        visit.say(each)
    answers = FITS | others
    for _ in as_long_as(lambda: visit.page.name in answers or visit.page.name == "walk"):
        visit.say(answers.get(visit.page.name, "yes"))
    visit.say("done")
    return visit


def team(visit: Visit) -> str:
    """The page for the study team over a result."""
    visit.do("team")
    assert visit.page.panel
    said = "\n".join(each.text for each in visit.page.panel.blocks)
    visit.do("back")
    return said


@each_row(("others", "said"), SAID)
def test_the_result_and_the_page_for_the_team_say_what_was_worked_out(
    others: dict[str, str], said: str
) -> None:
    visit = ended(**others)
    assert visit.page.name == "not_now"
    assert said in words(visit.page)
    assert said in team(visit)


def test_what_is_not_sure_is_not_worked_out() -> None:
    visit = ended(height="unsure", alt_limit="unsure", surgery_when="unsure")
    assert visit.page.name == "ask_site"
    for none in ("BMI", "times 40", "from 1 January 2025"):
        assert none not in words(visit.page)
        assert none not in team(visit)


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


@each_row(("question", "text", "said"), SAID_BACK)
def test_a_number_is_said_back_as_people_say_it_and_never_on_a_limit_that_it_misses(
    question: str, text: str, said: str
) -> None:
    visit = at(question)
    visit.say(text)
    assert said in visit.page.turns[-1].answered


def at(question: str) -> Visit:
    """A visit in which everything fits up to this question."""
    visit = Visit(setting("patients"), TODAY, "en")
    for each in ("patient", "agree"):
        visit.say(each)
    for _ in as_long_as(lambda: visit.page.name != question):
        visit.say(FITS[visit.page.name])
    return visit


def test_years_that_count_from_a_birth_are_told_with_its_day() -> None:
    rule = IntervalRule(start="age", end="surgery_when", unit="years", at_least=Fraction(70))
    usual = setting("patients")
    flow = usual.script.plan.flow
    criteria = (replace(each, rule=rule) if each.id == "G" else each for each in flow.criteria)
    script = Script.of(replace(flow, criteria=tuple(criteria)))
    visit = ended(replace(usual, script=script), age="1966-03-01")
    assert "from 1 March 1966 to 1 August 2025" in words(visit.page)


def test_an_invitation_lists_nothing_where_nothing_is_to_be_brought() -> None:
    for study, listed in ((setting("patients", bring=()), False), (setting("patients"), True)):
        visit = ended(study, height="unsure")
        assert visit.page.name == "ask_site"
        assert ("Please bring" in words(visit.page)) is listed


NOT_TAKEN = (
    ("alt", "85", "Please say the unit too: U/L. For example 35 U/L."),
    (
        "temperature",
        "36",
        "Please say the unit too: degrees C or degrees F. For example 36.8 degrees C.",
    ),
    ("temperature", "200 C", "Please check the number and the unit. For example 36.8 degrees C."),
    ("clearance", "cat", "Please say a number, for example 90 mL/min."),
)


@each_row(("question", "text", "said"), NOT_TAKEN)
def test_a_number_that_is_not_taken_is_asked_for_with_its_units_and_an_example(
    question: str, text: str, said: str
) -> None:
    visit = at(question)
    visit.say(text)
    assert visit.page.refused.endswith(said)


def test_a_bare_number_is_suggested_with_the_units_that_fit() -> None:
    visit = at("metformin_dose")
    visit.say("1000")
    assert tiles(visit.page) == ["1000 mg", "I'm not sure"]
    visit.say("2")
    assert tiles(visit.page) == ["2 mg", "2 tablets, that is 1000 mg", "I'm not sure"]
