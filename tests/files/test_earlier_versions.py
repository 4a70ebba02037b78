"""Model files of earlier versions open, and training goes on from them exactly."""

from __future__ import annotations

import json

import h5py
import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import EpochDone
from ffstudio.files.ours.archive import read_archive

NUMBERS = {"0": "kernel", "1": "bias"}


def as_version_1(path):
    """Gives a file's twin the names that versions 0.1 to 0.3 gave it."""
    with h5py.File(path, "a") as file:
        group = file["ffstudio/bp"]
        for name in [n for n in group if n.startswith("layer_")]:
            for part in list(group[name]):
                group[name].move(part, NUMBERS[part])
        about = json.loads(file["ffstudio/about"][()].tobytes())
        about["version"] = 1
        del file["ffstudio/about"]
        text = np.frombuffer(json.dumps(about).encode(), np.uint8)
        file["ffstudio"].create_dataset("about", data=text)


@pytest.mark.parametrize(
    "layers",
    [
        (LayerSpec(units=16, dropout=0.2), LayerSpec(units=12)),
        (LayerSpec("conv", 6, pooling="max"), LayerSpec(units=12)),
    ],
    ids=["dense", "convolution"],
)
def test_the_twin_of_version_1_goes_on_exactly(tmp_path, digits_data, layers):
    spec = ExperimentSpec(layers=layers, data=digits_data.spec, batch_size=64, epochs=4)
    path = tmp_path / "half.h5"

    def half():
        session, control = engine.Session(spec, digits_data), Control()

        def stop(event):
            if isinstance(event, EpochDone) and event.epoch == 2:
                control.stop()

        session.run(stop, control)
        return session

    engine.save_session(half(), path)
    as_version_1(path)
    assert read_archive(path).states["bp"].keys() >= {"layer_0/0", "layer_0/1", "layer_2/1"}
    opened = engine.continue_session(engine.load_session(path), spec, digits_data)
    opened.run()
    whole = engine.Session(spec, digits_data)
    whole.run()
    for algorithm in ("ff", "bp"):
        ours, theirs = whole.states()[algorithm], opened.states()[algorithm]
        assert ours.keys() == theirs.keys()
        for name, value in ours.items():
            np.testing.assert_array_equal(theirs[name], value, err_msg=name)


def test_a_newer_file_is_told_as_such(tmp_path, digits_data):
    spec = ExperimentSpec(layers=(LayerSpec(units=8),), data=digits_data.spec, epochs=1)
    path = tmp_path / "new.h5"
    engine.save_session(engine.Session(spec, digits_data), path)
    with h5py.File(path, "a") as file:
        about = json.loads(file["ffstudio/about"][()].tobytes())
        about["version"] += 1
        del file["ffstudio/about"]
        text = np.frombuffer(json.dumps(about).encode(), np.uint8)
        file["ffstudio"].create_dataset("about", data=text)
    with pytest.raises(ModelFileError, match="newer ffstudio"):
        read_archive(path)
