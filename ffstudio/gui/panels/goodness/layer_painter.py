"""Paints the layers' histograms in a grid, on the screen and for export."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ffstudio.core.forward_forward import Words
from ffstudio.gui.panels.goodness.measured import ShownGoodness
from ffstudio.gui.plots.chart import paint_area_sample, paint_chart
from ffstudio.gui.style.theme import Theme, layer_color, layer_dash

CELL_WIDTH = 260.0
CELL_HEIGHT = 176.0


def columns_in(width: float, count: int) -> int:
    """How many of ``count`` layers stand in a row."""
    return max(min(int(width // CELL_WIDTH), count), 1)


def cell_of(rect: QRectF, k: int, columns: int, rows: int, gap: float) -> QRectF:
    """The place of a layer (0-based) in a grid."""
    width = (rect.width() - gap * (columns - 1)) / columns
    height = (rect.height() - gap * (rows - 1)) / rows
    row, column = divmod(k, columns)
    corner = rect.topLeft() + QPointF(column * (width + gap), row * (height + gap))
    return QRectF(corner, QSizeF(width, height))


def paint_layer(
    painter: QPainter, rect: QRectF, theme: Theme, shown: ShownGoodness, k: int
) -> None:
    """One layer: its name in its colour and dash, its figures of merit, its histograms."""
    font = QFont(painter.font())
    bold = QFont(font)
    bold.setBold(True)
    metrics = QFontMetricsF(bold, painter.device())
    painter.setFont(bold)
    painter.setPen(QColor(theme.text))
    title = f"Layer {k + 1}"
    painter.drawText(QPointF(rect.left(), rect.top() + metrics.ascent()), title)
    pen = painter.pen()
    pen.setColor(layer_color(theme, k))
    pen.setWidthF(2.0)
    pen.setStyle(layer_dash(k))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    y = rect.top() + metrics.height() / 2
    x = rect.left() + metrics.horizontalAdvance(title) + 7
    painter.drawLine(QPointF(x, y), QPointF(x + 20, y))
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    metrics = QFontMetricsF(font, painter.device())
    wins = shown.wins(k)
    width = metrics.horizontalAdvance(wins)
    if x + 26 + width <= rect.right():
        painter.drawText(QPointF(rect.right() - width, rect.top() + metrics.ascent()), wins)
    text = metrics.elidedText(shown.read_out(k), Qt.TextElideMode.ElideRight, rect.width())
    baseline = rect.top() + metrics.height() + 1 + metrics.ascent()
    painter.drawText(QPointF(rect.left(), baseline), text)
    chart_rect = rect.adjusted(0, 2 * metrics.height() + 2, 0, 0)
    paint_chart(painter, chart_rect, theme, shown.chart(k, theme))


def paint_legend(painter: QPainter, rect: QRectF, theme: Theme, words: Words) -> float:
    """What is blue and flat, what is orange and hatched; returns its height."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    x, y, height = rect.left(), rect.top(), metrics.height()
    for color, hatched, text in (
        (theme.positive, False, words.positive),
        (theme.negative, True, words.negative),
    ):
        width = height * 1.5 + 5 + metrics.horizontalAdvance(text)
        if x > rect.left() and x + width > rect.right():
            x, y = rect.left(), y + height + 3
        box = QRectF(x, y + 1, height * 1.5, height - 2)
        paint_area_sample(painter, box, QColor(color), hatched, QColor(theme.raised))
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(x + height * 1.5 + 5, y + metrics.ascent()), text)
        x += width + height
    return y - rect.top() + height
