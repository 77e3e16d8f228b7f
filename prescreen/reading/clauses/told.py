"""An answer with a story around it: the one part that answers, if nothing else can turn it.

What is found so was never said alone, so it is only ever offered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from prescreen.reading.clauses import told_words as words
from prescreen.reading.clauses.rest_words import LAST, LATEST, NOW
from prescreen.reading.clauses.rests import Rest, judge, unhurt
from prescreen.reading.clauses.story_parts import ADVERBIAL, BARE_NAME, Part, parts

T = TypeVar("T", bound=Hashable)

_ASKS = re.compile("[?？]")
_BARE_NOT = {"not", "不是", "并不是"}
"""What denies the next part, and answers nothing."""
_MOST = 8
"""Parts of a text; who tells more tells of something else."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What may stand around an answer of one kind.

    Of several answers the one counts that is said to be of now, of an `event` the last one. Beside
    a `deed`, which was done or not, another time tells more and turns nothing. Of a kind that has
    `topics` a bare word beside the answer may be what it is about, and what is told before it
    may be of another `dose`. What is `known` of a kind belongs to its answer. Beside
    a `negative` answer others may be told of. Of a `test` the last one counts as well.
    """

    event: bool = False
    deed: bool = False
    topics: bool = True
    dose: bool = False
    test: bool = False
    known: Callable[[str], bool] = lambda said: False
    negative: tuple[Hashable, ...] = ()
    unsure: tuple[Hashable, ...] = ()
    now: bool = False
    named: Callable[[Part], bool] = lambda part: False
    neutral: Callable[[str], bool] = lambda said: False

    @property
    def marks(self) -> re.Pattern[str]:
        """What says that an answer is the one that counts."""
        return LAST if self.event else LATEST if self.test else NOW

    def marked(self, said: str) -> bool:
        """Whether an answer is said to be the one that counts."""
        if self.event and words.LATER.search(said):
            return True
        return bool(self.marks.search(said)) or (
            not self.deed and not self.event and bool(words.REACHED_NOW.search(said))
        )


def told(
    text: str,
    answer: Callable[[str], T | None],
    telling: Telling,
    weak: T | None = None,
    plain: str = "",
) -> T | None:
    """What the one part of a text that answers says; None if another part may turn it.

    A `weak` answer gives way to any other. `plain` is the text normalised, where that is known.
    """
    said = parts(text, occasions=telling.event or telling.deed, plain=plain)
    if not 1 < len(said) <= _MOST or _ASKS.search(text):
        return None
    answers = [
        (part, found)
        for part in said
        if part.text not in _BARE_NOT and (found := answer(part.text)) is not None
    ]
    heard = [part for part, _ in answers]
    chosen = _chosen(answers, telling, weak)
    if len({found for _, found in chosen}) != 1:
        return None
    value, counted = chosen[0][1], [part for part, _ in chosen]
    around = _around(value, counted, telling)
    if around is None or around.contradicted(said[said.index(counted[-1]) + 1 :]):
        return None
    at = said.index(counted[0])
    if telling.dose and at and ADVERBIAL.match(counted[0].text):
        return None
    for place, part in enumerate(said):
        if part in heard or _follows(said, place, heard):
            continue
        if around.turns(part, before=place < at):
            return None
    return value


def _chosen(
    answers: Sequence[tuple[Part, T]], telling: Telling, weak: T | None
) -> Sequence[tuple[Part, T]]:
    """The answers that count: no weak one beside others; of several, those of now."""
    if {weak} < {found for _, found in answers}:
        answers = [(part, found) for part, found in answers if found != weak]
    if len({found for _, found in answers}) > 1:
        marked = [(part, found) for part, found in answers if telling.marked(part.text)]
        if telling.event and not marked:
            return [(part, found) for part, found in answers if not words.BEGAN.search(part.text)]
        return marked
    return answers


def _follows(said: Sequence[Part], at: int, heard: Sequence[Part]) -> bool:
    """Whether a part only goes on with one that is no answer: at my next appointment."""
    before = said[at - 1] if at else None
    goes_on = ADVERBIAL.match(said[at].text) and not words.TURNS.search(said[at].text)
    goes_on = goes_on and not words.FOR_WHAT.match(said[at].text)
    return before is not None and before not in heard and bool(goes_on)


def _around(value: Hashable, counted: Sequence[Part], telling: Telling) -> _Around | None:
    """How the answer stands in its text; None for a mere maybe, which is no doubt said out."""
    unsure = value in telling.unsure
    if unsure and not any(words.KNOWS.search(part.text) for part in counted):
        return None
    against = value in telling.negative
    named = any(map(telling.named, counted))
    if named:
        telling = replace(telling, topics=False, deed=True, now=not telling.deed)
    return _Around(
        telling,
        marked=any(telling.marked(part.text) for part in counted),
        own=against or words.OWN.match(counted[0].text) is not None,
        against=against,
        unsure=unsure,
        may_be_turned=telling.topics,
        done=telling.event and any(words.DEED.search(part.text) for part in counted),
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """How an answer stands in its text: said to be of now, of oneself, a no, or not sure."""

    telling: Telling
    marked: bool
    own: bool
    against: bool
    unsure: bool
    may_be_turned: bool
    done: bool

    def contradicted(self, after: Sequence[Part]) -> bool:
        """Whether a "but" follows which does not only say that it is over."""
        turned = any(part.but and not words.OVER.search(part.text) for part in after)
        return self.may_be_turned and not self.against and turned

    def turns(self, part: Part, before: bool) -> bool:
        """Whether a part may turn the answer that stands beside it."""
        said = words.FAMILY.sub("", part.text) if self.against else part.text
        if judge(said) is Rest.HARMLESS or unhurt(said) or words.PARTICULAR_UNKNOWN.search(said):
            return False
        if words.SAYS_NOTHING.fullmatch(said):
            return False
        if words.LISTS.match(said) or words.BROKEN_OFF.search(said):
            return True
        if (part.joined and part.short) or self._is_of(said, before):
            return True
        if self.telling.neutral(said) or not words.LOOKS.sub("", said):
            return False
        if before and self.own and words.FAR_PERSON.match(said):
            return False
        if self.telling.deed and not self.against and words.NOT_DONE.search(said):
            return True
        by_person = (self.own or self.unsure) and words.BY_PERSON.search(said)
        if words.TURNS.search(said) and not by_person:
            return True
        if self.unsure:
            return False
        return self._of_another(said, part, before) or self._elsewhere(said, part, before)

    def _is_of(self, said: str, before: bool) -> bool:
        """Whether a bare deed may be one with the thing behind it: 打过 白蛋白."""
        bare = self.telling.deed and self.telling.topics and not (before or self.against)
        return bare and BARE_NAME.fullmatch(said) is not None

    def _of_another(self, said: str, part: Part, before: bool) -> bool:
        """Whether a part shows that the answer is of another person, thing or day."""
        if self.against and words.ONLY.search(said):
            return True
        next_one = before and words.NEXT_ONE.search(said)
        if next_one if self.telling.event else words.TOMORROW.search(said):
            return True
        if before and words.PLAN_FIRST.match(said):
            return True
        if before and not self.own and words.PERSON_SAID.search(said):
            return True
        counted = words.OWN_NUMBER.search(said) is not None
        apart = words.PLAN_SAID.search(said) if counted else ADVERBIAL.match(said)
        amount = not (self.telling.event or self.telling.deed)
        if amount and (words.WEIGHED_TOO.match(said) or words.BROKEN_NUMBER.match(said)):
            return True
        if self.telling.dose and words.FOR_WHAT.search(said):
            return True
        if self.marked:
            return False
        if self.telling.dose and counted and ADVERBIAL.match(said):
            return True
        if self.done and (words.ONSET.search(said) or words.BEGAN.search(said)):
            return False
        garbled = part.but or (part.short and not words.TOLD_NUMBER.search(said))
        if self.telling.event and words.WEEKDAY.search(said):
            return True
        if counted and garbled and not (self.against or self.telling.deed):
            return True
        if self.telling.known(said) and not apart:
            return True
        if before and self.telling.event:
            told = counted or words.CIRCUMSTANCE_SAID.search(said) or LAST.search(said)
            return not told
        return before and self.telling.dose and words.BEFORE_DOSE.search(said) is not None

    def _elsewhere(self, said: str, part: Part, before: bool) -> bool:
        """Whether a part without a number of its own may say when, or what, the answer is of."""
        telling = self.telling
        if self.marked and words.OWN_NUMBER.search(said) and words.OTHER_TIME_SAID.search(said):
            return words.DENIES.search(said) is not None
        if telling.dose and not before and words.PREDICATE.search(said):
            said = words.GOES_ON.sub("", said)
            if not said or not words.OF_OTHERS.search(said):
                return bool(words.DENIES.search(said) or words.ELSEWHEN.search(said))
        if telling.dose and words.LABELLED.match(said):
            return True
        if words.OWN_NUMBER.search(said) or (
            telling.test and not telling.deed and words.TESTED.search(said)
        ):
            return False
        if part.short and before and telling.deed and not (telling.now or self.against):
            return True
        if part.short and not ADVERBIAL.match(said):
            turning = words.NOT_BESIDE_DEED if telling.deed else words.ANY
            turning = words.OF_OTHERS if self.against or self.marked else turning
            if (telling.topics and not self.marked) or turning.search(said):
                return not words.EXCLAIMED.match(said)
        if self.against:
            return False
        if words.DENIES.search(said):
            return True
        if self.marked or (telling.deed and not telling.now):
            return False
        elsewhen = words.OTHER_EVENT if telling.event else words.ELSEWHEN
        elsewhen = words.OTHER_TIME_SAID if telling.now else elsewhen
        return elsewhen.search(words.LOOKS.sub("", said)) is not None
