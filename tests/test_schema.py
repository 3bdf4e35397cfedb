"""The schema that editors read: it takes what we take, refuses a misspelt field, and explains every one."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from site_builder.folder import SCHEMAS
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.fields import field_names, group_of
from site_builder.model.group import Group
from site_builder.schema import schemas, write

CHARTERS = Path(__file__).parents[1] / "charters"
FILES = [CHARTERS / "council.yml", *sorted(CHARTERS.glob("*/charter.yml"))]


class _AsAnEditor(yaml.SafeLoader):
    """Reads values as an editor does, by YAML 1.2: ``yes`` and dates are texts, numbers are numbers."""


_AsAnEditor.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if not tag.endswith(("timestamp", "bool"))]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_an_editor(words: str) -> dict[str, Any]:
    return yaml.load(words, Loader=_AsAnEditor)  # noqa: S506 - made from the safe one


@pytest.fixture(scope="module")
def made() -> dict[str, dict[str, Any]]:
    return {name: json.loads(text) for name, text in schemas().items()}


@pytest.fixture(scope="module")
def validators(made: dict[str, dict[str, Any]]) -> dict[str, Draft202012Validator]:
    known = {name: Draft202012Validator(schema) for name, schema in made.items()}
    for validator in known.values():
        Draft202012Validator.check_schema(validator.schema)
    return known


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_the_example_council_s_files_are_valid(
    file: Path, validators: dict[str, Draft202012Validator]
) -> None:
    validator = validators[file.name.replace(".yml", ".schema.json")]
    data = as_an_editor(file.read_text("utf-8"))
    assert [error.message for error in validator.iter_errors(data)] == []


@pytest.mark.parametrize(
    "words",
    [
        "titel: Hollins\n",
        "area: {name: Hollins, nmae: Hollins}\n",
        "standards: [{id: litter, targets: [{remove: within 5 working days}]}]\n",
        "legal_status: voluntry\n",
        "agreed: 1 April 2026\n",
        "standards: litter\n",
        "area: {kind: estate}\n",
    ],
)
def test_a_slip_is_refused(words: str, validators: dict[str, Draft202012Validator]) -> None:
    valid = {"title": "Hollins", "area": {"name": "Hollins"}}
    validator = validators["charter.schema.json"]
    assert validator.is_valid(valid)
    assert not validator.is_valid({**valid, **as_an_editor(words)})


def _groups(kind: type[Group], seen: set[type[Group]]) -> Iterator[type[Group]]:
    if kind in seen:
        return
    seen.add(kind)
    yield kind
    for name in kind.model_fields:
        within = group_of(kind, name)
        if within is not None and issubclass(within, Group):
            yield from _groups(within, seen)


GROUPS = [group for root in (Charter, CouncilFile) for group in _groups(root, set())]


@pytest.mark.parametrize("group", sorted(set(GROUPS), key=lambda group: group.__name__))
def test_every_field_is_explained_in_a_sentence(group: type[Group]) -> None:
    for name, declared in group.model_fields.items():
        assert declared.description, name
        assert declared.description.endswith("."), name


@pytest.mark.parametrize("group", sorted(set(GROUPS), key=lambda group: group.__name__))
def test_an_example_of_a_field_is_itself_good(group: type[Group]) -> None:
    for declared in group.model_fields.values():
        kind = Annotated[declared.annotation, *declared.metadata, None]
        is_list = str(declared.annotation).startswith("tuple")
        for example in declared.examples or []:
            TypeAdapter(kind).validate_python([example] if is_list else example)


def test_every_field_of_the_model_is_in_the_schema(made: dict[str, dict[str, Any]]) -> None:
    named = {
        name: set(schema["properties"])
        for text in made.values()
        for name, schema in [(text["title"], text), *text["$defs"].items()]
    }
    for group in set(GROUPS) - {Charter, CouncilFile}:
        assert named[group.__name__] == set(field_names(group))


def test_schemas_are_written_once_and_then_left_alone(tmp_path: Path) -> None:
    assert write(tmp_path) == [tmp_path / name for name in SCHEMAS]
    (tmp_path / SCHEMAS[0]).write_text("{}", "utf-8")
    assert write(tmp_path) == [tmp_path / SCHEMAS[0]]
