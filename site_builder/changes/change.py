"""What a change is: where it stands in both versions, what it does to a promise, and how it is said."""

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from site_builder.compare.verdict import Verdict
from site_builder.source import Where


class Effect(StrEnum):
    """What a change does to a promise."""

    STRONGER = "stronger"
    WEAKER = "weaker"
    SAME = "same in effect"
    WORSE = "worse for now"
    """The promise stays, and a notice says that it is not kept for a time."""
    RESTORED = "as promised again"
    PROPOSED = "proposed"
    """There to be talked about: nobody is promised anything by it yet."""
    NEW = "new"
    WITHDRAWN = "withdrawn"
    HOUSEKEEPING = "housekeeping"
    """Names, notes and records: nobody is promised more or less."""
    UNKNOWN = "cannot be compared"

    @classmethod
    def of(cls, verdict: Verdict) -> "Effect":
        """The effect where two values have been compared."""
        return cls.SAME if verdict is Verdict.SAME else cls(verdict.value)

    @property
    def turned(self) -> "Effect":
        """The effect of the same change made backwards."""
        return _TURNED.get(self, self)


_TURNED = {
    Effect.STRONGER: Effect.WEAKER,
    Effect.WEAKER: Effect.STRONGER,
    Effect.WORSE: Effect.RESTORED,
    Effect.RESTORED: Effect.WORSE,
    Effect.NEW: Effect.WITHDRAWN,
    Effect.WITHDRAWN: Effect.NEW,
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a version: in the charter, or in the council.yml that it takes over from."""

    where: Where
    in_council: bool = False

    def then(self, *steps: str | int) -> "Spot":
        """A place within this one; of a field whose name Python keeps for itself, as the file has it."""
        names = [step.rstrip("_") if isinstance(step, str) else step for step in steps]
        return Spot((*self.where, *names), self.in_council)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs between two versions."""

    kind: str
    """The list that it stands in, such as ``standards`` or ``steps``; empty for the charter itself."""
    about: str
    """The id of the thing that changed; empty where it has none."""
    field: str
    """The field, as the file has it; empty for the thing as a whole."""
    old: str | None
    """The value as it was written; None where there was none."""
    new: str | None
    old_at: Spot
    """Where it stood: where nothing stood, what it would have been a part of."""
    new_at: Spot
    verdict: Effect
    sentence: Markup

    @property
    def is_loss(self) -> bool:
        """Whether somebody can count on less from now on."""
        return self.verdict in (Effect.WEAKER, Effect.WITHDRAWN)

    @property
    def has_vanished(self) -> bool:
        """Whether a thing with an id is gone without a trace: with ``withdrawn`` it would still stand there."""
        return bool(self.about) and not self.field and self.new is None
