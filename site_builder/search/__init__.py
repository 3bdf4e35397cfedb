"""Search: what is found, by which words, and the index of it."""
