"""What was judged as bytes, to be kept or passed on to another process.

They are Python's own (pickle), which can name any function to be called when they are read. So nothing is believed but
the names of our own groups of fields and of the few kinds of value in them: what else is named ends the reading.
See "Restricting Globals" in https://docs.python.org/3.11/library/pickle.html.
"""

import datetime as dt
import io
import pickle
import sys
from dataclasses import is_dataclass, replace
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from markupsafe import Markup
from pydantic import BaseModel

from site_builder.compile import Compiled, Judged

_VALUES: dict[tuple[str, str], type] = {
    ("datetime", "date"): dt.date,
    ("datetime", "time"): dt.time,
    ("datetime", "timedelta"): dt.timedelta,
    ("decimal", "Decimal"): Decimal,
    ("fractions", "Fraction"): Fraction,
    ("markupsafe", "Markup"): Markup,
}
_OURS = "site_builder."


def packed(judged: Judged) -> bytes:
    """Return it as bytes: first what is told, then the charter, each to be read alone."""
    told = pickle.dumps(replace(judged, compiled=None), pickle.HIGHEST_PROTOCOL)
    return told + pickle.dumps(judged.compiled, pickle.HIGHEST_PROTOCOL)


def unpacked(body: bytes, *, with_charter: bool) -> Judged | None:
    """Return what was packed, with the charter only if it is wanted: it takes long. None for what is not as we write it."""
    opened = io.BytesIO(body)
    try:
        told = _OurOwn(opened).load()
        compiled = _OurOwn(opened).load() if with_charter else None
    except Exception:  # noqa: BLE001 - bytes that are broken may raise anything
        return None
    if not isinstance(told, Judged) or not isinstance(compiled, Compiled | None):
        return None
    return replace(told, compiled=compiled)


class _OurOwn(pickle.Unpickler):
    """Reads our own values, and nothing that would run."""

    def find_class(self, module_name: str, global_name: str, /) -> type:
        """Return the kind of value of this name.

        Raises:
            UnpicklingError: it is none of ours.

        """
        if known := _VALUES.get((module_name, global_name)):
            return known
        # Only what is loaded already: to load a module is to run it.
        module = sys.modules.get(module_name) if module_name.startswith(_OURS) else None
        found = getattr(module, global_name, None)
        if isinstance(found, type) and _is_value(found):
            return found
        message = f"{module_name}.{global_name} is no value of ours."
        raise pickle.UnpicklingError(message)


def _is_value(kind: type) -> bool:
    return is_dataclass(kind) or issubclass(kind, BaseModel | Enum | str)
