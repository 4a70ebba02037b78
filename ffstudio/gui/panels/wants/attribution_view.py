"""What each pixel adds to a layer's number, in colours around zero over the image."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ffstudio.core.image_shape import BRIGHTNESS, ImageShape, is_coloured, pictures_of, size_of
from ffstudio.core.look.attribution import INTEGRATED, OCCLUDED, Attribution
from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr
from ffstudio.gui.plots.color_scale import paint_color_bar
from ffstudio.gui.plots.pictures import picture_image
from ffstudio.gui.style.colormaps import diverge
from ffstudio.gui.style.theme import Theme, ThemeManager

_LARGE, _SMALL, _AROUND, _GAP = 300.0, 110.0, 8, 14.0
# Sums that are off by more than this share are warned of.
_WORTH_SAYING = 0.02


@dataclass(eq=False)
class Shared:
    """What is painted.

    Attributes:
        attribution: None before the first.
        image: (numbers,); ``shape``: (height, width), in colour (height, width, 3).
        title: Which number of which image.
        quantity: What the number is, for the scale.
    """

    attribution: Attribution | None = None
    image: np.ndarray | None = None
    shape: ImageShape = (1, 1)
    title: str = ""
    quantity: str = ""

    @property
    def by_pixel(self) -> np.ndarray:
        """What each pixel adds (height, width): the sum of what its colours add."""
        assert self.attribution is not None  # noqa: S101 - asked where there is one
        added = pictures_of(self.attribution.pixels[None], self.shape)
        return np.asarray(added[0].sum(axis=-1))

    @property
    def limit(self) -> float:
        """What has the strongest colours."""
        if self.attribution is None:
            return 1.0
        known = np.abs(np.nan_to_num(self.by_pixel))
        return float(known.max(initial=0.0)) or 1.0

    @property
    def lines(self) -> tuple[str, ...]:
        """The numbers, a sentence each."""
        shared = self.attribution
        if shared is None:
            return ()
        said = [
            tr(
                "{quantity}: {value} of the image, {base} of the baseline, difference {difference}.",
                quantity=self.quantity[:1].upper() + self.quantity[1:],
                value=number_text(shared.value, digits=4),
                base=number_text(shared.base, digits=4),
                difference=number_text(shared.difference, digits=4),
            )
        ]
        if shared.method == OCCLUDED:
            said.append(
                tr(
                    "Colours: what is lost when squares over the pixel are covered, on average; "
                    "they need not add up to anything."
                )
            )
            return tuple(said)
        total = number_text(shared.total, digits=4)
        share = number_text(round(100 * shared.missing, 2))
        if not np.isfinite(shared.missing):
            said.append(tr("The attributions add up to {total}.", total=total))
        elif shared.method != INTEGRATED:
            said.append(
                tr(
                    "The attributions add up to {total}, {share}% away from the difference: "
                    "gradient × input need not be complete.",
                    total=total,
                    share=share,
                )
            )
        elif shared.missing <= _WORTH_SAYING:
            said.append(
                tr(
                    "Complete: the attributions add up to {total}, {share}% away from the "
                    "difference ({looks} images looked at).",
                    total=total,
                    share=share,
                    looks=shared.looks,
                )
            )
        else:
            said.append(
                tr(
                    "Not complete yet: the attributions add up to {total}, {share}% away from the "
                    "difference. Allow more than {looks} gradients.",
                    total=total,
                    share=share,
                    looks=shared.looks,
                )
            )
        return tuple(said)


def paint_shared(
    painter: QPainter, place: QRectF, theme: Theme, shared: Shared
) -> tuple[QRectF, float]:
    """Words, the image, the colours over it, and their scale.

    Returns:
        Where the colours are, and the height of all.
    """
    metrics = QFontMetricsF(painter.font(), painter.device())
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
    painter.setPen(QColor(theme.text))
    y = place.top()
    for text in (shared.title, *shared.lines):
        box = QRectF(place.left(), y, place.width(), 1e4)
        high = metrics.boundingRect(box, flags, text).height()
        painter.drawText(QRectF(place.left(), y, place.width(), high), flags, text)
        painter.setPen(QColor(theme.muted))
        y += high + 2
    y += 8
    high, wide = size_of(shared.shape)
    is_wide = place.width() >= _LARGE * 0.7 + _SMALL + _GAP
    side = min(_LARGE, place.width() - (_SMALL + _GAP if is_wide else 0))
    fit = side / max(high, wide)
    map_place = QRectF(place.left(), y, wide * fit, high * fit)
    bottom = map_place.bottom()
    if shared.attribution is None or shared.image is None:
        return map_place, y - place.top()
    picture = shared.image.reshape(shared.shape)
    small = _SMALL / max(high, wide)
    small_place = (
        QRectF(map_place.right() + _GAP, y, wide * small, high * small)
        if is_wide
        else QRectF(place.left(), bottom + 2.8 * metrics.height() + 8, wide * small, high * small)
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(map_place, _color_map(shared, theme))
    _paint_outline(painter, map_place, picture, theme)
    painter.drawImage(small_place, picture_image(picture, theme))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.line), 0))
    painter.drawRect(map_place)
    painter.drawRect(small_place)
    limit = number_text(shared.limit, digits=2)
    bar = QRectF(map_place.left(), bottom + 8, map_place.width(), 9)
    paint_color_bar(painter, bar, (f"−{limit}", f"+{limit}"), theme)
    below = QRectF(bar.left(), bar.bottom() + metrics.height() + 2, place.width(), metrics.height())
    painter.setPen(QColor(theme.muted))
    unit = tr("{quantity} per pixel", quantity=shared.quantity)
    if is_coloured(shared.shape):
        unit = tr("{quantity} per pixel, its colours together", quantity=shared.quantity)
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft, unit)
    return map_place, max(below.bottom(), small_place.bottom()) - place.top()


def _color_map(shared: Shared, theme: Theme) -> QImage:
    assert shared.attribution is not None  # noqa: S101 - asked where there is one
    high, wide = size_of(shared.shape)
    values = np.nan_to_num(shared.by_pixel)
    colors = np.ascontiguousarray(
        diverge(values, shared.limit, theme.is_dark, theme.colors.weights), np.uint8
    )
    return QImage(colors.tobytes(), wide, high, 3 * wide, QImage.Format.Format_RGB888).copy()


def _paint_outline(painter: QPainter, place: QRectF, picture: np.ndarray, theme: Theme) -> None:
    """Where the image goes from dark to bright: its ink stays visible under the colours."""
    if picture.ndim == 3:
        picture = picture @ BRIGHTNESS
    low, high = float(picture.min()), float(picture.max())
    if high <= low:
        return
    ink = picture > 0.5 * (low + high)
    side = place.width() / picture.shape[1]
    lines = []
    for row, column in np.argwhere(ink[:, 1:] != ink[:, :-1]):
        x, y = place.left() + (column + 1) * side, place.top() + row * side
        lines.append(QLineF(x, y, x, y + side))
    for row, column in np.argwhere(ink[1:] != ink[:-1]):
        x, y = place.left() + column * side, place.top() + (row + 1) * side
        lines.append(QLineF(x, y, x + side, y))
    color = QColor(theme.text)
    color.setAlphaF(0.65)
    painter.setPen(QPen(color, 1.0))
    painter.drawLines(lines)


class AttributionView(QWidget):
    """See the module docstring; its tip says what the pixel under the mouse adds."""

    def __init__(self, shared: Shared, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared, self._themes = shared, themes
        self._map = QRectF()
        self.setObjectName("attribution_view")
        self.setAccessibleName(tr("What each pixel adds"))
        self.setToolTip(
            tr("Colours: what each pixel adds to the number. Lines: the edge of the image's ink.")
        )
        themes.changed.connect(self.update)

    @property
    def map_place(self) -> QRectF:
        """Where the colours are."""
        return self._map

    def refresh(self) -> None:
        """There are other numbers."""
        self.setAccessibleDescription(" ".join((self._shared.title, *self._shared.lines)))
        self._fit()
        self.update()

    def _fit(self) -> None:
        """As high as all of it needs; painted on nothing to find out."""
        image = QImage(1, 1, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.setFont(self.font())
        self._map, high = paint_shared(painter, self._inside(), self._themes.theme, self._shared)
        painter.end()
        self.setMinimumHeight(round(high) + 2 * _AROUND)

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._themes.theme
        painter.fillRect(event.rect(), QColor(theme.raised))
        self._map, _ = paint_shared(painter, self._inside(), theme, self._shared)

    def event(self, event: QEvent) -> bool:
        shared = self._shared
        if (
            event.type() == QEvent.Type.ToolTip
            and isinstance(event, QHelpEvent)
            and shared.attribution is not None
            and self._map.contains(QPointF(event.pos()))
        ):
            high, wide = size_of(shared.shape)
            column = min(
                int((event.pos().x() - self._map.left()) / self._map.width() * wide), wide - 1
            )
            row = min(
                int((event.pos().y() - self._map.top()) / self._map.height() * high), high - 1
            )
            value = float(shared.by_pixel[row, column])
            text = tr(
                "Row {row}, column {column} adds {value}",
                row=row + 1,
                column=column + 1,
                value=number_text(value, digits=3),
            )
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return bool(super().event(event))
