"""Weights and feature maps of every kind of net, trained by the real engine."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox, QToolButton

from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import write_number
from ffstudio.gui.figures.figure import render_image
from ffstudio.gui.panels.draw.panel import DrawPanel
from ffstudio.gui.panels.filters.layer_filters import color_limit
from ffstudio.gui.panels.filters.net_parts import dead_units, feature_maps, filters_of
from ffstudio.gui.panels.filters.panel import FilterPanel
from ffstudio.gui.panels.filters.sheet import FilterSheet
from ffstudio.gui.style.colormaps import diverge
from tests.gui.kinds import KINDS, digits, show, trained
from tests.gui.test_draw_panel import draw_with_mouse


@pytest.fixture
def panel(qtbot, studio, themes):
    made = FilterPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(600, 620)
    made.show()
    yield made
    made.shutdown()


def sheet_of(panel) -> FilterSheet:
    return panel.findChild(FilterSheet)


def box(panel, name) -> QComboBox:
    return panel.findChild(QComboBox, f"filter_{name}")


def summary(panel) -> str:
    return panel.findChild(QLabel, "filter_summary").text()


def choose(panel, name, value):
    combo = box(panel, name)
    index = combo.findData(value) if name != "layer" else value
    assert index >= 0
    combo.setCurrentIndex(index)


def shown(qtbot, panel, studio, kind, layer=0) -> ModelSnapshot:
    snapshot = show(studio, kind)
    qtbot.waitUntil(lambda: box(panel, "layer").count() > layer, timeout=5000)
    box(panel, "layer").setCurrentIndex(layer)
    qtbot.waitUntil(lambda: summary(panel) != "", timeout=5000)
    return snapshot


@pytest.mark.parametrize("kind", KINDS)
def test_every_layer_of_every_kind_is_shown(qtbot, panel, studio, kind):
    """No layer of a net is without a picture, a figure and words for each place in it."""
    snapshot = shown(qtbot, panel, studio, kind)
    for algorithm in ("ff", "bp"):
        choose(panel, "net", algorithm)
        net = getattr(snapshot, algorithm)
        for layer, weights in enumerate(net.layers):
            choose(panel, "layer", layer)
            sheet = sheet_of(panel)
            assert sheet.filters.kernel.shape[1] == weights.units
            counted = f"{weights.units} {'channels' if weights.kernel.ndim == 4 else 'units'}"
            assert counted in summary(panel)
            if weights.activation == "relu":
                qtbot.waitUntil(lambda s=sheet: s.filters.dead is not None, timeout=10_000)
                assert sheet.filters.dead.shape == (weights.units,)
            height, width = sheet.filters.tile_shape if sheet.filters.image_shape else (
                sheet.filters.kernel.shape[0], 1)  # fmt: skip
            for row in range(height):
                for column in range(width):
                    assert sheet.describe(0, row, column)
            assert not render_image(sheet, 60).isNull()
            assert len(sheet.figure_table()[1]) == weights.units


def test_first_kernels_are_tiles_with_their_weights(qtbot, panel, studio):
    snapshot = shown(qtbot, panel, studio, "classes")
    kernel, image = snapshot.ff.layers[0].kernel, sheet_of(panel).image
    assert kernel.shape == (3, 3, 1, 20)
    limit = color_limit(kernel[:, :, 0])
    columns = image.width() // 4
    for channel in range(20):
        down, right = divmod(channel, columns)
        for row in range(3):
            for column in range(3):
                color = image.pixelColor(right * 4 + column, down * 4 + row)
                expected = diverge(kernel[row, column, 0, channel], limit, False).tolist()
                assert [color.red(), color.green(), color.blue()] == expected
    assert f"{write_number(kernel[2, 1, 0, 4], '+.4f')}" in sheet_of(panel).describe(4, 2, 1)
    assert not box(panel, "channel").isVisible(), "the image has one channel only"


def test_deeper_kernels_of_one_channel_or_their_mean(qtbot, panel, studio):
    snapshot = shown(qtbot, panel, studio, "classes", layer=1)
    kernel = snapshot.ff.layers[1].kernel
    assert "layer 2 (mean over the 20 channels below): 10 channels" in summary(panel)
    np.testing.assert_allclose(
        sheet_of(panel).filters.kernel, kernel.mean(axis=2).reshape(9, 10), rtol=1e-6
    )
    channels = box(panel, "channel")
    assert channels.isVisible() and channels.count() == 21
    channels.setFocus()
    for _ in range(7):
        qtbot.keyClick(channels, Qt.Key.Key_Down)
    assert "layer 2, from channel 7 below: 10 channels" in summary(panel)
    np.testing.assert_array_equal(sheet_of(panel).filters.kernel, kernel[:, :, 6].reshape(9, 10))
    assert sheet_of(panel).figure_title.endswith("from channel 7 below")
    choose(panel, "layer", 0)
    assert not channels.isVisible()


def test_label_planes_are_a_strip(qtbot, panel, studio):
    snapshot = shown(qtbot, panel, studio, "label planes")
    kernel, filters = snapshot.ff.layers[0].kernel, sheet_of(panel).filters
    assert kernel.shape[2] == 1 + 2 * 10, "two copies of ten labels"
    four = kernel[:, :, 1 + 4].mean(axis=(0, 1)) + kernel[:, :, 11 + 4].mean(axis=(0, 1))
    np.testing.assert_allclose(filters.label_kernel[4], four, rtol=1e-5)
    # Ten squares of one weight, three in a row, one row below the kernel.
    at = filters.strip.top + 4 // 3, 4 % 3
    assert f"mean weight of the label 4: {write_number(four[3], '+.4f')}" in sheet_of(
        panel
    ).describe(3, *at)
    color = sheet_of(panel).image.pixelColor(3 * 4 + at[1], at[0])
    expected = diverge(four[3], filters.limit, False).tolist()
    assert [color.red(), color.green(), color.blue()] == expected
    choose(panel, "sort", "label")
    spread = np.ptp(filters.label_kernel, axis=0)
    assert sheet_of(panel).order[0] == int(np.argmax(spread))


def test_what_a_unit_counts_for_is_shown_with_it(qtbot, panel, studio):
    snapshot = shown(qtbot, panel, studio, "projections")
    matrix = snapshot.ff.layers[0].projection  # patches of 8 channels, then classes
    own = matrix.reshape(-1, 8, 10)[:, 3].mean(axis=0)
    filters, sheet = sheet_of(panel).filters, sheet_of(panel)
    np.testing.assert_allclose(filters.label_kernel[:, 3], own, rtol=1e-5)
    assert "each square below is how much it counts in the score of a class" in summary(panel)
    at = filters.strip.top + 4 // 3, 4 % 3
    assert f"it counts {write_number(own[4], '+.4f')} in the score of class 4" in sheet.describe(
        3, *at
    )
    most, least = own.argmax(), own.argmin()
    said = f"counts most for class {most} ({write_number(own[most], '+.3f')}), least for {least} ({write_number(own[least], '+.3f')})"
    assert said in sheet.describe(3, 0, 0)
    choose(panel, "layer", 1)  # dense: its units' own rows
    own = snapshot.ff.layers[1].projection[5]
    assert f"counts most for class {own.argmax()}" in sheet_of(panel).describe(5, 0, 0)


def test_what_a_unit_counts_for_by_prototypes_is_shown_with_it(qtbot, panel, studio):
    snapshot = shown(qtbot, panel, studio, "prototypes")
    own = 2 * snapshot.ff.layers[0].projection[3]  # g = 2·z·c − |z|² − |c|²
    own = own - own.mean()  # what all classes have in common tells none apart
    np.testing.assert_allclose(sheet_of(panel).filters.label_kernel[:, 3], own, rtol=1e-5)
    assert f"counts most for class {own.argmax()}" in sheet_of(panel).describe(3, 0, 0)


def test_copies_of_a_label_add_up(qtbot, panel, studio):
    snapshot = shown(qtbot, panel, studio, "label units")
    kernel = snapshot.ff.layers[0].kernel
    expected = kernel[784:794] + kernel[794:804]
    np.testing.assert_allclose(sheet_of(panel).filters.label_kernel, expected, rtol=1e-6)
    snapshot = shown(qtbot, panel, studio, "labels")
    qtbot.waitUntil(lambda: sheet_of(panel).filters.label_pixels == 20, timeout=5000)
    assert "carries the label 3" in sheet_of(panel).describe(0, 0, 13), "the second copy"


@pytest.mark.parametrize("kind", ["classes", "images", "frames", "label pixels"])
def test_nets_without_label_inputs_have_no_strip(kind):
    filters = filters_of(trained(kind).snapshot, "ff", 0)
    assert filters.label_kernel is None and filters.strip is None and filters.label_pixels == 0


def test_rows_of_the_layer_above_are_told_apart(qtbot, panel, studio, themes):
    shown(qtbot, panel, studio, "frames")
    assert sheet_of(panel).filters.kernel.shape == (784, 20)
    assert "the weights from the layer above are not shown" in summary(panel)
    choose(panel, "layer", 1)
    sheet = sheet_of(panel)
    assert sheet.filters.kernel.shape == (20 + 10, 20), "the label is on top"
    assert "weight from unit 20 below" in sheet.describe(0, 19)
    assert "weight from unit 1 above" in sheet.describe(0, 20)
    assert "then per unit above" in panel.findChild(QLabel, "filter_detail_text").text()
    y = round(20 * sheet.height() / 30)
    picture = sheet.grab().toImage()
    ink = QColor(themes.theme.text).name()
    assert any(picture.pixelColor(50, y + d).name() == ink for d in (-1, 0, 1))


def test_a_dense_layer_above_a_convolution_names_places(qtbot, panel, studio):
    shown(qtbot, panel, studio, "classes", layer=2)
    sheet = sheet_of(panel)
    assert sheet.filters.image_shape is None and sheet.filters.kernel.shape == (7 * 7 * 10, 20)
    assert "weight from channel 3 below at (1, 2)" in sheet.describe(0, (1 * 7 + 2) * 10 + 2)
    assert not box(panel, "view").isVisible()


def test_local_fields_lie_as_on_the_image(qtbot, panel, studio):
    snapshot = shown(qtbot, panel, studio, "local fields")
    sheet, first = sheet_of(panel), snapshot.ff.layers[0]
    assert first.kernel.shape == (9, 100, 1, 10)  # 3 × 3 fields of 10 every 9 pixels
    assert sheet.filters.image_shape == (34, 34) and sheet.filters.counted == "10 channels"
    for row, column, field in ((3, 4, 0), (11 + 3, 22 + 4, 5)):
        weight = first.kernel[field, 10 * 3 + 4, 0, 2]
        said = f"weight at (3, 4) of field ({field // 3 + 1}, {field % 3 + 1}): {write_number(weight, '+.4f')}"
        assert said in sheet.describe(2, row, column)
    for row in (10, 33):  # lines between fields, and around them
        assert "weight at" not in sheet.describe(2, row, 4)
    choose(panel, "layer", 1)
    assert "(mean over the 10 channels below)" in sheet_of(panel).filters.title
    maps = feature_maps(snapshot, "ff", 0, digits().validation.x[0].reshape(28, 28)).filters
    assert maps.image_shape == (3, 3) and maps.kernel.shape == (9, 10)
    dead = dead_units(snapshot, "ff", 0, digits().validation.x, digits().validation.y)[1]
    assert dead.shape == (10,)


def test_a_channel_that_answers_nowhere_is_dead():
    snapshot = trained("classes").snapshot
    first = snapshot.ff.layers[0]
    bias = first.bias.copy()
    bias[7] = -1e3
    layers = (dataclasses.replace(first, bias=bias), *snapshot.ff.layers[1:])
    changed = dataclasses.replace(snapshot, ff=dataclasses.replace(snapshot.ff, layers=layers))
    samples = digits().validation
    before = dead_units(snapshot, "ff", 0, samples.x, samples.y)[1]
    dead = dead_units(changed, "ff", 0, samples.x, samples.y)[1]
    assert dead.shape == (20,) and dead[7] and not before[7]


# --- feature maps -----------------------------------------------------------------------


def test_feature_maps_of_a_test_image(qtbot, panel, studio):
    snapshot = shown(qtbot, panel, studio, "classes")
    choose(panel, "view", "maps")
    number = panel.findChild(QSpinBox, "filter_image")
    assert number.isVisible() and number.text() == "Drawing pad"
    assert sheet_of(panel).filters is None, "nothing is drawn"
    number.setFocus()
    number.selectAll()
    for _ in range(6):
        qtbot.keyClick(number, Qt.Key.Key_Up)
    assert number.text() == "Test image 5"
    qtbot.waitUntil(lambda: summary(panel).endswith("of test image 5"), timeout=10_000)
    x = studio.data.test.x[5:6]
    expected = snapshot.ff.activities(x, np.zeros(1, int))[0][0]
    maps = sheet_of(panel).filters
    assert maps.image_shape == (14, 14)
    np.testing.assert_allclose(maps.kernel.reshape(14, 14, 20), expected, rtol=1e-5)
    assert "20 channels of 14×14" in summary(panel)
    qtbot.mouseClick(
        sheet_of(panel), Qt.MouseButton.LeftButton, pos=sheet_of(panel).place_of(2).center().toPoint()
    )  # fmt: skip
    detail = panel.findChild(QLabel, "filter_detail_text").text()
    assert detail == f"channel 3: largest activity {expected[:, :, 2].max():.3g}"
    choose(panel, "layer", 1)
    qtbot.waitUntil(lambda: "10 channels of 7×7" in summary(panel), timeout=10_000)
    choose(panel, "net", "bp")
    qtbot.waitUntil(lambda: summary(panel).startswith("Backprop layer 2, feature"), timeout=10_000)
    choose(panel, "layer", 3)
    assert summary(panel).startswith("Backprop output: 10 units"), "it has weights only"
    choose(panel, "view", "weights")
    choose(panel, "layer", 0)
    assert summary(panel).startswith("Backprop layer 1: 20 channels")


def test_labels_in_the_input_are_the_best_one(studio):
    snapshot = trained("label pixels").snapshot
    picture = digits().test.x[3].reshape(28, 28)
    maps = feature_maps(snapshot, "ff", 1, picture)
    best = int(snapshot.ff.predict(picture.reshape(1, -1))[0])
    assert maps.filters.title.endswith(f"with label {best}")
    expected = snapshot.ff.activities(picture.reshape(1, -1), np.array([best]))[1][0]
    np.testing.assert_allclose(maps.filters.kernel.reshape(7, 7, 6), expected, rtol=1e-5)


def test_feature_maps_follow_the_pad(qtbot, panel, studio, themes):
    draw = DrawPanel(studio, themes, panel.links)
    qtbot.addWidget(draw)
    draw.resize(360, 700)
    draw.show()
    shown(qtbot, panel, studio, "classes")
    choose(panel, "view", "maps")
    assert sheet_of(panel).filters is None
    draw_with_mouse(draw, [(0.3, 0.2), (0.7, 0.2), (0.45, 0.8)])
    qtbot.waitUntil(lambda: sheet_of(panel).filters is not None, timeout=10_000)
    assert summary(panel).endswith("of the picture on the drawing pad")
    first = sheet_of(panel).filters.kernel.copy()
    assert first.max() > 0
    qtbot.mouseClick(draw.findChild(QToolButton, "clear_button"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sheet_of(panel).filters is None, timeout=10_000)
    draw.show_image(4, "test")
    qtbot.waitUntil(lambda: sheet_of(panel).filters is not None, timeout=10_000)
    assert not np.array_equal(sheet_of(panel).filters.kernel, first)
    draw.shutdown()


def test_feature_maps_are_of_the_image_as_the_net_takes_it(qtbot, panel, studio):
    """Images of another size that it has not learnt from: framed as it needs them, none refused."""
    snapshot = shown(qtbot, panel, studio, "classes")
    data = studio.data
    framed = [
        np.pad(np.asarray(one.x).reshape(-1, 28, 28), ((0, 0), (2, 2), (2, 2))).reshape(-1, 1024)
        for one in (data.train, data.validation, data.test)
    ]
    sets = {
        name: dataclasses.replace(one, x=x)
        for name, one, x in zip(
            ("train", "validation", "test"), (data.train, data.validation, data.test), framed,
            strict=True,
        )
    }  # fmt: skip
    spec = DataSpec("file", path="own.npz")
    studio.images.take(dataclasses.replace(data, image_shape=(32, 32), spec=spec, **sets))
    choose(panel, "view", "maps")
    panel.findChild(QSpinBox, "filter_image").setValue(5)
    qtbot.waitUntil(lambda: summary(panel).endswith("of test image 5"), timeout=30_000)
    maps = sheet_of(panel).filters
    expected = snapshot.ff.activities(data.test.x[5:6], np.zeros(1, int))[0][0]
    np.testing.assert_allclose(maps.kernel.reshape(14, 14, 20), expected, rtol=1e-4, atol=1e-5)
    choose(panel, "view", "weights")
    qtbot.waitUntil(lambda: sheet_of(panel).filters.dead is not None, timeout=30_000)
