"""The sections of about.md, each in the part of the page where its name belongs; the rest stand at the end."""

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from site_builder.prose import Section

NAMES = {
    "purpose": ("what this charter is for", "what it is for", "why we have a charter", "purpose"),
    "promises": ("what we promise", "about the promises", "how to read the promises"),
    "treat": ("how we will treat you", "how you will be treated"),
    "priorities": ("what residents want done first", "what comes first", "priorities"),
    "part": ("how to take part", "what you can do", "taking part"),
    "missed": ("if a promise is missed", "what to do if a promise is missed"),
    "who": ("who does what", "who does what else"),
    "responsible": (
        "how it is watched over",
        "how this charter is watched over",
        "who is responsible",
        "who watches over it",
    ),
    "agreed": (
        "how it was agreed",
        "how this was agreed",
        "how we agreed it",
        "how it was written",
    ),
    "area": ("what it covers", "what this charter covers", "where it holds", "streets and places"),
    "changes": ("what has changed",),
    "quote": ("quote this charter", "how to quote this charter"),
    "access": ("languages, formats and help", "other languages and formats"),
}
"""The names by which a section finds its part of the page; any other stands under "More about this charter"."""
ABOUT = "about"
_PLACE_OF = {name: place for place, names in NAMES.items() for name in names}
_PICTURE = re.compile(r'(<img\b[^>]*?\bsrc=")(?=[^":]+")')


def named_prose(sections: Iterable[Section], pictures: str) -> Mapping[str, tuple[Markup, ...]]:
    """Return what was written for each part of the page, by the part's anchor, in its author's order.

    A section that stands in its own part needs no heading. `pictures` is the way from the page to
    the folder in which the prose and its pictures lie.
    """
    found: dict[str, list[Markup]] = {}
    for number, section in enumerate(sections):
        html = _with_pictures(section.html, pictures)
        place = _PLACE_OF.get(_plain(section.title), ABOUT)
        if place == ABOUT and section.title:
            heading = Markup('<h3 id="about-{}">{}</h3>').format(number, section.title)
            html = heading + html
        found.setdefault(place, []).append(html)
    return {place: tuple(parts) for place, parts in found.items()}


def _plain(title: str) -> str:
    return re.sub(r"\s+", " ", title.replace("\u2019", "'")).strip(" .:?!").casefold()


def _with_pictures(html: Markup, pictures: str) -> Markup:
    return Markup(_PICTURE.sub(rf"\g<1>{pictures}", str(html)))  # noqa: S704 - cleaned where it was read
