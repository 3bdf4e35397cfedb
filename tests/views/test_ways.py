"""Which ways to reach somebody are shown."""

from site_builder.views.ways import Contact, Way
from tests.views.shown import shown, standard


def test_a_route_that_is_closed_is_not_shown() -> None:
    contacts = shown(standards=[standard("a")]).promises[0].contacts
    assert [contact.name for contact in contacts] == ["Street Scene"]
    assert contacts[0].out_of_hours is not None
    assert contacts[0].hours == ("Monday to Friday, 8am to 6pm",)


def test_what_a_button_does_not_say_is_more() -> None:
    phone, web, post = (Way(kind, "x") for kind in ("phone", "web", "post"))
    assert not Contact("Desk", (phone, web)).has_more
    assert Contact("Desk", (phone, post)).has_more
    assert not Contact("Desk", (post,)).has_more
    assert Contact("Desk", (post,), notes=("Free.",)).has_more
