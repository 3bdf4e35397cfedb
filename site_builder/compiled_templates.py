"""Templates as Python code, kept beside our own modules' as Python keeps those: to read them takes a tenth of the time.

They stand in ``__pycache__``, where nobody writes who could not change the program itself, and under a name for the whole
program: a template has the outcome of our own filters in it already where they have nothing to wait for. See
https://jinja.palletsprojects.com/en/stable/api/#bytecode-cache.
"""

import shutil
import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from site_builder.cache import program_name

_FOLDER = Path(__file__).parent / "__pycache__"
_PREFIX = "templates-"


def keep_compiled(environment: Environment, kind: str) -> None:
    """Have an environment keep what it compiles, apart from those of another ``kind``: their settings make other code of it.

    Where Python is told to write no code, or may not write there, nothing is kept.
    """
    folder = _FOLDER / f"{_PREFIX}{program_name()[:16]}"
    if sys.dont_write_bytecode or not _is_there(folder):
        return
    environment.bytecode_cache = _Kept(str(folder), f"{kind}-%s")


def _is_there(folder: Path) -> bool:
    """Have a folder for this program, and none for programs that were here before."""
    with suppress(OSError):
        if not folder.is_dir():
            for former in folder.parent.glob(f"{_PREFIX}*"):
                shutil.rmtree(former, ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)
    return folder.is_dir()


class _Kept(FileSystemBytecodeCache):
    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it; a disk that is full or closed is no reason to stop."""
        with suppress(OSError):
            super().dump_bytecode(bucket)
