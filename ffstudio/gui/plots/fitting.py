"""Painted texts that become smaller or say less where there is little room, before they are cut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

# Down to this share of the size there would be.
_LEAST = 0.65


def shrink_to_fit(font: QFont, text: str, room: float, painter: QPainter) -> QFont:
    """A font in which a text fits, but never one that is hard to read.

    Args:
        room: In the painter's units; without any, the font stays.
    """
    wide = QFontMetricsF(font, painter.device()).horizontalAdvance(text)
    made = QFont(font)
    if wide > room > 0:
        share = max(room / wide * 0.99, _LEAST)
        if font.pointSizeF() > 0:
            made.setPointSizeF(font.pointSizeF() * share)
        else:
            made.setPixelSize(max(int(font.pixelSize() * share), 1))
    return made


def say_what_fits(metrics: QFontMetricsF, room: float, *texts: str) -> str:
    """The first of some texts, each shorter than the one before, that fits; the last is cut."""
    for text in texts:
        if metrics.horizontalAdvance(text) <= room:
            return text
    return metrics.elidedText(texts[-1], Qt.TextElideMode.ElideRight, room)
