"""Colours of data chosen in the View menu: in every panel and every export at once, and kept."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMenu, QWidget

from ffstudio.core.assets import resource
from ffstudio.core.run.events import StepDone
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, PictureSize
from ffstudio.gui.figures.figure import render_image
from ffstudio.gui.style.colormaps import diverging, sequential
from ffstudio.gui.style.palettes import series_colors
from ffstudio.gui.style.theme import LIGHT, Colors
from tests.gui.few_panels import few_panels

CHOICES = {
    "weight_colors": ("weights_colors", "blue-red"),
    "picture_colors": ("pictures_colors", "viridis"),
    "curve_colors": ("curves_colors", "bright"),
}


@pytest.fixture
def window(qtbot, make_window, studio):
    """A window with the model that comes along and one of its test images on the pad."""
    window = make_window(
        panels=few_panels("curves", "goodness", "filters", "confusion", "draw", "data")
    )
    with qtbot.waitSignal(studio.model_changed, timeout=20_000):
        studio.files.open(resource("models", "mnist.h5"), quietly=True)
    window.activateWindow()
    return window


def choose(qtbot, window, submenu, name):
    """As by hand: the menu is opened and its entry taken with the keys."""
    view = window.findChild(QMenu, "view_menu")
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(view.isVisible)
    menu = window.findChild(QMenu, f"{submenu}_menu")
    walk_to(qtbot, view, menu.menuAction().objectName(), menu.menuAction())
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.waitUntil(menu.isVisible)
    action = next(a for a in menu.actions() if a.objectName() == f"{name}_action")
    walk_to(qtbot, menu, name, action)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not menu.isVisible())


def walk_to(qtbot, menu, name, action):
    for _ in range(len(menu.actions()) + 1):
        if menu.activeAction() is action:
            return
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    raise AssertionError(f"{name} is not reached by the arrows")


def colors_in(image: QImage) -> set[str]:
    """The colours of every pixel."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.width())
    return {f"#{value & 0xFFFFFF:06x}" for value in np.unique(pixels).tolist()}


def table_of(colors):
    return {QColor(*color).name() for color in colors.tolist()}


def grabbed(widget):
    return colors_in(widget.grab().toImage())


def test_weights_are_shown_and_exported_in_the_colours_chosen(qtbot, window):
    window.docks.bring_up("filters")
    sheet = window.findChild(QWidget, "filter_sheet")
    qtbot.waitUntil(lambda: sheet.image is not None)
    chosen = table_of(diverging(False, "blue-red"))
    own = table_of(diverging(False))
    assert len(grabbed(sheet) & own) > 40 and len(grabbed(sheet) & chosen) < 20
    choose(qtbot, window, "weight_colors", "weights_colors_blue-red")
    assert len(grabbed(sheet) & chosen) > 40 and len(grabbed(sheet) & own) < 20
    exported = colors_in(render_image(sheet, 72))
    assert len(exported & chosen) > 40 and len(exported & own) < 20
    bar = grabbed(window.findChild(QWidget, "filter_color_bar"))
    assert len(bar & chosen) > 10 and len(bar & own) < 10


def test_pictures_and_matrices_are_shown_and_exported_in_the_colours_chosen(qtbot, window):
    window.docks.bring_up("data")
    grid = window.findChild(QWidget, "data_preview")
    qtbot.waitUntil(lambda: bool(grid.pictures))
    window.docks.bring_up("confusion")
    matrix = window.findChild(QWidget, "ff_confusion")
    qtbot.waitUntil(lambda: matrix.counts is not None, timeout=20_000)
    chosen = table_of(sequential("viridis"))
    fullest = matrix.cell_rect(2, 2).topLeft().toPoint() + QPoint(3, 3)

    def shown():
        cell = matrix.grab().toImage().pixelColor(fullest).name()
        exported = {v.objectName(): colors_in(render_image(v, 72)) & chosen for v in (grid, matrix)}
        return cell, len(grabbed(grid) & chosen), exported

    cell, in_sight, exported = shown()
    assert cell not in chosen and in_sight < 4
    assert len(exported["data_preview"]) < 4 and not exported["ff_confusion"]
    choose(qtbot, window, "picture_colors", "pictures_colors_viridis")
    cell, in_sight, exported = shown()
    assert cell in chosen and in_sight > 20
    assert len(exported["data_preview"]) > 20 and cell in exported["ff_confusion"]


def test_thumbnails_in_sight_change_too(qtbot, window):
    window.docks.bring_up("confusion")
    matrix = window.findChild(QWidget, "ff_confusion")
    qtbot.waitUntil(lambda: matrix.counts is not None, timeout=20_000)
    matrix.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(matrix, key)
    gallery = window.findChild(QWidget, "confusion_gallery")
    qtbot.waitUntil(lambda: gallery.count() > 0)
    chosen = table_of(sequential("magma"))
    assert len(grabbed(gallery.viewport()) & chosen) < 4
    choose(qtbot, window, "picture_colors", "pictures_colors_magma")
    assert len(grabbed(gallery.viewport()) & chosen) > 20
    assert gallery.count() > 0


def test_curves_and_goodness_are_shown_and_exported_in_the_colours_chosen(qtbot, window, studio):
    for epoch, right in enumerate((0.5, 0.7, 0.8), start=1):
        studio.history.add(StepDone(0, "ff", epoch, 0.1, float(epoch), (1 - right, 1.1 - right)))
        studio.history.add(StepDone(0, "bp", epoch, 0.1, float(epoch), (1 - right,)))
    found = series_colors("bright", LIGHT.raised)
    mine, own = {found.ff, found.bp}, {LIGHT.ff, LIGHT.bp}
    window.docks.bring_up("goodness")
    view = window.findChild(QWidget, "goodness_view")
    qtbot.waitUntil(lambda: own <= grabbed(view), timeout=20_000)
    choose(qtbot, window, "curve_colors", "curves_colors_bright")
    assert mine <= grabbed(view)
    figures = {figure.figure_name: figure for figure in window.docks.figures()}
    assert mine <= colors_in(render_image(figures["goodness"], 100))
    svg = FIGURE_FORMATS["svg"].content(figures["learning-curves"], PictureSize()).decode().lower()
    assert {found.bp, *found.layers[:2]} <= set(re.findall(r"#[0-9a-f]{6}", svg))
    assert LIGHT.bp not in svg and LIGHT.layers[0] not in svg


def test_choices_are_ticked_and_kept(qtbot, window, make_window):
    for submenu, (field, name) in CHOICES.items():
        choose(qtbot, window, submenu, f"{field}_{name}")
        menu = window.findChild(QMenu, f"{submenu}_menu")
        menu.aboutToShow.emit()
        ticked = [a.objectName() for a in menu.actions() if a.isChecked()]
        assert ticked == [f"{field}_{name}_action"]
        assert getattr(window.settings.colors, field.removesuffix("_colors")) == name
    window.appearance.choose_theme("dark")
    assert window.themes.theme.is_dark
    for field, name in CHOICES.values():
        assert getattr(window.themes.theme.colors, field.removesuffix("_colors")) == name


def test_what_cannot_be_read_of_the_choices_counts_as_not_chosen(window):
    window.settings.colors = Colors("blue-red", "no such map", "bright")
    assert window.settings.colors == Colors("blue-red", "grey", "bright")
