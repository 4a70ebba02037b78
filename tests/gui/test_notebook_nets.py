"""A notebook's Forward-Forward net in the window: shown, learning on, handed on."""

from __future__ import annotations

import dataclasses

import keras
import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QLabel

from ffstudio import engine
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.history import SeriesKey
from ffstudio.gui.panels.explain.panel import ExplainPanel
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


def told(window):
    """What is said of settings that the nets do not take over."""
    for toast in window.messages.toasts.shown:
        if toast.findChild(QLabel, "toast_title").text() == "The nets go on as they were made":
            return toast.findChild(QLabel, "toast_text").text()
    return ""


def test_it_goes_on_in_the_batches_that_the_builder_says_and_what_else_it_says_is_told(
    qtbot, window, net, caplog
):
    caplog.expected = True
    studio = window.studio
    with qtbot.waitSignal(studio.model_opened, timeout=LONG):
        window.open_path(net[0])
    assert studio.spec.layers[0].learning_rate == 0.004
    window.docks.bring_up("explain")
    panel = window.findChild(ExplainPanel)
    qtbot.waitUntil(lambda: panel.explained is not None, timeout=LONG)
    assert panel.explained.epochs is None
    assert panel.findChild(QLabel, "explain_about_label").text() == ""

    ff = dataclasses.replace(studio.spec.ff, sharpness=5.0)
    data = DataSpec("digits")
    studio.edits.edit(studio.spec.replace(data=data, epochs=2, batch_size=100, ff=ff))
    qtbot.waitUntil(window.commands["continue"].isEnabled, timeout=LONG)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        window.commands["continue"].trigger()
        qtbot.waitUntil(lambda: told(window) != "", timeout=LONG)
        assert told(window) == (
            "What the builder holds otherwise does not apply to them: Sharpness α. Press Train for "
            "new nets by it."
        )
    assert studio.history.series[SeriesKey("ff", "loss", 0)].axis("step")[-1] == 2 * 15
    qtbot.waitUntil(lambda: panel.explained.epochs == 2, timeout=LONG)
    assert "after 2 epochs" in panel.findChild(QLabel, "explain_about_label").text()
