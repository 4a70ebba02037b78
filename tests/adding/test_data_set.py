"""A data set that is not ffstudio's own: in the window, headless, and in files."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from ffstudio import cli
from ffstudio.core.errors import DatasetError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import Dataset, DataShape
from ffstudio.core.images.datasets import DATASETS, KnownDataset, PublishedFile
from ffstudio.core.run.status import DataState
from ffstudio.gui.dialogs.questions import AboutDialog
from ffstudio.gui.panels.builder.panel import BuilderPanel
from ffstudio.gui.panels.data.panel import DataPanel

SHAPE = DataShape((6, 6), ("cross", "bar", "dot"), "Signs")


def signs(path=""):
    """Three signs in noise."""
    rng = np.random.default_rng(1)
    pictures = np.zeros((3, 6, 6), np.float32)
    pictures[0, 2:4] = pictures[0, :, 2:4] = 1
    pictures[1, 2:4] = 1
    pictures[2, 2:4, 2:4] = 1
    y = np.arange(240) % 3
    x = np.clip(pictures[y] * 0.8 + rng.random((240, 6, 6)) * 0.2, 0, 1).astype(np.float32)
    return Dataset("signs", "Signs", x[:180], y[:180], x[180:], y[180:], SHAPE.class_names)


def missing(path=""):
    raise DatasetError("Signs is not on this computer.", "Download it.")


@pytest.fixture
def known(monkeypatch):
    made = KnownDataset("signs", "Signs", "Three signs in noise.", signs, SHAPE, "Nobody; CC0.")
    monkeypatch.setitem(DATASETS, "signs", made)
    return made


def test_it_trains_and_is_judged_headless(known, tmp_path, capsys):
    spec = ExperimentSpec(
        name="signs",
        layers=(LayerSpec(units=24), LayerSpec(units=24)),
        data=DataSpec("signs"),
        epochs=8,
        batch_size=30,
    )
    path = tmp_path / "signs.json"
    path.write_text(reading.to_json(spec), encoding="utf-8")
    assert reading.read_experiment(path) == spec
    assert cli.main(["train", str(path), "--out", str(tmp_path), "--json"]) == cli.OK
    result = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert result["accuracy"]["bp"] > 0.9
    model = str(tmp_path / "model.h5")
    for options in ([], ["--dataset", "signs"]):
        assert cli.main(["evaluate", model, *options, "--json"]) == cli.OK
        judged = json.loads(capsys.readouterr().out)
        assert (judged["data"], judged["images"]) == ("Signs", 60)
        assert judged["bp"]["accuracy"] == result["accuracy"]["bp"]


def test_its_layers_are_listed_without_the_images(monkeypatch, tmp_path, capsys):
    away = KnownDataset("signs", "Signs", "Three signs in noise.", missing, SHAPE)
    monkeypatch.setitem(DATASETS, "signs", away)
    path = tmp_path / "signs.json"
    spec = ExperimentSpec(layers=(LayerSpec(units=5),), data=DataSpec("signs"))
    path.write_text(reading.to_json(spec), encoding="utf-8")
    assert cli.main(["summary", str(path)]) == cli.OK
    assert "output 3" in capsys.readouterr().out
    assert cli.main(["train", str(path)]) == cli.BAD_INPUT
    assert "Signs is not on this computer" in capsys.readouterr().err


def test_the_builder_offers_it_and_about_names_its_maker(known, qtbot, studio, themes):
    panel = BuilderPanel(studio, themes)
    qtbot.addWidget(panel)
    panel.show()
    box = panel.findChild(QComboBox, "data_name")
    row = box.findText("Signs")
    assert row >= 0
    with qtbot.waitSignal(studio.data_changed, timeout=10_000):
        box.setCurrentIndex(row)
        box.activated.emit(row)
    assert studio.data.title == "Signs"
    assert studio.data.num_classes == 3
    about = AboutDialog()
    qtbot.addWidget(about)
    assert any("Signs: Nobody; CC0." in label.text() for label in about.findChildren(QLabel))


@pytest.mark.parametrize("files", [(), (PublishedFile("http://127.0.0.1/x", "x", "md5", "0"),)])
def test_a_button_downloads_it_where_it_is_published(monkeypatch, qtbot, studio, themes, files):
    away = KnownDataset("signs", "Signs", "Three signs.", missing, SHAPE, downloads=files)
    monkeypatch.setitem(DATASETS, "signs", away)
    panel = DataPanel(studio, themes)
    qtbot.addWidget(panel)
    panel.show()
    try:
        studio.edits.edit(studio.spec.replace(data=DataSpec("signs")), "Signs")
        qtbot.waitUntil(lambda: studio.data_state[0] is DataState.MISSING)
        assert any(
            b.isVisible() for b in panel.findChildren(QPushButton, "download_button")
        ) == bool(files)
    finally:
        panel.shutdown()
