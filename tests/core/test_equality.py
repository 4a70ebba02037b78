"""What holds arrays is itself alone: comparing it by its fields would raise, or take long.

``==`` of two arrays is an array, which is neither true nor false; a dataclass that Python compares
field by field raises where the first two differ, and is quietly equal where they are one.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from ffstudio.core.images.data import Samples

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "ffstudio").rglob("*.py"))
ARRAY = re.compile(r"\b(NDArray|ndarray)\b")


def aliases_of(tree):
    """Names that a module gives to types of arrays."""
    return {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and ARRAY.search(ast.unparse(node.value))
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def imported_aliases(tree, by_module):
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module in by_module:
            for alias in node.names:
                if alias.name in by_module[node.module]:
                    yield alias.asname or alias.name


def fields_with_arrays(node, names):
    for line in node.body:
        if isinstance(line, ast.AnnAssign):
            words = ast.unparse(line.annotation)
            is_array = ARRAY.search(words) or set(re.findall(r"\w+", words)) & names
            if is_array and "Callable" not in words:
                yield ast.unparse(line.target)


def is_compared_by_fields(node):
    marks = [ast.unparse(mark) for mark in node.decorator_list]
    made = [mark for mark in marks if re.match(r"(dataclasses\.)?dataclass\b", mark)]
    own = any(isinstance(line, ast.FunctionDef) and line.name == "__eq__" for line in node.body)
    return bool(made) and "eq=False" not in made[0] and not own


def test_nothing_that_holds_arrays_is_compared_by_its_fields():
    trees = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): ast.parse(path.read_text("utf-8"))
        for path in FILES
    }
    by_module = {module: aliases_of(tree) for module, tree in trees.items()}
    wrong = []
    for module, tree in trees.items():
        names = by_module[module] | set(imported_aliases(tree, by_module))
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and is_compared_by_fields(node):
                wrong += [
                    f"{module}.{node.name}.{name}" for name in fields_with_arrays(node, names)
                ]
    assert wrong == []


def test_images_are_equal_to_themselves_alone(digits_data):
    one = digits_data.train
    other = Samples(one.x.copy(), one.y.copy())
    assert one == one and one != other
    assert (1, digits_data) == (1, digits_data)
    assert len({one, other}) == 2


@pytest.mark.parametrize("text", ["npt.NDArray[np.float32]", "np.ndarray | None"])
def test_such_fields_are_found(text):
    tree = ast.parse(f"@dataclass(frozen=True)\nclass One:\n    x: {text}\n")
    assert is_compared_by_fields(tree.body[0])
    assert list(fields_with_arrays(tree.body[0], set())) == ["x"]
