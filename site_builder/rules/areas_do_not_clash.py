"""A place has one charter for each theme.

Where two charters claim the same postcode or ward, each promises something else for the same street, and whoever looks
a street up finds two answers.

To put it right, take the postcode or the ward out of one of the two, or give each charter a "theme" if both are meant.
Beginnings of postcodes may be shared, since a boundary can run through them, and so may the ward that two estates lie
in. A proposal may cover the place of the charter that it is to replace.

Breaks it:

    area:
      name: Hollins
      postcodes:
        - ZZ1 1AA
        - ZZ1 1AB

Puts it right:

    area:
      name: Hollins
      postcodes:
        - ZZ1 1AB
"""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.problems import Severity
from site_builder.rows import plain
from site_builder.rules import Fact, Gathered, Noted, SiteFinding, Subject
from site_builder.status import status

SEVERITY = Severity.WARNING
_WHOLE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}")
# Places that are made of wards; anything smaller only lies in one.
_OF_WARDS = ("ward", "town", "district")


def check_site(site: Gathered) -> Iterator[SiteFinding]:
    """Two charters with one place: told at the later one, once for each other charter."""
    by_claim: dict[tuple[str, ...], list[Noted]] = {}
    clashes: dict[tuple[str, str], list[tuple[Noted, Noted]]] = {}
    for fact in site.facts:
        others = by_claim.setdefault(fact.says[:_KEY], [])
        for other in others:
            if other.slug != fact.slug and _meet(fact, other):
                clashes.setdefault((fact.slug, other.slug), []).append((fact, other))
        others.append(fact)
    for pairs in clashes.values():
        fact, other = pairs[0]
        more = f", and {len(pairs) - 1} more" if len(pairs) > 1 else ""
        message = (
            f"The charter for {other.area} ({other.slug}/) claims '{fact.says[-1]}' too{more}. Take it out of one of "
            "the two, or give each a 'theme'."
        )
        yield SiteFinding(fact, message)


def gather(charter: Subject) -> Iterator[Fact]:
    """The places that one charter claims, and from when to when; one that has ended is not asked."""
    written = charter.written
    is_proposed = status(written, charter.today).name in ("draft", "consultation")
    standing = "proposed" if is_proposed else "agreed"
    begins = written.starts or written.agreed
    ends = written.ends.last if written.ends else date.max
    if written.withdrawn:
        ends = min(ends, written.withdrawn.date.first)
    holds = (begins.first if begins else date.min).isoformat(), ends.isoformat()
    theme = plain(written.theme or "")
    for n, postcode in enumerate(written.area.postcodes):
        whole = "".join(postcode.upper().split())
        if _WHOLE.fullmatch(whole):
            says = ("postcode", whole, theme, standing, *holds, postcode)
            yield Fact(("area", "postcodes", n), says)
    if written.area.kind in _OF_WARDS and not written.area.streets:
        for n, ward in enumerate(written.area.wards):
            # A town holds the wards that have charters of their own.
            claim = f"{written.area.kind}: {plain(ward).removesuffix(' ward')}"
            yield Fact(("area", "wards", n), ("ward", claim, theme, standing, *holds, ward))


_KEY = len(("kind", "claim", "theme", "standing"))


def _meet(fact: Noted, other: Noted) -> bool:
    """Whether there is a day on which both hold."""
    begins, ends = fact.says[_KEY : _KEY + 2]
    other_begins, other_ends = other.says[_KEY : _KEY + 2]
    return begins < other_ends and other_begins < ends
