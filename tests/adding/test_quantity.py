"""A quantity and a plot declared from outside, seen in a run, on screen and in every file."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from ffstudio import cli
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.spec import DataSpec, ExperimentSpec, LayerSpec
from ffstudio.core.run.history import History, SeriesKey
from ffstudio.core.run.quantities import PLOTS, QUANTITIES, PlotEntry, Quantity
from ffstudio.files.ours.archive import read_archive
from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.panels.curves.panel import CurvesPanel
from ffstudio.jobs.studio import Studio

SPEC = ExperimentSpec(
    epochs=2,
    batch_size=16,
    layers=(LayerSpec(units=20), LayerSpec(units=12)),
    data=DataSpec(name="digits", subset=0.2, validation=0.1),
)


def _is_loss(row, layer):
    return (row["algorithm"], row["metric"], row["layer"]) == ("ff", "loss", layer)


def norms(net):
    return tuple(np.linalg.norm(layer.kernel) for layer in net.layers)


@pytest.fixture
def weight_norm(monkeypatch):
    """The length of each layer's weights, after every epoch of either net."""
    quantity = Quantity(
        "weight_norm",
        "weight norm",
        per_layer=("ff", "bp"),
        row="weight_norm",
        plot="weight_norm",
        layer_legend="{net} layer {layer}",
        marker=None,
        measure=lambda moment: norms(moment.net),
    )
    monkeypatch.setitem(QUANTITIES, quantity.name, quantity)
    monkeypatch.setitem(PLOTS, "weight_norm", PlotEntry("Weight norm", "Norm"))
    return quantity


@pytest.fixture
def loss_spread(monkeypatch):
    """How far the layers' losses are apart, after every step of Forward-Forward."""
    quantity = Quantity(
        "loss_spread",
        "spread of the losses",
        algorithms=("ff",),
        per_step=True,
        plot="ff_loss",
        is_smoothed=True,
        legend="Spread",
        measure=lambda moment: max(moment.losses) - min(moment.losses),
    )
    monkeypatch.setitem(QUANTITIES, quantity.name, quantity)
    return quantity


def test_seen_by_the_window(qtbot, themes, tmp_path, weight_norm):
    studio = Studio(SPEC)
    panel = CurvesPanel(studio, themes)
    qtbot.addWidget(panel)
    panel.resize(560, 900)
    with qtbot.waitExposed(panel):
        panel.show()
    studio.start()
    try:
        qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=120_000)
        with qtbot.waitSignal(studio.run_finished, timeout=60_000):
            studio.runs.train()
        last = {"ff": norms(studio.snapshot.ff), "bp": norms(studio.snapshot.bp)}
        keys = panel.keys("weight_norm")
        assert len(keys) == len(last["ff"]) + len(last["bp"])
        assert keys[0] == SeriesKey("ff", "weight_norm", 0)
        for key in keys:
            qtbot.waitUntil(lambda key=key: panel.curve(key) is not None)
            qtbot.waitUntil(lambda key=key: len(panel.curve(key).data()[0]) == 2)
            assert panel.curve(key).data()[1][-1] == pytest.approx(last[key.algorithm][key.layer])
        assert panel.plot("weight_norm").isVisible() and panel.plot("weight_norm").y_label == "Norm"
        assert panel.findChild(QLabel, "weight_norm_title").text() == "Weight norm"
        assert panel.chip(keys[1]).text() == "FF layer 2"
        assert studio.history.epochs[-1]["bp_weight_norm"] == pytest.approx(last["bp"])
        figures = {f.figure_name: f for f in panel.figures()}
        rows = figures["weight-norm"].figure_table()[1]
        assert rows[0][:4] == ["FF layer 1 weight norm (train)", "ff", "weight_norm", 1]
        export_all([figures["weight-norm"]], tmp_path, ExportOptions(("svg",)), studio.history)
        assert "Weight norm" in next(tmp_path.glob("*.svg")).read_text()
    finally:
        panel.shutdown()
        assert studio.shutdown(10.0)


def test_seen_headless_and_in_every_file(tmp_path, capsys, monkeypatch, weight_norm, loss_spread):
    experiment, out = tmp_path / "norm.json", tmp_path / "out"
    experiment.write_text(reading.to_json(SPEC))
    assert cli.main(["train", str(experiment), "--json", "--out", str(out)]) == 0
    told = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    row = told["history"][-1]
    assert len(row["ff_weight_norm"]) == 2 and all(v > 0 for v in row["ff_weight_norm"])

    rows = list(csv.DictReader(io.StringIO((out / "history.csv").read_text())))
    lengths = [
        float(r["value"]) for r in rows if r["metric"] == "weight_norm" and r["layer"] == "1"
    ]
    assert len(lengths) == 4, "two epochs of two nets"
    spreads = [float(r["value"]) for r in rows if r["metric"] == loss_spread.name]
    losses = [[float(r["value"]) for r in rows if _is_loss(r, layer)] for layer in ("1", "2")]
    np.testing.assert_allclose(spreads, np.abs(np.subtract(*losses)), rtol=1e-9)
    assert loss_spread.name not in " ".join(row), "a value per step has no row per epoch"
    saved = json.loads((out / "history.json").read_text())
    assert saved["epochs"][-1]["ff_weight_norm"] == row["ff_weight_norm"]
    table = (out / "history.csv").read_text()
    assert History.from_dict(saved).to_csv("out", "", SPEC.seed) == table

    kept = read_archive(out / "model.h5")
    assert kept.history.to_csv("out", "", SPEC.seed) == table
    assert kept.history.epochs[-1]["ff_weight_norm"] == row["ff_weight_norm"]
    assert kept.history.epochs[-1]["ff_weight_norm"] == pytest.approx(norms(kept.snapshot.ff))
    # Where nobody has declared it, the file opens all the same, with the other curves.
    monkeypatch.delitem(QUANTITIES, weight_norm.name)
    plain = read_archive(out / "model.h5").history
    assert {key.metric for key in plain.series} == {
        key.metric for key in kept.history.series if key.metric != weight_norm.name
    }
    assert "ff_weight_norm" not in plain.epochs[-1]
