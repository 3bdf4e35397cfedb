"""promises.csv and promises.json: every promise, row by row, with its times as figures."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date

from site_builder import sentences
from site_builder.compile import Compiled
from site_builder.csv_file import Cell
from site_builder.inherit import Directory
from site_builder.model.actions import clock_start
from site_builder.model.charter import Charter
from site_builder.model.standard import Standard, Target
from site_builder.model.terms import Terms
from site_builder.open_data.figures import Figures, of_level, of_time, percent
from site_builder.open_data.promise_columns import TARGET_FIELDS
from site_builder.open_data.table import Row
from site_builder.status import status

_FIGURES = tuple(field.name for field in fields(Figures))


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where things stand on the site."""

    site: str
    """The address of the site itself, with a slash at its end; empty where nobody has said."""
    anchor: Callable[[str], str]
    """The anchor of a promise on the page of its charter, by its id."""

    def of_charter(self, compiled: Compiled) -> str:
        """The address of a charter's page."""
        return f"{self.site}{compiled.uri}"

    def of_promise(self, compiled: Compiled, standard: Standard) -> str:
        """The address of a promise on it."""
        return f"{self.of_charter(compiled)}#{self.anchor(standard.id)}"


def key_of(slug: str | None, standard: str) -> str:
    """The name of a promise among all: ``larkfold/graffiti``; a council-wide one is ``graffiti``."""
    return f"{slug}/{standard}" if slug else standard


def rows_of_council(
    standards: Iterable[Standard], everywhere: Directory, today: date
) -> Iterator[Row]:
    """A row for each thing that a council-wide promise measures."""
    for standard in standards:
        yield from _rows({"state": state_of(standard, None, today)}, standard, everywhere)


def rows_of_charter(compiled: Compiled, addresses: Addresses, today: date) -> Iterator[Row]:
    """A row for each thing that a promise of a charter measures."""
    charter = compiled.charter
    for standard in charter.standards:
        here: dict[str, Cell] = {
            "charter": compiled.slug,
            "area": charter.area.name,
            "state": state_of(standard, charter, today),
            "url": addresses.of_promise(compiled, standard),
        }
        yield from _rows(here, standard, compiled.directory)


def state_of(standard: Standard, charter: Charter | None, today: date) -> str:
    """The state of a promise on a day: its charter's, or what of its own it has instead."""
    if standard.withdrawn and standard.withdrawn.date.first <= today:
        return "withdrawn"
    general = status(charter, today) if charter else None
    if general and not general.holds:
        return general.name
    if standard.ends and standard.ends.last < today:
        return "expired"
    if standard.starts and standard.starts.first > today:
        return "agreed"
    away = standard.suspended
    if away and away.from_.first <= today and (away.to is None or today <= away.to.last):
        return "suspended"
    return general.name if general else "in force"


def _rows(here: dict[str, Cell], standard: Standard, directory: Directory) -> Iterator[Row]:
    slug = here.get("charter")
    of_promise = {
        "promise": key_of(str(slug) if slug else None, standard.id),
        **here,
        **_of_standard(standard, directory),
    }
    for number, target in enumerate(standard.targets, 1):
        of_target = _of_target(number, target, standard, directory)
        for measure in _measures(target, directory):
            yield {**of_promise, **of_target, **measure}


def _of_standard(standard: Standard, directory: Directory) -> dict[str, Cell]:
    topic = directory.topics.get(standard.topic or "")
    stands_to, wide = standard.council_wide or (None, None)
    gone, notice, away = standard.withdrawn, standard.notice, standard.suspended
    return {
        "standard": standard.id,
        "name": directory.heading(standard),
        "says": standard.promise,
        "topic": standard.topic,
        "topic_name": topic.name if topic else None,
        "service_code": topic.service_code if topic else None,
        "report_form": topic.report_form if topic else None,
        "stands_to": stands_to,
        "council_wide": wide,
        "reason": standard.reason,
        "report_from": standard.report_from,
        "report_until": standard.report_until,
        "tell_us": standard.tell_us,
        "results": str(standard.results) if standard.results else None,
        "first_results": standard.first_results,
        "redress": standard.redress,
        "notice": notice.says if notice else None,
        "notice_to": notice.to if notice else None,
        "suspended_from": away.from_ if away else None,
        "suspended_to": away.to if away else None,
        "suspended_reason": away.reason if away else None,
        "withdrawn": gone.date if gone else None,
        "withdrawn_reason": gone.reason if gone else None,
    }


def _of_target(
    number: int,
    target: Target,
    standard: Standard,
    directory: Directory,
) -> dict[str, Cell]:
    by = target.by or standard.by
    party = directory.parties.get(by or "")
    share = target.share or standard.share
    terms = {name: _nearest(name, target, standard) for name in Terms.model_fields}
    return {
        "target_number": number,
        **{name.rstrip("_"): getattr(target, name) for name in TARGET_FIELDS},
        "target": target.id,
        "sentence": sentences.full(target, standard, directory),
        "by": by,
        "by_name": party.name if party else None,
        "routes": target.routes or standard.routes,
        **terms,
        "strength": terms["strength"] or "will",
        "share_percent": percent(share) if share else None,
    }


def _nearest(name: str, target: Target, standard: Standard) -> Cell:
    """A term as it holds for a target: lists add up, of single values the nearer one holds."""
    near, far = getattr(target, name), getattr(standard, name)
    if isinstance(near, tuple):
        return (*near, *(item for item in far if item not in near))
    value: Cell = far if near is None else near
    return value


def _measures(target: Target, directory: Directory) -> Iterator[dict[str, Cell]]:
    """What is measured of a target: each action with its time, a level, a grade, or why there is nothing."""
    for action, time in target.actions:
        moment = None if target.counted_from else clock_start(action)
        yield _measured(action, str(time), of_time(time, moment))
    for name in ("level", "satisfied"):
        if level := getattr(target, name):
            yield _measured(name, level, of_level(level))
    if target.grade:
        yield _measured("grade", target.grade, Figures("grade"))
    if target.set_by and not (target.actions or target.level or target.satisfied or target.grade):
        known = directory.references.get(target.set_by)
        yield _measured("set_by", known.title if known else target.set_by, Figures("other"))
    if target.no_promise:
        yield _measured("no_promise", target.no_promise, Figures("other"))


def _measured(measure: str, words: str, figures: Figures) -> dict[str, Cell]:
    counted = {name: getattr(figures, name) for name in _FIGURES}
    return {"measure": measure, "as_written": words, **counted}
