"""Colours of numbers: a diverging table safe for colour-blind readers, and text on it."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

Bytes = npt.NDArray[np.uint8]
Pixels = npt.NDArray[np.uint32]

# Orange below zero, purple above: told apart with any kind of colour blindness.
_NEGATIVE, _POSITIVE = "#b35806", "#542788"
_NEGATIVE_DARK, _POSITIVE_DARK = "#f5a623", "#a98bff"


@cache
def diverging(is_dark: bool) -> Bytes:
    """511 colours (511, 3): most negative, zero at index 255 (the paper), most positive."""
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


def diverge(values: npt.NDArray[np.floating], limit: float, is_dark: bool) -> Bytes:
    """Colours (..., 3) of values between −limit and +limit; zero is the neutral colour."""
    return diverging(is_dark)[_places(values, limit)]


def diverge_pixels(
    values: npt.NDArray[np.floating], limit: float | npt.NDArray[np.floating], is_dark: bool
) -> Pixels:
    """As :func:`diverge`, each colour packed as 0xffRRGGBB: three times as fast to look up.

    ``limit`` may be an array that broadcasts, one limit per column for instance.
    """
    return np.take(_pack(is_dark), _places(values, limit))


def pack(color: QColor) -> np.uint32:
    """A colour as 0xffRRGGBB."""
    return np.uint32(color.rgb())


@cache
def _pack(is_dark: bool) -> Pixels:
    table = diverging(is_dark).astype(np.uint32)
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


def readable_on(ground: QColor) -> QColor:
    """Black or white, whichever reads better on ``ground`` (WCAG relative luminance)."""

    def linear(c: float) -> float:
        return c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4

    light = (
        0.2126 * linear(ground.redF())
        + 0.7152 * linear(ground.greenF())
        + 0.0722 * linear(ground.blueF())
    )
    return QColor("black" if light > 0.179 else "white")
