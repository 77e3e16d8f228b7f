"""What people call the two sides of a day that is asked about."""

from __future__ import annotations

BEFORE_THE_DAY = ("before", "before that", "earlier", "之前", "以前", "在那之前", "那天之前")
SINCE_THE_DAY = (
    *("since", "on or after", "on that day or later", "after", "later"),
    *("之后", "以后", "当天或之后", "那天或之后", "那天或以后"),
)
