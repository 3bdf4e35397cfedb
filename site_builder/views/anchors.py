"""The ids of places on a charter's page: never twice the same, never changed by a neighbour.

A promise is found at its own id, so that a link to it can be typed. Everything else has a prefix,
and a promise whose id is needed by the page itself gets one too.
"""

from dataclasses import dataclass

SECTIONS = frozenset(
    {
        "about", "access", "agreed", "area", "by-when", "changes", "contents", "edition", "editions", "main",
        "menu", "missed", "next-meeting", "part", "pledges", "priorities", "promises", "purpose",
        "quote", "report", "responsible", "state", "suggest", "top", "treat", "ways", "who",
    }
)  # fmt: skip
PREFIXES = ("about-", "by-when-", "charter-", "payment-", "pledge-", "priority-", "promise-", "redress-",
            "role-", "step-")  # fmt: skip


@dataclass(frozen=True)
class Section:
    """A part of a page: its anchor and its heading."""

    anchor: str
    name: str

    @property
    def uri(self) -> str:
        """Where the section is, for a link."""
        return f"#{self.anchor}"


def of_standard(identifier: str) -> str:
    """Return the anchor of a promise: its id, unless the page needs that for itself."""
    if identifier in SECTIONS or identifier.startswith(PREFIXES) or not identifier[:1].isalpha():
        return f"promise-{identifier}"
    return identifier


def of(kind: str, identifier: str) -> str:
    """Return the anchor of anything else on the page, such as `priority-parade`."""
    return f"{kind}-{identifier}"
