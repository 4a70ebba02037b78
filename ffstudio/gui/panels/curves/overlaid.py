"""What lies over the run's own curves in one plot: a line a run, in the run's own colour."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

from ffstudio.core.run.history import History, SeriesKey
from ffstudio.core.run.overlays import NamedHistory
from ffstudio.gui.panels.curves.looks import Look
from ffstudio.gui.panels.curves.shown_curves import Range, ShownCurves
from ffstudio.gui.plots.chart import Band, Line
from ffstudio.gui.plots.curve import Curve, CurveBand
from ffstudio.gui.plots.plot import Plot
from ffstudio.gui.style.theme import Theme

Column = npt.NDArray[np.float64]
Place = tuple[str, SeriesKey]


class OverlaidLines:
    """The lines and bands of one plot; they follow ``shown.overlays``."""

    def __init__(self, name: str, shown: ShownCurves, plot: Plot) -> None:
        self._name, self._shown, self._plot = name, shown, plot
        self.curves: dict[Place, Curve] = {}
        self._bands: dict[Place, CurveBand] = {}
        # Per line what it was made of, and its lowest and highest value.
        self._made: dict[Place, tuple[tuple[object, ...], Range]] = {}

    def draw(self, within: Range | None, points: int, theme: Theme) -> list[Range]:
        """Brings all lines up to date; the lowest and highest values of each."""
        wanted = self._list_wanted()
        for place in [p for p in self.curves if p not in wanted]:
            self.curves.pop(place).remove()
            self._made.pop(place, None)
            if place in self._bands:
                self._bands.pop(place).remove()
        return [self._draw(place, one, within, points, theme) for place, one in wanted.items()]

    def recolour(self, theme: Theme) -> None:
        """Draws all lines in the colours of a theme."""
        for (source, key), curve in self.curves.items():
            one = next((o for o in self._shown.overlays if o.source == source), None)
            if one is not None:
                self._colour(curve, self._bands.get((source, key)), one, key, theme)

    def dots(self, x: float, theme: Theme) -> list[tuple[float, float, QColor]]:
        """Where the crosshair meets the lines."""
        dots = []
        for (_, key), one in self._list_wanted().items():
            at, value, _ = self._shown.value_at(key, x, one.history)
            y = float(self._shown.to_plot(self._name, np.array([value]))[0])
            dots.append((at, y, self._shown.run_color(one, theme)))
        return dots

    def chart_parts(
        self, within: Range | None, points: int, theme: Theme
    ) -> tuple[list[Line], list[Band], list[Range]]:
        """Lines and bands for a chart on paper, and the lowest and highest values as plotted."""
        shown, scale = self._shown, 100.0 if self._shown.is_percent(self._name) else 1.0
        lines, bands, bounds = [], [], []
        for (_, key), one in self._list_wanted().items():
            color, look = shown.run_color(one, theme), Look.of(key)
            x, y = shown.points(key, points, within, one.history)
            words = shown.summary(key, one.history)
            label = f"{one.name} · {look.name}: {words}" if words else f"{one.name} · {look.name}"
            lines.append(Line(x, y * scale, color, label, look.dash))
            bounds.append(_ends(shown.to_plot(self._name, y)))
            if edges := self._edges(one, key, points, within):
                (low_x, low), (high_x, high) = edges
                bands.append(Band(low_x, low * scale, high_x, high * scale, color))
                bounds += [_ends(shown.to_plot(self._name, edge)) for edge in (low, high)]
        return lines, bands, bounds

    # --- one line ------------------------------------------------------------------------

    def _list_wanted(self) -> dict[Place, NamedHistory]:
        shown = self._shown
        return {
            (one.source, key): one
            for one in shown.overlays
            if one.source not in shown.hidden_runs
            for key in shown.keys(self._name, history=one.history)
            if shown.has_place(one.history, key)
        }

    def _draw(
        self, place: Place, one: NamedHistory, within: Range | None, points: int, theme: Theme
    ) -> Range:
        shown, key = self._shown, place[1]
        if place not in self.curves:
            self.curves[place] = Curve(self._plot, is_behind=True)
            self._colour(self.curves[place], None, one, key, theme)
        series, weight = one.history.series[key], shown.weight(key)
        made_of = (one, len(series), series.times_cut, shown.axis, weight, shown.is_log, within)
        if place in self._made and self._made[place][0] == made_of:
            return self._made[place][1]
        x, y = shown.points(key, points, within, one.history)
        y = shown.to_plot(self._name, y)
        self.curves[place].set_data(x, y)
        bounds = [_ends(y)]
        if edges := self._edges(one, key, points, within):
            (low_x, low), (high_x, high) = edges
            low, high = (shown.to_plot(self._name, edge) for edge in (low, high))
            if place not in self._bands:
                self._bands[place] = CurveBand(self._plot)
            self._bands[place].set_data(low_x, low, high_x, high)
            bounds += [_ends(low), _ends(high)]
        elif place in self._bands:
            self._bands.pop(place).remove()
        self._colour(self.curves[place], self._bands.get(place), one, key, theme)
        lows, highs = zip(*bounds, strict=True)
        ends = _least(lows), _most(highs)
        self._made[place] = made_of, ends
        return ends

    def _edges(
        self, one: NamedHistory, key: SeriesKey, points: int, within: Range | None
    ) -> tuple[tuple[Column, Column], tuple[Column, Column]] | None:
        """The lower and the upper end of a band, or None where there is none."""

        def edge(history: History | None) -> tuple[Column, Column] | None:
            if history is None or key not in history.series:
                return None
            return self._shown.points(key, points, within, history)

        low, high = edge(one.low), edge(one.high)
        return None if low is None or high is None else (low, high)

    def _colour(
        self,
        curve: Curve,
        band: CurveBand | None,
        one: NamedHistory,
        key: SeriesKey,
        theme: Theme,
    ) -> None:
        color = self._shown.run_color(one, theme)
        curve.set_look(color, QColor(theme.raised), Look.of(key).dash)
        if band is not None:
            band.set_color(color)


def _ends(y: Column) -> Range:
    """Smallest and largest finite value; NaN for none."""
    y = y[np.isfinite(y)]
    return (float(y.min()), float(y.max())) if len(y) else (math.nan, math.nan)


def _least(values: tuple[float, ...]) -> float:
    return min((v for v in values if math.isfinite(v)), default=math.nan)


def _most(values: tuple[float, ...]) -> float:
    return max((v for v in values if math.isfinite(v)), default=math.nan)
