"""Wanted images and attributions, for export."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from ffstudio.core.image_shape import COLOUR_NAMES, count_channels
from ffstudio.core.words import spoken
from ffstudio.gui.figures.figure import Table, figure_font
from ffstudio.gui.panels.wants.attribution_view import Shared, paint_shared
from ffstudio.gui.panels.wants.wanted_painter import Wanted, lay_out_wanted, paint_wanted
from ffstudio.gui.style.theme import Theme, paper

_WIDE, _AROUND = 500.0, 10.0


class WantedFigure:
    """The sheet, its large image and its curve; the table has every step and every pixel."""

    figure_name = "wanted-images"
    figure_title = spoken("What a layer wants")
    figure_min_width = 240.0

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted

    def figure_size(self) -> QSizeF:
        if not self._wanted.count:
            return QSizeF()
        place = QRectF(0, 0, _WIDE - 2 * _AROUND, 1e4)
        height = lay_out_wanted(place, QFontMetricsF(figure_font()), self._wanted).height
        return QSizeF(_WIDE, height + 2 * _AROUND)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        metrics = QFontMetricsF(painter.font(), painter.device())
        inner = rect.adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        paint_wanted(painter, lay_out_wanted(inner, metrics, self._wanted), theme, self._wanted)

    def figure_table(self) -> Table:
        """What was raised after every step, then every pixel."""
        ascent, rows = self._wanted.ascent, list[list[object]]()
        if ascent is not None:
            for column, name in enumerate(self._wanted.names):
                values = ascent.values[:, column].tolist()
                rows += [[name, "step", step, value] for step, value in enumerate(values)]
                pixels = ascent.images[column].tolist()
                rows += [[name, "pixel", at, value] for at, value in enumerate(pixels)]
        return ["wanted", "quantity", "number", "value"], rows


class AttributionFigure:
    """The colours over the image; the table has every pixel."""

    figure_name = "attribution"
    figure_title = spoken("What each pixel adds")
    figure_min_width = 240.0

    def __init__(self, shared: Shared, name_image: Callable[[], str]) -> None:
        self._shared, self._name_image = shared, name_image

    @property
    def figure_image(self) -> str:
        return self._name_image()

    def figure_size(self) -> QSizeF:
        if self._shared.attribution is None:
            return QSizeF()
        image = QImage(1, 1, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.setFont(figure_font())
        place = QRectF(0, 0, _WIDE - 2 * _AROUND, 1e4)
        _, height = paint_shared(painter, place, paper(), self._shared)
        painter.end()
        return QSizeF(_WIDE, height + 2 * _AROUND + 4)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        inner = rect.adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        paint_shared(painter, inner, theme, self._shared)

    def figure_table(self) -> Table:
        """One row per pixel, of colour pictures one per colour of it."""
        shared, rows = self._shared, list[list[object]]()
        channels = count_channels(shared.shape)
        if shared.attribution is not None and shared.image is not None:
            values = shared.attribution.pixels.tolist()
            for at, (pixel, value) in enumerate(zip(shared.image.tolist(), values, strict=True)):
                place, colour = divmod(at, channels)
                row, column = divmod(place, shared.shape[1])
                named = [COLOUR_NAMES[colour]] if channels == len(COLOUR_NAMES) else []
                rows.append([row + 1, column + 1, *named, pixel, value])
        head = ["colour"] if channels == len(COLOUR_NAMES) else []
        return ["row", "column", *head, "pixel", "attribution"], rows
