"""Colour tables: a sequential and a diverging one, both safe for colour-blind readers."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtGui import QColor

Bytes = npt.NDArray[np.uint8]

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
    scaled = np.clip(np.nan_to_num(values) / (limit or 1.0), -1.0, 1.0)
    return diverging(is_dark)[np.round(scaled * 255).astype(np.int16) + 255]


@cache
def _viridis() -> Bytes:
    return pg.colormap.get("viridis").getLookupTable(0.0, 1.0, 256)[:, :3].astype(np.uint8)


def viridis(share: float) -> QColor:
    """A colour of the viridis map for a share of 0–1."""
    return QColor(*(int(v) for v in _viridis()[round(min(max(share, 0.0), 1.0) * 255)]))


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
