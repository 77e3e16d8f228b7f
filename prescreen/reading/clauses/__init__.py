"""What all readers share: words, tokens, the grammar of a clause, what is left beside an answer."""
