"""Layer-wise accuracy: live, of a reopened run, at earlier moments, by mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton, QToolTip

from ffstudio.core.look.fixed_sample import draw_sample
from ffstudio.core.look.layer_scores import ALONE, SUMMED, SUMS, WITHOUT_FIRST, score_sample
from ffstudio.files.runs.opening import open_moment
from ffstudio.gui.figures.figure import render_image
from ffstudio.gui.panels.layers.panel import LayersPanel
from ffstudio.gui.panels.layers.views import ClassesView, TimesView
from tests.gui.few_panels import few_panels
from tests.gui.test_draw_panel import random_model

LONG = 20_000


@pytest.fixture
def panel(qtbot, studio, themes):
    made = LayersPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(700, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def test_says_what_to_do_while_there_is_no_net(panel):
    empty = panel.findChild(QLabel, "layers_empty_label")
    assert empty.isVisible() and "Press Train (Space)" in empty.text()
    assert all(figure.figure_size().isEmpty() for figure in panel.figures())


def test_new_weights_are_measured_on_a_sample_that_is_named(qtbot, panel, studio):
    studio.set_snapshot(random_model())
    qtbot.waitUntil(lambda: panel.measured is not None, timeout=LONG)
    sample = draw_sample(studio.data.samples("validation"), "validation")
    expected = score_sample(studio.snapshot.ff, sample)
    for which in SUMS:
        np.testing.assert_array_equal(
            panel.measured.accuracies.shares[which], expected.accuracy(which)
        )
    about = panel.findChild(QLabel, "layers_about").text()
    assert f"all {len(sample)} validation images of {studio.data.title}" in about
    spoken = panel.findChild(TimesView).accessibleDescription()
    assert f"Summed up to it: layer 1: {100 * expected.accuracy(SUMMED)[0]:.1f}%" in spoken


def test_a_hidden_panel_measures_nothing(qtbot, studio, themes):
    hidden = LayersPanel(studio, themes)
    qtbot.addWidget(hidden)
    studio.set_snapshot(random_model())
    qtbot.wait(300)
    assert hidden.measured is None and hidden.pace.num_rounds == 0
    figures = hidden.figures()  # for export somebody looks
    assert hidden.measured is not None
    assert [f.figure_name for f in figures] == ["layer-accuracy", "deciding-layers"]
    hidden.shutdown()


def test_a_reopened_run_shows_every_kept_epoch(qtbot, panel, studio, kept_run):
    studio.files.open(kept_run, quietly=True)
    qtbot.waitUntil(lambda: panel.epochs == [1, 2, 3, 4], timeout=LONG)
    sample = draw_sample(studio.data.samples(studio.judged_on), studio.judged_on)
    (figure, deciders) = panel.figures()
    head, rows = figure.figure_table()
    assert head == ["epoch", "sum", "layer", "accuracy"]
    for epoch in (1, 2, 3, 4):
        scores = score_sample(open_moment(kept_run, epoch).snapshot.ff, sample)
        found = {(w, k): share for e, w, k, share in rows if e == epoch}
        assert found == {
            **{(ALONE, k + 1): v for k, v in enumerate(scores.accuracy(ALONE))},
            **{(SUMMED, k + 1): v for k, v in enumerate(scores.accuracy(SUMMED))},
            (WITHOUT_FIRST, 2): scores.accuracy(WITHOUT_FIRST)[1],
        }
    assert len(deciders.figure_table()[1]) == 10 * 2
    for made in (figure, deciders):
        assert not render_image(made, 100).isNull()


def test_the_time_machine_takes_it_along(qtbot, panel, studio, kept_run):
    studio.files.open(kept_run, quietly=True)
    qtbot.waitUntil(lambda: panel.epochs == [1, 2, 3, 4], timeout=LONG)
    studio.moments.go_to(2)
    qtbot.waitUntil(lambda: panel.measured.snapshot.epoch == 2, timeout=LONG)
    sample = draw_sample(studio.data.samples(studio.judged_on), studio.judged_on)
    then = score_sample(open_moment(kept_run, 2).snapshot.ff, sample)
    assert panel.measured.accuracies.shares[ALONE] == then.accuracy(ALONE)
    assert panel.epochs == [1, 2, 3, 4]  # the time that has passed stays
    studio.moments.leave()
    qtbot.waitUntil(lambda: panel.measured.snapshot.epoch == 4, timeout=LONG)


def test_choices_by_keys_and_the_classes_by_hovering(qtbot, panel, studio):
    studio.set_snapshot(random_model())
    qtbot.waitUntil(lambda: panel.measured is not None, timeout=LONG)
    times, classes = panel.findChild(TimesView), panel.findChild(ClassesView)
    assert times.isVisible() and classes.isVisible()
    parts = panel.findChild(QComboBox, "layers_parts")
    parts.setFocus()
    qtbot.keyClick(parts, Qt.Key.Key_Down)
    assert times.isVisible() and not classes.isVisible()
    assert not panel.findChild(QComboBox, "layers_sum").isEnabled()
    qtbot.keyClick(parts, Qt.Key.Key_Down)
    assert classes.isVisible() and not times.isVisible()
    sums = panel.findChild(QComboBox, "layers_sum")
    sums.setFocus()
    qtbot.keyClick(sums, Qt.Key.Key_Down)
    assert classes.which == SUMMED
    place = classes.table().bar(3).center().toPoint()
    tip = QHelpEvent(QEvent.Type.ToolTip, place, classes.mapToGlobal(place))
    QApplication.sendEvent(classes, tip)
    qtbot.waitUntil(lambda: QToolTip.isVisible())
    scores = panel.measured.scores
    share, right = scores.count_deciders()[3, 0], scores.class_accuracy(SUMMED)[3, 0]
    said = QToolTip.text()
    assert f"Layer 1: decides {round(100 * share, 1):g}%; summed up to it, {right:.0%}" in (
        said.replace(" % right", "%")
    )
    QToolTip.hideText()


def test_why_leads_to_its_page(qtbot, make_window):
    window = make_window(panels=few_panels("layers", "draw"))
    window.docks.bring_up("layers")
    qtbot.waitUntil(lambda: window.docks["layers"].panel is not None)
    why = window.docks["layers"].panel.findChild(QToolButton, "layers_why_button")
    qtbot.mouseClick(why, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.waitUntil(window.help.window.isVisible)
    assert window.help.window.title == "The Panels"
    window.help.window.close()
