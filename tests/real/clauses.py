"""Real charters, restated: what each numbered clause says, and where in our files it has its home."""

import csv
import functools
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from site_builder.folder import look_into
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.group import Group
from site_builder.model.reading import read_group
from site_builder.model.words import Text
from site_builder.page import Making
from site_builder.pages.charter import charter_page
from site_builder.prose import read_prose
from site_builder.site import Checked, check
from site_builder.source import read_yaml

G = TypeVar("G", CouncilFile, Charter)

HERE = Path(__file__).parent
FOLDERS = sorted(file.parent for file in HERE.glob("*/clauses.yml"))
KINDS = ("data", "partly", "prose")
BEGINNING = " …"
TODAY = date(2026, 11, 24)
# Fields whose words are the name of a thing. A figure in one of them is part of the name.
NAMING = {"title", "edition", "name", "for", "when", "what", "place", "post", "streets", "visit"}
# Fields whose being there says something to a machine, whatever their words.
MEANT = {
    "no_promise",
    "only_if",
    "otherwise",
    "not_covered",
    "clock_stops_while",
    "takes_longer_if",
    "waits_for_next_visit_if",
    "not_if",
    "under_review",
}


@dataclass(frozen=True)
class Place:
    """A place in the files that a clause names, and the value that is to stand there."""

    path: str
    value: str


@dataclass(frozen=True)
class Clause:
    """A numbered clause: what it says, how much of it is data, and its places."""

    number: str
    says: str
    kind: str
    places: tuple[Place, ...]
    page: tuple[str, ...]


@dataclass(frozen=True)
class Real:
    """A real charter's clauses, and the numbers that its text has."""

    folder: Path
    about: str
    numbered: tuple[str, ...]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Found:
    """A value that stands at a place: as written, and whether a machine can use it."""

    value: str
    is_typed: bool
    is_name: bool = False
    is_meant: bool = False


def read_map(folder: Path) -> Real:
    """Read the map of clauses in a folder."""
    document, problems = read_yaml(folder / "clauses.yml", f"{folder.name}/clauses.yml")
    assert document, problems
    assert not problems
    data = document.data
    assert set(data) == {"about", "numbered", "clauses"}, folder.name
    clauses = data["clauses"]
    assert isinstance(clauses, dict)
    numbered = _texts(data["numbered"])
    made = tuple(_clause(number, given) for number, given in clauses.items())
    return Real(folder, str(data["about"]), numbered, made)


def _clause(number: str, given: object) -> Clause:
    assert isinstance(given, dict), number
    assert {"says", "as", "at"} <= set(given) <= {"says", "as", "at", "page"}, number
    places = given["at"]
    assert isinstance(places, dict), f"{number}: 'at' is a map of path and value"
    return Clause(
        number=number,
        says=given["says"],
        kind=given["as"],
        places=tuple(Place(path, value) for path, value in places.items()),
        page=_texts(given.get("page", [])),
    )


def _texts(given: object) -> tuple[str, ...]:
    assert isinstance(given, list)
    assert all(isinstance(item, str) for item in given)
    return tuple(given)


@functools.cache
def checked(folder: Path) -> Checked:
    """Check the charters of a folder."""
    return check(folder / "charters", folder.name, TODAY)


@functools.cache
def _council(folder: Path) -> CouncilFile:
    return _group(CouncilFile, folder / "charters/council.yml")


@functools.cache
def _charter(folder: Path, slug: str) -> Charter:
    return _group(Charter, folder / "charters" / slug / "charter.yml")


def _group(kind: type[G], file: Path) -> G:
    document, _ = read_yaml(file, file.name)
    group = read_group(kind, document).group if document else None
    if group is None:
        message = f"{file.parent.name}/{file.name} cannot be read"
        raise LookupError(message)
    return group


def slugs(folder: Path) -> list[str]:
    """Name the charters of a folder."""
    return look_into(folder / "charters", "").charters


def find(folder: Path, path: str) -> Found:
    """Find the value at a path such as ``district.standards.litter.targets.0.cleared``.

    Raises:
        LookupError: there is none; its text says which step leads nowhere.

    """
    slug, _, rest = path.partition(".")
    if slug != "council" and slug not in slugs(folder):
        message = f"{path}: there is no charter '{slug}'"
        raise LookupError(message)
    if rest.startswith("prose:"):
        return Found(_prose(folder, slug, rest.removeprefix("prose:")), is_typed=False)
    if rest.startswith("results:"):
        row, _, column = rest.removeprefix("results:").rpartition(":")
        return Found(_cell(folder, slug, row, column), is_typed=True)
    value: object = _council(folder) if slug == "council" else _charter(folder, slug)
    names = rest.split(".")
    for name in names:
        value = _step(value, name, path)
    if isinstance(value, (Group, tuple)):
        message = f"{path}: this is a group or a list; name one value in it"
        raise LookupError(message)  # noqa: TRY004 - it is the path that is wrong
    words = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    return Found(
        words,
        is_typed=not isinstance(value, Text),
        is_name=not NAMING.isdisjoint(names[-2:]),
        is_meant=not MEANT.isdisjoint(names[-2:]),
    )


def _step(value: object, name: str, path: str) -> object:
    found: object = None
    if isinstance(value, tuple):
        by_id = {str(getattr(item, "id", None)): item for item in value}
        number = int(name) if name.isdecimal() else len(value)
        found = by_id.get(name, value[number] if number < len(value) else None)
    elif isinstance(value, Group):
        fields = {declared.alias or own: own for own, declared in type(value).model_fields.items()}
        found = getattr(value, fields[name]) if name in fields else None
    if found is None:
        message = f"{path}: nothing stands at '{name}'"
        raise LookupError(message)
    return found


def _prose(folder: Path, slug: str, heading: str) -> str:
    prose, _ = read_prose(folder / "charters" / slug / "about.md", slug)
    sections = {section.title: section.html for section in prose.sections} if prose else {}
    if heading not in sections:
        message = f"{slug}/about.md has no heading '{heading}'"
        raise LookupError(message)
    return as_words(sections[heading])


def _cell(folder: Path, slug: str, row: str, column: str) -> str:
    name, _, period = row.partition(":")
    standard, _, target = name.partition("/")
    results = folder / "charters" / slug / "results.csv"
    if results.is_file():
        for cells in csv.DictReader(results.read_text("utf-8").splitlines(), strict=True):
            is_row = (cells["standard"], cells["target"]) == (standard, target)
            if is_row and period in ("", cells["period"]) and cells.get(column):
                return cells[column]
    message = f"{slug}/results.csv has no '{column}' for '{row}'"
    raise LookupError(message)


def wrong(folder: Path, place: Place) -> str:
    """Say why a place does not hold what is claimed of it; empty where it does."""
    try:
        found = find(folder, place.path)
    except LookupError as error:
        return str(error.args[0])
    begins = place.value.endswith(BEGINNING) and not found.is_typed
    if ".prose:" in place.path:
        holds = place.value in found.value
    elif begins:
        holds = found.value.startswith(place.value.removesuffix(BEGINNING))
    else:
        holds = found.value == place.value
    return "" if holds else f"{place.path}: '{found.value}' stands there, not '{place.value}'"


def has_a_home(folder: Path, clause: Clause) -> bool:
    """Whether every place of a clause holds what is claimed of it."""
    return bool(clause.places) and not any(wrong(folder, place) for place in clause.places)


def figures(words: str) -> set[str]:
    """Give the numbers in words: ``within 1,546 days of 08:30, twice`` -> 1546, 8, 30 and 2."""
    words = re.sub(r"\bonce\b", "1", re.sub(r"\btwice\b", "2", words))
    found = re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", words)
    return {figure.replace(",", "").lstrip("0") or "0" for figure in found}


def as_words(marked_up: str) -> str:
    """Give the text of HTML as people read it, with straight apostrophes."""
    # Neither a picture nor the label of a limit's kind is part of a sentence.
    aside = r"<svg\b.*?</svg>|<span class=\"charter-limit__kind\">.*?</span>"
    said = re.sub(aside, "", marked_up, flags=re.DOTALL)
    inline = re.sub(r"</?(?:a|abbr|b|bdi|code|em|i|span|strong|time)\b[^>]*>", "", said)
    named = re.sub(r"\s*</dt>", ": ", inline)
    words = html.unescape(re.sub(r"<[^>]*>", " ", named))
    return " ".join(re.sub("[\u2018\u2019]", "'", words).split())


@functools.cache
def page(folder: Path, slug: str) -> str:
    """Give what the page of a charter says."""
    site = checked(folder).site
    assert site
    (compiled,) = (one for one in site.charters if one.slug == slug)
    return as_words(charter_page(site, compiled, Making(TODAY)).html)


def counted() -> Iterator[tuple[str, bool]]:
    """Yield every clause's kind, and whether it has a home."""
    for folder in FOLDERS:
        for clause in read_map(folder).clauses:
            yield clause.kind, has_a_home(folder, clause)


def summary() -> str:
    """Say how many clauses have a home, and of what kind."""
    clauses = list(counted())
    homes = [kind for kind, is_home in clauses if is_home]
    data, partly, prose = (homes.count(kind) for kind in KINDS)
    share = 100 * (data + partly) // max(1, len(clauses))
    return (
        f"{len(homes)} of {len(clauses)} clauses of {len(FOLDERS)} real charters have a home: "
        f"{data} data, {partly} partly, {prose} prose ({share} % data or partly data)"
    )
