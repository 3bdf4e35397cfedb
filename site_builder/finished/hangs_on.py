"""What the pages of a charter hang on, in one name: as long as it is the same they are too, to the byte."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from site_builder.around import Around


def name_of(parts: Iterable[object]) -> str:
    """Return a name for values, which must have an order: another one if any of them is another."""
    total = hashlib.sha256()
    for part in parts:
        total.update(repr(part).encode("utf-8", "surrogatepass") + b"\0")
    return total.hexdigest()


def name_of_files(root: Path, pattern: str) -> str:
    """Return a name for the files of a folder that have a name of this form, with all that is in them."""
    files = sorted(file for file in root.glob(pattern) if file.is_file())
    return name_of(
        (file.relative_to(root).as_posix(), hashlib.sha256(file.read_bytes()).digest())
        for file in files
    )


def name_of_charter(around: Around, charters: Path) -> str:
    """Return a name for all that is of this charter alone: its files, its results, its past, and who its neighbours are."""
    slug, making = around.compiled.slug, around.making
    store = making.history.store
    return name_of(
        (
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
