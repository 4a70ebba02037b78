"""Codes, scripts and re-runs by the command, as a user types them."""

from __future__ import annotations

import ast
import csv
import dataclasses
import json
import os

import pytest

from ffstudio import engine
from ffstudio.core.experiment.codes import read_code, write_code
from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.reading import read_experiment, to_json
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.run.changes import BEGUN_ANEW
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import StepDone
from ffstudio.core.run.history import History
from tests.e2e.commands import call

pytestmark = pytest.mark.e2e

SMALL = ("--set", "layers.0.units=20", "--set", "layers.1.units=20", "--epochs", "2")


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    out = tmp_path_factory.mktemp("share") / "first"
    done = call("train", "--preset", "digits-quick", *SMALL, "--out", out)
    assert done.returncode == 0, done.stderr
    return out


def test_a_code_is_printed_and_taken_everywhere(run):
    code = call("code", run).stdout.strip()
    spec = read_code(code)
    assert spec.epochs == 2 and spec.layers[0].units == 20
    assert call("code", "ff-fast").stdout.strip() == write_code(preset("ff-fast"))
    back = call("code", code)
    assert json.loads(back.stdout)["seed"] == spec.seed
    listed = call("summary", code)
    assert listed.returncode == 0 and "20 · ReLU" in listed.stdout
    done = call("train", code, "--epochs", "1", "--no-record", "--json")
    assert json.loads(done.stdout)["name"] == spec.name, done.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ffs1:abc", "cut off"),
        ("ffs7:abc", "newer ffstudio"),
        ("no-such-thing", "There is no experiment no-such-thing"),
    ],
)
def test_what_is_no_experiment_is_said(text, words):
    done = call("code", text)
    assert done.returncode == 2 and words in done.stderr and "Traceback" not in done.stderr


def test_a_script_of_a_run(run, tmp_path):
    done = call("script", run, "-o", tmp_path / "again.py")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "again.py").read_text()
    ast.parse(text)
    assert "tensorflow" in ast.get_docstring(ast.parse(text))
    spec = preset("ff-spatial")
    spec = spec.replace(ff=dataclasses.replace(spec.ff, schedule="inner_loops"))
    (tmp_path / "loops.json").write_text(to_json(spec))
    done = call("script", tmp_path / "loops.json", "-o", tmp_path / "loops.py")
    assert done.returncode == 2 and "Inner loops of layers that score" in done.stderr
    assert not (tmp_path / "loops.py").exists()


def test_curves_count_layers_alike_and_say_whose_they_are(run):
    with (run / "history.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    saved = json.loads((run / "history.json").read_text())
    layers = {row["layer"] for row in rows}
    assert layers == {"", "1", "2", "3"}  # the output of the backprop net comes last
    assert {entry["layer"] for entry in saved["series"]} == {None, 1, 2, 3}
    for about in (rows[0], saved):
        assert about["run"] == "first" and about["preset"] == "digits-quick"
        assert int(about["seed"]) == preset("digits-quick").seed
    again = History.from_dict(saved)
    assert {key.layer for key in again.series} == {None, 0, 1, 2}


def test_a_rerun_agrees_bit_for_bit(run, tmp_path):
    done = call("train", "--rerun", run, "--out", tmp_path / "again", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)["rerun"]
    assert told["equal"] and told["values"] > 50
    assert "first again: Every value" in done.stderr and "bit for bit" in done.stderr


def test_a_rerun_repeats_what_was_changed_while_the_run_trained(run, tmp_path):
    spec = read_experiment(run / "experiment.json")
    session = engine.Session(spec, prepare(datasets.load(spec.data), spec.data, spec.seed))
    recorder, control = engine.begin_run(session, tmp_path / "changed"), Control()
    changes = {
        5: ("ff", 0, "learns", 0.0),
        8: ("ff", 1, BEGUN_ANEW, -1.0),
        9: ("bp", 0, "bp_learns", 0.0),
        11: ("ff", 0, "learns", 1.0),
    }

    def follow(event):
        recorder.take(event)
        if isinstance(event, StepDone) and event.algorithm == "bp" and event.step in changes:
            control.post(lambda: session.change(*changes[event.step]))

    session.run(follow, control, checkpoints=True)
    recorder.close()
    done = call("train", "--rerun", tmp_path / "changed", "--no-record", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["rerun"]["equal"]
    assert "Layer 1 frozen in step 5, Layer 2 begun anew (seed " in done.stderr


def test_layers_are_frozen_from_the_command_line(tmp_path):
    frozen = ("--set", "layers.0.learns=false", "--set", "layers.0.bp_learns=false")
    done = call("train", "--preset", "digits-quick", *SMALL, *frozen, "--out", tmp_path / "run")
    assert done.returncode == 0, done.stderr
    with (tmp_path / "run" / "history.csv").open(newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["metric"] == "moved"]
    still = {(row["algorithm"], row["layer"]) for row in rows if float(row["value"]) == 0.0}
    assert still == {("ff", "1"), ("bp", "1")} and len(rows) == 2 * 5


def test_a_rerun_says_where_it_parts(run, monkeypatch):
    # Compiled in another way, the steps round differently.
    other = "0" if os.environ.get("FFSTUDIO_XLA") != "0" else "1"
    monkeypatch.setenv("FFSTUDIO_XLA", other)
    done = call("train", "--rerun", run, "--no-record", "--json")
    told = json.loads(done.stdout)["rerun"]
    assert not told["equal"] and done.returncode == 1
    assert "first again: The curves part in step" in done.stderr


def test_rerun_takes_nothing_else(run):
    done = call("train", "--rerun", run, "--epochs", "3")
    assert done.returncode == 2 and "--epochs cannot be given with --rerun" in done.stderr
    done = call("train", "--rerun", "no-such-run")
    assert done.returncode == 2 and "There is no run" in done.stderr
