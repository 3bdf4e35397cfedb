"""The box "Something wrong?": the way to report that serves most of a charter's promises."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.views import state
from site_builder.views.ways import Contact, contact, contacts

CHOOSER = "report/"
"""The address of the page on which people find whom to tell, within the site or within a charter's."""


@dataclass(frozen=True)
class Report:
    """Where to report anything, and what to know before doing so."""

    title: str
    says: str
    contact: Contact | None
    leads_to_topics: bool
    """Whether there is a list of problems to choose from."""
    chooser: str
    """Where it is."""
    emergency: str | None
    """The number to call if anyone is in danger, where we know it."""


def report(
    charter: Charter, council_file: CouncilFile, directory: Directory, today: date, uri: str = ""
) -> Report | None:
    """Return the box of this charter, worded for a proposal, for the past or for now; None if it has nothing to say.

    `uri` is the address of its page.
    """
    main, danger = _main_route(charter, directory, today), council_file.council.emergency
    if charter.standards and council_file.topics:
        title, says = _of_promises(charter, is_wide=bool(council_file.standards), today=today)
        chooser = f"{uri if has_chooser(charter, council_file, today) else ''}{CHOOSER}"
        return Report(title, says, main, leads_to_topics=True, chooser=chooser, emergency=danger)
    if main is None:
        return None
    says = "This is who to ask." if charter.standards else "This is who to ask about this charter."
    title = "Something wrong?" if charter.standards else "Any questions?"
    return Report(title, says, main, leads_to_topics=False, chooser="", emergency=danger)


def has_chooser(charter: Charter, council_file: CouncilFile, today: date) -> bool:
    """Whether a charter has a page of its own on which people find whom to tell: nobody is led by what does not hold."""
    holds = not state.is_proposed(charter, today) and not state.is_past(charter, today)
    return bool(council_file.topics and charter.standards) and holds


def _of_promises(charter: Charter, today: date, *, is_wide: bool) -> tuple[str, str]:
    """The title and what is said, where there are promises and topics to report on."""
    if state.is_proposed(charter, today):
        says = (
            "The council-wide standards hold until a charter is agreed."
            if is_wide
            else "Nothing is promised here until a charter is agreed."
        )
        return "Something wrong today?", f"You can report it now. {says}"
    if state.is_past(charter, today):
        says = "The council-wide standards hold here now." if is_wide else ""
        return "Something wrong today?", f"You can report it as before. {says}".strip()
    says = "Choose the problem to see who to tell, and by when it should be put right."
    return "Something wrong?", says


def _main_route(charter: Charter, directory: Directory, today: date) -> Contact | None:
    named = Counter(
        standard.routes[0]
        for standard in charter.standards
        if standard.routes and standard.withdrawn is None
    )
    for name, _ in named.most_common():
        if found := contacts((name,), directory, today):
            return found[0]
    return contact(directory.contact[0], directory) if directory.contact else None
