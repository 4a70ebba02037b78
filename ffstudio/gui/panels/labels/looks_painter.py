"""Paints a layer's activity under a label, its difference to the true label's, and the goodness of
every label.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ffstudio.core.look.label_looks import LabelLooks
from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr
from ffstudio.gui.plots.activity_strip import StripGrid, paint_strip
from ffstudio.gui.plots.fitting import say_what_fits
from ffstudio.gui.plots.same_scales import share_limit, share_range
from ffstudio.gui.style.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_STRIP = 52.0
_GAP = 10.0


@dataclass
class Scrub:
    """What is painted.

    Attributes:
        label: The one that is embedded now.
        true: The one that it is compared with.
        is_known: True where that is the image's own; else it is the net's answer.
        names: Of the labels.
    """

    looks: LabelLooks | None = None
    label: int = 0
    true: int = 0
    is_known: bool = True
    names: tuple[str, ...] = ()

    def name(self, label: int) -> str:
        """Of a label, for a reader."""
        return self.names[label] if label < len(self.names) else str(label)

    @property
    def true_words(self) -> str:
        """What a label is compared with."""
        if self.is_known:
            return tr("the true label {name}", name=self.name(self.true))
        return tr("the net's answer {name}", name=self.name(self.true))

    def goodness_words(self, layer: int) -> str:
        """A layer's goodness under the label, and its difference."""
        if self.looks is None:
            return ""
        own, apart = self._write_goodness(self.looks, layer)
        return tr(
            "goodness {own}, {apart} against {true}", own=own, apart=apart, true=self.true_words
        )

    def goodness_briefly(self, layer: int) -> str:
        """The same, without the words for what it is compared with."""
        if self.looks is None:
            return ""
        own, apart = self._write_goodness(self.looks, layer)
        return tr("goodness {own}, {apart}", own=own, apart=apart)

    def _write_goodness(self, looks: LabelLooks, layer: int) -> tuple[str, str]:
        own = float(looks.goodness[layer, self.label])
        apart = own - float(looks.goodness[layer, self.true])
        return number_text(own, digits=4), _write_signed(apart)


def _write_signed(value: float) -> str:
    text = number_text(abs(value), digits=3)
    return f"−{text}" if value < 0 else f"+{text}"


def row_height(metrics: QFontMetricsF) -> float:
    """Of one layer's row."""
    return 2 * (metrics.height() * 1.2 + _STRIP) + _GAP


def paint_scrub(painter: QPainter, rect: QRectF, theme: Theme, scrub: Scrub) -> None:
    """A row per layer, and the sum of those that vote below."""
    looks = scrub.looks
    if looks is None:
        return
    metrics = QFontMetricsF(painter.font(), painter.device())
    high, y = row_height(metrics), rect.top()
    for layer in range(len(looks.activities)):
        _paint_layer(painter, QRectF(rect.left(), y, rect.width(), high), theme, scrub, layer)
        y += high
    line = metrics.height() * 1.2
    painter.setPen(QColor(theme.text))
    answer = scrub.name(looks.answer)
    title = tr("Summed over the layers that vote: the net answers {answer}", answer=answer)
    painter.drawText(QRectF(rect.left(), y, rect.width(), line), _LEFT, title)
    bars = QRectF(rect.left(), y + line, rect.width(), rect.bottom() - y - line)
    bars.setHeight(min(bars.height(), 110.0))
    _paint_bars(painter, bars, theme, scrub, looks.summed)


def scrub_height(metrics: QFontMetricsF, layers: int) -> float:
    """Of all rows."""
    return layers * row_height(metrics) + metrics.height() * 1.2 + 110.0


def _paint_layer(painter: QPainter, row: QRectF, theme: Theme, scrub: Scrub, layer: int) -> None:
    looks = scrub.looks
    assert looks is not None  # noqa: S101 - asked with looks only
    metrics = QFontMetricsF(painter.font(), painter.device())
    line = metrics.height() * 1.2
    font = painter.font()
    bold = QFont(font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(QColor(theme.layers[layer % len(theme.layers)]))
    name = tr("Layer {number}", number=layer + 1)
    painter.drawText(QRectF(row.left(), row.top(), row.width(), line), _LEFT, name)
    wide = QFontMetricsF(bold).horizontalAdvance(name) + 10
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    forms = scrub.goodness_words(layer), scrub.goodness_briefly(layer)
    words = say_what_fits(metrics, row.width() - wide, *forms)
    painter.drawText(QRectF(row.left() + wide, row.top(), row.width() - wide, line), _LEFT, words)
    half = row.width() * 0.6
    activity = looks.activities[layer]
    limit = float(np.nanmax(np.abs(activity))) if activity.size else 1.0
    limit = share_limit(f"activity of layer {layer}", limit)
    signed = bool((activity < 0).any())
    top = row.top() + line
    strip = StripGrid.fit(QRectF(row.left(), top, half, _STRIP), activity.shape[1])
    paint_strip(painter, strip, activity[scrub.label], limit, theme, is_signed=signed)
    painter.setPen(QColor(theme.muted))
    apart = tr("difference to {true}", true=scrub.true_words)
    below = QRectF(row.left(), top + _STRIP, half, line)
    painter.drawText(below, _LEFT, say_what_fits(metrics, half, apart, tr("difference")))
    strip = StripGrid.fit(QRectF(row.left(), top + _STRIP + line, half, _STRIP), activity.shape[1])
    differences = looks.differ(layer, scrub.label, scrub.true)
    paint_strip(painter, strip, differences, limit / 2, theme, is_signed=True)
    bars = QRectF(row.left() + half + 16, top, row.width() - half - 16, 2 * _STRIP + line)
    _paint_bars(painter, bars, theme, scrub, looks.goodness[layer], looks.thresholds[layer])


def _paint_bars(
    painter: QPainter,
    place: QRectF,
    theme: Theme,
    scrub: Scrub,
    values: np.ndarray,
    threshold: float | None = None,
) -> None:
    """A bar per label: the one that is embedded filled, the true one framed."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    known = np.nan_to_num(values)
    low, high = min(0.0, float(known.min())), max(0.0, float(known.max()))
    low, high = share_range(f"goodness of all labels at {place.top():.0f}", low, high)
    span = (high - low) or 1.0
    names = place.adjusted(0, place.height() - metrics.height() * 1.2, 0, 0)
    area = place.adjusted(0, 2, 0, -names.height() - 2)
    count, step = len(known), place.width() / max(len(known), 1)

    def at(value: float) -> float:
        return area.bottom() - (value - low) / span * area.height()

    for label in range(count):
        x = area.left() + label * step
        bar = QRectF(x + 0.12 * step, at(max(known[label], 0.0)), 0.76 * step, 0)
        bar.setBottom(at(min(known[label], 0.0)))
        is_chosen = label == scrub.label
        color = QColor(theme.ff)
        if not is_chosen:
            color.setAlphaF(0.28)
        painter.fillRect(bar, color)
        if label == scrub.true:
            painter.setPen(QPen(QColor(theme.text), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar)
        painter.setPen(QColor(theme.text if is_chosen else theme.muted))
        text = metrics.elidedText(scrub.name(label), Qt.TextElideMode.ElideRight, step)
        painter.drawText(QRectF(x, names.top(), step, names.height()), _CENTRE, text)
    if threshold is not None and low <= threshold <= high:
        painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DashLine))
        y = at(threshold)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
