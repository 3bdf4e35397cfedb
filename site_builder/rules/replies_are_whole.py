"""A reply is one that somebody has given.

A comma in a note parts it, where the note does not stand in double quotes. Its second half is then published as the answer of
those who made the promise, who never said it.

To put it right, put a text that holds a comma in double quotes, and the reply in a cell of its own.

Breaks it:

    standard,period,cases,on_time,note,reply
    litter,2026-04 to 2026-06,40,38,Two rounds were missed, one of them in May.

Puts it right:

    standard,period,cases,on_time,note,reply
    litter,2026-04 to 2026-06,40,38,"Two rounds were missed, one of them in May.",
"""

from collections.abc import Iterator

from site_builder.rules import Finding, Subject

_ENDS = (".", "!", "?", "\u2026", "\u201d", "\u2019", '"', "'", ")", ":")


def check_results(charter: Subject) -> Iterator[Finding]:
    """Replies that go on with the sentence of a note."""
    for n, row in enumerate(charter.results):
        if row.note and row.reply and row.reply[0].islower() and not row.note.endswith(_ENDS):
            message = (
                f"The note ends with '{row.note[-30:]}' and goes on in 'reply' with '{row.reply[:30]}', as if that were an answer. "
                "Put a text that holds commas in double quotes."
            )
            yield Finding(("rows", n, "reply"), message)
