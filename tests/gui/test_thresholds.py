"""Goodness pulling apart: θ dragged and tried before it is applied, sides, units, ridges."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QPushButton

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.look.separation import separation
from ffstudio.core.run.status import EngineState
from ffstudio.files.runs.opening import open_moment
from ffstudio.gui.figures.figure import render_image
from ffstudio.gui.panels.goodness.histograms_view import HistogramsView
from ffstudio.gui.panels.goodness.panel import GoodnessPanel
from ffstudio.gui.panels.goodness.threshold_bar import ThresholdBar
from ffstudio.jobs.shown import Shown
from tests.gui.test_draw_panel import random_model

LONG = 30_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, studio, themes):
    layer = LayerSpec(units=20, loss="logistic")
    spec = studio.spec.replace(layers=(layer, layer))
    studio.edits.edit(spec)
    made = GoodnessPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(620, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def show_net(qtbot, panel, studio):
    studio.show(Shown(random_model(), studio.spec))
    qtbot.waitUntil(lambda: panel.probed is not None, timeout=LONG)
    view = panel.findChild(HistogramsView)
    view.grab()  # painted once, it knows where θ is
    return view


def button(panel, name):
    return panel.findChild(QPushButton, f"goodness_theta_{name}_button")


def test_theta_is_dragged_and_its_effect_is_told_before_anything_changes(qtbot, panel, studio):
    view, before = show_net(qtbot, panel, studio), studio.spec
    place = view.threshold_place(0).toPoint()
    qtbot.mousePress(view, LEFT, pos=place)
    qtbot.mouseMove(view, place + QPoint(40, 0))
    qtbot.mouseRelease(view, LEFT, pos=place + QPoint(40, 0))
    value = panel.findChild(QDoubleSpinBox, "goodness_theta_spin").value()
    layer = panel.probed.layers[0]
    assert value > layer.threshold
    assert view.threshold_place(0).x() == pytest.approx(place.x() + 40, abs=3)
    above = np.mean(layer.positive > value)
    below = np.mean(layer.negative < value)
    said = panel.findChild(ThresholdBar).effect_text
    assert f"→ {100 * above:.1f}%, negative below" in said
    assert f"→ {100 * below:.1f}%, told apart" in said
    assert f"→ {50 * (above + below):.1f}%." in said and "Local loss" in said
    sides = f"positive above θ {100 * above:.0f}%   negative below {100 * below:.0f}%"
    assert panel.side_text(0) == sides
    assert studio.spec == before
    qtbot.mouseClick(button(panel, "reset"), LEFT)
    assert "Drag θ in the histogram" in panel.findChild(ThresholdBar).effect_text
    assert view.threshold_place(0).x() == pytest.approx(place.x(), abs=1)


def test_apply_changes_the_experiment_and_undo_takes_it_back(qtbot, panel, studio):
    show_net(qtbot, panel, studio)
    before = studio.spec
    layers = panel.findChild(QComboBox, "goodness_theta_layer")
    layers.setFocus()
    qtbot.keyClick(layers, Qt.Key.Key_Down)
    assert not button(panel, "apply").isEnabled()
    spin = panel.findChild(QDoubleSpinBox, "goodness_theta_spin")
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, spin.locale().toString(2.25))
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    qtbot.mouseClick(button(panel, "apply"), LEFT)
    assert [layer.threshold for layer in studio.spec.layers] == [before.layers[0].threshold, 2.25]
    studio.edits.undo_stack.undo()
    assert studio.spec == before


def test_new_weights_leave_a_number_that_is_being_typed(qtbot, panel, studio):
    show_net(qtbot, panel, studio)
    spin = panel.findChild(QDoubleSpinBox, "goodness_theta_spin")
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClick(spin, Qt.Key.Key_Delete)
    studio.set_snapshot(random_model(seed=5, version=2))
    qtbot.waitUntil(lambda: panel.probed.version == 2, timeout=LONG)
    assert spin.lineEdit().text() == ""
    qtbot.keyClicks(spin, "3")
    studio.set_snapshot(random_model(seed=6, version=3))
    qtbot.waitUntil(lambda: panel.probed.version == 3, timeout=LONG)
    assert spin.lineEdit().text() == "3"
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert "→ 3: " in panel.findChild(ThresholdBar).effect_text


def test_best_finds_the_threshold_that_parts_most(qtbot, panel, studio):
    show_net(qtbot, panel, studio)
    qtbot.mouseClick(button(panel, "best"), LEFT)
    layer, at = panel.probed.layers[0], panel.findChild(QDoubleSpinBox).value()

    def told_apart(theta):
        return np.mean(layer.positive > theta) + np.mean(layer.negative < theta)

    others = [told_apart(t) for t in np.concatenate([layer.positive, layer.negative])]
    assert told_apart(at) >= max(others) - 0.02  # three decimals are kept


def test_a_run_learns_with_what_is_applied(qtbot, panel, studio):
    studio.start()
    qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=120_000)
    studio.edits.edit(studio.spec.replace(epochs=5000))
    studio.runs.train()
    qtbot.waitUntil(lambda: panel.probed is not None, timeout=120_000)
    panel.findChild(HistogramsView).grab()
    panel.findChild(HistogramsView).threshold_dragged.emit(0, 3.5)
    qtbot.mouseClick(button(panel, "apply"), LEFT)
    qtbot.waitUntil(lambda: studio.snapshot.ff.layers[0].threshold == 3.5, timeout=120_000)
    assert studio.snapshot.ff.layers[1].threshold != 3.5
    studio.edits.undo_stack.undo()
    qtbot.waitUntil(lambda: studio.snapshot.ff.layers[0].threshold != 3.5, timeout=120_000)
    with qtbot.waitSignal(studio.run_finished, timeout=120_000):
        studio.runs.stop()


def test_dead_units_are_counted_and_told(qtbot, panel, studio):
    model = random_model()
    first = model.ff.layers[0]
    kernel, bias = first.kernel.copy(), first.bias.copy()
    kernel[:, :3], bias[:3] = 0.0, -1.0
    layers = (dataclasses.replace(first, kernel=kernel, bias=bias), model.ff.layers[1])
    model = dataclasses.replace(model, ff=dataclasses.replace(model.ff, layers=layers))
    studio.show(Shown(model, studio.spec))
    qtbot.waitUntil(lambda: panel.probed is not None, timeout=LONG)
    a = model.ff.activities(
        studio.data.validation.x, np.asarray(studio.data.validation.y)
    )  # no more can be dead than with one label
    assert 3 <= panel.probed.health[0].dead <= int((a[0] == 0).all(axis=0).sum())
    text = panel.findChild(QLabel, "goodness_about_label").text()
    assert f"layer 1: {panel.probed.health[0].dead} of 20 dead" in text


def test_ridges_of_a_reopened_run_have_a_row_for_every_kept_epoch(qtbot, panel, studio, kept_run):
    studio.files.open(kept_run, quietly=True)
    qtbot.waitUntil(lambda: panel.probed is not None, timeout=LONG)
    figure = panel.figures()[-1]
    assert figure.figure_name != "goodness-ridge"  # nobody has asked for ridges yet
    views = panel.findChild(QComboBox, "goodness_view_choice")
    views.setFocus()
    qtbot.keyClick(views, Qt.Key.Key_End)
    assert views.currentText() == "Ridge Over Epochs"

    def ridge():
        (made,) = [f for f in panel.figures() if f.figure_name == "goodness-ridge"]
        return made

    qtbot.waitUntil(lambda: panel.probed is not None, timeout=LONG)
    head, rows = ridge().figure_table()
    assert head == ["epoch", "layer", "data", "from", "to", "percent"]
    assert {row[0] for row in rows} == {1, 2, 3, 4}
    then = separation(open_moment(kept_run, 2).snapshot.ff, studio.data.samples(studio.judged_on))
    own = [row for row in rows if row[:3] == [2, 1, "positive"]]
    edges = np.array([row[3] for row in own] + [own[-1][4]])
    values = np.clip(then[0].positive.astype(np.float32), edges[0], edges[-1])
    counts = np.histogram(values, edges)[0]
    np.testing.assert_allclose([row[5] for row in own], 100 * counts / len(values))
    assert not render_image(ridge(), 100).isNull()
