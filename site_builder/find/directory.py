"""The postcodes of some wards, out of a directory of all postcodes of the country.

The directory of the Office for National Statistics has more than two million rows and fifty columns, and a gigabyte: it is read
row by row, and nothing is kept of it but the postcodes of the wards that are asked for.
https://geoportal.statistics.gov.uk has the newest, under "ONS Postcode Directory".
"""

import csv
import re
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path

from site_builder.find.postcodes import Postcode, read_postcode

_POSTCODE = ("pcds", "pcd", "pcd7", "pcd8", "pcd2")
"""The names that its columns of postcodes have had, the plainest first."""
_WARD = re.compile(r"wd\d\dcd|osward|ward")
"""Those that its column of wards' codes has had: a year stands in it now."""

_LONGEST_LINE = 1 << 16


class DirectoryError(Exception):
    """Why the directory cannot be used, and what to do about it."""


def postcodes_of(file: Path, wards: frozenset[str]) -> dict[Postcode, str]:
    """The postcodes in each of the ``wards``, which are codes such as E05099001, with that code.

    Raises:
        DirectoryError: the file is none that can be used.

    """
    try:
        stand = file.stat()
    except OSError as error:
        message = f"The directory of postcodes, {file}, is not there. Put it there, or take 'postcodes' out of mkdocs.yml."
        raise DirectoryError(message) from error
    return _kept(file, stand.st_mtime_ns, stand.st_size, wards) if wards else {}


# A preview builds at each edit, and two pages of a build ask: the directory has not changed in between.
@lru_cache(maxsize=1)
def _kept(file: Path, _changed: int, _size: int, wards: frozenset[str]) -> dict[Postcode, str]:
    return dict(_rows(file, wards))


def _rows(file: Path, wards: frozenset[str]) -> Iterator[tuple[Postcode, str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            # A line without an end would be a gigabyte long.
            table = csv.reader(iter(partial(opened.readline, _LONGEST_LINE), ""))
            names = [name.strip().lower() for name in next(table, [])]
            code = next((names.index(name) for name in _POSTCODE if name in names), None)
            ward = next((at for at, name in enumerate(names) if _WARD.fullmatch(name)), None)
            if code is None or ward is None:
                message = (
                    f"The directory of postcodes, {file}, has no columns 'pcds' and 'wd25cd' (or 'osward'). Take the CSV "
                    "file in its folder Data."
                )
                raise DirectoryError(message)
            last = max(code, ward)
            for row in table:
                if len(row) <= last or row[ward] not in wards:
                    continue
                postcode = read_postcode(_spaced(row[code]))
                if postcode and postcode.is_whole:
                    yield postcode, row[ward]
    except (OSError, UnicodeError, csv.Error) as error:
        message = f"The directory of postcodes, {file}, cannot be read to its end: {error}."
        raise DirectoryError(message) from error


def _spaced(words: str) -> str:
    """A column of fixed width fills short outward codes with gaps and leaves none behind long ones."""
    plain = "".join(words.split())
    return f"{plain[:-3]} {plain[-3:]}"
