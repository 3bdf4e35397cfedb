"""changes.csv: every change of a promise that the history of the files knows of."""

from collections.abc import Iterator
from typing import Final

from site_builder.changes.change import Effect
from site_builder.history.past import History
from site_builder.limits import plain
from site_builder.model.changes import Change
from site_builder.model.charter import Area
from site_builder.open_data.table import Column, Kind, Row, Table, of_model

CHANGES: Final = Table(
    "changes",
    "Changes",
    "change of a charter",
    (
        Column("number", "Which change this is, counted from the oldest that is known.", Kind.COUNT, "1", is_needed=True),
        Column("charter", "The charter: the name of its folder; of one that is gone, the name that it had.", Kind.ID,
               "larkfold", is_needed=True),
        Column("folder", "The name that the folder had then, if it has another today.", Kind.ID, "larkfold-estate"),
        of_model(Area, "name", "area", lead="The area.", needed=True),
        Column("kind", "Which part of the charter changed, by the name of its list. Empty: the charter itself.",
               example="standards"),
        Column("about", "What changed, by its id. Empty: the charter itself.", Kind.ID, "graffiti"),
        Column("field", "The field that changed, as the charter's file names it. Empty: the thing as a whole.",
               example="targets"),
        Column("verdict", "What the change does to what is promised.", Kind.WORD, "stronger", is_needed=True,
               choices=tuple(Effect)),
        Column("sentence", "The change in words.", example="Graffiti is removed within 3 working days, not 5.",
               is_needed=True),
        Column("published", "The day on which it was published.", Kind.DAY, "2026-07-14", is_needed=True),
        of_model(Change, "date", "took_effect", needed=True),
        of_model(Change, "reason"),
        of_model(Change, "agreed_by"),
    ),
    ("number",),
)  # fmt: skip


def change_rows(history: History) -> Iterator[Row]:
    """A row for each change, newest first."""
    for after, change in enumerate(history.changes):
        yield {
            "number": len(history.changes) - after,
            "charter": change.slug,
            "folder": change.folder or None,
            "area": change.area,
            "kind": change.kind or None,
            "about": change.about or None,
            "field": change.field or None,
            "verdict": change.verdict.value,
            "sentence": plain(change.sentence),
            "published": change.published,
            "took_effect": change.took_effect,
            "reason": change.reason,
            "agreed_by": change.agreed_by,
        }
