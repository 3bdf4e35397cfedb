"""That a charter as a whole is there now, is gone, stands in another folder, or is more than a proposal now."""

from datetime import date

from markupsafe import Markup

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.changes.change import Change, Effect, Spot
from site_builder.dates import PartDate
from site_builder.model.charter import Charter
from site_builder.status import is_settled

FILE = Spot(("title",))
"""What stands for a charter as a whole."""
TOLD_BY_ITS_STATE = ("agreed", "agreed_by", "consultation", "starts")
"""Fields that say nothing more once it is told that a proposal was settled, or is one again."""


def as_a_whole(
    charter: Charter, old: str | None, new: str | None, words: Catalogue = ENGLISH
) -> Change:
    """The change that a charter came, went or moved, from its folders in both versions; None where it was not there.

    ``charter`` is the later version of it that there is.
    """
    title = charter.title
    if old and new:
        said = words.say("change.moved", title=title, old=old, new=new)
        verdict = Effect.HOUSEKEEPING
        said = Markup(" ").join([said, words.say(f"verdict.{verdict}")])
    elif new:
        said, verdict = _come(charter, words)
    else:
        key = "lost-charter" if is_settled(charter) else "lost-proposal"
        said, verdict = words.say(f"change.{key}", title=title), Effect.WITHDRAWN
    return Change("", "", "", old, new, FILE, FILE, verdict, said)


def of_its_state(old: Charter, new: Charter, words: Catalogue = ENGLISH) -> Change | None:
    """The change that a proposal was settled, or that a charter is a proposal again; None where it is what it was."""
    was, now = is_settled(old), is_settled(new)
    if was == now:
        return None
    if now:
        said = _from(_begins(new), "settled", "settled-undated", new, words)
    else:
        said = words.say("change.unsettled", title=new.title)
    old_at, new_at = (Spot(("agreed",) if one.agreed else FILE.where) for one in (old, new))
    before, after = (str(one.agreed) if one.agreed else None for one in (old, new))
    verdict = Effect.NEW if now else Effect.WITHDRAWN
    return Change("", "", "agreed", before, after, old_at, new_at, verdict, said)


def begins(charter: Charter) -> date | None:
    """The first day on which a charter holds; None for a proposal, and where it does not say."""
    first = _begins(charter)
    return first.first if first and is_settled(charter) else None


def _come(charter: Charter, words: Catalogue) -> tuple[Markup, Effect]:
    title, first = charter.title, _begins(charter)
    if is_settled(charter):
        return _from(first, "new-charter", "undated-charter", charter, words), Effect.NEW
    if charter.consultation:
        closes = words.date(charter.consultation.closes)
        return words.say("change.consulted", title=title, date=closes), Effect.PROPOSED
    return words.say("change.draft", title=title), Effect.PROPOSED


def _begins(charter: Charter) -> PartDate | None:
    return charter.starts or charter.agreed


def _from(
    first: PartDate | None, dated: str, undated: str, charter: Charter, words: Catalogue
) -> Markup:
    if first is None:
        return words.say(f"change.{undated}", title=charter.title)
    return words.say(f"change.{dated}", title=charter.title, date=words.date(first))


def is_one(one: Charter, other: Charter) -> bool:
    """Whether two charters of different folders are one that was moved: their title and area are the same."""
    return (one.title, one.area.name) == (other.title, other.area.name)
