"""Dates in full and in part."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.dates import MONTHS, add_months, read_date, say_day


@given(st.dates())
def test_any_day_is_read_as_itself(day: date) -> None:
    read = read_date(day.isoformat())
    assert (read.first, read.last, str(read)) == (day, day, day.isoformat())
    assert read.said == say_day(day)


@pytest.mark.parametrize(
    ("words", "first", "last", "said"),
    [
        ("2026-04-01", date(2026, 4, 1), date(2026, 4, 1), "1 April 2026"),
        ("2027-03", date(2027, 3, 1), date(2027, 3, 31), "March 2027"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "February 2023"),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31), "December 2026"),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "2026"),
    ],
)
def test_a_part_date_is_the_whole_of_it(words: str, first: date, last: date, said: str) -> None:
    read = read_date(words)
    assert (read.first, read.last, read.said, str(read)) == (first, last, said, words)


@pytest.mark.parametrize(
    ("words", "cure"),
    [
        ("1 April 2026", "'1 April 2026': write 2026-04-01."),
        ("1st april 2026", "'1st april 2026': write 2026-04-01."),
        ("22nd December 2026", "'22nd December 2026': write 2026-12-22."),
        ("April 2026", "'April 2026': write 2026-04."),
        ("Apr 2026", "'Apr 2026': write 2026-04."),
        ("01/04/2026", "'01/04/2026': write 2026-04-01."),
        ("1/4/2026", "'1/4/2026': write 2026-04-01."),
        ("1.4.2026", "'1.4.2026': write 2026-04-01."),
        ("2026-4-1", "'2026-4-1': write 2026-04-01."),
        ("2026/04/01", "'2026/04/01': write 2026-04-01."),
        (
            "31 February 2026",
            "'31 February 2026': there is no such day. February 2026 has 28 days. Look it up in a calendar.",
        ),
        (
            "31/2/2026",
            "'31/2/2026': there is no such day. February 2026 has 28 days. Look it up in a calendar.",
        ),
        (
            "31 February",
            "'31 February' has no year. Write it as 2026-04-01, or 2026-04 if only the month is known.",
        ),
    ],
)
def test_a_date_as_people_say_it_is_answered_with_the_line_to_paste(words: str, cure: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        read_date(words)
    assert str(refused.value) == cure


@pytest.mark.parametrize("words", ["2026-02-30", "2026-13-01", "2026-00", "2025-02-29", "0000"])
def test_a_day_that_no_calendar_has_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"there is no such day"):
        read_date(words)


@pytest.mark.parametrize("words", ["", "soon", "4/2026", "26-04-01", "2026-04-01T10:00", "٢٠٢٦"])
def test_other_words_are_no_date(words: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date. Write it as 2026-04-01, or 2026-04"):
        read_date(words)


def test_dates_are_ordered_by_their_first_day() -> None:
    in_order = sorted(map(read_date, ["2026-04-02", "2026-04", "2026", "2025-12-31"]))
    assert list(map(str, in_order)) == ["2025-12-31", "2026", "2026-04", "2026-04-02"]


@given(
    st.dates(),
    st.sampled_from(
        ["{d:%d/%m}/{d.year:04}", "{d.day} {m} {d.year:04}", "{d.year:04}/{d.month}/{d.day}"]
    ),
)
def test_what_is_said_to_write_is_a_date_itself(day: date, form: str) -> None:
    with pytest.raises(ValueError, match=r": write (.+)\.$") as refused:
        read_date(form.format(d=day, m=MONTHS[day.month - 1]))
    assert read_date(str(refused.value).split("write ")[1][:-1]).first == day


@given(st.dates(), st.integers(-1200, 1200))
def test_months_later_it_is_the_same_date_or_the_last_of_the_month(day: date, months: int) -> None:
    try:
        later = add_months(day, months)
    except OverflowError:
        assert not 1 <= day.year + months / 12 < 9999
        return
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)
