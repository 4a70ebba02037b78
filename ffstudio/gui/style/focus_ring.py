"""The frame around what has the keyboard, for widgets that paint themselves."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ffstudio.gui.style.theme import Theme

_WIDTH, _ROUND = 2.0, 5.0


def paint_focus_ring(painter: QPainter, place: QRect, theme: Theme) -> None:
    """Just inside of a place, as wide as the style sheet's rings."""
    half = _WIDTH / 2
    painter.setPen(QPen(QColor(theme.accent), _WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = QRectF(place).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(ring, _ROUND, _ROUND)
