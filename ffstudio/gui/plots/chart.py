"""Charts painted with nothing but a QPainter: exports of the curves, and the histograms.

Vectors on every device, sizes in the painter's own units. What a chart shows is plain
data, so it can be tested and painted in any theme.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPolygonF,
)

from ffstudio.gui.plots.marks import PlotMark, paint_marks
from ffstudio.gui.plots.same_scales import share_chart_ranges
from ffstudio.gui.plots.ticks import log_ticks, nice_ticks, tick_texts
from ffstudio.gui.style.theme import Theme, chart_pen, mix

Column = npt.NDArray[np.float64]

_TICK = 3.0
_BEYOND = 2.5
_MARKER = 4.0
_EDGE = 0.01
_GAP = 4.0
# How much of a line's colour a band around it has.
BAND_SHARE = 0.2


@dataclass(frozen=True, eq=False)
class Line:
    """A curve in data units; NaN breaks it.

    Attributes:
        marker: ``circle``, ``square``, ``triangle``, ``diamond`` or empty.
        faint: Drawn behind the others, nearly in the colour of the paper, not in the legend.
    """

    x: Column
    y: Column
    color: QColor
    label: str = ""
    dash: Qt.PenStyle = Qt.PenStyle.SolidLine
    marker: str = ""
    faint: bool = False


@dataclass(frozen=True, eq=False)
class Area:
    """A histogram's outline, filled; ``hatched`` tells it apart without colour.

    Attributes:
        edges: (bins + 1,); ``heights``: (bins,).
    """

    edges: Column
    heights: Column
    color: QColor
    label: str = ""
    hatched: bool = False


@dataclass(frozen=True, eq=False)
class Band:
    """What lies between two lines, in data units, filled behind all lines; not in the legend.

    Attributes:
        low_x, low: The lower line; ``high_x``, ``high``: the upper one.
    """

    low_x: Column
    low: Column
    high_x: Column
    high: Column
    color: QColor


@dataclass(frozen=True)
class Chart:
    """One plot.

    Attributes:
        x_range, y_range: What is shown, in data units; for a logarithmic y-axis the
            range is positive.
        y_limits: What y values can be at most: no number of the axis lies beyond.
        legend_note: What holds for all lines, after the last entry of the legend.
        notes: Lines of text in the upper right corner of the plot.
    """

    title: str
    x_label: str
    y_label: str
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    lines: list[Line] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    marks: list[PlotMark] = field(default_factory=list)
    log_y: bool = False
    y_ticks: bool = True
    y_limits: tuple[float, float] | None = None
    legend: bool = True
    legend_note: str = ""
    notes: tuple[str, ...] = ()


# --- painting ---------------------------------------------------------------------------


def paint_marker(painter: QPainter, at: QPointF, shape: str, size: float, color: QColor) -> None:
    """A filled marker of about ``size`` across."""
    half = size / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if shape == "circle":
        painter.drawEllipse(at, half, half)
    elif shape == "square":
        painter.drawRect(QRectF(at.x() - half * 0.9, at.y() - half * 0.9, size * 0.9, size * 0.9))
    else:
        points = [(0.0, -half), (half, half * 0.8), (-half, half * 0.8)]
        if shape == "diamond":
            points = [(0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0)]
        painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in points]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_sample(
    painter: QPainter,
    rect: QRectF,
    color: QColor,
    dash: Qt.PenStyle,
    marker: str,
    width: float = 1.6,
) -> None:
    """A legend's piece of line."""
    y = rect.center().y()
    painter.setPen(chart_pen(color, width, dash))
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    if marker:
        paint_marker(painter, rect.center(), marker, min(rect.height() * 0.6, 6.5), color)


def paint_area_sample(
    painter: QPainter, rect: QRectF, color: QColor, hatched: bool, paper: QColor
) -> None:
    """A legend's piece of histogram."""
    empty = np.empty(0)
    _fill(painter, _path_around(rect), Area(empty, empty, color, hatched=hatched), paper)


def _runs(x: Column, y: Column) -> list[QPolygonF]:
    """The stretches without gaps, in the units given."""
    good = np.isfinite(x) & np.isfinite(y)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], good, [False]]).astype(np.int8)))
    return [
        QPolygonF([QPointF(a, b) for a, b in zip(x[i:j].tolist(), y[i:j].tolist(), strict=True)])
        for i, j in zip(edges[::2], edges[1::2], strict=True)
    ]


class _Frame:
    """Where the axes lie and how data become painter units."""

    def __init__(self, inner: QRectF, chart: Chart) -> None:
        self.inner = inner
        self._x0, self._x1 = chart.x_range
        self._log = chart.log_y
        low, high = chart.y_range
        if self._log:
            low, high = math.log10(max(low, 1e-300)), math.log10(max(high, 1e-299))
        self._y0, self._y1 = low, high

    def x(self, value: npt.ArrayLike) -> Column:
        span = (self._x1 - self._x0) or 1.0
        share = (np.asarray(value, np.float64) - self._x0) / span
        return np.asarray(self.inner.left() + share * self.inner.width())

    def y(self, value: npt.ArrayLike) -> Column:
        value = np.asarray(value, np.float64)
        if self._log:
            value = np.log10(np.where(value > 0, value, np.nan))
        share = (value - self._y0) / ((self._y1 - self._y0) or 1.0)
        return np.asarray(self.inner.bottom() - share * self.inner.height())


def share_ranges(chart: Chart) -> Chart:
    """The chart with the axes of its series, where a picture of one is painted."""
    name = f"{chart.title} {chart.x_label} {chart.y_label}"
    x_range, y_range = share_chart_ranges(name, chart.x_range, chart.y_range)
    if (x_range, y_range) == (chart.x_range, chart.y_range):
        return chart
    return replace(chart, x_range=x_range, y_range=y_range)


def y_axis_width(painter: QPainter, rect: QRectF, chart: Chart) -> float:
    """Room for the numbers and the label left of the y-axis; the same for stacked charts."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    texts = _y_ticks(chart, rect.height() - 4 * metrics.height(), metrics)[1]
    widest = max((metrics.horizontalAdvance(t) for t in texts), default=0.0)
    ticks = _TICK + _GAP if chart.y_ticks else 0.0
    return widest + ticks + (metrics.height() + 2.0 if chart.y_label else 0.0)


def _y_ticks(chart: Chart, height: float, metrics: QFontMetricsF) -> tuple[list[float], list[str]]:
    if not chart.y_ticks:
        return [], []
    count = max(int(height / (metrics.height() * 2.0)), 2)
    ticks = (log_ticks if chart.log_y else nice_ticks)(*chart.y_range, count)
    if chart.y_limits is not None:
        ticks = [t for t in ticks if chart.y_limits[0] <= t <= chart.y_limits[1]]
    return ticks, tick_texts(ticks)


def _x_ticks(chart: Chart, width: float, metrics: QFontMetricsF) -> tuple[list[float], list[str]]:
    """As many as there is room for between their numbers."""
    low, high = chart.x_range
    ticks, texts = [low], [""]
    for count in range(max(int(width / (metrics.averageCharWidth() * 11)), 2), 1, -1):
        ticks = nice_ticks(low, high, count)
        texts = tick_texts(ticks)
        if len(ticks) < 2:
            break
        between = width * (ticks[1] - ticks[0]) / (high - low)
        if max(map(metrics.horizontalAdvance, texts)) + metrics.averageCharWidth() <= between:
            break
    return ticks, texts


def paint_chart(
    painter: QPainter, rect: QRectF, theme: Theme, chart: Chart, y_axis: float = 0.0
) -> QRectF:
    """Paints a chart into ``rect``; the painter's font sets the size of all texts.

    Args:
        y_axis: At least this much room left of the y-axis (:func:`y_axis_width`).

    Returns:
        The rectangle between the axes.
    """
    chart = share_ranges(chart)
    painter.save()
    metrics = QFontMetricsF(painter.font(), painter.device())
    line_height = metrics.height()
    top = _paint_head(painter, rect, theme, chart, QFont(painter.font()))
    if chart.y_limits is not None:  # a number stands at the very end
        top += 0.3 * line_height
    left = max(y_axis_width(painter, rect, chart), y_axis)
    bottom = line_height + _TICK + (line_height + 2.0 if chart.x_label else 0.0)
    right = metrics.horizontalAdvance("0") * 1.6
    inner = QRectF(
        rect.left() + left,
        top,
        max(rect.width() - left - right, 8.0),
        max(rect.bottom() - bottom - top, 8.0),
    )
    frame = _Frame(inner, chart)
    _paint_axes(painter, rect, theme, chart, frame)
    _paint_labels(painter, rect, chart, inner)
    _paint_data(painter, theme, chart, frame)
    _paint_notes(painter, theme, chart, inner)
    painter.restore()
    return inner


def _paint_axes(painter: QPainter, rect: QRectF, theme: Theme, chart: Chart, frame: _Frame) -> None:
    """The grid, and the axes with their numbers."""
    inner, metrics = frame.inner, QFontMetricsF(painter.font(), painter.device())
    y_ticks, y_texts = _y_ticks(chart, rect.height() - 4 * metrics.height(), metrics)
    x_ticks, x_texts = _x_ticks(chart, inner.width(), metrics)
    x_places, y_places = frame.x(x_ticks).tolist(), frame.y(y_ticks).tolist()
    painter.setPen(chart_pen(mix(QColor(theme.line), QColor(theme.raised), 0.7), 0.5))
    for y in y_places:
        painter.drawLine(QLineF(inner.left(), y, inner.right(), y))
    if chart.lines:
        for x in x_places:
            painter.drawLine(QLineF(x, inner.top(), x, inner.bottom()))
    painter.setPen(chart_pen(QColor(theme.muted), 0.75))
    painter.drawLine(QLineF(inner.left(), inner.bottom(), inner.right(), inner.bottom()))
    if chart.y_ticks:
        painter.drawLine(QLineF(inner.left(), inner.top(), inner.left(), inner.bottom()))
    for y in y_places:
        painter.drawLine(QLineF(inner.left() - _TICK, y, inner.left(), y))
    for x in x_places:
        painter.drawLine(QLineF(x, inner.bottom(), x, inner.bottom() + _TICK))
    painter.setPen(QColor(theme.text))
    for y, label in zip(y_places, y_texts, strict=True):
        width = metrics.horizontalAdvance(label)
        baseline = y + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(inner.left() - _TICK - _GAP / 2 - width, baseline), label)
    for x, label in zip(x_places, x_texts, strict=True):
        width = metrics.horizontalAdvance(label)
        start = min(x - width / 2, rect.right() - width)
        painter.drawText(QPointF(start, inner.bottom() + _TICK + metrics.ascent()), label)


def _paint_labels(painter: QPainter, rect: QRectF, chart: Chart, inner: QRectF) -> None:
    """What runs along the axes."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    line_height = metrics.height()
    if chart.x_label:
        where = QRectF(inner.left(), rect.bottom() - line_height, inner.width(), line_height)
        _paint_centred(painter, where, chart.x_label, metrics)
    if chart.y_label:
        painter.save()
        painter.translate(rect.left(), inner.center().y())
        painter.rotate(-90)
        half = max(inner.height() / 2, metrics.horizontalAdvance(chart.y_label) / 2)
        _paint_centred(painter, QRectF(-half, 0, 2 * half, line_height), chart.y_label, metrics)
        painter.restore()


def _paint_data(painter: QPainter, theme: Theme, chart: Chart, frame: _Frame) -> None:
    """Areas, lines and marks, cut off at the axes."""
    paper, font = QColor(theme.raised), painter.font()
    painter.save()
    # Lines and markers along an end of the range shall be whole.
    beyond = _BEYOND if chart.y_limits is not None else 0.0
    clip = frame.inner.adjusted(0.0, -beyond, 0.0, beyond)
    painter.save()
    painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
    for area in chart.areas:
        _paint_area(painter, frame, area, paper)
    for band in chart.bands:
        _paint_band(painter, frame, band, paper)
    for line in sorted(chart.lines, key=lambda line: not line.faint):
        _paint_line(painter, frame, line, paper)
    painter.restore()
    painter.save()
    wider = clip.adjusted(-_MARKER, 0.0, _MARKER, 0.0)
    painter.setClipRect(wider, Qt.ClipOperation.IntersectClip)
    for line in chart.lines:
        if line.marker and not line.faint:
            _paint_markers(painter, frame, line)
    painter.restore()
    painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(max(font.pointSizeF() * 0.88, 5.0))
    painter.setFont(small)
    placed = [replace(mark, x=float(frame.x(mark.x))) for mark in chart.marks]
    paint_marks(painter, frame.inner, placed, paper, 0.9)
    painter.restore()


def _paint_band(painter: QPainter, frame: _Frame, band: Band, paper: QColor) -> None:
    """Light, and not see-through: some formats know no transparency."""
    low, high = np.isfinite(band.low), np.isfinite(band.high)
    x = np.concatenate([band.low_x[low], band.high_x[high][::-1]])
    y = np.concatenate([band.low[low], band.high[high][::-1]])
    points = zip(frame.x(x).tolist(), frame.y(y).tolist(), strict=True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(band.color, paper, BAND_SHARE))
    painter.drawPolygon(QPolygonF([QPointF(a, b) for a, b in points if math.isfinite(b)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_notes(painter: QPainter, theme: Theme, chart: Chart, inner: QRectF) -> None:
    """Notes in the upper right corner, one below the other."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    baseline = inner.top() + metrics.ascent()
    for note in chart.notes:
        width = metrics.horizontalAdvance(note)
        top = baseline - metrics.ascent()
        box = QRectF(inner.right() - width - 4.0, top, width + 4.0, metrics.height())
        painter.fillRect(box, QColor(theme.raised))
        painter.setPen(QColor(theme.muted))
        painter.drawText(QPointF(inner.right() - width - 2.0, baseline), note)
        baseline += metrics.height()


def _paint_centred(painter: QPainter, rect: QRectF, text: str, metrics: QFontMetricsF) -> None:
    """By hand, so that the text is one piece at one place in every format."""
    x = rect.center().x() - metrics.horizontalAdvance(text) / 2
    painter.drawText(QPointF(x, rect.top() + metrics.ascent()), text)


def _legend_entries(chart: Chart) -> list[Line | Area]:
    entries: list[Line | Area] = [a for a in chart.areas if a.label]
    return entries + [line for line in chart.lines if line.label and not line.faint]


def _paint_head(painter: QPainter, rect: QRectF, theme: Theme, chart: Chart, font: QFont) -> float:
    """Title and legend; returns where the plot may begin."""
    metrics = QFontMetricsF(font, painter.device())
    height = metrics.height()
    y = rect.top()
    if chart.title:
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(rect.left(), y + QFontMetricsF(bold).ascent()), chart.title)
        painter.setFont(font)
        y += height + 2.0
    entries = _legend_entries(chart) if chart.legend else []
    if not entries:
        return y + height * 0.4
    sample = height * 1.7
    x = rect.left()
    for entry in entries:
        lines = wrap_words(entry.label, metrics, rect.width() - sample - _GAP)
        width = sample + _GAP + max(map(metrics.horizontalAdvance, lines))
        if x > rect.left() and x + width > rect.right():
            x = rect.left()
            y += height + 1.0
        box = QRectF(x, y, sample, height)
        if isinstance(entry, Line):
            paint_sample(painter, box, entry.color, entry.dash, entry.marker, 1.2)
        else:
            piece = box.adjusted(sample * 0.2, height * 0.15, -sample * 0.2, -height * 0.15)
            _fill(painter, _path_around(piece), entry, QColor(theme.raised))
        painter.setPen(QColor(theme.text))
        for number, line in enumerate(lines):
            y += height * bool(number)
            painter.drawText(QPointF(x + sample + _GAP, y + metrics.ascent()), line)
        x += width + height
    if chart.legend_note:
        width = metrics.horizontalAdvance(chart.legend_note)
        if x > rect.left() and x + width > rect.right():
            x = rect.left()
            y += height + 1.0
        painter.setPen(QColor(theme.muted))
        for number, line in enumerate(wrap_words(chart.legend_note, metrics, rect.width())):
            y += height * bool(number)
            painter.drawText(QPointF(x, y + metrics.ascent()), line)
    return y + height * 1.4


def wrap_words(text: str, metrics: QFontMetricsF, room: float) -> list[str]:
    """Lines that fit, broken between words; one at least."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _path_around(rect: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(rect)
    return path


def _paint_line(painter: QPainter, frame: _Frame, line: Line, paper: QColor) -> None:
    color = mix(line.color, paper, 0.3) if line.faint else line.color
    x, y = frame.x(line.x), frame.y(line.y)
    # Values far outside would overflow the devices' numbers; clipping hides them anyway.
    inner = frame.inner
    y = np.clip(y, inner.top() - 20 * inner.height(), inner.bottom() + 20 * inner.height())
    painter.setPen(chart_pen(color, 0.6 if line.faint else 1.1, line.dash))
    for run in _runs(x, y):
        if run.size() > 1:
            painter.drawPolyline(run)
        elif not line.marker:
            paint_marker(painter, run.first(), "circle", 3.0, color)
            painter.setPen(chart_pen(color, 0.6 if line.faint else 1.1, line.dash))


def _paint_markers(painter: QPainter, frame: _Frame, line: Line) -> None:
    """At the ends of the x-axis whole; none of what lies beyond."""
    first, last = frame.inner.left() - _EDGE, frame.inner.right() + _EDGE
    for a, b in zip(frame.x(line.x).tolist(), frame.y(line.y).tolist(), strict=True):
        if math.isfinite(b) and first <= a <= last:
            paint_marker(painter, QPointF(a, b), line.marker, _MARKER, line.color)


def _paint_area(painter: QPainter, frame: _Frame, area: Area, paper: QColor) -> None:
    if not len(area.heights):
        return
    x, y = frame.x(area.edges).tolist(), frame.y(area.heights).tolist()
    base = frame.inner.bottom()
    path = QPainterPath(QPointF(x[0], base))
    for i, height in enumerate(y):
        path.lineTo(x[i], height)
        path.lineTo(x[i + 1], height)
    path.lineTo(x[-1], base)
    path.closeSubpath()
    _fill(painter, path, area, paper)


def _fill(painter: QPainter, path: QPainterPath, area: Area, paper: QColor) -> None:
    """Flat, or hatched by lines of our own: pattern brushes do not scale in every format."""
    if area.hatched:
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setPen(chart_pen(mix(area.color, paper, 0.75), 0.8))
        bounds = path.boundingRect()
        distance = 4.5
        x = math.floor((bounds.left() - bounds.height()) / distance) * distance
        while x < bounds.right():
            painter.drawLine(QLineF(x, bounds.bottom(), x + bounds.height(), bounds.top()))
            x += distance
        painter.restore()
    else:
        shade = QColor(area.color)
        shade.setAlphaF(0.38)
        painter.fillPath(path, QBrush(shade))
    painter.setPen(chart_pen(area.color, 1.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def cut_into_rows(rect: QRectF, count: int, gap: float = 10.0) -> list[QRectF]:
    """``rect`` cut into ``count`` equal rows."""
    height = (rect.height() - gap * (count - 1)) / max(count, 1)
    return [
        QRectF(rect.topLeft() + QPointF(0, i * (height + gap)), QSizeF(rect.width(), height))
        for i in range(count)
    ]
