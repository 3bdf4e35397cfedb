"""Style sheets and scripts as they are sent: without what is only for those who write them, or for nobody."""

import re

_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Only whole lines: an address in a text holds the same two strokes.
_JS_COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
_LINE_ENDS = re.compile(r"\s*\n\s*")
_OWN = re.compile(r"assets/[^/]+\.(css|js)")


def can_be_lean(name: str) -> bool:
    """Tell whether a file of the site, by its address, is one of which something can go."""
    return _OWN.fullmatch(name) is not None


def lean(name: str, text: str) -> str:
    """Return what a browser needs of such a file: all but its comments and its indentation."""
    comment = _CSS_COMMENT if name.endswith(".css") else _JS_COMMENT
    return _LINE_ENDS.sub("\n", comment.sub("", text)).lstrip()
