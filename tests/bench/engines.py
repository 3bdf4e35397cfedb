"""The engines that a benchmark measures side by side: for each, its folder with the charters in its form, and its command."""

import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import other_forms
import past
from found import HUGO, MATERIAL, OURS

LAYOUTS = Path(__file__).parent / "layouts"
# Every run speaks of one day, so that the charters are in force in all the years to come.
ONE_DAY = {"SOURCE_DATE_EPOCH": str(1798761600), "NO_MKDOCS_2_WARNING": "1"}
# Of so many charters one was changed once, so that there is a history to tell.
CHARTERS_OF_A_CHANGE = 5
SETTINGS = """\
site_name: Neighbourhood charters
site_url: https://charters.example.org/
docs_dir: charters
theme:
  name: material
  font: false
plugins:
  - charters
"""
MATERIAL_SETTINGS = """\
site_name: Neighbourhood charters
site_url: https://charters.example.org/
theme:
  name: material
  font: false
plugins:
  - search
"""
OUT_OF_NAV = """\
nav:
  - index.md
validation:
  nav:
    omitted_files: ignore
"""
Charters = list[tuple[str, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Engine:
    """One way to make the site: where it works, what it runs, and where its pages come to lie."""

    name: str
    folder: Path
    command: list[str]
    site: str
    environment: dict[str, str] = field(default_factory=dict)
    inputs: frozenset[str] = frozenset()

    def forget(self) -> None:
        """Take away all that an earlier run has left, whatever it is called."""
        for here in self.folder.iterdir():
            if here.name not in self.inputs:
                shutil.rmtree(here) if here.is_dir() else here.unlink()


def ours(folder: Path, number: int) -> Engine:
    """Lay so many charters with a past of their own, for this project."""
    # One change is the council's, however many there are: a longer past is no more charters.
    commits = max(3, number // CHARTERS_OF_A_CHANGE)
    past.lay(folder, number, commits, council_every=commits // 2 + 1)
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    command = [sys.executable, "-m", "site_builder.cli", "build"]
    return _engine(OURS, folder, command, "site")


def others(
    charters: Charters, folder: Path, *, hugo: str | None, eleventy: str | None
) -> Iterable[Engine]:
    """Lay the same charters for each other engine that is here."""
    for in_nav in (False, True):
        here = folder / f"material-{in_nav}"
        _lay(
            here / "docs", charters, lambda _, charter: other_forms.markdown(charter), "areas/{}.md"
        )
        (here / "docs/index.md").write_text("# Neighbourhood charters\n", "utf-8")
        (here / "mkdocs.yml").write_text(
            MATERIAL_SETTINGS + ("" if in_nav else OUT_OF_NAV), "utf-8"
        )
        name = f"{MATERIAL}{', pages in its navigation' if in_nav else ''}"
        yield _engine(name, here, [sys.executable, "-m", "mkdocs", "build", "--quiet"], "site")
    if hugo:
        here = folder / "hugo"
        shutil.copytree(LAYOUTS / "hugo", here)
        _lay(here / "content", charters, _front_matter, "areas/{}.md")
        yield _engine(HUGO, here, [hugo, "build", "--quiet"], "public",
                      {"HUGO_CACHEDIR": str(here / "cache")})  # fmt: skip
    if eleventy:
        here = folder / "eleventy"
        shutil.copytree(LAYOUTS / "eleventy", here)
        data = [charter | {"address": name} for name, charter in charters]
        (here / "_data").mkdir()
        (here / "_data/charters.json").write_text(json.dumps(data), "utf-8")
        yield _engine("Eleventy, bare layout", here, [eleventy, "--quiet"], "_site")


def versions(hugo: str | None, eleventy: str | None) -> list[tuple[str, str]]:
    """Give the version of each engine, or that it is not here."""
    return [
        *((name, importlib.metadata.version(name.lower().replace(" ", "-"))) for name in
          ("Neighbourhood charters", "MkDocs", "MkDocs Material")),
        ("Hugo", _version([hugo, "version"]) if hugo else "not installed"),
        ("Eleventy", _version([eleventy, "--version"]) if eleventy else "not installed"),
    ]  # fmt: skip


def _engine(
    name: str,
    folder: Path,
    command: list[str],
    site: str,
    environment: dict[str, str] | None = None,
) -> Engine:
    laid = frozenset(here.name for here in folder.iterdir())
    return Engine(name, folder, command, site, ONE_DAY | (environment or {}), laid)


def _lay(
    folder: Path, charters: Charters, form: Callable[[str, dict[str, Any]], str], place: str
) -> None:
    for name, charter in charters:
        file = folder / place.format(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(form(name, charter), "utf-8")


def _front_matter(_: str, charter: dict[str, Any]) -> str:
    return json.dumps({"title": charter["title"], "params": {"charter": charter}}, indent=1) + "\n"


def _version(command: list[str]) -> str:
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r"\d+\.\d+\.\d+", said)
    return found[0] if found else "of an unknown version"
