"""Every page of every golden walk, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from cases import GOLDEN as RECORDS
from fitting import fitting_of, visit_at
from page_texts import ENGLISH, HAN, texts
from people import SENSITIVE
from rows import each_row
from transcripts import begin, said_in

from flows import FLOW
from prescreen.dialog.answer_ids import RESULT
from prescreen.dialog.narrow_steps import base
from prescreen.page.model import Page, Panel, Rows
from prescreen.page.words import Words
from prescreen.session.visit import Setting, Visit

GOLDEN = sorted(RECORDS.glob("*.en.txt"))
PANELS = ("help", "why", "about", "leave")
CUT_OFF = re.compile(r"1\.0|mg ?/ ?kg|毫克/公斤|毫克每公斤")

Walk = Iterator[tuple[Visit, Page]]


def walk(path: Path, setting: Setting) -> Walk:
    """The visit of a record at each page where something is typed, and where it ends."""
    text = path.read_text(encoding="utf-8")
    visit = begin(text, setting)
    for line in said_in(text):
        yield visit, visit.page
        if line.startswith("/") and line != RESULT:
            visit.do(next((each.id for each in visit.page.commands if each.word == line[1:]), ""))
        elif line != "?" and not (visit.page.panel and visit.page.panel.only_informs):
            visit.say(line)
        if visit.page.panel and visit.page.panel.only_informs:
            yield visit, visit.page
            visit.say("close")
    yield visit, visit.page


@dataclass(frozen=True)
class Seen:
    """One page of a walk, with what the conversation knew then."""

    page: Page
    sensitive: dict[str, bool]
    steps: tuple[str, ...]
    asking: bool
    answered: bool


@pytest.fixture(scope="module")
def seen(setting: Setting) -> list[list[Seen]]:
    """Every page of every walk."""
    kinds = {each.id: each.sensitive for each in setting.script.plan.flow.questions}
    return [
        [
            Seen(
                page,
                kinds,
                visit.dialog.route.steps,
                visit.dialog.question is not None and not page.panel,
                visit.dialog.value(page.name) is not None,
            )
            for visit, page in walk(path, setting)
        ]
        for path in GOLDEN
    ]


def panels(visit: Visit) -> Iterator[Panel]:
    """Every panel that can lie over the page shown now."""
    if visit.page.panel:
        return
    for command in (each.id for each in visit.page.commands if each.id in PANELS):
        visit.do(command)
        assert visit.page.panel
        yield visit.page.panel
        visit.say("stay" if command == "leave" else "close")


def shape(page: Page) -> object:
    """What a page is apart from its words."""
    control = page.control
    rows: tuple[str, ...] = ()
    if isinstance(control, Rows):
        rows = tuple(row.tile.id for row in control.rows)
    return (
        page.name,
        type(control),
        rows,
        [(each.id, each.number, each.chosen) for each in control.tiles] if control else [],
        [block.tone for block in page.blocks],
        len(page.turns),
        [command.id for command in page.commands],
        [bool(text) for text in (page.progress, page.heard, page.refused)],
        page.panel and (page.panel.name, len(page.panel.blocks)),
    )


@each_row("path", GOLDEN)
def test_switching_the_language_says_the_same_page_in_other_words(
    path: Path, setting: Setting
) -> None:
    for visit, page in walk(path, setting):
        if "language" not in {command.id for command in page.commands}:
            continue
        answers = dict(visit.dialog.route.view)
        visit.do("language")
        other = visit.page
        assert other.language != page.language
        assert shape(other) == shape(page)
        assert other.heading != page.heading
        assert dict(visit.dialog.route.view) == answers
        visit.do("language")
        assert visit.page == page


@each_row("path", GOLDEN)
def test_each_page_is_whole_in_its_own_language(path: Path, setting: Setting) -> None:
    for visit, page in walk(path, setting):
        for _ in setting.languages if page.name != "language" else ():
            shown = visit.page
            said = [*texts(shown, quotes=False)]
            commands = [each.label for each in shown.commands if each.id == "language"]
            assert not [text for text in said if "{" in text or "}" in text]
            if shown.language == "zh_CN":
                assert not [text for text in said if ENGLISH.search(text)]
            else:
                assert [text for text in said if HAN.search(text)] == commands
            visit.do("language")


def test_the_steroid_cut_off_is_shown_nowhere_before_the_answer(setting: Setting) -> None:
    shown = set()
    for path in GOLDEN:
        for visit, page in walk(path, setting):
            decided = "I4" in visit.dialog.findings or visit.dialog.at_outcome
            if (page.name, decided) in shown:
                continue
            shown.add((page.name, decided))
            said = [*texts(page), *(text for panel in panels(visit) for text in texts(panel))]
            found = [text for text in said if CUT_OFF.search(text)]
            assert decided or not found, page.name
    assert ("steroid", False) in shown
    assert ("steroid_dose", False) in shown


def test_the_steroid_cut_off_can_be_read_after_the_answer(setting: Setting) -> None:
    visit = visit_at(setting, "ivig")
    visit.do("about")
    assert any(CUT_OFF.search(text) for text in texts(visit.page.panel))


def test_a_sensitive_answer_is_never_shown_again(seen: list[list[Seen]]) -> None:
    hidden = {"Answered, not shown", "已回答，不显示"}
    masked = set()
    for each in (each for pages in seen for each in pages):
        for step, turn in zip(each.steps, each.page.turns, strict=False):
            if each.sensitive[base(step)]:
                assert turn.answered in hidden
                masked.add(step)
        if isinstance(each.page.control, Rows):
            for row in each.page.control.rows:
                assert (row.answer in hidden) == each.sensitive[base(row.tile.id)]
    assert masked >= SENSITIVE


def test_what_was_heard_on_a_sensitive_question_does_not_tell_it(seen: list[list[Seen]]) -> None:
    heard: dict[str, set[str]] = {}
    for pages in seen:
        for before, each in pairwise(pages):
            if before.sensitive.get(before.page.name) and each.page.heard:
                heard.setdefault(before.page.name, set()).add(each.page.heard)
    assert heard.keys() >= SENSITIVE
    sentence = Words.HEARD_PRIVATE.text.patient
    assert all(said == {sentence} for said in heard.values())


def test_going_back_to_a_sensitive_answer_marks_no_tile(setting: Setting) -> None:
    text = next(path for path in GOLDEN if "private_reason" in path.name).read_text("utf-8")
    visit = begin(text, setting)
    for line in said_in(text):
        visit.say(line)
        if visit.dialog.state == "pregnancy":
            break
    for _ in range(3):
        visit.do("back")
        control = visit.page.control
        assert control
        assert not any(tile.chosen for tile in control.tiles)
        assert "2021" not in " ".join(texts(visit.page.blocks))


def test_urgent_help_is_one_key_away_on_every_page(seen: list[list[Seen]]) -> None:
    for page in (each.page for pages in seen for each in pages):
        assert page.ended or "help" in {command.id for command in page.commands}


OPENED = ("adult", "steroid_strength", "ivig_when", "plasmapheresis_when", "cancer_when")
"""Questions to which only some records come."""


def test_every_question_can_be_answered_with_not_sure_and_explained(seen: list[list[Seen]]) -> None:
    asked = set()
    asking = (each.page for pages in seen for each in pages if each.asking)
    for page in (each for each in asking if not each.offer):
        assert page.control
        assert "unsure" in {tile.id for tile in page.control.tiles}
        assert "why" in {command.id for command in page.commands}
        asked.add(base(page.name))
    assert asked >= {*fitting_of(FLOW).answers, *OPENED}


def test_nothing_is_preselected(seen: list[list[Seen]]) -> None:
    for each in (each for pages in seen for each in pages):
        tiles = each.page.control.tiles if each.page.control else ()
        assert each.answered or not any(tile.chosen for tile in tiles)
