"""Which day a conversation counts from, when the day changes on the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from fitting import lead, person_of
from limits import as_long_as

from prescreen.session.visit import Setting, Visit
from prescreen.values import Age, Days


@dataclass
class Calendar:
    """A day that lasts until it is turned."""

    today: date

    def __call__(self) -> date:
        return self.today

    def turn(self, days: int = 1) -> None:
        """Go on to a later day, or back where the clock was set wrong."""
        self.today += timedelta(days=days)


def agreed(setting: Setting, calendar: Calendar, waiting: int = 0) -> Visit:
    """A visit whose first page stood for some days before somebody came and agreed."""
    visit = Visit(setting, calendar, "en")
    calendar.turn(waiting)
    visit.say("1")
    visit.say("1")
    return visit


def age(visit: Visit) -> int:
    value = visit.dialog.value("age")
    assert isinstance(value, Age)
    return value.least


def test_a_first_page_that_stood_over_the_weekend_counts_from_monday(setting: Setting) -> None:
    visit = agreed(setting, Calendar(date(2026, 11, 20)), waiting=3)
    visit.say("born 23 November 2008")
    assert age(visit) == 18


@pytest.mark.parametrize("turned", [1, 400, -1])
def test_midnight_or_a_clock_that_is_set_changes_nothing_on_the_way(
    setting: Setting, turned: int
) -> None:
    calendar = Calendar(date(2026, 11, 22))
    visit = agreed(setting, calendar)
    visit.say("born 22 November 1981")
    calendar.turn(turned)
    lead(visit, "ivig_when", person_of(setting), ivig="yes")
    visit.say("today")
    assert visit.dialog.today == date(2026, 11, 22)
    assert age(visit) == 45
    assert visit.dialog.value("ivig_when") == Days(date(2026, 11, 22), date(2026, 11, 22))


def test_to_go_back_to_the_notice_keeps_the_day_of_the_answers(setting: Setting) -> None:
    calendar = Calendar(date(2026, 11, 22))
    visit = agreed(setting, calendar)
    visit.say("born 23 November 1981")
    calendar.turn()
    for _ in as_long_as(lambda: visit.page.name != "notice"):
        visit.do("back")
    visit.say("1")
    assert visit.dialog.today == date(2026, 11, 22)


def test_to_begin_again_counts_from_the_new_day(setting: Setting) -> None:
    calendar = Calendar(date(2026, 11, 22))
    visit = agreed(setting, calendar)
    visit.say("66")
    calendar.turn()
    for text in ("restart", "restart_now", "en", "1", "1", "born 23 November 2008"):
        visit.say(text)
    assert age(visit) == 18


def test_a_leap_day_that_comes_on_the_way_is_not_yet_today(setting: Setting) -> None:
    calendar = Calendar(date(2028, 2, 28))
    visit = agreed(setting, calendar)
    calendar.turn()
    lead(visit, "ivig_when", person_of(setting), ivig="yes")
    visit.say("29 February 2028")
    assert visit.page.refused
    visit.say("today")
    assert visit.dialog.value("ivig_when") == Days(date(2028, 2, 28), date(2028, 2, 28))
