"""The builder, driven by mouse and keyboard."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
    QWidget,
)

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.presets import preset, presets
from ffstudio.core.run.status import DataState, EngineState, RunStatus
from ffstudio.gui.panels.builder.panel import BuilderPanel


@pytest.fixture
def panel(qtbot, studio, themes):
    made = BuilderPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(380, 1400)
    made.show()
    return made


def field(panel, name) -> QLineEdit:
    return panel.findChild(QLineEdit, name)


def retype(qtbot, edit, text):
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def press(qtbot, panel, name):
    button = panel.findChild(QToolButton, name) or panel.findChild(QPushButton, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_typing_changes_the_layer_and_its_sizes(qtbot, panel, studio):
    retype(qtbot, field(panel, "layer_units"), "40")
    assert studio.spec.layers[0].units == 40
    text = panel.findChild(QListWidget, "layer_list").item(0).text()
    assert "Layer 1 · 40" in text
    assert f"{(784 + 1) * 40:,} weights" in text
    assert (
        f"{(784 + 1) * 40 + 41 * 16:,} parameters"
        in panel.findChild(QLabel, "builder_totals").text()
    )
    studio.edits.undo_stack.undo()
    assert studio.spec.layers[0].units == 16
    assert field(panel, "layer_units").text() == "16"


def test_small_numbers_can_be_typed_digit_by_digit(qtbot, panel, studio):
    retype(qtbot, field(panel, "layer_learning_rate"), "0.0005")
    assert studio.spec.layers[0].learning_rate == 0.0005
    assert field(panel, "layer_learning_rate").text() == "0.0005"
    retype(qtbot, field(panel, "layer_learning_rate"), "2e-3")
    assert studio.spec.layers[0].learning_rate == 0.002


@pytest.mark.parametrize(
    ("text", "reason"),
    [("abc", "must be a number"), ("0", "must be at least 1"), ("", "must be a number"),
     ("2.5", "must be a whole number"), ("999999", "must be at most 20,000")],
)  # fmt: skip
def test_wrong_input_is_marked_with_reason_and_fix(qtbot, panel, studio, text, reason):
    edit = field(panel, "layer_units")
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, text)
    assert not edit.property("problem"), "one may not be done yet"
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.property("problem")
    label = panel.findChild(QLabel, "layer_units_reason")
    assert label.isVisible()
    assert reason in label.text()
    assert (
        "Layer 1: Units" in studio.why_not_train()
        or studio.engine_state[0] is not EngineState.READY
    )
    assert studio.problems[0].path == ("layers", 0, "units")
    press(qtbot, panel, "layer_units_fix")
    assert studio.problems == []
    assert not label.isVisible()
    assert not edit.property("problem")


def test_buttons_add_duplicate_remove_and_move(qtbot, panel, studio):
    retype(qtbot, field(panel, "layer_units"), "40")
    press(qtbot, panel, "layer_duplicate_button")
    assert [x.units for x in studio.spec.layers] == [40, 40, 16]
    press(qtbot, panel, "layer_down_button")
    assert [x.units for x in studio.spec.layers] == [40, 16, 40]
    press(qtbot, panel, "layer_remove_button")
    assert [x.units for x in studio.spec.layers] == [40, 16]
    press(qtbot, panel, "layer_add_button")
    assert len(studio.spec.layers) == 3
    for _ in range(5):
        studio.edits.undo_stack.undo()
    assert [x.units for x in studio.spec.layers] == [16, 16]


def test_keys_add_duplicate_remove_and_move(qtbot, panel, studio):
    rows = panel.findChild(QListWidget, "layer_list")
    rows.setFocus()
    rows.setCurrentRow(0)
    retype(qtbot, field(panel, "layer_units"), "40")
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [x.units for x in studio.spec.layers] == [16, 40]
    qtbot.keyClick(rows, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [x.units for x in studio.spec.layers] == [16, 40, 40]
    qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert [x.units for x in studio.spec.layers] == [16, 40]
    qtbot.keyClick(rows, Qt.Key.Key_Insert)
    assert len(studio.spec.layers) == 3


def test_without_layers_the_reason_is_shown(qtbot, panel, studio):
    press(qtbot, panel, "layer_remove_button")
    press(qtbot, panel, "layer_remove_button")
    assert studio.spec.layers == ()
    assert panel.findChild(QLabel, "no_layers_reason").isVisible()
    assert studio.problems[0].reason == "the net has no hidden layer"
    press(qtbot, panel, "layer_add_button")
    assert len(studio.spec.layers) == 1
    assert studio.problems == []


def test_a_drag_reorders(qtbot, panel, studio):
    retype(qtbot, field(panel, "layer_units"), "40")
    rows = panel.findChild(QListWidget, "layer_list")
    # What Qt does when a dragged row is dropped below the second one.
    assert rows.model().moveRow(rows.rootIndex().parent(), 0, rows.rootIndex().parent(), 2)
    assert [x.units for x in studio.spec.layers] == [16, 40]
    studio.edits.undo_stack.undo()
    assert [x.units for x in studio.spec.layers] == [40, 16]


def test_a_drag_that_changes_nothing_leaves_the_rows_as_the_layers_are(panel, studio):
    rows = panel.findChild(QListWidget, "layer_list")
    texts = [rows.item(i).text() for i in range(rows.count())]
    top = rows.rootIndex().parent()
    assert rows.model().moveRow(top, 0, top, 2)  # the two layers are equal
    assert [x.units for x in studio.spec.layers] == [16, 16]
    assert [rows.item(i).text() for i in range(rows.count())] == texts


def test_presets_replace_everything_in_one_step(qtbot, panel, studio):
    before = studio.spec
    menu = panel.findChild(QToolButton, "presets_button").menu()
    assert [a.text() for a in menu.actions()] == list(presets())
    next(a for a in menu.actions() if a.text() == "digits-quick").trigger()
    assert studio.spec == presets()["digits-quick"]
    assert panel.findChild(QLabel, "experiment_title").text() == "digits-quick"
    studio.edits.undo_stack.undo()
    assert studio.spec == before


def test_choices_switches_and_the_wheel(qtbot, panel, studio):
    box = panel.findChild(QComboBox, "ff_negatives")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert studio.spec.ff.negatives != "random" or box.currentIndex() == 0
    box.activated.emit(2)
    assert studio.spec.ff.negatives == box.itemData(2)
    switch = panel.findChild(QCheckBox, "ff_read_out")
    before = studio.spec.ff.read_out
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(8, switch.height() // 2))
    assert studio.spec.ff.read_out is not before


def test_arrow_keys_step_a_number(qtbot, panel, studio):
    edit = field(panel, "run_epochs")
    edit.setFocus()
    before = studio.spec.epochs
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    qtbot.keyClick(edit, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert edit.text() == str(before + 11)
    qtbot.waitUntil(lambda: studio.spec.epochs == before + 11)
    for _ in range(60):
        qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert studio.spec.epochs == 0
    studio.edits.undo_stack.undo()
    assert studio.spec.epochs == before + 11, "keys in a row are one step"


def test_while_a_run_is_active_live_settings_are_marked(qtbot, panel, studio):
    studio.edits.edit(studio.spec.with_layer(0, loss="logistic"))
    badge = panel.findChild(QLabel, "layer_threshold_live")
    hint = panel.findChild(QLabel, "builder_running_hint")
    assert not badge.isVisible()
    studio.set_status(RunStatus.RUNNING)
    assert badge.isVisible()
    assert hint.isVisible()
    assert panel.findChild(QLabel, "layer_units_live") is None
    studio.edits.edit(studio.spec.with_layer(0, loss="symmetric"))
    assert not badge.isVisible(), "a threshold that nothing looks at is not live"
    studio.edits.edit(studio.spec.with_layer(0, loss="separate"))
    assert badge.isVisible()
    studio.set_status(RunStatus.IDLE)
    assert not badge.isVisible()


# --- settings that do not apply ---------------------------------------------------------


def choose(panel, name, value):
    """Picks a value in a list, as a user's click there does."""
    box = panel.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def rows_of(panel):
    rows = panel.findChild(QListWidget, "layer_list")
    return [rows.item(i).text() for i in range(rows.count())]


def unfold(qtbot, panel, name):
    """Opens a folded group by a click on its heading."""
    head = panel.findChild(QToolButton, f"{name}_section")
    if not head.isChecked():
        qtbot.mouseClick(head, Qt.MouseButton.LeftButton)
    return head


def with_ff(studio, **changes):
    studio.edits.edit(studio.spec.replace(ff=dataclasses.replace(studio.spec.ff, **changes)))


def test_a_convolution_shows_its_own_rows(qtbot, panel, studio):
    units = panel.findChild(QLabel, "layer_units_label")
    assert units.text() == "Units"
    for name in ("layer_kernel_size", "layer_pooling"):
        assert not panel.findChild(QWidget, name).isVisible()
        assert not panel.findChild(QLabel, f"{name}_label").isVisible()
    choose(panel, "layer_kind", "conv")
    assert studio.spec.layers[0].kind == "conv"
    assert field(panel, "layer_kernel_size").isVisible()
    assert panel.findChild(QLabel, "layer_pooling_label").isVisible()
    assert units.text() == "Channels"
    assert field(panel, "layer_units").accessibleName() == "Channels"
    panel.findChild(QListWidget, "layer_list").setCurrentRow(1)
    assert units.text() == "Units"
    assert not field(panel, "layer_kernel_size").isVisible()


def test_the_rows_of_the_list_tell_kernel_and_output(qtbot, panel, studio):
    choose(panel, "layer_kind", "conv")
    choose(panel, "layer_pooling", "max")
    retype(qtbot, field(panel, "layer_units"), "20")
    first, second, output = rows_of(panel)
    assert first.startswith("Layer 1 · conv 3×3 · 20 · max pool · ReLU\n→ 14×14×20 · 200 weights")
    # 14·14·20 inputs, 16 units
    assert second.startswith(f"Layer 2 · 16 · ReLU\n{14 * 14 * 20 * 16 + 16:,} weights")
    assert output.startswith("Output · 10 · softmax\n170 weights · BP")
    assert "3,920 outputs (14×14×20)" in panel.findChild(QListWidget).item(0).toolTip()


def test_a_read_out_is_a_row_of_its_own(qtbot, panel, studio):
    unfold(qtbot, panel, "ff_prediction")
    switch = panel.findChild(QCheckBox, "ff_read_out")
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(8, switch.height() // 2))
    assert [r.split("\n")[0] for r in rows_of(panel)] == [
        "Layer 1 · 16 · ReLU", "Layer 2 · 16 · ReLU", "FF read-out · 10 · softmax",
        "Output · 10 · softmax",
    ]  # fmt: skip
    assert rows_of(panel)[2].split("\n")[1] == "170 weights"
    total = (784 + 1) * 16 + (16 + 1) * 16 + 170
    assert f"FF {total:,} parameters" in panel.findChild(QLabel, "builder_totals").text()
    studio.edits.edit(studio.spec.replace(algorithms="bp"))
    assert len(rows_of(panel)) == 3


def test_an_added_layer_pools_only_while_there_is_room(qtbot, panel, studio):
    studio.edits.edit(studio.spec.replace(layers=(LayerSpec("conv", 8, pooling="max"),)))
    for _ in range(5):
        press(qtbot, panel, "layer_add_button")
    assert all(x.kind == "conv" and x.units == 8 for x in studio.spec.layers)
    assert [x.pooling for x in studio.spec.layers] == ["max"] * 3 + ["none"] * 3
    assert studio.problems == []
    assert "→ 3×3×8" in rows_of(panel)[-2]


def test_settings_without_effect_are_grey_and_say_why(qtbot, panel, studio):
    frames = field(panel, "ff_frames")
    assert not frames.isEnabled()
    assert frames.toolTip().startswith("No effect now. Only nets with top-down connections")
    assert frames.accessibleDescription() == frames.toolTip().split("\n")[0]
    assert not panel.findChild(QLabel, "ff_frames_label").isEnabled()
    with_ff(studio, feedback=True)
    assert frames.isEnabled() and frames.accessibleDescription() == ""
    assert not frames.toolTip().startswith("No effect")
    choose(panel, "ff_goodness", "class_mean")
    assert not panel.findChild(QComboBox, "ff_negatives").isEnabled()
    assert not panel.findChild(QComboBox, "layer_loss").isEnabled()
    assert "class loss" in panel.findChild(QComboBox, "layer_loss").toolTip()
    choose(panel, "ff_goodness", "mean_square")
    assert panel.findChild(QComboBox, "layer_loss").isEnabled()


def test_the_threshold_rests_beside_a_pair_loss(qtbot, panel, studio):
    theta = field(panel, "layer_threshold")
    assert studio.spec.layers[0].loss == "symmetric"
    assert not theta.isEnabled() and "compares pairs" in theta.toolTip()
    choose(panel, "layer_loss", "logistic")
    assert theta.isEnabled()
    panel.findChild(QListWidget, "layer_list").setCurrentRow(1)
    assert not theta.isEnabled(), "the second layer has its own loss"


def test_a_problem_keeps_its_words_beside_idle_settings(qtbot, panel, studio):
    with_ff(studio, frames=1)
    frames = field(panel, "ff_frames")
    assert frames.isEnabled(), "what has a problem can be mended"
    assert "at least 3" in frames.accessibleDescription()
    reason = panel.findChild(QLabel, "ff_frames_reason")
    assert reason.isVisible(), "its group opens"
    press(qtbot, panel, "ff_frames_fix")
    assert not frames.isEnabled() and not reason.isVisible()


def test_what_images_are_compared_by_is_for_losses_that_compare(qtbot, panel, studio):
    compared = panel.findChild(QComboBox, "ff_comparison")
    choose(panel, "ff_goodness", "projection")
    assert not compared.isEnabled()
    choose(panel, "ff_class_loss", "predsim")
    assert compared.isEnabled()
    choose(panel, "ff_comparison", "linear")
    assert studio.spec.ff.maps_to_compare and studio.problems == []


def test_a_hidden_row_with_a_problem_is_shown(qtbot, panel, studio):
    studio.edits.edit(studio.spec.with_layer(0, kernel_size=0))
    assert field(panel, "layer_kernel_size").isVisible()
    press(qtbot, panel, "layer_kernel_size_fix")
    assert studio.problems == []
    assert not field(panel, "layer_kernel_size").isVisible()


def test_channels_that_cannot_be_shared_out_are_rounded_up(qtbot, panel, studio):
    choose(panel, "layer_kind", "conv")
    choose(panel, "ff_goodness", "class_mean")
    reason = panel.findChild(QLabel, "layer_units_reason")
    assert reason.text().startswith("⚠ Channels must be a multiple of 10")
    press(qtbot, panel, "layer_units_fix")
    assert studio.spec.layers[0].units == 20


def test_a_convolution_above_a_dense_layer_is_refused_with_a_way_out(qtbot, panel, studio):
    panel.findChild(QListWidget, "layer_list").setCurrentRow(1)
    choose(panel, "layer_kind", "conv")
    reason = panel.findChild(QLabel, "layer_kind_reason")
    assert reason.isVisible() and "above a dense layer" in reason.text()
    press(qtbot, panel, "layer_kind_fix")
    assert studio.problems == []


def test_rare_groups_are_folded_and_tell_what_they_hide(qtbot, panel, studio):
    rate = panel.findChild(QComboBox, "ff_rate_schedule")
    note = panel.findChild(QLabel, "ff_schedule_section_note")
    assert panel.findChild(QComboBox, "ff_goodness").isVisible()
    assert not rate.isVisible() and not note.isVisible()
    with_ff(studio, rate_schedule="constant")
    assert note.isVisible() and note.text() == "1 changed"
    assert "Learning-rate schedule: Constant" in note.toolTip()
    head = unfold(qtbot, panel, "ff_schedule")
    assert rate.isVisible() and not note.isVisible()
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Space)
    assert not rate.isVisible() and note.isVisible()
    with_ff(studio, negatives="hybrid")
    label = panel.findChild(QLabel, "ff_label_section_note")
    assert label.text() == "no effect now" and "learn without labels" in label.toolTip()


def test_weights_given_by_hand_are_told_and_can_be_left(qtbot, panel, studio):
    notice = panel.findChild(QWidget, "hand_weights_notice")
    assert not notice.isVisibleTo(panel)
    studio.edits.edit(preset("camera-by-hand"))
    assert notice.isVisibleTo(panel)
    text = notice.findChild(QLabel, "hand_weights_text").text()
    assert "weights given by hand (4 × 4, 4 × 4, 4 × 8, 8 × 4)" in text
    press(qtbot, panel, "drop_hand_weights_button")
    assert studio.spec.weights is None and not notice.isVisibleTo(panel)
    studio.edits.undo_stack.undo()
    assert studio.spec == preset("camera-by-hand") and notice.isVisibleTo(panel)


def test_the_images_on_their_way_are_named(panel, studio):
    """They stay the former ones until others come, but the line below the form says which come."""
    line = panel.findChild(QLabel, "builder_data_state")
    assert "images to learn from" in line.text()
    studio.set_data_state(DataState.LOADING, "Loading MNIST…")
    assert line.text() == "Loading MNIST…"
    studio.set_data_state(DataState.LOADING, "Loading Bundled digits…")
    assert line.text() == "Loading Bundled digits…"
    studio.set_data_state(DataState.READY)
    assert "images to learn from" in line.text()
