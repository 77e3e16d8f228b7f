"""Every screen of the shipped flow, reached by answering it in each way.

The walk follows the answers of somebody whom nothing stands against. At each page that it meets
for the first time it also tries every other answer, and from there goes on in the usual way. What a
page says depends on its own state and on single findings, so every sentence is met this way; a test
holds that against the catalogs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain, islice

from fitting import fitting_of, lead
from limits import as_long_as
from offering import offering

from flows import FLOW
from prescreen.dialog.answer_ids import RESULT
from prescreen.dialog.dialog import Script
from prescreen.flow.model import AnswerIs
from prescreen.flow.states import LANGUAGE, STAFF
from prescreen.language.voices import Voice
from prescreen.page.model import USUAL, Display, Page, Pick, Rows, Tick, Type
from prescreen.page.parts import (
    ANSWERS,
    BACK,
    CLOSE,
    DARK_COLOURS,
    HELP,
    HIDE,
    KEEP,
    LEAVE,
    LEAVE_NOW,
    LINES,
    MORE_TIME,
    RESTART,
    SHOW_PRIVATE,
    STAY,
    SWITCH,
    TEAM,
    WHY,
)
from prescreen.session.visit import Setting, Visit
from sentences.shown import Screen
from sentences.trial import setting

TODAY = date(2026, 11, 23)

_PERSON = fitting_of(FLOW)
_USUAL = {**_PERSON.everywhere, "language": "zh_CN", "age.narrow": "unsure"}

# Other answers to type, by the kind of the control: taken, not taken, and each way of not taken.
_TYPED = {
    "age": ("45", "2010-05-03", "2010", "1950", "1960", "1961", "虚岁66", "unsure", "0", "2030"),
    "age.narrow": ("1960-11-24", "2008-11-23", "1999"),
    "weight": ("62", "120 jin", "137 lb", "40 kg", "44 kg", "5 kg", "60-70 kg"),
    "dose": ("8 tablets", "1 tablet", "4 or 8 tablets", "100 mg", "30", "99999 mg", "1-2 tablets"),
    "when": (
        *("2026-10-01", "2015", "2021", "May 2026", "August 2026", "半年前", "2030-01-01"),
        *("2026-02-30", "long ago", "nobody knows", "03/04/2026"),
    ),
}
_OFFERED = {
    "age": ("maybe 1981-05-03",),
    "weight": ("maybe 120 jin", "maybe 137 lb"),
    "steroid_dose": ("maybe 40 mg",),
}
_ANYWHERE = ("?!", "unsure", "yes and no")
_NARROW = ("before", "since", "unsure", "?!", "2030-01-01", "2026-02-30", "long ago")

# Whole conversations for what needs two answers at once.
_TOGETHER: tuple[Mapping[str, str], ...] = (
    {},
    {"age": "1960-11-24", "ivig": "yes", "ivig_when": "2026-08-31"},
    {"ivig": "yes", "ivig_when": "2026-10-01", "steroid": "none", "cmv": "negative"},
    {"ivig": "yes", "ivig_when": "2026-10-01", "cancer": "past", "cancer_when": "2024-05-01"},
    {"infections": "some", "lupus": "suspected"},
    {"cancer": "now", "ivig": "yes", "ivig_when": "2026-10-01"},
    {"weight": "62 kg", "steroid": "daily", "steroid_dose": "1000 mg", "willing": "no"},
    {"plasmapheresis": "yes", "plasmapheresis_when": "半年前", "cmv_vaccine": "yes"},
    {"leflunomide": "before", "other_trial": "before"},
    {"steroid_drug": "methylprednisolone"},
    {"age": "unsure"},
)


_DISPLAY = {HIDE, LINES, DARK_COLOURS, MORE_TIME}


def _opened(setting: Setting) -> Mapping[str, str]:
    """The answers that lead to all the questions which only an answer opens."""
    questions = setting.script.plan.flow.questions
    conditions = (each for question in questions for each in question.asked_if)
    return {
        each.question: each.is_[0] for each in conditions if isinstance(each, AnswerIs) and each.is_
    }


@cache
def screens(*voices: Voice) -> tuple[Screen, ...]:
    """Every screen in both languages, to these listeners, with and without a site file.

    To a single one, every second other answer is left out: the proofs listen with all.
    """
    step = 2 if len(voices) == 1 else 1
    whole = setting()
    without = Setting(whole.script, whole.languages, whole.domain)
    found: dict[Screen, None] = {}
    for voice in voices:
        walk, bare = _Walk(whole, voice, step), _Walk(without, voice, step)
        ways = [walk.everywhere(), *map(walk.through, _TOGETHER)]
        ways += [walk.looking_back(), walk.seen_early()]
        ways += [walk.through(_opened(whole)), walk.handed_over()]
        ways += [walk.left_alone(lines=lines) for lines in (False, True)]
        ways += [walk.offered()]
        ways += [_choosing(whole)]
        for page in chain(*ways, bare.through({}), bare.through({"notice": "staff"})):
            found[Screen(voice, page)] = None
    return tuple(found)


def _choosing(whole: Setting) -> Iterator[Page]:
    """The pages before a study is chosen, as if there were a second one of the same words."""
    first, second = (_one_of_several(whole, each) for each in ("FIRST", "SECOND"))
    visit = Visit(first, TODAY, "en", others=[second])
    yield from _in_both(visit)
    visit.say("?!")
    yield from _in_both(visit)
    visit.do(HELP)
    yield from _in_both(visit)


def _one_of_several(whole: Setting, name: str) -> Setting:
    script = whole.script
    flow = replace(script.plan.flow, trial=replace(script.plan.flow.trial, id=name))
    several = Script.of(flow, script.labels, script.signs, script.version, of_several=True)
    return replace(whole, script=several)


class _Walk:
    """One listener's way through a setting; what was shown and tried is remembered."""

    def __init__(self, setting: Setting, voice: Voice, step: int) -> None:
        self._setting = setting
        self._voice = voice
        self._step = step
        self._tried: set[str] = set()
        self._panels: set[tuple[str, str]] = set()
        self._left = False

    def everywhere(self) -> Iterator[Page]:
        """Every page that one unusual answer leads to."""
        waiting: deque[tuple[str, ...]] = deque([()])
        while waiting:
            said = waiting.popleft()
            visit = self._after(said)
            yield from _in_both(visit)
            if not visit.page.refused:
                yield from self._onwards(visit, said, waiting)

    def _onwards(
        self, visit: Visit, said: tuple[str, ...], waiting: deque[tuple[str, ...]]
    ) -> Iterator[Page]:
        """The usual way from here, and what else can be said where nothing was tried before."""
        for _ in as_long_as(lambda: not _over(visit)):
            state = visit.dialog.state
            if state not in self._tried:
                self._tried.add(state)
                yield from self._looked_at(visit)
                others = islice(self._others(visit.page), 0, None, self._step)
                waiting.extend((*said, each) for each in others)
            usual = self._usual(state)
            visit.say(usual)
            assert visit.dialog.state != state, f"{usual} is no answer to {state}"
            said = (*said, usual)
        yield from self._ended(visit)

    def through(self, chosen: Mapping[str, str]) -> Iterator[Page]:
        """Every page of the way on which these answers are given, the usual ones elsewhere."""
        visit = self._after(())
        taken: set[str] = set()
        for _ in as_long_as(lambda: not _over(visit)):
            state = visit.dialog.state
            usual = self._usual(state)
            visit.say(usual if state in taken else chosen.get(state, usual))
            taken.add(state)
            yield from _in_both(visit)
        yield from self._ended(visit)
        visit.do(BACK)
        visit.do(ANSWERS)
        yield from _in_both(visit)

    def seen_early(self) -> Iterator[Page]:
        """The result before all is asked."""
        visit = self._at("cmv")
        visit.say("negative")
        visit.say(RESULT)
        yield from _in_both(visit)
        visit.do(ANSWERS)
        yield from _in_both(visit)

    def handed_over(self) -> Iterator[Page]:
        """The page for the study team where reasons not to take part apply, one up to a day."""
        visit = self._after(("zh_CN",))
        reasons = {"ivig": "yes", "ivig_when": "2026-10-01", "leflunomide": "now"}
        for _ in as_long_as(lambda: not _over(visit)):
            state = visit.dialog.state
            visit.say(reasons.get(state, self._usual(state)))
        visit.do(TEAM)
        yield from _in_both(visit)

    def looking_back(self) -> Iterator[Page]:
        """The review in the middle of the questions, before the first, and a question again."""
        for step in ("age", "cmv"):
            visit = self._at(step)
            visit.do(ANSWERS)
            yield from _in_both(visit)
        visit.say("lupus")
        yield from _in_both(visit)
        visit.do(SWITCH)
        visit.do(LEAVE)
        visit.say(LEAVE_NOW)
        yield visit.page

    def left_alone(self, *, lines: bool) -> Iterator[Page]:
        """The first pages and a question when nobody is there, and without Chinese."""
        for said in ((), ("en",), ("en", self._voice.value, "agree")):
            visit = self._after(said, Display(lines=lines))
            visit.unattended(0)
            yield from _in_both(visit)
            visit.unattended(30)
            yield from _in_both(visit)

    def offered(self) -> Iterator[Page]:
        """Each kind of question with an answer that is only offered, and with a no to it."""
        with offering():
            visit = self._at("age")
            for _ in as_long_as(lambda: visit.dialog.question is not None):
                for each in (*_OFFERED.get(visit.dialog.state, ()), f"maybe {_sure(visit)}"):
                    visit.say(each)
                    yield from _in_both(visit)
                    visit.say("no")
                    yield from _in_both(visit)
                visit.say(_sure(visit))

    def _after(self, said: Iterable[str], display: Display = USUAL) -> Visit:
        visit = Visit(self._setting, TODAY, display=display)
        for each in said:
            visit.say(each)
        return visit

    def _at(self, step: str) -> Visit:
        """A visit in Chinese that was led to a step."""
        visit = self._after(("zh_CN",))
        lead(visit, step, _PERSON, voice=self._voice.value)
        return visit

    def _usual(self, state: str) -> str:
        if state == "voice":
            return self._voice.value
        if state in _USUAL:
            return _USUAL[state]
        assert state.endswith(".narrow"), f"nothing is usual at {state}"
        return "before"

    def _others(self, page: Page) -> Iterator[str]:
        if page.name != "voice":
            every = (*_ids(page), *_typed(page), *_ANYWHERE)
            yield from (each for each in every if each != self._usual(page.name))

    def _looked_at(self, visit: Visit) -> Iterator[Page]:
        """The page shown now, and each panel over it that was not seen over its like."""
        yield from _in_both(visit)
        state = visit.dialog.state
        for command in visit.page.commands:
            if command.id in {SWITCH, BACK, KEEP, ANSWERS} or (state, command.id) in (self._panels):
                continue
            if command.id != WHY or not visit.dialog.at_outcome:
                self._panels.add((state, command.id))
            visit.do(command.id)
            yield from _in_both(visit)
            if command.id in _DISPLAY:
                visit.do(command.id)
                yield from _in_both(visit)
                continue
            panel = visit.page.panel
            assert panel is not None
            closing = {each.id for each in panel.tiles} & {CLOSE, STAY}
            visit.say("?!")
            yield from _in_both(visit)
            visit.say(closing.pop())

    def _ended(self, visit: Visit) -> Iterator[Page]:
        """What can be done with a result: see its private part, its reasons and answers, and go."""
        yield from self._looked_at(visit)
        control = visit.page.control
        ids = {tile.id for tile in control.tiles} if isinstance(control, Pick) else set()
        if SHOW_PRIVATE in ids:
            visit.say(SHOW_PRIVATE)
            yield from self._looked_at(visit)
        if RESTART in ids and not self._left:
            self._left = True
            visit.say(RESTART)
            yield from _in_both(visit)
            visit.say(STAY)
            visit.say(ANSWERS)
            yield from self._looked_at(visit)
            visit.do(LEAVE)
            visit.say(LEAVE_NOW)
            yield from _in_both(visit)


def _sure(visit: Visit) -> str:
    """An answer that leads past every kind of question."""
    state = visit.dialog.state
    if state in ("ivig", "ivig_when", "ivig_when.narrow"):
        return {"ivig": "yes", "ivig_when": "2026-05"}.get(state, "before")
    return _USUAL.get(state, "2015-05-01" if state.endswith("_when") else "no")


def _over(visit: Visit) -> bool:
    return visit.dialog.at_outcome or visit.dialog.state == STAFF


def _ids(page: Page) -> Iterator[str]:
    match page.control:
        case Pick(tiles):
            yield from (tile.id for tile in tiles)
        case Tick(tiles, _):
            yield from (tile.id for tile in tiles)
            yield f"{tiles[0].id}+{tiles[1].id}"
            yield f"{tiles[0].id}+none"
        case Type() as typed:
            yield from (tile.id for tile in typed.tiles)
        case Rows() | None:
            pass


def _typed(page: Page) -> tuple[str, ...]:
    if isinstance(page.control, Pick) and page.name.endswith(".narrow"):
        return _NARROW
    for name, texts in _TYPED.items():
        if page.name == name or page.name.endswith(f"_{name}"):
            return texts
    return _TYPED["dose"] if page.name == "steroid_strength" else ()


def _in_both(visit: Visit) -> Iterator[Page]:
    yield visit.page
    if visit.page.name != LANGUAGE:
        visit.do(SWITCH)
        yield visit.page
        visit.do(SWITCH)
