"""What a person can have said, and what follows from it: days, exact amounts, blanks, findings.

Everything is frozen and exact. Nothing here prints what it holds, so that no log line or
traceback can carry an answer.
"""

from prescreen.values.answers import Age, Dose, Measure, Picked, Value, births_of, days_said
from prescreen.values.calendar import (
    OLDEST,
    ONE_DAY,
    Days,
    add_months,
    age_on,
    birthday,
    births,
    month_length,
)
from prescreen.values.heard import Blank, Mood, Offer, Reason, Refusal
from prescreen.values.quantities import JIN, MOST_MG, POUND, Interval

__all__ = [
    "JIN",
    "MOST_MG",
    "OLDEST",
    "ONE_DAY",
    "POUND",
    "Age",
    "Blank",
    "Days",
    "Dose",
    "Interval",
    "Measure",
    "Mood",
    "Offer",
    "Picked",
    "Reason",
    "Refusal",
    "Value",
    "add_months",
    "age_on",
    "birthday",
    "births",
    "births_of",
    "days_said",
    "month_length",
]
