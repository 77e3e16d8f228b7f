"""All languages say the same, at every place that is explored and at every end.

A conversation keeps values and no words: its state, its findings and its outcome are made from
values alone. So it is the same in every language if the same things can be done on each page, and
if what is done is heard as the same value. That is looked at wherever it could differ:

- *Pages* at the places and ends, with the panel of reasons: the same controls, tiles, numbers of
  tiles, commands and blocks, and the same dates and numbers in what is shown. A page is put
  together from parts, and each part follows from a little of the path: what stands at a question
  from its step and from the findings that its words wait for; the last turn from its step, its
  value and the drug that it is about; what stands under a result from the outcome and its day,
  and from each criterion with its finding and the answers to its questions. So a page is looked at
  where one of its parts is new. The turns before the last were looked at on the way.
- *Answers*, each kind once for its step: how it is said back shows the same dates and numbers.
- *Words*, once for each step and listener, for nothing else decides how they are heard: a tile
  is taken by its id, by its number, and by its label in every language.
- *Other panels and the list of answers*, once for each step and for each list of questions.
- *The pages before the first question*, once.

What is said on these pages is noted: a key of which no text is ever said is shown nowhere.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import assert_never

from prescreen.check.difference import first_difference
from prescreen.check.explore import Branch, Fork, Trail
from prescreen.check.figures import figures_in
from prescreen.check.rehearse import hold
from prescreen.check.unshown import noted
from prescreen.check.worded import worded_path
from prescreen.dialog.dialog import Dialog
from prescreen.dialog.drugs import drug_of
from prescreen.dialog.enough import EARLY, enough_from
from prescreen.dialog.narrow_steps import base
from prescreen.dialog.route import Route
from prescreen.flow.states import OPENING, REVIEW
from prescreen.language.catalogs import SOFTWARE
from prescreen.language.voices import Voice
from prescreen.page.compose import compose
from prescreen.page.echo import echo
from prescreen.page.model import Block, Control, Page, Panel, Pick, Rows, Tick, Tile, Type
from prescreen.page.over import PanelOpen
from prescreen.page.parts import ABOUT, HELP, LEAVE, RESTART, TEAM, WHY, Moment, Surroundings
from prescreen.page.speech import Speech
from prescreen.session.visit import Setting
from prescreen.values import Dose, Value
from prescreen.verdict import Status, Verdict


class Alike:
    """What one flow says in each of its languages on one day."""

    def __init__(self, setting: Setting, today: date) -> None:
        self.said: set[tuple[str, str]] = set()
        self.setting = replace(setting, languages=noted(setting.languages, self.said))
        self.today = today
        self.pages = 0
        self._sentences: dict[str, tuple[str, Trail]] = {}
        self._seen: set[Hashable] = set()

    def sentences(self) -> list[str]:
        """A sentence for each difference, with one of the shortest ways to it."""
        return [f"{each} {fix} {_way(said)}" for each, (fix, said) in self._sentences.items()]

    def look(self, place: Fork, branches: Sequence[Branch]) -> None:
        """Look at one place and at all that can be answered there."""
        if self._is_new("opening"):
            self._opening()
        if self._is_new(*self._at_place(place)):
            dialog = self._hold(place.said)
            self._pages(dialog, place.said, WHY)
            if self._is_new(("first", place.step)):
                self._first(dialog, place)
            if dialog.enough and self._is_new(*self._at_end(place.route, EARLY)):
                dialog.see_result()
                self._pages(dialog, place.said, WHY)
        told = [each for each in branches if self._is_new(self._turn(place, each.value))]
        dialog = self._hold(place.said if told else ())
        for branch in told:
            self._answer(dialog, place, branch)
        for branch in branches:
            if branch.verdict and self._is_new(*self._at_end(branch.route, branch.verdict)):
                said = (*place.said, (place.step, branch.value))
                self._end(self._hold(said), said)

    def _hold(self, said: Trail) -> Dialog:
        return hold(self.setting.script, self.today, said)

    def _is_new(self, *parts: Hashable) -> bool:
        fresh = not self._seen.issuperset(parts)
        self._seen.update(parts)
        return fresh

    # ---- what a page is put together from -----------------------------------------------------

    def _at_place(self, place: Fork) -> Iterator[Hashable]:
        flow, findings = self.setting.script.plan.flow, place.route.findings
        told = frozenset(each.id for each in flow.criteria if each.held and each.id in findings)
        yield "place", place.step, told, self._enough(place)
        if place.said:
            yield "last turn", *place.said[-1], self._drug(*place.said[-1], place.route)

    def _enough(self, place: Fork) -> Hashable:
        """Whether the result is offered at a place, and whether for the first time."""
        plan = self.setting.script.plan
        first = enough_from(plan, place.route, dict(place.said), self.today)
        return first and first == place.step

    def _turn(self, place: Fork, value: Value) -> Hashable:
        return "turn", place.step, value, self._drug(place.step, value, place.route)

    def _drug(self, step: str, value: Value, route: Route) -> str | None:
        flow = self.setting.script.plan.flow
        about = isinstance(value, Dose)
        return drug_of(flow, flow.question(base(step)), route.view) if about else None

    def _at_end(self, route: Route, ended: Verdict) -> Iterator[Hashable]:
        view, findings = route.view, route.findings
        unmet = [each for each, found in findings.items() if found.status is not Status.MET]
        yield "end", ended, bool(route.waiting), frozenset(unmet) if len(unmet) < 2 else None
        for criterion in unmet:
            answers = tuple(view.get(each) for each in self.setting.script.plan.reads[criterion])
            yield "criterion", ended.outcome, criterion, findings[criterion], answers

    def _say(self, where: str, trouble: str, fix: str, said: Trail) -> None:
        self._sentences.setdefault(f"[{where}] {trouble}", (fix, said))

    def _alike(self, codes: tuple[str, str], shown: tuple[Hashable, Hashable]) -> str:
        """What each of two languages shows, and where to make it the same."""
        one, other = first_difference(*shown)
        return (
            f"It shows {one} in {codes[0]} and {other} in {codes[1]}. Make both the same, in "
            f"{self.setting.domain}.po or in {SOFTWARE}.po."
        )

    def _speeches(self, voice: Voice) -> list[Speech]:
        setting = self.setting
        languages = setting.languages.values()
        return [Speech(each, voice, setting.domain, setting.audience) for each in languages]

    # ---- pages --------------------------------------------------------------------------------

    def _pages(
        self,
        dialog: Dialog,
        said: Trail,
        panel: str,
        voice: Voice = Voice.PATIENT,
        revealed: bool = False,
    ) -> list[Page]:
        """The page in each language, which have to be of one shape."""
        now = Moment(PanelOpen(panel) if panel else None, revealed=revealed)
        around = Surroundings(self.setting.languages, now=now)
        pages = [compose(dialog, each, around) for each in self._speeches(voice)]
        self.pages += len(pages)
        first, *others = [(page.language, _parts(page)) for page in pages]
        for code, parts in others:
            for part in (each for each in first[1] if first[1][each] != parts.get(each)):
                fix = self._alike((first[0], code), (first[1][part], parts.get(part)))
                # What it explains depends on the page; any other panel is the same on each.
                alone = part == "the panel" and panel != WHY
                self._say(
                    f'panel "{panel}"' if alone else pages[0].name,
                    f"differs in {first[0]} and {code}: {part}.",
                    fix,
                    said,
                )
        return pages

    def _opening(self) -> None:
        """The pages before the first question."""
        dialog = Dialog(self.setting.script, self.today)
        for _ in OPENING:
            self._pages(dialog, (), HELP)
            dialog.forward()

    def _first(self, dialog: Dialog, place: Fork) -> None:
        """What is looked at once for each step."""
        for voice in Voice:
            for panel in (HELP, ABOUT, LEAVE, RESTART):
                self._pages(dialog, place.said, panel, voice)
            pages = self._pages(dialog, place.said, WHY, voice)
            for alike in zip(*(_tiles(page.control) for page in pages), strict=False):
                self._words(dialog, place, alike)

    def _words(self, dialog: Dialog, place: Fork, alike: Sequence[Tile]) -> None:
        """One tile in every language, which has to be heard as one answer however it is named."""
        names = [name for tile in alike for name in (tile.id, tile.label, str(tile.number or ""))]
        heard = {dialog.asks_for_result(name) or dialog.hear(name) for name in names if name}
        if len(heard) != 1:
            trouble = f'"{alike[0].id}" is not heard alike by its id, number and labels.'
            fix = "Give it a label and words that are no other choice's."
            self._say(place.step, trouble, fix, place.said)

    def _answer(self, dialog: Dialog, place: Fork, branch: Branch) -> None:
        first, *others = [
            (each.language.code, figures_in(echo(dialog, each, place.step, branch.value)))
            for each in self._speeches(Voice.PATIENT)
        ]
        way = (*place.said, (place.step, branch.value))
        for code, figures in others:
            if figures != first[1]:
                fix = self._alike((first[0], code), (first[1], figures))
                self._say(place.step, "an answer is said back with other figures.", fix, way)

    def _end(self, dialog: Dialog, said: Trail) -> None:
        if dialog.state == REVIEW:
            if self._is_new(("list", dialog.route.steps)):
                self._pages(dialog, said, panel="")
            dialog.forward()
        for revealed in (False, True):
            self._pages(dialog, said, WHY, revealed=revealed)
        self._pages(dialog, said, TEAM)


def _way(said: Trail) -> str:
    return f"For example: {worded_path(said)}." if said else "It is so from the first question on."


# ---- the shape of a page ------------------------------------------------------------------------


def _parts(page: Page) -> dict[str, Hashable]:
    """All of a page that no language may change, by what it is."""
    last = page.turns[-1:]
    return {
        "the state": page.name,
        "the progress": figures_in(page.progress),
        "the turns": len(page.turns),
        "the last turn": figures_in(
            *(word for turn in last for word in (turn.asked, turn.answered))
        ),
        "the heading": figures_in(page.heading),
        "the blocks": _blocks(page.blocks),
        "the control": _control(page.control),
        "the commands": tuple((each.id, each.key, each.word) for each in page.commands),
        "the panel": _panel(page.panel),
    }


def _blocks(blocks: Iterable[Block]) -> Hashable:
    return tuple((each.tone, figures_in(each.text)) for each in blocks)


def _panel(panel: Panel | None) -> Hashable:
    return panel and (panel.name, _blocks(panel.blocks), tuple(map(_tile, panel.tiles)))


def _control(control: Control | None) -> Hashable:
    tiles = tuple(map(_tile, _tiles(control)))
    match control:
        case Type(pad=pad, picker=picker):
            return (
                tiles,
                figures_in(control.example),
                pad and (tuple(each.id for each in pad.units), pad.point, pad.steps),
                picker and (picker.until, picker.oldest, len(picker.months)),
            )
        case Rows():
            return tiles, tuple(figures_in(row.answer) for row in control.rows)
        case Pick() | Tick() | None:
            return type(control), tiles
        case _:
            assert_never(control)


def _tiles(control: Control | None) -> Iterator[Tile]:
    if isinstance(control, Rows):
        yield from (row.tile for row in control.rows)
    yield from control.tiles if control else ()


def _tile(tile: Tile) -> Hashable:
    shows = figures_in(tile.label), figures_in(tile.help), bool(tile.help)
    return tile.id, tile.number, tile.chosen, tile.alone, tile.aside, shows
