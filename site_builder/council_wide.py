"""How a charter's standard stands to the council-wide one that it follows, improves or varies.

Row is laid beside row, and term beside term, with the judgements of ``changes`` and ``compare``: only what can be
proved is said. What a row is about is in an author's words, so that of two rows about different things nobody can
say which is better; and a row that only one of the two has may be an extra promise, or a case taken out of another.
Who does it, whom to tell and how it is published make no promise stronger or weaker, and are passed over.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from site_builder.changes.change import Effect, Spot
from site_builder.changes.fields import Pair
from site_builder.changes.judging import Around
from site_builder.changes.standards import OfRow, in_standard
from site_builder.changes.version import Version
from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.standard import Standard, Target
from site_builder.rows import LIMITS, MOST_ROWS
from site_builder.source import Where

_PASSED_OVER = frozenset(
    {
        "by",
        "depends_on",
        "first_results",
        "measured",
        "name",
        "note",
        "notice",
        "promise",
        "reason",
        "redress",
        "results",
        "routes",
        "set_by",
        "suspended",
        "tell_us",
        "topic",
    }
)


_OWN = frozenset({"id", "follows", "improves", "varies", "under_review", "withdrawn"})
_COUNTED = tuple(name for name in Standard.model_fields if name not in _PASSED_OVER | _OWN)
_IN_STANDARD = len(("standards", 0, "share"))


class Stand(StrEnum):
    """How a promise stands to the council-wide one, as a whole."""

    SAME = "same"
    STRONGER = "stronger"
    WEAKER = "weaker"
    MIXED = "mixed"
    """Stronger in part, and weaker in part."""
    PARTLY_STRONGER = "partly-stronger"
    """Stronger in part; the rest cannot be compared."""
    PARTLY_WEAKER = "partly-weaker"
    UNKNOWN = "unknown"

    @property
    def has_weaker(self) -> bool:
        """Whether a part of it is certain to promise less."""
        return self in (Stand.WEAKER, Stand.MIXED, Stand.PARTLY_WEAKER)


@dataclass(frozen=True, slots=True)
class Less:
    """Something in which a standard is certain to promise less than the council-wide one."""

    where: Where
    """Its place in the charter; of what is left out, the standard's."""
    field: str
    """The field; empty for a row that is left out."""
    mine: str
    theirs: str

    def is_written(self, standard: Standard) -> bool:
        """Whether the charter says it at the standard itself, and not for all its standards at once."""
        return (
            not self.field
            or len(self.where) > _IN_STANDARD
            or bool(getattr(standard, self.field, None))
        )

    def may_be_lost(self, number: int) -> tuple[Where, ...]:
        """The places of what would make it another comparison: if one could not be read, nobody knows."""
        here: Where = ("standards", number)
        if not self.field:
            return ((*here, "targets"),)
        row = self.where[:4] if self.where[2:3] == ("targets",) else here
        names = (*LIMITS, *(() if self.mine else (self.field,)))
        return tuple((*row, name.rstrip("_")) for name in names)

    def told(self, standard: Standard, wide: Standard) -> str:
        """That a standard promises less than a council-wide one, as authors write both."""
        there = f"the council-wide promise '{wide.id}' in council.yml"
        if not self.field:
            return f"'{standard.id}' leaves out the row '{self.theirs}' of {there}."
        if not self.mine:
            return f"'{standard.id}' leaves out '{self.theirs}' of {there}."
        if not self.theirs:
            return f"'{self.mine}' takes something away from {there}."
        return f"'{self.mine}' is weaker than '{self.theirs}', {there}."


@dataclass(frozen=True, slots=True)
class Compared:
    """A standard beside the council-wide one."""

    stand: Stand
    less: tuple[Less, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Between what a comparison is made: the charter as it holds, and council.yml."""

    charter: Charter
    directory: Directory
    council: CouncilFile

    def compare(self, standard: Standard, wide: Standard) -> Compared:
        """How a settled standard of the charter stands to a settled council-wide one."""
        if all(getattr(standard, name) == getattr(wide, name) for name in _COUNTED):
            return Compared(Stand.SAME, ())
        if max(len(standard.targets), len(wide.targets)) > MOST_ROWS:
            return Compared(Stand.UNKNOWN, ())
        number = next(n for n, one in enumerate(self.charter.standards) if one.id == standard.id)
        at = Spot(("standards", number))
        around = Around(
            Version(self.council, Directory.of(self.council), self.council),
            Version(self.charter, self.directory, self.council),
        )
        pair = Pair(wide, standard, Spot((), in_council=True), at)
        found = [one for one in in_standard(pair, around) if _counts(one)]
        judged = list(_effects(found))
        less = tuple(_less(one, at) for one, effect in judged if effect is Effect.WEAKER)
        return Compared(_whole({effect for _, effect in judged}), less)


def _counts(one: OfRow) -> bool:
    if one.found:
        is_nothing = one.found.field == "no_promise" and one.found.old and one.found.new
        return one.found.field not in _PASSED_OVER and not is_nothing
    assert one.row is not None  # noqa: S101 - a row stands alone only if there is one
    return not (one.row.new is None and one.row.old.no_promise)


def _effects(found: list[OfRow]) -> Iterator[tuple[OfRow, Effect]]:
    """What each difference does; where rows may stand for one another, less can be proved."""
    others = {one.row.new_at for one in found if one.row and _is_about_another(one)}
    has_new = any(one.found is None and one.row and one.row.old is None for one in found)
    has_lost = any(one.found is None and one.row and one.row.new is None for one in found)
    for one in found:
        if one.found is None:
            # Gone without another row that can be in its place.
            is_gone = one.row is not None and one.row.new is None and not has_new and not others
            yield one, Effect.WEAKER if is_gone else Effect.UNKNOWN
            continue
        verdict = one.found.verdict
        is_unlike = one.row.new_at in others if one.row else bool(others or has_new)
        is_split = one.found.field in LIMITS and (
            (verdict is Effect.WEAKER and has_new) or (verdict is Effect.STRONGER and has_lost)
        )
        yield one, Effect.UNKNOWN if is_unlike or is_split else verdict


def _is_about_another(one: OfRow) -> bool:
    """Whether a row lies beside one about something else, for want of a better one."""
    return (
        one.found is not None and one.found.field in LIMITS and one.found.verdict is Effect.UNKNOWN
    )


def _whole(effects: set[Effect]) -> Stand:
    up, down = Effect.STRONGER in effects, Effect.WEAKER in effects
    if up and down:
        return Stand.MIXED
    if Effect.UNKNOWN in effects:
        if up:
            return Stand.PARTLY_STRONGER
        return Stand.PARTLY_WEAKER if down else Stand.UNKNOWN
    if up:
        return Stand.STRONGER
    return Stand.WEAKER if down else Stand.SAME


def _less(one: OfRow, at: Spot) -> Less:
    if one.found is None:
        assert one.row is not None  # noqa: S101 - as above
        row: Target = one.row.old
        said = (f"{name}: {time}" for name, time in row.actions)
        return Less(at.where, "", "", row.for_ or next(said, ""))
    field = one.found.field.rstrip("_")
    mine, theirs = (_written(field, value) for value in (one.found.new, one.found.old))
    return Less(one.found.new_at.where, field, mine, theirs)


def _written(field: str, value: object) -> str:
    if value in (None, ()):
        return ""
    if isinstance(value, tuple):
        return f"{field}: {'; '.join(map(str, value))}"
    return f"{field}: {value}"
