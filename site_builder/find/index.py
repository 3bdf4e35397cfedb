"""The files by which an area is found: one for each outward code, and one of names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from site_builder.find.names import keys_of, words_of
from site_builder.find.postcodes import Postcode, read_postcode
from site_builder.find.shards import Item, shards

FOLDER = "find/"
MOST_SHOWN = 24
"""Areas for one postcode or name. Nobody reads through more: they are led to the list of all."""
MOST_PERHAPS = 8
"""Of them those that only may be meant: in a ward with fifty charters every postcode would bring all fifty."""


@dataclass(frozen=True, slots=True)
class Place:
    """An area that can be found."""

    slug: str
    name: str
    note: str
    """The state of its charter in a word or two; empty while it is in force."""
    says: str
    """Its streets, or whatever else tells a resident whether it is theirs."""
    postcodes: tuple[str, ...] = ()
    wards: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    is_of_wards: bool = False
    """Whether its wards are all in it; otherwise it only lies in them."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The areas, by their numbers, that a postcode lies in, and those that it may lie in."""

    sure: tuple[int, ...] = ()
    perhaps: tuple[int, ...] = ()
    has_more: bool = False
    """Whether there are others that nobody is shown."""


def by_outward(
    places: Sequence[Place], codes: Mapping[str, str], directory: Mapping[Postcode, str]
) -> dict[str, list[Item]]:
    """Return, for each outward code, the inward codes or their beginnings with what they reach.

    ``codes`` are the wards' codes by their names, ``directory`` the ward's code of postcodes.
    """
    sure: defaultdict[Postcode, set[int]] = defaultdict(set)
    perhaps: defaultdict[Postcode, set[int]] = defaultdict(set)
    of_ward: defaultdict[str, list[int]] = defaultdict(list)
    for number, place in enumerate(places):
        for words in place.postcodes:
            if postcode := read_postcode(words):
                sure[postcode].add(number)
        for ward in place.wards:
            of_ward[codes.get(ward, "")].append(number)
    for postcode, code in directory.items():
        for number in of_ward.get(code, ()):
            (sure if places[number].is_of_wards else perhaps)[postcode].add(number)
    found: dict[str, list[Item]] = {}
    for postcode in sorted({*sure, *perhaps}):
        known = sure.get(postcode, set())
        reach = _reach(sorted(known), sorted(perhaps.get(postcode, set()) - known))
        found.setdefault(postcode.outward, []).append((postcode.inward, reach))
    return found


def _reach(sure: list[int], perhaps: list[int]) -> Reach:
    has_more = len(sure) > MOST_SHOWN or len(perhaps) > MOST_PERHAPS
    return Reach(tuple(sure[:MOST_SHOWN]), tuple(perhaps[:MOST_PERHAPS]), has_more)


def files(
    places: Sequence[Place], outward: Mapping[str, Sequence[Item]]
) -> Iterator[tuple[str, str]]:
    """Give the address and the text of every file."""
    for code, items in outward.items():
        for name, text in shards(
            code.lower(),
            items,
            partial(_of_postcodes, places),
            begins=True,
        ):
            yield f"{FOLDER}{name}.json", text
    for name, text in shards(
        "names",
        _names(places),
        partial(_of_names, places),
        begins=False,
    ):
        yield f"{FOLDER}{name}.json", text


def _of_postcodes(places: Sequence[Place], items: Sequence[Item], *, brief: bool) -> dict[str, Any]:
    together: defaultdict[Reach, list[str]] = defaultdict(list)
    for inward, reach in items:
        together[reach].append(inward)
    used = _used(number for reach in together for number in (*reach.sure, *reach.perhaps))
    codes = [
        [
            [used[n] for n in reach.sure],
            [used[n] for n in reach.perhaps],
            " ".join(inward),
            *([1] if reach.has_more else []),
        ]
        for reach, inward in together.items()
    ]
    return {"areas": [_area(places[number], brief=brief) for number in used], "codes": codes}


def _of_names(places: Sequence[Place], items: Sequence[Item], *, brief: bool) -> dict[str, Any]:
    # A name with several words stands under each of them.
    names = {name: found for _, (name, found) in items}
    used = _used(number for found in names.values() for number, _ in found[:MOST_SHOWN])
    told = [
        [
            name,
            [[used[n], detail] for n, detail in found[:MOST_SHOWN]],
            *([1] if len(found) > MOST_SHOWN else []),
        ]
        for name, found in names.items()
    ]
    return {"areas": [_area(places[number], brief=brief) for number in used], "names": told}


def _names(places: Sequence[Place]) -> list[Item]:
    """Every key of every name, with the name as it is written first and the areas that have it."""
    written: dict[str, str] = {}
    found: defaultdict[str, dict[tuple[int, str], None]] = defaultdict(dict)
    for number, place in enumerate(places):
        for whole in (place.name, *place.wards, *place.streets):
            # "Mill Lane, odd numbers" is found as Mill Lane.
            name, _, detail = whole.partition(",")
            key = "".join(words_of(name))
            if key:
                written.setdefault(key, name.strip())
                found[key][number, detail.strip()] = None
    items: list[Item] = []
    for key, name in sorted(written.items()):
        items += [(one, (name, tuple(found[key]))) for one in keys_of(name)]
    return items


def _used(numbers: Iterable[int]) -> dict[int, int]:
    """The numbers that a file's own areas have, in the order of all."""
    return {number: at for at, number in enumerate(sorted(set(numbers)))}


def _area(place: Place, *, brief: bool) -> list[str]:
    return [place.name, place.slug, place.note, "" if brief else place.says]
