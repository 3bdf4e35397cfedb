"""A square code that a telephone's camera reads: an address, drawn as one path."""

from dataclasses import dataclass
from itertools import groupby

import segno

QUIET = 4
"""The white around the code, in modules: a camera needs it to find the corners."""
MASK = 2
"""The one whose pattern repeats over six modules in both directions, so that it seldom makes large areas of one shade."""


@dataclass(frozen=True, slots=True)
class Code:
    """The side of the drawing in modules, and its dark ones as a path of lines."""

    side: int
    path: str


def qr_code(address: str) -> Code:
    """Return the code of an address. A seventh of it may be dirty or torn: it hangs outdoors."""
    # Any of the eight masks is read as well; to find the one that looks best takes longer than all the rest.
    matrix = segno.make(address, error="m", boost_error=False, micro=False, mask=MASK).matrix
    return Code(
        side=len(matrix) + 2 * QUIET,
        path="".join(_line(bytes(row), y) for y, row in enumerate(matrix, start=QUIET)),
    )


def _line(row: bytes, y: int) -> str:
    """The dark runs of one row: from where, and how long."""
    runs, x = "", QUIET
    for dark, modules in groupby(row):
        length = len(list(modules))
        if dark:
            runs += f"M{x} {y}.5h{length}"
        x += length
    return runs
