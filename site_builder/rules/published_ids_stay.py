"""What was published stays, or says when and why it ended.

A promise that is deleted leaves no trace: links to it lead nowhere, its results lose their name, and nobody can ask why it
went. One that is *withdrawn* keeps its place on the page, with a date and a reason. An id that is changed is deleted too.
A charter that was never agreed is a proposal, and may still change in every way.

To put it right, put it back as it was. Give a standard or principle that is no longer promised a "withdrawn:" with a date
and a reason, and a charter the same for itself. If only its name should be another, change the name and keep the id.

Breaks it:

    standards: []

Puts it right:

    standards:
      - id: graffiti
        topic: graffiti
        withdrawn:
          date: 2026-10-01
          reason: The contract ended.
"""

from collections.abc import Iterator

from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.rules import CouncilSubject, Fact, Finding, Gathered, SiteFinding, Subject

_WHAT = {
    "standards": "standard",
    "principles": "principle",
    "pledges": "pledge",
    "priorities": "priority",
    "roles": "role",
    "redress": "redress",
    "steps": "step of redress",
    "payments": "payment",
}
_CAN_BE_WITHDRAWN = ("standards", "principles")


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Ids of a charter that were published and are gone."""
    if charter.before and isinstance(charter.before.group, Charter) and charter.before.group.agreed:
        yield from _gone(charter.before.group, charter.written)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """The same for council.yml."""
    if council.before:
        yield from _gone(council.before, council.written)


def gather(charter: Subject) -> Iterator[Fact]:
    """That there is such a charter."""
    yield Fact((), (str(charter.written.title),))


def check_site(site: Gathered) -> Iterator[SiteFinding]:
    """Charters that were published and whose folders are gone."""
    here = {fact.slug for fact in site.facts}
    for slug in site.published:
        if slug not in here:
            message = (
                f"The charter in the folder '{slug}' was published and is gone. Put it back; if it holds no longer, "
                "write 'withdrawn:' in it, with a date and a reason. A folder that is renamed breaks every link to it."
            )
            yield SiteFinding(("council", "name"), message)


def _gone(old: Charter | CouncilFile, new: Charter | CouncilFile) -> Iterator[Finding]:
    here = set(_ids(new))
    for kind, place, id_ in _ids(old):
        if (kind, place, id_) not in here:
            cure = (
                "Put it back with 'withdrawn:', a date and a reason: what was promised is withdrawn, never deleted."
                if kind in _CAN_BE_WITHDRAWN
                else "Put it back: pages and links hang on it."
            )
            message = f"The {_WHAT[kind]} '{id_}' was published and is gone. {cure}"
            yield Finding((), message, missing_fields=((kind,),), missing_ids=(id_,))


def _ids(of: Charter | CouncilFile) -> Iterator[tuple[str, str, str]]:
    """Each id with the list that it stands in, and for a step or payment the ladder."""
    for kind in ("standards", "principles", "pledges", "priorities", "roles", "redress"):
        for thing in getattr(of, kind, ()):
            yield kind, "", str(thing.id)
    for ladder in of.redress:
        for kind in ("steps", "payments"):
            for thing in getattr(ladder, kind):
                yield kind, str(ladder.id), str(thing.id)
