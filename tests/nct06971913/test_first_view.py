"""What a result is for stands in its first view, before anything has to be scrolled."""

from __future__ import annotations

from datetime import date
from itertools import dropwhile, takewhile

import pytest
from fitting import RESULT, visit_at
from tui.stage import Stage, stage

from prescreen.page.model import Block, Page, Tone
from prescreen.session.visit import Setting, Visit

TODAY = date(2026, 11, 23)
LANGUAGES = pytest.mark.parametrize("language", ["zh_CN", "en"])
CONTACT = {"zh_CN": "联系方式", "en": "Contact"}
BRING = {"zh_CN": "请带上", "en": "Please bring"}
NEXT = {"zh_CN": "接下来您可以", "en": "What you can do next"}
IVIG = {"ivig": "yes", "ivig_when": "2026-06-15"}
TRIAL = {"other_trial": "before", "other_trial_when": "2026-10-01"}


def result(setting: Setting, language: str, answers: dict[str, str]) -> Visit:
    return visit_at(setting, RESULT, language=language, **answers)


def under(page: Page, heading: str) -> list[str]:
    """A heading and what stands under it, without what is blank."""
    blocks = [*dropwhile(lambda block: block.text != heading, page.blocks)]

    def inside(block: Block) -> bool:
        return block.tone is not Tone.HEADING

    return [bare(block.text) for block in [*blocks[:1], *takewhile(inside, blocks[1:])]]


def bare(text: str) -> str:
    return "".join(text.split())


def in_sight(on: Stage) -> str:
    return bare(on.shown(on.screen.panes.conversation))


@LANGUAGES
@pytest.mark.parametrize(
    "answers",
    [
        pytest.param({}, id="likely_eligible"),
        pytest.param({"lupus": "suspected", "cmv": "not_tested"}, id="ask_site"),
        pytest.param({"voice": "caregiver", "neuro": "past"}, id="ask_site, a caregiver"),
        pytest.param({"age": "unsure", "adult": "unsure"}, id="ask_site, stopped"),
    ],
)
async def test_contact_and_what_to_bring(
    setting: Setting, language: str, answers: dict[str, str]
) -> None:
    visit = result(setting, language, answers)
    wanted = [*under(visit.page, CONTACT[language])[:5], *under(visit.page, BRING[language])[:5]]
    async with stage(visit, (80, 24)) as on:
        assert len(wanted) == 10
        assert all(each.replace("-", "") in in_sight(on).replace("-", "") for each in wanted)


@LANGUAGES
@pytest.mark.parametrize(
    "answers",
    [
        pytest.param(IVIG, id="not_now with a date"),
        pytest.param(IVIG | TRIAL, id="not_now with two reasons"),
        pytest.param({"cmv": "negative"}, id="not_now without a date"),
        pytest.param({"lupus": "no"}, id="not_this_study"),
        pytest.param({"cancer": "now"}, id="not_this_study, a private reason"),
        pytest.param({"willing": "no"}, id="declined"),
    ],
)
async def test_the_next_step(setting: Setting, language: str, answers: dict[str, str]) -> None:
    visit = result(setting, language, answers)
    heading, step, *_ = under(visit.page, NEXT[language])
    async with stage(visit, (80, 24)) as on:
        assert heading in in_sight(on)
        assert step[:20] in in_sight(on)


async def test_the_telephone_in_large_text(setting: Setting) -> None:
    for language in ("zh_CN", "en"):
        async with stage(result(setting, language, {}), (46, 13)) as on:
            assert "000-0000-0000" in in_sight(on)
