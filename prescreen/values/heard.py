"""What is heard in a text: a blank, an offer, or a refusal with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Generic, Literal, TypeVar

from prescreen.system.privacy import Silent

T_co = TypeVar("T_co", covariant=True)


Mood = Literal["fact_now", "fact_ever", "ability", "difficulty", "wish"]
"""What a bare word of agreement, ability or will means as an answer to a question."""


class Blank(Silent, Enum):
    """Why a question has no value."""

    UNSURE = "unsure"
    PRIVATE = "private"
    NOT_APPLICABLE = "not_applicable"
    NOT_ASKED = "not_asked"

    def __str__(self) -> str:
        return repr(self)


class Reason(StrEnum):
    """Why a typed answer was not taken.

    It can be a call for help, and a no to an offer; no reader gives these two.
    """

    UNIT = "unit"
    AMBIGUOUS = "ambiguous"
    VAGUE = "vague"
    FUTURE = "future"
    IMPOSSIBLE = "impossible"
    CONTRADICTION = "contradiction"
    NOT_AN_ANSWER = "not_an_answer"
    URGENT = "urgent"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, repr=False)
class Refusal(Silent):
    """A typed answer that is not taken, and why."""

    reason: Reason


@dataclass(frozen=True, slots=True, repr=False)
class Offer(Silent, Generic[T_co]):
    """What a typed answer most likely means; it counts only once the person has said yes to it."""

    value: T_co
