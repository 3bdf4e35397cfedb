"""What our pages use of Material's style sheet: how it sets what Markdown makes, and none of its own frame."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import tinycss2
from tinycss2.ast import Node

_NAME = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
# The icons of boxes, buttons and tabs, which Markdown here has none of.
_ICON = re.compile(r"--md-[\w-]+:\s*url\(\"data:[^\"]*\"\);?")
_ITS_OWN = "md-"
_PROSE = "md-typeset"


def is_material(name: str) -> bool:
    """Tell whether a file of the site, by its address, is Material's own style sheet."""
    return _NAME.fullmatch(name) is not None


@cache
def used_of(text: str) -> str:
    """Return the rules of Material's style sheet that can meet an element of ours.

    A class whose name begins with ``md-`` marks a part of Material's frame, of which our frame has none but
    ``md-typeset``, the place where prose stands. What is asked within ``:is()`` or ``:not()`` is kept.
    """
    rules = tinycss2.parse_stylesheet(text, skip_whitespace=True, skip_comments=True)
    return _ICON.sub("", "".join(_kept(rules)))


def _kept(rules: Sequence[Node]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            met = [one for one in _selectors(rule.prelude) if _can_be_met(one)]
            if met:
                said = ",".join(tinycss2.serialize(one).strip() for one in met)
                yield f"{said}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword == "media":
            inner = tinycss2.parse_rule_list(rule.content, skip_whitespace=True, skip_comments=True)
            if kept := "".join(_kept(inner)):
                yield f"@media{tinycss2.serialize(rule.prelude)}{{{kept}}}"
        else:
            yield rule.serialize()


def _selectors(prelude: Sequence[Node]) -> list[list[Node]]:
    """The parts of a list of selectors: a comma within brackets or a function ends none."""
    parts: list[list[Node]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _can_be_met(selector: Sequence[Node]) -> bool:
    for dot, name in pairwise(selector):
        is_class = dot.type == "literal" and dot.value == "." and name.type == "ident"
        if is_class and name.value.startswith(_ITS_OWN) and name.value != _PROSE:
            return False
    return True
