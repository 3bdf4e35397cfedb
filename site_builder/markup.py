"""Markdown turned into HTML that can be shown.

Raw HTML is switched off at the source, so a ``<`` in prose is a letter; what Markdown makes of the text is
cleaned with a written list of allowed elements as well.
"""

from functools import cache

import nh3
from markdown import Markdown
from markupsafe import Markup

SAFE_SCHEMES = {"http", "https", "mailto", "tel"}

ALLOWED_TAGS = {
    "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "dl", "dt",
    "dd", "a", "img", "table", "thead", "tbody", "tr", "th", "td", "abbr", "sup", "div",
}  # fmt: skip
ALLOWED_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "th": {"align", "scope"},
    "td": {"align"},
    "abbr": {"title"},
    "ol": {"start"},
    "div": {"class"},
    "p": {"class"},
    "h1": {"id"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id"},
    "code": {"class"},
}


def clean(html: str) -> Markup:
    """HTML that Markdown made, with everything taken out that is not on the list of allowed elements."""
    cleaned = nh3.clean(
        html,
        tags=ALLOWED_TAGS,
        attributes=ALLOWED_ATTRIBUTES,
        url_schemes=SAFE_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
    return Markup(cleaned)  # noqa: S704 - nh3 has just cleaned it


def to_html(text: str) -> Markup:
    """Markdown as clean HTML."""
    return clean(_parser().reset().convert(text))


@cache
def _parser() -> Markdown:
    """To make one takes longer than most texts."""
    return markdown()


def without_raw_html(parser: Markdown) -> None:
    """Makes a Markdown parser read ``<`` as a letter: no HTML comes from prose."""
    for registry, name in (
        (parser.preprocessors, "html_block"),
        (parser.inlinePatterns, "html"),
    ):
        if name in registry:
            registry.deregister(name)


def markdown() -> Markdown:
    """The parser of all prose beside a charter."""
    parser = Markdown(
        extensions=["tables", "def_list", "sane_lists", "fenced_code", "smarty"],
        extension_configs={"tables": {"use_align_attribute": True}},
    )
    without_raw_html(parser)
    return parser
