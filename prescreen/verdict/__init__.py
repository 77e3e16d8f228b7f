"""Three-valued findings of the criteria, and the outcome that follows from them.

Everything is a pure function of the flow, the *view* and today's date. A view holds a value for
every question that the conversation has come to: an answer, or `Blank.NOT_APPLICABLE` where the
question was passed over. A question that is not in the view yet leaves its rule undecided.
"""

from prescreen.values.findings import (
    LASTING,
    MET,
    NOT_MET,
    UNKNOWN,
    Finding,
    Status,
    latest,
)
from prescreen.values.outcomes import Outcome
from prescreen.verdict.amount_rules import bmi
from prescreen.verdict.outcome import (
    Verdict,
    declines,
    early_outcomes,
    final,
    too_old_by_then,
    too_old_on,
    verdict,
)
from prescreen.verdict.rules import View, find, may_be_under
from prescreen.verdict.settling import Narrowing, narrowing
from prescreen.verdict.times import (
    clear_day,
    first_inside,
    later,
    reached,
    shifted,
    turning_days,
    zone,
)

__all__ = [
    "LASTING",
    "MET",
    "NOT_MET",
    "UNKNOWN",
    "Finding",
    "Narrowing",
    "Outcome",
    "Status",
    "Verdict",
    "View",
    "bmi",
    "clear_day",
    "declines",
    "early_outcomes",
    "final",
    "find",
    "first_inside",
    "later",
    "latest",
    "may_be_under",
    "narrowing",
    "reached",
    "shifted",
    "too_old_by_then",
    "too_old_on",
    "turning_days",
    "verdict",
    "zone",
]
