"""Children of ours never import what lies beside a user's files."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import h5py
import numpy as np
import pytest

from ffstudio import cli
from ffstudio.core import children
from ffstudio.core.images import datasets
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.files.foreign import sandbox
from ffstudio.files.sweeps.workers import start_workers
from tests.files.legacy import write_model
from tests.files.test_inspection import DENSE, TRAINING, dense_layers
from tests.marks import choose_cases

# What Python itself looks for at its start, and what no reader imports yet.
ALWAYS = ("sitecustomize", "usercustomize", "ffstudio", "keras", "psutil", "yaml")


# What starts a process.
STARTS = {f"subprocess.{name}" for name in ("Popen", "run", "call", "check_call", "check_output")}


def imported_by(code: str) -> set[str]:
    """Top-level names of all that is imported by some code, in a fresh interpreter."""
    root = str(Path(children.__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-P", "-c", f"{code}\nimport sys\nprint(*sys.modules, sep='\\n')"],
        env={**os.environ, "PYTHONPATH": root, "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in done.stdout.split()}


@pytest.fixture(scope="module")
def planted():
    """Every module that a child of ours imports, of the standard library and of others."""
    names = imported_by(
        "import multiprocessing, ffstudio.cli, ffstudio.cli.inspect, ffstudio.files.foreign.sandbox, "
        "ffstudio.core.images.containers.hdf5_child, h5py, ffstudio.cli.sweep_worker, "
        "ffstudio.cli.train, ffstudio.files.sweeps.study"
    ) | imported_by("import ffstudio.engine.strangers.plain_keras, keras.models, tensorflow.python")
    return sorted({name for name in names if name.isidentifier()} | set(ALWAYS) - {"__main__"})


@pytest.fixture
def trap(tmp_path, monkeypatch, planted):
    """A folder with a model and modules of a stranger's; becomes the working folder."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    ran = tmp_path / "ran"
    assert {"json", "h5py", "numpy", "tensorflow", "keras", "multiprocessing"} <= set(planted)
    for name in planted:
        (folder / f"{name}.py").write_text(f"open({str(ran)!r}, 'a').write({name!r})\n")
    layers = dense_layers(784, 8, 10)
    write_model(folder / "model.h5", DENSE, layers, "2.2.4", "tensorflow", TRAINING)
    monkeypatch.chdir(folder)
    return folder, ran


@pytest.mark.parametrize(
    "path", choose_cases([None, "", ".", os.pathsep, "{here}"], None, "", "{here}")
)
def test_nothing_beside_a_model_runs_when_it_is_inspected(trap, monkeypatch, capsys, path):
    folder, ran = trap
    if path is None:
        monkeypatch.delenv("PYTHONPATH", raising=False)
    else:
        monkeypatch.setenv("PYTHONPATH", path.format(here=folder))
    assert cli.main(["inspect", "model.h5"]) == 0
    assert "Dense" in capsys.readouterr().out
    assert not ran.exists(), ran.read_text()


def test_nothing_beside_data_runs_when_they_are_read(trap, monkeypatch):
    monkeypatch.delenv("PYTHONPATH", raising=False)
    folder, ran = trap
    with h5py.File(folder / "data.h5", "w") as file:
        file.create_dataset("x", data=np.arange(1960).reshape(40, 7, 7), compression="gzip")
        file["y"] = np.arange(40) % 2
    data = datasets.load(DataSpec("file", path="data.h5"))
    assert len(data.y_train) + len(data.y_test) == 40
    assert not ran.exists(), ran.read_text()


def test_nothing_beside_a_model_runs_in_plain_keras(trap, monkeypatch, tmp_path):
    from ffstudio.engine.strangers import plain_keras

    monkeypatch.delenv("PYTHONPATH", raising=False)
    folder, ran = trap
    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, (20, 28, 28), dtype=np.uint8)
    labels = np.arange(20) % 10
    data = tmp_path / "data.npz"
    plain_keras.write_data(data, (images, labels), (images, labels))
    outcome = plain_keras.try_file(folder / "model.h5", True, data)
    assert outcome.opened, outcome.error
    assert not ran.exists(), ran.read_text()


def test_nothing_beside_a_sweep_runs_in_its_workers(trap, monkeypatch):
    monkeypatch.delenv("PYTHONPATH", raising=False)
    folder, ran = trap
    (folder / "sweep").mkdir()
    (folder / "sweep" / "sweep.json").write_text("{}")
    (child,) = start_workers(folder / "sweep", 1, folder / "log")
    assert child.wait(120) == cli.BAD_INPUT  # it has got as far as reading what is to be tried
    assert "sweep" in (folder / "log").read_text()
    assert not ran.exists(), ran.read_text()


def test_the_module_ffstudio_started_beside_a_model_imports_nothing_there(trap):
    folder, ran = trap
    # `python -m` itself looks for these in the working folder before anything of ours begins.
    for name in imported_by("import runpy, pkgutil") | {"ffstudio", *ALWAYS[:2]}:
        (folder / f"{name}.py").unlink(missing_ok=True)
    root = str(Path(children.__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-m", "ffstudio", "inspect", "model.h5"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert not ran.exists(), ran.read_text()


def test_a_child_starts_in_no_folder_of_the_user(trap):
    child = children.start_child(
        [sys.executable, "-c", "import os; print(os.getcwd())"], children.child_environment()
    )
    with child:
        answer, fault = children.watch(child, float("inf"), 2**40)
    assert not fault
    assert Path(answer.decode().strip()) == Path(children.neutral_folder())


def test_a_working_folder_that_is_gone_stops_no_child(trap, monkeypatch, tmp_path):
    folder, _ = trap
    model = tmp_path / "kept.h5"
    shutil.copy(folder / "model.h5", model)
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert sandbox.examine(model).card.status == "opens"
    monkeypatch.chdir(tmp_path)


def test_absolute_entries_of_the_users_path_stay(monkeypatch, tmp_path):
    kept = tmp_path / "libraries"
    kept.mkdir()
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["relative", str(kept), ""]))
    path = children.child_environment()["PYTHONPATH"].split(os.pathsep)
    assert path[1:] == [str(kept)]


def test_every_process_is_started_in_no_folder_and_on_no_path_of_the_users():
    started = 0
    for path in Path(children.__file__).parents[1].rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"QProcess|os\.system|os\.exec|os\.spawn", text), path
        if "subprocess" not in text:
            continue
        for call in ast.walk(ast.parse(text)):
            if isinstance(call, ast.Call) and ast.unparse(call.func) in STARTS:
                given = {word.arg: ast.unparse(word.value) for word in call.keywords}
                assert given.get("cwd") == "neutral_folder()", f"{path}:{call.lineno}"
                assert "env" in given, f"{path}:{call.lineno}"
                started += 1
    assert started >= 3
