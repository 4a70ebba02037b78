"""Reliability of both nets as charts, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ffstudio.core.look.calibration import BINS, FEW, Bins, Calibration, NetCalibration
from ffstudio.core.numbers import number_text, write_number, write_percent
from ffstudio.core.run.quantities import NET_NAMES
from ffstudio.core.words import say_all, spoken, tr
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.plots.chart import Area, Chart, Line, paint_chart
from ffstudio.gui.style.theme import Theme, mix

_TITLES = say_all({"ff": "Forward-Forward", "bp": "Backprop"})
_CURVE, _BARS = 250.0, 130.0
_WIDE = 480.0
_WRAPPED = Qt.TextFlag.TextWordWrap


@dataclass
class Reliability:
    """What is shown.

    Attributes:
        nets: By algorithm, ``ff`` first.
        is_fitted: With the sharpness that fits other images best, where one was fitted.
        is_by_count: In bins with equally many images, or of equal width.
        scale_words: By algorithm, what scores are before the softmax.
    """

    nets: dict[str, NetCalibration] = field(default_factory=dict)
    is_fitted: bool = False
    is_by_count: bool = False
    scale_words: dict[str, str] = field(default_factory=dict)

    def of(self, algorithm: str) -> Calibration:
        """What is shown of a net."""
        net = self.nets[algorithm]
        return net.fitted if self.is_fitted and net.fitted is not None else net.held_out

    def bins_of(self, algorithm: str) -> Bins:
        """The images of a net, by confidence."""
        shown = self.of(algorithm)
        return shown.by_count if self.is_by_count else shown.by_width

    def say(self, algorithm: str) -> list[str]:
        """A net in words, a line each."""
        net, shown = self.nets[algorithm], self.of(algorithm)
        lines = [
            tr(
                "ECE {error}, accuracy {accuracy}, mean confidence {confidence}",
                error=_percent(shown.error),
                accuracy=_percent(shown.accuracy),
                confidence=_percent(shown.mean_confidence),
            )
        ]
        if shown.sharpness != 1.0 or self.is_fitted:
            lines.append(
                tr(
                    "softmax of {scores} × {sharpness} (temperature {temperature})",
                    scores=self.scale_words.get(algorithm, ""),
                    sharpness=number_text(shown.sharpness, digits=3),
                    temperature=number_text(1.0 / shown.sharpness, digits=3),
                )
            )
        else:
            lines.append(tr("softmax of {scores}", scores=self.scale_words.get(algorithm, "")))
        if net.train is not None and len(net.train.right):
            points = 100 * net.gap
            sign = "−" if points < 0 else "+"
            lines.append(
                tr(
                    "accuracy on training images {accuracy}: gap {gap} points",
                    accuracy=_percent(net.train.accuracy),
                    gap=f"{sign}{write_number(abs(points), '.1f')}",
                )
            )
        return lines

    def curve(self, algorithm: str, theme: Theme) -> Chart:
        """Accuracy by confidence; bins with so few images that they say little are not joined."""
        bins, color = self.bins_of(algorithm), QColor(theme.ff if algorithm == "ff" else theme.bp)
        filled = np.flatnonzero(bins.counts > 0)
        many = bins.counts >= FEW
        ends, x, y = np.array([0.0, 100.0]), 100 * bins.confidence, 100 * bins.accuracy
        low, high = (100 * end[filled] for end in bins.interval)
        apart = np.full(len(filled), np.nan)
        lines = [
            Line(ends, ends, QColor(theme.muted), tr("as sure as right"), Qt.PenStyle.DashLine),
            Line(
                np.column_stack([x[filled], x[filled], apart]).ravel(),
                np.column_stack([low, high, apart]).ravel(),
                mix(color, QColor(theme.raised), 0.5),
            ),
            *(
                Line(x[k : k + 1], y[k : k + 1], color, marker="circle")
                for k in filled
                if not many[k]
            ),
            Line(
                x[many],
                y[many],
                color,
                tr("{net}, {bins} bins", net=NET_NAMES[algorithm], bins=len(filled)),
                marker="circle",
            ),
        ]
        return Chart(
            _TITLES[algorithm],
            "",
            tr("named rightly (%)"),
            (0.0, 100.0),
            (-3.0, 103.0),
            lines,
            y_limits=(0.0, 100.0),
        )

    def bars(self, algorithm: str, theme: Theme) -> Chart:
        """How many images have which confidence."""
        shown, color = self.of(algorithm), QColor(theme.ff if algorithm == "ff" else theme.bp)
        bins = shown.by_width
        heights = 100.0 * bins.counts / max(int(bins.counts.sum()), 1)
        return Chart(
            "",
            tr("confidence (%)"),
            tr("images (%)"),
            (0.0, 100.0),
            (0.0, max(1.08 * float(heights.max()), 1.0)),
            areas=[Area(np.linspace(0.0, 100.0, BINS + 1), heights, color)],
            y_limits=(0.0, 100.0),
        )


def _percent(share: float) -> str:
    return write_percent(share) if np.isfinite(share) else "–"


def reliability_height(width: float, shown: Reliability, metrics: QFontMetricsF) -> float:
    """Of all, in the painter's units."""
    rows = 1 if width > _WIDE else max(len(shown.nets), 1)
    return rows * _height_of_one(_width_of_one(width, shown), shown, metrics)


def _width_of_one(width: float, shown: Reliability) -> float:
    # One net alone would be drawn out of shape.
    columns = max(len(shown.nets), 2) if width > _WIDE else 1
    return (width - 16 * (columns - 1)) / columns


def _height_of_one(width: float, shown: Reliability, metrics: QFontMetricsF) -> float:
    """A net's charts and the most lines that any net's words take below them."""
    words = [[_height_of(text, width, metrics) for text in shown.say(net)] for net in shown.nets]
    return _CURVE + _BARS + max(map(sum, words), default=0.0) + 14


def _height_of(text: str, width: float, metrics: QFontMetricsF) -> float:
    return metrics.boundingRect(QRectF(0, 0, width, 1e4), _WRAPPED, text).height()


def paint_reliability(painter: QPainter, rect: QRectF, theme: Theme, shown: Reliability) -> None:
    """A column of charts per net, side by side where there is room."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    is_wide = rect.width() > _WIDE
    width = _width_of_one(rect.width(), shown)
    each = _height_of_one(width, shown, metrics)
    for k, algorithm in enumerate(shown.nets):
        left = rect.left() + (k * (width + 16) if is_wide else 0.0)
        top = rect.top() + (0.0 if is_wide else k * each)
        paint_chart(
            painter, QRectF(left, top, width, _CURVE), theme, shown.curve(algorithm, theme), 44.0
        )
        bars = QRectF(left, top + _CURVE, width, _BARS)
        paint_chart(painter, bars, theme, shown.bars(algorithm, theme), 44.0)
        y = top + _CURVE + _BARS + 4
        for i, text in enumerate(shown.say(algorithm)):
            painter.setPen(QColor(theme.text if i == 0 else theme.muted))
            height = _height_of(text, width, metrics)
            painter.drawText(QRectF(left, y, width, height), _WRAPPED, text)
            y += height


class CalibrationFigure:
    """Reliability of both nets, for export."""

    figure_name = "calibration"
    figure_title = spoken("Calibration of both nets")
    figure_min_width = 240.0

    def __init__(self, shown: Reliability) -> None:
        self._shown = shown

    def figure_size(self) -> QSizeF:
        """Empty while nothing was measured."""
        if not self._shown.nets:
            return QSizeF()
        return QSizeF(620.0, _CURVE + _BARS + 116)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        paint_reliability(painter, rect.adjusted(10, 8, -10, -6), theme, self._shown)

    def figure_table(self) -> Table:
        """A row per net and bin."""
        header = ["net", "sharpness", "bin_from", "bin_to", "images", "accuracy", "accuracy_low",
                  "accuracy_high", "confidence", "ece"]  # fmt: skip
        rows: list[list[object]] = []
        for algorithm in self._shown.nets:
            shown, bins = self._shown.of(algorithm), self._shown.bins_of(algorithm)
            low, high = bins.interval
            rows += [
                [
                    algorithm,
                    shown.sharpness,
                    float(bins.edges[k]),
                    float(bins.edges[k + 1]),
                    int(bins.counts[k]),
                    float(bins.accuracy[k]),
                    float(low[k]),
                    float(high[k]),
                    float(bins.confidence[k]),
                    shown.error,
                ]
                for k in range(len(bins.counts))
            ]
        return header, rows
