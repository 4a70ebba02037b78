"""Palettes of curves: one colour per net and layer, made to be seen on any ground."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from PySide6.QtGui import QColor

from ffstudio.gui.style.colormaps import luminance, sequential

OWN = "studio"
# P. Tol, "Colour Schemes" (SRON/EPS/TN/09-002), bright: blue, red, green, purple, cyan, yellow, grey.
_BRIGHT = ("#4477aa", "#ee6677", "#228833", "#aa3377", "#66ccee", "#ccbb44", "#bbbbbb")
# P. Tol, there too, muted, and a grey: classes, of which there are often ten.
_MUTED = (
    "#332288", "#88ccee", "#44aa99", "#117733", "#999933",
    "#ddcc77", "#cc6677", "#882255", "#aa4499", "#777777",
)  # fmt: skip
# From the first layer to the last in lightness alone, or in lightness and hue.
_STEPS = 7
PALETTES = (OWN, "bright", "depth", "grey")

# WCAG: text, and what has to be seen of graphics.
_FOR_TEXT, _FOR_LINES = 4.5, 3.0
# Dots have their class's name beside them, and keep more of their own colour.
_FOR_DOTS = 1.9


@dataclass(frozen=True)
class SeriesColors:
    """Colours of curves, hex strings; None leaves a theme's own.

    Attributes:
        ff: Forward-Forward and positive data; ``bp``: backprop and negative data.
        layers: Of the layers, in turn.
    """

    ff: str | None
    bp: str | None
    layers: tuple[str, ...]


@cache
def series_colors(name: str, ground: str) -> SeriesColors | None:
    """A palette on a ground; None for the one that the themes have of themselves."""
    if name == OWN:
        return None
    paper = QColor(ground)
    is_dark = paper.lightness() < 128
    if name == "bright":
        blue, red = (_stand_out(c, paper, _FOR_TEXT) for c in _BRIGHT[:2])
        green, purple, cyan, yellow, grey = (_stand_out(c, paper, _FOR_LINES) for c in _BRIGHT[2:])
        return SeriesColors(blue, red, (blue, green, purple, cyan, yellow, red, grey))
    table = sequential("viridis" if name == "depth" else "grey")
    # The part of the table that is away from the ground: three quarters of it.
    places = np.linspace(0.36, 1.0, _STEPS) if is_dark else np.linspace(0.0, 0.66, _STEPS)
    chosen = tuple(
        _stand_out(QColor(*table[round(255 * place)].tolist()).name(), paper, _FOR_LINES)
        for place in places
    )
    if is_dark:  # the first layer stands out the most in either theme
        chosen = chosen[::-1]
    if name == "depth":
        return SeriesColors(None, None, chosen)
    return SeriesColors(chosen[0], _stand_out(chosen[-1], paper, _FOR_TEXT), chosen)


@cache
def class_colors(count: int, ground: str) -> tuple[str, ...]:
    """A colour for each of ``count`` classes, hex strings that are seen on a ground.

    Up to ten are told apart by colour-blind readers too; more of them repeat in other shades.
    """
    paper = QColor(ground)
    made = []
    for k in range(count):
        color = QColor(_MUTED[k % len(_MUTED)])
        if k >= len(_MUTED):
            color = color.lighter(100 + 25 * (k // len(_MUTED) % 4))
        made.append(_stand_out(color.name(), paper, _FOR_DOTS))
    return tuple(made)


def contrast(first: QColor, second: QColor) -> float:
    """How well two colours part, from 1 to 21 (WCAG)."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _stand_out(color: str, ground: QColor, wanted: float) -> str:
    """The colour, darker or lighter by as much as it takes to be seen on the ground."""
    chosen = QColor(color)
    is_dark = ground.lightness() < 128
    hue, saturation = chosen.hslHueF(), chosen.hslSaturationF()
    lightness = chosen.lightnessF()
    while contrast(chosen, ground) < wanted and 0.0 < lightness < 1.0:
        lightness = min(max(lightness + (0.01 if is_dark else -0.01), 0.0), 1.0)
        # As it is written: in whole bytes.
        chosen = QColor(QColor.fromHslF(hue, saturation, lightness).name())
    return chosen.name()
