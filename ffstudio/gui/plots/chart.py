"""Charts painted with nothing but a QPainter: exports of the curves, and the histograms.

Vectors on every device, sizes in the painter's own units. What a chart shows is plain
data, so it can be tested and painted in any theme.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

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
    QPen,
    QPolygonF,
)

from ffstudio.gui.look.theme import Theme

Column = npt.NDArray[np.float64]

_TICK = 3.0
_GAP = 4.0


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class VerticalMark:
    """A vertical line with a text beside it."""

    x: float
    text: str
    color: QColor
    dash: Qt.PenStyle = Qt.PenStyle.DashLine


@dataclass(frozen=True)
class Chart:
    """One plot.

    Attributes:
        x_range, y_range: What is shown, in data units; for a logarithmic y-axis the
            range is positive.
        notes: Lines of text in the upper right corner of the plot.
    """

    title: str
    x_label: str
    y_label: str
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    lines: list[Line] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    marks: list[VerticalMark] = field(default_factory=list)
    log_y: bool = False
    y_ticks: bool = True
    legend: bool = True
    notes: tuple[str, ...] = ()


# --- numbers ----------------------------------------------------------------------------


def nice_ticks(low: float, high: float, about: int) -> list[float]:
    """Round numbers (1, 2 or 5 times a power of ten) from ``low`` to ``high``."""
    if not (math.isfinite(low) and math.isfinite(high)) or high <= low:
        return []
    rough = (high - low) / max(about, 1)
    size = 10.0 ** math.floor(math.log10(rough))
    step = size * min((1.0, 2.0, 5.0, 10.0), key=lambda m: abs(math.log(m * size / rough)))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    if last - first > 1000:  # the range is below the resolution of the numbers
        return []
    return [i * step for i in range(first, last + 1)]


def log_ticks(low: float, high: float, about: int) -> list[float]:
    """Powers of ten, with 2 and 5 times those where there is room."""
    if not 0 < low < high or not math.isfinite(high):
        return []
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    every = max(math.ceil(len(decades) / max(about, 1)), 1)
    for factors in ((1.0, 2.0, 5.0), (1.0, 3.0), (1.0,)):
        if len(factors) > 1 and every > 1:
            continue
        powers = [d for d in decades if d % every == 0]
        ticks = [m * 10.0**d for d in powers for m in factors]
        ticks = [t for t in ticks if low * (1 - 1e-9) <= t <= high * (1 + 1e-9)]
        if len(ticks) <= max(about, 2) or len(factors) == 1:
            break
    return ticks if len(ticks) >= 2 else nice_ticks(low, high, about)


def tick_text(value: float, step: float = 0.0) -> str:
    """A tick's number, as short as the distance to the next tick allows."""
    size = abs(value)
    if size < 1e-12 * max(step, 1e-300) or value == 0:
        return "0"
    if size >= 1e6 or (step and step < 1e-4) or size < 1e-4:
        text = f"{value:.3g}"
        if "e" in text:
            mantissa, exponent = text.split("e")
            return f"{mantissa}e{int(exponent)}"
        return f"{value:,.0f}" if size >= 1e6 else text
    if not step:
        return f"{value:,.10g}" if size >= 1 else f"{value:.10g}"
    decimals = max(-math.floor(math.log10(step) + 1e-9), 0)
    return f"{value:,.{decimals}f}"


def padded(
    low: float, high: float, *, log: bool = False, share: float = 0.05
) -> tuple[float, float]:
    """A range with some air around it; never empty, and positive if ``log``."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return (0.1, 1.0) if log else (0.0, 1.0)
    if log:
        if low <= 0 or high <= 0:
            return 0.1, 1.0
        if high / low < 1.02:
            return low / 1.5, high * 1.5
        air = (high / low) ** share
        return low / air, high * air
    if high - low <= 1e-9 * max(abs(low), abs(high)):
        air = max(abs(high) * 0.1, 0.5 if high == 0 else 0.0)
        return low - air, high + air
    air = (high - low) * share
    return low - air, high + air


# --- painting ---------------------------------------------------------------------------


def mixed(over: QColor, ground: QColor, share: float) -> QColor:
    """An opaque mixture: translucent pens are many times slower and not in every format."""
    rest = 1.0 - share
    return QColor(
        round(over.red() * share + ground.red() * rest),
        round(over.green() * share + ground.green() * rest),
        round(over.blue() * share + ground.blue() * rest),
    )


def _pen(color: QColor, width: float, dash: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(color, width, dash)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


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
    painter.setPen(_pen(color, width, dash))
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    if marker:
        paint_marker(painter, rect.center(), marker, min(rect.height() * 0.6, 6.5), color)


def paint_area_sample(
    painter: QPainter, rect: QRectF, color: QColor, hatched: bool, paper: QColor
) -> None:
    """A legend's piece of histogram."""
    empty = np.empty(0)
    _fill(painter, _boxed(rect), Area(empty, empty, color, hatched=hatched), paper)


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
    step = 0.0 if chart.log_y or len(ticks) < 2 else ticks[1] - ticks[0]
    return ticks, [tick_text(t, step) for t in ticks]


def paint_chart(
    painter: QPainter, rect: QRectF, theme: Theme, chart: Chart, y_axis: float = 0.0
) -> QRectF:
    """Paints a chart into ``rect``; the painter's font sets the size of all texts.

    Args:
        y_axis: At least this much room left of the y-axis (:func:`y_axis_width`).

    Returns:
        The rectangle between the axes.
    """
    painter.save()
    text, muted, grid = QColor(theme.text), QColor(theme.muted), QColor(theme.line)
    paper = QColor(theme.raised)
    font = QFont(painter.font())
    metrics = QFontMetricsF(font, painter.device())
    line_height = metrics.height()
    top = _paint_head(painter, rect, theme, chart, font)

    y_ticks, y_texts = _y_ticks(chart, rect.height() - 4 * line_height, metrics)
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

    # Grid, then axes with their numbers.
    x_ticks = nice_ticks(
        *chart.x_range, max(int(inner.width() / (metrics.averageCharWidth() * 11)), 2)
    )
    x_step = x_ticks[1] - x_ticks[0] if len(x_ticks) > 1 else 0.0
    painter.setPen(_pen(mixed(grid, paper, 0.7), 0.5))
    for y in frame.y(y_ticks).tolist():
        painter.drawLine(QLineF(inner.left(), y, inner.right(), y))
    if chart.lines:
        for x in frame.x(x_ticks).tolist():
            painter.drawLine(QLineF(x, inner.top(), x, inner.bottom()))
    painter.setPen(_pen(muted, 0.75))
    painter.drawLine(QLineF(inner.left(), inner.bottom(), inner.right(), inner.bottom()))
    if chart.y_ticks:
        painter.drawLine(QLineF(inner.left(), inner.top(), inner.left(), inner.bottom()))
    for y in frame.y(y_ticks).tolist():
        painter.drawLine(QLineF(inner.left() - _TICK, y, inner.left(), y))
    for x in frame.x(x_ticks).tolist():
        painter.drawLine(QLineF(x, inner.bottom(), x, inner.bottom() + _TICK))
    painter.setPen(text)
    for y, label in zip(frame.y(y_ticks).tolist(), y_texts, strict=True):
        width = metrics.horizontalAdvance(label)
        baseline = y + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(inner.left() - _TICK - _GAP / 2 - width, baseline), label)
    for x, value in zip(frame.x(x_ticks).tolist(), x_ticks, strict=True):
        label = tick_text(value, x_step)
        width = metrics.horizontalAdvance(label)
        start = min(x - width / 2, rect.right() - width)
        painter.drawText(QPointF(start, inner.bottom() + _TICK + metrics.ascent()), label)
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

    # Data.
    painter.save()
    painter.setClipRect(inner, Qt.ClipOperation.IntersectClip)
    for area in chart.areas:
        _paint_area(painter, frame, area, paper)
    for line in sorted(chart.lines, key=lambda found: not found.faint):
        _paint_line(painter, frame, line, paper)
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(max(font.pointSizeF() * 0.88, 5.0))
    painter.setFont(small)
    placed = [(float(frame.x(m.x)), m.text, m.color, m.dash) for m in chart.marks]
    paint_marks(painter, inner, placed, paper, 0.9)
    painter.restore()
    if chart.notes:
        baseline = inner.top() + metrics.ascent()
        for note in chart.notes:
            width = metrics.horizontalAdvance(note)
            top = baseline - metrics.ascent()
            box = QRectF(inner.right() - width - 4.0, top, width + 4.0, line_height)
            painter.fillRect(box, paper)
            painter.setPen(muted)
            painter.drawText(QPointF(inner.right() - width - 2.0, baseline), note)
            baseline += line_height
    painter.restore()
    return inner


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
        width = sample + _GAP + metrics.horizontalAdvance(entry.label)
        if x > rect.left() and x + width > rect.right():
            x = rect.left()
            y += height + 1.0
        box = QRectF(x, y, sample, height)
        if isinstance(entry, Line):
            paint_sample(painter, box, entry.color, entry.dash, entry.marker, 1.2)
        else:
            piece = box.adjusted(sample * 0.2, height * 0.15, -sample * 0.2, -height * 0.15)
            _fill(painter, _boxed(piece), entry, QColor(theme.raised))
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(x + sample + _GAP, y + metrics.ascent()), entry.label)
        x += width + height
    return y + height * 1.4


def _boxed(rect: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(rect)
    return path


def _paint_line(painter: QPainter, frame: _Frame, line: Line, paper: QColor) -> None:
    color = mixed(line.color, paper, 0.3) if line.faint else line.color
    x, y = frame.x(line.x), frame.y(line.y)
    # Values far outside would overflow the devices' numbers; clipping hides them anyway.
    inner = frame.inner
    y = np.clip(y, inner.top() - 20 * inner.height(), inner.bottom() + 20 * inner.height())
    painter.setPen(_pen(color, 0.6 if line.faint else 1.1, line.dash))
    for run in _runs(x, y):
        if run.size() > 1:
            painter.drawPolyline(run)
        elif not line.marker:
            paint_marker(painter, run.first(), "circle", 3.0, color)
            painter.setPen(_pen(color, 0.6 if line.faint else 1.1, line.dash))
    if line.marker and not line.faint:
        for a, b in zip(x.tolist(), y.tolist(), strict=True):
            if math.isfinite(b):
                paint_marker(painter, QPointF(a, b), line.marker, 4.0, color)


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
        painter.setPen(_pen(mixed(area.color, paper, 0.75), 0.8))
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
    painter.setPen(_pen(area.color, 1.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def place_labels(
    wanted: list[tuple[float, float]], left: float, right: float, most_rows: int, gap: float = 6.0
) -> list[tuple[float, int] | None]:
    """Places texts beside vertical lines, in rows, so that none covers another.

    Args:
        wanted: (x of the line, width of the text), the most important first.
        left, right: Between these a text must lie.

    Returns:
        (left edge, row) of each text, or None where there is no room.
    """
    rows: list[list[tuple[float, float]]] = [[] for _ in range(most_rows)]
    placed: list[tuple[float, int] | None] = []
    for x, width in wanted:
        found = None
        for start in (x + 3.0, x - 3.0 - width):
            if start < left or start + width > right:
                continue
            for row, taken in enumerate(rows):
                if all(start > b + gap or start + width < a - gap for a, b in taken):
                    found = (start, row)
                    break
            if found is not None:
                break
        if found is not None:
            rows[found[1]].append((found[0], found[0] + width))
        placed.append(found)
    return placed


def paint_marks(
    painter: QPainter,
    box: QRectF,
    marks: list[tuple[float, str, QColor, Qt.PenStyle]],
    paper: QColor,
    line_width: float,
) -> None:
    """Vertical lines across ``box`` with texts at their top; the last mark matters most.

    Args:
        marks: (x, text, colour, dash) in the painter's units.
    """
    metrics = QFontMetricsF(painter.font(), painter.device())
    marks = [m for m in reversed(marks) if box.left() - 1 <= m[0] <= box.right() + 1]
    for x, _, color, dash in marks:
        pen = _pen(color, line_width, dash)
        pen.setCosmetic(line_width == 1)
        painter.setPen(pen)
        painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
    room = box.width() * 0.8
    texts = [metrics.elidedText(m[1], Qt.TextElideMode.ElideMiddle, room) for m in marks]
    widths = [metrics.horizontalAdvance(t) if t else 0.0 for t in texts]
    rows = max(min(int(box.height() / (metrics.height() * 2.5)), 3), 1)
    places = place_labels(
        [(m[0], w) for m, w in zip(marks, widths, strict=True)], box.left(), box.right(), rows
    )
    for (_, _, color, _), text, width, place in zip(marks, texts, widths, places, strict=True):
        if place is None or not text:
            continue
        x, row = place
        top = box.top() + 1.0 + row * (metrics.height() + 1.0)
        painter.fillRect(QRectF(x - 1.5, top, width + 3.0, metrics.height()), paper)
        painter.setPen(color)
        painter.drawText(QPointF(x, top + metrics.ascent()), text)


def stacked(rect: QRectF, count: int, gap: float = 10.0) -> list[QRectF]:
    """``rect`` cut into ``count`` equal rows."""
    height = (rect.height() - gap * (count - 1)) / max(count, 1)
    return [
        QRectF(rect.topLeft() + QPointF(0, i * (height + gap)), QSizeF(rect.width(), height))
        for i in range(count)
    ]
