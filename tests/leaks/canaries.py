"""A conversation in which every answer is a canary: nobody else would have said just that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fitting import person_of
from limits import as_long_as

from flows import flow_of
from prescreen.page.model import Page, Tick, Type
from prescreen.session.visit import Setting, Visit

TODAY = date(2026, 11, 23)
REFUSED = {"en": "zebra4711", "zh_CN": "斑马4711"}
"""A free text that answers nothing: it is to be found nowhere at all."""

CANARIES = {
    "en": ("born 19 August 1971", "61.37 kg", "31.57 mg", "7 March 2019"),
    "zh_CN": ("1971年8月19日出生", "61.37公斤", "31.57毫克", "2019年3月7日"),
}
"""Where a text is typed, the first of these that is taken and goes on is said."""
UNSAID = {"61.37 kg": "61.37", "61.37公斤": "61.37"}
"""What is tried before it, and refused."""
BY_NUMBER = {"voice": "1", "notice": "1"}
TERMS = {
    "en": ("19 August 1971", "1971-08-19", "61.37", "135.3", "31.57", "7 March 2019"),
    "zh_CN": ("1971年8月19日", "61.37", "122.74", "31.57", "2019年3月7日"),
}
"""What only these answers bring about, as typed and as said back."""


@dataclass(frozen=True)
class Exchange:
    """A text to type, and the page that comes of it."""

    text: str
    page: Page


@dataclass(frozen=True)
class Talk:
    """A whole conversation up to its result, and the words by which its answers are known."""

    flow: Path
    language: str
    first: Page
    exchanges: tuple[Exchange, ...]
    canaries: tuple[str, ...]

    @property
    def typed(self) -> tuple[str, str]:
        """The first question at which a canary was typed, and the canary."""
        pages = (self.first, *(each.page for each in self.exchanges))
        return next(
            (page.name, each.text)
            for page, each in zip(pages, self.exchanges, strict=False)
            if each.text in CANARIES[self.language]
        )


def talk(setting: Setting, language: str) -> Talk:
    """The conversation in a language, as a visit holds it."""
    visit, texts = Visit(setting, TODAY, language), _texts(setting, language)
    first, exchanges = visit.page, list[Exchange]()
    for text in texts:
        visit.say(text)
        exchanges.append(Exchange(text, visit.page))
    fixed = {"", *setting.languages[language].sentences.values()}
    echoed = [each.page.heard for each in exchanges if each.page.heard not in fixed]
    terms = [each for each in TERMS[language] if each in " ".join([*texts, *echoed])]
    named = dict.fromkeys([REFUSED[language], *terms, *echoed])
    assert terms, "a canary was typed"
    return Talk(flow_of(setting), language, first, tuple(exchanges), tuple(named))


def _texts(setting: Setting, language: str) -> list[str]:
    """All that is said: where it can be, a canary, and the answers that lead to where one can."""
    person = person_of(setting)
    usual: Mapping[str, str] = {**person.everywhere, **BY_NUMBER}
    visit, said = Visit(setting, TODAY, language), list[str]()
    for _ in as_long_as(lambda: not visit.dialog.at_outcome):
        page = visit.page
        new = [usual[page.name]]
        if isinstance(page.control, Type):
            new = _typed(setting, language, said) or new
        elif isinstance(page.control, Tick):
            new = _ticked(setting, language, said, page.control) or new
        elif page.name in person.answers and page.control:
            ways = (each.id for each in page.control.tiles if not each.aside)
            new = next(([way] for way in ways if _leads(setting, language, said, way)), new)
        for text in new:
            visit.say(text)
        said += new
    return said


def held(setting: Setting, language: str, said: Iterable[str]) -> Visit:
    """A visit in which this was said."""
    visit = Visit(setting, TODAY, language)
    for text in said:
        visit.say(text)
    return visit


def _typed(setting: Setting, language: str, said: list[str]) -> list[str]:
    """A canary that is taken where so much was said, after what is refused there."""
    for text in CANARIES[language]:
        visit = held(setting, language, [*said, text])
        if not (visit.page.refused or visit.page.offer or visit.dialog.at_outcome):
            before = [REFUSED[language]] if len(said) < 3 else []
            return [*before, *([UNSAID[text]] if text in UNSAID else []), text]
    return []


def _ticked(setting: Setting, language: str, said: list[str], control: Tick) -> list[str]:
    """Two ticks, where the conversation goes on after them."""
    two = "+".join(str(each.number) for each in control.tiles[:2])
    visit = held(setting, language, [*said, two])
    return [] if visit.page.refused or visit.dialog.at_outcome else [two]


def _leads(setting: Setting, language: str, said: list[str], way: str) -> bool:
    """Whether an answer leads to where a canary is taken."""
    visit = held(setting, language, [*said, way])
    return isinstance(visit.page.control, Type) and bool(_typed(setting, language, [*said, way]))
