"""The run bar: its state follows the studio's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QToolButton

from ffstudio.core.run.progress import Progress
from ffstudio.core.run.status import EngineState, RunEnd, RunStatus
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.gui.window.run_controls import duration_text, progress_text


@pytest.fixture
def bar(qtbot, studio, themes, tmp_path):
    """The bar of a window; its buttons are the window's actions."""
    font = QApplication.font()
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(studio, themes, Settings(store))
    with qtbot.waitSignal(window.appeared):
        window.show()
    yield window.run_controls
    window.close_without_asking()
    window.deleteLater()
    QApplication.setFont(font)


def test_train_says_why_it_is_disabled(qtbot, bar, studio):
    train = bar.findChild(QPushButton, "train_button")
    assert not train.isEnabled()
    assert "warming up" in train.toolTip()
    assert "warming up" in bar.findChild(QLabel, "run_text").text()
    studio.set_engine_state(EngineState.READY)
    qtbot.waitUntil(train.isEnabled)
    studio.edits.edit(studio.spec.with_layer(0, units=0))
    qtbot.waitUntil(lambda: not train.isEnabled())
    assert "units" in train.toolTip()


@pytest.mark.parametrize(
    ("status", "text", "shown"),
    [
        (RunStatus.IDLE, "Train", set()),
        (RunStatus.STARTING, "Pause", {"stop_button", "cancel_button"}),
        (RunStatus.RUNNING, "Pause", {"stop_button", "cancel_button"}),
        (RunStatus.PAUSED, "Resume", {"stop_button", "cancel_button"}),
    ],
)
def test_buttons_follow_the_status(qtbot, bar, studio, status, text, shown):
    studio.set_engine_state(EngineState.READY)
    studio.set_status(status)
    qtbot.waitUntil(lambda: bar.findChild(QPushButton, "train_button").text() == text)
    for name in ("stop_button", "cancel_button"):
        button = bar.findChild(QToolButton, name)
        assert button.isVisible() == (name in shown)
    studio.set_status(RunStatus.IDLE)


def test_texts():
    assert duration_text(59.6) == "1:00"
    assert duration_text(3725) == "1:02:05"
    progress = Progress(0.25, 3, 10, 12.0, 12345.6, "ff", 1, 5.0)
    assert progress_text(progress) == "epoch 3 of 10 · layer 2 · 12,346 images/s · 0:12 left"


def test_clicks_drive_a_real_run(qtbot, bar, studio):
    studio.start()
    train = bar.findChild(QPushButton, "train_button")
    qtbot.waitUntil(train.isEnabled, timeout=120_000)
    studio.edits.edit(studio.spec.replace(epochs=3000))
    qtbot.mouseClick(train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: studio.status is RunStatus.RUNNING, timeout=120_000)
    qtbot.waitUntil(lambda: len(studio.history.epochs) > 1, timeout=120_000)
    progress = bar.findChild(QProgressBar, "run_progress")
    assert "of 3000" in bar.findChild(QLabel, "run_text").text()
    qtbot.mouseClick(train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: train.text() == "Resume", timeout=10_000)
    steps = lambda: next(iter(studio.history.series.values())).axis("step")[-1]  # noqa: E731
    before = steps()
    step = bar.findChild(QToolButton, "step_button")
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: steps() == before + 1, timeout=10_000)
    qtbot.waitUntil(lambda: studio.status is RunStatus.PAUSED, timeout=10_000)
    assert progress.value() >= 0
    with qtbot.waitSignal(studio.run_finished, timeout=10_000) as finished:
        qtbot.mouseClick(bar.findChild(QToolButton, "stop_button"), Qt.MouseButton.LeftButton)
    assert finished.args[0].end is RunEnd.STOPPED
    again = bar.findChild(QToolButton, "continue_button")
    qtbot.waitUntil(again.isEnabled)
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: studio.status is RunStatus.RUNNING, timeout=60_000)
    with qtbot.waitSignal(studio.run_finished, timeout=10_000) as finished:
        qtbot.mouseClick(bar.findChild(QToolButton, "cancel_button"), Qt.MouseButton.LeftButton)
    assert finished.args[0].end is RunEnd.CANCELLED
