"""Folders of data on the command line: a data set by themselves, or said to be none."""

from __future__ import annotations

import json

import numpy as np
import pytest

from ffstudio import cli
from ffstudio.core.images import datasets
from ffstudio.core.images.datasets import own_path
from ffstudio.core.shipped_nets import find_shipped_net

rng = np.random.default_rng(0)
X, Y = rng.integers(0, 256, (40, 6, 6)).astype(np.uint8), np.arange(40) % 4


def fill(folder, kind):
    folder.mkdir(exist_ok=True)
    if kind == "npz":
        np.savez(folder / "own.npz", x=X, y=Y)
    elif kind == "two npz":
        np.savez(folder / "train.npz", x=X, y=Y)
        np.savez(folder / "test.npz", x=X[:8], y=Y[:8])
    elif kind == "table":
        rows = np.concatenate([Y[:, None], X.reshape(40, -1)], axis=1)
        np.savetxt(folder / "own.csv", rows, "%d", ",")
    elif kind == "npy":
        np.save(folder / "x.npy", X)
        np.save(folder / "y.npy", Y)
    return folder


@pytest.mark.parametrize("kind", ["npz", "two npz", "table", "npy"])
def test_a_folder_of_data_is_a_data_set(tmp_path, kind):
    assert own_path(fill(tmp_path, kind)) == "folder"


@pytest.mark.parametrize("name", [p for k in datasets.DATASETS.values() for p in k.places][:3])
def test_a_folder_in_which_a_known_set_lies_is_a_place_to_look(tmp_path, name):
    fill(tmp_path, "table")
    (tmp_path / name).write_bytes(b"known")
    assert own_path(tmp_path) is None


def test_that_nothing_in_the_folder_was_used_is_said(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("FFSTUDIO_DATA", "")
    experiment = {"data": {"name": "digits"}, "layers": [{"units": 4}], "epochs": 0}
    (tmp_path / "own.ffstudio.json").write_text(
        json.dumps({"format": "ffstudio-experiment", "version": 2, **experiment})
    )
    out = tmp_path / "run"
    command = ["train", str(tmp_path / "own.ffstudio.json"), "--out", str(out)]
    assert cli.main(command) == cli.OK
    (tmp_path / "empty").mkdir()
    capsys.readouterr()
    asked = ["evaluate", str(out / "model.h5"), "--data", str(tmp_path / "empty")]
    assert cli.main(asked) == cli.OK
    assert f"Nothing in {tmp_path / 'empty'} is a data set" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "says"), [("a.parquet", "a Parquet table"), ("a.pkl", "pickle")])
def test_a_file_of_another_kind_says_what_it_is(tmp_path, capsys, name, says):
    (tmp_path / name).write_bytes(b"none")
    shipped = find_shipped_net()
    assert cli.main(["evaluate", str(shipped), "--data", str(tmp_path / name)]) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    ("settings", "says", "images"),
    [
        (["data.path={file}"], "are used (data.name is file)", "own.npz"),
        (["data.name=digits", "data.path={file}"], "data.path is not used", "Bundled digits"),
        (["data.range=0 to 16"], "data.range is not used", "Bundled digits"),
    ],
)
def test_what_is_set_of_data_is_used_or_said_to_be_idle(tmp_path, capsys, settings, says, images):
    fill(tmp_path, "npz")
    told = [s.format(file=tmp_path / "own.npz") for s in settings]
    command = ["train", "--preset", "digits-quick", "--no-record", "--epochs", "0", "--json"]
    for one in told:
        command += ["--set", one]
    assert cli.main(command) == cli.OK
    out, err = capsys.readouterr()
    assert says in err and images in out
