"""Colours of numbers: tables for weights, for pictures and counts, and text on them.

All can be read by colour-blind readers. Those that are not ffstudio's own are pyqtgraph's:
P. Kovesi's (CC BY 4.0) and Matplotlib's, perceptually uniform.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtGui import QColor

Bytes = npt.NDArray[np.uint8]
Pixels = npt.NDArray[np.uint32]

# Orange below zero, purple above: told apart with any kind of colour blindness.
_NEGATIVE, _POSITIVE = "#b35806", "#542788"
_NEGATIVE_DARK, _POSITIVE_DARK = "#f5a623", "#a98bff"

OWN = "orange-purple"
# Names in pyqtgraph, on a light and on a dark ground: zero is close to the ground.
_DIVERGING = {
    OWN: None,
    "blue-red": ("CET-D9", "CET-D4"),
    "blue-yellow": ("CET-CBD1", "CET-D6"),
    "grey": ("CET-L1", "CET-L1"),
}
# Of weights: colours that part below from above zero.
WEIGHT_MAPS = tuple(_DIVERGING)
GREY = "grey"
# Of pictures and counts: colours that grow from none to most.
PICTURE_MAPS = (GREY, "viridis", "cividis", "magma", "inferno")


@cache
def diverging(is_dark: bool, name: str = OWN) -> Bytes:
    """511 colours (511, 3): most negative, zero at index 255 (neutral), most positive."""
    names = _DIVERGING[name]
    return _mix_own(is_dark) if names is None else _table(names[is_dark], 511)


@cache
def sequential(name: str) -> Bytes:
    """256 colours (256, 3) of one of :data:`PICTURE_MAPS`, from none to most."""
    if name == GREY:
        return np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    return _table(name, 256)


def _table(name: str, colors: int) -> Bytes:
    color_map = pg.colormap.get(name)
    assert color_map is not None  # noqa: S101 - pyqtgraph brings it
    return np.ascontiguousarray(color_map.getLookupTable(0.0, 1.0, colors, alpha=False), np.uint8)


def _mix_own(is_dark: bool) -> Bytes:
    zero = QColor("#101216" if is_dark else "#f7f7f7")
    ends = (_NEGATIVE_DARK, _POSITIVE_DARK) if is_dark else (_NEGATIVE, _POSITIVE)
    table = np.empty((511, 3), np.float64)
    for side, end in enumerate(ends):
        color = QColor(end)
        share = np.linspace(0.0, 1.0, 256)[:, None] ** 0.8
        middle = np.array([zero.red(), zero.green(), zero.blue()])
        far = np.array([color.red(), color.green(), color.blue()])
        ramp = middle * (1 - share) + far * share
        if side == 0:
            table[:256] = ramp[::-1]
        else:
            table[255:] = ramp
    return np.round(table).astype(np.uint8)


def diverge(
    values: npt.NDArray[np.floating], limit: float, is_dark: bool, name: str = OWN
) -> Bytes:
    """Colours (..., 3) of values between −limit and +limit; zero is the neutral colour."""
    return diverging(is_dark, name)[_places(values, limit)]


def diverge_pixels(
    values: npt.NDArray[np.floating],
    limit: float | npt.NDArray[np.floating],
    is_dark: bool,
    name: str = OWN,
) -> Pixels:
    """As :func:`diverge`, each colour packed as 0xffRRGGBB: three times as fast to look up.

    ``limit`` may be an array that broadcasts, one limit per column for instance.
    """
    return np.take(_pack(is_dark, name), _places(values, limit))


def pack(color: QColor) -> np.uint32:
    """A colour as 0xffRRGGBB."""
    return np.uint32(color.rgb())


@cache
def _pack(is_dark: bool, name: str) -> Pixels:
    table = diverging(is_dark, name).astype(np.uint32)
    colors = 0xFF000000 | (table[:, 0] << 16) | (table[:, 1] << 8) | table[:, 2]
    return colors.astype(np.uint32)


def _places(
    values: npt.NDArray[np.floating], limit: float | npt.NDArray[np.floating]
) -> npt.NDArray[np.intp]:
    """Where in the table a value's colour is: 0 … 510."""
    safe = np.where(np.asarray(limit) > 0, limit, 1.0).astype(np.float32)
    with np.errstate(over="ignore", invalid="ignore"):
        scaled = np.asarray(np.asarray(values, np.float32) * (np.float32(255.0) / safe))
    np.clip(scaled, -255.0, 255.0, out=scaled)
    if np.isnan(scaled.sum()):  # a net that diverged; looking for them each time takes longer
        scaled[np.isnan(scaled)] = 0.0
    # From 0.5 on, cutting off is rounding, and many times faster.
    scaled += 255.5
    return scaled.astype(np.intp)


def luminance(color: QColor) -> float:
    """WCAG relative luminance, 0 for black and 1 for white."""

    def linear(c: float) -> float:
        return c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4

    red, green, blue = linear(color.redF()), linear(color.greenF()), linear(color.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable_on(ground: QColor) -> QColor:
    """Black or white, whichever reads better on ``ground`` (WCAG relative luminance)."""
    return QColor("black" if luminance(ground) > 0.179 else "white")
