"""What improves a council-wide standard is nowhere weaker.

Residents read "improves" and take it for a better promise. One weaker figure among the stronger ones, or one that was
left out since targets are replaced as a whole, is found out on the day that it is needed.

To put it right, promise at least as much in every row, and take over the actions that stay as they are. If one thing
is given up for another, write "varies" in place of "improves".

Breaks it:

    - id: fly-tipping
      improves: fly-tipping
      reason: Residents asked for it first.
      targets:
        - removed: within 5 working days

Puts it right:

    - id: fly-tipping
      improves: fly-tipping
      reason: Residents asked for it first.
      targets:
        - removed: within 1 working day
"""

from collections.abc import Iterator

from site_builder.council_wide import Sides
from site_builder.problems import Severity
from site_builder.rules import Finding, Subject

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """What is said to be better and can be shown to be weaker; without a reason another rule tells it."""
    sides = Sides(charter.settled, charter.directory, charter.council)
    for n, (standard, settled) in enumerate(
        zip(charter.written.standards, charter.settled.standards, strict=True)
    ):
        wide = charter.directory.standards.get(standard.improves or "")
        if wide is None or wide.withdrawn or standard.withdrawn or not standard.reason:
            continue
        for less in sides.compare(settled, wide).less:
            if less.is_written(standard):
                cure = "Promise at least as much, or write 'varies' in place of 'improves'."
                yield Finding(
                    less.where,
                    f"{less.told(standard, wide)} {cure}",
                    missing_fields=less.may_be_lost(n),
                )
