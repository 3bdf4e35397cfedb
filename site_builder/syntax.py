"""What a YAML parser says of a file, and what to tell the person who wrote it."""

_PLAIN = (
    (
        "mapping values are not allowed",
        "A colon and a space inside words start a new field. Put the words in quotes.",
    ),
    (
        "could not find expected ':'",
        "The line above should be 'field: value', or its words go on here unindented.",
    ),
    (
        "did not find expected key",
        "This line does not line up with the fields above it. Check its indent and quotes.",
    ),
    (
        "did not find expected '-'",
        "This line does not line up with the list above it. Begin it with '- ', or indent.",
    ),
    ("found unexpected end of stream", "A quotation mark is opened and never closed."),
    ("did not find expected ',' or", "A bracket is opened and never closed."),
    (
        "found character that cannot start",
        "This character cannot begin a value. Put the words in quotes.",
    ),
    (
        "found unknown escape",
        "A backslash inside double quotes means something else. Use single quotes.",
    ),
    ("found undefined tag handle", "A '!' begins a YAML tag. Put the words in quotes."),
    (
        "block sequence entries are not allowed",
        "A list cannot begin here. Put it on a line of its own, indented.",
    ),
)


def in_plain_words(problem: str, sign: str) -> str:
    """The parser's own words, and the sign at which it stopped, turned into what to do."""
    if sign == "\t":
        return "A tab stands here. Use spaces."
    for beginning, said in _PLAIN:
        if beginning in problem:
            return said
    return "YAML cannot be read from here on. Check the quotes, the indent and the colons of this line and the one above."
