"""What is said of a promise that is worse for now, or suspended: from when to when, why, and what that means.

The sentences stay true when the time is over, as they may be read on a later day than they were written.
"""

from markupsafe import Markup

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.model.terms import Notice, Suspended


def worse(notice: Notice, words: Catalogue = ENGLISH) -> Markup:
    """That a promise is worse kept than it stands, why, and how long people wait."""
    said = [_when("worse", notice, words), words.ended(notice.says)]
    if notice.wait:
        said.append(words.say("worse.wait", wait=notice.wait))
    return Markup(" ").join(said)


def suspended(suspension: Suspended, words: Catalogue = ENGLISH) -> Markup:
    """That a promise does not hold, why, and what to do until it does."""
    said = [_when("suspended", suspension, words), words.ended(suspension.reason)]
    if suspension.meanwhile:
        said.append(words.ended(suspension.meanwhile))
    return Markup(" ").join(said)


def _when(table: str, one: Notice | Suspended, words: Catalogue) -> Markup:
    days = {"from": one.from_, "to": one.to}
    given = {name: words.date(day) for name, day in days.items() if day}
    return words.say(f"{table}.{'-'.join(given) or 'now'}", **given)
