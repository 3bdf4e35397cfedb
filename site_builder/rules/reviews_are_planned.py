"""Every charter says when it is reviewed, and is reviewed by then.

Charters that nobody looks at again promise what nobody can do any more.

To put it right, write the month of the next review in "review_due". When a review has been held, put it under
"reviews" and set the next date.

Breaks it:

    agreed: 2026-03-10

Puts it right:

    agreed: 2026-03-10
    review_due: 2027-03
"""

from collections.abc import Iterator

from site_builder.problems import Severity
from site_builder.rules import Finding, Subject
from site_builder.status import status

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """An agreed charter with no date of review, or with one that has passed."""
    written = charter.written
    if status(written, charter.today).name in ("draft", "consultation"):
        return
    if not written.review_due:
        message = "Nothing says when this charter is reviewed. Add 'review_due', such as 'review_due: 2027-03'."
        yield Finding((), message, missing_fields=(("review_due",),))
        return
    begun = written.starts or written.agreed
    # That it is due before it begins is told as dates that are not in order.
    is_slip = begun is not None and written.review_due.last < begun.first
    if not is_slip and written.review_due.last < charter.today:
        message = f"The review was due {written.review_due.when}. Hold it, put it under 'reviews', and set the next date."
        yield Finding(("review_due",), message)
