"""Works out a charter's track record: every promise in every period, what became of it, what it was held against.

Done once for each charter of a build; pages, comparisons and open data all read it here.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from site_builder.changes.version import Version
from site_builder.compile import Compiled
from site_builder.dates import PartDate
from site_builder.held import Held, Past, held
from site_builder.marks import Mark, PromiseRecord, TrackRecord, newest_first
from site_builder.model.charter import Charter
from site_builder.model.results import Period, Result
from site_builder.model.standard import Standard
from site_builder.outcomes import Outcome, is_measurable, outcome, target_of
from site_builder.page import Making
from site_builder.reporting import Due, due_dates, is_asked_of
from site_builder.result_sentences import why_not_measured
from site_builder.site import Site
from site_builder.status import status


def track_record(compiled: Compiled, site: Site, making: Making) -> TrackRecord:
    """The track record of a charter of the site that is being made; worked out when it is first asked for."""
    if compiled.slug not in making.records:
        floor = site.council.council.floor
        making.records[compiled.slug] = worked_out(compiled, floor, making.today, making.history)
    return making.records[compiled.slug]


def worked_out(
    compiled: Compiled, floor: int, today: date, past: Past | None = None
) -> TrackRecord:
    """The track record of a charter on the day ``today``, with the ``floor`` of its council.

    ``past`` tells how promises stood earlier; without it each is held against what it is today.
    """
    charter, directory = compiled.charter, compiled.directory
    record = TrackRecord(compiled.slug, charter.area.name, charter.title, compiled.uri)
    state = status(charter, today)
    if state.name in ("draft", "consultation"):
        return record
    rows: dict[str, list[Result]] = {}
    for row in compiled.results:
        rows.setdefault(row.standard, []).append(row)
    told = Counter(row.period for row in compiled.results)
    headings = directory.headings(charter.standards)
    remembered = _Remembered(past) if past else None
    promises = []
    for standard in charter.standards:
        mine = rows.get(standard.id, [])
        maker = _Maker(compiled, standard, headings[standard.id], floor, remembered)
        marks = [maker.of_row(row) for row in mine]
        if state.holds:
            silent = _silent(standard, charter, [row.period for row in mine], told, today)
            marks += [maker.of_silence(due, period) for due, period in silent]
        marks.sort(key=lambda mark: newest_first(mark.period))
        why_not = None if marks else why_not_measured(standard)
        promises.append(PromiseRecord(record.slug, standard, maker.title, tuple(marks), why_not))
    return TrackRecord(record.slug, record.area, record.title, record.uri, tuple(promises))


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the marks of one promise."""

    compiled: Compiled
    standard: Standard
    title: str
    floor: int
    past: Past | None

    def of_row(self, row: Result) -> Mark:
        of = self._held(row.period, row.target)
        if row.target and not target_of(row, of.standard):
            # The target has its id only since then, so it cannot be found in what was promised before.
            of = Held(self.standard, self.compiled.directory)
        target = target_of(row, of.standard) if row.target else None
        found = outcome(row, of.standard, of.directory, self.floor)
        return Mark(
            self.compiled.slug,
            self.standard.id,
            row.target,
            self.title,
            (target.for_ or "") if target else "",
            row.period,
            found,
            row,
            None,
            of,
            self.floor,
        )

    def of_silence(self, due: PartDate, period: Period) -> Mark:
        return Mark(
            self.compiled.slug,
            self.standard.id,
            None,
            self.title,
            "",
            period,
            Outcome.NOT_REPORTED,
            None,
            due,
            self._held(period),
            self.floor,
        )

    def _held(self, period: Period, target: str | None = None) -> Held:
        here = self.compiled
        return held(here.slug, self.standard, here.directory, period, self.past, target=target)


class _Remembered:
    """Asks for each day once."""

    def __init__(self, past: Past) -> None:
        self.past = past
        self.known: dict[date, Version | None] = {}

    def charter_on(self, slug: str, day: date) -> Version | None:
        if day not in self.known:
            self.known[day] = self.past.charter_on(slug, day)
        return self.known[day]


def _silent(
    standard: Standard,
    charter: Charter,
    mine: Sequence[Period],
    told: Counter[Period],
    today: date,
) -> Iterator[tuple[PartDate, Period]]:
    """The periods for which results of a standard were promised, and the day has passed, and there are none."""
    begun = standard.starts or charter.starts or charter.agreed
    if begun is None or standard.withdrawn or not is_measurable(standard):
        return
    ended = standard.ends or charter.ends
    for due in due_dates(standard, today):
        period = _meant(due, told) or due.period(begun.first)
        if (
            period is None
            or period.last < begun.first
            or (ended and period.first > ended.last)
            or not is_asked_of(standard, period)
            or _is_suspended(standard, period)
            or any(_answers(one, due, period) for one in mine)
        ):
            continue
        yield PartDate(due.day, due.day, due.day.isoformat()), period


def _meant(due: Due, told: Counter[Period]) -> Period | None:
    """The months that the charter's other results were about that were due on that day; the most common ones."""
    found = {
        period: count
        for period, count in told.items()
        if due.answered_by(period) and period.last < due.day and _months(period) == due.months
    }
    return max(found, key=lambda period: (found[period], period), default=None)


def _answers(period: Period, due: Due, meant: Period) -> bool:
    """Whether a result is the one that was due, or tells of the same months."""
    overlaps = period.first <= meant.last and meant.first <= period.last
    return overlaps or (due.answered_by(period) and period.last < due.day)


def _months(period: Period) -> int:
    first, last = period.first, period.last
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _is_suspended(standard: Standard, period: Period) -> bool:
    suspended = standard.suspended
    if suspended is None or suspended.from_.first > period.first:
        return False
    return suspended.to is None or suspended.to.last >= period.last
