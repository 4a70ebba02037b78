"""Pictures in colour in the window: kept or turned grey by a choice, seen, drawn and looked into."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from ffstudio.core.images import datasets
from ffstudio.core.images.appearance import Appearance
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.attribution import Attribution
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.look.weights import ConvWeights, DenseWeights, FieldWeights
from ffstudio.gui.figures.figure import render_image
from ffstudio.gui.panels.data.image_grid import ImageGrid
from ffstudio.gui.panels.data.panel import DataPanel
from ffstudio.gui.panels.draw.drawing import Stroke, rasterise, rasterise_in_colour
from ffstudio.gui.panels.draw.ink_choice import InkChoice
from ffstudio.gui.panels.draw.net_picture import NetPicture
from ffstudio.gui.panels.draw.pad import DrawPad
from ffstudio.gui.panels.draw.panel import DrawPanel
from ffstudio.gui.panels.filters.net_parts import filters_of
from ffstudio.gui.panels.filters.panel import FilterPanel
from ffstudio.gui.panels.filters.sheet import FilterSheet
from ffstudio.gui.panels.filters.tiles import color_pixels
from ffstudio.gui.panels.wants.attribution_view import Shared
from ffstudio.gui.panels.wants.figures import AttributionFigure
from ffstudio.gui.plots.pictures import picture_image, plain_image
from ffstudio.gui.window.data_preview import DataPreview
from tests.nets import backprop_net

SIDE, CLASSES = 12, 3
SHAPE = (SIDE, SIDE, 3)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A file of squares in red, green and blue."""
    rng = np.random.default_rng(1)
    y = np.arange(48) % CLASSES
    x = rng.integers(0, 40, (48, *SHAPE))
    x[np.arange(48), 3:9, 3:9, y] = 220
    path = tmp_path_factory.mktemp("pictures") / "squares.npz"
    np.savez(
        path,
        x_train=x[:36].astype(np.uint8), y_train=y[:36],
        x_test=x[36:].astype(np.uint8), y_test=y[36:],
    )  # fmt: skip
    return path


@pytest.fixture(scope="module")
def data(path):
    spec = DataSpec("file", path=str(path), colours="kept")
    return prepare(datasets.load(spec), spec, 1)


def dense(rng, inputs, units):
    kernel = rng.normal(0, 0.1, (inputs, units)).astype(np.float32)
    return DenseWeights(kernel, np.zeros(units, np.float32), "relu")


def coloured_model(first=None, **more):
    """Nets for pictures in colour; the Forward-Forward net begins with ``first``."""
    rng = np.random.default_rng(0)
    own = first if first is not None else dense(rng, SIDE * SIDE * 3, 10)
    inputs = own.units if not isinstance(own, ConvWeights) else SIDE * SIDE * own.units
    if isinstance(own, FieldWeights):
        inputs = own.bias.size
    layers = own, dense(rng, inputs, 9)
    ff = FFSnapshot(layers, CLASSES, image_shape=SHAPE, **more)
    bp = backprop_net((dense(rng, SIDE * SIDE * 3, 8), dense(rng, 8, CLASSES)), SHAPE)
    names = tuple(str(i) for i in range(CLASSES))
    return ModelSnapshot(ff, bp, SHAPE, names, 1, 1.0, "coloured", Appearance())


def conv(**more):
    rng = np.random.default_rng(3)
    kernel = rng.normal(0, 0.2, (3, 3, 3, 5)).astype(np.float32)
    return ConvWeights(kernel, np.zeros(5, np.float32), "relu", **more)


def fields():
    rng = np.random.default_rng(3)
    kernel = rng.normal(0, 0.2, (9, 16, 3, 4)).astype(np.float32)
    return FieldWeights(kernel, np.zeros((3, 3, 4), np.float32), "relu", stride=4, padding="valid")


def opened(qtbot, kind, studio, themes, data):
    studio.set_data(data, "")
    panel = kind(studio, themes)
    qtbot.addWidget(panel)
    panel.resize(620, 720)
    panel.show()
    return panel


def pixel(image, row, column):
    color = image.pixelColor(column, row)
    return color.red(), color.green(), color.blue()


# --- choosing -----------------------------------------------------------------------------


def test_the_preview_asks_and_tells_of_colours(qtbot, studio, themes, path):
    spec = DataSpec("file", path=str(path))
    panel = opened(qtbot, DataPanel, studio, themes, studio.data)
    dialog = DataPreview(spec, 1, studio.images, themes, panel)
    dialog.open()
    title, notes = (dialog.findChild(QLabel, f"data_preview_{name}") for name in ("title", "notes"))
    choice = dialog.findChild(QComboBox, "data_preview_colours")
    grid = dialog.findChild(ImageGrid, "data_preview_grid")
    qtbot.waitUntil(lambda: "12×12 pixels" in title.text(), timeout=20_000)
    assert choice.isVisible() and choice.currentText() == "Colours: turned grey"
    assert "turned grey" in notes.text() and "data.colours=kept" in notes.text()
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Up)  # a key as a user presses it
    QTest.keyClick(choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "12×12×3 pixels" in title.text(), timeout=20_000)
    assert grid.pictures[0][0].shape == SHAPE and "grey" not in notes.text()
    used = []
    dialog.used.connect(used.append)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert used == [dataclasses.replace(spec, colours="kept")]
    panel.shutdown()


def test_the_data_panel_shows_colours_and_keeps_the_choice(qtbot, studio, themes, data):
    panel = opened(qtbot, DataPanel, studio, themes, data)
    grid = panel.findChild(ImageGrid, "data_preview")
    qtbot.waitUntil(lambda: bool(grid.pictures), timeout=10_000)
    picture, name, _ = grid.pictures[0]
    assert picture.shape == SHAPE
    means = picture[4:8, 4:8].mean(axis=(0, 1))
    assert means.argmax() == int(name)
    image = picture_image(picture, themes.theme)
    assert pixel(image, 5, 5) == tuple(np.round(picture[5, 5] * 255).astype(int))
    choice = panel.findChild(QComboBox, "data_colours")
    assert choice.isVisible() and choice.currentText() == "Colours: kept"
    studio.edits.edit(studio.spec.replace(data=data.spec), "File")
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Up)
    choice.activated.emit(choice.currentIndex())
    assert studio.spec.data.colours == "grey"
    studio.edits.undo_stack.undo()
    assert studio.spec.data.colours == "kept"
    panel.shutdown()


def test_grey_pictures_have_no_choice_of_colours(qtbot, studio, themes, data):
    grey = dataclasses.replace(
        data, has_colours=False, spec=dataclasses.replace(data.spec, colours="grey")
    )
    panel = opened(qtbot, DataPanel, studio, themes, grey)
    assert not panel.findChild(QComboBox, "data_colours").isVisible()
    assert panel.findChild(QComboBox, "data_range_choice").isVisible()
    panel.shutdown()


# --- drawing ------------------------------------------------------------------------------


def test_ink_has_colours_where_the_net_sees_them(qtbot, studio, themes, data):
    panel = opened(qtbot, DrawPanel, studio, themes, data)
    ink, pad = panel.findChild(InkChoice, "pad_ink"), panel.findChild(DrawPad, "draw_pad")
    studio.set_snapshot(coloured_model())
    assert ink.isVisible() and pad.in_colour
    ink.setFocus()
    QTest.keyClick(ink, Qt.Key.Key_Down)  # red
    assert ink.colour == "#e02020"

    def draw(y):
        paper = pad.paper()
        places = [
            QPoint(round(paper.left() + x * paper.width()), round(paper.top() + y * paper.height()))
            for x in (0.2, 0.5, 0.8)
        ]
        qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            qtbot.mouseMove(pad, place)
        qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=places[-1])

    draw(0.3)
    ink.take_colour(QColor("#123456"))
    draw(0.7)
    assert [stroke.colour for stroke in pad.strokes] == ["#e02020", "#123456"]
    net = panel.findChild(NetPicture, "net_picture")
    qtbot.waitUntil(lambda: net.picture.shape == SHAPE and net.picture.any(), timeout=10_000)
    np.testing.assert_allclose(net.picture, rasterise_in_colour(pad.strokes, SHAPE), atol=1e-6)
    shot = pad.grab().toImage()
    ratio, paper = shot.devicePixelRatio(), pad.paper()
    seen = [
        shot.pixelColor(round(paper.center().x() * ratio), round((paper.top() + y * paper.height()) * ratio)).name()
        for y in (0.3, 0.7)
    ]  # fmt: skip
    assert seen == ["#e02020", "#123456"]
    # An image of the set is shown in its colours, and label numbers are framed by pixels.
    panel.show_image(0)
    qtbot.waitUntil(lambda: np.array_equal(net.picture.reshape(-1), data.test.x[0]))
    assert net.label_pixels == CLASSES
    # A net for grey pictures draws on with plain ink.
    studio.set_data(dataclasses.replace(data, image_shape=(SIDE, SIDE * 3)), "")
    rng = np.random.default_rng(0)
    grey = FFSnapshot((dense(rng, SIDE * SIDE * 3, 10),), CLASSES, image_shape=(SIDE, SIDE * 3))
    studio.set_snapshot(
        ModelSnapshot(grey, None, (SIDE, SIDE * 3), ("0", "1", "2"), 1, 1.0, "grey")
    )
    assert not ink.isVisible() and not pad.in_colour
    panel.shutdown()


def test_strokes_lie_where_grey_ones_do_in_their_own_colours():
    strokes = (
        Stroke(((0.2, 0.2), (0.8, 0.3))),
        Stroke(((0.3, 0.8),), colour="#ff0000"),
        Stroke(((0.7, 0.8),), colour="#000000"),
    )
    ink = rasterise(strokes, (28, 28))
    dark, light = (
        rasterise_in_colour(strokes, (28, 28, 3), is_light) for is_light in (False, True)
    )
    assert not dark[ink == 0].any() and (light[ink == 0] == 1).all()
    alone = strokes[:1]
    np.testing.assert_allclose(
        rasterise_in_colour(alone), rasterise(alone)[..., None].repeat(3, -1), atol=0.005
    )
    np.testing.assert_allclose(
        rasterise_in_colour(alone, is_light=True), 1 - rasterise_in_colour(alone), atol=0.005
    )
    red = dark[..., 0] - dark[..., 1]
    assert red.max() > 0.95 and (light[..., 0] < 0.2).any()
    assert not rasterise_in_colour((), (5, 4, 3)).any()


# --- looking into nets ----------------------------------------------------------------------


def test_filters_are_seen_in_colour_or_colour_by_colour(qtbot, studio, themes, data):
    panel = opened(qtbot, FilterPanel, studio, themes, data)
    model = coloured_model()
    studio.set_snapshot(model)
    sheet, channel = panel.findChild(FilterSheet), panel.findChild(QComboBox, "filter_channel")
    qtbot.waitUntil(lambda: sheet.filters is not None, timeout=10_000)
    assert channel.isVisible()
    names = [channel.itemText(i) for i in range(channel.count())]
    assert names == ["In colour", "Red", "Green", "Blue"]
    assert sheet.filters.is_coloured and sheet.filters.tile_shape == (SIDE, SIDE)
    kernel, limit = model.ff.layers[0].kernel, sheet.filters.limit
    at = 30  # the pixel in row 2, column 6
    expected = np.round(255 * np.clip(0.5 + 0.5 * kernel[3 * at : 3 * at + 3, 0] / limit, 0, 1))
    assert pixel(sheet.image, 2, 6) == tuple(expected.astype(int))
    words = sheet.describe(0, 2, 6)
    assert f"red {kernel[90, 0]:+.4f}".replace("-", "−") in words and "blue" in words
    assert "carries the label 0, 1, 2" in sheet.describe(0, 0, 0)
    assert "middle grey is 0" in panel.findChild(QLabel, "filter_summary").text()
    assert not render_image(sheet, 50).isNull()
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.place_of(2).center().toPoint())
    channel.setFocus()
    QTest.keyClick(channel, Qt.Key.Key_Down)
    QTest.keyClick(channel, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: sheet.filters.colour == 1, timeout=10_000)
    np.testing.assert_array_equal(sheet.filters.kernel, kernel[1::3])
    assert "what green counts" in sheet.filters.title
    assert "carries the label 1" in sheet.describe(0, 0, 0)
    panel.shutdown()


def test_kernels_and_fields_of_colours_are_cut_out():
    for first, size in ((conv(), (3, 3)), (fields(), (16, 16))):
        model = coloured_model(first, supervision="classes", goodness="class_mean_square")
        every = filters_of(model, "ff", 0)
        assert every.image_shape == (*size, 3) and every.kernel.shape[0] == size[0] * size[1] * 3
        for colour in range(3):
            alone = filters_of(model, "ff", 0, colour)
            assert alone.image_shape == size and alone.colour is None
            np.testing.assert_array_equal(alone.kernel, every.kernel[colour::3])
    grouped = dataclasses.replace(conv(), kernel=conv().kernel[:, :, :1], groups=3)
    assert filters_of(coloured_model(grouped), "ff", 0).image_shape == (3, 3)
    # Backprop's first layer sees them, too; deeper ones see units.
    assert filters_of(coloured_model(), "bp", 0).is_coloured
    assert filters_of(coloured_model(), "bp", 1).image_shape is None
    ends = color_pixels(np.array([[1.0], [0.0], [-2.0]]), 1.0)
    assert ends.item() == 0xFFFF8000


def test_what_pixels_add_is_the_sum_of_their_colours(themes, qtbot):
    pixels = np.arange(12.0)
    shared = Shared(Attribution("input", pixels, 1.0, 0.0, 3), np.linspace(0, 1, 12), (2, 2, 3))
    np.testing.assert_array_equal(shared.by_pixel, [[3, 12], [21, 30]])
    assert shared.limit == 30
    figure = AttributionFigure(shared, lambda: "image")
    head, rows = figure.figure_table()
    assert head == ["row", "column", "colour", "pixel", "attribution"]
    assert rows[4][:3] == [1, 2, "green"] and rows[11][:3] == [2, 2, "blue"]
    assert not render_image(figure, 50).isNull()


def test_pictures_of_other_channels_are_shown_by_their_mean(themes):
    picture = np.stack([np.full((2, 2), 0.2), np.full((2, 2), 0.6)], axis=-1)
    assert pixel(plain_image(picture), 0, 0) == (102, 102, 102)
    both = np.array([[[-1.0, 0.0, 1.0]]])
    assert pixel(picture_image(both, themes.theme), 0, 0) == (0, 128, 255)
