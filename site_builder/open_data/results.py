"""results.csv: what became of each promise, period by period, as reported and as judged."""

from collections.abc import Iterator
from typing import Final

from site_builder.compile import Compiled
from site_builder.csv_file import Cell
from site_builder.limits import plain
from site_builder.marks import Mark, TrackRecord
from site_builder.model.calendar_forms import Length
from site_builder.model.charter import Area
from site_builder.model.fields import field_names
from site_builder.model.results import Number, Result
from site_builder.open_data.figures import of_length, percent
from site_builder.open_data.promises import key_of
from site_builder.open_data.table import Column, Kind, Row, Table, of_model
from site_builder.outcomes import Outcome
from site_builder.page import Making
from site_builder.site import Site
from site_builder.times.grammar import read_span
from site_builder.times.units import UNITS
from site_builder.track_record import track_record

_REPORTED: Final = tuple(name for name in field_names(Result) if name != "charter")
"""The columns of the tables that councils fill in; their charter is told in every row here."""
_OUTCOMES: Final = tuple(one.value for one in Outcome if one is not Outcome.NOT_MEASURED)
_LENGTHS: Final = tuple(
    name for name, declared in Result.model_fields.items() if declared.annotation == Length | None
)


def _columns() -> Iterator[Column]:
    """The columns of the councils' own tables, each with what is worked out from it behind it."""
    yield Column(
        "promise",
        "The promise, by its charter and its id.",
        Kind.ID,
        "larkfold/graffiti",
        is_needed=True,
    )
    yield Column(
        "charter", "The charter: the name of its folder.", Kind.ID, "larkfold", is_needed=True
    )
    yield of_model(Area, "name", "area", lead="The area.", needed=True)
    for name in _REPORTED:
        yield of_model(Result, name, needed=name in {"standard", "period"})
        if name == "period":
            yield Column(
                "period_start",
                "The first day of the period.",
                Kind.DAY,
                "2026-07-01",
                is_needed=True,
            )
            yield Column(
                "period_end", "The last day of the period.", Kind.DAY, "2026-09-30", is_needed=True
            )
        if name in _LENGTHS:
            yield Column(f"{name}_number", f"The figure of '{name}'.", Kind.NUMBER, "2")
            yield Column(
                f"{name}_unit", f"The unit of '{name}'.", Kind.WORD, "working day", choices=UNITS
            )
    yield Column(
        "agreed_share",
        "How many cases were to meet it, as agreed. Empty: no share was agreed.",
        example="95%",
    )
    yield Column("agreed_percent", "The same in per cent.", Kind.NUMBER, "95")
    yield Column(
        "outcome",
        "What became of the promise, held against what was promised in that period.",
        Kind.WORD,
        "met",
        is_needed=True,
        choices=_OUTCOMES,
    )
    yield Column(
        "due",
        "Where nothing was reported: the day by which it was promised.",
        Kind.DATE,
        "2026-10-31",
    )
    yield Column(
        "says",
        "The result in sentences for residents.",
        example="95% on time: 43 of 45 cases. Promised: 95%.",
    )


RESULTS: Final = Table(
    "results",
    "Results",
    "period of each promise, or of each target that is reported apart",
    tuple(_columns()),
    ("promise", "target", "period"),
)


def result_rows(compiled: Compiled, site: Site, making: Making) -> Iterator[Row]:
    """A row for each period of each promise of a charter, reported or owed: promise by promise, oldest first."""
    record = track_record(compiled, site, making)
    marks = [mark for promise in record.promises for mark in promise.marks]
    yield from (_row(mark, record) for mark in sorted(marks, key=_place))


def _place(mark: Mark) -> tuple[str, str, str]:
    return mark.standard, mark.target or "", mark.period


def _row(mark: Mark, record: TrackRecord) -> Row:
    share = mark.agreed
    return {
        **(dict(_reported(mark.row)) if mark.row else {}),
        "promise": key_of(mark.slug, mark.standard),
        "charter": mark.slug,
        "area": record.area,
        "standard": mark.standard,
        "target": mark.target,
        "period": mark.period,
        "period_start": mark.period.first,
        "period_end": mark.period.last,
        "agreed_share": share,
        "agreed_percent": percent(share) if share else None,
        "outcome": mark.outcome.value,
        "due": mark.due,
        "says": " ".join(plain(sentence) for sentence in mark.figures()),
    }


def _reported(result: Result) -> Iterator[tuple[str, Cell]]:
    for name in _REPORTED:
        value = getattr(result, name)
        yield name, value.value if isinstance(value, Number) else value
        if name in _LENGTHS and value:
            number, unit = of_length(read_span(value))
            yield f"{name}_number", number
            yield f"{name}_unit", unit
