"""The label scrubber: one image under every label, by slider and by keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QSpinBox, QToolButton

from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.panels.labels.label_view import LabelView
from ffstudio.gui.panels.labels.panel import LabelsPanel
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels
from tests.gui.test_goodness_panel import net, prepared, snapshot


@pytest.fixture
def studio(qapp):
    made = Studio()
    made.images.take(prepared())
    yield made
    assert made.shutdown(10.0)


@pytest.fixture
def panel(qtbot, studio):
    made = LabelsPanel(studio, ThemeManager("light"))
    qtbot.addWidget(made)
    made.resize(560, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def show(qtbot, panel, studio, made):
    before = panel.looks
    studio.set_snapshot(made)
    qtbot.waitUntil(lambda: panel.looks is not None and panel.looks is not before)


def test_it_says_what_is_missing(panel, studio, qtbot):
    empty = panel.findChild(QLabel, "labels_empty_label")
    assert empty.isVisible() and "Train" in empty.text()
    unlabelled = FFSnapshot(net().layers, 4, supervision="classes", goodness="class_mean")
    studio.set_snapshot(snapshot(unlabelled))
    assert "whatever the label" in empty.text()
    assert not panel.findChild(QSlider, "labels_slider").isEnabled()


def test_it_begins_with_the_true_label_and_follows_slider_and_keys(qtbot, panel, studio):
    ff = net()
    show(qtbot, panel, studio, snapshot(ff))
    true = int(studio.data.test.y[0])
    assert panel.label == panel.compared_with == true
    slider, view = panel.findChild(QSlider, "labels_slider"), panel.findChild(LabelView)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert panel.label == 0
    qtbot.keyClick(view, Qt.Key.Key_2)
    assert panel.label == slider.value() == 2
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert panel.label == 3
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_9)  # there are four
    assert panel.label == 3
    assert "d" in panel.findChild(QLabel, "labels_name_label").text()
    x = studio.data.test.x[:1]
    for label in range(4):
        expected = ff.layer_goodness(x, np.array([label]))[:, 0]
        np.testing.assert_allclose(panel.looks.goodness[:, label], expected, rtol=1e-5)


def test_the_label_stays_while_weights_change(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net()))
    qtbot.keyClick(panel.findChild(LabelView), Qt.Key.Key_1)
    before = panel.looks
    show(qtbot, panel, studio, snapshot(net(strength=5.0), version=2))
    assert panel.label == 1
    assert not np.array_equal(before.goodness, panel.looks.goodness)


def test_another_image_by_its_number(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net()))
    number = panel.findChild(QSpinBox, "labels_image_number")
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Up)
    x = studio.data.test.x[1]
    qtbot.waitUntil(lambda: np.array_equal(panel.looks.x, x))
    assert panel.compared_with == studio.data.test.y[1]


def test_a_drawing_is_compared_with_the_answer(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net()))
    source = panel.findChild(QComboBox, "labels_source_choice")
    source.setCurrentIndex(source.findData("drawn"))
    assert "drawing pad is empty" in panel.findChild(QLabel, "labels_empty_label").text()
    picture = np.zeros((4, 4), np.float32)
    picture.flat[4 + 2 * 2] = 1.0
    panel.links.show_picture(picture)
    qtbot.waitUntil(lambda: panel.looks is not None)
    assert panel.looks.answer == panel.compared_with == 2
    assert "the net's answer" in panel.findChild(LabelView).accessibleDescription()


def test_every_label_is_exported(qtbot, panel, studio, tmp_path):
    show(qtbot, panel, studio, snapshot(net()))
    (figure,) = panel.figures()
    header, rows = figure.figure_table()
    assert header == ["layer", "label", "quantity", "unit", "value"]
    assert sum(row[2] == "goodness" for row in rows) == 2 * 4
    assert sum(row[2] == "activity" for row in rows) == 2 * 4 * 4
    export_all([figure], tmp_path, ExportOptions(("svg", "png")), studio.history)
    assert (tmp_path / "label-scrubber.svg").stat().st_size > 1000


def test_hidden_it_does_nothing(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net()))
    panel.hide()
    rounds, looks = panel.pace.num_rounds, panel.looks
    studio.set_snapshot(snapshot(net(strength=4.0), version=2))
    qtbot.wait(300)
    assert panel.pace.num_rounds == rounds and panel.looks is looks
    panel.show()
    qtbot.waitUntil(lambda: panel.looks is not looks)


def test_why_opens_its_help(qtbot, make_window):
    window = make_window(panels=few_panels("labels", "draw"))
    window.docks.bring_up("labels")
    why = window.docks["labels"].panel.findChild(QToolButton, "labels_why_button")
    qtbot.mouseClick(why, Qt.MouseButton.LeftButton)
    assert window.help.window.isVisible()
