"""What texts refer to is there: modules, classes and functions in docstrings, files in README."""

from __future__ import annotations

import ast
import builtins
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "ffstudio"
FILES = sorted(PACKAGE.rglob("*.py"))

ROLE = re.compile(r":(?:mod|class|func|meth|attr|data|exc):`~?\.?([^`]+)`")
# Not the application's id, io.github.ffstudio.ffstudio, and no files in folders.
DOTTED = re.compile(r"(?<![\w./])ffstudio(?:\.[A-Za-z_]\w*)+")
# Names that begin as modules do and are none.
ENDINGS = (".h5", ".json", ".desktop", ".messages", ".ini", ".ffstudio")


def module_name(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in FILES}


def members(body):
    """What a module's or a class's body defines, with the members of each name."""
    by_name = {}
    for node in body:
        if isinstance(node, ast.ClassDef):
            inner = members(node.body)
            for method in node.body:
                if isinstance(method, ast.FunctionDef):
                    inner |= {name: {} for name in attributes(method)}
            bases = [ast.unparse(base).split("[")[0].split(".")[-1] for base in node.bases]
            by_name[node.name] = {**inner, "<bases>": bases}
        elif isinstance(node, ast.FunctionDef):
            by_name[node.name] = {}
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                origin = f"{node.module}.{alias.name}" if isinstance(node, ast.ImportFrom) else ""
                by_name[alias.asname or alias.name.split(".")[0]] = {"<from>": origin}
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                for name in ast.walk(target):
                    if isinstance(name, ast.Name):
                        by_name[name.id] = {}
        elif isinstance(node, ast.If | ast.Try):
            by_name |= members(node.body) | members(node.orelse)
    return by_name


def attributes(method):
    for node in ast.walk(method):
        stored = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
        if stored and isinstance(node.value, ast.Name) and node.value.id == "self":
            yield node.attr


@cache
def contents(module):
    return members(ast.parse(MODULES[module].read_text(encoding="utf-8")).body)


def has(module, path):
    """True when a module has an attribute, followed through imports and base classes."""
    if not path:
        return True
    if f"{module}.{path[0]}" in MODULES:
        return has(f"{module}.{path[0]}", path[1:])
    known = contents(module)
    return path[0] in known and follows(module, known[path[0]], path[1:])


def follows(module, inner, rest):
    origin = inner.get("<from>")
    if origin is not None:
        return resolves(".".join([origin, *rest])) if origin.startswith("ffstudio") else True
    if not rest or rest[0] in inner:
        return True
    for base in inner.get("<bases>", ()):
        if base in contents(module):
            if follows(module, contents(module)[base], rest):
                return True
        elif base[:1] == "Q":  # Qt's own
            return True
    return False


def resolves(name):
    """True for the full name of a module or of something in one."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        module = ".".join(parts[:end])
        if module in MODULES:
            return has(module, parts[end:])
    return False


def texts(path):
    """Docstrings and comments of a file, with the classes that a docstring stands in."""
    source = path.read_text(encoding="utf-8")
    for line in source.splitlines():
        if line.strip().startswith("#"):
            yield line, ()

    def walk(node, classes):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            text = ast.get_docstring(node)
            if isinstance(node, ast.ClassDef):
                classes = (*classes, node.name)
            if text:
                yield text, classes
        for child in ast.iter_child_nodes(node):
            yield from walk(child, classes)

    yield from walk(ast.parse(source), ())


def resolves_here(module, name, classes):
    """A short name: of the class the text stands in, of the module, or of its package."""
    parts = name.split(".")
    if any(has(module, [cls, *parts]) for cls in classes) or has(module, parts):
        return True
    return hasattr(builtins, parts[0])


def wrong_references(path):
    module = module_name(path)
    for text, classes in texts(path):
        for reference in ROLE.findall(text):
            name = reference.removesuffix("()")
            known = resolves(name) if name.startswith("ffstudio") else False
            if not known and not resolves_here(module, name, classes):
                yield reference
        for name in DOTTED.findall(text):
            if not name.endswith(ENDINGS) and not resolves(name):
                yield name


def test_references_in_docstrings_and_comments_resolve():
    wrong = {str(path.relative_to(ROOT)): [*wrong_references(path)] for path in FILES}
    assert {path: names for path, names in wrong.items() if names} == {}


@pytest.mark.parametrize("name", ["README.md", "pyproject.toml"])
def test_references_in_other_texts_resolve(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    ours = {
        reference
        for reference in DOTTED.findall(text)
        if not reference.endswith((*ENDINGS, ".spec"))
    }
    assert sorted(reference for reference in ours if not resolves(reference)) == []


def test_files_named_in_the_readme_exist():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rooms = "|".join(p.name for p in PACKAGE.iterdir() if p.is_dir())
    named = set(re.findall(rf"`((?:{rooms})(?:/[\w./]*)?)`", text))
    named |= set(re.findall(r"`((?:tests|packaging|resources|ffstudio)/[\w./-]*)`", text))
    assert len(named) > 20
    gone = [n for n in sorted(named) if not (PACKAGE / n).exists() and not (ROOT / n).exists()]
    assert gone == []


def test_what_one_adds_is_in_the_readme_with_its_test():
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("| to add |")[1].split("\n\n")[0]
    named = set(re.findall(r"`(tests/adding/[\w.]+)`", table))
    assert named == {f"tests/adding/{path.name}" for path in ROOT.glob("tests/adding/test_*.py")}
