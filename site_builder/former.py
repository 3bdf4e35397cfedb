"""Style sheets and scripts of earlier publications, which stay for readers who loaded a page shortly before the next one.

Their names change with their contents, so that such a page goes on asking for a name that the new site has no use for.
"""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from site_builder.lasting import has_lasting_name

ASSETS = "assets"
LONGEST = 7 * 24 * 60 * 60
"""Seconds for which they stay after the last publication that had use for them."""
MOST = 60
"""Files that stay at the most: the newest of them."""
LARGEST = 1024**2


def keep_former(site: Path, new: Path) -> None:
    """Copy into the folder of a new site what readers of the one that is on show may still ask for.

    Takes the folder of that site, which need not be there. Where SOURCE_DATE_EPOCH is set nothing is copied: then the same
    charters give the same site, whatever stood there before. Raises OSError when it cannot be done.
    """
    if os.environ.get("SOURCE_DATE_EPOCH") or not all(map(_has_assets, (site, new))):
        return
    current = {file.name: file.stat().st_mtime for file in (new / ASSETS).iterdir()}
    built = max(current.values(), default=0)
    found = sorted(_former(site / ASSETS), reverse=True)
    left = ((when, file) for when, file in found if file.name not in current)
    for when, file in [*left][:MOST]:
        if built - when <= LONGEST:
            # The day of writing goes with it: it tells which publication was the last to have use for it.
            shutil.copy2(file, new / ASSETS / file.name, follow_symlinks=False)


def _former(folder: Path) -> Iterator[tuple[float, Path]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            status, file = entry.stat(follow_symlinks=False), Path(entry.path)
            is_ours = stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST
            # Only what is as we wrote it: its name tells.
            if is_ours and has_lasting_name(f"{ASSETS}/{entry.name}", file.read_bytes()):
                yield status.st_mtime, file


def _has_assets(site: Path) -> bool:
    return (site / ASSETS).is_dir() and not (site / ASSETS).is_symlink()
