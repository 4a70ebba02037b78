"""The walls between the rooms, in fresh interpreters and as import contracts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def modules_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


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
        ("import ffstudio.gui.window.main_window", {"tensorflow", "keras", "h5py"}),
        ("import ffstudio.app", {"tensorflow", "keras", "h5py"}),
    ],
)
def test_a_room_brings_along_only_what_it_may(statement, never):
    found = modules_after(statement)
    assert "ffstudio" in found
    assert not never & found


def test_import_contracts_hold():
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(tool), "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
