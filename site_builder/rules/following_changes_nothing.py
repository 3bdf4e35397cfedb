"""A standard that follows a council-wide one changes nothing of it.

"follows" says on the page that this is the council-wide standard. With targets of its own that would not be true.

To put it right, take out the targets, or write "improves" or "varies" in place of "follows", with a reason.

Breaks it:

    - id: graffiti
      follows: graffiti
      targets:
        - removed: within 1 working day

Puts it right:

    - id: graffiti
      improves: graffiti
      reason: Residents asked for it first.
      targets:
        - removed: within 1 working day
"""

from collections.abc import Iterator

from site_builder.rules import Finding, Subject


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Standards that follow another and have targets all the same."""
    for n, standard in enumerate(charter.written.standards):
        only_follows = standard.follows and not (standard.improves or standard.varies)
        if only_follows and standard.targets:
            message = (
                f"'follows' takes over every target of '{standard.follows}', and here are others. Write 'improves' or "
                "'varies' in place of 'follows', or take out the targets."
            )
            yield Finding(("standards", n, "follows"), message)
