"""What leans on the inside of the pinned Textual and of terminals."""
