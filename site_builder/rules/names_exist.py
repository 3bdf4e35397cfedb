"""Everything that is named exists.

A promise whose route is misspelt can be reported to nobody.

To put it right, correct the id: the message says which is nearest. What several charters share stands in
charters/council.yml.

Breaks it:

    routes: [street-seen]

Puts it right:

    routes: [street-scene]
"""

from collections.abc import Iterator

from rapidfuzz import process

from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.group import Group
from site_builder.model.terms import Withdrawn
from site_builder.model.walk import values_in
from site_builder.model.words import Id
from site_builder.rules import CouncilSubject, Finding, Subject
from site_builder.source import Where

NAMED = {
    "by": "party",
    "support": "party",
    "run_by": "party",
    "paid_by": "party",
    "part_of": "party",
    "members": "party",
    "depends_on": "party",
    "routes": "route",
    "out_of_hours": "route",
    "topic": "topic",
    "set_by": "reference",
    "reference": "reference",
    "scale": "scale",
    "where": "zone",
    "redress": "redress",
    "follows": "council-wide standard",
    "improves": "council-wide standard",
    "varies": "council-wide standard",
    "goes_with": "standard",
    "about": "thing",
}
"""What the fields that hold ids name."""

LISTS: dict[str, tuple[Where, ...]] = {
    "party": (("parties",),),
    "route": (("routes",),),
    "topic": (("topics",),),
    "reference": (("references",),),
    "scale": (("scales",),),
    "zone": (("zones",),),
    "redress": (("redress",),),
    "standard": (("standards",),),
    "council-wide standard": (("standards",),),
}
"""Where each of them is said what it is."""


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Ids in a charter that stand for nothing."""
    yield from _unknown(charter.written, _known(charter.directory, charter.written))


def check_results(charter: Subject) -> Iterator[Finding]:
    """Ids in the results that stand for nothing: their figures would be on no page."""
    known = _known(charter.directory, charter.written)
    targets = {
        standard.id: [str(target.id) for target in standard.targets if target.id]
        for standard in charter.settled.standards
    }
    for n, row in enumerate(charter.results):
        yield from _found(("rows", n, "standard"), "standard", row.standard, known)
        if row.target and row.standard in targets:
            of_standard = {"target": targets[row.standard]}
            yield from _found(("rows", n, "target"), "target", row.target, of_standard)
        if row.checked_by:
            yield from _found(("rows", n, "checked_by"), "by", row.checked_by, known)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """Ids in council.yml that stand for nothing."""
    yield from _unknown(council.written, _known(Directory.of(council.written), council.written))


def _known(directory: Directory, of: Charter | CouncilFile) -> dict[str, list[str]]:
    standards = [str(standard.id) for standard in of.standards]
    things = [*standards, *(str(principle.id) for principle in of.principles)]
    for ladder in of.redress:
        things += [
            *(str(step.id) for step in ladder.steps),
            *(str(payment.id) for payment in ladder.payments),
        ]
    if isinstance(of, Charter):
        things += [str(pledge.id) for pledge in of.pledges]
        things += [str(priority.id) for priority in of.priorities]
        things += [str(role.id) for role in of.roles]
    return {
        "party": list(directory.parties),
        "route": list(directory.routes),
        "topic": list(directory.topics),
        "reference": list(directory.references),
        "scale": list(directory.scales),
        "zone": list(directory.zones),
        "redress": list(directory.redress),
        "council-wide standard": list(directory.standards),
        "standard": standards,
        "thing": things,
    }


def _unknown(group: Group, known: dict[str, list[str]]) -> Iterator[Finding]:
    for name in values_in(group, Id):
        is_standard = name.group is Withdrawn and name.field == "replaced_by"
        what = "standard" if is_standard else name.field
        yield from _found(name.where, what, name.value, known)


def _found(where: Where, name: str, id_: str, known: dict[str, list[str]]) -> Iterator[Finding]:
    what = name if name in ("standard", "target") else NAMED.get(name)
    if what is None or id_ in known[what]:
        return
    near = process.extractOne(id_, known[what], score_cutoff=60)
    hint = (
        f"Did you mean '{near[0]}'?"
        if near
        else f"Known are: {', '.join(known[what][:12]) or 'none yet'}."
    )
    yield Finding(
        where,
        f"There is no {what} '{id_}'. {hint}",
        missing_fields=LISTS.get(what, ()),
        missing_ids=(id_,),
    )
