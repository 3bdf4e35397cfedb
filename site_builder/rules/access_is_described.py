"""Everybody can read the charter and ask for help with it.

Half of the charters in one national survey had nothing for disabled people, so they were left out from the first page.

To put it right, add "access": the languages and formats it can be had in, what is done differently for people who need
it, and where to ask. What holds for the whole council stands once in council.yml.

Breaks it:

    access:
      routes: [customer-team]

Puts it right:

    access:
      formats:
        - Large print
      routes: [customer-team]
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING
_FIELDS = ("languages", "formats", "adjustments")


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A charter that says nothing of languages, formats or help."""
    sections = (charter.written.access, charter.council.access)
    if not any(section and getattr(section, name) for section in sections for name in _FIELDS):
        message = "Nothing says in which languages or formats this can be had, or what help there is. Add 'access'."
        where = ("access",) if charter.written.access else ()
        fields = tuple(("access", name) for name in _FIELDS)
        yield Finding(where, message, missing_fields=(("access",), *fields))
