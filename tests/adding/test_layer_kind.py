"""A kind of layer that is not ffstudio's own: in the builder, headless, and in files."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox, QListWidget

from ffstudio import cli
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.layer_kinds import LAYER_KINDS
from ffstudio.core.experiment.layer_kinds.kind import IMAGE, LayerKind, make_layer
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.files.ours.archive import read_archive
from ffstudio.gui.panels.builder.panel import BuilderPanel


class Frame(LayerKind):
    """A frame of zeros around the image; as wide as its block is large."""

    name = "frame"
    label = "Frame of zeros"
    help = "Makes the image larger. Backprop only."
    group = "pooling"
    settings = ("pool_size",)
    keras = ("ZeroPadding2D",)
    needs = IMAGE
    enters = IMAGE

    def make(self, layer, name, hands_on_rows):
        yield make_layer("ZeroPadding2D", name, padding=layer.pool_size)

    def short_text(self, layer):
        return f"frame{layer.pool_size}"


@pytest.fixture
def frame(monkeypatch):
    monkeypatch.setitem(LAYER_KINDS, "frame", Frame())


LAYERS = (LayerSpec("frame", pool_size=3), LayerSpec("conv", 4), LayerSpec(units=12))


def test_the_builder_offers_and_shows_it(frame, qtbot, studio, themes):
    panel = BuilderPanel(studio, themes)
    qtbot.addWidget(panel)
    panel.show()
    box = panel.findChild(QComboBox, "layer_kind")
    row = box.findText("Frame of zeros")
    assert row >= 0
    box.setCurrentIndex(row)
    box.activated.emit(row)
    assert [layer.kind for layer in studio.spec.layers] == ["frame", "dense"]
    assert studio.spec.algorithms == "bp"  # Forward-Forward cannot train it
    assert studio.problems == []
    first = panel.findChild(QListWidget, "layer_list").item(0).text()
    assert "frame of zeros" in first
    assert "32×32×1" in first  # 28 and a block of 2 on each side


def test_it_trains_headless_and_its_file_opens(frame, tmp_path, capsys):
    spec = ExperimentSpec(
        name="framed", algorithms="bp", layers=LAYERS, epochs=1, data=DataSpec("digits", subset=0.2)
    )
    assert spec_problems(spec, 784, 10, (28, 28)) == []
    path = tmp_path / "framed.json"
    path.write_text(reading.to_json(spec), encoding="utf-8")
    assert reading.read_experiment(path) == spec
    assert cli.main(["train", str(path), "--out", str(tmp_path), "--json"]) == cli.OK
    result = json.loads(capsys.readouterr().out.splitlines()[-1])
    archive = read_archive(tmp_path / "model.h5")
    assert archive.spec.layers == LAYERS
    assert cli.main(["evaluate", str(tmp_path / "model.h5"), "--json"]) == cli.OK
    judged = json.loads(capsys.readouterr().out)
    assert judged["accuracy"] == result["accuracy"]["bp"]
    # Looked at without Keras it is the same net.
    activities = archive.snapshot.bp.activities(np.zeros((1, 784), np.float32))
    assert [a.shape[1:] for a in activities] == [(34, 34, 4), (12,), (10,)]
