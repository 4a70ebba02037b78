"""The curves as figures for export."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from ffstudio.core.run.history import X_AXES, Series, SeriesKey
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.panels.curves.shown_curves import ShownCurves
from ffstudio.gui.plots.chart import (
    Chart,
    cut_into_rows,
    paint_chart,
    share_ranges,
    y_axis_width,
)
from ffstudio.gui.style.theme import Theme

_TABLE_POINTS = 20_000


class CurvesFigure:
    """Some of the plots as they are shown now, one below the other.

    Args:
        plots: Their names.
        chart: Makes a plot's chart in a theme.
    """

    figure_min_width = 230.0
    figure_of_run = True

    def __init__(
        self,
        shown: ShownCurves,
        chart: Callable[[str, Theme], Chart],
        plots: tuple[str, ...],
        name: str,
        title: str,
    ) -> None:
        self._shown, self._chart, self._plots = shown, chart, plots
        self._name, self._title = name, title

    @property
    def figure_name(self) -> str:
        return self._name

    @property
    def figure_title(self) -> str:
        return self._title

    def _with_curves(self) -> list[str]:
        shown = self._shown
        histories = [shown.history, *(one.history for one in shown.overlays)]
        return [n for n in self._plots if any(shown.keys(n, history=h) for h in histories)]

    def figure_size(self) -> QSizeF:
        count = len(self._with_curves())
        return QSizeF(468.0, 14.0 + 176.0 * count) if count else QSizeF()

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints the plots one below the other."""
        names = self._with_curves()
        inner = rect.adjusted(10, 10, -10, -8)
        parts = cut_into_rows(inner, len(names), 12.0)
        charts = [share_ranges(self._chart(name, theme)) for name in names]
        pairs = list(zip(parts, charts, strict=True))
        width = max((y_axis_width(painter, part, chart) for part, chart in pairs), default=0.0)
        for part, chart in pairs:
            paint_chart(painter, part, theme, chart, width)

    def figure_table(self) -> Table:
        """Tidy rows of the curves shown; very long ones keep their extremes."""
        shown = self._shown
        header = ["curve", "algorithm", "metric", "layer", "dataset", *X_AXES, "value"]
        rows: list[list[object]] = []
        own = [(shown.own_name, shown.history)] if shown.has_own else []
        over = [(o.name, o.history) for o in shown.overlays if o.source not in shown.hidden_runs]
        for name in self._with_curves():
            for run, history in (*own, *over):
                for key in shown.keys(name, history=history):
                    made = _rows_of(key, history.series[key])
                    rows += [[run, *row] for row in made] if shown.overlays else made
        return (["run", *header] if shown.overlays else header), rows


def _rows_of(key: SeriesKey, series: Series) -> list[list[object]]:
    """A row a point."""
    if len(series) <= _TABLE_POINTS or not np.isfinite(series.axis("step")).all():
        chosen = np.arange(len(series))
    else:
        kept, _ = series.thin("step", _TABLE_POINTS)
        chosen = np.searchsorted(series.axis("step"), kept)
    columns = [series.axis(a)[chosen].tolist() for a in X_AXES]
    columns.append(series.values[chosen].tolist())
    layer = "" if key.layer is None else key.layer + 1
    head = [key.label, key.algorithm, key.metric, layer]
    rows: list[list[object]] = []
    for i, step, epoch, seconds, *taken, value in zip(chosen.tolist(), *columns, strict=True):
        whole: list[object] = [int(n) if math.isfinite(n) else "" for n in (step, *taken)]
        on = series.dataset_name(key.dataset, i)
        rows.append([*head, on, whole[0], epoch, seconds, *whole[1:], value])
    return rows
