"""How people speak up without an account, and what stands in the letter that opens for them."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from site_builder.views.speak_up import SpeakUp, can_speak_up, speak_up
from tests.views.shown import TODAY, compiled, standard

PANEL = {
    "id": "panel",
    "name": "Charter panel",
    "email": "panel@example.org",
    "phone": "01632 960007",
    "post": "Town Hall, Riverdale",
    "use_for": ["comments"],
}


def made(address: str = "https://charters.example.org/", **fields: Any) -> SpeakUp:  # noqa: ANN401
    return speak_up(compiled(**fields), address, TODAY)


def letter(found: SpeakUp, name: str) -> dict[str, str]:
    (link,) = [one for one in found.letters if one.name == name]
    parts = urlsplit(link.uri)
    assert (parts.scheme, parts.path) == ("mailto", "panel@example.org")
    return {key: said for key, (said,) in parse_qs(parts.query).items()}


def test_a_letter_names_the_promise_and_its_address() -> None:
    found = made(routes=[PANEL], standards=[standard("own", name="Litter & bins?")])
    read = letter(found, "Litter & bins?")
    assert set(read) == {"subject", "body"}
    assert read["subject"] == "Hollins, Litter & bins? (own): I propose a change"
    assert "https://charters.example.org/areas/hollins/#own\r\n" in read["body"]
    assert "What should change:\r\n" in read["body"]
    assert letter(found, "Anything else")["subject"] == "Hollins: I propose a change"
    assert [one.name for one in found.contacts] == ["Charter panel"]


def test_where_the_site_s_address_is_not_known_the_letter_names_the_promise_alone() -> None:
    read = letter(made("", routes=[PANEL], standards=[standard("own")]), "Litter")
    assert "http" not in read["body"]
    assert "(own)" in read["subject"]


def test_without_an_e_mail_address_there_are_names_to_say_on_the_telephone() -> None:
    route = {key: said for key, said in PANEL.items() if key != "email"}
    found = made(routes=[route], standards=[standard("own")])
    assert found.letters == ()
    assert found.names == (("Litter", "own"),)


def test_nothing_is_proposed_about_a_promise_that_is_withdrawn() -> None:
    gone = standard("gone", withdrawn={"date": "2026-10-01", "reason": "No more."})
    found = made(routes=[PANEL], standards=[standard("own", name="Own"), gone])
    assert [one.name for one in found.letters] == ["Own", "Anything else"]


def test_it_tells_where_the_charter_is_talked_about() -> None:
    found = made(
        discussed=[
            {"what": "Hollins list", "web": "https://lists.example.org/hollins"},
            {"what": "Coffee", "place": "Library", "when": "Thursday, 4pm"},
        ]
    )
    told = [(one.name, [way.said for way in one.ways], one.notes) for one in found.discussed]
    assert told == [
        ("Hollins list", ["https://lists.example.org/hollins"], ()),
        ("Coffee", ["Library"], ("When: Thursday, 4pm.",)),
    ]


def test_it_tells_how_many_have_signed_and_where_one_can() -> None:
    count = {"who": "homes", "number": "412", "out_of": "about 2,700 homes", "routes": ["desk"]}
    ((said, places),) = made(sign_up=[count]).signed
    assert said.replace("\xa0", " ") == "412 of about 2,700 homes have signed."
    assert [one.name for one in places] == ["Street Scene"]


def test_a_consultation_is_told_with_its_last_day_and_only_while_it_is_open() -> None:
    asked = {"closes": "2027-01-18", "how": "Come to a meeting."}
    open_now = made(agreed=None, starts=None, consultation=asked)
    assert open_now.asked is not None
    assert open_now.asked.title.replace("\xa0", " ") == "Have your say by 18 January 2027"
    over = made(agreed=None, starts=None, consultation={**asked, "closes": "2026-11-01"})
    assert over.asked is None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [({}, True), ({"agreed": None, "starts": None}, True), ({"ends": "2026-10-31"}, False)],
)
def test_what_holds_no_longer_cannot_be_changed(fields: dict[str, Any], *, expected: bool) -> None:
    assert can_speak_up(compiled(**fields).charter, TODAY) is expected
