"""The schemas of what programs read."""

from collections.abc import Iterator
from pathlib import Path

from site_builder.page import PublishedFile
from site_builder.reports import as_json


def made_alike(overrides: Path | None) -> Iterator[PublishedFile]:  # noqa: ARG001 - no template has a part in it
    """Give the schema of the check's report."""
    yield PublishedFile(f"data/{as_json.SCHEMA.name}", as_json.SCHEMA.read_text("utf-8"))
