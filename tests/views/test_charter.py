"""Which sections a charter's page has, in which words, and whom it names for paper."""

from tests.views.shown import shown, standard


def test_a_section_without_content_is_neither_shown_nor_listed() -> None:
    assert [section.anchor for section in shown().sections] == ["agreed"]


def test_headings_of_a_proposal_promise_nothing() -> None:
    view = shown(agreed=None, starts=None, standards=[standard("bins")])
    assert view.heading("promises") == "What we would promise"
    assert view.promises[0].contacts == ()


def test_headings_of_a_withdrawn_charter_speak_of_the_past() -> None:
    gone = {"date": "2026-07-01", "reason": "It moved."}
    view = shown(withdrawn=gone, standards=[standard("bins")])
    assert view.heading("promises") == "What was promised"
    assert view.facts[0].value == "1\u00a0April 2026 to 30\u00a0June 2026"


def test_whoever_is_named_on_the_page_stands_once_at_its_end_for_paper() -> None:
    view = shown(standards=[standard("a"), standard("b")])
    assert [desk.name for desk in view.desks] == ["Street Scene"]
