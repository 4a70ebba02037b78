"""Calibration of both nets: the numbers, the fitted temperature, a run's moments, export."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton, QWidget

from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.calibration import BINS, calibrate_net
from ffstudio.core.look.fixed_sample import draw_sample
from ffstudio.files.runs.opening import open_moment
from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.figures.figure import is_blank
from ffstudio.gui.panels.calibration.panel import CalibrationPanel
from tests.gui.few_panels import few_panels
from tests.gui.test_draw_panel import random_model

LONG = 20_000


@pytest.fixture
def panel(qtbot, studio, themes):
    made = CalibrationPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(640, 720)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def halves(sample):
    """What is looked at of a set that is small enough to be drawn whole, and what fits."""
    return [
        dataclasses.replace(sample, x=sample.x[k::2], y=sample.y[k::2], rows=sample.rows[k::2])
        for k in (0, 1)
    ]


@pytest.fixture
def more_images():
    """Digits of which 300 are held out."""
    spec = DataSpec("digits", validation=0.0)
    return prepare(datasets.load(spec), spec, 0)


def test_both_nets_are_measured_and_a_temperature_is_fitted(
    qtbot, panel, studio, more_images, tmp_path
):
    assert "Press Train (Space)" in panel.findChild(QLabel, "calibration_empty_label").text()
    studio.images.take(more_images)
    model = random_model()
    studio.set_snapshot(model)
    qtbot.waitUntil(lambda: set(panel.calibrations) == {"ff", "bp"}, timeout=LONG)
    which = studio.judged_on
    sample, rest = halves(draw_sample(more_images.samples(which), which))
    assert len(sample) >= 100
    view = panel.findChild(QWidget, "calibration_view")
    for name, net in (("ff", model.ff), ("bp", model.bp)):
        expected, made = calibrate_net(net, sample, rest, None), panel.calibrations[name]
        np.testing.assert_allclose(made.held_out.confidence, expected.held_out.confidence)
        assert made.held_out.error == pytest.approx(expected.held_out.error)
        assert made.fitted.sharpness == pytest.approx(expected.fitted.sharpness)
        assert f"ECE {100 * expected.held_out.error:.1f}%" in view.accessibleDescription()
    about = panel.findChild(QLabel, "calibration_about").text()
    assert f"{len(sample):,} of {len(more_images.samples(which)):,} {which} images" in about
    assert f"fitted on {len(rest):,} other {which} images" in about
    assert "softmax of goodness summed over the layers that vote" in view.accessibleDescription()
    mode = panel.findChild(QComboBox, "calibration_mode")
    mode.setFocus()
    qtbot.keyClick(mode, Qt.Key.Key_Down)
    fitted = panel.calibrations["ff"].fitted
    assert f"ECE {100 * fitted.error:.1f}%" in view.accessibleDescription()
    assert "temperature" in view.accessibleDescription()
    (figure,) = panel.figures()
    header, rows = figure.figure_table()
    assert len(rows) == 2 * BINS and rows[0][header.index("ece")] == fitted.error
    assert sum(row[header.index("images")] for row in rows[:BINS]) == len(sample)
    bins = panel.findChild(QComboBox, "calibration_bins")
    bins.setFocus()
    qtbot.keyClick(bins, Qt.Key.Key_Down)
    equal = fitted.by_count
    rows = [row for row in figure.figure_table()[1] if row[0] == "ff"]
    images, low = header.index("images"), header.index("accuracy_low")
    assert [row[images] for row in rows] == equal.counts.tolist() != fitted.by_width.counts.tolist()
    np.testing.assert_array_equal([row[low] for row in rows], equal.interval[0])
    export_all([figure], tmp_path, ExportOptions(("svg", "csv")), studio.history)
    assert "confidence (%)" in (tmp_path / "calibration.svg").read_text(encoding="utf-8")


def test_a_reopened_run_its_moments_and_the_gap_to_training(qtbot, panel, studio, kept_run):
    studio.files.open(kept_run, quietly=True)
    qtbot.waitUntil(lambda: bool(panel.calibrations) and bool(studio.moments.kept), timeout=LONG)
    studio.moments.go_to(1)
    # So few images are held out here that all are looked at, and none are left for a fit.
    sample = draw_sample(studio.data.samples(studio.judged_on), studio.judged_on)
    train = draw_sample(studio.data.train, "train")
    expected = calibrate_net(open_moment(kept_run, 1).snapshot.ff, sample, None, train)
    qtbot.waitUntil(
        lambda: np.array_equal(
            panel.calibrations["ff"].held_out.confidence, expected.held_out.confidence
        ),
        timeout=LONG,
    )
    assert panel.calibrations["ff"].gap == expected.gap
    assert panel.calibrations["ff"].fitted is None
    assert "too few images" in panel.findChild(QLabel, "calibration_about").text()
    sign = "−" if expected.gap < 0 else "+"
    view = panel.findChild(QWidget, "calibration_view")
    assert f"gap {sign}{abs(100 * expected.gap):.1f} points" in view.accessibleDescription()


def test_hidden_it_measures_nothing_and_is_whole_for_export(qtbot, panel, studio, themes):
    hidden = CalibrationPanel(studio, themes)
    qtbot.addWidget(hidden)
    studio.set_snapshot(random_model())
    qtbot.wait(200)
    assert not hidden.calibrations and hidden.pace.num_rounds == 0
    (figure,) = hidden.figures()
    assert not is_blank(figure)
    hidden.shutdown()


def test_why_opens_its_help(qtbot, make_window):
    window = make_window(panels=few_panels("calibration", "draw"))
    window.docks.bring_up("calibration")
    why = window.docks["calibration"].panel.findChild(QToolButton, "calibration_why_button")
    qtbot.mouseClick(why, Qt.MouseButton.LeftButton)
    assert window.help.window.isVisible()
