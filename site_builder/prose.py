"""Markdown prose beside a charter, and hand-written pages: read and checked, in sections."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from site_builder.markup import to_html
from site_builder.problems import Problem
from site_builder.prose_slips import slips
from site_builder.text_file import Unreadable, read_text

MARKDOWN_LIMIT = 64 * 1024


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a prose file: its heading ("" before the first one) and what stands under it."""

    title: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Prose:
    """A Markdown file that can be shown."""

    text: str
    sections: tuple[Section, ...]


def read_prose(
    file: Path, shown: str, *, render: bool = True
) -> tuple[Prose | None, list[Problem]]:
    """A Markdown file and what is wrong with it; no Prose where anything is.

    ``render`` says whether its sections are wanted as HTML: hand-written pages are rendered by the engine.
    """
    try:
        text = read_text(file, shown, MARKDOWN_LIMIT)
    except Unreadable as unreadable:
        return None, [unreadable.problem]
    problems = list(slips(text, shown, file.parent))
    if problems:
        return None, problems
    return Prose(text, tuple(_sections(text)) if render else ()), []


def _sections(text: str) -> Iterator[Section]:
    """The text cut at its second-level headings; a first-level heading is the page's and is dropped."""
    text = re.sub(r"\A\s*# .*\n?", "", text)
    parts = re.split(r"^## +(.*?)\s*#*$", text, flags=re.MULTILINE)
    if parts[0].strip():
        yield Section("", to_html(parts[0]))
    for title, body in zip(parts[1::2], parts[2::2], strict=True):
        yield Section(title.strip(), to_html(body))
