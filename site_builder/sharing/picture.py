"""A shared picture: a name in large letters on the council's colour, as SVG and then as PNG."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup
from resvg_py import svg_to_bytes

from site_builder.sharing.font import FAMILY, can_write, font_file, width

SIZE = (800, 420)
BRAND = "#0f4c5c"
_EDGE = 56
_WIDE = SIZE[0] - 2 * _EDGE
_SIZES = (84, 72, 60, 50, 42)
_MOST_LINES = 3
_HIGHEST = 200
_SMALL = 27
_MARK = (
    '<g transform="translate(56 44)" fill="none" stroke="#fff" stroke-width="3">'
    '<rect x="2" y="2" width="40" height="40" rx="8"/><path d="M10 33V19l12-9 12 9v14M17 33v-9h10v9"/></g>'
)


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
    # Fonts of the computer would make another picture on each.
    return bytes(
        svg_to_bytes(
            svg_string=str(svg(card)), skip_system_fonts=True, font_files=[font_file().name]
        )
    )


def svg(card: Card) -> Markup:
    """Lay out a picture."""
    size, lines = _fitted(card.name)
    step = size * 1.15
    first = 250 - step * (len(lines) - 1) / 2 + size * 0.1
    name = Markup("").join(
        Markup('<text x="{}" y="{:.1f}" font-size="{}">{}</text>').format(
            _EDGE, first + number * step, size, line
        )
        for number, line in enumerate(lines)
    )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}">'
        '<rect width="{wide}" height="{high}" fill="{colour}"/>{mark}'
        '<g fill="#fff" font-family="{family}" font-weight="700" xml:space="preserve">'
        '<text x="116" y="75" font-size="{small}">{owner}</text>{name}'
        '<text x="{edge}" y="{foot}" font-size="{small}">{says}</text></g></svg>'
    ).format(
        wide=SIZE[0],
        high=SIZE[1],
        colour=card.colour,
        mark=Markup(_MARK),  # noqa: S704 - our own drawing
        family=FAMILY,
        small=_SMALL,
        owner=_cut(card.owner, _SMALL, _WIDE - 60),
        name=name,
        edge=_EDGE,
        foot=SIZE[1] - 44,
        says=_cut(card.says, _SMALL, _WIDE),
    )


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
