"""Times of every form, made up by Hypothesis, and calendars to count them on."""

from datetime import datetime, time

from hypothesis import strategies as st

from site_builder.deadlines.calendar import Calendar, Hours
from site_builder.deadlines.holidays import DIVISIONS, holidays_of
from site_builder.times import forms
from site_builder.times.units import MOMENTS, ORDINALS, UNITS, VISITS, WEEKDAYS

numbers = st.integers(1, 999_999)
small_numbers = st.integers(1, 40)
units = st.sampled_from(UNITS)
moments = st.sampled_from(MOMENTS)
weekdays = st.sampled_from(WEEKDAYS)
two_days = st.none() | st.tuples(weekdays, weekdays)
clocks = st.times().map(lambda at: f"{at:%H:%M}")
first_days = st.sampled_from(["the same day", "the next day", "the next working day"])


@st.composite
def spans(draw: st.DrawFn, number: st.SearchStrategy[int] = numbers) -> forms.Span:
    """A length, half of a unit, a range in one unit, or a range from one unit to another."""
    unit = draw(units)
    high = draw(number)
    match draw(st.sampled_from(["length", "half", "range", "two units"])):
        case "half":
            return forms.Span(1, unit, half=True)
        case "range" if high > 1:
            return forms.Span(high, unit, draw(st.integers(1, high - 1)))
        case "two units":
            other = draw(units.filter(lambda other: other != unit))
            return forms.Span(high, unit, draw(number), other)
        case _:
            return forms.Span(high, unit)


@st.composite
def regular(draw: st.DrawFn, numbers: st.SearchStrategy[int] = numbers) -> forms.Regular:
    """Work that is done again and again, with what may stand around it."""
    around = {
        "bound": draw(st.sampled_from([None, "at least", "at most", "about"])),
        "when_needed": draw(st.booleans()),
        "until_closed": draw(st.booleans()),
    }
    number = draw(numbers)
    low = draw(st.none() | st.integers(1, number - 1)) if number > 1 else None
    kinds = [forms.Every, forms.Times, forms.Weekdays, forms.EachMonth, forms.Continuously]
    match draw(st.sampled_from(kinds)):
        case kind if kind is forms.Every:
            return forms.Every(number, draw(units), low, **around)
        case kind if kind is forms.Times:
            return forms.Times(number, draw(units), draw(numbers), low, **around)
        case kind if kind is forms.Weekdays:
            days = draw(st.lists(weekdays, min_size=1, max_size=7))
            return forms.Weekdays(tuple(days), **around)
        case kind if kind is forms.EachMonth:
            return forms.EachMonth(draw(st.sampled_from(ORDINALS)), draw(weekdays), **around)
        case _:
            return forms.Continuously(draw(clocks), draw(clocks), draw(two_days), **around)


def limits(
    starts: st.SearchStrategy[str | None],
    number: st.SearchStrategy[int] = numbers,
    ends: st.SearchStrategy[str] = moments,
) -> st.SearchStrategy[forms.Response]:
    """Every form that is done once."""
    return st.one_of(
        st.builds(forms.Within, spans(number), starts, two_days),
        st.builds(
            forms.ByDay,
            st.sampled_from(["same", "next"]),
            st.booleans(),
            st.none() | clocks,
            starts,
        ),
        st.builds(forms.SameDay, st.booleans()),
        st.builds(forms.NextVisit, st.sampled_from(VISITS), st.booleans()),
        st.just(forms.AtOnce()),
        st.builds(forms.Before, spans(number), ends),
    )


times = limits(st.none() | moments) | regular()


# Three days of the week and four hours of the day at least: all that is taken for granted of those who count in them.
workdays = st.just(frozenset(range(5))) | st.frozensets(st.integers(0, 6), min_size=3)


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    """The hours of an office by day, by night, or round the clock."""
    opens, closes = draw(
        st.sampled_from(
            [("08:30", "17:30"), ("09:00", "13:00"), ("20:00", "06:00"), ("00:00", "00:00")]
        )
    )
    return Hours(draw(workdays), time.fromisoformat(opens), time.fromisoformat(closes))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """How some council of the four nations counts, or one elsewhere."""
    nation = draw(st.sampled_from([*DIVISIONS, "elsewhere"]))
    return Calendar(holidays_of(nation), draw(workdays), draw(hours()), draw(first_days))


reports = st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 31)).map(  # noqa: DTZ001 - local time
    lambda moment: moment.replace(second=0, microsecond=0)
)
