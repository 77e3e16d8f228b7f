"""The states of a conversation that no flow file names."""

LANGUAGE, VOICE, NOTICE = "language", "voice", "notice"
REVIEW, STAFF, LEFT = "review", "staff", "left"
OPENING = (LANGUAGE, VOICE, NOTICE)
