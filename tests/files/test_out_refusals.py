"""``train --out`` takes the place of nothing: what a run would write over is named, and stays."""

from __future__ import annotations

import json

import pytest

from ffstudio import cli
from ffstudio.cli.subcommand import begin_writing
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec


@pytest.fixture
def experiment(tmp_path):
    layers = (LayerSpec(units=8),)
    spec = ExperimentSpec(data=DataSpec("digits", subset=0.1), layers=layers, epochs=1)
    path = tmp_path / "tiny.json"
    path.write_text(json.dumps(reading.to_dict(spec)))
    return path


def refuse(capsys, experiment, out):
    assert cli.main(["train", str(experiment), "--out", str(out)]) == cli.BAD_INPUT
    told = capsys.readouterr()
    assert "epoch" not in told.err and not told.out
    return told.err


@pytest.mark.parametrize(
    "name",
    ["model.h5", "experiment.json", "history.csv", "history.json", "latest.npz", "record.jsonl"],
)
def test_what_a_run_would_write_over_stays(tmp_path, capsys, experiment, name):
    out = tmp_path / "mine"
    out.mkdir()
    (out / name).write_bytes(b"my own")
    said = refuse(capsys, experiment, out)
    assert f"holds {name} of something else" in said and "Name another folder" in said
    assert (out / name).read_bytes() == b"my own"
    assert [path.name for path in out.iterdir()] == [name]


def test_a_run_that_is_there_is_told_how_to_go_on(tmp_path, capsys, experiment):
    out = tmp_path / "mine"
    out.mkdir()
    (out / "run.json").write_text("{}")
    said = refuse(capsys, experiment, out)
    assert "holds a run already" in said and f"--resume {out}" in said
    assert (out / "run.json").read_text() == "{}"


def test_a_file_or_a_place_below_one_is_no_folder(tmp_path, capsys, experiment):
    (tmp_path / "taken").write_text("my own")
    assert "is a file" in refuse(capsys, experiment, tmp_path / "taken")
    assert "cannot be written" in refuse(capsys, experiment, tmp_path / "taken" / "below")
    assert (tmp_path / "taken").read_text() == "my own"


@pytest.fixture
def run(tmp_path):
    """A folder with the files of a run, none of which is ever read."""
    folder = tmp_path / "run"
    (folder / "checkpoints").mkdir(parents=True)
    for name in (
        "run.json",
        "history.csv",
        "model.h5",
        "experiment.json",
        "checkpoints/000001.npz",
    ):
        (folder / name).write_text("kept")
    return folder


@pytest.mark.parametrize(
    ("verb", "target"),
    [
        ("convert {run}/model.h5", "checkpoints/000001.npz"),
        ("figure {run} --view curves --out", "history.csv"),
        ("report {run} --out", "model.h5"),
        ("script {run} --out", "experiment.json"),
        ("animate {run} --view curves --out", "run.json"),
    ],
)
def test_no_verb_writes_over_a_part_of_a_run(run, capsys, verb, target):
    words = [*verb.format(run=run).split(), str(run / target)]
    assert cli.main(words) == cli.BAD_INPUT
    said = capsys.readouterr().err
    assert "is a part of the run in" in said and "Name another file" in said
    assert (run / target).read_text() == "kept"


def test_a_sweep_is_not_begun_in_a_run(run, experiment, capsys):
    words = ["sweep", str(experiment), "--set", "layers.0.units=4,5", "--out", str(run)]
    assert cli.main(words) == cli.BAD_INPUT
    assert "holds a run already" in capsys.readouterr().err
    assert not (run / "sweep.json").exists()


def test_what_is_replaced_is_said(run, tmp_path):
    assert begin_writing(run / "mine.png") == begin_writing(tmp_path / "a.png") == "Wrote"
    (run / "mine.png").write_text("mine")
    assert begin_writing(run / "mine.png") == "Replaced"
