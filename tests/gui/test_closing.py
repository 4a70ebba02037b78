"""Closing the window while the real engine trains: it ends in time, and saves when asked to."""

import time

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.status import RunStatus
from ffstudio.files.ours.archive import read_archive
from ffstudio.gui.dialogs import questions
from ffstudio.gui.dialogs.questions import Leave
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window import closing
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels

ENGINE_MS = 120_000


@pytest.fixture
def training_window(qtbot, tmp_path):
    """A window in which a long run of a small net is under way."""
    spec = ExperimentSpec(
        name="Long run",
        epochs=10_000,
        batch_size=32,
        layers=(LayerSpec(units=16), LayerSpec(units=16)),
        data=DataSpec(name="digits", subset=0.3),
    )
    font = QApplication.font()
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    studio = Studio(spec)
    window = MainWindow(studio, ThemeManager("light"), Settings(store), panels=few_panels("log"))
    with qtbot.waitExposed(window):
        window.show()
    studio.start()
    qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=ENGINE_MS)
    window.commands["train"].trigger()
    qtbot.waitUntil(
        lambda: studio.status is RunStatus.RUNNING and bool(studio.history), timeout=ENGINE_MS
    )
    yield window
    window.close_without_asking()
    assert window.ended
    window.deleteLater()
    window.studio.deleteLater()
    QApplication.setFont(font)


def answer(monkeypatch, dialog, reply):
    monkeypatch.setattr(dialog, "ask", classmethod(lambda cls, *args: reply))


def test_discarding_ends_soon(training_window, monkeypatch):
    answer(monkeypatch, questions.CloseWhileTrainingDialog, Leave.DISCARD)
    monkeypatch.setattr(closing, "SHUTDOWN_S", 30.0)  # a loaded machine is slow
    begun = time.monotonic()
    training_window.close()
    assert training_window.ended
    assert training_window.ended_cleanly, "every thread has ended"
    assert time.monotonic() - begun < 20.0  # it would train for hours


def test_stop_and_save_writes_the_model_then_closes(qtbot, training_window, monkeypatch, tmp_path):
    path = tmp_path / "net.h5"
    answer(monkeypatch, questions.CloseWhileTrainingDialog, Leave.SAVE)
    answer(monkeypatch, questions.SaveDialog, path)
    training_window.close()
    qtbot.waitUntil(lambda: training_window.ended, timeout=60_000)
    assert path.stat().st_size > 10_000
    assert training_window.settings.recent_files == [path]


def test_a_file_saved_before_does_not_close_what_is_to_be_saved(
    qtbot, training_window, monkeypatch, tmp_path
):
    """Ctrl+S, and at once Close with Save: one question, and the last nets are in the file."""
    path, asked = tmp_path / "net.h5", []
    answer(monkeypatch, questions.SaveDialog, path)
    monkeypatch.setattr(
        questions.CloseWhileTrainingDialog,
        "ask",
        classmethod(lambda cls, *args: asked.append(args) or Leave.SAVE),
    )
    training_window.commands["save_model"].trigger()
    training_window.close()
    qtbot.waitUntil(lambda: training_window.ended, timeout=60_000)
    assert len(asked) == 1
    archive, studio = read_archive(path), training_window.studio
    assert archive.history.to_json() == studio.history.to_json()
    assert not studio.has_unsaved_model


def test_a_run_that_ends_while_it_is_asked_about_is_asked_about_as_it_is_now(
    qtbot, training_window
):
    """The question of the run closes, and the one of the unsaved net comes."""
    studio, asked = training_window.studio, []

    def follow():
        box = QApplication.activeModalWidget()
        if box is None or (asked and asked[-1] == box.objectName()):
            return
        asked.append(box.objectName())
        if box.objectName() == "close_while_training_dialog":
            training_window.commands["stop"].trigger()
        else:
            QTest.keyClick(box, Qt.Key.Key_Escape)

    timer = QTimer()
    timer.timeout.connect(follow)
    timer.start(20)
    training_window.close()
    timer.stop()
    assert asked == ["close_while_training_dialog", "unsaved_model_dialog"]
    assert not studio.status.is_active
    assert training_window.isVisible()
