"""How panels are set up comes back at the next start: every control, or the reason why not."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QScrollBar,
    QSpinBox,
    QTabBar,
    QWidget,
)

from ffstudio.gui.panels.table import PANELS
from tests.gui.test_draw_panel import random_model

LEFT = Qt.MouseButton.LeftButton

NOT_REMEMBERED = {
    "goodness_theta_layer": "the layers are those of the model that is shown",
    "goodness_theta_spin": "a threshold that is tried belongs to the net that is shown",
    "candidates_layer": "the layers are those of the model that is shown",
    "filter_net": "the nets are those of the model that is shown",
    "filter_layer": "the layers are those of the model that is shown",
    "filter_channel": "the channels are those of the model that is shown",
    "filter_image": "the number of an image belongs to the data set",
    "generate_image": "the number of an image belongs to the data set",
    **{f"code_{i + 1}": "the numbers are those of a code of the net shown" for i in range(10)},
    "image_number": "the number of an image belongs to the data set",
    "data_class_choice": "the classes are those of the data set",
    "compare_first_combo": "the runs are those that have ticks",
    "compare_second_combo": "the runs are those that have ticks",
    "runs_tag_filter": "the tags are those of the runs that are there",
    "data_range_choice": "how values are read belongs to the experiment",
    "data_colours": "whether colours are kept belongs to the experiment",
    "data_transposed": "how pictures are read belongs to the experiment",
    "backprop_image_number": "the number of an image belongs to the data set",
    "backprop_label_choice": "the labels are those of the model that is shown",
    "backprop_step_slider": "the steps are those of the model that is shown",
    "explain_image_number": "the number of an image belongs to the data set",
    "explain_label_slider": "the labels are those of the model that is shown",
    "labels_image_number": "the number of an image belongs to the data set",
    "labels_slider": "the labels are those of the model that is shown",
    "activations_net": "the nets are those of the model that is shown",
    "embedding_net": "the nets are those of the model that is shown",
    "activations_image_number": "the number of an image belongs to the data set",
    "wants_image_number": "the number of an image belongs to the data set",
    "wants_layer": "the layers are those of the model that is shown",
    "wants_label": "the labels are those of the model that is shown",
    "wants_unit": "the units are those of the model that is shown",
    "wants_embedded": "the labels are those of the model that is shown",
    "wants_low": "the range of pixels is that of the model that is shown",
    "wants_high": "the range of pixels is that of the model that is shown",
    "pen_button": "one begins with the pen: an eraser has nothing to erase",
    "eraser_button": "one begins with the pen: an eraser has nothing to erase",
}


NOTHING_TO_SET = {
    "cost": "it has no controls, only numbers",
    "lesson": "its steps are read and done, nothing of them is chosen",
    "queue": "it is a list of experiments, kept on disk",
    "timeline": "its buttons do things; which layer is chosen belongs to the nets shown",
}


def is_control(widget):
    if isinstance(widget, QScrollBar):
        return False
    if isinstance(widget, QAbstractButton):
        return widget.isCheckable()
    return isinstance(widget, (QComboBox, QAbstractSlider, QAbstractSpinBox, QTabBar))


def controls(entry, panel):
    """By object name, what can be set up; the builder's fields are the experiment."""
    widgets = [w for w in panel.findChildren(QWidget) if is_control(w) and w.objectName()]
    if entry.name == "builder":
        widgets = [w for w in widgets if w.objectName().endswith("_section")]
    return {w.objectName(): w for w in widgets}


def state(control):
    if isinstance(control, QAbstractButton):
        return control.isChecked()
    if isinstance(control, (QAbstractSlider, QSpinBox, QDoubleSpinBox)):
        return control.value()
    return control.currentIndex()


def change(qtbot, control):
    """Sets a control otherwise, by mouse or keys where it can be reached."""
    before = state(control)
    if control.isVisible() and control.isEnabled():
        if isinstance(control, QAbstractButton):
            qtbot.mouseClick(control, LEFT, pos=QPoint(8, control.height() // 2))
        elif isinstance(control, QTabBar):
            qtbot.mouseClick(control, LEFT, pos=control.tabRect(1).center())
        else:
            control.setFocus()
            upright = isinstance(control, (QComboBox, QAbstractSpinBox))
            down = Qt.Key.Key_Down if upright else Qt.Key.Key_Left
            qtbot.keyClick(control, down)
            if state(control) == before:  # it stood at the end
                up = Qt.Key.Key_Up if upright else Qt.Key.Key_Right
                qtbot.keyClick(control, up)
    elif isinstance(control, QAbstractButton):  # shown with other nets only
        control.setChecked(not before)
    elif isinstance(control, QComboBox):
        control.setCurrentIndex((before + 1) % control.count())
    elif isinstance(control, (QSpinBox, QDoubleSpinBox)):
        control.stepBy(-1 if before > control.minimum() else 1)
    assert state(control) != before, control.objectName()
    return state(control)


def test_every_control_of_every_panel_comes_back(qtbot, make_window, studio):
    window = make_window()
    studio.set_snapshot(random_model())
    wanted = {}
    for entry in PANELS:
        window.docks.bring_up(entry.name)
        panel = window.docks[entry.name].panel
        kept = {n: c for n, c in controls(entry, panel).items() if n not in NOT_REMEMBERED}
        assert bool(kept) is (entry.name not in NOTHING_TO_SET), entry.name
        # Sections from within: a folded one hides those inside it.
        wanted[entry] = {name: change(qtbot, kept[name]) for name in reversed(kept)}
        if entry.hidden:
            window.docks[entry.name].hide()
    window.close_without_asking()
    again = make_window()
    for entry in PANELS:
        panel = again.docks[entry.name].panel
        now = {name: state(control) for name, control in controls(entry, panel).items()}
        assert {name: now[name] for name in wanted[entry]} == wanted[entry], entry.name


def test_what_is_not_remembered_is_there(make_window):
    window = make_window()
    names = {n for entry in PANELS for n in controls(entry, window.docks[entry.name].panel)}
    assert set(NOT_REMEMBERED) <= names
    assert all(NOT_REMEMBERED.values())
