"""The hard cases of real charters: each is read, means what it says, and is said so that a resident understands it.

``tests/hard_cases/NN-name.yml`` holds a piece of a charter, what its values are, by when that is on a calendar,
sentences that stand on the charter's page, and the rules that find something odd about it.
"""

import re
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.compile import Compiled
from site_builder.deadlines.calendar import Calendar
from site_builder.deadlines.due import due
from site_builder.deadlines.moments import is_received, moment_of, set_off_on
from site_builder.model.calendar_forms import ReportMoment
from site_builder.page import Making
from site_builder.pages.charter import charter_page
from site_builder.problems import Severity
from site_builder.site import Checked, Site, check

FOLDER = Path(__file__).parent / "hard_cases"
TODAY = date(2026, 11, 22)
FILES = sorted(FOLDER.glob("*.yml"))
FIELDS = {"case", "charter", "means", "due", "set_off", "page", "problems"}
_INLINE = re.compile(r"</?(?:a|strong|span)\b[^>]*>")


def given(file: Path) -> dict[str, Any]:
    """Give what a case holds; dates and numbers in it stay texts."""
    loaded: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    return loaded


def completed(lines: str) -> str:
    """Give the lines of a case, and behind them what a valid charter needs besides."""
    mine = {part.partition(":")[0] for part in top_level(lines)}
    base = (FOLDER / "base/charter.yml").read_text("utf-8")
    return lines + "".join(part for part in top_level(base) if part.partition(":")[0] not in mine)


def top_level(text: str) -> list[str]:
    return [part for part in re.split(r"^(?=\S)", text, flags=re.MULTILINE) if part]


def cases(field: str) -> pytest.MarkDecorator:
    """Run a test for each case that says something under this field."""
    files = [file for file in FILES if given(file).get(field)]
    return pytest.mark.parametrize("case", files, ids=lambda file: file.stem, indirect=True)


@pytest.fixture(scope="module")
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    return given(request.param)


@pytest.fixture(scope="module")
def checked(case: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """What the check finds in the one charter that the case is part of."""
    root = tmp_path_factory.mktemp("charters")
    (root / "hollins").mkdir()
    (root / "hollins/charter.yml").write_text(completed(case["charter"]), "utf-8")
    council = (FOLDER / "base/council.yml").read_text("utf-8")
    (root / "council.yml").write_text(council, "utf-8")
    return check(root, "", TODAY)


@pytest.fixture(scope="module")
def site(checked: Checked) -> Site:
    """The site with that charter, in which there is no error."""
    assert [one for one in checked.problems if one.severity is Severity.ERROR] == []
    assert checked.site is not None
    return checked.site


def step_into(value: Any, name: str) -> Any:  # noqa: ANN401 - any part of a charter
    """Give the part of a value with this name: an item by its id or its number, or a field."""
    if isinstance(value, tuple) and name.isdigit():
        return value[int(name)]
    if isinstance(value, tuple):
        return next(item for item in value if item.id == name)
    return getattr(value, name)


def way_to(charter: Compiled, path: str) -> list[Any]:
    """Give every part of the charter on the way to the value at a path, the value last."""
    way: list[Any] = [charter.charter]
    for name in path.split("."):
        way.append(step_into(way[-1], name))
    return way


def spelled(value: object) -> str:
    """Say a value with all of its parts but those that are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        parts = [(one, getattr(value, one.name)) for one in fields(value)]
        needed = [spelled(part) for one, part in parts if one.default is MISSING]
        others = [
            f"{one.name}={spelled(part)}"
            for one, part in parts
            if one.default is not MISSING and part != one.default
        ]
        return f"{type(value).__name__}({', '.join(needed + others)})"
    if isinstance(value, str):
        return str(value)
    return repr(value)


@cases("means")
def test_it_means_what_it_says(case: dict[str, Any], site: Site) -> None:
    said = {path: spelled(way_to(site.charters[0], path)[-1]) for path in case["means"]}
    assert said == case["means"]


@cases("due")
def test_it_is_due_when_it_says(case: dict[str, Any], site: Site) -> None:
    calendar = Calendar.of(site.council.council)
    for expected in case["due"]:
        *around, value = way_to(site.charters[0], expected["of"])
        moment = datetime.fromisoformat(expected["from"])
        if isinstance(value, ReportMoment):
            found: object = moment_of(value, moment.date(), calendar)
        else:
            assert is_received(getattr(around[-1], "received", None), moment)
            rules = (getattr(part, "first_day", None) for part in reversed(around))
            found = due(moment, value, calendar, next((rule for rule in rules if rule), None))
        assert str(found) == expected["by"], expected["of"]


@cases("set_off")
def test_it_is_set_off_when_it_says(case: dict[str, Any], site: Site) -> None:
    for expected in case["set_off"]:
        trigger = way_to(site.charters[0], expected["of"])[-1]
        reports = [date.fromisoformat(day) for day in expected["reports"]]
        assert str(set_off_on(trigger, reports)) == expected["on"], expected["of"]


@cases("page")
def test_the_page_says_it(case: dict[str, Any], site: Site) -> None:
    page = charter_page(site, site.charters[0], Making(TODAY))
    words = in_plain_words(page.html)
    assert [said for said in case["page"] if said not in words] == [], words


@cases("problems")
def test_what_is_odd_about_it_is_found(case: dict[str, Any], checked: Checked) -> None:
    odd = set(case["problems"])
    assert [one.rule for one in checked.problems if one.rule in odd] == case["problems"]


def in_plain_words(html: str) -> str:
    """Give the words of a page as they are read: no markup, no drawings, ordinary spaces and apostrophes."""
    text = re.sub(r"<svg\b.*?</svg>", "", html, flags=re.DOTALL)
    text = re.sub(r"<[^>]*>", " ", _INLINE.sub("", text))
    return re.sub(r"\s+", " ", unescape(text).replace("\u2019", "'"))


def test_there_are_forty_and_each_says_what_it_is() -> None:
    cases = [given(file) for file in FILES]
    assert [file.stem[:2] for file in FILES] == [f"{number:02}" for number in range(1, 41)]
    assert all(set(one) <= FIELDS and one["means"] and one["page"] for one in cases)
    assert len({one["case"] for one in cases}) == len(cases)
