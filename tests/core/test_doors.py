"""Tests use what the program offers: none reaches into what a module or class keeps to itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
# Their own attributes, and what Python's own modules offer under such names (``os._exit``).
OWNERS = {"self", "cls", "os", "sys"}
# By file and code, each with the reason why there is no other way.
ALLOWED: dict[tuple[str, str], str] = {}


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name != "_"


def is_dotted_private(text: object) -> bool:
    """True for the text ``_name`` or ``package.module._name``."""
    if not isinstance(text, str) or not all(part.isidentifier() for part in text.split(".")):
        return False
    return any(map(is_private, text.split(".")))


def intrusions(code: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and code of everything that is taken from where it is private."""
    for node in ast.walk(code):
        match node:
            case ast.Attribute(value=ast.Name(id=owner)) if owner in OWNERS:
                continue
            case ast.Attribute(attr=name) if is_private(name):
                yield node.lineno, ast.unparse(node)
            case ast.ImportFrom(module=str(module), names=aliases) if module.startswith("ffstudio"):
                for alias in aliases:
                    if is_private(alias.name):
                        yield node.lineno, f"from {module} import {alias.name}"
            # getattr(panel, "_sheet"), monkeypatch.setattr(module, "_LIMIT", 1) or with one text
            case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called), args=[*texts]) if (
                called in {"getattr", "setattr", "hasattr", "delattr", "attrgetter"}
            ):
                for text in texts[:2]:
                    if isinstance(text, ast.Constant) and is_dotted_private(text.value):
                        yield node.lineno, ast.unparse(node)


@pytest.mark.parametrize(
    "code",
    [
        "panel._sheet",
        "panel.findChild(Sheet)._columns",
        "self.panel._sheet",
        "panels[0]._sheet.show()",
        "panel._columns = 3",
        "from ffstudio.core.disk import _hidden",
        "getattr(panel, '_sheet')",
        "monkeypatch.setattr(module, '_LIMIT', 1)",
        "monkeypatch.setattr('ffstudio.core.disk._LIMIT', 1)",
    ],
)
def test_reaching_inside_is_seen(code):
    assert len([*intrusions(ast.parse(code))]) == 1


@pytest.mark.parametrize(
    "code",
    [
        "self._made",
        "os._exit(1)",
        "panel.__class__",
        "for _ in range(3): panel.sheet",
        "from ffstudio import __version__",
        "monkeypatch.setattr(module, 'LIMIT', 1)",
        "rows.split('_made')",
    ],
)
def test_a_public_door_is_let_pass(code):
    assert not [*intrusions(ast.parse(code))]


def test_tests_use_public_doors():
    seen = {
        (path.relative_to(TESTS).as_posix(), text): line
        for path in TESTS.rglob("*.py")
        for line, text in intrusions(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert [f"{file}:{line}: {text}" for (file, text), line in seen.items()
            if (file, text) not in ALLOWED] == []  # fmt: skip
    assert ALLOWED.keys() <= seen.keys(), "no longer needed"
