"""The JSON Schemas of charters.json and promises.json, from the declarations of their tables."""

from typing import Final

from site_builder.open_data.json_files import Json
from site_builder.open_data.table import Column, Kind, Part, Table

_FORM: Final[dict[Kind, dict[str, Json]]] = {
    Kind.TEXT: {"type": "string"},
    Kind.WORD: {"type": "string"},
    Kind.ID: {"type": "string"},
    Kind.ADDRESS: {"type": "string", "format": "uri-reference"},
    Kind.COUNT: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.DAY: {"type": "string", "format": "date"},
    Kind.DATE: {"type": "string", "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$"},
}
SERVICE_CODES: Final = (
    "For each Open311 service_code the promises that it leads to, by their names."
)


def schema_of(table: Table, about: dict[str, str], *, has_codes: bool = False) -> dict[str, Json]:
    """The schema of a table's JSON file; ``about`` describes what stands beside its rows."""
    properties: dict[str, Json] = {
        name: {"type": "string", "description": says} for name, says in about.items()
    }
    properties[table.name] = {
        "type": "object",
        "description": f"By the column '{table.key[0]}': an item for each.",
        "additionalProperties": _object(table, (Part.WHOLE, Part.TARGET, Part.MEASURE)),
    }
    if has_codes:
        items: dict[str, Json] = {"type": "array", "items": {"type": "string"}}
        properties["service_codes"] = {
            "type": "object",
            "description": SERVICE_CODES,
            "additionalProperties": items,
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.title,
        "type": "object",
        "properties": properties,
        "required": ["publisher", "made", table.name],
        "additionalProperties": False,
    }


def _object(table: Table, parts: tuple[Part, ...]) -> dict[str, Json]:
    part, *rest = parts
    columns = [column for column in table.columns if column.part is part]
    properties: dict[str, Json] = {column.name: _property(column) for column in columns}
    required: list[Json] = [column.name for column in columns if column.is_needed]
    if rest and any(column.part is rest[0] for column in table.columns):
        properties[rest[0].value] = {"type": "array", "items": _object(table, tuple(rest))}
        required.append(rest[0].value)
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, Json]:
    form = dict(_FORM[column.kind])
    if column.choices:
        form["enum"] = list(column.choices)
    if column.is_list:
        form = {"type": "array", "items": form}
    return {"description": column.says, **form}
