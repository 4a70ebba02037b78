"""Makes pictures of weights, and paints the marks on them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from ffstudio.core.image_shape import COLOURS
from ffstudio.gui.panels.filters.layer_filters import Filters
from ffstudio.gui.plots.same_scales import share_limit
from ffstudio.gui.style.colormaps import OWN, Pixels, diverge_pixels, pack
from ffstudio.gui.style.theme import Theme


def find_limit(filters: Filters) -> float:
    """The weight that gets the full colour: in a series of pictures the same in all of them."""
    return share_limit(f"weights of {filters.title}", filters.limit)


def tile_sheet(
    filters: Filters,
    order: npt.NDArray[np.int64],
    columns: int,
    per_tile: bool,
    is_dark: bool,
    ground: QColor,
    colors_name: str = OWN,
) -> Pixels:
    """All tiles as one picture, one pixel per weight: (height, width) of 0xffRRGGBB."""
    height, width = filters.size
    full, strip = filters.tile_shape[0], filters.strip
    limit = filters.own_limits if per_tile else find_limit(filters)
    rows = -(-len(order) // columns)
    tiles = np.full((rows * columns, full + 1, width + 1), pack(ground), np.uint32)
    # Colours in the order of the kernel, then moved: the cheap way round.
    if filters.is_coloured:
        colors = color_pixels(filters.kernel, limit).T[order]
    else:
        colors = diverge_pixels(filters.kernel, limit, is_dark, colors_name).T[order]
    tiles[: len(order), :height, :width] = colors.reshape(-1, height, width)
    if strip is not None and filters.label_kernel is not None:
        side = strip.cell
        squares = diverge_pixels(filters.label_kernel, limit, is_dark, colors_name)[:, order]
        for label, color in enumerate(squares):
            down, right = divmod(label, strip.per_row)
            y, x = strip.top + down * side, right * side
            tiles[: len(order), y : y + side, x : x + side] = color[:, None, None]
    grid = tiles.reshape(rows, columns, full + 1, width + 1).transpose(0, 2, 1, 3)
    return grid.reshape(rows * (full + 1), columns * (width + 1))


def color_pixels(
    kernel: npt.NDArray[np.floating], limit: float | npt.NDArray[np.floating]
) -> Pixels:
    """Weights of red, green and blue (3·places, units) as colours 0xffRRGGBB (places, units).

    Middle grey is 0; a weight of ``limit`` has all of its colour, one of −``limit`` nothing of it.
    """
    safe = np.where(np.asarray(limit) > 0, limit, 1.0)
    with np.errstate(over="ignore", invalid="ignore"):
        shades = np.nan_to_num(0.5 + 0.5 * np.asarray(kernel, np.float64) / safe)
    levels = np.round(255 * np.clip(shades, 0.0, 1.0)).astype(np.uint32)
    red, green, blue = levels.reshape(-1, COLOURS, kernel.shape[1]).transpose(1, 0, 2)
    return np.asarray(0xFF000000 | (red << 16) | (green << 8) | blue, np.uint32)


def to_image(pixels: Pixels) -> QImage:
    """A picture of 0xffRRGGBB that owns its pixels."""
    height, width = pixels.shape
    data = np.ascontiguousarray(pixels)
    return QImage(data.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def picture_of(
    filters: Filters,
    order: npt.NDArray[np.int64],
    columns: int,
    per_tile: bool,
    theme: Theme,
) -> QImage:
    """The units in an order, one pixel per weight.

    Args:
        columns: Tiles in a row; a heat map has none.
        per_tile: Every unit by its own largest weight.
    """
    if filters.image_shape is not None:
        pixels = tile_sheet(
            filters,
            order,
            columns,
            per_tile,
            theme.is_dark,
            QColor(theme.surface),
            theme.colors.weights,
        )
        return to_image(pixels)
    limit = filters.own_limits if per_tile else find_limit(filters)
    colors = diverge_pixels(filters.kernel, limit, theme.is_dark, theme.colors.weights)
    return to_image(colors[:, order])


def paint_unit_marks(
    painter: QPainter,
    rect: QRectF,
    filters: Filters,
    order: npt.NDArray[np.int64],
    columns: int,
    scale: float,
    theme: Theme,
    clip: QRectF | None,
) -> None:
    """Label pixels underlined, dead units crossed out (a heat map's: ticked at the top).

    Args:
        rect: Where the picture is.
        scale: Painter units per weight.
        clip: What need not be painted lies outside of it.
    """
    dead = QPen(QColor(theme.danger), 0)
    if filters.image_shape is None:
        if filters.rows_above:  # where the rows of the layer above begin
            edge = rect.top() + (filters.kernel.shape[0] - filters.rows_above) * scale
            painter.setPen(QPen(QColor(theme.text), 2))
            painter.drawLine(QPointF(rect.left(), edge), QPointF(rect.right(), edge))
        painter.setPen(QPen(QColor(theme.danger), max(1.0, min(scale, 3.0))))
        if filters.dead is not None:
            for at in np.flatnonzero(filters.dead[order]).tolist():
                x = rect.left() + (at + 0.5) * scale
                painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.top() + 7))
        return
    label = QPen(QColor(theme.warning), 0)
    height, width = filters.size
    full = filters.tile_shape[0]
    for at, unit in enumerate(order.tolist()):
        row, column = divmod(at, columns)
        y = rect.top() + row * (full + 1) * scale
        if clip is not None and (y > clip.bottom() or y + height * scale < clip.top()):
            continue
        x = rect.left() + column * (width + 1) * scale
        # The label may fill several rows of a tiny picture.
        for below in range(-(-filters.marked_pixels // width)):
            many = min(filters.marked_pixels - below * width, width)
            line = y + (below + 1) * scale
            painter.setPen(label)
            painter.drawLine(QPointF(x, line), QPointF(x + many * scale, line))
        if filters.dead is not None and filters.dead[unit]:
            painter.setPen(dead)
            painter.drawLine(QPointF(x, y), QPointF(x + width * scale, y + height * scale))
            painter.drawLine(QPointF(x + width * scale, y), QPointF(x, y + height * scale))
