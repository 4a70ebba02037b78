"""Histograms and what became of the layers over time, for export."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from ffstudio.core.words import spoken
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.panels.goodness.layer_painter import (
    cell_of,
    columns_in,
    paint_layer,
    paint_legend,
)
from ffstudio.gui.panels.goodness.measured import GAPS, POPULATIONS, RIDGE, ShownGoodness
from ffstudio.gui.panels.goodness.ridge_painter import count_row, find_edges
from ffstudio.gui.plots.chart import Chart, paint_chart
from ffstudio.gui.style.theme import Theme


class _HistogramsFigure:
    """One view of every layer."""

    figure_min_width = 230.0
    view: str

    def __init__(self, shown: ShownGoodness) -> None:
        self._shown = shown

    def _count(self) -> int:
        return len(self._shown.layers)

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
        used = paint_legend(painter, inner, theme, self._shown, [self.view])
        area = inner.adjusted(0, used + 8, 0, 0)
        columns = max(min(int(rect.width() // 215), count), 1)
        rows = math.ceil(count / columns)
        for k in range(count):
            cell = cell_of(area, k, columns, rows, 14)
            paint_layer(painter, cell, theme, self._shown, k, self.view)


class GoodnessFigure(_HistogramsFigure):
    """The two populations of every layer."""

    figure_name = "goodness"
    figure_title = spoken("Goodness per layer")
    view = POPULATIONS

    def figure_table(self) -> Table:
        """Every image's goodness."""
        rows: list[list[object]] = []
        for k, layer in enumerate(self._shown.layers):
            for name, values in (("positive", layer.positive), ("negative", layer.negative)):
                rows += [[k + 1, name, value] for value in values.tolist()]
        return ["layer", "data", "goodness"], rows


class GapsFigure(_HistogramsFigure):
    """Each image's own gap in every layer."""

    figure_name = "goodness-gaps"
    figure_title = spoken("Gap between labels per layer")
    view = GAPS

    def _count(self) -> int:
        return 0 if self._shown.no_gaps else len(self._shown.layers)

    def figure_table(self) -> Table:
        """Every image's gap."""
        rows: list[list[object]] = []
        for k, layer in enumerate(self._shown.layers):
            if layer.own is not None:
                columns = (layer.own.rows, layer.own.labels, layer.own.rivals, layer.own.gaps)
                each = zip(*(column.tolist() for column in columns), strict=True)
                rows += [[k + 1, *values] for values in each]
        return ["layer", "image", "true_label", "best_wrong_label", "gap"], rows


class RidgeFigure(_HistogramsFigure):
    """The two populations of every layer, epoch above epoch."""

    figure_name = "goodness-ridge"
    figure_title = spoken("Goodness pulling apart over epochs")
    view = RIDGE

    def _count(self) -> int:
        return len(self._shown.layers) if self._shown.ridge_rows() else 0

    def figure_table(self) -> Table:
        """Percent of the images per bin, of every row that is shown."""
        moments = self._shown.ridge_rows()
        rows: list[list[object]] = []
        for k in range(self._count()):
            edges = find_edges(moments, k)
            for epoch, moment in moments:
                for name, values in zip(("positive", "negative"), moment[k], strict=True):
                    bins = zip(edges, edges[1:], count_row(values, edges), strict=False)
                    rows += [[epoch, k + 1, name, *map(float, one)] for one in bins]
        return ["epoch", "layer", "data", "from", "to", "percent"], rows


class _OverTimeFigure:
    """One value of every layer against epochs."""

    figure_min_width = 230.0
    value: str

    def __init__(self, shown: ShownGoodness) -> None:
        self._shown = shown

    def _chart(self, theme: Theme) -> Chart:
        raise NotImplementedError

    def _values(self) -> list[tuple[float, tuple[float, ...]]]:
        """(epoch, value of every layer)."""
        raise NotImplementedError

    def figure_size(self) -> QSizeF:
        return QSizeF(468.0, 200.0) if len(self._values()) > 1 else QSizeF()

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints one line per layer."""
        paint_chart(painter, rect.adjusted(10, 10, -10, -8), theme, self._chart(theme))

    def figure_table(self) -> Table:
        """One row per layer and moment."""
        rows: list[list[object]] = [
            [epoch, k + 1, value]
            for epoch, values in self._values()
            for k, value in enumerate(values)
        ]
        return ["epoch", "layer", self.value], rows


class SeparationFigure(_OverTimeFigure):
    """AUC over time."""

    figure_name = "separation"
    figure_title = spoken("Separation over time")
    value = "auc"

    def _chart(self, theme: Theme) -> Chart:
        return self._shown.time_chart(theme)

    def _values(self) -> list[tuple[float, tuple[float, ...]]]:
        return [(moment.epoch, moment.aucs) for moment in self._shown.over_time]


class LayerAccuracyFigure(_OverTimeFigure):
    """The share of images above 0 over time."""

    figure_name = "gaps-over-time"
    figure_title = spoken("Each layer's own accuracy over time")
    value = "share_above_0"

    def _chart(self, theme: Theme) -> Chart:
        return self._shown.accuracy_chart(theme)

    def _values(self) -> list[tuple[float, tuple[float, ...]]]:
        moments = self._shown.over_time
        return [
            (moment.epoch, moment.above)
            for moment in moments
            if any(math.isfinite(share) for share in moment.above)
        ]
