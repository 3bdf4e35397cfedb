"""One promise as a resident reads it: what, by when, how to report it, and the small print."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from site_builder import sentences
from site_builder.council_wide import Sides
from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.standard import Standard
from site_builder.views import anchors, small_print, standing, state
from site_builder.views.comparison import Comparison, comparison
from site_builder.views.limits import Limits, limits
from site_builder.views.pictures import Beside
from site_builder.views.priorities import Badge, badges
from site_builder.views.results import Delivered
from site_builder.views.scale import Level, levels
from site_builder.views.small_print import Pair, Source
from site_builder.views.standing import Standing
from site_builder.views.ways import Contact, contacts
from site_builder.views.words import by, often, sentence


@dataclass(frozen=True)
class Promise:
    """Everything that the page says about one standard."""

    anchor: str
    title: str
    badge: Badge | None
    standing: tuple[Standing, ...]
    text: str
    limits: Limits
    levels: tuple[Level, ...]
    beside: tuple[Markup, ...]
    sources: tuple[Source, ...]
    report_form: str | None
    contacts: tuple[Contact, ...]
    results: str | None
    """When results are published; what they are is ``delivered``."""
    delivered: tuple[Delivered, ...]
    comparison: Comparison | None
    small_print_title: str
    small_print: tuple[Pair, ...]
    is_withdrawn: bool


def titles(charter: Charter, directory: Directory) -> dict[str, str]:
    """Return the heading of each standard, by id; two that are alike are numbered."""
    return directory.headings(charter.standards)


def promises(
    charter: Charter, directory: Directory, today: date, beside: Beside, council: CouncilFile
) -> tuple[Promise, ...]:
    """Return the promises: those residents want most first, those withdrawn last."""
    sides = Sides(charter, directory, council)
    headings, wanted = titles(charter, directory), badges(charter)
    ranks = {name: rank for rank, name in enumerate(wanted)}
    made = [
        replace(
            _promise(standard, charter, directory, headings, today),
            levels=levels(standard, directory, beside.pictures),
            comparison=comparison(standard, sides, today),
        )
        for standard in charter.standards
    ]
    return tuple(
        replace(promise, badge=None if promise.is_withdrawn else wanted.get(name))
        for name, promise in sorted(
            zip((standard.id for standard in charter.standards), made, strict=True),
            key=lambda pair: (pair[1].is_withdrawn, ranks.get(pair[0], len(ranks))),
        )
    )


def _promise(
    standard: Standard,
    charter: Charter,
    directory: Directory,
    headings: Mapping[str, str],
    today: date,
) -> Promise:
    title = headings[standard.id]
    topic = directory.topics.get(standard.topic or "")
    is_withdrawn = standing.is_withdrawn(standard, today)
    proposed = state.is_proposed(charter, today)
    counts = not is_withdrawn and not proposed and not state.is_past(charter, today)
    return Promise(
        anchor=anchors.of_standard(standard.id),
        title=title,
        badge=None,
        standing=standing.standings(standard, headings, today),
        text=standard.promise or "",
        limits=limits(standard, directory, title),
        levels=(),
        beside=_beside(standard),
        sources=small_print.sources(standard, directory),
        report_form=topic.report_form if topic and counts else None,
        contacts=contacts(standard.routes, directory, today) if counts else (),
        results=_results(standard, today) if counts else None,
        delivered=(),
        comparison=None,
        small_print_title=small_print.title(standard),
        small_print=small_print.pairs(standard, charter, directory, title),
        is_withdrawn=is_withdrawn,
    )


def _beside(standard: Standard) -> tuple[Markup, ...]:
    said = (
        sentences.share(standard),
        sentences.strength(standard),
        Markup("{}").format(sentence(standard.note)) if standard.note else None,
    )
    return tuple(line for line in said if line)


def _results(standard: Standard, today: date) -> str | None:
    said = f"Results are published {often(standard.results)}." if standard.results else ""
    first = standard.first_results
    if first is None:
        return said or None
    if today <= first.last:
        return f"{said} The first are due {by(first)}.".strip()
    return f"{said} The first were due {by(first)}. None are on this page yet.".strip()
