"""What lies in charters/: which file is a charter, which a page, and what has no place there.

No link is followed, and nothing is passed over in silence but names that begin with a dot and hide no charter.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from rapidfuzz import process

from site_builder.catalogue import translations
from site_builder.language_files import is_translation, unknown_language
from site_builder.pictures import KINDS
from site_builder.problems import Location, Problem

COUNCIL = "council.yml"
CHARTER = "charter.yml"
PROSE = "about.md"
RESULTS = "results.csv"
"""Beside a charter it holds that charter's results, and beside council.yml those of any."""
BOUNDARY = "boundary.geojson"
"""Beside a charter: the outline of its area."""
SCHEMAS = ("charter.schema.json", "council.schema.json")
PICTURES = tuple(KINDS)
LONGEST_NAME = 60
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{name}{n}" for name in ("com", "lpt") for n in range(10)),
}
OUR_PAGES = ("", *(f"{one}/" for one in (
    "areas", "topics", "rules", "changes", "results", "teams", "data", "find", "report", "search", "assets", "admin",
)))  # fmt: skip


@dataclass(slots=True)
class Folder:
    """The files of a charters folder by what they are; paths are relative to it."""

    root: Path
    shown: str
    """How the folder is named in problems."""
    charters: list[str] = field(default_factory=list)
    """The names of the folders that hold a charter."""
    pages: list[str] = field(default_factory=list)
    """Hand-written Markdown pages."""
    pictures: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def path(self, name: str) -> Path:
        """A file of the folder."""
        return self.root / name

    def named(self, name: str) -> str:
        """The file as problems name it."""
        return f"{self.shown}/{name}" if self.shown else name

    def has(self, name: str) -> bool:
        """Whether the file is there; a link counts, and is refused when it is read."""
        return os.path.lexists(self.root / name)

    def holds(self, name: str) -> bool:
        """Whether the file is there, and no link: that has been told with the folder."""
        return self.has(name) and not self.path(name).is_symlink()

    def tell(self, name: str, rule: str, message: str) -> None:
        """Notes a problem with a file as a whole."""
        self.problems.append(Problem(Location(self.named(name)), message, rule))


def look_into(root: Path, shown: str) -> Folder:
    """The folder ``root``, which problems call ``shown``."""
    folder = Folder(root, shown)
    if not folder.has(COUNCIL):
        message = f"There is no '{COUNCIL}' here. It says who publishes the charters; start with 'council:' and 'name:'."
        folder.tell(COUNCIL, "files-are-complete", message)
    files: dict[str, list[str]] = {}
    for name in sorted(_walk(folder, "")):
        above, _, last = name.rpartition("/")
        files.setdefault(above, []).append(last)
    for above, names in files.items():
        is_charter = CHARTER in names
        if is_charter and above and "/" not in above:
            folder.charters.append(above)
        for last in names:
            _sort(folder, above, last, in_charter=is_charter)
    _tell_shared_addresses(folder)
    return folder


def _walk(folder: Folder, above: str, depth: int = 0) -> Iterator[str]:
    entries = sorted(os.scandir(folder.root / above), key=lambda entry: entry.name)
    for entry in entries:
        name = f"{above}{entry.name}"
        if entry.is_symlink():
            message = f"'{entry.name}' is a link. Delete it and put the file or folder itself here."
            folder.tell(_printable(name), "files-are-no-links", message)
        elif entry.name.startswith("."):
            if (Path(entry.path) / CHARTER).is_file():
                folder.tell(_printable(name), "addresses-are-plain", wrong_name(entry.name))
        elif entry.is_dir(follow_symlinks=False):
            if problem := wrong_name(entry.name):
                folder.tell(_printable(name), "addresses-are-plain", problem)
            elif depth > 4:  # noqa: PLR2004 - charters stand one deep, guides two
                folder.tell(
                    name, "files-have-a-place", "Folders stand too deep inside one another here."
                )
            else:
                yield from _walk(folder, f"{name}/", depth + 1)
        elif entry.is_file(follow_symlinks=False):
            yield name
        else:
            folder.tell(
                _printable(name),
                "files-are-no-links",
                f"'{_printable(entry.name)}' is not a plain file. Delete it.",
            )


def _sort(folder: Folder, above: str, last: str, *, in_charter: bool) -> None:
    name = f"{above}/{last}" if above else last
    stem, suffix = PurePosixPath(last).stem, PurePosixPath(last).suffix
    translated = (CHARTER, PROSE) if in_charter else () if above else (COUNCIL,)
    if (
        is_translation(last, translated)
        or (last == CHARTER and above and "/" not in above)
        or (last in (RESULTS, BOUNDARY) and in_charter)
        or (not above and last in (COUNCIL, RESULTS, *SCHEMAS))
    ):
        return
    if message := unknown_language(last, translated):
        folder.tell(_printable(name), "files-have-a-place", message)
    elif suffix in (".md", *PICTURES) and (problem := wrong_name(stem, page=True)):
        folder.tell(_printable(name), "addresses-are-plain", problem)
    elif suffix in PICTURES:
        folder.pictures.append(name)
    elif suffix == ".md" and not in_charter:
        folder.pages.append(name)
    elif suffix == ".md" and last != PROSE:
        message = (
            f"'{last}' is not shown on a charter's page. Put its words in {PROSE}, under a heading."
        )
        folder.tell(name, "files-have-a-place", message)
    elif suffix != ".md":
        folder.tell(_printable(name), "files-have-a-place", _no_place(above, last))


def _no_place(above: str, last: str) -> str:
    if last == CHARTER:
        where = (
            "a folder of its own, such as charters/hollins/charter.yml"
            if not above
            else "a folder directly under charters/"
        )
        return f"A charter stands in {where}. Move it there."
    expected = [CHARTER, PROSE, RESULTS, BOUNDARY] if above else [COUNCIL, RESULTS]
    near = None if last in expected else process.extractOne(last.lower(), expected, score_cutoff=70)
    hint = f"Did you mean '{near[0]}'?" if near else "Delete it, or keep it outside charters/."
    return f"'{_printable(last)[:60]}' has no place here and would not be published. {hint}"


def wrong_name(name: str, *, page: bool = False) -> str:
    """Why a folder's or page's name makes no good address; empty where it does."""
    if name.lower() in _RESERVED:
        return f"'{name}' is a name that some computers keep for themselves. Choose another."
    if page and name == "README":
        return ""
    if _SLUG.fullmatch(name) and len(name) <= LONGEST_NAME:
        return ""
    if len(name) > LONGEST_NAME:
        return f"This name has {len(name)} characters; an address has {LONGEST_NAME} at the most. Shorten it."
    better = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    hint = f"Call it '{better}'." if better else "Choose another name."
    return f"'{_printable(name)}' makes no good address: use lower-case letters, figures and hyphens. {hint}"


def address_of_page(name: str) -> str:
    """``guide/write.md`` -> ``guide/write/``; ``about/index.md`` -> ``about/``."""
    path = PurePosixPath(name)
    folder = "" if path.parent == PurePosixPath() else f"{path.parent}/"
    return folder if path.stem in ("index", "README") else f"{folder}{path.stem}/"


def _tell_shared_addresses(folder: Folder) -> None:
    taken = dict.fromkeys(OUR_PAGES, "a page that the site makes itself")
    for slug in folder.charters:
        for beginning in ("", *(f"{code}/" for code in translations())):
            taken[f"{beginning}areas/{slug}/"] = f"the charter in {folder.named(slug)}/"
    for page in folder.pages:
        address = address_of_page(page)
        first = taken.get(address) or next(
            (taken[a] for a in ("topics/", "rules/", "changes/", "find/") if address.startswith(a)),
            None,
        )
        if first:
            message = f"This page has the address '/{address}', which belongs to {first}. Rename the file."
            folder.tell(page, "addresses-are-unique", message)
        taken.setdefault(address, folder.named(page))


def _printable(name: str) -> str:
    return "".join(
        sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for sign in os.fsencode(name).decode("utf-8", "replace")
    )
