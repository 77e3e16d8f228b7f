"""A conversation asks, offers, understands, refuses and concludes the same on both front ends.

It is held twice, in plain lines and on the screen, step by step: each golden record, and people who
go about at random. What is said of a page has to be all that is painted of it, and nothing else.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from cases import GOLDEN as RECORDS
from cases import ROOT
from fronts import Aloud, Deed, Do, OnScreen, Say, Take, tiles
from limits import as_long_as
from offering import offering
from people import someone
from proved import Proved
from shown import bare, shown, spoken
from transcripts import begin, said_in
from wanderer import Wanderer

from prescreen.dialog.answer_ids import RESULT
from prescreen.dialog.machine import steps
from prescreen.flow.states import STAFF
from prescreen.language.site import load_site
from prescreen.language.voices import Voice
from prescreen.page import parts
from prescreen.page.model import Pick, Rows, Tile
from prescreen.session.visit import Setting, Visit
from prescreen.tui.app import VisitApp
from prescreen.values import Picked
from prescreen.verdict import Outcome

# Both languages read alike (test_golden), so each path is held once, in turn in one and the other.
# Half of them, in either language, are left to the proofs.
GOLDEN = [
    pytest.param(path, id=path.stem, marks=[pytest.mark.prove] * (at // 2 % 2))
    for at, english in enumerate(sorted(RECORDS.glob("*.en.txt")))
    for path in [english, english.with_name(english.name.replace(".en", ".zh_CN"))][at % 2 :][:1]
]
SITE = ROOT / "docs" / "site.example.toml"
FEW, MANY = range(3), range(100, 700)
PARTS = [MANY[at : at + 20] for at in range(0, len(MANY), 20)]


@pytest.fixture(autouse=True)
def unsure_readers() -> Iterator[None]:
    with offering():
        yield


class Both:
    """Two visits that go the same way, one in plain lines and one on the screen."""

    def __init__(self, aloud: Aloud, on: OnScreen) -> None:
        self.aloud, self.on = aloud, on
        self.said = aloud.said()

    async def do(self, deed: Deed, line: str | None = None) -> None:
        """Do a deed in both, where given by this line; what only informs is read and closed."""
        self.said = self.aloud.type(line) if line is not None else self.aloud.do(deed)
        await self.on.do(deed)
        panel = self.on.page.panel
        if panel and panel.only_informs and not self.on.page.cover:
            at = self.said.index("", 1)
            meant = spoken(self.said[:at], self.on.page)
            assert meant == shown(self.on.screen, commands=bool(meant.commands), closes=False)
            self.said = self.said[at:]
            await self.on.close()

    def only_said(self, line: str) -> None:
        """Type a line that does nothing to the conversation, and ask for the page again."""
        self.aloud.type(line)
        self.said = self.aloud.type("?")

    def are_the_same(self) -> None:
        """Hold what is said, at once and when asked for it again, against what is painted."""
        page, dialog = self.aloud.visit.page, self.aloud.visit.dialog
        assert self.on.page == page
        assert (self.on.visit.dialog.route, self.on.visit.dialog.verdict) == (
            dialog.route,
            dialog.verdict,
        )
        whole = self.aloud.type("?")
        assert {*self.said} <= {*whole}
        assert page.over or bare(page.refused or page.offer or page.heading) in bare(*self.said)
        meant = spoken(whole, page)
        assert meant == shown(self.on.screen, commands=bool(meant.commands), closes=True)

    def end_the_same(self) -> None:
        """Hold the last words against each other."""
        assert self.on.visit.page.ended
        assert [each for each in self.said if each] == [self.on.pilot.app.return_value]


@asynccontextmanager
async def both(plain: Visit, shown: Visit, seed: int = 0) -> AsyncIterator[Both]:
    """Two visits, at their first pages."""
    async with VisitApp(shown, settle=0).run_test(size=(100, 50)) as pilot:
        yield Both(Aloud(plain, Random(seed)), OnScreen(pilot, shown, Random(-seed)))


# ---- the golden records ------------------------------------------------------------------------


def meant(line: str, visit: Visit) -> Deed | None:
    """What a line of plain lines does, to be done on the screen; None where it does nothing."""
    page = visit.page
    if line == RESULT:
        return next((Take(each) for each in tiles(page) if each.id == RESULT), None)
    if line.startswith("/"):
        return next((Do(each.id) for each in page.commands if each.word == line[1:]), None)
    if line in ("?", "？"):
        return None
    taken = next((each for each in tiles(page) if _names(each, line, visit)), None)
    if taken and (page.over or isinstance(page.control, Pick | Rows)):
        return Take(taken)
    return None if page.over else Say(line)


def _names(tile: Tile, line: str, visit: Visit) -> bool:
    heard = visit.dialog.hear(line) if visit.dialog.question and not visit.page.over else None
    names = heard.ids if isinstance(heard, Picked) else (line.casefold(),)
    return bool({tile.id, tile.label.casefold(), str(tile.number)} & {*names})


@pytest.mark.parametrize("path", GOLDEN)
async def test_both_front_ends_hold_the_same_conversation(path: Path, setting: Setting) -> None:
    text = path.read_text(encoding="utf-8")
    async with both(begin(text, setting), begin(text, setting)) as two:
        for line in said_in(text):
            two.are_the_same()
            deed = meant(line, two.on.visit)
            if deed is None:
                two.only_said(line)
                continue
            await two.do(deed, line)
            if two.aloud.visit.page.ended:
                two.end_the_same()
                return
        two.are_the_same()


# ---- people who go about at random -------------------------------------------------------------


def wanderer(setting: Setting, seed: int) -> tuple[Wanderer, Visit, Visit]:
    """Somebody, in each language and each voice in turn, and two visits to hold; some at a site."""
    random = Random(seed)
    person = someone(random)
    language = ("zh_CN", "en")[seed % 2]
    voice = (Voice.PATIENT, Voice.CAREGIVER)[seed // 2 % 2]
    known = language if random.random() < 0.3 else None
    here = replace(setting, site=load_site(SITE)) if random.random() < 0.5 else setting
    plain, shown = (Visit(here, person.today, known) for _ in range(2))
    return Wanderer(random, person, language, voice), plain, shown


async def wander(setting: Setting, seed: int) -> None:
    """Hold the conversation of one of them."""
    somebody, plain, shown = wanderer(setting, seed)
    async with both(plain, shown, seed) as two:
        for _ in as_long_as(lambda: not plain.page.ended):
            two.are_the_same()
            await two.do(somebody.next(plain.page))
        two.end_the_same()


def alone(setting: Setting, seed: int) -> Iterator[str]:
    """What one of them comes to, in plain lines only."""
    somebody, visit, _ = wanderer(setting, seed)
    aloud = Aloud(visit, Random(seed))
    aloud.said()
    for _ in as_long_as(lambda: not visit.page.ended):
        page = visit.page
        deed = somebody.next(page)
        yield from (page.name, page.language, somebody.voice)
        yield page.over.name if page.over else ""
        yield "refused" if page.refused else "offered" if page.offer else "taken"
        if isinstance(deed, Do):
            yield f"/{deed.command}"
        if isinstance(page.control, Rows) and isinstance(deed, Take):
            yield "changed" if deed.tile in [row.tile for row in page.control.rows] else "kept"
        aloud.do(deed)


@pytest.mark.parametrize("seed", FEW)
async def test_somebody_at_random_is_shown_what_is_said(seed: int, setting: Setting) -> None:
    await wander(setting, seed)


@pytest.mark.prove
@pytest.mark.parametrize("seeds", PARTS, ids=str)
async def test_each_of_many_is_shown_what_is_said(
    seeds: range, setting: Setting, proved: Proved
) -> None:
    for seed in seeds:
        await wander(setting, seed)
        proved("random conversations, the same on the screen and in plain lines")


TURNS = {
    *("en", "zh_CN", "caregiver", "patient"),
    *("refused", "offered", "changed", "review", parts.COVER),
    *(*Outcome, STAFF, parts.RESTART),
    *(f"/{each}" for each in (parts.BACK, parts.SWITCH, parts.HELP, parts.ABOUT, parts.LEAVE)),
    *(f"/{each}" for each in (parts.WHY, parts.KEEP, parts.ANSWERS, parts.MORE_TIME)),
}


@pytest.mark.prove
def test_the_many_come_to_every_page_and_panel_by_every_command(setting: Setting) -> None:
    seen = {each for seed in MANY for each in alone(setting, seed)}
    assert {*TURNS, *steps(setting.script.plan)} - seen == set()
