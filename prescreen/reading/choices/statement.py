"""One part of a text: the signs that hold in it, those that are denied, and what is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from prescreen.reading.choices.aspects import undone
from prescreen.reading.choices.choice_names import NEGATIVE
from prescreen.reading.choices.evidence_words import (
    ASIDE,
    EXCEPT,
    NOT_AFTER,
    NOT_BEFORE,
    NOT_TESTED,
    OF_A_SHOT,
    OF_A_TEST,
    ONE_MORE,
    OTHER_NAME,
)
from prescreen.reading.choices.signs import TOPIC, SignHit, Signs, signs_in
from prescreen.reading.choices.unheard import unheard
from prescreen.reading.polarity.verb_families import families
from prescreen.reading.polarity.yes_no import Asking, without_words


@dataclass(frozen=True, slots=True)
class Told:
    """One part of a text: the signs that hold in it, those that are denied, and what is left."""

    text: str
    held: Sequence[SignHit]
    denied: Sequence[SignHit]
    deed: bool
    rest: str

    @property
    def excepts(self) -> bool:
        """Whether something is excepted of a no: all but this."""
        return any(
            hit.id not in {*NEGATIVE, TOPIC} and EXCEPT.search(self.text[: hit.start])
            for hit in self.denied
        )

    @property
    def joined(self) -> bool:
        """Whether another thing is spoken of together with what was asked about: this and that."""
        ends = [hit.end for hit in self.held if hit.id == TOPIC]
        return any(ONE_MORE.match(self.text[end:]) for end in ends) and unheard(self.rest) > 0

    @property
    def untested(self) -> bool:
        """Whether nobody looked for it, where that is no choice of the question."""
        looked = NOT_TESTED.search(self.text)
        if not looked:
            return False
        verb = looked.start(looked.lastindex or 0)
        said = [hit for hit in self.held if hit.id not in NEGATIVE]
        return not any(hit.start <= verb < hit.end for hit in said)

    @property
    def bears(self) -> bool:
        return bool(self.held or self.denied) or self.deed


_LOOKS = "查验测"
"""Verbs that another name is only the object of: 再查抗体."""


def _names_another(hit: SignHit, hits: Sequence[SignHit], part: str) -> bool:
    """Whether what follows makes another thing of a sign, which no sign of its choice names."""
    name = None if part[hit.end - 1] in _LOOKS else OTHER_NAME.match(part[hit.end :])
    return name is not None and not any(
        each.id == hit.id and each.start <= hit.end and each.end >= hit.end + name.end()
        for each in hits
    )


def told_in(part: str, signs: Signs, asking: Asking) -> Told:
    found = signs_in(part, signs)
    hits = [hit for hit in found if not _names_another(hit, found, part)]
    if "test" not in families(asking.words):
        hits = [hit for hit in hits if hit.id or not OF_A_TEST.match(part[hit.end :])]
    if not families(asking.words) & {"shot", "drip", "inoculate"}:
        hits = [hit for hit in hits if not OF_A_SHOT.match(part[hit.end :])]
    hits = [hit for hit in hits if not (hit.id in NEGATIVE and _of_one(part, hit))]
    hits = [hit for hit in hits if not (hit.id in NEGATIVE and _NOT_ONLY.search(part[: hit.start]))]
    if any(hit.weak for hit in hits) and not any(hit.id == TOPIC and not hit.weak for hit in hits):
        heavy = unheard(without_words(_without(part, hits), asking)) > 0
        hits = [hit for hit in hits if not (hit.weak and heavy)]
    denied = _all_denied(part, hits)
    ends = {hit.end for hit in denied if hit.id != TOPIC}
    hits = [hit for hit in hits if not (hit in denied and hit.id == TOPIC and hit.start in ends)]
    hits = [hit for hit in hits if not (hit in denied and hit.weak and hit.id == TOPIC)]
    denied = [hit for hit in denied if hit in hits]
    bare = any(hit.id != TOPIC for hit in denied)
    held = [hit for hit in hits if hit not in denied and not (bare and hit.weak)]
    return Told(
        part, held, denied, undone(part, asking.words), ASIDE.sub(" ", _without(part, hits))
    )


def _of_one(part: str, hit: SignHit) -> bool:
    """Whether a no goes on with a name that nobody knows, and is only of that: 没得过某病."""
    goes_on = part[hit.end - 1] in "过染得患有"
    return goes_on and unheard(part[hit.end : hit.end + 4]) > 1


_NOT_ONLY = re.compile(r"(?:不|不是|并非|不能说)(?:[完全]|真的?)*$|not (?:the )?$")
"""Not only this: what is not so of what says no."""


def _without(part: str, hits: Sequence[SignHit]) -> str:
    for hit in reversed(hits):
        part = f"{part[: hit.start]} ~ {part[hit.end :]}"
    return part


def _all_denied(part: str, hits: Sequence[SignHit]) -> list[SignHit]:
    """The signs that are said not to be; those of one choice in a row are denied together."""
    denied: list[SignHit] = []
    for hit in reversed(hits):
        same = bool(denied) and denied[-1].id == hit.id and _denied_after(part, denied[-1])
        listed = same and _IN_A_ROW.fullmatch(part[hit.end : denied[-1].start])
        if listed or _denied(part, hit):
            denied.append(hit)
    return denied[::-1]


_IN_A_ROW = re.compile(r"[ 、/,和与及]*(?:and|or)? ?")


def _denied(part: str, hit: SignHit) -> bool:
    """Whether a sign is said not to be; what says no by its own words is never denied."""
    before = NOT_BEFORE.search(part[: hit.start]) is not None
    if hit.id in NEGATIVE:
        return before and _SAYS_NO.search(part[hit.start : hit.end]) is None
    return before or _denied_after(part, hit)


_SAYS_NO = re.compile(
    r"[没不无未]|\b(?:no|not|never|none|nothing|nobody|nil|without|cannot)\b|n't\b"
)


def _denied_after(part: str, hit: SignHit) -> bool:
    return NOT_AFTER.match(part[hit.end :].strip()) is not None
