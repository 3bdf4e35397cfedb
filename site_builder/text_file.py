"""Reads the text of a file that strangers may have written.

Refused are links, big files, other encodings, and characters that nobody sees.
"""

import re
import stat
from pathlib import Path

from site_builder.problems import Location, Problem

# Line ends other than LF; C0 and C1 controls; bidirectional marks and isolates; zero-width characters
# and byte-order marks inside the text. Any of them can make a line read other than it is.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
)


class Unreadable(Exception):  # noqa: N818 - it is a state of the file, told as a Problem
    """A file that cannot be read at all; carries the problem that says why."""

    def __init__(self, rule: str, message: str, location: Location, excerpt: str = "") -> None:
        super().__init__(message)
        self.problem = Problem(location, message, rule, excerpt=excerpt)


def read_text(file: Path, shown: str, limit: int) -> str:
    """The text of a file, line ends made LF, a leading byte-order mark dropped.

    ``shown`` is the path that problems name; ``limit`` is in bytes.

    Raises:
        Unreadable: it is a link or no file, too big, not UTF-8, or holds hidden characters.

    """
    return text_of(read_content(file, shown, limit), shown, limit)


def read_content(file: Path, shown: str, limit: int) -> bytes:
    """The bytes of a file, whatever they mean; as ``read_text``.

    Raises:
        Unreadable: it is a link or no file, or too big.

    """
    here = Location(shown)
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode):
            message = f"'{shown}' is not a plain file. Put the file itself here, not a link to it."
            raise Unreadable("files-are-no-links", message, here)
        if status.st_size > limit:
            raise _too_big(shown, status.st_size, limit)
        with file.open("rb") as stream:
            content = stream.read(limit + 1)
    except OSError as error:
        message = f"'{shown}' cannot be read: {error.strerror}. Look at the file's permissions."
        raise Unreadable("files-are-plain-text", message, here) from error
    if len(content) > limit:
        raise _too_big(shown, len(content), limit)
    return content


def text_of(content: bytes, shown: str, limit: int) -> str:
    """The text of a file whose contents are at hand; all as ``read_text`` has it.

    Raises:
        Unreadable: it is too big, not UTF-8, or holds hidden characters.

    """
    if len(content) > limit:
        raise _too_big(shown, len(content), limit)
    return _decoded(content, shown)


def _too_big(shown: str, size: int, limit: int) -> Unreadable:
    limit_said = f"{limit // 1024**2} MB" if limit >= 1024**2 else f"{limit // 1024} KB"
    size_said = f"{size / 1024**2:.1f} MB" if size >= 1024**2 else f"{size // 1024} KB"
    message = f"This file is too big: {size_said}. The limit is {limit_said}. Take out what does not belong in it."
    return Unreadable("files-are-small", message, Location(shown))


def _decoded(content: bytes, shown: str) -> str:
    rule = "files-are-plain-text"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "This file is saved as UTF-16. Save it again as UTF-8."
        raise Unreadable(rule, message, Location(shown))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        location = Location(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
        byte = content[error.start]
        message = f"This file is not saved as UTF-8: the byte {byte:#04x} stands here. Save it again as UTF-8."
        raise Unreadable(rule, message, location) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := HIDDEN.search(text):
        start = text.rfind("\n", 0, found.start()) + 1
        location = Location(
            shown, text.count("\n", 0, found.start()) + 1, found.start() - start + 1
        )
        message = f"A hidden character, U+{ord(found[0]):04X}, stands here. Delete it and type the words again."
        raise Unreadable(rule, message, location)
    return text
