"""Other histories over the run's own curves: lines, bands, the legend of runs, figures."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QMenu, QWidget

from ffstudio.core.run.history import History, Series, SeriesKey
from ffstudio.core.run.overlays import NamedHistory
from ffstudio.gui.panels.curves.panel import CurvesPanel
from ffstudio.gui.plots.legend import LegendChip
from ffstudio.gui.style.theme import DARK, LIGHT, ThemeManager
from ffstudio.jobs.studio import Studio

LEFT = Qt.MouseButton.LeftButton
FF1, BP = SeriesKey("ff", "loss", 0), SeriesKey("bp", "loss")
FF_TEST = SeriesKey("ff", "accuracy", None, "test")


def history(level, *, points=20, knows_steps=True):
    made = History()
    steps = np.arange(1.0, points + 1)
    places = (
        (steps, steps / 10, steps / 2) if knows_steps else (steps * np.nan, steps, steps * np.nan)
    )
    made.series[FF1] = Series.of(*places, level + 1 / steps)
    made.series[FF_TEST] = Series.of(*(p[9::10] for p in places), np.full(points // 10, level))
    return made


def named(source, level, **more):
    return NamedHistory(source, f"run {source}", history(level), **more)


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
    made.resize(620, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def own(studio):
    studio.history.series.update(history(0.4).series)
    studio.tell_curves()


def chip(panel, name):
    return panel.findChild(LegendChip, f"curves_run_{name}")


def names(panel):
    legend = panel.findChild(QWidget, "curves_run_legend")
    return [c.text() for c in legend.findChildren(LegendChip) if c.isVisibleTo(legend)]


def lines(panel, plot="accuracy"):
    return panel.chart(plot, LIGHT).lines


def test_lines_lie_over_the_runs_own_in_the_same_plots(qtbot, panel, studio):
    own(studio)
    before = panel.chart("accuracy", LIGHT).x_range
    studio.overlays.put(
        "runs", [named("a", 0.6), NamedHistory("b", "run b", history(0.8, points=40))]
    )
    panel.redraw()
    assert names(panel) == [f"{studio.spec.name} (shown)", "run a", "run b"]
    assert {round(float(line.y[-1])) for line in lines(panel)} == {40, 60, 80}
    assert panel.chart("accuracy", LIGHT).x_range[1] > before[1]  # the longest is whole
    low, high = panel.plot("accuracy").y_range
    assert low <= 40 and high >= 80
    studio.overlays.put("runs", [])
    panel.redraw()
    assert not panel.findChild(QWidget, "curves_run_legend").isVisible()
    assert len(lines(panel)) == 1 and panel.chart("accuracy", LIGHT).x_range == before


def test_a_run_has_one_colour_in_every_plot_and_keeps_it(qtbot, panel, studio, themes):
    own(studio)
    studio.overlays.put(
        "runs", [named("a", 0.6), named("b", 0.8), named("c", 0.7, color="#d55e00")]
    )
    panel.redraw()

    def colours(name, theme=LIGHT):
        return {
            line.color.name()
            for plot in ("ff_loss", "accuracy")
            for line in panel.chart(plot, theme).lines
            if line.label.startswith(name)
        }

    assert len(colours("run a")) == len(colours("run b")) == 1
    assert colours("run a") != colours("run b") and colours("run c") == {"#d55e00"}
    assert panel.curve(FF1) is not None
    assert panel.chart("ff_loss", LIGHT).lines[0].color == QColor(LIGHT.text)
    kept = colours("run b")
    studio.overlays.put("runs", [named("b", 0.8)])
    panel.redraw()
    assert colours("run b") == kept
    themes.choose("dark")
    assert colours("run b", DARK) == {DARK.layers[1]}


def test_the_legend_of_runs_hides_and_shows_by_clicks(qtbot, panel, studio):
    own(studio)
    studio.overlays.put("runs", [named("a", 0.6), named("b", 0.8)])
    panel.redraw()
    assert chip(panel, "1").value == "FF 60.00%"
    qtbot.mouseClick(chip(panel, "1"), LEFT)
    assert {round(float(line.y[-1])) for line in lines(panel)} == {40, 80}
    qtbot.mouseClick(chip(panel, "own"), LEFT)
    assert {round(float(line.y[-1])) for line in lines(panel)} == {80}
    qtbot.mouseClick(chip(panel, "1"), LEFT, Qt.KeyboardModifier.ControlModifier)
    assert {round(float(line.y[-1])) for line in lines(panel)} == {60}
    qtbot.mouseClick(chip(panel, "1"), LEFT, Qt.KeyboardModifier.ControlModifier)
    assert len(lines(panel)) == 3
    # What one of the run's own curves is switched off for is off for all.
    qtbot.mouseClick(panel.chip(FF_TEST), LEFT)
    assert lines(panel) == []


def test_the_legend_says_last_and_best(panel, studio):
    made = history(0.6)
    made.series[FF_TEST].append(30, 3.0, 15, 0.5)
    studio.overlays.put("files", [NamedHistory("x", "log.csv", made)])
    panel.redraw()
    [line] = lines(panel)
    assert line.label == "log.csv · FF test: last 50.00%, best 60.00%"
    [line] = lines(panel, "ff_loss")
    assert line.label == "log.csv · Layer 1: last 0.6500, min 0.6500"
    assert "best 60.00%" in chip(panel, "1").details()


def test_curves_without_steps_lie_along_epochs_only(panel, studio):
    own(studio)
    studio.overlays.put("files", [NamedHistory("x", "log.csv", history(0.9, knows_steps=False))])
    panel.redraw()
    assert len(lines(panel)) == 1
    assert "no places along this axis" in chip(panel, "1").details()
    box = panel.findChild(QComboBox, "curves_axis_combo")
    box.setCurrentIndex(box.findData("epoch"))
    assert len(lines(panel)) == 2
    header, rows = panel.figures()[0].figure_table()
    assert header[0] == "run" and {row[0] for row in rows} == {"Untitled (shown)", "log.csv"}


def test_overlays_alone_are_drawn_and_read_out(qtbot, panel, studio):
    studio.overlays.put("runs", [named("a", 0.6)])
    panel.redraw()
    assert panel.plot("accuracy").isVisible() and not panel.plot("bp_loss").isVisible()
    plot = panel.plot("accuracy")
    qtbot.mouseMove(plot.viewport(), plot.viewport().rect().center())
    qtbot.waitUntil(lambda: "FF test 60.00%" in chip(panel, "1").value)


def test_seeds_of_one_experiment_are_a_band(qtbot, panel, studio):
    runs = [named(f"seed {i}", level, group="g") for i, level in enumerate((0.5, 0.6, 0.7))]
    studio.overlays.put("runs", [*runs, named("other", 0.9)])
    panel.redraw()
    box = panel.findChild(QCheckBox, "curves_bands_check")
    assert box.isVisible() and box.isChecked()
    chart = panel.chart("accuracy", LIGHT)
    assert [round(float(line.y[-1])) for line in chart.lines] == [60, 90]
    [band] = chart.bands
    np.testing.assert_allclose([band.low[-1], band.high[-1]], [50, 70])
    with_band = panel.grab().toImage()
    qtbot.mouseClick(box, LEFT, pos=box.rect().center() - box.rect().center() / 2)
    qtbot.waitUntil(lambda: not box.isChecked())
    chart = panel.chart("accuracy", LIGHT)
    assert len(chart.lines) == 4 and chart.bands == []
    assert panel.grab().toImage() != with_band


def test_a_run_is_taken_away_from_the_legend(qtbot, panel, studio):
    studio.overlays.put("runs", [named("a", 0.6), named("b", 0.8)])
    panel.redraw()
    away = []
    studio.overlays.taken_away.connect(away.append)
    chip(panel, "2").customContextMenuRequested.emit(chip(panel, "2").rect().center())
    menu = panel.findChild(QMenu, "curves_run_menu")
    qtbot.waitUntil(menu.isVisible)
    action = menu.actions()[0]
    assert action.text() == "Take Its Curves Away"
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    assert away == ["b"] and [one.source for one in studio.overlays.histories] == ["a"]
    QApplication.processEvents()
    panel.redraw()
    assert names(panel) == ["run a"]


def test_what_grows_is_drawn_on(panel, studio):
    growing = named("a", 0.6)
    studio.overlays.put("runs", [growing])
    panel.redraw()
    growing.history.series[FF_TEST].append(30, 3.0, 15, 0.75)
    studio.overlays.tell_growth()
    panel.redraw()
    assert float(lines(panel)[0].y[-1]) == 75
