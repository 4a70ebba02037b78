"""Curves of other programs."""

from __future__ import annotations

import json
import math

import pytest

from ffstudio.core.errors import FfstudioError
from ffstudio.core.run.others import curves_of_tags, read_others


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
