"""Calendars: what stands in them, and that a program that keeps to RFC 5545 can read them."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from site_builder.calendars import Occasion, calendar_file
from site_builder.calendars import entries as entries_of
from site_builder.compile import Compiled
from site_builder.inherit import Directory, settle
from site_builder.model.calendar_forms import Hours
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.page import Making, Page
from site_builder.pages import calendars, home
from site_builder.pages.charter import charter_page
from site_builder.site import Site
from tests.of_kind import of_kind
from tests.views.shown import COUNCIL, IN_FORCE, TODAY, shown, standard

HOST = "https://charters.example.org/"
MOST_OCTETS = 75
HOSTILE = 'Tea; cake, "and" \\ more\nBEGIN:VEVENT\r\nSUMMARY:Forged\x07 🍰' + "é" * 80


def made(slug: str = "hollins", **fields: Any) -> Compiled:  # noqa: ANN401 - any YAML value
    council = CouncilFile.model_validate(COUNCIL)
    written = {name: value for name, value in {**IN_FORCE, **fields}.items() if value is not None}
    charter = Charter.model_validate(written)
    return Compiled(slug, settle(charter, council), Directory.of(council, charter), ())


def files(*charters: Compiled, **council: Any) -> dict[str, bytes]:  # noqa: ANN401
    shared = CouncilFile.model_validate(
        {**COUNCIL, "council": {"name": "Riverdale Council", **council}}
    )
    found = of_kind(calendars, Site(shared, charters), Making(TODAY, address=HOST))
    return {file.uri: bytes(file.content) for file in found if isinstance(file.content, bytes)}


def entries(file: bytes) -> list[Event]:
    return [one for one in Calendar.from_ical(file).walk("VEVENT") if isinstance(one, Event)]


def told(**fields: Any) -> list[tuple[date, str]]:  # noqa: ANN401
    file = files(made(**fields)).get("areas/hollins/calendar.ics")
    return [(one.decoded("dtstart"), str(one["summary"])) for one in entries(file)] if file else []


def file_of(name: str, occasions: list[Occasion]) -> bytes:
    return calendar_file(name, entries_of(occasions, TODAY))


def occasion(**fields: Any) -> Occasion:  # noqa: ANN401
    return Occasion(**{"key": ("a",), "day": TODAY, "title": "Meeting", **fields})


WATCHED = {
    "body": "Hollins panel",
    "open_to": "Anybody",
    "next_meeting": "2027-01-06",
    "meets": "every 3 months",
    "meetings": [
        {"date": "2026-10-07", "what": "Results", "place": "Library", "time": "18:30 to 20:00"},
        {"date": "2025-10-07", "what": "Too long ago"},
        {"date": "2027-03", "what": "Nobody can go to a month"},
    ],
    "inspections": [
        {"what": "Walk", "held": "every year", "next": "2027-02-01", "place": "The shop"},
        {"what": "No day yet", "held": "every year", "next": "2027-05"},
    ],
    "publishes": [{"what": "A report", "published": "every year", "next": "2027-04"}],
}


def test_a_calendar_has_what_is_known_and_counts_nothing_on() -> None:
    consultation = {"opens": "2026-11-01", "closes": "2027-01-18", "how": "Write to us."}
    assert told(governance=WATCHED, consultation=consultation, review_due="2027-03") == [
        (datetime(2026, 10, 7, 18, 30, tzinfo=ZoneInfo("Europe/London")), "Hollins: Hollins panel"),
        (date(2027, 1, 6), "Hollins: Hollins panel"),
        (date(2027, 1, 18), "Hollins: last day to have your say"),
        (date(2027, 2, 1), "Hollins: Walk"),
        (date(2027, 3, 31), "Hollins: review of the charter due"),
        (date(2027, 4, 30), "Hollins: due: A report"),
    ]


def test_results_stand_on_the_days_of_the_last_year_and_the_next_one() -> None:
    general = {"results": "every 3 months", "first_results": "2025-07-31"}
    days = told(for_all_standards=general, standards=[standard("a")], review_due=None)
    assert [day for day, _ in days] == [
        date(2026, 1, 31),
        date(2026, 4, 30),
        date(2026, 7, 31),
        date(2026, 10, 31),
        date(2027, 1, 31),
    ]
    assert {what for _, what in days} == {"Hollins: results due"}


def test_results_that_are_due_for_the_first_time_in_years_are_told() -> None:
    general = {"results": "every year", "first_results": "2031-07"}
    days = told(for_all_standards=general, standards=[standard("a")], review_due=None)
    assert [day for day, _ in days] == [date(2031, 7, 31)]


def test_results_of_some_promises_name_them() -> None:
    some = [
        standard("a", name="Bins", first_results="2027-01-31"),
        standard("b", name="Grass"),
        standard("c", name="Gone", withdrawn={"date": "2026-01-01", "reason": "Sold."},
                 first_results="2027-01-31"),
    ]  # fmt: skip
    file = files(made(standards=some, review_due=None))["areas/hollins/calendar.ics"]
    assert [str(one["description"]) for one in entries(file)] == ["Of: Bins."]


def test_a_meeting_that_stands_in_both_places_is_told_once_with_its_place_and_time() -> None:
    meetings = [{"date": "2027-01-06", "place": "Library", "time": "18:30"}]
    watch = {"body": "Panel", "next_meeting": "2027-01-06", "meetings": meetings}
    file = files(made(governance=watch, review_due=None))["areas/hollins/calendar.ics"]
    (one,) = entries(file)
    assert one["location"] == "Library"
    assert "DTEND" not in one, "nobody said when it ends"
    governing = shown(governance=watch).governing
    assert governing is not None
    assert governing.next_meeting is not None
    assert governing.next_meeting.lines[:2] == (
        "Wednesday 6\u00a0January 2027, 6:30pm",
        "Where: Library.",
    )


def test_what_a_proposal_says_of_the_future_is_tentative_but_not_the_day_to_answer_by() -> None:
    asked = {"closes": "2027-01-18", "how": "Write to us."}
    promised = [standard("a", first_results="2027-01-31")]
    file = files(
        made(agreed=None, starts=None, consultation=asked, governance=WATCHED, standards=promised)
    )["areas/hollins/calendar.ics"]
    states = {str(one["summary"]): str(one["status"]) for one in entries(file)}
    assert states.pop("Hollins: last day to have your say") == "CONFIRMED"
    assert set(states.values()) == {"TENTATIVE"}
    assert "Hollins: results due" not in states


def test_a_charter_that_has_ended_keeps_only_what_has_been() -> None:
    ended = {"date": "2026-11-01", "reason": "Rebuilt."}
    assert [day for day, _ in told(governance=WATCHED, withdrawn=ended)] == [
        datetime(2026, 10, 7, 18, 30, tzinfo=ZoneInfo("Europe/London"))
    ]


def test_a_charter_without_a_day_has_no_calendar_and_no_link_to_one() -> None:
    bare, full = made(review_due=None), made("other", governance={"next_meeting": "2027-01-06"})
    assert list(files(bare)) == []
    assert set(files(bare, full)) == {"areas/other/calendar.ics", "calendar.ics"}
    site = Site(CouncilFile.model_validate(COUNCIL), (bare, full))
    pages = [charter_page(site, one, Making(TODAY)) for one in (bare, full)]
    assert ["calendar.ics" in page.html for page in pages] == [False, True]
    assert [any("text/calendar" in link for link in page.links) for page in pages] == [False, True]


def test_the_first_page_leads_to_the_calendar_of_all() -> None:
    full = made(governance={"next_meeting": "2027-01-06"})
    page = next(home.made(Site(CouncilFile.model_validate(COUNCIL), (full,)), Making(TODAY)))
    assert isinstance(page, Page)
    assert 'href="calendar.ics"' in page.html
    assert page.links == (("text/calendar", "Days to come in all areas", "calendar.ics"),)


def test_the_calendar_of_all_has_the_entries_of_each_under_the_same_names() -> None:
    one, other = made("a", governance=WATCHED), made("b", governance=WATCHED)
    found = files(one, other)
    uids = [str(entry["uid"]) for entry in entries(found["calendar.ics"])]
    assert len(uids) == len(set(uids))
    apart = [
        str(entry["uid"])
        for slug in ("a", "b")
        for entry in entries(found[f"areas/{slug}/calendar.ics"])
    ]
    assert sorted(uids) == sorted(apart)


def test_a_name_stays_when_words_or_neighbours_change_and_not_when_the_day_does() -> None:
    def uids(*meetings: dict[str, str]) -> list[str]:
        watch = {"meetings": list(meetings)}
        file = files(made(governance=watch, review_due=None))["areas/hollins/calendar.ics"]
        return [str(one["uid"]) for one in entries(file)]

    (name,) = uids({"date": "2027-01-06", "what": "Results"})
    assert uids({"date": "2027-01-06", "what": "Results and cake"}) == [name]
    assert uids({"date": "2026-12-01"}, {"date": "2027-01-06"})[1] == name
    assert name not in uids({"date": "2027-01-07"})
    twice = uids({"date": "2027-01-06"}, {"date": "2027-01-06"})
    assert len(set(twice)) == len(twice)


def test_the_same_days_give_the_same_bytes_and_the_stamp_is_that_of_the_build() -> None:
    first, second = (files(made(governance=WATCHED)) for _ in range(2))
    assert first == second
    stamps = {one.decoded("dtstamp").date() for one in entries(first["calendar.ics"])}
    assert stamps == {TODAY}


def test_a_whole_day_ends_with_it_and_takes_nobody_s_time() -> None:
    (one,) = entries(file_of("A", [occasion()]))
    assert one.decoded("dtend") - one.decoded("dtstart") == timedelta(days=1)
    assert one["dtstart"].params["VALUE"] == "DATE"
    assert one["transp"] == "TRANSPARENT"
    (last,) = entries(file_of("A", [occasion(day=date.max)]))
    assert "DTEND" not in last, "no calendar has the day after"


@pytest.mark.parametrize(
    ("day", "offset"), [(date(2027, 1, 6), timedelta(0)), (date(2027, 7, 7), timedelta(hours=1))]
)
def test_a_time_is_that_of_london_in_winter_and_in_summer(day: date, offset: timedelta) -> None:
    file = file_of("A", [occasion(day=day, hours=("18:30", "20:00"))])
    (one,) = entries(file)
    assert one["dtstart"].params["TZID"] == "Europe/London"
    # The zone that stands in the file itself, not the one of this computer.
    zone = Calendar.from_ical(file).walk("VTIMEZONE")[0].to_tz()
    assert datetime(day.year, day.month, day.day, 18, 30, tzinfo=zone).utcoffset() == offset
    assert one.decoded("dtend") - one.decoded("dtstart") == timedelta(hours=1, minutes=30)


def test_what_ends_after_midnight_ends_on_the_next_day() -> None:
    (one,) = entries(file_of("A", [occasion(hours=("22:00", "01:00"))]))
    assert one.decoded("dtend") - one.decoded("dtstart") == timedelta(hours=3)


def test_where_nobody_knows_the_zone_a_time_is_that_of_the_reader() -> None:
    watch = {"meetings": [{"date": "2027-01-06", "time": "18:30"}]}
    file = files(made(governance=watch), nation="elsewhere")["calendar.ics"]
    assert b"VTIMEZONE" not in file
    assert b"DTSTART:20270106T183000\r\n" in file


def test_words_of_authors_can_forge_nothing() -> None:
    hostile = occasion(title=HOSTILE, about=HOSTILE, place=HOSTILE)
    file = file_of(HOSTILE, [hostile])
    (one,) = entries(file)
    said = HOSTILE.replace("\r\n", "\n").replace("\x07", " ")
    assert str(one["description"]) == said
    on_one_line = " ".join(said.split())
    assert [str(one[name]) for name in ("summary", "location")] == [on_one_line] * 2
    # RFC 7986 has a text here, which the library neither writes nor reads as one.
    for name in ("name", "x-wr-calname"):
        written = str(Calendar.from_ical(file)[name])
        assert written.startswith(r"Tea\; cake\, ")
        assert re.sub(r"\\(.)", r"\1", written) == on_one_line
    keeps_the_format(file)


def keeps_the_format(file: bytes) -> None:
    """Holds a file against what RFC 5545 says a calendar must be."""
    assert file.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in file.replace(b"\r\n", b"")
    assert b"\r" not in file.replace(b"\r\n", b"")
    lines = file.split(b"\r\n")
    assert max(map(len, lines)) <= MOST_OCTETS
    text = file.decode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)
    unfolded = text.replace("\r\n ", "").split("\r\n")
    assert all(re.match(r"[A-Z-]+(?:;[^:]+)?:", line) for line in unfolded[:-1])
    calendar = Calendar.from_ical(file)
    assert calendar["version"] == "2.0"
    assert len(unfolded) == len([line for line in unfolded if line]) + 1
    assert unfolded.count("BEGIN:VCALENDAR") == unfolded.count("END:VCALENDAR") == 1
    assert sum(line.startswith("PRODID:") for line in unfolded) == 1
    events = entries(file)
    assert events, "a calendar has one component at least"
    assert unfolded.count("BEGIN:VEVENT") == len(events)
    assert len({str(one["uid"]) for one in events}) == len(events)
    zones = {str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")}
    for one in events:
        assert one["dtstamp"].to_ical().endswith(b"Z")
        assert not one.errors
        start = one["dtstart"]
        assert {start.params["TZID"]} <= zones if "TZID" in start.params else True
        if "DTEND" in one:
            assert one.decoded("dtend") > one.decoded("dtstart")
            assert one["dtend"].params.get("VALUE") == start.params.get("VALUE")


def test_every_calendar_of_the_example_keeps_the_format(built_site: Path) -> None:
    found = sorted(built_site.rglob("*.ics"))
    assert len(found) > 1
    for file in found:
        keeps_the_format(file.read_bytes())


def test_the_built_pages_lead_to_their_calendars(built_site: Path) -> None:
    area = (built_site / "areas/larkfold/index.html").read_text("utf-8")
    assert re.search(r'<link rel="alternate" type="text/calendar"[^>]* href="calendar.ics">', area)
    assert '<a href="calendar.ics">' in area
    first = (built_site / "index.html").read_text("utf-8")
    assert '<a href="calendar.ics">' in first


@pytest.mark.parametrize(
    ("words", "better"),
    [
        ("6.30pm", "18:30"),
        ("from 18:30 to 20:00", "18:30 to 20:00"),
        ("7pm - 9pm", "19:00 to 21:00"),
    ],
)
def test_another_way_to_write_the_hours_is_put_right(words: str, better: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"Write '{better}'.")):
        Hours.read(words)


def test_hours_are_said_as_people_do() -> None:
    assert Hours.read("18:30 to 20:00").said == "6:30pm to 8pm"
    assert Hours.read("12:00").said == "noon"
