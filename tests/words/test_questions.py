"""No question gives its own limit away, and every sensitive one can be left for the staff."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from prescreen.dialog.answers import PRIVATE
from prescreen.dialog.route import base
from prescreen.flow.model import AgeRule, RangeRule, RatioRule, Rule, WindowRule
from prescreen.flow.rules import questions_of, rules_in
from prescreen.page.model import Page, Pick, Tick, Tile, Tone, Type
from words.alike import quantities
from words.corpus import corpus, flow
from words.screens import screens

BY_SPECIFICATION = {"adult": "it asks for 18 or older, so that no health question reaches a minor"}


@cache
def _bounds() -> Mapping[str, frozenset[str]]:
    """The limits that the answers to each question are held against, as `quantities` says them."""
    found: dict[str, set[str]] = defaultdict(set)
    for criterion in flow().criteria:
        for name in questions_of(criterion.rule):
            for rule in rules_in(criterion.rule):
                found[name].update(_limits(rule))
    return {name: frozenset(limits) for name, limits in found.items()}


def _limits(rule: Rule) -> Iterator[str]:
    match rule:
        case AgeRule():
            yield from (str(rule.least), str(rule.most))
        case RangeRule():
            for kilograms in (rule.least, rule.most):
                yield from (f"{kilograms} kg", str(kilograms), str(2 * kilograms))
        case WindowRule():
            yield f"{rule.months} month"
            if rule.months % 12 == 0:
                yield str(rule.months // 12)
        case RatioRule():
            yield from (f"{rule.below} mg", f"{rule.below}.0 mg", str(rule.below))
        case _:
            pass


def _shown_with_question(page: Page) -> Iterator[str]:
    """What stands on a question's own screen, what the person said aside."""
    yield from (page.heading, page.refused)
    yield from (each.text for each in page.blocks if each.tone in (Tone.HELPER, Tone.NOTE))
    if isinstance(page.control, Type):
        yield page.control.example


def test_no_question_says_its_own_limit() -> None:
    domain = corpus()[0].context.partition("/")[0]
    for said in corpus():
        _, _, question = said.context.removesuffix("/caregiver").partition(f"{domain}/")
        limits = _bounds().get(question, frozenset())
        if question not in BY_SPECIFICATION:
            assert not limits & {*quantities(said.en), *quantities(said.zh)}, said.name


def test_no_screen_of_a_question_says_its_limit() -> None:
    for screen in screens():
        question = base(screen.page.name)
        limits = _bounds().get(question, frozenset())
        answered = any(tile.chosen for tile in _tiles(screen.page))
        if question in BY_SPECIFICATION or screen.page.name != question or answered:
            continue
        for text in _shown_with_question(screen.page):
            assert not limits & {*quantities(text)}, (screen.name, text)


def test_the_limits_that_are_kept_back() -> None:
    assert _bounds()["age"] == {"18", "65"}
    assert _bounds()["weight"] >= {"45 kg", "80 kg", "160", "1 mg"}
    assert _bounds()["ivig_when"] == {"6 month"}
    assert _bounds()["other_trial"] == {"3 month"}
    assert _bounds()["cancer_when"] == {"60 month", "5"}


def test_private_stands_on_every_sensitive_question_and_on_no_other() -> None:
    sensitive = {each.id for each in flow().questions if each.sensitive}
    questions = {each.id for each in flow().questions}
    for screen in screens():
        name = base(screen.page.name)
        if name in questions:
            offered = {tile.id for tile in _tiles(screen.page)}
            assert (PRIVATE in offered) == (name in sensitive), screen.name


def _tiles(page: Page) -> tuple[Tile, ...]:
    match page.control:
        case Pick(tiles) | Tick(tiles, _):
            return tiles
        case Type() as typed:
            return typed.tiles
        case _:
            return ()
