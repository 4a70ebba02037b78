"""Goodness, data, drawing pad and matrices with every kind of net, trained by the real engine."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QListWidget, QPushButton, QTabWidget

from ffstudio.core.experiment.idle import idle_settings
from ffstudio.core.mathematics import hybrid_images
from ffstudio.core.mathematics.convolution import correlate
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, NATURAL
from ffstudio.gui.figures.figure import render_image
from ffstudio.gui.panels.confusion.matrix_view import ConfusionView
from ffstudio.gui.panels.confusion.panel import ConfusionPanel
from ffstudio.gui.panels.curves.panel import CurvesPanel
from ffstudio.gui.panels.data.gallery import changes_text
from ffstudio.gui.panels.data.image_grid import ImageGrid
from ffstudio.gui.panels.data.panel import DataPanel
from ffstudio.gui.panels.draw.bars_painter import bar_lengths
from ffstudio.gui.panels.draw.net_picture import NetPicture
from ffstudio.gui.panels.draw.panel import DrawPanel
from ffstudio.gui.panels.draw.score_bars import ScoreBars
from ffstudio.gui.panels.draw.scores import score
from ffstudio.gui.panels.goodness.panel import GoodnessPanel
from ffstudio.jobs.shown import Shown
from tests.gui.kinds import KINDS, digits, show, trained


def opened(qtbot, request, made, size=(560, 640)):
    """A panel on the screen, closed after the test."""
    qtbot.addWidget(made)
    made.resize(*size)
    with qtbot.waitExposed(made):
        made.show()
    request.addfinalizer(made.shutdown)
    return made


# --- goodness ---------------------------------------------------------------------------


@pytest.fixture
def goodness(qtbot, request, studio, themes):
    return opened(qtbot, request, GoodnessPanel(studio, themes))


def measured(qtbot, panel, studio, kind):
    snapshot = show(studio, kind)
    qtbot.waitUntil(
        lambda: panel.probed is not None and panel.probed.net is snapshot.ff, timeout=10_000
    )
    return snapshot.ff


def drawn_text(panel):
    """What the first figure is drawn of, its words included."""
    return FIGURE_FORMATS["svg"].content(panel.figures()[0], NATURAL).decode("utf-8")


def about(panel):
    return panel.findChild(QLabel, "goodness_about_label").text()


def choose_view(panel, view):
    box = panel.findChild(QComboBox, "goodness_view_choice")
    box.setCurrentIndex(box.findData(view))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("images", "pairs")])
def test_gaps_of_every_kind_with_labels(qtbot, goodness, studio, kind):
    """Against the goodness of each image with one label at a time."""
    net = measured(qtbot, goodness, studio, kind)
    shown = digits().validation
    each = [net.layer_goodness(shown.x, np.full(len(shown), label)) for label in range(10)]
    accuracy = net.judge(shown).layer_accuracy
    ballot = net.ballot(shown.x).scores
    for k, layer in enumerate(goodness.probed.layers):
        scores = np.stack([given[k] for given in each], axis=1).astype(float)
        true = scores[np.arange(len(shown)), shown.y]
        best_wrong = np.where(np.eye(10, dtype=bool)[shown.y], -np.inf, scores).max(axis=1)
        scale = np.abs(scores).max()
        np.testing.assert_allclose(layer.own.gaps, true - best_wrong, atol=2e-5 * scale)
        # The judge gives a tie to the lower label; a tie is not above 0.
        ahead = ballot[np.arange(len(shown)), k, shown.y]
        ties = (ballot[:, k] == ahead[:, None]).sum(axis=1) > 1
        won = ties & (ballot[:, k].argmax(axis=1) == shown.y)
        assert layer.own.above == pytest.approx(accuracy[k] - won.mean())
        share = f"{100 * layer.own.above:.1f}% of {len(shown)} validation images above 0"
        assert goodness.gap_text(k) == share


def test_class_by_class_goodness_compares_units(qtbot, goodness, studio):
    net = measured(qtbot, goodness, studio, "classes")
    assert goodness.cells == [(k, "gaps") for k in range(3)]  # what its loss compares
    choose_view(goodness, "both")
    assert "units of its class against those of a random wrong one" in about(goodness)
    chart = goodness.chart(1)
    assert [a.label for a in chart.areas] == [
        "Negative: units of a wrong class", "Positive: units of the true class",
    ]  # fmt: skip
    assert chart.marks == [] and chart.notes == ("θ not used: class by class",)
    samples = digits().validation
    expected = net.layer_goodness(samples.x, samples.y)
    np.testing.assert_allclose(
        np.sort(goodness.probed.layers[1].positive), np.sort(expected[1]), rtol=1e-4
    )
    assert ">true class wins " in drawn_text(goodness)


@pytest.mark.parametrize("kind", ["projections", "spatial"])
def test_scores_by_a_projection_compare_classes(qtbot, goodness, studio, kind):
    net = measured(qtbot, goodness, studio, kind)
    assert goodness.cells == [(k, "gaps") for k in range(2)]  # what its loss compares
    choose_view(goodness, "both")
    assert "the score of its class against that of a random wrong one" in about(goodness)
    assert "true class's score and the others' grow" in about(goodness)
    chart = goodness.chart(1)
    assert [a.label for a in chart.areas] == [
        "Negative: score of a wrong class", "Positive: score of the true class",
    ]  # fmt: skip
    assert chart.marks == [] and chart.notes == ("θ not used: scores of classes",)
    samples = digits().validation
    own = net.label_goodness(samples.x)[np.arange(len(samples)), 1, samples.y]
    np.testing.assert_allclose(
        np.sort(goodness.probed.layers[1].positive), np.sort(own), rtol=1e-3, atol=1e-5
    )
    assert ">true class wins " in drawn_text(goodness)


def test_nearness_to_prototypes_compares_classes(qtbot, goodness, studio):
    net = measured(qtbot, goodness, studio, "prototypes")
    choose_view(goodness, "both")
    assert "its nearness to its class's prototype against that to" in about(goodness)
    assert "nearer to their own class's prototype" in about(goodness)
    chart = goodness.chart(1)
    assert chart.areas[1].label == "Positive: nearness to the true class"
    assert chart.marks == [] and chart.notes == ("θ not used: prototypes",)
    samples = digits().validation
    own = net.label_goodness(samples.x)[np.arange(len(samples)), 1, samples.y]
    np.testing.assert_allclose(
        np.sort(goodness.probed.layers[1].positive), np.sort(own), rtol=1e-3, atol=1e-5
    )


def test_what_layers_learn_by_a_class_loss_is_said(qtbot, goodness, studio):
    session = trained("projections")
    ff = dataclasses.replace(session.spec.ff, class_loss="predsim")
    studio.edits.edit(session.spec)
    studio.images.take(digits())
    studio.show(Shown(session.snapshot, session.spec.replace(ff=ff)))
    qtbot.waitUntil(lambda: goodness.probed is not None, timeout=10_000)
    assert "others unlike, and the gap between" in about(goodness)


def test_unsupervised_goodness_compares_with_hybrids(qtbot, goodness, studio):
    net = measured(qtbot, goodness, studio, "images")
    assert "against a hybrid" in about(goodness) and "no label" in about(goodness)
    # Nothing has a goodness per label here; the panel says so, whatever was chosen.
    for view in ("", "gaps", "both"):
        choose_view(goodness, view)
        assert goodness.cells == [(0, "populations"), (1, "populations")]
        assert net.kind.no_gaps in about(goodness)
    assert [figure.figure_name for figure in goodness.figures()] == ["goodness"]
    names = [a.label for a in goodness.chart(0).areas]
    assert names == ["Negative: hybrid of two images", "Positive: image"]
    samples = digits().validation
    expected = net.layer_goodness(samples.x, samples.y)[0]
    np.testing.assert_allclose(
        np.sort(goodness.probed.layers[0].positive), np.sort(expected), rtol=1e-4
    )
    assert ">image wins " in drawn_text(goodness)


def test_pairs_of_images_are_compared_without_labels(qtbot, goodness, studio):
    net = measured(qtbot, goodness, studio, "pairs")
    assert "beside itself and beside another one" in about(goodness)
    assert net.kind.no_gaps in about(goodness)
    names = [a.label for a in goodness.chart(0).areas]
    assert names == ["Negative: image + another", "Positive: image + itself"]
    # The loss with thresholds that overlap: a fifth of θ over it.
    told = [m.text for m in goodness.chart(0).marks] + list(goodness.chart(0).notes)
    assert [t.split(",")[0] for t in sorted(told)] == ["θ⁺ = 4", "θ⁻ = 6"]
    samples = digits().validation
    expected = net.layer_goodness(samples.x, samples.y)[1]
    np.testing.assert_allclose(
        np.sort(goodness.probed.layers[1].positive), np.sort(expected), rtol=1e-4
    )
    assert ">image beside itself wins " in drawn_text(goodness)


def test_thresholds_that_matter_are_drawn(qtbot, goodness, studio):
    net = measured(qtbot, goodness, studio, "minimised")
    assert goodness.chart(0).x_label == "Goodness (minus mean of squares)"
    assert net.layers[0].threshold == -1.0
    told = [m.text for m in goodness.chart(0).marks] + list(goodness.chart(0).notes)
    assert any(t.startswith("θ = −1") for t in told)
    # The loss with two thresholds: half of |θ| either side.
    told = [m.text for m in goodness.chart(1).marks] + list(goodness.chart(1).notes)
    assert [t.split(",")[0] for t in sorted(told)] == ["θ⁺ = −0.5", "θ⁻ = −1.5"]
    measured(qtbot, goodness, studio, "frames")
    assert goodness.chart(0).marks == []
    assert goodness.chart(0).notes == ("θ not used: pair loss",)
    assert [a.label for a in goodness.chart(0).areas][1] == "Positive: true label"


@pytest.mark.parametrize("kind", KINDS)
def test_goodness_of_every_kind_can_be_exported(qtbot, goodness, studio, kind):
    net = measured(qtbot, goodness, studio, kind)
    figure = goodness.figures()[0]
    assert len(figure.figure_table()[1]) >= len(net.layers) * 2 * len(digits().validation)
    assert not render_image(figure, 60).isNull()


# --- data -------------------------------------------------------------------------------


@pytest.fixture
def data(qtbot, request, studio, themes):
    return opened(qtbot, request, DataPanel(studio, themes))


def pairs_of(panel):
    panel.findChild(QTabWidget, "data_tabs").setCurrentIndex(1)
    panel.pace.catch_up()
    panel.pace.complete()
    return panel.findChild(ImageGrid, "pair_preview").pictures


def told(panel):
    panel.pace.catch_up()
    panel.pace.complete()
    return panel.findChild(QLabel, "negative_collisions").text()


def change_data(data, studio, **changes):
    spec = studio.spec
    studio.edits.edit(spec.replace(data=dataclasses.replace(spec.data, **changes)))
    data.pace.catch_up()


def test_hybrids_are_shown_with_their_masks(data, studio):
    show(studio, "images")
    pictures = pairs_of(data)
    assert "Hybrid images" in told(data) and "No label" in told(data)
    assert len(pictures) == 4 * 60
    for at in range(0, len(pictures), 4):
        (image, a, plus), (mask, b, _), (other, c, _), (hybrid, d, minus) = pictures[at : at + 4]
        assert (a, b, c, d) == ("+ image", "mask", "other", "− hybrid")
        assert (plus, minus) == ("positive", "negative")
        assert set(np.unique(mask)) <= {0.0, 1.0} and 0 < mask.mean() < 1
        np.testing.assert_allclose(hybrid, hybrid_images(image, other, mask))
    grid = data.findChild(ImageGrid, "pair_preview")
    # Four stay together: the fifth picture begins the second row in a narrow panel.
    data.resize(330, 640)
    assert (
        not grid.grab().isNull()
        and FIGURE_FORMATS["svg"].content(grid, NATURAL).count(b"<image") >= 16
    )


def test_pairs_of_images_are_shown_with_what_the_first_layer_sees(data, studio):
    show(studio, "pairs")
    pictures = pairs_of(data)
    assert "Another image beside it" in told(data) and "No label" in told(data)
    assert len(pictures) == 3 * 60
    for at in range(0, len(pictures), 3):
        (same, a, plus), (other, b, _), (mixed, c, minus) = pictures[at : at + 3]
        assert (a, b, c) == ("+ itself", "other", "− both")
        assert (plus, minus) == ("positive", "negative")
        np.testing.assert_allclose(mixed, (same + other) / 2)
        assert not np.array_equal(same, other)


@pytest.mark.parametrize("kind", ["classes", "projections", "spatial", "prototypes"])
def test_scores_of_classes_have_no_negative_data(data, studio, kind):
    show(studio, kind)
    assert pairs_of(data) == []
    assert "no negative data" in told(data)


def test_backprop_alone_has_no_negative_data(data, studio):
    studio.edits.edit(studio.spec.replace(algorithms="bp"))
    assert pairs_of(data) == []
    assert "Only backprop" in told(data)


def test_where_the_label_is(data, studio):
    show(studio, "labels")
    pictures = pairs_of(data)
    image, caption, _ = pictures[0]
    label = int(caption.removeprefix("+ "))
    written = np.zeros(20)
    written[[label, 10 + label]] = 1.0  # two copies
    np.testing.assert_array_equal(image.ravel()[:20], written)
    show(studio, "label pixels")
    assert pairs_of(data)[0][0].max() == 3.0, "the label's scale"
    show(studio, "label planes")
    pairs_of(data)
    assert "image planes of its own" in told(data)
    show(studio, "frames")
    positive, negative = (p[0] for p in pairs_of(data)[:2])
    np.testing.assert_array_equal(positive, negative)
    assert "on top of the net" in told(data)


def test_augmented_images_follow_their_originals(qtbot, data, studio):
    note = data.findChild(QLabel, "augmentation_note")
    grid = data.findChild(ImageGrid, "data_preview")
    assert not note.isVisible() and grid.pictures[1][2] == ""
    change_data(data, studio, shift=2)
    assert note.isVisible() and "moved by up to 2 px" in note.text()
    original, name, _ = grid.pictures[0]
    copy, caption, kind = grid.pictures[1]
    assert name in studio.data.class_names and (caption, kind) == ("changed", "changed")
    moved = [
        np.array_equal(np.roll(original, (dy, dx), (0, 1)), copy)
        for dy in range(-2, 3)
        for dx in range(-2, 3)
    ]
    assert any(moved)
    qtbot.mouseClick(data.findChild(QPushButton, "data_shuffle_button"), Qt.MouseButton.LeftButton)
    assert len(grid.pictures) == 400
    box = data.findChild(QComboBox, "data_set_choice")
    box.setCurrentIndex(box.findData("test"))
    assert not note.isVisible() and grid.pictures[1][2] == "", "other images stay as they are"
    box.setCurrentIndex(box.findData("train"))
    for half_typed in ("", "x", -3):
        change_data(data, studio, shift=half_typed)
        assert not note.isVisible()
    change_data(data, studio, shift=0, rotation=15.0, zoom=0.1, dropped_pixels=0.25)
    assert note.isVisible() and "turned by up to 15°" in note.text()
    text = changes_text(studio.spec.data)
    assert "10% larger or smaller" in text and "25% of the pixels dropped" in text
    change_data(data, studio, rotation=0.0, zoom=0.0, dropped_pixels=0.0, cutout=9, flip="vertical")
    before = np.stack([p[0] for p in grid.pictures[::2]])
    after = np.stack([p[0] for p in grid.pictures[1::2]])
    text = "mirrored top to bottom by chance, a square of 9×9 px covered"
    assert text in note.text()
    upright = ((after == before) | (after == 0)).all(axis=(1, 2))
    on_head = ((after == before[:, ::-1]) | (after == 0)).all(axis=(1, 2))
    assert (upright | on_head).all() and 0 < upright.sum() < len(after)
    change_data(data, studio, cutout=0, flip="none", shift=1, border="edge")
    assert "moved by up to 1 px, edges repeated outside" in note.text()
    change_data(data, studio, shift=0, dropped_pixels=0.25)
    before = np.stack([p[0] for p in grid.pictures[::2]])
    after = np.stack([p[0] for p in grid.pictures[1::2]])
    assert ((after == before) | (after == 0)).all()
    assert np.mean(after[before > 0] == 0) == pytest.approx(0.25, abs=0.02)


def test_pairs_are_augmented_as_in_training(data, studio):
    before = [p[0] for p in pairs_of(data)]
    change_data(data, studio, rotation=20.0, border="mirror")
    after = [p[0] for p in pairs_of(data)]
    assert len(before) == len(after)
    assert not np.array_equal(before[0][1:], after[0][1:])
    # Both images of a pair are changed alike; only the label differs.
    np.testing.assert_array_equal(after[0][1:], after[1][1:])
    assert "changed as in training: turned by up to 20°, mirrored images outside" in told(data)


# --- drawing pad ------------------------------------------------------------------------


@pytest.fixture
def draw(qtbot, request, studio, themes):
    return opened(qtbot, request, DrawPanel(studio, themes), (340, 820))


def scored(qtbot, panel, studio, kind, image=3):
    snapshot = show(studio, kind)
    panel.show_image(image, "test")
    bars = panel.findChild(ScoreBars, "score_bars")
    picture = studio.data.test.x[image].reshape(28, 28)
    expected = score(snapshot, picture)
    qtbot.waitUntil(
        lambda: bars.scores is not None and np.array_equal(bars.scores.goodness, expected.goodness),
        timeout=10_000,
    )
    return snapshot, bars, expected


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_net_scores_a_picture(qtbot, draw, studio, kind):
    snapshot, bars, expected = scored(qtbot, draw, studio, kind)
    x = studio.data.test.x[3:4]
    best = int(np.argmax(expected.totals))
    assert best == int(snapshot.ff.predict(x)[0])
    assert f"Forward-Forward: {best}" in bars.accessibleDescription()
    lengths = bar_lengths(expected, bars.relative)
    assert (lengths >= 0).all() and lengths.max() > 0, "no kind's bars vanish"
    drawn = lengths[np.array(expected.votes) > 0].sum(axis=0)
    assert int(np.argmax(drawn)) == best, "the longest bar is the winner's"
    header, rows = bars.figure_table()
    assert ("read-out probability" in header) == (snapshot.ff.read_out is not None)
    assert len(rows) == 10 and not render_image(bars, 60).isNull()
    pixels = draw.findChild(NetPicture, "net_picture")
    told_pixels = {"labels": 20, "label pixels": 10, "minimised": 10}.get(kind, 0)
    assert pixels.label_pixels == told_pixels
    assert ("framed pixels" in pixels.toolTip()) == (told_pixels > 0)
    assert not draw.grab().isNull()


def test_the_read_out_has_bars_and_a_verdict_of_its_own(qtbot, draw, studio):
    snapshot, bars, _ = scored(qtbot, draw, studio, "classes")
    p = snapshot.ff.read_out_probabilities(studio.data.test.x[3:4])[0]
    np.testing.assert_allclose(bars.scores.read_out, p, rtol=1e-5)
    verdict = draw.findChild(QLabel, "read_out_verdict")
    assert verdict.isVisible() and f"{p.max():.1%}" in verdict.text()
    assert f"read-out: {int(p.argmax())}, probability" in bars.accessibleDescription()
    svg = FIGURE_FORMATS["svg"].content(bars, NATURAL)
    for head in (b"FF goodness", b"Read-out", b"BP"):
        assert head in svg
    scored(qtbot, draw, studio, "minimised")
    qtbot.waitUntil(lambda: not verdict.isVisible(), timeout=5000)
    assert b"Read-out" not in FIGURE_FORMATS["svg"].content(bars, NATURAL)


def test_an_unsupervised_net_answers_with_its_read_out(qtbot, draw, studio):
    snapshot, bars, expected = scored(qtbot, draw, studio, "images")
    p = snapshot.ff.read_out_probabilities(studio.data.test.x[3:4])[0]
    assert expected.is_logits and expected.votes == (0.0, 1.0)
    np.testing.assert_allclose(np.exp(expected.totals) / np.exp(expected.totals).sum(), p, 1e-4)
    assert f"{p.max():.1%}" in draw.findChild(QLabel, "ff_verdict").text()
    assert not draw.findChild(QLabel, "read_out_verdict").isVisible(), "it would say the same"
    assert b"FF logits" in FIGURE_FORMATS["svg"].content(bars, NATURAL)
    assert bars.figure_table()[0][:4] == ["label", "logit layer 1", "logit layer 2", "logit"]


def test_first_voting_layer_does_not_cut_a_read_out_apart():
    net = trained("images").snapshot.ff
    x = digits().test.x
    last_only = dataclasses.replace(net, layers=(*net.layers, net.layers[1]), votes="3")
    wide = np.concatenate([net.read_out.kernel, net.read_out.kernel[::-1]])
    read_out = dataclasses.replace(net.read_out, kernel=wide)
    last_only = dataclasses.replace(last_only, read_out=read_out)
    np.testing.assert_array_equal(
        last_only.predict(x), last_only.read_out_probabilities(x).argmax(axis=1)
    )
    assert ("ff", "votes") in idle_settings(trained("images").spec)


def test_negative_goodness_is_shown_relative_only(qtbot, draw, studio):
    relative = draw.findChild(QCheckBox, "relative_goodness")
    scored(qtbot, draw, studio, "minimised")
    qtbot.waitUntil(lambda: not relative.isEnabled(), timeout=5000)
    assert "negative" in relative.toolTip()
    scored(qtbot, draw, studio, "labels")
    qtbot.waitUntil(relative.isEnabled, timeout=5000)


# --- matrices ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["classes", "images", "frames", "label planes"])
def test_matrices_of_every_kind(qtbot, request, studio, themes, kind):
    panel = opened(qtbot, request, ConfusionPanel(studio, themes), (700, 700))
    snapshot = show(studio, kind)
    samples = studio.data.samples("validation")
    expected = np.zeros((10, 10), int)
    np.add.at(expected, (samples.y, snapshot.ff.predict(samples.x)), 1)
    view = panel.findChild(ConfusionView, "ff_confusion")
    qtbot.waitUntil(
        lambda: view.counts is not None and np.array_equal(view.counts, expected), timeout=20_000
    )
    true, predicted = np.unravel_index(int(expected.argmax()), expected.shape)
    at = view.cell_rect(int(true), int(predicted)).center().toPoint()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    gallery = panel.findChild(QListWidget, "confusion_gallery")
    qtbot.waitUntil(lambda: gallery.count() == expected.max(), timeout=10_000)
    assert "FF" in gallery.item(0).text() and "BP" in gallery.item(0).text()


# --- curves -----------------------------------------------------------------------------


def test_a_real_run_leaves_all_curves(qtbot, request, studio, themes):
    panel = opened(qtbot, request, CurvesPanel(studio, themes))
    for event in trained("classes").events:
        studio.history.add(event)
    panel.findChild(QCheckBox, "curves_layers_check").setChecked(True)
    panel.redraw()
    panel.findChild(QCheckBox, "curves_sums_check").setChecked(True)
    names = [panel.chip(key).text() for key in panel.keys("accuracy")]
    assert names == [
        "FF validation", "BP validation", "FF read-out validation",
        "Layer 1", "Layer 2", "Layer 3", "Up to layer 1", "Up to layer 2",
    ]  # fmt: skip
    row = studio.history.epochs[-1]
    assert row["ff_cumulative_accuracy"][-1] == pytest.approx(row["ff_accuracy"])
    assert 0 <= row["ff_read_out_accuracy"] <= 1
    assert "cumulative_accuracy" in studio.history.to_csv()


# --- convolutions -----------------------------------------------------------------------


def test_many_images_are_convolved_a_part_at_a_time():
    rng = np.random.default_rng(2)
    # Some 650 images' patches are made at a time, so the last ones are a part of their own.
    x = rng.random((1500, 6, 5, 3)).astype(np.float32)
    kernel = rng.normal(0, 1, (3, 3, 3, 4)).astype(np.float32)
    few = [correlate(part, kernel, padding="same") for part in np.split(x, 15)]
    np.testing.assert_allclose(
        correlate(x, kernel, padding="same"), np.concatenate(few), rtol=1e-6, atol=1e-6
    )
    assert correlate(x[:0], kernel, padding="same").shape == (0, 6, 5, 4)
