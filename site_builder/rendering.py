"""Bodies of pages from their templates.

They are rendered by an environment of our own: everything is escaped, and a name that a template
misspells stops the build. A council's own templates win over ours.
"""

import functools
import posixpath
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import jinja2
from markupsafe import Markup

from site_builder.compiled_templates import keep_compiled
from site_builder.views.words import curled, day, sentence, together

THEME = Path(__file__).parent / "theme"
_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>|<code\b.*?</code>)", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")
_PARTS_OF_ADDRESS = re.compile(r"(?<=/)(?=[^/])|(?=[.?#&])")
_HERE: ContextVar[str] = ContextVar("here")
"""The address of the page that is being made."""


@functools.cache
def environment(overrides: Path | None = None) -> jinja2.Environment:
    """Return the environment of page bodies; templates in `overrides` win over the theme's own."""
    folders = [overrides, THEME] if overrides else [THEME]
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    keep_compiled(made, "pages")
    made.globals["link"] = link
    made.filters |= {
        "breakable": breakable,
        "date": day,
        "nbsp": together,
        "sentence": whole_sentence,
        "sms": lambda number: "sms:" + _dialled(number),
        "tel": lambda number: "tel:" + _dialled(number),
    }
    return made


def relative(target: str, here: str) -> str:
    """Return the way from the page at `here` to `target`; other sites and anchors stay."""
    if re.match(r"[a-z]+:|#", target):
        return target
    path, hash_sign, anchor = target.partition("#")
    if path == here and anchor:
        return f"#{anchor}"
    way = posixpath.relpath(path or ".", here or ".")
    # A file stands at its own name, a page in a folder.
    slash = "/" if path.endswith("/") or not path else ""
    return f"{way}{slash}{hash_sign}{anchor}"


@contextmanager
def standing_at(here: str) -> Iterator[None]:
    """Have all links of what is made meanwhile start from the page at `here`."""
    before = _HERE.set(here)
    try:
        yield
    finally:
        _HERE.reset(before)


def link(target: str) -> str:
    """Return the way to `target` from the page that is being made."""
    return relative(target, _HERE.get())


def whole_sentence(words: str) -> str:
    """Give words a capital and a full stop, as the filter `sentence`; markup stays markup."""
    if not isinstance(words, Markup):
        return sentence(words)
    opening, text = re.match(r"((?:<[^>]*>)*)(.*)", words, re.DOTALL).groups()  # type: ignore[union-attr]
    ended = "" if words.striptags().endswith((".", "!", "?")) else "."
    return Markup(opening + text[:1].upper() + text[1:] + ended)  # noqa: S704 - it was markup


def breakable(address: str) -> Markup:
    """Let an address that is read go on in the next line where a part of it ends, as the filter `breakable`."""
    return Markup("<wbr>").join(_PARTS_OF_ADDRESS.split(address))


def rendered(kind: str, here: str, overrides: Path | None, **context: object) -> str:
    """Return the body of a page of a kind, with links that start from the page at `here`."""
    template = environment(overrides).get_template(f"pages/{kind}.html")
    with standing_at(here):
        html = template.render(**context)
    parts = _PREFORMATTED.split(html)
    parts[::2] = (_curled(_without_blank_lines(part)) for part in parts[::2])
    return "".join(parts).strip() + "\n"


def _without_blank_lines(html: str) -> str:
    """Its lines without spaces at their ends; before the first and behind the last of them other text may follow."""
    *lines, last = html.split("\n")
    kept = [line.rstrip(" \t") for line in lines]
    return "\n".join((*kept[:1], *filter(None, kept[1:]), last))


def _curled(html: str) -> str:
    if "'" not in html and "&#39;" not in html:
        return html
    parts = _TAG.split(html)
    parts[::2] = (
        curled(words) if "'" in words or "&#39;" in words else words for words in parts[::2]
    )
    return "".join(parts)


def _dialled(number: str) -> str:
    digits = re.sub(r"[^\d+]", "", number)
    return "+44" + digits[1:] if digits.startswith("0") else digits
