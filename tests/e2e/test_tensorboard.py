"""A run's curves as TensorBoard's event files."""

from __future__ import annotations

import base64
import json
import re
from collections import defaultdict

import numpy as np
import pytest

from ffstudio.core.errors import FfstudioError
from ffstudio.core.experiment.codes import read_code
from ffstudio.core.run.history import History
from ffstudio.engine.saving.event_files import read_event_files, tag_of
from tests.e2e.commands import call, command

pytestmark = [pytest.mark.e2e, pytest.mark.tf]

SMALL = ("--set", "layers.0.units=12", "--set", "layers.1.units=12", "--epochs", "2")


def read_events(folder):
    """Scalars and texts by tag, as TensorBoard finds them."""
    import tensorflow as tf
    from tensorflow.core.util import event_pb2

    scalars, texts = defaultdict(list), {}
    for path in sorted(folder.glob("events.out.tfevents.*")):
        for raw in tf.data.TFRecordDataset(str(path)).as_numpy_iterator():
            event = event_pb2.Event.FromString(raw)
            for value in event.summary.value:
                array = tf.make_ndarray(value.tensor)
                if value.metadata.plugin_data.plugin_name == "scalars":
                    scalars[value.tag].append((event.step, float(array)))
                elif value.metadata.plugin_data.plugin_name == "text":
                    texts[value.tag] = bytes(array.reshape(-1)[0]).decode()
    return scalars, texts


def test_every_curve_is_there_with_every_value(tmp_path):
    board, out = tmp_path / "board", tmp_path / "run"
    done = call("train", "--preset", "digits-quick", *SMALL, "--out", out, "--tensorboard", board)
    assert done.returncode == 0, done.stderr
    scalars, texts = read_events(board)
    history = History.from_dict(json.loads((out / "history.json").read_text()))
    assert set(scalars) == {tag_of(key) for key in history.series}
    assert {"loss/ff_layer_1", "loss/ff_layer_2", "loss/bp", "accuracy/ff_validation"} <= set(
        scalars
    )
    for key, series in history.series.items():
        steps, values = zip(*scalars[tag_of(key)], strict=True)
        assert list(steps) == series.axis("step").astype(int).tolist()
        assert np.array_equal(np.float32(values), series.values.astype(np.float32))
    code = texts["code"].strip("`")
    assert read_code(code).layers[0].units == 12


def test_event_files_are_read_back_and_laid_over_a_run(tmp_path):
    board, out, page = tmp_path / "board", tmp_path / "run", tmp_path / "page.html"
    done = call("train", "--preset", "digits-quick", *SMALL, "--out", out, "--tensorboard", board)
    assert done.returncode == 0, done.stderr
    scalars, _ = read_events(board)
    assert read_event_files(board) == scalars
    [file] = board.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:-7])  # as of a writer that is under way
    assert sum(map(len, read_event_files(board).values())) >= sum(map(len, scalars.values())) - 1
    log = tmp_path / "log.csv"
    log.write_text("epoch,accuracy,val_accuracy\n0,0.5,0.4\n1,0.75,0.625\n")
    done = command("report", out, "--with", board, "--with", log, "--out", page)
    assert done.returncode == 0, done.stderr
    pictures = [
        base64.b64decode(data).decode()
        for data in re.findall(r"svg\+xml;base64,([^\"]+)", page.read_text())
    ]
    assert any("log.csv: val_accuracy" in svg and "board: accuracy" in svg for svg in pictures)
    (tmp_path / "x.tfevents.1").write_bytes(b"nonsense that is long enough to be a record")
    with pytest.raises(FfstudioError, match="no event file"):
        read_event_files(tmp_path / "x.tfevents.1")


def test_a_folder_that_cannot_be_written_is_told_of(tmp_path):
    (tmp_path / "file").write_text("")
    done = call(
        "train", "--preset", "digits-quick", *SMALL, "--no-record",
        "--tensorboard", tmp_path / "file" / "board",
    )  # fmt: skip
    assert done.returncode == 2
    assert "cannot be written for TensorBoard" in done.stderr and "Traceback" not in done.stderr
