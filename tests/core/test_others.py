"""Curves of other programs."""

from __future__ import annotations

import json
import math

import pytest

from ffstudio.core.errors import FfstudioError
from ffstudio.core.run.events import StepDone
from ffstudio.core.run.history import History, SeriesKey
from ffstudio.core.run.others import curves_of_tags, read_others
from ffstudio.core.run.others_history import (
    history_of_tags,
    key_of,
    looks_like_curves,
    over_epochs,
    read_history,
    read_own,
)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_logger_table(tmp_path, separator):
    path = tmp_path / "log.csv"
    lines = ["epoch,accuracy,loss,val_loss", "0,0.5,2.0,1.5", "1,0.75,1.0,NA", "2,0.8,nan,0.25"]
    path.write_text("\ufeff" + "\n".join(lines).replace(",", separator), encoding="utf-8")
    read = read_others(path)
    assert read.curves["accuracy"] == ([1.0, 2.0, 3.0], [0.5, 0.75, 0.8])
    assert read.curves["val_loss"] == ([1.0, 3.0], [1.5, 0.25])
    assert read.find("loss").keys() == {"loss", "val_loss"}
    assert read.find("accuracy").keys() == {"accuracy"}


def test_a_history_in_json(tmp_path):
    path = tmp_path / "history.json"
    history = {"loss": [2.0, 1.0], "val_accuracy": [0.5, None], "name": "x", "lists": [[1]]}
    for config in (history, {"history": history, "epoch": [0, 1]}):
        path.write_text(json.dumps(config))
        read = read_others(path)
        assert read.curves["loss"] == ([1.0, 2.0], [2.0, 1.0])
        assert math.isnan(read.curves["val_accuracy"][1][1])
        assert read.curves.keys() == {"loss", "val_accuracy"}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.json", b"{", "not valid JSON"),
        ("x.json", b"[1, 2]", "no curves"),
        ("x.csv", b"\xff\xfe\x00\x01", "not a text file"),
        ("x.csv", b"", "no curves"),
        ("x.csv", b"hello\nworld\n", "no curves"),
        ("x.csv", b'a,b\n"' + b"x" * 200_000, "no curves"),  # a field without end
    ],
)
def test_what_holds_no_curves_is_told_of(tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FfstudioError, match=words):
        read_others(tmp_path / name)
    with pytest.raises(FfstudioError, match="cannot be read"):
        read_others(tmp_path / "missing.csv")


def test_tags_count_their_values():
    read = curves_of_tags("board", {"epoch_accuracy": [(0, 0.5), (1, 0.6)], "empty": []})
    assert read.curves == {"epoch_accuracy": ([1.0, 2.0], [0.5, 0.6])}
    assert read.find("accuracy")


def test_each_curve_goes_where_it_belongs(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(
        "epoch,accuracy,loss,lr,val_acc,val_loss\n0,0.5,2,1e-3,0.4,1.5\n1,0.6,1,1e-3,0.5,1\n"
    )
    read = read_history(path)
    assert read.taken == {
        "accuracy": SeriesKey("bp", "accuracy"),
        "loss": SeriesKey("bp", "loss"),
        "val_acc": SeriesKey("bp", "accuracy", None, "validation"),
        "val_loss": SeriesKey("bp", "evaluation_loss", None, "validation"),
    }
    assert read.left_out == ("lr",) and read.axes == ("epoch",)
    loss = read.history.series[SeriesKey("bp", "loss")]
    assert loss.axis("epoch").tolist() == [1.0, 2.0] and loss.values.tolist() == [2.0, 1.0]


@pytest.mark.parametrize(
    ("tag", "key"),
    [
        ("train/epoch_loss", SeriesKey("bp", "loss")),
        ("validation/epoch_accuracy", SeriesKey("bp", "accuracy", None, "validation")),
        ("epoch_sparse_categorical_accuracy", SeriesKey("bp", "accuracy")),
        ("loss/ff_layer_2", SeriesKey("ff", "loss", 1)),
        ("run/accuracy/bp_test", SeriesKey("bp", "accuracy", None, "test")),
        ("layer_1_loss", SeriesKey("ff", "loss", 0)),
        ("epoch_learning_rate", None),
        ("evaluation_loss_vs_iterations", None),
        ("nonsense/ff", None),
    ],
)
def test_what_tags_and_names_mean(tag, key):
    assert key_of(tag) == key


def test_ffstudios_own_tables_come_back_whole(tmp_path):
    history = History()
    for step in range(1, 5):
        history.add(StepDone(0, "ff", step, step / 2, step / 4, (1 / step, 2 / step), None, 8))
        history.add(StepDone(0, "bp", step, step / 2, step / 4, (3 / step,), None, 8))
    (tmp_path / "history.csv").write_text(history.to_csv("a run", "", 1))
    (tmp_path / "history.json").write_text(history.to_json())
    for name in ("history.csv", "history.json"):
        assert looks_like_curves(tmp_path / name)
        read = read_history(tmp_path / name)
        assert (
            read.axes == ("step", "epoch", "seconds", "images")
            and read.history.series.keys() == history.series.keys()
        )
        for key, series in history.series.items():
            for axis in ("step", "epoch", "seconds"):
                assert read.history.series[key].axis(axis).tolist() == series.axis(axis).tolist()
            assert read.history.series[key].values.tolist() == series.values.tolist()
        # In a report as well, not as a stranger's columns of numbers.
        read = over_epochs(read_own(tmp_path / name))
        assert read.curves == {"bp_loss_train": ([0.5, 1.0, 1.5, 2.0], [3.0, 1.5, 1.0, 0.75])}
        assert read.find("loss", "bp") == read.curves and not read.find("loss", "ff")


@pytest.mark.parametrize(
    ("name", "content", "is_one"),
    [
        ("log.csv", "epoch,loss\n0,1\n", True),
        ("log.csv", "epoch;val_accuracy\n0;1\n", True),
        ("digits.csv", "label,pixel0,pixel1\n3,0,255\n", False),
        ("digits.csv", "3,0,255\n1,0,3\n", False),
        ("h.json", '{"loss": [1, 2]}', True),
        ("h.json", '{"history": {"val_loss": [1]}}', True),
        ("spec.json", '{"name": "x", "layers": [{"units": 3, "loss": "symmetric"}]}', False),
        ("events.out.tfevents.123.host", "", True),
        ("notes.txt", "loss,accuracy", False),
    ],
)
def test_files_of_curves_are_told_from_data_and_settings(tmp_path, name, content, is_one):
    (tmp_path / name).write_text(content)
    assert looks_like_curves(tmp_path / name) is is_one


def test_event_files_of_ffstudio_have_steps_and_keras_ones_epochs():
    own = history_of_tags("own", {"loss/bp": [(3, 2.0), (6, 1.0)], "code": []})
    series = own.history.series[SeriesKey("bp", "loss")]
    assert series.axis("step").tolist() == [3, 6] and own.axes == ("step",)
    assert not over_epochs(own).curves  # how many steps an epoch has is not known
    tags = {"loss/bp": [(3, 2.0), (6, 1.0)], "accuracy/bp_test": [(6, 0.5)]}
    assert over_epochs(history_of_tags("own", tags)).curves == {
        "loss/bp": ([0.5, 1.0], [2.0, 1.0]), "accuracy/bp_test": ([1.0], [0.5])
    }  # fmt: skip
    keras = history_of_tags("k", {"train/epoch_loss": [(0, 2.0), (1, 1.0)], "epoch_lr": [(0, 1)]})
    assert keras.axes == ("epoch",) and keras.left_out == ("epoch_lr",)
    assert keras.history.series[SeriesKey("bp", "loss")].axis("epoch").tolist() == [1, 2]
