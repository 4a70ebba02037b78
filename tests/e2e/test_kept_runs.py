"""Runs without a window that are killed, stopped, taken up again, listed and compared."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

from ffstudio.core.experiment import reading
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.events import EpochDone
from ffstudio.files.runs.record import RecordReader
from tests.e2e.commands import call
from tests.marks import choose_cases

EPOCHS = 6


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with an experiment, and the user's runs in it."""
    made = tmp_path_factory.mktemp("kept")
    layer = LayerSpec(units=12)
    spec = ExperimentSpec(
        name="kept",
        data=DataSpec("digits", subset=0.3),
        layers=(layer, layer),
        batch_size=16,
        epochs=EPOCHS,
    )
    (made / "tiny.json").write_text(reading.to_json(spec))
    return made


def start(place, *arguments, **more):
    environment = {**os.environ, "FFSTUDIO_RUNS": str(place / "runs"), "FFSTUDIO_XLA": "0"}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "ffstudio", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        **more,
    )


def ask(place, *arguments):
    """The command in this process, which has TensorFlow already."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FFSTUDIO_RUNS", str(place / "runs"))
        patch.setenv("FFSTUDIO_XLA", "0")
        done = call(*arguments)
    return done.returncode, done.stdout, done.stderr


def train_until(place, text, number, *arguments):
    """Trains until standard error says ``text``, then sends a signal; returns the exit code."""
    process = start(place, "train", *arguments)
    assert process.stderr is not None
    for line in process.stderr:
        if text in line:
            break
    process.send_signal(number)
    out, err = process.communicate(timeout=120)
    assert "Traceback" not in err, err
    return process.returncode, out, err


def compare(place, *runs):
    code, out, err = ask(place, "compare", *runs, "--json")
    assert code == 0, err
    return json.loads(out)


@pytest.fixture(scope="module")
def whole(place):
    """A run that nobody interrupted, and what it printed."""
    code, out, err = ask(place, "train", place / "tiny.json", "--out", place / "whole", "--json")
    assert code == 0, err
    return place / "whole", json.loads(out)


def test_a_kept_run_holds_what_was_promised(place, whole):
    folder, result = whole
    assert result["run"] == str(folder)
    names = {path.name for path in folder.iterdir()}
    assert names == {
        "run.json", "experiment.json", "record.jsonl", "latest.npz", "checkpoints",
        "model.h5", "history.csv", "history.json", "thumbnail.png",
    }  # fmt: skip
    code, out, _ = ask(place, "runs", folder, "--json")
    listed = json.loads(out)[0]
    assert code == 0 and listed["state"] == "completed" and listed["epochs"] == EPOCHS
    assert listed["accuracy"] == result["accuracy"]
    assert listed["tested_on"] == result["tested_on"] == "the 300 test images of Bundled digits"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_killed_twice_a_run_goes_on_to_the_curves_of_a_whole_one(place, whole):
    folder = place / "killed"
    code, _, _ = train_until(
        place, "FF epoch 2/", signal.SIGKILL, place / "tiny.json", "--out", folder
    )
    assert code == -signal.SIGKILL
    listed = json.loads(ask(place, "runs", folder, "--json")[1])[0]
    assert listed["state"] == "interrupted"
    code, _, _ = train_until(place, "BP epoch 4/", signal.SIGKILL, "--resume", folder)
    assert code == -signal.SIGKILL
    code, out, err = ask(place, "train", "--resume", folder, "--json")
    assert code == 0, err
    assert "Going on with killed after epoch" in err
    result = json.loads(out)
    assert result["accuracy"] == whole[1]["accuracy"]
    assert len(result["history"]) == EPOCHS
    compared = compare(place, whole[0], folder)
    assert compared["curves_equal"] == [True] and compared["settings"] == {}
    assert (folder / "model.h5").exists()


@pytest.mark.parametrize("name", choose_cases(["SIGTERM", "SIGHUP", "SIGINT"], "SIGTERM"))
def test_signals_that_end_programs_keep_what_was_learnt(place, whole, name):
    number = getattr(signal, name, None)
    if number is None or os.name == "nt":
        pytest.skip(f"there is no {name} here")
    folder = place / name
    code, out, _ = train_until(
        place, "FF epoch 2/", number, place / "tiny.json", "--out", folder, "--json"
    )
    assert code == 128 + number
    assert json.loads(out)["end"] == "stopped"
    assert (folder / "model.h5").exists()
    assert json.loads(ask(place, "runs", folder, "--json")[1])[0]["state"] == "stopped"
    code, out, err = ask(place, "train", "--resume", folder, "--json")
    assert code == 0, err
    assert json.loads(out)["accuracy"] == whole[1]["accuracy"]
    assert compare(place, whole[0], folder)["curves_equal"] == [True]


def test_another_process_reads_a_run_while_it_grows(place):
    folder = place / "growing"
    process = start(place, "train", place / "tiny.json", "--epochs", 300, "--out", folder)
    assert process.stderr is not None
    reader, seen = None, 0
    for line in process.stderr:  # a line per net and epoch
        if "epoch" not in line:
            continue
        if reader is None:
            reader = RecordReader(folder / "record.jsonl")
        seen = max([seen, *(e.epoch for e in reader.read_new() if isinstance(e, EpochDone))])
        if seen >= 3:
            break
    listed = json.loads(ask(place, "runs", folder, "--json")[1])[0]
    assert process.poll() is None and listed["state"] == "running"
    code, _, err = ask(place, "train", "--resume", folder)
    assert code == 2 and "Another process" in err
    process.terminate()
    process.communicate(timeout=120)
    assert seen >= 3


def test_without_out_a_run_is_kept_among_the_users(place):
    code, out, err = ask(place, "train", place / "tiny.json", "--epochs", 1, "--json")
    assert code == 0, err
    name = json.loads(out)["run"].rsplit("/", 1)[-1]
    listed = json.loads(ask(place, "runs", "--json")[1])
    assert name in [entry["run"].rsplit("/", 1)[-1] for entry in listed]
    assert name in ask(place, "runs")[1]
    assert compare(place, name, name)["curves_equal"] == [True]
    code, out, _ = ask(place, "train", place / "tiny.json", "--epochs", 1, "--no-record", "--json")
    assert code == 0 and json.loads(out)["run"] is None
    assert len(json.loads(ask(place, "runs", "--json")[1])) == len(listed)


def test_what_cannot_be_is_said_before_anything_is_trained(place, whole):
    experiment = place / "tiny.json"
    (place / "blocked").write_text("")
    (place / "taken" / "model.h5").mkdir(parents=True)
    for out, words in (
        (whole[0], "holds a run already"),
        (place / "blocked", "is a file"),
        (place / "blocked" / "below", "cannot be written"),
        (place / "taken", "holds model.h5 of something else"),
    ):
        code, _, err = ask(place, "train", experiment, "--out", out)
        assert code == 2 and words in err and "epoch" not in err
    for arguments, words in (
        (("--resume", whole[0]), "trained to the end"),
        (("--resume", "nothing-like-it"), "There is no run nothing-like-it"),
        (("--resume", place), "holds no run"),
        (("--resume", whole[0], "--epochs", 3), "--epochs cannot be given with --resume"),
        (("--resume", whole[0], experiment), "An experiment cannot be given"),
        (("--resume", whole[0], "--no-record"), "--no-record cannot be given"),
    ):
        code, _, err = ask(place, "train", *arguments)
        assert code == 2 and words in err, err
    code, _, err = ask(place, "compare", whole[0])
    assert code == 2 and "one run only" in err
    code, _, err = ask(place, "runs", place / "nowhere")
    assert code == 2 and "There is no folder" in err


def test_compared_runs_are_told_apart_by_what_differs(place, whole):
    folder = place / "other"
    code, _, err = ask(
        place, "train", place / "tiny.json", "--epochs", 2, "--out", folder,
        "--set", "layers.0.units=9", "--set", "name=other",
    )  # fmt: skip
    assert code == 0, err
    compared = compare(place, whole[0], folder)
    assert compared["settings"] == {"epochs": [EPOCHS, 2], "layers.0.units": [12, 9]}
    assert compared["curves_equal"] == [False]
    assert [run["epochs"] for run in compared["runs"]] == [EPOCHS, 2]
    last = compared["runs"][1]["accuracy"]["ff"]
    assert last["judged_on"] == "test" and last["last"] == last["test"]
    text = ask(place, "compare", whole[0], folder)[1]
    assert "layers.0.units\t12\t9" in text and "% of 300 test images" in text
    (at_end,) = [line for line in text.splitlines() if line.startswith("FF test accuracy at")]
    assert at_end.count("% of the 300 test images of ") == 2
