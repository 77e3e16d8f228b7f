"""A conversation in which every answer is a canary: nobody else would have said just that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from limits import as_long_as

from prescreen.page.model import Page
from prescreen.session.visit import Setting, Visit

TODAY = date(2026, 11, 23)
REFUSED = {"en": "zebra4711", "zh_CN": "斑马4711"}
"""A free text that answers nothing: it is to be found nowhere at all."""

ANSWERS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "voice": ("1",),
        "notice": ("1",),
        "age": (REFUSED["en"], "born 19 August 1971"),
        "lupus": ("suspected",),
        "cmv": ("positive",),
        "weight": ("61.37", "61.37 kg"),
        "steroid": ("every day",),
        "steroid_shot": ("no",),
        "steroid_drug": ("deflazacort",),
        "steroid_dose": ("31.57 mg",),
        "ivig": ("yes",),
        "ivig_when": ("May 2026",),
        "ivig_when.narrow": ("before",),
        "leflunomide": ("before",),
        "leflunomide_when": ("2019-03-07",),
        "plasmapheresis": ("no",),
        "cmv_vaccine": ("not sure",),
        "other_trial": ("never",),
        "organs": ("severe heart failure+kidney failure",),
    },
    "zh_CN": {
        "voice": ("1",),
        "notice": ("1",),
        "age": (REFUSED["zh_CN"], "1971年8月19日出生"),
        "lupus": ("怀疑",),
        "cmv": ("阳性",),
        "weight": ("61.37", "61.37公斤"),
        "steroid": ("每天",),
        "steroid_shot": ("没有",),
        "steroid_drug": ("地夫可特",),
        "steroid_dose": ("31.57毫克",),
        "ivig": ("打过",),
        "ivig_when": ("2026年5月",),
        "ivig_when.narrow": ("之前",),
        "leflunomide": ("以前吃过",),
        "leflunomide_when": ("2019年3月7日",),
        "plasmapheresis": ("没做过",),
        "cmv_vaccine": ("不清楚",),
        "other_trial": ("没参加过",),
        "organs": ("严重心衰+肾衰竭",),
    },
}
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

    language: str
    first: Page
    exchanges: tuple[Exchange, ...]
    canaries: tuple[str, ...]


def talk(setting: Setting, language: str) -> Talk:
    """The conversation in a language, as a visit holds it."""
    visit = Visit(setting, TODAY, language)
    first = visit.page
    exchanges = tuple(_exchanges(visit, language))
    echoed = [each.page.heard for each in exchanges if each.page.heard]
    named = [REFUSED[language], *TERMS[language], *echoed]
    return Talk(language, first, exchanges, tuple(dict.fromkeys(named)))


def _exchanges(visit: Visit, language: str) -> Iterator[Exchange]:
    answers = ANSWERS[language]
    for _ in as_long_as(lambda: visit.page.name in answers):
        for text in answers[visit.page.name]:
            visit.say(text)
            yield Exchange(text, visit.page)
