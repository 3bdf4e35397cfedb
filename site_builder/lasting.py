"""Names that change with the contents of a file, so that a browser may keep it for good and never shows an old one."""

import hashlib
import re
from pathlib import PurePosixPath

_NAMED = re.compile(r"(assets/[\w-]+)\.[0-9a-f]{8}(\.(?:css|js|svg))", re.ASCII)
_KINDS = (".css", ".js", ".svg")


def is_lasting(name: str) -> bool:
    """Tell whether a file of the site is one that pages name themselves: a style sheet, a script, the site's mark."""
    path = PurePosixPath(name)
    return path.parts[0] == "assets" and len(path.parts) == 2 and path.suffix in _KINDS  # noqa: PLR2004 - right in assets/


def has_lasting_name(name: str, content: bytes) -> bool:
    """Tell whether a file of the site has the name that ``lasting_name`` gives to one of such contents."""
    named = _NAMED.fullmatch(name)
    return bool(named and lasting_name(f"{named[1]}{named[2]}", content) == name)


def lasting_name(name: str, content: bytes) -> str:
    """Return the name that a file of such contents is published under: ``assets/charters.1a2b3c4d.css``."""
    path = PurePosixPath(name)
    return str(path.with_suffix(f".{hashlib.sha256(content).hexdigest()[:8]}{path.suffix}"))
