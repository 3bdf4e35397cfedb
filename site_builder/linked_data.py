"""What search engines and assistants are told of a page: schema.org's terms, as JSON-LD.

Only what holds today is told: a proposal is no service yet, and what is withdrawn is none any more.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date

from markupsafe import Markup

from site_builder.compile import Compiled
from site_builder.inherit import Directory
from site_builder.model.council import CouncilFile
from site_builder.model.parties import Party, Route
from site_builder.model.standard import Standard
from site_builder.open_data.descriptions import LICENCES
from site_builder.open_data.json_files import Json
from site_builder.open_data.promises import Addresses, state_of
from site_builder.open_data.publication import FOLDER, Publication
from site_builder.sentences import full
from site_builder.status import status

_CONTEXT = "https://schema.org"
_HOLDS = ("in force", "under review", "overdue")
_PUBLIC_BODIES = {"council", "councillors", "police", "fire", "health", "government"}
# In JSON they may be written as numbers, and then no text can end the element that it stands in.
_SIGNS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def in_page(data: Mapping[str, Json] | None) -> Markup:
    """Data as the words of a ``script`` element, which nothing in them can end; empty where there is none."""
    if data is None:
        return Markup("")
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(words.translate(_SIGNS))  # noqa: S704 - no sign that means anything to HTML is left


def services(
    compiled: Compiled, council: CouncilFile, addresses: Addresses, today: date
) -> Mapping[str, Json] | None:
    """The promises of a charter that hold, as services with their area, who keeps them and how to reach them."""
    charter, directory = compiled.charter, compiled.directory
    if not status(charter, today).holds:
        return None
    held = [one for one in charter.standards if state_of(one, charter, today) in _HOLDS]
    if not held:
        return None
    page = addresses.of_charter(compiled) if addresses.site else ""
    routes = {id_: directory.routes[id_] for one in held for id_ in _routes(one, directory, today)}
    graph: list[Json] = [
        _area(compiled, council),
        *(_channel(route) for route in routes.values()),
        *(_service(one, directory, addresses.anchor(one.id), page, today) for one in held),
    ]
    return {"@context": _CONTEXT, "@graph": graph}


def dataset(published: Publication) -> Mapping[str, Json]:
    """The open data, with each of its files."""
    about = published.about
    here = f"{about.address}{FOLDER}" if about.address else ""
    data: dict[str, Json] = {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "name": f"{about.publisher}: neighbourhood charters",
        "description": "What is promised in each neighbourhood, where to report, and what became of each promise.",
        "dateModified": about.made.isoformat(),
        "creator": _body("GovernmentOrganization", about.publisher, about.website),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.title,
                "contentUrl": f"{here}{file.name}",
                "encodingFormat": "text/csv" if file.table else "application/json",
            }
            for file in published.files
        ],
    }
    if about.licence:
        data["license"] = LICENCES[about.licence][1]
    if here:
        data["url"] = here
    return data


def _area(compiled: Compiled, council: CouncilFile) -> Json:
    area = compiled.charter.area
    codes = {ward.name: ward.code for ward in council.wards}
    wards: list[Json] = [_ward(name, codes.get(name)) for name in area.wards]
    found: dict[str, Json] = {
        "@type": "AdministrativeArea",
        "@id": "#served",
        "name": str(area.name),
    }
    if area.about:
        found["description"] = str(area.about)
    return {**found, "geoIntersects": wards} if wards else found


def _ward(name: str, code: str | None) -> Json:
    ward: dict[str, Json] = {"@type": "AdministrativeArea", "name": str(name)}
    if code:
        ward["identifier"] = {"@type": "PropertyValue", "propertyID": "GSS", "value": str(code)}
    return ward


def _service(standard: Standard, directory: Directory, anchor: str, page: str, today: date) -> Json:
    topic = directory.topics.get(standard.topic or "")
    said = [full(target, standard, directory) for target in standard.targets]
    service: dict[str, Json] = {
        "@type": "GovernmentService",
        "@id": f"#{anchor}",
        "name": directory.heading(standard),
        "description": " ".join((standard.promise or "", *said)).strip(),
        "areaServed": {"@id": "#served"},
        "termsOfService": f"{page}#{anchor}",
    }
    if topic:
        service["serviceType"] = str(topic.name)
    party = directory.parties.get(standard.by or "")
    if party:
        above = _above(party, directory)
        service["provider"] = _organisation(above)
        if above.id != party.id:
            service["serviceOperator"] = _organisation(party)
    channels: list[Json] = [
        {"@id": f"#channel-{id_}"} for id_ in _routes(standard, directory, today)
    ]
    return {**service, "availableChannel": channels} if channels else service


def _routes(standard: Standard, directory: Directory, today: date) -> Iterator[str]:
    for id_ in standard.routes:
        route = directory.routes.get(id_)
        if route and not (route.closed and route.closed.first <= today):
            yield id_


def _above(party: Party, directory: Directory) -> Party:
    """The body that a team belongs to; a chain that bites its own tail ends where it began to."""
    seen = {party.id}
    while party.part_of in directory.parties and party.part_of not in seen:
        party = directory.parties[party.part_of]
        seen.add(party.id)
    return party


def _organisation(party: Party) -> Json:
    kind = "GovernmentOrganization" if party.kind in _PUBLIC_BODIES else "Organization"
    return _body(kind, party.name)


def _body(kind: str, name: str, website: str | None = None) -> Json:
    body: dict[str, Json] = {"@type": kind, "name": str(name)}
    return {**body, "url": str(website)} if website else body


def _channel(route: Route) -> Json:
    channel: dict[str, Json] = {
        "@type": "ServiceChannel",
        "@id": f"#channel-{route.id}",
        "name": str(route.name),
    }
    if route.web:
        channel["serviceUrl"] = str(route.web)
    if route.phone:
        channel["servicePhone"] = _contact("telephone", route.phone)
    if route.text:
        channel["serviceSmsNumber"] = _contact("telephone", route.text)
    if route.visit:
        channel["serviceLocation"] = {"@type": "Place", "name": str(route.visit)}
    if route.post:
        channel["servicePostalAddress"] = {
            "@type": "PostalAddress",
            "streetAddress": str(route.post),
        }
    return channel


def _contact(way: str, number: str) -> Json:
    return {"@type": "ContactPoint", way: str(number)}
