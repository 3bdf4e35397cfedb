"""Whom to tell: by problem, by whose land it is, and by what the area has agreed."""

from typing import Any

import pytest

from site_builder.compile import Compiled
from site_builder.inherit import Directory, settle, settle_council
from site_builder.model.charter import Charter
from site_builder.model.council import Council, CouncilFile
from site_builder.model.parties import Topic
from site_builder.report_forms import with_form
from site_builder.site import Site
from site_builder.views.chooser import Chooser, Land, chooser
from site_builder.views.report import has_chooser
from tests.views.shown import COUNCIL, IN_FORCE, TODAY

HOMES = {"id": "homes", "name": "Fuller Homes", "kind": "landlord"}
HOMES_DESK = {"id": "homes-desk", "name": "Homes desk", "phone": "01632 960003"}
LANDS = [
    {"land": "A street or a park"},
    {"land": "A homes estate", "by": "homes", "routes": ["homes-desk"]},
    {"land": "A private yard", "do_instead": "Tell its owner."},
]


def made(
    charter: dict[str, Any] | None = None,
    lands: list[dict[str, Any]] | None = None,
    **more: Any,  # noqa: ANN401 - any YAML value
) -> Chooser:
    litter = {**COUNCIL["topics"][0], "lands": lands or []}
    written = {
        **COUNCIL,
        "parties": [*COUNCIL["parties"], HOMES],
        "routes": [*COUNCIL["routes"], HOMES_DESK, *more.pop("routes", [])],
        "topics": [litter, COUNCIL["topics"][1]],
        **more,
    }
    council = settle_council(CouncilFile.model_validate(written))
    of = None
    if charter is not None:
        read = settle(Charter.model_validate({**IN_FORCE, **charter}), council)
        of = Compiled("hollins", read, Directory.of(council, read), ())
    site = Site(council, (of,) if of else (), (), frozenset())
    return chooser(site, TODAY, of)


def lands(found: Chooser, name: str = "Litter") -> dict[str, Land]:
    (choice,) = [one for one in found.choices if one.name == name]
    return {land.name: land for land in choice.lands}


def test_without_lands_there_is_one_answer_with_the_council_s_promise() -> None:
    (land,) = lands(made()).values()
    assert land.name == ""
    assert land.who == "Street Scene, Riverdale Council"
    assert [one.name for one in land.contacts] == ["Street Scene"]
    assert land.desks == (("desk", "Street Scene"),)
    (back,) = land.back
    assert back.uri == "topics/litter/#areas"
    assert "within 3 working days" in back.lines[0].replace("\xa0", " ")


def test_each_land_leads_to_its_own_body_and_none_to_another_s_promise() -> None:
    found = lands(made(lands=LANDS))
    assert list(found) == ["A street or a park", "A homes estate", "A private yard"]
    street, homes, yard = found.values()
    assert (street.who, len(street.back)) == ("Street Scene, Riverdale Council", 1)
    assert (homes.who, homes.back) == ("Fuller Homes", ())
    assert [one.name for one in homes.contacts] == ["Homes desk"]
    assert (yard.who, yard.says, yard.contacts) == ("", "Tell its owner.", ())


def test_where_no_land_is_as_everywhere_that_is_said_last() -> None:
    found = lands(made(lands=LANDS[1:]))
    assert list(found) == ["A homes estate", "A private yard", "Anywhere else"]
    assert found["Anywhere else"].back


def test_an_area_s_own_promise_and_its_own_desk_come_before_the_council_s() -> None:
    own = {
        "id": "own",
        "topic": "litter",
        "promise": "We will clear litter.",
        "by": "homes",
        "routes": ["homes-desk"],
        "tell_us": ["The number on the bin"],
        "targets": [{"removed": "within 1 working day"}],
    }
    (land,) = lands(made({"standards": [own]})).values()
    assert (land.who, land.tell_us) == ("Fuller Homes", ("The number on the bin",))
    assert [back.uri for back in land.back] == ["areas/hollins/#own"]
    on = lands(made({"standards": [own]}, lands=LANDS))
    assert [back.uri for back in on["A homes estate"].back] == ["areas/hollins/#own"]
    assert on["A street or a park"].back == ()


def test_a_withdrawn_promise_comes_back_to_nobody() -> None:
    gone = {
        "id": "own",
        "topic": "litter",
        "promise": "We will clear litter.",
        "targets": [{"removed": "within 1 working day"}],
        "withdrawn": {"date": "2026-10-01", "reason": "No more."},
    }
    (land,) = lands(made({"standards": [gone]})).values()
    assert [back.uri for back in land.back] == ["topics/litter/#areas"]


def test_what_an_area_says_of_others_is_another_land_or_another_problem() -> None:
    duties = [
        {"what": "Litter in the brook", "place": "The brook", "by": "homes", "topic": "litter"},
        {"what": "Rats", "routes": ["desk"], "note": "Free."},
    ]
    found = made({"who_does_what": duties})
    assert list(lands(found)) == ["The brook", "Anywhere else"]
    (rats,) = lands(found, "Rats").values()
    assert (rats.says, [one.name for one in rats.contacts]) == ("Free.", ["Street Scene"])


def test_emergencies_are_those_that_the_council_names_and_999_where_it_is_known() -> None:
    gas = {"id": "gas", "name": "Gas leaks", "phone": "01632 960008", "use_for": ["emergencies"]}
    shut = {**gas, "id": "shut", "name": "Shut", "closed": "2026-01"}
    found = made(routes=[gas, shut])
    assert (found.emergency, [one.name for one in found.emergencies]) == ("999", ["Gas leaks"])
    assert made().emergencies == ()
    abroad = {**COUNCIL["council"], "nation": "elsewhere"}
    assert made(council=abroad).emergency is None
    assert made(council=abroad).opening is None


@pytest.mark.parametrize(
    ("topic", "form"),
    [
        ({}, None),
        ({"report_category": "Litter"}, "https://report.example.org?filter_category=Litter"),
        (
            {"report_category": "Litter & dirt", "report_group": "Streets/parks"},
            "https://report.example.org?filter_category=Litter%20%26%20dirt&filter_group=Streets%2Fparks",
        ),
        (
            {"report_category": "a < \"'"},
            "https://report.example.org?filter_category=a%20%3C%20%22%27",
        ),
        (
            {"report_category": "Litter", "report_form": "https://own.example.org/a"},
            "https://own.example.org/a",
        ),
    ],
)
def test_a_category_leads_to_its_form_on_the_report_site(
    topic: dict[str, str], form: str | None
) -> None:
    council = Council.model_validate({"name": "A", "report_site": "https://report.example.org"})
    read = Topic.model_validate({"id": "litter", "name": "Litter", **topic})
    assert with_form(read, council).report_form == form
    assert with_form(read, Council.model_validate({"name": "A"})).report_form == read.report_form


def test_a_report_site_with_a_query_or_a_place_of_its_own_keeps_them() -> None:
    site = "https://report.example.org/?cobrand=a#start"
    council = Council.model_validate({"name": "A", "report_site": site})
    topic = Topic.model_validate({"id": "a", "name": "A", "report_category": "Litter"})
    form = "https://report.example.org/?cobrand=a&filter_category=Litter"
    assert with_form(topic, council).report_form == form


@pytest.mark.parametrize(
    ("fields", "expected"),
    [({}, True), ({"agreed": None, "starts": None}, False), ({"ends": "2026-10-31"}, False)],
)
def test_only_a_charter_that_holds_leads_by_its_own_page(
    fields: dict[str, Any], *, expected: bool
) -> None:
    council = CouncilFile.model_validate(COUNCIL)
    promise = {"id": "a", "topic": "litter", "promise": "We will.", "targets": []}
    written = {**IN_FORCE, "standards": [promise], **fields}
    read = Charter.model_validate({key: said for key, said in written.items() if said is not None})
    assert has_chooser(read, council, TODAY) is expected
