"""That a charter as a whole is there now, is gone, or stands in another folder."""

from markupsafe import Markup

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.changes.change import Change, Effect, Spot
from site_builder.model.charter import Charter

FILE = Spot(("title",))
"""What stands for a charter as a whole."""


def as_a_whole(area: str, old: str | None, new: str | None, words: Catalogue = ENGLISH) -> Change:
    """The change that a charter came, went or moved, from its folders in both versions; None where it was not there."""
    if old and new:
        said = words.say("change.moved", area=area, old=old, new=new)
        said = Markup(" ").join([said, words.say(f"verdict.{Effect.HOUSEKEEPING}")])
        verdict = Effect.HOUSEKEEPING
    elif new:
        said, verdict = words.say("change.new-charter", area=area), Effect.NEW
    else:
        said, verdict = words.say("change.lost-charter", area=area), Effect.WITHDRAWN
    return Change("", "", "", old, new, FILE, FILE, verdict, said)


def is_one(one: Charter, other: Charter) -> bool:
    """Whether two charters of different folders are one that was moved: their title and area are the same."""
    return (one.title, one.area.name) == (other.title, other.area.name)
