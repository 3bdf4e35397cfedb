"""The examples of charters that the sentences are tried on, read as our own reader reads them."""

from pathlib import Path
from typing import Any

import yaml

from site_builder.inherit import Directory, settle, settle_council
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.reading import read_group
from site_builder.source import read_yaml

FOLDER = Path(__file__).parent / "sentences"
EXAMPLES = yaml.safe_load((FOLDER / "examples.yml").read_text("utf-8"))


def _as_text(words: str) -> dict[str, Any]:
    """YAML with every value as the text that stands there, as our own reader has it."""
    return yaml.load(words, Loader=yaml.BaseLoader) or {}  # noqa: S506 - makes texts and nothing else


def council_with(more: str) -> CouncilFile:
    data = _as_text((FOLDER / "council.yml").read_text("utf-8"))
    for name, things in _as_text(more).items():
        data[name] = [*data.get(name, []), *things]
    return settle_council(CouncilFile.model_validate(data))


def _charter(words: str, folder: Path) -> Charter:
    if "title:" not in words:
        words = f"title: Hollins\narea:\n  name: Hollins\n{words}"
    file = folder / "charter.yml"
    file.write_text(words, "utf-8")
    document, problems = read_yaml(file, "charter.yml")
    assert document is not None, problems
    reading = read_group(Charter, document)
    assert reading.problems == []
    assert reading.group is not None
    return reading.group


def settled(example: dict[str, Any], folder: Path) -> tuple[Charter, CouncilFile, Directory]:
    """The charter of an example, its council, and what the ids in both stand for."""
    council = council_with(example.get("council", ""))
    charter = settle(_charter(example["charter"], folder), council)
    return charter, council, Directory.of(council, charter)
