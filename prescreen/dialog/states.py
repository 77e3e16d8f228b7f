"""The states of a conversation that no flow file names."""

LANGUAGE, STUDY, VOICE, NOTICE = "language", "study", "voice", "notice"
REVIEW, STAFF, LEFT = "review", "staff", "left"
OPENING = (LANGUAGE, VOICE, NOTICE)
OPENING_OF_SEVERAL = (LANGUAGE, STUDY, VOICE, NOTICE)
"""The pages before the first question, where there are several studies to choose from."""
