"""Goodness confusion: the numbers, by mouse and keys, and the images behind a cell."""

from __future__ import annotations

from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListWidget, QToolTip

from ffstudio.core.look.fixed_sample import draw_sample
from ffstudio.core.look.layer_scores import score_sample
from ffstudio.files.runs.opening import open_moment
from ffstudio.gui.panels.candidates.goodness_matrix import GoodnessMatrix
from ffstudio.gui.panels.candidates.panel import CandidatesPanel
from ffstudio.gui.plots.image_gallery import ImageGallery
from tests.gui.test_draw_panel import random_model

LONG = 20_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, studio, themes):
    made = CandidatesPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(620, 800)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def show(qtbot, panel, studio, model):
    studio.set_snapshot(model)
    qtbot.waitUntil(lambda: panel.scores is not None, timeout=LONG)
    sample = draw_sample(studio.data.samples("validation"), "validation")
    return score_sample(model.ff, sample)


def test_cells_are_mean_goodness_of_the_layer_that_is_chosen(qtbot, panel, studio):
    expected = show(qtbot, panel, studio, random_model())
    matrix = panel.findChild(GoodnessMatrix)
    np.testing.assert_allclose(matrix.values, expected.mean_goodness(None), rtol=1e-6)
    layers = panel.findChild(QComboBox, "candidates_layer")
    layers.setFocus()
    for layer in (0, 1):
        qtbot.keyClick(layers, Qt.Key.Key_Down)
        np.testing.assert_allclose(matrix.values, expected.mean_goodness(layer), rtol=1e-6)
        assert matrix.accessibleDescription() == f"Goodness of layer {layer + 1}"
    mode = panel.findChild(QComboBox, "candidates_mode")
    mode.setFocus()
    qtbot.keyClick(mode, Qt.Key.Key_Down)
    goodness = expected.mean_goodness(1)
    np.testing.assert_allclose(matrix.values, goodness - np.diag(goodness)[:, None], rtol=1e-6)
    head, rows = matrix.figure_table()
    assert head[1:] == list(studio.data.class_names) and rows[3][1:] == matrix.values[3].tolist()
    assert panel.figures() == [matrix]


def test_a_click_shows_the_images_most_taken_in_first(qtbot, panel, studio):
    expected = show(qtbot, panel, studio, random_model())
    matrix, gallery = panel.findChild(GoodnessMatrix), panel.findChild(ImageGallery)
    qtbot.mouseClick(matrix, LEFT, pos=matrix.cell_rect(3, 5).center().toPoint())
    own = np.flatnonzero(expected.sample.y == 3)
    total = expected.scores.astype(float).sum(axis=1)
    lead = {int(expected.sample.rows[i]): total[i, 5] - total[i, 3] for i in own}
    assert gallery.rows == sorted(lead, key=lead.get, reverse=True)
    assert f"{len(own)} images of 3, those first on which 5 looks best" in gallery.caption
    chosen = []
    panel.links.image_chosen.connect(lambda index, which: chosen.append((index, which)))
    images = panel.findChild(QListWidget, "candidates_gallery")
    place = images.visualItemRect(images.item(0)).center()
    qtbot.mouseClick(images.viewport(), LEFT, pos=place)
    assert chosen == [(gallery.rows[0], "validation")]


def test_keys_lead_to_a_cell_and_enter_shows_it(qtbot, panel, studio):
    expected = show(qtbot, panel, studio, random_model())
    matrix, gallery = panel.findChild(GoodnessMatrix), panel.findChild(ImageGallery)
    matrix.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(matrix, key)
    assert matrix.selected == (1, 2)
    assert matrix.accessibleDescription().startswith("images of 1 with label 2: goodness ")
    qtbot.keyClick(matrix, Qt.Key.Key_Left)
    qtbot.keyClick(matrix, Qt.Key.Key_Return)  # the true label itself: the least sure first
    total = expected.scores.astype(float).sum(axis=1)
    leads = {}
    for i in np.flatnonzero(expected.sample.y == 1):
        leads[int(expected.sample.rows[i])] = total[i, 1] - np.delete(total[i], 1).max()
    assert gallery.rows == sorted(leads, key=leads.get)
    place = matrix.cell_rect(1, 1).center().toPoint()
    tip = QHelpEvent(QEvent.Type.ToolTip, place, matrix.mapToGlobal(place))
    QApplication.sendEvent(matrix, tip)
    qtbot.waitUntil(QToolTip.isVisible)
    assert "Click to see the images" in QToolTip.text()
    QToolTip.hideText()


def test_hidden_it_measures_nothing_and_empty_it_says_what_to_do(qtbot, panel, studio, themes):
    assert "Press Train (Space)" in panel.findChild(QLabel, "candidates_empty_label").text()
    hidden = CandidatesPanel(studio, themes)
    qtbot.addWidget(hidden)
    studio.set_snapshot(random_model())
    qtbot.wait(200)
    assert hidden.scores is None and hidden.pace.num_rounds == 0
    assert not hidden.figures()[0].figure_size().isEmpty()
    hidden.shutdown()


def test_a_reopened_run_and_its_earlier_moments(qtbot, panel, studio, kept_run):
    studio.files.open(kept_run, quietly=True)
    qtbot.waitUntil(lambda: panel.scores is not None and bool(studio.moments.kept), timeout=LONG)
    sample = draw_sample(studio.data.samples(studio.judged_on), studio.judged_on)
    then = score_sample(open_moment(kept_run, 1).snapshot.ff, sample)
    studio.moments.go_to(1)
    matrix = panel.findChild(GoodnessMatrix)
    qtbot.waitUntil(lambda: np.allclose(matrix.values, then.mean_goodness(None)), timeout=LONG)


def test_all_numbers_are_written_or_none(qtbot, panel, studio, themes):
    show(qtbot, panel, studio, random_model())
    matrix = panel.findChild(GoodnessMatrix)

    def count_texts(size):
        buffer, svg = QBuffer(), QSvgGenerator()
        svg.setOutputDevice(buffer)
        svg.setSize(QSize(size, size))
        painter = QPainter(svg)
        matrix.paint_figure(painter, QRectF(0, 0, size, size), themes.theme)
        painter.end()
        nodes = ElementTree.fromstring(bytes(buffer.data().data())).iter()
        return sum(node.tag.endswith("text") for node in nodes)

    without, numbers = count_texts(200), matrix.values.size
    counts = [count_texts(size) for size in range(200, 900, 10)]
    assert set(counts) == {without, without + numbers} and counts == sorted(counts)
