"""The font of shared pictures: Lato, under the SIL Open Font License, which the engine brings for a theme of its own.

It comes packed for the web (WOFF 1.0, a frame around zlib), and is unpacked into the form that is drawn with.
"""

import struct
import zlib
from functools import cache
from importlib.metadata import distribution
from io import BytesIO
from pathlib import Path

from PIL import ImageFont

_FILE = "mkdocs/themes/readthedocs/css/fonts/lato-bold.woff"
_HEAD = struct.Struct(">4sIIHHI")
_FULL_HEAD = 44
_ENTRY = struct.Struct(">4sIIII")
_MEASURED_AT = 100
_NO_CHARACTER = "\uffff"


@cache
def font_bytes() -> bytes:
    """The font as a file that can be drawn with."""
    # By the distribution and not by the module: an engine that takes over answers to the module's name.
    return unpacked(Path(str(distribution("mkdocs").locate_file(_FILE))).read_bytes())


def unpacked(woff: bytes) -> bytes:
    """A font without its packing for the web.

    Raises:
        ValueError: it is no font that is packed so.

    """
    sign, flavour, _, count, _, _ = _HEAD.unpack_from(woff)
    if sign != b"wOFF":
        message = f"This is no WOFF file: it begins with {sign!r}."
        raise ValueError(message)
    head, body = struct.pack(">IHHHH", flavour, count, 0, 0, 0), b""
    start = len(head) + 16 * count
    for n in range(count):
        tag, at, packed, length, checksum = _ENTRY.unpack_from(woff, _FULL_HEAD + n * _ENTRY.size)
        table = woff[at : at + packed]
        table = zlib.decompress(table) if packed < length else table
        head += struct.pack(">4sIII", tag, checksum, start + len(body), length)
        body += table + b"\0" * (-length % 4)
    return head + body


def width(words: str, size: float) -> float:
    """How wide words are at a size, near enough to break lines by."""
    return font_of(_MEASURED_AT).getlength(words) * size / _MEASURED_AT


def can_write(words: str) -> bool:
    """Whether the font has a letter for every sign in these words."""
    return all(map(_has, words))


@cache
def _has(sign: str) -> bool:
    drawn, missing = (font_of(_MEASURED_AT).getmask(one) for one in (sign, _NO_CHARACTER))
    return sign.isprintable() and (drawn.size, bytes(drawn)) != (missing.size, bytes(missing))


@cache
def font_of(size: int) -> ImageFont.FreeTypeFont:
    """The font at a size in pixels, to draw with."""
    # Fonts of the computer, and what they are laid out with, would make another picture on each.
    font = BytesIO(font_bytes())
    return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)
