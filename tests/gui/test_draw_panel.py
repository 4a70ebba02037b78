"""Drawing with the mouse, what the net sees of it, and the scores."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QSlider,
    QSpinBox,
    QToolButton,
    QWidget,
)

from ffstudio.core.images.appearance import DARK, LIGHT, Appearance
from ffstudio.core.images.data import Samples
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.look.weights import DenseWeights
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.panels.draw.bars_painter import bar_lengths, stacking_order
from ffstudio.gui.panels.draw.drawing import Drawing, Stroke, rasterise
from ffstudio.gui.panels.draw.net_picture import NetPicture
from ffstudio.gui.panels.draw.pad import DrawPad
from ffstudio.gui.panels.draw.panel import DrawPanel
from ffstudio.gui.panels.draw.score_bars import ScoreBars
from ffstudio.gui.panels.draw.scores import Scores, bp_verdict, ff_verdict, score
from ffstudio.gui.panels.draw.scoring import PictureScorer
from tests.gui.few_panels import few_panels
from tests.nets import backprop_net


def dense(rng, inputs, units, activation):
    kernel = rng.normal(0, 0.1, (inputs, units)).astype(np.float32)
    return DenseWeights(kernel, np.zeros(units, np.float32), activation, 1.0)


def random_model(seed=0, side=28, classes=10, version=1, units=20):
    rng = np.random.default_rng(seed)
    first, second = dense(rng, side * side, units, "relu"), dense(rng, units, 20, "relu")
    ff = FFSnapshot((first, second), classes)
    bp = backprop_net(
        (dense(rng, side * side, 20, "relu"), dense(rng, 20, classes, "softmax")), (side, side)
    )
    names = tuple(str(i) for i in range(classes))
    return ModelSnapshot(ff, bp, (side, side), names, version, 1.0, "random")


def seven(scale=0.5, dx=0.25, dy=0.2, width=2.5):
    points = [(0.0, 0.0), (0.5, 0.0), (1.0, 0.0), (0.7, 0.6), (0.4, 1.2)]
    return Stroke(tuple((dx + scale * x, dy + scale * y) for x, y in points), width)


def drawn(*strokes):
    drawing = Drawing()
    for stroke in strokes:
        drawing.add(stroke)
    return drawing


def centre_of_mass(picture):
    rows, columns = np.indices(picture.shape)
    return (picture * rows).sum() / picture.sum(), (picture * columns).sum() / picture.sum()


def ink_box(picture, above=0.1):
    ink = picture > above
    return np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))


# --- the picture ------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [0.1, 0.3, 0.6])
@pytest.mark.parametrize("shift", [0.0, 0.15])
def test_the_longest_side_is_20_pixels_and_the_mass_is_at_14(scale, shift):
    picture = rasterise(drawn(seven(scale, 0.1 + shift, 0.05 + shift)))
    rows, columns = ink_box(picture)
    assert abs(max(np.ptp(rows), np.ptp(columns)) + 1 - 20) <= 1
    for centre in centre_of_mass(picture):
        assert abs(centre - 14.0) <= 0.51
    assert picture.dtype == np.float32
    assert picture.max() > 0.95


def test_size_and_place_on_the_pad_do_not_matter():
    reference = rasterise(drawn(seven(0.5, 0.25, 0.2)))
    for scale, dx, dy in ((0.25, 0.05, 0.6), (0.6, 0.3, 0.1), (0.5, 0.1, 0.1)):
        other = rasterise(drawn(seven(scale, dx, dy)))
        assert np.corrcoef(reference.ravel(), other.ravel())[0, 1] > 0.97


def test_the_pen_is_as_thick_as_mnists_whatever_the_scale():
    for scale in (0.2, 0.6):
        line = rasterise(drawn(Stroke(((0.5, 0.5 - scale / 2), (0.5, 0.5 + scale / 2)))))
        across = line[14].sum()
        assert 2.2 <= across <= 2.8


def test_a_tap_is_a_dot_and_not_a_blown_up_blob():
    picture = rasterise(drawn(Stroke(((0.8, 0.2),))))
    assert 3.0 < picture.sum() < 7.0
    assert centre_of_mass(picture) == pytest.approx((14, 14), abs=0.6)


def test_nothing_drawn_is_nothing_seen():
    assert not rasterise(Drawing()).any()


def test_other_picture_sizes_follow_in_proportion():
    small = rasterise(drawn(seven()), (14, 14))
    rows, columns = ink_box(small)
    assert abs(max(np.ptp(rows), np.ptp(columns)) + 1 - 10) <= 1


def test_undo_redo_and_clear_one_step_each():
    drawing = drawn(seven(), seven(0.2))
    drawing.undo()
    assert len(drawing.strokes) == 1
    drawing.redo()
    assert len(drawing.strokes) == 2
    drawing.clear()
    assert drawing.is_empty
    drawing.undo()
    assert len(drawing.strokes) == 2
    drawing.undo()
    drawing.undo()
    assert not drawing.can_undo


def test_relative_bars_keep_every_difference():
    goodness = np.array([[5.0, 6.0, 5.5], [1.0, 1.0, 3.0]])
    scores = Scores(("a", "b", "c"), goodness)
    whole, relative = bar_lengths(scores, False), bar_lengths(scores, True)
    np.testing.assert_array_equal(whole, goodness)
    assert relative.min(axis=1).tolist() == [0.0, 0.0]
    np.testing.assert_allclose(np.diff(relative.sum(axis=0)), np.diff(whole.sum(axis=0)))


def test_layers_without_a_vote_come_last():
    scores = Scores(("a", "b"), np.ones((3, 2)), (0, 1, 1))
    assert stacking_order(scores) == [1, 2, 0]
    middle = Scores(("a", "b"), np.ones((3, 2)), (0, 0.5, 0))
    assert stacking_order(middle) == [1, 0, 2]
    np.testing.assert_allclose(bar_lengths(middle, False)[:, 0], [1, 0.5, 1])


# --- verdicts ---------------------------------------------------------------------------


def test_verdicts_and_when_they_are_not_sure():
    names = ("a", "b", "c")
    clear = Scores(names, np.array([[1.0, 5.0, 2.0]]), (), np.array([0.1, 0.2, 0.7]))
    assert ff_verdict(clear).label == "b"
    assert ff_verdict(clear).is_sure
    assert "ahead of c by 3" in ff_verdict(clear).text
    assert bp_verdict(clear).label == "c"
    assert bp_verdict(clear).is_sure
    close = Scores(names, np.array([[1.0, 5.0, 4.9]]), (), np.array([0.3, 0.3, 0.4]))
    assert not ff_verdict(close).is_sure
    assert not bp_verdict(close).is_sure
    first_out = Scores(names, np.array([[9.0, 0.0, 0.0], [0.0, 0.0, 1.0]]), (0, 1))
    assert ff_verdict(first_out).label == "c"
    assert bp_verdict(first_out) is None


# --- the panel --------------------------------------------------------------------------


@pytest.fixture
def panel(qtbot, studio, themes):
    made = DrawPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(340, 760)
    made.show()
    studio.set_snapshot(random_model())
    yield made
    made.shutdown()


@pytest.mark.parametrize("size", [(340, 760), (720, 560), (300, 420)])
def test_a_panel_at_rest_lays_nothing_out(qtbot, panel, size):
    """Whoever lays out anew because something was laid out never rests, and takes a whole core."""
    panel.resize(*size)
    asked = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.LayoutRequest:
                asked.append(watched)
            return False

    watch = Watch()
    body = panel.findChild(QWidget, "draw_body")
    body.installEventFilter(watch)

    def rests():
        asked.clear()
        for _ in range(20):
            QApplication.processEvents()
        return not asked

    qtbot.waitUntil(rests)  # the scores of what is drawn come from a thread
    body.removeEventFilter(watch)


def pad_of(panel) -> DrawPad:
    return panel.findChild(DrawPad, "draw_pad")


def draw_with_mouse(panel, points, button=Qt.MouseButton.LeftButton):
    pad = pad_of(panel)
    paper = pad.paper()
    at = [QPoint(round(paper.left() + x * paper.width()), round(paper.top() + y * paper.height()))
          for x, y in points]  # fmt: skip
    QTest.mousePress(pad, button, pos=at[0])
    for position in at[1:]:
        QTest.mouseMove(pad, position)
    QTest.mouseRelease(pad, button, pos=at[-1])


SEVEN = [(0.3, 0.25), (0.5, 0.25), (0.7, 0.25), (0.6, 0.5), (0.5, 0.75)]


def test_a_digit_drawn_with_the_mouse_gets_the_scores_numpy_gives(qtbot, panel, studio):
    bars = panel.findChild(ScoreBars, "score_bars")
    assert bars.scores is None
    draw_with_mouse(panel, SEVEN)
    qtbot.waitUntil(lambda: bars.scores is not None, timeout=5000)
    seen = panel.findChild(NetPicture, "net_picture").picture
    np.testing.assert_array_equal(seen, rasterise(pad_of(panel).drawing))
    expected = score(studio.snapshot, seen)
    qtbot.waitUntil(lambda: np.array_equal(bars.scores.goodness, expected.goodness), timeout=5000)
    np.testing.assert_array_equal(bars.scores.probabilities, expected.probabilities)
    label = str(np.argmax(expected.goodness.sum(axis=0)))
    assert f"Forward-Forward: {label}" in bars.accessibleDescription()
    assert label in panel.findChild(QLabel, "ff_verdict").text()
    header, rows = bars.figure_table()
    assert header == ["label", "goodness layer 1", "goodness layer 2", "goodness", "probability"]
    assert len(rows) == 10


def test_clearing_takes_the_scores_away(qtbot, panel):
    bars = panel.findChild(ScoreBars, "score_bars")
    draw_with_mouse(panel, SEVEN)
    qtbot.waitUntil(lambda: bars.scores is not None, timeout=5000)
    qtbot.mouseClick(panel.findChild(QToolButton, "clear_button"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bars.scores is None, timeout=5000)
    assert not panel.findChild(NetPicture, "net_picture").picture.any()
    qtbot.mouseClick(panel.findChild(QToolButton, "undo_button"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bars.scores is not None, timeout=5000)


def test_keys_undo_redo_clear_and_erase(qtbot, panel):
    pad = pad_of(panel)
    draw_with_mouse(panel, SEVEN)
    draw_with_mouse(panel, [(0.1, 0.1), (0.2, 0.2)])
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(pad, Qt.Key.Key_Z, control)
    assert len(pad.drawing.strokes) == 1
    qtbot.keyClick(pad, Qt.Key.Key_Z, control | shift)
    assert len(pad.drawing.strokes) == 2
    qtbot.keyClick(pad, Qt.Key.Key_E)
    assert panel.findChild(QToolButton, "eraser_button").isChecked()
    draw_with_mouse(panel, [(0.1, 0.1), (0.2, 0.2)])
    assert len(pad.drawing.strokes) == 1
    qtbot.keyClick(pad, Qt.Key.Key_Z, control)
    assert len(pad.drawing.strokes) == 2
    qtbot.keyClick(pad, Qt.Key.Key_C)
    assert pad.drawing.is_empty
    qtbot.keyClick(pad, Qt.Key.Key_Z, control)
    assert len(pad.drawing.strokes) == 2
    qtbot.keyClick(pad, Qt.Key.Key_Escape)
    assert pad.drawing.is_empty


def test_the_pads_keys_are_its_own_and_the_others_the_windows(panel):
    pad = pad_of(panel)

    def kept(key, modifiers=Qt.KeyboardModifier.NoModifier):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(pad, event)
        return event.isAccepted()

    control = Qt.KeyboardModifier.ControlModifier
    assert kept(Qt.Key.Key_Z, control)
    assert kept(Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    assert kept(Qt.Key.Key_C)
    assert not kept(Qt.Key.Key_Space)
    assert not kept(Qt.Key.Key_Right)
    assert not kept(Qt.Key.Key_C, control)
    assert not kept(Qt.Key.Key_S, control)


def test_undo_is_the_pads_after_any_of_the_panels_controls(qtbot, make_window, studio):
    """Whatever was clicked there last, Ctrl+Z takes a stroke back and no setting."""
    window = make_window(panels=few_panels("draw"))
    studio.edits.edit(studio.spec.replace(epochs=77), "Epochs")
    panel, elsewhere = window.docks["draw"].panel, window.findChild(QSpinBox, "image_number")
    pad = pad_of(panel)
    controls = [
        w
        for w in panel.findChildren(QWidget)
        if w.isVisible() and w.isEnabled() and w is not pad and w is not elsewhere
        and w.parentWidget() is not elsewhere and w.width() > 4
    ]  # fmt: skip
    kinds = {type(w) for w in controls}
    assert {Combo, QSlider, QCheckBox, QLabel, ScoreBars, NetPicture} <= kinds
    assert sum(isinstance(w, QToolButton) for w in controls) >= 4
    for control in controls:
        pad.clear()
        draw_with_mouse(panel, [(0.3, 0.3), (0.5, 0.5), (0.7, 0.7)])
        window.setFocus()
        # The keyboard is elsewhere; a click brings it here.
        if isinstance(control, QToolButton) and control.menu() is not None:
            QTimer.singleShot(20, control.menu().close)
        QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=QPoint(3, control.height() // 2))
        if isinstance(control, QComboBox):
            control.hidePopup()
        if pad.is_empty or len(pad.drawing.strokes) != 1:
            continue  # undo and clear themselves
        name = control.objectName() or type(control).__name__
        qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert pad.is_empty, name
        qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        assert len(pad.drawing.strokes) == 1, name
        assert studio.spec.epochs == 77, name


def test_a_field_of_the_panel_keeps_its_own_undo(qtbot, make_window, studio):
    window = make_window(panels=few_panels("draw"))
    panel, number = window.docks["draw"].panel, window.findChild(QSpinBox, "image_number")
    draw_with_mouse(panel, [(0.3, 0.3), (0.5, 0.5), (0.7, 0.7)])
    number.setFocus()
    number.lineEdit().selectAll()
    qtbot.keyClicks(number, "12")
    qtbot.keyClick(number, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert number.lineEdit().text() == "0" and len(pad_of(panel).drawing.strokes) == 1


def test_the_right_button_erases(panel):
    draw_with_mouse(panel, SEVEN)
    pad = pad_of(panel)
    whole = rasterise(pad.drawing)
    draw_with_mouse(panel, [(0.3, 0.25), (0.7, 0.25)], Qt.MouseButton.RightButton)
    left = pad.drawing.strokes
    assert left
    assert min(y for s in left for _, y in s.points) > 0.28
    assert abs(whole - rasterise(pad.drawing)).max() > 0.5
    pad.undo()
    np.testing.assert_array_equal(rasterise(pad.drawing), whole)


def test_a_second_button_does_not_break_the_stroke(panel):
    pad = pad_of(panel)
    paper = pad.paper()
    a, b, c = ((paper.topLeft() + QPointF(x, 60)).toPoint() for x in (40, 120, 200))
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=a)
    QTest.mouseMove(pad, b)
    QTest.mousePress(pad, Qt.MouseButton.RightButton, pos=b)
    QTest.mouseRelease(pad, Qt.MouseButton.RightButton, pos=b)
    QTest.mouseMove(pad, c)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=c)
    (stroke,) = pad.drawing.strokes
    assert len(stroke.points) == 3


def test_what_is_painted_on_the_pad_is_white_ink(panel):
    pad = pad_of(panel)
    draw_with_mouse(panel, SEVEN)
    pad.clearFocus()
    image, paper = pad.grab().toImage(), pad.paper()
    at = QPoint(
        round(paper.left() + 0.5 * paper.width()), round(paper.top() + 0.25 * paper.height())
    )
    assert image.pixelColor(at).lightness() == 255
    assert image.pixelColor(paper.center().toPoint() + QPoint(-60, 60)).lightness() == 0


def test_the_pen_size_is_that_of_the_nets_picture(qtbot, panel):
    panel.findChild(QSlider, "pen_size").setValue(50)
    draw_with_mouse(panel, [(0.5, 0.2), (0.5, 0.5), (0.5, 0.8)])
    net = panel.findChild(NetPicture, "net_picture")
    qtbot.waitUntil(lambda: bool(net.picture.any()))
    assert net.picture[14].sum() == pytest.approx(5.0, abs=0.3)


def test_a_new_snapshot_scores_the_drawing_again(qtbot, panel, studio):
    bars = panel.findChild(ScoreBars, "score_bars")
    draw_with_mouse(panel, SEVEN)
    qtbot.waitUntil(lambda: bars.scores is not None, timeout=5000)
    before = bars.scores
    studio.set_snapshot(random_model(seed=9, version=2))
    qtbot.waitUntil(lambda: not np.array_equal(bars.scores.goodness, before.goodness), timeout=5000)


def test_images_of_the_data_set_and_their_true_label(qtbot, panel, studio):
    panel.findChild(QSpinBox, "image_number").setValue(5)
    bars = panel.findChild(ScoreBars, "score_bars")
    qtbot.waitUntil(lambda: bars.scores is not None, timeout=5000)
    seen = panel.findChild(NetPicture, "net_picture").picture
    np.testing.assert_array_equal(seen.ravel(), studio.data.test.x[5])
    assert panel.findChild(QLabel, "true_label").text() == f"true label {studio.data.test.y[5]}"
    draw_with_mouse(panel, SEVEN)  # drawing takes the picture's place
    assert panel.findChild(QLabel, "true_label").text() == ""
    qtbot.waitUntil(
        lambda: (
            not np.array_equal(
                panel.findChild(NetPicture, "net_picture").picture.ravel(), studio.data.test.x[5]
            )
        ),
        timeout=5000,
    )


@pytest.mark.parametrize("net", ["ff", "bp"])
def test_stepping_through_mistakes(qtbot, panel, studio, net):
    choice = panel.findChild(QComboBox, "misclassified_by")
    choice.setCurrentIndex(choice.findData(net))
    predicted = getattr(studio.snapshot, net).predict(studio.data.test.x)
    wrong = np.flatnonzero(predicted != studio.data.test.y)
    number = panel.findChild(QSpinBox, "image_number")
    truth = panel.findChild(QLabel, "true_label")
    step = panel.findChild(QToolButton, "next_button")
    back = panel.findChild(QToolButton, "previous_button")
    for button, expected in (
        (step, wrong[0]),
        (step, wrong[1]),
        (back, wrong[0]),
        (back, wrong[-1]),
    ):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda expected=expected: number.value() == expected and truth.text() != "")
    assert truth.text() == f"true label {studio.data.test.y[wrong[-1]]}"
    assert "wrong among" in panel.findChild(QLabel, "misclassified_count").text()


def test_a_net_without_mistakes_has_none_to_step_to(qtbot, panel, studio):
    data = studio.data
    labels = studio.snapshot.bp.predict(data.test.x).astype(np.int32)
    studio.images.take(replace(data, test=Samples(data.test.x, labels)))
    choice = panel.findChild(QComboBox, "misclassified_by")
    choice.setCurrentIndex(choice.findData("bp"))
    qtbot.mouseClick(panel.findChild(QToolButton, "next_button"), Qt.MouseButton.LeftButton)
    count = panel.findChild(QLabel, "misclassified_count")
    qtbot.waitUntil(lambda: count.text().startswith("None"))
    assert panel.findChild(QLabel, "true_label").text() == ""


def test_a_long_search_ends_with_the_panel(qtbot, studio, themes):
    made = DrawPanel(studio, themes)
    qtbot.addWidget(made)
    rng = np.random.default_rng(0)
    layers = (dense(rng, 784, 800, "relu"), dense(rng, 800, 800, "relu"))
    net = FFSnapshot(layers, 10)
    x = np.tile(rng.random((1, 784), np.float32), (30_000, 1))
    y = np.full(len(x), net.predict(x[:1])[0], np.int32)  # all are right: it looks at all
    studio.images.take(replace(studio.data, test=Samples(x, y)))
    studio.set_snapshot(replace(random_model(), ff=net))
    made.show()
    qtbot.mouseClick(made.findChild(QToolButton, "next_button"), Qt.MouseButton.LeftButton)
    start = time.perf_counter()
    made.shutdown()
    waited = time.perf_counter() - start
    start = time.perf_counter()
    net.predict(x[:3000])
    assert waited < 5 * (time.perf_counter() - start)  # all images would take ten times this


def test_images_of_the_other_sets(qtbot, panel, studio):
    panel.show_image(2, "validation")
    net = panel.findChild(NetPicture, "net_picture")
    expected = studio.data.validation.x[2]
    qtbot.waitUntil(lambda: np.array_equal(net.picture.ravel(), expected))
    assert panel.findChild(QComboBox, "image_set").currentData() == "validation"
    assert panel.findChild(QSpinBox, "image_number").maximum() == len(studio.data.validation) - 1
    panel.show_image(10**6, "test")  # there is no such image: nothing happens
    assert panel.findChild(QComboBox, "image_set").currentData() == "validation"


def test_images_of_another_size_than_the_nets_are_not_offered(panel, studio):
    studio.set_snapshot(random_model(side=8))
    assert not panel.findChild(QSpinBox, "image_number").isEnabled()
    assert not panel.findChild(QToolButton, "next_button").isEnabled()
    panel.show_image(0, "test")
    assert panel.findChild(QLabel, "true_label").text() == ""


@pytest.mark.parametrize("missing", ["ff", "bp", "both"])
def test_works_without_one_of_the_nets(qtbot, panel, studio, missing):
    gone = {"ff": None} if missing == "ff" else {"bp": None} if missing == "bp" else None
    studio.set_snapshot(replace(random_model(), **gone) if gone else None)
    draw_with_mouse(panel, SEVEN)
    net = panel.findChild(NetPicture, "net_picture")
    qtbot.waitUntil(lambda: bool(net.picture.any()))
    bars = panel.findChild(ScoreBars, "score_bars")
    if missing == "both":
        assert bars.scores is None
        return
    qtbot.waitUntil(lambda: bars.scores is not None)
    assert (bars.scores.goodness is None) == (missing == "ff")
    assert (bars.scores.probabilities is None) == (missing == "bp")
    assert (panel.findChild(QLabel, "ff_verdict").text() == "") == (missing == "ff")
    assert not panel.grab().isNull()


def test_a_diverged_net_predicts_nothing(qtbot, panel, studio):
    model = random_model()
    first = model.ff.layers[0]
    broken = replace(first, kernel=first.kernel * np.float32(np.nan))
    studio.set_snapshot(replace(model, ff=replace(model.ff, layers=(broken,)), version=2))
    draw_with_mouse(panel, SEVEN)
    bars = panel.findChild(ScoreBars, "score_bars")
    qtbot.waitUntil(lambda: bars.scores is not None)
    assert panel.findChild(QLabel, "ff_verdict").text() == ""
    assert "not numbers" in bars.accessibleDescription()
    assert not bars.grab().isNull()


def test_a_hidden_panel_does_not_score(qtbot, panel, studio):
    asked = []
    panel.findChild(PictureScorer).scored.connect(asked.append)
    draw_with_mouse(panel, SEVEN)
    qtbot.waitUntil(lambda: len(asked) > 0)
    panel.hide()
    asked.clear()
    studio.set_snapshot(random_model(seed=4, version=2))
    assert not panel.pace.is_waiting
    panel.show()
    expected = studio.snapshot
    picture = rasterise(pad_of(panel).drawing)
    bars = panel.findChild(ScoreBars, "score_bars")
    qtbot.waitUntil(lambda: np.array_equal(bars.scores.goodness, score(expected, picture).goodness))


def test_bars_as_figure(qtbot, panel, tmp_path):
    draw_with_mouse(panel, SEVEN)
    bars = panel.findChild(ScoreBars, "score_bars")
    qtbot.waitUntil(lambda: bars.scores is not None)
    (figure,) = panel.figures()
    FIGURE_FORMATS["svg"].write(figure, tmp_path / "bars.svg")
    text = (tmp_path / "bars.svg").read_text()
    for expected in ("FF goodness, relative", "BP probability", "Layer 2"):
        assert expected in text


def test_saving_writes_exactly_what_the_net_sees(qtbot, panel, tmp_path):
    draw_with_mouse(panel, SEVEN)
    picture = panel.findChild(NetPicture, "net_picture")
    qtbot.waitUntil(lambda: bool(picture.picture.any()), timeout=5000)
    panel.save_net_picture(tmp_path / "digit.png")
    image = QImage(str(tmp_path / "digit.png"))
    assert (image.width(), image.height()) == (28, 28)
    read = np.array([[image.pixelColor(x, y).red() for x in range(28)] for y in range(28)])
    np.testing.assert_array_equal(read, np.round(picture.picture * 255))
    panel.save_drawing(tmp_path / "big")
    assert QImage(str(tmp_path / "big.png")).width() == 560


def test_saving_into_a_missing_folder_says_so(qtbot, panel, studio, tmp_path):
    with qtbot.waitSignal(studio.error_raised) as raised:
        panel.save_net_picture(tmp_path / "none" / "digit.png")
    assert raised.args[0].title == "The picture was not saved"


def test_the_camera_gets_pixels_to_click(qtbot, panel, studio):
    studio.set_snapshot(random_model(side=2, classes=4))
    pad = pad_of(panel)
    picture = panel.findChild(NetPicture, "net_picture")
    qtbot.waitUntil(lambda: picture.picture.shape == (2, 2), timeout=5000)
    paper = pad.paper()
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=paper.center().toPoint() + QPoint(20, 20))
    qtbot.waitUntil(lambda: picture.picture[1, 1] == 1.0, timeout=5000)
    assert picture.picture.sum() == -2.0


# --- ink and paper ----------------------------------------------------------------------


def brightness(pad):
    """Of the pad's middle and of an inner corner, 0–255."""
    image, paper = pad.grab().toImage(), pad.paper()
    ratio = image.width() / pad.width()

    def at(x, y):
        place = paper.left() + x * paper.width(), paper.top() + y * paper.height()
        return image.pixelColor(*(round(v * ratio) for v in place)).lightness()

    return at(0.5, 0.25), at(0.1, 0.9)


@pytest.mark.parametrize(
    ("learnt", "light", "says"),
    [
        (Appearance(0, 1, DARK), False, "Light on dark: as learnt"),
        (Appearance(0, 1, LIGHT), True, "Dark on light: as learnt"),
        (Appearance(-1, 1, LIGHT), True, "Dark on light: as learnt"),
        (Appearance(0, 255, DARK), False, "Light on dark: as learnt"),
        (Appearance(0, 1, ""), False, "Light on dark: as learnt"),
        (None, False, "Light on dark: assumed"),
        (Appearance(0, 1, DARK, taken_from="MNIST"), False, "Light on dark: as MNIST"),
    ],
)
def test_the_pad_draws_as_the_net_has_learnt(qtbot, panel, studio, learnt, light, says):
    studio.set_snapshot(replace(random_model(), appearance=learnt))
    choice = panel.findChild(Combo, "pad_paper")
    assert choice.currentText() == says
    draw_with_mouse(panel, SEVEN)
    pad = pad_of(panel)
    ink, paper = brightness(pad)
    assert (ink < 60 and paper > 200) if light else (ink > 200 and paper < 60)
    net = panel.findChild(NetPicture)
    qtbot.waitUntil(lambda: not panel.pace.is_waiting)
    raster = rasterise(pad.strokes)
    low, high = (0, 1) if learnt is None else (learnt.low, learnt.high)
    shade = 1 - raster if light else raster
    assert np.allclose(net.picture, low + (high - low) * shade, atol=1e-4 * (high - low))
    bars = panel.findChild(ScoreBars)
    qtbot.waitUntil(lambda: bars.scores is not None)
    expected = score(studio.snapshot, net.picture)
    assert np.allclose(bars.scores.probabilities, expected.probabilities, atol=1e-5)


def test_another_paper_is_chosen_by_keys_and_the_drawing_stays(qtbot, panel, studio):
    studio.set_snapshot(random_model())
    draw_with_mouse(panel, SEVEN)
    pad, choice = pad_of(panel), panel.findChild(Combo, "pad_paper")
    strokes = pad.strokes
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_End)
    assert choice.currentText() == "Dark on light" and pad.is_light and pad.strokes == strokes
    qtbot.waitUntil(lambda: not panel.pace.is_waiting)
    net = panel.findChild(NetPicture)
    assert np.allclose(net.picture, 1 - rasterise(strokes), atol=1e-6)
    # The choice counts for other nets too.
    studio.set_snapshot(replace(random_model(1), appearance=Appearance(0, 1, DARK)))
    assert pad.is_light
    qtbot.keyClick(choice, Qt.Key.Key_Home)
    assert not pad.is_light and choice.currentText() == "Light on dark: as learnt"
    qtbot.waitUntil(lambda: not panel.pace.is_waiting)
    assert np.allclose(net.picture, rasterise(strokes), atol=1e-6)


def test_a_saved_drawing_has_the_pads_paper(panel, studio, tmp_path):
    studio.set_snapshot(replace(random_model(), appearance=Appearance(0, 1, LIGHT)))
    draw_with_mouse(panel, SEVEN)
    panel.save_drawing(tmp_path / "light.png")
    image = QImage(str(tmp_path / "light.png"))
    assert image.pixelColor(5, 5).lightness() == 255
    assert image.pixelColor(image.width() // 2, image.height() // 4).lightness() < 60
