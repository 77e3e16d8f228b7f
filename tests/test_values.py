"""Days, months, birthdays and intervals, exact to the day and to the fraction."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rows import each_row

from prescreen.flow.limits import Limits
from prescreen.values import (
    JIN,
    POUND,
    Age,
    Blank,
    Days,
    Interval,
    Reason,
    Refusal,
    add_months,
    age_on,
    birthday,
    births,
    births_of,
    month_length,
)

DAYS = st.dates(date(1890, 1, 1), date(2200, 12, 31))


@each_row(
    ("day", "months", "later"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-08-28", 6, "2027-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-12-01", 1, "2027-01-01"),
        ("2026-11-30", 1, "2026-12-30"),
        ("2024-02-29", 60, "2029-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-05-23", 0, "2026-05-23"),
    ],
)
def test_months_are_calendar_months_clamped_to_the_end(day: str, months: int, later: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(later)


@given(DAYS, st.integers(-240, 240))
def test_months_keep_the_day_or_end_the_month(day: date, months: int) -> None:
    found = add_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found + timedelta(days=1)).day == 1


@given(DAYS, DAYS, st.integers(0, 120))
def test_a_later_day_stays_later_after_the_same_months(one: date, two: date, months: int) -> None:
    first, last = sorted((one, two))
    assert add_months(first, months) <= add_months(last, months)


def test_months_past_the_calendar_are_an_error() -> None:
    with pytest.raises(ValueError, match="year"):
        add_months(date(9999, 12, 1), 1)


@each_row(
    ("born", "age", "day"),
    [
        ("2008-11-23", 18, "2026-11-23"),
        ("2008-02-29", 18, "2026-03-01"),
        ("2008-02-29", 20, "2028-02-29"),
        ("1960-02-29", 66, "2026-03-01"),
    ],
)
def test_a_birthday_falls_on_its_day_or_on_the_first_of_march(
    born: str, age: int, day: str
) -> None:
    assert birthday(date.fromisoformat(born), age) == date.fromisoformat(day)


@given(DAYS, st.integers(0, 120))
def test_an_age_is_reached_on_its_birthday_and_not_before(born: date, age: int) -> None:
    day = birthday(born, age)
    assert age_on(born, day) == age
    assert age_on(born, day - timedelta(days=1)) == age - 1


@given(st.integers(0, 110), st.integers(0, 10), st.dates(date(2024, 1, 1), date(2032, 12, 31)))
def test_births_are_every_day_that_gives_the_ages(least: int, more: int, today: date) -> None:
    found = births(least, least + more, today)
    assert age_on(found.end, today) == least
    assert age_on(found.end + timedelta(days=1), today) == least - 1
    assert age_on(found.start, today) == least + more
    assert age_on(found.start - timedelta(days=1), today) == least + more + 1


def test_a_birth_date_stands_for_itself() -> None:
    born = Days(date(1980, 5, 3), date(1980, 5, 3))
    assert births_of(Age(46, 46, born), date(2026, 11, 23)) == born


def test_days_overlap_in_the_days_of_both() -> None:
    may = Days(date(2026, 5, 1), date(2026, 5, 31))
    june = Days(date(2026, 6, 1), date(2026, 6, 30))
    spring = Days(date(2026, 4, 15), date(2026, 5, 15))
    assert may.overlap(spring) == Days(date(2026, 5, 1), date(2026, 5, 15))
    assert may.overlap(june) is None
    assert Days(date(2026, 5, 31), date(2026, 6, 1)).overlap(june) == Days(june.start, june.start)


def test_a_span_that_ends_before_it_starts_is_an_error() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Days(date(2026, 5, 2), date(2026, 5, 1))
    with pytest.raises(ValueError, match="ends before"):
        Interval(Fraction(2), Fraction(1))


def test_an_interval_of_no_number_is_an_error() -> None:
    for one, other in ((True, False), (False, True)):
        with pytest.raises(ValueError, match="no number"):
            Interval(Fraction(2), Fraction(2), one, other)


SPANS = st.builds(
    lambda lo, size, lo_open, hi_open: Interval(
        Fraction(lo), Fraction(lo + size), bool(size) and lo_open, bool(size) and hi_open
    ),
    st.integers(0, 6),
    st.integers(0, 4),
    st.booleans(),
    st.booleans(),
)


def numbers_in(span: Interval) -> list[Fraction]:
    """Its ends where they are in it, and those between at each quarter."""
    line = [span.lo + Fraction(i, 4) for i in range(int(4 * (span.hi - span.lo)) + 1)]
    return line[span.lo_open : len(line) - span.hi_open]


def ends_in(span: Interval) -> tuple[bool, bool]:
    return not span.lo_open, not span.hi_open


@given(SPANS, SPANS)
def test_a_product_and_a_quotient_have_an_end_that_a_pair_of_numbers_comes_to(
    one: Interval, other: Interval
) -> None:
    assume(other.lo > 0)
    for found, pairs in (
        (one.times(other), [a * b for a in numbers_in(one) for b in numbers_in(other)]),
        (one.over(other), [a / b for a in numbers_in(one) for b in numbers_in(other)]),
    ):
        assert all(found.lo <= each <= found.hi for each in pairs)
        assert ends_in(found) == (found.lo in pairs, found.hi in pairs)


@given(SPANS, st.none() | st.integers(0, 4), st.none() | st.integers(5, 9), *[st.booleans()] * 2)
@pytest.mark.parametrize("margin", [0, 1])
def test_a_limit_holds_for_a_span_as_for_each_of_its_numbers(
    margin: int,
    span: Interval,
    least: int | None,
    most: int | None,
    least_strict: bool,
    most_strict: bool,
) -> None:
    low, high = (None if each is None else Fraction(each) for each in (least, most))
    bounds = Limits(low, high, least_strict, most_strict, Fraction(margin))
    found = {bounds.hold(Interval(each, each)) for each in numbers_in(span)}
    assert bounds.hold(span) == (found.pop() if len(found) == 1 else None)


def test_units_of_weight_are_exact() -> None:
    assert 90 * JIN == 45
    assert 160 * JIN == 80
    assert Fraction("99.2") * POUND < 45 < Fraction("99.3") * POUND


@pytest.mark.parametrize(
    "value", [Interval(Fraction(61), Fraction(62)), Days(date(2026, 5, 1), date(2026, 5, 2))]
)
def test_a_value_never_prints_what_it_holds(value: object) -> None:
    assert repr(value) == f"<{type(value).__name__}>"


def test_a_reason_not_to_answer_is_not_printed_either() -> None:
    assert repr(Blank.PRIVATE) == str(Blank.PRIVATE) == "<Blank>"
    assert repr(Refusal(Reason.IMPOSSIBLE)) == "<Refusal>"


def test_a_month_is_as_long_as_in_the_calendar_of_every_year() -> None:
    months = [(year, month) for year in range(MINYEAR, MAXYEAR + 1) for month in range(1, 13)]
    assert all(month_length(*each) == monthrange(*each)[1] for each in months)
