"""The one seam through which every view is exported, as a file or to the clipboard.

A figure paints itself in points (1/72 inch): on every device here one unit is one point,
a font of 9 pt is 9 units high and a one-pixel (cosmetic) pen is 0.75 pt wide, so fonts and
lines come out right at any resolution. Exports always use the light paper theme, whatever
the window looks like. Pictures show their pixels as they are, in every format: none is smoothed.
"""

from __future__ import annotations

import csv
import io
import math
from typing import Protocol, runtime_checkable

import numpy as np
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QGuiApplication,
    QImage,
    QPaintDevice,
    QPainter,
    QPen,
)

from ffstudio.core.errors import FfstudioError
from ffstudio.core.words import tr
from ffstudio.gui.style.theme import Theme, paper

POINTS_PER_INCH = 72.0
_DOTS_PER_METER_AT_72 = 2835
_MOST_PIXELS = 16_000
_FONT_PT = 9.0
_BLANK_DPI = 48.0  # enough to see that there is something
_POINTS_PER_PEN_PIXEL = 0.75  # a pixel of a 96 dpi screen

Table = tuple[list[str], list[list[object]]]


@runtime_checkable
class Figure(Protocol):
    """A view that can be exported; :class:`WidthFollowingFigure` says one thing more."""

    @property
    def figure_name(self) -> str:
        """File stem, for example ``loss-curves``."""
        ...

    @property
    def figure_title(self) -> str:
        """For a reader, for example ``Loss per layer``."""
        ...

    def figure_size(self) -> QSizeF:
        """Natural size in points."""
        ...

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints into ``rect`` (points) in the colours of ``theme``; vectors, not grabs."""
        ...

    def figure_table(self) -> Table:
        """Header and rows of the data behind the picture."""
        ...


@runtime_checkable
class WidthFollowingFigure(Figure, Protocol):
    """A figure whose layout follows its width.

    It is laid out anew in the width that is asked for, down to :attr:`figure_min_width`, so
    that its fonts keep their size. Others are scaled whole.
    """

    @property
    def figure_min_width(self) -> float:
        """The narrowest it is laid out in, in points; narrower ones are scaled."""
        ...


@runtime_checkable
class SourcedFigure(Figure, Protocol):
    """A figure of something else than the nets that are shown."""

    @property
    def figure_source(self) -> str:
        """What it is of, in a few words: for its caption and for what its file says of itself."""
        ...


@runtime_checkable
class RunFigure(Figure, Protocol):
    """A figure of the whole run, up to now, whichever moment of it is looked at."""

    @property
    def figure_of_run(self) -> bool:
        """True."""
        ...


@runtime_checkable
class ImageFigure(Figure, Protocol):
    """A figure of one image."""

    @property
    def figure_image(self) -> str:
        """Which one, for its caption: ``test image 7``; empty where that is not known."""
        ...


# --- layout -----------------------------------------------------------------------------


def refuse_blank(figure: Figure) -> None:
    """Raises when a figure has nothing to show.

    Raises:
        FfstudioError: Its page would be empty; says so.
    """
    if is_blank(figure):
        raise FfstudioError(
            tr(
                "“{figure_title}” is empty and cannot be exported.",
                figure_title=figure.figure_title,
            ),
            tr("Train or open a model first, then export again."),
        )


def is_blank(figure: Figure) -> bool:
    """True when a figure has no size, or leaves its page as white as it was."""
    if figure.figure_size().isEmpty():
        return True
    image = render_image(figure, _BLANK_DPI).convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32)
    return bool((pixels == pixels[0]).all())


def lay_out(figure: Figure, width_in: float | None) -> tuple[QSizeF, float]:
    """Size to lay the figure out in (points), and the factor to scale that by."""
    natural = figure.figure_size()
    if natural.isEmpty():
        refuse_blank(figure)
    if width_in is None:
        return natural, 1.0
    if not math.isfinite(width_in) or width_in <= 0:
        raise FfstudioError(tr("The width of an exported picture must be greater than 0."))
    width = width_in * POINTS_PER_INCH
    if not isinstance(figure, WidthFollowingFigure):
        return natural, width / natural.width()
    laid_out = max(width, figure.figure_min_width)
    # Narrower than natural: keep the height, which the same number of plots still needs.
    height = natural.height() * max(laid_out / natural.width(), 0.75)
    return QSizeF(laid_out, height), width / laid_out


def measure_export(figure: Figure, width_in: float | None = None) -> QSizeF:
    """Size of the exported picture in points."""
    size, scale = lay_out(figure, width_in)
    return size * scale


class FigurePainter(QPainter):
    """A painter whose cosmetic pens have a width in points instead of device pixels."""

    def setPen(self, pen: QPen | QColor | Qt.PenStyle) -> None:  # type: ignore[override]
        """Sets the pen; a cosmetic one gets a width of its own, the same in every format."""
        if isinstance(pen, QPen) and pen.isCosmetic() and pen.style() != Qt.PenStyle.NoPen:
            pen = QPen(pen)
            pen.setWidthF(max(pen.widthF(), 1.0) * _POINTS_PER_PEN_PIXEL)
            pen.setCosmetic(False)
        super().setPen(pen)


def paint(
    figure: Figure,
    device: QPaintDevice,
    size: QSizeF,
    scale: float,
    theme: Theme,
    painter: FigurePainter | None = None,
) -> None:
    """Paints a figure on any device: laid out in ``size`` points, then scaled.

    Args:
        painter: One that suits the device, where not every painter does.
    """
    painter = FigurePainter() if painter is None else painter
    if not painter.begin(device):
        raise FfstudioError(
            tr("“{figure_title}” could not be painted.", figure_title=figure.figure_title)
        )
    try:
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            # As JPEG, which is what PDF gets otherwise, pictures of a few pixels change colour.
            | QPainter.RenderHint.LosslessImageRendering
        )
        painter.scale(scale, scale)
        rect = QRectF(0.0, 0.0, size.width(), size.height())
        painter.fillRect(rect, QColor(theme.surface))
        painter.setFont(figure_font())
        painter.setPen(QColor(theme.text))
        figure.paint_figure(painter, rect, theme)
    finally:
        painter.end()


def figure_font(points: float = _FONT_PT, *, bold: bool = False) -> QFont:
    """The application's font at a size for print; unhinted, so that it scales evenly."""
    font = QFont(QGuiApplication.font())
    font.setFamily(QFontInfo(font).family())  # not an alias, which others do not know
    font.setPointSizeF(points)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


# --- the picture in memory --------------------------------------------------------------


def render_image(
    figure: Figure, dpi: float = 300, width_in: float | None = None, theme: Theme | None = None
) -> QImage:
    """The figure as pixels, its resolution stored inside.

    Args:
        theme: Its colours; those of exports where none is given.

    Raises:
        FfstudioError: The picture would be too large, or there is nothing to paint.
    """
    theme = paper() if theme is None else theme
    if not math.isfinite(dpi) or dpi <= 0:
        raise FfstudioError(tr("The resolution of an exported picture must be greater than 0 DPI."))
    size, scale = lay_out(figure, width_in)
    ratio = dpi / POINTS_PER_INCH
    width = max(round(size.width() * scale * ratio), 1)
    height = max(round(size.height() * scale * ratio), 1)
    if max(width, height) > _MOST_PIXELS:
        raise FfstudioError(
            tr(
                "“{figure_title}” would be {width} × {height} pixels.",
                figure_title=figure.figure_title,
                width=width,
                height=height,
            ),
            tr(
                "Choose a smaller width or resolution: at most {MOST_PIXELS} pixels a side.",
                MOST_PIXELS=_MOST_PIXELS,
            ),
        )
    image = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    if image.isNull():
        raise FfstudioError(
            tr(
                "There is no memory for a picture of {width} × {height} pixels.",
                width=width,
                height=height,
            ),
            tr("Choose a smaller width or resolution."),
        )
    image.fill(QColor(theme.surface))
    # At 72 dots per inch a point is a unit; the ratio turns units into pixels.
    image.setDotsPerMeterX(_DOTS_PER_METER_AT_72)
    image.setDotsPerMeterY(_DOTS_PER_METER_AT_72)
    image.setDevicePixelRatio(ratio)
    paint(figure, image, size, scale, theme)
    image.setDevicePixelRatio(1.0)
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    # Keywords of PNG, which no language changes.
    image.setText("Title", figure.figure_title)
    image.setText("Software", "ffstudio")
    return image


# --- tables -----------------------------------------------------------------------------


def _cell(value: object) -> object:
    """Numbers in full; gaps are empty cells."""
    if value is None:
        return ""
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        return "" if math.isnan(value) else repr(value)
    return value


def table_csv(figure: Figure) -> str:
    """The data behind the picture: a header line, then rows."""
    header, rows = figure.figure_table()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(v) for v in row] for row in rows)
    return out.getvalue()


def table_tsv(figure: Figure) -> str:
    """The data behind the picture, tab-separated, as spreadsheets paste it."""
    header, rows = figure.figure_table()
    lines: list[list[object]] = [list(header), *rows]

    def clean(value: object) -> str:
        return str(_cell(value)).replace("\t", " ").replace("\n", " ")

    return "".join("\t".join(clean(v) for v in row) + "\n" for row in lines)
