"""What has closed is no longer named.

A number that rings in an empty office costs a charter more trust than any missed promise.

To put it right, name the route or party that took its place. Keep the closed one in council.yml, so that older pages
can still say what it was.

Breaks it:

    routes: [old-desk]

Puts it right:

    routes: [street-scene]
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from site_builder.model.walk import values_in
from site_builder.model.words import Id
from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

if TYPE_CHECKING:
    from site_builder.dates import PartDate

SEVERITY = Severity.WARNING
_PARTIES = ("by", "support", "run_by", "paid_by", "members", "depends_on", "part_of")
_ROUTES = ("routes", "out_of_hours")


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Routes and parties that have closed and are still named in the charter."""
    closed: dict[tuple[str, str], PartDate] = {}
    for names, things in (
        (_ROUTES, charter.directory.routes),
        (_PARTIES, charter.directory.parties),
    ):
        for thing in things.values():
            if thing.closed and thing.closed.first <= charter.today:
                closed |= {(name, thing.id): thing.closed for name in names}
    if not closed:
        return
    for name in values_in(charter.written, Id):
        if day := closed.get((name.field, name.value)):
            message = f"'{name.value}' closed {day.when}. Name what took its place."
            yield Finding(name.where, message)
