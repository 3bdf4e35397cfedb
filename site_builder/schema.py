"""The JSON Schema of the files, for editors: derived from the model, never written by hand."""

import json
from pathlib import Path
from typing import Any

from site_builder.folder import SCHEMAS
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.group import Group

FIELDS = 1
"""The version of the files' fields. It is raised only together with a way from the one before, in ``upgrade``."""
_KINDS: dict[str, tuple[type[Group], str]] = {
    "charter.schema.json": (Charter, "A neighbourhood charter"),
    "council.schema.json": (CouncilFile, "What the charters of a council share"),
}


def schemas() -> dict[str, str]:
    """The name and text of each schema file."""
    return {
        name: json.dumps(_schema(*_KINDS[name]), indent=1, ensure_ascii=False) + "\n"
        for name in SCHEMAS
    }


def outdated(folder: Path) -> list[Path]:
    """The schema files of the charters folder that are missing or not what the model says."""
    return [
        folder / name
        for name, text in schemas().items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    ]


def write(folder: Path) -> list[Path]:
    """Writes the schema files into the charters folder; returns those that were changed."""
    changed = outdated(folder)
    for file in changed:
        file.write_text(schemas()[file.name], encoding="utf-8")
    return changed


def _schema(kind: type[Group], title: str) -> dict[str, Any]:
    schema = kind.model_json_schema(by_alias=True)
    tidy: dict[str, Any] = _tidy(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **tidy}


def _tidy(value: Any, *, names: bool = False) -> Any:  # noqa: ANN401 - any JSON
    """Without what an editor has no use for: generated titles, and "or null" beside every field."""
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {}
    for key, item in value.items():
        if not names and (
            key in ("title", "clock_starts_at") or (key == "default" and item in (None, [], ()))
        ):
            continue
        kept[key] = _tidy(item, names=key in ("properties", "$defs"))
    choices = kept.get("anyOf")
    if isinstance(choices, list) and {"type": "null"} in choices:
        rest = [choice for choice in choices if choice != {"type": "null"}]
        del kept["anyOf"]
        kept = {**(rest[0] if len(rest) == 1 else {"anyOf": rest}), **kept}
    return kept
