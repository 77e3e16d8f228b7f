"""Where things stand: panes, frame, conversation, lines for the eye."""
