"""The small forms: words that are one, and what is said to words that are none."""

import re
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.dates import MONTHS
from site_builder.model.calendar_forms import (
    Length,
    OpeningHours,
    Received,
    ReportMoment,
    Trigger,
    say_clock,
)
from site_builder.model.forms import Cap, Count, GradeBound, Level, Money, Seats, Share, Size
from site_builder.model.season import Season
from site_builder.model.words import LONGEST_TEXT, Email, Id, Phone, Text, WebAddress, Words
from site_builder.times import forms
from site_builder.times.units import MOMENTS
from tests.times.words import spans

SPANS = spans().map(str)

GOOD: dict[type[Words], list[str]] = {
    Share: ["95%", "98.5%", "100%", "0%", "9 of 10"],
    Money: ["£20", "£4,000", "£12.50", "£2 a day", "£5 an hour"],
    Cap: ["£50", "£50 a job", "5 payments a year"],
    Count: ["812", "2,700", "about 2,700", "over 500", "150 residents"],
    Seats: ["5", "at least 3", "more than half", "all"],
    Level: [
        "at least 98.5% of street lights are working",
        "at least 9 of 10 appointments are kept",
        "at most 75 mm high",
        "more than half of the team's time",
        "at least £500,000 a year",
        "all playgrounds",
    ],
    GradeBound: ["B", "B or better", "C or worse", "2 or better"],
    Size: ["over 100 mm", "at least 4 cm", "40 to 100 mm", "over 60 mm and up to 100 mm", "0.5 m to 2 m"],
    Season: ["April to October", "1 May to 30 September", "September", "August to February"],
    Received: ["before 13:00", "from 08:30"],
    OpeningHours: [
        "any time",
        "every day 09:00 to 17:00",
        "Monday to Friday 08:00 to 18:00",
        "Monday, Tuesday and Friday 08:00 to 18:00",
        "first Tuesday of the month 14:00 to 16:00",
    ],
    ReportMoment: [
        "16:00 on collection day",
        "2 working days after collection day",
        "18:00 the next working day",
        "23:59, 2 working days after collection day",
    ],
    Trigger: ["3 reports from one person in 6 months", "1 report of hate crime in 6 months"],
    Length: ["10 working days", "half an hour", "2 to 5 days"],
    Id: ["litter", "street-lights", "a1", "2026"],
    WebAddress: ["https://www.example.org/report?what=litter", "http://example.org"],
    Email: ["ask@example.org", "street.scene@a-b.example.gov.uk"],
    Phone: ["01632 960001", "+44 1632 960001", "999", "0 (1632) 960-001"],
    Text: ["Hollins & Mill Lane", "3 < 4", "ہولنز", "a > b"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("form", "words"), [(form, words) for form, several in GOOD.items() for words in several]
)
def test_good_words_are_read_and_print_as_written(form: type[Words], words: str) -> None:
    assert form.read(words) == words
    assert type(form.read(words)) is form


@pytest.mark.parametrize("form", GOOD)
def test_the_example_in_a_message_is_itself_good(form: type[Words]) -> None:
    assert form.example == "" or form.read(form.example) == form.example


HOURS = "'{}' is not opening hours. Write '{}'."
SHARE = "'{}' is not a share. Write it like '95%' or '9 of 10'."
ALL = "'{}' is more than all. A share is 100% at the most."
BAD: list[tuple[type[Words], str, str]] = [
    (Share, "95", "'95' is not a share. Write '95%'."),
    (Share, "95 percent of", "'95 percent of' is not a share. Write '95%'."),
    (Share, "9 out of 10", "'9 out of 10' is not a share. Write '9 of 10'."),
    (Share, "105%", ALL.format("105%")),
    (Share, "150", ALL.format("150")),
    (Share, "95 per cent", "'95 per cent' is not a share. Write '95%'."),
    (Share, "95 percent of reports", "'95 percent of reports' is not a share. Write '95%'."),
    (Share, "most", SHARE.format("most")),
    (Share, "-5%", SHARE.format("-5%")),
    (Share, "101%", ALL.format("101%")),
    (Share, "11 of 10", ALL.format("11 of 10")),
    (Share, "1 of 0", SHARE.format("1 of 0")),
    (Money, "40", "'40' has no currency. Write '£40'."),
    (Money, "2 a day", "'2 a day' has no currency. Write '£2 a day'."),
    (Money, "free", "'free' is not a sum of money. Write it like '£20'."),
    (Money, "20", "'20' has no currency. Write '£20'."),
    (Money, "£1.5", "'£1.5' is not a sum of money. Write '£1.50'."),
    (Money, "1.5", "'1.5' is not a sum of money. Write '£1.50'."),
    (Money, "20 pounds", "'20 pounds' is not a sum of money. Write '£20'."),
    (Money, "20p", "'20p' is not a sum of money. Write '£0.20'."),
    (Money, "£20/day", "'£20/day' is not a sum of money. Write '£20 a day'."),
    (Money, "€20", "'€20' is not in pounds. Write the sum in pounds, such as '£20'."),
    (Cap, "50", "'50' has no currency. Write '£50'."),
    (Cap, "many", "'many' is not a cap. Write it like '£50 a job'."),
    (Count, "many", "'many' is not a count. Write it like 'about 2,700'."),
    (Count, "2.700", "'2.700' is not a count. Write it like 'about 2,700'."),
    (Seats, "most", "'most' is not a number of seats. Write it like 'more than half'."),
    (
        Level,
        "98% of street lights work",
        "'98% of street lights work' does not say how it is bounded. Write 'at least 98% of street lights work', or 'at most', 'about' or 'exactly'.",
    ),
    (Level, "at least 110% of lights", ALL.format("110%")),
    (GradeBound, "better than B", "'better than B' is not a grade. Write it like 'B or better'."),
    (Size, "4 inches", "'4 inches' is not a size. Write it like 'over 40 mm and up to 100 mm'."),
    (Size, "deep", "'deep' is not a size. Write it like 'over 40 mm and up to 100 mm'."),
    (
        Season,
        "October and March",
        "'October and March' names two months. Write 'October to March' for all between them, or two rows.",
    ),
    (Season, "Summer", "'Summer' is not a season. Write it like 'April to October'."),
    (
        Season,
        "31 February",
        "'31 February': there is no 31 February. February has 29 days at the most. Write 'February'.",
    ),
    (Season, "April-Oct", "'April-Oct' is not a season. Write 'April to October'."),
    (Season, "1st May to 30th September", "'1st May to 30th September' is not a season. Write '1 May to 30 September'."),
    (Season, "March to March", "'March to March' begins and ends with the same words. Write 'March'."),
    (
        Season,
        "1 May to 30 April",
        "'1 May to 30 April' is the whole year. Take the line out: without a season a promise holds all year.",
    ),
    (
        Season,
        "April to October to June",
        "'April to October to June' names more than one season. Write one in each row, such as 'April to October'.",
    ),
    (
        Season,
        "April to June and May to July",
        "'April to June and May to July' names more than one season. Write one in each row, such as 'April to October'.",
    ),
    (
        Size,
        "100 to 40 mm",
        "'100 to 40 mm': nothing is of that size. Write it like 'over 40 mm and up to 100 mm', the smaller figure first.",
    ),
    (
        Size,
        "over 100 mm and under 10 cm",
        "'over 100 mm and under 10 cm': nothing is of that size. Write it like 'over 40 mm and up to 100 mm', the smaller figure first.",
    ),
    (
        Trigger,
        "three reports from one person in six months",
        "'three reports from one person in six months' is not a count of reports. Write '3 reports from one person in 6 months'.",
    ),
    (
        Trigger,
        "0 reports from one person in 6 months",
        "'0 reports from one person in 6 months': a count and its time are 1 at the least. Write it like '3 reports from one person in 6 months'.",
    ),
    (Length, "a week", "'a week' is not a length of time. Write '1 week'."),
    (Received, "by 13:00", "'by 13:00' is not a time of day for reports. Write it like 'before 13:00'."),
    (Received, "before 1pm", "'before 1pm' is not a time of day for reports. Write 'before 13:00'."),
    (Received, "before 8.00", "'before 8.00' is not a time of day for reports. Write 'before 08:00'."),
    (Received, "after 1pm", "'after 1pm' is not a time of day for reports. Write 'from 13:00'."),
    (Received, "before 24:00", "'before 24:00' is not a time of day for reports. Write it like 'before 13:00'."),
    (
        OpeningHours,
        "Mon-Fri 8am-6pm",
        "'Mon-Fri 8am-6pm' is not opening hours. Write 'Monday to Friday 08:00 to 18:00'.",
    ),
    (OpeningHours, "Mon-Fri 9-5", HOURS.format("Mon-Fri 9-5", "Monday to Friday 09:00 to 17:00")),
    (OpeningHours, "9am to 5pm", HOURS.format("9am to 5pm", "every day 09:00 to 17:00")),
    (OpeningHours, "24/7", HOURS.format("24/7", "any time")),
    (OpeningHours, "08:00 to 24:00", HOURS.format("08:00 to 24:00", "every day 08:00 to 00:00")),
    (
        OpeningHours,
        "Monday-Friday 9.00 - 17.00",
        HOURS.format("Monday-Friday 9.00 - 17.00", "Monday to Friday 09:00 to 17:00"),
    ),
    (ReportMoment, "early", "'early' is not a moment. Write it like '16:00 on collection day'."),
    (
        Trigger,
        "3 reports",
        "'3 reports' is not a count of reports. Write it like '3 reports from one person in 6 months'.",
    ),
    (Length, "soon", "'soon' is not a length of time. Write a number and a unit, such as '10 working days'."),
    (
        Id,
        "Street Lights",
        "'Street Lights' is not an id: an id has lower-case letters, figures and hyphens. Did you mean 'street-lights'?",
    ),
    (
        Id,
        "!!",
        "'!!' is not an id: an id has lower-case letters, figures and hyphens. Did you mean 'street-lights'?",
    ),
    (
        WebAddress,
        "www.example.org",
        "'www.example.org' is not a web address. Did you mean 'https://www.example.org'?",
    ),
    (
        WebAddress,
        "javascript:alert(1)",
        "'javascript:alert(1)' is not a web address. Write it like 'https://www.example.org/report'.",
    ),
    (Email, "ask at example.org", "'ask at example.org' is not an e-mail address. Write it like 'ask@example.org'."),
    (Phone, "ring us", "'ring us' is not a telephone number. Write it like '01632 960001'."),
    (Text, "a <b>bold</b> word", "'<b>' looks like HTML. Write plain words; the page is laid out for you."),
    (Text, "a <!-- comment", "'<!-- comment' looks like HTML. Write plain words; the page is laid out for you."),
    (Text, "  ", "Nothing is written here. Fill it in, or take the line out."),
    (
        Text,
        "a" * (LONGEST_TEXT + 1),
        "This text has 2,001 characters; the limit is 2,000. Put it in about.md.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("form", "words", "cure"), BAD)
def test_other_words_are_answered_with_what_to_write(
    form: type[Words], words: str, cure: str
) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        form.read(words)
    assert str(refused.value) == cure


@pytest.mark.parametrize(("form", "words", "cure"), BAD)
def test_what_is_said_to_write_is_good_itself(form: type[Words], words: str, cure: str) -> None:
    _, *said = re.split(r"Write|Did you mean", cure.replace(f"'{words}'", "", 1))
    written = re.findall(r"'([^']+)'", " ".join(said))
    # Of a level the other bounds that it could have are named too.
    for write in written[:1] if form is Level else written:
        assert form.read(write) == write


@pytest.mark.parametrize("form", [form for form in GOOD if form is not Text])
@given(data=st.data())
def test_whatever_looks_like_a_form_is_read_for_good_or_refused_in_a_sentence(
    form: type[Words], data: st.DataObject
) -> None:
    words = data.draw(
        st.from_regex(re.compile(rf"(?:{form.pattern})\Z", re.ASCII))
        if form is not Length
        else SPANS
    )
    try:
        read = form.read(words)
    except ValueError as refused:
        assert str(refused).endswith((".", "?"))  # noqa: PT017 - a form is an answer too
    else:
        assert form.read(str(read)) == read == " ".join(words.split())


@given(st.integers(0, 1000), st.integers(1, 1000))
def test_a_share_says_its_per_cent(part: int, whole: int) -> None:
    part = min(part, whole)
    assert Share.read(f"{part} of {whole}").percent == pytest.approx(100 * part / whole)
    assert Share.read(f"{part / 10:g}%").percent == pytest.approx(part / 10)


@given(st.integers(1, 12), st.integers(1, 12))
def test_a_season_of_months_has_all_their_days(first: int, last: int) -> None:
    if first == last or (last - first) % 12 == 11:
        return
    season = Season.read(f"{MONTHS[first - 1]} to {MONTHS[last - 1]}")
    assert (season.months[0], season.months[-1]) == (first, last)
    assert {month for month, _ in season.days} == set(season.months)
    ends = dict.fromkeys((MONTHS[last % 12], MONTHS[first - 2]))
    rest = Season.read(" to ".join(ends))
    assert not season.days & rest.days
    assert len(season.days | rest.days) == 366


@given(st.dates(date(2024, 1, 1), date(2024, 12, 31)), st.integers(1, 300))
def test_a_season_of_days_runs_from_one_to_the_other(first: date, more: int) -> None:
    last = first + timedelta(days=more)
    if (last.month, last.day) == (2, 29) or last.year > 2024 > first.year:
        return
    words = f"{first.day} {MONTHS[first.month - 1]} to {last.day} {MONTHS[last.month - 1]}"
    if last.year == 2024:
        assert len(Season.read(words).days) == more + 1
    assert {(first.month, first.day), (last.month, last.day)} <= Season.read(words).days


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_a_size_lies_between_its_bounds(low: int, more: int) -> None:
    high = low + more
    both = Size.read(f"over {low} mm and up to {high} mm").bounds
    assert both == (low, False, high, True)
    assert Size.read(f"{low} to {high} mm").bounds.holds(both)
    assert not both.holds(Size.read(f"{low} to {high} mm").bounds)
    assert Size.read(f"over {low} mm").bounds.holds(both)
    assert Size.read(f"over {low} cm").bounds.low == 10 * low


@given(st.integers(1, 999), st.integers(1, 99), st.sampled_from(["day", "week", "month", "year"]))
def test_a_trigger_is_a_number_of_reports_in_a_time(number: int, time: int, unit: str) -> None:
    reports, units = (
        f"{word}{'' if many == 1 else 's'}" for many, word in ((number, "report"), (time, unit))
    )
    parts = Trigger.read(f"{number} {reports} from one person in {time} {units}").parts
    assert parts == (number, "report from one person", f"{time} {units}")


@given(st.sampled_from(MOMENTS), st.times(), st.integers(1, 99))
def test_a_moment_for_reporting_is_counted_from_a_known_one(
    moment: str, at: time, days: int
) -> None:
    clock, length = f"{at:%H:%M}", "1 day" if days == 1 else f"{days} days"
    after = forms.Within(forms.Span(days, "day"), moment)
    if re.search("day|date|visit|report|fault", moment):
        on = ReportMoment.read(f"{clock} on {moment}").counted
        assert on == (forms.ByDay("same", working=False, start=moment), clock)
    assert ReportMoment.read(f"{length} after {moment}").counted == (after, None)
    assert ReportMoment.read(f"{clock}, {length} after the {moment}").counted == (after, clock)


def test_every_form_has_words_that_it_refuses() -> None:
    assert {form for form, _, _ in BAD} == set(GOOD)


def test_a_list_or_a_group_is_no_text() -> None:
    with pytest.raises(
        ValueError, match=r"^A share is needed here, not a list. Write it like '95%'.$"
    ):
        Share.read(["95%"])
    with pytest.raises(ValueError, match=r"^A text is needed here, not a group of fields.$"):
        Text.read({"a": "b"})


def test_figures_of_other_scripts_are_not_taken_for_figures() -> None:
    with pytest.raises(ValueError, match=r"is not a share"):
        Share.read("\u0669\u0665%")


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("April to June", (4, 5, 6)),
        ("August to February", (8, 9, 10, 11, 12, 1, 2)),
        ("1 May to 30 September", (5, 6, 7, 8, 9)),
        ("September", (9,)),
    ],
)
def test_a_season_touches_its_months_and_may_run_over_the_new_year(
    words: str, months: tuple[int, ...]
) -> None:
    assert Season.read(words).months == months


@pytest.mark.parametrize(
    ("words", "percent"), [("95%", 95), ("98.5%", 98.5), ("9 of 10", 90), ("0 of 3", 0)]
)
def test_a_share_is_so_much_per_cent(words: str, percent: float) -> None:
    assert Share.read(words).percent == percent


def test_a_grade_is_the_letter_without_its_side() -> None:
    assert GradeBound.read("B or better").letter == "B"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("any time", "at any time"),
        ("Monday to Friday 08:00 to 18:00", "Monday to Friday, 8am to 6pm"),
        ("every day 12:00 to 00:00", "every day, noon to midnight"),
        ("first Tuesday of the month 14:30 to 16:00", "first Tuesday of the month, 2:30pm to 4pm"),
    ],
)
def test_opening_hours_are_said_as_people_say_them(words: str, said: str) -> None:
    assert OpeningHours.read(words).said == said


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        ("13:00", "1pm"),
        ("08:30", "8:30am"),
        ("12:00", "noon"),
        ("12:30", "12:30pm"),
        ("00:00", "midnight"),
        ("00:05", "12:05am"),
    ],
)
def test_a_clock_time_is_said_as_people_say_it(clock: str, said: str) -> None:
    assert say_clock(clock) == said
