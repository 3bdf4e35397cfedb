"""What the pages of a charter hang on, in one name: as long as it is the same they are too, to the byte."""

from pathlib import Path

from site_builder.around import Around
from site_builder.named_by_content import name_of, name_of_files


def name_of_charter(around: Around, charters: Path) -> str:
    """Return a name for all that is of this charter alone: its files, its results, its past, and who its neighbours are."""
    slug, making = around.compiled.slug, around.making
    store = making.history.store
    return name_of(
        (
            # Taken before the charter was read, and so never that of words which it has not got.
            around.compiled.by_content,
            name_of_files(charters / slug, "**/*"),
            around.compiled.results,
            around.past,
            around.published,
            around.drawn,
            sorted(around.taken),
            making.library.editions.of(slug),
            store.life(slug) if store else None,
        )
    )
