"""Runs compared in the window: ticks, curves over each other, what differs, settings taken."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTabBar, QTableWidget, QWidget

from ffstudio.core.experiment.differences import say_setting
from ffstudio.core.images.data import Samples
from ffstudio.core.run.checkpoint import Checkpoint
from ffstudio.core.run.events import CheckpointTaken, EpochDone, RunFinished, RunStarted, StepDone
from ffstudio.core.run.history import History
from ffstudio.core.run.status import RunEnd
from ffstudio.files.runs.folder import RunFolder, new_card
from ffstudio.files.runs.recorder import Recorder
from ffstudio.gui.panels.compare.rows import list_rows
from ffstudio.gui.plots.legend import LegendChip
from ffstudio.gui.style.theme import DARK, LIGHT
from ffstudio.jobs.comparison import TickedRun
from ffstudio.jobs.library import KeptRun
from tests.gui.test_kept_runs import LONG, begin, train
from tests.gui.test_runs_panel import action, at, bring_up, cell, click, names, root, table

assert begin  # a fixture

LEFT = Qt.MouseButton.LeftButton


def write_run(studio, folder, *, name="digits", seed=1, level=0.5, day=1, **settings):
    """A run with curves: 10 steps, an epoch, weights."""
    spec = studio.spec.replace(name=name, seed=seed, **settings)
    card = dataclasses.replace(
        new_card(spec, "Digits", {}, by="test"), created=f"2026-01-{day:02}T10:00:00+00:00"
    )
    made = RunFolder.create(root() / folder, card, spec)
    recorder = Recorder(made, spec)
    recorder.take(RunStarted(0, spec, 10, 10))
    for net in ("ff", "bp"):
        for i in range(1, 11):
            losses = (level + 1 / i, level + 2 / i) if net == "ff" else (level + 3 / i,)
            recorder.take(StepDone(0, net, i, i / 10, i * 0.5, losses))
        values = {"losses": (0.1,), "epoch_loss": 0.1, "accuracy": level, "evaluation_loss": 1.0}
        labels = np.zeros(1, np.int16)
        recorder.take(EpochDone(0, net, 1, 10, 5.0, "test", labels, values))
    states = {net: {"layer_0/kernel": np.ones((40, 40), np.float32)} for net in ("ff", "bp")}
    moment = Checkpoint(spec, studio.data.shape, (0, 1), 1.0, states, {"ff": 10, "bp": 10})
    recorder.take(CheckpointTaken(0, moment))
    end = RunFinished(0, RunEnd.COMPLETED, {"ff": level, "bp": level / 2}, {"train": 75.0})
    recorder.take(end)
    assert recorder.close(30) and not recorder.problem
    return made


@pytest.fixture
def runs(qtbot, studio, make_window):
    """Three runs: two seeds of one experiment, and one with another batch size."""
    write_run(studio, "one", name="plain", seed=1, level=0.5, day=3)
    write_run(studio, "two", name="plain", seed=2, level=0.7, day=2)
    write_run(studio, "big", name="big", level=0.9, batch_size=studio.spec.batch_size * 2)
    window = make_window()
    window.resize(1280, 800)
    panel = bring_up(qtbot, window)
    qtbot.waitUntil(lambda: len(names(panel)) == 3, timeout=LONG)
    return window, panel


def row_of(panel, folder):
    model = table(panel).model()
    return next(i for i in range(3) if model.run_at(model.index(i, 0)).path.name == folder)


def tick(qtbot, panel, folder):
    """A click on the check box, at the left of its cell."""
    view = table(panel)
    index = cell(panel, row_of(panel, folder), "Compare")
    view.scrollTo(index)
    rect = view.visualRect(index)
    qtbot.mouseClick(
        view.viewport(), LEFT, pos=rect.center() - (rect.center() - rect.topLeft()) / 2
    )


def is_ticked(panel, folder):
    index = cell(panel, row_of(panel, folder), "Compare")
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked


def compared(window):
    return window.docks["compare"].panel


def bring_up_compare(qtbot, window):
    window.docks.bring_up("compare")
    qtbot.waitUntil(lambda: window.docks["compare"].is_seen)
    return compared(window)


def grid(panel):
    """The table's lines: name to cells."""
    found = panel.findChild(QTableWidget, "compare_table")
    lines = {}
    for i in range(found.rowCount()):
        name = found.verticalHeaderItem(i).text()
        cells = [found.item(i, j).text() for j in range(found.columnCount())]
        lines.setdefault(name, cells)
    return lines


def heads(panel):
    found = panel.findChild(QTableWidget, "compare_table")
    head = found.horizontalHeader()
    texts = [found.horizontalHeaderItem(j).text() for j in range(found.columnCount())]
    for j, text in enumerate(texts):  # nothing that tells runs apart is cut
        wide = max(head.fontMetrics().horizontalAdvance(line) for line in text.split("\n"))
        assert wide < head.sectionSize(j) and "…" not in text
    return [text.replace("\n", " · ") for text in texts]


def test_a_tick_lays_curves_over_each_other_in_one_colour_everywhere(qtbot, studio, runs):
    window, panel = runs
    tick(qtbot, panel, "big")
    tick(qtbot, panel, "one")
    assert is_ticked(panel, "big") and is_ticked(panel, "one") and not is_ticked(panel, "two")
    qtbot.waitUntil(lambda: len(studio.overlays.histories) == 2, timeout=LONG)
    window.docks.bring_up("curves")
    curves = window.docks["curves"].panel
    qtbot.waitUntil(lambda: len(curves.chart("accuracy", LIGHT).lines) == 4)
    lines = curves.chart("accuracy", LIGHT).lines
    assert lines[0].label == "big · FF test: last 90.00%, best 90.00%"
    role = Qt.ItemDataRole.DecorationRole
    for name, folder in (("big", "big"), ("plain", "one")):
        drawn = {line.color.name() for line in lines if line.label.startswith(name)}
        shown = cell(panel, row_of(panel, folder), "Compare").data(role)
        assert drawn == {shown.name()}
    tick_again = bring_up(qtbot, window)
    tick(qtbot, tick_again, "big")
    qtbot.waitUntil(lambda: len(studio.overlays.histories) == 1)
    assert studio.overlays.histories[0].name == "plain"


def test_seeds_are_told_apart_and_become_a_band(qtbot, studio, runs):
    window, panel = runs
    for folder in ("one", "two", "big"):
        tick(qtbot, panel, folder)
    qtbot.waitUntil(lambda: len(studio.overlays.histories) == 3, timeout=LONG)
    assert [h.name for h in studio.overlays.histories] == [
        "plain · seed 1",
        "plain · seed 2",
        "big",
    ]
    window.docks.bring_up("curves")
    curves = window.docks["curves"].panel
    qtbot.waitUntil(lambda: len(curves.chart("accuracy", LIGHT).bands) == 2)
    [band, _] = curves.chart("accuracy", LIGHT).bands
    deviation = 10 * np.sqrt(2)  # of 50 and 70, over n - 1
    np.testing.assert_allclose([band.low[0], band.high[0]], [60 - deviation, 60 + deviation])
    assert "plain: mean of 2 seeds" in [c.text() for c in curves.findChildren(LegendChip)]


def test_runs_of_one_name_are_told_apart_by_what_differs(qtbot, studio, runs):
    batch = studio.spec.batch_size
    write_run(studio, "three", name="plain", seed=1, batch_size=batch * 2)
    write_run(studio, "again", name="plain", seed=2, day=5)
    _, panel = runs
    qtbot.waitUntil(lambda: len(names(panel)) == 5, timeout=LONG)
    wanted = [root() / folder for folder in ("one", "two", "three", "again")]
    studio.comparison.tick(wanted, on=True)
    qtbot.waitUntil(lambda: len(studio.comparison.runs) == 4, timeout=LONG)
    assert [run.name for run in studio.comparison.runs] == [
        f"plain · seed 1 · Batch size {batch}",
        "plain · seed 2 · 2026-01-02 10:00",
        f"plain · seed 1 · Batch size {2 * batch}",
        "plain · seed 2 · 2026-01-05 10:00",
    ]


def test_only_what_differs_is_listed_and_the_best_is_bold(qtbot, studio, runs):
    window, panel = runs
    for folder in ("one", "big"):
        tick(qtbot, panel, folder)
    compare = bring_up_compare(qtbot, window)
    qtbot.waitUntil(lambda: heads(compare) == ["plain", "big"], timeout=LONG)
    lines = grid(compare)
    batch = studio.spec.batch_size
    assert lines["Batch size"] == [str(batch), str(2 * batch)]
    settings = list(lines)
    settings = settings[settings.index("Settings that differ") + 1 :]
    assert settings[1].startswith("Curves")  # nothing else differs
    assert lines["FF accuracy on the test images"] == ["50.00%", "90.00%"]
    assert lines["FF accuracy (test)"] == ["50.00%  (50.00%)", "90.00%  (90.00%)"]
    assert lines["FF layer 1 loss"][0] == "0.6  (0.6)"
    found = compare.findChild(QTableWidget, "compare_table")
    row = list(lines).index("FF accuracy on the test images")
    assert [found.item(row, j).font().bold() for j in range(2)] == [False, True]
    [figure] = compare.figures()
    header, rows = figure.figure_table()
    assert header[2:] == ["plain", "big"]
    assert ["Settings that differ", "Batch size", batch, 2 * batch] in rows
    # A file has numbers in full, and one a cell.
    filed = {name: values for _, name, *values in rows}
    assert filed["FF accuracy on the test images"] == [0.5, 0.9]
    assert filed["FF layer 1 loss: last"] == filed["FF layer 1 loss: lowest"] == [0.6, 1.0]


def test_settings_of_a_column_are_used(qtbot, studio, runs):
    window, panel = runs
    batch = studio.spec.batch_size
    for folder in ("one", "big"):
        tick(qtbot, panel, folder)
    compare = bring_up_compare(qtbot, window)
    qtbot.waitUntil(lambda: heads(compare) == ["plain", "big"], timeout=LONG)
    use = compare.findChild(QPushButton, "compare_use_button")
    assert not use.isEnabled() and "Choose a column" in use.toolTip()
    found = compare.findChild(QTableWidget, "compare_table")
    place = found.visualItemRect(found.item(1, 1)).center()
    qtbot.mouseClick(found.viewport(), LEFT, pos=place)
    assert use.isEnabled()
    qtbot.mouseClick(use, LEFT)
    qtbot.waitUntil(lambda: studio.spec.batch_size == 2 * batch, timeout=LONG)
    window.commands["undo"].trigger()
    assert studio.spec.batch_size == batch
    qtbot.mouseClick(compare.findChild(QPushButton, "compare_away_button"), LEFT)
    qtbot.waitUntil(lambda: heads(compare) == ["plain"])
    qtbot.mouseClick(compare.findChild(QPushButton, "compare_clear_button"), LEFT)
    qtbot.waitUntil(lambda: not studio.comparison.ticked)
    label = compare.findChild(QLabel, "compare_empty_label")
    qtbot.waitUntil(label.isVisible)
    assert "Set ticks in the panel Runs" in label.text()
    qtbot.mouseClick(compare.findChild(QPushButton, "compare_runs_button"), LEFT)
    qtbot.waitUntil(lambda: window.docks["runs"].is_seen)
    assert not is_ticked(panel, "big")


def test_many_at_once_by_keys_and_the_way_to_the_comparison(qtbot, studio, runs):
    window, panel = runs
    click(qtbot, panel, "big")
    qtbot.keyClick(table(panel), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table(panel), Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert all(is_ticked(panel, folder) for folder in ("one", "two", "big"))
    assert action(panel, "compare").text() == "Compare No More"
    button = panel.findChild(QPushButton, "runs_compared_button")
    assert button.text() == "3 Compared"
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: window.docks["compare"].is_seen)


def test_a_run_that_is_deleted_is_compared_no_more_until_it_is_back(qtbot, studio, runs):
    _, panel = runs
    for folder in ("one", "big"):
        tick(qtbot, panel, folder)
    qtbot.waitUntil(lambda: len(studio.overlays.histories) == 2, timeout=LONG)
    click(qtbot, panel, "big")
    with qtbot.waitSignal(studio.library.deleted, timeout=LONG) as deleted:
        qtbot.keyClick(table(panel), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(studio.overlays.histories) == 1, timeout=LONG)
    assert [path.name for path in studio.comparison.ticked] == ["one"]
    studio.library.undo_delete(deleted.args[0])
    qtbot.waitUntil(lambda: len(studio.overlays.histories) == 2, timeout=LONG)
    assert is_ticked(panel, "big")


def test_the_run_that_is_shown_is_there_already(qtbot, begin):
    studio, window = begin()
    train(qtbot, studio)
    kept = studio.shown.kept
    panel = bring_up(qtbot, window)
    qtbot.waitUntil(lambda: len(names(panel)) == 1, timeout=LONG)
    studio.comparison.tick([kept], on=True)
    qtbot.waitUntil(lambda: len(studio.comparison.runs) == 1, timeout=LONG)
    assert studio.overlays.histories == ()
    shown = cell(panel, 0, "Compare").data(Qt.ItemDataRole.DecorationRole)
    assert shown in [QColor(theme.text) for theme in (LIGHT, DARK)]
    # It goes on while nobody sees the panel Runs: the table follows.
    shown_table = bring_up_compare(qtbot, window)
    qtbot.waitUntil(lambda: grid(shown_table).get("Epochs") == ["3"], timeout=LONG)
    train(qtbot, studio, resume=True)
    assert not window.docks["runs"].is_seen and studio.shown.kept == kept
    qtbot.waitUntil(lambda: grid(shown_table).get("Epochs") == ["6"], timeout=LONG)


def test_of_runs_of_other_images_none_is_best():
    for data, best in (("Digits", {1}), ("MNIST", set())):
        kept = [
            KeptRun(Path(name), name, "completed", data=name_of_data, ff=share)
            for name, name_of_data, share in (("one", "Digits", 0.5), ("two", data, 0.9))
        ]
        rows = list_rows([TickedRun(run, run.name, History(), {}) for run in kept], {})
        assert next(row for row in rows if row.name.startswith("FF")).best == best


def test_settings_have_the_builders_names():
    assert say_setting("layers.0.threshold") == "Layer 1: Threshold θ"
    assert say_setting("batch_size") == "Batch size"
    assert say_setting("bp.optimizer").startswith("Backprop: ")
    assert say_setting("network.layers.3") == "network.layers.3"


def test_the_place_of_a_tick_does_not_open(qtbot, studio, runs):
    _, panel = runs
    view = table(panel)
    place = at(panel, "big", "Compare")
    qtbot.mouseDClick(view.viewport(), LEFT, pos=place)
    qtbot.wait(50)
    assert studio.shown.kept is None


def test_two_nets_judge_the_same_images_and_the_same_drawing(qtbot, begin):
    studio, window = begin(epochs=1)
    nets = {}
    for seed in (1, 2):
        studio.edits.edit(studio.spec.replace(name="kept", seed=seed))
        train(qtbot, studio)
        nets[seed] = studio.shown.kept, studio.snapshot
    panel = bring_up(qtbot, window)
    qtbot.waitUntil(lambda: len(names(panel)) == 2, timeout=LONG)
    studio.comparison.tick([nets[1][0], nets[2][0]], on=True)
    compare = bring_up_compare(qtbot, window)
    qtbot.waitUntil(lambda: len(heads(compare)) == 2, timeout=LONG)
    tabs = compare.findChild(QTabBar, "compare_tabs")
    qtbot.mouseClick(tabs, LEFT, pos=tabs.tabRect(1).center())
    view = compare.findChild(QWidget, "compare_difference")
    qtbot.waitUntil(lambda: view.difference is not None, timeout=LONG)
    test, classes = studio.data.test, len(studio.data.class_names)

    def count(seed, algorithm):
        """One image after the other, by hand."""
        net, counts = nets[seed][1], np.zeros((classes, classes), int)
        for x, true in zip(test.x, test.y, strict=True):
            row = x.reshape(1, -1)
            if algorithm == "ff":
                first = net.ff.net.shown_votes.index(1.0)
                said = net.ff.label_goodness(row)[0][first:].sum(0).argmax()
            else:
                said = net.bp.probabilities(row)[0].argmax()
            counts[true, said] += 1
        return counts

    np.testing.assert_array_equal(view.difference, count(1, "ff") - count(2, "ff"))
    box = compare.findChild(QComboBox, "compare_net_combo")
    box.setCurrentIndex(1)
    np.testing.assert_array_equal(view.difference, count(1, "bp") - count(2, "bp"))
    scores = compare.findChild(QWidget, "compare_scores")
    assert scores.scores is None or window.docks.links.picture is not None
    shape = studio.data.shape.image_shape
    window.docks.links.show_picture(test.x[0].reshape(shape).astype(np.float32))
    qtbot.waitUntil(lambda: scores.scores is not None)
    for one, seed in zip(scores.scores, (1, 2), strict=True):
        expected = nets[seed][1].bp.probabilities(test.x[:1].reshape(1, -1))[0]
        np.testing.assert_allclose(one.values, expected, rtol=1e-6)
    assert [f.figure_name for f in compare.figures()] == [
        "compared-runs", "confusion-of-two-runs", "scores-of-two-runs",
    ]  # fmt: skip
    test = Samples(test.x[:40].copy(), test.y[:40].copy())
    studio.images.take(dataclasses.replace(studio.data, test=test))  # other images are judged anew
    expected = count(1, "bp") - count(2, "bp")
    qtbot.waitUntil(
        lambda: view.difference is not None and np.array_equal(view.difference, expected)
    )
    first = compare.findChild(QComboBox, "compare_first_combo")
    first.setCurrentIndex(1)  # the same as the second
    assert view.difference is None and "Set ticks on two runs" in view.accessibleDescription()
