"""How the notice is read to its end in a terminal, before it can be answered."""

PAGE_DOWN = "\x1b[6~"
READ_ON = PAGE_DOWN * 9
"""As often as the notice has leaves at any size; on the last of them it turns nothing."""
