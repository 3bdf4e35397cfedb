"""Every standard says who does it.

A promise that belongs to nobody is kept by nobody.

To put it right, add "by" to the standard or to its topic.

Breaks it:

    - id: canal
      topic: canal

Puts it right:

    - id: canal
      topic: canal
      by: canal-trust
"""

from collections.abc import Iterator

from site_builder.rules import Finding, Subject


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A standard that nobody is responsible for."""
    for n, standard in enumerate(charter.settled.standards):
        each = standard.targets and all(target.by for target in standard.targets)
        if not standard.by and not each and not charter.takes_over_from_nothing(standard):
            message = f"Nobody is responsible for '{standard.id}'. Add 'by' here, or to its topic in council.yml."
            yield Finding(("standards", n, "id"), message)
