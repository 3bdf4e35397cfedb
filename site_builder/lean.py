"""Style sheets and scripts as they are sent: without what is only for those who write them, or for nobody."""

import re

_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Only whole lines: an address in a text holds the same two strokes.
_JS_COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
_LINE_ENDS = re.compile(r"\s*\n\s*")
_MATERIAL = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
_ICON = re.compile(r"--md-[\w-]+:\s*url\(\"data:[^\"]*\"\);?")
_OWN = re.compile(r"assets/[^/]+\.(css|js)")


def can_be_lean(name: str) -> bool:
    """Tell whether a file of the site, by its address, is one of which something can go."""
    return bool(_OWN.fullmatch(name) or _MATERIAL.fullmatch(name))


def lean(name: str, text: str) -> str:
    """Return what a browser needs of such a file.

    Our own lose their comments and their indentation. Material's style sheet, of which only what Markdown makes
    is used, loses the icons that it carries for boxes, buttons and tabs: a sixth of its weight.
    """
    if _MATERIAL.fullmatch(name):
        return _ICON.sub("", text)
    comment = _CSS_COMMENT if name.endswith(".css") else _JS_COMMENT
    return _LINE_ENDS.sub("\n", comment.sub("", text)).lstrip()
