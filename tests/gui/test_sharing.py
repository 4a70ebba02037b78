"""Codes copied and pasted in the window, scripts exported, runs repeated with the same seed."""

from __future__ import annotations

import ast

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton

from ffstudio.core.experiment.codes import read_code, write_code
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.status import EngineState, RunStatus
from ffstudio.files.runs.comparing import have_equal_curves
from ffstudio.gui.dialogs import questions
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio

LONG = 120_000
OTHER = ExperimentSpec(name="Of a friend", seed=77, layers=(LayerSpec(units=33),))


@pytest.fixture
def window(qtbot, digits_data, themes, tmp_path):
    layer = LayerSpec(units=12)
    spec = ExperimentSpec(
        name="mine", data=digits_data.spec, layers=(layer, layer), batch_size=32, epochs=1,
        seed=digits_data.seed,
    )  # fmt: skip
    studio = Studio.with_data(spec, digits_data)
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(studio, themes, Settings(store))
    with qtbot.waitSignal(window.appeared):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close_without_asking()
    window.deleteLater()
    studio.deleteLater()


def paste(qtbot, window, button=None, by=None):
    """Ctrl+V; presses a button of the question that comes, and returns the question's words."""
    words = []

    def answer():
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return
        words.append((box.objectName(), box.text() + "\n" + box.informativeText()))
        found = box.findChild(QPushButton, button)
        qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(50)
    target = window.windowHandle() if by is None else by
    qtbot.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(1)
    timer.stop()
    return words


def clipboard():
    return QGuiApplication.clipboard()


def test_the_code_is_copied(qtbot, window):
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_C, keys)
    assert read_code(clipboard().text()) == window.studio.spec
    assert "Copied the code of “mine”" in window.statusBar().currentMessage()


def test_a_code_is_pasted_after_a_question_and_undone(qtbot, window):
    mine = window.studio.spec
    clipboard().setText(f"Look: {write_code(OTHER)} !")
    [(name, words)] = paste(qtbot, window, "load_button")
    assert name == "paste_experiment_dialog"
    for word in ("Of a friend", "seed 77", "33 · ReLU", "MNIST", "undo"):
        assert word in words
    assert window.studio.spec == OTHER
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.studio.spec == mine


def test_cancelling_leaves_the_experiment(qtbot, window):
    mine = window.studio.spec
    clipboard().setText(write_code(OTHER))
    assert paste(qtbot, window, "cancel_button")
    assert window.studio.spec == mine


def test_a_field_with_the_keyboard_gets_the_text(qtbot, window):
    mine = window.studio.spec
    clipboard().setText(write_code(OTHER))
    field = next(
        edit for edit in window.findChildren(QLineEdit) if edit.isVisible() and edit.isEnabled()
    )
    field.setFocus()
    field.selectAll()
    assert paste(qtbot, window, "load_button", by=field) == []
    assert field.text() == write_code(OTHER)
    assert window.studio.spec.layers == mine.layers


def test_what_is_no_code_is_told_of(qtbot, window, caplog):
    mine = window.studio.spec
    caplog.expected = True
    clipboard().setText("hello")
    assert paste(qtbot, window, "load_button") == []
    assert "no experiment code" in window.statusBar().currentMessage()
    clipboard().setText(write_code(OTHER)[:-5])
    assert paste(qtbot, window, "load_button") == []
    labels = [label.text() for label in window.findChildren(QLabel)]
    assert any("cut off or has been changed" in text for text in labels)
    clipboard().setText(write_code(mine))
    assert paste(qtbot, window, "load_button") == []
    assert "already" in window.statusBar().currentMessage()
    assert window.studio.spec == mine
    window.messages.error_dialog.close()


def trigger(window, name):
    action = window.commands[name]
    assert action.isEnabled(), name
    action.trigger()


def test_a_script_is_exported(qtbot, window, tmp_path, monkeypatch):
    path = tmp_path / "again.py"
    monkeypatch.setattr(questions.SaveDialog, "ask", classmethod(lambda cls, *_: path))
    trigger(window, "export_script")
    qtbot.waitUntil(lambda: "Wrote" in window.statusBar().currentMessage())
    ast.parse(path.read_text())
    assert (tmp_path / "again-images.npz").is_file()


def test_why_there_is_no_script_is_said(window):
    window.studio.edits.edit(window.studio.spec.with_layer(0, batch_norm=True))
    action = window.commands["export_script"]
    assert not action.isEnabled()
    assert "Layer 1 has batch normalisation" in action.toolTip() + action.statusTip()


@pytest.mark.tf
def test_a_run_is_reported_and_again_gives_the_same(qtbot, window, tmp_path, monkeypatch):
    studio = window.studio
    assert not window.commands["export_report"].isEnabled()
    assert not window.commands["rerun"].isEnabled()
    studio.start()
    qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=LONG)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.train()
    first = studio.history.copy()
    for ending, start in ((".html", b"<!DOCTYPE html>"), (".pdf", b"%PDF")):
        path = tmp_path / f"report{ending}"
        monkeypatch.setattr(questions.SaveDialog, "ask", classmethod(lambda cls, *_, p=path: p))
        trigger(window, "export_report")
        assert path.read_bytes().startswith(start)
    text = (tmp_path / "report.html").read_text()
    assert "Confusion" in text and "Goodness" in text and "mine" in text
    studio.edits.edit(studio.spec.replace(seed=3))
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        trigger(window, "rerun")
    assert studio.history is not first and studio.spec.seed == studio.trained_spec.seed
    cards = [w.text() for w in window.findChildren(QLabel) if "same" in w.text()]
    assert any("bit for bit" in text for text in cards), cards


@pytest.mark.tf
def test_again_repeats_what_was_changed_while_the_run_trained(qtbot, window):
    studio = window.studio
    studio.start()
    qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=LONG)
    begun = studio.spec
    studio.runs.step_batch()
    qtbot.waitUntil(
        lambda: studio.status is RunStatus.PAUSED and bool(studio.history), timeout=LONG
    )
    changed = begun.with_layer(0, learning_rate=0.5)
    studio.edits.edit(changed)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.resume()
    first = studio.history.copy()
    assert first.marks
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        trigger(window, "rerun")
    assert have_equal_curves(studio.history, first)
    assert [m.text for m in studio.history.marks] == [m.text for m in first.marks]
    assert studio.trained_spec == begun and studio.spec == changed, "as after changes by hand"
    cards = [w.text() for w in window.findChildren(QLabel) if "same" in w.text()]
    assert any("bit for bit" in text for text in cards), cards


@pytest.mark.tf
def test_again_stopped_early_leaves_only_what_was_changed_by_then(qtbot, window):
    studio = window.studio
    studio.start()
    qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=LONG)
    begun = studio.spec.replace(epochs=2)
    studio.edits.edit(begun)
    studio.runs.step_epoch()
    qtbot.waitUntil(lambda: studio.status is RunStatus.PAUSED, timeout=LONG)
    studio.edits.edit(begun.with_layer(0, learning_rate=0.5))
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.resume()
    trigger(window, "rerun")
    studio.runs.step_batch()
    qtbot.waitUntil(lambda: studio.status is RunStatus.PAUSED, timeout=LONG)
    assert not studio.history.marks, "the change came an epoch later"
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.stop()
    assert studio.spec == begun
