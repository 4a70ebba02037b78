"""A layer's activity as a strip of small squares, one per unit."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from ffstudio.gui.style.colormaps import diverge, sequential
from ffstudio.gui.style.theme import Theme

_LARGEST_SIDE = 16.0


@dataclass(frozen=True)
class StripGrid:
    """How a strip's squares lie: row by row.

    Attributes:
        side: Of a square.
    """

    place: QRectF
    count: int
    columns: int
    rows: int
    side: float

    @classmethod
    def fit(cls, place: QRectF, count: int) -> StripGrid:
        """As large squares as fit the place."""
        if count < 1 or place.width() < 1 or place.height() < 1:
            return cls(place, 0, 1, 0, 1.0)
        side = min(math.sqrt(place.width() * place.height() / count), _LARGEST_SIDE)
        while True:
            columns = max(int(place.width() / side), 1)
            rows = math.ceil(count / columns)
            if rows * side <= place.height() + 0.01 or side < 0.5:
                return cls(place, count, columns, rows, side)
            side *= 0.97

    def place_of(self, unit: int) -> QRectF:
        """A unit's square."""
        row, column = divmod(unit, self.columns)
        return QRectF(
            self.place.left() + column * self.side,
            self.place.top() + row * self.side,
            self.side,
            self.side,
        )

    def unit_at(self, at: QPointF) -> int | None:
        """The unit under a point."""
        column = int((at.x() - self.place.left()) // self.side)
        row = int((at.y() - self.place.top()) // self.side)
        unit = row * self.columns + column
        inside = 0 <= column < self.columns and 0 <= row < self.rows and unit < self.count
        return unit if inside else None


def paint_strip(
    painter: QPainter,
    grid: StripGrid,
    values: npt.NDArray[np.floating],
    limit: float,
    theme: Theme,
    *,
    is_signed: bool,
    marked: dict[int, str] | None = None,
) -> None:
    """Paints the squares.

    Args:
        values: (units,).
        limit: What has the strongest colour.
        is_signed: Two colours around zero, else one from none to most.
        marked: Units with a frame, and its colour.
    """
    if not grid.count:
        return
    if is_signed:
        colors = diverge(values, limit, theme.is_dark, theme.colors.weights)
    else:
        safe = np.nan_to_num(np.asarray(values, np.float64)) / (limit if limit > 0 else 1.0)
        places = np.clip(np.round(safe * 255), 0, 255).astype(np.intp)
        colors = sequential(theme.colors.pictures)[places]
    pixels = np.zeros((grid.rows * grid.columns, 4), np.uint8)
    pixels[: grid.count, :3] = colors
    pixels[: grid.count, 3] = 255
    image = QImage(
        pixels.tobytes(), grid.columns, grid.rows, 4 * grid.columns, QImage.Format.Format_RGBA8888
    ).copy()
    whole = QRectF(
        grid.place.left(), grid.place.top(), grid.columns * grid.side, grid.rows * grid.side
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(whole, image)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for unit, color in (marked or {}).items():
        square = grid.place_of(unit)
        thin = max(0.0, 6.0 - square.width()) / 2
        painter.setPen(QPen(QColor(color), 2))
        painter.drawRect(square.adjusted(-thin, -thin, thin, thin))
