"""What a YAML parser says of a file, and what to tell the person who wrote it."""

import re

_PLAIN = (
    (
        "mapping values are not allowed",
        "A colon and a space inside words start a new field. Put the words in quotes.",
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
        "found unknown escape",
        "A backslash inside double quotes means something else. Use single quotes.",
    ),
    ("found undefined tag handle", "A '!' begins a YAML tag. Put the words in quotes."),
    (
        "block sequence entries are not allowed",
        "A list cannot begin here. Put it on a line of its own, indented.",
    ),
)
_FIELD = r"\s*(?:- )?[A-Za-z_][\w -]*"
_LONGEST = 40


def in_plain_words(problem: str, context: str, lines: list[str], column: int) -> str:
    """The parser's own words, turned into what to do.

    ``lines`` are those up to the one where it stopped, which it did at ``column``, counted from 0.
    """
    line, above = lines[-1], next((one for one in reversed(lines[:-1]) if one.strip()), "")
    before, sign = line[:column], line[column : column + 1]
    if sign == "\t":
        return "A tab stands here. Use spaces."
    if "scanning an alias" in context or "scanning an anchor" in context:
        return _cannot_begin("*" if "alias" in context else "&")
    if "found character that cannot start" in problem:
        return _cannot_begin(sign)
    if "mapping values are not allowed" in problem and re.fullmatch(_FIELD, before):
        if found := re.fullmatch(rf"({_FIELD}):([^\s:].*)", above):
            field, value = found[1].lstrip("- "), found[2][:_LONGEST]
            return f"The line above has no space behind its colon. Write it as '{field}: {value}'."
        return "This line is indented further than the field above it. Line the two up."
    if "could not find expected ':'" in problem:
        return f"The line above, '{above.strip()[:_LONGEST]}', has neither a colon behind a field's name nor a dash before an item. Add what is missing."
    if "did not find expected key" in problem and before.rstrip().endswith(("'", '"')):
        other = "double" if before.rstrip().endswith("'") else "single"
        return f"A quotation mark ends the text here, and words follow it. Put the whole text in {other} quotation marks."
    for beginning, said in _PLAIN:
        if beginning in problem:
            return said
    return "YAML cannot be read from here on. Check the quotes, the indent and the colons of this line and the one above."


def _cannot_begin(sign: str) -> str:
    return f"'{sign}' cannot begin a text. Put the whole text in quotation marks."


def is_shortcut(sign: str, name: str) -> str:
    """That a value has a name to be meant by again, or is such a name."""
    return (
        f"'{sign}{name}' is a YAML shortcut, so a reader cannot see what holds. Write the value out; "
        f"if it begins with '{sign}' as a word, put it in quotes."
    )


def stands_twice(key: str, first: int, *, in_item: bool) -> str:
    """That a field stands in its group a second time; in an item of a list a dash may be what is missing."""
    keep = (
        "If a new item begins here, write '- ' before it; if not, keep one of them."
        if in_item
        else "Keep one of them."
    )
    return f"'{key}' stands here a second time; it is already on line {first}. {keep}"
