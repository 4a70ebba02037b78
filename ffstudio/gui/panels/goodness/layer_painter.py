"""Paints the layers' histograms in a grid, on the screen and for export."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ffstudio.core.words import tr
from ffstudio.gui.panels.goodness.measured import (
    GAP_RIGHT,
    GAP_WRONG,
    GAPS,
    POPULATIONS,
    RIDGE,
    ShownGoodness,
)
from ffstudio.gui.panels.goodness.ridge_painter import paint_ridge
from ffstudio.gui.plots.chart import paint_area_sample, paint_chart, wrap_words
from ffstudio.gui.style.theme import Theme, layer_color, layer_dash

CELL_WIDTH = 245.0
CELL_HEIGHT = 176.0

# After the share of images above 0, where there is room.
GAP_MEANING = ": its own accuracy"


def columns_in(width: float, count: int, together: int = 1) -> int:
    """How many of ``count`` histograms stand in a row.

    Args:
        together: So many belong to a layer; they stay in one row where it is wide enough.
    """
    columns = max(min(int(width // CELL_WIDTH), count), 1)
    return columns if columns < together else columns // together * together


def cell_of(rect: QRectF, k: int, columns: int, rows: int, gap: float) -> QRectF:
    """The place of a layer (0-based) in a grid."""
    width = (rect.width() - gap * (columns - 1)) / columns
    height = (rect.height() - gap * (rows - 1)) / rows
    row, column = divmod(k, columns)
    corner = rect.topLeft() + QPointF(column * (width + gap), row * (height + gap))
    return QRectF(corner, QSizeF(width, height))


# Between two figures in one line.
_APART = " " * 3


def paint_layer(
    painter: QPainter, rect: QRectF, theme: Theme, shown: ShownGoodness, k: int, view: str
) -> QRectF:
    """One view of a layer: its name in its colour and dash, its figures, its histogram.

    Returns:
        The rectangle between the axes.
    """
    font = QFont(painter.font())
    bold = QFont(font)
    bold.setBold(True)
    metrics = QFontMetricsF(bold, painter.device())
    painter.setFont(bold)
    painter.setPen(QColor(theme.text))
    title = tr("Layer {k}", k=k + 1)
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
    beside = shown.median_text(k) if view == GAPS else shown.wins(k)
    width = metrics.horizontalAdvance(beside)
    if x + 26 + width <= rect.right():
        painter.drawText(QPointF(rect.right() - width, rect.top() + metrics.ascent()), beside)
    text = shown.gap_text(k) if view == GAPS else shown.read_out(k)
    meaning = tr(GAP_MEANING)
    if view == GAPS and metrics.horizontalAdvance(text + meaning) <= rect.width():
        text += meaning
    sides = shown.side_text(k) if view == POPULATIONS else ""
    told = [*_fold(text, metrics, rect.width()), *_fold(sides, metrics, rect.width())]
    baseline = rect.top() + metrics.height() + 1 + metrics.ascent()
    for number, line in enumerate(told):
        painter.drawText(QPointF(rect.left(), baseline + number * metrics.height()), line)
    chart_rect = rect.adjusted(0, (1 + max(len(told), 1)) * metrics.height() + 2, 0, 0)
    if view == RIDGE:
        return paint_ridge(painter, chart_rect, theme, shown, k)
    return paint_chart(painter, chart_rect, theme, shown.chart_of(k, view, theme))


def _fold(text: str, metrics: QFontMetricsF, room: float) -> list[str]:
    """Lines that fit: a text is broken where its figures are apart, shortened only then."""
    lines: list[str] = []
    for part in filter(None, text.split(_APART)):
        longer = f"{lines[-1]}{_APART}{part}" if lines else part
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]


def paint_legend(
    painter: QPainter, rect: QRectF, theme: Theme, shown: ShownGoodness, views: Sequence[str]
) -> float:
    """What is blue and flat, what is orange and hatched; returns its height."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    y, height = rect.top(), metrics.height()
    for number, view in enumerate(views):
        words = (
            (tr(GAP_RIGHT), tr(GAP_WRONG))
            if view == GAPS
            else (shown.words.positive, shown.words.negative)
        )
        x, y = rect.left(), y + (height + 3) * bool(number)
        for at, text in enumerate(words):
            lines = wrap_words(text, metrics, rect.width() - height * 1.5 - 5)
            width = height * 1.5 + 5 + max(map(metrics.horizontalAdvance, lines))
            if x > rect.left() and x + width > rect.right():
                x, y = rect.left(), y + height + 3
            box = QRectF(x, y + 1, height * 1.5, height - 2)
            color = QColor(theme.negative if at else theme.positive)
            paint_area_sample(painter, box, color, bool(at), QColor(theme.raised))
            painter.setPen(QColor(theme.text))
            for line in lines:
                painter.drawText(QPointF(x + height * 1.5 + 5, y + metrics.ascent()), line)
                y += height
            y -= height
            x += width + height
    return y - rect.top() + height
