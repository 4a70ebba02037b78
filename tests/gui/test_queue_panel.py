"""The queue by mouse and keys, with real processes that train."""

from __future__ import annotations

import os
import signal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QToolButton

from ffstudio.core.describe.network import Network
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import stack_architecture
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.files.runs.library import list_runs, runs_folder
from ffstudio.files.runs.queue import read_experiment, read_queue
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels

LEFT = Qt.MouseButton.LeftButton
TINY = ExperimentSpec(
    name="tiny",
    algorithms="ff",
    data=DataSpec("digits", subset=0.3),
    layers=(LayerSpec(units=12, loss="logistic", threshold=2.0),),
    batch_size=16,
    epochs=2,
)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setenv("FFSTUDIO_XLA", "0")


@pytest.fixture
def window(make_window, studio):
    made = make_window(panels=few_panels("builder", "queue", "sweep"))
    studio.edits.edit(TINY, "Tiny")
    made.docks.bring_up("builder")
    return made


@pytest.fixture
def panel(window):
    window.docks.bring_up("queue")
    return window.docks["queue"].panel


def press(qtbot, panel, name):
    button = panel.findChild(QPushButton, f"queue_{name}_button")
    assert button.isEnabled(), name
    qtbot.mouseClick(button, LEFT)


def is_enabled(panel, name):
    return panel.findChild(QPushButton, f"queue_{name}_button").isEnabled()


def add(qtbot, window, studio, **changes):
    """Changes the experiment and presses Queue in the builder."""
    studio.edits.edit(TINY.replace(**changes), "Change")
    button = window.docks["builder"].panel.findChild(QToolButton, "builder_queue_button")
    with qtbot.wait_signal(studio.queue.added):
        qtbot.mouseClick(button, LEFT)


def shown(panel):
    queue_list = panel.findChild(QListWidget, "queue_list")
    return [queue_list.item(i).text().split(" · ")[0] for i in range(queue_list.count())]


def choose(qtbot, panel, row):
    queue_list = panel.findChild(QListWidget, "queue_list")
    at = queue_list.visualItemRect(queue_list.item(row)).center()
    qtbot.mouseClick(queue_list.viewport(), LEFT, pos=at)
    return queue_list


def names():
    return [entry.name for entry in read_queue()]


def test_what_is_put_into_the_queue_waits_is_reordered_and_taken_out(qtbot, window, studio, panel):
    assert panel.findChild(QLabel, "queue_empty_label").isVisible()
    assert not is_enabled(panel, "start") and not is_enabled(panel, "remove")
    for name in ("one", "two", "three"):
        add(qtbot, window, studio, name=name)
    assert shown(panel) == ["one", "two", "three"] == names()
    queue_list = choose(qtbot, panel, 2)
    qtbot.keyClick(queue_list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown(panel) == ["one", "three", "two"] == names()
    press(qtbot, panel, "up")
    assert shown(panel) == ["three", "one", "two"] == names()
    assert not is_enabled(panel, "up")
    press(qtbot, panel, "down")
    assert shown(panel) == ["one", "three", "two"] == names()
    qtbot.keyClick(queue_list, Qt.Key.Key_Delete)
    assert shown(panel) == ["one", "two"] == names()
    for _ in range(2):
        choose(qtbot, panel, 0)
        press(qtbot, panel, "remove")
    assert panel.findChild(QLabel, "queue_empty_label").isVisible() and names() == []
    assert not [p for p in (runs_folder() / "queue").iterdir() if p.name != "queue.json"]


def test_an_experiment_of_the_queue_is_edited_in_the_builder(qtbot, window, studio, panel):
    add(qtbot, window, studio, name="one", epochs=7)
    add(qtbot, window, studio, name="two")
    choose(qtbot, panel, 0)
    press(qtbot, panel, "edit")
    assert studio.spec.name == "one" and studio.spec.epochs == 7
    studio.edits.edit(studio.spec.replace(epochs=9), "Epochs")
    assert read_experiment(read_queue()[0]).epochs == 7  # the queue holds what was put there
    window.docks.bring_up("queue")
    press(qtbot, panel, "replace")
    assert [read_experiment(entry).epochs for entry in read_queue()] == [9, 2]
    studio.edits.undo_stack.undo()
    studio.edits.undo_stack.undo()
    assert studio.spec.name == "two"


def test_buttons_say_why_a_net_that_is_not_shown_is_neither_queued_nor_swept(qtbot, window, studio):
    window.docks.bring_up("sweep")
    buttons = (
        window.findChild(QToolButton, "builder_queue_button"),
        window.findChild(QPushButton, "new_sweep_button"),
    )
    assert all(button.isEnabled() for button in buttons)
    network = Network(stack_architecture(TINY, (28, 28), 10))
    studio.edits.edit(TINY.replace(network=network, algorithms="bp"), "Open")
    queue, sweep = (button.toolTip() for button in buttons)
    assert not any(button.isEnabled() for button in buttons)
    assert "not the one that is shown. Open its file" in queue
    assert "press Train, or Queue" in sweep and "Build a New Net" in sweep
    window.docks.bring_up("builder")
    qtbot.mouseClick(window.findChild(QPushButton, "network_new_button"), LEFT)
    assert all(button.isEnabled() for button in buttons)


def test_one_after_another_is_trained_and_becomes_a_run_of_the_library(
    qtbot, window, studio, panel, tmp_path, caplog
):
    caplog.expected = True
    add(qtbot, window, studio, name="one", seed=4, description=preset("digits-quick").description)
    assert "made from digits-quick" in panel.findChild(QListWidget, "queue_list").item(0).text()
    missing = str(tmp_path / "images.npz")
    studio.queue.add(TINY.replace(name="broken", data=DataSpec("file", missing)))
    add(qtbot, window, studio, name="two", seed=5)
    with qtbot.wait_signal(studio.error_raised, timeout=200_000) as raised:
        press(qtbot, panel, "start")
    assert "broken could not be trained" in raised.args[0].message
    qtbot.wait_until(lambda: not studio.queue.is_on, timeout=240_000)
    qtbot.wait_until(lambda: [e.state for e in studio.queue.entries] == ["done", "failed", "done"])
    runs = {run.card.name: run for run in list_runs(runs_folder())}
    assert set(runs) == {"one", "two"}
    assert runs["one"].card.preset == "digits-quick" and runs["two"].card.preset == ""
    assert runs["one"].card.seed == 4 and runs["one"].card.end.value == "completed"
    choose(qtbot, panel, 0)
    with qtbot.wait_signal(studio.model_changed, timeout=60_000):
        press(qtbot, panel, "open")
    assert studio.trained_spec.seed == 4
    press(qtbot, panel, "clear")
    assert shown(panel) == ["broken"] == names()
    assert len(list_runs(runs_folder())) == 2
    choose(qtbot, panel, 0)
    press(qtbot, panel, "again")
    assert read_queue()[0].state == "waiting"


def wait_for_epochs(qtbot, studio, epochs):
    qtbot.wait_until(
        lambda: any(entry.done >= epochs for entry in studio.queue.entries), timeout=200_000
    )


def test_a_paused_queue_goes_on_after_a_restart_to_the_same_curves(qtbot, window, studio, panel):
    add(qtbot, window, studio, name="long", epochs=60)
    press(qtbot, panel, "start")
    wait_for_epochs(qtbot, studio, 2)
    press(qtbot, panel, "pause")
    qtbot.wait_until(lambda: not studio.queue.is_pausing, timeout=120_000)
    qtbot.wait_until(lambda: studio.queue.entries[0].state == "interrupted", timeout=20_000)
    before = studio.queue.entries[0]
    assert 2 <= before.done < 60
    # Another process takes the queue up as it lies on the disk.
    later = Studio()
    try:
        with qtbot.wait_signal(later.queue.changed, timeout=20_000):
            later.queue.wake()
        assert later.queue.entries[0].state == "interrupted"
        later.queue.start()
        qtbot.wait_until(lambda: later.queue.entries[0].state == "done", timeout=240_000)
        assert later.queue.entries[0].run == before.run
    finally:
        later.shutdown(20.0)
    assert [run.folder.path.name for run in list_runs(runs_folder())] == [before.run]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_a_killed_process_loses_nothing_and_the_queue_says_so(qtbot, window, studio, panel, caplog):
    caplog.expected = True
    add(qtbot, window, studio, name="long", epochs=400)
    press(qtbot, panel, "start")
    wait_for_epochs(qtbot, studio, 2)
    entry = read_queue()[0]
    with qtbot.wait_signal(studio.error_raised, timeout=60_000) as raised:
        os.kill(entry.worker["pid"], signal.SIGKILL)
    assert "ended from outside" in raised.args[0].message and not studio.queue.is_on
    qtbot.wait_until(lambda: studio.queue.entries[0].state == "interrupted", timeout=20_000)
    assert is_enabled(panel, "start") and studio.queue.entries[0].done >= 2


def test_two_windows_share_one_queue(qtbot, window, studio, panel):
    add(qtbot, window, studio, name="one")
    later = Studio(TINY.replace(name="two"))
    try:
        later.queue.add(later.spec)
        qtbot.wait_until(lambda: shown(panel) == ["one", "two"], timeout=20_000)
    finally:
        later.shutdown(20.0)


def test_dragging_a_row_puts_it_into_another_place(qtbot, window, studio, panel):
    for name in ("one", "two"):
        add(qtbot, window, studio, name=name)
    queue_list = panel.findChild(QListWidget, "queue_list")
    model = queue_list.model()
    # What a drop does; the platform of the tests cannot drag.
    model.moveRow(model.index(0, 0).parent(), 0, model.index(0, 0).parent(), 2)
    assert shown(panel) == ["two", "one"] == names()
    assert queue_list.visualItemRect(queue_list.item(0)).contains(QPoint(5, 5))
