"""The box "Something wrong?": the way to report that serves most of a charter's promises."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.views import state
from site_builder.views.ways import Contact, contact, contacts


@dataclass(frozen=True)
class Report:
    """Where to report anything, and what to know before doing so."""

    title: str
    says: str
    contact: Contact | None


def report(charter: Charter, directory: Directory, today: date) -> Report:
    """Return the box of this charter, worded for a proposal, for the past or for now."""
    main = _main_route(charter, directory, today)
    if state.is_proposed(charter, today):
        return Report(
            "Something wrong today?",
            "You can report it now. The council-wide standards hold until a charter is agreed.",
            main,
        )
    if state.is_past(charter, today):
        return Report(
            "Something wrong today?",
            "You can report it as before. The council-wide standards hold here now.",
            main,
        )
    return Report(
        "Something wrong?",
        "Choose the problem to see who to tell, and by when it should be put right.",
        main,
    )


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
