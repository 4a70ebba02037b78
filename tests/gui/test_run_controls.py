"""The run bar: its state follows the studio's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QToolButton

from ffstudio.core.run.events import PhaseChanged
from ffstudio.core.run.progress import Progress
from ffstudio.core.run.status import EngineState, RunEnd, RunPhase, RunStatus
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.gui.window.run_texts import duration_text, progress_text
from tests.gui.few_panels import few_panels


@pytest.fixture
def bar(qtbot, studio, themes, tmp_path):
    """The bar of a window; its buttons are the window's actions."""
    font = QApplication.font()
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(studio, themes, Settings(store), panels=few_panels("log"))
    with qtbot.waitSignal(window.appeared):
        window.show()
    yield window.run_controls
    window.close_without_asking()
    window.deleteLater()
    window.studio.deleteLater()
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
    assert "Units must be" in train.toolTip()


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
    # With other layers in the builder it could only be refused.
    made = studio.spec
    studio.edits.edit(made.with_layer(0, units=made.layers[0].units + 1))
    qtbot.waitUntil(lambda: not again.isEnabled())
    assert "not those of this net" in again.toolTip()
    studio.edits.undo_stack.undo()
    qtbot.waitUntil(again.isEnabled)
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: studio.status is RunStatus.RUNNING, timeout=60_000)
    with qtbot.waitSignal(studio.run_finished, timeout=10_000) as finished:
        qtbot.mouseClick(bar.findChild(QToolButton, "cancel_button"), Qt.MouseButton.LeftButton)
    assert finished.args[0].end is RunEnd.CANCELLED


def test_a_wait_is_named_and_its_seconds_are_counted(qtbot, bar, studio):
    text = bar.findChild(QLabel, "run_text")
    progress = bar.findChild(QProgressBar, "run_progress")
    studio.set_engine_state(EngineState.READY)
    studio.set_phase(None)  # a run is asked for
    studio.set_status(RunStatus.STARTING)
    qtbot.waitUntil(lambda: text.text() == "waiting for the engine")
    assert progress.maximum() == 0, "nothing can be counted yet"
    studio.set_status(RunStatus.RUNNING)
    studio.set_phase(PhaseChanged(1, RunPhase.COMPILING, "ff"))
    qtbot.waitUntil(lambda: text.text() == "compiling Forward-Forward")
    qtbot.waitUntil(lambda: text.text() == "compiling Forward-Forward · 2 s", timeout=10_000)
    studio.set_phase(PhaseChanged(1, RunPhase.TRAINING))
    qtbot.waitUntil(lambda: text.text().startswith("epoch "))
    # A short judgement is not worth a word; a long one is, and says of how many images.
    studio.set_phase(PhaseChanged(1, RunPhase.JUDGING, "bp", 0, 10_000))
    assert text.text().startswith("epoch ")
    qtbot.waitUntil(
        lambda: text.text().startswith("judging backprop on 10,000 images"), timeout=10_000
    )
    studio.set_status(RunStatus.PAUSED)
    qtbot.waitUntil(lambda: text.text().startswith("paused · epoch "))
    studio.set_status(RunStatus.IDLE)


def test_what_is_under_way_at_rest_is_named_with_its_seconds(qtbot, bar, studio):
    text, progress = (
        bar.findChild(k, f"activity_{n}") for k, n in ((QLabel, "text"), (QProgressBar, "progress"))
    )
    activity = studio.activities.begin("Loading MNIST")
    qtbot.waitUntil(text.isVisible)
    assert text.text() == "Loading MNIST"
    assert progress.maximum() == 0
    assert not bar.findChild(QToolButton, "cancel_activity_button").isVisible()
    qtbot.waitUntil(lambda: text.text() == "Loading MNIST · 1 s", timeout=10_000)
    activity.errand.tell("trying preprocessing", 3, 12)
    qtbot.waitUntil(lambda: "trying preprocessing 3 of 12" in text.text())
    assert progress.value() / progress.maximum() == 0.25
    # Something that a user has asked for and can cancel goes before it.
    cancelled = []
    other = studio.activities.begin("Opening net.h5", lambda: cancelled.append(True))
    qtbot.waitUntil(lambda: text.text() == "Opening net.h5")
    qtbot.mouseClick(
        bar.findChild(QToolButton, "cancel_activity_button"), Qt.MouseButton.LeftButton
    )
    assert cancelled == [True]
    studio.activities.end(other)
    studio.activities.end(activity)
    qtbot.waitUntil(lambda: not text.isVisible())
