"""Past days, and ages with the birth dates that stand for them."""
