"""Every charter says what it is in law.

Most charters are voluntary. A resident with a complaint must know whether the law stands behind a promise.

To put it right, add a line such as "legal_status: voluntary".

Breaks it:

    title: Hollins neighbourhood charter

Puts it right:

    title: Hollins neighbourhood charter
    legal_status: voluntary
"""

from collections.abc import Iterator

from site_builder.rules import Finding, Subject


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A charter that does not say it."""
    if not charter.written.legal_status:
        yield Finding(
            (),
            "The charter does not say what it is in law. Add a line such as 'legal_status: voluntary'.",
            missing_fields=(("legal_status",),),
        )
