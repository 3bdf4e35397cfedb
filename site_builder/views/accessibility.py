"""The accessibility statement in the form that UK law gives: what stands in it, and in which of its fixed words.

The form is that of the model statement in Commission Implementing Decision (EU) 2018/1523, which the regulations of 2018
name, as the guidance of the UK government has it for a standard of today.
"""

from dataclasses import dataclass
from datetime import date

from site_builder.inherit import Directory
from site_builder.site import Site
from site_builder.views.ways import Contact, contacts
from site_builder.views.words import day

TITLE = "Accessibility statement"
_LISTED = {
    (True, True): "the non-compliances and exemptions",
    (True, False): "the non-compliances",
    (False, True): "the exemptions",
}


@dataclass(frozen=True)
class AccessibilityView:
    """What the statement shows."""

    council: str
    address: str
    """Where the site stands; empty where nobody has said."""
    status: str
    due_to: str
    """Why it is not fully so, in the words of the form."""
    problems: tuple[str, ...]
    burden: tuple[str, ...]
    out_of_scope: tuple[str, ...]
    untested: tuple[str, ...]
    contacts: tuple[Contact, ...]
    answered_within: str | None
    enforced_by: str
    """Who enforces the law there: ``commission``, ``northern ireland``, or empty where it does not hold."""
    prepared: str
    reviewed: str
    tested: str
    tested_by: str
    tested_how: str


def accessibility_view(site: Site, address: str, today: date) -> AccessibilityView:
    """Return the statement of a council that has written its part of it; `address` is as the view has it."""
    said = site.council.accessibility
    assert said is not None  # noqa: S101 - there is no page without it
    directory = Directory.of(site.council)
    council = site.council.council
    exempt = bool(said.burden or said.out_of_scope)
    nation = council.nation or "england"
    return AccessibilityView(
        council=council.name,
        address=address,
        status=said.status,
        due_to=_due_to(said.status, _LISTED.get((bool(said.problems), exempt), "")),
        problems=tuple(said.problems),
        burden=tuple(said.burden),
        out_of_scope=tuple(said.out_of_scope),
        untested=tuple(said.untested),
        contacts=contacts([route.id for route in directory.contact], directory, today),
        answered_within=said.answered_within,
        enforced_by={"northern ireland": nation, "elsewhere": ""}.get(nation, "commission"),
        prepared=day(said.prepared),
        reviewed=day(said.reviewed),
        tested=day(said.tested),
        tested_by=said.tested_by,
        tested_how=said.tested_how,
    )


def _due_to(status: str, listed: str) -> str:
    """The form gives a reason for what is partial; of what is not compliant it says in a sentence of its own where to look."""
    if status == "fully compliant" or not listed:
        return ""
    if status == "not compliant":
        return f". {listed[0].upper()}{listed[1:]} are listed below"
    return f", due to {listed} listed below"
