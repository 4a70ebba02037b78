"""Pictures out of a net, with real mouse and keys on small nets."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSlider, QToolButton

from ffstudio.core.look.picture_makers import find_comparer, find_picture_maker
from ffstudio.gui.figures.figure import is_blank, table_csv
from ffstudio.gui.panels.generate.panel import GeneratePanel
from ffstudio.gui.panels.generate.sheet_view import PictureSheetView
from ffstudio.gui.panels.links import PanelLinks
from tests.picture_nets import (
    autoencoder,
    conditional_generator,
    decoder,
    distance_of_two,
    shown,
)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def links():
    return PanelLinks()


@pytest.fixture
def panel(qtbot, studio, themes, links):
    made = GeneratePanel(studio, themes, links)
    qtbot.addWidget(made)
    made.resize(900, 640)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def find(panel, kind, name):
    widget = panel.findChild(kind, name)
    assert widget is not None, name
    return widget


def sheet_of(panel):
    return find(panel, PictureSheetView, "generate_sheet").sheet


def picture_of(panel):
    return find(panel, PictureSheetView, "generate_picture").sheet.tiles[0]


def open_net(qtbot, studio, panel, net):
    studio.set_snapshot(shown(net))
    qtbot.waitUntil(lambda: sheet_of(panel) is not None)


def choose_view(qtbot, panel, key):
    box = find(panel, QComboBox, "generate_view")
    box.setFocus()
    for _ in range(box.count()):
        qtbot.keyClick(box, Qt.Key.Key_Up)
    for _ in range(box.findData(key)):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == key


def test_empty_it_says_what_to_do(panel):
    assert "Open a generator" in find(panel, QLabel, "generate_words").text()
    assert not find(panel, QComboBox, "generate_view").isVisible()
    assert panel.figures() == []


def test_sliders_change_the_picture_while_they_are_dragged(qtbot, studio, panel):
    net = decoder()
    open_net(qtbot, studio, panel, net)
    slider = find(panel, QSlider, "code_1")
    assert not find(panel, QSlider, "code_3").isVisible()
    before = picture_of(panel)
    handle = QPoint(slider.width() // 2, slider.height() // 2)
    slider.setValue(0)
    qtbot.mousePress(slider, LEFT, pos=handle)
    qtbot.mouseMove(slider, handle + QPoint(slider.width() // 4, 0))
    qtbot.waitUntil(lambda: not np.array_equal(picture_of(panel).code, before.code))
    while_dragged = picture_of(panel)
    assert slider.isSliderDown()
    qtbot.mouseRelease(slider, LEFT, pos=handle + QPoint(slider.width() // 4, 0))
    assert while_dragged.code[1] == before.code[1]
    expected = find_picture_maker(net).pictures(while_dragged.code[None])[0]
    np.testing.assert_allclose(while_dragged.picture, expected, atol=1e-5)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: picture_of(panel).code[0] == pytest.approx(-3.0))


def test_labels_are_asked_for_by_buttons(qtbot, studio, panel):
    net = conditional_generator()
    open_net(qtbot, studio, panel, net)
    assert sheet_of(panel).name == "samples-per-label"
    assert sheet_of(panel).heads == tuple(map(str, range(10)))
    assert len(sheet_of(panel).tiles) == 80
    qtbot.mouseClick(find(panel, QToolButton, "generate_label_7"), LEFT)
    qtbot.waitUntil(lambda: picture_of(panel).label == 7)
    tile = picture_of(panel)
    expected = find_picture_maker(net).pictures(tile.code[None], [7])[0]
    np.testing.assert_allclose(tile.picture, expected, atol=1e-5)
    choose_view(qtbot, panel, "samples")
    qtbot.waitUntil(lambda: sheet_of(panel).name == "samples")
    assert {tile.label for tile in sheet_of(panel).tiles} == {7}
    assert "asked for 7" in find(panel, QLabel, "generate_sheet_words").text()


def test_draw_anew_takes_other_noise(qtbot, studio, panel):
    open_net(qtbot, studio, panel, decoder())
    first, before = sheet_of(panel).tiles[0].code, picture_of(panel).code
    qtbot.mouseClick(find(panel, QPushButton, "generate_anew"), LEFT)
    qtbot.waitUntil(lambda: not np.array_equal(sheet_of(panel).tiles[0].code, first))
    assert not np.array_equal(picture_of(panel).code, before)


def test_a_picture_that_is_chosen_gives_the_sliders_its_code(qtbot, studio, panel):
    open_net(qtbot, studio, panel, decoder())
    choose_view(qtbot, panel, "plane")
    qtbot.waitUntil(lambda: sheet_of(panel).name == "code-plane")
    view = find(panel, PictureSheetView, "generate_sheet")
    qtbot.mouseClick(view, LEFT, pos=view.place_of(0).center().toPoint())
    qtbot.waitUntil(lambda: np.allclose(picture_of(panel).code, [-2, 2]))
    assert find(panel, QSlider, "code_1").value() == -200
    assert find(panel, QSlider, "code_2").value() == 200
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: np.allclose(picture_of(panel).code, [-1.6, 2], atol=1e-5))
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: np.allclose(picture_of(panel).code, [2, -2]))


def test_an_autoencoder_gives_back_the_drawing_and_test_images(qtbot, studio, panel, links):
    net = autoencoder()
    open_net(qtbot, studio, panel, net)
    assert sheet_of(panel).name == "reconstructions"
    assert len(sheet_of(panel).tiles) == 20
    drawing = np.zeros((28, 28), np.float32)
    drawing[5:20, 12:15] = 1
    links.show_picture(drawing)
    qtbot.waitUntil(lambda: len(sheet_of(panel).tiles) == 22)
    given, made = sheet_of(panel).tiles[0], sheet_of(panel).tiles[11]
    np.testing.assert_allclose(given.picture[..., 0], drawing, atol=1e-6)
    expected = net.reconstructions(drawing.reshape(1, -1))[1][0]
    np.testing.assert_allclose(made.picture[..., 0], expected, atol=1e-5)
    assert made.value == pytest.approx(float(np.mean((expected - drawing) ** 2)), rel=1e-4)
    choose_view(qtbot, panel, "walk")
    qtbot.waitUntil(lambda: sheet_of(panel).name == "code-walk")
    tiles = sheet_of(panel).tiles
    assert len(tiles) == 9
    maker = find_picture_maker(net)
    ends = np.stack([drawing.reshape(-1), studio.data.test.x[0]])
    first, last = maker.encode(net.prepare(ends))
    np.testing.assert_allclose(tiles[0].code, first, atol=1e-5)
    np.testing.assert_allclose(tiles[-1].code, last, atol=1e-5)
    np.testing.assert_allclose(tiles[4].code, (first + last) / 2, atol=1e-5)


def test_two_pictures_are_compared(qtbot, studio, panel, links):
    net = distance_of_two()
    drawing = np.zeros((28, 28), np.float32)
    drawing[5:20, 12:15] = 1
    links.show_picture(drawing)
    open_net(qtbot, studio, panel, net)
    assert sheet_of(panel).name == "distances"
    assert not find(panel, QSlider, "code_1").isVisible()
    tile = sheet_of(panel).tiles[11]
    assert tile.label == 1
    expected = find_comparer(net).compare(drawing, tile.picture[None, ..., 0])[0]
    assert tile.value == pytest.approx(float(expected), rel=1e-4)


def test_figures_show_something_and_have_a_table(qtbot, studio, panel):
    open_net(qtbot, studio, panel, conditional_generator())
    one, sheet = panel.figures()
    assert (one.figure_name, sheet.figure_name) == ("generated-picture", "samples-per-label")
    assert not is_blank(one)
    assert not is_blank(sheet)
    header, rows = sheet.figure_table()
    assert header[:5] == ["row", "column", "picture", "label", "value"]
    assert len(rows) == 80
    assert rows[8][:2] == [2, 1]
    assert rows[8][3] == 1
    assert table_csv(sheet).count("\n") >= 80


def test_hidden_it_does_nothing(qtbot, studio, panel):
    panel.hide()
    rounds = panel.pace.num_rounds
    studio.set_snapshot(shown(decoder()))
    qtbot.wait(150)
    assert panel.pace.num_rounds == rounds
    panel.show()
    qtbot.waitUntil(lambda: sheet_of(panel) is not None)


def test_another_net_empties_it(qtbot, studio, panel):
    from tests.gui.test_draw_panel import random_model

    open_net(qtbot, studio, panel, decoder())
    studio.set_snapshot(random_model())
    assert sheet_of(panel) is None
    assert "Open a generator" in find(panel, QLabel, "generate_words").text()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_painted_in_either_theme(qtbot, studio, panel, themes, theme):
    themes.choose(theme)
    open_net(qtbot, studio, panel, decoder())
    panel.pace.complete()
    view = find(panel, PictureSheetView, "generate_sheet")
    image = view.grab().toImage()
    tile = view.place_of(0).center().toPoint()
    factor = image.devicePixelRatio()
    value = image.pixelColor(int(tile.x() * factor), int(tile.y() * factor)).value()
    expected = sheet_of(panel).tiles[0].picture[14, 14, 0] * 255
    assert abs(value - expected) < 60
