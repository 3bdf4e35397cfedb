"""What is told of one pair of versions of a charter, in a form that can be kept: plain lists and texts.

What is kept is never believed unseen: ``is_entry`` looks at all of it, and no text of it can bring markup of its own.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from markupsafe import Markup

from site_builder.changes.change import Change, Effect
from site_builder.history.lineage import Moment
from site_builder.history.past import PastChange

Line: TypeAlias = list[str | None]
"""A change: kind, about, field, verdict, sentence, the day it took effect, reason, who agreed."""
Entry: TypeAlias = str | list[str | list[Line]]
"""Why the later version cannot be read; or the name of its area, and the changes."""

_TEXTS, _MAYBE = 5, 3
_LONGEST_SLIP = 300
_EFFECTS = frozenset(effect.value for effect in Effect)
_OVER = (Effect.RESTORED, Effect.STRONGER)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# All markup that our own sentences have.
_SENTENCE = re.compile(r"(?:[^<>]|</?strong>)*")


@dataclass(frozen=True, slots=True)
class Step:
    """Two versions of a charter of which the one followed the other; ``old`` is None at its first."""

    old: Moment | None
    new: Moment

    @property
    def key(self) -> str:
        """A name for all that the answer hangs on."""
        old, new = self.old, self.new
        parts = (
            ["", "", "", ""] if old is None else [old.charter, old.council if old.charter else ""]
        )
        parts = [*parts[:2], new.charter, new.council if new.charter else ""]
        if old and old.charter and old.folder != new.folder:
            parts += [old.folder, new.folder]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]


def line(
    change: Change, took_effect: date | None, reason: str | None, agreed_by: str | None
) -> Line:
    """A change as it is kept."""
    return [
        change.kind,
        change.about,
        change.field,
        change.verdict.value,
        str(change.sentence),
        took_effect.isoformat() if took_effect else None,
        reason,
        agreed_by,
    ]


def slip(message: str) -> str:
    """Why a version cannot be read, as it is kept."""
    return message if len(message) <= _LONGEST_SLIP else f"{message[:_LONGEST_SLIP]} …"


def is_entry(value: object) -> bool:
    """Whether something that was kept is an entry."""
    if isinstance(value, str):
        return True
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004 - the area and the changes
        return False
    area, changes = value
    return isinstance(area, str) and isinstance(changes, list) and all(map(_is_line, changes))


def _is_line(value: object) -> bool:
    if not isinstance(value, list) or len(value) != _TEXTS + _MAYBE:
        return False
    if not all(isinstance(text, str) for text in value[:_TEXTS]):
        return False
    if not all(text is None or isinstance(text, str) for text in value[_TEXTS:]):
        return False
    return (
        value[3] in _EFFECTS
        and bool(_SENTENCE.fullmatch(value[4]))
        and (value[5] is None or _is_day(value[5]))
    )


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def past_change(
    kept: Sequence[str | None], slug: str, folder: str, area: str, published: date
) -> PastChange:
    """A kept change of the charter that has the folder ``slug`` today, and had ``folder`` then."""
    kind, about, name, verdict, sentence = (text or "" for text in kept[:_TEXTS])
    took_effect, reason, agreed_by = kept[_TEXTS:]
    effective = date.fromisoformat(took_effect) if took_effect else published
    if reason is None and name in ("notice", "suspended") and Effect(verdict) in _OVER:
        # Taken back before the last day that it named, or left there after it.
        effective = min(effective, published)
    return PastChange(
        slug=slug,
        area=area,
        kind=kind,
        about=about,
        verdict=Effect(verdict),
        sentence=Markup(sentence),  # noqa: S704 - our own, or looked at by is_entry
        published=published,
        took_effect=effective,
        reason=reason,
        agreed_by=agreed_by,
        field=name,
        folder="" if folder == slug else folder,
    )
