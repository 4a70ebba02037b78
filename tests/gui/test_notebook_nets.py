"""A notebook's Forward-Forward net in the window: shown, learning on, handed on."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog

from ffstudio import engine
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio

LONG = 60_000


@pytest.fixture(scope="module")
def net(tmp_path_factory):
    digits = prepare(datasets.load(DataSpec("digits")), DataSpec("digits"), 1)
    keras.utils.set_random_seed(3)
    made = engine.ForwardForward(784, 10, [{"units": 40}, {"units": 30}], label_scale=2.0)
    made.compile(keras.optimizers.Adam(0.004), seed=1)
    made.fit(digits.train.x, digits.train.y, batch_size=100, epochs=3, verbose=0)
    path = tmp_path_factory.mktemp("net") / "net.keras"
    made.save(path)
    return path, made, digits


@pytest.fixture
def window(qtbot, tmp_path):
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    studio = Studio(ExperimentSpec(data=DataSpec("digits")))
    made = MainWindow(studio, ThemeManager("light"), Settings(store))
    with qtbot.waitExposed(made):
        made.show()
    studio.start()
    qtbot.waitUntil(lambda: studio.why_not_train() == "", timeout=LONG)
    yield made
    made.close_without_asking()
    assert made.ended
    made.deleteLater()
    studio.deleteLater()


def test_it_opens_goes_on_and_is_handed_on(qtbot, window, net, tmp_path, monkeypatch):
    path, made, digits = net
    studio, said = window.studio, []
    studio.message.connect(said.append)
    with qtbot.waitSignal(studio.model_opened, timeout=LONG):
        window.open_path(path)
    assert any("does not say which images" in text for text in said)
    scores = studio.snapshot.ff.label_goodness(digits.test.x).sum(axis=1)
    np.testing.assert_allclose(scores, made.predict(digits.test.x, verbose=0), rtol=1e-3, atol=1e-4)

    name = "TensorFlow Lite (*.tflite)"
    target = tmp_path / "scores"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", staticmethod(lambda *args, **more: (str(target), name))
    )
    with qtbot.waitSignal(studio.net_exported, timeout=LONG):
        window.commands["save_ff_net_as"].trigger()
    assert (tmp_path / "scores.tflite").stat().st_size > 10_000

    spec = studio.spec.replace(data=DataSpec("digits"), epochs=2, batch_size=100)
    studio.edits.edit(spec)
    qtbot.waitUntil(window.commands["continue"].isEnabled, timeout=LONG)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG) as finished:
        window.commands["continue"].trigger()
    before = made.evaluate(digits.test.x, digits.test.y, verbose=0)[1]
    assert finished.args[0].test_accuracy["ff"] > before - 0.02
