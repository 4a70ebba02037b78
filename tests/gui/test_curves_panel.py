"""Live curves: what is drawn, hidden, marked, read out and exported, and how fast."""

from __future__ import annotations

import dataclasses
import itertools
import json
import math
import re
import time
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QSlider,
    QToolButton,
)

from ffstudio.core.run.changes import Mark
from ffstudio.core.run.events import EpochDone, SettingChanged, StepDone
from ffstudio.core.run.history import History, SeriesKey, smooth
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, PictureSize
from ffstudio.gui.panels.curves.looks import Look
from ffstudio.gui.panels.curves.panel import CurvesPanel
from ffstudio.gui.panels.curves.shown_curves import thin_marks
from ffstudio.gui.style.theme import DARK, LIGHT, ThemeManager
from ffstudio.jobs.shown import Shown
from ffstudio.jobs.studio import Studio

LEFT = Qt.MouseButton.LeftButton
FF1, FF2 = SeriesKey("ff", "loss", 0), SeriesKey("ff", "loss", 1)
BP = SeriesKey("bp", "loss")
BP_TEST = SeriesKey("bp", "evaluation_loss", None, "test")
FF_ACCURACY = SeriesKey("ff", "accuracy", None, "test")
LAYER_ACCURACY = SeriesKey("ff", "layer_accuracy", 1, "test")


def step(algorithm, number, *losses):
    return StepDone(0, algorithm, number, number / 10, number * 0.5, losses)


def epoch(algorithm, number, accuracy, evaluation, layers=(), sums=(), read_out=None):
    values = {"losses": (0.1,), "epoch_loss": 0.1, "accuracy": accuracy}
    values |= {"evaluation_loss": evaluation, "layer_accuracy": layers, "cumulative_accuracy": sums}
    if read_out is not None:
        values["read_out_accuracy"] = read_out
    predictions = np.zeros(1, np.int16)
    return EpochDone(0, algorithm, number, number * 10, number * 5.0, "test", predictions, values)


@pytest.fixture
def studio(qapp):
    made = Studio()
    yield made
    made.shutdown()


@pytest.fixture
def themes(qapp):
    return ThemeManager("light")


@pytest.fixture
def panel(qtbot, studio, themes):
    made = CurvesPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(560, 640)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def feed(studio, *events):
    """As the studio does: events into the history, then the signal."""
    for event in events:
        studio.history.add(event)
    studio.tell_curves()


@pytest.fixture
def trained(panel, studio):
    """20 steps of both nets, 2 epochs, a change of a learning rate of each."""
    rng = np.random.default_rng(1)
    for i in range(1, 21):
        feed(studio, step("ff", i, 1.0 / i, 2.0 / i), step("bp", i, 3.0 / i + rng.random()))
        if i == 5:
            change = SettingChanged(0, "ff", "Layer 1 learning rate", 0.01, 5, 0.5, 2.5)
            feed(studio, change)
        if i == 8:
            feed(studio, SettingChanged(0, "bp", "learning rate", 0.5, 8, 0.8, 4.0))
        if i % 10 == 0:
            feed(studio, epoch("ff", i // 10, 0.5 + i / 50, math.nan, (0.25, 0.75)))
            feed(studio, epoch("bp", i // 10, 0.6 + i / 100, 1.5))
    panel.redraw()
    return panel


def choose_axis(panel, axis):
    box = panel.findChild(QComboBox, "curves_axis_combo")
    box.setCurrentIndex(box.findData(axis))


def set_smoothing(panel, value):
    panel.findChild(QSlider, "curves_smoothing_slider").setValue(value)
    panel.redraw()


def test_empty_panel_says_what_to_do(panel):
    label = panel.findChild(QLabel, "curves_empty_label")
    assert label.isVisible() and "Press Train" in label.text()
    assert panel.figures()[0].figure_size().isEmpty()


def test_new_values_are_drawn_without_being_asked(qtbot, panel, studio):
    feed(studio, step("ff", 1, 0.5, 0.75))
    qtbot.waitUntil(lambda: panel.curve(FF2) is not None)
    assert panel.plot("ff_loss").isVisible()
    assert not panel.plot("bp_loss").isVisible()  # no backprop net is trained
    assert panel.chip(FF2).value == "0.7500"


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("log", [False, True])
def test_few_points(panel, studio, count, log):
    panel.findChild(QCheckBox, "curves_log_check").setChecked(log)
    for i in range(1, count + 1):
        feed(studio, step("ff", i, 0.5))
    panel.redraw()
    x, y = panel.curve(FF1).data()
    assert len(x) == count
    np.testing.assert_allclose(y, math.log10(0.5) if log else 0.5)
    low, high = panel.plot("ff_loss").x_range
    assert low < 1 and high > count
    low, high = panel.plot("ff_loss").y_range
    assert low < y[0] < high
    assert not panel.grab().isNull()


def test_raw_line_stays_faint_behind_the_smoothed_one(trained, studio):
    set_smoothing(trained, 90)
    raw = studio.history.series[BP].values
    np.testing.assert_array_equal(trained.curve(BP).faint_data()[1], raw)
    np.testing.assert_allclose(trained.curve(BP).data()[1], smooth(raw, 0.9))
    set_smoothing(trained, 0)
    assert len(trained.curve(BP).faint_data()[1]) == 0
    np.testing.assert_array_equal(trained.curve(BP).data()[1], raw)
    np.testing.assert_array_equal(trained.curve(BP_TEST).data()[1], [1.5, 1.5])


def test_legends_say_when_curves_are_smoothed(trained):
    set_smoothing(trained, 85)
    smoothed = "smoothed 0.85, raw values faint"
    gap = "; gap of test to training loss +1.4"
    for name, words in (("ff_loss", smoothed), ("bp_loss", smoothed + gap)):
        label = trained.findChild(QLabel, f"{name}_smoothed_label")
        assert label.isVisible() and label.text() == words
        assert trained.chart(name, LIGHT).legend_note == words
    assert trained.findChild(QLabel, "accuracy_smoothed_label").text() == "of 1 test image"
    assert trained.chart("accuracy", LIGHT).legend_note == "of 1 test image"
    set_smoothing(trained, 0)
    assert not trained.findChild(QLabel, "ff_loss_smoothed_label").isVisible()
    assert trained.chart("ff_loss", LIGHT).legend_note == ""


def test_accuracy_names_its_set_and_how_many_images(trained, studio):
    key = SeriesKey("ff", "accuracy", None, "test")
    assert "Last 90.00% of 1 test image" in trained.chip(key).details()
    many = dataclasses.replace(epoch("ff", 3, 0.9, math.nan), predictions=np.zeros(1234, np.int16))
    some = dataclasses.replace(
        many, epoch=4, predictions=np.zeros(50, np.int16), rows=np.arange(50)
    )
    feed(studio, many, some)
    trained.redraw()
    note = trained.findChild(QLabel, "accuracy_smoothed_label")
    assert "of samples of 50 test images, at last of all 1,234" in note.text()
    assert "of a sample of 50 test images" in trained.chip(key).details()
    saved = History.from_dict(json.loads(studio.history.to_json()))
    assert saved.series[key].images == 1234 and studio.history.copy().series[key].images == 1234


@pytest.mark.parametrize("values", [(0.99, 1.0), (1.0, 1.0), (0.1, 0.9), (0.9991, 0.9999)])
@pytest.mark.parametrize("marked", [False, True])
def test_an_axis_of_accuracy_ends_at_100_percent(panel, studio, tmp_path, values, marked):
    for i, value in enumerate(values, start=1):
        feed(studio, epoch("bp", i, value, 1.5))
    if marked:
        feed(studio, SettingChanged(1, "bp", "Backprop learning rate", 0.1, 10, 1.0, 1.0))
    panel.redraw()
    plot, chart = panel.plot("accuracy"), panel.chart("accuracy", LIGHT)
    low, high = plot.y_range
    axis = plot.plotItem.getAxis("left")
    shown = [t for _, ticks in axis.tickValues(low, high, 400) for t in ticks]
    assert shown and max(shown) <= 100 and low < 100 * min(values)
    assert chart.y_limits == (0.0, 100.0)
    assert chart.y_range[0] < 100 * min(values)
    if not marked:  # the texts of marks have room above, without numbers
        assert chart.y_range[1] <= 100
    path = tmp_path / "accuracy.svg"
    figure = next(f for f in panel.figures() if f.figure_name in ("accuracy", "learning-curves"))
    FIGURE_FORMATS["svg"].write(figure, path, PictureSize(6.0, 96))
    texts = [e.text or "" for e in ElementTree.parse(path).iter() if e.tag.endswith("text")]
    numbers = [float(t) for t in texts if re.fullmatch(r"[\d.]+", t)]
    assert numbers and max(numbers) <= 100


@pytest.mark.parametrize(("axis", "last"), [("step", 20), ("epoch", 2.0), ("seconds", 10.0)])
def test_axis_switch(trained, axis, last):
    choose_axis(trained, axis)
    x, _ = trained.curve(FF1).data()
    assert x[-1] == last and len(x) == 20
    label = {"step": "Step (mini-batches)", "epoch": "Epoch", "seconds": "Training time (s)"}
    assert trained.plot("accuracy").x_label == label[axis]
    low, high = trained.plot("ff_loss").x_range
    assert low < x[0] and last < high < last * 1.1
    assert trained.plot("accuracy").x_range == (low, high)


def test_images_and_work_run_along_x_for_each_net_by_its_own(panel, studio):
    for i in range(1, 21):
        images = 64 if i <= 10 else 32
        for name, work in (("ff", 3e9), ("bp", 1e9)):
            event = dataclasses.replace(step(name, i, 1.0), samples=images)
            feed(studio, dataclasses.replace(event, multiply_adds=work * images))
    feed(studio, SettingChanged(0, "ff", "Layer 1 learning rate", 0.01, 12, 1.2, 6.0))
    panel.redraw()
    choose_axis(panel, "images")
    seen = [64 * min(i, 10) + 32 * max(i - 10, 0) for i in range(1, 21)]
    assert panel.curve(FF1).data()[0].tolist() == seen
    assert panel.plot("ff_loss").x_label == "Images learnt from"
    assert [mark.x for mark in panel.plot("ff_loss").marks] == [704.0]
    read_out = panel.findChild(QLabel, "curves_read_out")
    assert read_out.text().endswith("960\xa0images")
    choose_axis(panel, "multiply_adds")
    np.testing.assert_allclose(panel.curve(FF1).data()[0], 3e9 * np.array(seen))
    np.testing.assert_allclose(panel.curve(BP).data()[0], 1e9 * np.array(seen))
    low, high = panel.plot("ff_loss").x_range
    assert low < 64e9 and 3e9 * 960 < high < 1.1 * 3e9 * 960
    chart = panel.chart("ff_loss", LIGHT)
    assert chart.x_label == "Multiply-adds"
    assert panel.choices()["axis"] == "multiply_adds"
    header, rows = panel.figures()[1].figure_table()
    assert dict(zip(header, rows[-1], strict=True))["images"] == 960


def test_where_places_are_not_known_it_is_said(trained):
    choose_axis(trained, "multiply_adds")
    trained.redraw()
    note = trained.findChild(QLabel, "ff_loss_smoothed_label")
    assert "not known" in note.text() and note.isVisible()
    choose_axis(trained, "step")
    trained.redraw()
    assert trained.curve(FF1).data()[0][-1] == 20
    assert "not known" not in note.text()


def test_accuracy_is_in_percent(trained):
    np.testing.assert_allclose(trained.curve(FF_ACCURACY).data()[1], [70.0, 90.0])
    assert trained.chip(FF_ACCURACY).value == "90.00%"


def test_per_layer_accuracy_is_a_choice(trained):
    assert trained.curve(LAYER_ACCURACY) is None
    trained.findChild(QCheckBox, "curves_layers_check").setChecked(True)
    np.testing.assert_allclose(trained.curve(LAYER_ACCURACY).data()[1], [75.0, 75.0])
    trained.findChild(QCheckBox, "curves_layers_check").setChecked(False)
    assert trained.curve(LAYER_ACCURACY) is None and trained.chip(LAYER_ACCURACY) is None


def test_log_axis_survives_zero_and_negative_losses(panel, studio):
    panel.findChild(QCheckBox, "curves_log_check").setChecked(True)
    set_smoothing(panel, 0)
    for i, loss in enumerate([1.0, 0.0, -1.0, 0.01], start=1):
        feed(studio, step("ff", i, loss))
    panel.redraw()
    np.testing.assert_array_equal(panel.curve(FF1).data()[1], [0, np.nan, np.nan, -2])
    low, high = panel.plot("ff_loss").y_range
    assert -2.5 < low < -2 and 0 < high < 0.5
    feed(studio, step("bp", 1, 0.0))  # nothing at all to show
    panel.redraw()
    assert all(math.isfinite(v) for v in panel.plot("bp_loss").y_range)
    assert not panel.grab().isNull()


def test_diverged_losses_are_gaps_and_are_marked(panel, studio):
    for i, loss in enumerate([0.5, 0.4, math.inf, math.nan, 0.3], start=1):
        feed(studio, step("ff", i, loss))
    set_smoothing(panel, 0)
    np.testing.assert_array_equal(panel.curve(FF1).data()[1], [0.5, 0.4, np.nan, np.nan, 0.3])
    assert [(m.x, m.text) for m in panel.plot("ff_loss").marks] == [(3.0, "Layer 1 loss became ∞")]
    assert all(math.isfinite(v) for v in panel.plot("ff_loss").y_range)
    assert not panel.grab().isNull()


def test_legend_click_hides_and_shows_a_curve(qtbot, trained):
    everything = trained.plot("ff_loss").y_range
    chip = trained.chip(FF2)
    qtbot.mouseClick(chip, LEFT)
    assert not chip.isChecked()
    assert not trained.curve(FF2).is_visible and trained.curve(FF1).is_visible
    assert trained.plot("ff_loss").y_range[1] < everything[1]  # fits what is left
    assert FF2 not in trained.keys("ff_loss")
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert trained.curve(FF2).is_visible
    assert trained.plot("ff_loss").y_range == everything


def test_ctrl_click_shows_one_curve_alone_and_then_all(qtbot, trained):
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(trained.chip(FF2), LEFT, control)
    assert trained.keys("ff_loss") == [FF2]
    assert trained.keys("bp_loss") == [BP, BP_TEST]
    qtbot.mouseClick(trained.chip(FF2), LEFT, control)
    assert trained.keys("ff_loss") == [FF1, FF2]


def test_the_read_out_has_a_curve_of_its_own(trained, studio):
    key = SeriesKey("ff", "read_out_accuracy", None, "test")
    assert trained.chip(key) is None
    feed(studio, epoch("ff", 3, 0.9, math.nan, (0.25, 0.75), (0.25, 0.9), 0.97))
    trained.redraw()
    assert trained.curve(key).data()[1].tolist() == [97.0]
    looks = {Look.of(k) for k in trained.keys("accuracy")}
    assert len(looks) == len({(x.dash, x.marker) for x in looks}) == 3
    assert trained.chip(key).objectName() == "curve_ff_read_out_accuracy_test"


def test_layers_added_up_are_shown_on_demand(qtbot, trained, studio):
    box = trained.findChild(QCheckBox, "curves_sums_check")
    assert not box.isVisible(), "the run of old has none"
    feed(studio, epoch("ff", 3, 0.9, math.nan, (0.25, 0.75), (0.25, 0.9)))
    trained.redraw()
    first, last = (SeriesKey("ff", "cumulative_accuracy", i, "test") for i in (0, 1))
    assert box.isVisible() and trained.chip(first) is None
    qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    assert trained.curve(first).data()[1].tolist() == [25.0]
    assert Look.of(first).name == "Up to layer 1"
    assert trained.chip(last) is None, "it is the accuracy itself"
    rows = trained.figures()[0].figure_table()[1]
    assert any(row[0] == "FF up to layer 1 accuracy (test)" for row in rows)
    assert not trained.figures()[0].figure_size().isEmpty()
    qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    assert first not in trained.keys("accuracy")


def test_hidden_curves_stay_hidden_in_the_next_run(qtbot, trained, studio):
    qtbot.mouseClick(trained.chip(FF1), LEFT)
    studio.show(Shown())
    feed(studio, step("ff", 1, 0.5, 0.5))
    trained.redraw()
    assert not trained.curve(FF1).is_visible and trained.curve(FF2).is_visible
    assert trained.curve(BP) is None and not trained.plot("bp_loss").isVisible()


def test_what_a_cancelled_run_has_drawn_is_drawn_over(trained, studio):
    """The same curves, cut and grown to the same length again with other values."""
    history, before = studio.history, studio.history.bookmark()
    feed(studio, step("ff", 21, 5.0, 5.0))
    trained.redraw()
    history.go_back(before)
    feed(studio, step("ff", 21, 0.25, 0.5))
    trained.redraw()
    assert trained.curve(FF1).faint_data()[1][-1] == 0.25


def test_marks_of_live_changes(trained):
    assert [(m.x, m.text) for m in trained.plot("ff_loss").marks] == [
        (5.0, "Layer 1 learning rate → 0.01")
    ]
    assert [m.x for m in trained.plot("bp_loss").marks] == [8.0]
    assert [m.x for m in trained.plot("accuracy").marks] == [5.0, 8.0]
    choose_axis(trained, "seconds")
    assert [m.x for m in trained.plot("ff_loss").marks] == [2.5]


def test_a_dragged_setting_leaves_one_mark():
    def mark(at, setting, value):
        return Mark("ff", f"{setting} → {value}", at, at, at)

    dragged = [mark(10 + i / 10, "Rate", i) for i in range(5)]
    others = [mark(10.2, "Threshold", 3), mark(50, "Rate", 9)]
    kept = thin_marks([(m.at("step"), m) for m in (*dragged, *others)], 1.0)
    assert [m.text for _, m in kept] == ["Rate → 4", "Threshold → 3", "Rate → 9"]


def hover(qtbot, plot, x, y):
    """Moves the mouse to a point given in data units."""
    at = plot.view.mapViewToScene(QPointF(x, y))
    where = plot.mapFromScene(at)
    qtbot.mouseMove(plot.viewport(), QPoint(where.x() - 3, where.y()))
    qtbot.mouseMove(plot.viewport(), where)


def test_crosshair_reads_all_plots_at_one_place(qtbot, trained, studio):
    set_smoothing(trained, 0)
    plot = trained.plot("ff_loss")
    hover(qtbot, plot, 10.1, np.mean(plot.y_range))
    qtbot.waitUntil(lambda: plot.cursor_x == 10.0)
    assert trained.chip(FF1).value == "0.1000" and trained.chip(FF2).value == "0.2000"
    expected = studio.history.series[BP].values[9]
    assert trained.chip(BP).value == f"{expected:#.4g}"
    assert trained.chip(FF_ACCURACY).value == "70.00%"
    assert trained.plot("accuracy").cursor_x == trained.plot("bp_loss").cursor_x == 10.0
    text = trained.findChild(QLabel, "curves_read_out").text()
    assert text == "Step\xa010  ·  epoch\xa01.00  ·  5.0\xa0s"
    plot.hovered.emit(None)
    assert plot.cursor_x is None
    assert trained.chip(FF1).value == "0.05000"


def roll(plot, notches, modifiers=Qt.KeyboardModifier.NoModifier):
    """Turns the mouse wheel over the middle of a plot."""
    view = plot.viewport()
    at = QPointF(view.rect().center())
    QApplication.sendEvent(
        view,
        QWheelEvent(
            at,
            QPointF(view.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def reset_button(plot):
    return plot.findChild(QToolButton, "reset_view_button")


def test_wheel_magnifies_all_plots_along_x_and_fit_view_goes_back(qtbot, trained, studio):
    plot, other = trained.plot("bp_loss"), trained.plot("accuracy")
    full = plot.x_range
    roll(plot, 8)
    shown = plot.x_range
    assert shown[1] - shown[0] < 0.7 * (full[1] - full[0])
    assert other.x_range == shown
    assert plot.follows_y
    feed(studio, step("bp", 21, 9.0))
    trained.redraw()
    assert plot.x_range == shown  # does not jump while training goes on
    assert reset_button(plot).isVisible()
    qtbot.mouseClick(trained.findChild(QPushButton, "curves_fit_button"), LEFT)
    assert plot.x_range[1] > 21
    assert other.x_range == plot.x_range
    assert not reset_button(plot).isVisible()


def test_ctrl_wheel_magnifies_one_plot_along_y(qtbot, trained):
    plot, other = trained.plot("bp_loss"), trained.plot("ff_loss")
    full_x, full_y, others = plot.x_range, plot.y_range, other.y_range
    roll(plot, 8, Qt.KeyboardModifier.ControlModifier)
    assert plot.x_range == full_x
    assert plot.y_range[1] - plot.y_range[0] < 0.7 * (full_y[1] - full_y[0])
    assert other.y_range == others
    shown = plot.y_range
    trained.redraw()
    assert plot.y_range == shown
    qtbot.mouseClick(reset_button(plot), LEFT)
    assert plot.y_range == full_y


def test_drag_moves_and_double_click_fits(qtbot, trained):
    plot = trained.plot("ff_loss")
    full = plot.x_range
    view = plot.viewport()
    start = view.rect().center()
    qtbot.mousePress(view, LEFT, pos=start)
    for i in range(1, 9):
        qtbot.mouseMove(view, start - QPoint(10 * i, 0))
    qtbot.mouseRelease(view, LEFT, pos=start - QPoint(80, 0))
    qtbot.waitUntil(lambda: plot.x_range[0] > full[0])
    width = full[1] - full[0]
    assert plot.x_range[1] - plot.x_range[0] == pytest.approx(width)
    assert trained.plot("accuracy").x_range == plot.x_range
    qtbot.mouseDClick(view, LEFT, pos=start)
    qtbot.waitUntil(lambda: plot.x_range == full)


def test_context_menu_is_ours(qtbot, trained, studio):
    plot = trained.plot("ff_loss")
    at = plot.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, plot.mapToGlobal(at))
    plot.contextMenuEvent(event)
    menu = plot.findChild(QMenu)
    actions = {a.text(): a for a in menu.actions() if a.text()}
    assert list(actions) == ["Reset View", "Copy Picture and Data"]
    with qtbot.waitSignal(studio.message):
        actions["Copy Picture and Data"].trigger()
    assert QGuiApplication.clipboard().mimeData().hasImage()
    QGuiApplication.clipboard().clear()
    menu.close()


def test_tooltip_tells_extremes(trained):
    details = trained.chip(FF1).details()
    assert "Last 0.05000" in details and "highest 1.000" in details and "20 values" in details


def test_theme_change_recolours(qtbot, trained, themes):
    def corner():
        return trained.plot("ff_loss").grab().toImage().pixelColor(150, 4).name()

    assert corner() == LIGHT.raised
    themes.choose("dark")
    assert corner() == DARK.raised


def test_choices_can_be_remembered(qtbot, trained, studio, themes):
    choose_axis(trained, "epoch")
    set_smoothing(trained, 33)
    trained.findChild(QCheckBox, "curves_log_check").setChecked(True)
    again = CurvesPanel(studio, themes)
    qtbot.addWidget(again)
    again.choose(trained.choices())
    assert again.choices() == trained.choices()
    assert (again.axis, again.smoothing, again.is_log) == ("epoch", 0.33, True)
    again.choose({"axis": "nonsense", "smoothing": "much"})
    assert again.axis == "epoch"


def test_figures_of_what_is_shown(qtbot, trained, tmp_path):
    names = [f.figure_name for f in trained.figures()]
    assert names == ["learning-curves", "ff-loss", "bp-loss", "accuracy"]
    FIGURE_FORMATS["svg"].write(trained.figures()[0], tmp_path / "a.svg")
    root = ElementTree.parse(tmp_path / "a.svg").getroot()
    texts = [t.text for t in root.iter("{http://www.w3.org/2000/svg}text")]
    for text in ("FF loss", "Cross-entropy", "Accuracy (%)", "Step (mini-batches)", "Layer 2"):
        assert text in texts
    assert "Layer 1 learning rate → 0.01" in texts
    qtbot.mouseClick(trained.chip(FF2), LEFT)
    header, rows = trained.figures()[1].figure_table()
    assert header == [
        "curve", "algorithm", "metric", "layer", "dataset", "step", "epoch", "seconds", "images",
        "multiply_adds", "value",
    ]  # fmt: skip
    assert len(rows) == 20
    assert rows[1] == ["FF layer 1 loss", "ff", "loss", 1, "train", 2, 0.2, 1.0, "", "", 0.5]


def test_figure_on_a_log_axis(trained, tmp_path):
    trained.findChild(QCheckBox, "curves_log_check").setChecked(True)
    chart = trained.chart("ff_loss", LIGHT)
    assert chart.log_y and 0 < chart.y_range[0] < 0.05 and chart.y_range[1] > 2
    FIGURE_FORMATS["pdf"].write(trained.figures()[0], tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_ctrl_c_copies_picture_and_table(qtbot, trained, studio):
    trained.plot("ff_loss").setFocus()
    qtbot.waitUntil(lambda: trained.plot("ff_loss").hasFocus())
    with qtbot.waitSignal(studio.message) as told:
        qtbot.keyClick(trained.plot("ff_loss"), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "FF loss per layer" in told.args[0]
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasImage() and len(mime.text().splitlines()) == 41
    QGuiApplication.clipboard().clear()


def fill(history, count):
    rng = np.random.default_rng(2)
    values = (1.0 / np.sqrt(np.arange(1, count + 1)) + 0.1 * rng.random(count)).tolist()
    for i, value in enumerate(values, start=1):
        history.add(step("ff", i, value, value))
        history.add(step("bp", i, value))


def test_a_hundred_thousand_steps_stay_quick(qtbot, panel, studio):
    def quickest(number):
        best = math.inf
        for i in range(10):
            feed(studio, step("ff", number + i, 0.1, 0.1), step("bp", number + i, 0.1))
            start = time.perf_counter()
            panel.redraw()
            best = min(best, time.perf_counter() - start)
        return best

    fill(studio.history, 2_000)
    panel.redraw()
    few = quickest(2_001)
    studio.history.series.clear()
    fill(studio.history, 100_000)
    panel.redraw()
    assert len(panel.curve(FF1).data()[0]) <= 1300
    assert quickest(100_001) < 8 * few  # of 50 times as many
    panel.plot("ff_loss").moved.emit((500.0, 600.0))  # magnified, every point is there
    panel.redraw()
    x, _ = panel.curve(FF1).data()
    assert len(x) == 103 and x[0] == 499


def test_a_flood_of_events_is_drawn_at_most_thirty_times_a_second(qtbot, panel, studio):
    fill(studio.history, 200)
    panel.redraw()
    before, start = panel.pace.num_rounds, time.monotonic()
    numbers = itertools.count(201)

    def flood():
        for _ in range(5):
            feed(studio, step("ff", next(numbers), 0.1, 0.1))
        is_drawn = panel.pace.num_rounds > before
        return is_drawn and time.monotonic() - start > 0.5

    qtbot.waitUntil(flood)
    seconds = time.monotonic() - start
    assert 1 <= panel.pace.num_rounds - before <= seconds * 30 + 2


def test_a_hidden_panel_does_not_draw(qtbot, panel, studio):
    panel.hide()
    before = panel.pace.num_rounds
    feed(studio, step("ff", 1, 0.5))
    assert not panel.pace.is_waiting and panel.pace.num_rounds == before
    panel.show()
    qtbot.waitUntil(lambda: panel.curve(FF1) is not None)
