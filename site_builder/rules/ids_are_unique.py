"""Every id is given once.

Pages, results and links hang on the id. A standard, a principle, a pledge and a priority of one charter share one set of
ids, because a change names them all alike.

To put it right, give one of the two another id. Never change an id that has been published.

Breaks it:

    - id: litter
      topic: litter
    - id: litter
      topic: dog-fouling

Puts it right:

    - id: litter
      topic: litter
    - id: dog-fouling
      topic: dog-fouling
"""

from collections.abc import Iterable, Iterator

from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.rules import CouncilSubject, Finding, Subject
from site_builder.source import Where

_TOGETHER = ("standards", "principles", "pledges", "priorities")


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Two things of one charter with one id."""
    written = charter.written
    yield from _twice(
        ((name, n), item.id) for name in _TOGETHER for n, item in enumerate(getattr(written, name))
    )
    yield from _alone(written, ("parties", "roles", "routes", "zones", "redress"))


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """Two things of council.yml with one id."""
    written = council.written
    yield from _alone(
        written, ("parties", "routes", "topics", "redress", "references", "scales", "zones")
    )
    together = ("standards", "principles")
    yield from _twice(
        ((name, n), item.id) for name in together for n, item in enumerate(getattr(written, name))
    )


def _alone(group: Charter | CouncilFile, names: tuple[str, ...]) -> Iterator[Finding]:
    for name in names:
        yield from _twice(((name, n), item.id) for n, item in enumerate(getattr(group, name)))
    for n, standard in enumerate(group.standards):
        ids = (
            (("standards", n, "targets", m), target.id)
            for m, target in enumerate(standard.targets)
            if target.id
        )
        yield from _twice(ids)
    for n, redress in enumerate(group.redress):
        for part in ("steps", "payments"):
            yield from _twice(
                (("redress", n, part, m), item.id) for m, item in enumerate(getattr(redress, part))
            )


def _twice(things: Iterable[tuple[Where, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for where, id_ in things:
        if id_ in seen:
            message = f"The id '{id_}' is given twice. Give this one another id."
            yield Finding((*where, "id"), message)
        seen.add(id_)
