"""What rules find becomes a problem only where it is no echo of a slip that has been told."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from site_builder import rules
from site_builder.problems import Severity
from site_builder.rules import Fact, Finding, Gathered, Rule, SiteFinding, Subject
from site_builder.site import check

TODAY = date(2026, 6, 1)
COUNCIL = "council:\n  name: Exampleton Council\nparties:\n  - {id: streets, name: Streets team, kind: team}\n"
WHOLE = "title: {slug}\narea:\n  name: {slug}\n  postcodes:\n    - ZZ1 1\n"


def _rule(**functions: object) -> Rule:
    names = set(Rule.__dataclass_fields__)
    every = dict.fromkeys(names - {"id", "doc", "severity"}) | functions
    return Rule(id="made-up", doc="Made up.", severity=Severity.WARNING, **every)  # type: ignore[arg-type]


def _told(monkeypatch: pytest.MonkeyPatch, folder: Path, rule: Rule, **charters: str) -> list[str]:
    """What the rule, alone, says of these charters."""
    (folder / "council.yml").write_text(COUNCIL, "utf-8")
    for slug, text in charters.items():
        (folder / slug).mkdir()
        (folder / slug / "charter.yml").write_text(text, "utf-8")
    monkeypatch.setattr(rules, "all_rules", lambda: (rule,))
    return [
        f"{problem.location.path}:{problem.location.line} {problem.message}"
        for problem in check(folder, "", TODAY).problems
        if problem.rule == rule.id
    ]


def _misses(*fields: tuple[str | int, ...], ids: tuple[str, ...] = ()) -> Rule:
    def check_charter(charter: Subject) -> Iterator[Finding]:
        yield Finding((), f"on {charter.today}", missing_fields=fields, missing_ids=ids)

    return _rule(check_charter=check_charter)


@pytest.mark.parametrize(
    ("charter", "line"),
    [
        ("legal_status: voluntary\ntitle: One\narea: {name: One}\n", 2),
        ("legal_status: voluntary\narea: {name: One}\n", 1),
        ("titel: One\narea: {name: One}\n", 1),
        ("title: One\narea: {nam: One}\n", 1),
        ("title: One\n", 1),
        ("legal_status: voluntary\n", 1),
        ("title: [One]\narea: Hollins\n", 1),
        ("title:\narea: {name: TBC}\n", 1),
    ],
)
def test_a_charter_without_title_or_area_is_checked_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, charter: str, line: int
) -> None:
    told = _told(monkeypatch, tmp_path, _misses(("governance",)), one=charter)
    assert told == [f"one/charter.yml:{line} on 2026-06-01"]


def test_nothing_is_said_of_what_stands_in_for_a_title_or_an_area(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check_charter(charter: Subject) -> Iterator[Finding]:
        yield Finding(("title",), f"'{charter.written.title}' is no good")
        yield Finding(("area", "name"), f"'{charter.written.area.name}' is no good")

    rule = _rule(check_charter=check_charter)
    assert not _told(monkeypatch, tmp_path, rule, one="title: <b>\narea: {nam: One}\n")
    assert len(_told(monkeypatch, tmp_path, rule, two="title: Two\narea: {name: Two}\n")) == 2


def test_what_else_is_said_of_an_area_without_a_name_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check_charter(charter: Subject) -> Iterator[Finding]:
        yield Finding((), ", ".join(charter.written.area.wards))

    rule = _rule(check_charter=check_charter)
    area = "area:\n  nam: One\n  wards:\n    - North\n"
    assert _told(monkeypatch, tmp_path, rule, one=area) == ["one/charter.yml:1 North"]


@pytest.mark.parametrize(
    ("lines", "is_told"),
    [
        ("", True),
        ("  wards: [North, East]\n", False),  # refused as a whole
        ("  wards:\n    - <b>\n", False),  # all that it held is refused
        ("  wards:\n    - North\n    - <b>\n", True),  # a part is left
        ("  wrads:\n    - North\n", False),  # misspelt
    ],
)
def test_a_field_is_missed_only_where_nothing_of_it_stands_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, *, is_told: bool
) -> None:
    rule = _misses(("area", "wards"))
    told = _told(monkeypatch, tmp_path, rule, one=f"title: One\narea:\n  name: One\n{lines}")
    assert bool(told) is is_told


@pytest.mark.parametrize(("missed", "is_told"), [("desk", False), ("form", True)])
def test_an_id_is_missed_only_where_nothing_was_to_have_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missed: str, *, is_told: bool
) -> None:
    charter = f"{WHOLE.format(slug='one')}routes:\n  - id: Desk\n    name: Desk\n"
    told = _told(monkeypatch, tmp_path, _misses(ids=(missed,)), one=charter)
    assert bool(told) is is_told


def _postcodes(charter: Subject) -> Iterator[Fact]:
    for n, postcode in enumerate(charter.written.area.postcodes):
        yield Fact(("area", "postcodes", n), (postcode,))


def test_charters_are_compared_and_the_problem_stands_in_one_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check_site(site: Gathered) -> Iterator[SiteFinding]:
        first, second = site.facts
        assert type(first.says[0]) is str  # plain data crosses to the other process
        yield SiteFinding(second, f"{first.area} has {first.says[0]} too, {site.today}")

    rule = _rule(gather=_postcodes, check_site=check_site)
    charters = {slug: WHOLE.format(slug=slug) for slug in ("two", "one")}
    told = _told(monkeypatch, tmp_path, rule, **charters)
    assert told == ["two/charter.yml:5 one has ZZ1 1 too, 2026-06-01"]


@pytest.mark.parametrize(
    ("more", "told"), [("", ["council.yml:4 nobody"]), ("review_due: soon\n", [])]
)
def test_what_no_charter_does_is_told_only_if_every_charter_could_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str, told: list[str]
) -> None:
    def check_site(site: Gathered) -> Iterator[SiteFinding]:
        assert site.council.parties
        yield SiteFinding(("parties", 0, "id"), "nobody")

    rule = _rule(gather=_postcodes, check_site=check_site)
    charter = WHOLE.format(slug="one") + more
    assert _told(monkeypatch, tmp_path, rule, one=charter) == told


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        ("checks:\n  - rule: made-up\n    severity: quiet\n    reason: Why not.\n", True),
        ("plain_words:\n  - wrod: cleansing\n", True),
        ("topics:\n  - id: litter\n", False),
    ],
)
def test_a_slip_in_what_no_charter_takes_over_silences_no_rule(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, slip: str, *, told: bool
) -> None:
    monkeypatch.setitem(globals(), "COUNCIL", COUNCIL + slip)
    found = _told(monkeypatch, tmp_path, _misses(("priorities",)), hollins=WHOLE.format(slug="x"))
    assert bool(found) is told
