"""Names as they are compared: without capitals, accents, signs and gaps, ``Mill Ln`` as ``Mill Lane``.

``theme/assets/find.js`` does the same; ``tests/find/names.yml`` holds both.
"""

import re
import unicodedata

SHORT = {
    "ave": "avenue", "cl": "close", "cres": "crescent", "ct": "court", "dr": "drive", "gdns": "gardens",
    "gr": "grove", "ln": "lane", "pl": "place", "rd": "road", "sq": "square", "st": "street", "tce": "terrace",
}  # fmt: skip
_GENERAL = {*SHORT.values(), "and", "of", "the", "way", "row", "estate"}
"""Words that many names hold: nobody looks for a street by them alone."""
_SIGN = re.compile(r"[^a-z0-9]+")


def words_of(name: str) -> list[str]:
    """The words of a name, as they are compared."""
    bare = unicodedata.normalize("NFD", name.lower().replace("&", " and "))
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    words = _SIGN.sub(" ", re.sub(r"['\u2019]", "", bare)).split()
    return [*words[:-1], SHORT.get(words[-1], words[-1])] if words else []


def keys_of(name: str) -> tuple[str, ...]:
    """What somebody may begin to type who looks for a name: all of it, or from any word on that tells something."""
    words = words_of(name)
    return tuple(
        dict.fromkeys(
            "".join(words[at:])
            for at, word in enumerate(words)
            if at == 0 or not (word in _GENERAL or word.isdigit())
        )
    )
