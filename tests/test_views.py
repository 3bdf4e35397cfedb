"""What pages show: each state, order and layout of a charter, and what is left out."""

from datetime import date
from typing import Any

import pytest

from site_builder.compile import Compiled
from site_builder.inherit import Directory, settle
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.site import Site
from site_builder.views import anchors, words
from site_builder.views.areas import areas_view
from site_builder.views.charter import CharterView, charter_view
from site_builder.views.home import home_view
from site_builder.views.topics import topic_view, topics_view

TODAY = date(2026, 11, 24)
COUNCIL = {
    "council": {"name": "Riverdale Council"},
    "parties": [
        {"id": "council", "name": "Riverdale Council", "kind": "council"},
        {"id": "streets", "name": "Street Scene", "kind": "team", "part_of": "council"},
    ],
    "routes": [
        {
            "id": "desk",
            "name": "Street Scene",
            "phone": "01632 960001",
            "hours": ["Monday to Friday 08:00 to 18:00"],
            "out_of_hours": "night",
        },
        {"id": "night", "name": "At night", "phone": "01632 960002", "hours": ["any time"]},
        {"id": "old", "name": "Old desk", "phone": "01632 960009", "closed": "2026-01"},
    ],
    "topics": [
        {"id": "litter", "name": "Litter", "by": "streets", "routes": ["old", "desk"]},
        {"id": "grass", "name": "Grass", "by": "streets", "routes": ["desk"]},
    ],
    "standards": [
        {
            "id": "litter",
            "topic": "litter",
            "promise": "We will clear litter.",
            "targets": [{"removed": "within 3 working days"}],
        }
    ],
    "redress": [
        {
            "id": "missed",
            "name": "If a promise is missed",
            "steps": [{"id": "ask", "when": "You think so", "what": "Ask us why."}],
        }
    ],
    "scales": [
        {
            "id": "grades",
            "name": "Litter",
            "grades": [{"grade": g, "means": f"Grade {g}"} for g in "ABC"],
        }
    ],
}
IN_FORCE = {
    "title": "Hollins charter",
    "area": {"name": "Hollins"},
    "legal_status": "voluntary",
    "agreed": "2026-03-10",
    "starts": "2026-04-01",
    "review_due": "2027-03",
}


def compiled(slug: str = "hollins", **fields: Any) -> Compiled:  # noqa: ANN401 - any YAML value
    council = CouncilFile.model_validate(COUNCIL)
    written = {name: value for name, value in {**IN_FORCE, **fields}.items() if value is not None}
    charter = Charter.model_validate(written)
    return Compiled(slug, settle(charter, council), Directory.of(council, charter), {})


def shown(today: date = TODAY, **fields: Any) -> CharterView:  # noqa: ANN401
    council = CouncilFile.model_validate(COUNCIL)
    made = compiled(**fields)
    return charter_view(made.charter, council, made.directory, made.prose, today)


def standard(identifier: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    whole = {
        "id": identifier,
        "topic": "litter",
        "promise": "We will clear it.",
        "targets": [{"removed": "within 3 working days"}],
    }
    return {**whole, **fields}


def site(*charters: Compiled) -> Site:
    return Site(CouncilFile.model_validate(COUNCIL), charters)


def test_a_charter_in_force_has_no_banner() -> None:
    assert shown().banner is None


@pytest.mark.parametrize(
    ("fields", "kind", "title"),
    [
        ({"agreed": None}, "draft", "This is a draft"),
        (
            {"agreed": None, "consultation": {"closes": "2027-01-18", "how": "Write."}},
            "consultation",
            "This is a proposal. Have your say by 18\u00a0January 2027",
        ),
        (
            {"review_due": "2026-09"},
            "overdue",
            "The review of this charter is 55\u00a0days overdue",
        ),
        ({"under_review": "The panel looks."}, "under-review", "This charter is being reviewed"),
        ({"ends": "2026-10-31"}, "expired", "This charter ended on 31\u00a0October 2026"),
        (
            {"withdrawn": {"date": "2026-07-01", "reason": "It moved."}},
            "withdrawn",
            "This charter was withdrawn on 1\u00a0July 2026",
        ),
        (
            {"starts": "2027-01-01"},
            "agreed",
            "This charter begins on 1\u00a0January 2027",
        ),
    ],
)
def test_every_other_state_has_a_banner_of_its_own(
    fields: dict[str, Any], kind: str, title: str
) -> None:
    banner = shown(**fields).banner
    assert banner is not None
    assert (banner.kind, banner.title) == (kind, title)


def test_a_consultation_that_is_over_asks_nobody() -> None:
    view = shown(
        agreed=None, consultation={"closes": "2026-11-23", "how": "Write.", "routes": ["desk"]}
    )
    assert view.banner is not None
    assert view.banner.contacts == ()
    assert "That time is over." in view.banner.says[-1]


def test_a_consultation_tells_how_to_take_part() -> None:
    asked = {"closes": "2026-12-01", "how": "Come on Monday.", "routes": ["desk"]}
    banner = shown(agreed=None, consultation=asked).banner
    assert banner is not None
    assert "Come on Monday." in banner.says
    assert [contact.name for contact in banner.contacts] == ["Street Scene"]


def test_a_section_without_content_is_neither_shown_nor_listed() -> None:
    assert [section.anchor for section in shown().sections] == ["agreed"]


def test_headings_of_a_proposal_promise_nothing() -> None:
    view = shown(agreed=None, standards=[standard("bins")])
    assert view.heading("promises") == "What we would promise"
    assert view.promises[0].contacts == ()


def test_headings_of_a_withdrawn_charter_speak_of_the_past() -> None:
    gone = {"date": "2026-07-01", "reason": "It moved."}
    view = shown(withdrawn=gone, standards=[standard("bins")])
    assert view.heading("promises") == "What was promised"
    assert view.facts[0].value == "1\u00a0April 2026 to 30\u00a0June 2026"


def test_promises_that_residents_want_most_come_first_and_withdrawn_ones_last() -> None:
    view = shown(
        standards=[
            standard("bins"),
            standard("gone", withdrawn={"date": "2026-05-01", "reason": "It ended."}),
            standard("tips"),
        ],
        priorities=[{"id": "clean", "what": "Clean streets", "goes_with": ["tips", "gone"]}],
    )
    assert [promise.anchor for promise in view.promises] == ["tips", "bins", "gone"]
    badge = view.promises[0].badge
    assert badge is not None
    assert (badge.text, badge.href) == ("Residents\u2019 priority 1", "#priority-clean")
    assert view.promises[2].badge is None


def test_promises_with_one_heading_are_told_apart() -> None:
    view = shown(standards=[standard("a"), standard("b"), standard("c", name="Bins")])
    assert [promise.title for promise in view.promises] == [
        "Litter (1 of 2)",
        "Litter (2 of 2)",
        "Bins",
    ]


def test_a_promise_never_takes_the_place_of_a_section() -> None:
    assert anchors.of_standard("graffiti") == "graffiti"
    assert anchors.of_standard("report") == "promise-report"
    assert anchors.of_standard("role-play") == "promise-role-play"
    assert anchors.of_standard("24-hours") == "promise-24-hours"


def test_a_lone_limit_stands_alone() -> None:
    limits = shown(standards=[standard("a")]).promises[0].limits
    assert [str(case.limit) for case in limits.alone] == [
        "removed within <strong>3&nbsp;working days</strong> of your report"
    ]


def test_limits_for_several_cases_are_a_list() -> None:
    rows = [{"for": "Glass", "removed": "within 1 day"}, {"removed": "within 3 days"}]
    limits = shown(standards=[standard("a", targets=rows)]).promises[0].limits
    assert [case.when for case in limits.cases] == ["Glass", "Litter"]
    assert limits.table is None


def test_limits_by_place_and_size_are_a_table_of_the_columns_in_use() -> None:
    rows = [
        {"where": "main", "depth": "over 100 mm", "repaired": "within 2 days"},
        {"depth": "under 40 mm", "no_promise": "We watch these."},
    ]
    zones = [{"id": "main", "name": "Main roads"}]
    table = shown(zones=zones, standards=[standard("a", targets=rows)]).promises[0].limits.table
    assert table is not None
    assert table.heads == ("Depth", "Where", "What we promise")
    assert [cell.lines[0] for cell in table.rows[1]][:2] == ["under 40 mm", "Any"]


def test_a_season_is_its_months_and_its_words() -> None:
    rows = [{"season": "November to February", "cut": "every 2 weeks"}]
    season = shown(standards=[standard("a", targets=rows)]).promises[0].limits.cases[0].season
    assert season is not None
    assert (set(season.months), season.said) == ({11, 12, 1, 2}, "November to February")


def test_the_grades_that_keep_a_promise_are_marked() -> None:
    kept = standard("a", scale="grades", targets=[{"grade": "B or better"}])
    levels = shown(standards=[kept]).promises[0].levels
    assert [level.is_promised for level in levels] == [True, True, False]


def test_a_route_that_is_closed_is_not_shown() -> None:
    contacts = shown(standards=[standard("a")]).promises[0].contacts
    assert [contact.name for contact in contacts] == ["Street Scene"]
    assert contacts[0].out_of_hours is not None
    assert contacts[0].hours == ("Monday to Friday, 8am to 6pm",)


def test_a_better_promise_stands_beside_the_council_wide_one() -> None:
    better = {"id": "a", "improves": "litter", "targets": [{"removed": "within 1 working day"}]}
    comparison = shown(standards=[better]).promises[0].comparison
    assert comparison is not None
    assert comparison.says == "This is better than the council-wide standard."
    assert comparison.here == ("Litter: removed within 1 working day of your report.",)
    assert comparison.everywhere == ("Litter: removed within 3 working days of your report.",)


def test_a_promise_that_follows_is_not_shown_twice() -> None:
    comparison = shown(standards=[{"id": "a", "follows": "litter"}]).promises[0].comparison
    assert comparison is not None
    assert comparison.everywhere == ()


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("2027-01-31", "The first are due by 31\u00a0January 2027."),
        ("2026-10-31", "The first were due by 31\u00a0October 2026. None are on this page yet."),
    ],
)
def test_a_promise_says_when_its_first_results_are_due(first: str, said: str) -> None:
    dated = standard("a", results="every quarter", first_results=first)
    assert shown(standards=[dated]).promises[0].results == (
        f"Results are published every quarter. {said}"
    )


@pytest.mark.parametrize(
    ("suspended", "titles"),
    [
        (
            {"from": "2026-11-01", "reason": "Broken."},
            ["Suspended since 1\u00a0November 2026. No end is known yet"],
        ),
        ({"from": "2026-02-01", "to": "2026-05-31", "reason": "Broken."}, []),
        (
            {"from": "2027-02-01", "reason": "Broken."},
            ["This promise will be suspended from 1\u00a0February 2027"],
        ),
    ],
)
def test_a_suspension_is_shown_while_it_matters(
    suspended: dict[str, str], titles: list[str]
) -> None:
    promise = shown(standards=[standard("a", suspended=suspended)]).promises[0]
    assert [standing.title for standing in promise.standing] == titles


@pytest.mark.parametrize(
    ("action", "stage", "word"),
    [
        ({"stage": "planned", "due": "2027-01"}, "todo", "Not started"),
        ({"stage": "started", "due": "2026-12-31"}, "progress", "In progress"),
        ({"stage": "started", "due": "2026-10"}, "late", "Late, in progress"),
        ({"stage": "done", "due": "2026-05"}, "done", "Done"),
        ({"stage": "stopped", "due": "2026-05"}, "stopped", "Stopped"),
    ],
)
def test_an_action_says_how_far_it_is(action: dict[str, str], stage: str, word: str) -> None:
    priority = {"id": "p", "what": "A gate", "actions": [{"what": "Gate", **action}]}
    made = shown(priorities=[priority]).priorities[0].actions[0]
    assert (made.stage, made.word) == (stage, word)


def test_redress_that_standards_share_is_shown_once() -> None:
    view = shown(standards=[standard("a", redress="missed"), standard("b", redress="missed")])
    assert [ladder.title for ladder in view.ladders] == ["If a promise is missed"]


def test_a_meeting_gone_by_says_that_no_new_date_is_known() -> None:
    governing = shown(governance={"body": "Panel", "next_meeting": "2026-06-01"}).governing
    assert governing is not None
    assert governing.next_meeting is not None
    assert governing.next_meeting.title == "The next meeting has no date"


def test_nobody_known_to_do_it_is_said() -> None:
    owner = shown(who_does_what=[{"what": "Litter in alleys"}]).owners[0]
    assert owner.who == ""


def test_the_first_page_shows_meetings_to_come_in_order_and_open_consultations() -> None:
    view = home_view(
        site(
            compiled("a", governance={"body": "Late", "next_meeting": "2026-12-09"}),
            compiled("b", governance={"body": "Soon", "next_meeting": "2026-11-24"}),
            compiled("c", governance={"body": "Past", "next_meeting": "2026-11-23"}),
            compiled("d", agreed=None, consultation={"closes": "2026-12-01", "how": "Write."}),
        ),
        TODAY,
    )
    assert [event.what for event in view.meetings] == ["Soon", "Late"]
    assert [event.uri for event in view.consultations] == ["areas/d/"]


def test_areas_stand_from_a_to_z_with_their_state() -> None:
    view = areas_view(
        site(
            compiled("west", area={"name": "Westbrook"}, review_due="2026-01"),
            compiled("east", area={"name": "eastfield"}),
        ),
        TODAY,
    )
    assert [row.name for row in view.areas] == ["eastfield", "Westbrook"]
    assert view.areas[0].badge is None
    assert view.areas[1].badge is not None
    assert view.areas[1].badge.text == "Review overdue"


def test_a_street_in_two_areas_leads_to_both() -> None:
    view = areas_view(
        site(
            compiled("a", area={"name": "A", "streets": ["Mill Lane"], "wards": ["North"]}),
            compiled("b", area={"name": "B", "streets": ["Mill Lane"]}),
        ),
        TODAY,
    )
    assert [letter.letter for letter in view.letters] == ["M", "N"]
    assert view.letters[0].places[0].areas == (("A", "areas/a/"), ("B", "areas/b/"))


def test_a_topic_keeps_what_holds_apart_from_what_is_proposed_or_gone() -> None:
    promised = [standard("bins")]
    made = site(
        compiled("a", area={"name": "A"}, standards=promised),
        compiled("b", area={"name": "B"}, standards=promised, agreed=None),
        compiled("c", area={"name": "C"}, standards=promised, ends="2026-10-31"),
    )
    view = topic_view(made, made.council.topics[0], TODAY)
    tables = (view.in_force, view.proposed, view.past)
    areas = [[row[0].lines[0] for row in table.rows] for table in tables if table]
    assert areas == [["Council-wide", "A"], ["B"], ["C"]]
    assert topics_view(made, TODAY)[1].says == "1\u00a0area, and council-wide"


@pytest.mark.parametrize(
    ("number", "said"),
    [("1", "1\u00a0home"), ("about 2,700", "about 2,700\u00a0homes"), ("42 homes", "42 homes")],
)
def test_a_count_gets_its_noun_once(number: str, said: str) -> None:
    assert words.counted(number, "home", "homes") == said


def test_apostrophes_are_curled_and_quotation_marks_open_and_close() -> None:
    assert words.curled("residents' 'own' day's") == "residents\u2019 \u2018own\u2019 day\u2019s"
