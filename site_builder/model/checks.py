"""What a council makes of our advice: a warning or note that it lowers or silences, and its own plain words."""

from typing import Literal

from site_builder.model.group import Group, Ids, doc, need, rows
from site_builder.model.words import Id, Text


class RuleSetting(Group):
    """A rule that is told more quietly here."""

    rule: Id = need(
        "The rule's id: a warning's or a note's. Errors are never silenced.", "area-can-be-found"
    )
    charters: Ids = rows(
        "Only in these charters: the names of their folders. Left out: in all.", "mill-lane"
    )
    severity: Literal["note", "silent"] = need(
        "How it is told from now on: as a note, or not at all.", "note"
    )
    reason: Text = need(
        "Why. It is shown by 'charters check -v'.", "The wards are redrawn in May 2027."
    )


class PlainWord(Group):
    """A word of the office, and the plain one for it."""

    word: Text = need("The word, in its shortest form.", "void")
    say: Text | None = doc(
        "What to write instead. Left out: the word may be used here.", "empty home"
    )
