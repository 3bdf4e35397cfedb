"""Postcodes and their beginnings, as charters write them.

One has an outward code, such as ``ZZ1`` or
``ZZ1A``, and an inward code of a figure and two letters.
"""

import re
from itertools import product
from typing import NamedTuple

_OUTWARD = r"[A-Z]{1,2}\d[A-Z\d]?"
_WHOLE = re.compile(rf"({_OUTWARD})\s*(\d[A-Z]{{2}})")
_BEGINNING = re.compile(rf"({_OUTWARD})(?:\s+(\d[A-Z]?))?")
_ALIKE = str.maketrans("O0I1", "0O1I")
_LONGEST = 8
_INWARD = 3
"""How many signs an inward code has."""


class Postcode(NamedTuple):
    """A postcode, or as much of one as names many: ``ZZ1`` and ``7BH``, ``7`` or nothing."""

    outward: str
    inward: str

    @property
    def is_whole(self) -> bool:
        """Whether it names one postcode and no more."""
        return len(self.inward) == _INWARD


def read_postcode(words: str) -> Postcode | None:
    """A postcode or the beginning of one; None for anything else."""
    plain = words.strip().upper()
    found = _WHOLE.fullmatch(plain) or _BEGINNING.fullmatch(plain)
    return Postcode(found[1], found[2] or "") if found else None


def nearest(words: str) -> str:
    """What was probably meant where figures and letters that look alike were mistaken; empty where nothing fits."""
    plain = " ".join(words.upper().split())
    if len(plain) > _LONGEST:
        return ""
    ways = [dict.fromkeys((sign, sign.translate(_ALIKE))) for sign in plain]
    return next(
        (meant for signs in product(*ways) if read_postcode(meant := "".join(signs))),
        "",
    )
