"""One change, as it is shown: from the history of the files, or as the charter's own author tells it."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.changes.change import Effect
from site_builder.history.past import PastChange
from site_builder.inherit import Directory
from site_builder.limits import plain
from site_builder.model.changes import Change
from site_builder.model.charter import Charter
from site_builder.views.past import Kept, Recorded
from site_builder.views.promise import titles
from site_builder.views.words import day, sentence

LAST = 3
"""How many changes the page of a charter shows."""
LOSSES = frozenset({Effect.WEAKER, Effect.WITHDRAWN})


@dataclass(frozen=True)
class ChangeView:
    """Something that became different, when and why."""

    when: str
    what: str
    why: tuple[str, ...]
    """Sentences: the reason, who agreed, and what else is known of it."""
    consultation: str | None
    about: tuple[str, ...] = ()
    """What its author says has changed; empty where ``what`` says it."""
    kind: str = ""
    """What it means, as one name such as "weaker"; empty where nothing but its author's words is known."""
    verdict: str = ""
    """What it means, in words."""
    anchor: str = ""
    area: str = ""
    """Where it holds, on a page of several areas."""
    page: str = ""
    """The page of that area; empty where there is none any more."""


def from_history(
    kept: Kept, charter: Charter | None = None, area: tuple[str, str] = ("", "")
) -> ChangeView:
    """Return a change that git knows of, with what the charter of today adds to it.

    `area` is its name and the address of its page, for a page that shows several.
    """
    change = kept.change
    entry = _entry(kept, charter)
    is_first = not change.kind and not change.field and change.verdict is Effect.NEW
    before = is_first and change.took_effect < change.published
    published = f"{'First recorded here' if before else 'Published'} on {day(change.published)}."
    return ChangeView(
        when=day(entry.date if entry else change.took_effect),
        what=change.sentence,
        why=(
            *_reason(change),
            *_particulars(change.agreed_by, entry),
            *(() if change.published == change.took_effect else (published,)),
        ),
        consultation=entry.consultation if entry else None,
        kind=change.verdict.replace(" ", "-"),
        verdict=change.verdict.capitalize(),
        anchor=anchor(kept.key),
        area=area[0],
        page=area[1],
    )


def _reason(change: PastChange) -> Iterator[str]:
    """Of a thing that ends as a whole the sentence says why; of any other loss it is said that nobody gave a reason."""
    says_why = change.field in ("", "withdrawn") and change.verdict is Effect.WITHDRAWN
    if change.reason and not (says_why and change.reason.rstrip(".") in plain(change.sentence)):
        yield f"Reason given: {sentence(change.reason)}"
    elif change.verdict in LOSSES and not change.reason and not says_why:
        yield "No reason was given."


def _particulars(agreed_by: str | None, entry: Change | None) -> Iterator[str]:
    if agreed_by:
        yield f"Agreed by: {sentence(agreed_by)}"
    if entry and entry.announced:
        yield f"Residents were told: {day(entry.announced)}."
    if entry and entry.note:
        yield entry.note


def anchor(key: str) -> str:
    """Return where a change stands on its page."""
    return f"change-{hashlib.sha256(key.encode(errors='surrogatepass')).hexdigest()[:12]}"


def from_author(change: Change, named: Mapping[str, str]) -> ChangeView:
    """Return a change as the charter tells it; `named` is what can change, by id."""
    return ChangeView(
        when=day(change.date),
        what=change.reason,
        why=tuple(_particulars(change.agreed_by, change)),
        consultation=change.consultation,
        about=tuple(named.get(name, name) for name in change.about),
    )


def names(charter: Charter, directory: Directory) -> dict[str, str]:
    """Return what can change in a charter, by id, under the names that a resident reads."""
    return {
        **{step.id: step.when for redress in charter.redress for step in redress.steps},
        **{pay.id: pay.for_ for redress in charter.redress for pay in redress.payments},
        **{pledge.id: pledge.pledge for pledge in charter.pledges},
        **{principle.id: principle.promise for principle in charter.principles},
        **titles(charter, directory),
    }


def not_in_history(charter: Charter, past: Recorded) -> list[Change]:
    """Return what the charter tells of changes that git does not know of, newest first."""
    known = {(kept.change.took_effect, kept.change.about) for kept in past.changes}
    return sorted(
        (
            change
            for change in charter.changes
            if not any((change.date.first, about) in known for about in change.about)
        ),
        key=lambda change: change.date.first,
        reverse=True,
    )


def last_changes(
    charter: Charter, past: Recorded, named: Mapping[str, str]
) -> tuple[ChangeView, ...]:
    """Return what the charter's page shows: the newest of both, or all that its author tells if git knows nothing."""
    told = not_in_history(charter, past)
    if past.begins is None:
        return tuple(from_author(change, named) for change in told)
    both = [
        *((kept.change.took_effect, from_history(kept, charter)) for kept in _noticed(past)[:LAST]),
        *((change.date.first, from_author(change, named)) for change in told[:LAST]),
    ]
    both.sort(key=lambda dated: dated[0], reverse=True)
    return tuple(view for _, view in both[:LAST])


def _noticed(past: Recorded) -> list[Kept]:
    return [kept for kept in past.changes if kept.is_noticed]


def _entry(kept: Kept, charter: Charter | None) -> Change | None:
    """What the charter says today of this change."""
    change = kept.change
    return next(
        (
            entry
            for entry in (charter.changes if charter else ())
            if entry.date.first == change.took_effect and change.about in entry.about
        ),
        None,
    )
