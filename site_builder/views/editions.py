"""The page of an edition: what stands at its top, and the charter as its page stood on that day."""

from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

from site_builder.history.editions import Edition
from site_builder.history.marked import By
from site_builder.history.opened import Opened
from site_builder.history.shelf import Shelf
from site_builder.history.tags import printable
from site_builder.model.charter import Charter
from site_builder.views import governing
from site_builder.views.charter import CharterView, charter_view
from site_builder.views.pictures import Beside
from site_builder.views.quote import FILE, ORIGINAL, Way, called, in_pieces
from site_builder.views.words import day as said

T = TypeVar("T")
# What leads to somebody who may not be there today, or tells of results that no old page has.
_WAYS: dict[str, Any] = {"contacts": (), "report_form": None, "results": None, "replaced_by": None}


@dataclass(frozen=True)
class Notice:
    """What stands at the top of the page of an edition."""

    kind: str
    """``current``, ``superseded``, ``ahead`` or ``gone``."""
    title: str
    says: tuple[str, ...]
    today: Way
    """Where to read what holds now."""
    fingerprint: tuple[str, ...]
    """Empty where there is nothing that it could be of."""
    file: str
    lines: tuple[str, ...]
    """Where the text comes from, and what is not as one would expect."""


def notice(  # noqa: PLR0913 - all that a reader has to know of it
    shelf: Shelf,
    day: date,
    today: date,
    opened: Opened,
    *,
    edition: Edition | None = None,
    rivals: tuple[tuple[Edition, Opened], ...] = (),
    home: str | None = None,
) -> Notice:
    """Return what stands at the top of the page of the edition of a day.

    `edition` is None where the text is today's and only its file calls it an edition, `rivals` are other texts that are
    called the edition of the same day, and `home` is the charter's own address; None where it is gone.
    """
    kind, says = _standing(shelf, day, today, is_gone=home is None)
    lines = [*_origin(edition), *(_rival(*one) for one in rivals if _differs(one[1], opened))]
    if opened.lacks_prose:
        lines.append("It came with more words, which cannot be shown here any more.")
    return Notice(
        kind=kind,
        title=f"This is the edition of {said(day)}",
        says=says,
        today=Way("Read what holds today, and where to report", home)
        if home
        else Way("Find the charters of today", "areas/"),
        fingerprint=in_pieces(opened.fingerprint),
        file=f"{shelf.uri(day)}{FILE if opened.version else ORIGINAL}",
        lines=tuple(lines),
    )


def edition_view(opened: Opened, day: date) -> CharterView | None:
    """Return the charter as its page stood on its day, with nothing that leads to the offices of then.

    None where it cannot be read today.
    """
    version = opened.version
    if version is None or not isinstance(version.group, Charter):
        return None
    charter, council, directory = version.group, version.council, version.directory
    view = charter_view(charter, council, directory, Beside(opened.prose), day)
    still = replace(
        view,
        title=titled(view.title, day),
        report=None,
        by_when=None,
        # Whose job it was may be nobody's today, who then has no page.
        governing=governing.governing(charter, directory, day),
    )
    return _without_ways(still)


def titled(title: str, day: date) -> str:
    """Return the title of the page of an edition."""
    return f"{title}: {called(day)}"


def _standing(
    shelf: Shelf, day: date, today: date, *, is_gone: bool
) -> tuple[str, tuple[str, ...]]:
    if is_gone:
        return "gone", ("There is no charter in its place today. It is kept for the record.",)
    if day > today:
        return "ahead", ("That day is still to come.",)
    if replaced := shelf.replaced(day, today):
        return "superseded", (f"It was replaced on {said(replaced)}. It is kept for the record.",)
    if shelf.holds == day:
        return "current", ("It is the latest, and the charter says the same today.",)
    return "superseded", ("The charter has changed since. This is kept for the record.",)


def _origin(edition: Edition | None) -> tuple[str, ...]:
    """When the text was published, and who says that it is the edition."""
    if edition is None:
        return ("The charter itself names this day as that of its edition.",)
    late = ", which is after the day it is named for" if edition.published > edition.day else ""
    return (f"This text was published on {said(edition.published)}{late}. {_made(edition)}",)


def _made(edition: Edition) -> str:
    if edition.by is By.VERSION:
        return "The charter itself named the day of the edition."
    return f"The tag \u2018{printable(edition.tag)}\u2019 marks it."


def _differs(other: Opened, shown: Opened) -> bool:
    return other.fingerprint != shown.fingerprint


def _rival(edition: Edition, opened: Opened) -> str:
    by = (
        "The charter itself"
        if edition.by is By.VERSION
        else f"The tag \u2018{printable(edition.tag)}\u2019"
    )
    known = f"Its fingerprint begins with {opened.fingerprint[:16]}." if opened.fingerprint else ""
    return f"{by} named another text as the edition of this day, published on {said(edition.published)}. {known}".strip()


def _without_ways(value: T) -> T:
    """Take the ways to reach somebody, and the links to pages that may be gone, out of what a page shows."""
    if isinstance(value, tuple):
        return type(value)(map(_without_ways, value)) if type(value) is tuple else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    names = (one.name for one in fields(value))
    return replace(
        value,
        **{
            name: _WAYS[name] if name in _WAYS else _without_ways(getattr(value, name))
            for name in names
        },
    )
