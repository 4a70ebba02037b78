"""Paints runs as lines over one axis for each setting, coloured by accuracy: parallel coordinates."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ffstudio.core.words import spoken
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.style import colormaps
from ffstudio.gui.style.theme import Theme, mix

# Room for names above, for words at the first and the last axis, and below.
_TOP, _BOTTOM, _SIDE = 48, 14, 56
# Of an exported figure, in points: between two axes, and how high it is.
_FIGURE_STEP, _FIGURE_HEIGHT, _LEAST_STEP = 120.0, 250.0, 72.0
_MARGIN = 8


@dataclass(frozen=True, eq=False)
class ParallelAxis:
    """One axis.

    Attributes:
        name: Over it.
        places: Of each run, 0 at the bottom to 1 at the top; NaN where it has no value.
        ticks: Places with words beside them.
    """

    name: str
    places: npt.NDArray[np.float64]
    ticks: Sequence[tuple[float, str]]


@dataclass(eq=False)
class ParallelRuns:
    """What is painted.

    Attributes:
        colors: Of each run, 0–1; NaN for one without accuracy.
        ranges: Places between which a run must cross the axis of that name to pass.
    """

    axes: list[ParallelAxis] = field(default_factory=list)
    colors: npt.NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    ranges: dict[str, tuple[float, float]] = field(default_factory=dict)

    def passing(self) -> npt.NDArray[np.bool_]:
        """The runs that every range lets through."""
        passing = np.ones(len(self.colors), bool)
        for axis in self.axes:
            if axis.name in self.ranges:
                low, high = self.ranges[axis.name]
                passing &= (axis.places >= low) & (axis.places <= high)  # NaN is neither
        return passing


class ParallelPlaces:
    """Where things are in a rectangle."""

    def __init__(self, rect: QRectF, count: int) -> None:
        self.rect, self.count = rect, count

    @property
    def step(self) -> float:
        """From one axis to the next."""
        return (self.rect.width() - 2 * _SIDE) / max(self.count - 1, 1)

    def x(self, axis: int) -> float:
        """Of an axis."""
        if self.count == 1:
            return self.rect.center().x()
        return self.rect.left() + _SIDE + axis * self.step

    def y(self, place: float) -> float:
        """Of a place of an axis."""
        return self.rect.bottom() - _BOTTOM - place * (self.rect.height() - _TOP - _BOTTOM)

    def place(self, y: float) -> float:
        """Of a height."""
        return (self.rect.bottom() - _BOTTOM - y) / max(self.rect.height() - _TOP - _BOTTOM, 1)

    def point(self, axis: int, place: float) -> QPointF:
        """Where a place of an axis is."""
        return QPointF(self.x(axis), self.y(place))


def paint_parallel(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    runs: ParallelRuns,
    marked: Collection[int] = (),
) -> None:
    """All lines, the best last, and the axes.

    Args:
        marked: Runs whose lines are thicker and over all else.
    """
    if not runs.axes:
        return
    places = ParallelPlaces(rect, len(runs.axes))
    passing = runs.passing()
    for row in np.argsort(np.nan_to_num(runs.colors, nan=-1.0), kind="stable").tolist():
        if row not in marked:
            _paint_line(painter, theme, runs, places, row, bool(passing[row]), 1.4)
    _paint_axes(painter, theme, runs, places)
    for row in marked:
        if row < len(runs.colors):
            _paint_line(painter, theme, runs, places, row, True, 3.2)


def _paint_line(
    painter: QPainter,
    theme: Theme,
    runs: ParallelRuns,
    places: ParallelPlaces,
    row: int,
    passes: bool,
    width: float,
) -> None:
    color = _choose_color(theme, float(runs.colors[row]))
    if not passes:
        color = mix(color, QColor(theme.raised), 0.2)
    pen = QPen(color, width)
    pen.setCosmetic(True)
    if math.isnan(runs.colors[row]):
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    points = [
        places.point(i, float(axis.places[row]))
        for i, axis in enumerate(runs.axes)
        if not math.isnan(axis.places[row])
    ]
    painter.drawPolyline(QPolygonF(points))


def _choose_color(theme: Theme, value: float) -> QColor:
    if math.isnan(value):
        return QColor(theme.muted)
    table = colormaps.sequential("viridis")
    # Neither end of the colours: both must stand out from the ground.
    share = 0.3 + 0.7 * value if theme.is_dark else 0.85 * value
    red, green, blue = table[round(share * (len(table) - 1))][:3].tolist()
    return QColor(red, green, blue)


def _paint_axes(
    painter: QPainter, theme: Theme, runs: ParallelRuns, places: ParallelPlaces
) -> None:
    metrics = QFontMetricsF(painter.font(), painter.device())
    room = min(places.step, 190.0)
    for i, axis in enumerate(runs.axes):
        x = places.x(i)
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawLine(places.point(i, 0), places.point(i, 1))
        if axis.name in runs.ranges:
            low, high = (places.y(place) for place in runs.ranges[axis.name])
            painter.fillRect(QRectF(x - 4, high, 8, low - high), QColor(theme.accent))
        is_last = i == len(runs.axes) - 1
        for place, words in axis.ticks:
            y = places.y(place)
            painter.setPen(QPen(QColor(theme.muted), 1))
            painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y))
            text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, _SIDE - 10)
            width = metrics.horizontalAdvance(text)
            left = x + 7 if is_last else x - 7 - width
            ground = QColor(theme.raised)
            ground.setAlpha(190)
            box = QRectF(left - 1, y - metrics.height() / 2, width + 2, metrics.height())
            painter.fillRect(box, ground)
            painter.setPen(QColor(theme.text))
            align = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
            painter.drawText(box, align, text)
        head = QRectF(x - room / 2 + 2, places.rect.top(), room - 4, _TOP - 8)
        farthest = places.rect.right() - room - 2
        head.moveLeft(min(max(head.left(), places.rect.left() + 2), farthest))
        align = Qt.AlignmentFlag.AlignHCenter
        if i == 0:
            align = Qt.AlignmentFlag.AlignLeft
        elif is_last:
            align = Qt.AlignmentFlag.AlignRight
        painter.setPen(QColor(theme.text))
        align |= Qt.AlignmentFlag.AlignBottom
        painter.drawText(head, int(align) | int(Qt.TextFlag.TextWordWrap), axis.name)


class ParallelFigure:
    """The runs over their settings, for export: those that do not pass are pale, as on screen.

    Args:
        source: Which sweep they are of, in a few words.
        table: What is behind the lines, a row per run.
    """

    figure_name = "sweep"
    figure_title = spoken("Runs of a sweep over their settings")

    def __init__(self, runs: ParallelRuns, source: str, table: Table) -> None:
        self._runs, self._table = runs, table
        self.figure_source = source

    @property
    def figure_min_width(self) -> float:
        return 2 * (_SIDE + _MARGIN) + _LEAST_STEP * max(len(self._runs.axes) - 1, 1)

    def figure_size(self) -> QSizeF:
        """As wide as its axes need."""
        if not self._runs.axes:
            return QSizeF()
        width = 2 * (_SIDE + _MARGIN) + _FIGURE_STEP * max(len(self._runs.axes) - 1, 1)
        return QSizeF(max(width, 320.0), _FIGURE_HEIGHT)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Without what the pointer is on, and what is chosen."""
        inner = rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint_parallel(painter, inner, theme, self._runs)

    def figure_table(self) -> Table:
        """A row per run."""
        return self._table
