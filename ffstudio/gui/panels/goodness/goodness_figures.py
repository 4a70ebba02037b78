"""Histograms and separation over time, for export."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from ffstudio.gui.figures.figure import Table
from ffstudio.gui.panels.goodness.layer_painter import (
    cell_of,
    columns_in,
    paint_layer,
    paint_legend,
)
from ffstudio.gui.panels.goodness.measured import ShownGoodness
from ffstudio.gui.plots.chart import paint_chart
from ffstudio.gui.style.theme import Theme


class GoodnessFigure:
    """The histograms, for export."""

    figure_name = "goodness"
    figure_title = "Goodness per layer"
    figure_min_width = 230.0

    def __init__(self, shown: ShownGoodness) -> None:
        self._shown = shown

    def _count(self) -> int:
        return len(self._shown.probed.layers) if self._shown.probed is not None else 0

    def figure_size(self) -> QSizeF:
        count = self._count()
        if not count:
            return QSizeF()
        rows = math.ceil(count / columns_in(468.0 - 20, count))
        return QSizeF(468.0 if count > 1 else 300.0, 36.0 + 170.0 * rows)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints the legend and a grid of histograms."""
        count = self._count()
        inner = rect.adjusted(10, 10, -10, -8)
        used = paint_legend(painter, inner, theme, self._shown.words)
        area = inner.adjusted(0, used + 8, 0, 0)
        columns = max(min(int(rect.width() // 215), count), 1)
        rows = math.ceil(count / columns)
        for k in range(count):
            paint_layer(painter, cell_of(area, k, columns, rows, 14), theme, self._shown, k)

    def figure_table(self) -> Table:
        """Every image's goodness."""
        rows: list[list[object]] = []
        if self._shown.probed is not None:
            for k, layer in enumerate(self._shown.probed.layers):
                for name, values in (("positive", layer.positive), ("negative", layer.negative)):
                    rows += [[k + 1, name, value] for value in values.tolist()]
        return ["layer", "data", "goodness"], rows


class SeparationFigure:
    """AUC over time, for export."""

    figure_name = "separation"
    figure_title = "Separation over time"
    figure_min_width = 230.0

    def __init__(self, shown: ShownGoodness) -> None:
        self._shown = shown

    def figure_size(self) -> QSizeF:
        return QSizeF(468.0, 200.0) if len(self._shown.over_time) > 1 else QSizeF()

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints one line per layer."""
        paint_chart(painter, rect.adjusted(10, 10, -10, -8), theme, self._shown.time_chart(theme))

    def figure_table(self) -> Table:
        """One row per layer and moment."""
        rows: list[list[object]] = [
            [epoch, k + 1, value]
            for epoch, values in self._shown.over_time
            for k, value in enumerate(values)
        ]
        return ["epoch", "layer", "auc"], rows
