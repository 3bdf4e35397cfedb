"""Netlify: two files of its own.

https://docs.netlify.com/manage/routing/headers/
"""

from collections.abc import Iterator

from site_builder.hosts.hosting import FORM, LASTING, Hosting
from site_builder.page import PublishedFile
from site_builder.policy import POLICY, UNFRAMED


def settings(hosting: Hosting) -> Iterator[PublishedFile]:
    """Give the headers, and what has moved."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in _of_all(hosting)), ""]
    if hosting.form:
        lines += [f"{hosting.base}{FORM}*", f"  {POLICY}: {hosting.form}", ""]
    # A page is asked for anew each time by itself. What two rules set is sent twice, so what lasts is named file by file.
    for name in hosting.lasting:
        lines += [f"{hosting.base}{name}", f"  Cache-Control: {LASTING}", ""]
    yield PublishedFile("_headers", "\n".join(lines))
    yield from moved(hosting)


def _of_all(hosting: Hosting) -> Iterator[tuple[str, str]]:
    """The headers of every answer. Here two policies hold at once, so the form leaves to each page what it says itself."""
    for name, value in hosting.headers:
        yield name, UNFRAMED if hosting.form and name == POLICY else value


def moved(hosting: Hosting) -> Iterator[PublishedFile]:
    """Give the file of what has moved, if anything has."""
    if hosting.moved:
        lines = (
            f"{hosting.base}{old}* {hosting.base}{new}:splat 301\n" for old, new in hosting.moved
        )
        yield PublishedFile("_redirects", "".join(lines))
