"""Marks that follow from where a test lives and what its module brings in.

``gui`` has widgets, ``files`` reads and writes model files, ``tf`` imports TensorFlow,
``published`` repeats published figures, ``e2e`` starts the command, on a virtual screen or
in a terminal. The last two are the slow ones: ``pytest -m "not published and not e2e"`` leaves
them out. ``xla``: its nets are compiled by XLA. ``thorough``: tried with ``--thorough`` alone, see
:func:`choose_cases`.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
ENGINE = ("ffstudio.engine", "keras", "tensorflow")
WIDGETS = {"qtbot", "qapp"}
# Whose nets are compiled as users' are, besides what has the mark ``xla`` itself: compiling tiny
# nets takes most of the time of training them.
WITH_XLA = {"test_published.py"}
THOROUGH = pytest.mark.thorough
# Longest first; other files follow folder by folder.
FIRST = (
    "test_foreign_models.py",
    "test_variants.py",
    "test_sweeps.py",
    "test_cli.py",
    "test_screens.py",
    "test_keras_citizen.py",
    "test_session.py",
    "test_studio.py",
    "test_kept_runs.py",
)


def marks_of(path: Path, fixtures: set[str]) -> Iterator[str]:
    """The marks of a test.

    Args:
        path: Of its file.
        fixtures: Names of all it uses.
    """
    folder = path.parent.name
    if folder == "e2e":
        yield "e2e"
    if folder == "gui" or fixtures & WIDGETS:
        yield "gui"
    if folder == "files":
        yield "files"
    if path.name in WITH_XLA:
        yield "xla"
    if path.name == "test_published.py":
        yield "published"
    if folder == "e2e" or brings_tensorflow(path):
        yield "tf"


def choose_cases(cases: Iterable[Any], *always: Any) -> list[Any]:
    """Cases of one test, of which ``always`` are tried each time; the others with ``--thorough``."""
    cases = list(cases)
    assert set(always) <= set(cases), set(always) - set(cases)
    return [case if case in always else pytest.param(case, marks=THOROUGH) for case in cases]


def place_of(path: Path) -> int:
    """Where a file of tests stands in the order."""
    return FIRST.index(path.name) if path.name in FIRST else len(FIRST)


@functools.cache
def brings_tensorflow(path: Path) -> bool:
    """True when a module of tests imports the engine, itself or through other modules of tests.

    Imports inside functions count: they are there so that collecting stays quick.
    """
    helpers = []
    for name in _imports(path):
        if any(name == known or name.startswith(f"{known}.") for known in ENGINE):
            return True
        if name.startswith("tests."):
            helper = ROOT.joinpath(*name.split(".")).with_suffix(".py")
            if helper.is_file() and helper != path:
                helpers.append(helper)
    return any(map(brings_tensorflow, helpers))


def _imports(path: Path) -> Iterator[str]:
    """Names of all modules that a file imports; of ``from a import b`` both a and a.b."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
