"""A charter to begin with: its notes explain, and each of its blanks is a problem that says what to fill in."""

import json
import re
import shutil
import tempfile
import textwrap
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import jinja2

from site_builder.compile import read_council
from site_builder.folder import CHARTER, look_into, wrong_name
from site_builder.model.blanks import is_blank
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.fields import choices_of, description_of, example_of, group_at
from site_builder.model.words import Text
from site_builder.text_file import HIDDEN

BLANK = "____"
WIDTH = 100
_STARTERS = Path(__file__).parent / "starters"
# Words that YAML reads as they stand, without quotes.
_PLAIN = re.compile(r"[^\W_](?:[\w.,'()/&-]|(?<!:) (?!#|$))*")


class StarterError(Exception):
    """Why no charter can be begun, in a sentence for the person who asked."""


@dataclass(frozen=True, slots=True)
class Filled:
    """Parts of a charter that are known already, as they stand under their names; what is empty is left to fill in."""

    parties: str = ""
    standards: str = ""
    routes: str = ""


class _Thing(Protocol):
    @property
    def id(self) -> str: ...


def begin(  # noqa: PLR0913 - all that may be known of a charter
    folder: Path,
    area: str | None,
    *,
    kind: str = "",
    title: str = "",
    slug: str = "",
    filled: Filled | None = None,
) -> Path:
    """Lay a starter for an area in a new folder of the charters folder, whole or not at all.

    ``area`` is its name as residents say it, None leaves a blank; ``slug`` the new folder's name, if not made from it.
    ``filled`` is what it is to hold already; then it is laid out in the one style. Gives the file.

    Raises:
        StarterError: there is no such charters folder, the name is no name, or the folder is there already.
        OSError: it cannot be written.

    """
    if folder.is_symlink() or not folder.is_dir():
        message = f"There is no folder '{folder}'. Run this beside it, or name the charters folder with --charters."
        raise StarterError(message)
    area = BLANK if area is None else said_name(area, "area")
    title = said_name(title, "charter") if title else _title(area)
    slug = slug or slug_of(area)
    if problem := wrong_name(slug):
        message = f"No folder can be made for '{area[:60]}'. {problem} Name one with --folder."
        raise StarterError(message)
    place = folder / slug
    if place.exists() or place.is_symlink():
        message = f"'{place}' is there already. Choose another name for this charter's folder with --folder."
        raise StarterError(message)
    council = read_council(look_into(folder, folder.as_posix())).settled
    _write_whole(place, starter(area, title, kind, council, filled))
    return place / CHARTER


def slug_of(name: str) -> str:
    """The folder's name for an area's: ``St Anne's Green`` -> ``st-annes-green``."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.replace("'", "").lower()).strip("-")


def starter(
    area: str, title: str, kind: str, council: CouncilFile | None, filled: Filled | None = None
) -> str:
    """The words of a starter; the council's own ids stand in its notes."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_STARTERS),
        autoescape=False,  # noqa: S701 - it makes a file of YAML, not a page
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    terms = council.for_all_standards if council else None
    words = environment.get_template(CHARTER).render(
        area=quoted(area),
        area_said=area,
        title=quoted(title),
        kind=kind,
        filled=filled or Filled(),
        blank=BLANK,
        note=_note,
        says=lambda path: description_of(*_field(path)),
        one_of=lambda path: f"One of: {', '.join(choices_of(*_field(path)))}.",
        example=lambda path: example_of(*_field(path)),
        ids=_ids,
        parties=council.parties if council else (),
        topics=council.topics if council else (),
        standards=[one for one in council.standards if not one.withdrawn] if council else (),
        redress=council.redress if council else (),
        has_access=bool(council and council.access),
        has_results=bool(terms and terms.results),
        has_redress=bool(terms and terms.redress),
    )
    return re.sub(r"\n[ \t]+(?=\n)", "\n", words)


def _title(area: str) -> str:
    return area if area == BLANK else f"{area} neighbourhood charter"


def said_name(words: str, of: str) -> str:
    """A name as it is written down; ``of`` is what it is the name of.

    Raises:
        StarterError: it is no name.

    """
    try:
        name = " ".join(Text.read(words).split())
    except ValueError as error:
        raise StarterError(str(error)) from error
    is_path = name.startswith((".", "/", "\\"))
    if is_path or is_blank(name) or HIDDEN.search(name) or not slug_of(name):
        message = f"'{name}' is no name for the {of}. Write it in letters, as residents say it, such as 'Mill Lane'."
        raise StarterError(message)
    return name


def quoted(words: str) -> str:
    """Words as they stand behind a colon in YAML; a blank stays one."""
    return (
        words
        if words == BLANK or _PLAIN.fullmatch(words)
        else json.dumps(words, ensure_ascii=False)
    )


def _field(path: str) -> tuple[type[Charter], str]:
    *above, name = path.split(".")
    return group_at(Charter, tuple(above)), name  # type: ignore[return-value]


def _note(words: str, indent: int = 0) -> str:
    """Words as a note of as many lines as they need."""
    lines = textwrap.wrap(words, WIDTH - indent, initial_indent="# ", subsequent_indent="# ",
                          break_on_hyphens=False)  # fmt: skip
    return f"\n{' ' * indent}".join(lines)


def _ids(things: Iterable[_Thing]) -> str:
    """The ids that may be named."""
    return f"{', '.join(str(thing.id) for thing in things) or 'none yet'}."


def _write_whole(place: Path, words: str) -> None:
    """Writes a new folder with a charter in it: first beside its place, then there in one step."""
    beside = Path(tempfile.mkdtemp(prefix=f".{place.name}.", dir=place.parent))
    try:
        beside.chmod(0o755)
        (beside / CHARTER).write_text(words, encoding="utf-8")
        beside.rename(place)
    except OSError:
        shutil.rmtree(beside, ignore_errors=True)
        raise
