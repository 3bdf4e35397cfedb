"""The schemas of what programs read."""

from collections.abc import Iterator

from site_builder.page import Making, PublishedFile
from site_builder.reports import as_json
from site_builder.site import Site


def made(site: Site, making: Making) -> Iterator[PublishedFile]:  # noqa: ARG001 - they are the same on every site
    """Give the schema of the check's report."""
    yield PublishedFile(f"data/{as_json.SCHEMA.name}", as_json.SCHEMA.read_text("utf-8"))
