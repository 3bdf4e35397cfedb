"""Writes one value: on one line where it stands on one, quoted only where that matters."""

import json
import re

# Letters and signs that no YAML reader takes for anything but words, wherever they stand.
_WORDS = re.compile(r"[^\W\d_](?:[\w.()/&;%£'\u2019\u2013-]| (?! ))*(?<![ -])")
# What other programs would read as a yes, a no or nothing at all, if it stood without quotes.
_NO_WORD = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null|nan|inf")
_HEADER = re.compile(r"(?:! *)?[|>]([-+1-9]*)[ \t]*(#[^\n]*)?")


def one_line(value: str, style: str, raw: str) -> str:
    """Words, or quoted words, as they stand in a line: ``raw`` is how they are written now.

    Which marks of quotation are used is the author's choice: it tells a reader nothing.
    """
    if not style:
        return value if "\n" not in value else _double(value)
    if _WORDS.fullmatch(value) and not _NO_WORD.fullmatch(value):
        return value
    if "\n" not in raw:
        return raw.removeprefix("!").strip()
    if style == "'" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    return _double(value)


def block(value: str, style: str, raw: str, indent: int) -> tuple[str, list[str]]:
    """A text of several lines: what stands behind the colon, and the lines below at their indent."""
    header = _HEADER.match(raw)
    signs, note = (header[1], header[2]) if header else ("", None)
    keeps = "+" in signs
    lines = value.split("\n") if style == "|" else _folded(raw, value)
    if keeps and lines and not lines[-1]:
        lines.pop()
    while not keeps and lines and not lines[-1].strip(" "):
        lines.pop()
    first = next((line for line in lines if line.strip(" ")), "")
    digit = "2" if first.startswith(" ") else ""
    chomp = "-" if "-" in signs else "+" if keeps else ""
    written = f"{style}{digit}{chomp}{f' {note.rstrip()}' if note else ''}"
    return written, [" " * indent + line if line else "" for line in lines]


def _folded(raw: str, value: str) -> list[str]:
    """The lines of a folded text as they are broken now, without their indent."""
    lines = raw.split("\n")[1:]
    first = next((line for line in lines if line.strip(" ")), "")
    meant = next((line for line in value.split("\n") if line.strip(" ")), "")
    indent = _spaces(first) - _spaces(meant)
    return [line[indent:].rstrip() if line.strip() else "" for line in lines]


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _double(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
