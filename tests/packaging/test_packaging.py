"""What is installed is complete, and what is written twice says the same."""

from __future__ import annotations

import configparser
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from ffstudio import __version__
from ffstudio.app import APP_ID, APT_LINE

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SCREENSHOTS = "screenshots"  # for the README; the program opens none


def start_script():
    spec = importlib.util.spec_from_file_location("start", ROOT / "packaging" / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def outside(code, tmp_path):
    """Runs Python where only what is installed can be found, not the checkout."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True
    )


@pytest.fixture
def installed(tmp_path):
    """The folder of the installed package, or a skip where only a checkout is used."""
    done = outside("import ffstudio; print(ffstudio.__file__)", tmp_path)
    folder = Path(done.stdout.strip()).parent
    if done.returncode or (folder.parent / "pyproject.toml").exists():
        pytest.skip("ffstudio is not installed in this environment, or a checkout is")
    return folder


def test_the_wheel_brings_every_file_the_program_opens(installed):
    expected = {p.relative_to(ROOT) for p in (ROOT / "resources").rglob("*") if p.is_file()}
    expected = {p for p in expected if p.parts[1] != SCREENSHOTS}
    assert len(expected) > 50
    for path in expected:
        assert (installed / path).read_bytes() == (ROOT / path).read_bytes(), path


def test_the_wheel_brings_every_module(installed):
    ours = {p.relative_to(ROOT / "ffstudio") for p in (ROOT / "ffstudio").rglob("*.py")}
    assert {p for p in ours if not (installed / p).is_file()} == set()


def test_the_installed_command_works_away_from_the_checkout(installed, tmp_path):
    command = Path(sys.executable).with_name("ffstudio")
    done = subprocess.run([command, "presets"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "keras-ff" in done.stdout
    assert metadata.version("ffstudio") == __version__


def test_constraints_pin_every_dependency_within_its_limits():
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if not line.startswith("#")]
    pinned = {canonical(p.name): str(p.specifier).removeprefix("==") for p in pins}
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]
    for requirement in map(Requirement, wanted):
        version = pinned[canonical(requirement.name)]
        assert requirement.specifier.contains(version), requirement


def test_every_tested_version_allows_every_promised_python():
    promised = SpecifierSet(PROJECT["requires-python"])
    for name in ("keras", "tensorflow", "numpy", "h5py", "pyqtgraph", "PySide6_Essentials"):
        needs = SpecifierSet(metadata.metadata(name)["Requires-Python"])
        for minor in range(8, 20):
            python = f"3.{minor}.0"
            assert python not in promised or python in needs, (name, python)


def test_start_script_refuses_what_the_project_refuses():
    promised = SpecifierSet(PROJECT["requires-python"])
    text = (ROOT / "packaging" / "start.py").read_text(encoding="utf-8")
    low, high = re.findall(r"not \((\d, \d+)\) <= sys.version_info\[:2\] <= \((\d, \d+)\)", text)[0]
    accepted = range(int(low.split(", ")[1]), int(high.split(", ")[1]) + 1)
    assert [m for m in range(30) if f"3.{m}" in promised] == list(accepted)
    assert f"Python 3.{accepted[0]} to 3.{accepted[-1]}" in (ROOT / "README.md").read_text()


def test_both_lists_of_system_packages_agree():
    named = set(APT_LINE.split()) - {"sudo", "apt-get", "install", "-y"}
    # The library behind libxkbcommon-x11-0 comes with it.
    assert named == set(start_script().LIBRARIES.values()) - {"libxkbcommon0"}


def test_start_script_sees_changed_sources(tmp_path):
    script = start_script()
    script.ROOT = tmp_path
    for folder in ("ffstudio", "resources", "packaging"):
        (tmp_path / folder).mkdir()
    for name in ("pyproject.toml", "packaging/constraints.txt", "ffstudio/a.py"):
        (tmp_path / name).write_text("1")
    needs, sources = script.needs(), script.sources()
    (tmp_path / "ffstudio" / "__pycache__").mkdir()
    (tmp_path / "ffstudio" / "__pycache__" / "a.pyc").write_text("1")
    assert (script.needs(), script.sources()) == (needs, sources)
    (tmp_path / "ffstudio" / "a.py").write_text("2")
    assert script.needs() == needs
    assert script.sources() != sources
    (tmp_path / "packaging" / "constraints.txt").write_text("2")
    assert script.needs() != needs


def test_start_script_keeps_an_environment_it_did_not_make(tmp_path):
    script = start_script()
    script.VENV, script.MARK = tmp_path / ".venv", tmp_path / ".venv" / ".made-by-ffstudio"
    script.VENV.mkdir()
    (script.VENV / "precious").touch()
    with pytest.raises(OSError, match="holds another environment"):
        script.make_environment()
    assert (script.VENV / "precious").exists()


def test_desktop_file_and_metainfo_name_this_program():
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.optionxform = str
    desktop.read(ROOT / "packaging" / f"{APP_ID}.desktop", encoding="utf-8")
    entry = desktop["Desktop Entry"]
    assert (entry["Icon"], entry["Exec"]) == (APP_ID, "ffstudio %f")
    info = ElementTree.parse(ROOT / "packaging" / f"{APP_ID}.metainfo.xml").getroot()
    assert info.findtext("id") == APP_ID
    assert info.findtext("launchable") == f"{APP_ID}.desktop"
    assert info.findtext("project_license") == PROJECT["license"]
    assert info.findtext("provides/binary") in PROJECT["scripts"]
    release = info.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(__version__)}\b", changes, re.MULTILINE)


def test_readme_shows_files_that_exist():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"\]\(([\w./-]+)\)", text) + re.findall(r"python3? ([\w/]+\.py)", text)
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()
