"""A pytest plugin: the tests run as on a machine where Qt is not installed.

pytest -p tests.without_qt -p no:pytest-qt tests/core tests/files tests/engine
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

ABSENT = ("PySide6", "shiboken6", "pyqtgraph", "pytestqt")


class Absent(MetaPathFinder):
    """Finds no Qt."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] in ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return None


sys.meta_path.insert(0, Absent())
for loaded in [name for name in sys.modules if name.partition(".")[0] in ABSENT]:
    del sys.modules[loaded]
