"""A site says how accessible it is.

The law of the United Kingdom asks every public body for an accessibility statement on its website. Who cannot read a page
finds there whom to ask for it in another form, and who sees to it that the council answers.

To put it right, say under "accessibility" in council.yml how far the site keeps the standard and how it was tested: the page
/accessibility/ is made of it. A statement that the council has already can be a page of its own, charters/accessibility.md.
A site to which the law does not apply lowers this check under "checks", and says why.

Breaks it:

    council:
      name: Exampleton Council

Puts it right:

    council:
      name: Exampleton Council
    accessibility:
      status: partially compliant
      problems:
        - One form has no labels.
      prepared: 2026-03-02
      reviewed: 2026-03-02
      tested: 2026-02-27
      tested_by: our web team
      tested_how: One page of every kind
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding

SEVERITY = Severity.WARNING
PAGES = {"accessibility.md", "accessibility/index.md"}


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """Neither the group nor a page of the council's own."""
    if council.written.accessibility is None and PAGES.isdisjoint(council.pages):
        message = (
            "The site has no accessibility statement; UK law asks every public body for one. Say under 'accessibility' how "
            "accessible the site is, or write a page of your own, accessibility.md."
        )
        yield Finding((), message, missing_fields=(("accessibility",),))
