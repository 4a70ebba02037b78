"""What would be lost beside runs is said, or waited for: the queue, files being written, others'."""

import dataclasses
import subprocess
import sys
from types import SimpleNamespace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets import load
from ffstudio.core.run.queued import RUNNING
from ffstudio.files.runs import queue
from ffstudio.gui.dialogs import questions
from ffstudio.gui.window.closing import list_what_ends
from ffstudio.jobs.shown import Shown
from tests.gui.few_panels import few_panels

LONG = ExperimentSpec(
    name="long",
    algorithms="ff",
    data=DataSpec("digits", subset=0.3),
    layers=(LayerSpec(units=12),),
    epochs=10_000,
)


def pretend_to_train(entry):
    """As start_training, with a process that does nothing."""
    child = subprocess.Popen([sys.executable, "-Sc", "import time; time.sleep(60)"])
    worker = {**queue.this_process(), "pid": child.pid, "begun": queue.find_begin(child.pid)}
    return dataclasses.replace(entry, state=RUNNING, worker=worker), child


def answer_by_keys(qtbot, key, seen):
    """Notes what the next question says, and answers it."""

    def answer():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append((box.objectName(), box.informativeText()))
        qtbot.keyClick(box, key)

    QTimer.singleShot(50, answer)


def test_closing_says_that_the_queue_is_paused(qtbot, make_window, studio, monkeypatch):
    monkeypatch.setattr(queue, "start_training", pretend_to_train)
    window = make_window(panels=few_panels("builder", "draw", "queue", "runs"))
    studio.queue.add(LONG)
    window.docks.bring_up("queue")
    panel = window.docks["queue"].panel
    start = panel.findChild(QPushButton, "queue_start_button")
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: studio.queue.trained is not None)
    assert panel.hasFocus(), "the next button, Edit in Builder, would be pressed by Space"
    qtbot.keyClick(panel, Qt.Key.Key_Tab)
    assert panel.findChild(QPushButton, "queue_pause_button").hasFocus()
    seen = []
    answer_by_keys(qtbot, Qt.Key.Key_Escape, seen)
    window.close()
    assert [name for name, _ in seen] == ["close_while_busy_dialog"] and "long" in seen[0][1]
    assert not window.ended and studio.queue.is_on
    # Beside a question that is asked anyway it is said there.
    studio.show(Shown(unsaved=True))
    answer_by_keys(qtbot, Qt.Key.Key_Escape, seen)
    window.close()
    assert seen[1][0] == "unsaved_model_dialog" and seen[1][1].endswith(seen[0][1])
    studio.show(Shown())
    answer_by_keys(qtbot, Qt.Key.Key_Return, seen)  # the default stays, too
    window.close()
    assert not window.ended
    assert studio.queue.is_on


def test_closing_waits_for_what_is_being_saved(qtbot, make_window, studio, tmp_path, monkeypatch):
    window, held = make_window(panels=few_panels("builder", "draw", "queue", "runs")), []
    monkeypatch.setattr(studio.runs, "do", lambda work, again, curves: held.append(work))
    monkeypatch.setattr(window.messages, "fail", lambda error: None)
    given = prepare(load(LONG.data), LONG.data, 1)  # weights by hand: a model without an engine
    studio.show(Shown(spec=LONG, given=given))
    monkeypatch.setattr(questions.SaveDialog, "ask", lambda *_: tmp_path / "net.h5")

    def save_and_close(save_session):
        qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        window.close()
        assert not window.ended and window.isVisible()
        assert window.statusBar().currentMessage().startswith("Saving net.h5")
        held.pop()(SimpleNamespace(Session=lambda *_: None, save_session=save_session))
        qtbot.waitUntil(lambda: not studio.files.being_written)

    def fail(*args):
        raise OSError("full")

    save_and_close(fail)
    qtbot.wait(20)
    assert not window.ended, "what was to be saved is in no file"
    assert list_what_ends(studio) == []
    save_and_close(lambda *_: None)
    qtbot.waitUntil(lambda: window.ended)


def test_a_file_that_another_window_has_written_is_not_replaced_unasked(
    qtbot, make_window, studio, tmp_path, monkeypatch
):
    window, path, saved = (
        make_window(panels=few_panels("builder", "draw", "queue", "runs")),
        tmp_path / "net.h5",
        [],
    )
    monkeypatch.setattr(studio.files, "save", saved.append)
    path.write_bytes(b"mine")
    given = prepare(load(LONG.data), LONG.data, 1)
    studio.show(Shown(spec=LONG, given=given, path=path))
    studio.note_saved(path, studio.shown)
    save = Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, *save)
    assert saved == [path], "nobody else was there"
    other = tmp_path / "other"
    other.write_bytes(b"theirs")
    other.replace(path)
    seen = []
    answer_by_keys(qtbot, Qt.Key.Key_Escape, seen)
    qtbot.keyClick(window, *save)
    assert saved == [path] and seen[0][0] == "changed_file_dialog"
    monkeypatch.setattr(questions.SaveDialog, "ask", lambda *_: tmp_path / "new.h5")
    answer_by_keys(qtbot, Qt.Key.Key_Return, seen)  # Save As…
    qtbot.keyClick(window, *save)
    assert saved == [path, tmp_path / "new.h5"]
