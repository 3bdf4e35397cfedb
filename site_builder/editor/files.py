"""All that is published at /admin/: the page, what it runs, and its settings."""

import html
import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from site_builder import policy
from site_builder.editor.laid import laid
from site_builder.editor.settings import hosts_asked, settings_of
from site_builder.hosts.hosting import FORM
from site_builder.model.editor import Editor
from site_builder.page import PublishedFile

_SCRIPTS = ("keep.js", "start.js")


def files_of(editor: Editor, council: str, address: str, program: Path) -> Iterator[PublishedFile]:
    """Give every file of the form.

    Takes what council.yml says of it, the council's name, the site's address, and the folder of its program.

    Raises:
        LaidError: the program is not there, or another.

    """
    for name, content in laid(program).items():
        yield PublishedFile(f"{FORM}{name}", content)
    for name in _SCRIPTS:
        yield PublishedFile(f"{FORM}{name}", _ours(name))
    said = json.dumps(settings_of(editor, council, address), ensure_ascii=False, indent=1)
    yield PublishedFile(f"{FORM}config.json", f"{said}\n")
    stated = html.escape(policy.of_form(*hosts_asked(editor)), quote=True)
    yield PublishedFile(f"{FORM}index.html", _ours("index.html").replace("{policy}", stated))


def policy_sent(editor: Editor | None) -> str:
    """What a server says that a browser may do with the form; empty where there is none."""
    return policy.of_form(*hosts_asked(editor), in_header=True) if editor else ""


def _ours(name: str) -> str:
    return (resources.files(__package__ or "") / "page" / name).read_text("utf-8")
