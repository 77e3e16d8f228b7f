"""One or several of a question's choices."""
