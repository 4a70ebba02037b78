"""What the figures of the pages are painted with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from ffstudio.core.image_shape import ImageShape, size_of
from ffstudio.core.numbers import number_text
from ffstudio.gui.plots.activity_strip import StripGrid, paint_strip
from ffstudio.gui.plots.pictures import picture_image
from ffstudio.gui.style.theme import Theme, mix

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_HEAD = 5.0


class Brush:
    """A painter in a theme, with the few shapes that all pages are made of.

    Attributes:
        line: Height of a line of text.
    """

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self.painter, self.theme = painter, theme
        self.metrics = QFontMetricsF(painter.font(), painter.device())
        self.line = line_height(self.metrics)

    def write(
        self,
        place: QRectF,
        text: str,
        align: Qt.AlignmentFlag = LEFT,
        color: QColor | str | None = None,
        *,
        is_bold: bool = False,
    ) -> float:
        """A line of text, cut off where there is no room; its width."""
        painter, plain = self.painter, self.painter.font()
        font = QFont(plain)
        font.setBold(is_bold)
        painter.setFont(font)
        metrics = QFontMetricsF(font, painter.device())
        painter.setPen(QColor(color if color is not None else self.theme.text))
        said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, align, said)
        painter.setFont(plain)
        return metrics.horizontalAdvance(said)

    def picture(self, place: QRectF, pixels: npt.NDArray[np.floating], shape: ImageShape) -> QRectF:
        """An image (pixels,), as large as fits; where it lies."""
        height, width = size_of(shape)
        scale = min(place.width() / width, place.height() / height)
        at = QRectF(place.left(), place.top(), width * scale, height * scale)
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        self.painter.drawImage(at, picture_image(pixels.reshape(shape), self.theme))
        self.painter.setPen(QPen(QColor(self.theme.line), 1))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRect(at)
        return at

    def strip(self, place: QRectF, values: npt.NDArray[np.floating], limit: float) -> None:
        """A square per unit."""
        grid = StripGrid.fit(place, len(values))
        signed = bool((np.nan_to_num(values) < 0).any())
        paint_strip(self.painter, grid, values, limit, self.theme, is_signed=signed)

    def bar(self, place: QRectF, share: float, color: QColor | str) -> None:
        """A bar from the left, as long as its share (0–1) of the place."""
        ground = QColor(self.theme.line)
        self.painter.fillRect(place, mix(ground, QColor(self.theme.raised), 0.45))
        wide = place.width() * min(max(share, 0.0), 1.0)
        self.painter.fillRect(
            QRectF(place.left(), place.top(), wide, place.height()), QColor(color)
        )

    def arrow(self, start: QPointF, end: QPointF, color: QColor | str, width: float = 1.6) -> None:
        """A straight arrow."""
        painter = self.painter
        painter.setPen(QPen(QColor(color), width))
        painter.drawLine(start, end)
        along = end - start
        length = max((along.x() ** 2 + along.y() ** 2) ** 0.5, 1e-6)
        along /= length
        across = QPointF(-along.y(), along.x())
        back = end - along * _HEAD * 1.6
        painter.setBrush(QColor(color))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([end, back + across * _HEAD, back - across * _HEAD]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def box(self, place: QRectF, text: str, color: QColor | str) -> None:
        """A layer."""
        painter = self.painter
        painter.setPen(QPen(QColor(color), 1.6))
        painter.setBrush(mix(QColor(color), QColor(self.theme.raised), 0.12))
        painter.drawRoundedRect(place, 5, 5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self.write(place.adjusted(3, 0, -3, 0), text, CENTRE)

    def label_bars(
        self,
        place: QRectF,
        values: npt.NDArray[np.floating],
        names: Sequence[str],
        filled: int,
        framed: int,
        color: QColor | str,
        mark: float | None = None,
    ) -> None:
        """A bar per label from the lowest one: one filled, one framed, and a dashed mark."""
        known = np.nan_to_num(np.asarray(values, np.float64))
        low, high = float(known.min()), float(known.max())
        if mark is not None:
            low, high = min(low, mark), max(high, mark)
        low -= 0.06 * (high - low)
        span = (high - low) or 1.0
        under = place.adjusted(0, place.height() - self.line, 0, 0)
        area = place.adjusted(0, 2, 0, -self.line - 1)
        step = place.width() / max(len(known), 1)
        painter = self.painter
        for label, value in enumerate(known):
            x, high_by = area.left() + label * step, (value - low) / span * area.height()
            bar = QRectF(x + 0.14 * step, area.bottom() - high_by, 0.72 * step, high_by)
            own = QColor(color)
            painter.fillRect(
                bar, own if label == filled else mix(own, QColor(self.theme.raised), 0.32)
            )
            if label == framed:
                painter.setPen(QPen(QColor(self.theme.text), 1.6))
                painter.drawRect(bar)
            self.write(
                QRectF(x, under.top(), step, self.line),
                names[label] if label < len(names) else str(label),
                CENTRE,
                self.theme.text if label in (filled, framed) else self.theme.muted,
                is_bold=label == filled,
            )
        if mark is not None:
            y = area.bottom() - (mark - low) / span * area.height()
            painter.setPen(QPen(QColor(self.theme.muted), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))


def line_height(metrics: QFontMetricsF) -> float:
    """Of a line of text."""
    return metrics.height() * 1.25


def say(value: float) -> str:
    """A number in a figure."""
    return number_text(value, digits=3) if np.isfinite(value) else "–"
