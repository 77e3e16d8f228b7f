"""How a finished conversation ends."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What the answers come to."""

    LIKELY_ELIGIBLE = "likely_eligible"
    ASK_SITE = "ask_site"
    NOT_NOW = "not_now"
    NOT_THIS_STUDY = "not_this_study"
    DECLINED = "declined"
