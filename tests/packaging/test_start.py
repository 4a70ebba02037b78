"""The starter runs nothing that lies in the folder one happens to be in."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

STARTER = Path(__file__).parents[2] / "packaging" / "start.py"


@pytest.fixture
def starter(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("starter", STARTER)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    folder = tmp_path / "downloads"
    folder.mkdir()
    for name in ("pip", "venv", "virtualenv", "importlib", "sitecustomize", "json"):
        (folder / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'a').write({name!r})")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    return made


def test_an_environment_that_is_there_is_looked_at_safely(starter, monkeypatch, tmp_path):
    monkeypatch.setattr(starter, "VENV", Path(sys.prefix))
    try:
        starter.make_environment()
    except OSError as error:  # where the tests run without pip, that is said
        assert "without pip" in str(error)
    assert not (tmp_path / "ran").exists()


def test_what_makes_and_fills_an_environment_imports_nothing_beside_it(
    starter, monkeypatch, tmp_path
):
    asked = []
    monkeypatch.setattr(starter, "VENV", tmp_path / "venv")
    monkeypatch.setattr(starter, "MARK", tmp_path / "venv" / "mark")

    def call(command, **_):
        asked.append(command)
        return int("venv" in command)  # so that virtualenv is tried, too

    monkeypatch.setattr(starter.subprocess, "call", call)
    monkeypatch.setattr(starter.subprocess, "check_call", call)
    starter.install(starter.make_environment(), "")
    modules = [command[command.index("-m") + 1] for command in asked if "-m" in command]
    assert modules == ["venv", "pip", "virtualenv", "pip"]
    assert all(command[1] == "-P" for command in asked)
