"""What an area can be found by, as small files that a telephone fetches one of; nothing that is typed goes the other way."""
