"""One quantity of several runs in the same plot."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from ffstudio.core.run.history import SeriesKey
from ffstudio.core.run.others import OthersCurves
from ffstudio.core.run.quantities import PLOTS
from ffstudio.core.run.reported import ReportedRun
from ffstudio.core.words import tr
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.plots.chart import Chart, Line, paint_chart
from ffstudio.gui.plots.ticks import pad_course, pad_range
from ffstudio.gui.style.theme import Theme, layer_color, layer_dash

_MARKERS = ("circle", "square", "triangle", "diamond")

# Points of a longer curve are too close to each other to be marked.
_MOST_MARKERS = 60
# Around the curves, as a share of what they fill.
_AIR = 0.04


class OverlaidCurves:
    """A curve of each run over the epochs, in a colour and a dash of its own."""

    figure_min_width = 230.0

    def __init__(
        self,
        runs: Sequence[ReportedRun],
        algorithm: str,
        metric: str,
        others: Sequence[OthersCurves] = (),
    ) -> None:
        self._algorithm, self._metric = algorithm, metric
        self._others = [
            (f"{one.name}: {name}", np.asarray(x, np.float64), np.asarray(y, np.float64))
            for one in others
            for name, (x, y) in one.find(metric, algorithm).items()
        ]
        self._curves = [
            (run.id, key, run.history.series[key])
            for run in runs
            for key in run.history.series
            if (key.algorithm, key.metric, key.layer) == (algorithm, metric, None)
        ]

    @property
    def figure_name(self) -> str:
        return f"{self._algorithm}-{self._metric}-compared"

    @property
    def figure_title(self) -> str:
        net = "Forward-Forward" if self._algorithm == "ff" else tr("Backprop")
        return f"{net} {SeriesKey(self._algorithm, self._metric).quantity.noun}"

    def figure_size(self) -> QSizeF:
        """Empty where no run has such a curve."""
        return QSizeF(468.0, 220.0) if self._curves else QSizeF()

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints one chart."""
        quantity = SeriesKey(self._algorithm, self._metric).quantity
        factor = 100.0 if quantity.in_percent else 1.0
        lines = [
            Line(
                series.axis("epoch"),
                series.values * factor,
                layer_color(theme, i),
                tr("{name} ({dataset})", name=name, dataset=key.dataset),
                layer_dash(i),
                _MARKERS[i % len(_MARKERS)] if len(series) <= _MOST_MARKERS else "",
            )
            for i, (name, key, series) in enumerate(self._curves)
        ]
        lines += [
            Line(
                x,
                y * factor,
                layer_color(theme, i),
                label,
                layer_dash(i),
                _MARKERS[i % len(_MARKERS)] if len(x) <= _MOST_MARKERS else "",
            )
            for i, (label, x, y) in enumerate(self._others, len(lines))
        ]
        plot = PLOTS.get(quantity.plot_of(self._algorithm) or "")
        limits = plot.limits if plot is not None else None
        y_range = pad_range(*_ends([line.y for line in lines]), share=_AIR, limits=limits)
        x_range = pad_course(_ends([line.x for line in lines]), _AIR)
        chart = Chart(
            self.figure_title,
            tr("Epoch"),
            plot.y_label if plot is not None else quantity.noun,
            x_range,
            y_range,
            lines,
            y_limits=limits,
        )
        paint_chart(painter, rect.adjusted(10, 10, -10, -8), theme, chart)

    def figure_table(self) -> Table:
        """One row a point."""
        rows: list[list[object]] = [
            [name, key.dataset, float(epoch), float(value)]
            for name, key, series in self._curves
            for epoch, value in zip(series.axis("epoch"), series.values, strict=True)
        ]
        rows += [
            [label, "", float(epoch), float(value)]
            for label, x, y in self._others
            for epoch, value in zip(x, y, strict=True)
        ]
        return ["run", "dataset", "epoch", self._metric], rows


def _ends(columns: Sequence[np.ndarray]) -> tuple[float, float]:
    values = [float(v) for column in columns for v in column if math.isfinite(v)] or [0.0]
    return min(values), max(values)
