"""Kinds of place, and scales of grades that a place can have."""

from pydantic import Field

from site_builder.model.group import Group, Texts, doc, need, rows
from site_builder.model.words import Id, Text


class Zone(Group):
    """A kind of place that a target may be limited to."""

    id: Id = need("Written by hand, never changed.", "town-centre")
    name: Text = need("As residents say it.", "Town centre")
    means: Text | None = doc("Which places belong to it.", "Shopping streets")
    streets: Texts = rows("The streets in it, one a line.", "High Street")


class Grade(Group):
    """One grade of a scale."""

    grade: Text = need("A letter or a figure.", "B")
    means: Text = need("What a place of this grade looks like.", "Mostly free, but for small items")
    photo: Text | None = doc("A picture beside the file.", "grade-b.jpg")
    photo_shows: Text | None = doc(
        "What the picture shows, for those who do not see it.",
        "A kerb with two bus tickets and a bottle top in ten metres.",
    )


class Scale(Group):
    """A scale of grades, best first."""

    id: Id = need("Written by hand, never changed.", "litter-grades")
    name: Text = need("What is graded.", "Litter")
    grades: tuple[Grade, ...] = Field(description="The grades, best first.", min_length=1)
