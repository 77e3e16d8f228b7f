"""`check` holds both languages against each other, and tells of each way in which they differ."""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import replace
from itertools import takewhile

import pytest
from fitting import visit_at
from rows import each_row

from flows import FLOW
from prescreen.check import alike
from prescreen.check.alike import Alike
from prescreen.check.difference import first_difference
from prescreen.check.explore import explore
from prescreen.check.figures import figures_in
from prescreen.check.proof import AWKWARD
from prescreen.dialog.dialog import Dialog
from prescreen.language.catalogs import Language
from prescreen.page.compose import compose
from prescreen.page.model import Page, Pick
from prescreen.page.parts import Surroundings
from prescreen.page.speech import Speech
from prescreen.session.setting import open_setting
from prescreen.session.visit import Setting
from prescreen.values import Blank, Picked, Value


@pytest.fixture(scope="module")
def shipped() -> Setting:
    return open_setting(FLOW, None, None)


def told(setting: Setting) -> Iterator[str]:
    """What is said of the first places, place by place, without the fixes and examples."""
    for found in sentences(setting):
        yield from (re.split(" (?:It shows|Give it) ", each)[0] for each in found)


def sentences(setting: Setting) -> Iterator[list[str]]:
    """All that is said of the first places, after each of them."""
    looked = Alike(setting, AWKWARD)
    places = explore(setting.script.plan, AWKWARD)
    for place, branches in takewhile(lambda each: each[0].step != "steroid", places):
        looked.look(place, branches)
        yield looked.sentences()


def reworded(setting: Setting, old: str, new: str) -> Setting:
    """The setting with one Chinese sentence, found by a part of it, changed."""
    chinese = setting.languages["zh_CN"]
    assert any(old in words for words in chinese.sentences.values())
    changed = {at: words.replace(old, new) for at, words in chinese.sentences.items()}
    return replace(setting, languages={**setting.languages, "zh_CN": Language("zh_CN", changed)})


def test_nothing_differs(shipped: Setting) -> None:
    assert [*told(shipped)] == []


@each_row(
    ("old", "new", "sentence"),
    [
        ("第 {step} 步", "第一步", "[age] differs in zh_CN and en: the progress."),
        ("1981年5月3日", "1981年3月5日", "[age] differs in zh_CN and en: the blocks."),
        ("38 度", "39 度", '[panel "help"] differs in zh_CN and en: the panel.'),
        ("{n} 公斤", "公斤", "[weight] an answer is said back with other figures."),
        ("岁。", "岁，66。", "[not_this_study] differs in zh_CN and en: the panel."),
    ],
)
def test_another_number_or_day_is_told_of(
    shipped: Setting, old: str, new: str, sentence: str
) -> None:
    assert sentence in told(reworded(shipped, old, new))


def test_a_difference_is_told_with_both_sides_the_catalogs_and_the_way(shipped: Setting) -> None:
    *_, found = sentences(reworded(shipped, "38 度", "39 度"))
    assert (
        '[panel "help"] differs in zh_CN and en: the panel. It shows 39 in zh_CN and 38 in en. '
        "Make both the same, in nct06971913.po or in prescreen.po. "
        "It is so from the first question on."
    ) in found


@each_row(
    ("one", "other", "sides"),
    [
        (("1", "2"), ("1",), ("1, 2", "1")),
        (("panel", (("plain", ("38",)),)), ("panel", (("plain", ("39",)),)), ("38", "39")),
        ((("a", ()),), (("a", ("5",)),), ("nothing", "5")),
        ((("a", ()),), (("a", ()), ("b", ())), ("1 parts", "2 parts")),
        (None, ("panel", ()), ("nothing", "2 parts")),
        ((int, ()), (str, ()), ("int", "str")),
        (3, 4, ("3", "4")),
    ],
)
def test_the_first_difference_is_named(
    one: Hashable, other: Hashable, sides: tuple[str, str]
) -> None:
    assert first_difference(one, other) == sides


def test_a_label_that_is_not_heard_is_told_of(shipped: Setting) -> None:
    deaf = replace(
        shipped,
        script=replace(shipped.script, labels={**shipped.script.labels, "cmv": {}}),
    )
    sentence = '[cmv] "positive_other" is not heard alike by its id, number and labels.'
    assert sentence in told(deaf)


Change = Callable[[Page], Page]


def without_a_tile(page: Page) -> Page:
    control = page.control
    return replace(page, control=Pick(control.tiles[1:])) if isinstance(control, Pick) else page


CHANGES: Mapping[str, tuple[Change, str]] = {
    "a block": (lambda page: replace(page, blocks=page.blocks[1:]), "[age] {}: the blocks."),
    "a command": (lambda page: replace(page, commands=()), "[age] {}: the commands."),
    "a panel": (lambda page: replace(page, panel=None), "[age] {}: the panel."),
    "a turn": (lambda page: replace(page, turns=()), "[lupus] {}: the turns."),
    "a tile": (without_a_tile, "[lupus] {}: the control."),
}


@pytest.mark.parametrize("lost", CHANGES)
def test_what_one_language_lacks_is_told_of(
    lost: str, shipped: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    change, sentence = CHANGES[lost]

    def lacking(dialog: Dialog, speech: Speech, around: Surroundings) -> Page:
        page = compose(dialog, speech, around)
        return change(page) if page.language == "zh_CN" else page

    monkeypatch.setattr(alike, "compose", lacking)
    assert sentence.format("differs in zh_CN and en") in told(shipped)


# ---- a narrowing question -----------------------------------------------------------------------


@each_row(
    ("text", "meant"),
    [
        ("1", Picked(("before",))),
        ("2", Picked(("since",))),
        ("3", Blank.UNSURE),
        ("Before 23 May 2026", Picked(("before",))),
        ("before 2026-05-23", Picked(("before",))),
        ("On 23 May 2026 or later", Picked(("since",))),
        ("2026年5月23日之前", Picked(("before",))),
        ("2026年5月23日当天或以后", Picked(("since",))),
    ],
)
def test_a_narrowing_question_is_answered_by_number_and_by_label(
    shipped: Setting, text: str, meant: Value
) -> None:
    visit = visit_at(shipped, "ivig_when.narrow", ivig="yes", ivig_when="May 2026")
    assert visit.dialog.hear(text) == meant


# ---- dates and numbers --------------------------------------------------------------------------


@each_row(
    ("chinese", "english"),
    [
        ("2026年5月23日", "23 May 2026"),
        ("2026年5月", "May 2026"),
        ("两个月前", "2 months ago"),
        ("Two studies", "两项研究"),
        ("62公斤（124斤）", "62 kg, that is about 136.7 lb"),
        ("60到65公斤，也就是120到130斤", "60 to 65 kg, that is about 132.3 to 143.3 lb"),
        ("第 3 步，共约 20 步", "Step 3 of about 20"),
    ],
)
def test_figures_are_the_same_in_both_languages(chinese: str, english: str) -> None:
    assert figures_in(chinese) == figures_in(english) != ()


@pytest.mark.parametrize(
    ("one", "other"), [("23 May 2026", "24 May 2026"), ("三个月", "四个月"), ("62公斤", "63公斤")]
)
def test_other_figures_are_told_apart(one: str, other: str) -> None:
    assert figures_in(one) != figures_in(other)
