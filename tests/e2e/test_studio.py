"""The first five minutes of a newcomer, with a real mouse on a real (virtual) screen."""

from __future__ import annotations

import csv
import dataclasses
import json
import math
import os
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from importlib import metadata
from pathlib import Path

import numpy as np
import pytest

from ffstudio.core.experiment import reading
from ffstudio.core.experiment.presets import preset
from ffstudio.files.ours.archive import read_archive
from ffstudio.files.runs.library import list_runs
from ffstudio.files.runs.record import read_record
from tests.e2e.conftest import wait_until
from tests.marks import THOROUGH

pytestmark = pytest.mark.e2e

ZERO = [
    (0.5 + 0.17 * math.sin(t), 0.5 - 0.27 * math.cos(t)) for t in np.linspace(0, 2 * math.pi, 28)
]
ONE = [(0.5, y) for y in np.linspace(0.2, 0.8, 14)]


def scores(app) -> str:
    return app.look("score_bars").get("accessible_description", "")


def settled_scores(app) -> str:
    """The scores once they change no more: those of the whole stroke."""

    def settled():
        first = scores(app)
        time.sleep(0.5)
        return first if first.startswith("Forward-Forward") and scores(app) == first else None

    return wait_until(settled, f"scores; they are {scores(app)}")


def test_the_shipped_nets_read_the_first_digit(start):
    """No training, no download: the window is up and the canvas answers."""
    app = start()
    app.wait_for("draw_pad")
    # A slow machine that imports the engine lags behind the mouse; a person would wait.
    app.wait_for("train_button", enabled=True)
    app.focus()
    app.drag("draw_pad", ZERO)
    wait_until(lambda: scores(app).startswith("Forward-Forward: 0,"), f"a zero; {scores(app)}")
    assert "backprop: 0," in scores(app)
    app.key("ctrl+z")
    wait_until(lambda: scores(app) == "nothing to predict", "an empty pad")
    app.drag("draw_pad", ONE)
    wait_until(lambda: scores(app).startswith("Forward-Forward: 1,"), f"a one; {scores(app)}")
    # Any command by a few letters.
    assert not app.look("log_text").get("visible")
    app.key("ctrl+shift+p")
    app.wait_for("palette_search")
    app.type("sh log")
    app.key("Return")
    app.wait_for("log_text")
    app.quit()
    assert app.process.returncode == 0, app.log()
    assert "Traceback" not in app.log()


@THOROUGH
def test_a_first_start_without_mnist_trains_on_the_bundled_digits(start, monkeypatch):
    """An empty computer: nothing is downloaded, nothing is chosen, and Space trains."""
    for name in ("FFSTUDIO_DATA", "KERAS_HOME"):
        monkeypatch.delenv(name, raising=False)
    app = start()
    app.wait_for("train_button", enabled=True, text="Train")
    assert "Bundled digits" in app.text("data_status")
    assert app.text("experiment_title") == "digits-quick"
    app.focus()
    app.key("space")
    wait_until(lambda: re.match(r"epoch \d+ of 20", app.text("run_text")), "the first epoch")
    app.quit()
    assert "Traceback" not in app.log()


@pytest.mark.xla
def test_train_pause_step_save_reopen_and_export(start, tmp_path):
    spec = preset("digits-quick")
    spec = dataclasses.replace(spec, epochs=400, name="e2e")
    experiment = tmp_path / "e2e.json"
    experiment.write_text(reading.to_json(spec))
    app = start(str(experiment))

    # Train, and watch it go.
    app.wait_for("train_button", enabled=True, text="Train")
    app.click("train_button")
    app.wait_for("train_button", text="Pause")
    wait_until(lambda: re.match(r"epoch ([3-9]|\d\d+) of 400", app.text("run_text")), "epoch 3")
    app.click("train_button")
    app.wait_for("train_button", text="Resume")
    paused = app.text("run_text")
    assert paused.startswith("paused")

    # One step, and it is paused again.
    app.click("step_button")
    app.wait_for("train_button", text="Resume")
    app.click("stop_button")
    app.wait_for("train_button", text="Train")

    # Draw, save, export, leave.
    app.drag("draw_pad", ONE)
    before = settled_scores(app)
    model = tmp_path / "net.h5"
    app.key("ctrl+s")
    app.wait_for("fileNameEdit")
    app.key("ctrl+a")
    app.type(str(model))
    app.key("Return")
    wait_until(model.exists, "the saved model")

    folder = tmp_path / "figures"
    folder.mkdir()
    app.focus()
    app.key("ctrl+e")
    app.wait_for("export_dialog")
    for box in ("png", "svg", "pdf", "curves_csv"):
        if not app.look(f"export_{box}_check")["checked"]:
            app.click(f"export_{box}_check")
        app.wait_for(f"export_{box}_check", checked=True)
    app.click("export_folder_edit")
    app.key("ctrl+a")
    app.type(str(folder))
    app.click("export_button")
    wait_until(lambda: "Wrote" in app.text("export_result_label"), app.text("export_result_label"))
    app.key("Escape")
    app.quit()
    assert app.process.returncode == 0, app.log()

    written = {path.suffix for path in folder.iterdir()}
    assert {".png", ".svg", ".pdf", ".csv"} <= written
    for path in folder.iterdir():
        if path.suffix == ".svg":
            ElementTree.parse(path)
        elif path.suffix == ".pdf":
            assert path.read_bytes().startswith(b"%PDF")
        elif path.suffix == ".png":
            assert path.read_bytes().startswith(b"\x89PNG")
    with next(folder.glob("*curves*.csv")).open() as table:
        rows = list(csv.DictReader(table))
    assert {row["algorithm"] for row in rows} == {"ff", "bp"}
    assert len(rows) > 50

    # A new process shows the same scores for the same strokes.
    assert read_archive(model).spec.name == "e2e"
    again = start(str(model))
    again.wait_for("draw_pad")
    wait_until(lambda: again.text("main_window").startswith("net"), "the opened model")
    again.wait_for("train_button", enabled=True)
    again.drag("draw_pad", ONE)
    wait_until(lambda: scores(again) == before, f"{before}; it is {scores(again)}", 30)
    again.quit()
    assert again.process.returncode == 0, again.log()
    assert "Traceback" not in again.log()


def test_the_installed_command_finds_everything_it_brings_along(tmp_path):
    """From another folder, so that only what the wheel installed is found."""
    command = Path(sys.executable).with_name("ffstudio")
    if not command.exists():
        pytest.skip("ffstudio is not installed beside this Python")
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    origin = json.loads(metadata.distribution("ffstudio").read_text("direct_url.json") or "{}")
    if origin.get("dir_info", {}).get("editable"):
        pytest.skip("a checkout is installed: everything is beside it")
    done = subprocess.run(
        [str(command), "--selftest"], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "site-packages" in done.stdout


@THOROUGH
def test_a_strangers_model_given_on_the_command_line_comes_alive(start, tmp_path):
    """Read by another process, tried on digits, drawn for, its card on the screen."""
    code = """
import sys, keras
from keras import layers
from ffstudio.core.images import datasets
from ffstudio.core.images.data_spec import DataSpec
data = datasets.load(DataSpec("digits"))
net = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(8, 5, strides=2, activation="relu"),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
net.compile("adam", "sparse_categorical_crossentropy")
net.fit(data.x_train[..., None] / 255, data.y_train, epochs=4, verbose=0)
net.save(sys.argv[1])
"""
    path = tmp_path / "their net.h5"
    subprocess.run([sys.executable, "-c", code, path], check=True, capture_output=True, timeout=200)
    app = start(str(path))
    app.wait_for("network_notice_text")
    wait_until(lambda: "their net.h5" in app.text("network_notice_text"), "the net's name")
    assert "28×28×1 → 10" in app.text("network_notice_text")
    app.wait_for("draw_pad")
    app.focus()
    app.drag("draw_pad", ONE)
    wait_until(lambda: scores(app).startswith("backprop: "), f"its answer; {scores(app)}")
    app.key("ctrl+i")
    app.wait_for("model_card_layers")
    assert "their net.h5" in app.text("model_card_head")
    app.click("model_card_close")
    app.quit()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_a_run_that_kill_9_cut_off_comes_back_with_the_next_start(start, tmp_path, monkeypatch):
    monkeypatch.setenv("FFSTUDIO_RUNS", str(tmp_path / "runs"))
    spec = dataclasses.replace(preset("digits-quick"), epochs=400, name="killed")
    experiment = tmp_path / "killed.json"
    experiment.write_text(reading.to_json(spec))
    app = start(str(experiment))
    app.wait_for("train_button", enabled=True, text="Train")
    app.click("train_button")
    wait_until(lambda: re.match(r"epoch ([3-9]|\d\d+) of 400", app.text("run_text")), "epoch 3")
    app.process.kill()
    app.process.wait(30)
    [run] = list_runs(tmp_path / "runs")
    assert run.state == "interrupted" and run.epochs >= 1

    app = start()
    app.wait_for("toast_action", text="Bring It Back")
    app.click("toast_action")
    app.wait_for("continue_button", enabled=True)
    app.click("continue_button")
    wait_until(
        lambda: (
            (at := re.match(r"epoch (\d+) of 400", app.text("run_text")))
            and int(at[1]) > run.epochs + 1
        ),
        "the epochs after those that were kept",
    )
    app.click("stop_button")
    app.wait_for("train_button", text="Train")
    wait_until(lambda: list_runs(tmp_path / "runs")[0].state == "stopped", "the end of the run")
    [run] = list_runs(tmp_path / "runs")
    history = read_record(run.folder.record_path).history
    assert [row["epoch"] for row in history.epochs] == list(range(1, len(history.epochs) + 1))
    assert "Traceback" not in app.log()
