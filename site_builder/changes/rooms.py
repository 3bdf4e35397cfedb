"""What of two versions is laid side by side: lists of things, each with how they are told apart and called."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from site_builder.changes.change import Spot
from site_builder.changes.version import Version
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.people import Access, Governance
from site_builder.rows import plain

Placed = tuple[Any, Spot]
Label = Callable[[Any, Version], str]
_TOP = Spot(())


def _by_id(thing: Any) -> Hashable:  # noqa: ANN401 - any group with an id
    return str(thing.id)


def _alone(thing: Any) -> Hashable:  # noqa: ANN401 - there is one of it
    del thing
    return ""


def _by(name: str) -> Callable[[Any], Hashable]:
    """Told apart by a field of words."""
    return lambda thing: plain(getattr(thing, name))


def _called(name: str) -> Label:
    return lambda thing, _: str(getattr(thing, name)).rstrip(".")


def _nameless(thing: Any, version: Version) -> str:  # noqa: ANN401
    """What has no name of its own: the catalogue has one for it."""
    del thing, version
    return ""


@dataclass(frozen=True, slots=True)
class Room:
    """One list of both versions."""

    kind: str
    old: Iterable[Placed]
    new: Iterable[Placed]
    key: Callable[[Any], Hashable] = _by_id
    label: Label = field(default=_called("name"))
    place: Spot = _TOP
    """Where the list stands: of a thing that a version does not have, that is its place there."""
    is_promised: bool = True
    """Whether it matters that a thing comes or goes; where not, it is told by what names it."""


def rooms(old: Version, new: Version) -> Iterator[Room]:
    """All that is compared, in the order of a charter's page."""
    is_council = isinstance(new.group, CouncilFile)
    if not is_council:
        yield from _of_charter(old, new)
    here = Spot((), in_council=is_council)
    yield _list(
        "standards", old, new, lambda thing, version: version.directory.heading(thing), here
    )
    yield _list("principles", old, new, _called("promise"), here)
    if not is_council:
        yield from _of_people(old, new)
    yield from _of_redress(old, new)
    for kind in ("routes", "zones", "scales"):
        if _may_differ(kind, old, new):
            yield Room(kind, getattr(old, kind)(), getattr(new, kind)(), is_promised=False)


def _may_differ(kind: str, old: Version, new: Version) -> bool:
    """Whether a thing of a list, the charter's own or the council's, is other than it was: who names it is looked up then."""
    own = getattr(old.group, kind, ()) != getattr(new.group, kind, ())
    return own or getattr(old.council, kind) != getattr(new.council, kind)


def _list(kind: str, old: Version, new: Version, label: Label, here: Spot) -> Room:
    """A list of groups with ids."""
    before, after = _placed(kind, old.group, new.group, here)
    return Room(kind, before, after, label=label, place=here.then(kind))


def _of_charter(old: Version, new: Version) -> Iterator[Room]:
    """The charter as such, its area, and how its council counts."""
    here = _TOP
    yield Room("", [(old.group, here)], [(new.group, here)], key=_alone, label=_called("title"))
    before, after = ([(_charter(one).area, here.then("area"))] for one in (old, new))
    yield Room("area", before, after, key=_alone, label=_nameless)
    at = Spot(("council",), in_council=True)
    yield Room(
        "council", [(old.council.council, at)], [(new.council.council, at)], key=_alone, place=at
    )
    yield _list(
        "parties", old, new, lambda thing, version: version.directory.parties[thing.id].name, here
    )


def _of_people(old: Version, new: Version) -> Iterator[Room]:
    here = _TOP
    yield _list("pledges", old, new, _called("pledge"), here)
    yield _list("priorities", old, new, _called("what"), here)
    yield from _within(
        _list("priorities", old, new, _nameless, here), "actions", _by("what"), _called("what")
    )
    yield _list("roles", old, new, _called("name"), here)
    yield _within_group("", "who_does_what", "what", old.group, new.group)
    watch = [_charter(one).governance or Governance() for one in (old, new)]
    yield _single("governance", *watch)
    yield _within_group("governance", "inspections", "what", *watch)
    yield _within_group("governance", "publishes", "what", *watch)
    help_ = [_charter(one).access or Access() for one in (old, new)]
    yield _single("access", *help_)
    yield _within_group("access", "adjustments", "for_", *help_)


def _of_redress(old: Version, new: Version) -> Iterator[Room]:
    ladders = Room("redress", list(old.ladders()), list(new.ladders()))
    yield ladders
    yield from _within(ladders, "steps", _by_id, _called("when"))
    yield from _within(ladders, "payments", _by_id, _called("for_"))


def _placed(kind: str, old: Any, new: Any, here: Spot) -> tuple[list[Placed], list[Placed]]:  # noqa: ANN401
    """A list of two groups with the place of each thing; where the lists are alike there is nothing to compare."""
    was, now = getattr(old, kind), getattr(new, kind)
    if was == now:
        return [], []
    return (
        [(thing, here.then(kind, n)) for n, thing in enumerate(was)],
        [(thing, here.then(kind, n)) for n, thing in enumerate(now)],
    )


def _within(room: Room, kind: str, key: Callable[[Any], Hashable], label: Label) -> Iterator[Room]:
    """The lists that stand in the things of another list that both versions have."""
    before = {_by_id(thing): (thing, at) for thing, at in room.old}
    for thing, at in room.new:
        if _by_id(thing) in before:
            was, was_at = before[_by_id(thing)]
            old, new = (
                [(one, place.then(kind, n)) for n, one in enumerate(getattr(holder, kind))]
                for holder, place in ((was, was_at), (thing, at))
            )
            yield Room(kind, old, new, key, label, at)


def _single(kind: str, old: Any, new: Any) -> Room:  # noqa: ANN401 - a group of one kind
    here = Spot((kind,))
    return Room(kind, [(old, here)], [(new, here)], key=_alone, label=_nameless)


def _within_group(above: str, kind: str, name: str, old: Any, new: Any) -> Room:  # noqa: ANN401
    """A list of groups that have no id, and are told apart by their words."""
    here = Spot((above,) if above else ())
    before, after = _placed(kind, old, new, here)
    return Room(kind, before, after, _by(name), _called(name), here)


def _charter(version: Version) -> Charter:
    if not isinstance(version.group, Charter):
        raise TypeError(version.group)
    return version.group
