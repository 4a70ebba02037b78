"""Names say what things are: functions are verbs, variables what they hold; files stay short."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "ffstudio").rglob("*.py"))

# What ends as a participle does and is none.
PLAIN = {"bed", "bleed", "embed", "exceed", "feed", "heed", "need", "proceed", "seed", "shed",
         "shred", "speed", "succeed", "wed"}  # fmt: skip
# Participles that do not end in -ed; not those that are also the verb, such as read and put.
IRREGULAR = {"begun", "bent", "borne", "bought", "bound", "broken", "brought", "built", "caught",
             "chosen", "done", "drawn", "driven", "fallen", "fed", "felt", "flown", "forgotten",
             "found", "frozen", "given", "gone", "grown", "held", "hidden", "kept", "known",
             "laid", "led", "left", "lent", "lost", "made", "meant", "met", "paid", "proven",
             "said", "seen", "sent", "shaken", "shown", "shrunk", "slid", "sold", "sought",
             "spent", "stolen", "strewn", "stuck", "sunk", "swept", "swollen", "sworn",
             "taken", "taught", "thought", "thrown", "told", "torn", "understood", "unknown",
             "won", "worn", "woven", "written"}  # fmt: skip
MOST_LINES = 600


def first_word(name: str) -> str:
    """``take`` of ``_take_answer``, ``view`` of Qt's ``viewRangeChanged``."""
    return re.split(r"_|(?=[A-Z])", name.strip("_"))[0]


def is_participle(word: str) -> bool:
    return word in IRREGULAR or (word.endswith("ed") and word not in PLAIN)


def is_property(function: ast.FunctionDef) -> bool:
    """Properties, cached or not, and their setters: they are named as variables are."""
    marks = [ast.unparse(mark) for mark in function.decorator_list]
    return any("property" in mark or mark.endswith((".setter", ".getter")) for mark in marks)


def named_by_participles(tree: ast.AST) -> list[tuple[int, str]]:
    return [
        (node.lineno, node.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and not is_property(node)
        and is_participle(first_word(node.name))
    ]


def variables_called_found(tree: ast.AST) -> list[tuple[int, str]]:
    return [
        (node.lineno, "found")
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id == "found")
        or (isinstance(node, ast.arg) and node.arg == "found")
    ]


def wrong_names(rule) -> list[str]:
    """``file:line name`` of all that a rule finds fault with."""
    return [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in FILES
        for line, name in rule(ast.parse(path.read_text(encoding="utf-8")))
    ]


def test_functions_are_named_by_verbs():
    assert wrong_names(named_by_participles) == []


def test_variables_say_what_was_found():
    assert wrong_names(variables_called_found) == []


def test_no_file_is_long():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    too_long = [f"{p.relative_to(ROOT)}:{n}" for p, n in lengths.items() if n > MOST_LINES]
    assert too_long == []


def test_every_folder_says_what_lives_there():
    folders = {path.parent for path in FILES}
    silent = [
        str(folder.relative_to(ROOT))
        for folder in sorted(folders)
        if not (folder / "__init__.py").exists()
        or not ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("def checked_size(): ...", ["checked_size"]),
        ("class A:\n    def _kept(self): ...", ["_kept"]),
        ("def outer():\n    async def told(): ...", ["told"]),
        ("class A:\n    @property\n    def shown(self): ...", []),
        ("class A:\n    def viewRangeChanged(self): ...", []),
        ("class A:\n    @cached_property\n    def seen(self): ...", []),
        (
            "def feed(): ...\ndef embed_label(): ...\ndef is_chosen(): ...\ndef keep_shown(): ...",
            [],
        ),
    ],
)
def test_the_rule_knows_a_participle(source, names):
    assert [name for _, name in named_by_participles(ast.parse(source))] == names


def test_the_rule_knows_a_variable_called_found():
    tree = ast.parse("found = 1\ndef f(found): ...\nfor found in (): ...\nfound_file = 2")
    assert sorted(line for line, _ in variables_called_found(tree)) == [1, 2, 3]
