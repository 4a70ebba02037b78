"""Paints how a layer's two populations pull apart: a row for each epoch, the newest in front."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath

from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr
from ffstudio.gui.panels.goodness.measured import Ridge, ShownGoodness
from ffstudio.gui.plots.chart import Chart, paint_chart
from ffstudio.gui.plots.marks import PlotMark
from ffstudio.gui.style.theme import Theme, chart_pen

Values = npt.NDArray[np.float64]

_BINS = 48
# A row may rise this many rows high.
_RISE = 1.9


def count_row(values: npt.NDArray[np.floating], edges: Values) -> Values:
    """Percent of the values per bin; what lies outside counts in the outermost bins."""
    if not len(values):
        return np.zeros(len(edges) - 1)
    counts, _ = np.histogram(np.clip(values, edges[0], edges[-1]), edges)
    return np.asarray(100.0 * counts / len(values))


def find_edges(rows: list[tuple[float, Ridge]], k: int) -> Values:
    """Bins in which nearly all goodness of a layer lies, at all moments that are shown."""
    every = np.concatenate(
        [values for _, row in rows for values in row[k]] or [np.zeros(1, np.float32)]
    )
    every = every[np.isfinite(every)]
    low, high = (float(v) for v in np.percentile(every, (0.5, 99.5))) if len(every) else (0, 1)
    if high <= low:
        low, high = low - 0.5, high + 0.5
    air = 0.04 * (high - low)
    return np.linspace(max(low - air, 0.0) if low >= 0 else low - air, high + air, _BINS + 1)


def paint_ridge(
    painter: QPainter, rect: QRectF, theme: Theme, shown: ShownGoodness, k: int
) -> QRectF:
    """A layer's rows; returns the rectangle between the axes."""
    rows = shown.ridge_rows()
    edges = find_edges(rows, k)
    marks = [
        PlotMark(at, f"{name} = {number_text(at)}", QColor(theme.text))
        for name, at in shown.thresholds(k)
        if edges[0] <= at <= edges[-1]
    ]
    chart = Chart(
        "",
        tr("Goodness"),
        tr("Epoch"),
        (float(edges[0]), float(edges[-1])),
        (0.0, 1.0),
        marks=marks,
        y_ticks=False,
        legend=False,
    )
    metrics = QFontMetricsF(painter.font(), painter.device())
    texts = [number_text(round(epoch, 1)) for epoch, _ in rows]
    widest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
    inner = paint_chart(painter, rect, theme, chart, widest + metrics.height() + 8.0)
    if not rows:
        return inner
    painter.save()
    step = inner.height() / (len(rows) + _RISE - 1)
    counted = [[count_row(values, edges) for values in row[k]] for _, row in rows]
    top = max(float(max(heights.max() for heights in pair)) for pair in counted) or 1.0
    every = max(round(metrics.height() / max(step, 1.0)), 1)
    for at, (text, pair) in enumerate(zip(texts, counted, strict=True)):
        base = inner.bottom() - (len(rows) - 1 - at) * step
        for heights, name in ((pair[1], theme.negative), (pair[0], theme.positive)):
            _paint_row(painter, inner, base, heights / top * step * _RISE, QColor(name))
        if (len(rows) - 1 - at) % every == 0:
            painter.setPen(QColor(theme.muted))
            width = metrics.horizontalAdvance(text)
            painter.drawText(QPointF(inner.left() - width - 3, base), text)
    painter.restore()
    return inner


def _paint_row(
    painter: QPainter, inner: QRectF, base: float, heights: Values, color: QColor
) -> None:
    outline = QPainterPath(QPointF(inner.left(), base))
    width = inner.width() / len(heights)
    for i, height in enumerate(heights.tolist()):
        outline.lineTo(QPointF(inner.left() + (i + 0.5) * width, base - height))
    outline.lineTo(QPointF(inner.right(), base))
    shade = QColor(color)
    shade.setAlphaF(0.45)
    painter.fillPath(outline, shade)
    painter.setPen(chart_pen(color, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
