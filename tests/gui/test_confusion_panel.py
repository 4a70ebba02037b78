"""The matrices' numbers, the images behind a cell, and what a run changes."""

from __future__ import annotations

import dataclasses
import threading

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QListWidget, QToolButton

from ffstudio.core.describe.work import LEAST_JUDGED
from ffstudio.core.look import affordable
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.run.events import EpochDone
from ffstudio.core.run.status import EngineState, RunStatus
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, NATURAL
from ffstudio.gui.figures.figure import render_image
from ffstudio.gui.panels.confusion.cell_shares import cell_shares
from ffstudio.gui.panels.confusion.matrix_view import ConfusionView, precision, recall
from ffstudio.gui.panels.confusion.panel import ConfusionPanel
from ffstudio.jobs.shown import Shown
from tests.gui.few_panels import few_panels
from tests.gui.test_draw_panel import random_model
from tests.gui.tips import tip_at


def counted(true, predicted, classes=10):
    """The matrix, counted one image at a time."""
    counts = np.zeros((classes, classes), np.int64)
    for t, p in zip(true.tolist(), predicted.tolist(), strict=True):
        counts[t, p] += 1
    return counts


def expected(studio, net, which):
    samples = studio.data.samples(which)
    return counted(samples.y, getattr(studio.snapshot, net).predict(samples.x))


def view_of(panel, name="ff") -> ConfusionView:
    return panel.findChild(ConfusionView, f"{name}_confusion")


def gallery_of(panel) -> QListWidget:
    return panel.findChild(QListWidget, "confusion_gallery")


def choose(panel, box, value):
    combo = panel.findChild(QComboBox, box)
    combo.setCurrentIndex(combo.findData(value))


def numbers(gallery):
    return [gallery.item(i).data(Qt.ItemDataRole.UserRole) for i in range(gallery.count())]


def click(qtbot, view, row, column):
    at = view.cell_rect(row, column).center().toPoint()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)


def epoch_done(data, algorithm, predictions, which="validation", run_id=0):
    true = data.samples(which).y
    right = float((predictions == true).mean())
    return EpochDone(
        run_id, algorithm, 1, 10, 1.0, which, predictions.astype(np.int16), {"accuracy": right}
    )  # fmt: skip


@pytest.fixture
def panel(qtbot, studio, themes):
    made = ConfusionPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(620, 640)
    made.show()
    yield made
    made.shutdown()


@pytest.fixture
def judged(qtbot, panel, studio):
    """The panel with a random net's matrices."""
    studio.set_snapshot(random_model())
    qtbot.waitUntil(lambda: view_of(panel).counts is not None, timeout=10_000)
    return panel


# --- numbers ----------------------------------------------------------------------------


@pytest.mark.parametrize("net", ["ff", "bp"])
def test_counts_are_those_of_an_independent_count(judged, studio, net):
    view = view_of(judged, net)
    np.testing.assert_array_equal(view.counts, expected(studio, net, "validation"))
    right = np.trace(view.counts) / view.counts.sum()
    assert view.heading().endswith(f"{right:.2%} right")
    assert view.heading() in view.accessibleDescription()


def test_shares_of_rows_columns_and_all():
    counts = np.array([[3, 1, 0], [0, 0, 0], [2, 2, 4]])
    for mode, total in (
        ("row", [[4], [1], [8]]),
        ("column", [[5, 3, 4]]),
        ("all", [[12]]),
    ):
        np.testing.assert_allclose(cell_shares(counts, mode), counts / np.array(total))


@pytest.mark.parametrize("mode", ["counts", "row", "column", "all"])
def test_the_mode_changes_the_table(judged, studio, mode):
    choose(judged, "confusion_mode", mode)
    counts = expected(studio, "ff", "validation")
    header, rows = view_of(judged).figure_table()
    assert header == ["true \\ predicted", *"0123456789"]
    assert [r[0] for r in rows] == list("0123456789")
    values = np.array([r[1:] for r in rows], np.float64)
    if mode == "counts":
        np.testing.assert_array_equal(values, counts)
        assert all(isinstance(v, int) for v in rows[0][1:])
        return
    for i in range(10):
        for j in range(10):
            total = {"row": counts[i].sum(), "column": counts[:, j].sum(), "all": counts.sum()}
            share = counts[i, j] / total[mode] if total[mode] else 0.0
            assert values[i, j] == pytest.approx(share)


def test_the_set_chosen_is_the_set_judged(qtbot, judged, studio):
    for which in ("test", "validation", ""):
        choose(judged, "confusion_set", which)
        want = expected(studio, "ff", which or "validation")
        qtbot.waitUntil(
            lambda want=want: (
                view_of(judged).counts is not None and np.array_equal(view_of(judged).counts, want)
            ),
            timeout=10_000,
        )
        np.testing.assert_array_equal(view_of(judged, "bp").counts.sum(), want.sum())


def test_a_newer_net_is_judged_anew(qtbot, judged, studio):
    before = view_of(judged).counts
    studio.set_snapshot(random_model(seed=5, version=2))
    qtbot.waitUntil(lambda: not np.array_equal(view_of(judged).counts, before), timeout=10_000)
    np.testing.assert_array_equal(view_of(judged).counts, expected(studio, "ff", "validation"))


def test_other_images_are_judged_anew(qtbot, judged, studio):
    data = studio.data
    turned = data.samples("validation")
    turned = dataclasses.replace(turned, x=turned.x[::-1].copy())
    studio.images.take(dataclasses.replace(data, validation=turned))
    # Never the old predictions beside the new images.
    assert view_of(judged).counts is None
    qtbot.waitUntil(lambda: view_of(judged).counts is not None, timeout=10_000)
    np.testing.assert_array_equal(view_of(judged).counts, expected(studio, "ff", "validation"))


def test_difference_is_forward_forward_minus_backprop(qtbot, judged, studio):
    view, box = view_of(judged, "difference"), judged.findChild(QCheckBox, "confusion_difference")
    assert view.isHidden()
    box.click()
    assert not view.isHidden()
    want = expected(studio, "ff", "validation") - expected(studio, "bp", "validation")
    np.testing.assert_array_equal(view.counts, want)
    assert want.min() < 0 < want.max()
    row, column = (int(v) for v in np.unravel_index(want.argmin(), want.shape))
    ours, theirs = (expected(studio, net, "validation")[row, column] for net in ("ff", "bp"))
    said = tip_at(view, view.cell_rect(row, column).center())
    assert f"Forward-Forward {ours}, backprop {theirs} of " in said
    assert len(judged.figures()) == 3
    assert view.figure_table()[1][row][1 + column] == want.min()


def test_difference_in_percentage_points(judged, studio):
    judged.findChild(QCheckBox, "confusion_difference").click()
    choose(judged, "confusion_mode", "row")
    ours, theirs = (expected(studio, net, "validation") for net in ("ff", "bp"))
    want = ours / ours.sum(1, keepdims=True) - theirs / theirs.sum(1, keepdims=True)
    rows = view_of(judged, "difference").figure_table()[1]
    np.testing.assert_allclose([row[1:] for row in rows], want)


@pytest.mark.parametrize(
    ("width", "shown"), [(560, ["difference"]), (900, ["ff", "bp", "difference"])]
)
def test_the_difference_is_in_view_without_scrolling(qtbot, judged, width, shown):
    judged.resize(width, 640)
    box = judged.findChild(QCheckBox, "confusion_difference")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()
    view = view_of(judged, "difference")
    qtbot.waitUntil(lambda: view.visibleRegion().boundingRect() == view.rect())
    assert [n for n in ("ff", "bp", "difference") if not view_of(judged, n).isHidden()] == shown
    box.click()
    assert view.isHidden() and not view_of(judged).isHidden()


def test_accuracy_names_its_set_and_how_many_images(qtbot, judged, studio):
    view, count = view_of(judged), len(studio.data.validation)
    title = studio.data.title
    assert view.figure_title.endswith(f"% right of {count:,} validation images of {title}")
    choose(judged, "confusion_set", "test")
    count = len(studio.data.test)
    qtbot.waitUntil(lambda: f"{count:,} test images of {title}" in view.figure_title)
    assert f"{count:,} test images" in view.accessibleDescription()


def test_other_nets_take_the_place_of_those_in_the_gallery(qtbot, judged, studio):
    view, gallery = view_of(judged), gallery_of(judged)
    cell = tuple(int(i) for i in np.unravel_index(view.counts.argmax(), view.counts.shape))
    click(qtbot, view, *cell)
    qtbot.waitUntil(lambda: gallery.count() > 0, timeout=10_000)
    studio.show(Shown(random_model(seed=5, version=9)))
    want = expected(studio, "ff", "validation")[cell]
    caption = judged.findChild(QLabel, "gallery_caption")
    qtbot.waitUntil(lambda: f": {want} of " in caption.text(), timeout=10_000)
    qtbot.waitUntil(lambda: gallery.count() == want, timeout=10_000)


@pytest.mark.parametrize("net", ["ff", "bp"])
def test_recall_and_precision_of_every_class(judged, net):
    view = view_of(judged, net)
    text = FIGURE_FORMATS["svg"].content(view, NATURAL).decode("utf-8")
    assert ">recall %<" in text
    for i in range(10):
        right = view.counts[i, i]
        for whole, rate in (
            (view.counts[i].sum(), recall(view.counts)[i]),
            (view.counts[:, i].sum(), precision(view.counts)[i]),
        ):
            if whole:
                assert rate == pytest.approx(right / whole)
                said = "100" if right == whole else f"{100 * right / whole:.1f}"
            else:
                assert np.isnan(rate)
                said = "–"
            assert f">{said}<" in text


def test_rates_leave_small_cells_their_room(qtbot, judged):
    view = view_of(judged)
    metrics = QFontMetricsF(view.font())
    big = view.arrange(QRectF(0, 0, 420, 420), metrics)
    small = view.arrange(QRectF(0, 0, 230, 230), metrics)
    assert big.has_rates and not small.has_rates
    for at, size in ((big, 420), (small, 230)):
        assert at.size > 14
        assert at.grid.right() < size and at.grid.bottom() + at.names_height < size
    assert 420 - big.grid.right() > metrics.horizontalAdvance("recall %")


def test_long_names_are_turned_and_do_not_overlap(qtbot, themes):
    view = ConfusionView("ff", "Forward-Forward", themes)
    qtbot.addWidget(view)
    names = ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Ankle boot")
    view.show_counts(np.eye(6, dtype=np.int64), names)
    metrics = QFontMetricsF(view.font())
    at = view.arrange(QRectF(0, 0, 260, 260), metrics)
    assert at.turned and at.size > metrics.height()
    view.show_counts(np.eye(6, dtype=np.int64), tuple("abcdef"))
    assert not view.arrange(QRectF(0, 0, 260, 260), metrics).turned


def test_a_net_alone_has_no_difference(qtbot, panel, studio):
    studio.set_snapshot(dataclasses.replace(random_model(), bp=None))
    qtbot.waitUntil(lambda: view_of(panel).counts is not None, timeout=10_000)
    assert view_of(panel, "bp").isHidden()
    assert not panel.findChild(QCheckBox, "confusion_difference").isEnabled()
    assert panel.figures() == [view_of(panel)]


# --- mouse and keys ---------------------------------------------------------------------


def biggest(view, *, off_diagonal=True):
    counts = view.counts.copy()
    if off_diagonal:
        np.fill_diagonal(counts, -1)
    return tuple(int(v) for v in np.unravel_index(counts.argmax(), counts.shape))


@pytest.mark.parametrize("net", ["ff", "bp"])
def test_a_click_shows_exactly_the_images_of_the_cell(qtbot, judged, studio, net):
    view, gallery = view_of(judged, net), gallery_of(judged)
    row, column = biggest(view)
    samples = studio.data.validation
    predicted = getattr(studio.snapshot, net).predict(samples.x)
    want = [i for i in range(len(samples)) if samples.y[i] == row and predicted[i] == column]
    assert want
    click(qtbot, view, row, column)
    assert view.selected == (row, column)
    qtbot.waitUntil(lambda: gallery.count() == len(want), timeout=10_000)
    assert sorted(numbers(gallery)) == want
    caption = judged.findChild(QLabel, "gallery_caption").text()
    of = int((samples.y == row).sum())
    what = f"{row} recognised" if row == column else f"{row} taken for {column}"
    assert f"{what}: {len(want)} of {of} validation image" in caption
    # The picture of an item is the image of its number.
    item = gallery.item(0)
    shown = item.icon().pixmap(56, 56).toImage().scaled(28, 28)
    grey = np.array([[shown.pixelColor(x, y).red() for x in range(28)] for y in range(28)])
    image = samples.x[numbers(gallery)[0]].reshape(28, 28) * 255
    assert abs(grey - image).max() < 2 or abs(255 - grey - image).max() < 2


def test_the_least_certain_come_first(qtbot, judged, studio):
    view, gallery = view_of(judged), gallery_of(judged)
    row, column = biggest(view)
    click(qtbot, view, row, column)
    qtbot.waitUntil(lambda: gallery.count() > 0, timeout=10_000)
    goodness = studio.snapshot.ff.total_goodness(studio.data.validation.x[numbers(gallery)])
    ahead = goodness[:, column] - goodness[:, row]
    assert (np.diff(ahead) >= 0).all() and (ahead >= 0).all()


def test_an_empty_cell_empties_the_gallery(qtbot, judged):
    view, gallery = view_of(judged), gallery_of(judged)
    click(qtbot, view, *biggest(view))
    row, column = (int(v) for v in np.argwhere(view.counts == 0)[0])
    click(qtbot, view, row, column)  # at once: the pictures of the first are still being made
    assert gallery.count() == 0
    assert ": 0 of " in judged.findChild(QLabel, "gallery_caption").text()
    click(qtbot, view, *biggest(view))
    qtbot.waitUntil(lambda: gallery.count() > 0, timeout=10_000)


def test_a_click_beside_the_cells_chooses_nothing(qtbot, judged):
    view = view_of(judged)
    corner = view.cell_rect(0, 0).topLeft() - QPointF(6, 4)
    with qtbot.assertNotEmitted(view.cell_chosen):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=corner.toPoint())
    assert view.selected is None


def test_clicking_a_picture_sends_it_on(qtbot, judged):
    view, gallery = view_of(judged), gallery_of(judged)
    click(qtbot, view, *biggest(view))
    qtbot.waitUntil(lambda: gallery.count() > 0, timeout=10_000)
    at = gallery.visualItemRect(gallery.item(0)).center()
    with qtbot.waitSignal(judged.links.image_chosen) as chosen:
        qtbot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [numbers(gallery)[0], "validation"]


def test_another_set_takes_the_pictures_away(qtbot, judged):
    view, gallery = view_of(judged), gallery_of(judged)
    cell = biggest(view)
    click(qtbot, view, *cell)
    qtbot.waitUntil(lambda: gallery.count() > 0, timeout=10_000)
    choose(judged, "confusion_set", "test")
    assert gallery.count() == 0  # they were validation images
    click(qtbot, view, *cell)  # while the test set is still being judged
    qtbot.waitUntil(lambda: view.counts is not None, timeout=10_000)
    click(qtbot, view, *biggest(view))
    qtbot.waitUntil(lambda: gallery.count() > 0, timeout=10_000)
    at = gallery.visualItemRect(gallery.item(0)).center()
    with qtbot.waitSignal(judged.links.image_chosen) as chosen:
        qtbot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args[1] == "test"


def test_arrow_keys_and_enter(qtbot, judged):
    view = view_of(judged)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.selected == (0, 0)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left):  # stays inside
        qtbot.keyClick(view, key)
        assert view.selected == (0, 0)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
    assert view.selected == (2, 1)
    said = view.accessibleDescription()
    assert said.startswith(f"true 2, predicted 1, {view.counts[2, 1]} image")
    for _ in range(12):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.selected == (2, 9)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(view.cell_chosen) as chosen:
            qtbot.keyClick(view, key)
        assert chosen.args == [2, 9]
    assert "2 taken for 9: " in judged.findChild(QLabel, "gallery_caption").text()


# --- runs -------------------------------------------------------------------------------


def shows(view, counts):
    return view.counts is not None and np.array_equal(view.counts, counts)


def test_epochs_of_a_run_show_soon(qtbot, judged, studio):
    studio.set_status(RunStatus.STARTING)
    assert view_of(judged).counts is None
    studio.set_status(RunStatus.RUNNING)
    true = studio.data.validation.y
    guess = (true + (np.arange(len(true)) % 3 == 0)) % 10
    for net, predicted in (("ff", guess), ("bp", true)):
        studio.epoch_done.emit(epoch_done(studio.data, net, predicted))
        want = counted(true, predicted)
        qtbot.waitUntil(lambda net=net, want=want: shows(view_of(judged, net), want))
    assert view_of(judged, "bp").heading() == "Backprop: 100.00% right"
    second = np.zeros_like(true)
    studio.epoch_done.emit(epoch_done(studio.data, "ff", second))
    qtbot.waitUntil(lambda: shows(view_of(judged), counted(true, second)))
    # Another set is not judged by this run.
    choose(judged, "confusion_set", "test")
    assert view_of(judged).counts is None


def test_data_changed_during_a_run_do_not_mix_with_its_predictions(qtbot, judged, studio):
    studio.set_status(RunStatus.STARTING)
    studio.set_status(RunStatus.RUNNING)
    data = studio.data
    other = dataclasses.replace(data.validation, y=(data.validation.y + 1) % 10)
    studio.images.take(dataclasses.replace(data, validation=other))
    studio.epoch_done.emit(epoch_done(data, "ff", data.validation.y))
    qtbot.waitUntil(lambda: view_of(judged).counts is not None)
    assert view_of(judged).heading() == "Forward-Forward: 100.00% right"


def test_after_the_run_the_newest_weights_are_judged(qtbot, judged, studio):
    studio.set_status(RunStatus.STARTING)
    true = studio.data.validation.y
    studio.epoch_done.emit(epoch_done(studio.data, "ff", true))
    studio.set_snapshot(random_model(seed=3, version=2))
    qtbot.waitUntil(lambda: view_of(judged).counts is not None)
    np.testing.assert_array_equal(view_of(judged).counts, counted(true, true))
    studio.set_status(RunStatus.IDLE)
    want = expected(studio, "ff", "validation")
    qtbot.waitUntil(lambda: np.array_equal(view_of(judged).counts, want), timeout=10_000)


# --- nothing to show --------------------------------------------------------------------


def test_what_to_do_without_a_net(panel):
    assert "Train a net or open one" in view_of(panel).accessibleDescription()
    assert panel.figures() == []
    assert not panel.findChild(QToolButton, "copy_confusion_button").isEnabled()
    assert not view_of(panel).grab().isNull()


def test_what_a_hidden_panel_has_put_off_is_in_the_export(judged, studio):
    studio.set_status(RunStatus.STARTING)
    judged.hide()
    true = studio.data.validation.y
    studio.epoch_done.emit(epoch_done(studio.data, "ff", true))
    studio.epoch_done.emit(epoch_done(studio.data, "bp", true))
    assert view_of(judged).counts is None, "nothing is done while it is hidden"
    names = [figure.figure_name for figure in judged.figures()]
    assert names == ["confusion-ff", "confusion-bp", "confusion-difference"]
    assert shows(view_of(judged), counted(true, true))


def test_a_net_that_does_not_fit_the_data(qtbot, judged, studio):
    studio.set_snapshot(random_model(side=2, classes=4))
    qtbot.waitUntil(lambda: view_of(judged).counts is None)
    said = view_of(judged).accessibleDescription()
    assert "does not fit this net: it takes 4 pixels and tells 4 classes apart" in said
    assert view_of(judged).counts is None


def test_data_of_other_classes_are_judged_by_their_names(qtbot, judged, studio):
    """Without nines, and in another order: each image counts where the net has its class."""
    before = expected(studio, "ff", "test")
    data, kept = studio.data, studio.data.test.y != 9
    turned = dataclasses.replace(
        data.test, x=data.test.x[kept], y=(8 - data.test.y[kept]).astype(np.int32)
    )
    nothing = dataclasses.replace(data.test, x=data.test.x[:0], y=data.test.y[:0])
    studio.images.take(
        dataclasses.replace(
            data,
            title="Others",
            class_names=tuple("876543210"),
            test=turned,
            train=turned,
            validation=nothing,
        )
    )
    choose(judged, "confusion_set", "test")
    before[9] = 0
    qtbot.waitUntil(
        lambda: view_of(judged).counts is not None and view_of(judged).counts.sum() == kept.sum(),
        timeout=10_000,
    )
    np.testing.assert_array_equal(view_of(judged).counts, before)


def test_no_validation_images(qtbot, judged, studio):
    empty = dataclasses.replace(
        studio.data.validation, x=studio.data.validation.x[:0], y=studio.data.validation.y[:0]
    )
    studio.images.take(dataclasses.replace(studio.data, validation=empty))
    qtbot.waitUntil(lambda: view_of(judged).counts is not None, timeout=10_000)
    np.testing.assert_array_equal(view_of(judged).counts, expected(studio, "ff", "test"))
    choose(judged, "confusion_set", "validation")
    assert "No images are held back" in view_of(judged).accessibleDescription()


# --- export -----------------------------------------------------------------------------


def test_export_as_svg_and_png(judged, studio):
    view = view_of(judged)
    text = FIGURE_FORMATS["svg"].content(view, NATURAL).decode("utf-8")
    for words in (view.heading(), "true class", "predicted class"):
        assert f">{words}<" in text
    for value in np.unique(view.counts[view.counts > 0]).tolist():
        assert f">{value}<" in text
    image = render_image(view, dpi=72)
    assert (image.width(), image.height()) == (400, 400)
    colors = {image.pixelColor(x, y).name() for x in range(0, 400, 5) for y in range(0, 400, 5)}
    assert len(colors) > 10
    assert view.figure_name == "confusion-ff"


def test_the_darkest_cell_of_the_diagonal_is_the_largest(qtbot, themes):
    view = ConfusionView("ff", "Forward-Forward", themes)
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show_counts(np.array([[90, 0], [5, 30]]), ("a", "b"))
    picture = view.grab().toImage()

    def ground(row, column):
        at = (view.cell_rect(row, column).topLeft() + QPointF(4, 4)).toPoint()
        return picture.pixelColor(at)

    paper = QColor(themes.theme.raised)
    assert ground(0, 1) == paper
    assert ground(0, 0).lightness() < ground(1, 1).lightness() < paper.lightness()
    assert ground(1, 0) not in (paper, ground(0, 0), ground(1, 1))


def copied(qtbot, judged):
    """What the button puts on the clipboard: lines of cells, and the size of the picture."""
    button = judged.findChild(QToolButton, "copy_confusion_button")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    mime = QGuiApplication.clipboard().mimeData()
    return [line.split("\t") for line in mime.text().splitlines()], mime.imageData().size()


def test_copy_copies_what_is_shown(qtbot, judged):
    judged.resize(560, 640)
    lines, size = copied(qtbot, judged)
    assert lines[0] == ["net", "true \\ predicted", *"0123456789"]
    for net, at in (("Forward-Forward", 1), ("Backprop", 11)):
        assert [line[0] for line in lines[at : at + 10]] == [net] * 10
    counts = [view_of(judged, net).counts for net in ("ff", "bp")]
    got = np.array([[int(v) for v in line[2:]] for line in lines[1:]])
    np.testing.assert_array_equal(got, np.concatenate(counts))
    assert size.width() > 1.9 * size.height(), "one beside the other"
    judged.findChild(QCheckBox, "confusion_difference").click()
    lines, size = copied(qtbot, judged)
    assert lines[0] == ["true \\ predicted", *"0123456789"]
    assert [int(v) for v in lines[4][1:]] == (counts[0] - counts[1])[3].tolist()
    assert size.width() == size.height(), "the difference alone, as in view"


def test_ctrl_c_copies_the_matrix_that_has_the_keyboard(qtbot, judged):
    view = view_of(judged, "bp")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().mimeData().text().splitlines()
    assert [int(v) for v in lines[4].split("\t")[1:]] == view.counts[3].tolist()


def test_narrow_panels_stack_the_matrices(qtbot, judged):
    ff, bp = view_of(judged, "ff"), view_of(judged, "bp")
    judged.resize(700, 640)
    qtbot.waitUntil(lambda: bp.x() > ff.x() and bp.y() == ff.y())
    judged.resize(320, 640)
    qtbot.waitUntil(lambda: bp.x() == ff.x() and bp.y() > ff.y())


def test_nets_are_never_judged_on_what_they_learnt_from_in_silence(
    qtbot, make_window, studio, digits_data, caplog
):
    """Another seed holds other images back: the nets have learnt from most of them."""
    caplog.expected = True
    studio.edits.edit(studio.spec.replace(epochs=1, seed=digits_data.seed))
    studio.images.take(digits_data)
    window = make_window(panels=few_panels("confusion", "draw"))
    studio.start()
    qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=120_000)
    with qtbot.waitSignal(studio.run_finished, timeout=120_000):
        studio.runs.train()
    window.docks["confusion"].bring_up()
    view = window.docks["confusion"].panel.findChild(ConfusionView, "ff_confusion")

    def judged():
        return None if view.counts is None else view.counts.sum()

    assert studio.judged_on == "validation"
    qtbot.waitUntil(lambda: judged() == len(digits_data.validation), timeout=10_000)
    with qtbot.waitSignal(studio.data_changed, timeout=120_000):
        studio.edits.edit(studio.spec.replace(seed=digits_data.seed + 1))
    assert studio.judged_on == "test"
    qtbot.waitUntil(lambda: judged() == len(digits_data.test), timeout=10_000)

    # Going on makes them no newer, and is told of.
    with qtbot.waitSignal(studio.run_finished, timeout=120_000):
        studio.runs.train(resume=True)
    assert studio.judged_on == "test"
    told = [card.accessibleName() for card in window.findChildren(QFrame, "toast")]
    assert any("Validation flatters" in name for name in told), told
    edit_units = dataclasses.replace(studio.spec.layers[0], units=9)
    studio.edits.edit(studio.spec.replace(layers=(edit_units,)))
    with qtbot.waitSignal(studio.run_finished, timeout=120_000):
        studio.runs.train()
    assert studio.judged_on == "validation", "new nets"


@pytest.fixture
def costly(monkeypatch):
    """There is time for 10 images; the fewest are judged."""
    work = random_model().bp.work
    monkeypatch.setattr(affordable, "NUMPY_WORK", 10 * work)
    return LEAST_JUDGED


def test_of_a_net_to_which_an_image_costs_much_a_sample_is_judged_and_all_on_demand(
    qtbot, panel, studio, costly
):
    studio.set_snapshot(random_model())
    view = view_of(panel, "bp")
    qtbot.waitUntil(lambda: view.counts is not None, timeout=10_000)
    total = len(studio.data.validation)
    assert view.counts.sum() == costly < total
    judged = panel.findChild(QLabel, "confusion_judged")
    assert judged.isVisible() and f"{costly} of {total} validation images" in judged.text()
    assert "±" in view.heading()
    button = panel.findChild(QToolButton, "judge_all_button")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.counts.sum() == total, timeout=10_000)
    np.testing.assert_array_equal(view.counts, expected(studio, "bp", "validation"))
    qtbot.waitUntil(lambda: not button.isVisible())
    assert not studio.activities.all


def test_judging_all_can_be_cancelled_and_the_sample_stays(
    qtbot, panel, studio, costly, monkeypatch
):
    studio.set_snapshot(random_model())
    view = view_of(panel, "bp")
    qtbot.waitUntil(lambda: view.counts is not None, timeout=10_000)
    before, waits = view.counts.copy(), threading.Event()

    def judge(self, samples, errand=None):
        waits.wait(20)
        errand.check()
        raise AssertionError("it was cancelled")

    monkeypatch.setattr(NetworkSnapshot, "judge", judge)
    button = panel.findChild(QToolButton, "judge_all_button")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    activity = studio.activities.foremost
    assert activity.title == "Judging all images" and not button.isVisible()
    activity.cancel()
    waits.set()
    qtbot.waitUntil(button.isVisible)
    assert not studio.activities.all
    np.testing.assert_array_equal(view.counts, before)
