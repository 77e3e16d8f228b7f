"""A choice with a story around it, which is only offered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prescreen.reading.choices.choice_meaning import beside_time, chosen, of_meaning
from prescreen.reading.choices.choice_names import (
    HEDGED,
    NEGATIVE,
    Option,
    by_place,
    covered,
    holds_beside,
    named_in,
    spelled_by,
)
from prescreen.reading.choices.within import name_leading, name_within, names_one
from prescreen.reading.clauses.grammar import NO_ANSWER
from prescreen.reading.clauses.numerals import scan
from prescreen.reading.clauses.rests import asks
from prescreen.reading.clauses.story_parts import Part, occasion, parts
from prescreen.reading.clauses.text import normalise
from prescreen.reading.clauses.told import Telling, told
from prescreen.reading.clauses.told_words import FOREIGN_OR_PLANNED
from prescreen.reading.days.when import cuts, read_when
from prescreen.reading.polarity.particulars import TIMED
from prescreen.reading.polarity.yes_no import Asking, how_done, plainly, read_meaning, tells_how
from prescreen.values import Blank, Days, Offer, Reason, Refusal

_CONTRADICTION = Refusal(Reason.CONTRADICTION)
_AYE: tuple[str, ...] = ("",)
"""What a mere yes is, until something else says what it is a yes to."""
_HEARSAY = re.compile(
    r"^(?:.{0,4}?(?:医生|大夫|专家|主任|医院))(?:就|都|也)?(?:说|讲|告诉我?|跟我说|诊断|"
    r"写)(?:了)?(?:我|这)?(?:就?是|系)?|^(?:(?:my|the|a|two|dr|[a-z]+) ){0,3}(?:doctor|doc|"
    r"[a-z]+ologist|specialist|consultant|they)s? (?:says?|said|told me|confirmed|"
    r"think)(?: that)?(?: (?:it is|it's|it was|i have|i had|i've))? "
)
"""What a doctor says, which is what most questions ask about."""


def told_choice(
    text: str, options: Sequence[Option], asking: Asking, multiple: bool
) -> Blank | Offer[tuple[str, ...]] | Refusal:
    """The choice that one part of a text answers with, or all choices of several ticks."""
    ids, ticked = [option.id for option in options], set[str]()

    def answer(part: str) -> tuple[str, ...] | None:
        found = _part(part, options, asking, multiple)
        if multiple and found and found not in (_AYE, _UNSURE):
            ticked.update(found)
            return _TICKS
        return found

    said = parts(text, occasions=_of_a_deed(asking, multiple))
    if len(said) == 1 and not asks(said[0].text):
        found = answer(said[0].text)
    else:
        telling = _telling(options, asking, multiple)
        found = None if _of_two(said, options, asking) else told(text, answer, telling, _AYE)
    if found is None:
        return NO_ANSWER
    if found == _AYE:
        return _agreed(text, options, asking) if len(said) > 1 else NO_ANSWER
    if found == _UNSURE:
        return Blank.UNSURE
    picked = tuple(each for each in ids if each in ticked) if multiple else found
    if {*picked} & {*NEGATIVE} and (_no_but_one(said, options, asking) or tells_how(text, asking)):
        return NO_ANSWER
    ayes = any(_part(part.text, options, asking, multiple) == _AYE for part in said)
    return _CONTRADICTION if ayes and {*picked} & {*NEGATIVE} else Offer(picked)


def _of_a_deed(asking: Asking, multiple: bool) -> bool:
    """Whether it is asked what was done or what there ever was."""
    return asking.mood != "fact_now" or multiple


def _telling(options: Sequence[Option], asking: Asking, multiple: bool) -> Telling:
    """What a part of a story is to a question with these choices."""
    spelled = {word: token.name for word, token in spelled_by(options).items()}

    def named(part: Part) -> bool:
        """Whether a part names a choice by more than a word or two of yes and no."""
        found = named_in(part.text, options, asking.words, asking.beside, loose=True)
        no = bool(found) and {*(found or ())} <= {*NEGATIVE}
        return bool(found) and len(part.text) > (5 if part.text.isascii() else 2) + no

    def denies(part: str) -> bool:
        """Whether a part says that it is not another choice, or has only words that go with one."""
        if covered(part, options, asking.words) or how_done(part, asking):
            return True
        if _long_before(part, asking):
            return True
        denied = _DENIAL.match(_HEARSAY.sub("", part))
        return denied is not None and bool(
            named_in(denied[1], options, asking.words, asking.beside, loose=True)
        )

    def more(part: str) -> bool:
        """Whether a part that is not understood holds the name of a choice."""
        return names_one(part, spelled, NEGATIVE, several=multiple)

    return Telling(
        deed=_of_a_deed(asking, multiple),
        test=True,
        negative=tuple((each,) for each in NEGATIVE),
        unsure=(_UNSURE,),
        named=named,
        neutral=denies,
        known=more,
    )


def _long_before(part: str, asking: Asking) -> bool:
    """Whether a part is a time before the days asked about, which goes with a no."""
    if asking.within is None or asking.today is None:
        return False
    days = read_when(part, asking.today)
    return isinstance(days, Days) and days.end < asking.within.start


_ONLY = re.compile(r"(?:it's |i have )?(?:just|only)\b(?! when| in\b| if)|就是?|只[是有]|光")


def _no_but_one(said: Sequence[Part], options: Sequence[Option], asking: Asking) -> bool:
    """No, just the eczema: where a choice is itself an "only", what is not known may be it."""
    if not any(_ONLY.match(word) for each in options for word in each.words):
        return False
    only = [part.text for part in said if _ONLY.match(part.text)]
    return any(
        not named_in(each, options, asking.words, asking.beside, loose=True) for each in only
    )


def _of_two(said: Sequence[Part], options: Sequence[Option], asking: Asking) -> bool:
    """Whether a choice is named, and in another part something of the same sort that is none."""
    spelled = {word: token.name for word, token in spelled_by(options).items()}
    named = [part for part in said if names_one(part.text, spelled, NEGATIVE, several=False)]
    others = [part for part in said if part not in named]
    return bool(named) and any(
        holds_beside(part.text, options, asking.words, asking.beside) for part in others
    )


def _agreed(
    text: str, options: Sequence[Option], asking: Asking
) -> Offer[tuple[str, ...]] | Refusal:
    """A mere yes, if what is told with it is about what was asked, or says when it was."""
    plain = normalise(text) or ""
    timed = TIMED.search(plain) is not None
    if not (timed or occasion(text)) and not any(
        (normalise(word) or word) in plain for word in asking.words
    ):
        return NO_ANSWER
    meant = of_meaning("aye", options)
    if meant == NO_ANSWER and timed and not _GOES_ON.search(plain):
        meant = of_meaning("past", options)
    return Offer(meant) if isinstance(meant, tuple) else meant


_GOES_ON = re.compile(r"还|每|现在|\b(?:still|now|every|each)\b")
_DENIAL = re.compile(
    r"(?:it's |it is |they're |this is |that's )?(?:也?不是|并不是|不算|也?没有?|not|no|"
    r"isn't) ?(.+)$"
)
_TICKS, _UNSURE = ("+",), (Blank.UNSURE.value,)


def _at_a_time(part: str, options: Sequence[Option], asking: Asking) -> tuple[str, ...] | None:
    """What is named before a past time or how long it went on."""
    assert asking.today
    bare = _FOR_SO_LONG.sub("", part)
    heads = [bare] if bare != part else []
    heads += [
        part[:at] for at in cuts(part) if isinstance(read_when(part[at:], asking.today), Days)
    ]
    for head in (each for each in heads if _WORD.search(each) and not scan(each)):
        if by_place(head):
            continue
        named = named_in(head.strip(), options, asking.words, asking.beside, loose=True)
        if named and len(set(named)) == 1 and named[0] and named[0] != HEDGED:
            return (named[0],)
    return None


_CHANGED = re.compile(
    r"(?P<why>.*?)(?:换成|改成|换了|改吃|改用|换到|改为|换作|调成)(?:了|吃)?(?P<to>[^,，。]{2,12}?)了?"
)
_NOT_CHANGED = re.compile(rf"(?:没有?|未|不|别|想|要|会|能|让|叫|再)$|{FOREIGN_OR_PLANNED}")
_TOLD_TO_CHANGE = re.compile(
    r"(?:医生|大夫|专家|主任)[^,，]{0,4}[说讲让叫](?:我|要|得|可以)*[换改](?!.*了)"
)
"""医生说换某药, which need not be done yet."""
_NOW = "now"
_NOW_ALONE = {"now", "right now", "currently", "at the moment", "at present", "现在", "目前"}
"""What says of something else told that it is so now."""
_ONGOING = re.compile(
    r"(?:现在|目前|眼下|正在?|还在).{0,8}(?:住着?院|住着|治疗|发作|化疗|放疗|吃着|服着)|\b(?:now|"
    r"still|currently|right now|at the moment)\b.*\b(?:in hospital|on the ward|treat\w*|chemo\w*|"
    r"radiation)\b|\b(?:in hospital|on the ward|treat\w*|chemo\w*|radiation)\b.*\b(?:now|"
    r"at the moment)\b"
)
"""That it goes on: it is treated now, or one is in hospital for it."""
_NOT = re.compile(r"[没不无未]|\b(?:no|not|never|else|other|another)\b|n't|别的|其[他它]")
_WORD = re.compile(r"[^\W\d]{2}")
_FOR_SO_LONG = re.compile(
    r" (?:for )?(?:about )?(?:an?|\d+|one|two|three|four|five|six|a couple(?: of)?|several|a few|"
    r"some) (?:days?|weeks?|months?|years?)$|(?<=[过了])[\d一二两三四五六七八九十几半]+(?:个?多?月|"
    r"年|天|周|个?星期|次|回)(?:多|左右|了)*$|(?<=[过了])(?:一阵子?|一段时间|一段)$|"
    r" three times a week$| \d+ times a week$"
)


def _changed_to(part: str) -> str:
    """What it was changed to, for whatever reason: 肝不好给换成某药了; else the part itself."""
    changed = _CHANGED.fullmatch(part)
    return part if changed is None or _NOT_CHANGED.search(changed["why"]) else changed["to"]


def _part(
    part: str, options: Sequence[Option], asking: Asking, multiple: bool
) -> tuple[str, ...] | None:
    """The choice that a part of a text names or means."""
    if _TOLD_TO_CHANGE.search(part):
        return None
    ongoing = _NOW in {option.id for option in options}
    for said in dict.fromkeys((part, _HEARSAY.sub("", part), _changed_to(part))):
        meant = plainly(read_meaning(said, asking))
        if meant == "aye" and asking.mood not in {"ability", "difficulty", "wish"}:
            return _AYE
        if meant == "still" and not ongoing and said in _NOW_ALONE:
            return None
        named = named_in(said, options, asking.words) or named_in(
            said, options, asking.words, asking.beside, loose=True
        )
        found: object = (
            chosen(named, [option.id for option in options], multiple) if named else None
        )
        if not isinstance(found, tuple | Blank):
            found = meant if isinstance(meant, Refusal | Blank) else of_meaning(meant, options)
        if isinstance(found, Offer):
            found = found.value
        if found is Blank.UNSURE:
            return _UNSURE
        if isinstance(found, tuple):
            return found
        if ongoing and _ONGOING.search(said):
            return None if _NOT.search(said) else (_NOW,)
        if asking.today and (timed := beside_time(said, options, asking)):
            return tuple(timed) if len(timed) == 1 else None
        if asking.today and (at_a_time := _at_a_time(said, options, asking)):
            return at_a_time
    spelled = {word: token.name for word, token in spelled_by(options).items()}
    within = name_within([part], spelled, NEGATIVE) or name_leading(part, spelled, NEGATIVE)
    return (within,) if within else None
