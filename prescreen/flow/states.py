"""The states of a conversation that no flow file names, and so no question may be called."""

from __future__ import annotations

LANGUAGE, STUDY, VOICE, NOTICE = "language", "study", "voice", "notice"
REVIEW, STAFF, LEFT = "review", "staff", "left"
OPENING = (LANGUAGE, VOICE, NOTICE)
OPENING_OF_SEVERAL = (LANGUAGE, STUDY, VOICE, NOTICE)
"""The pages before the first question, where there are several studies to choose from."""
PAGES = (*OPENING_OF_SEVERAL, REVIEW, STAFF, LEFT)
