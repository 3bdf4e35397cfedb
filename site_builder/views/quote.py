"""What to quote of a charter in a complaint: its edition, its fingerprint and the file that this is of."""

from dataclasses import dataclass
from datetime import date

from site_builder.history.shelf import Shelf
from site_builder.views.words import day as said

FILE, ORIGINAL, TODAY = "charter.json", "charter.txt", "canonical.json"
"""The file that a fingerprint is of: of an edition, of one that cannot be read today, and of today's text."""
_SHOWN_TOGETHER = 8


@dataclass(frozen=True)
class Way:
    """A link to a page of this site."""

    name: str
    uri: str


@dataclass(frozen=True)
class Quote:
    """What to quote of a charter, on its own page."""

    edition: Way | None
    """The edition that says the same; else the newest there is."""
    is_edition: bool
    fingerprint: tuple[str, ...]
    """In pieces that an eye can hold."""
    file: str
    others: tuple[Way, ...]
    """The other editions, newest first."""


def quote(shelf: Shelf, uri: str, *, is_proposed: bool) -> Quote | None:
    """Return what to quote of a charter whose page is at `uri`; None for a proposal that has no edition."""
    if is_proposed and not shelf.days:
        return None
    shown = shelf.holds or max(shelf.days, default=None)
    return Quote(
        edition=Way(called(shown), shelf.uri(shown)) if shown else None,
        is_edition=shelf.holds is not None,
        fingerprint=in_pieces(shelf.fingerprint),
        file=f"{shelf.uri(shelf.holds)}{FILE}" if shelf.holds else f"{uri}{TODAY}",
        others=tuple(
            one for one, day in zip(ways(shelf), shelf.days[::-1], strict=True) if day != shown
        ),
    )


def ways(shelf: Shelf) -> tuple[Way, ...]:
    """Return the links to all editions, newest first."""
    return tuple(Way(said(day), shelf.uri(day)) for day in reversed(shelf.days))


def called(day: date) -> str:
    """Return how an edition is called inside a sentence."""
    return f"edition of {said(day)}"


def in_pieces(fingerprint: str) -> tuple[str, ...]:
    """Cut a fingerprint where an eye can rest."""
    return tuple(
        fingerprint[start : start + _SHOWN_TOGETHER]
        for start in range(0, len(fingerprint), _SHOWN_TOGETHER)
    )
