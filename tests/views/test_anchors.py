"""Where a promise is found on the page."""

from site_builder.views import anchors


def test_a_promise_never_takes_the_place_of_a_section() -> None:
    assert anchors.of_standard("graffiti") == "graffiti"
    assert anchors.of_standard("report") == "promise-report"
    assert anchors.of_standard("role-play") == "promise-role-play"
    assert anchors.of_standard("24-hours") == "promise-24-hours"
