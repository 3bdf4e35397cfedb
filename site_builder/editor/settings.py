"""All that the form is told: where its proposals go, which files there are, and their fields."""

from typing import Any
from urllib.parse import urlsplit

from site_builder.editor.fields import fields_of
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.editor import Editor

WRITTEN = {"name": "as_written", "label": "As written", "widget": "hidden"}
"""The file as it was when it was opened, by which its own words, notes and order are kept."""
_FOLDER, _BRANCH = "charters", "main"


def settings_of(editor: Editor, council: str, address: str) -> dict[str, Any]:
    """The settings of the form.

    Takes what council.yml says of the form, the council's name, and the address of the site, which may be empty.
    """
    folder = str(editor.folder or _FOLDER)
    said = {
        "backend": _backend(editor),
        # Without this a saved form is written straight to the branch.
        "publish_mode": "editorial_workflow",
        "media_folder": folder,
        "app_title": f"{council}: charters",
        "show_preview_links": False,
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [_charters(folder), _shared(folder)],
    }
    return said | ({"site_url": address} if address else {})


def hosts_asked(editor: Editor) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The addresses that the form speaks with, and those it shows pictures of people from."""
    if editor.address:
        own = _origin(str(editor.address))
        return (own,), (own,)
    if editor.host == "github":
        return ("https://api.github.com",), ("https://avatars.githubusercontent.com",)
    return ("https://gitlab.com",), ("https://gitlab.com",)


def _backend(editor: Editor) -> dict[str, Any]:
    said: dict[str, Any] = {
        "name": str(editor.host),
        "repo": str(editor.repository),
        "branch": str(editor.branch or _BRANCH),
    }
    if editor.host == "gitlab" and editor.app_id:
        said |= {"auth_type": "pkce", "app_id": str(editor.app_id)}
    else:
        # Any other way to sign in needs a server of one's own.
        said |= {"auth_methods": ["token"]}
    if editor.address:
        own = _origin(str(editor.address))
        said |= {"base_url": own}
        if editor.host == "github":
            said |= {"api_root": f"{own}/api/v3", "graphql_api_root": f"{own}/api/graphql"}
        else:
            said |= {"api_root": f"{own}/api/v4", "graphql_api_root": f"{own}/api/graphql"}
    return said


def _charters(folder: str) -> dict[str, Any]:
    return {
        "name": "charters",
        "label": "Charters",
        "label_singular": "Charter",
        "description": "One agreement for one area each.",
        "folder": folder,
        "path": "{{slug}}/charter",
        "slug": "{{fields.area.name}}",
        "identifier_field": "title",
        "summary": "{{title}}",
        "extension": "yml",
        "format": "charter-yml",
        "create": True,
        # A charter is withdrawn, with a date and a reason, so that its page stays.
        "delete": False,
        "fields": [*fields_of(Charter), WRITTEN],
    }


def _shared(folder: str) -> dict[str, Any]:
    return {
        "name": "shared",
        "label": "What charters share",
        "description": "Parties, topics, routes and whatever else several charters name.",
        "format": "council-yml",
        "files": [
            {
                "name": "council",
                "label": "The council, and what all charters share",
                "file": f"{folder}/council.yml",
                "format": "council-yml",
                "fields": [*fields_of(CouncilFile), WRITTEN],
            }
        ],
    }


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
