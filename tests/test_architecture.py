"""The conventions of the project, as tests."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
import yaml

from site_builder import schema
from site_builder.rules import rule
from tests.conftest import ROOT

PACKAGE = ROOT / "site_builder"
MODULES = sorted(PACKAGE.rglob("*.py"))
# The way of a charter through the rooms: none knows of a room further down.
FLOW = (
    "problems",
    "source",
    "model",
    "inherit",
    "rules",
    "findings",
    "compile",
    "site",
    "open_data",
    "views",
    "pages",
    "plugin",
    "publish",
    "cli",
)
# What each library is met in; no other room may know of it.
ONLY = {
    "mkdocs": {
        "plugin",
        "preview",
        *(f"engine_{one}" for one in ("files", "frame", "making", "page")),
    },
    "material": set[str](),
    "yaml": {"source"},
    "click": {"cli"},
    "icalendar": {"calendars"},
    "shapely": {"maps"},
    "tinycss2": {"material"},
    "segno": {"qr_code"},
    "ruamel": {"upgrade"},
}
RULES = sorted(file for file in (PACKAGE / "rules").glob("*.py") if file.stem != "__init__")
COMPONENTS = sorted((PACKAGE / "theme/components").glob("*.html"))
MOST_LINES = 220
VAGUE = {"utils", "helpers", "common", "core", "base", "manager", "misc"}


@cache
def imports(file: Path) -> tuple[str, ...]:
    """Give the full name of everything that a module imports, wherever in it."""
    return tuple(_imported(file))


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}: a relative import hides where it leads"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def rooms_known() -> dict[str, set[str]]:
    """Give, for each room of the package, the other rooms that it imports."""
    known: dict[str, set[str]] = {}
    for file in MODULES:
        others = {name.split(".")[1] for name in imports(file) if name.startswith("site_builder.")}
        known.setdefault(room(file), set()).update(others - {room(file)})
    return known


def test_no_two_rooms_know_each_other() -> None:
    list(TopologicalSorter(rooms_known()).static_order())


def test_the_flow_goes_one_way() -> None:
    known = rooms_known()
    assert not [
        f"{before} imports {after}"
        for place, before in enumerate(FLOW)
        for after in FLOW[place + 1 :]
        if after in known[before]
    ]


@pytest.mark.parametrize("library", ONLY)
def test_a_library_is_met_in_one_room(library: str) -> None:
    meet = {
        room(file)
        for file in MODULES
        if any(name.split(".")[0] == library for name in imports(file))
    }
    assert meet <= ONLY[library]


def test_names_of_modules_say_what_is_in_them() -> None:
    assert not [file for file in MODULES if file.stem in VAGUE]


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_module_is_one_room(file: Path) -> None:
    text = file.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)) or not text.strip(), "it does not say what is in it"
    assert len(text.splitlines()) <= MOST_LINES, "it wants to be two rooms"


@pytest.mark.parametrize("file", RULES, ids=lambda file: file.stem)
def test_a_rule_has_cases(file: Path) -> None:
    cases = ROOT / "tests/rules" / f"{file.stem.replace('_', '-')}.yml"
    found = [bool(case["problems"]) for case in yaml.safe_load(cases.read_text("utf-8"))]
    assert True in found, "no case breaks the rule"
    assert False in found, "no case keeps the rule"


@pytest.mark.parametrize("file", RULES, ids=lambda file: file.stem)
def test_a_rule_says_why_and_shows_what_breaks_it_and_what_is_right(file: Path) -> None:
    page = rule(file.stem.replace("_", "-"))
    assert page.title.endswith(".")
    assert [heading for heading, _ in page.sections] == ["Why it matters", "To put it right"]
    assert page.breaks
    assert page.right
    assert page.breaks != page.right


def test_cases_have_a_rule() -> None:
    ids = {file.stem.replace("_", "-") for file in RULES}
    assert {file.stem for file in (ROOT / "tests/rules").glob("*.yml")} <= ids


@pytest.mark.parametrize("file", COMPONENTS, ids=lambda file: file.stem)
def test_a_component_has_examples_and_a_look(file: Path) -> None:
    examples = ROOT / "tests/components" / f"{file.stem}.yml"
    assert yaml.safe_load(examples.read_text("utf-8")), "it has no example"
    name = file.stem.replace("_", "-")
    html = file.read_text("utf-8")
    # A macro that prints no block of its own has nothing to look like.
    if "charter-" in html:
        styles = (PACKAGE / "theme/assets/charters.css").read_text("utf-8")
        assert re.search(rf"\.charter-{name}(?![a-z])", styles), "it has no block in charters.css"


def test_schemas_are_what_the_model_says() -> None:
    for name, text in schema.schemas().items():
        assert (ROOT / "charters" / name).read_text("utf-8") == text, "run make schema"


def test_no_file_names_a_registry_or_a_machine() -> None:
    # In pieces, so that this file does not name what it looks for.
    hosts = ["pypi." + "org", "python" + "hosted", "npm" + "js", "deb." + "debian"]
    paths = ["work", "root", "home/[a-z]", "opt", "Users/[a-z]", "tmp/[a-z]"]
    banned = re.compile(
        rf"{'|'.join(map(re.escape, hosts))}|(?<![\w.>)}}*])/(?:{'|'.join(paths)})/"
    )
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - git's own
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    assert listed
    found = []
    for name in listed:
        file = ROOT / name
        if not file.is_file():
            continue
        text = file.read_text("utf-8", errors="replace")
        found += [f"{name}: {match[0]}" for match in banned.finditer(text)]
    assert not found


def test_versions_are_pinned_with_hashes() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-audit.txt"):
        text = (ROOT / name).read_text("utf-8")
        pins = re.findall(r"(?m)^\S+==\S+ \\\n +--hash=sha256:", text)
        assert len(pins) == len(re.findall(r"(?m)^[A-Za-z]", text)) > 20


def test_the_package_asks_for_what_is_pinned() -> None:
    asked = set(re.findall(r'(?m)^    "([^"]+)",$', (ROOT / "pyproject.toml").read_text("utf-8")))
    lines = (ROOT / "requirements.in").read_text("utf-8").splitlines()
    runtime = {line for line in lines if line and not line.startswith("#")}
    extra = {"hatchling", "editables", "pymdown-extensions<13"}
    assert runtime - extra <= asked
