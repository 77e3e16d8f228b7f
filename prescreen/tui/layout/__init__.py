"""Where things stand: panes, frame, conversation, field, lines for the eye."""
