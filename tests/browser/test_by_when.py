"""By when should it be done: the form in a promise, as a resident uses it, and the table of cases in a real browser."""

import gzip
import html
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
import yaml
from icalendar import Calendar as Entries
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from site_builder.catalogue import ENGLISH
from site_builder.views.by_when import shared
from site_builder.views.due_rules import Counting
from tests.browser.conftest import HEIGHT, Open
from tests.browser.test_axe import axe  # noqa: F401 - a fixture
from tests.times.asked import SCRIPT, TABLE, TODAY, calendar_of, on_page

MOST_BYTES = 6 * 1024
NOON = datetime.fromisoformat("2026-11-22T12:00:00")
ZONES = ("Europe/London", "Pacific/Auckland")
LARKFOLD = "areas/larkfold/"
BY_HOUR = "areas/bobbin-house/"
# Answers every case on one page, each in a form of its own, with the words that a resident would read.
ANSWER = """async cases => {
  const model = document.querySelector('#by-when');
  const said = [];
  for (const [at, one] of cases.entries()) {
    model.dataset.shared = one.shared;
    const details = document.querySelectorAll('details')[at];
    const opened = new Promise(done => details.addEventListener('toggle', done, {once: true}));
    details.open = true;
    await opened;
    const form = details.querySelector('form');
    form.elements.day.value = one.day;
    form.elements.hour.value = one.hour;
    form.requestSubmit();
    said.push(details.querySelector('[role=status]').textContent);
  }
  return said;
}"""


@pytest.fixture(params=ZONES)
def abroad(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A browser in one of two time zones, one of them on the other side of the world."""
    context = browser.new_context(timezone_id=request.param)
    yield context
    context.close()


@pytest.fixture
def noon(request: pytest.FixtureRequest) -> datetime:
    """Noon of the example's day, where the reader is."""
    params = request.node.callspec.params if hasattr(request.node, "callspec") else {}
    return NOON.replace(tzinfo=ZoneInfo(params.get("abroad", "UTC")))


@pytest.fixture
def opened(abroad: BrowserContext, address: str, noon: datetime) -> Callable[..., Locator]:
    """Open the form of a promise, on the day of the example at noon where the reader is."""

    def open_(uri: str, promise: str, *, width: int = 390) -> Locator:
        page = abroad.new_page()
        page.clock.set_fixed_time(noon)
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.goto(address + uri)
        # Whatever the zone, the reader's own clock says the 22nd.
        assert page.evaluate("new Date().getDate()") == NOON.day
        form = page.locator(f'details[data-of="{promise}"]')
        form.locator("summary").click()
        return form

    return open_


def answer(form: Locator, day: str, hour: str = "", case: str = "") -> str:
    """Fill in a form and give what it says."""
    if case:
        form.locator("select").select_option(case)
    form.locator("input[type=date]").fill(day)
    if hour:
        form.locator("input[type=time]").fill(hour)
    form.locator("button").click()
    return form.locator("[role=status]").inner_text()


def cases() -> Iterator[dict[str, Any]]:
    for case in TABLE:
        day, _, hour = case["reported"].partition(" ")
        calendar = calendar_of(case)
        asked = on_page(case["promise"], calendar)
        assert asked[0]["timed"] is bool(hour), case
        yield {
            "cases": json.dumps(asked),
            "shared": json.dumps(shared(Counting(calendar, TODAY))),
            "day": day,
            "hour": hour,
            "by": case["by"],
        }


def page_of(every: list[dict[str, Any]]) -> str:
    """A page with a form for each case, and the parts that a real page has."""
    component = (SCRIPT.parents[1] / "components/by_when.html").read_text("utf-8")
    template = re.search(r"<template id=\"by-when\".*?</template>", component, re.DOTALL)
    assert template
    forms = "".join(
        f'<details class="charter-by-when" data-of="a" data-cases="{html.escape(one["cases"])}" hidden>'
        "<summary>By when?</summary></details>"
        for one in every
    )
    made = template[0].replace("{{ parts.shared }}", "")
    return f"<!doctype html><title>Cases</title>{forms}{made}<script src='by-when.js'></script>"


def test_every_case_of_the_table_is_answered_in_words(abroad: BrowserContext) -> None:
    every = list(cases())
    page = abroad.new_page()
    # After all of them: nothing reported may lie ahead.
    page.clock.set_fixed_time(datetime.fromisoformat("2029-06-01T12:00:00"))
    page.route(
        "https://cases.example.org/",
        lambda one: one.fulfill(body=page_of(every), content_type="text/html"),
    )
    page.route(
        "**/by-when.js", lambda one: one.fulfill(path=SCRIPT, content_type="text/javascript")
    )
    page.goto("https://cases.example.org/")
    wrong = []
    for one, said in zip(every, page.evaluate(ANSWER, every), strict=True):
        expected = f"It should be removed by {one['by']}."
        if one["by"] == "unknown":
            expected = (
                "We cannot tell you the day." if '"until": "' in one["shared"] else "Allow until"
            )
        elif one["by"] == "never":
            expected = "The hour by which it should be done had already passed"
        if not said.startswith(expected):
            wrong.append(f"{one['day']} {one['hour']}: {said!r} should be {expected!r}")
    assert not wrong


def test_it_says_the_day_how_it_was_counted_and_what_did_not_count(
    opened: Callable[..., Locator],
) -> None:
    form = opened(LARKFOLD, "graffiti")
    assert answer(form, "2026-08-26", case="All other graffiti").startswith(
        "It should be removed by the end of Thursday 3 September 2026. That is 5 working days, and day 1 is "
        "Thursday 27 August 2026. Saturday 29 August, Sunday 30 August and Monday 31 August (bank holiday) do not count."
    )
    assert "Friday 27 November 2026" in answer(form, "2026-11-20")


def test_a_day_on_which_the_clocks_change_is_the_day_that_was_typed(
    opened: Callable[..., Locator],
) -> None:
    form = opened(LARKFOLD, "graffiti")
    said = answer(form, "2026-10-25", case="All other graffiti")
    assert "by the end of Friday 30 October 2026" in said
    assert "day 1 is Monday 26 October 2026" in said


def test_the_hour_decides_which_of_two_rows_holds(opened: Callable[..., Locator]) -> None:
    form = opened(BY_HOUR, promise_with("received", BY_HOUR))
    assert "Friday 20 November 2026" in answer(form, "2026-11-20", "12:59")
    assert "noon on Saturday 21 November 2026" in answer(form, "2026-11-20", "13:00")


def promise_with(field: str, uri: str) -> str:
    """The promise of an example charter with a row that has a field."""
    file = Path(__file__).parents[2] / "charters" / uri.split("/")[1] / "charter.yml"
    charter = yaml.safe_load(file.read_text("utf-8"))
    return next(
        str(standard["id"])
        for standard in charter["standards"]
        if any(field in row for row in standard.get("targets", ()))
    )


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("", "Give the day first."),
        ("2026-11-23", "That is still to come."),
        ("2024-12-31", "We can count from Wednesday 1 January 2025 only."),
    ],
)
def test_a_day_that_cannot_be_is_told_in_plain_words(
    opened: Callable[..., Locator], day: str, says: str
) -> None:
    form = opened(LARKFOLD, "graffiti")
    assert answer(form, day).startswith(says)
    field = form.locator("input[type=date]")
    assert field.get_attribute("aria-invalid") == "true"
    said_by = field.get_attribute("aria-describedby")
    assert form.locator("[role=status]").get_attribute("id") == said_by
    assert field.evaluate("one => one === document.activeElement")
    field.fill("2026-11-20")
    assert field.get_attribute("aria-invalid") is None
    assert form.locator("[role=status]").inner_text() == ""


def test_a_date_that_does_not_exist_is_told(opened: Callable[..., Locator]) -> None:
    form = opened(LARKFOLD, "graffiti")
    field = form.locator("input[type=date]")
    field.focus()
    form.page.keyboard.type("02312026")
    form.locator("button").click()
    assert form.locator("[role=status]").inner_text().startswith("There is no such date.")


def test_before_the_charter_began_nothing_was_promised(opened: Callable[..., Locator]) -> None:
    form = opened(LARKFOLD, "graffiti")
    said = answer(form, "2026-03-31")
    assert said.startswith("This promise began on Wednesday 1 April 2026.")
    assert form.locator(".charter-by-when__save").is_hidden()


def test_where_the_hour_counts_it_must_be_given(opened: Callable[..., Locator]) -> None:
    form = opened(LARKFOLD, "needles")
    assert answer(form, "2026-11-20").startswith("Give the time of day as well.")
    assert "11:30am on Monday 23 November 2026" in answer(form, "2026-11-20", "16:30")
    assert answer(form, "2026-11-22", "12:01").startswith("That is still to come.")


def test_once_the_day_has_passed_the_next_step_is_told(opened: Callable[..., Locator]) -> None:
    form = opened(LARKFOLD, "graffiti")
    said = answer(form, "2026-08-26")
    assert said.endswith("That day has passed.")
    step = form.locator(".charter-by-when__next")
    assert "What you can do now: Ask us why." in step.inner_text()
    href = step.locator("a[href^='#step-']").get_attribute("href")
    assert href
    assert form.page.locator(href).count() == 1
    assert step.locator("a[href^='tel:']").count() > 0
    assert form.locator(".charter-by-when__save").is_hidden()
    assert "has passed" not in answer(form, "2026-11-20")
    assert step.inner_text() == ""


def test_a_promise_that_is_worse_for_now_says_so_and_offers_no_step_that_is_shut(
    opened: Callable[..., Locator],
) -> None:
    # Its ladder has a step of the same id as the promise, which one late report does not open.
    form = opened("areas/station-quarter/", "missed-bins")
    said = answer(form, "2026-11-09")
    assert "Wednesday 11 November 2026" in said
    assert "From 9 November 2026 to January 2027 this is worse than promised." in said
    step = form.locator(".charter-by-when__next").inner_text()
    assert "Not open to you after one report: A supervisor rings you" in step
    assert "3 reports from one person in 3 months" in step
    assert "What you can do now: Report it again" in step
    assert "worse than promised" not in answer(form, "2026-11-03")


def test_an_hour_of_today_that_has_passed_is_told_as_such(opened: Callable[..., Locator]) -> None:
    form = opened(LARKFOLD, "street-lights")
    said = answer(form, "2026-11-22", "09:30", "Bare wires or a leaning post")
    assert "by 11:30am on Sunday 22 November 2026" in said
    assert "That hour has passed." in said
    assert "After that: repaired within 10 working days of being made safe." in said
    assert form.locator(".charter-by-when__next").inner_text()


def test_the_calendar_entry_is_read_by_a_calendar(opened: Callable[..., Locator]) -> None:
    form = opened(LARKFOLD, "graffiti")
    said = answer(form, "2026-11-20")
    asked: list[str] = []
    form.page.on("request", lambda request: asked.append(request.url))
    with form.page.expect_download() as download:
        form.locator(".charter-by-when__save").click()
    assert download.value.suggested_filename == "graffiti.ics"
    written = Path(download.value.path()).read_bytes()
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    (event,) = Entries.from_ical(written).walk("VEVENT")
    due = date(2026, 11, 23) if "1 working day" in said else date(2026, 11, 27)
    assert event.decoded("DTSTART") == due
    assert event["SUMMARY"] == "Graffiti: should be done by now"
    assert event["DESCRIPTION"].startswith(said.split("\n", maxsplit=1)[0][:40])
    assert event["URL"].endswith("areas/larkfold/#graffiti")
    assert not [url for url in asked if not url.startswith("blob:")]


def test_an_hour_is_in_the_calendar_entry_as_the_clock_shows_it(
    opened: Callable[..., Locator],
) -> None:
    form = opened(LARKFOLD, "needles")
    answer(form, "2026-11-20", "16:30")
    with form.page.expect_download() as download:
        form.locator(".charter-by-when__save").click()
    (event,) = Entries.from_ical(Path(download.value.path()).read_bytes()).walk("VEVENT")
    assert event.decoded("DTSTART") == datetime.fromisoformat("2026-11-23T11:30:00")


def test_it_is_done_with_the_keyboard_alone_on_a_narrow_screen(open_page: Open) -> None:
    page = open_page(LARKFOLD, width=320, fresh=True, before=at_noon)
    summary = page.locator('details[data-of="graffiti"] > summary')
    summary.focus()
    page.keyboard.press("Enter")
    # It is filled when it has opened; a key that is pressed sooner would go to what comes behind it.
    page.locator('details[data-of="graffiti"] form').wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("11202026")
    page.keyboard.press("Enter")
    form = page.locator('details[data-of="graffiti"]')
    assert "Friday 27 November 2026" in form.locator("[role=status]").inner_text()
    wide = "document.scrollingElement.scrollWidth > innerWidth"
    assert not page.evaluate(wide)
    page.keyboard.press("Tab")
    for _ in range(4):
        if page.evaluate("document.activeElement.className") == "charter-by-when__save":
            break
        page.keyboard.press("Tab")
    with page.expect_download():
        page.keyboard.press("Enter")


def at_noon(page: Page) -> None:
    page.clock.set_fixed_time(NOON)


def test_an_answer_passes_the_accessibility_checker(
    open_page: Open,
    axe: Callable[[Page], list[str]],  # noqa: F811 - the fixture
) -> None:
    page = open_page(LARKFOLD, width=320, before=at_noon)
    form = page.locator('details[data-of="graffiti"]')
    form.locator("summary").click()
    for day in ("", "2026-11-20", "2026-08-26"):
        answer(form, day)
        assert axe(page) == []


def test_nothing_of_it_is_asked_of_any_host_or_kept(open_page: Open) -> None:
    asked: list[str] = []

    def listen(page: Page) -> None:
        at_noon(page)
        page.on("request", lambda request: asked.append(request.url))

    page = open_page(LARKFOLD, fresh=True, before=listen)
    before = len(asked)
    form = page.locator('details[data-of="graffiti"]')
    form.locator("summary").click()
    answer(form, "2026-11-20")
    assert len(asked) == before
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(page.url).netloc}
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert "?" not in page.url


def test_without_script_or_on_paper_there_is_no_form(open_page: Open) -> None:
    page = open_page(LARKFOLD, script=False)
    assert page.locator(".charter-by-when").count() > 0
    assert page.locator(".charter-by-when:visible").count() == 0
    page = open_page(LARKFOLD)
    assert page.locator(".charter-by-when:visible").count() > 0
    page.emulate_media(media="print")
    assert page.locator(".charter-by-when:visible").count() == 0


def test_the_script_is_small(built_site: Path) -> None:
    (script,) = built_site.glob("assets/by-when*.js")
    assert len(gzip.compress(script.read_bytes())) < MOST_BYTES


def test_the_words_of_the_form_are_those_of_the_catalogue(opened: Callable[..., Locator]) -> None:
    form = opened(LARKFOLD, "bulky-items")
    assert form.locator(".charter-by-when__asked").inner_text() == ENGLISH.say("asked.booking")
