"""Line icons, coloured for the theme at run time.

The files in ``resources/icons`` draw with ``currentColor``; one SVG thus serves every
theme, and a disabled icon is the same drawing in a paler colour.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ffstudio.core.assets import resource
from ffstudio.gui.style.theme import Theme, mix

# Logical sizes and their doubles, so that an icon is sharp on high-DPI screens too.
SIZES = (16, 24, 32, 48)
APP_SIZES = (16, 24, 32, 48, 64, 128, 256)


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _pixmap(drawing: QSvgRenderer, size: int) -> QPixmap:
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def _drawing(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode("utf-8")))


def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One picture of an icon.

    Args:
        name: File name without ``.svg``.
        color: What ``currentColor`` becomes.
        size: Logical pixels.
        ratio: Device pixels per logical pixel.
    """
    picture = _pixmap(_drawing(name, color), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, theme: Theme, color: str = "") -> QIcon:
    """An icon in the colours of ``theme``, with a disabled state.

    Args:
        name: File name in ``resources/icons`` without ``.svg``.
        color: Another colour than the theme's text, for example ``theme.accent_text``.
    """
    return QIcon(_icon(name, color or theme.text, theme))


@cache
def _icon(name: str, color: str, theme: Theme) -> QIcon:
    made = QIcon()
    pale = mix(QColor(color), QColor(theme.surface), 0.38).name()
    for mode, ink in (
        (QIcon.Mode.Normal, color),
        (QIcon.Mode.Selected, theme.accent_text if color == theme.text else color),
        (QIcon.Mode.Disabled, pale),
    ):
        drawing = _drawing(name, ink)
        for size in SIZES:
            made.addPixmap(_pixmap(drawing, size), mode)
    return made


def app_icon() -> QIcon:
    """The program's own icon."""
    made = QIcon()
    for size in APP_SIZES:
        made.addFile(str(resource("icons", f"ffstudio-{size}.png")), QSize(size, size))
    return made
