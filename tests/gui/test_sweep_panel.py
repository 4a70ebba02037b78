"""The panel of sweeps by mouse and keys, on a real study and with real processes."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.sweep_plan import SweepPlan, Values
from ffstudio.core.images.data_spec import DataSpec

pytest.importorskip("optuna")

from ffstudio.cli.program import main
from ffstudio.files.sweeps.study import begin_sweep
from ffstudio.gui.dialogs.sweep_dialog import SweepDialog
from ffstudio.gui.figures.caption import caption_figure
from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.figures.figure import table_csv
from ffstudio.gui.panels.sweep.panel import SweepPanel
from ffstudio.gui.panels.sweep.parallel_view import ParallelView
from ffstudio.gui.window.sweeping import Sweeping
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels
from tests.gui.test_figure_files import assert_files_agree

CTRL = Qt.KeyboardModifier.ControlModifier
THRESHOLDS = (1.0, 2.0, 4.0)
JUDGED = (0.3, 0.9, 0.6)


@pytest.fixture
def path(tmp_path):
    """A sweep of which three runs are done and three wait."""
    layer = LayerSpec(units=12, loss="logistic")
    spec = ExperimentSpec(
        algorithms="ff",
        data=DataSpec("digits", subset=0.3),
        layers=(layer,),
        batch_size=16,
        epochs=2,
    )
    plan = SweepPlan(spec, {"layers.0.threshold": Values(THRESHOLDS)}, (1, 2))
    sweep = begin_sweep(tmp_path / "thresholds", plan)
    for judged in JUDGED:
        trial = sweep.take()
        trial.report(judged, 2)
        trial.finish(judged, {"accuracy": {"ff": judged}, "tested_on": "all", "seconds": 1.0})
    return sweep.path


@pytest.fixture
def panel(qtbot, studio, themes, path, monkeypatch):
    """The panel with the sweep opened by its button."""
    made = SweepPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    assert made.findChild(QLabel, "sweep_empty_label").isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))
    with qtbot.wait_signal(studio.sweeps.changed, timeout=20_000):
        press(qtbot, made, "open_sweep_button")
    yield made
    made.shutdown()


def press(qtbot, panel, name):
    qtbot.mouseClick(panel.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def table_of(panel):
    """The cells as they are shown."""
    model = panel.findChild(QTableView, "sweep_table").model()
    return [
        [model.index(i, j).data() for j in range(model.columnCount())]
        for i in range(model.rowCount())
    ]


def about(panel):
    return panel.findChild(QLabel, "sweep_about_label").text()


def drag(qtbot, view, start: QPointF, end: QPointF):
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start.toPoint())
    qtbot.mouseMove(view, end.toPoint())
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end.toPoint())


def test_an_opened_sweep_is_a_table_that_says_what_its_accuracy_is_of(panel):
    rows = table_of(panel)
    assert len(rows) == 6
    assert [row[1] for row in rows] == ["done"] * 3 + ["waiting"] * 3
    assert [row[2] for row in rows] == ["30.00%", "90.00%", "60.00%", "", "", ""]
    assert [row[3] for row in rows] == ["1", "2", "4"] * 2
    assert [row[4] for row in rows] == ["1"] * 3 + ["2"] * 3
    assert "3 of 6 runs are done, 0 running, 3 to be made" in about(panel)
    assert "Forward-Forward after its last epoch, on test images" in about(panel)


def test_dragging_along_an_axis_filters_and_a_click_on_it_lets_all_through(qtbot, panel):
    view = panel.findChild(ParallelView)
    show_all = panel.findChild(QPushButton, "show_all_runs_button")
    assert not show_all.isEnabled()
    accuracy = 2  # after threshold and seed
    drag(qtbot, view, view.point(accuracy, 1.0), view.point(accuracy, 0.4))
    assert [row[2] for row in table_of(panel)] == ["90.00%", "60.00%"]
    assert "2 pass the filters" in about(panel) and show_all.isEnabled()
    drag(qtbot, view, view.point(0, 0.0), view.point(0, 0.6))
    assert [row[3] for row in table_of(panel)] == ["2"]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.point(0, 0.9).toPoint())
    assert len(table_of(panel)) == 2
    press(qtbot, panel, "show_all_runs_button")
    assert len(table_of(panel)) == 6 and not show_all.isEnabled()


def test_a_click_on_a_line_chooses_its_run_in_the_table(qtbot, panel):
    view = panel.findChild(ParallelView)
    table = panel.findChild(QTableView, "sweep_table")
    # Between seed 1 and the best accuracy: the line of run 1.
    start, end = view.point(1, 0.0), view.point(2, 1.0)
    at = start * 0.2 + end * 0.8
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert table.model().index(table.currentIndex().row(), 0).data() == "1"


def test_sorting_by_accuracy_keeps_the_run_that_is_chosen(qtbot, panel):
    table = panel.findChild(QTableView, "sweep_table")
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    header = table.horizontalHeader()
    for _ in range(2):
        at = header.sectionViewportPosition(2) + 12
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(at, 8).toPoint())
    shown = [row[2] for row in table_of(panel)]
    assert shown[:3] in (["90.00%", "60.00%", "30.00%"], ["", "", ""])
    assert table.model().index(table.currentIndex().row(), 0).data() == "1"


def test_the_runs_shown_are_exported(qtbot, panel, tmp_path, monkeypatch):
    target = tmp_path / "table"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    view = panel.findChild(ParallelView)
    drag(qtbot, view, view.point(2, 1.0), view.point(2, 0.4))
    press(qtbot, panel, "export_sweep_button")
    with target.with_suffix(".csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(r["layers.0.threshold"], r["judged"], r["state"]) for r in rows] == [
        ("2.0", "0.9", "done"),
        ("4.0", "0.6", "done"),
    ]


def test_the_plot_is_a_figure_that_says_which_sweep_it_is_of(qtbot, panel, tmp_path):
    view = panel.findChild(ParallelView)
    drag(qtbot, view, view.point(2, 1.0), view.point(2, 0.4))
    (figure,) = panel.figures()
    source = "thresholds · Untitled · 3 of 6 runs · accuracy of Forward-Forward on test images"
    assert figure.figure_source == source
    assert_files_agree(figure)
    assert_files_agree(caption_figure(figure, ""), width_in=3.3)
    # Whatever nets are shown: it is not of them.
    export_all([figure], tmp_path, ExportOptions(("svg", "csv"), about="Nets: b.", caption="b"))
    written = (tmp_path / "sweep.svg").read_text(encoding="utf-8")
    assert written.count(source) >= 2 and "Nets: b." not in written
    with (tmp_path / "sweep.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["judged"], row["passes"]) for row in rows[:3]] == [
        ("0.3", "0"),
        ("0.9", "1"),
        ("0.6", "1"),
    ]
    panel.findChild(QTableView, "sweep_table").setFocus()
    qtbot.keyClick(panel.findChild(QTableView, "sweep_table"), Qt.Key.Key_C, CTRL)
    copied = QApplication.clipboard().mimeData()
    assert copied.hasImage() and copied.text().startswith("number\tlayers.0.threshold\tseed")
    QApplication.clipboard().clear()


def test_the_command_draws_the_same_figure(qtbot, panel, path, tmp_path, capsys):
    (figure,) = panel.figures()
    out = tmp_path / "sweep.csv"
    drawn = ["figure", str(path), "--view", "sweep", "--out"]
    assert main([*drawn, str(out)]) == 0
    assert out.read_text(encoding="utf-8") == table_csv(figure)
    assert main([*drawn, str(tmp_path / "x.tex")]) == 2
    assert "no ending of a picture" in capsys.readouterr().err


def test_what_waits_is_trained_paused_gone_on_with_and_opened(qtbot, panel, monkeypatch):
    monkeypatch.setenv("FFSTUDIO_XLA", "0")
    pause = panel.findChild(QPushButton, "pause_sweep_button")
    go_on = panel.findChild(QPushButton, "go_on_sweep_button")
    assert go_on.isEnabled() and not pause.isEnabled()
    press(qtbot, panel, "go_on_sweep_button")
    assert pause.isEnabled() and not go_on.isEnabled()
    qtbot.wait_until(lambda: "1 running" in about(panel), timeout=120_000)
    press(qtbot, panel, "pause_sweep_button")
    qtbot.wait_until(lambda: not pause.isEnabled(), timeout=120_000)
    qtbot.wait_until(lambda: "1 running" not in about(panel), timeout=30_000)
    # The run that was under way ends; it may have been the last.
    qtbot.wait_until(
        lambda: go_on.isEnabled() or "6 of 6 runs are done" in about(panel), timeout=60_000
    )
    if go_on.isEnabled():
        press(qtbot, panel, "go_on_sweep_button")
    qtbot.wait_until(lambda: "6 of 6 runs are done" in about(panel), timeout=240_000)
    table = panel.findChild(QTableView, "sweep_table")
    table.selectRow(0)
    open_run = panel.findChild(QPushButton, "open_sweep_run_button")
    assert not open_run.isEnabled()  # nothing was kept of it
    table.selectRow(5)
    assert open_run.isEnabled()
    with qtbot.wait_signal(panel.links.run_wanted) as wanted:
        press(qtbot, panel, "open_sweep_run_button")
    assert (wanted.args[0] / "model.h5").is_file()


def test_a_folder_without_a_sweep_is_told_in_a_sentence(
    qtbot, studio, themes, tmp_path, monkeypatch
):
    panel = SweepPanel(studio, themes)
    qtbot.addWidget(panel)
    panel.show()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with qtbot.wait_signal(studio.error_raised, timeout=20_000) as raised:
        press(qtbot, panel, "open_sweep_button")
    assert "holds no sweep" in raised.args[0].message
    panel.shutdown()


# --- set up in the window ------------------------------------------------------------------


TINY = ExperimentSpec(
    name="tiny",
    algorithms="ff",
    data=DataSpec("digits", subset=0.3),
    layers=(LayerSpec(units=12, loss="logistic", threshold=2.0), LayerSpec(units=8)),
    batch_size=16,
    epochs=2,
)


@pytest.fixture
def window(make_window, studio, monkeypatch):
    """A window whose builder holds a tiny experiment."""
    monkeypatch.setenv("FFSTUDIO_XLA", "0")
    made = make_window(panels=few_panels("builder", "sweep", "runs"))
    studio.edits.edit(TINY, "Tiny")
    made.docks.bring_up("builder")
    return made


def ask_for_menu(qtbot, widget):
    """Right-clicks; returns the menu that comes up."""
    at = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    qtbot.wait_until(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def click_action(qtbot, menu, name):
    action = next(one for one in menu.actions() if one.objectName() == name)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    return action


def ask_for_sweep(qtbot, window, editor):
    """Right-clicks a field of the builder, chooses Sweep…, and returns the dialog."""
    menu = ask_for_menu(qtbot, window.findChild(QWidget, editor))
    click_action(qtbot, menu, "sweep_setting_action")
    qtbot.wait_until(lambda: window.findChild(SweepDialog) is not None)
    return window.findChild(SweepDialog)


def type_into(qtbot, dialog, name, text):
    edit = dialog.findChild(QLineEdit, name)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def text_of(dialog, name):
    return dialog.findChild(QLabel, name).text()


def test_a_right_click_on_a_field_offers_a_sweep_with_values_worth_trying(qtbot, window):
    menu = ask_for_menu(qtbot, window.findChild(QWidget, "layer_threshold"))
    texts = [action.text().replace("&", "") for action in menu.actions()]
    assert any("Copy" in text for text in texts)  # what the field offers by itself stays
    menu.close()
    dialog = ask_for_sweep(qtbot, window, "layer_threshold")
    assert dialog.findChild(QLineEdit, "sweep_values_layers_0_threshold").text() == "1,2,4"
    assert dialog.findChild(QLineEdit, "sweep_seeds").text() == "1-3"
    assert "9 runs of 2 epochs each" in text_of(dialog, "sweep_count")
    press(qtbot, dialog, "cancel_sweep_button")


def test_lists_and_labels_offer_sweeps_as_well(qtbot, window):
    dialog = ask_for_sweep(qtbot, window, "run_epochs_label")
    assert dialog.findChild(QLineEdit, "sweep_values_epochs").text() == "2,3,4"
    press(qtbot, dialog, "cancel_sweep_button")
    qtbot.wait_until(lambda: window.findChild(SweepDialog) is None)
    dialog = ask_for_sweep(qtbot, window, "ff_negatives")
    assert dialog.findChild(QLineEdit, "sweep_values_ff_negatives").text().count(",") > 1
    press(qtbot, dialog, "cancel_sweep_button")
    qtbot.wait_until(lambda: window.findChild(SweepDialog) is None)
    dialog = ask_for_sweep(qtbot, window, "run_seed")  # seeds are tried by every sweep
    assert "3 runs of 2 epochs" in text_of(dialog, "sweep_count")
    press(qtbot, dialog, "cancel_sweep_button")


def test_what_cannot_be_tried_is_said_while_it_is_typed(qtbot, window):
    dialog = ask_for_sweep(qtbot, window, "layer_units")
    begin = dialog.findChild(QPushButton, "begin_sweep_button")
    assert begin.isEnabled()
    type_into(qtbot, dialog, "sweep_values_layers_0_units", "0,12")
    assert not begin.isEnabled() and "units = 0" in text_of(dialog, "sweep_problem")
    type_into(qtbot, dialog, "sweep_values_layers_0_units", "8..32")
    assert not begin.isEnabled() and "how many values" in text_of(dialog, "sweep_problem")
    sampler = dialog.findChild(QComboBox, "sweep_sampler")
    sampler.setFocus()
    qtbot.keyClick(sampler, Qt.Key.Key_Down)  # at random: a range will do
    assert begin.isEnabled() and "20 runs" in text_of(dialog, "sweep_count")
    type_into(qtbot, dialog, "sweep_seeds", "x")
    assert not begin.isEnabled() and "are no seeds" in text_of(dialog, "sweep_problem")
    press(qtbot, dialog, "cancel_sweep_button")


def test_a_sweep_set_up_in_the_window_is_trained_and_its_best_run_opened(qtbot, window, studio):
    dialog = ask_for_sweep(qtbot, window, "layer_threshold")
    type_into(qtbot, dialog, "sweep_values_layers_0_threshold", "1,4")
    type_into(qtbot, dialog, "sweep_seeds", "7")
    with qtbot.wait_signal(studio.sweeps.begun, timeout=60_000) as begun:
        press(qtbot, dialog, "begin_sweep_button")
    assert window.settings.is_sweep_training, "for a process that is killed"
    panel = window.docks["sweep"].panel
    assert panel.isVisible()
    qtbot.wait_until(lambda: "2 of 2 runs are done" in about(panel), timeout=240_000)
    qtbot.wait_until(lambda: not window.settings.is_sweep_training)
    assert "Best so far" in about(panel) and "of the 5 GB that all runs may take" in about(panel)
    assert not panel.findChild(QProgressBar, "sweep_progress").isVisible()
    assert begun.args[0].is_relative_to(studio.library.root)
    table = panel.findChild(QTableView, "sweep_table")
    at = table.visualRect(table.model().index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.wait_signal(studio.model_changed, timeout=60_000):
        press(qtbot, panel, "open_sweep_run_button")
    assert studio.trained_spec.layers[0].threshold in (1.0, 4.0) and studio.trained_spec.seed == 7
    queue = window.findChild(QToolButton, "builder_queue_button")
    assert "begins with new weights: what tiny has learnt" in queue.toolTip() and queue.isEnabled()
    dialog = ask_for_sweep(qtbot, window, "layer_threshold")
    assert "begins with new weights" in text_of(dialog, "sweep_count")
    press(qtbot, dialog, "cancel_sweep_button")


def test_after_a_kill_the_next_window_goes_on_with_the_sweep(qtbot, window, studio, path):
    settings = window.settings
    studio.sweeps.open(path)
    # A process that is killed writes nothing more: what counts stands in the settings by now.
    settings.sync()
    assert settings.last_sweep == str(path)
    later = Studio()
    try:
        Sweeping(later, settings, window.messages, window.docks.bring_up, window)
        with qtbot.wait_signal(later.sweeps.changed, timeout=20_000):
            later.sweeps.wake()
        assert [row.state for row in later.sweeps.state.rows].count("waiting") == 3
        assert not offers(window), "it was looked at, and not trained"
        later.sweeps.start_workers(1)
    finally:
        later.shutdown()
    assert settings.is_sweep_training
    last = Studio()
    try:
        Sweeping(last, settings, window.messages, window.docks.bring_up, window)
        qtbot.wait_until(lambda: len(offers(window)) == 1)
    finally:
        last.shutdown()
    [offer] = offers(window)
    assert f"“{path.name}” was cut off" in offer.accessibleName()
    qtbot.mouseClick(offer.findChild(QPushButton, "toast_action"), Qt.MouseButton.LeftButton)
    assert window.docks["sweep"].panel.isVisible() and not settings.is_sweep_training


def offers(window):
    return [
        toast for toast in window.findChildren(QFrame, "toast")
        if toast.isVisible() and "sweep" in toast.accessibleName()
    ]  # fmt: skip
