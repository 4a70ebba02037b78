"""A run that another process trains, watched in the window: live, read-only, and to its end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import psutil
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QPushButton,
    QTableView,
    QToolButton,
)

from ffstudio.core.experiment import reading
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.status import EngineState, RunStatus, WatchState
from ffstudio.files.ours.archive import read_archive
from ffstudio.files.runs.checkpoints import list_kept, read_checkpoint
from ffstudio.files.runs.comparing import have_equal_curves
from ffstudio.files.runs.record import read_record
from ffstudio.gui.dialogs import questions
from ffstudio.gui.panels.confusion.matrix_view import ConfusionView
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels

LONG = 120_000


class Writer:
    """``ffstudio train --out`` in another process."""

    def __init__(self, place, spec):
        self.folder = place / "there"
        experiment = place / "there.json"
        experiment.write_text(reading.to_json(spec))
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "ffstudio", "train", str(experiment),
             "--out", str(self.folder), "--judge", "sample"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "FFSTUDIO_XLA": "0"},
        )  # fmt: skip

    def send(self, number):
        self.process.send_signal(number)

    def pause(self):
        """Stops all its threads; only then nothing more is written."""
        self.send(signal.SIGSTOP)
        process = psutil.Process(self.process.pid)
        while process.status() != psutil.STATUS_STOPPED:
            time.sleep(0.01)

    def end(self, number=signal.SIGTERM):
        self.send(signal.SIGCONT)
        self.send(number)
        self.process.wait(60)


@pytest.fixture
def write(digits_data, tmp_path):
    """Starts another process that trains for long."""
    writers = []

    def make(**changes):
        layer = LayerSpec(units=12)
        spec = ExperimentSpec(
            **{"name": "far away", "data": digits_data.spec, "layers": (layer, layer),
               "batch_size": 32, "epochs": 4000, "seed": digits_data.seed} | changes
        )  # fmt: skip
        writers.append(Writer(tmp_path, spec))
        return writers[-1]

    yield make
    for writer in writers:
        if writer.process.poll() is None:
            writer.end(signal.SIGKILL)


@pytest.fixture
def begin(qtbot, digits_data, themes, tmp_path):
    """A window, with an engine on request."""
    started = []

    def make(engine=False):
        layer = LayerSpec(units=7)
        spec = ExperimentSpec(name="mine", data=digits_data.spec, layers=(layer,), batch_size=32,
                              epochs=3, seed=digits_data.seed)  # fmt: skip
        studio = Studio.with_data(spec, digits_data)
        store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(
            studio, themes, Settings(store), panels=few_panels("curves", "confusion", "runs")
        )
        started.append(window)
        with qtbot.waitSignal(window.appeared, timeout=LONG):
            window.show()
        window.activateWindow()
        if engine:
            studio.start()
            qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=LONG)
        return studio, window

    yield make
    for window in started:
        window.close_without_asking()
        window.deleteLater()
        window.studio.deleteLater()


def watch(qtbot, window, folder, monkeypatch):
    """By the File menu."""
    monkeypatch.setattr(questions.FolderDialog, "ask", classmethod(lambda cls, *args: folder))
    window.commands["watch_run"].trigger()
    qtbot.waitUntil(lambda: window.studio.watching.is_on, timeout=LONG)


def wait_for_epoch(qtbot, studio, epoch):
    def is_there():
        rows, snapshot = studio.history.epochs, studio.newest.snapshot
        judged = len(rows) >= epoch and rows[epoch - 1]["bp_accuracy"] is not None
        return studio.newest.is_watched and judged and snapshot and snapshot.epoch >= epoch

    qtbot.waitUntil(is_there, timeout=LONG)


def drop(window, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    actions, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(50, 50), actions, mime, left, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), actions, mime, left, keys))


def said(window):
    return window.findChild(QLabel, "run_text").text()


def toasts(window, words):
    return [
        toast for toast in window.findChildren(QFrame, "toast")
        if toast.isVisible() and words in toast.accessibleName()
    ]  # fmt: skip


def kernel(snapshot):
    return snapshot.ff.layers[0].kernel


def test_everything_follows_a_run_that_another_process_trains(
    qtbot, begin, write, monkeypatch, tmp_path
):
    writer = write()
    studio, window = begin()
    for name in ("curves", "confusion"):
        window.docks.bring_up(name)
        qtbot.waitUntil(lambda n=name: window.docks[n].panel is not None, timeout=LONG)
    # It is watched before there is a folder.
    watch(qtbot, window, writer.folder, monkeypatch)
    wait_for_epoch(qtbot, studio, 2)
    assert studio.spec.name == "far away" and studio.status is RunStatus.IDLE
    assert window.windowTitle().startswith("watching far away")
    assert "(read-only)" in window.windowTitle() and not studio.has_unsaved_model
    qtbot.waitUntil(
        lambda: said(window).startswith("Watching far away (read-only) · epoch "), timeout=LONG
    )
    assert "of 4000" in said(window)
    wait_for_epoch(qtbot, studio, studio.history.epochs[-1]["epoch"] + 2)

    writer.pause()
    path = writer.folder / "record.jsonl"
    qtbot.waitUntil(
        lambda: have_equal_curves(read_record(path).history, studio.history), timeout=LONG
    )
    newest = read_checkpoint(writer.folder / "latest.npz").checkpoint
    qtbot.waitUntil(lambda: studio.snapshot.epoch == newest.epoch, timeout=LONG)
    np.testing.assert_array_equal(kernel(studio.snapshot), newest.states["ff"]["layer_0/kernel"])
    assert studio.watching.condition is WatchState.LIVE
    window.docks.bring_up("curves")
    loss = window.docks["curves"].panel.plot("ff_loss")
    qtbot.waitUntil(loss.isVisible, timeout=LONG)
    window.docks.bring_up("confusion")
    matrix = window.docks["confusion"].panel.findChild(ConfusionView, "ff_confusion")
    samples = studio.data.samples(studio.judged_on)
    right = (studio.snapshot.ff.predict(samples.x) == samples.y).sum()
    qtbot.waitUntil(
        lambda: matrix.counts is not None and np.trace(matrix.counts) == right, timeout=LONG
    )

    # Any moment of it can be gone back to.
    qtbot.waitUntil(lambda: len(studio.moments.kept) > 2, timeout=LONG)
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: studio.past is not None, timeout=LONG)
    at = studio.moments.at
    stored = read_checkpoint(list_kept(writer.folder)[at]).checkpoint
    np.testing.assert_array_equal(kernel(studio.snapshot), stored.states["ff"]["layer_0/kernel"])
    qtbot.keyClick(window, Qt.Key.Key_End, Qt.KeyboardModifier.AltModifier)
    assert studio.past is None

    writer.send(signal.SIGCONT)
    wait_for_epoch(qtbot, studio, newest.epoch + 2)
    writer.end()
    qtbot.waitUntil(lambda: bool(toasts(window, "has ended")), timeout=LONG)
    assert studio.watching.condition is WatchState.ENDED and "it has ended" in said(window)
    assert studio.newest.finished is not None
    card = toasts(window, "has ended")[0]
    qtbot.mouseClick(card.findChild(QPushButton, "toast_action"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not studio.newest.is_watched, timeout=LONG)
    assert studio.newest.kept == writer.folder and not studio.watching.is_on
    assert have_equal_curves(read_record(path).history, studio.history)
    assert not window.windowTitle().startswith("watching")


def test_dropped_it_is_watched_until_its_process_is_killed(qtbot, begin, write):
    writer = write()
    studio, window = begin()
    qtbot.waitUntil((writer.folder / "latest.npz").exists, timeout=LONG)
    drop(window, writer.folder)
    wait_for_epoch(qtbot, studio, 1)
    writer.end(signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(toasts(window, "has broken off")), timeout=LONG)
    epochs = len(studio.history.epochs)
    card = toasts(window, "has broken off")[0]
    qtbot.mouseClick(card.findChild(QPushButton, "toast_action"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: studio.newest.kept and not studio.newest.is_watched, timeout=LONG)
    assert epochs - 1 <= len(studio.history.epochs) <= epochs and studio.has_model


def test_a_folder_that_vanishes_stays_in_sight_and_is_watched_on(
    qtbot, begin, write, monkeypatch, caplog
):
    caplog.expected = True
    writer = write()
    studio, window = begin()
    watch(qtbot, window, writer.folder, monkeypatch)
    wait_for_epoch(qtbot, studio, 1)
    writer.pause()
    away = writer.folder.with_name("away")
    writer.folder.rename(away)
    qtbot.waitUntil(lambda: bool(toasts(window, "is gone")), timeout=LONG)
    assert studio.snapshot is not None and "its folder is gone" in said(window)
    away.rename(writer.folder)
    writer.send(signal.SIGCONT)
    wait_for_epoch(qtbot, studio, len(studio.history.epochs) + 1)
    assert studio.watching.is_live
    button = window.findChild(QToolButton, "stop_watching_button")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not studio.watching.is_on and not studio.newest.is_watched
    assert studio.has_model and studio.newest.kept is None and not button.isVisible()


def test_training_is_a_run_of_ones_own_and_cancelling_watches_on(
    qtbot, begin, write, monkeypatch, tmp_path
):
    writer = write(epochs=6000)
    studio, window = begin(engine=True)
    watch(qtbot, window, writer.folder, monkeypatch)
    wait_for_epoch(qtbot, studio, 2)

    # A copy of the nets can be saved; the run is not touched.
    wanted = tmp_path / "copy.h5"
    monkeypatch.setattr(questions.SaveDialog, "ask", lambda *args: wanted)
    with qtbot.waitSignal(studio.model_saved, timeout=LONG):
        window.setFocus()
        qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    saved = read_archive(wanted)
    assert len(saved.history.epochs) == saved.snapshot.epoch and studio.newest.is_watched
    assert studio.model_path is None

    qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=LONG)
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: studio.status is RunStatus.RUNNING, timeout=LONG)
    assert not studio.newest.is_watched and studio.newest.kept != writer.folder
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.cancel()
    assert studio.newest.is_watched
    epochs = len(studio.history.epochs)
    wait_for_epoch(qtbot, studio, epochs + 1)
    assert studio.watching.is_live and writer.process.poll() is None

    # Going on from it makes a run of one's own, which ends the watching.
    label = window.commands.look_of("continue").text
    assert label == "&Continue as a Run of One's Own"
    from_epoch = round(studio.snapshot.epoch)
    window.commands["continue"].trigger()
    qtbot.waitUntil(lambda: studio.status is RunStatus.RUNNING, timeout=LONG)
    qtbot.waitUntil(lambda: len(studio.history.epochs) > from_epoch + 1, timeout=LONG)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.stop()
    assert not studio.watching.is_on and not studio.newest.is_watched
    assert studio.newest.kept not in (None, writer.folder)
    assert Path(studio.newest.kept).parent == Path(os.environ["FFSTUDIO_RUNS"])
    assert writer.process.poll() is None


def test_the_panel_runs_opens_what_another_process_trains_by_watching_it(
    qtbot, begin, write, monkeypatch
):
    writer = write()
    qtbot.waitUntil((writer.folder / "latest.npz").exists, timeout=LONG)
    monkeypatch.setenv("FFSTUDIO_RUNS", str(writer.folder.parent))
    studio, window = begin()
    window.docks.bring_up("runs")
    qtbot.waitUntil(lambda: window.docks["runs"].panel is not None, timeout=LONG)
    table = window.docks["runs"].panel.findChild(QTableView)
    qtbot.waitUntil(lambda: table.model().rowCount() == 1, timeout=LONG)
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    wait_for_epoch(qtbot, studio, 1)
    assert studio.watching.folder == writer.folder


def test_a_folder_without_a_run_says_so_and_other_nets_end_the_watching(
    qtbot, begin, tmp_path, monkeypatch
):
    studio, window = begin()
    (tmp_path / "empty").mkdir()
    watch(qtbot, window, tmp_path / "empty", monkeypatch)
    qtbot.waitUntil(lambda: "no run is there yet" in said(window), timeout=LONG)
    window.files.open_shipped()
    qtbot.waitUntil(lambda: studio.snapshot is not None, timeout=LONG)
    assert not studio.watching.is_on
