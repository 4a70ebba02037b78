"""Icons are drawn in the theme's colours and are told apart when disabled."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from ffstudio.core.assets import AssetError, resource
from ffstudio.gui.style.icons import APP_SIZES, app_icon, icon, pixmap
from ffstudio.gui.style.theme import DARK, LIGHT

NEEDED = [
    "play",
    "pause",
    "step",
    "step-epoch",
    "stop",
    "cancel",
    "continue",
    "open",
    "save",
    "export",
    "undo",
    "redo",
    "pen",
    "eraser",
    "clear",
    "plus",
    "minus",
    "duplicate",
    "up",
    "down",
    "image",
    "next",
    "previous",
    "copy",
    "help",
    "theme",
]


def inks(picture):
    image = picture.toImage()
    colors = {}
    for y in range(image.height()):
        for x in range(image.width()):
            color = image.pixelColor(x, y)
            if color.alpha() == 255:
                colors[color.name()] = colors.get(color.name(), 0) + 1
    return colors


@pytest.mark.parametrize("name", NEEDED)
def test_icon_is_drawn_in_the_text_colour(qapp, name):
    for theme in (LIGHT, DARK):
        drawn = inks(icon(name, theme).pixmap(QSize(32, 32), 1.0))
        assert max(drawn, key=drawn.get) == QColor(theme.text).name()
        assert sum(drawn.values()) < 32 * 32 / 2, "an icon is lines, not a block"


def test_disabled_icon_is_paler(qapp):
    size = QSize(32, 32)
    normal = inks(icon("play", LIGHT).pixmap(size, 1.0, QIcon.Mode.Normal))
    disabled = inks(icon("play", LIGHT).pixmap(size, 1.0, QIcon.Mode.Disabled))
    darkest = QColor(max(normal, key=normal.get)).lightness()
    assert QColor(max(disabled, key=disabled.get)).lightness() > darkest + 60


def test_colour_can_be_chosen(qapp):
    drawn = inks(pixmap("stop", "#ff0000", 24))
    assert max(drawn, key=drawn.get) == "#ff0000"


def test_pixmap_is_sharp_on_a_high_dpi_screen(qapp):
    picture = pixmap("play", "#000000", 20, 2.0)
    assert picture.width() == 40
    assert picture.deviceIndependentSize().width() == 20


def test_app_icon_has_every_size(qapp):
    made = app_icon()
    assert {s.width() for s in made.availableSizes()} == set(APP_SIZES)
    assert inks(made.pixmap(QSize(64, 64), 1.0)), "the app icon is not empty"


def test_files_are_recolourable():
    for path in resource("icons").glob("*.svg"):
        if path.stem == "ffstudio" or path.stem.startswith("indicator-"):
            continue
        text = path.read_text(encoding="utf-8")
        assert "currentColor" in text
        assert not re.search(r"#[0-9a-fA-F]{3,6}", text), f"{path.name} has a fixed colour"


@pytest.mark.parametrize("name", ["../../README", "/etc/passwd", "a/../../b", "C:\\x", "..\\x", ""])
def test_resources_stay_inside(name):
    with pytest.raises(AssetError, match="not the name"):
        resource("icons", name)


def test_missing_resource_is_named():
    with pytest.raises(AssetError, match=r"icons/nothing\.svg"):
        resource("icons", "nothing.svg")
