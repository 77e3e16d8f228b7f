"""A conversation in which every answer is a canary: nobody else would have said just that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fitting import fitting_of
from limits import as_long_as

from flows import FLOW
from prescreen.page.model import Page
from prescreen.session.visit import Setting, Visit

TODAY = date(2026, 11, 23)
REFUSED = {"en": "zebra4711", "zh_CN": "斑马4711"}
"""A free text that answers nothing: it is to be found nowhere at all."""

ANSWERS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "age": (REFUSED["en"], "born 19 August 1971"),
        "lupus": ("suspected",),
        "cmv": ("positive",),
        "weight": ("61.37", "61.37 kg"),
        "steroid": ("every day",),
        "steroid_drug": ("deflazacort",),
        "steroid_dose": ("31.57 mg",),
        "ivig": ("yes",),
        "ivig_when": ("May 2026",),
        "ivig_when.narrow": ("before",),
        "leflunomide": ("before",),
        "leflunomide_when": ("2019-03-07",),
        "cmv_vaccine": ("not sure",),
        "organs": ("severe heart failure+kidney failure",),
    },
    "zh_CN": {
        "age": (REFUSED["zh_CN"], "1971年8月19日出生"),
        "lupus": ("怀疑",),
        "cmv": ("阳性",),
        "weight": ("61.37", "61.37公斤"),
        "steroid": ("每天",),
        "steroid_drug": ("地夫可特",),
        "steroid_dose": ("31.57毫克",),
        "ivig": ("打过",),
        "ivig_when": ("2026年5月",),
        "ivig_when.narrow": ("之前",),
        "leflunomide": ("以前吃过",),
        "leflunomide_when": ("2019年3月7日",),
        "cmv_vaccine": ("不清楚",),
        "organs": ("严重心衰+肾衰竭",),
    },
}
"""Where the fitting person would not do: everything else is answered as that person does."""
BY_NUMBER = {"voice": ("1",), "notice": ("1",)}
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
    usual = {step: (said,) for step, said in fitting_of(FLOW).everywhere.items()}
    answers = usual | BY_NUMBER | ANSWERS[language]
    for _ in as_long_as(lambda: not visit.dialog.at_outcome):
        for text in answers[visit.page.name]:
            visit.say(text)
            yield Exchange(text, visit.page)
