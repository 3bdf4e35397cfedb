"""The box in which people type where they live, and what it answers: all words of ``theme/assets/find.js``."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from site_builder.compile import Compiled
from site_builder.find.index import Place
from site_builder.inherit import Directory
from site_builder.site import Site
from site_builder.views import state
from site_builder.views.areas import BADGES, area_name, streets
from site_builder.views.ways import Contact, contact

MOST_STREETS = 12
_OF_WARDS = ("ward", "town", "district")
WORDS = {
    "empty": "Type a postcode, or the name of a street, place or area.",
    "bad": "“{typed}” is not a whole postcode. One looks like “{example}”: letters and a figure or two, then a "
    "figure and two letters.",
    "one": "{typed} is in {area}.",
    "one-place": "{typed}: {area}.",
    "several": "{count} charters are about {typed}. If they are for different streets, look which names yours.",
    "partly": "{typed} covers part or all of these areas. A whole postcode tells more.",
    "perhaps": "{typed} may be in one of these areas. Look whether your street is named.",
    "names": "Here is what we found for “{typed}”.",
    "many": "Many names begin like “{typed}”. Type more of it.",
    "wide": "{typed} covers many areas. Type the whole postcode.",
    "none": "{typed} is not in an area with a charter that we know of.",
    "no-name": "We have no area, street or place called “{typed}”. Look at how it is spelt, or try your postcode.",
    "failed": "We could not look that up: the list did not reach your device. All areas and streets stand in the "
    "list from A to Z.",
    "folder": "You are reading a copy of this site from a folder, where no postcode can be looked up. The button leads to "
    "the list of all areas, streets and wards, A to Z.",
    "waits": "Looking …",
    "may": "It may be this one: only a part of your ward is in it.",
}


@dataclass(frozen=True)
class FindView:
    """What the box needs: where its files lie, its words, and whom to ask when nothing is found."""

    outward: str
    """The outward codes that there is a file of, in small letters."""
    example: str
    """A postcode of the council's own, to show what one looks like."""
    words: str
    """What it may answer, as JSON."""
    council: str
    contacts: tuple[Contact, ...]


def find_view(site: Site, outward: Iterable[str]) -> FindView:
    """Return the box; `outward` are the outward codes in which an area lies."""
    directory = Directory.of(site.council)
    example = _example(site)
    words = {name: said.replace("{example}", example) for name, said in WORDS.items()}
    return FindView(
        outward=" ".join(code.lower() for code in outward),
        example=example,
        words=json.dumps(words, ensure_ascii=False),
        council=site.council.council.name,
        contacts=tuple(contact(route, directory) for route in directory.contact),
    )


def places(site: Site, today: date) -> tuple[Place, ...]:
    """Return every area as it can be found on the day `today`: what is in force first."""
    found = sorted(site.charters, key=lambda made: state.is_past(made.charter, today))
    return tuple(_place(made, today) for made in found)


def _place(made: Compiled, today: date) -> Place:
    area = made.charter.area
    own = streets(made.charter)
    return Place(
        slug=made.slug,
        name=area_name(made.charter),
        note=BADGES.get(state.state(made.charter, today), ""),
        says=_says(made, own),
        postcodes=tuple(area.postcodes),
        wards=tuple(area.wards),
        streets=own,
        is_of_wards=area.kind in _OF_WARDS and not area.streets,
    )


def _says(made: Compiled, own: tuple[str, ...]) -> str:
    if own:
        shown = "; ".join(own[:MOST_STREETS])
        more = f"; and {len(own) - MOST_STREETS} more" if len(own) > MOST_STREETS else ""
        return f"{'Street' if len(own) == 1 else 'Streets'}: {shown}{more}."
    return str(made.charter.area.about or "")


def _example(site: Site) -> str:
    """A whole postcode that would be found, or one that nobody has."""
    written = (words for made in site.charters for words in made.charter.area.postcodes)
    whole = (words for words in written if len("".join(words.split())) > 4)  # noqa: PLR2004 - no beginning
    return next((str(words) for words in whole), "ZZ1 1AA")
