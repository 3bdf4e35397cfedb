"""The open data: described, valid by its own descriptions, harmless in a spreadsheet, and true to the raw figures."""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from csvw import CSVW
from frictionless import Package
from jsonschema import Draft202012Validator
from markupsafe import Markup
from pydantic import TypeAdapter

from site_builder.as_data import as_data
from site_builder.changes.change import Effect
from site_builder.compile import Compiled
from site_builder.csv_file import csv_file, exact, harmless
from site_builder.dates import read_date
from site_builder.history.past import History, PastChange
from site_builder.inherit import Directory, settle, settle_council
from site_builder.linked_data import in_page, services
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.fields import choices_of, description_of, example_of, group_of, is_list
from site_builder.model.forms import Level
from site_builder.model.group import Group
from site_builder.model.parties import Route
from site_builder.model.results import Result
from site_builder.model.standard import Standard
from site_builder.model.terms import Suspended, Terms, Withdrawn
from site_builder.model.words import ServiceCode, Text, WardCode, Words
from site_builder.open_data.figures import Figures, of_level, of_time
from site_builder.open_data.promise_columns import PROMISES
from site_builder.open_data.promises import Addresses, state_of
from site_builder.open_data.publication import Publication
from site_builder.open_data.results import RESULTS
from site_builder.open_data.routes import ROUTES
from site_builder.open_data.table import Kind, Table
from site_builder.page import Making, Page, PublishedFile
from site_builder.pages import data as data_page
from site_builder.site import Site, check
from site_builder.status import status
from site_builder.times.grammar import read_time
from site_builder.views import anchors
from tests.of_kind import of_kind
from tests.open_data import open_data

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
ADDRESS = "https://charters.example.org/"
HISTORY = History(
    (
        PastChange("larkfold", "Larkfold", "standards", "graffiti", Effect.STRONGER,
                   Markup("Graffiti: <strong>3 working days</strong>, not 5."), date(2026, 7, 14), date(2026, 7, 1),
                   "Residents asked.", "Larkfold Forum"),
        PastChange("larkfold", "Larkfold", "", "", Effect.HOUSEKEEPING, Markup("The summary changed."),
                   date(2026, 6, 1), date(2026, 6, 1)),
    ),
    begins=date(2026, 1, 1),
)  # fmt: skip
MAKING = Making(TODAY, history=HISTORY, address=ADDRESS)
# The library that reads CSVW tells by warnings what is wrong with a table: they must reach it.
pytestmark = pytest.mark.filterwarnings("always")


@pytest.fixture(scope="module")
def site() -> Site:
    checked = check(ROOT / "charters", "charters", TODAY)
    assert checked.site is not None
    return checked.site


@pytest.fixture(scope="module")
def published(site: Site) -> Publication:
    return open_data(site, MAKING)


@pytest.fixture(scope="module")
def folder(published: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid(published, tmp_path_factory.mktemp("data"))


def laid(published: Publication, folder: Path) -> Path:
    for file in (*published.files, *published.beside):
        (folder / file.name).write_bytes(file.content)
    return folder


def rows_of(published: Publication, name: str) -> list[dict[str, str]]:
    (content,) = [file.content for file in published.files if file.name == name]
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def data_of(published: Publication, name: str) -> dict[str, Any]:
    (content,) = [one.content for one in (*published.files, *published.beside) if one.name == name]
    found: dict[str, Any] = json.loads(content)
    return found


TABLES = ("charters", "promises", "results", "routes", "changes")

# Described, and valid by the descriptions


def test_the_package_is_valid(folder: Path) -> None:
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["title", "fieldName", "rowNumber", "note"]) == []
    assert {task.name for task in report.tasks} >= {f"{name}-csv" for name in TABLES}


def test_the_package_refuses_a_table_that_is_not_as_described(
    published: Publication, tmp_path: Path
) -> None:
    folder = laid(published, tmp_path)
    table = (folder / "results.csv").read_bytes()
    (folder / "results.csv").write_bytes(table.replace(b",410,", b",many,"))
    found = Package(str(folder / "datapackage.json")).validate().flatten(["type", "fieldName"])
    assert ["type-error", "cases"] in found


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_what_its_metadata_says(name: str, folder: Path) -> None:
    table = CSVW(str(folder / f"{name}.csv-metadata.json"))
    assert table.is_valid
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        raw = list(csv.DictReader(stream))
    read = list(table.tables[0])
    assert len(read) == len(raw) > 0
    columns = {column.name: column for column in table.tables[0].tableSchema.columns}
    assert list(raw[0]) == list(columns)
    several = {name for name, column in columns.items() if column.separator}
    for row, cells in zip(read, raw, strict=True):
        for column in several:
            assert row[column] == (cells[column].split("\n") if cells[column] else [])


def test_metadata_refuse_a_table_that_is_not_as_described(
    published: Publication, tmp_path: Path
) -> None:
    folder = laid(published, tmp_path)
    table = (folder / "results.csv").read_bytes()
    (folder / "results.csv").write_bytes(table.replace(b",410,", b",many,"))
    assert not CSVW(str(folder / "results.csv-metadata.json")).is_valid


@pytest.mark.parametrize("name", ["charters", "promises", "council"])
def test_json_follows_its_schema(name: str, published: Publication) -> None:
    schema = data_of(published, f"{name}.schema.json")
    Draft202012Validator.check_schema(schema)
    data = data_of(published, f"{name}.json")
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []
    for inner in data.values():
        if isinstance(inner, dict) and name != "council":
            inner["not-there"] = {"unknown": 1}
    if name != "council":
        assert list(Draft202012Validator(schema).iter_errors(data))


def test_each_charter_is_a_file_that_follows_the_schema_of_charters(
    site: Site, published: Publication
) -> None:
    schema = Draft202012Validator(data_of(published, "charter.schema.json"))
    made = {
        one.uri: json.loads(one.content)
        for one in of_kind(data_page, site, MAKING)
        if isinstance(one, PublishedFile) and one.uri.endswith("/charter.json")
    }
    assert made.keys() == {f"{compiled.uri}charter.json" for compiled in site.charters}
    for uri, data in made.items():
        assert [error.message for error in schema.iter_errors(data)] == [], uri
    listed = data_of(published, "charters.json")["charters"]
    assert {f"{ADDRESS}{uri}" for uri in made} == {one["file"] for one in listed.values()}


@pytest.mark.parametrize(
    ("group", "table"), [(Result, RESULTS), (Route, ROUTES), (Terms, PROMISES)]
)
def test_a_field_of_the_model_is_a_column_in_the_model_s_words(
    group: type[Group], table: Table
) -> None:
    columns = {column.name: column for column in table.columns}
    for name in group.model_fields:
        assert columns[name].says == description_of(group, name)
        assert columns[name].example == example_of(group, name)


def test_every_column_is_explained_in_every_description(published: Publication) -> None:
    resources = {one["path"]: one for one in data_of(published, "datapackage.json")["resources"]}
    for file in published.files:
        if file.table:
            fields = resources[file.name]["schema"]["fields"]
            columns = data_of(published, f"{file.name}-metadata.json")["tableSchema"]["columns"]
            for declared, field, column in zip(file.table.columns, fields, columns, strict=True):
                assert declared.says.endswith(".")
                assert declared.name == field["name"] == column["name"]
                assert declared.says == field["description"] == column["dc:description"]


def test_sizes_and_sums_are_those_of_the_files(published: Publication, folder: Path) -> None:
    for resource in data_of(published, "datapackage.json")["resources"]:
        assert resource["bytes"] == (folder / resource["path"]).stat().st_size


def test_the_same_charters_give_the_same_bytes(site: Site, published: Publication) -> None:
    again = open_data(replace(site, charters=site.charters[::-1]), MAKING)
    assert again.files == published.files
    assert again.beside == published.beside


def test_a_csv_file_is_utf_8_with_commas_and_cr_lf(published: Publication) -> None:
    for file in published.files:
        if file.table:
            assert not file.content.startswith(b"\xef\xbb\xbf")
            assert file.content.endswith(b"\r\n")
            first = file.content.split(b"\r\n")[0]
            assert first.decode() == ",".join(column.name for column in file.table.columns)


# What is in them


def test_a_report_program_finds_the_promised_time(published: Publication) -> None:
    data = data_of(published, "promises.json")
    assert "larkfold/fly-tipping" in data["service_codes"]["FLYT"]
    promise = data["promises"]["larkfold/fly-tipping"]
    (target,) = promise["targets"]
    (removed,) = [one for one in target["measures"] if one["measure"] == "removed"]
    assert removed == {
        "measure": "removed",
        "as_written": "within 1 working day",
        "form": "within",
        "number": 1,
        "unit": "working day",
        "moment": "report",
    }
    assert target["sentence"].startswith(
        "Fly-tipping: removed within 1 working day of your report;"
    )


def test_promises_of_the_whole_council_have_their_id_alone(
    site: Site, published: Publication
) -> None:
    promises = data_of(published, "promises.json")["promises"]
    alone = {key for key in promises if "/" not in key}
    assert alone == {standard.id for standard in site.council.standards}
    assert len(promises) == len(alone) + sum(len(one.charter.standards) for one in site.charters)


def test_every_target_and_measure_has_a_row(site: Site, published: Publication) -> None:
    count: Counter[str] = Counter(row["promise"] for row in rows_of(published, "promises.csv"))
    for compiled in site.charters:
        for standard in compiled.charter.standards:
            least = sum(max(1, len(target.actions)) for target in standard.targets)
            assert count[f"{compiled.slug}/{standard.id}"] >= least > 0


def test_a_promise_stands_as_its_charter_does_unless_something_of_its_own_is_so(
    site: Site, published: Publication
) -> None:
    promises = data_of(published, "promises.json")["promises"]
    for compiled in site.charters:
        general = status(compiled.charter, TODAY).name
        for standard in compiled.charter.standards:
            state = promises[f"{compiled.slug}/{standard.id}"]["state"]
            gone = standard.withdrawn and standard.withdrawn.date.first <= TODAY
            if general not in ("in force", "under review", "overdue") and not gone:
                assert state == general
    assert promises["sallow-meadows/missed-bins"]["state"] == "draft"


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, "in force"),
        ({"withdrawn": Withdrawn(date="2026-11-22", reason="Done.")}, "withdrawn"),
        ({"withdrawn": Withdrawn(date="2026-11-23", reason="Done.")}, "in force"),
        ({"ends": read_date("2026-11-21")}, "expired"),
        ({"ends": read_date("2026-11")}, "in force"),
        ({"starts": read_date("2026-11-23")}, "agreed"),
        ({"suspended": Suspended(from_="2026-11-22", reason="Snow.")}, "suspended"),
        ({"suspended": Suspended(from_="2026-10", to="2026-11-21", reason="Snow.")}, "in force"),
    ],
)
def test_the_state_of_a_promise_follows_from_its_dates(
    fields: dict[str, object], state: str
) -> None:
    assert state_of(Standard(id="graffiti").model_copy(update=fields), None, TODAY) == state


def test_a_target_has_the_terms_of_its_promise_beside_its_own() -> None:
    target = {"removed": "within 1 day", "not_covered": ["Bridges"], "share": "9 of 10"}
    standard = {
        "id": "graffiti",
        "not_covered": ["Walls", "Bridges"],
        "share": "80%",
        "fee": "£5",
        "targets": [target, {"for": "Rest", "removed": "within 2 days"}],
    }
    given = {"council": {"name": "Riverdale"}, "standards": [standard]}
    council = settle_council(CouncilFile.model_validate(given))
    made = open_data(Site(council, ()), MAKING)
    first, second = rows_of(made, "promises.csv")
    assert [first["not_covered"], second["not_covered"]] == ["Bridges\nWalls", "Walls\nBridges"]
    assert [first["share_percent"], second["share_percent"]] == ["90", "80"]
    assert first["fee"] == second["fee"] == "£5"
    assert [first["target_number"], second["target_number"]] == ["1", "2"]
    assert [one["target_number"] for one in _targets(made)] == [1, 2]


def _targets(published: Publication) -> list[dict[str, Any]]:
    targets: list[dict[str, Any]] = data_of(published, "promises.json")["promises"]["graffiti"][
        "targets"
    ]
    return targets


def test_results_are_those_of_the_raw_tables(published: Publication) -> None:
    raw = {}
    for file in sorted((ROOT / "charters").rglob("results.csv")):
        for row in csv.DictReader(file.read_text("utf-8-sig").splitlines()):
            slug = row.get("charter") or file.parent.name
            raw[slug, row["standard"], row["target"], row["period"]] = row
    made = {
        (row["charter"], row["standard"], row["target"], row["period"]): row
        for row in rows_of(published, "results.csv")
    }
    assert raw
    assert raw.keys() <= made.keys()
    for key, row in raw.items():
        for column in ("cases", "on_time", "still_open", "result", "median", "slowest", "note"):
            assert exact(made[key][column]) == row[column], key
        assert made[key]["promise"] == f"{key[0]}/{key[1]}"


def test_outcomes_follow_from_the_cases(published: Publication) -> None:
    seen = set()
    for row in rows_of(published, "results.csv"):
        if row["cases"] and row["on_time"] and row["agreed_percent"] and int(row["cases"]) >= 5:
            kept = Decimal(row["on_time"]) * 100 >= Decimal(row["agreed_percent"]) * int(
                row["cases"]
            )
            assert row["outcome"] == ("met" if kept else "missed")
            seen.add(row["outcome"])
    assert seen == {"met", "missed"}


def test_changes_are_those_of_the_history_in_plain_words(published: Publication) -> None:
    first, second = rows_of(published, "changes.csv")
    assert first["sentence"] == "Graffiti: 3 working days, not 5."
    assert (first["published"], first["took_effect"]) == ("2026-07-14", "2026-07-01")
    assert [first["number"], second["number"]] == ["2", "1"]
    assert second["about"] == second["kind"] == second["reason"] == ""


def test_wards_have_their_codes(published: Publication) -> None:
    charters = data_of(published, "charters.json")["charters"]
    assert charters["larkfold"]["wards"] == ["Larkfold and Clough"]
    assert charters["larkfold"]["ward_codes"] == ["E05099001"]
    assert "ward_codes" not in charters["bobbin-house"]


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("within 3 working days", Figures("within", Decimal(3), "working day", moment="report")),
        ("within half a day of inspection", Figures("within", Decimal("0.5"), "day", moment="inspection")),
        ("within 2 to 5 days", Figures("within", Decimal(5), "day", Decimal(2), "day", moment="report")),
        ("within 10 working days to 8 calendar weeks",
         Figures("within", Decimal(8), "calendar week", Decimal(10), "working day", moment="report")),
        ("within 24 hours, Friday to Monday",
         Figures("within", Decimal(24), "hour", moment="report", days=("Friday", "Saturday", "Sunday", "Monday"))),
        ("by 12:00 the next working day",
         Figures("by day", Decimal(1), "working day", moment="report", until_hour="12:00")),
        ("by 17:00 the same day", Figures("by day", Decimal(0), "day", moment="report", until_hour="17:00")),
        ("the same day", Figures("same day", Decimal(0), "day", moment="report")),
        ("at the next meeting", Figures("next visit", moment="meeting")),
        ("at once", Figures("at once", moment="report")),
        ("2 working days before the meeting", Figures("before", Decimal(2), "working day", moment="meeting")),
        ("every 7 to 10 days", Figures("every", Decimal(10), "day", Decimal(7), "day", 1)),
        ("at least twice a week", Figures("times", Decimal(1), "week", times=2, bound="at least")),
        ("2 to 3 times every 2 years", Figures("times", Decimal(2), "year", times=3, times_low=2)),
        ("every Monday and Friday", Figures("weekdays", Decimal(1), "week", times=2, days=("Monday", "Friday"))),
        ("first Tuesday of every month", Figures("each month", Decimal(1), "month", times=1, days=("first Tuesday",))),
        ("continuously 07:00 to 17:00 every day",
         Figures("continuously", from_hour="07:00", until_hour="17:00")),
    ],
)  # fmt: skip
def test_a_time_is_told_in_figures(words: str, figures: Figures) -> None:
    assert of_time(read_time(words), "report") == figures


@pytest.mark.parametrize(
    ("words", "bound", "number", "unit"),
    [
        ("at least 98.5% of street lights are working", "at least", Decimal("98.5"), "%"),
        ("at least 9 of 10 appointments are kept", "at least", Decimal(90), "%"),
        ("at least 2 of 3 calls", "at least", Decimal("66.667"), "%"),
        ("more than half of the team's time", "more than", Decimal(50), "%"),
        ("all bins have a number", "exactly", Decimal(100), "%"),
        ("at most 1,200 complaints a year", "at most", Decimal(1200), None),
        ("at most £5 a month", None, None, None),
    ],
)
def test_a_level_is_told_in_figures(
    words: str, bound: str | None, number: Decimal | None, unit: str | None
) -> None:
    assert of_level(Level.read(words)) == Figures("level", number, unit, bound=bound)


@pytest.mark.parametrize("code", ["GRAF", "0012", "street-scene.2:a_b"])
def test_a_service_code_is_taken_as_it_is(code: str) -> None:
    assert ServiceCode.read(code) == code


@pytest.mark.parametrize(
    ("form", "words", "told"),
    [
        (ServiceCode, "two words", "'two words' is not a service code. Write it like 'GRAF'."),
        (WardCode, "e05 099 001", "'e05 099 001' is not a ward's code. Did you mean 'E05099001'?"),
        (WardCode, "Market", "'Market' is not a ward's code. Write it like 'E05099001'."),
    ],
)
def test_a_code_of_another_form_is_told(form: type[Words], words: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        form.read(words)


def test_a_charter_as_data_is_the_charter_again(site: Site) -> None:
    for compiled in site.charters:
        data = json.loads(json.dumps(as_data(compiled.charter)))
        assert Charter.model_validate(data) == compiled.charter
    council = json.loads(json.dumps(as_data(site.council)))
    assert CouncilFile.model_validate(council) == site.council


# Harmless, whatever stands in it

HOSTILE = (
    "=HYPERLINK(1)", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "'=1", "''", "a;=1", "a\n=1", "a\t@b",
    "\uff1d1", '"a",=1', "</script><script>alert(1)</script>", "<!--<script>", "]]>&amp;", "\u2028", "x\\u003c",
)  # fmt: skip
RUN = re.compile(r"(?:^|[;\t\r\n])\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def made_up(group: type[Group]) -> dict[str, Any]:
    """Give a value for every field of a group, from the model's own examples."""
    found: dict[str, Any] = {}
    for name, declared in group.model_fields.items():
        inner = group_of(group, name)
        value: Any = example_of(group, name) or next(iter(choices_of(group, name)), "")
        if inner is not None and issubclass(inner, Group):
            value = made_up(inner)
        found[declared.alias or name] = [value] if is_list(group, name) else value
    return found


def with_text(value: Any, text: str) -> Any:  # noqa: ANN401 - whatever stands in a field
    """Give a value with every text of an author's in it replaced."""
    if isinstance(value, Group):
        fields = {name: with_text(getattr(value, name), text) for name in type(value).model_fields}
        return value.model_copy(update=fields)
    if isinstance(value, tuple):
        return tuple(with_text(item, text) for item in value)
    return Text(text) if isinstance(value, Text) else value


def hostile_site(text: str) -> Site:
    """Give a council whose every text is `text`, with a promise that holds."""
    council = settle_council(with_text(CouncilFile.model_validate(made_up(CouncilFile)), text))
    charter = with_text(Charter.model_validate(made_up(Charter)), text)
    held = charter.standards[0].model_copy(update={"id": "held", "withdrawn": None})
    standards = (held, *charter.standards)
    charter = charter.model_copy(update={"withdrawn": None, "standards": standards})
    charter = settle(charter, council)
    result = with_text(TypeAdapter(Result).validate_python(made_up(Result)), text)
    compiled = Compiled("hollins", charter, Directory.of(council, charter), (), (result,))
    return Site(council, (compiled,))


def hostile_history(text: str) -> History:
    day = date(2026, 5, 1)
    change = PastChange(
        "hollins", text, "", "", Effect.NEW, Markup.escape(text), day, day, text, text
    )
    return History((change,))


# A day on which the made-up charter holds.
HELD = date(2026, 11, 1)


@pytest.fixture(scope="module", params=HOSTILE, ids=repr)
def hostile(request: pytest.FixtureRequest) -> tuple[str, Site, Publication]:
    site = hostile_site(request.param)
    making = Making(HELD, history=hostile_history(request.param), address=ADDRESS)
    return request.param, site, open_data(site, making)


def test_no_cell_runs_in_a_spreadsheet_and_each_can_be_made_exact_again(
    hostile: tuple[str, Site, Publication],
) -> None:
    text, _, published = hostile
    for file in published.files:
        if file.table is None:
            continue
        rows = rows_of(published, file.name)
        for column in file.table.columns:
            cells = [row[column.name] for row in rows if row[column.name]]
            if column.kind in (Kind.NUMBER, Kind.COUNT, Kind.DAY, Kind.DATE):
                assert not [cell for cell in cells if cell.startswith("'")]
                continue
            assert not [cell for cell in cells if RUN.search(cell)], (file.name, column.name)
            if not column.is_list and any(part in text for part in cells):
                assert text in [exact(cell) for cell in cells] or column.name == "sentence"


def test_every_text_of_the_model_that_is_published_was_made_hostile(
    hostile: tuple[str, Site, Publication],
) -> None:
    text, _, published = hostile
    texts = {
        (file.name, column.name)
        for file in published.files
        if file.table
        for column in file.table.columns
        if column.name in {*Terms.model_fields, *Route.model_fields, "title", "summary", "source"}
        and column.kind is Kind.TEXT
        and column.name not in {"share", "fee", "first_day"}
        and not column.is_list
        and column.example not in ("", "01632 960001", "01632 960003", "01632 960004")
        and "@example" not in column.example
    }
    assert len(texts) > 12
    for name, column in texts:
        assert text in {exact(row[column]) for row in rows_of(published, name)}, (name, column)


def test_json_has_the_exact_text(hostile: tuple[str, Site, Publication]) -> None:
    text, _, published = hostile
    charter = data_of(published, "charters.json")["charters"]["hollins"]
    assert charter["title"] == charter["summary"] == charter["area"] == text
    promise = data_of(published, "promises.json")["promises"]["hollins/held"]
    assert promise["says"] == promise["targets"][0]["otherwise"] == text
    assert data_of(published, "council.json")["council"]["name"] == text


def test_no_text_ends_the_linked_data_of_a_page(hostile: tuple[str, Site, Publication]) -> None:
    text, site, _ = hostile
    (compiled,) = site.charters
    addresses = Addresses(ADDRESS, anchors.of_standard)
    found = in_page(services(compiled, site.council, addresses, HELD))
    assert not re.search("[<>&\u2028\u2029]", found)
    area, *_, service = json.loads(found)["@graph"]
    assert area["name"] == service["name"] == text


def test_the_page_prints_hostile_texts_as_text() -> None:
    site = hostile_site("</script><script>alert(1)</script>")
    (page,) = [one for one in of_kind(data_page, site, Making(HELD)) if isinstance(one, Page)]
    assert "<script" not in page.html
    assert "<" not in page.linked_data


def test_numbers_and_dates_stay_what_they_are() -> None:
    row = (-5, Decimal("-1.50"), date(2026, 4, 1), read_date("2026-04"), True, None, ["-a", "b\nc"])
    made = csv_file(["a", "b", "c", "d", "e", "f", "g"], [row])
    assert made == b'a,b,c,d,e,f,g\r\n-5,-1.50,2026-04-01,2026-04,true,,"\'-a\nb c"\r\n'


@pytest.mark.parametrize("text", [*HOSTILE, "", "plain", "Dyers' Passage", "x;'y;''z", "'a;'b\n'c"])
def test_what_is_made_harmless_can_be_made_exact(text: str) -> None:
    assert exact(harmless(text)) == text
    assert not RUN.search(harmless(text))


def test_a_spreadsheet_gets_its_mark() -> None:
    assert csv_file(["a"], [["£1"]], for_spreadsheets=True) == "\ufeffa\r\n£1\r\n".encode()


# The page


def page_of(site: Site) -> Page:
    (page,) = [one for one in of_kind(data_page, site, MAKING) if isinstance(one, Page)]
    return page


def unquoted(words: str) -> str:
    return re.sub("['\u2018\u2019]", "", words)


def said_on(page: str) -> str:
    return unquoted(re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", page))))


def test_the_page_explains_every_file_and_every_column(site: Site, published: Publication) -> None:
    page = page_of(site).html
    words = said_on(page)
    for file in (*published.files, *published.beside):
        assert f'href="{file.name}"' in page
    for file in published.files:
        assert unquoted(file.says) in words
        for column in file.table.columns if file.table else ():
            item = re.search(
                rf'<tr [^>]*id="{file.table.name}-{column.name}">.*?</tr>', page, re.DOTALL
            )
            assert item, column.name
            assert unquoted(column.says) in said_on(item[0])
            assert unquoted(column.example) in said_on(item[0])


def test_the_page_tells_rows_and_sizes(site: Site, published: Publication) -> None:
    page = page_of(site).html
    for file in published.files:
        row = re.search(rf'<tr [^>]*>(?:(?!</tr>).)*href="{file.name}".*?</tr>', page, re.DOTALL)
        assert row
        if file.table:
            assert f">{len(rows_of(published, file.name)):,}<" in row[0]
        kilo = len(file.content) / 1024
        assert (f"{round(kilo):,}\u00a0KB" if kilo >= 1 else "bytes") in row[0]


def test_the_page_names_the_licence_only_if_the_council_does(site: Site) -> None:
    assert "Open Government Licence v3.0" in page_of(site).html
    council = site.council.council.model_copy(update={"licence": None})
    asked = replace(site, council=site.council.model_copy(update={"council": council}))
    html = page_of(asked).html
    assert "Open Government Licence" not in html
    assert "ask the council" in html
    assert "01632\u00a0960010" in html
    made = open_data(asked, MAKING)
    assert "licenses" not in data_of(made, "datapackage.json")
    assert "licence" not in data_of(made, "promises.json")
    assert "dc:license" not in data_of(made, "results.csv-metadata.json")


def test_the_page_says_how_to_quote_the_files(site: Site) -> None:
    html = page_of(site).html
    assert (
        f"Pellbrook Borough Council, neighbourhood charters data, 22\u00a0November 2026. {ADDRESS}data/"
        in html
    )


def test_the_published_site_has_the_files_and_ways_to_them(built_site: Path) -> None:
    names = {file.name for file in (built_site / "data").iterdir()}
    assert {f"{name}.csv" for name in TABLES} <= names
    assert {"charters.json", "promises.json", "datapackage.json", "index.html"} <= names
    assert 'href="data/">Open data</a>' in (built_site / "index.html").read_text("utf-8")
    page = (built_site / "data/index.html").read_text("utf-8")
    for name in re.findall(r'<th [^>]*><a href="([^"]+)">', page):
        assert (built_site / "data" / name).is_file()
    table = (built_site / "data/promises.csv").read_bytes()
    assert table.startswith(b"promise,charter,standard,")
    assert table.count(b"\r\n") == len(list(csv.reader(io.StringIO(table.decode(), newline=""))))
