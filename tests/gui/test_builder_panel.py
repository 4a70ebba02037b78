"""The builder, driven by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QToolButton

from ffstudio.core.presets import presets
from ffstudio.core.status import RunStatus
from ffstudio.gui.builder_panel import BuilderPanel


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
    studio.undo_stack.undo()
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
     ("2.5", "must be a whole number"), ("999999", "must be at most 20000")],
)  # fmt: skip
def test_wrong_input_is_marked_with_reason_and_fix(qtbot, panel, studio, text, reason):
    edit = field(panel, "layer_units")
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, text)
    assert edit.property("problem")
    label = panel.findChild(QLabel, "layer_units_reason")
    assert label.isVisible()
    assert reason in label.text()
    assert "layers[0].units" in studio.why_not_train() or studio.engine_state[0] != "ready"
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
        studio.undo_stack.undo()
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
    studio.undo_stack.undo()
    assert [x.units for x in studio.spec.layers] == [40, 16]


def test_presets_replace_everything_in_one_step(qtbot, panel, studio):
    before = studio.spec
    menu = panel.findChild(QToolButton, "presets_button").menu()
    assert [a.text() for a in menu.actions()] == list(presets())
    next(a for a in menu.actions() if a.text() == "digits-quick").trigger()
    assert studio.spec == presets()["digits-quick"]
    assert panel.findChild(QLabel, "experiment_title").text() == "digits-quick"
    studio.undo_stack.undo()
    assert studio.spec == before


def test_choices_switches_and_the_wheel(qtbot, panel, studio):
    box = panel.findChild(QComboBox, "ff_negatives")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert studio.spec.ff.negatives != "random" or box.currentIndex() == 0
    box.activated.emit(2)
    assert studio.spec.ff.negatives == box.itemData(2)
    switch = panel.findChild(type(panel._forms["ff"].editor("read_out")), "ff_read_out")
    before = studio.spec.ff.read_out
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(8, switch.height() // 2))
    assert studio.spec.ff.read_out is not before


def test_arrow_keys_step_a_number(qtbot, panel, studio):
    edit = field(panel, "run_epochs")
    edit.setFocus()
    before = studio.spec.epochs
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    qtbot.keyClick(edit, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert studio.spec.epochs == before + 11
    for _ in range(60):
        qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert studio.spec.epochs == 1


def test_while_a_run_is_active_live_settings_are_marked(qtbot, panel, studio):
    badge = panel.findChild(QLabel, "layer_threshold_live")
    hint = panel.findChild(QLabel, "builder_running_hint")
    assert not badge.isVisible()
    studio._set_status(RunStatus.RUNNING)
    assert badge.isVisible()
    assert hint.isVisible()
    assert panel.findChild(QLabel, "layer_units_live") is None
    studio._set_status(RunStatus.IDLE)
    assert not badge.isVisible()
