"""Paints images that were made to please a layer: one large with its curve, and the sheet below."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ffstudio.core.image_shape import ImageShape, size_of
from ffstudio.core.look.ascent import Ascent
from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr
from ffstudio.gui.plots.chart import Chart, Line, paint_chart
from ffstudio.gui.plots.pictures import picture_image
from ffstudio.gui.plots.same_scales import share_range
from ffstudio.gui.plots.ticks import pad_range
from ffstudio.gui.style.theme import Theme

_LARGE, _LEAST_CURVE = 240.0, 190.0
_TILE, _GAP = 64.0, 8.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass
class Wanted:
    """What is painted.

    Attributes:
        ascent: The images and their curves; None before the first.
        names: Of the label or unit of each.
        chosen: The one that is large.
        shape: (height, width), in colour (height, width, 3).
        quantity: What the curve shows.
        title: What was wished for, before the name.
        is_stretched: True paints each from its darkest to its brightest pixel.
    """

    ascent: Ascent | None = None
    names: tuple[str, ...] = ()
    chosen: int = 0
    shape: ImageShape = (1, 1)
    quantity: str = ""
    title: str = ""
    is_stretched: bool = True

    @property
    def count(self) -> int:
        return 0 if self.ascent is None else len(self.ascent.images)

    def picture(self, row: int) -> np.ndarray:
        """One image (height, width)."""
        assert self.ascent is not None  # noqa: S101 - asked where there is one
        return self.ascent.images[row].reshape(self.shape)

    def stretch(self, row: int) -> np.ndarray:
        """One image as it is painted (height, width)."""
        picture = self.picture(row)
        low, high = self.find_span(row)
        if not self.is_stretched or not low < high:
            return picture
        return (picture - low) / (high - low)

    def find_span(self, row: int) -> tuple[float, float]:
        """The pixels that are painted darkest and brightest; the same in all of a series."""
        picture = self.picture(row)
        return share_range(f"wanted {row}", float(picture.min()), float(picture.max()))

    def words(self, row: int) -> str:
        """What an image is, and how far it has been raised."""
        if self.ascent is None or row >= self.count:
            return ""
        first, last = self.ascent.values[0, row], self.ascent.values[-1, row]
        if self.ascent.is_silent[row]:
            return tr(
                "{name}: nothing in the layer answers to the start, so there is no gradient to "
                "follow. Begin with noise or another image.",
                name=self.names[row],
            )
        raised = tr(
            "{name}: {quantity} {first} at the start, {last} after {steps} steps",
            name=self.names[row],
            quantity=self.quantity,
            first=number_text(float(first), digits=3),
            last=number_text(float(last), digits=3),
            steps=self.ascent.steps,
        )
        if not self.is_stretched:
            return raised
        low, high = self.find_span(row)
        return tr(
            "{raised}; painted from {low} to {high}",
            raised=raised,
            low=number_text(low, digits=2),
            high=number_text(high, digits=2),
        )


@dataclass(frozen=True)
class WantedPlaces:
    """Where everything is.

    Attributes:
        head: Of the words; ``large``: the chosen image; ``curve``: beside or below it.
        tiles: Of the sheet, without their captions; empty for a single image.
        columns: Of the sheet.
        height: Of all.
    """

    head: QRectF
    large: QRectF
    curve: QRectF
    tiles: tuple[QRectF, ...]
    columns: int
    height: float

    def tile_at(self, at: QPointF) -> int:
        """The image under a point; −1 for none."""
        return next((i for i, tile in enumerate(self.tiles) if tile.contains(at)), -1)


def lay_out_wanted(place: QRectF, metrics: QFontMetricsF, wanted: Wanted) -> WantedPlaces:
    """Large image and curve side by side where there is room, the sheet below."""
    line = metrics.height() * 1.25
    words = metrics.boundingRect(
        QRectF(0, 0, max(place.width(), 40.0), 1e4),
        int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap),
        wanted.words(wanted.chosen),
    )
    head = QRectF(place.left(), place.top(), place.width(), max(words.height(), line) + line)
    is_wide = place.width() >= _LARGE * 0.75 + _LEAST_CURVE + _GAP * 2
    side = min(_LARGE, place.width() * 0.45 if is_wide else place.width())
    top = head.bottom() + 4
    high, wide = size_of(wanted.shape)
    fit = side / max(high, wide)
    large = QRectF(place.left(), top, wide * fit, high * fit)
    if is_wide:
        curve = QRectF(
            large.right() + 2 * _GAP, top, place.right() - large.right() - 2 * _GAP, side
        )
        bottom = max(large.bottom(), curve.bottom())
    else:
        curve = QRectF(place.left(), large.bottom() + _GAP, place.width(), _LEAST_CURVE)
        bottom = curve.bottom()
    tiles: list[QRectF] = []
    columns = max(int((place.width() + _GAP) // (_TILE + _GAP)), 1)
    if wanted.count > 1:
        top, step = bottom + 1.5 * _GAP, _TILE + 2 * metrics.height() + _GAP
        for i in range(wanted.count):
            row, column = divmod(i, columns)
            tiles.append(
                QRectF(place.left() + column * (_TILE + _GAP), top + row * step, _TILE, _TILE)
            )
        bottom = top + math.ceil(wanted.count / columns) * step
    return WantedPlaces(head, large, curve, tuple(tiles), columns, bottom - place.top())


def paint_wanted(painter: QPainter, places: WantedPlaces, theme: Theme, wanted: Wanted) -> None:
    """All of it."""
    ascent = wanted.ascent
    if ascent is None or not wanted.count:
        return
    metrics = QFontMetricsF(painter.font(), painter.device())
    line = metrics.height() * 1.25
    head = places.head
    bold = QFont(painter.font())
    bold.setBold(True)
    plain = QFont(painter.font())
    painter.setFont(bold)
    painter.setPen(QColor(theme.text))
    title = QFontMetricsF(bold).elidedText(wanted.title, Qt.TextElideMode.ElideRight, head.width())
    painter.drawText(QRectF(head.left(), head.top(), head.width(), line), _LEFT, title)
    painter.setFont(plain)
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
    painter.drawText(head.adjusted(0, line, 0, 0), flags, wanted.words(wanted.chosen))
    _paint_picture(painter, places.large, wanted.stretch(wanted.chosen), theme, is_chosen=False)
    paint_chart(painter, places.curve, theme, curve_of(wanted, theme))
    for row, tile in enumerate(places.tiles):
        is_chosen = row == wanted.chosen
        _paint_picture(painter, tile, wanted.stretch(row), theme, is_chosen=is_chosen)
        below = QRectF(tile.left() - _GAP / 2, tile.bottom() + 1, tile.width() + _GAP, line)
        painter.setPen(QColor(theme.text))
        name = metrics.elidedText(wanted.names[row], Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)
        painter.setPen(QColor(theme.muted))
        value = number_text(float(ascent.values[-1, row]), digits=3)
        if ascent.is_silent[row]:
            value = tr("silent")
        below.translate(0, metrics.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, value)


def _paint_picture(
    painter: QPainter, place: QRectF, picture: np.ndarray, theme: Theme, *, is_chosen: bool
) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(place, picture_image(picture, theme))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(theme.accent), 2.0) if is_chosen else QPen(QColor(theme.line), 0)
    painter.setPen(pen)
    painter.drawRect(place.adjusted(-1, -1, 1, 1) if is_chosen else place)


def curve_of(wanted: Wanted, theme: Theme) -> Chart:
    """What was raised over the steps: the chosen image's, and faint the others'."""
    ascent = wanted.ascent
    assert ascent is not None  # noqa: S101 - asked where there is one
    steps = np.arange(ascent.steps + 1, dtype=np.float64)
    known = ascent.values[np.isfinite(ascent.values)]
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
    color = QColor(theme.ff)
    lines = [
        Line(steps, ascent.values[:, row], color, wanted.names[row], faint=row != wanted.chosen)
        for row in range(wanted.count)
    ]
    return Chart(
        "",
        tr("step"),
        wanted.quantity,
        (0.0, float(max(ascent.steps, 1))),
        pad_range(low, high),
        lines,
        legend=False,
    )
