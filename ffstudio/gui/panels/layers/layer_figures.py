"""The layers' accuracy and who decides, for export."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPainter

from ffstudio.core.look.layer_scores import ALONE
from ffstudio.core.words import spoken
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.panels.layers.measured import ShownLayers
from ffstudio.gui.panels.layers.painters import ClassTable, columns_in, paint_times
from ffstudio.gui.style.theme import Theme


class LayersOverTime:
    """Accuracy of every sum and layer against epochs."""

    figure_name = "layer-accuracy"
    figure_title = spoken("Accuracy layer by layer")
    figure_min_width = 240.0

    def __init__(self, shown: ShownLayers) -> None:
        self._shown = shown

    def figure_size(self) -> QSizeF:
        if not self._shown.over_time or self._shown.measured is None:
            return QSizeF()
        count = len(self._shown.sums)
        return QSizeF(20.0 + 250.0 * count, 200.0)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        inner = rect.adjusted(10, 10, -10, -8)
        count = len(self._shown.sums)
        rows = math.ceil(count / columns_in(inner.width(), count))
        inner.setHeight(min(inner.height(), rows * 200.0))
        paint_times(painter, inner, theme, self._shown)

    def figure_table(self) -> Table:
        """One row per moment, sum and layer."""
        rows: list[list[object]] = [
            [epoch, which, k + 1, share]
            for epoch, moment in self._shown.over_time
            for which, shares in moment.shares.items()
            for k, share in enumerate(shares)
            if math.isfinite(share)
        ]
        return ["epoch", "sum", "layer", "accuracy"], rows


class DecidersFigure:
    """Which layer decides, class by class."""

    figure_name = "deciding-layers"
    figure_title = spoken("Which layer decides, by class")

    def __init__(self, shown: ShownLayers) -> None:
        self._shown = shown
        self.which = ALONE

    def figure_size(self) -> QSizeF:
        if self._shown.measured is None:
            return QSizeF()
        return QSizeF(468.0, 30.0 + 17.0 * ClassTable.rows(self._shown))

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        inner = rect.adjusted(10, 8, -10, -8)
        metrics = QFontMetricsF(painter.font(), painter.device())
        ClassTable(self._shown, self.which, inner, metrics).paint(painter, theme)

    def figure_table(self) -> Table:
        """One row per class and layer."""
        rows: list[list[object]] = []
        if self._shown.measured is not None:
            scores = self._shown.measured.scores
            shares, right = scores.count_deciders(), scores.class_accuracy(self.which)
            for label, name in enumerate(self._shown.class_names):
                rows += [
                    [name, k + 1, shares[label, k], self.which, right[label, k]]
                    for k in range(scores.num_layers)
                ]
        return ["class", "layer", "share_decided", "sum", "accuracy"], rows
