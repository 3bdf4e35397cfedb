"""Notices whose last day has passed and that still stand in a charter: nobody has published a change, and yet one came."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.changes.change import Effect
from site_builder.compile import Compiled
from site_builder.deadlines.calendar import ONE_DAY
from site_builder.history.past import PastChange
from site_builder.notices import worse
from site_builder.site import Site
from site_builder.views import state


def run_out(site: Site, today: date, words: Catalogue = ENGLISH) -> Iterator[PastChange]:
    """Give a change for each such notice: from the day after its last the promise counts in full again."""
    for made in site.charters:
        if not state.is_proposed(made.charter, today):
            yield from _of(made, today, words)


def _of(made: Compiled, today: date, words: Catalogue) -> Iterator[PastChange]:
    for standard in made.charter.standards:
        notice = standard.notice
        if notice is None or notice.to is None or notice.to.last >= today or standard.withdrawn:
            continue
        day = notice.to.last + ONE_DAY
        said = (
            words.say("change.headed", what=made.directory.heading(standard)),
            worse(notice, words),
            words.say("change.run-out"),
        )
        yield PastChange(
            slug=made.slug,
            area=made.charter.called,
            kind="standards",
            about=str(standard.id),
            verdict=Effect.RESTORED,
            sentence=Markup(" ").join(said),
            published=day,
            took_effect=day,
            field="notice",
        )
