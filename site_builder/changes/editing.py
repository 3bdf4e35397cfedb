"""That the form for editing is switched on or off, or sends what is proposed somewhere else: no promise, and yet to be read.

Who approves such a change decides where everybody who edits signs in.
"""

from site_builder.as_data import as_data
from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.changes.change import Change, Effect, Spot
from site_builder.model.editor import Editor

FIELD = "editor"


def of_editing(old: Editor | None, new: Editor | None, words: Catalogue = ENGLISH) -> Change | None:
    """The change of ``editor`` in council.yml from one version to another; None where it is what it was."""
    was, now = (_as_written(one) for one in (old, new))
    if was == now:
        return None
    message = "moved" if was and now else "on" if now else "off"
    known = {name: value for name, value in (("old", was), ("new", now)) if value}
    said = words.say(f"change.editing-{message}", **known)
    old_at, new_at = (Spot((FIELD,) if one else (), in_council=True) for one in (was, now))
    return Change("", "", FIELD, was, now, old_at, new_at, Effect.HOUSEKEEPING, said)


def _as_written(editor: Editor | None) -> str | None:
    """Its fields on one line, by their names in the file."""
    if editor is None:
        return None
    return ", ".join(f"{name}: {value}" for name, value in as_data(editor).items())
