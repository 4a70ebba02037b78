"""What nets have learnt from is kept with them, shown, and heeded when others are judged."""

from __future__ import annotations

import json

import h5py
import numpy as np
import pytest

from ffstudio import cli
from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.appearance import DARK, LIGHT, Appearance, look_at_pictures
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.run.checkpoint import Checkpoint
from ffstudio.core.shipped_nets import find_shipped_net
from ffstudio.files.foreign import sandbox
from ffstudio.files.ours.archive import read_archive, write_group
from ffstudio.files.runs.checkpoints import read_checkpoint, write_checkpoint

SEEN = Appearance(-1.0, 1.0, LIGHT)
SHAPE = DataShape((28, 28), tuple("0123456789"), "Own", SEEN)


def shipped():
    return read_archive(find_shipped_net())


def saved(path, shape):
    archive = shipped()
    with h5py.File(path, "w") as file:
        write_group(file, archive.spec, shape, archive.states, archive.history, (0, 1), {})
    return path


def test_model_files_keep_it(tmp_path):
    archive = read_archive(saved(tmp_path / "own.h5", SHAPE))
    assert archive.shape == SHAPE and archive.snapshot.appearance == SEEN
    card = sandbox.examine(tmp_path / "own.h5").card
    assert "dark ink on light paper, handed over as −1…1" in card.text()


def test_older_files_open_and_say_what_is_assumed(capsys):
    seen = shipped().snapshot.appearance
    assert seen == Appearance() and seen.taken_from == "MNIST"
    assert Appearance.from_dict(json.loads(json.dumps(seen.to_dict()))).taken_from == "MNIST"
    assert cli.main(["inspect", str(find_shipped_net())]) == 0
    out = capsys.readouterr().out
    assert "assumed: pictures learnt from: light ink on dark paper, handed over as 0…1 (" in out
    assert "MNIST looks so, which its experiment names" in out


@pytest.mark.parametrize(
    ("size", "names", "title"),
    [((14, 14), "0123456789", "MNIST"), ((28, 28), "abcdefghij", "MNIST"),
     ((28, 28), "0123456789", "mnist.npz")],
)  # fmt: skip
def test_other_images_under_a_known_name_are_not_taken_for_it(size, names, title):
    assert datasets.find_known_appearance("mnist", DataShape(size, tuple(names), title)) is None
    assert (
        datasets.find_known_appearance("file", DataShape((28, 28), tuple("0123456789"), "x"))
        is None
    )


@pytest.mark.parametrize("name", ["digits", "camera"])
def test_what_is_known_of_a_data_set_is_what_it_looks_like(name):
    loaded, known = datasets.load(DataSpec(name)), datasets.DATASETS[name].shape
    assert known.appearance == look_at_pictures(loaded.x_train, loaded.values)
    assert loaded.title.startswith(known.title)


@pytest.mark.parametrize("spoilt", [3, {"paper": "green"}, {"paper": "dark", "low": 1, "high": 0}])
def test_a_damaged_description_is_refused(tmp_path, spoilt):
    path = saved(tmp_path / "own.h5", SHAPE)
    with h5py.File(path, "a") as file:
        about = json.loads(file["ffstudio/about"][()].tobytes())
        about["appearance"] = spoilt
        del file["ffstudio/about"]
        file["ffstudio/about"] = np.frombuffer(json.dumps(about).encode(), np.uint8)
    with pytest.raises(ModelFileError, match="description of its pictures is damaged"):
        read_archive(path)


@pytest.mark.parametrize("seen", [SEEN, Appearance(0.0, 1.0, DARK), None])
def test_checkpoints_keep_it(tmp_path, seen):
    states = {"bp": {"layer_0/0": np.zeros((4, 2), np.float32)}}
    shape = DataShape((2, 2), ("a", "b"), "Own", seen)
    made = Checkpoint(ExperimentSpec(algorithms="bp"), shape, (0, 1), 0.0, states, {"bp": 0})
    write_checkpoint(tmp_path / "latest.npz", made, 0)
    assert read_checkpoint(tmp_path / "latest.npz").checkpoint.shape == shape


def judge(capsys, *arguments):
    capsys.readouterr()
    assert cli.main(["evaluate", str(find_shipped_net()), *map(str, arguments)]) == 0
    return capsys.readouterr()


def test_inverted_images_are_judged_inverted_and_the_plain_figure_stands_beside(tmp_path, capsys):
    digits = datasets.load(DataSpec("digits"))
    np.savez(tmp_path / "own.npz", x_test=255 - digits.x_test, y_test=digits.y_test)
    known = json.loads(judge(capsys, "--dataset", "digits", "--json").out)
    assert "pictures" not in known
    told = judge(capsys, "--dataset", tmp_path / "own.npz", "--json")
    found = json.loads(told.out)
    assert found["pictures"] == "black and white exchanged"
    assert found["accuracy"] == pytest.approx(known["accuracy"], abs=0.005)
    assert found["as_they_come"].keys() == {"ff", "bp"} and found["as_they_come"]["ff"] < 0.5
    assert "Tried and chosen: black and white exchanged" in told.err
    assert "Tried: as they come" in told.err
    lines = judge(capsys, "--dataset", tmp_path / "own.npz").out
    assert f"handed over as they come: {found['as_they_come']['ff']:.2%}" in lines


def test_images_of_another_size_are_brought_to_the_nets(tmp_path, capsys):
    digits = datasets.load(DataSpec("digits"))
    x = np.pad(digits.x_test, ((0, 0), (2, 2), (2, 2)))
    np.savez(tmp_path / "own.npz", x_test=x, y_test=digits.y_test)
    found = json.loads(judge(capsys, "--dataset", tmp_path / "own.npz", "--json").out)
    assert "from 32×32 to 28×28 pixels" in found["pictures"] and found["accuracy"] > 0.8
    assert "as_they_come" not in found
