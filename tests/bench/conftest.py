"""The modules of the benchmarks, which are programs beside each other in this folder and in no package."""

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

HERE = str(Path(__file__).parent)


@pytest.fixture(scope="session")
def program() -> Callable[[str], ModuleType]:
    """Give the function that imports one of them by its name."""

    def imported(name: str) -> ModuleType:
        sys.path.insert(0, HERE)
        try:
            return importlib.import_module(name)
        finally:
            sys.path.remove(HERE)

    return imported
