"""What arrives while a run trains never disturbs what a hand is doing."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QListWidget,
    QScrollArea,
    QSpinBox,
)

from ffstudio.core.experiment.spec import ExperimentSpec, LayerSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.status import RunStatus
from ffstudio.gui.panels.confusion.matrix_view import ConfusionView
from ffstudio.gui.panels.confusion.panel import ConfusionPanel
from ffstudio.gui.panels.curves.panel import CurvesPanel
from ffstudio.gui.panels.data.panel import DataPanel
from ffstudio.gui.panels.draw.drawing import rasterise
from ffstudio.gui.panels.draw.pad import DrawPad
from ffstudio.gui.panels.draw.panel import DrawPanel
from ffstudio.gui.panels.draw.score_bars import ScoreBars
from ffstudio.gui.panels.draw.scores import score
from ffstudio.gui.panels.filters.panel import FilterPanel
from ffstudio.gui.panels.filters.sheet import FilterSheet
from ffstudio.gui.panels.goodness.panel import GoodnessPanel
from ffstudio.jobs.studio import Studio
from tests.gui.test_confusion_panel import epoch_done
from tests.gui.test_curves_panel import BP, BP_TEST, epoch, feed, roll, step
from tests.gui.test_draw_panel import random_model

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
WAIT_MS = 10_000

# Ten digits of one or two strokes, in shares of the paper.
ARC = [(0.5 + 0.2 * np.sin(t), 0.5 - 0.3 * np.cos(t)) for t in np.linspace(0, 6.2, 9)]
DIGITS = {
    0: [ARC],
    1: [[(0.5, 0.2), (0.5, 0.35), (0.5, 0.5), (0.5, 0.65), (0.5, 0.8)]],
    2: [[(0.3, 0.3), (0.5, 0.2), (0.7, 0.35), (0.5, 0.55), (0.3, 0.8), (0.5, 0.8), (0.7, 0.8)]],
    3: [[(0.3, 0.25), (0.6, 0.25), (0.65, 0.4), (0.45, 0.5), (0.65, 0.6), (0.6, 0.75), (0.3, 0.75)]],
    4: [[(0.4, 0.2), (0.3, 0.5), (0.45, 0.5), (0.7, 0.5)], [(0.6, 0.3), (0.6, 0.5), (0.6, 0.8)]],
    5: [[(0.65, 0.2), (0.35, 0.2), (0.35, 0.5), (0.6, 0.5), (0.65, 0.65), (0.5, 0.8), (0.3, 0.75)]],
    6: [[(0.6, 0.2), (0.4, 0.5), (0.4, 0.75), (0.6, 0.75), (0.6, 0.55), (0.42, 0.55)]],
    7: [[(0.3, 0.25), (0.5, 0.25), (0.7, 0.25), (0.6, 0.5), (0.5, 0.75)], [(0.45, 0.5), (0.7, 0.5)]],
    8: [[(0.6, 0.3), (0.4, 0.3), (0.5, 0.5), (0.65, 0.7), (0.35, 0.7), (0.5, 0.5), (0.6, 0.3)]],
    9: [[(0.6, 0.4), (0.4, 0.4), (0.4, 0.25), (0.6, 0.25), (0.6, 0.5), (0.55, 0.8)]],
}  # fmt: skip


@pytest.fixture
def draw(qtbot, studio, themes):
    made = DrawPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(340, 760)
    with qtbot.waitExposed(made):
        made.show()
    studio.set_snapshot(random_model())
    yield made
    made.shutdown()


def pad_of(panel) -> DrawPad:
    return panel.findChild(DrawPad, "draw_pad")


def place(pad, x, y):
    paper = pad.paper()
    return QPoint(round(paper.left() + x * paper.width()), round(paper.top() + y * paper.height()))


def drag(pad, points, meanwhile, button=LEFT):
    """A whole stroke by real mouse events; ``meanwhile`` happens after each, the button down."""
    places = [place(pad, x, y) for x, y in points]
    QTest.mousePress(pad, button, pos=places[0])
    meanwhile()
    for at in places[1:]:
        QTest.mouseMove(pad, at)
        meanwhile()
    QTest.mouseRelease(pad, button, pos=places[-1])


def new_weights(studio):
    """Has the studio show other weights of the same nets each time it is called."""
    versions = itertools.count(2)

    def arrive():
        version = next(versions)
        studio.set_snapshot(random_model(seed=version, version=version))

    return arrive


# --- drawing ----------------------------------------------------------------------------


def test_a_snapshot_in_the_middle_of_a_stroke_does_not_lift_the_pen(qtbot, draw, studio):
    pad, arrive = pad_of(draw), new_weights(studio)
    for points in DIGITS[7]:
        drag(pad, points, arrive)
    assert [len(stroke.points) for stroke in pad.drawing.strokes] == [5, 2]
    bars = draw.findChild(ScoreBars, "score_bars")
    expected = score(studio.snapshot, rasterise(pad.drawing))
    qtbot.waitUntil(
        lambda: bars.scores is not None and np.array_equal(bars.scores.goodness, expected.goodness),
        timeout=WAIT_MS,
    )


def test_a_snapshot_in_the_middle_of_erasing_leaves_it_one_step(draw, studio):
    pad, arrive = pad_of(draw), new_weights(studio)
    drag(pad, DIGITS[1][0], lambda: None)
    whole = pad.drawing.strokes
    drag(pad, [(0.5, 0.2), (0.5, 0.4), (0.5, 0.6), (0.5, 0.8)], arrive, RIGHT)
    assert pad.drawing.is_empty, "all of the way was erased"
    pad.undo()
    assert pad.drawing.strokes == whole, "in one step"


def test_a_snapshot_does_not_put_out_the_picture_being_drawn_over(draw, studio):
    pad, arrive = pad_of(draw), new_weights(studio)
    draw.show_image(3, "test")
    arrive()
    assert pad.shows_picture
    drag(pad, DIGITS[7][0], arrive)
    assert not pad.shows_picture
    assert [len(stroke.points) for stroke in pad.drawing.strokes] == [5]


def test_data_of_the_same_size_leave_the_stroke_alone(draw, studio):
    pad = pad_of(draw)
    drag(pad, DIGITS[7][0], lambda: studio.images.take(replace(studio.data, title="Others")))
    assert [len(stroke.points) for stroke in pad.drawing.strokes] == [5]


def test_what_is_said_of_the_drawing_stays(draw, studio):
    pad = pad_of(draw)
    drag(pad, DIGITS[1][0], lambda: None)
    assert pad.accessibleDescription() == "1 stroke"
    new_weights(studio)()
    assert pad.accessibleDescription() == "1 stroke"


def test_all_digits_drawn_while_the_engine_trains(qtbot, themes):
    spec = ExperimentSpec(
        epochs=100_000,
        batch_size=32,
        layers=(LayerSpec(units=16), LayerSpec(units=16)),
        data=DataSpec(name="digits", subset=0.3),
    )
    studio = Studio(spec)
    panel = DrawPanel(studio, themes)
    qtbot.addWidget(panel)
    panel.resize(340, 760)
    with qtbot.waitExposed(panel):
        panel.show()
    pad, bars = pad_of(panel), panel.findChild(ScoreBars, "score_bars")
    arrived = []
    studio.snapshot_changed.connect(arrived.append)
    studio.start()
    try:
        qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=120_000)
        studio.runs.train()
        qtbot.waitUntil(
            lambda: studio.status is RunStatus.RUNNING and bool(studio.history), timeout=60_000
        )
        scored = []
        for digit, strokes in DIGITS.items():
            qtbot.keyClick(pad, Qt.Key.Key_C)
            qtbot.waitUntil(lambda: bars.scores is None, timeout=WAIT_MS)
            for points in strokes:
                before = len(arrived)
                half = len(points) // 2
                moves = itertools.count(1)

                def wait_for_weights(half=half, before=before, moves=moves):
                    if next(moves) == half:  # the button is down
                        qtbot.waitUntil(lambda: len(arrived) > before, timeout=WAIT_MS)

                drag(pad, points, wait_for_weights)
                assert len(arrived) > before
            drawn = [len(stroke.points) for stroke in pad.drawing.strokes]
            assert drawn == [len(points) for points in strokes], digit
            qtbot.waitUntil(lambda: bars.scores is not None, timeout=WAIT_MS)
            scored.append(digit)
        assert scored == list(DIGITS)
        with qtbot.waitSignal(studio.run_finished, timeout=60_000):
            studio.runs.stop()
        expected = score(studio.snapshot, rasterise(pad.drawing))
        qtbot.waitUntil(
            lambda: np.array_equal(bars.scores.goodness, expected.goodness), timeout=WAIT_MS
        )
    finally:
        panel.shutdown()
        assert studio.shutdown(10.0)


def half_type(qtbot, spin, text):
    """Types into a number field without ending the input."""
    spin.setFocus()
    spin.lineEdit().selectAll()
    qtbot.keyClicks(spin, text)
    return spin.lineEdit().text()


def same_data(studio):
    """Has images of the same shape and classes arrive, as after another share or seed."""
    studio.images.take(replace(studio.data, title="Others"))


def test_a_half_typed_image_number_stays(qtbot, draw, studio):
    spin = draw.findChild(QSpinBox, "image_number")
    typed = half_type(qtbot, spin, "1")
    assert typed == "1" and spin.value() == 0
    for arrive in (new_weights(studio), lambda: same_data(studio)):
        arrive()
        assert spin.lineEdit().text() == "1"
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert spin.value() == 1


# --- confusion --------------------------------------------------------------------------


@pytest.fixture
def confusion(qtbot, studio, themes):
    made = ConfusionPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(620, 640)
    with qtbot.waitExposed(made):
        made.show()
    studio.set_snapshot(random_model())
    view = made.findChild(ConfusionView, "ff_confusion")
    qtbot.waitUntil(lambda: view.counts is not None, timeout=WAIT_MS)
    yield made
    made.shutdown()


def test_the_chosen_cell_and_picture_stay_while_a_run_is_judged(qtbot, confusion, studio):
    view = confusion.findChild(ConfusionView, "ff_confusion")
    gallery = confusion.findChild(QListWidget, "confusion_gallery")
    cell = tuple(int(i) for i in np.unravel_index(view.counts.argmax(), view.counts.shape))
    qtbot.mouseClick(view, LEFT, pos=view.cell_rect(*cell).center().toPoint())
    qtbot.waitUntil(lambda: gallery.count() > 1, timeout=WAIT_MS)
    gallery.setFocus()
    gallery.setCurrentRow(1)
    chosen = gallery.currentItem().text()
    studio.set_status(RunStatus.STARTING)
    studio.set_status(RunStatus.RUNNING)
    arrive, true = new_weights(studio), studio.data.validation.y
    for shift in range(3):
        studio.epoch_done.emit(epoch_done(studio.data, "ff", (true + shift) % 10))
        studio.epoch_done.emit(epoch_done(studio.data, "bp", true))
        arrive()
    assert view.selected == cell
    assert gallery.currentItem().text() == chosen and gallery.hasFocus()
    studio.set_status(RunStatus.IDLE)
    assert view.selected == cell
    assert gallery.currentItem().text() == chosen


# --- filters ----------------------------------------------------------------------------


@pytest.fixture
def filters(qtbot, studio, themes):
    made = FilterPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(380, 420)
    with qtbot.waitExposed(made):
        made.show()
    studio.set_snapshot(random_model())
    sheet = made.findChild(FilterSheet, "filter_sheet")
    qtbot.waitUntil(lambda: sheet.filters is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: sheet.filters.dead is not None, timeout=WAIT_MS)
    yield made
    made.shutdown()


def test_unit_scroll_and_open_choice_stay_when_weights_arrive(qtbot, filters, studio):
    sheet = filters.findChild(FilterSheet, "filter_sheet")
    scroll = filters.findChild(QScrollArea, "filter_scroll")
    qtbot.mouseClick(sheet, LEFT, pos=sheet.place_of(13).center().toPoint())
    assert sheet.chosen == 13
    bar = scroll.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    at = bar.value()
    assert at > 0
    layers = filters.findChild(QComboBox, "filter_layer")
    layers.showPopup()
    for seed in range(3):
        made = random_model(seed=10 + seed, version=10 + seed)
        studio.set_snapshot(made)
        qtbot.waitUntil(
            lambda made=made: np.array_equal(sheet.filters.kernel, made.ff.layers[0].kernel),
            timeout=WAIT_MS,
        )
    assert layers.view().isVisible()
    layers.hidePopup()
    assert (sheet.chosen, bar.value()) == (13, at)


def test_the_chosen_net_stays_when_a_run_without_it_has_come_and_gone(filters, studio):
    nets = filters.findChild(QComboBox, "filter_net")
    nets.setCurrentIndex(nets.findData("bp"))
    both = random_model()
    studio.set_snapshot(replace(both, ff=None, version=2))
    assert nets.currentData() == "bp"
    studio.set_snapshot(replace(both, version=3))
    assert nets.currentData() == "bp"


def test_the_chosen_unit_stays_while_there_is_nothing_to_show(qtbot, filters, studio):
    sheet, model = filters.findChild(FilterSheet, "filter_sheet"), random_model()
    qtbot.mouseClick(sheet, LEFT, pos=sheet.place_of(4).center().toPoint())
    studio.set_snapshot(None)
    qtbot.waitUntil(lambda: sheet.filters is None, timeout=WAIT_MS)
    studio.set_snapshot(model)
    qtbot.waitUntil(lambda: sheet.filters is not None, timeout=WAIT_MS)
    assert sheet.chosen == 4


def test_a_half_typed_picture_number_stays(qtbot, filters, studio):
    spin = filters.findChild(QSpinBox, "filter_image")
    spin.show()
    typed = half_type(qtbot, spin, "1")
    for arrive in (new_weights(studio), lambda: same_data(studio)):
        arrive()
        assert spin.lineEdit().text() == typed


# --- goodness, data ---------------------------------------------------------------------


def test_histograms_stay_scrolled(qtbot, studio, themes):
    panel = GoodnessPanel(studio, themes)
    qtbot.addWidget(panel)
    panel.resize(320, 260)
    with qtbot.waitExposed(panel):
        panel.show()
    studio.set_snapshot(random_model())
    qtbot.waitUntil(lambda: panel.probed is not None, timeout=WAIT_MS)
    bar = panel.findChild(QScrollArea, "goodness_scroll").verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=WAIT_MS)
    bar.setValue(bar.maximum())
    at = bar.value()
    for version in (2, 3):
        studio.set_snapshot(replace(random_model(seed=version, version=version), epoch=version))
        qtbot.waitUntil(lambda version=version: panel.probed.version == version, timeout=WAIT_MS)
        assert bar.value() >= at  # the strip below may have taken room: then there is more of it
    panel.shutdown()


def test_the_class_set_and_tab_chosen_stay_with_new_data(qtbot, studio, themes):
    panel = DataPanel(studio, themes)
    qtbot.addWidget(panel)
    panel.show()
    classes = panel.findChild(QComboBox, "data_class_choice")
    sets = panel.findChild(QComboBox, "data_set_choice")
    classes.setCurrentIndex(classes.findText("7"))
    sets.setCurrentIndex(sets.findData("test"))
    same_data(studio)
    assert (classes.currentText(), sets.currentData()) == ("7", "test")
    names = tuple("abcdefghij")
    studio.images.take(replace(studio.data, class_names=names))
    assert classes.currentData() == -1, "there is no class of that name"
    panel.shutdown()


def test_a_new_curve_leaves_focus_and_zoom(qtbot, studio, themes):
    panel = CurvesPanel(studio, themes)
    qtbot.addWidget(panel)
    panel.resize(560, 640)
    with qtbot.waitExposed(panel):
        panel.show()
    for i in range(1, 21):
        feed(studio, step("bp", i, 1.0 / i))
    panel.redraw()
    plot, chip = panel.plot("bp_loss"), panel.chip(BP)
    roll(plot, 8)
    shown = plot.x_range
    chip.setFocus()
    qtbot.waitUntil(chip.hasFocus)
    feed(studio, step("ff", 21, 0.5, 0.5), epoch("bp", 1, 0.6, 1.5), epoch("ff", 1, 0.6, math.nan))
    panel.redraw()
    assert panel.chip(BP_TEST) is not None and panel.plot("accuracy").isVisible()
    assert chip.hasFocus() and plot.x_range == shown
    panel.shutdown()
