"""The age of a small child and the weeks of a pregnancy are said back as parents and nurses do."""

from datetime import date
from fractions import Fraction

from rows import each_row

from flows import FLOWS
from prescreen.language.voices import Voice
from prescreen.page.ages import how_old
from prescreen.page.measures import measured, unit_names
from prescreen.page.speech import Speech
from prescreen.page.words import Words
from prescreen.reading.amounts.measure import read_measure
from prescreen.reading.days.child_age import read_child_age
from prescreen.session.setting import open_setting
from prescreen.values import Age, Measure

TODAY = date(2026, 11, 23)
LANGUAGES = open_setting(FLOWS[0], None, None).languages
SPEECHES = [Speech(LANGUAGES[each], Voice.CAREGIVER, "test") for each in ("en", "zh_CN")]

OLD = (
    ("2026-11-23", "0 days old", "0 天"),
    ("2026-11-22", "1 day old", "1 天"),
    ("10 days", "10 days old", "10 天"),
    ("1 week", "7 to 13 days old", "7 到 13 天"),
    ("7 weeks", "7 weeks old", "7 周"),
    ("2026-10-05", "7 weeks old", "7 周"),
    ("16 weeks", "16 weeks old", "16 周"),
    ("2026-08-24", "13 weeks old", "13 周"),
    ("2026-08-03", "3 months old", "3 个月"),
    ("1 month", "1 month old", "1 个月"),
    ("2 months", "2 months old", "2 个月"),
    ("14 months", "14 months old", "14 个月"),
    ("2025-09-20", "14 months old", "14 个月"),
    ("2024-11-24", "23 months old", "23 个月"),
    ("October 2026", "3 to 7 weeks old", "3 到 7 周"),
    ("一岁半", "17 to 19 months old", "17 到 19 个月"),
    ("2024-11-23", "2 years old", "2 周岁"),
    ("2 years and 3 months", "2 years old", "2 周岁"),
    ("34", "34 years old", "34 周岁"),
)


@each_row(("text", "en", "zh"), OLD)
def test_a_child_is_so_many_days_weeks_or_months_old_until_it_is_two(
    text: str, en: str, zh: str
) -> None:
    age = read_child_age(text, TODAY)
    assert isinstance(age, Age)
    assert [how_old(each, age, TODAY) for each in SPEECHES] == [en, zh]


FULL_YEARS = (
    (1, 1, "1 year old", "1 周岁"),
    (18, 18, "18 years old", "18 周岁"),
    (1, 2, "1 to 2 years old", "1 到 2 周岁"),
    (45, 46, "45 to 46 years old", "45 到 46 周岁"),
)


@each_row(("least", "most", "en", "zh"), FULL_YEARS)
def test_one_year_is_no_years(least: int, most: int, en: str, zh: str) -> None:
    age = Age(least, most)
    assert [how_old(each, age, TODAY) for each in SPEECHES] == [en, zh]


TERM = (
    ("39 weeks", "39 weeks", "39 周"),
    ("37+2", "37 weeks 2 days", "37 周 2 天"),
    ("36 weeks and 1 day", "36 weeks 1 day", "36 周 1 天"),
    ("36 to 37 weeks", "36 to 37 weeks", "36 到 37 周"),
    ("261 days", "261 days, that is 37 weeks 2 days", "261 天，也就是 37 周 2 天"),
    (
        "259 to 261 days",
        "259 to 261 days, that is 37 weeks to 37 weeks 2 days",
        "259 到 261 天，也就是 37 周 到 37 周 2 天",
    ),
    ("36.99 weeks", "36.99 weeks", "36.99 周"),
)


@each_row(("text", "en", "zh"), TERM)
def test_a_child_was_born_after_so_many_weeks_and_days(text: str, en: str, zh: str) -> None:
    weeks = read_measure(text, "gestation")
    assert isinstance(weeks, Measure)
    said = [
        measured(each, weeks, Words.SAME_AS, Words.ABOUT_SAME_AS, (Fraction(37),))
        for each in SPEECHES
    ]
    assert said == [en, zh]


def test_several_units_are_listed_as_a_sentence_lists_them() -> None:
    listed = [unit_names(speech, "birth_weight") for speech in SPEECHES]
    assert listed == ["kg, g, jin or lb", "公斤、克、斤或磅"]
    assert unit_names(SPEECHES[0], "gestation") == "weeks or days"
