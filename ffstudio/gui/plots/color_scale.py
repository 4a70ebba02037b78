"""A scale of diverging colours with its ends and zero written below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen

from ffstudio.gui.style.colormaps import diverging
from ffstudio.gui.style.theme import Theme


def paint_color_bar(painter: QPainter, bar: QRectF, limits: tuple[str, str], theme: Theme) -> None:
    """A scale with its ends and zero written below; vectors only."""
    table = diverging(theme.is_dark, theme.colors.weights)
    ramp = QLinearGradient(bar.topLeft(), bar.topRight())
    for place in range(0, len(table), 15):
        ramp.setColorAt(place / (len(table) - 1), QColor(*(int(c) for c in table[place])))
    painter.fillRect(bar, ramp)
    painter.setPen(QPen(QColor(theme.line), 0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    painter.setPen(QColor(theme.muted))
    height = QFontMetricsF(painter.font(), painter.device()).height()
    below = QRectF(bar.left(), bar.bottom() + 1, bar.width(), height)
    for where, text in (
        (Qt.AlignmentFlag.AlignLeft, limits[0]),
        (Qt.AlignmentFlag.AlignHCenter, "0"),
        (Qt.AlignmentFlag.AlignRight, limits[1]),
    ):
        painter.drawText(below, where, text)
