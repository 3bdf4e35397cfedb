"""The accessibility statement: the council's part of a text whose form the law gives."""

from typing import Literal

from site_builder.model.group import Date, Group, Texts, doc, need, rows
from site_builder.model.words import Text


class Accessibility(Group):
    """What the accessibility statement says of this site."""

    status: Literal["fully compliant", "partially compliant", "not compliant"] = need(
        "How far the site meets the Web Content Accessibility Guidelines 2.2, level AA.",
        "partially compliant",
    )
    problems: Texts = rows(
        "What does not meet the guidelines: what it is, whom it stops, and by when it is mended.",
        "Some older photographs have no description. They get one by March 2027.",
    )
    burden: Texts = rows(
        "What would be a disproportionate burden to mend, and why.",
        "The scanned minutes of before 2018",
    )
    out_of_scope: Texts = rows(
        "What the accessibility regulations do not ask for.", "Maps of other publishers"
    )
    untested: Texts = rows("What nobody has tried yet.", "Voice control")
    answered_within: Text | None = doc(
        "How long an answer to a question or complaint takes.", "5 working days"
    )
    prepared: Date = need("The day on which the statement was prepared.", "2026-11-22")
    reviewed: Date = need(
        "The day on which it was last looked through, once a year at least.", "2026-11-22"
    )
    tested: Date = need("The day on which the site was last tested.", "2026-11-20")
    tested_by: Text = need("Who tested it.", "our web team")
    tested_how: Text = need(
        "Which pages were tested, and how.",
        "One page of every kind, by hand with a keyboard and by machine",
    )
