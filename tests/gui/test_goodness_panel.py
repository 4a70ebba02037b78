"""Goodness histograms: the numbers, what is said beside them, and when they are made."""

from __future__ import annotations

import itertools
import math
import threading
import time

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.metrics import d_prime, overlap, separation_auc
from ffstudio.core.look.separation import separation
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.look.weights import DenseWeights
from ffstudio.core.mathematics import LOCAL_LOSSES
from ffstudio.core.run.events import RunStarted
from ffstudio.core.run.status import DataState, RunStatus
from ffstudio.gui.figures.clipboard import copy_figure
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS
from ffstudio.gui.panels.goodness.histograms_view import HistogramsView
from ffstudio.gui.panels.goodness.measured import histogram, value_range
from ffstudio.gui.panels.goodness.panel import GoodnessPanel
from ffstudio.gui.style.theme import LIGHT, PAPER, ThemeManager
from ffstudio.jobs.shown import Shown
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels
from tests.nets import backprop_net

CLASSES = 4
PIXELS = 16


def prepared(count=600, validation=0, pixels=PIXELS):
    """Each class lights another block of pixels."""
    rng = np.random.default_rng(1)

    def samples(n):
        y = rng.integers(0, CLASSES, n).astype(np.int32)
        x = rng.random((n, pixels)).astype(np.float32) * 0.2
        x[np.arange(n), CLASSES + y * 2] = 1.0
        return Samples(x, y)

    side = int(math.sqrt(pixels))
    return PreparedData(
        DataSpec(), "Blocks", samples(10), samples(validation), samples(count),
        (side, side), tuple("abcd"),
    )  # fmt: skip


def net(layers=2, strength=3.0, above=1.0, **weights):
    """The first layer's unit k answers to label k together with block k; those above pass it on,
    ``above`` times as strong."""
    kernel = np.zeros((PIXELS, CLASSES), np.float32)
    for k in range(CLASSES):
        kernel[k, k] = kernel[CLASSES + 2 * k, k] = strength
    first = DenseWeights(kernel, np.full(CLASSES, -strength, np.float32), "relu", 1.0)
    eye = above * np.eye(CLASSES, dtype=np.float32)
    more = [DenseWeights(eye, np.zeros(CLASSES, np.float32), "relu", 2.0)] * (layers - 1)
    return FFSnapshot((first, *more), CLASSES, normalisation="none", **weights)


def snapshot(ff, version=1, epoch=1.0, bp=None):
    return ModelSnapshot(ff, bp, (4, 4), tuple("abcd"), version, epoch)


@pytest.fixture
def studio(qapp):
    made = Studio()
    yield made
    made.shutdown()


@pytest.fixture
def panel(qtbot, studio):
    made = GoodnessPanel(studio, ThemeManager("light"))
    qtbot.addWidget(made)
    made.resize(420, 600)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def show(qtbot, panel, studio, made, data=None):
    studio.images.take(data or prepared())
    studio.set_snapshot(made)
    qtbot.waitUntil(lambda: panel.probed is not None and panel.probed.version == made.version)


def empty_text(panel):
    label = panel.findChild(QLabel, "goodness_empty_label")
    assert label.isVisible()
    return label.text()


def test_measures_positive_against_negative():
    layers = separation(net(), prepared().test)
    assert len(layers) == 2
    first = layers[0]
    assert len(first.positive) == len(first.negative) == 600
    assert first.positive.mean() > 1.5 > 0.5 > first.negative.mean()
    assert first.auc == separation_auc(first.positive, first.negative) > 0.99
    assert first.d_prime == d_prime(first.positive, first.negative)
    assert first.overlap == overlap(first.positive, first.negative) < 0.1
    assert first.wins == 1.0
    assert (first.threshold, layers[1].threshold) == (1.0, 2.0)


def test_measuring_twice_gives_the_same():
    a, b = (separation(net(), prepared().test) for _ in range(2))
    np.testing.assert_array_equal(a[0].negative, b[0].negative)


def test_fewer_images_than_asked_for_are_all_measured():
    assert len(separation(net(), prepared(count=30).test)[0].positive) == 30


def test_diverged_weights_leave_no_values():
    weights = net(1).layers[0]
    broken = DenseWeights(weights.kernel * np.nan, weights.bias, "relu", 1.0)
    layer = separation(FFSnapshot((broken,), CLASSES), prepared().test)[0]
    assert len(layer.positive) == 0 and math.isnan(layer.auc) and math.isnan(layer.wins)


def test_histogram_counts_everything_in_percent():
    edges = np.array([0.0, 1.0, 2.0])
    np.testing.assert_allclose(histogram(np.array([-5.0, 0.5, 1.5, 9.0]), edges), [50, 50])
    np.testing.assert_allclose(histogram(np.array([]), edges), [0, 0])


def test_no_net_no_images_wrong_images(panel, studio):
    assert "Press Train" in empty_text(panel)
    studio.set_snapshot(snapshot(net()))
    studio.set_data_state(DataState.MISSING, "MNIST was not found.")
    assert "MNIST was not found." in empty_text(panel)
    studio.images.take(prepared(pixels=25))
    text = empty_text(panel)
    assert "4×4" in text and "5×5" in text
    weights = net().layers[0]
    studio.set_snapshot(snapshot(None, bp=backprop_net((weights,))))
    assert "no Forward-Forward net" in empty_text(panel)


def test_shows_a_layer_with_its_figures(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net()))
    layer = panel.probed.layers[0]
    shown = f"AUC {layer.auc:.3f}   d′ {layer.d_prime:.2f}   overlap {100 * layer.overlap:.0f}%"
    assert panel.read_out(0) == shown
    chart = panel.chart(0)
    assert chart.x_label == "Goodness (mean square)"
    assert [(m.x, m.text) for m in chart.marks] == [(1.0, "θ = 1")]
    negative, positive = chart.areas
    assert negative.hatched and not positive.hatched
    assert negative.color.name() == LIGHT.negative and positive.color.name() == LIGHT.positive
    assert sum(positive.heights) == pytest.approx(100)
    label = panel.findChild(QLabel, "goodness_about_label")
    assert "600 test images of Blocks" in label.text()
    image = panel.grab().toImage()
    colors = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(image.height())
    }
    assert LIGHT.positive in colors


def test_validation_images_come_first(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net()), prepared(validation=40))
    assert "40 validation images" in panel.findChild(QLabel, "goodness_about_label").text()


def test_pair_losses_say_that_theta_is_not_used(qtbot, panel, studio):
    made_from = ExperimentSpec(layers=(LayerSpec(loss="symmetric"), LayerSpec(loss="logistic")))
    studio.show(Shown(spec=made_from))
    show(qtbot, panel, studio, snapshot(net()))
    pair, logistic = panel.chart(0), panel.chart(1)
    assert pair.marks == [] and "θ not used: pair loss" in pair.notes
    assert all("not used" not in t for t in [*logistic.notes, *(m.text for m in logistic.marks)])


def test_a_far_threshold_is_told_in_words(qtbot, panel, studio):
    far = net(1)
    layer = DenseWeights(far.layers[0].kernel, far.layers[0].bias, "relu", 50.0)
    show(qtbot, panel, studio, snapshot(FFSnapshot((layer,), CLASSES, normalisation="none")))
    chart = panel.chart(0)
    assert chart.marks == [] and "θ = 50, off to the right" in chart.notes


def test_goodness_unit_follows_the_net(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net(goodness="sum_square")))
    assert panel.chart(0).x_label == "Goodness (sum of squares)"


# --- each image's own gap -----------------------------------------------------------------------


def learnt_by(studio, *losses):
    studio.show(Shown(spec=ExperimentSpec(layers=tuple(LayerSpec(loss=name) for name in losses))))


def view_choice(panel):
    return panel.findChild(QComboBox, "goodness_view_choice")


def pick(qtbot, panel, view):
    """Chooses a view by the keyboard."""
    box = view_choice(panel)
    qtbot.keyClick(box, Qt.Key.Key_Home)
    while box.currentData() != view:
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() == before + 1


@pytest.mark.parametrize(
    ("losses", "views"),
    [
        (("symmetric", "swish"), ["gaps", "gaps"]),
        (("logistic", "separate"), ["populations", "populations"]),
        (("margin", "logistic"), ["gaps", "populations"]),
    ],
)
def test_each_layer_shows_what_its_loss_parts(qtbot, panel, studio, losses, views):
    learnt_by(studio, *losses)
    show(qtbot, panel, studio, snapshot(net()))
    assert panel.cells == list(enumerate(views))
    about = panel.findChild(QLabel, "goodness_about_label").text()
    for loss in losses:
        assert LOCAL_LOSSES[loss].aim in about
    assert ("best wrong one" in about) == ("gaps" in views)
    assert ("with a random wrong label" in about) == ("populations" in views)


def test_the_other_view_and_both_are_a_key_away(qtbot, panel, studio):
    learnt_by(studio, "symmetric", "symmetric")
    show(qtbot, panel, studio, snapshot(net()))
    view = panel.findChild(HistogramsView)
    assert "images above 0" in view.accessibleDescription()
    pick(qtbot, panel, "populations")
    assert panel.cells == [(0, "populations"), (1, "populations")]
    assert "AUC" in view.accessibleDescription()
    pick(qtbot, panel, "both")
    assert panel.cells == [(k, v) for k in (0, 1) for v in ("gaps", "populations")]
    # Another net changes nothing about the choice.
    learnt_by(studio, "logistic", "logistic")
    show(qtbot, panel, studio, snapshot(net(), version=2))
    assert len(panel.cells) == 4
    assert panel.choices()["view"] == "both"


def test_a_gap_histogram_is_cut_at_0_and_states_the_share_above(qtbot, panel, studio):
    learnt_by(studio, "symmetric", "symmetric")
    weights = net(1).layers[0]
    noise = np.random.default_rng(3).normal(scale=2.0, size=weights.kernel.shape)
    layer = DenseWeights((weights.kernel + noise).astype(np.float32), weights.bias, "relu", 1.0)
    show(qtbot, panel, studio, snapshot(FFSnapshot((layer,), CLASSES, normalisation="none")))
    own = panel.probed.layers[0].own
    assert 0.3 < own.above < 1.0  # some of both
    chart = panel.chart(0, "gaps")
    wrong, right = chart.areas
    assert wrong.edges[-1] == right.edges[0] == pytest.approx(0.0, abs=1e-12)
    assert wrong.hatched and not right.hatched
    assert [(mark.x, mark.text) for mark in chart.marks] == [(0.0, "0")]
    assert sum(right.heights) == pytest.approx(100 * np.mean(own.gaps >= 0), abs=1e-6)
    assert sum(wrong.heights) == pytest.approx(100 * np.mean(own.gaps < 0), abs=1e-6)
    assert panel.gap_text(0) == f"{100 * own.above:.1f}% of 600 test images above 0"
    accuracy = panel.probed.net.judge(studio.data.test).layer_accuracy[0]
    assert own.above == pytest.approx(accuracy)


def test_the_gaps_table_names_image_and_labels(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net()))
    figure = panel.figures()[1]
    header, rows = figure.figure_table()
    assert header == ["layer", "image", "true_label", "best_wrong_label", "gap"]
    assert len(rows) == 2 * 600
    layer, image, true, rival, gap = rows[7]
    assert (layer, true) == (1, studio.data.test.y[image])
    scores = panel.probed.net.label_goodness(studio.data.test.x[image : image + 1])[0, 0]
    assert gap == pytest.approx(float(scores[true] - scores[rival]), rel=1e-5)


def test_copy_takes_the_view_in_sight(qtbot, panel, studio):
    learnt_by(studio, "symmetric", "symmetric")
    show(qtbot, panel, studio, snapshot(net()))
    panel.activateWindow()
    view_choice(panel).setFocus()
    with qtbot.waitSignal(studio.message):
        qtbot.keyClick(view_choice(panel), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().mimeData().text().startswith("layer\timage\ttrue_label")
    pick(qtbot, panel, "populations")
    with qtbot.waitSignal(studio.message):
        qtbot.keyClick(view_choice(panel), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().mimeData().text().startswith("layer\tdata\tgoodness")
    QGuiApplication.clipboard().clear()


def test_the_choice_of_view_comes_back(qtbot, make_window):
    window = make_window(panels=few_panels("goodness", "draw"))
    panel = window.docks["goodness"].panel
    window.docks["goodness"].bring_up()
    pick(qtbot, panel, "gaps")
    window.close()
    again = make_window(panels=few_panels("goodness", "draw")).docks["goodness"].panel
    assert view_choice(again).currentData() == "gaps"
    assert again.choices() == panel.choices()


def test_common_range(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net(above=1.5)))
    own = [panel.chart(k).x_range for k in range(2)]
    panel.findChild(QCheckBox, "goodness_common_check").setChecked(True)
    common = value_range(panel.probed.layers)
    assert [panel.chart(k).x_range for k in range(2)] == [common, common]
    assert own[1] != common or own[0] != common
    assert panel.chart(0, "gaps").x_range == panel.chart(1, "gaps").x_range


def test_diverged_layer_is_told(qtbot, panel, studio):
    weights = net(1).layers[0]
    broken = DenseWeights(weights.kernel * np.nan, weights.bias, "relu", 1.0)
    show(qtbot, panel, studio, snapshot(FFSnapshot((broken,), CLASSES)))
    assert "diverged" in panel.read_out(0)
    assert not panel.grab().isNull()


def test_follows_training_and_starts_again_with_the_next_run(qtbot, panel, studio):
    for version, strength in ((1, 0.5), (2, 1.5), (3, 3.0)):
        show(qtbot, panel, studio, snapshot(net(strength=strength), version, float(version)))
    assert [moment.epoch for moment in panel.over_time] == [1.0, 2.0, 3.0]
    aucs = [moment.aucs[0] for moment in panel.over_time]
    shares = [moment.above[0] for moment in panel.over_time]
    assert aucs[-1] == panel.probed.layers[0].auc
    assert shares[-1] == panel.probed.layers[0].own.above
    figures = {figure.figure_name: figure for figure in panel.figures()}
    assert list(figures) == ["goodness", "goodness-gaps", "separation", "gaps-over-time"]
    header, rows = figures["separation"].figure_table()
    assert header == ["epoch", "layer", "auc"]
    assert rows[0] == [1.0, 1, aucs[0]] and len(rows) == 6
    header, rows = figures["gaps-over-time"].figure_table()
    assert header == ["epoch", "layer", "share_above_0"]
    assert rows[0] == [1.0, 1, shares[0]] and len(rows) == 6
    studio.run_started.emit(RunStarted(1, studio.spec, 10, 10))
    assert panel.over_time == []


def test_at_most_five_measurements_a_second(qtbot, panel, studio):
    studio.images.take(prepared())
    studio.set_status(RunStatus.RUNNING)
    versions = itertools.count(1)

    def train():
        version = next(versions)
        studio.set_snapshot(snapshot(net(), version, float(version)))
        return version == 40

    start = time.monotonic()
    qtbot.waitUntil(train, timeout=30_000)  # about every 10 ms
    qtbot.waitUntil(lambda: panel.probed is not None and panel.probed.version == 40, timeout=30_000)
    # One at the beginning, then at most one every fifth of a second, however slow the machine.
    made = panel.over_time  # each had an epoch of its own
    assert 2 <= len(made) <= 2 + (time.monotonic() - start) / 0.2


def test_what_is_opened_at_rest_is_measured_at_once_whatever_the_last_cost(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net()))
    panel.pace.add_cost(3600.0)
    show(qtbot, panel, studio, snapshot(net(strength=1.0), version=2))
    studio.set_status(RunStatus.RUNNING)
    panel.pace.add_cost(3600.0)
    studio.set_snapshot(snapshot(net(), version=3))
    assert panel.pace.is_waiting
    qtbot.waitUntil(lambda: panel.probed.version == 2)
    panel.pace.forget()


def test_hidden_panel_does_not_measure(qtbot, panel, studio):
    panel.hide()
    studio.images.take(prepared())
    studio.set_snapshot(snapshot(net()))
    assert not panel.pace.is_waiting and panel.probed is None
    panel.show()
    qtbot.waitUntil(lambda: panel.probed is not None)


def test_figure_and_table(qtbot, panel, studio, tmp_path):
    show(qtbot, panel, studio, snapshot(net()))
    figure = panel.figures()[0]
    header, rows = figure.figure_table()
    assert header == ["layer", "data", "goodness"]
    assert len(rows) == 2 * 2 * 600
    assert rows[0] == [1, "positive", float(panel.probed.layers[0].positive[0])]
    FIGURE_FORMATS["svg"].write(figure, tmp_path / "a.svg")
    text = (tmp_path / "a.svg").read_text()
    for expected in ("Goodness (mean square)", "Layer 2", "Positive: true label", PAPER.negative):
        assert expected in text


def test_copy_by_keyboard(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net()))
    copy_figure(panel.figures()[0])
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasImage() and mime.text().startswith("layer\tdata\tgoodness\n1\tpositive\t")
    QGuiApplication.clipboard().clear()


def test_grid_reflows(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net(layers=4)))
    view = panel.findChild(HistogramsView)
    narrow = view.minimumHeight()
    panel.resize(900, 600)
    qtbot.waitUntil(lambda: view.minimumHeight() < narrow)


def test_shutdown_ends_the_thread(qtbot, studio):
    made = GoodnessPanel(studio, ThemeManager("light"))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    show(qtbot, made, studio, snapshot(net(layers=2)))
    assert "ffstudio-goodness" in {thread.name for thread in threading.enumerate()}
    made.shutdown()
    assert "ffstudio-goodness" not in {thread.name for thread in threading.enumerate()}
