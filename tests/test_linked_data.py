"""What pages tell search engines: schema.org's own terms, of what holds today, and nothing that is not there."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from site_builder.linked_data import dataset, in_page, services
from site_builder.open_data.promises import Addresses
from site_builder.page import Making
from site_builder.site import Site, check
from site_builder.views import anchors
from tests.open_data import open_data

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
ADDRESSES = Addresses("https://charters.example.org/", anchors.of_standard)

# The terms that we use, as the vocabulary at https://schema.org/docs/developers.html has them: above each type the
# ones that it takes over from, and for each property the types it belongs to and those that it may hold.
ABOVE = {
    "AdministrativeArea": "Place", "ContactPoint": "StructuredValue", "DataDownload": "MediaObject",
    "Dataset": "CreativeWork", "GovernmentOrganization": "Organization", "GovernmentService": "Service",
    "MediaObject": "CreativeWork", "PostalAddress": "ContactPoint", "PropertyValue": "StructuredValue",
    "ServiceChannel": "Intangible", "Service": "Intangible", "StructuredValue": "Intangible",
    "CreativeWork": "Thing", "Intangible": "Thing", "Organization": "Thing", "Place": "Thing",
}  # fmt: skip
TERMS: dict[str, tuple[set[str], set[str]]] = {
    "areaServed": ({"Service", "Organization", "ContactPoint"}, {"Place", "Text"}),
    "availableChannel": ({"Service"}, {"ServiceChannel"}),
    "contentUrl": ({"MediaObject"}, {"URL"}),
    "creator": ({"CreativeWork"}, {"Organization"}),
    "dateModified": ({"CreativeWork"}, {"Text"}),
    "description": ({"Thing"}, {"Text"}),
    "distribution": ({"Dataset"}, {"DataDownload"}),
    "encodingFormat": ({"CreativeWork", "MediaObject"}, {"Text"}),
    "geoIntersects": ({"Place"}, {"Place"}),
    "identifier": ({"Thing"}, {"PropertyValue", "Text", "URL"}),
    "license": ({"CreativeWork"}, {"URL"}),
    "name": ({"Thing"}, {"Text"}),
    "propertyID": ({"PropertyValue"}, {"Text", "URL"}),
    "provider": ({"Service", "CreativeWork"}, {"Organization"}),
    "serviceLocation": ({"ServiceChannel"}, {"Place"}),
    "serviceOperator": ({"GovernmentService"}, {"Organization"}),
    "servicePhone": ({"ServiceChannel"}, {"ContactPoint"}),
    "servicePostalAddress": ({"ServiceChannel"}, {"PostalAddress"}),
    "serviceSmsNumber": ({"ServiceChannel"}, {"ContactPoint"}),
    "serviceType": ({"Service"}, {"Text"}),
    "serviceUrl": ({"ServiceChannel"}, {"URL"}),
    "streetAddress": ({"PostalAddress"}, {"Text"}),
    "telephone": ({"ContactPoint", "Organization", "Place"}, {"Text"}),
    "termsOfService": ({"Service"}, {"Text", "URL"}),
    "url": ({"Thing"}, {"URL"}),
    "value": ({"PropertyValue"}, {"Text"}),
}


def kinds(of: str) -> set[str]:
    """Give a type with all that stands above it."""
    return {of} | (kinds(ABOVE[of]) if of in ABOVE else set())


def slips(node: dict[str, Any], known: dict[str, str]) -> Iterator[str]:
    """Give what is wrong with a node; `known` has the type of each node that is only named."""
    for name, values in node.items():
        if name.startswith("@"):
            continue
        belongs, holds = TERMS.get(name, (set(), set()))
        if not belongs & kinds(node["@type"]):
            yield f"{name} of {node['@type']}"
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, str):
                if not value or not holds & {"Text", "URL"}:
                    yield f"{name}: {value!r}"
                continue
            kind = value.get("@type") or known.get(value["@id"], "")
            if not holds & kinds(kind):
                yield f"{name}: {kind or value}"
            if "@type" in value:
                yield from slips(value, known)


@pytest.fixture(scope="module")
def site() -> Site:
    checked = check(ROOT / "charters", "charters", TODAY)
    assert checked.site is not None
    return checked.site


def told(site: Site, slug: str, addresses: Addresses = ADDRESSES) -> list[dict[str, Any]]:
    compiled = next(one for one in site.charters if one.slug == slug)
    found = services(compiled, site.council, addresses, TODAY)
    graph: list[dict[str, Any]] = json.loads(in_page(found))["@graph"] if found else []
    return graph


def test_a_charter_speaks_the_vocabulary(site: Site) -> None:
    seen: set[str] = set()
    for compiled in site.charters:
        graph = told(site, compiled.slug)
        known = {node["@id"]: node["@type"] for node in graph}
        assert len(known) == len(graph)
        assert [slip for node in graph for slip in slips(node, known)] == []
        seen |= set(known.values())
    assert seen == {"AdministrativeArea", "GovernmentService", "ServiceChannel"}


def test_the_vocabulary_is_held_against_what_is_said() -> None:
    wrong = {
        "@type": "Place",
        "telephone": "1",
        "areaServed": {"@type": "Place"},
        "name": "",
        "geoIntersects": "x",
    }
    assert list(slips(wrong, {})) == ["areaServed of Place", "name: ''", "geoIntersects: 'x'"]


def test_a_promise_is_a_service(site: Site) -> None:
    (service,) = [one for one in told(site, "larkfold") if one["@id"] == "#fly-tipping"]
    assert service["@type"] == "GovernmentService"
    assert service["serviceType"] == service["name"] == "Fly-tipping"
    assert "removed within 1 working day of your report" in service["description"]
    assert service["provider"] == {
        "@type": "GovernmentOrganization",
        "name": "Pellbrook Borough Council",
    }
    assert service["serviceOperator"] == {"@type": "Organization", "name": "Streets team"}
    assert service["areaServed"] == {"@id": "#served"}
    assert service["availableChannel"] == [{"@id": "#channel-streets-desk"}]
    assert service["termsOfService"] == "https://charters.example.org/areas/larkfold/#fly-tipping"


def test_a_ward_is_told_with_its_code(site: Site) -> None:
    area = told(site, "larkfold")[0]
    (ward,) = area["geoIntersects"]
    assert ward["identifier"] == {
        "@type": "PropertyValue",
        "propertyID": "GSS",
        "value": "E05099001",
    }


def test_a_site_without_an_address_names_its_promises_from_the_page(site: Site) -> None:
    service = told(site, "larkfold", Addresses("", anchors.of_standard))[-1]
    assert service["termsOfService"] == service["@id"]


def test_what_does_not_hold_is_no_service(site: Site) -> None:
    assert told(site, "brickfields") == []
    assert told(site, "sallow-meadows") == []
    compiled = next(one for one in site.charters if one.slug == "larkfold")
    gone = next(one for one in compiled.charter.standards if one.id == "graffiti")
    there = {one["@id"] for one in told(site, "larkfold")}
    ended = gone.model_copy(update={"ends": compiled.charter.starts})
    standards = tuple(ended if one is gone else one for one in compiled.charter.standards)
    charter = compiled.charter.model_copy(update={"standards": standards})
    found = services(replace(compiled, charter=charter), site.council, ADDRESSES, TODAY)
    assert found
    left = {one["@id"] for one in json.loads(in_page(found))["@graph"]}
    assert there - left == {"#graffiti"}


def test_the_data_are_a_dataset(site: Site) -> None:
    made = dataset(open_data(site, Making(TODAY)))
    assert list(slips(dict(made), {})) == []
    assert made["license"]
    distribution = made["distribution"]
    assert isinstance(distribution, list)
    assert {"promises.csv", "promises.json", "results.csv"} <= {
        one["contentUrl"] for one in distribution if isinstance(one, dict)
    }


def test_the_published_page_holds_it_whole(built_site: Path) -> None:
    page = html.parse(built_site / "areas/larkfold/index.html")
    (script,) = page.xpath("//script[@type='application/ld+json']")
    graph = json.loads(script.text)["@graph"]
    ids = set(page.xpath("//@id"))
    services_told = [one for one in graph if one["@type"] == "GovernmentService"]
    assert len(services_told) > 5
    for one in services_told:
        assert one["@id"].removeprefix("#") in ids
        assert re.fullmatch(r"https://.+/charters/areas/larkfold/#.+", one["termsOfService"])
    (way,) = page.xpath("//link[@title='This charter as data']/@href")
    assert json.loads((built_site / "areas/larkfold" / way).read_text("utf-8"))["title"]
    assert not html.parse(built_site / "areas/sallow-meadows/index.html").xpath(
        "//script[@type='application/ld+json']"
    )
