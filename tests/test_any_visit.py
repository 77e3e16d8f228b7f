"""Whatever is answered, taken back, changed and switched, a visit stays whole and true.

`tui/test_any_hand.py` does the same on a screen, of any size and by keys.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from offering import offering
from page_texts import ENGLISH, HAN, texts
from proved import Proved

from flows import EVERY_FLOW, setting_of
from prescreen.dialog.machine import steps
from prescreen.dialog.route import follow
from prescreen.page.model import Page, Pick, Rows, Tile
from prescreen.plain.spoken import spoken
from prescreen.session.visit import Setting, Visit

TODAYS = (date(2026, 11, 23), date(2028, 2, 29), date(2026, 12, 31))
SAID = (
    *("45", "17", "1980", "1960-11-24", "虚岁66", "62 kg", "90 斤"),
    *("yes", "不", "unsure", "private"),
    *("8 tablets", "50 mg", "2026-05", "半年前", "2021-11-24", "before", "since", "今天", "none"),
    *("maybe 45", "maybe 62 kg", "maybe yes", "maybe none", "maybe 2026-05", "maybe before", "对"),
    *("no", "不对", "help", "喘不上气", "no chest pain"),
    *("heart+liver", "heart+none", "+", " ", "?", "{day}", "%s", "\x00", "９９", "三只猫", "1e9"),
)
CHANGES = ("back", "keep", "answers", "help", "why", "about", "leave", "nothing of the kind")


def tiles(page: Page) -> list[Tile]:
    """Everything on a page that can be touched."""
    if page.panel:
        return [*page.panel.tiles]
    rows = [row.tile for row in page.control.rows] if isinstance(page.control, Rows) else []
    return [*rows, *(page.control.tiles if page.control else ())]


class AnyVisit(RuleBasedStateMachine):
    """One visit, and everything that a person can do to it."""

    setting: Setting

    @initialize(today=st.sampled_from(TODAYS), language=st.sampled_from((None, "en", "zh_CN")))
    def first(self, today: date, language: str | None) -> None:
        self.begin(today, language)

    def begin(self, today: date, language: str | None) -> None:
        """The visit of one more person."""
        self.visit = Visit(self.setting, today, language)

    def give(self, text: str) -> None:
        """A text that is typed, or the id of what is touched."""
        self.visit.say(text)

    def order(self, command: str) -> None:
        """A command."""
        self.visit.do(command)

    @property
    def going(self) -> bool:
        return not self.visit.page.ended

    @precondition(lambda self: not self.going)
    @rule(today=st.sampled_from(TODAYS))
    def go_to_the_next_person(self, today: date) -> None:
        assert not self.visit.page.ended or not self.visit.dialog.route.steps
        self.begin(today, None)

    @precondition(lambda self: self.going)
    @rule(text=st.one_of(st.sampled_from(SAID), st.text(max_size=12)))
    def say(self, text: str) -> None:
        self.visit.preview(text)
        self.give(text)

    @precondition(lambda self: self.going)
    @rule(number=st.integers(0, 60))
    def touch(self, number: int) -> None:
        found = tiles(self.visit.page)
        assume(found)
        self.give(found[number % len(found)].id)

    @precondition(lambda self: self.going)
    @rule()
    def go_on(self) -> None:
        """Take the first answer that is not set apart, so that a conversation gets somewhere."""
        found = [each for each in tiles(self.visit.page) if not each.aside]
        self.give(found[0].id if found else "45" if self.visit.page.name == "age" else "62 kg")

    @precondition(lambda self: self.going)
    @rule(command=st.sampled_from(CHANGES))
    def do(self, command: str) -> None:
        self.order(command)

    @precondition(lambda self: self.going)
    @rule()
    def switch(self) -> None:
        before, dialog = self.visit.page, self.visit.dialog
        state, route = dialog.state, dialog.route
        self.order("language")
        after = self.visit.page
        assert (dialog.state, dialog.route) == (state, route)
        assert [each.id for each in tiles(after)] == [each.id for each in tiles(before)]
        if any(each.id == "language" for each in before.commands):
            assert after.language != before.language

    @precondition(lambda self: self.going)
    @rule(really=st.integers(0, 9))
    def quit(self, really: int) -> None:
        self.order("leave")
        self.give("leave_now" if really == 0 else "stay")

    @precondition(lambda self: self.going)
    @rule(really=st.integers(0, 19))
    def break_off(self, really: int) -> None:
        assume(really == 0)
        assert self.visit.end_of_input()
        assert not self.going

    @invariant()
    def the_page_is_whole(self) -> None:
        page = self.visit.page
        assert page.ended or page.heading
        assert page.ended or page.panel or page.control
        for named in (page.commands, tiles(page)):
            assert len({each.id for each in named}) == len(named)
            assert all(each.label for each in named)
        numbers = [each.number for each in tiles(page) if each.number]
        assert numbers == [*range(1, len(numbers) + 1)]
        assert [*spoken(page, None)]

    @invariant()
    def an_offer_has_two_answers(self) -> None:
        page = self.visit.page
        assert bool(page.offer) == (self.visit.dialog.offered is not None)
        if page.offer:
            assert isinstance(page.control, Pick)
            assert [each.id for each in page.control.tiles] == ["yes", "no"]

    @invariant()
    def the_page_is_in_one_language(self) -> None:
        page = self.visit.page
        if page.ended or page.name == "language":
            return
        said = [*texts(page, quotes=False)]
        if page.language == "zh_CN":
            assert not [each for each in said if ENGLISH.search(each)]
        else:
            switch = [each.label for each in page.commands if each.id == "language"]
            assert [each for each in said if HAN.search(each)] == switch

    @invariant()
    def the_path_follows_from_the_answers(self) -> None:
        dialog = self.visit.dialog
        plan = dialog.script.plan
        kept = {each: value for each in steps(plan) if (value := dialog.value(each)) is not None}
        assert follow(plan, kept, dialog.today) == dialog.route
        if dialog.at_outcome:
            assert dialog.verdict is not None
            assert dialog.verdict.outcome == dialog.state


def walk(machine: type[AnyVisit], flow: Path, visits: int, deeds: int = 50, part: int = 0) -> None:
    """So many random visits to a flow, each of up to so many deeds, others in every part."""
    quiet = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    with offering():
        run_state_machine_as_test(
            seed(part)(type(machine.__name__, (machine,), {"setting": setting_of(flow)})),
            settings=settings(
                max_examples=visits,
                stateful_step_count=deeds,
                deadline=None,
                suppress_health_check=quiet,
                derandomize=True,
                database=None,
            ),
        )


@EVERY_FLOW
def test_any_visit_stays_whole_and_true(flow: Path) -> None:
    walk(AnyVisit, flow, 30)


@pytest.mark.prove
@EVERY_FLOW
def test_a_thousand_visits_stay_whole_and_true(flow: Path, proved: Proved) -> None:
    walk(AnyVisit, flow, 1000)
    proved("random visits, each of up to fifty deeds", 1000)
