"""The timeline: lanes of both nets, and layers frozen and begun anew while a run goes on."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QToolButton

from ffstudio.core.experiment import presets
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.run.status import EngineState, RunStatus
from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.panels.timeline.lanes_view import LanesView
from ffstudio.gui.panels.timeline.panel import TimelinePanel
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs import moments
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels

SPEC = presets.preset("camera-by-hand").replace(algorithms="both", weights=None, epochs=400)


@pytest.fixture
def studio(qapp, qtbot):
    made = Studio.with_data(SPEC, prepare(datasets.load(SPEC.data), SPEC.data, SPEC.seed))
    made.start()
    qtbot.waitUntil(lambda: made.engine_state[0] is EngineState.READY, timeout=60_000)
    yield made
    made.runs.cancel()
    assert made.shutdown(30.0)


@pytest.fixture
def panel(qtbot, studio):
    made = TimelinePanel(studio, ThemeManager("light"))
    qtbot.addWidget(made)
    made.resize(760, 640)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def button(panel, name):
    return panel.findChild(QPushButton, f"timeline_{name}_button")


def step(qtbot, studio, by="epoch"):
    """One epoch, or one batch, and waits until it is paused again with all told."""
    (studio.runs.step_epoch if by == "epoch" else studio.runs.step_batch)()
    before = studio.history.reached
    qtbot.waitUntil(
        lambda: studio.status is RunStatus.PAUSED and studio.history.reached > before,
        timeout=60_000,
    )


def lane(panel, number):
    panel.pace.complete()
    return panel.shown.lanes[number]


def kernel(studio, number):
    return np.array(studio.snapshot.ff.layers[number].kernel)


def test_layers_are_frozen_thawed_and_begun_anew_by_mouse_and_keys(qtbot, panel, studio, tmp_path):
    assert "No net yet" in panel.findChild(QLabel, "timeline_empty_label").text()
    step(qtbot, studio)
    qtbot.waitUntil(lambda: len(panel.shown.lanes) == 7)
    assert lane(panel, 0).learns and lane(panel, 6).is_output
    # The mouse: the first layer.
    freeze = button(panel, "toggle")
    qtbot.waitUntil(lambda: freeze.text() == "Freeze FF layer 1")
    qtbot.mouseClick(freeze, Qt.MouseButton.LeftButton)
    assert not studio.spec.layers[0].learns and studio.spec.layers[0].bp_learns
    before = kernel(studio, 0), kernel(studio, 1)
    step(qtbot, studio)
    assert np.array_equal(kernel(studio, 0), before[0])
    assert not np.array_equal(kernel(studio, 1), before[1])
    assert lane(panel, 0).moved[-1] == 0.0 and lane(panel, 1).moved[-1] > 0.0
    assert [s.share for s in lane(panel, 0).spans] == [1.0, 0.0]
    assert [m.text for m in studio.history.marks] == ["Layer 1 frozen"]
    assert "multiply-adds" in panel.findChild(QLabel, "timeline_about_label").text()
    qtbot.waitUntil(lambda: freeze.text() == "Let FF layer 1 Learn")
    # The keys: the second layer alone, then the first one again by undoing.
    view = panel.findChild(LanesView)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_O)
    assert [x.learns for x in studio.spec.layers] == [False, True, False]
    assert all(x.bp_learns for x in studio.spec.layers)
    qtbot.waitUntil(lambda: not button(panel, "only").isEnabled())
    studio.edits.undo_stack.undo()
    assert [x.learns for x in studio.spec.layers] == [False, True, True]
    qtbot.keyClick(view, Qt.Key.Key_A)
    assert all(x.learns for x in studio.spec.layers)
    # The output of the twin.
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_F)
    assert not studio.spec.bp.output_learns
    step(qtbot, studio)
    assert lane(panel, 6).moved[-1] == 0.0
    # Anew, once that is confirmed.
    old = kernel(studio, 1)
    panel.findChild(LanesView).lane_chosen.emit(1)
    answer(qtbot, "Cancel", lambda: qtbot.keyClick(view, Qt.Key.Key_N))
    assert np.array_equal(kernel(studio, 1), old)
    anew = button(panel, "anew")
    answer(qtbot, "Begin Anew", lambda: qtbot.mouseClick(anew, Qt.MouseButton.LeftButton))
    qtbot.waitUntil(lambda: bool(lane(panel, 1).begun_anew), timeout=10_000)
    qtbot.waitUntil(lambda: not np.array_equal(kernel(studio, 1), old), timeout=10_000)
    epoch, seed = lane(panel, 1).begun_anew[0]
    assert epoch == 3.0 and f"seed {seed}" in studio.history.marks[-1].text
    assert "begun anew" in view.accessibleDescription()
    # The figure, and nothing while hidden.
    (figure,) = panel.figures()
    header, rows = figure.figure_table()
    assert header[4] == "moved" and len(rows) == 3 * 7
    export_all([figure], tmp_path, ExportOptions(("svg", "png")), studio.history)
    assert "FF layer 1" in (tmp_path / "timeline.svg").read_text(encoding="utf-8")
    panel.hide()
    rounds = panel.pace.num_rounds
    studio.tell_curves()
    qtbot.wait(300)
    assert panel.pace.num_rounds == rounds


def answer(qtbot, text, ask):
    """Presses a button of the question that ``ask`` brings up."""

    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        (wanted,) = [b for b in box.buttons() if b.text() == text]
        qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton)

    QTimer.singleShot(200, press)
    ask()


def test_what_cannot_be_done_says_why(qtbot, panel, studio):
    step(qtbot, studio)
    qtbot.waitUntil(lambda: len(panel.shown.lanes) == 7)
    with qtbot.waitSignal(studio.run_finished, timeout=30_000):
        studio.runs.stop()
    # It says something else while the run ends.
    qtbot.waitUntil(lambda: "while its net learns" in button(panel, "anew").toolTip())
    assert not button(panel, "anew").isEnabled()
    assert button(panel, "toggle").isEnabled()
    # At rest it counts for the run that goes on.
    qtbot.mouseClick(button(panel, "toggle"), Qt.MouseButton.LeftButton)
    assert not studio.spec.layers[0].learns
    qtbot.waitUntil(lambda: button(panel, "toggle").text() == "Let FF layer 1 Learn")
    studio.edits.edit(studio.spec.replace(layers=studio.spec.layers[:1]))
    qtbot.waitUntil(lambda: not button(panel, "toggle").isEnabled())
    assert "other layers" in panel.findChild(QLabel, "timeline_about_label").text()
    said = []
    studio.message.connect(said.append)
    view = panel.findChild(LanesView)
    qtbot.keyClick(view, Qt.Key.Key_F)
    assert "other layers" in said[-1]


def test_a_click_leads_to_the_epoch_in_the_time_machine(qtbot, panel, studio, monkeypatch):
    listed, seen = moments.list_in_folder, set()

    def list_late(folder):
        """As when an epoch is written after it was told of, and looked for."""
        _, kept = listed(folder)
        new = set(kept) - seen
        seen.update(new)
        return folder, tuple(epoch for epoch in kept if epoch not in new)

    monkeypatch.setattr(moments, "list_in_folder", list_late)
    studio.runs.are_kept = True
    for _ in range(3):
        step(qtbot, studio)
    qtbot.waitUntil(lambda: len(studio.moments.kept) == 3, timeout=30_000)
    qtbot.waitUntil(lambda: len(panel.shown.lanes) == 7 and panel.shown.last == 3)
    view = panel.findChild(LanesView)
    x, y = view.find_place(1, 0.5)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    qtbot.waitUntil(lambda: studio.moments.at == 1, timeout=30_000)
    assert panel.shown.chosen == 1
    qtbot.waitUntil(lambda: not button(panel, "toggle").isEnabled())
    assert "earlier moment" in button(panel, "toggle").toolTip()
    assert lane(panel, 0).epochs.tolist() == [1, 2, 3] and panel.shown.at == 1
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: studio.moments.at == 2, timeout=30_000)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: studio.moments.at is None, timeout=30_000)
    qtbot.waitUntil(lambda: button(panel, "toggle").isEnabled())


def test_one_layer_after_the_other_is_chosen_and_moves(qtbot, panel, studio):
    step(qtbot, studio)
    qtbot.waitUntil(lambda: len(panel.shown.lanes) == 7)
    said, stepped = [], []
    studio.message.connect(said.append)
    studio.runs.layer_stepped.connect(stepped.append)
    before = [kernel(studio, i) for i in range(3)]
    for layer in (0, 1, 2):
        version = studio.snapshot.version
        studio.runs.step_layer()
        qtbot.waitUntil(lambda n=layer: len(stepped) == n + 1, timeout=30_000)
        qtbot.waitUntil(
            lambda v=version: studio.status is RunStatus.PAUSED and studio.snapshot.version > v,
            timeout=30_000,
        )
        assert panel.shown.chosen == layer
        moved = [not np.array_equal(kernel(studio, i), before[i]) for i in range(3)]
        assert moved == [i <= layer for i in range(3)]
    assert "Next: layer 2" in said[-3] and "whole" in said[-1]
    studio.runs.step_layer()
    qtbot.waitUntil(lambda: len(stepped) == 4, timeout=30_000)
    assert "together" in said[-1]


def test_the_key_steps_by_layer_or_says_why_not(qtbot, make_window, studio):
    window = make_window(panels=few_panels("timeline", "draw"))
    stepped = []
    studio.runs.layer_stepped.connect(stepped.append)
    window.setFocus()
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Right, control)
    qtbot.waitUntil(lambda: len(stepped) == 1, timeout=60_000)
    assert (stepped[0].algorithm, stepped[0].layer, stepped[0].left) == ("ff", 0, (1, 2))
    qtbot.waitUntil(lambda: studio.status is RunStatus.PAUSED, timeout=30_000)
    with qtbot.waitSignal(studio.run_finished, timeout=30_000):
        studio.runs.stop()
    studio.edits.edit(studio.spec.replace(algorithms="bp"))
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Right, control)
    assert "learn together" in window.statusBar().currentMessage()
    assert studio.status is RunStatus.IDLE and len(stepped) == 1


def test_why_opens_its_help(qtbot, make_window):
    window = make_window(panels=few_panels("timeline", "draw"))
    window.docks.bring_up("timeline")
    why = window.docks["timeline"].panel.findChild(QToolButton, "timeline_why_button")
    qtbot.mouseClick(why, Qt.MouseButton.LeftButton)
    assert window.help.window.isVisible()
