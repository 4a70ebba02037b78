"""The backprop inspector: steps, numbers, gradients checked by the engine, weights typed by hand."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QToolButton,
)

from ffstudio.core.describe.architecture import Layer, chain
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.describe.network import Network
from ffstudio.core.experiment import presets
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import initial_weights
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.inspection import inspect_image
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.run.status import EngineState, RunStatus
from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.panels.backprop import steps_figure
from ffstudio.gui.panels.backprop.maps import list_columns, name_weight
from ffstudio.gui.panels.backprop.net_view import NetView
from ffstudio.gui.panels.backprop.numbers import short
from ffstudio.gui.panels.backprop.page import Page
from ffstudio.gui.panels.backprop.panel import BackpropPanel
from ffstudio.gui.panels.table import PANELS
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels

LEFT = Qt.MouseButton.LeftButton


def camera(epochs=1):
    spec = presets.preset("camera-by-hand").replace(epochs=epochs)
    return Studio.with_data(spec, prepare(datasets.load(spec.data), spec.data, spec.seed))


@pytest.fixture
def studio(qapp):
    made = camera()
    yield made
    assert made.shutdown(30.0)


@pytest.fixture
def panel(qtbot, studio):
    made = BackpropPanel(studio, ThemeManager("light"))
    qtbot.addWidget(made)
    made.resize(760, 800)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def text(panel, name):
    return panel.findChild(QLabel, f"backprop_{name}_label").text()


def press(qtbot, panel, name):
    qtbot.mouseClick(panel.findChild(QPushButton, f"backprop_{name}_button"), LEFT)


def show_given(qtbot, panel):
    press(qtbot, panel, "given")
    qtbot.waitUntil(lambda: panel.inspection is not None)


def click_weight(qtbot, panel, layer, unit, source):
    view = panel.findChild(NetView)
    place = view.place_of(layer, unit, source)
    assert not place.isEmpty()
    qtbot.mouseClick(view, LEFT, pos=place.center().toPoint())
    return view


def type_weight(qtbot, panel, value):
    edit = panel.findChild(QLineEdit, "backprop_weight_edit")
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, value)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def test_without_a_net_it_says_what_to_do(qtbot, panel):
    empty = panel.findChild(QLabel, "backprop_empty_label")
    assert empty.isVisible() and "Show Net by Hand" in empty.text()
    assert panel.figures()[0].figure_size().isEmpty()


def test_the_net_by_hand_is_shown_without_training(qtbot, panel, studio):
    show_given(qtbot, panel)
    assert studio.snapshot.bp.predict(studio.data.test.x).tolist() == studio.data.test.y.tolist()
    assert studio.net_name.epoch == "weights by hand"
    assert studio.has_model and studio.status is RunStatus.IDLE


def test_next_and_back_lead_through_every_step(qtbot, panel, studio):
    show_given(qtbot, panel)
    seen = [text(panel, "formula")]
    for _ in panel.inspection.steps[1:]:
        press(qtbot, panel, "next")
        seen.append(text(panel, "formula"))
    assert len(set(seen)) == 2 + 4 * 4  # in, z and a, the loss, δ and gradients of four layers
    assert "z¹ = (Θ¹)ᵀ a⁰ + β¹" in seen[1] and "J = −Σₖ" in seen[9]
    assert seen[2].endswith("g = tanh") and seen[6].endswith("g = ReLU")  # as the builder has them
    assert "a⁴ − t" in seen[10] and "(Θ⁴)ᵀ δ⁴ ⊙ g′(z³)" in seen[12]
    assert "∂J/∂Θ¹ = a⁰ (δ¹)ᵀ" in seen[-1]
    assert not panel.findChild(QPushButton, "backprop_next_button").isEnabled()
    press(qtbot, panel, "back")
    assert text(panel, "formula") == seen[-2]
    view = panel.findChild(NetView)
    qtbot.keyClick(view, Qt.Key.Key_B)
    assert text(panel, "formula") == seen[-3]
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert text(panel, "formula") == seen[-2]
    slider = panel.findChild(QSlider, "backprop_step_slider")
    assert slider.value() == panel.step == len(seen) - 2


def test_the_numbers_of_a_step_are_worked_out(qtbot, panel, studio):
    studio.images.take(studio.data)
    show_given(qtbot, panel)
    numbers = panel.findChild(QSpinBox, "backprop_image_number")
    solid = int(np.flatnonzero((studio.data.test.x == 1).all(axis=1))[0])
    numbers.setValue(solid)
    qtbot.waitUntil(lambda: panel.inspection.x.tolist() == [1, 1, 1, 1])
    press(qtbot, panel, "next")
    assert text(panel, "worked").startswith("z¹₁ = 1·1 + ") and text(panel, "worked").endswith(
        "= 2"
    )
    press(qtbot, panel, "next")
    assert text(panel, "worked") == "a¹₁ = g(2) = 0.964"
    assert "solid" in text(panel, "about")


def test_every_gradient_is_held_against_tensorflow_and_differences(qtbot, panel, studio):
    studio.start()
    qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=60_000)
    show_given(qtbot, panel)
    press(qtbot, panel, "check")
    qtbot.waitUntil(lambda: panel.check is not None, timeout=60_000)
    check = panel.check
    assert len(check.arrays) == 8 and sum(a.shown.size for a in check.arrays) == 116
    assert all(a.engine is not None for a in check.arrays)
    assert max(a.engine_difference for a in check.arrays) < 1e-6
    assert max(a.numerical_difference for a in check.arrays) < 1e-7
    assert abs(check.engine_loss - panel.inspection.traced.loss) < 1e-6
    # Layer 3 has ReLUs that stand exactly at 0: no derivative, and said so.
    assert sum(a.num_kinks for a in check.arrays) > 0
    assert "TensorFlow" in text(panel, "check") and "kink" in text(panel, "check")


def test_without_the_engine_differences_are_shown_alone(qtbot, panel, studio):
    show_given(qtbot, panel)
    press(qtbot, panel, "check")
    qtbot.waitUntil(lambda: panel.check is not None)
    assert panel.check.engine_loss is None
    assert "warming up" in text(panel, "check") and "differences of the loss" in text(
        panel, "check"
    )


def test_a_weight_is_typed_and_undone(qtbot, panel, studio):
    show_given(qtbot, panel)
    before = studio.snapshot.bp
    click_weight(qtbot, panel, 0, 1, 2)
    type_weight(qtbot, panel, "0.5")
    qtbot.waitUntil(lambda: panel.inspection.net is studio.snapshot.bp is not before)
    after = studio.snapshot.bp
    kernel = after.weights["dense_1"][0]
    assert kernel[2, 1] == 0.5 and (kernel != before.weights["dense_1"][0]).sum() == 1
    assert studio.spec.weights[0].kernel[2][1] == 0.5
    assert panel.inspection.traced.layers[0].kernel[2, 1] == 0.5
    assert studio.edits.undo_stack.undoText() == "Type a Weight"
    studio.edits.undo_stack.undo()
    assert studio.snapshot.bp is before
    qtbot.waitUntil(lambda: panel.inspection.net is before)
    studio.edits.undo_stack.redo()
    assert studio.snapshot.bp.weights["dense_1"][0][2, 1] == 0.5


def test_the_bias_is_typed_by_keys_alone(qtbot, panel, studio):
    show_given(qtbot, panel)
    view = click_weight(qtbot, panel, 0, 0, 3)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert "bias of unit 1" in text(panel, "weight")
    qtbot.keyClick(view, Qt.Key.Key_3)
    edit = panel.findChild(QLineEdit, "backprop_weight_edit")
    assert edit.hasFocus() and edit.text() == "3"
    qtbot.keyClicks(edit, ".25")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert studio.spec.weights[0].bias[0] == 3.25
    assert studio.snapshot.bp.weights["dense_1"][1][0] == 3.25


def test_what_is_no_number_changes_nothing(qtbot, panel, studio):
    show_given(qtbot, panel)
    before = studio.spec
    type_weight(qtbot, panel, "much")
    assert studio.spec is before
    assert "number" in text(panel, "weight_doubt")


def test_training_goes_on_from_typed_weights_and_undo_leaves_it(qtbot, panel, studio):
    studio.start()
    show_given(qtbot, panel)
    click_weight(qtbot, panel, 0, 0, 0)
    type_weight(qtbot, panel, "0.75")
    qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=60_000)
    with qtbot.waitSignal(studio.run_finished, timeout=60_000):
        studio.runs.train(resume=True)
    trained = studio.snapshot
    assert 0 < abs(trained.bp.weights["dense_1"][0][0, 0] - 0.75) < 0.2
    qtbot.waitUntil(lambda: panel.inspection.net is trained.bp)
    studio.edits.undo_stack.undo()
    assert studio.snapshot is trained
    # Trained weights can be typed too, and come back with their curves.
    history = studio.history
    click_weight(qtbot, panel, 1, 0, 0)
    type_weight(qtbot, panel, "2")
    qtbot.waitUntil(lambda: studio.snapshot is not trained)
    assert studio.snapshot.bp.weights["dense_2"][0][0, 0] == 2
    np.testing.assert_array_equal(
        studio.snapshot.bp.weights["dense_1"][0], trained.bp.weights["dense_1"][0]
    )
    studio.edits.undo_stack.undo()
    assert studio.snapshot is trained and studio.history is history


def test_a_net_that_forward_forward_trains_too_says_why_it_is_not_typed(qtbot, studio, panel):
    spec = studio.spec.replace(algorithms="both", weights=None, epochs=1)
    studio.edits.edit(spec, "Edit")
    studio.start()
    qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=60_000)
    with qtbot.waitSignal(studio.run_finished, timeout=60_000):
        studio.runs.train()
    qtbot.waitUntil(lambda: panel.inspection is not None and len(panel.inspection.local) == 3)
    edit = panel.findChild(QLineEdit, "backprop_weight_edit")
    assert not edit.isEnabled() and "backprop learns alone" in edit.toolTip()

    def follows_the_newest_net():
        seen = panel.inspection
        goodness = studio.snapshot.ff.layer_goodness(seen.x[None], np.array([seen.label]))
        np.testing.assert_allclose(seen.local[0].goodness[:1], goodness[0], rtol=1e-4)

    qtbot.waitUntil(follows_the_newest_net, timeout=10_000)
    assert panel.inspection.wrong != panel.inspection.label


def test_the_label_can_be_another(qtbot, panel, studio):
    show_given(qtbot, panel)
    own = panel.inspection
    choice = panel.findChild(QComboBox, "backprop_label_choice")
    other = (own.label + 1) % 4
    choice.setCurrentIndex(choice.findData(other))
    qtbot.waitUntil(lambda: panel.inspection.label == other)
    assert panel.inspection.traced.loss > own.traced.loss


def test_a_drawing_goes_through(qtbot, panel, studio):
    show_given(qtbot, panel)
    source = panel.findChild(QComboBox, "backprop_source_choice")
    source.setCurrentIndex(source.findData("drawn"))
    empty = panel.findChild(QLabel, "backprop_empty_label")
    assert empty.isVisible() and "drawing pad is empty" in empty.text()
    panel.links.show_picture(np.array([[1, 1], [-1, -1]], np.float32))
    qtbot.waitUntil(lambda: panel.inspection is not None)
    assert panel.inspection.x.tolist() == [1, 1, -1, -1]
    assert panel.inspection.label == int(np.argmax(panel.inspection.traced.outputs))


def test_hidden_it_does_nothing(qtbot, panel, studio):
    show_given(qtbot, panel)
    panel.hide()
    rounds = panel.pace.num_rounds
    shown = panel.inspection
    studio.set_snapshot(studio.snapshot)
    qtbot.wait(300)
    assert panel.pace.num_rounds == rounds and panel.inspection is shown


def test_every_number_is_exported(qtbot, panel, studio, tmp_path):
    show_given(qtbot, panel)
    press(qtbot, panel, "check")
    qtbot.waitUntil(lambda: panel.check is not None)
    (figure,) = panel.figures()
    header, rows = figure.figure_table()
    assert header[:4] == ["layer", "unit", "input", "quantity"]
    assert sum(row[3] == "weight_gradient" for row in rows) == 96
    assert sum(row[3] == "delta" for row in rows) == 20
    weights = {tuple(row[:3]): row[4] for row in rows if row[3] == "weight"}
    assert weights[(4, 1, 1)] == 4
    export_all([figure], tmp_path, ExportOptions(("svg", "png")), studio.history)
    assert "δ" in (tmp_path / "backprop-steps.svg").read_text(encoding="utf-8")


def test_why_opens_its_help(qtbot, make_window, studio):
    window = make_window(panels=few_panels("backprop", "draw"))
    window.docks.bring_up("backprop")
    panel = window.docks["backprop"].panel
    qtbot.mouseClick(panel.findChild(QToolButton, "backprop_why_button"), LEFT)
    assert window.help.window.isVisible()
    assert "Backprop" in {entry.title for entry in PANELS}


def test_convolutions_and_poolings_are_shown_as_pictures(qtbot, studio, panel, monkeypatch):
    spec = ExperimentSpec(
        layers=(LayerSpec(kind="conv", units=6, pooling="max"), LayerSpec(units=6)),
        data=DataSpec("digits"), algorithms="both", epochs=0,
    )  # fmt: skip
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    studio.edits.edit(spec, "Edit")
    studio.images.take(data)
    studio.start()
    qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=60_000)
    with qtbot.waitSignal(studio.run_finished, timeout=60_000):
        studio.runs.train()
    qtbot.waitUntil(lambda: panel.inspection is not None)
    titles = [layer.title for layer in panel.inspection.traced.layers]
    assert titles == ["Layer 1", "Layer 1, pooling", "Layer 2", "Output"]
    assert len(panel.inspection.local) == 2 and panel.inspection.local[0].before.ndim == 4
    seen = [text(panel, "formula")]
    for _ in panel.inspection.steps[1:]:
        press(qtbot, panel, "next")
        seen.append(text(panel, "formula"))
    # The pooling has neither an activation function nor weights.
    assert len(set(seen)) == 2 + 4 + 2 + 4 + 4
    assert "Θ¹ ⋆ a⁰" in seen[1] and "the largest of each window" in seen[3]
    assert "∂J/∂Θ¹ = a⁰ ⋆ δ¹" in seen[-1]
    layer = panel.inspection.traced.layers[0]
    page = panel.page
    unit = page.list_shown(0)[0][1]
    click_weight(qtbot, panel, 0, unit, 4)
    assert (page.layer, page.unit, page.source) == (0, unit, 4)
    assert f"row 2, column 2 of channel {unit + 1}" in text(panel, "weight")
    assert text(panel, "worked").endswith(short(layer.kernel_gradient[1, 1, 0, unit]))
    view = panel.findChild(NetView)
    pooling = view.place_of_layer(1)
    qtbot.mouseClick(view, LEFT, pos=pooling.center().toPoint())
    assert page.layer == 1 and "no weights" in text(panel, "weight")
    assert not panel.findChild(QLineEdit, "backprop_weight_edit").isEnabled()
    press(qtbot, panel, "check")
    qtbot.waitUntil(lambda: panel.check is not None, timeout=60_000)
    assert {a.path for a in panel.check.arrays} == {"conv_1", "dense_2", "output"}
    assert max(a.engine_difference for a in panel.check.arrays) < 1e-5
    assert "channels, those with the largest δ" in text(panel, "about")
    _, rows = panel.figures()[0].figure_table()
    z = {tuple(row[1:3]): row[4] for row in rows if row[0] == 1 and row[3] == "z"}
    assert z[(unit + 1, "3, 5")] == layer.before[2, 4, unit]
    before = panel.figures()[0].figure_size()
    monkeypatch.setattr(steps_figure, "MOST_TIMES_AS_HIGH", 0.1)  # as of a deep net
    after = panel.figures()[0].figure_size()
    assert after.width() > before.width() and after.height() < before.height()


def test_of_colour_pictures_the_colour_is_named(qtbot):
    def inspected(*parts):
        network = chain("net", parts, (4, 4, 3))
        weights = initial_weights(network, 1)
        net = NetworkSnapshot(Network(network), weights, (4, 4, 3))
        snapshot = ModelSnapshot(None, net, (4, 4, 3), ("a", "b"))
        x = np.random.default_rng(1).random(48).astype(np.float32)
        page = Page()
        page.take(inspect_image(snapshot, x, 0, None))
        return page

    def part(name, kind, **settings):
        return Layer(name, kind, check_settings(kind, settings, name))

    end = part("flat", "Flatten"), part("output", "Dense", units=2, activation="softmax")
    page = inspected(part("conv_1", "Conv2D", filters=5, kernel_size=[3, 3]), *end)
    assert [page.choose_channel(0, channel) for channel in range(4)] == [True, True, True, False]
    page.choose(0, 0, page.list_shown(0)[1][0])
    view = NetView(page, ThemeManager("light"))
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.refresh()
    assert "row 1, column 1, blue" in view.accessibleDescription()
    assert list_columns(page, 0)[0].head.endswith("blue")
    qtbot.keyClick(view, Qt.Key.Key_Left)  # over the edge of the kernel: the channel before
    assert "row 3, column 3, green" in view.accessibleDescription()
    page = inspected(*end)
    page.choose(0, 0, 4)
    assert name_weight(page, 0, 4) == "weight from green of the pixel in row 1, column 2"
