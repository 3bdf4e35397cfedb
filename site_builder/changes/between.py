"""Every change between two versions of a charter, or of council.yml."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.changes.change import Change, Effect
from site_builder.changes.fields import Difference, Pair, differences, written
from site_builder.changes.judging import Around
from site_builder.changes.matching import matched
from site_builder.changes.rooms import Room, rooms
from site_builder.changes.standards import OfRow, in_standard
from site_builder.changes.telling import Teller
from site_builder.changes.version import Version
from site_builder.changes.whole import TOLD_BY_ITS_STATE, of_its_state
from site_builder.conditions import conditions
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.standard import Standard, Target
from site_builder.sentences import clause
from site_builder.status import is_settled


def changes_between(old: Version, new: Version, words: Catalogue = ENGLISH) -> list[Change]:
    """What is different in ``new``, in the order of the page; nothing where only the layout differs."""
    if old.group is new.group and old.council is new.council:
        return []
    found = _Compared(old, new, words).changes()
    if any(isinstance(one.group, CouncilFile) or is_settled(one.group) for one in (old, new)):
        return list(found)
    # Of what nobody is promised yet it must not sound as if somebody were.
    aside = words.say("change.in-proposal")
    return [
        change
        if change.verdict is Effect.HOUSEKEEPING
        else replace(change, sentence=Markup(" ").join([change.sentence, aside]))
        for change in found
    ]


class _Compared:
    def __init__(self, old: Version, new: Version, words: Catalogue) -> None:
        self.old, self.new, self.words = old, new, words
        self.around = Around(old, new)
        self.teller = Teller(old, new, words)

    def changes(self) -> Iterator[Change]:
        for room in rooms(self.old, self.new):
            yield from self._in_room(room)

    def _in_room(self, room: Room) -> Iterator[Change]:
        old, new = [list(things) for things in (room.old, room.new)]
        if [thing for thing, _ in old] == [thing for thing, _ in new]:
            return
        for before, after in matched(
            [thing for thing, _ in old], [thing for thing, _ in new], room.key
        ):
            was, was_at = (None, room.place) if before is None else old[before]
            now, now_at = (None, room.place) if after is None else new[after]
            pair = Pair(was, now, was_at, now_at)
            if was is None or now is None:
                if room.is_promised:
                    yield self._alone(room, pair)
            elif was == now:
                continue
            elif isinstance(now, Standard):
                yield from self._standard(room, pair)
            else:
                yield from self._thing(room, pair)

    def _alone(self, room: Room, pair: Pair) -> Change:
        """A thing that stands in one version alone."""
        thing, version = (pair.new, self.new) if pair.old is None else (pair.old, self.old)
        verdict = Effect.NEW if pair.old is None else Effect.WITHDRAWN
        says = thing.promise if pair.new and isinstance(thing, Standard) else None
        more = [self.words.ended(says)] if says else []
        sentence = self.teller.whole(self._what(room, thing, version), verdict, more)
        if getattr(thing, "withdrawn", None):
            # Nothing was promised by it any more, or is so far.
            verdict = Effect.HOUSEKEEPING
        id_ = _id(thing)
        return Change(
            room.kind,
            id_,
            "",
            None if pair.old is None else written(pair.old),
            None if pair.new is None else written(pair.new),
            pair.old_at,
            pair.new_at,
            verdict,
            sentence,
        )

    def _thing(self, room: Room, pair: Pair) -> Iterator[Change]:
        what = self._what(room, pair.new, self.new)
        ended = self._ended(room, pair, what)
        yield from ended
        if not ended and not _is_withdrawn(pair.new):
            state = self._state(pair)
            if state:
                yield state
            for found in differences(pair, self.around):
                if state and found.field in TOLD_BY_ITS_STATE:
                    continue
                sentence = self.teller.told(what, pair.old, pair.new, found)
                yield _change(room.kind, _id(pair.new), found, sentence)

    def _state(self, pair: Pair) -> Change | None:
        """That the charter itself was a proposal and is none now, or the other way round."""
        if isinstance(pair.old, Charter) and isinstance(pair.new, Charter):
            return of_its_state(pair.old, pair.new, self.words)
        return None

    def _standard(self, room: Room, pair: Pair) -> Iterator[Change]:
        what = self._what(room, pair.new, self.new)
        ended = self._ended(room, pair, what)
        yield from ended
        if ended or _is_withdrawn(pair.new):
            return
        for one in in_standard(pair, self.around):
            if one.found is None:
                yield self._row(room, pair, one, what)
                continue
            row = one.row or pair
            here = self._of_row(what, row.new, self.new) if one.row else what
            sentence = self.teller.told(here, row.old, row.new, one.found)
            yield _change(room.kind, pair.new.id, one.found, sentence)

    def _row(self, room: Room, pair: Pair, one: OfRow, what: str) -> Change:
        row = one.row
        assert row is not None  # noqa: S101 - a row stands alone only if there is one
        is_new = row.old is None
        target: Target = row.new if is_new else row.old
        standard, version = (pair.new, self.new) if is_new else (pair.old, self.old)
        said = clause(target, standard, version.directory, self.words)
        here = self._of_row(what, target, version)
        verdict = Effect.NEW if is_new else Effect.WITHDRAWN
        sentence = self.teller.row(here, None if is_new else said, said if is_new else None)
        if target.no_promise:
            verdict = Effect.UNKNOWN
            sentence = Markup(" ").join([sentence, self.words.say(f"verdict.{verdict}")])
        old, new = (None if one is None else written(one) for one in (row.old, row.new))
        return Change(
            room.kind, pair.new.id, "targets", old, new, row.old_at, row.new_at, verdict, sentence
        )

    def _of_row(self, what: str, target: Target, version: Version) -> str:
        limits = conditions(target, version.directory, self.words)
        about = self.words.joined("joined.also", filter(None, [target.for_, *limits]))
        return self.words.say("change.row", what=what, row=about) if about else what

    def _ended(self, room: Room, pair: Pair, what: str) -> list[Change]:
        """That a thing was withdrawn, or is promised again."""
        was, now = _is_withdrawn(pair.old), _is_withdrawn(pair.new)
        if was == now:
            return []
        if now:
            verdict, group = Effect.WITHDRAWN, pair.new.withdrawn
            date, reason = self.words.date(group.date), self.words.ended(group.reason)
            said = self.words.say("change.withdrawn", what=what, date=date, reason=reason)
        else:
            verdict, said = Effect.NEW, self.words.say("change.again", what=what)
        found = Difference(
            "withdrawn",
            pair.old.withdrawn,
            pair.new.withdrawn,
            pair.old_at.then("withdrawn") if was else pair.old_at,
            pair.new_at.then("withdrawn") if now else pair.new_at,
            verdict,
        )
        return [_change(room.kind, _id(pair.new), found, said)]

    def _what(self, room: Room, thing: Any, version: Version) -> str:  # noqa: ANN401
        return room.label(thing, version) or self.words.say(f"change-of.{room.kind}")


def _change(kind: str, about: str, found: Difference, sentence: Markup) -> Change:
    return Change(
        kind,
        about,
        found.field.rstrip("_"),
        written(found.old),
        written(found.new),
        found.old_at,
        found.new_at,
        found.verdict,
        sentence,
    )


def _id(thing: Any) -> str:  # noqa: ANN401 - some groups have one
    return str(getattr(thing, "id", None) or "")


def _is_withdrawn(thing: Any) -> bool:  # noqa: ANN401
    return bool(getattr(thing, "withdrawn", None))
