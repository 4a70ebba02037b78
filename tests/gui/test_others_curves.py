"""Other programs' curves in the window: by button, menu, Open and drop; named, and taken away."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QToolButton

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.events import RunStarted, StepDone
from ffstudio.core.run.history import SeriesKey
from ffstudio.core.run.status import EngineState
from ffstudio.gui.dialogs import questions
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels

LONG = 120_000
LEFT = Qt.MouseButton.LeftButton
VAL = SeriesKey("bp", "accuracy", None, "validation")


@pytest.fixture
def window(qtbot, digits_data, themes, tmp_path):
    layer = LayerSpec(units=7)
    spec = ExperimentSpec(name="mine", data=digits_data.spec, layers=(layer,), batch_size=32,
                          epochs=3, seed=digits_data.seed)  # fmt: skip
    studio = Studio.with_data(spec, digits_data)
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = MainWindow(studio, themes, Settings(store), panels=few_panels("curves", "draw"))
    with qtbot.waitSignal(made.appeared, timeout=LONG):
        made.show()
    made.activateWindow()
    made.docks.bring_up("curves")
    qtbot.waitUntil(lambda: made.docks["curves"].panel is not None, timeout=LONG)
    yield made
    made.close_without_asking()
    made.deleteLater()
    studio.deleteLater()


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "training.csv"
    rows = "".join(f"{i},{0.5 + i / 100},{2 / (i + 1)},0.001,{0.4 + i / 100}\n" for i in range(9))
    path.write_text(f"epoch,accuracy,loss,lr,val_accuracy\n{rows}")
    return path


def panel_of(window):
    return window.docks["curves"].panel


def drop(widget, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    actions, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), actions, mime, LEFT, keys)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(50, 50), actions, mime, LEFT, keys))


def names(window):
    return [one.name for one in window.studio.overlays.histories]


def test_the_panels_button_lays_a_table_over_the_curves(qtbot, window, log, monkeypatch):
    monkeypatch.setattr(questions.CurvesDialog, "ask", classmethod(lambda cls, *args: [log]))
    button = panel_of(window).findChild(QToolButton, "curves_add_button")
    with qtbot.waitSignal(window.studio.others.added, timeout=LONG):
        qtbot.mouseClick(button, LEFT)
    [laid] = window.studio.overlays.histories
    assert laid.name == "training.csv" and "lr" in laid.about
    np.testing.assert_allclose(laid.history.series[VAL].values[-1], 0.48)
    # What has no steps is drawn along the epochs.
    axis = panel_of(window).findChild(QComboBox, "curves_axis_combo")
    assert axis.currentData() == "epoch"
    qtbot.waitUntil(lambda: panel_of(window).plot("accuracy").isVisible(), timeout=LONG)
    assert "lr" in window.statusBar().currentMessage()
    qtbot.waitUntil(lambda: window.commands["take_curves_away"].isEnabled(), timeout=LONG)
    window.commands["take_curves_away"].trigger()
    assert names(window) == []


def test_dropped_on_the_panel_or_opened_beside_a_runs_own(qtbot, window, log, tmp_path):
    studio = window.studio
    studio.history.add(StepDone(0, "bp", 1, 0.5, 0.1, (2.0,), None, 32))
    studio.history_changed.emit()
    history = tmp_path / "history.json"
    history.write_text(json.dumps({"loss": [2.0, 1.0], "val_accuracy": [0.5, 0.6]}))
    with qtbot.waitSignal(studio.others.added, timeout=LONG):
        drop(panel_of(window), log)
    with qtbot.waitSignal(studio.others.added, timeout=LONG):
        window.open_path(history)
    assert names(window) == ["training.csv", "history.json"]
    # Read anew where it is there already.
    with qtbot.waitSignal(studio.others.added, timeout=LONG):
        drop(window, log)
    assert sorted(names(window)) == ["history.json", "training.csv"]

    legend = panel_of(window).findChild(object, "curves_run_legend")
    qtbot.waitUntil(lambda: len(legend.chips) == 3, timeout=LONG)
    source = str(log)
    legend.chips[source].customContextMenuRequested.emit(QPoint(3, 3))
    menu = panel_of(window).findChild(QMenu, "curves_run_menu")
    [action] = menu.actions()
    action.trigger()
    menu.close()
    assert names(window) == ["history.json"] and studio.others.is_any_there
    with qtbot.waitSignal(studio.others.added, timeout=LONG):
        drop(panel_of(window), log)
    assert names(window) == ["history.json", "training.csv"], "what was taken away stays away"


def test_what_cannot_be_read_is_said(qtbot, window, tmp_path, caplog):
    caplog.expected = True
    errors = []
    window.studio.error_raised.connect(lambda error: errors.append(error.message))
    only = tmp_path / "mae.json"
    only.write_text('{"loss": "none", "mae": [1, 2], "val_loss": [}')
    window.studio.others.add([only])
    qtbot.waitUntil(lambda: len(errors) == 1, timeout=LONG)
    assert "not valid JSON" in errors[0]
    only.write_text('{"mae": [1, 2]}')
    window.studio.others.add([only, tmp_path / "gone.csv"])
    qtbot.waitUntil(lambda: len(errors) == 3, timeout=LONG)
    assert "mae" in errors[1] and "gone.csv" in errors[2]
    assert names(window) == []
    window.messages.error_dialog.close()


def test_event_files_of_tensorboard(qtbot, window, tmp_path):
    studio = window.studio
    studio.start()
    qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=LONG)
    folder = tmp_path / "board"
    written = []

    def write(engine):
        files = engine.EventFiles(folder, studio.spec)
        files.take(RunStarted(0, studio.spec, 4, 4))
        for step in range(1, 6):
            files.take(StepDone(0, "bp", step, step / 4, step / 9, (1 / step,), None, 32))
        files.close()
        written.append(True)

    studio.runs.do(write, lambda: None)
    qtbot.waitUntil(lambda: bool(written), timeout=LONG)
    with qtbot.waitSignal(studio.others.added, timeout=LONG):
        drop(panel_of(window), folder)
    [laid] = studio.overlays.histories
    assert laid.name == "board"
    loss = laid.history.series[SeriesKey("bp", "loss")]
    np.testing.assert_allclose(loss.values, 1 / np.arange(1, 6), rtol=1e-6)
    assert loss.axis("step").tolist() == [1, 2, 3, 4, 5] and panel_of(window).axis == "step"
