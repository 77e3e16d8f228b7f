"""Abilities and difficulties: what agreement says there, and a doubt whether it can be done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from prescreen.reading.clauses.grammar import NO_ANSWER
from prescreen.reading.clauses.lexicon import Lexicon, Token
from prescreen.reading.polarity.polarity_words import AGREEMENT, PLAIN, WILL
from prescreen.reading.polarity.weighing import AMBIGUOUS, Answer, weighed_by
from prescreen.values import Mood, Refusal


def in_doubt(can: Answer, mood: Mood | None) -> Literal["assent", "dissent"] | Refusal:
    """It should be fine: as likely a yes, of a difficulty a no; where no mood is known, nothing."""
    if mood not in {"ability", "difficulty", "wish"}:
        return NO_ANSWER
    return "assent" if (can == "yes") != (mood == "difficulty") else "dissent"


_POTENTIAL = re.compile(
    r"((?:我|都|也|肯定|绝对|应该|完全|基本上?|大概|还是?)*)(?![觉记值懂显获难免省懒晓认舍妈爸爷奶公婆他她它谁人儿女看])[^\x00-\x7f没不得]{1,2}"
    r"(得|不)(?:[到了来起动消住惯成上开]|下来|过来|开身)(?:的|啊|呀|吧)*"
)


def in_plain_words(clause: str, mood: Mood | None) -> str:
    """办得到 as 能, 来不了 as 不能: where it is asked what one can, whatever one can do."""
    can = _POTENTIAL.fullmatch(clause) if mood in {"ability", "difficulty"} else None
    return clause if can is None else f"{can[1]}{'能' if can[2] == '得' else '不能'}"


def able(
    clauses: Sequence[str], asked: Sequence[str], mood: Mood | None, weighed: Answer | Refusal
) -> Answer | Refusal:
    """Yes or no to "can you"; will says nothing.

    Asked if something is hard, agreement is turned round, and "yes, no problem" says two things.
    """
    lexicon = weighed_by(asked)
    spoken = [token.name for clause in clauses for token in lexicon.tokens(clause) or ()]
    if mood == "difficulty" and _fine(clauses, lexicon):
        return "no"
    kinds = {token.kind for clause in clauses for token in lexicon.tokens(clause) or ()}
    if mood == "difficulty" and kinds == {"adverb"}:
        return NO_ANSWER
    if isinstance(weighed, Refusal) or WILL in spoken:
        return weighed if isinstance(weighed, Refusal) else NO_ANSWER
    agreed = AGREEMENT in spoken
    if not (agreed and mood == "difficulty"):
        return weighed
    if PLAIN in spoken:
        return AMBIGUOUS
    return "no" if weighed == "yes" else "yes"


def _fine(clauses: Sequence[str], lexicon: Lexicon) -> bool:
    """No, it's fine: nothing but a plain no and agreement."""
    tokens = [token for clause in clauses for token in lexicon.tokens(clause) or (_UNHEARD,)]
    kinds = {(token.kind, token.name) for token in tokens if token.kind != "be"}
    if any("no way" in clause for clause in clauses):
        return False
    agreed = {(kind, AGREEMENT) for kind in ("true", "yes", "do")}
    return ("no", PLAIN) in kinds and bool(kinds & agreed) and kinds <= {("no", PLAIN), *agreed}


_UNHEARD = Token("unheard")
