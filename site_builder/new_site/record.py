"""What this program wrote into a repository, kept there in ``.charters/``: by it an upgrade tells its own words from the council's.

It holds the answers that were given, the versions, and a copy of each file that an upgrade brings forward.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from site_builder.new_site.answers import Answers, NewSiteError
from site_builder.new_site.files import kept_current, program_version
from site_builder.text_file import Unreadable, read_text

FOLDER = ".charters"
FILE = f"{FOLDER}/written.json"
_COPIES = f"{FOLDER}/as-written"
_LIMIT = 64 * 1024
_DERIVED = ".schema.json"
"""Files that are made from the model alone: they have no copy, since nobody edits them."""


@dataclass(frozen=True, slots=True)
class Record:
    """What was written, for whom, by which version; ``schema`` is the version of the charters' fields."""

    answers: Answers
    schema: int
    version: str
    copies: dict[str, str] = field(default_factory=dict)
    """The text of each file as it was written then, by its path."""


def files_of_record(answers: Answers, schema: int) -> dict[str, str]:
    """The files that remember what this version writes."""
    told = {"version": program_version(), "schema": schema, "answers": asdict(answers)}
    copies = {
        copy_of(name): text for name, text in kept_current(answers).items() if not is_derived(name)
    }
    return {FILE: json.dumps(told, indent=2, ensure_ascii=False) + "\n", **copies}


def copy_of(name: str) -> str:
    """Where the copy of a file is kept."""
    return f"{_COPIES}/{name}"


def is_derived(name: str) -> bool:
    """Whether a file is made from the model alone."""
    return name.endswith(_DERIVED)


def read_record(root: Path) -> Record | None:
    """What a repository remembers; None where there is no record in it.

    Raises:
        NewSiteError: there is one and it cannot be read.

    """
    if not (root / FILE).exists():
        return None
    try:
        told = json.loads(read_text(root / FILE, FILE, _LIMIT))
        given = told["answers"]
        answers = Answers(*(str(given[name]) for name in ("name", "nation", "site_url")))
        kept = sorted(file for file in (root / _COPIES).rglob("*") if not file.is_dir())
        names = [file.relative_to(root / _COPIES).as_posix() for file in kept]
        copies = {name: read_text(root / copy_of(name), copy_of(name), _LIMIT) for name in names}
        return Record(answers, int(told["schema"]), str(told["version"]), copies)
    except Unreadable as unreadable:
        raise NewSiteError(unreadable.problem.message) from unreadable
    except (ValueError, KeyError, TypeError) as error:
        message = f"'{FILE}' cannot be read. Take it back from the repository's history: it says what this program wrote."
        raise NewSiteError(message) from error
