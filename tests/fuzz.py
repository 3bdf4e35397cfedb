"""Gives charter repositories made at random to the check, and what it accepts to the pages: ``make fuzz``.

Files are good ones with a few edits, fields of the model with values of any kind, and soups of what each format is made of.
An example fails that raises anything, takes more than its seconds of the processor, or makes this process grow.
"""

import json
import os
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from types import FrameType
from typing import Any

import yaml
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from site_builder import pages
from site_builder.around import around_each
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.group import Group
from site_builder.model.walk import types_in
from site_builder.page import Making, Page, PublishedFile
from site_builder.problems import Severity
from site_builder.reports.choice import FORMATS
from site_builder.reports.report import Report
from site_builder.site import Site, check
from tests.bad_inputs import COUNCIL, charter
from tests.conftest import NOW, ROOT

SECONDS = 4
"""What one example may take of the processor: two, where a core is not shared."""
MOST_GROWTH = 300 * 2**20
TODAY = NOW.date()
LINE = '{"type":"Polygon","coordinates":[[[-1.5,53.8],[-1.49,53.8],[-1.49,53.81],[-1.5,53.81],[-1.5,53.8]]]}'
Repository = dict[str, str]
SMALL: Repository = {
    "council.yml": COUNCIL,
    "privacy.md": "# Privacy\n\nWe keep nothing.\n",
    "one/charter.yml": charter("a01").replace(
        "  name: Area a01\n", "  name: Area one\n  boundary: boundary.geojson\n"
    ),
    "one/about.md": "# About\n\n## What it covers\n\nAll *streets*, and [more](https://example.org/).\n",
    "one/results.csv": "standard,period,cases,on_time,note\nlitter,2026-04 to 2026-06,50,40,Rain\n",
    "one/boundary.geojson": LINE,
}
NASTY = [
    "", " ", "0", "-1", "1e999", "9" * 400, "NaN", "null", "~", "yes", "no", "2026-02-30", "0000-01-01", "9999-12-31", "2026",
    "2026-04", "2026-04-01", "2026-04 to 2026-06", "25:00", "within 5 working days", "within 0 days", "within 99999999999 years",
    "95%", "101%", "£5", "-£1", "£1,2,3.456", "\u0661\u0662", "\u00b2", "\U0001f370", "e\u0301", "\u202e", "\x00", "\ufeff", "\u2028",
    "=1+1", "<b>", "&amp;", "{{7*7}}", "{% x %}", "%s", "{0}", "{}", "\\", "'", '"', "'''", "a" * 2001, "word " * 300, "http://", "https://[",
    "https://a:b@c:99999/", "https://\u2100.example.org/", "https://xn--a/", "mailto:a@b", "tel:x", "javascript:x", "//a", "../..", "one", "litter",
    "streets", "desk", "council", "*", "&a", "!x", "? ", "| ", "> ", "- ", "@", "`", "%", "[]", "{}", "[one, two]", "{a: b}", "[[[", "}}}",
]  # fmt: skip
YAML = [
    "\n", "\n  ", "\n    ", "\n- ", "\n  - ", ": ", ":", "- ", "# ", "|\n  ", ">-\n  ", "'", '"', "[", "]", "{", "}", ",", "&a ", "*a", "!!int ", "---\n",
    "...\n", "<<: ", "? ", "\t", "\r", "%YAML 9\n",
]  # fmt: skip
MARKDOWN = [
    "\n", "\n\n", "# ", "## ", "### ", "- ", "1. ", "    ", "\t", "> ", "|", "|-|-|\n", "`", "```\n", "~~~", "*", "**", "_", "__", "[", "]", "](", ")", "](x)", "![", "<", ">",
    "<!--", "-->", "<b>", "&lt;", "&#0;", "&#x110000;", "&#99999999999;", "[a]: ", "[^1]", "[^1]: ", ":   ", "--8<--", "{: .x }", "\\", "---\n", "===\n", "http://a", "(", '"', "…", "--",
    "javascript:", "https://[", "//", "#", "word ", "two words. ", "\x02", "\x03", "wzxhzdk:0", "STX", "\u2028", "%5B", "mailto:", "x@y",
]  # fmt: skip
TABLE = [
    ",", ";", "\t", "\n", "\r\n", '"', '""', '"\n', "standard", "period", "cases", "on_time", "note", "charter", "target", "reply", "litter", "one", "2026-04 to 2026-06", "50", "1,212",
    "95%", "0", "-1", "met", "missed", "=1+1", "'", "\ufeff", " ",
]  # fmt: skip
JSON = [
    "{", "}", "[", "]", ",", ":", '"type"', '"Polygon"', '"MultiPolygon"', '"Feature"', '"FeatureCollection"', '"features"', '"geometry"', '"coordinates"', '"crs"', "null", "true", "NaN", "-1.5", "53.8",
    "1e999", "[" * 1000, '{"a":' * 500, "9" * 5000, '"\\ud800"', '"', "0",
]  # fmt: skip
KINDS = {".yml": YAML, ".md": MARKDOWN, ".csv": TABLE, ".geojson": JSON}


def seeds(ending: str) -> list[str]:
    """Good files of a kind, the shortest first; not so long that edits of them would take long."""
    found = {text for name, text in SMALL.items() if name.endswith(ending)}
    for folder in ("charters", "tests/site", "tests/real"):
        for file in (ROOT / folder).rglob(f"*{ending}"):
            found.add(file.read_text("utf-8")[:20_000])
    return sorted(found, key=lambda text: (len(text), text))


any_text = st.text(st.characters(exclude_categories=()), max_size=20)
scalars = st.one_of(st.sampled_from(NASTY), any_text)


def soup(ending: str) -> st.SearchStrategy[str]:
    """What a format is made of, in any order."""
    pieces = st.one_of(st.sampled_from(KINDS[ending]), scalars)
    return st.lists(pieces, max_size=40).map("".join)


@st.composite
def edited(draw: st.DrawFn, ending: str, good: list[str]) -> str:
    """A good file with a few edits: of its lines, or of the pieces between them."""
    text = draw(st.sampled_from(good))
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        match draw(
            st.sampled_from(["value", "value", "piece", "drop", "twice", "swap", "indent", "many"])
        ):
            case "value":
                name, colon, _ = line.partition(": ")
                lines[at] = f"{name}{colon}{draw(scalars)}"
            case "piece":
                cut = draw(st.integers(0, len(line)))
                lines[at] = line[:cut] + draw(st.sampled_from(KINDS[ending])) + line[cut:]
            case "drop":
                del lines[at : at + draw(st.integers(1, 3))]
            case "twice":
                lines.insert(at, line)
            case "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], line
            case "indent":
                lines[at] = f"{' ' * draw(st.integers(0, 6))}{line.lstrip()}"
            case "many":
                lines[at] = line * draw(st.sampled_from([2, 50, 400]))
        lines = lines or [""]
    return "\n".join(lines)


def of_group(kind: type[Group], depth: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    """Some fields of a group, each with its example or with a value of any kind."""
    fields = {}
    for name, declared in kind.model_fields.items():
        inner = [one for one in types_in(declared.annotation) if issubclass(one, Group)]
        examples = [str(one) for one in declared.examples or ()]
        values: list[st.SearchStrategy[Any]] = [st.sampled_from(examples)] * 8 if examples else []
        values.append(scalars)
        for one in inner if depth < 4 else ():
            group = _later(one, depth + 1)
            values += [group, st.lists(group, max_size=3), st.lists(group, max_size=3)]
        if not inner:
            values.append(
                st.lists(
                    st.sampled_from(examples or ["one", "litter", "streets"]) | scalars, max_size=3
                )
            )
        fields[declared.alias or name] = st.one_of(values)
    return st.lists(st.sampled_from(sorted(fields)), unique=True, max_size=5).flatmap(
        lambda names: st.fixed_dictionaries({name: fields[name] for name in names})
    )


def _later(kind: type[Group], depth: int) -> st.SearchStrategy[dict[str, Any]]:
    return st.deferred(lambda: of_group(kind, depth))


def from_model(kind: type[Group], good: str) -> st.SearchStrategy[str]:
    """A good file with more fields, and some of its own exchanged."""
    known = yaml.safe_load(good)
    return of_group(kind).map(
        lambda fields: yaml.safe_dump({**known, **fields}, allow_unicode=True, sort_keys=False)
    )


positions = st.lists(
    st.floats() | st.integers(-400, 400) | st.sampled_from([None, "a", True, 10**400]), max_size=3
)
shapes = st.recursive(positions, lambda inner: st.lists(inner, max_size=5), max_leaves=20)
outlines = st.builds(
    lambda kind, shape, crs: json.dumps({"type": kind, "coordinates": shape, "crs": crs}),
    st.sampled_from(["Polygon", "MultiPolygon", "Feature", 1]),
    shapes,
    st.sampled_from([None, "EPSG:4326", {"a": []}, 1]),
)


def examples() -> list[Repository]:
    """The example council with one of its charters, for each; what names other charters is left out."""
    council = (ROOT / "charters/council.yml").read_text("utf-8")
    council, times = re.subn(r"(?ms)^changes:.*\Z", "", council)
    assert times == 1
    found = []
    for folder in sorted((ROOT / "charters").iterdir()):
        if folder.is_dir():
            own = {f"one/{file.name}": file.read_text("utf-8") for file in folder.iterdir()}
            found.append({"council.yml": council, "privacy.md": SMALL["privacy.md"], **own})
    return found


def contents(name: str, base: Repository) -> st.SearchStrategy[bytes]:
    """What may stand in a file of this name, in place of what stands there."""
    ending = Path(name).suffix
    texts = [edited(ending, seeds(ending)), soup(ending)]
    if name in base:
        texts += [edited(ending, [base[name]])] * 3
    if name == "one/charter.yml":
        texts += [from_model(Charter, base[name])] * 3
    if name == "council.yml":
        texts += [from_model(CouncilFile, base[name])] * 2
    if ending == ".geojson":
        texts.append(outlines)
    written = st.one_of(texts).map(lambda text: text.encode("utf-8", "surrogatepass"))
    return st.one_of(written, written, written, written, written, st.binary(max_size=200))


NAMES = (
    "one/charter.yml", "one/charter.yml", "council.yml", "one/about.md", "one/results.csv", "one/boundary.geojson", "results.csv",
    "one/charter.cy.yml", "council.cy.yml", "one/about.cy.md", "own.md",
)  # fmt: skip


def repositories(base: Repository) -> st.SearchStrategy[dict[str, bytes]]:
    """The files of a charter repository: good ones, and one or two in whose place others stand."""
    known = {name: contents(name, base) for name in NAMES}
    good = {name: text.encode() for name, text in base.items()}
    return (
        st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True)
        .flatmap(lambda names: st.fixed_dictionaries({name: known[name] for name in names}))
        .map(lambda files: {**good, **files})
    )


class TooSlowError(Exception):
    """An example took more than its time; the place where it is raised is where it was spent."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop what takes longer than so many seconds of the processor, wherever it is."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def used() -> int:
    """The most memory that this process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def made_of(site: Site) -> Iterator[Page | PublishedFile]:
    """What is published of a site, but for the pages that say the same of every site."""
    making = Making(TODAY, address="https://charters.example.org/")
    yield from pages.of_several(site, making)
    for around in around_each(site, making):
        yield from pages.of_one(around)


def is_sound(files: dict[str, bytes], *, with_pages: bool) -> str:
    """Check a repository with these files, and make the pages of what is accepted.

    Gives how it ended: refused, accepted or shown.
    """
    before = used()
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    try:
        for name, content in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(content)
        with at_most(SECONDS):
            checked = check(folder, "charters", TODAY)
        report = Report.of(checked)
        for problem in report.problems:
            assert problem.message.strip(), problem
            assert problem.message.isprintable(), problem
        for form in ("text", "github", "junit", "markdown"):
            FORMATS[form](report).encode()
        is_refused = any(one.severity is Severity.ERROR for one in checked.problems)
        if is_refused or checked.site is None:
            return "refused"
        if with_pages:
            with at_most(15):
                made = [*made_of(checked.site)]
            assert made
        return "shown" if with_pages else "accepted"
    finally:
        shutil.rmtree(folder)
        assert used() - before < MOST_GROWTH, "it took too much memory"


def trial(
    base: Repository,
    examples: int,
    told: Callable[[str], object] = event,
    *,
    same: bool,
    with_pages: bool,
) -> Callable[[], None]:
    """So many examples; the same ones in every run, or others each time."""

    @settings(
        max_examples=examples,
        derandomize=same,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
        print_blob=False,
    )
    @given(repositories(base))
    def one(files: dict[str, bytes]) -> None:
        told(is_sound(files, with_pages=with_pages))

    return one


def main(seconds: float) -> None:
    """Try other examples until the time is over; ends at the first that fails."""
    count: Counter[str] = Counter()
    end = time.monotonic() + seconds
    for base in cycle([SMALL, *examples()]):
        trial(base, 100, lambda how: count.update([how]), same=False, with_pages=True)()
        ended = ", ".join(f"{number:,} {how}" for how, number in sorted(count.items()))
        sys.stdout.write(
            f"{count.total():,} repositories: {ended}; {used() / 2**20:.0f} MB at the most\n"
        )
        sys.stdout.flush()
        if time.monotonic() > end:
            return


if __name__ == "__main__":
    main(float(os.environ.get("SECONDS", "600")))
