"""Activations while drawing: strips, closer looks, pins, and the way to Filters."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSpinBox, QToolButton

from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.panels.activations.answers_view import AnswersView
from ffstudio.gui.panels.activations.panel import ActivationsPanel
from ffstudio.gui.panels.filters.sheet import FilterSheet
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels
from tests.gui.test_goodness_panel import net, prepared, snapshot
from tests.nets import backprop_net

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def studio(qapp):
    made = Studio()
    made.images.take(prepared())
    yield made
    assert made.shutdown(10.0)


@pytest.fixture
def panel(qtbot, studio):
    made = ActivationsPanel(studio, ThemeManager("light"))
    qtbot.addWidget(made)
    made.resize(560, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def drawing(block):
    picture = np.zeros((4, 4), np.float32)
    picture.flat[4 + 2 * block] = 1.0
    return picture


def draw(qtbot, panel, block):
    picture = drawing(block)
    before = panel.answers
    panel.links.show_picture(picture)
    qtbot.waitUntil(lambda: panel.answers is not None and panel.answers is not before)


def choose_image(qtbot, panel, studio, label):
    number = int(np.flatnonzero(studio.data.test.y == label)[1])
    panel.findChild(QSpinBox, "activations_image_number").setValue(number)
    qtbot.waitUntil(lambda: panel.answers is not None and panel.answers.label == label)


def press(qtbot, panel, name):
    qtbot.mouseClick(panel.findChild(QPushButton, f"activations_{name}_button"), LEFT)


def test_it_says_what_is_missing(panel, studio):
    empty = panel.findChild(QLabel, "activations_empty_label")
    assert "Train" in empty.text()
    studio.set_snapshot(snapshot(net()))
    assert "drawing pad is empty" in empty.text()


def test_strips_follow_the_drawing(qtbot, panel, studio):
    ff = net()
    studio.set_snapshot(snapshot(ff))
    for block in (2, 0):
        draw(qtbot, panel, block)
        x = drawing(block).reshape(1, -1)
        expected = ff.activities(x, np.array([block]))
        assert panel.answers.label == block
        for layer in range(2):
            np.testing.assert_allclose(panel.answers.activities[layer], expected[layer][0])
        assert panel.findChild(AnswersView).cards(0)[0] == block


def test_units_show_the_training_images_they_like_best(qtbot, panel, studio):
    ff = net()
    studio.set_snapshot(snapshot(ff))
    draw(qtbot, panel, 1)
    qtbot.waitUntil(lambda: len(panel.liked) == 2)
    train = studio.data.train
    answers = ff.activities(train.x, train.y)[0]
    liked = panel.liked[0]
    for unit in range(4):
        best = np.sort(answers[:, unit])[::-1][: liked.rows.shape[1]]
        np.testing.assert_allclose(answers[liked.rows[unit], unit], best, rtol=1e-6)
    about = panel.findChild(QLabel, "activations_about_label").text()
    assert "Liked best of all 10 train images of Blocks" in about
    assert "net's answer b embedded" in about


def test_a_pinned_unit_stays_and_is_found_in_filters(qtbot, make_window):
    window = make_window(panels=few_panels("activations", "draw", "filters"))
    studio = window.studio
    studio.images.take(prepared())
    window.docks.bring_up("activations")
    panel = window.docks["activations"].panel
    studio.set_snapshot(snapshot(net()))
    source = panel.findChild(QComboBox, "activations_source_choice")
    source.setCurrentIndex(source.findData("test"))
    choose_image(qtbot, panel, studio, 2)
    find = panel.findChild(QPushButton, "activations_find_button")
    assert not find.isEnabled()
    view = panel.findChild(AnswersView)
    qtbot.mouseClick(view, LEFT, pos=view.place_of(0, 3).center().toPoint())
    assert panel.pinned == [(0, 3)] and view.cards(0)[0] == 3
    choose_image(qtbot, panel, studio, 1)
    assert view.cards(0)[:2] == [3, 1]  # unit 3 is silent now, and stays
    press(qtbot, panel, "find")
    filters = window.docks["filters"]
    assert filters.is_seen
    sheet = filters.panel.findChild(FilterSheet)
    assert (
        sheet.chosen == 3
        and "Layer 1" in filters.panel.findChild(QComboBox, "filter_layer").currentText()
    )
    window.docks.bring_up("activations")
    press(qtbot, panel, "unpin")
    assert panel.pinned == [] and view.cards(0) == [1]


def test_pinning_by_keys(qtbot, panel, studio):
    studio.set_snapshot(snapshot(net()))
    draw(qtbot, panel, 2)
    view = panel.findChild(AnswersView)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert panel.pinned == [(0, 1)]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert panel.pinned == []
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert panel.pinned == [(1, 0)]


def test_the_other_net_can_be_chosen(qtbot, panel, studio):
    ff = net()
    twin = backprop_net(ff.layers, (4, 4))
    studio.set_snapshot(snapshot(ff, bp=twin))
    draw(qtbot, panel, 2)
    choice = panel.findChild(QComboBox, "activations_net")
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: panel.answers is not None and panel.answers.label is None)
    expected = twin.activities(drawing(2).reshape(1, -1))
    np.testing.assert_allclose(panel.answers.activities[0], expected[0][0])


def test_every_unit_is_exported(qtbot, panel, studio, tmp_path):
    studio.set_snapshot(snapshot(net()))
    draw(qtbot, panel, 2)
    (figure,) = panel.figures()
    header, rows = figure.figure_table()
    assert header == ["layer", "unit", "activity", "likes_images"] and len(rows) == 8
    assert any(row[3] for row in rows)
    export_all([figure], tmp_path, ExportOptions(("svg", "png")), studio.history)
    assert (tmp_path / "activations.svg").stat().st_size > 1000


def test_hidden_it_does_nothing(qtbot, panel, studio):
    studio.set_snapshot(snapshot(net()))
    draw(qtbot, panel, 2)
    panel.hide()
    rounds, answers = panel.pace.num_rounds, panel.answers
    panel.links.show_picture(drawing(1))
    studio.set_snapshot(snapshot(net(strength=4.0), version=2))
    qtbot.wait(300)
    assert panel.pace.num_rounds == rounds and panel.answers is answers
    panel.show()
    qtbot.waitUntil(lambda: panel.answers is not answers)


def test_why_opens_its_help(qtbot, make_window):
    window = make_window(panels=few_panels("activations", "draw"))
    window.docks.bring_up("activations")
    why = window.docks["activations"].panel.findChild(QToolButton, "activations_why_button")
    qtbot.mouseClick(why, LEFT)
    assert window.help.window.isVisible()
