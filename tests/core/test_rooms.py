"""The walls between the rooms, in fresh interpreters and as import contracts."""

from __future__ import annotations

import functools
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]


def modules_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


def has_qt() -> bool:
    """Whether processes that are started here find it."""
    try:
        metadata.distribution("PySide6_Essentials")
    except metadata.PackageNotFoundError:
        return False
    return True


@pytest.mark.parametrize(
    ("statement", "never"),
    [
        ("import ffstudio", {"numpy", "PySide6", "tensorflow"}),
        (
            "import ffstudio.cli",
            {"PySide6", "pyqtgraph", "tensorflow", "keras", "h5py", "numpy", "rich"},
        ),
        ("import ffstudio.engine", {"PySide6", "pyqtgraph"}),
        ("import ffstudio.files.ours.archive", {"PySide6", "tensorflow", "keras"}),
        pytest.param(
            "import ffstudio.gui.window.main_window",
            {"tensorflow", "keras", "h5py"},
            marks=pytest.mark.skipif(not has_qt(), reason="Qt is not installed"),
        ),
        ("import ffstudio.app", {"tensorflow", "keras", "h5py"}),
    ],
)
def test_a_room_brings_along_only_what_it_may(statement, never):
    modules = modules_after(statement)
    assert "ffstudio" in modules
    assert not never & modules


def test_import_contracts_hold():
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(tool), "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@functools.cache
def imports():
    """All imports of the program, those for type checkers too."""
    return grimp.build_graph("ffstudio", include_external_packages=True, cache_dir=None)


def test_no_module_imports_itself_by_way_of_others():
    graph = imports()
    circles = [
        (importer, imported)
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
        if graph.chain_exists(importer=imported, imported=importer)
    ]
    assert circles == []


def rooms_in_the_readme():
    """The table of README: by room what it may import, rooms and libraries alike."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `ffstudio/(\w+)` \|[^|]*\|([^|]*)\|$", text, re.MULTILINE)
    return {room: {name.strip().lower() for name in named.split(",")} for room, named in rows}


def test_the_readme_says_what_each_room_imports():
    graph, rooms = imports(), rooms_in_the_readme()
    assert [*rooms] == ["core", "files", "engine", "jobs", "gui"]
    used = {room: set() for room in rooms}
    for importer in graph.modules:
        room = importer.split(".")[1] if importer.startswith("ffstudio.") else ""
        for imported in graph.find_modules_directly_imported_by(importer) if room in rooms else ():
            first, *rest = imported.split(".")
            if first == "ffstudio":
                used[room] |= {*rest[:1]} - {room}
            elif first not in sys.stdlib_module_names:
                used[room].add(first.lower())
    assert used == rooms


def test_the_contracts_forbid_what_the_readme_does_not_name():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (layers,) = [c["layers"] for c in contracts if c.get("containers") == ["ffstudio"]]
    order = [name.strip() for layer in layers for name in layer.split("|")]
    forbidden = {
        (source.split(".")[-1], name.removeprefix("ffstudio.").lower())
        for contract in contracts
        if contract["type"] == "forbidden"
        for source in contract["source_modules"]
        for name in contract["forbidden_modules"]
    }
    for room, may in rooms_in_the_readme().items():
        for other in {"core", "files", "engine", "jobs", "gui", "app", "cli"} - {room}:
            above = order.index(other) < order.index(room)
            assert (above or (room, other) in forbidden) == (other not in may), (room, other)
        for library in ("pyside6", "pyqtgraph", "keras", "tensorflow", "h5py"):
            if (room, library) in forbidden:
                assert library not in may, (room, library)
