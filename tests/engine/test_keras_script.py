"""Keras scripts in a process of their own: every loss is that of the run, bit for bit."""

from __future__ import annotations

import csv
import dataclasses
import os
import runpy
import subprocess
import sys
from collections import defaultdict

import pytest

from ffstudio import engine
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.presets import preset
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.run.history import History
from ffstudio.files.scripts import save_script
from tests.marks import THOROUGH

# Curves that a script does not write: sums of others.
NOT_WRITTEN = {"epoch_loss", "cumulative_accuracy", "moved", "learnt"}


def small(epochs=2, **changes):
    spec = preset("digits-quick").with_layer(0, units=40).with_layer(1, units=30)
    ff, bp, data = (
        dataclasses.replace(part, **changes.pop(name, {}))
        for name, part in (("ff", spec.ff), ("bp", spec.bp), ("data", spec.data))
    )
    return spec.replace(epochs=epochs, ff=ff, bp=bp, data=data, **changes)


def conv(units, **settings):
    return LayerSpec("conv", units, learning_rate=0.004, **settings)


def with_layers(spec, first, second):
    return spec.with_layer(0, **first).with_layer(1, **second)


CASES = {
    "both nets": small(),
    "next layer's view": small(ff={"negatives": "hard_next", "votes": "2-"}),
    "weighted votes": small(ff={"negatives": "hard", "votes": "0.5, 1"}),
    "the first alone votes": small(ff={"negatives": "hard", "votes": "1"}),
    "Hinton's recipe": with_layers(
        small(
            1,
            ff={"goodness": "sum_square", "threshold_per_unit": True, "peer": 0.03,
                "read_out": True, "read_layers": "all", "negatives": "random",
                "collaboration": "earlier"}
        ),
        {"loss": "logistic"}, {"loss": "separate"},
    ),
    "the Keras example": with_layers(
        small(
            ff={"negatives": "shuffled", "schedule": "inner_loops", "inner_steps": 3,
                "normalisation": "l2", "label_amplitude": "maximum"}
        ),
        {"loss": "logistic", "learning_rate": 0.03}, {"loss": "overlap"},
    ),
    "layer by layer": with_layers(
        small(
            ff={"negatives": "hard_first", "schedule": "greedy", "label_embedding": "append",
                "label_repeats": 2, "label_scale": 2.0, "normalisation": "standard",
                "rate_schedule": "cosine", "goodness": "entmax"}
        ),
        {"activation": "leaky_relu"}, {"activation": "tanh", "loss": "swish"},
    ),
    "penalties and dropped units": with_layers(
        small(
            3, ff={"collaboration": "others", "goodness": "mean_absolute", "dropout_mask": "shared"},
            bp={"label_smoothing": 0.1, "patience": 1, "optimizer": "sgd",
                "rate_schedule": "linear", "learning_rate": 2.0},
        ),
        {"l1": 1e-5, "l2": 1e-4, "dropout": 0.2, "weight_decay": 0.01, "optimizer": "momentum"},
        {"loss": "margin", "dropout": 0.1, "optimizer": "rmsprop"},
    ),
    "scores: a learnt matrix, a read-out": with_layers(
        small(
            ff={"goodness": "projection", "sharpness": 1.0, "read_out": True, "read_layers": "all",
                "votes": "1, 0.5"}
        ),
        {"dropout": 0.2, "weight_decay": 0.01}, {"l2": 1e-4},
    ),
    "scores: prototypes, layer by layer": small(ff={"goodness": "prototypes", "schedule": "greedy"}),
    "scores: convolutions by class": small(
        ff={"goodness": "class_mean", "read_out": True, "votes": "0.5, 1, 1"},
        layers=(
            conv(10, kernel_size=3, pooling="average", stride=2, dropout=0.1),
            conv(10, kernel_size=2, pooling="max", padding="valid"),
            LayerSpec(units=20, learning_rate=0.004),
        ),
    ),
    "scores: energies of patches": small(
        ff={"goodness": "spatial", "normalisation": "channels"},
        layers=(conv(12, kernel_size=3, pooling="rms"), LayerSpec(units=20)),
    ),
    "scores: blocks with shortcuts": small(
        1, algorithms="ff",
        ff={"goodness": "projection", "sharpness": 1.0, "class_loss": "predsim", "comparison": "linear"},
        layers=(
            conv(8, kernel_size=3, pooling="max", batch_norm=True),
            conv(8, groups=4, dropout=0.1, skip=1),
            conv(10, stride=2, skip=2, batch_norm=True), LayerSpec("local", 6, kernel_size=3, stride=2),
            LayerSpec(units=12),
        ),
    ),
    "scores: like images alike": small(
        ff={"goodness": "projection", "sharpness": 2.0, "class_loss": "similarity", "schedule": "greedy"},
        layers=(conv(8, kernel_size=3, stride=2, batch_norm=True), LayerSpec(units=12, batch_norm=True)),
    ),
    "scores: images of a class nearer": small(
        ff={"goodness": "projection", "class_loss": "contrastive", "sharpness": 5.0},
        layers=(conv(10, kernel_size=3, stride=2), LayerSpec(units=20)),
    ),
    "no labels: hybrids of fields": small(
        algorithms="ff",
        ff={"negatives": "hybrid", "peer": 0.01, "read_layers": "all", "read_out_rate": 0.01,
            "collaboration": "earlier"},
        layers=(
            LayerSpec("local", 8, kernel_size=10, stride=6, dropout=0.1),
            LayerSpec("local", 12, kernel_size=2), LayerSpec(units=20, loss="logistic"),
        ),
    ),
    "no labels: pairs of images": small(
        algorithms="ff", ff={"negatives": "other_image", "normalisation": "standard", "read_layers": "1, 0, 1",
            "read_out_rate": 0.01, "dropout_mask": "shared", "sharpness": 1.0},
        layers=(LayerSpec(units=20, loss="overlap", threshold=2.0, dropout=0.1),
                LayerSpec(units=20, skip=1), LayerSpec(units=10, skip=2)),
    ),
    "top-down connections": small(
        algorithms="ff", ff={"feedback": True, "negatives": "hard", "frames": 6, "read_out": True,
            "collaboration": "others", "normalisation": "standard", "label_scale": 2.0},
        layers=(LayerSpec(units=20, loss="logistic"), LayerSpec(units=16), LayerSpec(units=12)),
    ),
    "a stack: strides, groups, pools, drops": small(
        algorithms="bp", bp={"output_bias": False},
        layers=(
            conv(8, kernel_size=3, stride=2, use_bias=False), LayerSpec("max_pool"),
            LayerSpec("batch_norm"), conv(8, kernel_size=2, groups=2, dropout=0.1, l2=1e-4),
            LayerSpec("flatten"), LayerSpec("dropout", dropout=0.2), LayerSpec(units=12),
        ),
    ),
    "a stack: rows": small(
        algorithms="bp", layers=(LayerSpec("gru", 8), LayerSpec(units=12, dropout=0.1)),
    ),
    "a twin with all that layers have": small(
        algorithms="bp", bp={"patience": 1, "learning_rate": 0.02}, epochs=3,
        layers=(
            conv(6, kernel_size=3, pooling="rms", batch_norm=True, dropout=0.1),
            conv(6, kernel_size=2, groups=3, l1=1e-5), conv(8, stride=2, skip=2, batch_norm=True),
            LayerSpec("local", 5, kernel_size=3, stride=2), LayerSpec(units=9),
            LayerSpec(units=12, skip=1, dropout=0.2),
        ),
    ),
    "changed images": small(
        1, data={"flip": "both", "rotation": 10.0, "zoom": 0.1, "elastic": 0.7, "border": "mirror", "cutout": 5,
                 "dropped_pixels": 0.1}
    ),
    "moved images": small(
        4, data={"flip": "horizontal", "shift": 1, "border": "edge", "validation": 0.0}, ff={"normalisation": "standard", "goodness": "top_k"}, batch_size=10**6
    ),
}  # fmt: skip


def curves_of(path):
    curves = defaultdict(list)
    with path.open(newline="") as file:
        for row in csv.DictReader(file):
            name = row["algorithm"], row["metric"], row["layer"], row["dataset"]
            curves[name].append((int(row["step"]), float(row["epoch"]), float(row["value"])))
    return curves


# A script is compiled as its run was; these are compiled by XLA.
COMPILED = {
    "both nets", "a stack: strides, groups, pools, drops", "penalties and dropped units", "scores: a learnt matrix, a read-out",
}  # fmt: skip


# In this process, which has TensorFlow already: that scripts need nothing of ours others show.
WITHIN = {"scores: blocks with shortcuts"}


def run_within(script, monkeypatch, *arguments):
    """Runs a script as its own program, but in this process."""
    monkeypatch.setattr(sys, "argv", [str(script), *arguments])
    runpy.run_path(str(script), run_name="__main__")


EACH_TIME = {
    "Hinton's recipe", "scores: blocks with shortcuts", "a stack: strides, groups, pools, drops",
}  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name,
            marks=[pytest.mark.xla] * (name in COMPILED) + [THOROUGH] * (name not in EACH_TIME),
        )
        for name in CASES
    ],
)
def test_a_script_repeats_every_value(name, tmp_path, monkeypatch):
    spec = CASES[name]
    script, out = tmp_path / "again.py", tmp_path / "curves.csv"
    written = save_script(spec, script, version="1")
    assert [path.name for path in written] == ["again.py", "again-images.npz"]
    if name in WITHIN:
        run_within(script, monkeypatch, "--out", str(out))
    else:
        elsewhere = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
        done = subprocess.run(
            [sys.executable, "-I", str(script), "--out", str(out)],
            capture_output=True, text=True, env=elsewhere, cwd=tmp_path, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-2000:]
    history = History()
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    engine.Session(spec, data).run(history.add)
    theirs, compared = curves_of(out), 0
    for key, series in history.series.items():
        if key.metric in NOT_WRITTEN:
            continue
        layer = "" if key.layer is None else str(key.layer + 1)
        mine = list(
            zip(
                series.axis("step").astype(int).tolist(),
                series.axis("epoch").tolist(),
                series.values.tolist(),
                strict=True,
            )
        )
        assert theirs.pop((key.algorithm, key.metric, layer, key.dataset)) == mine, key.label
        compared += len(mine)
    assert not theirs
    assert compared > 10


def test_a_script_says_what_it_learnt(tmp_path, monkeypatch, capsys):
    layers = (conv(4, kernel_size=3, pooling="rms", stride=2), LayerSpec(units=20))
    spec = small(1, algorithms="bp", layers=layers)
    save_script(spec, tmp_path / "again.py", version="1")
    run_within(tmp_path / "again.py", monkeypatch)
    told = capsys.readouterr().out
    assert "epoch   1 of 1  BP" in told
    assert "right of the test images" in told
