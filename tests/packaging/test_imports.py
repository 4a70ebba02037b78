"""What the program imports comes with it: an installation without extras starts."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FILES = sorted((ROOT / "ffstudio").rglob("*.py"))
OURS = {*sys.stdlib_module_names, "ffstudio"}
# Names of distributions by the packages that they bring.
BROUGHT = metadata.packages_distributions()


def names_of(requirements):
    return {canonicalize_name(Requirement(line).name) for line in requirements}


ALWAYS = names_of(PROJECT["dependencies"])
EXTRAS = names_of(line for lines in PROJECT["optional-dependencies"].values() for line in lines)


def distributions_of(package):
    """Names of the distributions that bring a package; of one not installed, its own."""
    return {canonicalize_name(name) for name in BROUGHT.get(package, [package])}


def is_for_types(node):
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def is_guarded(node):
    caught = [h.type and ast.unparse(h.type) for h in getattr(node, "handlers", [])]
    return any(name in (None, "ImportError", "ModuleNotFoundError", "Exception") for name in caught)


def find_imports(node, later=False):
    """(package, whether it is imported later than the module) of all that is not guarded."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from ((alias.name.split(".")[0], later) for alias in child.names)
        elif isinstance(child, ast.ImportFrom) and not child.level:
            yield child.module.split(".")[0], later
        elif is_for_types(child) or (isinstance(child, ast.Try) and is_guarded(child)):
            continue
        yield from find_imports(child, later or isinstance(child, ast.FunctionDef | ast.Lambda))


@pytest.fixture(scope="module")
def imports():
    found = {}
    for path in FILES:
        for package, later in find_imports(ast.parse(path.read_text(encoding="utf-8"))):
            if package not in OURS:
                found.setdefault((package, later), []).append(str(path.relative_to(ROOT)))
    return found


def test_what_modules_import_comes_with_every_installation(imports):
    at_once = {package: where for (package, later), where in imports.items() if not later}
    assert {"numpy", "scipy", "PySide6", "h5py"} <= set(at_once)
    missing = {p: where for p, where in at_once.items() if not distributions_of(p) & ALWAYS}
    assert missing == {}


def test_what_is_imported_later_is_at_least_an_extra(imports):
    later = {package: where for (package, is_later), where in imports.items() if is_later}
    assert {"PIL", "yaml", "imageio_ffmpeg"} <= set(later)
    missing = {p: w for p, w in later.items() if not distributions_of(p) & (ALWAYS | EXTRAS)}
    assert missing == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import scipy.optimize", [("scipy", False)]),
        ("def f():\n    from yaml import load", [("yaml", True)]),
        ("try:\n    import certifi\nexcept ImportError:\n    certifi = None", []),
        ("try:\n    import certifi\nfinally:\n    x = 1", [("certifi", False)]),
        ("if TYPE_CHECKING:\n    import tensorflow", []),
        ("from .sibling import name", []),
    ],
)
def test_imports_are_found(text, found):
    assert list(find_imports(ast.parse(text))) == found
