"""The clauses of an answer: which of them is the answer, and what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from prescreen.reading.clauses.corrected import corrected
from prescreen.reading.clauses.grammar import NO_ANSWER, Grammar
from prescreen.reading.clauses.numerals import Number, scan
from prescreen.reading.clauses.rests import CARE, Care, Rest, asks, judge, unmeant
from prescreen.reading.clauses.text import normalise
from prescreen.reading.clauses.told import Telling, told
from prescreen.reading.clauses.told_words import ALL_THE_SAME
from prescreen.values import Offer, Refusal

T = TypeVar("T")

_SHORT = "".join(
    f"(?<!{word})"
    for word in ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
)
_STOP = rf"{_SHORT}(?<!sept)(?<!\.)\.(?=\s|$)"
_CLAUSE = re.compile(rf"[。!;！；\n]+|(?<!\d)[,，、]|[,，、](?!\d)|\.\.+|{_STOP}")


_SENTENCE = re.compile(rf"[。!;！；]+|{_STOP}")
_MOST_CLAUSES = 6
_SHORT_YEAR = re.compile(r"'\d")
"""The year '62, which is no 62."""
_MARKED = re.compile(
    r"(?<![\w<>])(?<!\d )[,、。;:!+/\\*·•=_-]"
    r"(?:\d|[一二两三四五六七八九十百半](?![天日直般共开起边]))"
)
"""A mark that touches a number on its left, as in ",75 mg": a digit may be lost before it."""
_EDGES = ".,: \"'()~"


def split(text: str) -> list[str]:
    """The clauses of normalised text."""
    return [clause for part in _CLAUSE.split(text) if (clause := _trim(part))]


def _trim(part: str) -> str:
    bare = part.rstrip(_EDGES).lstrip(_EDGES[1:])
    year = _SHORT_YEAR.match(part.lstrip(" "))
    return f"'{bare}" if year and not part.rstrip(" .").endswith("'") else bare


def read_clauses(
    text: str, grammar: Grammar[T], today: date = date.min, care: Care = CARE
) -> T | Offer[T] | Refusal:
    """The value of the whole text; or of its only part that has one, by what stands beside it.

    Beside it may stand what changes nothing. If that is doubtful the value is offered; where it may
    turn the meaning the text is refused.
    """
    plain = normalise(text)
    clauses = split(plain) if plain else []
    spoken_twice = not care.event and not (care.strict and _IN_PARTS.search(plain or ""))
    if spoken_twice and len(clauses) > 1 and (once := _said_once(clauses, care)) != clauses:
        plain, clauses = ", ".join(once), once
    if not clauses or len(clauses) > _MOST_CLAUSES or _MARKED.search(plain or ""):
        return NO_ANSWER
    if asks(plain or "") or unmeant(plain or ""):
        return NO_ANSWER
    found = _read(plain or "", clauses, grammar, today, care)
    if found != NO_ANSWER:
        return found
    apart = ALL_THE_SAME.sub("", plain or "")
    if apart != plain:
        found = read_clauses(apart, grammar, today, care)
        return found if isinstance(found, Offer | Refusal) else Offer(found)
    bare = care.without(plain or "")
    if bare != plain and (rest := split(bare)):
        found = _read(bare, rest, grammar, today, care)
        if found != NO_ANSWER:
            return found if isinstance(found, Offer | Refusal) else Offer(found)
    telling = Telling(
        event=care.event,
        topics=care.event or care.strict,
        dose=care.strict,
        known=partial(grammar.measures, dates=care.event),
    )
    value = told(text, lambda said: _part(said, grammar, today, care), telling, plain=plain or "")
    if value is None and bare != plain:
        value = told(bare, lambda said: _part(said, grammar, today, care), telling, plain=bare)
    if value is None:
        value = _part(plain or "", grammar, today, care)
    if value is None:
        value = corrected(plain or "", lambda said: _part(said, grammar, today, care))
    return NO_ANSWER if value is None else Offer(value)


def _said_once(clauses: list[str], care: Care) -> list[str]:
    """The clauses without a bare number that only says again what stands before it."""
    kept: list[str] = []
    for clause in clauses:
        again = scan(clause)
        bare = again is not None and again[1] == len(clause)
        twice = bare and again is not None and (care.strict or again[0].lo >= _NO_POUNDS)
        if not (twice and kept and again and _counts(again[0], kept[-1])):
            kept.append(clause)
    return kept


def _counts(number: Number, clause: str) -> bool:
    """Whether this very number stands in a clause that is more than a number."""
    found = (scan(clause, at.start()) for at in _NUMERAL.finditer(clause))
    same = [
        end for each, end in filter(None, found) if (each.lo, each.hi) == (number.lo, number.hi)
    ]
    return any(end < len(clause) for end in same)


_IN_PARTS = re.compile(
    r"morning|noon|night|evening|lunch|breakfast|dinner|supper|bed|\b[ap]\.?m\b|twice|times|daily|"
    r"\bat\b|mg (?:tab|pill)|of \d|[早晚中午次顿一]|\d[^\d]*, ?(?P<again>\d+), ?(?P=again)$"
)
"""A dose of several parts, of which a bare number may be one more."""
_NO_POUNDS = 14
"""A smaller number behind stones is of pounds."""
_NUMERAL = re.compile(r"(?<![\d.a-z])[\da-z]|[\u4e00-\u9fff]")


def _part(said: str, grammar: Grammar[T], today: date, care: Care) -> T | None:
    """What a part of a text says by itself, or after a change."""
    value = grammar.whole(said, today)
    if value is None and (end := _reached(said, care)) != said:
        value = grammar.whole(care.without(end), today)
    if value is None and (bare := care.without(said)) != said:
        value = grammar.whole(_reached(bare, care), today)
    return value


_TURN = "涨|长|胖|瘦|减|降|升|加|掉|跌|改|调|吃"
_LATELY = (
    r"(?:昨天|前天|前几天|今天|今早|这周|本周|上周|上上周|这个?月|本月|上个?月|月初|最近|刚刚?|"
    r"这两天|这几天|上个?(?:星期|礼拜)|[\d一二两三四五六七八九十几]+(?:天|周|个?月|个?星期)前|"
    r"医生)+"
)
_PAST_CHANGE = re.compile(rf"{_LATELY}(?:开始|起|才|就|刚|又|给)*")
_REACHED = re.compile(
    rf"^(?P<before>.*?)(?:(?:从|由)(?=.*[\d一二两三四五六七八九十])(?:.{{1,10}}?)|"
    rf"[\d一二两三四五六七八九十半]+(?:片|粒|颗|毫克|mg|公?斤|kg)(?:药|多)?)(?:{_TURN})"
    r"(?:(?:到|至|成|为)了?(?P<end>.+?)了?)$|"
    rf"^(?P<till>(?:我)?(?:现在|目前|已经|这会儿)(?:已经)?)(?:{_TURN})到了?(?P<here>.+?)了?$|"
    rf"^(?:我|已经|慢慢|逐渐|一点点|一点一点|一路|开始)*(?:{_TURN})[到至成]了?(?:现在|目前|如今)[的是]?"
    r"(?P<by_now>.+?)了?$|"
    rf"^(?P<lately>{_LATELY}(?:开始|起|才|就|刚|又|给)*)(?:我)?(?:{_TURN})"
    r"(?:到|至|成|为)了?(?P<since>.+?)了?$|"
    rf"^(?P<fed>(?:我|已经|早就|早已|都)*)(?:{_TURN})(?:到|至|成|为)(?:了(?P<is>.+?)了?|"
    rf"(?P<so>.+)了)$|"
    r"^(?P<had>.*?)(?:(?:went|gone|come|came|down|up|tapered|weaned|reduced|increased|dropped|"
    r"cut)(?: down| back| up)?) from (?:.{1,16}?) to (?P<to>.+)$|^(?P<was>(?:i |i'm |i've |have |"
    r"am |it's |is |just |now |recently |finally |got |slowly )*)(?:(?:managed|able) to (?:get |"
    r"come |go ))?(?:(?:back )?down|(?:managed|able) to get(?= to \d)|weaned|tapered|reduced|"
    r"dropped|cut)(?: back| down)? to (?P<low>.+?)(?: now)?(?: from .{1,16})?$|^.*\b(?:supposed|"
    r"prescribed|told|should|meant|wants)\b.* but (?:i|i'm|im) (?:only |really |actually |just |"
    r"am )*(?:take|taking|on) (?P<real>.+)$|^(?:.*医生.*?[让开叫].*?)(?:但|可|不过)?(?:是)?(?:我|"
    r"实际上?|自己)+(?:只|就|实际)*吃了?(?P<own>.+)$|"
    rf"^(?:我|已经|都|吃.{{1,4}}?(?=[胖长涨瘦吃掉]到)|现在)*(?:胖|长|涨|瘦|吃|掉)到(?P<fat>.+)$|"
    r"^(?:and |now )*(?:i'm|i am|im|i've gone|now|back) (?:back )?up to (?P<up>.+)$|"
    r"^(?P<at>.+?),? (?:and )?(?:(?:down|up)|(?:tapered|weaned|reduced|increased|"
    r"dropped)(?: down)?) from .{1,16}$"
)
"""从96斤涨到了124斤, went from 60 to 72 kg, down to 51 kg: what it is now."""
_BEGAN = {"before", "had", "till", "lately", "fed", "was"}
"""What stands before the end of a change."""


def _reached(said: str, care: Care) -> str:
    """Where a change ended that is not only planned; of what has no change, the text itself."""
    found = _REACHED.match(said)
    if found is None or care.event:
        return said
    before = _PAST_CHANGE.sub("", found["before"] or found["had"] or "").strip()
    ends = (said for name, said in found.groupdict().items() if said and name not in _BEGAN)
    return said if judge(before) is Rest.SPOILS else next(ends)


def _read(
    plain: str, clauses: Sequence[str], grammar: Grammar[T], today: date, care: Care
) -> T | Offer[T] | Refusal:
    one_sentence = sum(bool(_trim(part)) for part in _SENTENCE.split(plain)) == 1
    if one_sentence and (whole := grammar.read(" ".join(clauses), today)) != NO_ANSWER:
        return whole
    if clause := _only_clause(clauses, grammar, today):
        value, rests = clause
        worst = max((judge(rest, care) for rest in rests), default=Rest.HARMLESS)
        return value if worst is Rest.HARMLESS else _doubted(value, worst)
    if part := _only_part(clauses, grammar, today):
        value, near, far = part
        worst = max(*(judge(rest, care.near) for rest in near), *(judge(r, care) for r in far))
        return _doubted(value, worst)
    return NO_ANSWER


def _doubted(value: T | Refusal, worst: Rest) -> Offer[T] | Refusal:
    if isinstance(value, Refusal) or worst is Rest.SPOILS:
        return NO_ANSWER
    return Offer(value)


def _only_clause(
    clauses: Sequence[str], grammar: Grammar[T], today: date
) -> tuple[T | Refusal, list[str]] | None:
    """The value of the only clause that has one, and the other clauses."""
    results = [grammar.read(clause, today) for clause in clauses]
    at = [i for i, result in enumerate(results) if result != NO_ANSWER]
    rest = [clause for i, clause in enumerate(clauses) if i not in at]
    if len(at) != 1 or any(grammar.bears(clause) for clause in rest):
        return None
    return results[at[0]], rest


def _only_part(
    clauses: Sequence[str], grammar: Grammar[T], today: date
) -> tuple[T, list[str], list[str]] | None:
    """The value of a part of the only clause that bears on the answer, and all beside it.

    What is beside it in the same clause comes before what is not.
    """
    bearing = [i for i, clause in enumerate(clauses) if grammar.bears(clause)]
    part = grammar.part(clauses[bearing[0]], today) if len(bearing) == 1 else None
    if part is None:
        return None
    return *part, [c for i, c in enumerate(clauses) if i not in bearing]
