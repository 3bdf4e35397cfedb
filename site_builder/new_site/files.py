"""The files of a council's repository, as this version of the program writes them."""

from importlib.metadata import version
from pathlib import Path

import jinja2

from site_builder.new_site.answers import Answers
from site_builder.schema import schemas
from site_builder.starter import BLANK, quoted

_TEMPLATES = Path(__file__).parents[1] / "starters/site"
# The others are copied as they are: what a workflow writes in braces is for its service.
_FILLED_IN = ("mkdocs.yml", "requirements.txt", "README.md", "charters/council.yml")
_THEIRS = ("README.md", "charters/council.yml", "overrides/")
"""What belongs to the council from the first day: written once, and never again."""


def program_version() -> str:
    """The version of this program."""
    return version("neighbourhood-charters")


def files_of_a_site(answers: Answers) -> dict[str, str]:
    """The text of each file of a new site, by its path, but for its charters."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=False,  # noqa: S701 - it makes files of text, not pages
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    written = {}
    for file in sorted(_TEMPLATES.rglob("*")):
        name = file.relative_to(_TEMPLATES).as_posix()
        if name in _FILLED_IN:
            written[name] = environment.get_template(name).render(
                name=answers.name,
                nation=answers.nation,
                site_url=answers.site_url,
                version=program_version(),
                blank=BLANK,
                quoted=quoted,
            )
        elif file.is_file():
            written[name] = file.read_text("utf-8")
    return written | {f"charters/{name}": text for name, text in schemas().items()}


def kept_current(answers: Answers) -> dict[str, str]:
    """Those of the files that an upgrade brings forward: workflows and settings, and what editors read."""
    return {
        name: text
        for name, text in files_of_a_site(answers).items()
        if not name.startswith(_THEIRS)
    }
