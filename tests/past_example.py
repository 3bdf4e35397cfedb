"""A made-up past, for the pages and feeds of what has changed."""

from datetime import date
from typing import Any

from markupsafe import Markup

from site_builder.changes.change import Effect
from site_builder.history.past import History, PastChange

BEGINS = date(2025, 3, 3)


def change(
    verdict: Effect = Effect.WEAKER,
    published: date = date(2026, 7, 14),
    **more: Any,  # noqa: ANN401 - any field of a change
) -> PastChange:
    given: dict[str, Any] = {
        "slug": "hollins",
        "area": "Hollins",
        "kind": "standards",
        "about": "litter",
        "verdict": verdict,
        "sentence": Markup("Litter: now removed within <strong>5\u00a0working days</strong>. ")
        + f"This is {verdict}.",
        "published": published,
        "took_effect": published,
        "field": "removed",
    }
    return PastChange(**{**given, **more})


def history(*changes: PastChange, **more: Any) -> History:  # noqa: ANN401 - any field of a history
    newest_first = sorted(changes, key=lambda change: change.published, reverse=True)
    return History(tuple(newest_first), **{"begins": BEGINS, **more})
