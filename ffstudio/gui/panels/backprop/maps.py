"""Layers that work on images as cards of pictures, a row per channel: what came in, Θ, z, a, δ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from ffstudio.core.image_shape import name_colour
from ffstudio.core.look.backpropagation import TracedLayer
from ffstudio.core.look.inspection import ACTIVATE, ERROR, GRADIENT, SUM
from ffstudio.core.look.layer_gradients import LayerGradient
from ffstudio.core.words import tr
from ffstudio.gui.panels.backprop.numbers import short
from ffstudio.gui.panels.backprop.page import Page, largest_local
from ffstudio.gui.style.colormaps import diverge
from ffstudio.gui.style.theme import Theme

GAP = 6.0
_LINES = 4.0  # height of a picture
_HEAD = 2.2
_CENTRE = Qt.AlignmentFlag.AlignCenter
_NOT_YET = "·"


@dataclass(frozen=True)
class Column:
    """Pictures of one quantity, one for each channel that is shown.

    Attributes:
        head: What it is.
        step: The step that brings it, with its layer; None where it is there from the start.
        of: The picture of a channel (height, width).
        limit: The largest number, of all channels.
        is_kernel: True for the weights, which can be chosen.
    """

    head: str
    step: tuple[str, int] | None
    of: Callable[[int], np.ndarray]
    limit: float
    is_kernel: bool = False


def name_channel(page: Page, layer: int, channel: int) -> str:
    """A channel of what a layer sees, for a reader; a colour where it sees the image itself."""
    assert page.inspection is not None  # noqa: S101 - asked with an inspection only
    traced = page.inspection.traced.layers[layer]
    if sees_image(page, layer):
        return name_colour(channel) if traced.below.shape[-1] == 3 else ""
    return tr("channel {number}", number=channel + 1)


def sees_image(page: Page, layer: int) -> bool:
    """True where a layer sees the image itself: pixels in their places."""
    inspection = page.inspection
    assert inspection is not None  # noqa: S101 - asked with an inspection only
    traced = inspection.traced.layers[layer]
    size = int(np.prod(inspection.image_shape))
    return traced.sources == (-1,) and not inspection.traced.skipped and traced.below.size == size


def name_weight(page: Page, layer: int, source: int) -> str:
    """Where a weight comes from, for a reader: an input, or a pixel or place and its channel."""
    assert page.inspection is not None  # noqa: S101 - asked with an inspection only
    traced = page.inspection.traced.layers[layer]
    if traced.kernel.ndim == 4:
        i, j, channel = np.unravel_index(source, traced.kernel.shape[:3])
        name = name_channel(page, layer, int(channel))
        said = tr("weight at row {row}, column {column}", row=int(i) + 1, column=int(j) + 1)
        return f"{said}, {name}" if name else said
    shape = page.inspection.image_shape
    if len(shape) == 3 and sees_image(page, layer):
        row, column, colour = np.unravel_index(source, shape)
        return tr(
            "weight from {colour} of the pixel in row {row}, column {column}",
            colour=name_colour(int(colour)),
            row=int(row) + 1,
            column=int(column) + 1,
        )
    return tr("weight from {source}", source=source + 1)


def name_chosen(page: Page) -> str:
    """The chosen weight: where it comes from, and whose it is."""
    layer, unit = page.chosen_layer, page.unit + 1
    if page.source >= len(layer.weights):
        if layer.is_map:
            return tr("bias of channel {unit}", unit=unit)
        return tr("bias of unit {unit}", unit=unit)
    what = name_weight(page, page.layer, page.source)
    if layer.is_map:
        return tr("{what} of channel {unit}", what=what, unit=unit)
    return tr("{what} to {unit}", what=what, unit=unit)


def list_columns(page: Page, index: int) -> list[Column]:
    """The pictures of a layer that works on images."""
    assert page.inspection is not None  # noqa: S101 - asked with an inspection only
    layer = page.inspection.traced.layers[index]
    made: list[Column] = []
    if layer.kernel.ndim == 4:
        made += _list_kernels(page, index, layer)
    plain = layer.activation == "linear"
    if not plain:
        made.append(_maps("z", (SUM, index), layer.before))
    made.append(
        _maps("a" if plain else "a = g(z)", (SUM if plain else ACTIVATE, index), layer.after)
    )
    if not plain:
        made.append(_maps("∂J/∂a", (ERROR, index), layer.pulled))
    made.append(_maps("δ", (ERROR, index), layer.delta))
    return made


def _list_kernels(page: Page, index: int, layer: TracedLayer) -> list[Column]:
    channel = page.channel_of(index)
    name = name_channel(page, index, channel)
    per_group = layer.kernel.shape[2]
    filters_each = layer.units * per_group // layer.below.shape[2]

    def below(unit: int) -> np.ndarray:
        return np.asarray(layer.below[:, :, unit // filters_each * per_group + channel])

    return [
        Column(
            tr("comes in\n{name}", name=name) if name else tr("comes in"),
            (ACTIVATE, layer.sources[0]) if layer.sources[0] >= 0 else None,
            below,
            _limit(layer.below),
        ),
        Column(
            "Θ", None, lambda unit: layer.kernel[:, :, channel, unit], _limit(layer.kernel), True
        ),
        Column(
            "∂J/∂Θ", (GRADIENT, index),
            lambda unit: layer.kernel_gradient[:, :, channel, unit],
            _limit(layer.kernel_gradient),
        ),
    ]  # fmt: skip


def list_local_columns(layer: LayerGradient) -> list[Column]:
    """The pictures of a convolution that learns by itself; of pairs both rows."""
    signs = ("⁺", "⁻") if len(layer.before) > 1 else ("",)
    made = []
    for row, sign in enumerate(signs):
        made += [
            _maps(f"z{sign}", None, layer.before[row]),
            _maps(f"a{sign}", None, layer.full[row]),
            _maps(f"∂L/∂z{sign}", None, layer.delta[row]),
        ]
    return made


def _maps(head: str, step: tuple[str, int] | None, values: np.ndarray) -> Column:
    return Column(head, step, lambda unit: values[:, :, unit], _limit(values))


def _limit(values: np.ndarray) -> float:
    return float(np.abs(np.nan_to_num(values)).max()) if values.size else 0.0


# --- places ------------------------------------------------------------------------------------


def measure_card(num_columns: int, num_rows: int, line: float, index: float) -> tuple[float, float]:
    """Width and height of a card's pictures."""
    side = _LINES * line
    return 2 * index + num_columns * (side + GAP), line * _HEAD + num_rows * (side + GAP)


def place_picture(
    corner: QRectF, row: int, column: int, line: float, index: float, values: np.ndarray
) -> QRectF:
    """Where a picture stands, in its proportions, in a card's inside."""
    side = _LINES * line
    left = corner.left() + 2 * index + column * (side + GAP)
    top = corner.top() + line * _HEAD + row * (side + GAP)
    high, wide = values.shape
    scale = side / max(high, wide, 1)
    return QRectF(
        left + (side - wide * scale) / 2,
        top + (side - high * scale) / 2,
        wide * scale,
        high * scale,
    )


def place_weights(
    page: Page, layer: int, corner: QRectF, line: float, index: float
) -> list[tuple[QRectF, int, int]]:
    """Where a kernel's weights are: place, filter, source."""
    columns = list_columns(page, layer)
    at = next((k for k, column in enumerate(columns) if column.is_kernel), None)
    if at is None:
        return []
    units, sources = page.list_shown(layer)
    made = []
    for row, unit in enumerate(units):
        values = columns[at].of(unit)
        whole = place_picture(corner, row, at, line, index, values)
        high, wide = values.shape
        for k, source in enumerate(sources):
            i, j = divmod(k, wide)
            place = QRectF(
                whole.left() + j * whole.width() / wide, whole.top() + i * whole.height() / high,
                whole.width() / wide, whole.height() / high,
            )  # fmt: skip
            made.append((place, unit, source))
    return made


def place_row(corner: QRectF, row: int, width: float, line: float) -> QRectF:
    """Where a channel's pictures are."""
    side = _LINES * line
    top = corner.top() + line * _HEAD + row * (side + GAP)
    return QRectF(corner.left(), top, width, side)


# --- painting ----------------------------------------------------------------------------------


def paint_maps(
    painter: QPainter, corner: QRectF, page: Page, index: int, sizes: tuple[float, float],
    theme: Theme,
) -> None:  # fmt: skip
    """All pictures of a layer, as far as the steps have come."""
    line, wide = sizes
    columns = list_columns(page, index)
    units = page.list_shown(index)[0]
    for k, column in enumerate(columns):
        is_there = column.step is None or page.is_reached(*column.step)
        is_now = column.step is not None and page.is_current(*column.step)
        _paint_column(painter, corner, k, column, units, sizes, theme, is_there, is_now)
    for row, unit in enumerate(units):
        is_chosen = (page.layer, page.unit) == (index, unit)
        _number_row(painter, place_row(corner, row, 2 * wide, line), unit, is_chosen, theme)
    for place, unit, source in place_weights(page, index, corner, line, wide):
        if (index, unit, source) == (page.layer, page.unit, page.source):
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place)


def paint_local_maps(
    painter: QPainter,
    corner: QRectF,
    layer: LayerGradient,
    sizes: tuple[float, float],
    theme: Theme,
) -> None:
    """The pictures of a convolution that learns by itself."""
    units = largest_local(layer.delta)
    for k, column in enumerate(list_local_columns(layer)):
        _paint_column(painter, corner, k, column, units, sizes, theme, True, False)
    for row, unit in enumerate(units):
        _number_row(painter, place_row(corner, row, 2 * sizes[1], sizes[0]), unit, False, theme)


def _number_row(painter: QPainter, place: QRectF, unit: int, is_chosen: bool, theme: Theme) -> None:
    painter.setPen(QColor(theme.accent if is_chosen else theme.muted))
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(place, left, str(unit + 1))


def _paint_column(
    painter: QPainter, corner: QRectF, k: int, column: Column, units: list[int],
    sizes: tuple[float, float], theme: Theme, is_there: bool, is_now: bool,
) -> None:  # fmt: skip
    line, index = sizes
    side = _LINES * line
    left = corner.left() + 2 * index + k * (side + GAP)
    if is_now:
        glow = QColor(theme.bp)
        glow.setAlphaF(0.18)
        high = line * _HEAD + len(units) * (side + GAP)
        painter.fillRect(QRectF(left - GAP / 2, corner.top(), side + GAP, high), glow)
    painter.setPen(QColor(theme.muted))
    head = QRectF(left - GAP / 2, corner.top(), side + GAP, line * _HEAD - 2)
    said = column.head if "\n" in column.head else f"{column.head}\n±{short(column.limit)}"
    painter.drawText(head, _CENTRE | Qt.TextFlag.TextDontClip, said if is_there else column.head)
    for row, unit in enumerate(units):
        values = column.of(unit)
        place = place_picture(corner, row, k, line, index, values)
        painter.setPen(QPen(QColor(theme.line), 1))
        if not is_there:
            painter.drawText(place, _CENTRE, _NOT_YET)
            continue
        painter.drawImage(place, _picture(values, column.limit, theme))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)


def _picture(values: np.ndarray, limit: float, theme: Theme) -> QImage:
    name = theme.colors.weights
    rgb = diverge(np.nan_to_num(values), limit or 1.0, theme.is_dark, name)
    pixels = np.ascontiguousarray(rgb, np.uint8)
    high, wide = values.shape
    kind = QImage.Format.Format_RGB888
    return QImage(pixels.tobytes(), wide, high, 3 * wide, kind).copy()
