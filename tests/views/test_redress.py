"""The steps to take if a promise is missed."""

from tests.views.shown import shown, standard


def test_redress_that_standards_share_is_shown_once() -> None:
    view = shown(standards=[standard("a", redress="missed"), standard("b", redress="missed")])
    assert [ladder.anchor for ladder in view.ladders] == ["redress-missed"]


def test_a_lone_ladder_keeps_a_name_that_its_part_of_the_page_does_not_say() -> None:
    step = {"id": "ask", "when": "You are unhappy", "what": "Write to us."}
    own = {"id": "complaint", "name": "How to complain", "steps": [step]}
    assert [ladder.title for ladder in shown(redress=[own]).ladders] == ["How to complain"]
    named = shown(redress=[{**own, "name": "If a promise is missed."}]).ladders
    assert [ladder.title for ladder in named] == [""]


def test_two_ladders_are_told_apart_by_their_names() -> None:
    step = {"id": "ask", "when": "You are unhappy", "what": "Write to us."}
    own = {"id": "complaint", "name": "How to complain", "steps": [step]}
    view = shown(redress=[own], standards=[standard("a", redress="missed")])
    assert [ladder.title for ladder in view.ladders] == [
        "If a promise is missed",
        "How to complain",
    ]
