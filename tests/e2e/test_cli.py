"""The command line in processes of its own, on the bundled digits."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ffstudio import __version__
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.presets import ORDER, preset, presets
from ffstudio.core.images import datasets
from ffstudio.core.images.data_spec import DataSpec
from tests.e2e.commands import call, command
from tests.marks import THOROUGH


@pytest.fixture(scope="module")
def experiment(tmp_path_factory):
    spec = dataclasses.replace(
        preset("digits-quick"),
        name="tiny",
        layers=(LayerSpec(units=20), LayerSpec(units=20)),
        data=DataSpec("digits", subset=0.3, validation=0.1),
        epochs=3,
    )
    path = tmp_path_factory.mktemp("cli") / "tiny.json"
    path.write_text(reading.to_json(spec))
    return path


@pytest.fixture(scope="module")
def trained(experiment):
    out = experiment.parent / "out"
    done = command("train", experiment, "--json", "--out", out)
    assert done.returncode == 0, done.stderr
    done.uses_xla = os.environ["FFSTUDIO_XLA"]
    return out, json.loads(done.stdout.splitlines()[-1]), done


def test_version_presets_and_help():
    assert command("--version").stdout.strip() == f"ffstudio {__version__}"
    listed = call("presets")
    assert [line for line in listed.stdout.splitlines() if not line.startswith(" ")] == list(ORDER)
    as_json = json.loads(call("presets", "--json").stdout)
    assert as_json["keras-ff"] == reading.to_dict(presets()["keras-ff"]) | {
        "layers": as_json["keras-ff"]["layers"]
    }
    assert "train" in call("--help").stdout


@THOROUGH
def test_epochs_are_judged_on_a_sample_if_asked(tmp_path):
    """The bundled digits are too few for that."""
    rng = np.random.default_rng(0)
    x = rng.integers(0, 255, (1700, 8, 8), np.uint8)
    y = np.arange(1700) % 10
    np.savez(tmp_path / "noise.npz", x_train=x[:200], y_train=y[:200], x_test=x, y_test=y)
    spec = dataclasses.replace(
        preset("digits-quick"),
        layers=(LayerSpec(units=8), LayerSpec(units=8)),
        data=DataSpec("file", path=str(tmp_path / "noise.npz"), validation=0.0),
        epochs=2,
    )
    (tmp_path / "noise.json").write_text(reading.to_json(spec))
    said = {}
    for judge in ("sample", "all"):
        done = command("train", tmp_path / "noise.json", "--json", "--judge", judge)
        assert done.returncode == 0, done.stderr
        said[judge] = json.loads(done.stdout.splitlines()[-1]), done.stderr
    first, last = said["sample"][0]["history"]
    assert first["samples"] == {"ff": 1000, "bp": 1000} and "samples" not in last
    assert said["sample"][0]["accuracy"] == said["all"][0]["accuracy"]
    assert all("samples" not in row for row in said["all"][0]["history"])
    lines = [line for line in said["sample"][1].splitlines() if " epoch " in line]
    assert ["±" in line for line in lines] == [True, True, False, False]
    assert "±" not in said["all"][1]


@pytest.mark.xla
def test_train_reports_one_json_object_with_everything_promised(trained):
    _, result, done = trained
    assert result["preset"] == "digits-quick"  # out of which the experiment was made
    assert result["seed"] == 1
    assert set(result["versions"]) >= {"ffstudio", "keras", "tensorflow", "numpy", "python"}
    assert result["device"].startswith("Nets train on ")
    assert set(result["accuracy"]) == {"ff", "bp"}
    assert 0.2 < result["accuracy"]["ff"] <= 1
    assert set(result["seconds"]) >= {"compile", "train", "evaluate"}
    assert [row["epoch"] for row in result["history"]] == [1, 2, 3]
    row = result["history"][-1]
    assert set(row) >= {
        "epoch", "seconds", "ff_losses", "ff_loss", "bp_loss", "ff_accuracy", "bp_accuracy",
    }  # fmt: skip
    assert len(row["ff_losses"]) == 2
    assert row["ff_loss"] == pytest.approx(np.mean(row["ff_losses"]))
    assert "FF epoch 3/3" in done.stderr
    # What takes its time before the first epoch is said.
    before = done.stderr[: done.stderr.index("FF epoch 1/3")]
    assert "compiling Forward-Forward…" in before and "compiling backprop…" in before
    assert "Traceback" not in done.stderr
    assert "oneDNN" not in done.stderr


def test_out_holds_model_curves_and_experiment(trained):
    out, _, _ = trained
    assert {p.name for p in out.iterdir()} >= {
        "model.h5", "history.csv", "history.json", "experiment.json",
    }  # fmt: skip
    assert (out / "history.csv").read_text().startswith("algorithm,metric,layer,dataset,step")
    assert json.loads((out / "experiment.json").read_text())["name"] == "tiny"


def test_evaluate_agrees_with_the_training_run(trained):
    out, result, _ = trained
    done = call("evaluate", out / "model.h5", "--json")
    assert done.returncode == 0, done.stderr
    judged = json.loads(done.stdout)
    assert judged["accuracy"] == pytest.approx(result["accuracy"]["ff"])
    assert judged["bp"]["accuracy"] == pytest.approx(result["accuracy"]["bp"])
    counts = np.array(judged["confusion"])
    assert counts.shape == (10, 10)
    assert np.trace(counts) / counts.sum() == pytest.approx(judged["accuracy"])
    assert len(judged["layer_accuracy"]) == 2
    assert judged["cumulative_accuracy"][-1] == pytest.approx(judged["accuracy"])


def test_evaluate_sums_goodness_from_the_first_voter_as_the_trainer_does(experiment):
    out = experiment.parent / "voters"
    settings = ["--set", "ff.votes=2-", "--epochs", 1]
    done = call("train", experiment, *settings, "--json", "--out", out)
    row = json.loads(done.stdout.splitlines()[-1])["history"][-1]
    assert len(row["ff_cumulative_accuracy"]) == 1  # the second layer alone votes
    judged = json.loads(call("evaluate", out / "model.h5", "--json").stdout)
    assert judged["cumulative_accuracy"] == pytest.approx([judged["accuracy"]])
    assert judged["cumulative_accuracy"] == pytest.approx([judged["layer_accuracy"][1]])


def test_evaluate_lets_other_layers_vote_and_chooses_them_on_validation(experiment):
    out = experiment.parent / "chosen"
    held = ["--set", "data.validation=0.2", "--set", "ff.votes=0.5, 1", "--epochs", 1]
    done = call("train", experiment, *held, "--json", "--out", out)
    assert done.returncode == 0, done.stderr
    # The curves are of images held back, the last word is of the test images: each is said.
    result = json.loads(done.stdout.splitlines()[-1])
    of_test = json.loads(call("evaluate", out / "model.h5", "--json").stdout)
    assert result["evaluated_on"] == "validation"
    assert result["tested_on"] == "the 300 test images of Bundled digits"
    assert result["accuracy"]["ff"] == pytest.approx(of_test["accuracy"])
    model = out / "model.h5"

    def judge(*more):
        done = call("evaluate", model, "--json", *more)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    first = judge("--set", "ff.votes=1")
    assert first["accuracy"] == pytest.approx(first["layer_accuracy"][0])
    assert first["votes"]["votes"] == "1"
    best = judge("--set", "ff.votes=best")["votes"]
    assert best["votes"] in ("all", "1", "2") and best["validation_images"] > 50
    fitted = judge("--set", "ff.votes=fit")["votes"]
    assert fitted["validation_images"] == best["validation_images"]
    assert f"{fitted['validation_accuracy']:.2%} right of" in fitted["text"]
    for wrong, said in (("ff.votes=3-1", "must be all"), ("ff.goodness=x", "cannot be set")):
        done = call("evaluate", model, "--set", wrong)
        assert done.returncode == 2 and said in done.stderr


def test_the_same_seed_repeats_and_another_does_not(experiment, trained, monkeypatch):
    """What another process learnt, this one learns as well, compiled alike."""
    monkeypatch.setenv("FFSTUDIO_XLA", trained[2].uses_xla)

    def run(seed):
        done = call("train", experiment, "--json", "--seed", seed)
        return [row["ff_losses"] for row in json.loads(done.stdout)["history"]]

    same = [row["ff_losses"] for row in trained[1]["history"]]
    assert len(same) == 3
    assert run(trained[1]["seed"]) == same
    assert run(2) != same


def test_every_command_works_without_options(experiment, trained, tmp_path):
    """Words alone must not be taken for files to open in the window."""
    from ffstudio.cli.table import COMMANDS

    model = trained[0] / "model.h5"
    used = {
        "train": (tmp_path / "absent.json",),
        "evaluate": (model,),
        "inspect": (model,),
        "convert": (model, tmp_path / "twin.npz"),
        "summary": (experiment,),
        "runs": (trained[0],),
        "compare": (trained[0], trained[0]),
        "presets": (),
        "code": (experiment,),
        "script": (experiment, "-o", tmp_path / "net.py"),
        "report": (trained[0], "--out", tmp_path / "report.html"),
        "figure": (trained[0], "--view", "curves", "--out", tmp_path / "curves.svg"),
        "animate": (trained[0], "--view", "curves", "--out", tmp_path / "curves.gif"),
        "sweep": (tmp_path / "absent.json", "--out", tmp_path / "sweep"),
    }
    assert set(used) == set(COMMANDS)
    for name, arguments in used.items():
        # Those that paint begin with Qt as they need it.
        way = command if name in ("report", "figure", "animate") else call
        done = way(name, *arguments)
        is_absent = name in ("train", "sweep")
        assert done.returncode == (2 if is_absent else 0), (name, done.stderr)
        assert bool(done.stdout or "Wrote" in done.stderr) != is_absent, name
    assert (tmp_path / "twin.npz").stat().st_size > 1000


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["train"], "either --preset NAME, or EXPERIMENT.json"),
        (["train", "--preset", "nope"], "no preset 'nope'"),
        (["train", "absent.json"], "is not there"),
        (["train", "--preset", "digits-quick", "--epochs", "-1"], "must be at least 0"),
        (["train", "--preset", "digits-quick", "--data", "/no/where"], "no folder"),
        (["evaluate", "absent.h5"], "is not there"),
        (["inspect", "absent.h5"], "is not there"),
        (["convert", "absent.h5", "out.npz"], "no file absent.h5"),
        (["convert", "absent.h5"], "OUT"),
        (["summary"], "either --preset NAME, or EXPERIMENT.json"),
        (["summary", "absent.json"], "is not there"),
        (["summary", __file__], "not valid JSON"),
        (["summary", sys.executable], "not a text file"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
        (["--nonsense", "train", "--preset", "digits-quick"], "--nonsense"),
        (["train", "--preset", "digits-quick", "--set", "epochs"], "is no setting"),
        (["train", "--preset", "digits-quick", "--set", "ff.nope=1"], "no setting 'ff.nope'"),
        (["train", "--preset", "digits-quick", "--set", "layers.7.units=1"], "no setting"),
        (["train", "--preset", "digits-quick", "--set", "layers.-1.units=9"], "counted from 0"),
        (["train", "--preset", "digits-quick", "--set", "layers[-1].units=9"], "counted from 0"),
        (["train", "--preset", "digits-quick", "--set", "unit=9"], "no setting 'unit'"),
        (["train", "--preset", "digits-quick", "--set", "ff.treshold=9"], ".threshold meant?"),
        (["train", "--preset", "digits-quick", "--set", "layers.0=1"], "cannot be set"),
        (
            ["train", "--preset", "digits-quick", "--set", "layers.0.units=many"],
            "Layer 1: Units must be a number; it is 'many' (layers.0.units)",
        ),
    ],
)
def test_bad_input_gets_one_sentence_and_exit_code_2(arguments, says):
    done = call(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_missing_data_are_explained(tmp_path):
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    environment.pop("FFSTUDIO_DATA", None)
    done = command("train", "--preset", "bp-plain", env=environment)
    assert done.returncode == 2
    assert "MNIST is not on this computer" in done.stderr
    assert "bundled digits" in done.stderr


def test_settings_can_be_changed_one_by_one(experiment, tmp_path):
    out = tmp_path / "out"
    done = call(
        "train", experiment, "--epochs", 1, "--out", out, "--json",
        "--set", "layers.1.units=12", "--set", "ff.negatives=random", "--set", "algorithms=ff",
        "--set", "name=2", "--set", "layers.0.learning_rate=0,003", "--set", "layers.0.units=1,000",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["accuracy"]["bp"] is None
    used = json.loads((out / "experiment.json").read_text())
    assert [layer["units"] for layer in used["layers"]] == [1000, 12]
    assert used["layers"][0]["learning_rate"] == 0.003
    assert "layers.0.learning_rate: 0,003 is read as 0.003." in done.stderr
    assert "layers.0.units: 1,000 is read as 1000." in done.stderr
    assert used["ff"]["negatives"] == "random"
    assert used["name"] == "2"
    assert used["epochs"] == 1


def test_a_result_that_cannot_be_written_is_kept_elsewhere_and_still_printed(experiment, tmp_path):
    """The folder goes while the run trains."""
    out, runs = tmp_path / "out", tmp_path / "runs"
    process = subprocess.Popen(
        [sys.executable, "-m", "ffstudio", "train", str(experiment), "--epochs", "40",
         "--out", str(out), "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "FFSTUDIO_RUNS": str(runs)},
    )  # fmt: skip
    assert process.stderr is not None
    for line in process.stderr:
        if "FF epoch 2/" in line:
            break
    out.rename(tmp_path / "moved")
    out.write_text("a file stands where the folder was")
    stdout, stderr = process.communicate(timeout=200)
    assert "is now kept in" in stderr and "Traceback" not in stderr
    assert process.returncode == 0
    result = json.loads(stdout)
    assert result["run"].startswith(str(runs)) and len(result["history"]) == 40
    assert (Path(result["run"]) / "model.h5").exists()


def test_ctrl_c_keeps_what_was_learnt(experiment, tmp_path):
    out = tmp_path / "out"
    process = subprocess.Popen(
        [sys.executable, "-m", "ffstudio", "train", str(experiment), "--epochs", "90000",
         "--out", str(out), "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    for line in process.stderr:
        if "epoch 3/" in line:
            break
    process.send_signal(signal.SIGINT)
    stdout, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    result = json.loads(stdout.splitlines()[-1])
    assert result["end"] == "stopped"
    assert (out / "model.h5").exists()


def test_a_diverging_run_fails_with_exit_code_1(experiment, tmp_path):
    spec = json.loads(experiment.read_text())
    spec["bp"]["learning_rate"] = 100.0
    spec["bp"]["optimizer"] = "sgd"
    spec["algorithms"] = "bp"
    for layer in spec["layers"]:
        layer["activation"] = "linear"
    spec["epochs"] = 200
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(spec))
    done = call("train", bad)
    assert done.returncode == 1, done.stderr
    assert "became infinite or NaN" in done.stderr


@pytest.mark.xla
def test_selftest_passes():
    done = command("--selftest")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "All checks passed." in done.stdout


@pytest.mark.parametrize("tens", ["after nine", "for zero"])
def test_labels_of_1_to_10_are_judged_as_they_are_meant(trained, tmp_path, tens):
    folder = trained[0]
    digits = datasets.load(DataSpec("digits"))
    y = digits.y_test + 1 if tens == "after nine" else np.where(digits.y_test, digits.y_test, 10)
    np.savez(tmp_path / "own.npz", x_test=digits.x_test, y_test=y)
    known = json.loads(call("evaluate", folder / "model.h5", "--json").stdout)
    done = call("evaluate", folder / "model.h5", "--data", tmp_path / "own.npz", "--json")
    judged = json.loads(done.stdout)
    assert judged["accuracy"] == known["accuracy"] and judged["images"] == 300
    assert "Tried and chosen: label" in done.stderr and judged["values"]["range"] == "0 to 255"


def test_a_set_without_nines_is_judged_on_nine_classes_of_a_folder_of_pictures(trained, tmp_path):
    digits = datasets.load(DataSpec("digits"))
    for i, (x, y) in enumerate(zip(digits.x_test[:120], digits.y_test[:120], strict=True)):
        if y != 9:
            folder = tmp_path / "own" / "test" / str(y)
            folder.mkdir(parents=True, exist_ok=True)
            Image.fromarray(x).save(folder / f"{i}.png")
    done = call("evaluate", trained[0] / "model.h5", "--dataset", tmp_path / "own", "--json")
    judged = json.loads(done.stdout)
    assert judged["images"] == int((digits.y_test[:120] != 9).sum())
    assert judged["accuracy"] > 0.3 and "the data have no 9" in done.stderr
