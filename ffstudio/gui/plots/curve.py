"""One line of a live plot."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

import pyqtgraph as pg  # isort: skip  (after PySide6, which it then binds to)

from ffstudio.gui.plots.plot import Plot
from ffstudio.gui.style.theme import line_pen, mix

Column = npt.NDArray[np.float64]

_MOST_DOTS = 400


def _count(item: Any) -> int:
    """How many points an item shows."""
    x, _ = item.getData()
    return 0 if x is None else len(x)


def _fill(item: Any, x: Column, y: Column) -> None:
    """Gives an item its points; one that stays empty is left alone."""
    if len(x) or _count(item):
        item.setData(x, y)


class Curve:
    """One line of a :class:`Plot`: a raw line kept faint behind the main one, and markers."""

    def __init__(self, plot: Plot, *, marker: str = "", is_behind: bool = False) -> None:
        self._faint = pg.PlotCurveItem(connect="finite", antialias=False)
        self._main = pg.PlotCurveItem(connect="finite", antialias=False)
        self._faint.setZValue(-2)
        if is_behind:  # of those that are not
            self._main.setZValue(-1)
        self._dots = pg.ScatterPlotItem(
            symbol={"circle": "o", "square": "s", "triangle": "t1", "diamond": "d"}.get(
                marker, "o"
            ),
            size=6,
            pxMode=True,
            pen=None,
        )
        self._always_dots = bool(marker)
        self._plot = plot
        self._is_visible = True
        for item in (self._faint, self._main, self._dots):
            plot.add_item(item)

    def set_look(self, color: QColor, ground: QColor, dash: Qt.PenStyle) -> None:
        self._main.setPen(line_pen(color, dash))
        self._faint.setPen(line_pen(mix(color, ground, 0.32)))
        self._dots.setBrush(color)

    def set_data(self, x: Column, y: Column, faint: tuple[Column, Column] | None = None) -> None:
        """Shows (x, y); ``faint`` is the raw line behind it. NaN breaks a line."""
        self._main.setData(x, y)
        nothing = np.empty(0), np.empty(0)
        _fill(self._faint, *(faint or nothing))
        finite = np.isfinite(y)
        # A single point has no line: show it as a dot.
        dotted = (self._always_dots and len(x) <= _MOST_DOTS) or finite.sum() == 1
        _fill(self._dots, *((x[finite], y[finite]) if dotted else nothing))
        self.set_visible(self._is_visible)

    def set_visible(self, visible: bool) -> None:
        self._is_visible = visible
        for item in (self._faint, self._main, self._dots):
            # What is empty costs as much to paint as what is not.
            item.setVisible(visible and (item is self._main or _count(item) > 0))

    @property
    def is_visible(self) -> bool:
        return self._is_visible

    def data(self) -> tuple[Column, Column]:
        """What the main line shows: (x, y), y as log10 on a logarithmic axis."""
        x, y = self._main.getData()
        empty = np.empty(0)
        return (empty, empty) if x is None else (x, y)

    def faint_data(self) -> tuple[Column, Column]:
        x, y = self._faint.getData()
        empty = np.empty(0)
        return (empty, empty) if x is None else (x, y)

    def remove(self) -> None:
        for item in (self._faint, self._main, self._dots):
            self._plot.removeItem(item)


class CurveBand:
    """What lies between two lines of a :class:`Plot`, filled behind all curves."""

    def __init__(self, plot: Plot) -> None:
        self._edges = pg.PlotCurveItem(), pg.PlotCurveItem()
        self._fill = pg.FillBetweenItem(*self._edges)
        self._fill.setZValue(-3)
        self._plot = plot
        plot.add_item(self._fill)

    def set_data(self, low_x: Column, low: Column, high_x: Column, high: Column) -> None:
        """Shows the band between (low_x, low) and (high_x, high); gaps are left out."""
        for item, x, y in zip(self._edges, (low_x, high_x), (low, high), strict=True):
            good = np.isfinite(y)
            item.setData(x[good], y[good])

    def set_color(self, color: QColor) -> None:
        """Fills it with a light shade of a colour."""
        shade = QColor(color)
        shade.setAlphaF(0.2)
        self._fill.setBrush(shade)

    def data(self) -> tuple[tuple[Column, Column], tuple[Column, Column]]:
        """The lower and the upper edge: (x, y) of each."""
        (low_x, low), (high_x, high) = (item.getData() for item in self._edges)
        return (low_x, low), (high_x, high)

    def remove(self) -> None:
        """Takes it out of the plot."""
        self._plot.removeItem(self._fill)
