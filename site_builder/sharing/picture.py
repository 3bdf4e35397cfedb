"""A shared picture: a name in large letters on the council's colour, as PNG."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from site_builder.sharing.font import can_write, font_of, width

SIZE = (800, 420)
BRAND = "#0f4c5c"
_EDGE = 56
_WIDE = SIZE[0] - 2 * _EDGE
_SIZES = (84, 72, 60, 50, 42)
_MOST_LINES = 3
_HIGHEST = 200
_SMALL = 27
_MARK_AT = (56, 44)
_FULL = 255
_SHADES = 16
_SHADE_OF_INK = [round(ink * (_SHADES - 1) / _FULL) for ink in range(_FULL + 1)]


@dataclass(frozen=True, slots=True)
class Line:
    """Words in a picture: where they begin, where the line lies that they stand on, and their size, in pixels."""

    words: str
    left: int
    base: int
    size: int


@dataclass(frozen=True, slots=True)
class Card:
    """What a picture says: a name, a line under it, and whose it is."""

    name: str
    says: str
    owner: str
    colour: str = BRAND

    @property
    def can_be_drawn(self) -> bool:
        """Whether the font has all the letters that it needs."""
        return all(map(can_write, (self.name, self.says, self.owner)))


def drawn(card: Card) -> bytes:
    """Draw a picture as PNG."""
    ink = Image.new("L", SIZE)
    ink.paste(_mark(), _MARK_AT)
    pen = ImageDraw.Draw(ink)
    for line in lines(card):
        pen.text((line.left, line.base), line.words, _FULL, font_of(line.size), anchor="ls")
    picture = Image.frombytes("P", SIZE, ink.point(_SHADE_OF_INK).tobytes())
    picture.putpalette(_palette(card.colour))
    file = BytesIO()
    picture.save(file, "PNG", bits=4)
    return file.getvalue()


def lines(card: Card) -> tuple[Line, ...]:
    """Lay out a picture."""
    size, name = _fitted(card.name)
    step = size * 1.15
    first = 250 - step * (len(name) - 1) / 2 + size * 0.1
    return (
        Line(_cut(card.owner, _SMALL, _WIDE - 60), 116, 75, _SMALL),
        *(Line(words, _EDGE, round(first + n * step), size) for n, words in enumerate(name)),
        Line(_cut(card.says, _SMALL, _WIDE), _EDGE, SIZE[1] - 44, _SMALL),
    )


@cache
def _mark() -> Image.Image:
    """The site's mark, a house in a frame: drawn large and then made small, so that its slopes are smooth."""
    side, scale = 44, 8
    large = Image.new("L", (side * scale, side * scale))
    pen, stroke = ImageDraw.Draw(large), 3 * scale

    def along(*points: tuple[float, float]) -> None:
        pen.line([(x * scale, y * scale) for x, y in points], _FULL, stroke, joint="curve")

    corners = [edge * scale for edge in (0.5, 0.5, side - 0.5, side - 0.5)]
    pen.rounded_rectangle(corners, 9.5 * scale, outline=_FULL, width=stroke)
    along((10, 33), (10, 19), (22, 10), (34, 19), (34, 33))
    along((17, 33), (17, 24), (27, 24), (27, 33))
    return large.resize((side, side), Image.Resampling.LANCZOS)


def _palette(colour: str) -> list[int]:
    """The shades between the ground and white, as the picture counts them."""
    ground = bytes.fromhex(colour.removeprefix("#"))
    most = _SHADES - 1
    return [
        round(part + (_FULL - part) * shade / most) for shade in range(_SHADES) for part in ground
    ]


def _fitted(name: str) -> tuple[int, list[str]]:
    """The largest size at which a name fits, and its lines; the rest of a very long one is left out."""
    for size in _SIZES:
        lines = _lines(name, size)
        fits = all(width(line, size) <= _WIDE for line in lines)
        if fits and len(lines) <= _MOST_LINES and len(lines) * size * 1.15 <= _HIGHEST:
            return size, lines
    size = _SIZES[-1]
    lines = _lines(name, size)
    kept = [*lines[: _MOST_LINES - 1], " ".join(lines[_MOST_LINES - 1 :])]
    return size, [_cut(line, size, _WIDE) for line in kept if line]


def _lines(name: str, size: int) -> list[str]:
    lines: list[str] = []
    for word in name.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= _WIDE:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(words: str, size: int, wide: int) -> str:
    if width(words, size) <= wide:
        return words
    while words and width(f"{words}…", size) > wide:
        words = words[:-1]
    return f"{words.rstrip()}…"


def brand_colour(styles: Sequence[str]) -> str:
    """The colour that the council's own style sheets give; ours, where they give none that is written as `#5b2a4f`."""
    found = [
        colour
        for text in styles
        for colour in re.findall(r"--charter-brand:\s*(#[0-9a-fA-F]{6})\s*[;}]", text)
    ]
    return found[0] if found else BRAND
