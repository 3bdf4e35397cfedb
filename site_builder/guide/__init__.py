"""The guide for those who write charters: Markdown pages that every site has, kept in this folder."""

from functools import cache
from pathlib import Path

from site_builder.prose import Prose, read_prose

PAGES = (
    "agree-a-charter",
    "write-a-charter",
    "what-charters-share",
    "propose-a-change",
    "edit-by-form",
    "review-a-proposal",
    "publish-results",
    "hold-a-scrutiny-meeting",
    "in-other-languages",
    "start-a-site",
    "host-the-site",
)
"""Their files and addresses, in the order in which they are read."""
_FOLDER = Path(__file__).parent


@cache
def chapter(name: str) -> tuple[str, Prose]:
    """The title of a page of the guide, and its words in sections."""
    prose, problems = read_prose(_FOLDER / f"{name}.md", f"guide/{name}.md")
    if prose is None:
        message = f"the guide itself is wrong: {problems[0].message}"
        raise ValueError(message)
    return prose.text.splitlines()[0].removeprefix("# "), prose
