"""Who does it and where to report it: the parties and routes of council.yml where they are known there, else new ones."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from site_builder.from_spreadsheet.nodes import Fields, Node
from site_builder.model.council import CouncilFile
from site_builder.model.parties import Route
from site_builder.model.words import Email, Phone, WebAddress, Words
from site_builder.starter import BLANK, slug_of

WAYS: Final[Mapping[str, type[Words]]] = {"phone": Phone, "email": Email, "web": WebAddress}
_FINDS: Final = {
    "email": re.compile(r"(?:mailto:)?[^\s@<>\"',;:?&()]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    "web": re.compile(r"(?:https?://|www\.)[^\s<>\"'\\,;)]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:gov|org|co)\.uk(?:/[^\s<>\"'\\,;)]*)?"),
    "phone": re.compile(r"\+?\d[\d ()-]{5,20}\d"),
}  # fmt: skip
_POST = re.compile(
    r"\b(?:head of|manager|director|officer|supervisor|leader|chief|coordinator|lead for|executive)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:the|team|teams|department|dept|services?|section|unit|council)\b|[^a-z0-9]+"
)
_KINDS = (
    (r"\bpolice\b", "police"),
    (r"\bfire (?:and|&|service|brigade)", "fire"),
    (r"\bhousing association\b|\bhomes\b", "landlord"),
    (r"\bcontractor\b|\b(?:ltd|limited|plc)\b", "contractor"),
    (r"\bteam\b|\bservices?\b|\bdepartment\b|\bdept\b|\bsection\b|\bunit\b", "team"),
)
_SAYS_NO_MORE = re.compile(
    r"\b(?:call|ring|phone|tele?phone|tel|e-?mail|web(?:site)?|online|report|contact|us|visit|go|to|at|on|by|via|or|and|the|our|"
    r"form|using|use|it|please|you|can|through|page|address|link|number|no)\b|[^\w]+",
    re.IGNORECASE,
)


class Contacts:
    """The parties and routes that a charter needs, found as its rows are read."""

    def __init__(self, council: CouncilFile | None) -> None:
        self.council = council
        self.parties: dict[str, Fields] = {}
        """Those that the charter names, by id, in the order of the rows."""
        self.routes: dict[str, Fields] = {}
        """Those that council.yml does not have, by id."""
        self._ids: dict[tuple[str, ...], str] = {}

    def party(self, words: str) -> str:
        """The id of the party of this name; blank where the words name a post."""
        name = " ".join(words.split())
        for known in self.council.parties if self.council else ():
            if _same(name, known.name) or slug_of(name) == known.id:
                self.take(str(known.id))
                return str(known.id)
        id_ = slug_of(name)[:60].strip("-")
        if not id_ or _POST.search(name) or "@" in name:
            return BLANK
        if id_ not in self.parties:
            kind = next((kind for form, kind in _KINDS if re.search(form, name.lower())), BLANK)
            fields: dict[str, Node] = {"id": id_, "name": name, "kind": kind, "lead": BLANK}
            self.parties[id_] = Fields({**fields, "role": ["provides"]})
        return id_

    def is_new(self, id_: str) -> bool:
        """Whether council.yml does not know the party."""
        return "name" in self.parties.get(id_, {})

    def take(self, id_: str) -> None:
        """Name a party of council.yml among those of the charter."""
        self.parties.setdefault(id_, Fields({"id": id_, "role": ["provides"]}))

    def route(self, ways: Mapping[str, str], name: str) -> tuple[str, bool]:
        """The id of the route with these ways in, and whether it is a new one, which is called by the name."""
        key = tuple(_bare(way, ways.get(way, "")) for way in WAYS)
        for known in self.council.routes if self.council else ():
            if not known.closed and _leads_to(known, ways):
                return str(known.id), False
        if key in self._ids:
            return self._ids[key], True
        id_ = free(slug_of(name)[:50].strip("-") or "reports", self._taken())
        self._ids[key] = id_
        # Nobody is to need the web, so a route has a number or a place as well.
        number: dict[str, Node] = {} if ways.get("phone") else {"phone": BLANK}
        fields: dict[str, Node] = {"id": id_, "name": name or BLANK, **number, **ways}
        self.routes[id_] = Fields({**fields, "use_for": ["reports"]})
        return id_, True

    def _taken(self) -> set[str]:
        known = self.council.routes if self.council else ()
        return {*self.routes, *(str(route.id) for route in known)}


def free(id_: str, taken: Iterable[str]) -> str:
    """The id, with a number behind it if it is taken."""
    among, number = set(taken), 2
    found = id_
    while found in among:
        found = f"{id_[:56].rstrip('-')}-{number}"
        number += 1
    return found


def ways_in(words: str) -> tuple[dict[str, str], str]:
    """The ways to reach somebody that a text names, and what else it says."""
    ways: dict[str, str] = {}
    rest = " ".join(words.split())
    for way, form in _FINDS.items():
        for found in form.finditer(rest):
            if read := read_way(way, found[0]):
                ways[way] = read
                rest = f"{rest[: found.start()]} {rest[found.end() :]}"
                break
    ordered = {way: ways[way] for way in WAYS if way in ways}
    return ordered, rest.strip() if _SAYS_NO_MORE.sub("", rest) or not ways else ""


def read_way(way: str, words: str) -> str:
    """A number or an address as its field takes it; empty where it is none."""
    bare = words.strip().removeprefix("mailto:").strip().rstrip(".")
    if way == "web" and not re.match(r"https?://", bare):
        bare = f"https://{bare}" if "." in bare and " " not in bare and "@" not in bare else bare
    if way == "phone":
        bare = re.sub(r"^(?:tel(?:ephone)?|phone|call)[:.]?\s*", "", bare, flags=re.IGNORECASE)
    try:
        return str(WAYS[way].read(bare))
    except ValueError:
        return ""


def _same(one: str, other: str) -> bool:
    bare = [_GENERIC.sub("", name.lower().replace("&", "and")) for name in (one, other)]
    return one.lower() == other.lower() or (bare[0] == bare[1] != "")


def _leads_to(route: Route, ways: Mapping[str, str]) -> bool:
    """Whether a known route has one of the ways in, and contradicts none."""
    has = {way: _bare(way, str(getattr(route, way) or "")) for way in WAYS}
    asked = {way: _bare(way, words) for way, words in ways.items()}
    return bool(asked) and all(has[way] == words for way, words in asked.items())


def _bare(way: str, words: str) -> str:
    if way == "phone":
        return re.sub(r"^44", "0", re.sub(r"\D", "", words))
    return re.sub(r"^https?://(?:www\.)?|/$", "", words.lower())
