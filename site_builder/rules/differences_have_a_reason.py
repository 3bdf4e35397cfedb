"""A standard that varies the council-wide one says why.

A difference without a reason looks like a mistake, to residents and to the team that has to keep both.

To put it right, add "reason" in words a resident can judge.

Breaks it:

    - id: fly-tips-here
      varies: fly-tips

Puts it right:

    - id: fly-tips-here
      varies: fly-tips
      reason: The lanes here are too narrow for the usual van.
"""

from collections.abc import Iterator

from site_builder.rules import Finding, Subject


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A standard that varies another without a word."""
    for n, standard in enumerate(charter.written.standards):
        if standard.varies and not standard.reason:
            message = f"'{standard.id}' varies the council-wide standard '{standard.varies}'. Add 'reason' and say why."
            yield Finding(
                ("standards", n, "varies"), message, missing_fields=(("standards", n, "reason"),)
            )
        if sum(bool(word) for word in (standard.follows, standard.improves, standard.varies)) > 1:
            message = f"'{standard.id}' can follow, improve or vary one council-wide standard. Keep one of the three."
            yield Finding(("standards", n, "id"), message)
