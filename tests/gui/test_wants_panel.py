"""What a layer wants to see, by mouse and keys: raised, cancelled, put on the pad, attributed."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QTabBar,
    QToolButton,
)

from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.image_gradients import ALONE, BEST, UNIT, ImageGradient, Wish
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.look.weights import DenseWeights
from ffstudio.core.numbers import number_text
from ffstudio.core.run.status import RunStatus
from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.panels.draw.pad import DrawPad
from ffstudio.gui.panels.wants.attribution_view import AttributionView
from ffstudio.gui.panels.wants.panel import WantsPanel
from ffstudio.gui.panels.wants.wanted_view import WantedView
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels
from tests.gui.test_draw_panel import random_model
from tests.gui.test_goodness_panel import PIXELS, net, prepared, snapshot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def studio(qapp):
    made = Studio()
    made.images.take(prepared())
    yield made
    assert made.shutdown(10.0)


@pytest.fixture
def panel(qtbot, studio):
    made = WantsPanel(studio, ThemeManager("light"))
    qtbot.addWidget(made)
    made.resize(620, 900)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def find(panel, kind, name):
    widget = panel.findChild(kind, f"wants_{name}")
    assert widget is not None, name
    return widget


def choose(panel, name, data):
    combo = find(panel, QComboBox, name)
    at = combo.findData(data)
    assert at >= 0, (name, data)
    combo.setCurrentIndex(at)


def wait_for_end(qtbot, panel, before=None):
    """Until images are there that are not those of before."""
    qtbot.waitUntil(
        lambda: panel.ascent is not None and panel.ascent is not before and panel.ascent.is_done,
        timeout=20_000,
    )
    return panel.ascent


def show(qtbot, panel, studio, made):
    studio.set_snapshot(made)
    return wait_for_end(qtbot, panel, panel.ascent)


def turn_to_pixels(qtbot, panel):
    tabs = find(panel, QTabBar, "tabs")
    qtbot.mouseClick(tabs, LEFT, pos=tabs.tabRect(1).center())
    qtbot.waitUntil(lambda: panel.attribution is not None)


def many_classes():
    """A net of ten classes that climbs for some time."""
    return random_model(units=200)


# --- what is missing ----------------------------------------------------------------------


def test_it_says_what_is_missing(panel, studio, qtbot):
    empty = find(panel, QLabel, "empty_label")
    assert empty.isVisible() and "Train" in empty.text()
    studio.set_snapshot(ModelSnapshot(None, random_model().bp, (28, 28), tuple("0123456789"), 1))
    assert "no Forward-Forward net" in empty.text()
    frames = FFSnapshot(net().layers, 4, supervision="frames")
    studio.set_snapshot(snapshot(frames, version=2))
    assert "several frames" in empty.text()
    assert not find(panel, QPushButton, "run_button").isEnabled()
    assert not find(panel, QPushButton, "pad_button").isEnabled()


def test_attribution_needs_an_image(panel, studio, qtbot):
    show(qtbot, panel, studio, snapshot(net()))
    turn_to_pixels(qtbot, panel)
    choose(panel, "source_choice", "drawn")
    empty = find(panel, QLabel, "empty_label")
    assert empty.isVisible() and "drawing pad is empty" in empty.text()


# --- images -------------------------------------------------------------------------------


def test_a_sheet_of_all_labels_each_raised(qtbot, panel, studio):
    """The net's unit k answers to label k with its block of pixels: that is what it wants."""
    ff = net()
    ascent = show(qtbot, panel, studio, snapshot(ff))
    assert ascent.images.shape == (4, PIXELS) and ascent.steps == 80
    # The best other label's goodness is taken off at first.
    gradient = ImageGradient(ff, Wish(against=BEST))
    np.testing.assert_allclose(
        gradient.measure(ascent.images, np.arange(4)), ascent.values[-1], rtol=1e-4, atol=1e-5
    )
    raised = ascent.values[-1] > ascent.values[0]
    assert raised.all()
    for label in range(4):
        # The pixel that tells the classes apart is the brightest of its image.
        assert ascent.images[label, 4 + 2 * label] == ascent.images[label, 4:].max() > 0.5


def test_click_and_keys_choose_an_image(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net()))
    view = panel.findChild(WantedView)
    qtbot.mouseClick(view, LEFT, pos=view.places.tiles[2].center().toPoint())
    assert panel.chosen == 2
    assert find(panel, QComboBox, "label").currentText() == "c"
    assert "label c" in view.accessibleDescription()
    before = panel.ascent
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert panel.chosen == 1 and panel.ascent is before
    # And the other way round: what is chosen above is large.
    choose(panel, "label", 3)
    assert panel.chosen == 3 and panel.ascent is before


def test_each_image_is_painted_from_its_darkest_to_its_brightest_pixel_or_as_data_are(
    qtbot, panel, studio
):
    find(panel, QSpinBox, "steps").setValue(1)
    made = show(qtbot, panel, studio, snapshot(net()))
    view = panel.findChild(WantedView)

    def painted():
        return np.unique(view.wanted.stretch(panel.chosen))[[0, -1]].tolist()

    pixels = made.images[panel.chosen]
    assert 0 < pixels.max() - pixels.min() < 1
    assert painted() == pytest.approx([0.0, 1.0], abs=1e-6)
    span = [number_text(float(end), digits=2) for end in (pixels.min(), pixels.max())]
    assert f"painted from {span[0]} to {span[1]}" in view.accessibleDescription()
    before = view.grab().toImage()
    qtbot.mouseClick(find(panel, QCheckBox, "stretch_check"), LEFT)
    assert painted() == pytest.approx([pixels.min(), pixels.max()])
    assert "painted from" not in view.accessibleDescription()
    assert view.grab().toImage() != before and panel.ascent is made


def test_one_unit_with_what_was_set_by_keys(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net()))
    before = panel.ascent
    kind = find(panel, QComboBox, "kind")
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    assert kind.currentData() == UNIT
    qtbot.mouseClick(find(panel, QCheckBox, "sheet_check"), LEFT)
    unit = find(panel, QSpinBox, "unit")
    unit.setFocus()
    qtbot.keyClick(unit, Qt.Key.Key_Up)
    qtbot.waitUntil(
        lambda: (
            panel.ascent is not before
            and panel.ascent is not None
            and panel.ascent.is_done
            and panel.ascent.numbers.tolist() == [1]
        ),
        timeout=20_000,
    )
    assert len(panel.ascent.images) == 1
    assert panel.ascent.images[0, 6] == panel.ascent.images[0, 4:].max()
    assert not find(panel, QComboBox, "against").isVisible()
    assert find(panel, QComboBox, "embedded").isVisible()
    # As many units as there are, though more are asked for.
    qtbot.mouseClick(find(panel, QCheckBox, "sheet_check"), LEFT)
    qtbot.waitUntil(lambda: panel.ascent is not None and len(panel.ascent.images) == 4)


def test_another_rule_makes_other_images(qtbot, panel, studio):
    first = show(qtbot, panel, studio, snapshot(net()))
    head = panel.findChild(QToolButton, "wants_rule_section")
    assert "80 steps" in panel.findChild(QLabel, "wants_rule_section_note").text()
    qtbot.mouseClick(head, LEFT)
    steps = find(panel, QSpinBox, "steps")
    steps.setFocus()
    steps.selectAll()
    qtbot.keyClicks(steps, "7")
    qtbot.keyClick(steps, Qt.Key.Key_Return)
    second = wait_for_end(qtbot, panel, first)
    assert second.steps == 7
    find(panel, QDoubleSpinBox, "high").setValue(0.25)
    third = wait_for_end(qtbot, panel, second)
    assert third.images.max() <= 0.25 < second.images.max()
    choose(panel, "start", "noise")
    fourth = wait_for_end(qtbot, panel, third)
    seed = find(panel, QSpinBox, "seed")
    assert seed.isVisible()
    seed.setFocus()
    qtbot.keyClick(seed, Qt.Key.Key_Up)
    fifth = wait_for_end(qtbot, panel, fourth)
    assert not np.array_equal(fourth.values[0], fifth.values[0])


def test_cancel_keeps_what_was_made_and_begin_anew_begins(qtbot, panel, studio):
    steps, cancel = find(panel, QSpinBox, "steps"), find(panel, QPushButton, "cancel_button")
    steps.setValue(2000)
    studio.set_snapshot(many_classes())
    progress = find(panel, QProgressBar, "progress")
    qtbot.waitUntil(lambda: panel.ascent is not None and progress.value() > 0, timeout=30_000)
    assert cancel.isEnabled() and not panel.ascent.is_done
    # The window does what it is asked meanwhile: another image is chosen at once.
    qtbot.keyClick(panel.findChild(WantedView), Qt.Key.Key_End)
    assert panel.chosen == 9
    qtbot.mouseClick(cancel, LEFT)
    assert not cancel.isEnabled() and not progress.isVisible()
    kept = panel.ascent
    qtbot.waitUntil(lambda: not panel.is_busy, timeout=20_000)
    assert panel.ascent is kept and 0 < kept.steps < 2000
    steps.setValue(3)  # another rule: it begins by itself
    assert wait_for_end(qtbot, panel, kept).steps == 3
    again = panel.ascent
    qtbot.mouseClick(find(panel, QPushButton, "run_button"), LEFT)
    repeated = wait_for_end(qtbot, panel, again)
    np.testing.assert_array_equal(repeated.images, again.images)


def test_a_layer_that_answers_to_nothing_says_so(qtbot, panel, studio):
    dead = DenseWeights(np.zeros((PIXELS, 4), np.float32), np.full(4, -1.0, np.float32), "relu")
    show(qtbot, panel, studio, snapshot(FFSnapshot((dead,), 4)))
    assert panel.ascent.is_silent.all()
    assert "no gradient to follow" in panel.findChild(WantedView).accessibleDescription()


def test_from_a_drawing(qtbot, panel, studio):
    show(qtbot, panel, studio, snapshot(net()))
    before = panel.ascent
    choose(panel, "start", "image")
    choose(panel, "source_choice", "drawn")
    assert "drawing pad is empty" in find(panel, QLabel, "empty_label").text()
    picture = np.zeros((4, 4), np.float32)
    picture[2, 2] = 1.0
    panel.links.show_picture(picture)
    ascent = wait_for_end(qtbot, panel, before)
    expected = ImageGradient(net(), Wish(against=BEST)).measure(
        np.tile(picture.reshape(1, -1), (4, 1)), np.arange(4)
    )
    np.testing.assert_allclose(ascent.values[0], expected, atol=1e-6)


def test_it_follows_training_or_not(qtbot, panel, studio):
    find(panel, QSpinBox, "steps").setValue(4)
    first = show(qtbot, panel, studio, snapshot(net()))
    studio.set_status(RunStatus.RUNNING)
    studio.set_snapshot(snapshot(net(strength=5.0), version=2))
    second = wait_for_end(qtbot, panel, first)
    assert not np.array_equal(first.values, second.values)
    qtbot.mouseClick(find(panel, QCheckBox, "follow_check"), LEFT)
    rounds = panel.pace.num_rounds
    studio.set_snapshot(snapshot(net(strength=2.0), version=3))
    assert not panel.pace.is_waiting and panel.pace.num_rounds == rounds
    assert panel.ascent is second
    qtbot.mouseClick(find(panel, QCheckBox, "follow_check"), LEFT)
    third = wait_for_end(qtbot, panel, second)
    expected = ImageGradient(net(strength=2.0), Wish(against=BEST))
    np.testing.assert_allclose(
        third.values[-1], expected.measure(third.images, np.arange(4)), rtol=1e-4, atol=1e-5
    )


def test_hidden_it_does_nothing(qtbot, panel, studio):
    first = show(qtbot, panel, studio, snapshot(net()))
    panel.hide()
    rounds = panel.pace.num_rounds
    studio.set_snapshot(snapshot(net(strength=4.0), version=2))
    assert not panel.pace.is_waiting and not panel.is_busy
    assert panel.pace.num_rounds == rounds and panel.ascent is first
    panel.show()
    wait_for_end(qtbot, panel, first)


# --- kinds of nets --------------------------------------------------------------------------


def test_nets_without_labels_have_units_and_whole_layers(qtbot, panel, studio):
    rng = np.random.default_rng(0)
    layers = [
        DenseWeights(rng.normal(size=(n, 6)).astype(np.float32), np.zeros(6, np.float32), "relu")
        for n in (PIXELS, 6)
    ]
    ff = FFSnapshot(tuple(layers), 4, supervision="images", image_shape=(4, 4))
    ascent = show(qtbot, panel, studio, snapshot(ff))
    kinds = find(panel, QComboBox, "kind")
    assert [kinds.itemData(i) for i in range(kinds.count())] == ["layer", "unit"]
    assert len(ascent.images) == 1 and ascent.values[-1, 0] > ascent.values[0, 0]
    assert not find(panel, QComboBox, "label").isVisible()
    choose(panel, "kind", UNIT)
    qtbot.waitUntil(lambda: panel.ascent is not None and len(panel.ascent.images) == 6)


# --- the pad ------------------------------------------------------------------------------


def test_a_double_click_puts_it_on_the_pad_undoably(qtbot, make_window):
    window = make_window(panels=few_panels("wants", "draw"))
    studio = window.studio
    studio.set_snapshot(many_classes())
    window.docks.bring_up("wants")
    panel = window.docks["wants"].panel
    find(panel, QSpinBox, "steps").setValue(5)
    qtbot.waitUntil(
        lambda: panel.ascent is not None and panel.ascent.is_done and panel.ascent.steps == 5,
        timeout=20_000,
    )
    pad = window.docks["draw"].panel.findChild(DrawPad)
    middle = pad.paper().center().toPoint()
    qtbot.mouseClick(pad, LEFT, pos=middle)
    strokes = pad.strokes
    assert len(strokes) == 1 and not pad.shows_picture
    view = panel.findChild(WantedView)
    place = view.places.tiles[3].center().toPoint()
    qtbot.mouseClick(view, LEFT, pos=place)
    qtbot.mouseDClick(view, LEFT, pos=place)
    assert pad.shows_picture
    expected = panel.ascent.images[3].reshape(28, 28)
    qtbot.waitUntil(lambda: np.array_equal(panel.links.picture, expected))
    pad.setFocus()
    qtbot.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not pad.shows_picture and pad.strokes == strokes
    # By keys, and by the button.
    for put in (
        lambda: qtbot.keyClick(view, Qt.Key.Key_Return),
        lambda: qtbot.mouseClick(find(panel, QPushButton, "pad_button"), LEFT),
    ):
        window.docks.bring_up("wants")
        put()
        assert pad.shows_picture
        pad.undo()
    assert not pad.shows_picture


def test_why_opens_its_help(qtbot, make_window):
    window = make_window(panels=few_panels("wants", "draw"))
    window.docks.bring_up("wants")
    why = window.docks["wants"].panel.findChild(QToolButton, "wants_why_button")
    qtbot.mouseClick(why, LEFT)
    assert window.help.window.isVisible()


# --- pixels -------------------------------------------------------------------------------


def test_integrated_gradients_of_a_test_image_add_up(qtbot, panel, studio):
    ff = net()
    show(qtbot, panel, studio, snapshot(ff))
    turn_to_pixels(qtbot, panel)
    x, label = studio.data.test.x[0], int(studio.data.test.y[0])
    gradient = ImageGradient(ff, Wish(against=BEST))
    ends = gradient.measure(np.stack([np.zeros(PIXELS), x]), np.array([label, label]))
    shared = panel.attribution
    np.testing.assert_allclose([shared.base, shared.value], ends, atol=1e-9)
    assert abs(shared.total - shared.difference) < 0.02 * abs(shared.difference)
    view = panel.findChild(AttributionView)
    assert "Complete: the attributions add up to" in view.accessibleDescription()
    # The pixel that the true label's unit looks at adds most.
    assert int(np.argmax(shared.pixels)) == 4 + 2 * label


def test_method_baseline_and_label_are_chosen(qtbot, panel, studio):
    ff = net()
    show(qtbot, panel, studio, snapshot(ff))
    turn_to_pixels(qtbot, panel)
    seen = [panel.attribution]

    def another():
        qtbot.waitUntil(lambda: panel.attribution is not None and panel.attribution is not seen[-1])
        seen.append(panel.attribution)
        return seen[-1]

    choose(panel, "method", "occluded")
    assert another().method == "occluded"
    patch = find(panel, QSpinBox, "patch")
    assert patch.isVisible() and not find(panel, QSpinBox, "most").isVisible()
    choose(panel, "method", "input")
    made = another()
    x = studio.data.test.x[0]
    gradient = ImageGradient(ff, Wish(against=BEST))
    label = np.array([studio.data.test.y[0]])
    np.testing.assert_allclose(made.pixels, x * gradient.follow(x[None], label)[1][0], atol=1e-9)
    choose(panel, "baseline", "middle")
    made = another()
    expected = (x - 0.5) * gradient.follow(x[None], label)[1][0]
    np.testing.assert_allclose(made.pixels, expected, atol=1e-9)
    choose(panel, "against", ALONE)
    choose(panel, "label", 2)
    alone = ImageGradient(ff, Wish(against=ALONE))
    value = alone.measure(x[None], np.array([2]))[0]
    qtbot.waitUntil(lambda: panel.attribution.value == pytest.approx(value))


def test_it_is_live_while_one_draws(qtbot, panel, studio):
    ff = net()
    show(qtbot, panel, studio, snapshot(ff))
    turn_to_pixels(qtbot, panel)
    choose(panel, "source_choice", "drawn")
    for at in (4, 8):
        picture = np.zeros((4, 4), np.float32)
        picture.flat[at] = 1.0
        panel.links.show_picture(picture)
        qtbot.waitUntil(
            lambda at=at: (
                panel.attribution is not None
                and np.flatnonzero(panel.attribution.pixels).tolist() == [at]
            )
        )
    assert "The drawing" in panel.findChild(AttributionView).accessibleDescription()


# --- export ---------------------------------------------------------------------------------


def test_both_are_exported(qtbot, panel, studio, tmp_path):
    show(qtbot, panel, studio, snapshot(net()))
    images, pixels = panel.figures()
    header, rows = images.figure_table()
    assert header == ["wanted", "quantity", "number", "value"]
    assert len(rows) == 4 * (81 + PIXELS)
    header, rows = pixels.figure_table()
    assert header == ["row", "column", "pixel", "attribution"] and len(rows) == PIXELS
    np.testing.assert_allclose(sum(row[3] for row in rows), panel.attribution.total)
    export_all([images, pixels], tmp_path, ExportOptions(("svg", "png")), studio.history)
    for name in ("wanted-images", "attribution"):
        assert (tmp_path / f"{name}.svg").stat().st_size > 1000


def test_an_export_makes_no_images_that_nobody_has_looked_at(qtbot, make_window):
    """It would hold up the window: what is shown is exported, and nothing is begun."""
    window = make_window(panels=few_panels("wants", "draw"))
    window.studio.set_snapshot(many_classes())
    panel = window.docks["wants"].panel
    figures = {figure.figure_name: figure for figure in window.docks.figures()}
    assert panel.ascent is None and not panel.is_busy
    assert figures["wanted-images"].figure_size().isEmpty()
    window.docks.bring_up("wants")
    wait_for_end(qtbot, panel)
    assert not figures["wanted-images"].figure_size().isEmpty()
