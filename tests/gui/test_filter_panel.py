"""Weights as pictures: the right colour at the right place, and what is said about them."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QScrollArea, QSlider

from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import write_number
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, NATURAL
from ffstudio.gui.figures.figure import render_image
from ffstudio.gui.panels.filters.color_bar import ColorBar
from ffstudio.gui.panels.filters.layer_filters import Filters, color_limit, sort_order
from ffstudio.gui.panels.filters.net_parts import dead_units, filters_of
from ffstudio.gui.panels.filters.panel import FilterPanel
from ffstudio.gui.panels.filters.sheet import FilterSheet
from ffstudio.gui.panels.filters.tiles import tile_sheet
from ffstudio.gui.style.colormaps import diverge, diverging
from tests.gui.test_draw_panel import dense, random_model
from tests.gui.tips import tip_at
from tests.nets import backprop_net


def sheet_of(panel) -> FilterSheet:
    return panel.findChild(FilterSheet, "filter_sheet")


def box(panel, name) -> QComboBox:
    return panel.findChild(QComboBox, name)


def scroll_of(panel) -> QScrollArea:
    return panel.findChild(QScrollArea, "filter_scroll")


def text_of(panel, name):
    return panel.findChild(QLabel, name).text()


def rgb(image, x, y):
    color = image.pixelColor(x, y)
    return [color.red(), color.green(), color.blue()]


def appended(seed=0):
    """A model whose label has inputs of its own."""
    rng = np.random.default_rng(seed)
    layers = (dense(rng, 794, 20, "relu"), dense(rng, 20, 20, "relu"))
    ff = FFSnapshot(layers, 10, label_embedding="append")
    return ModelSnapshot(ff, None, (28, 28), tuple("0123456789"), 1, 1.0, "appended")


def lively():
    """A random model whose units all answer to something."""
    model = random_model()
    for net in ("ff", "bp"):
        for unit in range(20):
            model = with_bias(model, net, 0, unit, 5.0)
    return model


def with_bias(snapshot, net, layer, unit, value):
    old = getattr(snapshot, net)
    layers = list(old.layers)
    bias = layers[layer].bias.copy()
    bias[unit] = value
    layers[layer] = dataclasses.replace(layers[layer], bias=bias)
    if net == "ff":
        changed = dataclasses.replace(old, layers=tuple(layers))
    else:
        changed = backprop_net(layers, old.image_shape)
    return dataclasses.replace(snapshot, **{net: changed})


@pytest.fixture
def panel(qtbot, studio, themes):
    made = FilterPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(560, 620)
    made.show()
    yield made
    made.shutdown()


@pytest.fixture
def shown(qtbot, panel, studio):
    """The panel with a random net, its dead units known."""
    studio.set_snapshot(random_model())
    qtbot.waitUntil(lambda: sheet_of(panel).filters is not None, timeout=10_000)
    qtbot.waitUntil(lambda: sheet_of(panel).filters.dead is not None, timeout=10_000)
    return panel


# --- tiles ------------------------------------------------------------------------------


def check_tiles(sheet, kernel, limit_of, is_dark=False):
    columns = sheet.columns
    for at, unit in enumerate(sheet.order.tolist()):
        row, column = divmod(at, columns)
        tile = kernel[:, unit].reshape(28, 28)
        colors = diverge(tile, limit_of(tile), is_dark)
        for y, x in ((0, 0), (0, 9), (13, 20), (27, 0), (27, 27)):
            assert rgb(sheet.image, column * 29 + x, row * 29 + y) == colors[y, x].tolist()


def test_every_weight_has_its_colour_at_its_place(shown, studio, themes):
    sheet, kernel = sheet_of(shown), studio.snapshot.ff.layers[0].kernel
    assert sheet.columns > 1
    limit = color_limit(kernel)
    assert 0.9 * np.abs(kernel).max() > limit > np.quantile(np.abs(kernel), 0.99)
    check_tiles(sheet, kernel, lambda tile: limit)
    gap = rgb(sheet.image, 28, 0)
    ground = QColor(themes.theme.surface)
    assert gap == [ground.red(), ground.green(), ground.blue()]


def test_own_scale_and_dark_theme(shown, studio, themes):
    shown.findChild(QCheckBox, "filter_own_scale").click()
    kernel = studio.snapshot.ff.layers[0].kernel
    check_tiles(sheet_of(shown), kernel, lambda tile: np.abs(tile).max())
    themes.choose("dark")
    check_tiles(sheet_of(shown), kernel, lambda tile: np.abs(tile).max(), is_dark=True)


def test_a_known_pattern_is_seen_on_screen(qtbot, shown, studio):
    model = lively()
    kernel = np.zeros_like(model.ff.layers[0].kernel)
    kernel[14 * 28 + 5, 3] = 1.0  # row 14, column 5 of unit 4
    kernel[2 * 28 + 20, 3] = -1.0
    first = dataclasses.replace(model.ff.layers[0], kernel=kernel)
    ff = dataclasses.replace(model.ff, layers=(first, model.ff.layers[1]))
    shown.findChild(QCheckBox, "filter_own_scale").click()
    studio.set_snapshot(dataclasses.replace(model, ff=ff, version=2))
    sheet = sheet_of(shown)
    qtbot.waitUntil(lambda: not sheet.filters.kernel[:, 0].any(), timeout=10_000)
    qtbot.waitUntil(lambda: not sheet.filters.dead.any(), timeout=10_000)  # no crosses
    shown.findChild(QSlider, "filter_zoom").setValue(16)  # four pixels a weight
    place, picture = sheet.place_of(3), sheet.grab().toImage()
    scale = place.width() / 28

    def seen(row, column):
        at = place.topLeft() + QPointF((column + 0.5) * scale, (row + 0.5) * scale)
        return rgb(picture, int(at.x()), int(at.y()))

    assert seen(14, 5) == diverging(False)[510].tolist()
    assert seen(2, 20) == diverging(False)[0].tolist()
    assert seen(14, 6) == diverging(False)[255].tolist()


def test_label_inputs_are_no_pixels(studio):
    model = appended()
    filters = filters_of(model, "ff", 0)
    kernel = model.ff.layers[0].kernel
    np.testing.assert_array_equal(filters.kernel, kernel[:784])
    np.testing.assert_array_equal(filters.label_kernel, kernel[784:])
    assert filters.label_pixels == 0
    replaced = filters_of(random_model(), "ff", 0)
    np.testing.assert_array_equal(replaced.label_kernel, replaced.kernel[:10])
    assert replaced.label_pixels == 10
    assert filters_of(model, "bp", 0) is None
    assert filters_of(model, "ff", 2) is None


def test_label_pixels_are_marked_and_told(shown, themes):
    sheet = sheet_of(shown)
    assert "the marked row of pixels carries the label" in text_of(shown, "filter_summary")
    assert "this pixel carries the label 7" in sheet.describe(2, 0, 7)
    assert "carries the label" not in sheet.describe(2, 0, 10)
    assert "carries the label" not in sheet.describe(2, 1, 7)
    place = sheet.place_of(0)
    scale = place.width() / 28
    picture = sheet.grab().toImage()
    mark = QColor(themes.theme.warning).name()
    ys = range(int(place.top()), int(place.top() + 3 * scale) + 1)
    assert any(picture.pixelColor(int(5 * scale), y).name() == mark for y in ys)
    assert not any(picture.pixelColor(int(20 * scale), y).name() == mark for y in ys)


def test_label_inputs_stand_as_a_strip_below_the_tile(qtbot, panel, studio):
    model = appended()
    studio.set_snapshot(model)
    sheet = sheet_of(panel)
    qtbot.waitUntil(lambda: sheet.filters is not None, timeout=10_000)
    kernel = model.ff.layers[0].kernel
    limit = color_limit(kernel[:784])
    assert sheet.filters.tile_shape == (31, 28)
    for unit in (0, 5, 19):
        row, column = divmod(unit, sheet.columns)
        for label in range(10):
            for dx, dy in ((0, 0), (1, 1)):
                x, y = column * 29 + 2 * label + dx, row * 32 + 29 + dy
                want = diverge(kernel[784 + label, unit], limit, False).tolist()
                assert rgb(sheet.image, x, y) == want
        assert rgb(sheet.image, column * 29 + 25, row * 32 + 29) == rgb(sheet.image, 28, 0)
    # The mouse finds what the eye sees.
    place = sheet.place_of(5)
    scale = place.width() / 28
    tip = tip_at(sheet, place.topLeft() + QPointF(15 * scale, 30 * scale))
    assert tip.startswith("unit 6: ")
    assert f"weight of the label 7: {write_number(kernel[791, 5], '+.4f')}" in tip
    assert "weight" not in sheet.describe(5, 29, 27)
    assert "carries the label" not in text_of(panel, "filter_summary")


def test_label_squares_of_tiny_pictures_take_more_rows():
    kernel = np.arange(8, dtype=np.float32).reshape(4, 2) / 8
    labels = np.array([[1, -1], [-1, 1], [0, 0], [1, 1]], np.float32)
    filters = Filters(kernel, np.zeros(2, np.float32), (2, 2), labels, 0, None, tuple("abcd"))
    strip = filters.strip
    assert filters.tile_shape == (5, 2)
    assert [strip.class_at(*at) for at in ((3, 0), (3, 1), (4, 0), (4, 1), (2, 0))] == [
        0, 1, 2, 3, None,
    ]  # fmt: skip
    pixels = tile_sheet(filters, np.arange(2), 2, False, False, QColor("white"))
    assert pixels.shape == (6, 6)
    table = [int("0xff" + "".join(f"{c:02x}" for c in diverging(False)[i]), 16) for i in (0, 510)]
    assert pixels[3, 0] == table[1] and pixels[3, 3] == table[0]
    assert pixels[4, 4] == pixels[4, 1] == table[1]


# --- order ------------------------------------------------------------------------------


def test_the_orders_of_the_units(shown, studio):
    kernel, order = studio.snapshot.ff.layers[0].kernel, box(shown, "filter_sort")
    assert sheet_of(shown).order.tolist() == list(range(20))
    order.setCurrentIndex(order.findData("norm"))
    norms = [float(np.linalg.norm(kernel[:, u])) for u in sheet_of(shown).order]
    assert norms == sorted(norms, reverse=True)
    check_tiles(sheet_of(shown), kernel, lambda tile: color_limit(kernel))
    order.setCurrentIndex(order.findData("label"))
    spread = [float(np.ptp(kernel[:10, u])) for u in sheet_of(shown).order]
    assert spread == sorted(spread, reverse=True)
    assert sorted(sheet_of(shown).order.tolist()) == list(range(20))


def test_without_label_weights_the_label_order_is_the_number():
    filters = filters_of(random_model(), "bp", 0)
    assert sort_order(filters, "label").tolist() == list(range(20))


# --- net and layer ----------------------------------------------------------------------


def test_nets_and_layers_to_choose_from(qtbot, shown, studio):
    net, layer = box(shown, "filter_net"), box(shown, "filter_layer")
    assert [layer.itemText(i) for i in range(layer.count())] == ["Layer 1", "Layer 2"]
    net.setCurrentIndex(net.findData("bp"))
    assert [layer.itemText(i) for i in range(layer.count())] == ["Layer 1", "Output"]
    np.testing.assert_array_equal(
        sheet_of(shown).filters.kernel, studio.snapshot.bp.layers[0].kernel
    )
    assert text_of(shown, "filter_summary").startswith("Backprop layer 1: 20 units")
    layer.setCurrentIndex(1)
    assert text_of(shown, "filter_summary") == "Backprop output: 10 units"
    studio.set_snapshot(appended())
    qtbot.waitUntil(lambda: net.count() == 1, timeout=5000)
    qtbot.waitUntil(
        lambda: text_of(shown, "filter_summary").startswith("Forward-Forward layer 2"),
        timeout=10_000,
    )


def test_a_deeper_layer_is_a_heat_map(shown, studio):
    box(shown, "filter_layer").setCurrentIndex(1)
    sheet, kernel = sheet_of(shown), studio.snapshot.ff.layers[1].kernel
    assert (sheet.image.width(), sheet.image.height()) == (20, 20)
    colors = diverge(kernel, color_limit(kernel), False)
    for below in range(20):
        for unit in range(20):
            assert rgb(sheet.image, unit, below) == colors[below, unit].tolist()
    assert f"weight from unit 6 below: {kernel[5, 2]:+.4f}".replace("-", "−") in sheet.describe(
        2, 5
    )
    assert "label" not in text_of(shown, "filter_summary")


def test_live_weights_replace_the_ones_before(qtbot, shown, studio):
    studio.set_snapshot(random_model(seed=4, version=2))
    kernel = studio.snapshot.ff.layers[0].kernel
    qtbot.waitUntil(lambda: sheet_of(shown).filters.kernel is not None, timeout=5000)
    qtbot.waitUntil(lambda: np.array_equal(sheet_of(shown).filters.kernel, kernel), timeout=10_000)
    check_tiles(sheet_of(shown), kernel, lambda tile: color_limit(kernel))


# --- dead units -------------------------------------------------------------------------


@pytest.mark.parametrize("net", ["ff", "bp"])
def test_a_unit_with_a_giant_negative_bias_is_dead(studio, net):
    model = with_bias(lively(), net, 0, 7, -1e3)
    samples = studio.data.validation
    _, dead = dead_units(model, net, 0, samples.x, samples.y)
    assert np.flatnonzero(dead).tolist() == [7]


def test_dead_units_are_crossed_out_counted_and_told(qtbot, shown, studio, themes):
    # The same version as the net before: another run may count the same way.
    studio.set_snapshot(with_bias(lively(), "ff", 0, 7, -1e3))
    sheet = sheet_of(shown)
    qtbot.waitUntil(
        lambda: sheet.filters.dead is not None and bool(sheet.filters.dead[7]), timeout=10_000
    )
    assert sheet.filters.dead.sum() == 1
    assert "20 units, 1 dead" in text_of(shown, "filter_summary")
    assert "dead" in sheet.describe(7) and "dead" not in sheet.describe(6)
    header, rows = sheet.figure_table()
    assert [row[header.index("dead")] for row in rows].count(True) == 1
    assert rows[7][header.index("dead")] is True
    danger = QColor(themes.theme.danger).name()

    def crossed(unit):
        place, picture = sheet.place_of(unit), sheet.grab().toImage()
        return sum(
            picture.pixelColor(x, y).name() == danger
            for x in range(int(place.left()), int(place.right()))
            for y in range(int(place.top()), int(place.bottom()))
        )

    assert crossed(7) > 20
    assert crossed(6) == 0
    studio.set_snapshot(lively())
    qtbot.waitUntil(lambda: not sheet.filters.dead.any(), timeout=10_000)


def test_other_images_may_wake_a_dead_unit(qtbot, shown, studio):
    model = lively()
    kernel = model.ff.layers[0].kernel.copy()
    kernel[:, 7] = 0.0
    kernel[14 * 28 + 14, 7] = 1.0  # answers to the middle alone
    first = dataclasses.replace(model.ff.layers[0], kernel=kernel)
    bias = first.bias.copy()
    bias[7] = 0.0
    first = dataclasses.replace(first, bias=bias)
    ff = dataclasses.replace(model.ff, layers=(first, model.ff.layers[1]))
    data = studio.data
    x = data.validation.x.copy()
    x[:, 14 * 28 + 14] = 0.0
    dark = dataclasses.replace(data, validation=dataclasses.replace(data.validation, x=x))
    studio.images.take(dark)
    studio.set_snapshot(dataclasses.replace(model, ff=ff))
    sheet = sheet_of(shown)

    def dead():
        return np.flatnonzero(sheet.filters.dead).tolist()

    qtbot.waitUntil(lambda: dead() == [7], timeout=10_000)
    studio.images.take(data)
    qtbot.waitUntil(lambda: dead() == [], timeout=10_000)


def test_a_dead_column_is_ticked_in_the_heat_map(qtbot, shown, studio, themes):
    studio.set_snapshot(with_bias(lively(), "ff", 1, 4, -1e3))
    box(shown, "filter_layer").setCurrentIndex(1)
    sheet = sheet_of(shown)
    qtbot.waitUntil(
        lambda: sheet.filters.dead is not None and bool(sheet.filters.dead[4]), timeout=10_000
    )
    shown.findChild(QSlider, "filter_zoom").setValue(24)
    picture, danger = sheet.grab().toImage(), QColor(themes.theme.danger).name()

    def ticked(unit):
        x = int(sheet.place_of(unit).center().x())
        return any(picture.pixelColor(x + dx, 4).name() == danger for dx in (-1, 0, 1))

    assert [u for u in range(20) if ticked(u)] == np.flatnonzero(sheet.filters.dead).tolist()


def test_a_softmax_output_has_no_dead_units(shown):
    net, layer = box(shown, "filter_net"), box(shown, "filter_layer")
    net.setCurrentIndex(net.findData("bp"))
    layer.setCurrentIndex(1)
    assert sheet_of(shown).filters.dead is None


# --- mouse ------------------------------------------------------------------------------


def test_a_click_looks_closer(qtbot, shown, studio):
    sheet = sheet_of(shown)
    assert text_of(shown, "filter_detail_text") == "Click a unit for a closer look."
    with qtbot.waitSignal(sheet.unit_chosen) as chosen:
        at = sheet.place_of(4).center().toPoint()
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [4]
    weights = studio.snapshot.ff.layers[0]
    norm = np.linalg.norm(weights.kernel[:, 4])
    assert text_of(shown, "filter_detail_text").startswith(f"unit 5: norm {norm:.3g}, bias 0")
    picture = shown.findChild(QLabel, "filter_detail_picture")
    assert picture.isVisible()
    image = picture.pixmap().toImage()
    tile = weights.kernel[:, 4].reshape(28, 28)
    assert rgb(image, 0, 0) == diverge(tile, np.abs(tile).max(), False)[0, 0].tolist()


def test_a_click_between_tiles_chooses_nothing(qtbot, shown):
    sheet = sheet_of(shown)
    shown.findChild(QSlider, "filter_zoom").setValue(16)
    place = sheet.place_of(0)
    with qtbot.assertNotEmitted(sheet.unit_chosen):
        gap = QPoint(int(place.right()) + 2, int(place.center().y()))
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=gap)


def test_tooltips_name_unit_pixel_and_weight(shown, studio):
    sheet, kernel = sheet_of(shown), studio.snapshot.ff.layers[0].kernel
    place = sheet.place_of(3)
    scale = place.width() / 28
    at = place.topLeft() + QPointF(12.5 * scale, 8.5 * scale)
    lines = tip_at(sheet, at).split("\n")
    assert lines[0].startswith("unit 4: norm ")
    assert lines[-1] == f"weight of pixel (8, 12): {write_number(kernel[8 * 28 + 12, 3], '+.4f')}"


def test_zoom_by_slider_and_wheel(shown):
    sheet, zoom = sheet_of(shown), shown.findChild(QSlider, "filter_zoom")
    zoom.setValue(8)
    small, columns = sheet.place_of(0).width(), sheet.columns
    assert small == pytest.approx(56, abs=0.5)
    zoom.setValue(16)
    assert sheet.place_of(0).width() == pytest.approx(2 * small, abs=0.5)
    assert sheet.columns < columns
    assert sheet.width() <= scroll_of(shown).viewport().width()

    def wheel(by, modifiers):
        event = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton,
            modifiers, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QGuiApplication.sendEvent(sheet, event)

    wheel(120, Qt.KeyboardModifier.ControlModifier)
    assert zoom.value() == 18
    wheel(-120, Qt.KeyboardModifier.ControlModifier)
    assert zoom.value() == 16
    wheel(120, Qt.KeyboardModifier.NoModifier)
    assert zoom.value() == 16


def test_arrow_keys_walk_over_the_tiles(qtbot, shown):
    sheet = sheet_of(shown)
    shown.findChild(QSlider, "filter_zoom").setValue(12)
    columns = sheet.columns
    assert 1 < columns < 10
    seen = []
    sheet.unit_chosen.connect(seen.append)
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up)
    for key in (*keys, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(sheet, key)
    assert seen == [0, 0, 1, 1 + columns, 1, 1, 19, 19, 0]
    assert text_of(shown, "filter_detail_text").startswith("unit 1: norm ")
    order = box(shown, "filter_sort")
    order.setCurrentIndex(order.findData("norm"))
    qtbot.keyClick(sheet, Qt.Key.Key_Home)
    assert seen[-1] == int(sheet.filters.norms.argmax())


def test_the_chosen_unit_is_scrolled_into_view(qtbot, shown):
    shown.findChild(QSlider, "filter_zoom").setValue(24)
    bar, sheet = scroll_of(shown).verticalScrollBar(), sheet_of(shown)
    assert bar.value() == 0
    qtbot.keyClick(sheet, Qt.Key.Key_End)
    assert bar.value() > 0
    place, seen = sheet.place_of(19), scroll_of(shown).viewport().height()
    assert bar.value() <= place.top() and place.bottom() <= bar.value() + seen


# --- nothing, and export ----------------------------------------------------------------


def test_what_to_do_without_a_net(panel):
    assert sheet_of(panel).filters is None
    assert "Train a net or open one" in sheet_of(panel).accessibleDescription()
    assert panel.figures() == []
    assert text_of(panel, "filter_summary") == ""
    assert box(panel, "filter_net").count() == 0


def test_the_net_goes_away(qtbot, shown, studio):
    studio.set_snapshot(None)
    qtbot.waitUntil(lambda: sheet_of(shown).filters is None, timeout=5000)
    assert not shown.findChild(QLabel, "filter_detail_picture").isVisible()


def test_colour_bar_tells_the_limit(shown, studio):
    limit = color_limit(studio.snapshot.ff.layers[0].kernel)
    bar = shown.findChild(ColorBar, "filter_color_bar")
    assert bar.accessibleDescription() == f"from −{limit:.3g} to {limit:.3g}"
    middle = rgb(bar.grab().toImage(), bar.width() // 2, 6)
    assert np.abs(np.array(middle) - diverging(False)[255]).max() < 12


def test_colour_bar_of_own_scales_names_no_number(qtbot, shown):
    shown.findChild(QCheckBox, "filter_own_scale").click()
    bar = shown.findChild(ColorBar, "filter_color_bar")
    assert "largest weight of each unit" in bar.accessibleDescription()
    sheet = sheet_of(shown)
    kernel = sheet.filters.kernel
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.place_of(4).center().toPoint())
    assert f"±{np.abs(kernel[:, 4]).max():.3g}" in text_of(shown, "filter_detail_text")


def test_the_figure_is_about_square_however_wide_the_panel(shown):
    sheet = sheet_of(shown)
    size = sheet.figure_size()
    shown.resize(320, 620)
    assert sheet.columns < 10
    assert sheet.figure_size() == size
    assert 0.75 < (size.height() - 60) / size.width() < 1.25
    text = FIGURE_FORMATS["svg"].content(sheet, NATURAL).decode("utf-8")
    limit = sheet.filters.limit
    assert f">−{limit:.2g}<" in text and f">+{limit:.2g}<" in text
    box(shown, "filter_layer").setCurrentIndex(1)
    text = FIGURE_FORMATS["svg"].content(sheet, NATURAL).decode("utf-8")
    assert ">one column per unit<" in text and ">one row per unit below<" in text


def test_table_and_pictures(shown, studio):
    sheet, weights = sheet_of(shown), studio.snapshot.ff.layers[0]
    assert shown.figures() == [sheet]
    header, rows = sheet.figure_table()
    assert header[:5] == ["unit", "norm", "bias", "dead", "weight 0"]
    assert len(header) == 4 + 784 and len(rows) == 20
    np.testing.assert_array_equal(np.float32(rows[3][4:]), weights.kernel[:, 3])
    assert b"Forward-Forward layer 1, colours span" in FIGURE_FORMATS["svg"].content(sheet, NATURAL)
    image = render_image(sheet, dpi=72)
    assert image.width() == 500
    colors = {image.pixelColor(x, 100).name() for x in range(500)}
    assert len(colors) > 20
